"""Reports made in memory, for tests of what they amount to. No file is read and nothing is checked.

    raid = report("a", event("raid"), claim("c", entry(killed="10", who="civilians"), about="raid"))
    assert total(site(raid), "killed", "civilians") == "10"

Ranges are written as the record writes figures, and ``contested`` after them: ``~5-10+ contested``.
"""

from __future__ import annotations

from pathlib import Path

from findings import EventCount, Findings, Group, GroupCount, Range, Total
from reports.edtf import parse_date
from reports.figures import parse_figure
from reports.model import (
    OUTCOMES,
    Actor,
    Casualties,
    Claim,
    Event,
    Part,
    Place,
    PublicReport,
    Record,
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


#: Actors whose side is their own, up the chain and the top of the chain, and sources to say things.
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
    source("medic", "person"),
    source("spokesman", "person", speaks_for="company"),
)


def entry(who: str = "unknown", of: str | None = None, scope: str = "incident", **figures) -> Casualties:
    """A casualties entry: ``entry(killed="10", injured="~20", who="civilians", including={"children": "3"})``."""
    told = tuple((outcome, parse_figure(figures[outcome])) for outcome in OUTCOMES if outcome in figures)
    parts = tuple(Part(group, parse_figure(text)) for group, text in figures.get("including", {}).items())
    period = parse_date("2016-09/2016-10") if scope == "cumulative" else None
    return Casualties(told, who, of, parts, tuple(figures.get("blames", ())), scope, period)


def claim(
    id: str, *casualties: Casualties, about: str | tuple[str, ...] = (), denies: str | None = None, **fields
) -> Claim:
    """A claim; ``denies`` is ``slug/id``."""
    if denies:
        fields |= {"denies": tuple(denies.split("/")), "stance": "denies"}
    about = (about,) if isinstance(about, str) else about
    fields["via"] = tuple(fields.get("via", ()))
    return Claim(id, about=about, casualties=casualties, **fields)


def event(id: str, same_as: str | None = None, when: str = "2016-10-04", **fields) -> Event:
    """An event; ``same_as`` is ``slug/id``."""
    if same_as:
        return Event(id, same_as=tuple(same_as.split("/")), **fields)  # type: ignore[arg-type]
    return Event(id, fields.pop("type", "shelling"), parse_date(when), **fields)


def report(slug: str, *parts: Event | Claim, publisher: str = "outlet", published: str = "2016-10-05") -> PublicReport:
    """A report of these events and claims."""
    events = {part.id: part for part in parts if isinstance(part, Event)}
    claims = {part.id: part for part in parts if isinstance(part, Claim)}
    text = Text("ar", Path(f"{slug}/ar.md"), slug, "", None, False, (), (), ())
    return PublicReport(slug, Record(parse_date(published), publisher, events=events, claims=claims), {"ar": text})


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


def count_of(site: Site, event: str, outcome: str, slug: str | None = None) -> EventCount:
    return findings(site, slug).counts[event, outcome]


def group_of(
    site: Site, event: str, outcome: str, who: str, side: str | None = None, slug: str | None = None
) -> GroupCount:
    """One group of an event."""
    (found,) = [g for g in count_of(site, event, outcome, slug).groups if g.group == Group(who, side)]
    return found


def group(
    site: Site, event: str, outcome: str, who: str, side: str | None = None, slug: str | None = None
) -> str | None:
    """A group's range, as ``shown``."""
    return shown(group_of(site, event, outcome, who, side, slug).range)
