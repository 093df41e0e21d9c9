"""The people of an event as a tree: everybody, by status, by side, named parts, and the events that are its parts.

Rules 3, 5 and 6 of the report format, read a second time: who counts a group of them wholly, which counts stand, and
the range that is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .counts import Count, added, highest, leaves_possible, range_of, together
from .people_counted import COMBATANTS, EVERYBODY, STATUSES, Account, Group

#: How a claim stands to an earlier one: ``updates``, ``later``, or an empty text.
Replacing = Callable[[str, str], str]
#: An event, and the events that it is a part of, up to that whose row is counted.
Line = tuple["People", ...]


class People:
    """Everybody harmed in an event, in one way: its accounts, and the ``parts`` that are events of their own."""

    def __init__(self, accounts: list[Account], parts: list[People]) -> None:
        self.accounts = accounts
        self.parts = parts
        self._spoken_of: dict[Group, bool] = {}
        self._covers: dict[tuple[Account, Group], frozenset[Group] | None] = {}
        known: list[Account | People] = [*accounts, *parts]
        self.words: frozenset[str] = frozenset(word for one in known for word in one.words)
        self.sides: frozenset[str] = frozenset(side for one in known for side in one.sides if side)

    def lines(self, above: Line = ()) -> Iterator[tuple[Account, Line]]:
        """All accounts of these people, each with the events up to this one."""
        line = (self, *above)
        for account in self.accounts:
            yield account, line
        for part in self.parts:
            yield from part.lines(line)

    def spoken_of(self, group: Group) -> bool:
        """Whether any account, of the event or of a part of it, speaks of the group."""
        if group not in self._spoken_of:
            accounts = any(account.speaks_of(group) for account in self.accounts)
            self._spoken_of[group] = accounts or any(part.spoken_of(group) for part in self.parts)
        return self._spoken_of[group]

    def has_figures(self, group: Group) -> bool:
        """Whether there is a figure of the group, counted or not."""
        if group.word and group.word not in self.words:
            return False
        return any(account.says(group) for account in self.accounts) or any(
            part.has_figures(group) for part in self.parts
        )

    def has_uncounted(self, group: Group) -> bool:
        """Whether there is a figure of the group that says that some were harmed, and not how many."""
        return any(told.number is None for account in self.accounts for told in account.says(group)) or any(
            part.has_uncounted(group) for part in self.parts
        )

    def by_status(self, group: Group) -> list[Group]:
        """The parts of a group by status of which anybody speaks; none where it is of one status."""
        parts = [] if group.status else [group._replace(status=status) for status in STATUSES]
        return [part for part in parts if self.spoken_of(part)]

    def by_side(self, group: Group) -> list[Group]:
        """The same by side."""
        parts = [] if group.side else [group._replace(side=side) for side in sorted(self.sides)]
        return [part for part in parts if self.spoken_of(part)]

    def wholly(self, account: Account, group: Group) -> bool:
        """Whether an account of the event counts a group wholly (rule 3); a word, where it counts those wholly of whom
        it says the word."""
        if group.word:
            return bool(account.says(group)) and self.wholly(account, group._replace(word=""))
        return self._cover(account, group) is not None

    def _cover(self, account: Account, group: Group) -> frozenset[Group] | None:
        """The groups that an account counts itself and that make up the whole; ``None`` where they do not."""
        if (account, group) not in self._covers:
            self._covers[account, group] = self._cover_of(account, group)
        return self._covers[account, group]

    def _cover_of(self, account: Account, group: Group) -> frozenset[Group] | None:
        if account.counts_itself(group):
            return frozenset({group})
        for parts in (self.by_status(group), self.by_side(group)):
            covers = [self._cover(account, part) for part in parts]
            known = [cover for cover in covers if cover is not None]
            if covers and len(known) == len(covers):
                cover = frozenset().union(*known)
                if group != EVERYBODY or _may_be_everybody(account, cover):
                    return cover
        return None


def _may_be_everybody(account: Account, cover: frozenset[Group]) -> bool:
    """Fighters alone, or the people of one side alone, are never the whole."""
    statuses = {told.group.status for told in account.says(EVERYBODY) if not told.part}
    sides = {group.side for group in cover}
    return bool(statuses - {COMBATANTS}) and ("" in sides or len(sides) > 1)


class Standing:
    """What stands of a group of an event's people in a row of a table: its range, and the accounts behind it."""

    def __init__(self, people: People, group: Group, replacing: Replacing) -> None:
        self.people = people
        self.group = group
        self._replacing = replacing

    def range(self) -> Count | None:
        """The range of the group (rule 5); ``None`` where nobody counted it."""
        return self._range((self.people,), self.group)

    def accounts(self) -> Iterator[Account]:
        """The accounts with a count of the group, or of a part of it, that is not superseded."""
        for account, line in self.people.lines():
            if self.has_standing(account, line):
                yield account

    def has_standing(self, account: Account, line: Line) -> bool:
        """Whether anything that an account counts in the group is not superseded."""
        return account.counts(self.group) is not None and self._stands(line, account, self.group)

    def of_unknown_status(self, line: Line = ()) -> People:
        """The people, or those of an event that is a part, as the figures without a status tell of them (rule 7)."""
        line = line or (self.people,)
        accounts = [
            account.of_unknown_status()
            for account in line[0].accounts
            if account.counts(self.group) is None or self.has_standing(account, line)
        ]
        parts = [self.of_unknown_status((part, *line)) for part in line[0].parts]
        return People([account for account in accounts if account.entries], parts)

    def figure_stands(self, account: Account, line: Line, id: int) -> bool:
        """Whether a counted figure of an account does: by itself, or in what the account counts wholly."""
        if line[0].wholly(account, self.group):
            return self._stands(line, account, self.group)
        told = (told for told in account.says(self.group) if told.id == id)
        return any(self._stands(line, account, told.group, told.part) for told in told)

    def parts(self) -> Count | None:
        """The sum of its parts that stands beside the counts of the whole group."""
        return self._counts((self.people,), self.group)[1]

    # Rule 5

    def _range(self, line: Line, group: Group) -> Count | None:
        return range_of(*self._counts(line, group))

    def _counts(self, line: Line, group: Group) -> tuple[list[Count], Count | None]:
        """The counts of a whole group, and the sum of its parts that stands beside them."""
        people, whole, in_part = line[0], [], []
        for account in people.accounts:
            count = account.counts(group)
            if count is None or not self._stands(line, account, group):
                continue
            if people.wholly(account, group):
                whole.append(count)
            else:
                in_part.append(count)
        events = [self._range((part, *line), group) for part in people.parts if part.has_figures(group)]
        if not in_part and not any(events):
            return whole, None
        sums = [
            self._added(line, people.by_status(group)),
            self._added(line, people.by_side(group)),
            self._named(line, group),
            added(events),
            highest(map(_opened, in_part)),
        ]
        return whole, max(filter(None, sums), key=lambda one: one.high, default=None)

    def _added(self, line: Line, groups: list[Group]) -> Count | None:
        return added(self._range(line, group) for group in groups)

    def _named(self, line: Line, group: Group) -> Count | None:
        """The sum of the named parts: of those that one name has, and each that is named after several sides alone."""
        accounts = line[0].accounts
        names = {told.part for account in accounts for told in account.says(group) if told.part}
        ranges = {}
        for name in names:
            counts = [
                count
                for account in accounts
                if (count := account.counts(group, name)) and self._stands(line, account, group, name)
            ]
            ranges[name] = range_of(counts)
        plain = added(ranges[name] for name in names if "+" not in name)
        return highest(map(_opened, (plain, *(ranges[name] for name in names if "+" in name))))

    # Rule 6

    def _stands(self, line: Line, account: Account, group: Group, part: str = "") -> bool:
        """Whether no later count replaces what an account counts of a group, or of a named part of it."""
        for people in line:
            for other in people.accounts:
                how = self._replacing(other.claim, account.claim)
                if how and any(
                    how == "updates" or not leaves_possible(*counts)
                    for counts in self._again(people, other, account, group, part)
                ):
                    return False
        return True

    def _again(
        self, people: People, other: Account, account: Account, group: Group, part: str
    ) -> Iterator[tuple[Count, Count]]:
        """What another account counts of the same people, in each group of this row that has these in it, and what
        this one does there."""
        for around in group.up_to(self.group):
            count = account.counts(around)
            if count and (later := self._of_the_same(people, other, account, around)):
                yield later, count
        if part and (later := other.counts(self.group, part)) and (count := account.counts(self.group, part)):
            yield later, count

    def _of_the_same(self, people: People, other: Account, account: Account, group: Group) -> Count | None:
        """What an account counts of a group: wholly, or all those of whom the other has a number there."""
        if people.wholly(other, group):
            return other.counts(group)
        found: dict[tuple[int, Group, str], Count | None] = {}
        for told in account.says(group):
            if told.number is None:
                continue
            wider = sorted(told.group.up_to(group), key=lambda one: (bool(one.side), bool(one.status)))
            again = [one for one in wider if one != group and other.counts(one) and people.wholly(other, one)]
            if again:
                found |= {(one.id, one.group, one.name): one.number for one in other.says(again[0]) if one.number}
            elif told.part and other.counts(group, told.part):
                again_named = (one for one in other.says(group) if one.part == told.part)
                found |= {(one.id, one.group, one.name): one.number for one in again_named}
            else:
                return None
        return together(found.values())


def _opened(count: Count | None) -> Count | None:
    return replace(count, open=True) if count else None
