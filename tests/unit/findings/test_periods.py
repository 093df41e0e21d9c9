"""Cumulative figures on one scale of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from findings import Findings, Scale
from reports.edtf import parse_date
from reports.model import Casualties
from tests.helpers.records import claim, entry, report, site


def over(period: str, **figures: str) -> Casualties:
    return replace(entry(scope="cumulative", **figures), period=parse_date(period))


def scale(*entries: Casualties) -> Scale | None:
    """The scale of a site with a claim for each entry: ``c0``, ``c1``, …"""
    return Findings(site(report("r", *(claim(f"c{number}", one) for number, one in enumerate(entries))))).scale


def groups(found: Scale | None) -> list[tuple[str, list[str]]]:
    assert found is not None
    return [(group.quantity.outcome, [one.use.claim.claim.id for one in group.stretches]) for group in found.groups]


def test_without_cumulative_figures_there_is_no_scale() -> None:
    assert scale() is None


def test_a_scale_reaches_from_the_first_day_to_the_last() -> None:
    found = scale(over("2016-09/2016-10-04", killed="400+"), over("2016-10-01", killed="9"))
    assert found is not None
    assert (found.first, found.last, found.days) == (date(2016, 9, 1), date(2016, 10, 4), 34)
    assert found.months == ((date(2016, 9, 1), 0), (date(2016, 10, 1), 30))
    assert [(one.start, one.length) for one in found.groups[0].stretches] == [(0, 34), (30, 1)]


def test_figures_stand_together_where_their_periods_overlap() -> None:
    found = scale(
        over("2016-10-01/2016-10-05", killed="1"),
        over("2016-10-05/2016-10-09", killed="2"),
        over("2016-10-10", killed="3"),
        over("2016-10-09/2016-10-09", killed="4"),
        over("2016-10-01/2016-10-31", injured="5"),
    )
    assert groups(found) == [("killed", ["c0", "c1", "c3"]), ("killed", ["c2"]), ("injured", ["c4"])]


def test_an_open_end_reaches_the_edge_and_says_so() -> None:
    found = scale(
        over("2016-10-01/2016-10-10", killed="1"), over("2016-10-04/..", killed="2"), over("../2016-10-02", killed="3")
    )
    assert found is not None
    told = {one.use.claim.claim.id: one for one in found.groups[0].stretches}
    assert (told["c1"].start, told["c1"].length, told["c1"].from_before, told["c1"].on_after) == (3, 7, False, True)
    assert (told["c2"].start, told["c2"].length, told["c2"].from_before, told["c2"].on_after) == (0, 2, True, False)


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 40)), min_size=1, max_size=12))
def test_every_figure_stands_on_the_scale_once(spans: list[tuple[int, int]]) -> None:
    days = [
        (date(2016, 2, begin), date.fromordinal(date(2016, 2, begin).toordinal() + length)) for begin, length in spans
    ]
    found = scale(*(over(f"{first}/{last}" if first != last else f"{first}", killed="1") for first, last in days))
    assert found is not None
    stretches = [one for group in found.groups for one in group.stretches]
    assert sorted(one.use.claim.claim.id for one in stretches) == sorted(f"c{number}" for number in range(len(spans)))
    assert all(one.start >= 0 and one.length >= 1 and one.start + one.length <= found.days for one in stretches)
    ends = [max(one.start + one.length for one in group.stretches) for group in found.groups]
    begins = [min(one.start for one in group.stretches) for group in found.groups]
    assert all(end <= begin for end, begin in zip(ends, begins[1:], strict=False))
