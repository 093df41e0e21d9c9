"""Ranges of people, and how they come together: rules 3 and 5 of the counting rules as arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.figures import Figure


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high`` people. ``open``: may be more than ``high``. ``contested``: somebody denies it."""

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    contested: bool = False


def range_of(figure: Figure) -> Range:
    """The range of one counted figure. Raises ``ValueError`` for one that nobody counted."""
    if figure.low is None or figure.high is None:
        raise ValueError("a figure that nobody counted has no range")
    return Range(figure.low, figure.high, figure.open, figure.approximate)


def added(ranges: Iterable[Range | None]) -> Range | None:
    """The sum of what is counted; flags hold where they hold of a part."""
    parts = [range for range in ranges if range is not None]
    if not parts:
        return None
    return Range(
        sum(part.low for part in parts),
        sum(part.high for part in parts),
        any(part.open for part in parts),
        any(part.approximate for part in parts),
        any(part.contested for part in parts),
    )


def alternative(known: Range | None, other: Range | None) -> Range | None:
    """Two counts of the same people: from the lower low to the higher high (rule 5)."""
    parts = [range for range in (known, other) if range is not None]
    return hull(parts) if parts else None


def hull(parts: Sequence[Range], *, lows: Sequence[Range] = (), contested: bool = False) -> Range | None:
    """From the lowest low to the highest high (rule 3). ``lows`` give lows only.

    A flag holds where what gives the bound has it: ``open`` with the high, the others with either.
    """
    if not parts:
        return None
    low = min(part.low for part in (*parts, *lows))
    high = max(part.high for part in parts)
    gives_high = [part for part in parts if part.high == high]
    gives_either = gives_high + [part for part in parts if part.low == low]
    return Range(
        low,
        high,
        any(part.open for part in gives_high),
        any(part.approximate for part in gives_either),
        contested or any(part.contested for part in gives_either),
    )
