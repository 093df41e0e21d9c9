"""The counting rules, written a second time, straight from the text of the report format and from nothing else.

Slow and plain on purpose: it knows the records and the registry, and neither the index nor any other code of
``findings``. The comments name the numbered rules of the section *How casualties are counted*.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.model import OUTCOMES, Claim, PublicReport, Registry, Site

CLASSES = ("civilians", "combatants", "unknown", "all")


@dataclass(frozen=True)
class Count:
    """A range with its flags."""

    low: int
    high: int
    open: bool
    approximate: bool
    contested: bool


@dataclass(frozen=True)
class Told:
    """One figure: a claim's, about an event, of an outcome, in a group."""

    claim: tuple[str, str]
    origin: str
    event: tuple[str, str]
    outcome: str
    group: tuple[str, str | None]
    figure: object


@dataclass(frozen=True)
class ReferenceTotal:
    """What a row of ``totals.csv`` says."""

    range: Count | None
    events: int
    uncounted_events: int
    origins: int


class Reference:
    """What the reports ``scope`` of a site amount to."""

    def __init__(self, site: Site, scope: Iterable[str]) -> None:
        self.registry = site.registry
        self.all_reports = {report.slug: report for report in site.reports}
        self.reports = [self.all_reports[slug] for slug in scope]
        self.told = [told for report in self.reports for told in self._figures(report)]
        self.groups = self._groups()

    # Rule 1 and 2: which figures count, and in which group.

    def declared(self, slug: str, event: str) -> tuple[str, str]:
        """``same-as`` joins reports: an event is known by the report that declares it."""
        return self.all_reports[slug].record.events[event].same_as or (slug, event)

    def _discounted(self, event: tuple[str, str]) -> bool:
        return self.all_reports[event[0]].record.events[event[1]].grade == "discounted"

    def _figures(self, report: PublicReport) -> list[Told]:
        found = []
        for claim in report.record.claims.values():
            for entry in claim.casualties:
                if entry.scope == "cumulative":
                    continue
                event = self.declared(report.slug, claim.about[0])
                if self._discounted(event):
                    continue
                group = (entry.who, side(self.registry, entry.of) if entry.who == "combatants" else None)
                for outcome, figure in entry.figures:
                    name = (report.slug, claim.id)
                    found.append(Told(name, origin(report, claim), event, outcome, group, figure))
        return found

    # Rules 2, 3 and 4: a group's range.

    def _groups(self) -> dict[tuple, Count | None]:
        groups: dict[tuple, Count | None] = {}
        for told in self.told:
            key = (told.event, told.outcome, told.group)
            groups[key] = self._group(*key)
        return groups

    def _group(self, event: tuple[str, str], outcome: str, group: tuple[str, str | None]) -> Count | None:
        parts: dict[tuple[str, str], list] = {}
        for told in self.told:
            if (told.event, told.outcome, told.group) == (event, outcome, group) and told.figure.low is not None:
                parts.setdefault(told.claim, []).append(told.figure)
        if not parts:
            return None
        counts = [
            Count(
                sum(figure.low for figure in figures),
                sum(figure.high for figure in figures),
                any(figure.open for figure in figures),
                any(figure.approximate for figure in figures),
                False,
            )
            for figures in parts.values()
        ]
        low, high = min(count.low for count in counts), max(count.high for count in counts)
        denials = [
            (report.slug, claim.id)
            for report in self.reports
            for claim in report.record.claims.values()
            if claim.denies in parts
        ]
        if any(denial not in parts for denial in denials):
            low = 0
        return Count(
            low,
            high,
            any(count.open for count in counts if count.high == high),
            any(count.approximate for count in counts if count.low == low or count.high == high),
            bool(denials),
        )

    # Rule 5: an event's classes.

    def event_range(self, event: tuple[str, str], outcome: str, who: str) -> Count | None:
        here = {key[2]: count for key, count in self.groups.items() if key[:2] == (event, outcome) and count}
        combatants = alternative(
            added([count for (kind, of), count in here.items() if kind == "combatants" and of is not None]),
            here.get(("combatants", None)),
        )
        civilians, unknown = here.get(("civilians", None)), here.get(("unknown", None))
        everybody = alternative(added([count for count in (civilians, combatants) if count]), unknown)
        return {"civilians": civilians, "combatants": combatants, "unknown": unknown, "all": everybody}[who]

    # Rule 6: totals.

    def total(self, outcome: str, who: str) -> ReferenceTotal | None:
        """The total, or ``None`` where there is no row."""
        there = [key for key in self.groups if key[1] == outcome and who in (key[2][0], "all")]
        events = {key[0] for key in there}
        ranges = {event: self.event_range(event, outcome, who) for event in events}
        counted = [count for count in ranges.values() if count]
        if not events:
            return None
        origins = {
            told.origin
            for told in self.told
            if told.outcome == outcome and who in (told.group[0], "all") and told.figure.low is not None
        }
        return ReferenceTotal(added(counted), len(counted), len(events) - len(counted), len(origins))

    def totals(self) -> dict[tuple[str, str], ReferenceTotal]:
        rows = {(outcome, who): self.total(outcome, who) for outcome in OUTCOMES for who in CLASSES}
        return {key: row for key, row in rows.items() if row}

    def origins(self, event: tuple[str, str], outcome: str, group: tuple[str, str | None]) -> int:
        """Rule 3: the number of independent origins of a group's counted figures."""
        return len(
            {
                told.origin
                for told in self.told
                if (told.event, told.outcome, told.group) == (event, outcome, group) and told.figure.low is not None
            }
        )


def side(registry: Registry, actor: str | None) -> str | None:
    """An actor's own ``side``, else the nearest up its ``part-of`` chain, else the top of that chain."""
    if actor is None:
        return None
    entry = registry.actors[actor]
    if entry.side:
        return entry.side
    return side(registry, entry.part_of) if entry.part_of else actor


def origin(report: PublicReport, claim: Claim) -> str:
    """A claim's ``by``; without it the publisher, or, unattributed, an origin of its own."""
    if claim.identified == "unattributed":
        return f"nobody named in {report.slug}, {claim.id}"
    return claim.by or report.record.publisher


def added(counts: list[Count]) -> Count | None:
    """The sum, with a flag where a part has it."""
    if not counts:
        return None
    return Count(
        sum(count.low for count in counts),
        sum(count.high for count in counts),
        any(count.open for count in counts),
        any(count.approximate for count in counts),
        any(count.contested for count in counts),
    )


def alternative(known: Count | None, other: Count | None) -> Count | None:
    """From the lower low to the higher high, with a flag where what gives the bound has it."""
    if known is None or other is None:
        return known or other
    low, high = min(known.low, other.low), max(known.high, other.high)
    both = (known, other)
    bounds = [count for count in both if count.low == low or count.high == high]
    return Count(
        low,
        high,
        any(count.open for count in both if count.high == high),
        any(count.approximate for count in bounds),
        any(count.contested for count in bounds),
    )
