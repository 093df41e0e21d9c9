"""Whom figures count, and what one claim says of one event: rules 2 and 3 of the counting rules.

The people harmed in an event are divided by status and by side. A ``Group`` is everybody, or some of these; an
``Account`` holds all figures of one claim about one event, outcome and unit, and says of a group whether it counts it
wholly, in part, or not at all, and what its count comes to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.figure_notation import Figure
from reports.model import WORDS, Casualties, Registry

from .index import PlacedClaim, side_of
from .ranges import Range, added, at_least, range_of

CIVILIANS, COMBATANTS = "civilians", "combatants"
STATUSES = (CIVILIANS, COMBATANTS)


@dataclass(frozen=True, slots=True)
class Group:
    """People harmed in an event: everybody, or those of a status, of a side, of a named part, or whom a word names.

    What is ``None`` is left open. ``word`` is one of ``model.WORDS`` (``children``).
    """

    who: str | None = None
    side: str | None = None
    part: str | None = None
    word: str | None = None

    @property
    def people(self) -> Group:
        """The group of which its word names some."""
        return replace(self, word=None)


EVERYBODY = Group()


#: A figure among all: its claim's key, the number of its entry, and the outcome.
FigureKey = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A figure with its way back: its claim, its place among the claim's entries, and its event.

    ``entry`` counts the claim's casualties entries from 0. ``event`` is ``None`` for a cumulative figure about no
    event or several.
    """

    claim: PlacedClaim
    entry: int
    outcome: str
    figure: Figure
    casualties: Casualties
    event: str | None

    @property
    def key(self) -> FigureKey:
        return (self.claim.key, self.entry, self.outcome)


