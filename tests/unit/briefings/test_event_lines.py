"""Lists of events and claims: one line each, the newest first, and by year and month where they are long."""

from __future__ import annotations

from functools import cache

import pytest

from briefings.page import event_lines
from briefings.page.event_lines import Lines
from findings import Findings
from findings.calendar import first_day, month_begun
from reports import read_site
from tests.conftest import CONTENTS


@cache
def findings() -> Findings:
    return Findings(read_site(CONTENTS["golden"]))


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> Lines:
    """All events of the site, as if three were many."""
    monkeypatch.setattr(event_lines, "MOST", 3)
    monkeypatch.setattr(event_lines, "NEWEST", 2)
    return event_lines.event_lines(findings(), findings())


def keys(lines: Lines) -> list[str]:
    """The events of a list as it is read."""
    shown = lines.lines or [line for year in lines.years for month in year.months for line in month.lines]
    return [line.key for line in shown]


def test_a_short_list_is_one_and_begins_with_the_newest_day() -> None:
    lines = event_lines.event_lines(findings(), findings())
    days = [first_day(line.entry) for line in lines.lines]
    assert not lines.years
    assert days == sorted(days, reverse=True)
    assert sorted(keys(lines)) == sorted(findings().event_keys)


def test_within_a_day_a_whole_stands_before_its_parts() -> None:
    order = keys(event_lines.event_lines(findings(), findings()))
    night = "2031-03-12-two-shores/shores-night"
    assert order.index(night) + 1 == order.index("2031-03-12-two-shores/school")
    assert order.index(night) + 2 == order.index("2031-03-12-two-shores/ferry")


def test_a_long_list_has_the_same_order_by_year_and_month(long: Lines) -> None:
    assert not long.lines
    assert keys(long) == keys(Lines(tuple(_all(long)), ())) == _newest_first()
    for year in long.years:
        for month in year.months:
            assert month.period.startswith(year.period)
            assert {month_begun(line.entry) for line in month.lines} == {month.period}


def _all(lines: Lines) -> list:
    return [line for year in lines.years for month in year.months for line in month.lines]


def _newest_first() -> list[str]:
    return [entry.event.key for entry in sorted(findings().timeline, key=first_day, reverse=True)]


def test_months_are_shown_from_the_newest_as_far_as_they_fit(long: Lines) -> None:
    months = [month for year in long.years for month in year.months]
    shown = [month.shown for month in months]
    assert shown == sorted(shown, reverse=True)
    assert sum(len(month.lines) for month in months if month.shown) <= event_lines.MOST
    assert not shown[-1]


def test_the_events_of_a_year_are_those_of_its_months(long: Lines) -> None:
    for year in long.years:
        assert year.scope
        assert len(year.scope.timeline) == year.lines == sum(len(month.scope.timeline) for month in year.months)
    assert sum(year.lines for year in long.years) == len(findings().timeline)


@pytest.mark.parametrize(
    ("months", "few", "apart"),
    [
        ([], None, []),
        (["2016-10"] * 3, None, []),
        (["2016-10"] * 4, None, ["2016-10"]),
        (["2016-10"] * 4 + ["2016-09"], 1, ["2016-10", "2016-09"]),
        (["2016-10"] * 2 + ["2016-09"] * 2, None, ["2016-09"]),
        (["2016-10", "2016-09", "2016-08", "2015-01", "undated"], None, ["2015-01", "undated"]),
        (["2016-10", "2016-09", "2016-08", "2015-01"], 1, ["2016-09", "2016-08", "2015-01"]),
        (["2016-10", "2016-09", "2016-08"], 1, []),
    ],
)
def test_months_are_apart_where_a_list_is_long(
    monkeypatch: pytest.MonkeyPatch, months: list[str], few: int | None, apart: list[str]
) -> None:
    monkeypatch.setattr(event_lines, "MOST", 3)
    assert event_lines.months_apart(months, few) == apart


def test_the_newest_of_a_long_list_are_its_first_that_have_a_date(long: Lines) -> None:
    assert [line.key for line in event_lines.newest(long)] == _newest_first()[:2]
    assert [line.key for line in event_lines.newest(long, 4)] == _newest_first()[:4]
    undated = [line.key for line in event_lines.undated(long)]
    assert undated == [key for key in _newest_first() if month_begun(findings().entries[key]) == "undated"]
    short = event_lines.event_lines(findings(), findings(), _newest_first()[:2])
    assert event_lines.newest(short) == short.lines
    assert event_lines.undated(short) == ()


def test_what_is_shown_and_what_is_apart_are_the_list(long: Lines) -> None:
    months = [month for year in long.years for month in year.months]
    apart = [line for month in months for line in long.of(month.period).lines]
    assert [*long.shown, *apart] == _all(long) == [*long.all]
    assert all(long.of(month.period).lines == (() if month.shown else month.lines) for month in months)


def test_a_line_of_a_dossier_counts_what_its_reports_say_and_tells_of_others() -> None:
    dossier = findings().dossier("valley-spring")
    for line in event_lines.event_lines(findings(), dossier).lines:
        assert list(line.counts) == sorted(
            dossier.counts_by_event.get(line.key, ()), key=lambda one: (one.all.range is None, one.quantity.sort_key)
        )
        told = {slug for slug, _ in line.entry.event.tellings}
        assert line.elsewhere == (not told <= {*dossier.slugs})
