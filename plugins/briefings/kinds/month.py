"""The page of a month: the events that may lie in it, with their figures and totals."""

from __future__ import annotations

from collections.abc import Mapping

from pictures.timeline_picture import timeline_picture

from ..page.event_rows import event_rows
from ..page.page import Page
from .home import day_anchors


def month(page: Page) -> Mapping[str, object]:
    """What a month's page shows, and the months with events before and after it."""
    findings = page.site.findings
    months = findings.months
    place = months.index(page.subject)
    scope = findings.in_month(page.subject)
    return {
        "scope": scope,
        "anchors": day_anchors(scope, findings.calendar),
        "events": event_rows(scope),
        "picture": timeline_picture(scope.timeline, page.site.registry),
        "before": months[place - 1] if place else None,
        "after": months[place + 1] if place + 1 < len(months) else None,
    }
