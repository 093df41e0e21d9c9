"""How what one origin counted stands to what others counted of the same people.

Only counts of one group are set beside each other: who counted fighters, and who counted everybody, counted others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.figure_notation import FIRM

from .accounts import COMBATANTS
from .counting import EventCount
from .group_counts import ALL, AccountCount, GroupCount
from .ranges import Range, range_of_counts

#: How a count stands to those of others. ``alone``: nobody else counted these people. ``unsure``: one of the two is
#: "at least", "up to" or a word, which is neither lower nor higher than a number.
STANDINGS = ("alone", "unsure", "same", "lower", "higher", "within", "around", "overlapping")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A group of an event that an origin counted: its own range and counts, and the range of all others.

    ``row`` names the group as tables do. ``others`` is ``None`` where nobody else counted it; ``other_origins`` are
    the keys of those who did.
    """

    count: EventCount
    row: str
    own: Range
    counts: tuple[AccountCount, ...]
    others: Range | None
    other_origins: frozenset[str]
    standing: str


def comparisons(counts: Iterable[EventCount], origin: str) -> list[Comparison]:
    """What an origin counted, event by event: everybody where it counted them, else each group that it counted.

    ``origin`` is an origin's key. What relays say after it is its own; what a later count replaces is nobody's.
    """
    found = []
    for count in counts:
        rows = [row for row in count.rows if row in (ALL, "civilians", COMBATANTS) or row.startswith(COMBATANTS)]
        compared = [one for row in rows if (one := _comparison(count, row, count.rows[row], origin))]
        found += [one for one in compared if one.row == ALL] or compared
    return found


def _comparison(count: EventCount, row: str, group: GroupCount, origin: str) -> Comparison | None:
    whole = [one for one in group.counts if one.whole and one.range]
    mine = [one for one in whole if origin in one.claim.origin_keys]
    rest = [one for one in whole if origin not in one.claim.origin_keys]
    own, others = (range_of_counts([one.range for one in side if one.range]) for side in (mine, rest))
    if own is None:
        return None
    origins = frozenset(key for one in rest for key in one.claim.origin_keys)
    return Comparison(count, row, own, tuple(mine), others, origins, standing(own, others))


def standing(own: Range, others: Range | None) -> str:
    """One of ``STANDINGS``, by lows and highs."""
    if others is None:
        return "alone"
    if (own.low, own.high, own.open) == (others.low, others.high, others.open):
        return "same"
    if any(range.open or range.certainty != FIRM for range in (own, others)):
        return "unsure"
    if own.high < others.low:
        return "lower"
    if own.low > others.high:
        return "higher"
    if own.low >= others.low and own.high <= others.high:
        return "within"
    if own.low <= others.low and own.high >= others.high:
        return "around"
    return "overlapping"
