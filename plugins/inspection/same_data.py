"""Whether the files that say in another form what the tables say do not say it otherwise."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator

from .counted_again import OUTCOMES, UNITS, Recount
from .counted_tables import bounds
from .faults import Fault
from .site import GUARD, Row, Site
from .table_check import COLUMNS, FLAGS

#: The tables of which a report's file has the rows that are of the report, with what names the report in them.
_OF_REPORTS = {"claims": "report", "casualties": "report", "documents": "report", "totals": "scope_id"}


def say_the_same(site: Site, recount: Recount) -> Iterator[Fault]:
    """Files that say in another form what the tables say, and say it otherwise."""
    yield from _of_reports(site)
    yield from _of_events(site)
    yield from _for_aid(site)
    yield from _on_maps(site, recount)
    yield from _described(site)


def _of_reports(site: Site) -> Iterator[Fault]:
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for table, column in _OF_REPORTS.items():
        for row in site.table(table):
            if row.get("scope_kind", "report") == "report":
                rows[table, row[column]].append(row)
    tellers = {row["event"]: row["reports"].split(";") for row in site.table("events")}
    for table in ("events", "ranges"):
        for row in site.table(table):
            for slug in tellers.get(row["event"], ()):
                rows[table, slug].append(row)
    for slug, report in site.reports.items():
        for table in (*_OF_REPORTS, "events", "ranges"):
            own = rows.get((table, slug), [])
            if sorted(map(str, own)) != sorted(str(_flat(row)) for row in report.get(table, [])):
                yield Fault(f"data/reports/{slug}.json", f"has other {table} of the report than data/{table}.csv")


def _of_events(site: Site) -> Iterator[Fault]:
    """The file of an event has its rows, and those of the claims about it."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    about: dict[str, list[str]] = {}
    for row in site.table("ranges"):
        rows["ranges", row["event"]].append(row)
    for row in site.table("claims"):
        about[f"{row['report']}/{row['claim']}"] = events = [key for key in row["events"].split(";") if key]
        for key in events:
            rows["claims", key].append(row)
    for row in site.table("casualties"):
        for key in about.get(f"{row['report']}/{row['claim']}", ()):
            rows["casualties", key].append(row)
    for event in site.table("events"):
        key = event["event"]
        name = f"data/events/{key}.json"
        told = site.json(name) if name in site.files else None
        if not isinstance(told, dict):
            continue  # ``presence`` tells
        if not isinstance(told.get("event"), dict) or _flat(told["event"]) != event:
            yield Fault(name, "says otherwise than data/events.csv what the event is")
        for table in ("ranges", "claims", "casualties"):
            own = rows.get((table, key), [])
            if sorted(map(str, own)) != sorted(str(_flat(row)) for row in told.get(table, [])):
                yield Fault(name, f"has other {table} of the event than data/{table}.csv")


def _for_aid(site: Site) -> Iterator[Fault]:
    """The casualties with the hashtags of HXL, and further columns behind theirs."""
    hxl = "data/casualties.hxl.csv"
    if hxl not in site.files:
        return
    lines = list(csv.reader(site.text(hxl).splitlines(keepends=True)))
    plain = list(csv.reader(site.text("data/casualties.csv").splitlines(keepends=True)))
    width = len(plain[0]) if plain else 0
    if [line[:width] for line in lines[:1] + lines[2:]] != plain:
        yield Fault(hxl, "has other rows than data/casualties.csv")


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
            for unit in UNITS:
                range = recount.range("site", key, outcome, unit, "all")
                right = bounds(range) if range and range.count else dict.fromkeys(("low", "high", *FLAGS), "")
                of = (outcome if unit == "people" else f"{outcome}_{unit}").replace("-", "_")
                if any(given.get(f"{of}_{end}", "") != value for end, value in right.items()):
                    yield Fault(name, f"{key} has other numbers of {unit} {outcome} than its claims come to")
    if sorted(feature["properties"]["event"] for feature in features) != sorted(
        row["event"] for row in site.table("events")
    ):
        yield Fault(name, "has other events than data/events.csv")


def _described(site: Site) -> Iterator[Fault]:
    """Whether the data package describes the columns that the tables have; ``presence`` sees to all else in it."""
    name = "data/datapackage.json"
    value = site.json(name) if name in site.files else None
    resources = value.get("resources", []) if isinstance(value, dict) else []
    schemas = {resource.get("path"): resource.get("schema", {}) for resource in resources}
    for table in COLUMNS:
        fields = [field.get("name") for field in schemas.get(f"{table}.csv", {}).get("fields", [])]
        if fields != next(csv.reader(site.text(f"data/{table}.csv").splitlines()), []):
            yield Fault(name, f"describes other columns of {table}.csv than it has")
