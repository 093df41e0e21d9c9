"""On which reports a page rests, and when they last changed, by what their records say."""

from __future__ import annotations

from collections.abc import Iterable

from findings import Scope
from reports.edtf import EdtfDate

from .page import Page


def scope_of(page: Page) -> Scope | None:
    """What the findings behind a page are those of; ``None`` for a source's page and for pages of plain words."""
    findings, subject = page.site.findings, page.subject
    if page.name in ("about", "method", "search", "front", "404", "source"):
        return None
    scopes = {
        "briefing": findings.report,
        "dossier": findings.dossier,
        "place": findings.at_place,
        "actor": findings.of_party,
        "month": findings.in_month,
    }
    return scopes[page.name](subject) if subject else findings


def reports_behind(page: Page) -> tuple[str, ...]:
    """The slugs of the reports that a page rests on, in the site's order."""
    scope, index = scope_of(page), page.site.index
    slugs = set(scope.slugs) if scope else set()
    if page.subject in page.site.registry:
        slugs.update(index.mentions.get(page.subject, ()))
        if account := page.site.findings.account_of.get(page.subject):
            slugs.update(claim.report for claim in (*account.says, *account.relays))
            slugs.update(account.publishes)
    return tuple(sorted(slugs, key=index.order.__getitem__))


def last_corrected(page: Page) -> EdtfDate | None:
    """When one of the reports behind a page was last corrected; ``None`` where none was."""
    return _newest(
        item.on for slug in reports_behind(page) for item in page.site.index.reports[slug].record.corrections
    )


def last_changed(page: Page) -> EdtfDate | None:
    """When one of the reports behind a page was last published or corrected; ``None`` for plain pages."""
    published = [page.site.index.reports[slug].record.published for slug in reports_behind(page)]
    corrected = last_corrected(page)
    return _newest([*published, *([corrected] if corrected else [])])


def _newest(dates: Iterable[EdtfDate]) -> EdtfDate | None:
    return max(dates, key=lambda date: date.sort_key, default=None)
