"""The first page of a language: what is new, what it changed, and ways to a briefing by day, place and party."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bilingual import N_
from findings import Day, Findings, Scope
from findings.calendar import month_of

from ..page import addresses
from ..page.bibliography import Cited
from ..page.event_lines import MOST, month_published
from ..page.kind import Feed, Kind, Planned, always, whole_site
from ..page.linked_pages import list_page
from ..page.linked_things import Node, Things
from ..page.months import month_of_day
from ..page.page import Page
from ..page.periods import periods
from ..page.site_view import Phrase

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
    """A month with events, and its days with events that are dated to a day, each with where they are listed."""

    month: str
    days: tuple[tuple[Day, str], ...]


def home(page: Page) -> Mapping[str, object]:
    """What the first page of a language shows."""
    findings = page.site.findings
    slugs = newest_published(findings)
    dossiers = list(findings.dossiers)
    return {
        "findings": findings,
        "cards": slugs[:CARDS],
        "earlier": slugs[CARDS:MOST],
        "periods": [(period, *told) for period, told in published_in(page).items()],
        "slugs": slugs,
        "dossiers": dossiers[:CARDS],
        "more_dossiers": len(dossiers[CARDS:]),
        "newest": {slug: found for slug in dossiers[:CARDS] if (found := findings.newest(slug))},
        "calendar": _calendar(page),
        "places": _ways(page, _places(page), findings.at_place),
        "parties": _ways(page, _parties(page), findings.of_party),
    }


def newest_published(findings: Findings) -> list[str]:
    """The slugs of the reports, the newest first."""
    reports = findings.index.reports
    return sorted(reports, key=lambda slug: reports[slug].record.published.sort_key, reverse=True)


def published_in(page: Page) -> dict[str, tuple[str, int]]:
    """The years or months of many briefings, with where each leads and how many it has."""
    findings = page.site.findings
    found = periods(month_published(findings, slug) for slug in findings.index.reports)
    return {period: (page.links.href(addresses.published(page.lang, period)), n) for period, n in found.items()}


def _calendar(page: Page) -> list[MonthDays]:
    """The newest months with events, newest first."""
    months = page.site.findings.months[-MONTHS:][::-1]
    days: dict[str, list[tuple[Day, str]]] = {month: [] for month in months}
    for day in page.site.findings.calendar:
        if (month := month_of(day.day)) in days:
            listed = page.links.month(month_of_day(page.site, day), f"day-{day.day.isoformat()}")
            days[month].append((day, listed))
    return [MonthDays(month, tuple(found)) for month, found in days.items()]


def _places(page: Page) -> list[str]:
    """The places of the site, countries aside."""
    places = page.site.registry.places
    return [id for id in page.site.findings.entries_spoken_of if id in places and places[id].kind != "country"]


def _parties(page: Page) -> list[str]:
    return [id for id in page.site.findings.entries_spoken_of if id in page.site.registry.actors]


def _ways(page: Page, ids: list[str], scope: Callable[[str], Scope]) -> list[Way]:
    """Those of some entries that have most briefings; within one number by name."""
    found = {id: count for id in ids if (count := len(scope(id).slugs))}
    # Chosen by what both languages have in common, so that both pages choose the same.
    chosen = sorted(found, key=lambda id: (-found[id], -len(scope(id).timeline), id))[:ENTRIES]
    return sorted((Way(id, found[id]) for id in page.names.in_order(chosen)), key=lambda way: -way.briefings)


def day_anchors(scope: Scope, calendar: tuple[Day, ...]) -> dict[str, str]:
    """An id for the first event of each day in scope, by the event's key: ``day-2016-10-12``."""
    keys = set(scope.event_keys)
    firsts = ((day, next((entry for entry in day.entries if entry.event.key in keys), None)) for day in calendar)
    return {entry.event.key: f"day-{day.day.isoformat()}" for day, entry in firsts if entry}


def _heading(page: Page) -> Phrase:
    return Phrase(page.texts.site_name, page.lang)


def _summary(page: Page) -> Phrase | None:
    return Phrase(page.texts.tagline, page.lang) if page.texts.tagline else None


def _cited(page: Page) -> Cited:
    """The list of briefings is not called as the whole site."""
    return Cited(title=Phrase(page.voice.gettext(KIND.label), page.lang))


def _linked(planned: Planned, things: Things) -> list[Node]:
    slugs = newest_published(planned.page.site.findings)
    return list_page(planned, things, [things.briefing(slug) for slug in slugs[:MOST]], len(slugs))


KIND = Kind(
    name="home",
    order=30,
    template="index.html",
    path=addresses.home,
    context=home,
    label=N_("Briefings"),
    in_navigation=always,
    heading=_heading,
    summary=_summary,
    scope=whole_site,
    cited=_cited,
    linked=_linked,
    feed=Feed(
        label=N_("Feed of new and corrected briefings (Atom)"),
        totals=N_("Casualties by the claims of all briefings: %(totals)s."),
    ),
)
