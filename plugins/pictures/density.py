"""How many events lie in each month: the overview of a long timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A month (``2016-10``), its number of events, and the length of its bar: 1 for the month with most."""

    month: str
    events: int
    length: float


def density(months: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """A bar for each month, in the order given. A month without events has a bar of no length."""
    most = max((events for _, events in months), default=0)
    return tuple(Bar(month, events, events / most if most else 0.0) for month, events in months)