@dataclass(frozen=True, slots=True)
class Piece:
    """A number of people of one entry: those that it counts, or some of them whom its ``including`` tells apart.

    ``who`` is ``None`` where the status is unknown, ``side`` where no side is given. ``use`` is the entry's figure.
    """

    figure: Figure
    who: str | None
    side: str | None
    part: str | None
    use: FigureUse

    def lies_in(self, group: Group) -> bool:
        """Whether all of its people are of the group, its word aside."""
        return group.who in (None, self.who) and group.side in (None, self.side) and group.part in (None, self.part)

    def is_of(self, group: Group) -> bool:
        """Whether it counts the group itself, and not a part of it."""
        return (self.who, self.side, self.part) == (group.who, group.side, group.part)

    @property
    def people(self) -> tuple[str | None, ...]:
        """Whose number it is: the same for figures of the same people. A part's name says so alone (rule 2)."""
        return (self.part,) if self.part else (self.who, self.side)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Of which parts of a group an account speaks: statuses and sides."""

    statuses: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()

    def __or__(self, other: Spoken) -> Spoken:
        return Spoken(self.statuses | other.statuses, self.sides | other.sides)


class _Entry:
    """One figure, and those of its people whom it tells apart."""

    def __init__(self, registry: Registry, use: FigureUse, *, status: bool) -> None:
        said = use.casualties
        sides = sorted({side for actor in said.of if (side := side_of(registry, actor))})
        name = said.part or ("+".join(sides) if len(sides) > 1 else None)
        who = said.who if said.who in STATUSES else None
        self.all = Piece(use.figure, who, sides[0] if len(sides) == 1 else None, name, use)
        self.sides = frozenset(sides)
        self.words: dict[str, Piece] = {}
        #: Those whom it tells apart: by a word for their status, and fighters by the actor whose they are.
        self.by_status: list[Piece] = []
        self.by_actor: list[Piece] = []
        for part in said.including:
            if part.group in WORDS:
                self.words[part.group] = replace(self.all, figure=part.figure)
            elif status and part.group in STATUSES:
                if who in (None, part.group):  # to say of civilians that some were fighters counts nobody
                    self.by_status.append(replace(self.all, figure=part.figure, who=part.group))
            elif status and who != CIVILIANS:
                side = side_of(registry, part.group)
                if not sides or side in sides:
                    self.by_actor.append(replace(self.all, figure=part.figure, who=COMBATANTS, side=side))

    def pieces(self, group: Group) -> list[Piece]:
        """Its people of a group, each once: all of them, or those whom it tells apart.

        Fighters told apart by that word are all of them, and those of actors are some of these.
        """
        if group.word:
            return [self.words[group.word]] if group.word in self.words and self.all.lies_in(group) else []
        if self.all.lies_in(group):
            return [self.all]
        found = [piece for piece in self.by_status if piece.lies_in(group)]
        if any(piece.who == COMBATANTS for piece in found):
            return found
        return found + [piece for piece in self.by_actor if piece.lies_in(group)]

    def told_apart(self, group: Group) -> list[Piece]:
        """Those of its people in the group whom it tells apart."""
        return [piece for piece in (*self.by_status, *self.by_actor) if piece.lies_in(group)]

    def has_others(self, who: str) -> bool:
        """Whether it counts others than those whom it says to be of a status."""
        figure, told = self.all.figure, total_of(self.pieces(Group(who=who)))
        if told and (told.low, told.high, told.open) == (figure.low, figure.high, figure.open):
            return False
        return figure.high is None or figure.open or figure.high > (told.low if told else 0)


class Account:
    """All that one claim says of one event, outcome and unit. Its figures count different people (rule 3).

    ``updaters`` are the claims that update it, directly or through others. With ``status=False`` it is what its figures
    without a status say, and nobody of them is told apart (rule 7).
    """

    def __init__(
        self, registry: Registry, uses: Sequence[FigureUse], updaters: frozenset[str], *, status: bool = True
    ) -> None:
        self._registry, self.updaters = registry, updaters
        self.uses = tuple(use for use in uses if status or use.casualties.who not in STATUSES)
        self._entries = [_Entry(registry, use, status=status) for use in self.uses]
        self._pieces: dict[Group, tuple[Piece, ...]] = {}
        self._counts: dict[Group, Range | None] = {}

    @property
    def claim(self) -> PlacedClaim:
        return self.uses[0].claim

    def without_status(self) -> Account:
        """What its figures without a status say (rule 7); it has none where all of them have one."""
        return Account(self._registry, self.uses, self.updaters, status=False)

    @property
    def words(self) -> set[str]:
        """The words that it says something of."""
        return {word for entry in self._entries for word in entry.words}

    @property
    def tells_status(self) -> bool:
        """Whether it tells the status of anybody."""
        return any(entry.all.who or entry.by_status or entry.by_actor for entry in self._entries)

    def pieces(self, group: Group) -> tuple[Piece, ...]:
        """Its people of a group, each once."""
        if group not in self._pieces:
            self._pieces[group] = tuple(piece for entry in self._entries for piece in entry.pieces(group))
        return self._pieces[group]

    def counted(self, group: Group) -> list[Piece]:
        """Those of its people of a group to whom somebody put a number."""
        return [piece for piece in self.pieces(group) if piece.figure.counted]

    def count(self, group: Group) -> Range | None:
        """Its figures of a group and of its parts, added; ``None`` where it counts nobody there."""
        if group not in self._counts:
            self._counts[group] = total_of(self.pieces(group))
        return self._counts[group]

    def _others(self, group: Group) -> set[str]:
        """The sides of whose civilians, or fighters, it speaks by telling the other status apart in a larger number."""
        found = set()
        for side in {entry.all.side for entry in self._entries if entry.all.side and group.who}:
            (other,) = (who for who in STATUSES if who != group.who)
            entries = [one for one in self._entries if one.all.who is None and one.all.lies_in(Group(side=side))]
            if self.pieces(Group(other, side)) and any(entry.has_others(other) for entry in entries):
                found.add(side)
        return found

    def speaks_of(self, group: Group) -> Spoken:
        """Of which parts of a group it speaks.

        Who tells civilians or fighters apart in a larger number speaks of the others too, and who counts the people of
        several sides together of each of these.
        """
        here = self.pieces(group)
        told = [] if group.word else [piece for entry in self._entries for piece in entry.told_apart(group)]
        every = [*here, *told]
        statuses = {piece.who for piece in every if piece.who}
        sides = {piece.side for piece in every if piece.side}
        if not group.word:
            within = [entry for entry in self._entries if entry.all.lies_in(group)]
            of_several = (entry for entry in self._entries if entry.all.side is None and group.side in entry.sides)
            statuses |= {entry.all.who for entry in of_several if entry.all.who}
            if any(entry.has_others(who) for entry in within if entry.all.who is None for who in statuses):
                statuses = set(STATUSES)
            sides |= {side for entry in within for side in entry.sides} | self._others(group)
        return Spoken(frozenset(statuses), frozenset(sides))


def total_of(pieces: Iterable[Piece]) -> Range | None:
    """The people of one account, added (rule 3); ``None`` where nobody counted any of them."""
    every = list(pieces)
    total = added([range_of(piece.figure) for piece in every if piece.figure.counted])
    return at_least(total) if total and not all(piece.figure.counted for piece in every) else total
