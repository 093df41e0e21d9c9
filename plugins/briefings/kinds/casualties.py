"""The ledger: every figure of the site."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bilingual import N_
from findings import Scope

from ..exports import data_of
from ..exports.casualties import FORMAT as CASUALTIES
from ..exports.csv_text import csv_lines
from ..exports.totals import FORMAT as TOTALS
from ..page import addresses, ledger
from ..page.event_lines import MOST, event_lines
from ..page.kind import PAGE, Kind, Planned, always, page_document, whole_site
from ..page.linked_pages import events_page
from ..page.linked_things import Node, Things
from ..page.markup import json_data
from ..page.months import by_year
from ..page.page import Page
from .home import KIND as HOME


def casualties(page: Page) -> Mapping[str, object]:
    """What the ledger shows: of many events and figures the newest, and the months in which all are."""
    findings = page.site.findings
    figured = with_figures(findings)
    long = max(len(figured), len(findings.cumulative)) > MOST
    rows, totals = page.site.once(data_of).lines(CASUALTIES), csv_lines(TOTALS.column_names, [])[0]
    return {
        "findings": findings,
        "lines": event_lines(findings, findings, figured),
        "years": by_year(findings) if long else (),
        "figured": lambda scope: len(with_figures(scope)),
        "months": findings.months,
        "fields": ledger.fields(page),
        "data": json_data(ledger.ledger_data(page, rows, totals)),
    }


def with_figures(scope: Scope) -> Collection[str]:
    """The events of a scope of which there are figures, or of a part of them."""
    return {*scope.figures_by_event, *scope.counts_by_event}


def _linked(planned: Planned, things: Things) -> list[Node]:
    """The events of which there are figures."""
    return events_page(planned, things, with_figures(planned.page.site.findings))


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
