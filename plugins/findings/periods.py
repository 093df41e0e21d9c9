"""Cumulative figures side by side: each as the stretch of time that it covers, all on one scale.

Such figures cannot be added to each other, and may count the same people. What can be compared is how long a time each
covers, and whether two of them cover some of the same days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .accounts import FigureUse
from .group_counts import Quantity


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of one figure on the scale: ``start`` and ``length`` are in days, ``start`` from the scale's first day.

    ``from_before`` and ``on_after`` tell of a period whose end is open or unknown: it reaches the edge of the scale.
    """

    use: FigureUse
    start: int
    length: int
    from_before: bool
    on_after: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Figures of one quantity whose periods overlap, directly or by way of others, in order of time."""

    quantity: Quantity
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of ``days`` days from ``first`` to ``last``, both included, and what stands on it.

    ``months`` are the first days of months on it, each with its distance in days from ``first``.
    """

    first: date
    last: date
    groups: tuple[Together, ...]

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> tuple[tuple[date, int], ...]:
        found, day = [], self.first.replace(day=1)
        while day <= self.last:
            if day >= self.first:
                found.append((day, (day - self.first).days))
            if (day.year, day.month) == (date.max.year, 12):
                break
            day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
        return tuple(found)


def scale(figures: Sequence[FigureUse]) -> Scale | None:
    """One scale of time for cumulative figures, ``None`` where none has a period with an end.

    It reaches from the first day to the last day that any period names.
    """
    periods = [use.casualties.period for use in figures if use.casualties.period is not None]
    days = [day for period in periods for day in (period.earliest, period.latest) if day is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    groups: list[Together] = []
    by_quantity: dict[Quantity, list[FigureUse]] = {}
    for use in figures:
        by_quantity.setdefault(Quantity(use.outcome, use.casualties.unit), []).append(use)
    for quantity in sorted(by_quantity, key=lambda quantity: quantity.sort_key):
        stretches = [_stretch(use, first, last) for use in by_quantity[quantity]]
        groups += [Together(quantity, found) for found in _overlapping(stretches)]
    return Scale(first, last, tuple(groups))


def _stretch(use: FigureUse, first: date, last: date) -> Stretch:
    period = use.casualties.period
    assert period is not None
    begin, end = period.earliest or first, period.latest or last
    begin, end = min(begin, end), max(begin, end)
    return Stretch(use, (begin - first).days, (end - begin).days + 1, period.earliest is None, period.latest is None)


def _overlapping(stretches: Sequence[Stretch]) -> list[tuple[Stretch, ...]]:
    groups: list[list[Stretch]] = []
    reach = -1
    for stretch in sorted(stretches, key=lambda one: (one.start, one.length, one.use.key)):
        if stretch.start > reach:
            groups.append([])
        groups[-1].append(stretch)
        reach = max(reach, stretch.start + stretch.length - 1)
    return [tuple(group) for group in groups]
