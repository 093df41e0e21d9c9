"""Numbers of people: what a figure says, what figures amount to together, and the range that counts leave (rule 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

#: How surely a number counts, the surest first.
FIRM, AT_LEAST, VAGUE = range(3)
#: Words that stand for a number, with the least that each can mean.
WORDS = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}
UNCOUNTED = "some"

_NUMBER = re.compile(r"(?P<about>~?)(?P<low>[0-9]+)(?P<more>\+?)", re.ASCII)
_BETWEEN = re.compile(r"(?P<low>[0-9]+)-(?P<high>[0-9]+)", re.ASCII)
_UP_TO = re.compile(r"\.\.(?P<high>[0-9]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Count:
    """From ``low`` to ``high`` people: what a figure says, a sum or a range.

    ``vagueness`` is its class as a count among others. ``up_to`` says that it only bounds from above, ``words`` that
    nothing but words gave it.
    """

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    vagueness: int = FIRM
    up_to: bool = False
    words: bool = False

    @property
    def _order(self) -> tuple[int, int, int, bool, bool]:
        return (self.high, self.low, -self.vagueness, not self.open, not self.approximate)


def read(written: str) -> Count | None:
    """What a figure says, as a record writes it; ``None`` for people who were not counted.

    Raises ``ValueError`` for what is no figure.
    """
    if written == UNCOUNTED:
        return None
    if written in WORDS:
        return Count(WORDS[written], WORDS[written], True, True, VAGUE, words=True)
    if match := _NUMBER.fullmatch(written):
        low, more = int(match["low"]), bool(match["more"])
        return Count(low, low, more, bool(match["about"]), AT_LEAST if more else FIRM)
    if match := _BETWEEN.fullmatch(written):
        return Count(int(match["low"]), int(match["high"]))
    if match := _UP_TO.fullmatch(written):
        return Count(0, int(match["high"]), vagueness=VAGUE, up_to=True)
    raise ValueError(f"{written!r} is no figure")


def together(figures: Iterable[Count | None]) -> Count | None:
    """The sum of one account's figures (rule 3): at least so many where one of them is not counted."""
    figures = list(figures)
    found = added(figures)
    if found and None in figures:
        return replace(found, vagueness=max(found.vagueness, AT_LEAST))
    return found


def added(parts: Iterable[Count | None]) -> Count | None:
    """The sum of parts, of the vaguest class among them, and open where one is not counted; ``None`` where none is."""
    parts = list(parts)
    counted = [part for part in parts if part]
    if not counted:
        return None
    return Count(
        sum(part.low for part in counted),
        sum(part.high for part in counted),
        len(counted) < len(parts) or any(part.open for part in counted),
        any(part.approximate for part in counted),
        max(part.vagueness for part in counted),
        any(part.up_to for part in counted),
        all(part.words for part in counted),
    )


def highest(sums: Iterable[Count | None]) -> Count | None:
    """The sum with the highest high, whatever their order."""
    return max(filter(None, sums), key=lambda one: one._order, default=None)


def range_of(counts: list[Count], parts: Count | None = None) -> Count | None:
    """The range of counts of the same people; ``parts`` is the sum of parts of them, which only raises it (rule 5)."""
    if not counts:
        return parts
    lows, highs = _ends(counts)
    if parts and lows[0].vagueness == FIRM:
        if parts.high > highs[0].high:
            highs = [parts]
    elif parts and parts.high >= lows[0].low:
        if parts.low < lows[0].low:
            about = parts.approximate or any(one.approximate for one in lows)
            parts = replace(parts, low=lows[0].low, approximate=about)
        lows, highs = _ends([*counts, parts])
    ends = [*lows, *highs]
    return Count(
        lows[0].low,
        highs[0].high,
        any(one.open for one in highs),
        any(one.approximate for one in ends),
        lows[0].vagueness,
        words=all(one.words for one in ends),
    )


def _ends(counts: list[Count]) -> tuple[list[Count], list[Count]]:
    """The counts that give the low, which are of the surest class there is, and those that give the high."""
    surest = min(one.vagueness for one in counts)
    low = min(one.low for one in counts if one.vagueness == surest)
    high = max(one.high for one in counts)
    lows = [one for one in counts if one.vagueness == surest and one.low == low]
    return lows, [one for one in counts if one.high == high]


def leaves_possible(later: Count, earlier: Count) -> bool:
    """Whether a later count says nothing against an earlier one (rule 6)."""
    if later.open:
        return later.low <= earlier.high
    return later.up_to and later.high >= earlier.low
