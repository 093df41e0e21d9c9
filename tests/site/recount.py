"""The totals, counted again from the tables that the site hands out: section *How casualties are counted* of the
report format, rule by rule, in code that shares nothing with ``plugins/findings``.

It reads ``casualties.csv``, ``events.csv`` and ``claims.csv``, the registry's actors (for sides) and, since no table
has them, who published a report and what a claim denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from tests.site.built_site import BuiltSite
from tests.site.scopes import Scopes

OUTCOMES = ("killed", "injured", "missing", "detained", "displaced")
CLASSES = ("civilians", "combatants", "unknown", "all")


@dataclass
class Span:
    """From ``low`` to ``high`` people, with the three flags."""

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    contested: bool = False


@dataclass
class Total:
    """A row of ``totals.csv``, and the rows of ``casualties.csv`` that it is made of and leaves out."""

    span: Span | None = None
    uncounted_events: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    counted: list[dict[str, str]] = field(default_factory=list)
    left_out: list[dict[str, str]] = field(default_factory=list)


class Recount:
    """Counts what a site's tables hold."""

    def __init__(self, site: BuiltSite) -> None:
        self.site = site
        self.figures = site.table("casualties")
        self.claims = {(row["report"], row["claim"]): row for row in site.table("claims")}
        self.discounted = {row["event"] for row in site.table("events") if row["grade"] == "discounted"}
        self.actors = site.source("registry/actors.yaml")
        self.kept = cache(Scopes(site).kept)

    def total(self, scope: str, outcome: str, who: str) -> Total | None:
        """The total of a scope, named as in ``scopes``; ``None`` where it has no row (rule 6)."""
        kept = self.kept(scope)
        here = [row for row in kept.rows if row["outcome"] == outcome]
        found = Total(left_out=[row for row in here if who in ("all", row["who"]) and self._is_left_out(row)])
        spans = []
        for event in sorted({row["event"] for row in here if self._may_count(row)}):
            groups = self._groups([row for row in here if row["event"] == event and self._may_count(row)])
            concerned = [key for key in groups if who in ("all", key[0])]
            if not concerned:
                continue
            span = self._of_class(self._ranges(groups, kept.reports), who)
            if span is None:
                found.uncounted_events.append(event)
                continue
            spans.append(span)
            found.events.append(event)
            counted = [row for key in concerned for row in groups[key] if row["low"]]
            found.counted += counted
            found.origins |= {self._origin(row) for row in counted}
        if not found.events and not found.uncounted_events:
            return None
        found.span = _sum(spans)
        return found

    # Rule 1

    def _may_count(self, row: dict[str, str]) -> bool:
        return row["scope"] == "incident" and row["event"] not in self.discounted

    def _is_left_out(self, row: dict[str, str]) -> bool:
        return not self._may_count(row) or not row["low"]

    # Rule 2

    def _groups(self, rows: Iterable[dict[str, str]]) -> dict[tuple[str, str], list[dict[str, str]]]:
        groups = defaultdict(list)
        for row in rows:
            side = self._side(row["of"]) if row["who"] == "combatants" else ""
            groups[(row["who"], side)].append(row)
        return groups

    def _side(self, actor: str) -> str:
        while actor:
            entry = self.actors[actor]
            if "side" in entry or "part-of" not in entry:
                return entry.get("side", actor)
            actor = entry["part-of"]
        return ""

    def _origin(self, row: dict[str, str]) -> str:
        if self.claims[(row["report"], row["claim"])]["identified"] == "unattributed":
            return f"nobody/{row['report']}/{row['claim']}"
        return row["by"] or self.site.record(row["report"])["publisher"]

    # Rules 3 and 4

    def _ranges(self, groups: dict, reports: frozenset[str]) -> dict[tuple[str, str], Span]:
        found = {}
        for key, rows in groups.items():
            parts = defaultdict(list)
            for row in rows:
                if row["low"]:
                    flags = row["open"] == "true", row["approximate"] == "true"
                    parts[f"{row['report']}/{row['claim']}"].append(Span(int(row["low"]), int(row["high"]), *flags))
            if not parts:
                continue
            spans = [_sum(spans) for spans in parts.values()]
            low, high = min(span.low for span in spans), max(span.high for span in spans)
            denials = [denial for denial, denied in self._denials(reports).items() if denied in parts]
            if any(denial not in parts for denial in denials):
                low = 0
            highs = [span for span in spans if span.high == high]
            approximate = any(span.approximate for span in spans if span in highs or span.low == low)
            found[key] = Span(low, high, any(span.open for span in highs), approximate, bool(denials))
        return found

    def _denials(self, reports: frozenset[str]) -> dict[str, str]:
        return {denial: denied for denial, denied in self._all_denials.items() if denial.split("/")[0] in reports}

    @cached_property
    def _all_denials(self) -> dict[str, str]:
        """Each claim that denies another, and which."""
        found = {}
        for slug, id in self.claims:
            claim = self.site.record(slug)["claims"][id]
            if claim.get("stance") == "denies" and "denies" in claim:
                denied = claim["denies"]
                found[f"{slug}/{id}"] = denied if "/" in denied else f"{slug}/{denied}"
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
