"""How the figures of one origin compare with those of others on the same quantity of the same event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .attributions import Quantity
from .casualties import ClaimCount
from .ranges import Range, hull

#: How a figure stands to those of others; the first where nobody else counted.
STANDINGS = ("alone", "same", "lower", "higher", "within", "around", "overlapping")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One quantity of which an origin gave a figure: its own range and counts, and the range of all others.

    ``others`` is ``None`` where nobody else counted; ``other_origins`` are the keys of those who did.
    """

    quantity: Quantity
    own: Range
    counts: tuple[ClaimCount, ...]
    others: Range | None
    other_origins: frozenset[str]
    standing: str


def comparisons(quantities: Iterable[Quantity], origin: str) -> list[Comparison]:
    """Every quantity that the origin counted, in order, with how its figures stand to those of the others.

    ``origin`` is an origin's key. What relays say after it is its own.
    """
    found = []
    for quantity in quantities:
        mine = [count for count in quantity.count.counts if count.claim.origin.key == origin]
        rest = [count for count in quantity.count.counts if count.claim.origin.key != origin]
        own, others = (hull([count.range for count in counts]) for counts in (mine, rest))
        if own:
            origins = frozenset(count.claim.origin.key for count in rest)
            found.append(Comparison(quantity, own, tuple(mine), others, origins, standing(own, others)))
    return found


def standing(own: Range, others: Range | None) -> str:
    """One of ``STANDINGS``, by lows and highs. A high that is open reaches beyond every number."""
    if others is None:
        return "alone"
    top, other_top = (float("inf") if range.open else range.high for range in (own, others))
    if (own.low, own.high, own.open) == (others.low, others.high, others.open):
        return "same"
    if top < others.low:
        return "lower"
    if own.low > other_top:
        return "higher"
    if own.low >= others.low and top <= other_top:
        return "within"
    if own.low <= others.low and top >= other_top:
        return "around"
    return "overlapping"
