"""The page of a month: the events that may lie in it, with their figures and totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bilingual import P_
from findings import Findings, Scope

from ..page import addresses, sheets
from ..page.event_lines import Lines, short_picture
from ..page.kind import Kind, Planned
from ..page.linked_pages import lines_page
from ..page.linked_things import Node, Things
from ..page.months import month_lists
from ..page.page import Page
from ..page.search_documents import Document, Result, document
from ..page.sheets import Sheet
from ..page.site_view import Phrase
from .home import day_anchors
from .timeline import KIND as TIMELINE

RESULT = Result("month", P_("result", "Month"), 80)


def month(page: Page) -> Mapping[str, object]:
    """What a page of a month shows, and the months with events before and after it."""
    findings = page.site.findings
    months = findings.months
    month, _ = sheets.parted(page.subject)
    place = months.index(month)
    scope = findings.in_month(month)
    lists, sheet = _lists(page)
    return {
        "scope": scope,
        "anchors": day_anchors(scope, findings.calendar),
        "lists": lists,
        "sheet": sheet,
        "at_sheet": lambda number: page.links.month(sheets.numbered(month, number)),
        "picture": short_picture(page.site, scope),
        "before": months[place - 1] if place else None,
        "after": months[place + 1] if place + 1 < len(months) else None,
    }


def _lists(page: Page) -> tuple[Mapping[str, Lines], Sheet]:
    """The events and the figures that stand on a page of a month."""
    month, number = sheets.parted(page.subject)
    events, figures = month_lists(page.site, month)
    return sheets.lists_on({"events": events, "cumulative": figures}, number)


def _months(findings: Findings) -> Iterator[str]:
    for month in findings.months:
        scope = findings.in_month(month)
        yield from sheets.subjects(month, len(scope.timeline) + len(scope.cumulative))


def _heading(page: Page) -> Phrase:
    month, number = sheets.parted(page.subject)
    return Phrase(page.texts.on_sheet(page.texts.month(month), number), page.lang)


def _scope(findings: Findings, subject: str) -> Scope:
    return findings.in_month(sheets.parted(subject)[0])


def _linked(planned: Planned, things: Things) -> list[Node]:
    return lines_page(planned, things, _lists(planned.page)[0]["events"])


def _documents(pages: Mapping[str, Planned]) -> Iterable[Document]:
    if sheets.parted(pages["en"].page.subject)[1] == 1:
        titles = {lang: planned.heading.text for lang, planned in pages.items()}
        yield document(RESULT, pages["en"].path, titles, names=[pages["en"].page.subject])


KIND = Kind(
    name="month",
    order=200,
    template="month.html",
    path=addresses.month,
    subjects=_months,
    context=month,
    heading=_heading,
    scope=_scope,
    above=TIMELINE,
    linked=_linked,
    documents=_documents,
    results=(RESULT,),
)
