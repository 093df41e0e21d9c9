"""Ranges as bars: from low to high on one scale from 0, open where they are open, nothing where nobody counted.

A scale is linear and belongs to one outcome: lengths on it can be compared, and lengths on two scales cannot. There is
no logarithmic scale: on one, a count of 40 would look like most of one of 400.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from findings import FigureUse, PlacedClaim, Quantity, Range, Total
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

    ``side`` is whom it speaks for. ``bar`` is ``None`` where nobody counted.
    """

    claim: PlacedClaim
    side: str | None
    use: FigureUse | None
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A quantity of an event with everything that is said of it, by side; ``bar`` is the range that it is counted as.

    ``quantity`` is ``None`` for figures that are not counted, those of a discounted event.
    """

    quantity: Quantity | None
    bar: Bar | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One outcome of one event on one scale from 0 to ``top`` people. ``top`` is 0 where nobody counted."""

    outcome: str
    top: int
    compared: tuple[Compared, ...]


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


def panels(figures: Iterable[FigureUse], quantities: Iterable[Quantity]) -> tuple[Panel, ...]:
    """The figures of an event, outcome by outcome: each quantity with what every side says of it.

    Every figure of ``figures`` stands in it once, in the order of the quantities, then of the sides; those that no
    quantity counts come last in their outcome.
    """
    figures, quantities = list(figures), list(quantities)
    outcomes = dict.fromkeys([*(use.outcome for use in figures), *(quantity.outcome for quantity in quantities)])
    return tuple(
        _panel(
            outcome,
            [use for use in figures if use.outcome == outcome],
            [quantity for quantity in quantities if quantity.outcome == outcome],
        )
        for outcome in outcomes
    )


def _panel(outcome: str, figures: list[FigureUse], quantities: list[Quantity]) -> Panel:
    ranges = {use.key: range_of(use.figure) if use.figure.counted else None for use in figures}
    counted = [*ranges.values(), *(quantity.count.range for quantity in quantities)]
    top = top_of(one.high for one in counted if one is not None)
    compared = []
    told: set[tuple[str, int, str]] = set()
    for quantity in quantities:
        rows = []
        for side, cells in quantity.columns:
            for claim, uses in cells:
                rows += [Row(claim, side, use, bar_of(ranges[use.key], top)) for use in uses]
                if claim in quantity.count.denials:
                    rows.append(Row(claim, side, None, None))
                told.update(use.key for use in uses)
        compared.append(Compared(quantity, bar_of(quantity.count.range, top), tuple(rows)))
    apart = [use for use in figures if use.key not in told]
    if apart:
        rows = [Row(use.claim, use.claim.side, use, bar_of(ranges[use.key], top)) for use in apart]
        compared.append(Compared(None, None, tuple(rows)))
    return Panel(outcome, top, tuple(compared))


def total_bars(totals: Iterable[Total]) -> dict[tuple[str, str], tuple[int, Bar | None]]:
    """The totals of a scope as bars, by outcome and class of people: the top of the outcome's scale, and the bar."""
    totals = list(totals)
    tops = {
        outcome: top_of(total.range.high for total in totals if total.outcome == outcome and total.range)
        for outcome in {total.outcome for total in totals}
    }
    return {
        (total.outcome, total.who): (tops[total.outcome], bar_of(total.range, tops[total.outcome])) for total in totals
    }
