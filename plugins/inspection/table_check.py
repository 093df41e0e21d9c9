"""The tables: are they sound, and do the files that say the same in another form agree with them?"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator

from .counting import CLASSES, OUTCOMES, Recount, Row, Span, Total
from .faults import Fault
from .handed_out import HandedOut
from .site import GUARD, Site

#: The columns that are counted with.
COLUMNS = {
    "claims": "report claim by identified via stance quote events origin_side text_ar text_en".split(),
    "casualties": (
        "report claim event outcome who of written low high open approximate including scope period where blames by via"
    ).split(),
    "events": "event reports places actors grade earliest latest origins".split(),
    "totals": (
        "scope_kind scope_id outcome who low high open approximate contested uncounted_events events origins"
    ).split(),
    "sources": "id claims reports".split(),
}
FLAGS = ("open", "approximate", "contested")
_WRITTEN = re.compile(r"(~?)(\d+)(\+?)|(\d+)-(\d+)")
_WORDS = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}


def are_sound(site: Site) -> Iterator[Fault]:
    """What makes the tables impossible to count with: columns or numbers that are not there, rows of nothing."""
    tables = {name: site.table(name) for name in COLUMNS}
    for name, columns in COLUMNS.items():
        missing = [column for column in columns if tables[name] and column not in tables[name][0]]
        if missing:
            yield Fault(f"data/{name}.csv", f"has no column {', '.join(missing)}")
            return
    claims = {(row["report"], row["claim"]) for row in tables["claims"]}
    events = {row["event"] for row in tables["events"]}
    for name in ("casualties", "totals"):
        for number, row in enumerate(tables[name], 2):
            if why := _unsound(row):
                yield Fault(f"data/{name}.csv", f"row {number}: {why}")
    for number, row in enumerate(tables["casualties"], 2):
        if (row["report"], row["claim"]) not in claims:
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
        if _meaning(row["written"]) != (row["low"], row["high"], row["open"], row["approximate"]):
            yield Fault("data/casualties.csv", f"row {number}: {row['written']} is not read as the row has it")
    for name, columns in (("claims", ["report", "claim"]), ("events", ["event"]), ("totals", COLUMNS["totals"][:4])):
        seen = set()
        for number, row in enumerate(tables[name], 2):
            if (id := tuple(row[column] for column in columns)) in seen:
                yield Fault(f"data/{name}.csv", f"row {number}: {'/'.join(id)} has another row")
            seen.add(id)


def _unsound(row: Row) -> str:
    if row["outcome"] not in OUTCOMES or row["who"] not in CLASSES:
        return f"{row['outcome']}/{row['who']} is counted nowhere"
    if not re.fullmatch(r"\d*", row["low"] + row["high"]) or bool(row["low"]) != bool(row["high"]):
        return f"{row['low']}…{row['high']} is no range"
    if any(row.get(flag, "false") not in ("true", "false") for flag in FLAGS):
        return "a flag is neither true nor false"
    if not all(row.get(column, "0").isdecimal() for column in ("uncounted_events", "events", "origins")):
        return "a number is none"
    return "" if row.get("scope", "incident") in ("incident", "cumulative") else f"the scope {row['scope']} is unknown"


def _meaning(written: str) -> tuple[str, str, str, str]:
    """What a figure as it is written means: low, high, open and approximate, as the columns have them."""
    if written in _WORDS:
        return str(_WORDS[written]), str(_WORDS[written]), "true", "true"
    match = _WRITTEN.fullmatch(written)
    if not match:
        return "", "", "false", "false"
    if match[4]:
        return str(int(match[4])), str(int(match[5])), "false", "false"
    about, number, more = match[1], str(int(match[2])), match[3]
    return number, number, "true" if more else "false", "true" if about else "false"


def are_counted_rightly(site: Site, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """Rows of ``totals.csv``, ``sources.csv`` and ``events.csv`` that the claims do not come to."""
    file = "data/totals.csv"
    rows = {(scope_of(row), row["outcome"], row["who"]): row for row in site.table("totals")}
    dossiers = [name.split("/")[2] for name in site.pages if re.fullmatch(r"ar/dossiers/[^/]+/index\.html", name)]
    for scope in ("site", *site.slugs, *(f"dossier:{slug}" for slug in dossiers)):
        for outcome in OUTCOMES:
            for who in CLASSES:
                row, total = rows.pop((scope, outcome, who), None), recount.total(scope, outcome, who)
                named = f"{scope} {outcome}/{who}"
                if (row is None) != (total is None):
                    yield Fault(
                        file, f"{named} has {'no row' if row is None else 'a row'}, and counted again {told(total)}"
                    )
                elif row and total and (wrong := _differs(row, as_row(total))):
                    yield Fault(file, f"{named} has {wrong}; counted again it is {told(total)}")
    for scope, outcome, who in rows:
        yield Fault(file, f"{scope} {outcome}/{who} is a total of nothing that is on the site")
    yield from _origins(site, facts)


def _origins(site: Site, facts: HandedOut) -> Iterator[Fault]:
    """The numbers of claims of a source, and of the independent origins of an event."""
    claims: defaultdict[str, int] = defaultdict(int)
    reports, behind = defaultdict(set), defaultdict(set)
    for (report, claim), row in facts.claims.items():
        nobody = row["identified"] == "unattributed"
        origin = f"nobody/{report}/{claim}" if nobody else row["by"] or facts.publisher(report)
        claims[origin] += 1
        reports[origin].add(report)
        for key in filter(None, row["events"].split(";")):
            behind[key].add(origin if row["stance"] != "denies" else "")
    for row in site.table("sources"):
        if (row["claims"], row["reports"]) != (str(claims[row["id"]]), str(len(reports[row["id"]]))):
            counted = f"{claims[row['id']]} claims in {len(reports[row['id']])} reports"
            yield Fault(
                "data/sources.csv", f"{row['id']} has {row['claims']} in {row['reports']}; counted again {counted}"
            )
    for key, row in facts.events.items():
        tellers = {facts.publisher(report) for report in row["reports"].split(";")}
        number = len(behind[key] - {""}) if behind[key] else len(tellers)
        if row["origins"] != str(number):
            yield Fault("data/events.csv", f"{key} has {row['origins']} origins; counted again {number}")


def scope_of(row: Row) -> str:
    """How pages name the scope of a row of ``totals.csv``: a report's slug, ``dossier:slug`` or ``site``."""
    return f"dossier:{row['scope_id']}" if row["scope_kind"] == "dossier" else row["scope_id"] or row["scope_kind"]


