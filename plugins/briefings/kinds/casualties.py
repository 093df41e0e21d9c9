"""The ledger: every figure of the site."""

from __future__ import annotations

from collections.abc import Mapping

from bilingual import N_

from ..exports import data_of
from ..exports.casualties import FORMAT as CASUALTIES
from ..exports.csv_text import csv_lines
from ..exports.totals import FORMAT as TOTALS
from ..page import addresses, ledger
from ..page.event_lines import event_lines
from ..page.kind import PAGE, Kind, Planned, always, page_document, whole_site
from ..page.linked_pages import list_page
from ..page.linked_things import Node, Things
from ..page.markup import json_data
from ..page.page import Page
from .home import KIND as HOME


def casualties(page: Page) -> Mapping[str, object]:
    """What the ledger shows."""
    findings = page.site.findings
    rows, totals = page.site.once(data_of).lines(CASUALTIES), csv_lines(TOTALS.column_names, [])[0]
    return {
        "findings": findings,
        "lines": event_lines(findings, findings, {*findings.figures_by_event, *findings.counts_by_event}),
        "months": findings.months,
        "fields": ledger.fields(page),
        "data": json_data(ledger.ledger_data(page, rows, totals)),
    }


def _linked(planned: Planned, things: Things) -> list[Node]:
    """The events of which there are figures."""
    findings = planned.page.site.findings
    keys = [entry.event.key for entry in findings.timeline]
    return list_page(planned, things, [things.event(key) for key in keys if key in findings.figures_by_event])


KIND = Kind(
    name="casualties",
    order=60,
    template="casualties.html",
    path=addresses.section("casualties"),
    context=casualties,
    label=N_("Casualties"),
    in_navigation=always,
    scope=whole_site,
    above=HOME,
    linked=_linked,
    documents=page_document,
    results=(PAGE,),
)
