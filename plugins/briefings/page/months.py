"""The months of the site by year, for the pages whose lists are too long: what may lie in each stands on its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from findings import Findings, Scope
from pictures.density import Bar, density


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
