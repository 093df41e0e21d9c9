"""The casualties counted again: section *How casualties are counted* of the report format, rule by rule, in code that
shares nothing with ``plugins/findings``.

``Recount`` is given plain records, whoever made them: ``handed_out`` of a built site, or a test. Which figures count
(rule 1) and which rows, totals and origins come of it (rules 7 to 10) is decided here; ``accounts`` has whom a figure
counts (rule 2), ``people`` the tree of an event's people (rules 3, 5 and 6), ``counts`` numbers and their ranges
(rule 4), ``earlier`` which claims replace others (rule 6).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from .counts import Count, added, read
from .earlier import Earlier, chain
from .facts import Claim, Entry, Facts
from .people_counted import COMBATANTS, EVERYBODY, STATUSES, WORDS, Account, Group
from .people_tree import People, Standing

KILLED, INJURED, EITHER = "killed", "injured", "killed-or-injured"
OUTCOMES = (KILLED, INJURED, EITHER, "died", "missing", "abducted", "detained", "displaced")
UNITS = ("people", "families")
#: The rows of totals; of an event there are also ``combatants:<side>``.
ROWS = ("all", *STATUSES, "unknown", *WORDS)
STATES = ("cumulative", "discounted", "superseded", "uncounted", "counted")


@dataclass(frozen=True, slots=True)
class Range:
    """A row of an event. ``count`` is ``None`` where it is uncounted.

    It is ``contested`` by who denies a number in it or the event; ``disputed`` also by who denies who is responsible.
    """

    count: Count | None
    contested: bool
    disputed: bool
    origins: frozenset[str]
    accounts: frozenset[tuple[str, str]]  # claim and event


@dataclass(frozen=True, slots=True)
class Total:
    """A row of a scope, by its events: ``ranges`` are of those that add to it.

    Beside it stand those of which only words gave the range, and those that are uncounted.
    """

    ranges: dict[str, Range] = field(default_factory=dict)
    word_events: dict[str, Range] = field(default_factory=dict)
    uncounted_events: dict[str, Range] = field(default_factory=dict)

    @property
    def count(self) -> Count | None:
        """What they come to; ``None`` where nothing was counted."""
        return added(one.count for one in self.ranges.values())

    @property
    def contested(self) -> bool:
        return any(one.contested for one in self.ranges.values())

    @property
    def origins(self) -> frozenset[str]:
        return frozenset().union(*(one.origins for one in self.ranges.values()))


class Recount:
    """Counts what the facts hold."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._people: dict[tuple[str, bool, str, str, str], People] = {}
        self._ranges: dict[tuple[People, str], Range | None] = {}
        self._totals: dict[tuple[str, str, str, str], Total | None] = {}
        self._counts_of: dict[tuple[str, str, str, str], set[Count | None]] = {}
        self._top_events: dict[str, dict[tuple[str, str], list[str]]] = {}
        self._under_events: dict[str, dict[str, list[tuple[tuple[str, str], list[str]]]]] = {}
        self._scopes: dict[str, _Scope] = {}
        self._earlier = Earlier(facts.claims)

    def range(self, scope: str, event: str, outcome: str, unit: str, row: str) -> Range | None:
        """The row of an event, of the claims of a scope; ``None`` where there is none."""
        return self._range(self._claims_of(scope), False, event, outcome, unit, row)

    def rows(self, scope: str, event: str, outcome: str, unit: str) -> dict[str, Range]:
        """All rows of an event, by their names."""
        people = self._of(self._claims_of(scope), False, event, outcome, unit)
        found = {row: self.range(scope, event, outcome, unit, row) for row in _rows(people)}
        return {row: one for row, one in found.items() if one}

    def adds(self, scope: str, event: str, outcome: str, unit: str, row: str) -> Range | None:
        """The same as it enters totals: less what they leave out, in events that are parts of this one too."""
        return self._range(self._claims_of(scope), True, event, outcome, unit, row)

    def counts(self, scope: str, event: str, outcome: str, unit: str) -> set[Count | None]:
        """All that a page may show of an event: its rows, also as they enter totals, and the sums of parts in them."""
        claims = self._claims_of(scope)
        key = (claims, event, outcome, unit)
        if key not in self._counts_of:
            found = self._counts_of[key] = set()
            both = [self._of(claims, in_total, event, outcome, unit) for in_total in (False, True)]
            for people in dict.fromkeys(both):
                for standing in filter(None, (self._standing(people, row) for row in _rows(people))):
                    found |= {standing.range(), standing.parts()}
        return self._counts_of[key]

    def lines(self, event: str, outcome: str, unit: str) -> dict[str, tuple[str, Count | None]]:
        """What each claim about an event counts of everybody, and how: as the ``whole`` or a ``part`` of them, as
        ``superseded``, or with no number (``some``)."""
        people = self._of("site", False, event, outcome, unit)
        standing = Standing(people, EVERYBODY, self._earlier.replacing)
        found: dict[str, tuple[str, Count | None]] = {}
        for account in people.accounts:
            count = account.counts(EVERYBODY)
            if count is None:
                kind = "some"
            elif not standing.has_standing(account, (people,)):
                kind = "superseded"
            else:
                kind = "whole" if people.wholly(account, EVERYBODY) else "part"
            found[account.claim] = kind, count
        return found

    def wholes(self, event: str) -> list[str]:
        """The events that an event is a part of, from the nearest up."""
        return chain(self._whole, event)

    def wholes_that_add(self, event: str) -> list[str]:
        """Those of them that can add to a total: a discounted one adds nothing, and its parts stand by themselves."""
        return [whole for whole in self.wholes(event) if not self._discounted(whole)]

    def total(self, scope: str, outcome: str, unit: str, row: str) -> Total | None:
        """A row of the totals of a scope; ``None`` where nobody was reported at all."""
        key = (scope, outcome, unit, row)
        if key not in self._totals:
            self._totals[key] = self._total(*key)
        return self._totals[key]

    def state(self, claim: str, entry: Entry) -> str:
        """The first of ``STATES`` that holds of a figure, site-wide in the row of everybody."""
        if entry.cumulative:
            return "cumulative"
        if self._discounted(entry.event):
            return "discounted"
        people = self._of("site", False, entry.event, entry.outcome, entry.unit)
        standing = Standing(people, EVERYBODY, self._earlier.replacing)
        account = next(account for account in people.accounts if account.claim == claim)
        if read(entry.written):
            return "counted" if standing.figure_stands(account, (people,), entry.id) else "superseded"
        counted = account.counts(EVERYBODY) is not None
        return "superseded" if counted and not standing.has_standing(account, (people,)) else "uncounted"

    # Rule 1, and what a scope holds

    def _claims_of(self, scope: str) -> str:
        """The scope of which the claims are counted: choices of events are counted site-wide."""
        return scope if self.facts.chosen(scope) is None else "site"

    def _in(self, scope: str) -> _Scope:
        if scope not in self._scopes:
            reports = self.facts.reports(scope)
            claims = (claim for report, told in self._claims_by_report.items() if report in reports for claim in told)
            told = (event for report, events in self._told_by_report.items() if report in reports for event in events)
            self._scopes[scope] = _Scope(claims, told)
        return self._scopes[scope]

    @cached_property
    def _claims_by_report(self) -> dict[str, list[Claim]]:
        found = defaultdict(list)
        for claim in self.facts.claims.values():
            found[claim.report].append(claim)
        return found

    @cached_property
    def _told_by_report(self) -> dict[str, list[tuple[str, bool]]]:
        """The events that each report tells, each with whether it does so as background."""
        found = defaultdict(list)
        for key, event in self.facts.events.items():
            for report, background in event.told.items():
                found[report].append((key, background))
        return found

    def _discounted(self, event: str) -> bool:
        return event in self.facts.events and self.facts.events[event].discounted

    def _counts(self, scope: str, event: str, in_total: bool) -> bool:
        """Whether figures of an event count: in totals of a report or dossier not where all tell it as background."""
        background = in_total and scope != "site" and self._in(scope).background(event)
        return not background and not self._discounted(event)

    def _of(self, scope: str, in_total: bool, event: str, outcome: str, unit: str) -> People:
        """The people of an event, as the claims of a scope tell of them."""
        in_total = in_total and (scope != "site" or outcome == EITHER)  # else they are the same
        key = (scope, in_total, event, outcome, unit)
        if key not in self._people:
            entries = self._in(scope).entries.get((event, outcome, unit), {})
            said_already = in_total and outcome == EITHER and self._said_apart(scope, event, unit)
            if said_already or not self._counts(scope, event, in_total):
                entries = {}
            accounts = [Account(claim, told, self.facts.side) for claim, told in entries.items()]
            parts = [self._of(scope, in_total, part, outcome, unit) for part in self._parts.get(event, ())]
            self._people[key] = People(accounts, parts)
        return self._people[key]

    def _said_apart(self, scope: str, event: str, unit: str) -> bool:
        """Whether killed and injured of an event are both counted, or are of one that has it as a part by claims about
        that itself, which count the people of its parts too (rule 9)."""
        ranges = (self._range(scope, True, event, outcome, unit, "all") for outcome in (KILLED, INJURED))
        return all(one and one.count for one in ranges) or any(
            all(
                any(account.counts(EVERYBODY) for account in self._of(scope, True, whole, outcome, unit).accounts)
                for outcome in (KILLED, INJURED)
            )
            for whole in self.wholes(event)
        )

    @cached_property
    def _whole(self) -> dict[str, str]:
        """The event that each has as a part, where it is part of one; circles are no parts."""
        given = {key: event.part_of for key, event in self.facts.events.items() if event.part_of}
        return {key: whole for key, whole in given.items() if key not in chain(given, whole)}

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for part, whole in sorted(self._whole.items()):
            found[whole].append(part)
        return found

    # Rows (rules 7, 8 and 10)

    def _range(self, scope: str, in_total: bool, event: str, outcome: str, unit: str, row: str) -> Range | None:
        people = self._of(scope, in_total, event, outcome, unit)
        if row in WORDS and row not in people.words:
            return None
        key = (people, row)
        if key not in self._ranges:
            self._ranges[key] = self._row(scope, people, row)
        return self._ranges[key]

    def _row(self, scope: str, people: People, row: str) -> Range | None:
        standing = self._standing(people, row)
        if standing is None:
            return None
        count, accounts = standing.range(), list(standing.accounts())
        if count is None and not standing.people.has_uncounted(standing.group):
            return None
        claims = {account.claim for account in accounts}
        return Range(
            count,
            not claims.isdisjoint(self._in(scope).denied),
            not (claims.isdisjoint(self._in(scope).denied) and claims.isdisjoint(self._in(scope).disputed)),
            frozenset().union(*(self.facts.claims[claim].origins for claim in claims)),
            frozenset((account.claim, account.entries[0].event) for account in accounts),
        )

    def _standing(self, people: People, row: str) -> Standing | None:
        if row == "unknown":
            people = Standing(people, EVERYBODY, self._earlier.replacing).of_unknown_status()
        group = _group(row)
        return Standing(people, group, self._earlier.replacing) if people.has_figures(group) else None

    # Rule 9

    def _total(self, scope: str, outcome: str, unit: str, row: str) -> Total | None:
        total = Total()
        for event in self._tops(scope).get((outcome, unit), ()):
            if one := self.adds(scope, event, outcome, unit, row):
                counted = total.word_events if one.count and one.count.words else total.ranges
                (counted if one.count else total.uncounted_events)[event] = one
        return total if total.ranges or total.word_events or total.uncounted_events else None

    def _tops(self, scope: str) -> dict[tuple[str, str], list[str]]:
        """By outcome and unit, the events of a scope that have figures and are no part of another there."""
        if scope not in self._top_events:
            chosen, claims = self.facts.chosen(scope), self._claims_of(scope)
            there = self._in(claims).told if chosen is None else set(chosen)
            found: dict[tuple[str, str], set[str]] = defaultdict(set)
            under = self._under(claims)
            for how, line in (entry for event in there for entry in under.get(event, ())):
                found[how].add([event for event in line if event in there][-1])
            self._top_events[scope] = {how: sorted(events) for how, events in found.items()}
        return self._top_events[scope]

    def _under(self, scope: str) -> dict[str, list[tuple[tuple[str, str], list[str]]]]:
        """By event, what has figures in it or its parts: outcome and unit, and the line of events that can add it."""
        if scope not in self._under_events:
            found = self._under_events[scope] = defaultdict(list)
            for event, outcome, unit in self._in(scope).entries:
                if self._counts(scope, event, True):
                    line = [one for one in (event, *self.wholes(event)) if self._counts(scope, one, True)]
                    for one in line:
                        found[one].append(((outcome, unit), line))
        return self._under_events[scope]


