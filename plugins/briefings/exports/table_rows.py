"""The rows of the data files, from the same findings as the pages. Source of files and columns: report format.

A row is a dictionary of column to value: text, whole number, ``bool`` or ``None`` (unknown). Lists are tuples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from findings import FigureUse, Findings, PlacedClaim, SourceAccount, Total
from findings.casualties import places_of
from reports.edtf import precision_code

from .files import TABLES

Row = dict[str, object]

#: The columns of each table, in their order.
COLUMNS: dict[str, tuple[str, ...]] = {table.name: tuple(column.name for column in table.columns) for table in TABLES}

#: UCDP GED's ``where_prec`` for each kind of place: 1 a known place, 2 a limited area, 3 a district,
#: 4 a governorate, 5 a line or an area that is no unit, 6 a country. An area inside a town or city is 2.
_PLACE_CODES = {
    "facility": 1, "neighbourhood": 1, "camp": 1, "village": 1, "town": 1, "city": 1,
    "road": 5, "area": 5, "district": 3, "governorate": 4, "country": 6,
}  # fmt: skip
_SETTLEMENTS = ("city", "town", "village", "camp", "neighbourhood")


def claim_rows(findings: Findings, claims: Iterable[PlacedClaim]) -> Iterator[Row]:
    """A row for each claim."""
    for placed in claims:
        claim = placed.claim
        yield {
            "report": placed.report,
            "claim": claim.id,
            "by": claim.by,
            "identified": placed.identified,
            "via": claim.via,
            "stance": claim.stance,
            "quote": claim.quote,
            "events": placed.about,
            "origin_side": placed.side,
            "text_ar": findings.index.words(placed.report, claim.id, "ar"),
            "text_en": findings.index.words(placed.report, claim.id, "en"),
        }


def casualty_rows(findings: Findings, figures: Iterable[FigureUse]) -> Iterator[Row]:
    """A row for each outcome of each figure."""
    for use in figures:
        claim, entry = use.claim.claim, use.casualties
        yield {
            "report": use.claim.report,
            "claim": claim.id,
            "event": use.claim.about,
            "outcome": use.outcome,
            "who": entry.who,
            "of": entry.of,
            "written": use.figure.written,
            "low": use.figure.low,
            "high": use.figure.high,
            "open": use.figure.open,
            "approximate": use.figure.approximate,
            "including": tuple(f"{part.group}={part.figure}" for part in entry.including),
            "scope": entry.scope,
            "period": entry.period.text if entry.period else None,
            "where": places_of(findings.index, use),
            "blames": entry.blames,
            "by": claim.by,
            "via": claim.via,
        }


def total_rows(kind: str, id: str, totals: Iterable[Total]) -> Iterator[Row]:
    """A row for each total of a scope: ``report``, ``dossier`` or ``site``."""
    for total in totals:
        range = total.range
        yield {
            "scope_kind": kind,
            "scope_id": id,
            "outcome": total.outcome,
            "who": total.who,
            "low": range.low if range else None,
            "high": range.high if range else None,
            "open": bool(range and range.open),
            "approximate": bool(range and range.approximate),
            "contested": bool(range and range.contested),
            "uncounted_events": len(total.uncounted),
            "events": len(total.counted),
            "origins": len(total.origins),
        }


def event_rows(findings: Findings, keys: Iterable[str]) -> Iterator[Row]:
    """A row for each event, as the report that declares it says; ``reports`` are all that tell it."""
    index = findings.index
    for entry in sorted((findings.entries[key] for key in set(keys)), key=lambda entry: entry.event.key):
        event = entry.event.event
        when = event.when
        if when is None:
            continue
        point = index.registry.places[event.where[0]].point if len(event.where) == 1 else None
        yield {
            "event": entry.event.key,
            "reports": tuple(dict.fromkeys(slug for slug, _ in entry.event.tellings)),
            "type": event.type,
            "when": when.text,
            "earliest": when.earliest.isoformat() if when.earliest else None,
            "latest": when.latest.isoformat() if when.latest else None,
            "date_prec": precision_code(when),
            "places": event.where,
            "lat": point[0] if point else None,
            "lon": point[1] if point else None,
            "where_prec": place_precision(findings, event.where),
            "actors": event.actors,
            "grade": event.grade,
            "origins": len(entry.origins),
            "title_ar": index.title(*entry.event.tellings[0], "ar"),
            "title_en": index.title(*entry.event.tellings[0], "en"),
        }


def place_precision(findings: Findings, places: tuple[str, ...]) -> int | None:
    """UCDP GED's ``where_prec`` of an event: the coarsest of its places; several places are an area, 2 at least."""
    codes = [place_code(findings, place) for place in places]
    return max([*codes, 2] if len(codes) > 1 else codes, default=None)


def place_code(findings: Findings, place: str) -> int:
    """UCDP GED's ``where_prec`` of a place."""
    registry = findings.index.registry
    entry = registry.places[place]
    if entry.kind == "area":
        around = [registry.places[id].kind for id in registry.around(place)[1:]]
        return 2 if around and around[0] in _SETTLEMENTS else 5
    return _PLACE_CODES[entry.kind]


def source_rows(findings: Findings, accounts: Iterable[SourceAccount]) -> Iterator[Row]:
    """A row for each source or actor that is the origin of a claim, counting the claims that its account has."""
    registry = findings.index.registry
    for account in sorted(accounts, key=lambda account: account.id):
        if account.says:
            entry = registry[account.id]
            source = registry.sources.get(account.id)
            yield {
                "id": account.id,
                "kind": entry.kind,
                "name_ar": entry.name.ar,
                "name_en": entry.name.en,
                "speaks_for": source.speaks_for if source else None,
                "claims": len(account.says),
                "reports": len({claim.report for claim in account.says}),
            }

