"""The timeline of the site."""

from __future__ import annotations

from collections.abc import Mapping

from bilingual import N_
from findings import Findings
from pictures.density import density

from ..page import addresses, ledger
from ..page.event_lines import listed
from ..page.kind import PAGE, Kind, always, page_document, whole_site
from ..page.linked_pages import events_page
from ..page.markup import json_data
from ..page.page import Page
from .home import KIND as HOME


def timeline(page: Page) -> Mapping[str, object]:
    """What the timeline of the site shows."""
    findings = page.site.findings
    return {
        "findings": findings,
        "months": findings.months,
        "density": density(_density(findings)),
        **listed(page.site, findings),
        "fields": ledger.fields(page),
        "data": json_data(ledger.timeline_data(page)),
    }


def _density(findings: Findings) -> list[tuple[str, int, int]]:
    """The months, each with how many events lie in it whole, and how many only may."""
    sure = [(month, findings.surely_in(month)) for month in findings.months]
    return [(month, whole, len(findings.in_month(month).timeline) - whole) for month, whole in sure]


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
