"""Ranges as bars: from low to high on one scale from 0, open where they are open, nothing where nobody counted.

A scale is linear and belongs to one quantity: lengths on it can be compared, and lengths on two scales cannot. There is
no logarithmic scale: on one, a count of 40 would look like most of one of 400.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from findings import Answer, Quantity, Range, Total

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
