"""What an annotator redacted: nothing else is made of its words, and no message quotes them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

from reports.folding import CALENDAR, JOINING, words
from reports.searching import Search
from reports.sought import Secret

from .annotated import Stretch

#: A word of a name that is looked for alone has so many letters at least.
ALONE = 3


class Hidden:
    """The redacted stretches of a text."""

    def __init__(self, file: Path, text: str, stretches: Iterable[Stretch]) -> None:
        self._stretches: list[Stretch] = []
        for start, end in sorted(stretches):
            if self._stretches and start <= self._stretches[-1][1]:
                start, before = self._stretches.pop()
                end = max(end, before)
            self._stretches.append((start, end))
        said = {tuple(words(text[start:end])) for start, end in self._stretches}
        alone = {(word,) for some in said for word in some if len(word) >= ALONE and word not in JOINING | CALENDAR}
        self.says = Search(Secret(one, file, 1, 1, False) for one in sorted(said | alone) if one).says

    def touch(self, stretches: Iterable[Stretch]) -> bool:
        """Whether one of these has a letter that is redacted."""
        return any(self._around(start, end) is not None for start, end in stretches)

    def hold(self, stretches: Iterable[Stretch]) -> bool:
        """Whether no letter of these is left to be read."""
        found = ((self._around(start, end), start, end) for start, end in stretches)
        return all(around is not None and around[0] <= start and end <= around[1] for around, start, end in found)

    def _around(self, start: int, end: int) -> Stretch | None:
        """The last redacted stretch that has a letter of this one."""
        at = bisect_left(self._stretches, (end, end)) - 1
        return self._stretches[at] if at >= 0 and self._stretches[at][1] > start else None
