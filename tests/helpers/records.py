"""Reports made in memory, for tests of what they amount to. No file is read and nothing is checked.

    raid = report("a", event("raid"), claim("c", entry(killed="10", who="civilians"), about="raid"))
    assert total(site(raid), "killed", "civilians") == "10"

Ranges are written as the record writes figures, and ``contested`` after them: ``~5-10+ contested``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from findings import EventCount, Findings, GroupCount, Quantity, Range, Total
from reports.edtf import parse_date
from reports.figure_notation import parse_figure
from reports.model import (
    OUTCOMES,
    Actor,
    Casualties,
    Claim,
    Document,
    Event,
    Part,
    Place,
    PublicReport,
    Record,
    Reference,
    Registry,
    Settings,
    Site,
    Source,
    Text,
    Words,
)


def words(id: str) -> Words:
    return Words(f"({id})", id)


def actor(id: str, part_of: str | None = None, side: str | None = None) -> Actor:
    return Actor(id, words(id), "rebel-group", part_of=part_of, side=side)


def source(id: str, kind: str = "newspaper", **fields) -> Source:
    return Source(id, words(id), kind, **fields)


def registry(*entries: Place | Actor | Source) -> Registry:
    """A registry of these entries."""
    kinds = {kind: {entry.id: entry for entry in entries if isinstance(entry, kind)} for kind in (Place, Actor, Source)}
    return Registry(kinds[Place], kinds[Actor], kinds[Source])


#: Actors whose side is their own, up the chain and the top of the chain, and sources to say things, of which the radio
#: has two voices.
REGISTRY = registry(
    actor("army", side="government"),
    actor("corps", part_of="army"),
    actor("company", part_of="corps"),
    actor("guards", part_of="army", side="allies"),
    actor("front", side="opposition"),
    actor("tribe"),
    actor("clan", part_of="tribe"),
    Place("aleppo", words("aleppo"), "city"),
    *(source(id) for id in ("outlet", "other-outlet", "agency", "radio", "monitor")),
    source("bureau", part_of="radio"),
    source("editor", "person", part_of="bureau"),
    source("medic", "person"),
    source("spokesman", "person", speaks_for="company"),
)


#: What a record has as a list, and where one bare value will do.
Listed = str | Iterable[str] | None


def several(values: Listed) -> tuple[str, ...]:
    """A list as a record has it, where one bare value will do."""
    return () if values is None else (values,) if isinstance(values, str) else tuple(values)


def entry(who: str = "unknown", of: Listed = (), scope: str = "incident", **figures) -> Casualties:
    """A casualties entry: ``entry(killed="10", injured="~20", who="civilians", including={"children": "3"})``."""
    return Casualties(
        tuple((outcome, parse_figure(figures[outcome])) for outcome in OUTCOMES if outcome in figures),
        figures.get("unit", "people"),
        who,
        several(of),
        figures.get("part"),
        tuple(Part(group, parse_figure(text)) for group, text in figures.get("including", {}).items()),
        several(figures.get("blames")),
        scope,
        parse_date("2016-09/2016-10") if scope == "cumulative" else None,
        several(figures.get("where")),
    )


def claim(id: str, *casualties: Casualties, about: Listed = (), denies: Listed = (), **fields) -> Claim:
    """A claim; ``denies`` and ``updates`` are ``slug/id``, ``as_of`` a date; ``via`` has steps, some of them lists."""
    if denies:
        fields |= {"denies": references(denies), "stance": "denies"}
    return Claim(
        id,
        about=several(about),
        casualties=casualties,
        by=several(fields.pop("by", None)),
        via=tuple(several(step) for step in fields.pop("via", ())),
        documents=several(fields.pop("documents", None)),
        updates=references(fields.pop("updates", None)),
        as_of=parse_date(fields.pop("as_of")) if "as_of" in fields else None,
        **fields,
    )


def references(keys: Listed) -> tuple[Reference, ...]:
    """Claims or events by their keys, ``slug/id``."""
    pairs = (key.split("/") for key in several(keys))
    return tuple((slug, id) for slug, id in pairs)


def event(id: str, same_as: str | None = None, when: str = "2016-10-04", **fields) -> Event:
    """An event; ``same_as`` is ``slug/id``."""
    if same_as:
        (told,) = references(same_as)
        return Event(id, same_as=told, **fields)
    lists = {name: several(fields.pop(name, None)) for name in ("where", "actors", "target", "former")}
    return Event(id, several(fields.pop("type", "shelling")), parse_date(when), **lists, **fields)


def document(id: str, publisher: str = "agency", published: str | None = None, **fields) -> Document:
    return Document(id, publisher, published=parse_date(published) if published else None, **fields)


def report(
    slug: str, *parts: Event | Claim | Document, publisher: str = "outlet", published: str = "2016-10-05", **fields
) -> PublicReport:
    """A report of these events, claims and documents; ``fields`` are others of its record."""
    kinds = {
        name: {part.id: part for part in parts if isinstance(part, kind)}
        for name, kind in (("events", Event), ("claims", Claim), ("documents", Document))
    }
    text = Text("ar", Path(f"{slug}/ar.md"), slug, "", None, False, (), (), ())
    return PublicReport(slug, Record(parse_date(published), publisher, **kinds, **fields), {"ar": text})


def site(*reports: PublicReport, registry: Registry = REGISTRY) -> Site:
    return Site(registry, reports, Settings(words("site")))


def shown(range: Range | None) -> str | None:
    """A range as the record would write it."""
    if range is None:
        return None
    numbers = f"{range.low}" if range.low == range.high else f"{range.low}-{range.high}"
    return f"{'~' * range.approximate}{numbers}{'+' * range.open}{' contested' * range.contested}"


def findings(site: Site, slug: str | None = None):
    """The findings of the site, or of one report of it."""
    return Findings(site).report(slug) if slug else Findings(site)


def total_of(site: Site, outcome: str, who: str, slug: str | None = None) -> Total | None:
    return findings(site, slug).total(outcome, who)


def total(site: Site, outcome: str, who: str, slug: str | None = None) -> str | None:
    """A total of the site, or of one report of it, as ``shown``; ``None`` without range, ``"no row"`` without a row."""
    found = total_of(site, outcome, who, slug)
    return shown(found.range) if found else "no row"


def count_of(site: Site, event: str, outcome: str, slug: str | None = None, unit: str = "people") -> EventCount:
    """What is counted of an event: by the whole site, or by one report of it."""
    return findings(site, slug).counts[event, Quantity(outcome, unit)]


def group_of(site: Site, event: str, outcome: str, row: str, slug: str | None = None) -> GroupCount:
    """One row of an event."""
    return count_of(site, event, outcome, slug).rows[row]


def group(site: Site, event: str, outcome: str, row: str, slug: str | None = None) -> str | None:
    """A row's range, as ``shown``."""
    return shown(group_of(site, event, outcome, row, slug).range)
