"""The page of a month: the events that may lie in it, with their figures and totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bilingual import P_
from findings import Findings, Scope

from ..page import addresses
from ..page.event_lines import listed
from ..page.kind import Kind, Planned
from ..page.linked_pages import events_page
from ..page.page import Page
from ..page.search_documents import Document, Result, document
from ..page.site_view import Phrase
from .home import day_anchors
from .timeline import KIND as TIMELINE

RESULT = Result("month", P_("result", "Month"), 80)


def month(page: Page) -> Mapping[str, object]:
    """What a month's page shows, and the months with events before and after it."""
    findings = page.site.findings
    months = findings.months
    place = months.index(page.subject)
    scope = findings.in_month(page.subject)
    return {
        "scope": scope,
        "anchors": day_anchors(scope, findings.calendar),
        **listed(page.site, scope),
        "before": months[place - 1] if place else None,
        "after": months[place + 1] if place + 1 < len(months) else None,
    }


def _months(findings: Findings) -> Iterable[str]:
    return findings.months


def _heading(page: Page) -> Phrase:
    return Phrase(page.texts.month(page.subject), page.lang)


def _scope(findings: Findings, month: str) -> Scope:
    return findings.in_month(month)


def _documents(pages: Mapping[str, Planned]) -> Iterable[Document]:
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
    linked=events_page,
    documents=_documents,
    results=(RESULT,),
)