class _Scope:
    """What a scope holds: entries by event, outcome and unit, and by claim; the claims that are denied or disputed."""

    def __init__(self, claims: Iterable[Claim], told: Iterable[tuple[str, bool]]) -> None:
        self._told: dict[str, list[bool]] = defaultdict(list)
        for event, background in told:
            self._told[event].append(background)
        self.told = {*self._told}
        self.denied: set[str] = set()
        self.disputed: set[str] = set()
        self.entries: dict[tuple[str, str, str], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for claim in claims:
            self.denied.update(claim.denies)
            self.disputed.update(claim.disputes)
            for entry in claim.entries:
                if not entry.cumulative:
                    self.entries[entry.event, entry.outcome, entry.unit][claim.key].append(entry)

    def background(self, event: str) -> bool:
        """Whether every report that tells an event does so as background."""
        told = self._told.get(event, [])
        return bool(told) and all(told)


def _rows(people: People) -> list[str]:
    """The rows that there may be of an event's people."""
    if not people.accounts and not people.parts:
        return []
    words = (word for word in WORDS if word in people.words)
    return ["all", *STATUSES, "unknown", *words, *(f"{COMBATANTS}:{side}" for side in sorted(people.sides))]


@cache
def _group(row: str) -> Group:
    status, _, side = row.partition(":")
    if row in WORDS:
        return Group(word=row)
    return Group(status, side) if status in STATUSES else EVERYBODY
