"""What an event comes to, for whoever asks how many: each account once, and who denies, grades and blames.

Nothing is counted here. The counts are those of the whole site, so that an event has one answer wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports import voices
from reports.edtf import EdtfDate

from .accounts import FigureUse
from .chronology import Entry
from .counting import EventCount
from .group_counts import AccountCount, GroupCount, Quantity
from .index import Index, Origin, PlacedClaim
from .ranges import Range, range_of_counts

#: How a line stands to the answer: it counts everybody, or a part of them; it says that there were some; a later count
#: replaces it.
WHOLE, PART, SOME, SUPERSEDED = "whole", "part", "some", "superseded"
KINDS = (WHOLE, PART, SOME, SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Line:
    """What one origin counts, in however many wordings. ``range`` is ``None`` where it only says that there were some.

    ``kind`` is one of ``KINDS``; ``by`` is the claim that replaces a superseded one.
    """

    kind: str
    counts: tuple[AccountCount, ...]
    range: Range | None
    by: PlacedClaim | None = None

    @property
    def claims(self) -> tuple[PlacedClaim, ...]:
        return tuple(count.claim for count in self.counts)


@dataclass(frozen=True, slots=True)
class Answer:
    """How many people one outcome befell, and whose word each number is.

    ``lines`` are the accounts of the event itself, ``group`` has the events that are part of it.
    """

    count: EventCount
    lines: tuple[Line, ...]

    @property
    def quantity(self) -> Quantity:
        return self.count.quantity

    @property
    def group(self) -> GroupCount:
        """The count of everybody."""
        return self.count.all

    @property
    def range(self) -> Range | None:
        return self.group.range

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The separate sources of the number."""
        return self.group.origins

    @property
    def standing(self) -> str:
        """How those who counted stand to each other.

        ``uncounted``: nobody gave a number. ``added``: nobody counted everybody, so parts are added. ``differ``: those
        who counted everybody do not agree, or parts come to more. ``vague``: some gave a number, and others say the
        same less exactly. ``part``: they agree, and others count a part. ``same``: all count everybody, and agree.
        """
        if self.range is None:
            return "uncounted"
        wholes = {_said(line.range) for line in self.lines if line.kind == WHOLE and line.range}
        if not wholes:
            return "added"
        if len(wholes) > 1 or (self.group.sum and self.group.sum.stands):
            return "differ" if self.range.low < self.range.high else "vague"
        return "part" if self.group.events or any(line.kind == PART for line in self.lines) else "same"


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """All that the site says of an event in short.

    ``answers`` are those of its quantities, what was counted before what was not. ``cumulative`` are figures of a time
    of their own whose claims are about it, ``discounted`` its figures where the editors discount it. ``denials`` are
    the claims that deny something of it, and ``blamed`` the parties held responsible, each with who says so.
    """

    entry: Entry
    answers: tuple[Answer, ...]
    cumulative: tuple[FigureUse, ...]
    discounted: tuple[FigureUse, ...]
    denials: tuple[PlacedClaim, ...]
    blamed: tuple[tuple[str, tuple[PlacedClaim, ...]], ...]

    @property
    def key(self) -> str:
        return self.entry.event.key

    @property
    def main(self) -> Answer | None:
        """The answer that stands first; ``None`` where nobody says that anybody was harmed."""
        return self.answers[0] if self.answers else None

    @property
    def contested(self) -> bool:
        """Whether somebody denies its number; of an event without one, anything of it."""
        if self.main and self.main.range:
            return self.main.range.contested
        return bool(self.denials)


def event_answer(
    entry: Entry,
    counts: Iterable[EventCount],
    figures: Iterable[FigureUse],
    denials: Mapping[str, Sequence[PlacedClaim]],
) -> EventAnswer:
    """The answer of an event: ``figures`` are those of the claims about it, ``denials`` go by what they deny."""
    figures = list(figures)
    incident = [use for use in figures if use.casualties.scope == "incident"]
    against = [one for claim in entry.claims for one in denials.get(claim.key, ())]
    blamed: dict[str, dict[str, PlacedClaim]] = {}
    for use in incident:
        for actor in use.casualties.blames:
            blamed.setdefault(actor, {})[use.claim.key] = use.claim
    answers = sorted((_answer(count) for count in counts), key=lambda one: (one.range is None, one.quantity.sort_key))
    return EventAnswer(
        entry,
        tuple(answers),
        tuple(use for use in figures if use.casualties.scope == "cumulative"),
        tuple(incident) if entry.event.event.grade == "discounted" else (),
        tuple({one.key: one for one in (*against, *_denying(entry.claims))}.values()),
        tuple((actor, tuple(claims.values())) for actor, claims in blamed.items()),
    )


def main_event(index: Index, slug: str) -> str | None:
    """The key of the event that a report is about: as its record says, else the first that is not background."""
    record = index.reports[slug].record
    if record.main:
        return index.event_key(slug, record.main)
    told = [id for id, event in record.events.items() if not event.background] or list(record.events)
    first = told[0] if told else None
    return index.event_key(slug, first) if first else None


def _denying(claims: Iterable[PlacedClaim]) -> list[PlacedClaim]:
    return [claim for claim in claims if claim.claim.stance == "denies"]


def _answer(count: EventCount) -> Answer:
    group, own = count.all, {account.claim.key for account in count.tally.accounts}
    wholes: dict[frozenset[str], list[AccountCount]] = {}
    lines: list[Line] = []
    for one in group.counts:
        if one.range and one.whole:
            wholes.setdefault(one.claim.origin_keys, []).append(one)
        else:
            lines.append(Line(PART if one.range else SOME, (one,), one.range))
    for counts in wholes.values():
        lines.append(Line(WHOLE, tuple(counts), range_of_counts([one.range for one in counts if one.range])))
    for gone in group.superseded:
        if gone.count.claim.key in own:
            lines.append(Line(SUPERSEDED, (gone.count,), gone.count.range, gone.by))
    return Answer(count, tuple(sorted(lines, key=_order)))


def _order(line: Line) -> tuple[object, ...]:
    """By kind, then from few to many."""
    ends = (line.range.low, line.range.high, line.range.open) if line.range else (0, 0, False)
    return KINDS.index(line.kind), *ends, line.claims[0].key


def _said(range: Range) -> tuple[object, ...]:
    return range.low, range.high, range.open, range.approximate, range.word


@dataclass(frozen=True, slots=True)
class Told:
    """A count in the order in which counts were made: when, and what replaces it where something does."""

    when: EdtfDate
    count: AccountCount
    by: PlacedClaim | None


def history(index: Index, answer: Answer) -> tuple[Told, ...]:
    """The counts of an answer in the order in which they were made; none where that says no more than its lines.

    It does where a later count replaced one, or where they say of several days when they were made.
    """
    found = [
        Told(voices.said_at(index.reports[count.claim.report].record, count.claim.claim), count, line.by)
        for line in answer.lines
        for count in line.counts
    ]
    days = {told.when.text for told in found if told.count.claim.claim.as_of}
    if len(days) < 2 and not any(told.by for told in found):
        return ()
    return tuple(sorted(found, key=lambda told: (told.when.sort_key, told.count.claim.key)))
