"""The numbers of the tables, held against what their claims come to when they are counted again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .counted_again import OUTCOMES, ROWS, UNITS, Range, Recount, Total
from .counts import Count
from .faults import Fault
from .handed_out import HandedOut
from .site import Row, Site
from .table_check import FLAGS
from .times import time


def are_counted_rightly(site: Site, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """Rows of tables that the claims do not come to."""
    yield from _totals(site, recount)
    yield from _ranges(site, facts, recount)
    yield from _figures(facts, recount)
    yield from _claims(facts)
    yield from _events(facts)
    yield from _documents(site, facts)
    yield from _sources(site, facts)


def _totals(site: Site, recount: Recount) -> Iterator[Fault]:
    file = "data/totals.csv"
    rows = {(scope_of(row), row["outcome"], row["unit"], row["who"]): row for row in site.table("totals")}
    dossiers = [name.split("/")[2] for name in site.pages if re.fullmatch(r"ar/dossiers/[^/]+/index\.html", name)]
    for scope in ("site", *site.slugs, *(f"dossier:{slug}" for slug in dossiers)):
        for outcome in OUTCOMES:
            for unit in UNITS:
                for who in ROWS:
                    row = rows.pop((scope, outcome, unit, who), None)
                    total = recount.total(scope, outcome, unit, who)
                    given = as_total(total) if total else None
                    yield from _compared(file, f"{scope} {named(outcome, unit, who)}", row, given, told(total))
    for scope, *row_of in rows:
        yield Fault(file, f"{scope} {named(*row_of)} is a total of nothing that is on the site")


def _ranges(site: Site, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    file = "data/ranges.csv"
    rows = {(row["event"], row["outcome"], row["unit"], row["who"]): row for row in site.table("ranges")}
    for event in facts.events:
        for outcome in OUTCOMES:
            for unit in UNITS:
                for who, one in recount.rows("site", event, outcome, unit).items():
                    row = rows.pop((event, outcome, unit, who), None)
                    yield from _compared(file, f"{event} {named(outcome, unit, who)}", row, as_range(one), told(one))
    for event, *row_of in rows:
        yield Fault(file, f"{event} {named(*row_of)} is a range of nothing that is on the site")


def _compared(file: str, name: str, row: Row | None, right: Row | None, again: str) -> Iterator[Fault]:
    if (row is None) != (right is None):
        yield Fault(file, f"{name} has {'no row' if row is None else 'a row'}, and counted again {again}")
    elif row and right:
        wrong = [
            f"{column} {row[column] or 'empty'} (and not {value or 'empty'})"
            for column, value in right.items()
            if row[column] != value
        ]
        if wrong:
            yield Fault(file, f"{name} has {', '.join(wrong)}; counted again it is {again}")


def _figures(facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    for claim, entries in facts.entries.items():
        for entry in entries:
            row, state = facts.figures[entry.id], recount.state(claim, entry)
            if row["state"] != state:
                why = f"{row['written']} {row['outcome']} of {claim} is {row['state']}; counted again it is {state}"
                yield Fault("data/casualties.csv", f"row {entry.id + 2}: {why}")


def _claims(facts: HandedOut) -> Iterator[Fault]:
    for key, row in facts.claim_rows.items():
        if time(row["as_of"]) != facts.claims[key].said:
            yield Fault("data/claims.csv", f"{key} was not said at {row['as_of'] or 'an unknown time'}")


def _events(facts: HandedOut) -> Iterator[Fault]:
    """Who tells an event, what it is a part of, and how many separate sources stand behind it."""
    behind: defaultdict[str, set[str]] = defaultdict(set)
    parts: defaultdict[str, set[str]] = defaultdict(set)
    denied: set[str] = set()
    for claim, row in facts.claim_rows.items():
        for key in filter(None, row["events"].split(";")):
            if row["stance"] == "denies":
                denied.add(key)
            else:
                behind[key] |= facts.origins(claim)
    for slug in facts.everywhere:
        for key, event in facts.tellings(slug):
            if whole := event.get("part-of"):
                parts[key].add(facts.keys(slug).get(whole, whole))
    for key, row in facts.event_rows.items():
        tellers = set(facts.events[key].told)
        if set(row["reports"].split(";")) != tellers:
            yield Fault("data/events.csv", f"{key} is told by {';'.join(sorted(tellers))}, and not by {row['reports']}")
        if {row["part_of"]} != (parts[key] or {""}):
            yield Fault("data/events.csv", f"{key} is part of {';'.join(parts[key]) or 'nothing'} in the records")
        publishers = {facts.voice(facts.publisher(report)) for report in tellers}
        number = len(behind[key]) if behind[key] or key in denied else len(publishers)
        if row["origins"] != str(number):
            yield Fault("data/events.csv", f"{key} has {row['origins']} origins; counted again {number}")


def _documents(site: Site, facts: HandedOut) -> Iterator[Fault]:
    read_in: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in facts.claim_rows.values():
        for id in filter(None, row["documents"].split(";")):
            read_in[row["report"], id] += 1
    for row in site.table("documents"):
        key = row["report"], row["document"]
        if row["claims"] != str(read_in[key]):
            again = f"has {row['claims']} claims; counted again {read_in[key]}"
            yield Fault("data/documents.csv", f"{'/'.join(key)} {again}")


def _sources(site: Site, facts: HandedOut) -> Iterator[Fault]:
    claims: defaultdict[str, int] = defaultdict(int)
    reports = defaultdict(set)
    for key, row in facts.claim_rows.items():
        for speaker in facts.speakers(key):
            claims[speaker] += 1
            reports[speaker].add(row["report"])
    rows = {row["id"]: row for row in site.table("sources")}
    for id in sorted({*claims, *rows}):
        row = rows.get(id, {"claims": "0", "reports": "0"})
        if (row["claims"], row["reports"]) != (str(claims[id]), str(len(reports[id]))):
            counted = f"{claims[id]} claims in {len(reports[id])} reports"
            yield Fault("data/sources.csv", f"{id} has {row['claims']} in {row['reports']}; counted again {counted}")


def scope_of(row: Row) -> str:
    """How pages name the scope of a row of ``totals.csv``: a report's slug, ``dossier:slug`` or ``site``."""
    return f"dossier:{row['scope_id']}" if row["scope_kind"] == "dossier" else row["scope_id"] or row["scope_kind"]


