"""The page of corrections: every correction of every briefing, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bilingual import N_
from findings import Findings
from findings.calendar import UNDATED, month_of
from findings.changes import Corrected

from ..page import addresses, sheets
from ..page.event_lines import MOST
from ..page.kind import PAGE, Kind, page_document, whole_site
from ..page.linked_pages import list_page
from ..page.page import Page
from ..page.periods import period_pages, periods
from ..page.site_view import Phrase
from .home import KIND as HOME


def corrections(page: Page) -> Mapping[str, object]:
    """What the page of corrections shows: of many the newest, and where all are."""
    found = page.site.findings.corrections
    parts = _parts(page.site.findings)
    hrefs = [(part, page.links.href(addresses.corrected(page.lang, part)), n) for part, n in parts.items()]
    return {**_shown(page, found[:MOST]), "periods": hrefs, "sheet": None}


def _part(page: Page) -> Mapping[str, object]:
    """What a page of a year or month of them shows."""
    period, number = sheets.parted(page.subject)
    found = [item for item in page.site.findings.corrections if _month(item).startswith(period)]
    return {
        **_shown(page, sheets.on_sheet(found, number)),
        "periods": [],
        "sheet": sheets.sheet(len(found), number),
        "at_sheet": lambda one: page.links.href(addresses.corrected(page.lang, sheets.numbered(period, one))),
    }


def _shown(page: Page, found: Sequence[Corrected]) -> Mapping[str, object]:
    reports = page.site.index.reports
    return {
        "corrections": found,
        "first_published": {item.slug: reports[item.slug].record.published for item in found},
    }


def _parts(findings: Findings) -> dict[str, int]:
    return periods(map(_month, findings.corrections))


def _pages(findings: Findings) -> Iterable[str]:
    return period_pages(map(_month, findings.corrections))


def _month(item: Corrected) -> str:
    on = item.correction.on
    day = on.earliest or on.latest
    return month_of(day) if day else UNDATED


def _heading(page: Page) -> Phrase:
    period, number = sheets.parted(page.subject)
    label, when = page.voice.gettext(KIND.label), page.texts.period(period)
    name = page.voice.gettext("%(name)s: %(when)s", name=label, when=when)
    return Phrase(page.texts.on_sheet(name, number), page.lang)


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

PART = Kind(
    name="corrections-part",
    order=105,
    template="corrections.html",
    path=addresses.corrected,
    subjects=_pages,
    context=_part,
    heading=_heading,
    scope=whole_site,
    above=KIND,
    linked=list_page,
)

KINDS = (KIND, PART)
