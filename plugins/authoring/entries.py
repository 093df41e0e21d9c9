"""Entries that a record could have, and the lines that they are written in.

Each says in a comment that nobody has confirmed it, and what is not known of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reports.model import PARTS, WHO, WORDS
from words import Casualty

from .said_figures import figure_of

#: The comment behind the id of an entry that nobody has confirmed. `make check` counts those that are left.
SUGGESTED = "# suggested"


@dataclass(slots=True)
class NewEvent:
    """An event that words tell of; ``open`` says what an author has to look for."""

    id: str
    type: str
    when: str
    where: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    open: str = ""

    @property
    def lines(self) -> list[str]:
        """As a record has it."""
        found = [_head(self.id, self.open), f"type: {self.type}", f"when: {self.when}"]
        found += _listed("where", self.where) + _listed("actors", self.actors)
        return _indented(found)


@dataclass(slots=True)
class NewClaim:
    """A claim that words make. ``role`` is said where a voice is known by its office alone, ``unattributed`` where it
    has no entry."""

    id: str
    figures: tuple[Casualty, ...] = ()
    by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    identified: str = ""
    about: str = ""
    of: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    period: str = ""
    where: tuple[str, ...] = ()
    open: str = ""

    @property
    def lines(self) -> list[str]:
        """As a record has it."""
        found = [_head(self.id, self.open)]
        found += _listed("by", self.by) + _listed("via", self.via)
        found += [f"identified: {self.identified}"] if self.identified else []
        found += [f"about: {self.about}"] if self.about else []
        entries = [self._entry(number, figure) for number, figure in enumerate(self.figures)]
        return _indented([*found, "casualties:", *(f"  - {{{entry}}}" for entry in entries)])

    def _entry(self, number: int, figure: Casualty) -> str:
        parts = [f"{figure.outcome}: {figure_of(figure.number)}"]
        parts += ["unit: families"] if figure.unit == "families" else []
        parts += [f"who: {figure.group}"] if figure.group in WHO else []
        parts += _flow("of", self.of.get(number, ()))
        including = {figure.group: figure_of(figure.number)} if figure.group in WORDS else {}
        for part in figure.including:
            if part.group in PARTS and part.group != figure.group:
                including.setdefault(part.group, figure_of(part.number))
        parts += [f"including: {{{', '.join(map(': '.join, including.items()))}}}"] if including else []
        parts += ["scope: cumulative", f"period: {self.period}"] if self.period else []
        parts += _flow("where", self.where)
        return ", ".join(parts)


def _head(id: str, open: str) -> str:
    return f"{id}:  {SUGGESTED}{f'; {open}' if open else ''}"


def _indented(lines: Iterable[str]) -> list[str]:
    first, *others = lines
    return [first, *(f"  {line}" for line in others)]


def _flow(key: str, ids: tuple[str, ...]) -> list[str]:
    if not ids:
        return []
    return [f"{key}: {ids[0] if len(ids) == 1 else '[' + ', '.join(ids) + ']'}"]


_listed = _flow


class Ids:
    """Ids that are free: of the registry, of the record, or of its words none has them."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken, *PARTS, "redacted"}

    def free(self, *parts: str) -> str:
        """An id of some words, which nobody else gets."""
        id = "-".join(filter(None, parts))[:90].strip("-")
        number, found = 2, id
        while found in self._taken:
            found, number = f"{id}-{number}", number + 1
        self._taken.add(found)
        return found
