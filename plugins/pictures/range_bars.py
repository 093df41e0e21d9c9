"""Ranges as bars: from low to high on one scale from 0, open where they are open, nothing where nobody counted.

A scale is linear and belongs to one quantity: lengths on it can be compared, and lengths on two scales cannot. There is
no logarithmic scale: on one, a count of 40 would look like most of one of 400.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from findings import Answer, EventCount, FigureUse, PlacedClaim, Quantity, Range, Total
from findings.ranges import range_of

#: The tops of scales: these, times a power of ten.
STEPS = (1, 2, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Bar:
    """A range on a scale: from ``start`` to ``end`` (0 to 1). ``point`` is whether low and high are one number.

    ``open`` is whether there may be more than ``end``; ``approximate`` whether a bound is about so many.
    """

    start: float
    end: float
    point: bool
    open: bool
    approximate: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What one claim says of one quantity: a figure with its bar, or a denial (``use`` is ``None``).

    ``sides`` are those that it speaks for. ``bar`` is ``None`` where nobody counted. ``earlier`` are the rows that it
    replaces, the latest first.
    """

    claim: PlacedClaim
    sides: tuple[str, ...]
    use: FigureUse | None
    bar: Bar | None
    earlier: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """One quantity of one event on one scale from 0 to ``top`` people. ``top`` is 0 where nobody counted.

    ``bar`` is the range of everybody, ``rows`` everything that is said of it, by side. ``count`` is ``None`` for
    figures that are not counted, those of a discounted event.
    """

    quantity: Quantity
    count: EventCount | None
    top: int
    bar: Bar | None
    rows: tuple[Row, ...]


def top_of(highs: Iterable[int]) -> int:
    """The end of a scale that holds these numbers, a round one; 0 for none. What is open has room beyond its bound."""
    highest = max(highs, default=0)
    power = 1
    while True:
        for step in STEPS:
            if step * power >= highest * 1.05:
                return step * power if highest else 0
        power *= 10


def bar_of(range: Range | None, top: int) -> Bar | None:
    """A range as a bar on a scale to ``top``; ``None`` for people whom nobody counted: they have no length."""
    if range is None:
        return None
    whole = top or 1
    return Bar(range.low / whole, range.high / whole, range.low == range.high, range.open, range.approximate)


def answer_bars(answer: Answer) -> tuple[int, Bar | None, tuple[Bar | None, ...], tuple[Bar | None, ...]]:
    """An answer on one scale: its top, the range, each line, and each event that is part of it."""
    group = answer.group
    lines, events = [line.range for line in answer.lines], [event.range for event in group.events]
    top = top_of(one.high for one in (*lines, *events, answer.range) if one)
    return (
        top,
        bar_of(answer.range, top),
        tuple(bar_of(one, top) for one in lines),
        tuple(bar_of(one, top) for one in events),
    )


def panels(figures: Iterable[FigureUse], counts: Iterable[EventCount]) -> tuple[Panel, ...]:
    """The figures of an event, quantity by quantity: its range, and what every side says of it.

    Every figure of ``figures`` stands in it once, in a row of its own or among those that a later one replaces.
    """
    counted = {one.quantity: one for one in counts}
    said: dict[Quantity, list[FigureUse]] = {quantity: [] for quantity in counted}
    for use in figures:
        said.setdefault(Quantity(use.outcome, use.casualties.unit), []).append(use)
    ordered = sorted(said, key=lambda quantity: quantity.sort_key)
    return tuple(_panel(quantity, said[quantity], counted.get(quantity)) for quantity in ordered)


def _panel(quantity: Quantity, figures: list[FigureUse], count: EventCount | None) -> Panel:
    ranges = {use.key: range_of(use.figure) if use.figure.counted else None for use in figures}
    whole = count.all.range if count else None
    top = top_of(one.high for one in (*ranges.values(), whole) if one is not None)
    rows = [Row(use.claim, use.claim.sides, use, bar_of(ranges[use.key], top)) for use in figures]
    if count is None:
        return Panel(quantity, None, top, None, tuple(rows))
    replaced = {gone.count.claim.key: gone.by.key for gone in count.all.superseded}
    rows += [Row(denial, denial.sides, None, None) for denial in _denials(count)]
    return Panel(quantity, count, top, bar_of(whole, top), tuple(_folded(rows, replaced)))


def _denials(count: EventCount) -> list[PlacedClaim]:
    """Those who deny a figure of the event itself; what is said of its parts is denied there."""
    own = {account.claim.key for account in count.tally.accounts}
    against = (*count.all.denials, *count.all.disputes)
    return [denial for denial in against if own.intersection(denial.denies)]


def _folded(rows: list[Row], replaced: Mapping[str, str]) -> Iterable[Row]:
    """Rows by side, those that a later claim replaces under the first row of the claim that stands in their place."""

    def stands(claim: str) -> str:
        seen = {claim}
        while claim in replaced and replaced[claim] not in seen:
            claim = replaced[claim]
            seen.add(claim)
        return claim

    earlier: dict[str, list[Row]] = {}
    open: list[Row] = []
    present = {row.claim.key for row in rows if row.use}
    for row in rows:
        by = stands(row.claim.key)
        if row.use and by != row.claim.key and by in present:
            earlier.setdefault(by, []).append(row)
        else:
            open.append(row)
    for row in sorted(open, key=lambda row: (not row.sides, row.sides)):
        under = earlier.pop(row.claim.key, ()) if row.use else ()
        yield replace(row, earlier=tuple(sorted(under, key=_said, reverse=True)))


def _said(row: Row) -> tuple[bool, object]:
    """When it was said, what gives no time before all that does."""
    as_of = row.claim.claim.as_of
    return as_of is not None, as_of.sort_key if as_of else ()


def total_bars(totals: Iterable[Total]) -> dict[tuple[Quantity, str], tuple[int, Bar | None]]:
    """The totals of a scope as bars, by quantity and row: the top of the quantity's scale, and the bar."""
    totals = list(totals)
    tops = {
        quantity: top_of(total.range.high for total in totals if total.quantity == quantity and total.range)
        for quantity in {total.quantity for total in totals}
    }
    return {
        (total.quantity, total.who): (tops[total.quantity], bar_of(total.range, tops[total.quantity]))
        for total in totals
    }
