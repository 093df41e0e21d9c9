"""Lists of events and of claims, one line each, the newest first: what a line holds, and how a long list is parted.

Each event has a page of its own; a line leads there, and says no more than what one looks for in a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, groupby
from typing import Generic, TypeVar

from findings import Comparison, Entry, EventCount, FigureUse, Findings, PlacedClaim, Scope
from findings.calendar import UNDATED, first_day, month_begun, month_of
from findings.index import Origin
from pictures.timeline_picture import TimelinePicture, timeline_picture
from reports import voices
from reports.edtf import EdtfDate

from .site_view import SiteView

#: So many lines stand on a page. Of more, the newest stand there, and the others on pages of months.
MOST = 100
#: So many lines of a longer list stand where it leads to its months, and so many where a page has several such lists.
NEWEST, FEW = 50, 25

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

    def __bool__(self) -> bool:
        return bool(self.lines or self.years)

    @property
    def shown(self) -> tuple[T, ...]:
        """Those that are shown where the list stands."""
        months = (month for year in self.years for month in year.months if month.shown)
        return self.lines or tuple(line for month in months for line in month.lines)

    @property
    def all(self) -> tuple[T, ...]:
        """All of them, wherever they are shown."""
        return self.lines or tuple(line for year in self.years for month in year.months for line in month.lines)

    def of(self, period: str) -> Lines[T]:
        """Those of a month that is not shown where the list stands; none of one that is."""
        months = (month for year in self.years for month in year.months)
        found = next((month.lines for month in months if month.period == period and not month.shown), ())
        return Lines(found, (), self.scope)


def listed(site: SiteView, scope: Scope) -> dict[str, object]:
    """The events of a scope for a page that lists them: as ``lines``, and a ``picture`` where it is a short list."""
    return {"lines": event_lines(site.findings, scope, numbered=True), "picture": short_picture(site, scope)}


def short_picture(site: SiteView, scope: Scope) -> TimelinePicture | None:
    """The events of a scope drawn to scale; ``None`` where they are many."""
    return timeline_picture(scope.timeline, site.registry) if len(scope.timeline) <= MOST else None


def event_lines(
    findings: Findings, scope: Scope, keys: Iterable[str] | None = None, numbered: bool = False
) -> Lines[EventLine]:
    """The events of a scope as lines, or some of them; ``numbered`` as a picture of all of them, where there is one.

    The months and years of a choice of whole events have what they come to; those of a dossier have not.
    """
    chosen = None if keys is None else set(keys)
    numbered = numbered and len(scope.timeline) <= MOST
    placed = [
        event_line(findings, scope, entry, number if numbered else None)
        for number, entry in enumerate(scope.timeline, 1)
        if chosen is None or entry.event.key in chosen
    ]
    # Within a day the order stays: a whole stands before its parts.
    placed.sort(key=lambda line: first_day(line.entry), reverse=True)
    name = "site" if scope.name.partition(":")[0] in ("place", "actor", "month") else scope.name
    whole = not name.startswith("dossier:")
    part = (lambda period: findings.part(scope, period)) if whole else None
    return _parted(placed, lambda line: month_begun(line.entry), part, name)


def newest(lines: Lines[T], few: int | None = None) -> tuple[T, ...]:
    """Of a long list the newest lines with a date, ``NEWEST`` or so many; all of a short one."""
    dated = (month.lines for year in lines.years for month in year.months if month.period != UNDATED)
    return lines.lines or tuple(chain.from_iterable(dated))[: few or NEWEST]


def undated(lines: Lines[T]) -> tuple[T, ...]:
    """Of a long list the lines that are in no month."""
    return next((month.lines for year in lines.years for month in year.months if month.period == UNDATED), ())


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Events in the order of lists."""
    return sorted(entries, key=first_day, reverse=True)


def claim_lines(site: SiteView, claims: Iterable[PlacedClaim], few: int | None = None) -> Lines[ClaimLine]:
    """Claims as lines; those of one time by report and number."""
    placed = [ClaimLine(claim, _said(site.findings, claim)) for claim in claims]
    placed.sort(key=lambda line: (line.claim.report, site.claim_number(line.claim)))
    placed.sort(key=lambda line: line.when.sort_key, reverse=True)
    return _parted(placed, lambda line: _month_of(line.when), few=few)


