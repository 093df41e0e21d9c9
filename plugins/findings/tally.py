"""How the people of an event are counted: rules 3 to 6, 8 and 10 of the report format, decided here and nowhere else.

A ``Tally`` holds what is said of one event, outcome and unit, and those of the events that are part of it. Its one
recursion, ``Tally.count``, gives the range of a group: of everybody, of those of a status, of a side, of a named part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property, reduce

from reports.figure_notation import CLASSES as CERTAINTIES
from reports.figure_notation import VAGUE

from .accounts import COMBATANTS, EVERYBODY, STATUSES, Account, Group, Piece, Spoken, total_of
from .group_counts import AccountCount, GroupCount, PartSum, Quantity, Superseded
from .index import PlacedClaim
from .ranges import Range, added, with_parts

#: What a denial denies that makes a count contested (rule 8): to deny who is responsible changes no count.
COUNTED_OUT = ("number", "event")

#: Claims whose counts a group above has left out as superseded.
_Without = frozenset[str]


class Tally:
    """What is said of one event, outcome and unit.

    ``accounts`` are those of its claims, ``parts`` the tallies of the events that are part of it, and ``denials`` the
    claims in scope that deny something of one of its claims, by the key of that.
    """

    def __init__(
        self,
        event: str,
        quantity: Quantity,
        accounts: Sequence[Account],
        parts: Sequence[Tally],
        denials: Mapping[str, Sequence[PlacedClaim]],
    ) -> None:
        self.event, self.quantity = event, quantity
        self.accounts, self.parts, self._denials = tuple(accounts), tuple(parts), denials
        self._spoken: dict[Group, Spoken] = {}
        self._wholly: dict[tuple[Account, Group], bool] = {}
        self._replacements: dict[tuple[Account, Group], Superseded | None] = {}
        self._counts: dict[tuple[Group, _Without], GroupCount] = {}

    def count(self, group: Group) -> GroupCount:
        """The count of a group (rule 5)."""
        return self._count_without(group, frozenset())

    @property
    def every_account(self) -> tuple[Account, ...]:
        """Its accounts, and those of the events that are part of it."""
        return (*self.accounts, *(account for part in self.parts for account in part.every_account))

    @property
    def words(self) -> set[str]:
        """The words of which somebody says something."""
        said: list[Account | Tally] = [*self.accounts, *self.parts]
        return {word for one in said for word in one.words}

    @property
    def tells_status(self) -> bool:
        """Whether anybody tells the status of any of these people."""
        said: list[Account | Tally] = [*self.accounts, *self.parts]
        return any(one.tells_status for one in said)

    def count_without_status(self) -> GroupCount:
        """The count of everybody by the figures without a status that are not superseded there (rule 7)."""
        count = self.count(EVERYBODY)
        if not self.tells_status and not count.every_superseded:
            return count
        return self._without_status(frozenset()).count(EVERYBODY)

    def _without_status(self, without: _Without) -> Tally:
        live = [count.account for count in self._count_without(EVERYBODY, without).counts]
        accounts = [account.without_status() for account in live]
        gone = self._superseded(EVERYBODY, without)
        parts = [part._without_status(without | {one.count.claim.key for one in gone}) for part in self.parts]
        return Tally(
            self.event,
            self.quantity,
            [account for account in accounts if account.uses],
            parts,
            self._denials,
        )

    # Rule 3: accounts

    def spoken(self, group: Group) -> Spoken:
        """The parts of a group of which any account speaks; an account of a part of the event speaks of these too."""
        if group not in self._spoken:
            said = [account.speaks_of(group) for account in self.accounts] + [part.spoken(group) for part in self.parts]
            self._spoken[group] = reduce(Spoken.__or__, said, Spoken())
        return self._spoken[group]

    def counts_wholly(self, account: Account, group: Group) -> bool:
        """Whether an account counts a group wholly."""
        if (account, group) not in self._wholly:
            self._wholly[account, group] = self._counts_wholly(account, group)
        return self._wholly[account, group]

    def _counts_wholly(self, account: Account, group: Group) -> bool:
        pieces = account.pieces(group)
        if group.word:
            return bool(pieces) and self.counts_wholly(account, group.people)
        if any(group.part or piece.is_of(group) for piece in pieces):
            return True  # one name means the same people, whatever else stands with it (rule 2)
        covered = self._covered(account, group)
        if group != EVERYBODY:
            return bool(covered)
        told = [piece for piece in pieces if not piece.part]
        sides = {piece.side for piece in told}
        if all(piece.who == COMBATANTS for piece in told):
            return False  # fighters alone are never the whole, nor is one side alone
        return any(len(parts) > 1 if kind == "side" else None in sides or len(sides) > 1 for kind, parts in covered)

    def _covered(self, account: Account, group: Group) -> list[tuple[str, list[Group]]]:
        """The ways, by status and by side, in which an account counts every part of a group that is spoken of."""
        return [
            (kind, parts)
            for kind, parts in self._divided(group)
            if parts and all(self.counts_wholly(account, part) for part in parts)
        ]

    def _divided(self, group: Group) -> Iterable[tuple[str, list[Group]]]:
        """The parts of a group that are spoken of: by status, and by side."""
        if group.part:
            return
        spoken = self.spoken(group)
        if group.who is None:
            yield "status", [replace(group, who=who) for who in STATUSES if who in spoken.statuses]
        if group.side is None:
            yield "side", [replace(group, side=side) for side in sorted(spoken.sides)]

    # Rule 6: earlier counts

    def replaced(self, account: Account, group: Group) -> Superseded | None:
        """What replaces an account's count of a group: the latest claim that does; ``None`` where it stands."""
        if (account, group) not in self._replacements:
            self._replacements[account, group] = self._replaced(account, group)
        return self._replacements[account, group]

    def _replaced(self, account: Account, group: Group) -> Superseded | None:
        count = account.count(group)
        if count is None:
            return None
        around: list[list[Group]] = []
        for newer, how in self._newer(account):
            if self.counts_wholly(newer, group):
                other = newer.count(group)
            else:
                around = around or [_around(piece, group) for piece in account.counted(group)]
                other = self._again(newer, around)
            if other and (how == "updates" or not _leaves_possible(other, count)):
                old = AccountCount(account, group, count, self.counts_wholly(account, group))
                return Superseded(old, newer.claim, how)
        return None

    def _again(self, newer: Account, around: Iterable[Iterable[Group]]) -> Range | None:
        """What another account counts of the same people of a group as one does, of whose numbers each is ``around``
        these groups; ``None`` where some are others."""
        found: dict[int, Piece] = {}
        for groups in around:
            whole = next((one for one in groups if newer.counted(one) and self.counts_wholly(newer, one)), None)
            if whole is None:
                return None
            found |= {id(again): again for again in newer.counted(whole)}  # each of its numbers once
        return total_of(found.values())

    def _superseded(self, group: Group, without: _Without) -> list[Superseded]:
        """The counts of a group that the accounts of this event replace: its own, and those of events in it."""
        parts = () if group.part else self.parts
        said = [*self.accounts, *(account for part in parts for account in part.every_account)]
        counted = (account for account in said if account.claim.key not in without and account.pieces(group))
        return [gone for account in counted if (gone := self.replaced(account, group))]

    def _superseded_below(self, group: Group, without: _Without) -> _Without:
        """The claims whose counts of a group are replaced among those of an event that is part of this one."""
        found: set[str] = set()
        for part in () if group.part else self.parts:
            gone = without | {one.count.claim.key for one in part._superseded(group, without)}
            found |= gone | part._superseded_below(group, gone)
        return frozenset(found)

    def replaced_in(self, account: Account, piece: Piece) -> Superseded | None:
        """What replaces one number of an account in the row of everybody: in any group that has its people in it."""
        groups = _around(piece, EVERYBODY)
        return next((gone for group in groups if (gone := self.replaced(account, group))), None)

    def _newer(self, account: Account) -> Iterable[tuple[Account, str]]:
        """The accounts that can replace one, the latest first, and how."""
        for other in self._latest_first if account.updaters else ():
            if other.claim.key in account.updaters:
                yield other, "updates"
        by_origins = self._by_origins.get(account.claim.origin_keys, ())
        for begins, other in by_origins:
            if account.claim.ended is None or begins < account.claim.ended:
                break
            yield other, "later"

    @cached_property
    def _latest_first(self) -> list[Account]:
        def time(account: Account) -> tuple[bool, float, str]:
            begins = account.claim.claim.as_of.begins if account.claim.claim.as_of else None
            return begins is None, -begins.timestamp() if begins else 0, account.claim.key

        return sorted(self.accounts, key=time)

    @cached_property
    def _by_origins(self) -> dict[frozenset[str], list[tuple[datetime, Account]]]:
        """The accounts that say when they were made, by their origins, the latest first, each with when that begins."""
        found: dict[frozenset[str], list[tuple[datetime, Account]]] = {}
        for account in self._latest_first:
            if account.claim.claim.as_of and (begins := account.claim.claim.as_of.begins):
                found.setdefault(account.claim.origin_keys, []).append((begins, account))
        return found

    # Rules 4 and 5: the range of a group

    def _count_without(self, group: Group, without: _Without) -> GroupCount:
        """The count of a group, without the accounts that a group above has left out."""
        if (group, without) not in self._counts:
            self._counts[group, without] = self._counted(group, without)
        return self._counts[group, without]

    def _counted(self, group: Group, without: _Without) -> GroupCount:
        superseded = self._superseded(group, without)
        without |= {gone.count.claim.key for gone in superseded}
        below = without | self._superseded_below(group, without)
        counts = [
            AccountCount(account, group, account.count(group), self.counts_wholly(account, group))
            for account in self.accounts
            if account.claim.key not in without and account.pieces(group)
        ]
        parts = () if group.part else self.parts
        events = tuple(count for part in parts if (count := part._count_without(group, without)).is_spoken_of)
        wholes = [count.range for count in counts if count.whole and count.range]
        total = None
        if any(event.range for event in events) or any(count.range and not count.whole for count in counts):
            total = self._sum(group, below, counts, events)
        range, stands = with_parts(wholes, total.range if total else None)
        denials, disputes = self._denied(counts, events)
        uncounted = [
            piece.use for count in counts for piece in count.account.pieces(group) if not piece.figure.counted
        ] + [use for event in events for use in event.uncounted]
        return GroupCount(
            self.event,
            self.quantity,
            group,
            replace(range, contested=bool(denials)) if range else None,
            tuple(counts),
            replace(total, stands=stands) if total else None,
            tuple(superseded),
            tuple({use.key: use for use in uncounted}.values()),
            denials,
            disputes,
            events,
        )

    def _denied(
        self, counts: Iterable[AccountCount], events: Iterable[GroupCount]
    ) -> tuple[tuple[PlacedClaim, ...], tuple[PlacedClaim, ...]]:
        """Who denies a count or the event behind it (rule 8), and who denies only who is responsible; each once."""
        against = [denial for count in counts if count.range for denial in self._denials.get(count.claim.key, ())]
        numbers = [denial for denial in against if denial.claim.denies_what in COUNTED_OUT]
        blame = [denial for denial in against if denial.claim.denies_what not in COUNTED_OUT]
        for event in events:
            numbers += event.denials
            blame += event.disputes
        return tuple({one.key: one for one in numbers}.values()), tuple({one.key: one for one in blame}.values())

    def _sum(
        self, group: Group, without: _Without, counts: Sequence[AccountCount], events: tuple[GroupCount, ...]
    ) -> PartSum | None:
        """The sum of the parts of a group: of the five, the one with the highest high, and of equals the first."""
        divided = [
            _added(kind, [self._count_without(part, without) for part in groups])
            for kind, groups in self._divided(group)
        ]
        names = {piece.part for count in counts for piece in count.account.pieces(group) if piece.part}
        named = {name: self._count_without(replace(group, part=name), without) for name in sorted(names)}
        several = [[count] for name, count in named.items() if _of_sides(name)]
        single = [count for name, count in named.items() if not _of_sides(name)]
        parts = [_added("part", some, left_out=True) for some in (single, *several)]
        accounts = [
            PartSum("account", replace(one.range, open=True), (), one) for one in counts if one.range and not one.whole
        ]
        found = [*divided, _greatest(parts), _added("event", events), _greatest(accounts)]
        return max(filter(None, found), key=lambda one: one.range.high, default=None)


