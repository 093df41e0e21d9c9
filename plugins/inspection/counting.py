"""The totals counted again from the rows of the tables: section *How casualties are counted* of the report format,
rule by rule, in code that shares nothing with ``plugins/findings``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

OUTCOMES = ("killed", "injured", "missing", "detained", "displaced")
CLASSES = ("civilians", "combatants", "unknown", "all")

Row = dict[str, str]
Groups = dict[tuple[str, str], list[Row]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a scope holds: rows of ``casualties.csv``, and the reports whose denials count in it."""

    rows: list[Row]
    reports: frozenset[str]


class Facts(Protocol):
    """What is counted, and what the rules need to know besides: of a site, of a content, or made up by a test."""

    @property
    def claims(self) -> Mapping[tuple[str, str], Row]:
        """Rows of claims.csv by report and claim."""

    @property
    def discounted(self) -> frozenset[str]:
        """The events of that grade."""

    @property
    def denials(self) -> Mapping[str, str]:
        """Each claim that denies another, and which: both as report/claim."""

    def kept(self, scope: str) -> Kept:
        """What a scope holds, named as on the pages: ``site``, a slug, ``dossier:slug``, ``place:id``."""

    def side(self, actor: str) -> str:
        """The side of an actor."""

    def publisher(self, report: str) -> str:
        """Who published a report."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The same, found by outcome; ``of_events`` the rows of incidents by event and outcome."""

    rows: dict[str, list[Row]]
    of_events: dict[tuple[str, str], list[Row]]
    reports: frozenset[str]


@dataclass(slots=True)
class Span:
    """From ``low`` to ``high`` people, with the three flags."""

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    contested: bool = False


@dataclass(slots=True)
class Total:
    """A row of ``totals.csv``, and the rows of ``casualties.csv`` that it is made of and leaves out.

    ``spans`` has what each counted event adds; ``span`` is their sum.
    """

    span: Span | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    uncounted_events: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    counted: list[Row] = field(default_factory=list)
    left_out: list[Row] = field(default_factory=list)

    @property
    def events(self) -> list[str]:
        return list(self.spans)


