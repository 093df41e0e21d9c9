"""A page as its template sees it: names and words, links, claims and figures. No fact is decided here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from bilingual import N_, Voice
from findings import AboutEvent, Attribution, FigureUse, PlacedClaim, ReportFindings, Scope, Total
from findings.casualties import places_of, reason_left_out
from findings.index import Origin, ToldEvent
from pictures.bars import Bar, total_bars
from pictures.chains import SHAPES, Chain, chain_of, kinds
from pictures.timescale import Tick
from reports.edtf import parse_date
from reports.model import BAR, PublicReport

from ..assets.policy import POLICY
from . import addresses, drawing
from .addresses import pdf_of
from .markup import linked
from .names import Names
from .site_view import Phrase, SiteView

#: What each section is called in the navigation and at the head of its page.
SECTION_NAMES = {
    "home": N_("Briefings"),
    "dossiers": N_("Dossiers"),
    "timeline": N_("Timeline"),
    "casualties": N_("Casualties"),
    "places": N_("Places"),
    "actors": N_("Parties"),
    "sources": N_("Sources"),
    "corrections": N_("Corrections"),
    "data": N_("Data"),
    "method": N_("Method"),
    "about": N_("About"),
    "search": N_("Search"),
}

#: The sections in the navigation.
MAIN = ("home", "dossiers", "timeline", "casualties", "places", "actors", "sources", "method", "about")


class Tellings(NamedTuple):
    """Reports that tell an event, as ``(slug, id there)``."""

    inside: list[tuple[str, str]]
    outside: list[tuple[str, str]]


class Page(Names):
    """One page in one language, as its template sees it.

    ``name`` is its kind: a section, ``briefing``, ``dossier``, ``place``, ``actor``, ``source`` or ``month``;
    ``subject`` what it is about: a slug, an id or a month, empty for a section.
    """

    def __init__(self, site: SiteView, path: str, lang: str, name: str, subject: str = "") -> None:
        self.site, self.path, self.lang, self.name, self.subject = site, path, lang, name, subject
        self.voice: Voice = site.voices[lang]
        self.dir = self.voice.dir

    def speaking(self, lang: str) -> Page:
        """The same page, at the same address, for words on it that are in ``lang``."""
        return self if lang == self.lang else Page(self.site, self.path, lang, self.name, self.subject)

    @property
    def report(self) -> PublicReport:
        """The report of a briefing page."""
        return self.site.index.reports[self.subject]

    @property
    def scope(self) -> str:
        """Whose totals the page shows: a report's slug, ``dossier:aleppo``, ``place:aleppo`` … or ``site``."""
        if self.name == "briefing":
            return self.subject
        return f"{self.name}:{self.subject}" if self.subject else "site"

    @property
    def heading(self) -> Phrase:
        """What the page is called: at its head, in its title, and where it is cited."""
        if self.name == "briefing":
            return self.title(self.subject)
        if self.name == "dossier":
            return self.dossier_title(self.subject)
        if self.name == "month":
            return Phrase(self.month_name(self.subject), self.lang)
        if self.subject:
            return Phrase(self.entry_name(self.subject), self.lang)
        if prose := self.site.prose.get((self.name, self.lang)):
            return Phrase(prose.title, self.lang)
        if self.name in ("front", "404", "home"):
            return Phrase(self.site_name, self.lang)
        return Phrase(self.section_title(self.name), self.lang)

    @property
    def title_parts(self) -> list[str]:
        """What stands before the site's name in the page's title: a place and a source may have one name."""
        if self.name == "home":
            return []
        kind = [self.section_title(f"{self.name}s")] if self.name in ("place", "actor", "source") else []
        return [self.told_plain(self.heading), *kind]

    @property
    def description(self) -> Phrase | None:
        """One or two sentences on what the page holds; ``None`` where its name says it all."""
        if self.name == "briefing":
            return self.summary(self.subject)
        if self.name == "dossier":
            return self.dossier_summary(self.subject)
        if self.name in ("place", "actor", "source"):
            return Phrase(self.about_entry(self.subject), self.lang)
        if prose := self.site.prose.get((self.name, self.lang)):
            return Phrase(prose.summary, self.lang)
        return Phrase(self.tagline, self.lang) if self.name == "home" else None

    @property
    def policy(self) -> str:
        """What the page may do in a browser, as a Content Security Policy."""
        return POLICY

    # Links

    def href(self, there: str) -> str:
        return addresses.relative(self.path, there)

    def asset(self, name: str) -> str:
        return self.href(f"{addresses.ASSETS}/{name}")

    def section(self, name: str, lang: str | None = None) -> str:
        return self.href(addresses.section(lang or self.lang, name))

    def briefing(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.briefing(self.lang, slug) + (f"#{fragment}" if fragment else ""))

    def dossier(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.dossier(self.lang, slug) + (f"#{fragment}" if fragment else ""))

    def entry(self, id: str) -> str:
        """The address of the page of a place, actor or source."""
        return self.href(addresses.entry(self.lang, self.site.section_of(id), id))

    def named(self, id: str) -> str:
        """The name of a place, party or source as a link to its page; on that page itself the name alone."""
        name = self.entry_name(id)
        return name if self.subject == id else linked(name, self.entry(id))

    def all_named(self, ids: Iterable[str]) -> str:
        """Names as a list in words, each a link."""
        return self.voice.list([self.named(id) for id in ids])

    def all_origins(self, origins: Iterable[Origin]) -> str:
        """Origins as a list in words, those that have a name as links."""
        return self.voice.list([self.named(one.id) if one.id else self.origin_name(one) for one in origins])

    def total_bars(self, totals: Iterable[Total]) -> dict[tuple[str, str], tuple[int, Bar | None]]:
        """The totals of a scope as bars, by outcome and class: the top of the outcome's scale, and the bar."""
        return total_bars(totals)

    def chain(self, attribution: Attribution) -> Chain:
        """The drawing of a claim's chain, in the direction of the page."""
        return chain_of(attribution, self.dir)

    def chain_kinds(self, about: Iterable[AboutEvent]) -> list[tuple[str, str]]:
        """How the origins of these claims are identified, each with its shape."""
        claims = [claim for group in about for voice in group.voices for claim in voice.claims]
        return [(kind, SHAPES[kind]) for kind in kinds(claims)]

    @property
    def pdf(self) -> str | None:
        """The address of the page's PDF, on a site that is made with PDFs and for a page that has one."""
        name = pdf_of(self.path) if self.site.settings.get("PDF") else None
        return self.href(name) if name else None

    def point(self, along: float) -> str:
        """A place on a scale from 0 to 1, as a length in a drawing of the page."""
        return drawing.point(along, self.dir)

    def stretch(self, start: float, end: float) -> drawing.Stretch:
        """A stretch of such a scale, with ``x`` and ``width``."""
        return drawing.stretch(start, end, self.dir)

    def month(self, month: str) -> str:
        return self.href(addresses.month(self.lang, month))

    def tick_name(self, tick: Tick) -> str:
        """The name of a line on a scale of time: its day, its month or its year, by what the scale tells apart."""
        if tick.names == "day":
            return self.voice.day_short(tick.day)
        return self.voice.date(parse_date(tick.day.isoformat()[: 7 if tick.names == "month" else 4]))

    def id_here(self, event: ToldEvent, slug: str) -> str:
        """The first id that a report gives an event."""
        return next(id for report, id in event.tellings if report == slug)

    def month_name(self, month: str) -> str:
        """``October 2016`` for ``2016-10``."""
        return self.voice.date(parse_date(month))

    def section_title(self, name: str) -> str:
        return self.voice.gettext(SECTION_NAMES[name])

    @property
    def feed(self) -> str:
        """The address of the feed that goes with the page: its dossier's, else its language's."""
        return self.href(addresses.feed(self.lang, self.subject if self.name == "dossier" else None))

    def in_text(self, slug: str, id: str) -> str:
        """The address of the first marked words of an id, in the page's language where the report has it."""
        return self.places_in_text(slug, id)[0]

    def words_of(self, slug: str, id: str) -> list[Phrase]:
        """The marked words of an id, each time they stand in the text; a bar for a claim whose words are redacted."""
        marks = self.site.marks_of(slug, id, self.lang)
        return [Phrase(mark.words, mark.lang) for mark in marks] or [Phrase(BAR, self.lang)]

    def places_in_text(self, slug: str, id: str) -> list[str]:
        """The addresses of these words; of a claim's that are redacted, that of the claim."""
        marks = self.site.marks_of(slug, id, self.lang)
        return [self.briefing(slug, mark.anchor) for mark in marks] or [self.briefing(slug, f"claim-{id}")]

    @property
    def twin(self) -> str | None:
        """The same page in the other language."""
        other = addresses.twin(self.path)
        return self.href(other) if other else None

    def sections(self) -> list[tuple[str, str, str]]:
        """The navigation: name, label and address of each section. Dossiers are in it where there are any."""
        names = [name for name in MAIN if name != "dossiers" or self.site.findings.dossiers]
        return [(name, self.section_title(name), self.section(name)) for name in names]

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

    def claim_label(self, claim: PlacedClaim, slug: str | None = None) -> str:
        """``Claim 3``, with the title of its briefing on a page that is not ``slug``'s own."""
        label = self.voice.gettext("Claim %(number)s", number=self.claim_number(claim))
        if slug == claim.report:
            return label
        return self.voice.pgettext("list", ", ").join([label, self.told_plain(self.title(claim.report))])

    def event_number(self, slug: str, key: str) -> str:
        return self.voice.number(self.site.event_numbers[(slug, key)])

    def tellings(self, event: ToldEvent, slug: str | None, within: Collection[str] | None) -> Tellings:
        """The reports that tell an event, each once, besides ``slug``: those of the page, and those outside it.

        ``within`` are the reports that the page is about, ``None`` for all.
        """
        others = {telling[0]: telling for telling in reversed(event.tellings) if telling[0] != slug}
        ordered = [others[other] for other in dict.fromkeys(other for other, _ in event.tellings) if other in others]
        inside = [telling for telling in ordered if within is None or telling[0] in within]
        return Tellings(inside, [telling for telling in ordered if telling not in inside])

    def event_here(self, key: str, slug: str | None = None) -> str:
        """The address of an event's entry in a briefing that tells it: ``slug``'s own, else the declaring report's."""
        event = self.site.index.events[key]
        tellings = [telling for telling in event.tellings if telling[0] == slug] or list(event.tellings)
        return self.briefing(tellings[0][0], f"event-{tellings[0][1]}")

    def in_order(self, claims: Iterable[PlacedClaim]) -> list[PlacedClaim]:
        """Claims by report and number."""
        return sorted(claims, key=lambda claim: (claim.report, self.site.claim_numbers[claim.key]))

    def by_denied(self, claims: Iterable[PlacedClaim]) -> dict[str, list[PlacedClaim]]:
        """Claims that deny another, by the key of that."""
        found: dict[str, list[PlacedClaim]] = {}
        for claim in claims:
            if claim.denies:
                found.setdefault(claim.denies, []).append(claim)
        return found

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

    def span(self, findings: Scope) -> str:
        """The days that the events of a scope cover, in words; of a report without events, the day of publishing."""
        if findings.days is None:
            return self.voice.date(findings.report.record.published) if isinstance(findings, ReportFindings) else ""
        first, last = findings.days
        return self.voice.date(parse_date(f"{first}" if first == last else f"{first}/{last}"))
