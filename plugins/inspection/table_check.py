"""The tables by themselves: are they sound, so that anything can be counted with them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .counted_again import OUTCOMES, ROWS, STATES, UNITS
from .counts import read
from .earlier import contradictions
from .faults import Fault
from .handed_out import HandedOut
from .people_counted import STATUSES
from .site import Row, Site

#: The columns that are counted with, or counted again.
COLUMNS = {
    "claims": (
        "report claim by identified via stance denies denies_what updates as_of quote events documents origin_side "
        "text_ar text_en"
    ).split(),
    "casualties": (
        "report claim event outcome unit who of part written low high open approximate including scope period where "
        "blames by via state"
    ).split(),
    "ranges": "event outcome unit who low high open approximate contested origins accounts".split(),
    "totals": (
        "scope_kind scope_id outcome unit who low high open approximate contested uncounted_events word_events events "
        "origins"
    ).split(),
    "events": "event code former reports places actors grade earliest latest provisional part_of origins".split(),
    "documents": "report document publisher published claims".split(),
    "sources": "id part_of speaks_for claims reports".split(),
}
#: What tells the rows of a table from each other.
KEYS = {
    "claims": COLUMNS["claims"][:2],
    "ranges": COLUMNS["ranges"][:4],
    "totals": COLUMNS["totals"][:5],
    "events": ["event"],
    "documents": ["report", "document"],
    "sources": ["id"],
}
FLAGS = ("open", "approximate", "contested")
_NUMBERS = ("uncounted_events", "word_events", "events", "origins", "accounts")
_SIDE = re.compile(r"combatants:[a-z][a-z0-9-]*")


def are_sound(site: Site) -> Iterator[Fault]:
    """What makes the tables impossible to count with: columns or numbers that are not there, rows of nothing."""
    tables = {name: site.table(name) for name in COLUMNS}
    for name, columns in COLUMNS.items():
        missing = [column for column in columns if tables[name] and column not in tables[name][0]]
        if missing:
            yield Fault(f"data/{name}.csv", f"has no column {', '.join(missing)}")
            return
    for name in ("casualties", "ranges", "totals"):
        for number, row in enumerate(tables[name], 2):
            if why := _unsound(name, row):
                yield Fault(f"data/{name}.csv", f"row {number}: {why}")
    yield from _led(tables)
    for name, columns in KEYS.items():
        seen = set()
        for number, row in enumerate(tables[name], 2):
            if (id := tuple(row[column] for column in columns)) in seen:
                yield Fault(f"data/{name}.csv", f"row {number}: {'/'.join(id)} has another row")
            seen.add(id)


def _unsound(table: str, row: Row) -> str:
    whose = ("unknown", *STATUSES) if table == "casualties" else ROWS
    if row["outcome"] not in OUTCOMES or row["unit"] not in UNITS:
        return f"{row['outcome']} of {row['unit']} is counted nowhere"
    if row["who"] not in whose and not (table == "ranges" and _SIDE.fullmatch(row["who"])):
        return f"{row['outcome']}/{row['who']} is counted nowhere"
    if not re.fullmatch(r"\d*", row["low"] + row["high"]) or bool(row["low"]) != bool(row["high"]):
        return f"{row['low']}…{row['high']} is no range"
    if row["low"] and int(row["low"]) > int(row["high"]):
        return f"{row['low']}…{row['high']} runs backwards"
    if any(row.get(flag, "false") not in ("true", "false") for flag in FLAGS):
        return "a flag is neither true nor false"
    if not all(row.get(column, "0").isdecimal() for column in _NUMBERS):
        return "a number is none"
    return _unread(row) if table == "casualties" else ""


def _unread(row: Row) -> str:
    """What makes it impossible to count with a figure."""
    if row["scope"] not in ("incident", "cumulative"):
        return f"the scope {row['scope']} is unknown"
    if row["state"] not in STATES:
        return f"the state {row['state']} is unknown"
    try:
        figure = read(row["written"])
        for some in row["including"].split(";") if row["including"] else ():
            read(some.partition("=")[2])
    except ValueError as error:
        return str(error)
    means = ("", "", "false", "false")
    if figure:
        means = (str(figure.low), str(figure.high), _truth(figure.open), _truth(figure.approximate))
    if means != (row["low"], row["high"], row["open"], row["approximate"]):
        return f"{row['written']} is not read as the row has it"
    return ""


def _truth(holds: bool) -> str:
    return "true" if holds else "false"


def _led(tables: Mapping[str, list[Row]]) -> Iterator[Fault]:
    """Rows that name a claim, an event or a document that no table has."""
    claims = {f"{row['report']}/{row['claim']}" for row in tables["claims"]}
    events = {row["event"] for row in tables["events"]}
    documents = {f"{row['report']}/{row['document']}" for row in tables["documents"]}
    for number, row in enumerate(tables["claims"], 2):
        asked = [
            *((key, claims, "claim") for column in ("denies", "updates") for key in row[column].split(";")),
            *((key, events, "event") for key in row["events"].split(";")),
            *((f"{row['report']}/{id}", documents, "document") for id in row["documents"].split(";") if id),
        ]
        for key, known, what in asked:
            if key and key not in known:
                yield Fault("data/claims.csv", f"row {number}: no {what} {key} is in {what}s.csv")
        if bool(row["denies"]) != bool(row["denies_what"]):
            yield Fault("data/claims.csv", f"row {number}: says what it denies or of which claim, and not both")
    for number, row in enumerate(tables["casualties"], 2):
        if f"{row['report']}/{row['claim']}" not in claims:
            yield Fault(
                "data/casualties.csv", f"row {number}: no claim {row['claim']} of {row['report']} is in claims.csv"
            )
        keys = row["event"].split(";") if row["event"] else []
        if row["scope"] == "incident" and len(keys) != 1:
            yield Fault(
                "data/casualties.csv", f"row {number}: a figure of an incident has {len(keys)} events, and not 1"
            )
        for key in keys:
            if key not in events:
                yield Fault("data/casualties.csv", f"row {number}: no event {key} is in events.csv")
    for name, column in (("ranges", "event"), ("events", "part_of")):
        for number, row in enumerate(tables[name], 2):
            if row[column] and row[column] not in events:
                yield Fault(f"data/{name}.csv", f"row {number}: no event {row[column]} is in events.csv")


def do_not_contradict_themselves(facts: HandedOut) -> Iterator[Fault]:
    """Claims and events of which nobody can say what replaces what, or what is a part of what."""
    for key, why in contradictions(facts.claims, facts.events):
        file = "events" if key in facts.events and key not in facts.claims else "claims"
        yield Fault(f"data/{file}.csv", f"{key} {why}")
