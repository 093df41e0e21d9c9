"""Ranges as bars: what is longer is more, what is open is told, and what nobody counted has no length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.page.event_rows import event_rows
from findings import Quantity, Range
from pictures.range_bars import bar_of, top_of, total_bars
from tests.helpers.records import claim, entry, event, findings, report, site

RANGES = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.booleans(), st.booleans()).map(
    lambda told: Range(min(told[:2]), max(told[:2]), *told[2:])
)


def panels(*parts, slug=None):
    (rows,) = event_rows(findings(site(report("a", *parts)), slug))
    return rows.panels


def test_each_side_says_what_it_says_under_what_is_counted() -> None:
    (panel,) = panels(
        event("raid"),
        claim("army", entry(killed="10"), by="spokesman", about="raid"),
        claim("watch", entry(killed="~40+"), by="monitor", about="raid"),
    )
    assert (panel.quantity.outcome, panel.top) == ("killed", 50)
    assert (panel.bar.start, panel.bar.end, panel.bar.open, panel.bar.approximate) == (0.2, 0.8, True, True)
    rows = {row.claim.claim.id: row for row in panel.rows}
    assert (rows["army"].sides, rows["army"].bar.point, rows["army"].bar.end) == (("government",), True, 0.2)
    assert rows["watch"].bar.open
    assert [row.sides for row in panel.rows] == [("government",), ()]


def test_people_and_families_have_scales_of_their_own() -> None:
    found = panels(
        event("raid"),
        claim("c", entry(displaced="40", unit="families"), entry(displaced="200"), by="monitor", about="raid"),
    )
    assert [(panel.quantity.unit, panel.top) for panel in found] == [("people", 300), ("families", 50)]


def test_what_nobody_counted_has_no_length() -> None:
    (panel,) = panels(event("raid"), claim("c", entry(killed="some"), by="monitor", about="raid"))
    assert panel.top == 0
    assert panel.bar is None
    assert [row.bar for row in panel.rows] == [None]


def test_a_count_of_nobody_is_a_point_at_zero() -> None:
    (panel,) = panels(event("raid"), claim("c", entry(killed="0"), by="monitor", about="raid"))
    (row,) = panel.rows
    assert (row.bar.start, row.bar.end, row.bar.point) == (0, 0, True)


@pytest.mark.parametrize("what", ["number", "event", "responsibility"])
def test_a_denial_has_its_row_and_no_bar(what: str) -> None:
    (panel,) = panels(
        event("raid"),
        claim("c", entry(killed="5"), by="monitor", about="raid"),
        claim("no", by="spokesman", about="raid", denies="a/c", denies_what=what),
    )
    assert [(row.claim.claim.id, row.use is None, row.bar is None) for row in panel.rows] == [
        ("no", True, True), ("c", False, False),
    ]  # fmt: skip


def test_what_a_later_count_replaces_is_folded_behind_it_the_latest_first() -> None:
    (panel,) = panels(
        event("raid"),
        claim("first", entry(killed="5"), by="monitor", about="raid", as_of="2016-10-04"),
        claim("second", entry(killed="8"), by="monitor", about="raid", as_of="2016-10-05"),
        claim("third", entry(killed="9"), by="monitor", about="raid", as_of="2016-10-06"),
        claim("other", entry(killed="7"), by="radio", about="raid"),
    )
    rows = {row.claim.claim.id: [earlier.claim.claim.id for earlier in row.earlier] for row in panel.rows}
    assert rows == {"third": ["second", "first"], "other": []}


def test_a_replaced_claim_whose_successor_counts_others_stands_by_itself() -> None:
    """What one claim counts apart is replaced figure by figure, and no figure is lost."""
    (panel,) = panels(
        event("raid"),
        claim("first", entry("civilians", killed="5"), entry("combatants", killed="3"), by="monitor", about="raid"),
        claim("later", entry("civilians", killed="7"), by="monitor", about="raid", as_of="2016-10-09"),
    )
    assert [(row.claim.claim.id, row.use.figure.written) for row in panel.rows] == [
        ("first", "5"), ("first", "3"), ("later", "7"),
    ]  # fmt: skip


def test_figures_of_a_discounted_event_are_drawn_and_not_counted() -> None:
    (panel,) = panels(event("raid", grade="discounted"), claim("c", entry(killed="5"), by="monitor", about="raid"))
    assert panel.count is None
    assert panel.bar is None
    assert [row.bar.end for row in panel.rows] == [5 / panel.top]


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
