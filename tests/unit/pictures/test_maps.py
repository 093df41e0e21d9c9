"""Maps: every place in exactly one part, no name over another, lengths right, the same whatever the order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures.fitting import Spot
from pictures.labels import NARROW, WIDE
from pictures.map_picture import PlaceMap, place_map
from pictures.projection import SHAPE, Window, distance, scale_bar
from tests.helpers.examples import examples

KINDS = ["facility", "neighbourhood", "village", "town", "city", "district", "governorate", "country"]


@st.composite
def spots(draw) -> list[Spot]:
    near = st.tuples(st.floats(36.0, 36.4), st.floats(37.0, 37.4))
    far = st.tuples(st.floats(-80, 80), st.floats(-180, 179))
    points = draw(st.lists(st.one_of(near, near, near, far, st.none()), min_size=1, max_size=25))
    return [
        Spot(f"p{n}", n, draw(st.sampled_from(KINDS)), point, draw(st.integers(0, 3)), label=draw(st.floats(20, 160)))
        for n, point in enumerate(points)
    ]


def parts(found: PlaceMap) -> list[str]:
    groups = ([mark.spot for mark in found.marks], found.wider, found.outside, found.unlocated)
    return [spot.id for group in groups for spot in group]


@examples(60)
@given(spots(), st.booleans(), st.randoms())
def test_every_place_is_in_one_part_whatever_the_order(places: list[Spot], eastward: bool, chance) -> None:
    found = place_map(places, 18, eastward)
    mixed = [*places]
    chance.shuffle(mixed)
    assert found == place_map(mixed, 18, eastward)
    if found is None:
        assert all(spot.point is None for spot in places)
        return
    assert sorted(parts(found)) == sorted(spot.id for spot in places)
    assert {spot.id for spot in found.unlocated} == {spot.id for spot in places if spot.point is None}
    assert [mark.number for mark in found.marks] == list(range(1, len(found.marks) + 1))
    for mark in found.marks:
        assert 0 <= mark.x <= 1
        assert 0 <= mark.y <= 1


@examples(60)
@given(spots(), st.booleans())
def test_names_lie_on_no_name_and_on_the_map_at_every_width(places: list[Spot], eastward: bool) -> None:
    found = place_map(places, 18, eastward)
    if found is None:
        return
    marks = {mark.spot.id: mark for mark in found.marks}
    for layout, (least, most) in ((found.narrow, NARROW), (found.wide, WIDE)):
        for width in (least, (least + most) / 2, most):
            boxes = []
            for label in layout:
                mark = marks[label.id]
                length = 9.0 * len(str(mark.number)) if label.number else mark.spot.label
                x, y = mark.x * width + label.dx, mark.y * width * SHAPE + label.dy
                west = {"east": x, "west": x - length, "middle": x - length / 2}[label.side]
                boxes.append((west, y - 9, west + length, y + 9))
            for box in boxes:
                assert box[0] >= 0
                assert box[1] >= 0
                assert box[2] <= width
                assert box[3] <= width * SHAPE
            for at, one in enumerate(boxes):
                for two in boxes[at + 1 :]:
                    assert (
                        one[2] <= two[0] + 1e-6
                        or two[2] <= one[0] + 1e-6
                        or one[3] <= two[1] + 1e-6
                        or two[3] <= one[1] + 1e-6
                    )


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(2, 2500))
def test_the_scale_bar_is_as_long_as_it_says(latitude: float, longitude: float, width: float) -> None:
    """In the middle of the map, against the great circle, within one part of a hundred."""
    window = Window(latitude, longitude, width)
    bar = scale_bar(window)
    end = (latitude, longitude + bar.length * width / window.degree)
    assert distance((latitude, longitude), end) == pytest.approx(bar.kilometres, rel=0.01)
    assert str(bar.kilometres).rstrip("0") in ("1", "2", "5")


def test_two_cities_far_apart_make_a_map_of_the_one_with_more() -> None:
    aleppo = [Spot(f"a{n}", n, "neighbourhood", (36.2 + n / 100, 37.15 + n / 90), 1) for n in range(4)]
    geneva = Spot("geneva", 9, "facility", (46.2, 6.1), 1)
    found = place_map([*aleppo, geneva], 18)
    assert found is not None
    assert [spot.id for spot in found.outside] == ["geneva"]
    assert found.window.width < 40


def test_an_area_is_a_ring_and_never_a_dot() -> None:
    found = place_map([Spot("city", 0, "city", (36.2, 37.1), 1), Spot("hall", 1, "facility", (36.21, 37.12), 1)], 18)
    assert found is not None
    assert {mark.spot.id: mark.reach > 0 for mark in found.marks} == {"city": True, "hall": False}


def test_where_nobody_located_a_place_there_is_no_map() -> None:
    assert place_map([Spot("a", 0, "town", None, 1)], 18) is None
