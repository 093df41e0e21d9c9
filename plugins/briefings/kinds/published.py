"""The pages of the years of many briefings: every briefing that was published then, with its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from findings import Findings

from ..page import addresses
from ..page.event_lines import month_published
from ..page.kind import Kind, Planned
from ..page.linked_pages import list_page
from ..page.linked_things import Node, Things
from ..page.page import Page
from ..page.periods import periods
from ..page.site_view import Phrase
from .data import files_of_report
from .home import KIND as HOME
from .home import newest_published


def published(page: Page) -> Mapping[str, object]:
    """What the page of a year or month of briefings shows."""
    slugs = _slugs(page.site.findings, page.subject)
    return {"slugs": slugs, "files": {slug: files_of_report(page, slug) for slug in slugs}}


def _slugs(findings: Findings, period: str) -> list[str]:
    return [slug for slug in newest_published(findings) if month_published(findings, slug).startswith(period)]


def _periods(findings: Findings) -> Iterable[str]:
    return periods(month_published(findings, slug) for slug in findings.index.reports)


def _heading(page: Page) -> Phrase:
    when = page.texts.period(page.subject)
    return Phrase(page.voice.gettext("Briefings published in %(when)s", when=when), page.lang)


def _linked(planned: Planned, things: Things) -> list[Node]:
    slugs = _slugs(planned.page.site.findings, planned.page.subject)
    return list_page(planned, things, [things.briefing(slug) for slug in slugs])


KIND = Kind(
    name="published",
    order=152,
    template="published.html",
    path=addresses.published,
    subjects=_periods,
    context=published,
    heading=_heading,
    reports=_slugs,
    above=HOME,
    linked=_linked,
)
