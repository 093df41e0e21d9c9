"""Ranges of people, and how they come together: rules 4 and 5 of the counting rules as arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.figure_notation import AT_LEAST, CLASSES, FIRM, Figure


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high`` people: a count, or what several come to.

    ``open``: there may be more than ``high``. ``certainty`` is that of what gave its low, one of ``figures.CLASSES``.
    ``word_only``: nothing but words (``tens``) gave it, so that it is no number to add. ``word`` is that word where it
    is a single one, which is then shown in its place. ``contested``: somebody denies it.
    """

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    certainty: str = FIRM
    word_only: bool = False
    word: str | None = None
    contested: bool = False


def range_of(figure: Figure) -> Range:
    """The range of one counted figure. Raises ``ValueError`` for one that nobody counted."""
    if figure.low is None or figure.high is None:
        raise ValueError("a figure that nobody counted has no range")
    word = figure.word
    return Range(
        figure.low, figure.high, figure.open, figure.approximate, figure.certainty, word_only=bool(word), word=word
    )


def added(ranges: Iterable[Range | None], *, left_out: bool = False) -> Range | None:
    """The sum of ranges of different people; ``None`` of none.

    A flag holds where it holds of one, and the vaguest gives the certainty. A ``None`` among them, or ``left_out``,
    stands for people of whom nobody knows how many: it makes the sum open, whatever its certainty is.
    """
    every = list(ranges)
    parts = [range for range in every if range is not None]
    if not parts:
        return None
    certainty = max((part.certainty for part in parts), key=CLASSES.index)
    return Range(
        sum(part.low for part in parts),
        sum(part.high for part in parts),
        left_out or len(parts) < len(every) or any(part.open for part in parts),
        any(part.approximate for part in parts),
        certainty,
        all(part.word_only for part in parts),
        parts[0].word if len(parts) == 1 else None,
        any(part.contested for part in parts),
    )


def at_least(count: Range) -> Range:
    """A count to which people come of whom it is only said that there were some (rule 3)."""
    return replace(count, open=True, certainty=max(count.certainty, AT_LEAST, key=CLASSES.index))


def range_of_counts(counts: Sequence[Range]) -> Range | None:
    """From the lowest low of the surest counts to the highest high of all (rule 4); ``None`` of no counts."""
    if not counts:
        return None
    surest = min((count.certainty for count in counts), key=CLASSES.index)
    low = min(count.low for count in counts if count.certainty == surest)
    high = max(count.high for count in counts)
    give_low = [count for count in counts if count.certainty == surest and count.low == low]
    give_high = [count for count in counts if count.high == high]
    words = {count.word for count in counts}
    return Range(
        low,
        high,
        any(count.open for count in give_high),
        any(count.approximate for count in (*give_low, *give_high)),
        surest,
        all(count.word_only for count in counts),
        words.pop() if len(words) == 1 else None,
    )


def with_parts(counts: Sequence[Range], parts: Range | None) -> tuple[Range | None, bool]:
    """The range of counts of a group beside the sum of its parts, and whether the sum gave something of it (rule 5).

    Where a count is firm, the sum can only raise the high. Where none is, it is one count more, but lowers nothing.
    """
    whole = range_of_counts(counts)
    if whole is None or parts is None:
        return (whole or parts), whole is None and parts is not None
    giving_low = [count for count in counts if count.certainty == whole.certainty and count.low == whole.low]
    approximate = parts.approximate or any(count.approximate for count in giving_low)
    if whole.certainty == FIRM:
        if parts.high <= whole.high:
            return whole, False
        return replace(whole, high=parts.high, open=parts.open, approximate=approximate), True
    if parts.high < whole.low:
        return whole, False
    if parts.low < whole.low:  # the low that it is lifted to is theirs
        parts = replace(parts, low=whole.low, approximate=approximate)
    found = range_of_counts([*counts, parts])
    return found, found != whole