def _added(kind: str, parts: Iterable[GroupCount], *, left_out: bool = False) -> PartSum | None:
    parts = tuple(parts)
    total = added([part.range for part in parts], left_out=left_out)
    return PartSum(kind, total, parts) if total else None


def _greatest(sums: Iterable[PartSum | None]) -> PartSum | None:
    """The sum with the highest high; of equals the one with the highest low, then the surest, in whatever order."""

    def order(one: PartSum) -> tuple[object, ...]:
        range = one.range
        return range.high, range.low, -CERTAINTIES.index(range.certainty), not range.open, not range.approximate

    return max(filter(None, sums), key=order, default=None)


def _around(piece: Piece, group: Group) -> list[Group]:
    """The parts of a group that have all people of a piece in them, the widest first, and the group itself."""
    whos, sides = dict.fromkeys((group.who, piece.who)), dict.fromkeys((group.side, piece.side))
    found = [replace(group, who=who, side=side) for who in whos for side in sides]
    return found + ([replace(group, part=piece.part)] if piece.part else [])


def _of_sides(name: str) -> bool:
    """Whether a part is named after several sides, so that it may overlap any other."""
    return "+" in name


def _leaves_possible(later: Range, earlier: Range) -> bool:
    """Whether a later count that is vague, or at least so many, leaves an earlier one possible (rule 6)."""
    if later.open:
        return later.low <= earlier.high
    return later.certainty == VAGUE and later.high >= earlier.low
