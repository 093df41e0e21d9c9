"""Lists that are too long for one page: so many lines stand on each, and every one of them leads to the others.

The first has the subject that the whole list would have, ``2016-10``; the others a number behind it, ``2016-10/2``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from . import event_lines
from .event_lines import Lines

T = TypeVar("T")

_SHEET = re.compile(r"(.+)/([1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a long list: its number and how many there are, and which lines of how many it has, both from 1 on."""

    number: int
    of: int
    first: int
    last: int
    lines: int

    @property
    def before(self) -> int | None:
        """The number of the page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The number of the page that follows."""
        return self.number + 1 if self.number < self.of else None


def subjects(subject: str, lines: int) -> list[str]:
    """The subjects of the pages that so many lines take."""
    return [numbered(subject, number) for number in range(1, _sheets(lines) + 1)]


def numbered(subject: str, number: int) -> str:
    """The subject of one of the pages of a list."""
    return subject if number == 1 else f"{subject}/{number}"


def parted(subject: str) -> tuple[str, int]:
    """The subject of a list, and the number of its page, of the subject of a page."""
    found = _SHEET.fullmatch(subject)
    return (found[1], int(found[2])) if found else (subject, 1)


def sheet(lines: int, number: int) -> Sheet:
    """The page of that number of a list of so many lines."""
    most = event_lines.MOST
    return Sheet(number, _sheets(lines), (number - 1) * most + 1, min(number * most, lines), lines)


def on_sheet(lines: Sequence[T], number: int) -> Sequence[T]:
    """The lines of a list on the page of that number."""
    return lines[(number - 1) * event_lines.MOST : number * event_lines.MOST]


def lists_on(lists: Mapping[str, Lines], number: int) -> tuple[dict[str, Lines], Sheet]:
    """What stands on one of the pages of several lists, which follow each other: each with its lines there."""
    begin, end = (number - 1) * event_lines.MOST, number * event_lines.MOST
    found: dict[str, Lines] = {}
    before = 0
    for name, lines in lists.items():
        whole = lines.all
        found[name] = Lines(whole[max(begin - before, 0) : max(end - before, 0)], (), lines.scope)
        before += len(whole)
    return found, sheet(before, number)


def sheet_with(item: T, lines: Sequence[T]) -> int:
    """The number of the page of a list on which something stands."""
    return lines.index(item) // event_lines.MOST + 1


def begins_on(lists: Mapping[str, Lines], name: str) -> int:
    """The number of the page on which one of several lists begins, which follow each other."""
    before = 0
    for other, lines in lists.items():
        if other == name:
            break
        before += len(lines.all)
    return before // event_lines.MOST + 1


def _sheets(lines: int) -> int:
    return max(1, -(-lines // event_lines.MOST))
