"""The ledger: every figure of the site."""

from __future__ import annotations

from collections.abc import Mapping

from findings import FigureUse, Findings

from ..page import ledger
from ..page.event_rows import event_rows
from ..page.markup import json_data
from ..page.page import Page


def casualties(page: Page) -> Mapping[str, object]:
    """What the ledger shows."""
    findings = page.site.findings
    return {
        "findings": findings,
        "events": event_rows(findings),
        "cumulative": _cumulative(findings),
        "months": findings.months,
        "fields": ledger.fields(page),
        "data": json_data(ledger.ledger_data(page)),
    }


def _cumulative(findings: Findings) -> list[tuple[str, list[FigureUse]]]:
    """The figures over a time, by report, in the order of their periods."""
    found: dict[str, list[FigureUse]] = {}
    for use in sorted(findings.cumulative, key=lambda use: use.casualties.period.sort_key):  # type: ignore[union-attr]
        found.setdefault(use.claim.report, []).append(use)
    return list(found.items())
