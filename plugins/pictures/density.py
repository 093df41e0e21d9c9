"""How many events lie in each month: the overview of a long timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A month (``2016-10``), how many events lie in it whole and how many more may lie in it, and the lengths of both.

    ``length`` is that of all of them: 1 for the month with most. ``sure`` is the part of it that lies in it whole.
    """

    month: str
    events: int
    more: int
    length: float
    sure: float


def density(months: Sequence[tuple[str, int, int]]) -> tuple[Bar, ...]:
    """A bar for each month, in the order given, of its events and of those that may lie in it."""
    most = max((events + more for _, events, more in months), default=0) or 1
    return tuple(Bar(month, events, more, (events + more) / most, events / most) for month, events, more in months)
