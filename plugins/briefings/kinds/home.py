"""The first page of a language: what is new, what it changed, and ways to a briefing by day, place and party."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from findings import Day, Scope

from ..page.page import Page

#: How many briefings stand with their summary and figures; the others are a list of titles.
CARDS = 12
#: How many months stand with their days, and how many places and parties; links lead to all of them.
MONTHS, ENTRIES = 6, 12


@dataclass(frozen=True, slots=True)
class Way:
    """A place or party that leads to briefings, and how many."""

    id: str
    briefings: int


@dataclass(frozen=True, slots=True)
class MonthDays:
    """A month with events, and its days with events that are dated to a day."""

    month: str
    days: tuple[Day, ...]


def home(page: Page) -> Mapping[str, object]:
    """What the first page of a language shows."""
    site, findings = page.site, page.site.findings
    reports = site.index.reports
    slugs = sorted(reports, key=lambda slug: reports[slug].record.published.sort_key, reverse=True)
    return {
        "findings": findings,
        "cards": slugs[:CARDS],
        "slugs": slugs,
        "dossiers": list(findings.dossiers),
        "newest": {slug: found for slug in findings.dossiers if (found := findings.newest(slug))},
        "calendar": _calendar(page),
        "places": _ways(page, "places", findings.at_place),
        "parties": _ways(page, "actors", findings.of_party),
    }


def _calendar(page: Page) -> list[MonthDays]:
    """The newest months with events, newest first."""
    days: dict[str, list[Day]] = {}
    for day in page.site.findings.calendar:
        days.setdefault(day.day.isoformat()[:7], []).append(day)
    months = page.site.findings.months[-MONTHS:][::-1]
    return [MonthDays(month, tuple(days.get(month, ()))) for month in months]


def _ways(page: Page, section: str, scope: Callable[[str], Scope]) -> list[Way]:
    """The entries of a section with most briefings; within one number by name. Countries are left out."""
    registry = page.site.registry
    ids = [
        id
        for id in page.site.findings.entries_spoken_of
        if page.site.section_of(id) == section and not (section == "places" and registry.places[id].kind == "country")
    ]
    found = {id: count for id in ids if (count := len(scope(id).slugs))}
    # Chosen by what both languages have in common, so that both pages choose the same.
    chosen = sorted(found, key=lambda id: (-found[id], -len(scope(id).timeline), id))[:ENTRIES]
    return sorted((Way(id, found[id]) for id in page.by_name(chosen)), key=lambda way: -way.briefings)


def day_anchors(scope: Scope, calendar: tuple[Day, ...]) -> dict[str, str]:
    """An id for the first event of each day in scope, by the event's key: ``day-2016-10-12``."""
    keys = set(scope.event_keys)
    firsts = ((day, next((entry for entry in day.entries if entry.event.key in keys), None)) for day in calendar)
    return {entry.event.key: f"day-{day.day.isoformat()}" for day, entry in firsts if entry}
