"""The page of corrections: every correction of every briefing, the newest first."""

from __future__ import annotations

from collections.abc import Mapping

from bilingual import N_

from ..page import addresses
from ..page.kind import PAGE, Kind, page_document, whole_site
from ..page.linked_pages import list_page
from ..page.page import Page
from .home import KIND as HOME


def corrections(page: Page) -> Mapping[str, object]:
    """What the page of corrections shows."""
    reports = page.site.index.reports
    return {
        "corrections": page.site.findings.corrections,
        "first_published": {slug: report.record.published for slug, report in reports.items()},
    }


KIND = Kind(
    name="corrections",
    order=100,
    template="corrections.html",
    path=addresses.section("corrections"),
    context=corrections,
    label=N_("Corrections"),
    scope=whole_site,
    above=HOME,
    linked=list_page,
    documents=page_document,
    results=(PAGE,),
)
