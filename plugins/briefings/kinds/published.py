"""The pages of the years of many briefings: every briefing that was published then, with its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from findings import Findings

from ..page import addresses, sheets
from ..page.event_lines import month_published
from ..page.kind import Kind, Planned
from ..page.linked_pages import list_page
from ..page.linked_things import Node, Things
from ..page.page import Page
from ..page.periods import period_pages
from ..page.site_view import Phrase
from .data import files_of_report
from .home import KIND as HOME
from .home import newest_published


def published(page: Page) -> Mapping[str, object]:
    """What a page of a year or month of briefings shows."""
    period, number = sheets.parted(page.subject)
    slugs = _slugs(page.site.findings, page.subject)
    return {
        "slugs": slugs,
        "files": {slug: files_of_report(page, slug) for slug in slugs},
        "sheet": sheets.sheet(len(_published_in(page.site.findings, period)), number),
        "at_sheet": lambda one: page.links.href(addresses.published(page.lang, sheets.numbered(period, one))),
    }


def _slugs(findings: Findings, subject: str) -> Sequence[str]:
    period, number = sheets.parted(subject)
    return sheets.on_sheet(_published_in(findings, period), number)


def _published_in(findings: Findings, period: str) -> list[str]:
    return [slug for slug in newest_published(findings) if month_published(findings, slug).startswith(period)]


def _periods(findings: Findings) -> Iterable[str]:
    return period_pages(month_published(findings, slug) for slug in findings.index.reports)


def _heading(page: Page) -> Phrase:
    period, number = sheets.parted(page.subject)
    name = page.voice.gettext("Briefings published in %(when)s", when=page.texts.period(period))
    return Phrase(page.texts.on_sheet(name, number), page.lang)


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