def as_row(total: Total) -> Row:
    """A total in the words of ``totals.csv``."""
    counted = {"uncounted_events": total.uncounted_events, "events": total.events, "origins": total.origins}
    return bounds(total.span) | {name: str(len(value)) for name, value in counted.items()}


def bounds(span: Span | None) -> Row:
    """A range in the words of the tables."""
    if span is None:
        return {"low": "", "high": "", **dict.fromkeys(FLAGS, "false")}
    return {"low": str(span.low), "high": str(span.high)} | {
        flag: "true" if getattr(span, flag) else "false" for flag in FLAGS
    }


def _differs(row: Row, right: Row) -> str:
    return ", ".join(
        f"{name} {row[name] or 'empty'} (and not {value or 'empty'})"
        for name, value in right.items()
        if row[name] != value
    )


def told(total: Total | None) -> str:
    """A total for people who look for a fault."""
    if total is None:
        return "there is none"
    row = as_row(total)
    flags = [flag for flag in FLAGS if row[flag] == "true"]
    return " ".join([f"{row['low']}…{row['high']}" if row["low"] else "uncounted", *flags])


def say_the_same(site: Site, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """Files that say in another form what the tables say, and say it otherwise."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for table in ("claims", "casualties", "totals"):
        for row in site.table(table):
            rows[table, row.get("report", row.get("scope_id", ""))].append(row)
    for slug, report in site.reports.items():
        for table in ("claims", "casualties", "totals"):
            own = rows.get((table, slug), [])
            if sorted(map(str, own)) != sorted(str(_flat(row)) for row in report.get(table, [])):
                yield Fault(f"data/reports/{slug}.json", f"has other {table} of the report than data/{table}.csv")
    hxl = "data/casualties.hxl.csv"
    if hxl in site.files:
        lines = list(csv.reader(site.text(hxl).splitlines(keepends=True)))
        plain = list(csv.reader(site.text("data/casualties.csv").splitlines(keepends=True)))
        if lines[:1] + lines[2:] != plain:
            yield Fault(hxl, "has other rows than data/casualties.csv")
    yield from _on_maps(site, recount)


def _flat(row: dict[str, object]) -> Row:
    """A row of another file as a table has it, read as ``Site.table`` does: words may begin with an apostrophe, too."""

    def cell(value: object) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        return ";".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)

    return {name: GUARD.sub("", cell(value)) for name, value in row.items()}


def _on_maps(site: Site, recount: Recount) -> Iterator[Fault]:
    """The ranges of each event for map programs, in ``events.geojson``."""
    name = "data/events.geojson"
    if name not in site.files:
        return
    value = site.json(name)
    features = value.get("features", []) if isinstance(value, dict) else []
    for feature in features:
        given, key = _flat(feature["properties"]), feature["properties"]["event"]
        for outcome in OUTCOMES:
            total = recount.total("site", outcome, "all")
            span = total.spans.get(key) if total else None
            right = bounds(span) if span else dict.fromkeys(("low", "high", *FLAGS), "")
            if any(given.get(f"{outcome}_{end}", "") != value for end, value in right.items()):
                yield Fault(name, f"{key} has other numbers of people {outcome} than its claims come to")
    if sorted(feature["properties"]["event"] for feature in features) != sorted(
        row["event"] for row in site.table("events")
    ):
        yield Fault(name, "has other events than data/events.csv")
