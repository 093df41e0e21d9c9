"""Ranges as bars: what is longer is more, what is open is told, and what nobody counted has no length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from findings import Quantity, Range
from pictures.range_bars import bar_of, top_of, total_bars
from tests.helpers.records import claim, entry, event, findings, report, site

RANGES = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.booleans(), st.booleans()).map(
    lambda told: Range(min(told[:2]), max(told[:2]), *told[2:])
)


def test_totals_of_one_outcome_share_a_scale() -> None:
    found = findings(
        site(
            report(
                "a",
                event("raid"),
                claim("c", entry("civilians", killed="5"), entry("combatants", of="corps", killed="20"), about="raid"),
                claim("d", entry(injured="300"), about="raid"),
            )
        )
    )
    bars = total_bars(found.totals)
    assert {top for (quantity, _), (top, _) in bars.items() if quantity.outcome == "killed"} == {30}
    assert {top for (quantity, _), (top, _) in bars.items() if quantity.outcome == "injured"} == {400}
    assert bars[Quantity("killed", "people"), "all"][1].end == 25 / 30


@given(st.lists(RANGES, min_size=1, max_size=12))
def test_on_one_scale_more_is_further(ranges: list[Range]) -> None:
    top = top_of(range.high for range in ranges)
    bars = [(range, bar_of(range, top)) for range in ranges]
    for range, bar in bars:
        assert bar is not None
        assert 0 <= bar.start <= bar.end <= 1
        assert bar.point == (range.low == range.high)
        assert (bar.open, bar.approximate) == (range.open, range.approximate)
        assert top == 0 or bar.end <= 1 / 1.04
        for other, drawn in bars:
            assert drawn is not None
            assert (range.low < other.low) == (bar.start < drawn.start)
            assert (range.high < other.high) == (bar.end < drawn.end)


@given(st.lists(st.integers(0, 10**9), max_size=5))
def test_scales_end_at_round_numbers(highs: list[int]) -> None:
    top = str(top_of(highs))
    assert top == "0" if not any(highs) else set(top[1:]) <= {"0"}
