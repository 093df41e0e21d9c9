"""A page as its template sees it: names and words, links, claims and figures. No fact is decided here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from bilingual import Voice
from findings import AboutEvent, Attribution, FigureUse, PlacedClaim, ReportFindings, Scope, Total
from findings.casualties import places_of, reason_left_out
from findings.index import Origin, ToldEvent
from pictures.bars import Bar, total_bars
from pictures.chains import SHAPES, Chain, chain_of, kinds
from pictures.timescale import Tick
from reports.edtf import parse_date
from reports.model import BAR

from . import addresses, drawing
from .markup import linked
from .names import Names
from .site_view import Phrase, SiteView


class Tellings(NamedTuple):
    """Reports that tell an event, as ``(slug, id there)``."""

    inside: list[tuple[str, str]]
    outside: list[tuple[str, str]]


class Page(Names):
    """One page in one language, as its template sees it.

    ``subject`` is what it is about: a slug, an id or a month; empty for a page that each language has once.
    """

    def __init__(self, site: SiteView, path: str, lang: str, subject: str = "") -> None:
        self.site, self.path, self.lang, self.subject = site, path, lang, subject
        self.voice: Voice = site.voices[lang]
        self.dir = self.voice.dir

    def speaking(self, lang: str) -> Page:
        """The same page, at the same address, for words on it that are in ``lang``."""
        return self if lang == self.lang else Page(self.site, self.path, lang, self.subject)

    # Links

    def href(self, there: str) -> str:
        return addresses.relative(self.path, there)

    def asset(self, name: str) -> str:
        return self.href(f"{addresses.ASSETS}/{name}")

    def home(self, lang: str | None = None) -> str:
        """The address of the first page of a language."""
        return self.href(addresses.home(lang or self.lang))

    def section(self, name: str) -> str:
        """The address of a page that each language has once."""
        return self.href(addresses.section(name)(self.lang))

    def briefing(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.briefing(self.lang, slug) + (f"#{fragment}" if fragment else ""))

    def dossier(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.dossier(self.lang, slug) + (f"#{fragment}" if fragment else ""))

    def entry(self, id: str) -> str:
        """The address of the page of a place, actor or source."""
        return self.href(addresses.entry(self.lang, self.site.registry[id]))

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
        return f"{self.site.address}/{path}" if self.site.address else None

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
