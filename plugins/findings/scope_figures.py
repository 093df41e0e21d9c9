"""The figures of a scope, what its counts leave out and why, and its totals: rules 1 and 9 of the counting rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from reports.model import EITHER, INJURED, KILLED, OUTCOMES, UNITS

from .accounts import STATUSES, FigureKey, FigureUse
from .counting import Counts, EventCount
from .group_counts import ALL, ROWS, UNKNOWN, Quantity
from .index import Index, Origin, PlacedClaim
from .ranges import Range, added

#: Why a figure adds nothing to a total, in the order in which they are looked for.
REASONS = ("cumulative", "discounted", "background", "told-apart", "superseded", "uncounted")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that a total does not count, and why: one of ``REASONS``.

    ``told-apart``: killed or injured people of whose event the killed and the injured are counted each by themselves.
    ``by`` is the claim that replaces a superseded one.
    """

    use: FigureUse
    reason: str
    by: PlacedClaim | None = None


class Listed(NamedTuple):
    """Events by what they add to a total: so many people, each event with its range; words alone; or nothing, where
    people were reported and none counted."""

    counted: tuple[tuple[EventCount, Range], ...]
    words: tuple[EventCount, ...]
    uncounted: tuple[EventCount, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """What the events of a scope add up to, for one quantity and one row.

    ``counted`` are the events that add to it, each with its range; ``words`` those of which only words gave a range;
    ``uncounted`` those in which people were reported and none counted. ``inner`` are the events that are part of one of
    these: each stands in its own right where it is chosen without that one. ``range`` is ``None`` where nothing was
    added.
    """

    quantity: Quantity
    who: str
    range: Range | None
    counted: tuple[tuple[EventCount, Range], ...]
    words: tuple[EventCount, ...]
    uncounted: tuple[EventCount, ...]
    inner: Listed
    left_out: tuple[LeftOut, ...]

    @property
    def outcome(self) -> str:
        return self.quantity.outcome

    @property
    def unit(self) -> str:
        return self.quantity.unit

    @property
    def voices(self) -> tuple[Origin, ...]:
        """The origins of what is counted in it, each once, in the order of their first figure."""
        rows = [event.rows[self.who] for event, _ in self.counted]
        return tuple({origin.key: origin for row in rows for origin in row.origins}.values())

    @property
    def origins(self) -> frozenset[str]:
        """The keys of those origins."""
        return frozenset(origin.key for origin in self.voices)

    @property
    def disputed(self) -> tuple[EventCount, ...]:
        """Those of the events it adds of which somebody denies a count, that it took place, or who is responsible."""
        rows = ((event, event.rows[self.who]) for event, _ in self.counted)
        return tuple(event for event, row in rows if row.denials or row.disputes)


def uses(claims: Iterable[PlacedClaim]) -> list[FigureUse]:
    """Every figure of the claims, one for each outcome of each casualties entry, in their order."""
    return [
        FigureUse(claim, number, outcome, figure, entry, claim.about[0] if len(claim.about) == 1 else None)
        for claim in claims
        for number, entry in enumerate(claim.claim.casualties)
        for outcome, figure in entry.figures
    ]


def reason_left_out(index: Index, use: FigureUse) -> str | None:
    """Why a figure enters no range (rule 1), or ``None`` where it may."""
    if use.casualties.scope == "cumulative":
        return "cumulative"
    if use.event is not None and index.events[use.event].event.grade == "discounted":
        return "discounted"
    return None


def superseded(counts: Counts) -> dict[FigureKey, PlacedClaim]:
    """The figures that later counts replace in the row of everybody, and the claim that replaces each (rule 6)."""
    gone = (one for count in counts.values() for one in count.all.superseded)
    return {use.key: one.by for one in gone for use in one.count.figures}


def places_of(index: Index, use: FigureUse) -> tuple[str, ...]:
    """The places of a figure: its own, else those of the events that its claim is about."""
    about = (place for key in use.claim.about for place in index.events[key].event.where)
    return use.casualties.where or tuple(dict.fromkeys(about))


def concerns(use: FigureUse, row: str) -> bool:
    """Whether a figure says something of a row."""
    entry = use.casualties
    if row == ALL:
        return True
    if row == UNKNOWN:
        return entry.who not in STATUSES
    return entry.who == row or any(part.group == row for part in entry.including)


def told_apart(counts: Counts, index: Index) -> Callable[[str, Quantity], bool]:
    """Which figures of killed or injured people a total leaves out, since others count the same people apart (rule 9).

    They are those of an event of which killed and injured are both counted; and where its own claims do so, of the
    events that are part of it too, since it counts their people among its own.
    """

    def both(event: str, unit: str, *, own: bool = False) -> bool:
        found = [counts.get((event, Quantity(outcome, unit))) for outcome in (KILLED, INJURED)]
        if own:
            return all(count and any(one.range for one in count.all.counts) for count in found)
        return all(count and count.all.range for count in found)

    def takes(event: str, quantity: Quantity) -> bool:
        if quantity.outcome != EITHER:
            return False
        if both(event, quantity.unit):
            return True
        above = index.parents.get(event)
        while above:
            if both(above, quantity.unit, own=True):
                return True
            above = index.parents.get(above)
        return False

    return takes


def tops(index: Index, counts: Counts, events: Collection[str]) -> tuple[list[EventCount], list[EventCount]]:
    """The counts that a total adds, those of ``events`` that are no part of another of them (rule 9); and the rest."""
    found: tuple[list[EventCount], list[EventCount]] = [], []
    for (event, _), count in counts.items():
        if event in events:
            above = index.parents.get(event)
            while above and above not in events:
                above = index.parents.get(above)
            found[above is not None].append(count)
    return found


def added_up(
    counts: Iterable[EventCount], left_out: Collection[LeftOut], inner: Iterable[EventCount] = ()
) -> list[Total]:
    """The totals of counts, none of which is part of another: one for each quantity and row that has a figure.

    ``left_out`` is what they may say that they left out, ``inner`` are the counts of events that are part of theirs.
    """
    events, parts = _by_quantity(counts), _by_quantity(inner)
    found = []
    for quantity in (Quantity(outcome, unit) for outcome in OUTCOMES for unit in UNITS):
        out = [item for item in left_out if Quantity(item.use.outcome, item.use.casualties.unit) == quantity]
        for row in ROWS:
            listed = _listed(events.get(quantity, ()), row)
            if any(listed):
                total = added(range for _, range in listed.counted)
                own = tuple(item for item in out if concerns(item.use, row))
                found.append(Total(quantity, row, total, *listed, _listed(parts.get(quantity, ()), row), own))
    return found


def _by_quantity(counts: Iterable[EventCount]) -> dict[Quantity, list[EventCount]]:
    found: dict[Quantity, list[EventCount]] = {}
    for count in counts:
        found.setdefault(count.quantity, []).append(count)
    return found


def _listed(counts: Iterable[EventCount], row: str) -> Listed:
    """The events that have a row."""
    ranges = [(count, count.range(row)) for count in counts if row in count.rows]
    return Listed(
        tuple((count, range) for count, range in ranges if range and not range.word_only),
        tuple(count for count, range in ranges if range and range.word_only),
        tuple(count for count, range in ranges if range is None),
    )
