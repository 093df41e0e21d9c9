"""The timeline as a picture: what stands where, and that it is the list's own events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures.timeline_picture import CLEARANCE, LANES, MARK, NARROWEST, TimelinePicture, timeline_picture
from pictures.timescale import TICKS, TimeScale
from reports.model import Place
from tests.helpers.records import REGISTRY, claim, event, findings, report, site, words


def place(id: str, within: str | None) -> Place:
    return Place(id, words(id), "district", within=within)


PLACES = [
    place("land", None), place("city", "land"), place("east", "city"), place("west", "city"), place("market", "east"),
    *(place(f"d{n}", "city") for n in range(12)),
]  # fmt: skip
WITH_PLACES = replace(REGISTRY, places={one.id: one for one in PLACES})


def picture(*parts, registry=WITH_PLACES) -> TimelinePicture | None:
    found = findings(site(report("a", *parts), registry=registry))
    return timeline_picture(found.timeline, registry)


def lanes(found: TimelinePicture | None) -> dict:
    assert found is not None
    return {lane.place: [mark.entry.event.key for mark in lane.marks] for lane in found.lanes}


def test_lanes_are_the_parts_of_what_holds_all_events() -> None:
    found = picture(
        event("one", when="2016-10-01", where=("east",)),
        event("two", when="2016-10-02", where=("west",)),
        event("three", when="2016-10-03", where=("market",)),
    )
    assert lanes(found) == {"east": ["a/one", "a/three"], "west": ["a/two"]}


def test_events_of_several_parts_of_the_whole_and_of_no_place_share_the_last_lane() -> None:
    found = picture(
        event("none", when="2016-10-01"),
        event("both", when="2016-10-01", where=("east", "west")),
        event("whole", when="2016-10-02", where=("city",)),
        event("east", when="2016-10-03", where=("east",)),
    )
    assert lanes(found) == {"east": ["a/east"], None: ["a/both", "a/none", "a/whole"]}


def test_in_one_place_there_is_one_lane() -> None:
    found = picture(*(event(f"e{n}", when="2016-10-01", where=("market",)) for n in range(3)))
    assert lanes(found) == {None: ["a/e0", "a/e1", "a/e2"]}


def test_a_lane_with_most_events_is_parted_again() -> None:
    """A city in a country with one event elsewhere: its districts have lanes, and what is left of it has its own."""
    abroad = replace(REGISTRY, places={**WITH_PLACES.places, "far": place("far", None)})
    found = picture(
        *(event(f"a{n}", when="2016-10-01", where=("east",)) for n in range(3)),
        *(event(f"b{n}", when="2016-10-02", where=("west",)) for n in range(2)),
        event("c", when="2016-10-03", where=("city",)),
        event("d", when="2016-10-03", where=("d1",)),
        event("e", when="2016-10-04", where=("far",)),
        registry=abroad,
    )
    assert lanes(found) == {
        "east": ["a/a0", "a/a1", "a/a2"], "west": ["a/b0", "a/b1"], "city": ["a/c", "a/d"], "far": ["a/e"],
    }  # fmt: skip
    assert found is not None
    assert [lane.place for lane in found.lanes if lane.others] == ["city"]


def test_too_many_lanes_are_joined() -> None:
    """Those with fewest events; no event is lost."""
    events = [event(f"e{n}", when="2016-10-01", where=(f"d{n}",)) for n in range(12)]
    found = picture(*events, event("again", when="2016-10-02", where=("d11",)))
    assert found is not None
    assert len(found.lanes) == LANES
    assert "d11" in lanes(found)
    assert sum(len(lane.marks) for lane in found.lanes) == 13


def test_a_day_is_a_point_in_its_middle_and_anything_else_a_span() -> None:
    found = picture(
        event("a", when="2016-10-01"), event("b", when="2016-10-02/2016-10-04"), event("c", when="2016-10-10")
    )
    assert found is not None
    marks = {mark.entry.event.key: mark for lane in found.lanes for mark in lane.marks}
    assert found.scale.days == 10
    assert (marks["a/a"].whole, marks["a/a"].middle) == (True, 0.05)
    assert (marks["a/b"].whole, marks["a/b"].start, marks["a/b"].end) == (False, 0.1, 0.4)
    assert marks["a/c"].end == 1.0


def test_open_ends_reach_the_edge_and_are_told() -> None:
    found = picture(event("a", when="../2016-10-03"), event("b", when="2016-10-02/.."), event("c", when="2016-10-10~"))
    assert found is not None
    marks = {mark.entry.event.key: mark for lane in found.lanes for mark in lane.marks}
    assert (marks["a/a"].start, marks["a/a"].open_start, marks["a/a"].open_end) == (0.0, True, False)
    assert (marks["a/b"].end, marks["a/b"].open_start, marks["a/b"].open_end) == (1.0, False, True)
    assert marks["a/c"].vague


def test_an_event_that_is_only_denied_is_told_apart() -> None:
    found = picture(
        event("a", when="2016-10-01"), event("b", when="2016-10-01"), event("c", when="2016-10-01"),
        claim("say", by="agency", about="a"), claim("no", by="radio", about="a", denies="a/say"),
        claim("never", by="radio", about="b", stance="denies"),
    )  # fmt: skip
    assert found is not None
    assert {mark.entry.event.key: mark.denied for lane in found.lanes for mark in lane.marks} == {
        "a/a": False, "a/b": True, "a/c": False,
    }  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 2])
def test_of_fewer_than_three_events_there_is_no_picture(count: int) -> None:
    assert picture(*(event(f"e{n}") for n in range(count))) is None


@pytest.mark.parametrize(
    ("first", "last", "names", "days"),
    [
        ((2016, 10, 1), (2016, 10, 3), "day", [1, 2, 3]),
        ((2016, 9, 28), (2016, 11, 2), "day", [28, 3, 10, 17, 24, 31]),
        ((2016, 8, 1), (2016, 12, 31), "month", [1] * 5),
        ((2016, 1, 1), (2016, 12, 31), "month", [1] * 4),
        ((2011, 3, 15), (2016, 12, 22), "year", [15, 1, 1, 1, 1, 1]),
        ((1, 1, 1), (9999, 12, 31), "year", None),
    ],
)
def test_ticks_are_days_that_a_reader_can_name(first, last, names, days) -> None:
    ticks = TimeScale(date(*first), date(*last)).ticks
    assert {tick.names for tick in ticks[1:]} <= {names, ""}
    assert ticks[0].names
    assert len(ticks) <= TICKS + 1
    if days:
        assert [tick.day.day for tick in ticks] == days
    assert [tick.x for tick in ticks] == sorted({tick.x for tick in ticks})


DAYS = st.dates(date(2011, 1, 1), date(2017, 12, 31))


@st.composite
def whens(draw) -> str:
    first, second = sorted([draw(DAYS), draw(DAYS)])
    return draw(
        st.sampled_from(
            [
                f"{first}",
                f"{first}/{second}",
                f"{first:%Y-%m}",
                f"{first:%Y}",
                f"{first}~",
                f"../{first}",
                f"{first}/..",
            ]
        )
    )


@given(
    st.lists(
        st.tuples(whens(), st.sampled_from([(), ("east",), ("west",), ("market",), ("east", "west"), ("city",)])),
        min_size=3,
        max_size=40,
    )
)
def test_every_event_stands_once_in_its_place_and_none_lies_over_another(told) -> None:
    parts = [event(f"e{n}", when=when, where=where) for n, (when, where) in enumerate(told)]
    found, again = picture(*parts), picture(*parts[::-1])
    if found is None:
        return
    assert again is not None
    entries = findings(site(report("a", *parts), registry=WITH_PLACES)).timeline
    marks = [mark for lane in found.lanes for mark in lane.marks]
    assert sorted(mark.number for mark in marks) == list(range(1, len(entries) + 1))
    assert all(entries[mark.number - 1].event.key == mark.entry.event.key for mark in marks)
    assert [(lane.place, lane.rows) for lane in found.lanes] == [(lane.place, lane.rows) for lane in again.lanes]
    half, gap = MARK / 2 / NARROWEST, CLEARANCE / NARROWEST
    for lane in found.lanes:
        assert {mark.row for mark in lane.marks} == set(range(lane.rows))
        assert [mark.number for mark in lane.marks] == sorted(mark.number for mark in lane.marks)
        for row in range(lane.rows):
            ends = [
                (min(mark.start, mark.middle - half), max(mark.end, mark.middle + half))
                for mark in lane.marks
                if mark.row == row
            ]
            assert all(one[1] + gap <= two[0] + 1e-9 for one, two in pairwise(ends))
        for mark in lane.marks:
            assert 0 <= mark.start < mark.end <= 1
