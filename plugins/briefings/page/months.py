"""The months of the site by year, for the pages whose lists are too long: what may lie in each stands on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from findings import Day, Findings, Scope
from findings.calendar import month_of
from pictures.density import Bar, density

from .event_lines import EventLine, FigureLine, Lines, event_lines, figure_lines
from .sheets import numbered, sheet_with
from .site_view import SiteView


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month, drawn as how many events may lie in it, and what these come to."""

    bar: Bar
    scope: Scope


@dataclass(frozen=True, slots=True)
class YearBars:
    """A year with its months, the newest first, and what may lie in it."""

    year: str
    months: tuple[MonthBar, ...]
    scope: Scope


def month_bars(findings: Findings, months: Iterable[str]) -> tuple[Bar, ...]:
    """Months, each with how many events lie in it whole, and how many only may."""
    sure = [(month, findings.surely_in(month)) for month in months]
    return density([(month, whole, len(findings.in_month(month).timeline) - whole) for month, whole in sure])


def by_year(findings: Findings) -> tuple[YearBars, ...]:
    """The months of the site by year, the newest first."""
    bars = month_bars(findings, reversed(findings.months))
    years = groupby(bars, lambda bar: bar.month.partition("-")[0])
    return tuple(
        YearBars(year, tuple(MonthBar(bar, findings.in_month(bar.month)) for bar in found), findings.in_year(year))
        for year, found in years
    )


def month_lists(site: SiteView, month: str) -> tuple[Lines[EventLine], Lines[FigureLine]]:
    """What may lie in a month: its events, and the figures that cover a time of their own."""
    return site.once(_month_lists)(month)


def _month_lists(site: SiteView) -> Callable[[str], tuple[Lines[EventLine], Lines[FigureLine]]]:
    def lists(month: str) -> tuple[Lines[EventLine], Lines[FigureLine]]:
        scope = site.findings.in_month(month)
        return event_lines(site.findings, scope, numbered=True), figure_lines(scope.cumulative)

    return lru_cache(maxsize=None)(lists)


def month_of_day(site: SiteView, day: Day) -> str:
    """The subject of the page of a month on which the first event of a day stands."""
    month = month_of(day.day)
    events, _ = month_lists(site, month)
    keys = [line.key for line in events.all]
    return numbered(month, sheet_with(day.entries[0].event.key, keys))
