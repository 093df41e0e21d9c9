"""What an event comes to in words: the number as a phrase, whose word it is, and sentences that others can quote."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from bilingual import Voice
from findings import Answer, EventAnswer, FigureUse, Line, PlacedClaim, Quantity, Range

from . import addresses
from .figures import Figures, says_up_to
from .links import Links
from .names import Names
from .site_view import Phrase, SiteView
from .texts import Texts


class Answers:
    """The answers of events for a page that speaks with ``voice``. No fact is decided here."""

    def __init__(
        self, site: SiteView, voice: Voice, texts: Texts, names: Names, figures: Figures, links: Links
    ) -> None:
        self.site, self.voice, self.texts, self.names = site, voice, texts, names
        self.figures, self.links = figures, links

    def of(self, key: str) -> EventAnswer:
        """The answer of an event."""
        return self.site.findings.answer(key)

    def number(self, answer: Answer) -> str:
        """The number with its people: ``21 to 45 people killed, or more``."""
        return self.people(answer.quantity, answer.range)

    def people(self, quantity: Quantity, range: Range | None) -> str:
        """A range with the people that it counts; of families with what befell them."""
        voice, in_people = self.voice, quantity.unit == "people"
        who = quantity.outcome if in_people else quantity.unit
        if range is None:
            phrase = voice.count_phrase(who, None, None)
        elif range.word:
            phrase = voice.word_phrase(who, range.word)
        else:
            phrase = voice.count_phrase(
                who, range.low, range.high, range.open, range.approximate, up_to=says_up_to(range)
            )
        if in_people:
            return phrase
        outcome = voice.word("outcome", quantity.outcome)
        return voice.gettext("%(outcome)s: %(people)s", outcome=outcome, people=phrase)

    def sources(self, answer: Answer) -> str:
        """Whose word the number is, and how they stand to each other, as the end of a sentence."""
        voice, origins, standing = self.voice, answer.origins, answer.standing
        n = len(origins)
        if standing == "uncounted":
            claims = [claim for line in answer.lines for claim in line.claims]
            names = self.names.origins(origin for claim in claims for origin in claim.origins)
            return voice.gettext("according to: %(names)s.", names=names) if names else ""
        if n == 1:
            name = self.names.origin(origins[0])
            if standing == "differ":
                return voice.gettext("according to one source, which gives different numbers: %(name)s.", name=name)
            if standing == "added":
                return voice.gettext("according to one source, which counts only a part: %(name)s.", name=name)
            return voice.gettext("according to one source: %(name)s.", name=name)
        if standing == "differ":
            return voice.ngettext(
                "according to %(num)s separate source, and nothing here says which number is right.",
                "according to %(num)s separate sources. They do not agree, and nothing here says which is right.",
                n,
            )
        if standing == "vague":
            return voice.ngettext(
                "according to %(num)s separate source, in places less exactly.",
                "according to %(num)s separate sources, some of which say it less exactly.",
                n,
            )
        if standing == "added":
            return voice.ngettext(
                "according to %(num)s separate source, added up: it counts parts, and nobody counts everybody.",
                "according to %(num)s separate sources, added up: each counts a part, and nobody counts everybody.",
                n,
            )
        if standing == "part":
            return voice.ngettext(
                "according to %(num)s separate source, which in places counts only a part.",
                "according to %(num)s separate sources, some of which count only a part.",
                n,
            )
        return voice.ngettext(
            "according to %(num)s separate source.", "according to %(num)s separate sources, which agree.", n
        )

    def short(self, told: EventAnswer) -> str:
        """The number of an event in a line: that of its first answer; empty where there is none."""
        return self.number(told.main) if told.main else ""

    def said(self, told: EventAnswer) -> str:
        """What stands first of an event as one sentence: its number, or who says that it happened."""
        if told.main:
            parts = filter(None, (self.number(told.main), self.sources(told.main)))
            return self.voice.pgettext("list", ", ").join(parts)
        if told.cumulative:
            comma, semicolon = self.voice.pgettext("list", ", "), self.voice.pgettext("list", "; ")
            parting = comma if len(told.cumulative) == 1 else semicolon
            return parting.join([self.cumulative_short(told), self.cumulative(told)])
        return self.happened(told)

    def cumulative(self, told: EventAnswer) -> str:
        """That the figures of an event are of a time of their own; whose the one is, where there is one."""
        voice, figures = self.voice, told.cumulative
        if len(figures) > 1:
            return voice.gettext("each covers a time of its own, and none is of this event alone.")
        return voice.gettext(
            "according to %(name)s. The figure is not of this event alone; time covered: %(period)s.",
            name=self.names.speakers(figures[0].claim),
            period=voice.date(figures[0].casualties.period),  # type: ignore[arg-type]  # a cumulative figure has it
        )

    def cumulative_short(self, told: EventAnswer) -> str:
        """The one figure of a time of its own, or how many there are."""
        figures = told.cumulative
        if len(figures) == 1:
            return self.people_of(figures[0])
        outcomes = dict.fromkeys(self.names.outcome(use) for use in figures)
        return self.voice.gettext(
            "%(outcomes)s: %(figures)s",
            outcomes=self.voice.list(list(outcomes)),
            figures=self.voice.ngettext("%(num)s figure", "%(num)s figures", len(figures)),
        )

    def people_of(self, use: FigureUse) -> str:
        """A single figure with the people that it counts."""
        figure, quantity = use.figure, Quantity(use.outcome, use.casualties.unit)
        if not figure.counted:
            return self.people(quantity, None)
        who = quantity.outcome if quantity.unit == "people" else quantity.unit
        if figure.word:
            return self.voice.word_phrase(who, figure.word)
        return self.voice.count_phrase(
            who, figure.low, figure.high, figure.open, figure.approximate, up_to=figure.up_to
        )

    def happened(self, told: EventAnswer) -> str:
        """Who says that an event without a number happened, as a sentence."""
        voice, entry = self.voice, told.entry
        if entry.by_report:
            names = self.names.listed(entry.speakers)
            return voice.gettext("Stated by the report itself: %(names)s.", names=names)
        if not entry.origins:
            return voice.gettext("Nobody asserts it; it is only denied.")
        if len(entry.origins) == 1:
            return voice.gettext("Said by one source: %(name)s.", name=self.names.origin(entry.origins[0]))
        return voice.ngettext(
            "Said by %(num)s separate source.", "Said by %(num)s separate sources.", len(entry.origins)
        )

    # What others can quote

    def sentence(self, told: EventAnswer) -> Markup:
        """The event, its day, its number and whose word each is: whole sentences, to be quoted without the page."""
        voice = self.voice
        event = Markup(voice.pgettext("list", ", ")).join([self._title(told), self._when(told)])
        parts = [voice.gettext("%(event)s: %(said)s", event=event, said=self.said(told))]
        figures = self._by_source(told.main.lines) if told.main else []
        if len(figures) > 1:
            parts.append(
                voice.gettext("Who says what: %(figures)s.", figures=voice.pgettext("list", "; ").join(figures))
            )
        if told.denials:
            parts.append(self.denied(told))
        return Markup(" ").join([*parts, self.texts.site_name + voice.pgettext("citation", ", ").rstrip()])

    def denied(self, told: EventAnswer) -> str:
        """Who denies something of an event, as a sentence."""
        names = self.voice.list(list(dict.fromkeys(self.names.speakers(one) for one in told.denials)))
        return self.voice.gettext("Something of it is denied by: %(names)s.", names=names)

    def frame(self, told: EventAnswer) -> str:
        """The HTML with which another site shows an event in a frame; empty where this one has no public address."""
        address = self.links.absolute(addresses.embed(self.voice.lang, told.key))
        title = escape(self.texts.plain(self.texts.event_title(told.key)))
        frame = f'<iframe src="{address}" title="{title}" width="100%" height="280" loading="lazy"></iframe>'
        return frame if address else ""

    def citation(self, told: EventAnswer) -> Markup:
        """The figure as a reference: its number, the title and day of the event, and the site."""
        voice = self.voice
        title = voice.pgettext("citation", "“%(title)s”", title=self._title(told))
        parts = [title, self._when(told), *filter(None, [self.short(told)]), self.texts.site_name]
        return Markup(voice.pgettext("citation", ", ")).join([*parts, ""]).rstrip()

    def address(self, told: EventAnswer) -> str:
        """The public address of an event's page; where the site has none, its place in the site."""
        path = addresses.event(self.voice.lang, told.key).removesuffix("index.html")
        return self.links.absolute(path) or path

    def _title(self, told: EventAnswer) -> str:
        """Its title; one of the other language is marked with it, and keeps its order where only the text is copied."""
        title = self.texts.event_title(told.key)
        return self.texts.html(Phrase(self.texts.plain(title), title.lang))

    def _when(self, told: EventAnswer) -> str:
        return self.voice.date(told.entry.event.event.when)  # type: ignore[arg-type]  # a checked record has it

    def _by_source(self, lines: Iterable[Line]) -> list[str]:
        """Each source that gave a number, with it."""
        return [
            self.voice.gettext("%(name)s (%(figure)s)", name=self.who(line), figure=self.figures.range(line.range))
            for line in lines
            if line.range and line.kind != "superseded"
        ]

    def who(self, line: Line) -> str:
        """Who counts, as a list in words."""
        return self.names.origins(line.claims[0].origins)

    # Ways on

    def articles(self, claim: PlacedClaim) -> list[str]:
        """The addresses of what a claim was read in: its documents, else its report's original; copies where only
        these are known."""
        record = self.site.index.reports[claim.report].record
        read: list[tuple[str | None, str | None]] = [(one.url, one.archive) for one in self.figures.documents(claim)]
        found = [url or archive for url, archive in read or [(record.url, record.archive)]]
        return list(dict.fromkeys(address for address in found if address))

    def tells_whose(self, use: FigureUse) -> bool:
        """Whether a figure says whose people it counts."""
        entry = use.casualties
        return bool(entry.who != "unknown" or entry.of or entry.part)

    def speaks_of_some(self, use: FigureUse) -> bool:
        """Whether it does, or says something of some of them."""
        return self.tells_whose(use) or bool(use.casualties.including)
