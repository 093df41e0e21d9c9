"""Whom a figure counts (rule 2), and what the figures of one claim say together of a group of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from .counts import Count, read, together
from .facts import Entry

CIVILIANS, COMBATANTS = STATUSES = ("civilians", "combatants")
#: The words of ``including`` but those for a status.
WORDS = tuple("children women men girls boys elderly medics journalists aid-workers rescuers teachers students".split())


class Group(NamedTuple):
    """People of an event: of one ``status`` and of one ``side``, or of any where these are empty; with a ``word`` those
    among them of whom it is said, such as children."""

    status: str = ""
    side: str = ""
    word: str = ""

    def within(self, other: Group) -> bool:
        return other.status in ("", self.status) and other.side in ("", self.side) and other.word in ("", self.word)

    def up_to(self, top: Group) -> Iterator[Group]:
        """The groups that have this one in them, itself among them, and are in ``top``."""
        for status in dict.fromkeys((self.status, top.status)):
            for side in dict.fromkeys((self.side, top.side)):
                yield Group(status, side, self.word)


EVERYBODY = Group()


class Told(NamedTuple):
    """A number for a group, of the entry ``id``; ``part`` names those whom it counts, where these are not all."""

    id: int
    group: Group
    part: str
    number: Count | None
    whole: bool = True  # of all people of that status in the entry, and not of one party's
    name: str = ""  # the party whose they are, where ``including`` has them


class _Figure:
    """An entry as the rules see it: whom it counts, and what it says besides of some of these."""

    def __init__(self, entry: Entry, side: Callable[[str], str]) -> None:
        self.entry = entry
        self.sides = frozenset(map(side, entry.of))
        status = entry.who if entry.who in STATUSES else ""
        group = Group(status, next(iter(self.sides)) if len(self.sides) == 1 else "")
        part = entry.part or ("+".join(sorted(self.sides)) if len(self.sides) > 1 else "")
        self.own = Told(entry.id, group, part, read(entry.written))
        self.among: list[Told] = []
        self.words: dict[str, Count | None] = {}
        for name, written in entry.including:
            if name in STATUSES and status not in ("", name):
                continue  # nobody is both: such a record counts nobody there
            if name in STATUSES:
                self.among.append(Told(entry.id, Group(name, group.side), part, read(written)))
            elif name in WORDS:
                self.words[name] = read(written)
            elif status != CIVILIANS and (not self.sides or side(name) in self.sides):
                self.among.append(Told(entry.id, Group(COMBATANTS, side(name)), part, read(written), False, name))

    def says(self, group: Group) -> Iterator[Told]:
        """Its numbers for people of the group, which are different people."""
        own = self.own
        if group.word:
            if group.word in self.words and own.group.within(group._replace(word="")):
                yield Told(own.id, own.group._replace(word=group.word), own.part, self.words[group.word])
        elif own.group.within(group):
            yield own
        else:
            among = [told for told in self.among if told.group.within(group)]
            yield from [told for told in among if told.whole] or among

    def has_others(self, group: Group) -> bool:
        """Whether it counts more people than it says to be of the group."""
        own, among = self.own.number, together(told.number for told in self.says(group))
        if own and among and (own.low, own.high, own.open) == (among.low, among.high, among.open):
            return False
        return own is None or own.open or own.high > (among.low if among else 0)


class Account:
    """The figures of one claim about one event, outcome and unit: they count different people (rule 3)."""

    def __init__(self, claim: str, entries: Iterable[Entry], side: Callable[[str], str]) -> None:
        self.claim = claim
        self.entries = list(entries)
        self._side = side
        self._figures = [_Figure(entry, side) for entry in self.entries]
        self._counts: dict[tuple[Group, str], Count | None] = {}
        self.words = frozenset(word for figure in self._figures for word in figure.words)
        self.sides = frozenset(
            side for figure in self._figures for side in (*figure.sides, *(told.group.side for told in figure.among))
        )

    def of_unknown_status(self) -> Account:
        """The same less its figures for people of a known status, and less what it says of some of the others."""
        kept = [replace(entry, including=()) for entry in self.entries if entry.who not in STATUSES]
        return Account(self.claim, kept, self._side)

    def says(self, group: Group) -> list[Told]:
        """Its numbers for different people of the group, counted or not."""
        return [told for figure in self._figures for told in figure.says(group)]

    def counts(self, group: Group, part: str = "") -> Count | None:
        """What it counts of the group, or of a named part of it; ``None`` where it counts nobody there."""
        if (group, part) not in self._counts:
            told = (told.number for told in self.says(group) if part in ("", told.part))
            self._counts[group, part] = together(told)
        return self._counts[group, part]

    def counts_itself(self, group: Group) -> bool:
        """Whether one of its figures is for just this group, and all of it."""
        return any(told.group == group and not told.part for told in self.says(group))

    def speaks_of(self, group: Group) -> bool:
        """Whether it says anything of people of the group: a number, or that there are others than those it tells."""
        if self.says(group):
            return True
        if group.word:
            return False
        status, side, _ = group
        if any(side in figure.sides and status in ("", figure.own.group.status) for figure in self._figures):
            return True
        return any(other != status and self._tells_apart(Group(other, side)) for other in STATUSES if status)

    def _tells_apart(self, group: Group) -> bool:
        """Whether it tells people of a status apart in a larger number."""
        larger = group._replace(status="")
        of_any = [told for told in self._figures if not told.own.group.status and told.own.group.within(larger)]
        return bool(self.says(group)) and any(figure.has_others(group) for figure in of_any)
