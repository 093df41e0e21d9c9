"""Claims, events and figures on a page: their numbers, their order, and how they are read. No fact is decided here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from bilingual import N_, Voice
from findings import (
    Comparison,
    EventCount,
    FigureUse,
    GroupCount,
    LeftOut,
    PlacedClaim,
    Quantity,
    Range,
    ReportFindings,
    Scope,
    SourceAccount,
    Total,
)
from findings.index import ReportedEvent
from findings.scope_figures import places_of, reason_left_out
from reports.edtf import parse_date
from reports.figure_notation import VAGUE
from reports.model import PARTS, Document, Event

from .event_lines import MOST, EventLine, FigureLine, Lines, figure_lines, newest, undated
from .names import Names
from .site_view import Phrase, SiteView
from .texts import Texts

T = TypeVar("T")

#: So many events are listed within each total where all would be too many for a page.
FEW = 12

#: How what one origin counted stands to what others did.
STANDINGS = {
    "alone": N_("nobody else counted these people"),
    "unsure": N_("not comparable: one of them is not a number of its own"),
    "same": N_("the same as the others"),
    "lower": N_("lower than all others"),
    "higher": N_("higher than all others"),
    "within": N_("within the range of the others"),
    "around": N_("includes the range of the others and more"),
    "overlapping": N_("partly in the range of the others"),
}


class Tellings(NamedTuple):
    """Reports that tell an event, as ``(slug, id there)``."""

    inside: list[tuple[str, str]]
    outside: list[tuple[str, str]]


class Noted(NamedTuple):
    """What stands below the title of an event in a list, in words; empty where there is nothing to say."""

    where: str
    sources: str
    denied: str
    rest: tuple[str, ...]


class Figures:
    """The claims, events and figures of a site, for a page that speaks with ``voice``."""

    def __init__(self, site: SiteView, voice: Voice, texts: Texts, names: Names) -> None:
        self.site, self.voice, self.texts, self.names = site, voice, texts, names

    def claim_number(self, claim: PlacedClaim) -> str:
        return self.voice.number(self.site.claim_number(claim))

    def claim_label(self, claim: PlacedClaim, slug: str | None = None) -> str:
        """``Claim 3``, with the title of its briefing on a page that is not ``slug``'s own."""
        label = self.voice.gettext("Claim %(number)s", number=self.claim_number(claim))
        if slug == claim.report:
            return label
        return self.voice.pgettext("list", ", ").join([label, self.texts.plain(self.texts.title(claim.report))])

    def event_number(self, slug: str, key: str) -> str:
        return self.voice.number(self.site.event_number(slug, key))

    def places_in(self, event: ReportedEvent, slug: str) -> list[str]:
        """The names by which an event can be reached in a briefing that tells it, its first id there first."""
        ids = [id for report, id in event.tellings if report == slug]
        return [f"event-{id}" for id in (*ids, *self.former_ids(event, slug))]

    def tellings(self, event: ReportedEvent, slug: str | None, within: Collection[str] | None) -> Tellings:
        """The reports that tell an event, each once, besides ``slug``: those of the page, and those outside it.

        ``within`` are the reports that the page is about, ``None`` for all.
        """
        others = {telling[0]: telling for telling in reversed(event.tellings) if telling[0] != slug}
        ordered = [others[other] for other in dict.fromkeys(other for other, _ in event.tellings) if other in others]
        inside = [telling for telling in ordered if within is None or telling[0] in within]
        return Tellings(inside, [telling for telling in ordered if telling not in inside])

    def in_order(self, claims: Iterable[PlacedClaim]) -> list[PlacedClaim]:
        """Claims by report and number."""
        return sorted(claims, key=lambda claim: (claim.report, self.site.claim_number(claim)))

    def noted(self, line: EventLine) -> Noted:
        """Where an event of a list was, who says so, that somebody denies it, and what else to know of it."""
        event, origins, gettext = line.entry.event.event, line.origins, self.voice.gettext
        if len(origins) == 1:
            sources = self.names.origin(origins[0])
        elif origins:
            sources = self.voice.ngettext("%(num)s separate source", "%(num)s separate sources", len(origins))
        else:
            sources = gettext("Nobody asserts it; it is only denied")
        rest = (
            (event.grade == "discounted", gettext("discounted")),
            (line.entry.background, gettext("background")),
            (event.provisional, gettext("provisional")),
            (self.site.index.parents.get(line.key), gettext("part of another event")),
            (line.elsewhere, gettext("also reported outside this dossier; not counted here")),
        )
        return Noted(
            self.names.listed(event.where),
            sources,
            gettext("denied by some") if line.contested else "",
            tuple(words for holds, words in rest if holds),
        )

    def periods(self, figures: Iterable[FigureUse]) -> Lines[FigureLine]:
        """Figures that cover a time of their own as a list, one line each, newest first."""
        return figure_lines(figures)

    def newest(self, lines: Lines[T], few: int | None = None) -> tuple[T, ...]:
        """Of a long list the newest lines with a date, fifty or so many; all of a short one."""
        return newest(lines, few)

    def undated(self, lines: Lines[T]) -> tuple[T, ...]:
        """Of a long list the lines that are in no month."""
        return undated(lines)

    def fit(self, events: Collection[object], totals: Iterable[Total] = ()) -> bool:
        """Whether some events fit where each has a line within something else; fewer do where ``totals`` have many."""
        lines = sum(len(total.counted) + len(total.words) + len(total.uncounted) for total in totals)
        return len(events) <= (MOST if lines <= 3 * MOST else FEW)

    def left_out(self, figures: Iterable[LeftOut]) -> list[tuple[str, list[str]]]:
        """The events of figures that enter no total, with the reasons; of those of a time of their own, none."""
        found: dict[str, dict[str, None]] = {}
        for out in figures:
            if out.use.event is not None and out.reason != "cumulative":
                found.setdefault(out.use.event, {})[out.reason] = None
        return [(event, list(reasons)) for event, reasons in found.items()]

    def in_no_total(self, figures: Iterable[LeftOut]) -> list[tuple[str, Quantity, list[str], list[FigureUse]]]:
        """The events and outcomes of figures that no total has, with the reasons and the figures."""
        found: dict[tuple[str, Quantity], dict[str, list[FigureUse]]] = {}
        for out in figures:
            if out.use.event is not None and out.reason != "cumulative":
                quantity = Quantity(out.use.outcome, out.use.casualties.unit)
                found.setdefault((out.use.event, quantity), {}).setdefault(out.reason, []).append(out.use)
        return [
            (event, quantity, list(reasons), [use for uses in reasons.values() for use in uses])
            for (event, quantity), reasons in found.items()
        ]

    def by_denied(self, claims: Iterable[PlacedClaim]) -> dict[str, list[PlacedClaim]]:
        """Claims that deny another, by the key of that."""
        found: dict[str, list[PlacedClaim]] = {}
        for claim in claims:
            for denied in claim.denies:
                found.setdefault(denied, []).append(claim)
        return found

    def of_claim(self, claim: PlacedClaim) -> list[FigureUse]:
        """The figures of a claim."""
        return self.site.uses_by_claim.get(claim.key, [])

    def documents(self, claim: PlacedClaim) -> list[Document]:
        """The documents in which a claim was read; none where that is the report itself."""
        record = self.site.index.reports[claim.report].record
        return [record.documents[id] for id in claim.claim.documents]

    def denies(self, claim: PlacedClaim) -> str:
        """What a claim denies, and of whom, in words."""
        others = [self.site.index.claims[key] for key in claim.denies]
        names = self.voice.list(list(dict.fromkeys(self.names.speakers(other) for other in others)))
        what = self.voice.word("denied", claim.claim.denies_what)
        return self.voice.gettext("denies what %(name)s said: %(what)s", name=names, what=what)

    def targets(self, event: Event) -> str:
        """What was hit, as a list in words."""
        return self.voice.list([self.voice.word("target", target) for target in event.target])

    def former_ids(self, event: ReportedEvent, slug: str | None) -> list[str]:
        """The ids and the code by which an event can be reached besides, in the briefing that declares it."""
        if slug != event.report:
            return []
        return [name for name in (event.event.code, *event.event.former) if name]

    def blamed(self, claim: PlacedClaim) -> list[str]:
        """The parties that a claim holds responsible."""
        return list(dict.fromkeys(actor for entry in claim.claim.casualties for actor in entry.blames))

    def places(self, use: FigureUse) -> tuple[str, ...]:
        """Where the people were that a figure counts."""
        return places_of(self.site.index, use)

    def replaced_elsewhere(self, use: FigureUse) -> PlacedClaim | None:
        """The claim of another report that replaces a figure, as the whole site counts: its own report counts it."""
        by = self.site.findings.superseded.get(use.key)
        return by if by and by.report != use.claim.report else None

    def discounted(self, use: FigureUse) -> bool:
        """Whether the editors discount the event of a figure."""
        return reason_left_out(self.site.index, use) == "discounted"

    def whose(self, use: FigureUse) -> str:
        """Whose casualties a figure counts, in words."""
        entry, voice = use.casualties, self.voice
        words = voice.word("unit", entry.unit) if entry.who == "unknown" else voice.word("who", entry.who)
        if entry.of:
            words = voice.gettext("%(status)s (%(actor)s)", status=words, actor=self.names.listed(entry.of))
        if entry.part:
            place = entry.part.removeprefix("in-")
            named = place in self.site.registry.places
            part = self.names.entry(place) if named else self.texts.html(Phrase(entry.part.replace("-", " "), "en"))
            words = voice.gettext("%(whose)s, a part of them: %(part)s", whose=words, part=part)
        return words

    def including(self, use: FigureUse) -> list[str]:
        """Whom a figure names among those that it counts: ``3 children``, ``2 combatants (Coast Guard)``."""
        found = []
        for part in use.casualties.including:
            actor = part.group not in PARTS
            group, figure = "combatants" if actor else part.group, part.figure
            if figure.word and figure.counted:
                people = self.voice.gettext(
                    "%(group)s: %(figure)s",
                    group=self.voice.word("including", group),
                    figure=self.voice.figure(figure),
                )
            else:
                people = self.voice.count_phrase(
                    group, figure.low, figure.high, figure.open, figure.approximate, up_to=figure.up_to
                )
            if actor:
                people = self.voice.gettext("%(status)s (%(actor)s)", status=people, actor=self.names.entry(part.group))
            found.append(people)
        return found

    def range(self, range: Range | None) -> str:
        """A range in words; a word alone as that word."""
        if range is None:
            return self.voice.range(None, None)
        return self.voice.range(
            range.low, range.high, range.open, range.approximate, up_to=says_up_to(range), word=range.word
        )

    def makeup(self, count: EventCount) -> list[tuple[str, GroupCount]]:
        """The rows of a count that say who some of everybody are, each with its name.

        Where all fighters are those of one side, they are named with it and not twice.
        """
        rows = {name: row for name, row in count.rows.items() if name not in ("all", "unknown")}
        sides = [name for name in rows if name.startswith("combatants:")]
        if len(sides) == 1 and "combatants" in rows and rows[sides[0]].range == rows["combatants"].range:
            del rows["combatants"]
        return list(rows.items())

    def among(self, whole: Range | None, parts: Iterable[Range | None]) -> str:
        """What leads from a number to its parts: "of them" only where all of these can be among the fewest it says."""
        if whole and all(part is None or (part.high <= whole.low and not part.open) for part in parts):
            return self.voice.gettext("of them")
        return self.voice.gettext("where broken down:")

    def words_beside(self, total: Total) -> list[tuple[str | None, int]]:
        """The words that a total could not add, each with the number of its events; ``None`` for several at once."""
        ranges = (event.range(total.who) for event in total.words)
        words = [found.word if found else None for found in ranges]
        return [(word, words.count(word)) for word in dict.fromkeys(words)]

    def total(self, total: Total) -> str:
        """A total in words; one to which nothing could be added as the words that were said instead."""
        if total.range or not total.words:
            return self.range(total.range)
        return self.words_alone(total)

    def words_alone(self, total: Total) -> str:
        """A total to which nothing could be added, since only words were said: the word, or that there were words."""
        words = self.words_beside(total)
        if len(words) == 1 and words[0][0]:
            return self.voice.range(None, None, word=words[0][0])
        return self.voice.pgettext("number", "said in words only")

    def and_word(self, word: str | None, events: int) -> str:
        """What a total could not add: ``and dozens in 1 event``."""
        if word is None:
            return self.voice.ngettext(
                "and in %(num)s event only words were said", "and in %(num)s events only words were said", events
            )
        spoken = self.voice.range(None, None, word=word)
        return self.voice.ngettext(
            "and %(word)s in %(num)s event", "and %(word)s in each of %(num)s events", events, word=spoken
        )

    def standing(self, comparison: Comparison) -> str:
        """How what one origin counted stands to what others did, in words."""
        return self.voice.gettext(STANDINGS[comparison.standing])

    def does(self, account: SourceAccount) -> list[str]:
        """What a source does, as short phrases."""
        voice, done = self.voice, []
        if account.says:
            done.append(voice.ngettext("%(num)s claim", "%(num)s claims", len(account.says)))
        if account.relays:
            done.append(voice.ngettext("%(num)s claim relayed", "%(num)s claims relayed", len(account.relays)))
        if account.publishes:
            done.append(voice.ngettext("%(num)s report published", "%(num)s reports published", len(account.publishes)))
        return done

    def span(self, scope: Scope) -> str:
        """The days that the events of a scope cover, in words; of a report without events, the day of publishing."""
        if scope.days is None:
            return self.voice.date(scope.report.record.published) if isinstance(scope, ReportFindings) else ""
        first, last = scope.days
        return self.voice.date(parse_date(f"{first}" if first == last else f"{first}/{last}"))


def says_up_to(range: Range) -> bool:
    """Whether a range only says how many there were at most: its low is no number that anybody gave."""
    return range.low == 0 and range.certainty == VAGUE
