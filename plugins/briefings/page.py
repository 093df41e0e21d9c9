"""A page as its template sees it: names and words, links, claims and figures. No fact is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from bilingual import N_, Voice
from findings import FigureUse, PlacedClaim, ReportFindings
from findings.casualties import places_of, reason_left_out
from reports.dates import parse_date
from reports.model import PublicReport

from . import addresses
from .names import Names
from .views import Phrase, SiteView

SECTION_NAMES = {
    "home": N_("Briefings"),
    "timeline": N_("Timeline"),
    "casualties": N_("Casualties"),
    "sources": N_("Sources"),
    "method": N_("Method"),
    "about": N_("About"),
}


class Page(Names):
    """One page in one language, as its template sees it."""

    def __init__(self, site: SiteView, path: str, lang: str, name: str, report: PublicReport | None = None) -> None:
        self.site, self.path, self.lang, self.name, self.report = site, path, lang, name, report
        self.voice: Voice = site.voices[lang]
        self.dir = self.voice.dir

    @property
    def scope(self) -> str:
        """Whose totals the page shows: a report's slug, or ``site``."""
        return self.report.slug if self.report else "site"

    # Links

    def href(self, there: str) -> str:
        return addresses.relative(self.path, there)

    def asset(self, name: str) -> str:
        return self.href(f"{addresses.ASSETS}/{name}")

    def section(self, name: str, lang: str | None = None) -> str:
        return self.href(addresses.section(lang or self.lang, name))

    def briefing(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.briefing(self.lang, slug) + (f"#{fragment}" if fragment else ""))

    def in_text(self, slug: str, id: str) -> str:
        """The address of the first marked words of an id, in the page's language where the report has it."""
        return self.briefing(slug, self.site.marks_of(slug, id, self.lang)[0].anchor)

    def words_of(self, slug: str, id: str) -> list[Phrase]:
        """The marked words of an id, each time they stand in the text."""
        return [Phrase(mark.words, mark.lang) for mark in self.site.marks_of(slug, id, self.lang)]

    def places_in_text(self, slug: str, id: str) -> list[str]:
        return [self.briefing(slug, mark.anchor) for mark in self.site.marks_of(slug, id, self.lang)]

    @property
    def twin(self) -> str | None:
        """The same page in the other language."""
        other = addresses.twin(self.path)
        return self.href(other) if other else None

    @property
    def sections(self) -> list[tuple[str, str, str]]:
        """The navigation: name, label and address of each section."""
        return [(name, self.voice.gettext(label), self.section(name)) for name, label in SECTION_NAMES.items()]

    @property
    def twin_path(self) -> str:
        """The file of the same page in the other language; the page's own where it serves both."""
        return addresses.twin(self.path) or self.path

    def rooted(self, path: str) -> str:
        """The address of a file from the root of the server, where the site's address is known; else relative."""
        base = self.absolute("")
        return urlsplit(base).path + path if base else self.href(path)

    def absolute(self, path: str) -> str | None:
        """The public address of a file of the site, where the site's own address is known."""
        base = str(self.site.settings.get("SITEURL") or "").rstrip("/")
        return f"{base}/{path}" if base else None

    # Claims and figures

    def claim_number(self, claim: PlacedClaim) -> str:
        return self.voice.number(self.site.claim_numbers[claim.key])

    def event_number(self, slug: str, key: str) -> str:
        return self.voice.number(self.site.event_numbers[(slug, key)])

    def event_here(self, key: str, slug: str | None = None) -> str:
        """The address of an event's entry in a briefing that tells it: ``slug``'s own, else the declaring report's."""
        event = self.site.index.events[key]
        tellings = [telling for telling in event.tellings if telling[0] == slug] or list(event.tellings)
        return self.briefing(tellings[0][0], f"event-{tellings[0][1]}")

    def in_order(self, claims: Iterable[PlacedClaim]) -> list[PlacedClaim]:
        """Claims by report and number."""
        return sorted(claims, key=lambda claim: (claim.report, self.site.claim_numbers[claim.key]))

    def claim_here(self, claim: PlacedClaim) -> str:
        return self.briefing(claim.report, f"claim-{claim.claim.id}")

    def where_of(self, use: FigureUse) -> tuple[str, ...]:
        return places_of(self.site.index, use)

    def uses(self, claim: PlacedClaim) -> list[FigureUse]:
        """The figures of a claim."""
        return self.site.uses_by_claim.get(claim.key, [])

    def blamed(self, claim: PlacedClaim) -> list[str]:
        return list(dict.fromkeys(actor for entry in claim.claim.casualties for actor in entry.blames))

    def discounted(self, use: FigureUse) -> bool:
        return reason_left_out(self.site.index, use) == "discounted"

    def span(self, findings: ReportFindings) -> str:
        """The days that a report's events cover, in words; the day of publishing where they have none."""
        if findings.days is None:
            return self.voice.date(findings.report.record.published)
        first, last = findings.days
        return self.voice.date(parse_date(f"{first}" if first == last else f"{first}/{last}"))