class Recount:
    """Counts what the facts hold."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._held: dict[str, _Held] = {}
        self._totals: dict[tuple[str, str, str], Total | None] = {}

    def total(self, scope: str, outcome: str, who: str) -> Total | None:
        """The total of a scope; ``None`` where nobody was reported at all (rule 6)."""
        key = (scope, outcome, who)
        if key not in self._totals:
            self._totals[key] = self._total(*key)
        return self._totals[key]

    def spans(self, scope: str, event: str, outcome: str) -> list[Span | None]:
        """The range of each group and each class of an event in a scope; ``None`` for one that nobody counted."""
        held = self._in(scope)
        groups = self._groups(held.of_events.get((event, outcome), ()))
        ranges = self._ranges(groups, held.reports)
        classes = [self._of_class(ranges, who) for who in CLASSES]
        return [*(ranges.get(key) for key in groups), *(span for span in classes if span)]

    def _in(self, scope: str) -> _Held:
        """What a scope holds. Every range that a page shows asks, so it is found once."""
        if scope not in self._held:
            kept, rows, of_events = self.facts.kept(scope), defaultdict(list), defaultdict(list)
            for row in kept.rows:
                rows[row["outcome"]].append(row)
                if row["scope"] == "incident":
                    of_events[row["event"], row["outcome"]].append(row)
            self._held[scope] = _Held(rows, of_events, kept.reports)
        return self._held[scope]

    def _total(self, scope: str, outcome: str, who: str) -> Total | None:
        held = self._in(scope)
        here, by_event = held.rows.get(outcome, []), defaultdict(list)
        found = Total(left_out=[row for row in here if who in ("all", row["who"]) and self._is_left_out(row)])
        for row in here:
            if self._may_count(row):
                by_event[row["event"]].append(row)
        for event in sorted(by_event):
            groups = self._groups(by_event[event])
            concerned = [key for key in groups if who in ("all", key[0])]
            if not concerned:
                continue
            span = self._of_class(self._ranges(groups, held.reports), who)
            if span is None:
                found.uncounted_events.add(event)
                continue
            found.spans[event] = span
            counted = [row for key in concerned for row in groups[key] if row["low"]]
            found.counted += counted
            found.origins |= {self._origin(row) for row in counted}
        if not found.spans and not found.uncounted_events:
            return None
        found.span = _sum(found.spans.values())
        return found

    # Rule 1

    def _may_count(self, row: Row) -> bool:
        return row["scope"] == "incident" and row["event"] not in self.facts.discounted

    def _is_left_out(self, row: Row) -> bool:
        return not self._may_count(row) or not row["low"]

    # Rule 2

    def _groups(self, rows: Iterable[Row]) -> Groups:
        groups = defaultdict(list)
        for row in rows:
            side = self.facts.side(row["of"]) if row["who"] == "combatants" and row["of"] else ""
            groups[(row["who"], side)].append(row)
        return groups

    def _origin(self, row: Row) -> str:
        if self.facts.claims[(row["report"], row["claim"])]["identified"] == "unattributed":
            return f"nobody/{row['report']}/{row['claim']}"
        return row["by"] or self.facts.publisher(row["report"])

    # Rules 3 and 4

    def _ranges(self, groups: Groups, reports: frozenset[str]) -> dict[tuple[str, str], Span]:
        found = {}
        for key, rows in groups.items():
            parts = defaultdict(list)
            for row in rows:
                if row["low"]:
                    flags = row["open"] == "true", row["approximate"] == "true"
                    parts[f"{row['report']}/{row['claim']}"].append(Span(int(row["low"]), int(row["high"]), *flags))
            spans = [span for of_claim in parts.values() if (span := _sum(of_claim))]
            if not spans:
                continue
            low, high = min(span.low for span in spans), max(span.high for span in spans)
            denials = [
                denial
                for denied in parts
                for denial in self._against.get(denied, ())
                if denial.partition("/")[0] in reports
            ]
            if any(denial not in parts for denial in denials):
                low = 0
            highs = [span for span in spans if span.high == high]
            approximate = any(span.approximate for span in spans if span in highs or span.low == low)
            found[key] = Span(low, high, any(span.open for span in highs), approximate, bool(denials))
        return found

    @cached_property
    def _against(self) -> dict[str, list[str]]:
        """The claims that deny a claim, by that."""
        found = defaultdict(list)
        for denial, denied in self.facts.denials.items():
            found[denied].append(denial)
        return found

    # Rule 5

    def _of_class(self, ranges: dict[tuple[str, str], Span], who: str) -> Span | None:
        if who == "all":
            known = _sum([self._of_class(ranges, "civilians"), self._of_class(ranges, "combatants")])
            return _either(known, ranges.get(("unknown", "")))
        if who == "combatants":
            sides = _sum([span for (kind, side), span in ranges.items() if kind == who and side])
            return _either(sides, ranges.get((who, "")))
        return ranges.get((who, ""))


def _sum(spans: Iterable[Span | None]) -> Span | None:
    parts = [span for span in spans if span is not None]
    if not parts:
        return None
    flags = (any(getattr(span, flag) for span in parts) for flag in ("open", "approximate", "contested"))
    return Span(sum(span.low for span in parts), sum(span.high for span in parts), *flags)


def _either(one: Span | None, two: Span | None) -> Span | None:
    """Two counts of the same people: from the lower low to the higher high, flagged by what gives the bound."""
    parts = [span for span in (one, two) if span is not None]
    if not parts:
        return None
    low, high = min(span.low for span in parts), max(span.high for span in parts)
    gives_low = [span for span in parts if span.low == low]
    gives_high = [span for span in parts if span.high == high]
    gives = gives_low + gives_high
    return Span(
        low,
        high,
        any(span.open for span in gives_high),
        any(span.approximate for span in gives),
        any(span.contested for span in gives),
    )