def named(outcome: str, unit: str, who: str) -> str:
    """How pages name a row: ``killed/all``, ``displaced/families/civilians``."""
    return "/".join([outcome, *([] if unit == "people" else [unit]), who])


def as_total(total: Total) -> Row:
    """A total in the words of ``totals.csv``."""
    counted = {
        "uncounted_events": total.uncounted_events,
        "word_events": total.word_events,
        "events": total.ranges,
        "origins": total.origins,
    }
    return bounds(total) | {name: str(len(value)) for name, value in counted.items()}


def as_range(range: Range) -> Row:
    """A range in the words of ``ranges.csv``."""
    return bounds(range) | {"origins": str(len(range.origins)), "accounts": str(len(range.accounts))}


def bounds(one: Range | Total) -> Row:
    """What tables and pages say of the people in a range or a total."""
    count: Count | None = one.count
    flags = {"contested": one.contested, "open": bool(count and count.open)}
    flags["approximate"] = bool(count and count.approximate)
    ends = {"low": str(count.low), "high": str(count.high)} if count else {"low": "", "high": ""}
    return ends | {flag: "true" if flags[flag] else "false" for flag in FLAGS}


def told(one: Range | Total | None) -> str:
    """A range or a total for people who look for a fault."""
    if one is None:
        return "there is none"
    row = as_total(one) if isinstance(one, Total) else as_range(one)
    flags = [flag for flag in FLAGS if row[flag] == "true"]
    return " ".join([f"{row['low']}…{row['high']}" if row["low"] else "uncounted", *flags])
