"""Where words stand in a text, whichever unit a tool counts in.

UIMA counts in the units of UTF-16, since it is made in Java; so do pages, since they are made in JavaScript, but for
those that mend it; programs in Python count characters (code points). Where a tool also quotes the words, the quotation
says in which unit it counted.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from .annotated import Stretch

CODE_POINTS, UTF_16, BYTES = "code points", "UTF-16", "bytes"


class Offsets:
    """Turns the offsets of a unit into places in a text."""

    def __init__(self, text: str, unit: str) -> None:
        self.size = len(text)
        self._starts: list[int] | None = None
        if unit == UTF_16 and max(text, default="") > "\uffff":
            self._starts = list(accumulate((1 + (char > "\uffff") for char in text), initial=0))
        elif unit == BYTES and not text.isascii():
            self._starts = list(accumulate((len(char.encode()) for char in text), initial=0))

    def place(self, offset: int) -> int | None:
        """Where in the text an offset is; ``None`` where that is outside of it or within a character."""
        if self._starts is None:
            return offset if 0 <= offset <= self.size else None
        at = bisect_left(self._starts, offset)
        return at if at < len(self._starts) and self._starts[at] == offset else None

    def stretch(self, start: int, end: int) -> Stretch | None:
        """The stretch between two offsets; ``None`` where there is none."""
        first, last = self.place(start), self.place(end)
        return (first, last) if first is not None and last is not None and first < last else None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Offsets with the words that they are said to hold, and what is said to stand around those."""

    start: int
    end: int
    words: str | None = None
    prefix: str = ""
    suffix: str = ""


def placed(text: str, quoted: Sequence[Quoted], units: Sequence[str]) -> list[Stretch | None]:
    """Where each stands in a text, ``None`` where that cannot be said.

    Of the ``units``, the tool's own first, that is taken in which the most quotations hold. Words that do not stand
    where they are said to are looked for: they are taken where they stand once.
    """
    ways = [Offsets(text, unit) for unit in units]
    stretches = [[way.stretch(one.start, one.end) for one in quoted] for way in ways]
    fits = [
        sum(_holds(text, place, one) for place, one in zip(found, quoted, strict=True) if one.words is not None)
        for found in stretches
    ]
    best = stretches[fits.index(max(fits))]
    return [
        place if one.words is None or _holds(text, place, one) else _only_place(text, one)
        for place, one in zip(best, quoted, strict=True)
    ]


def _holds(text: str, place: Stretch | None, quoted: Quoted) -> bool:
    if place is None or quoted.words is None:
        return False
    return _same(text[place[0] : place[1]], quoted.words)


def _same(words: str, others: str) -> bool:
    """Whether two are the same words: tools write a blank for a line break, and some letters composed."""
    return words == others or _plain(words) == _plain(others)


def _plain(words: str) -> list[str]:
    return unicodedata.normalize("NFC", words.replace("\\n", " ")).split()


def _only_place(text: str, quoted: Quoted) -> Stretch | None:
    words = quoted.words or ""
    if not words.strip():
        return None
    for before, after in ((quoted.prefix, quoted.suffix), ("", "")):
        found = [match.start() for match in re.finditer(re.escape(before + words + after), text)]
        if len(found) == 1:
            start = found[0] + len(before)
            return start, start + len(words)
    return None


def whole_letters(text: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches without blanks at their ends, and with the signs that stand above and below their letters."""
    found = []
    for start, end in stretches:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        while 0 < start < end and unicodedata.combining(text[start]):
            start -= 1
        while start < end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if start < end:
            found.append((start, end))
    return found
