"""Lists of events and of claims, one line each, the newest first: what a line holds, and how a long list is parted.

Each event has a page of its own; a line leads there, and says no more than what one looks for in a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Generic, TypeVar

from findings import Entry, EventCount, FigureUse, Findings, PlacedClaim, Scope
from findings.calendar import UNDATED, first_day, month_begun, month_of
from findings.index import Origin
from pictures.timeline_picture import timeline_picture
from reports import voices
from reports.edtf import EdtfDate

from .site_view import SiteView

#: So many lines stand on a page. Of more, the newest months stand there, and the others are folded or have pages.
MOST = 100

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list: its counts in scope, what was counted first, and who stands behind the first of them.

    ``elsewhere``: reports out of scope tell it too. ``number`` is its place in the picture above the list.
    """

    entry: Entry
    counts: tuple[EventCount, ...]
    contested: bool
    elsewhere: bool
    number: int | None = None

    @property
    def key(self) -> str:
        """The event's key."""
        return self.entry.event.key

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The separate sources of its first number; of an event without one, those who say that it happened."""
        first = self.counts[0].all if self.counts else None
        return first.origins if first and first.range else self.entry.origins


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list, and when it was made."""

    claim: PlacedClaim
    when: EdtfDate


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that covers a time of its own, in a list."""

    use: FigureUse

    @property
    def period(self) -> EdtfDate:
        """The time that it covers."""
        return self.use.casualties.period  # type: ignore[return-value]  # a cumulative figure has it


@dataclass(frozen=True, slots=True)
class Month(Generic[T]):
    """The lines of a month (``2016-10``, or ``UNDATED``). ``scope`` is what they amount to, where that is told."""

    period: str
    lines: tuple[T, ...]
    shown: bool
    scope: Scope | None


@dataclass(frozen=True, slots=True)
class Year(Generic[T]):
    """A year and its months, newest first."""

    period: str
    months: tuple[Month[T], ...]
    scope: Scope | None

    @property
    def lines(self) -> int:
        """How many lines its months have."""
        return sum(len(month.lines) for month in self.months)


@dataclass(frozen=True, slots=True)
class Lines(Generic[T]):
    """A list, newest first: ``lines`` are all of a short one. A long one has ``years`` instead.

    ``scope`` is the name of what its numbers are counted in.
    """

    lines: tuple[T, ...]
    years: tuple[Year[T], ...]
    scope: str = "site"


def listed(site: SiteView, scope: Scope) -> dict[str, object]:
    """The events of a scope for a page that lists them: as ``lines``, and a ``picture`` where it is a short list."""
    short = len(scope.timeline) <= MOST
    return {
        "lines": event_lines(site.findings, scope, numbered=short),
        "picture": timeline_picture(scope.timeline, site.registry) if short else None,
    }


def event_lines(
    findings: Findings, scope: Scope, keys: Iterable[str] | None = None, numbered: bool = False
) -> Lines[EventLine]:
    """The events of a scope as lines, or some of them; ``numbered`` as a picture of all of them numbers them.

    The months and years of a choice of whole events have what they come to; those of a dossier have not.
    """
    chosen = None if keys is None else set(keys)
    placed = [
        _event_line(findings, scope, entry, number if numbered else None)
        for number, entry in enumerate(scope.timeline, 1)
        if chosen is None or entry.event.key in chosen
    ]
    # Within a day the order stays: a whole stands before its parts.
    placed.sort(key=lambda line: first_day(line.entry), reverse=True)
    name = "site" if scope.name.partition(":")[0] in ("place", "actor", "month") else scope.name
    whole = not name.startswith("dossier:")
    return _parted(placed, _month, (lambda period: findings.part(scope, period)) if whole else None, name)


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Events in the order of lists."""
    return sorted(entries, key=first_day, reverse=True)


def claim_lines(site: SiteView, claims: Iterable[PlacedClaim]) -> Lines[ClaimLine]:
    """Claims as lines; those of one time by report and number."""
    reports = site.index.reports
    placed = [ClaimLine(claim, voices.said_at(reports[claim.report].record, claim.claim)) for claim in claims]
    placed.sort(key=lambda line: (line.claim.report, site.claim_number(line.claim)))
    placed.sort(key=lambda line: line.when.sort_key, reverse=True)
    return _parted(placed, _month_said)


def figure_lines(figures: Iterable[FigureUse]) -> Lines[FigureLine]:
    """Figures that cover a time of their own as lines, by the end of that time."""
    placed = sorted(map(FigureLine, figures), key=_ends, reverse=True)
    return _parted(placed, lambda line: _month_of(line.period.latest or line.period.earliest))


def _ends(line: FigureLine) -> tuple[object, ...]:
    return line.period.latest or date.max, line.period.sort_key, line.use.key


def _event_line(findings: Findings, scope: Scope, entry: Entry, number: int | None) -> EventLine:
    key = entry.event.key
    counts = sorted(scope.counts_by_event.get(key, ()), key=lambda one: (one.all.range is None, one.quantity.sort_key))
    reports = set(scope.slugs)
    if counts and counts[0].all.range:
        contested = counts[0].all.range.contested
    else:
        contested = any(denial.report in reports for denial in findings.answer(key).denials)
    # What is chosen whole has every telling; what a dossier lacks, its own page has.
    elsewhere = scope.name.startswith("dossier:") and any(slug not in reports for slug, _ in entry.event.tellings)
    return EventLine(entry, tuple(counts), contested, elsewhere, number)


def _month(line: EventLine) -> str:
    return month_begun(line.entry)


def _month_said(line: ClaimLine) -> str:
    return _month_of(line.when.earliest or line.when.latest)


def _month_of(day: date | None) -> str:
    return month_of(day) if day else UNDATED


def _parted(
    lines: Sequence[T],
    month_of_line: Callable[[T], str],
    scope: Callable[[str], Scope] | None = None,
    name: str = "site",
) -> Lines[T]:
    """A list as it stands on a page: whole, or by year and month, of which the newest are shown as far as they fit."""
    if len(lines) <= MOST:
        return Lines(tuple(lines), (), name)
    by_month: dict[str, list[T]] = {}
    for line in lines:
        by_month.setdefault(month_of_line(line), []).append(line)
    months: list[Month[T]] = []
    there = 0
    for period in sorted(by_month, key=lambda month: month if month != UNDATED else "", reverse=True):
        there += len(by_month[period])
        shown = not months or there <= MOST
        months.append(Month(period, tuple(by_month[period]), shown, scope(period) if scope else None))
    by_year = groupby(months, lambda month: month.period.partition("-")[0])
    years = tuple(Year(year, tuple(found), scope(year) if scope else None) for year, found in by_year)
    return Lines((), years, name)


def months_apart(findings: Findings, scope: Scope) -> list[str]:
    """The months of a list of events that are not shown where it stands, and so have a page each."""
    if len(scope.timeline) <= MOST:
        return []
    years = event_lines(findings, scope).years
    return [month.period for year in years for month in year.months if not month.shown]
