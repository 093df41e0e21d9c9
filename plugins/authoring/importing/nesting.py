"""Stretches of a text that overlap, as marks that nest or touch.

Where two cross, one of them becomes two marks that touch, both about the same: of an event or a claim on one side and
a name or a date on the other the event or claim, else the one that begins later. Each is cut at the end of a block
too. So every word that was annotated stays marked, and no other is.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.marks import MAX_DEPTH

from .annotated import Stretch
from .offsets import whole_letters

#: So many others a mark can cross.
MOST_CUTS = 50
#: More than any place in a text.
_LAST = sys.maxsize


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that is to be written: from ``start`` up to ``end``. ``long`` are those that are cut first."""

    start: int
    end: int
    ids: tuple[str, ...] = ()
    when: str | None = None
    sic: str | None = None
    long: bool = False

    @property
    def about(self) -> tuple[tuple[str, ...], str | None, str | None]:
        """What it says."""
        return self.ids, self.when, self.sic


def nested(text: str, marks: Iterable[Mark], blocks: Sequence[Stretch]) -> tuple[list[Mark], int, list[Mark]]:
    """Marks that nest, within the ``blocks`` of a text, which follow each other; how many were cut; and those that
    would nest too deep or cross too many others, which are left out."""
    bounds: list[tuple[int, int]] = []  # each end of a mark that stands, with the other
    standing: list[Mark] = []
    left_out: list[Mark] = []
    cut = 0
    starts = [start for start, _ in blocks]
    for mark in sorted(marks, key=lambda mark: (mark.long, mark.start, -mark.end)):
        inside = bounds[bisect_right(bounds, (mark.start, _LAST)) : bisect_left(bounds, (mark.end, -1))]
        cuts = {at for at, other in inside if not mark.start <= other <= mark.end}
        if len(cuts) > MOST_CUTS:
            left_out.append(mark)
            continue
        ends = [mark.start, *sorted(cuts), mark.end]
        pieces = [
            replace(mark, start=begin, end=until)
            for start, end in pairwise(ends)
            for first, last in blocks[max(bisect_right(starts, start) - 1, 0) : bisect_left(starts, end)]
            for begin, until in whole_letters(text, [(max(start, first), min(end, last))])
        ]
        cut += len(pieces) > 1
        for piece in pieces:
            standing.append(piece)
            insort(bounds, (piece.start, piece.end))
            insort(bounds, (piece.end, piece.start))
    found, deep = _merged(standing)
    return found, cut, left_out + deep


def _merged(marks: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Marks of the same words are one, as far as one mark can say it; those too deep are apart."""
    by_words: dict[Stretch, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        same = by_words.setdefault((mark.start, mark.end), [])
        for at, other in enumerate(same):
            if not (mark.when and other.when) and not (mark.sic and other.sic):
                ids = tuple(dict.fromkeys((*other.ids, *mark.ids)))
                same[at] = replace(other, ids=ids, when=other.when or mark.when, sic=other.sic or mark.sic)
                break
        else:
            same.append(mark)
    found: list[Mark] = []
    deep: list[Mark] = []
    around: list[Mark] = []
    for mark in (mark for same in by_words.values() for mark in same):
        while around and around[-1].end <= mark.start:
            around.pop()
        if len(around) >= MAX_DEPTH:
            deep.append(mark)
        else:
            found.append(mark)
            around.append(mark)
    return found, deep