def figure_lines(figures: Iterable[FigureUse], few: int | None = None) -> Lines[FigureLine]:
    """Figures that cover a time of their own as lines, by the end of that time."""
    placed = sorted(map(FigureLine, figures), key=_ends, reverse=True)
    return _parted(placed, lambda line: month_ended(line.use), few=few)


def comparison_lines(findings: Findings, found: Iterable[Comparison], few: int | None = None) -> Lines[Comparison]:
    """How what a source counted stands to what others did, by event."""
    placed = sorted(found, key=lambda one: first_day(findings.entries[one.count.event]), reverse=True)
    return _parted(placed, partial(month_compared, findings), few=few)


def report_lines(findings: Findings, slugs: Iterable[str], few: int | None = None) -> Lines[str]:
    """Reports by the day on which they were published."""
    placed = list(slugs)
    if len(placed) > MOST:
        placed.sort(key=lambda slug: _published(findings, slug).sort_key, reverse=True)
    return _parted(placed, partial(month_published, findings), few=few)


def month_said(findings: Findings, claim: PlacedClaim) -> str:
    """The month in which a claim was made."""
    return _month_of(_said(findings, claim))


def month_compared(findings: Findings, comparison: Comparison) -> str:
    """The month of an event that a source counted."""
    return month_begun(findings.entries[comparison.count.event])


def month_published(findings: Findings, slug: str) -> str:
    """The month in which a report was published."""
    return _month_of(_published(findings, slug))


def month_ended(use: FigureUse) -> str:
    """The month in which the time ends that a figure covers."""
    period = FigureLine(use).period
    day = period.latest or period.earliest
    return month_of(day) if day else UNDATED


def _said(findings: Findings, claim: PlacedClaim) -> EdtfDate:
    return voices.said_at(findings.index.reports[claim.report].record, claim.claim)


def _published(findings: Findings, slug: str) -> EdtfDate:
    return findings.index.reports[slug].record.published


def _month_of(when: EdtfDate) -> str:
    day = when.earliest or when.latest
    return month_of(day) if day else UNDATED


def _ends(line: FigureLine) -> tuple[object, ...]:
    return line.period.latest or date.max, line.period.sort_key, line.use.key


def event_line(findings: Findings, scope: Scope, entry: Entry, number: int | None = None) -> EventLine:
    """The line of an event, as a scope has it."""
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


def _parted(
    lines: Sequence[T],
    month_of_line: Callable[[T], str],
    scope: Callable[[str], Scope] | None = None,
    name: str = "site",
    few: int | None = None,
) -> Lines[T]:
    """A list as it stands on a page: whole, or by year and month, of which the newest are shown."""
    if len(lines) <= MOST:
        return Lines(tuple(lines), (), name)
    by_month: dict[str, list[T]] = {}
    for line in lines:
        by_month.setdefault(month_of_line(line), []).append(line)
    apart = set(months_apart(map(month_of_line, lines), few))
    months = [
        Month(period, tuple(by_month[period]), period not in apart, scope(period) if scope else None)
        for period in _newest_first(by_month)
    ]
    by_year = groupby(months, lambda month: month.period.partition("-")[0])
    years = tuple(Year(year, tuple(found), scope(year) if scope else None) for year, found in by_year)
    return Lines((), years, name)


def months_apart(months: Iterable[str], few: int | None = None) -> list[str]:
    """Of the months of the lines of a list, those that are not shown where it stands, the newest first.

    All of a short list are. Of a long one the newest is, where it is short, and others as far as they fit into ``few``
    lines, or ``MOST``.
    """
    lines = Counter(months)
    if lines.total() <= MOST:
        return []
    newest, *others = found = _newest_first(lines)
    if lines[newest] > MOST:
        return found
    there = lines[newest]
    for place, month in enumerate(others):
        there += lines[month]
        if there > (MOST if few is None else few):
            return others[place:]
    return []


def _newest_first(months: Iterable[str]) -> list[str]:
    return sorted(months, key=lambda month: month if month != UNDATED else "", reverse=True)
