"""The counts of the events of a scope, row by row as tables have them: rule 7 of the report format.

``tally`` counts a group of people; here are the groups that are rows, and the events that are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from reports.model import WORDS

from .accounts import COMBATANTS, EVERYBODY, STATUSES, Account, FigureKey, FigureUse, Group
from .group_counts import ALL, UNKNOWN, GroupCount, Quantity
from .index import Index, PlacedClaim
from .ranges import Range
from .tally import Tally


class EventCount:
    """One outcome and unit of one event, row by row. ``tally`` has what it is counted from."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.event, self.quantity = tally.event, tally.quantity

    @property
    def outcome(self) -> str:
        return self.quantity.outcome

    @property
    def unit(self) -> str:
        return self.quantity.unit

    @cached_property
    def rows(self) -> dict[str, GroupCount]:
        """Its rows by name (rule 7), as tables have them: ``CLASSES``, words, ``combatants:<side>``."""
        fighters = Group(COMBATANTS)
        words = self.tally.words
        found = {
            ALL: self.all,
            **{who: self.tally.count(Group(who)) for who in STATUSES if who in self.tally.spoken(EVERYBODY).statuses},
            UNKNOWN: self.tally.count_without_status(),
            **{word: self.tally.count(Group(word=word)) for word in WORDS if word in words},
            **{
                f"{COMBATANTS}:{side}": self.tally.count(replace(fighters, side=side))
                for side in sorted(self.tally.spoken(fighters).sides)
            },
        }
        return {row: count for row, count in found.items() if count.is_spoken_of}

    @property
    def all(self) -> GroupCount:
        """Its row of everybody."""
        return self.tally.count(EVERYBODY)

    def row(self, name: str) -> GroupCount | None:
        """A row; ``None`` where nobody says anything of it."""
        return self.rows.get(name)

    def range(self, name: str) -> Range | None:
        """The range of a row, or ``None`` where nothing is counted."""
        row = self.rows.get(name)
        return row.range if row else None

    @cached_property
    def superseded(self) -> dict[FigureKey, PlacedClaim]:
        """The figures of the event itself that count nobody any more in the row of everybody, and what replaces each.

        People whom nobody counted are replaced with all who were, of the same account.
        """
        found: dict[FigureKey, PlacedClaim] = {}
        for account in self.tally.accounts:
            pieces = account.pieces(EVERYBODY)
            if self.tally.counts_wholly(account, EVERYBODY):
                gone = self.tally.replaced(account, EVERYBODY)
                found |= {piece.use.key: gone.by for piece in pieces} if gone else {}
                continue
            counted = account.counted(EVERYBODY)
            replaced = [(piece, gone) for piece in counted if (gone := self.tally.replaced_in(account, piece))]
            found |= {piece.use.key: gone.by for piece, gone in replaced}
            if counted and len(replaced) == len(counted):
                found |= {piece.use.key: replaced[0][1].by for piece in pieces if not piece.figure.counted}
        return found


#: Counts by the event's key, and what is counted.
Counts = dict[tuple[str, Quantity], EventCount]


def count(
    index: Index,
    uses: Iterable[FigureUse],
    claims: Iterable[PlacedClaim],
    events: Collection[str],
    leaves_out: Callable[[str, Quantity], bool] = lambda event, quantity: False,
) -> Counts:
    """The counts of the events of a scope, by event and what is counted: those that have a figure, or a part that does.

    ``uses`` are the figures that may be counted, ``claims`` all claims in scope, for what they deny, and ``events`` the
    keys of its events. What ``leaves_out`` takes is counted in no event: its figures are passed over, those of the
    events that are part of it are not. The order of what is given changes nothing but that in which things are listed.
    """
    said: dict[Quantity, dict[str, dict[str, list[FigureUse]]]] = {}
    for use in uses:
        quantity = Quantity(use.outcome, use.casualties.unit)
        if use.event is not None and not leaves_out(use.event, quantity):
            said.setdefault(quantity, {}).setdefault(use.event, {}).setdefault(use.claim.key, []).append(use)
    denials = _denials(claims)
    found: Counts = {}
    for quantity in sorted(said, key=lambda quantity: quantity.sort_key):
        tallies = _Tallies(index, quantity, said[quantity], denials, events)
        for event in sorted(tallies.concerned):
            found[event, quantity] = tallies.of(event)
    return dict(sorted(found.items(), key=lambda item: item[0][0]))


class _Tallies:
    """The counts of one quantity, each made once, the parts of an event before it.

    What is the same in several scopes, as most events of one report are in it and in the site, is counted once.
    """

    def __init__(
        self,
        index: Index,
        quantity: Quantity,
        said: Mapping[str, Mapping[str, Sequence[FigureUse]]],
        denials: Mapping[str, Sequence[PlacedClaim]],
        events: Collection[str],
    ) -> None:
        self.index, self.quantity, self.said, self.denials = index, quantity, said, denials
        self.concerned: set[str] = set()
        self._parts: dict[str, list[str]] = {}
        for event in sorted(said):
            step: str | None = event
            while step and step in events and step not in self.concerned:
                self.concerned.add(step)
                whole = index.parents.get(step)
                while whole and whole not in events:  # nobody here tells that one: what has it as a part has these
                    whole = index.parents.get(whole)
                if whole:
                    self._parts.setdefault(whole, []).append(step)
                step = whole
        self.of: Callable[[str], EventCount] = lru_cache(maxsize=None)(self._of)

    def _of(self, event: str) -> EventCount:
        index = self.index
        parts = [self.of(part).tally for part in sorted(self._parts.get(event, ()))]
        said = self.said.get(event, {})
        updaters = {claim: index.updaters.get(claim, frozenset()) for claim in said}
        denials = {claim: self.denials[claim] for claim in said if claim in self.denials}

        def make() -> EventCount:
            accounts = [Account(index.registry, uses, updaters[claim]) for claim, uses in said.items()]
            return EventCount(Tally(event, self.quantity, accounts, parts, denials))

        # All of which it is made: claims and parts by their ids, since the count itself holds them.
        key = (
            event,
            self.quantity,
            tuple((id(uses[0].claim), updaters[claim]) for claim, uses in said.items()),
            tuple((claim, *map(id, denying)) for claim, denying in denials.items()),
            tuple(map(id, parts)),
        )
        return index.made.once(key, make)


def _denials(claims: Iterable[PlacedClaim]) -> dict[str, list[PlacedClaim]]:
    """The claims that deny something of a claim, by the key of that."""
    found: dict[str, list[PlacedClaim]] = {}
    for claim in claims:
        if claim.claim.stance == "denies":
            for denied in claim.denies:
                found.setdefault(denied, []).append(claim)
    return found
