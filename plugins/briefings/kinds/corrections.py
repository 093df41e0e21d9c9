"""The page of corrections: every correction of every briefing, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bilingual import N_
from reports.model import Correction

from ..page import addresses
from ..page.kind import PAGE, Kind, page_document, whole_site
from ..page.linked_pages import list_page
from ..page.page import Page
from .home import KIND as HOME


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of the report ``slug``; ``number`` counts the report's corrections from the oldest, from 1."""

    slug: str
    number: int
    correction: Correction


def all_corrections(page: Page) -> list[Corrected]:
    """The corrections of the whole site, newest first; on one day by briefing."""
    found = [
        Corrected(slug, len(report.record.corrections) - place, correction)
        for slug, report in page.site.index.reports.items()
        for place, correction in enumerate(report.record.corrections)
    ]
    order = page.site.index.order
    found.sort(key=lambda item: (order[item.slug], -item.number))
    return sorted(found, key=lambda item: item.correction.on.sort_key, reverse=True)


def corrections(page: Page) -> Mapping[str, object]:
    """What the page of corrections shows."""
    reports = page.site.index.reports
    return {
        "corrections": all_corrections(page),
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
