"""The drawings that tell readers how casualties are counted: three small examples, counted as those of reports are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from findings.ranges import Range, added, range_of, range_of_counts
from reports.figure_notation import Figure, parse_figure

from .range_bars import Bar, bar_of, top_of


@dataclass(frozen=True, slots=True)
class Box:
    """People as a stretch of the drawing, from ``start`` to ``end`` (0 to 1): who they are, and how many.

    ``open``: they are only some of those around them. ``replaced``: this count stands no more.
    """

    name: str
    range: Range
    start: float
    end: float
    open: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says in the drawing, with its bar. ``holds`` is whether it gives a bound of the range."""

    name: str
    figure: Figure
    bar: Bar | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Different numbers on a scale from 0 to ``top``, and the range that they come to."""

    sayings: tuple[Saying, ...]
    range: Range
    bar: Bar | None
    top: int


#: A row of boxes that stand side by side.
Band = tuple[Box, ...]

#: Who says how many in the drawing of different numbers.
SAID = {"doctor": "15", "rescuers": "~18", "agency": "7+", "activists": "tens"}


def parts() -> tuple[Band, ...]:
    """One number and its parts: everybody, by status, by side, and a part with a name."""
    civilians, one, other, hospital = map(_counted, ("6", "3", "3", "5"))
    fighters = _sum(one, other)
    everybody = _sum(civilians, fighters)
    return (
        _band(everybody, ("everybody", everybody)),
        _band(everybody, ("civilians", civilians), ("fighters", fighters)),
        _band(everybody, ("one-side", one), ("other-side", other), begin=civilians.high),
        _band(everybody, ("hospital", hospital), open=True),
    )


def different_numbers() -> Scale:
    """Several who say different numbers: firm ones, an "at least", and a word."""
    said = {name: parse_figure(written) for name, written in SAID.items()}
    counts = {name: range_of(figure) for name, figure in said.items()}
    range = _known(range_of_counts(list(counts.values())))
    top = top_of([range.high])

    def holds(name: str) -> bool:
        return range_of_counts([count for other, count in counts.items() if other != name]) != range

    sayings = (Saying(name, figure, bar_of(counts[name], top), holds(name)) for name, figure in said.items())
    return Scale(tuple(sayings), range, bar_of(range, top), top)


def later() -> tuple[tuple[Band, ...], tuple[Band, ...]]:
    """A later count in place of an earlier one; and an event that is made of two, on the same scale."""
    noon, evening, first, second = map(_counted, ("8", "12", "6", "8"))
    both = _sum(first, second)
    return (
        (_band(both, ("noon", noon), replaced=True), _band(both, ("evening", evening))),
        (_band(both, ("both-raids", both)), _band(both, ("first-raid", first), ("second-raid", second))),
    )


#: The drawings by the names that pages have for them.
DRAWINGS: dict[str, Callable[[], object]] = {"parts": parts, "range": different_numbers, "later": later}


def _counted(written: str) -> Range:
    return range_of(parse_figure(written))


def _sum(*ranges: Range) -> Range:
    return _known(added(ranges))


def _known(range: Range | None) -> Range:
    if range is None:
        raise ValueError("in these examples somebody counted")
    return range


def _band(whole: Range, *people: tuple[str, Range], begin: int = 0, open: bool = False, replaced: bool = False) -> Band:
    """People side by side, from ``begin`` on, on a scale on which ``whole`` fills the drawing."""
    ends = list(accumulate((range.high for _, range in people), initial=begin))
    return tuple(
        Box(name, range, start / whole.high, end / whole.high, open, replaced)
        for (name, range), (start, end) in zip(people, pairwise(ends), strict=True)
    )
