"""The timeline of the site."""

from __future__ import annotations

from collections.abc import Mapping

from bilingual import N_

from ..page import addresses, ledger
from ..page.event_lines import MOST, listed
from ..page.kind import PAGE, Kind, always, page_document, whole_site
from ..page.linked_pages import events_page
from ..page.markup import json_data
from ..page.months import by_year, month_bars
from ..page.page import Page
from .home import KIND as HOME


def timeline(page: Page) -> Mapping[str, object]:
    """What the timeline of the site shows: of many events the newest, and the months in which all are."""
    findings = page.site.findings
    long = len(findings.timeline) > MOST
    return {
        "findings": findings,
        "months": findings.months,
        "density": month_bars(findings, findings.months),
        "years": by_year(findings) if long else (),
        **listed(page.site, findings),
        "fields": ledger.fields(page),
        "data": json_data(ledger.timeline_data(page)),
    }


KIND = Kind(
    name="timeline",
    order=50,
    template="timeline.html",
    path=addresses.section("timeline"),
    context=timeline,
    label=N_("Timeline"),
    in_navigation=always,
    scope=whole_site,
    above=HOME,
    linked=events_page,
    documents=page_document,
    results=(PAGE,),
)
