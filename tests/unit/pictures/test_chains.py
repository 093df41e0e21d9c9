"""Chains of attribution as drawings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures.chains import EDGE, SHAPES, STEP, chain_of, kinds
from reports.model import IDENTIFIED, UNATTRIBUTED
from tests.helpers.records import claim, event, findings, report, site


def attributions(*parts):
    found = findings(site(report("a", *parts)), "a")
    return [found.attributions[one.key] for one in found.claims]


def test_every_way_of_being_identified_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == {*IDENTIFIED, UNATTRIBUTED, "own"}
    assert len(set(SHAPES.values())) == len(SHAPES)


@pytest.mark.parametrize(
    ("told", "shape", "knots"),
    [
        ({"by": "medic", "via": ("agency",)}, "disc", 1),
        ({"by": "medic", "identified": "unnamed", "via": ("agency", "radio", "other-outlet")}, "dashed", 3),
        ({"by": "monitor"}, "square", 0),
        ({"identified": "unattributed", "via": ("agency",)}, "gap", 1),
        ({}, "own", 0),
    ],
)
def test_a_glance_tells_who_speaks_and_through_how_many(told: dict, shape: str, knots: int) -> None:
    (one,) = attributions(event("raid"), claim("c", about="raid", **told))
    drawn = chain_of(one)
    assert (drawn.shape, len(drawn.knots)) == (shape, knots)


RELAYS = ["agency", "radio", "other-outlet", "monitor"]
STEPS = st.lists(st.lists(st.sampled_from(RELAYS), min_size=1, max_size=3, unique=True), max_size=4)


@given(STEPS)
def test_each_relay_has_a_knot_and_each_step_makes_a_chain_one_link_longer(via: list[list[str]]) -> None:
    """Those who each relayed it stand beside each other at one place of the line, in either direction."""
    (one,) = attributions(event("raid"), claim("c", by="medic", via=via, about="raid"))
    right, left = chain_of(one), chain_of(one, "rtl")
    assert right.width == left.width == 2 * EDGE + (len(via) + 1) * STEP
    steps = [[x for x, _ in right.knots].count(x) for x in sorted({x for x, _ in right.knots})]
    assert steps == [len(step) for step in via]
    assert len({*right.knots}) == len(right.knots)
    assert [(right.width - x, y) for x, y in right.knots] == [*left.knots]
    assert all(0 < y < right.height for _, y in right.knots)


@given(STEPS)
def test_lines_lead_from_each_knot_to_all_of_the_next_step(via: list[list[str]]) -> None:
    (one,) = attributions(event("raid"), claim("c", by="medic", via=via, about="raid"))
    drawn = chain_of(one)
    counts = [1, *(len(step) for step in via), 1]
    assert len(drawn.lines) == sum(before * after for before, after in pairwise(counts))
    ends = {(drawn.start, drawn.middle), *drawn.knots, (drawn.end, drawn.middle)}
    assert {end for x1, y1, x2, y2 in drawn.lines for end in ((x1, y1), (x2, y2))} == ends


def test_the_kinds_on_a_page_are_told_once_from_most_to_least_known() -> None:
    told = attributions(
        event("raid"), claim("a", identified="unattributed", about="raid"), claim("b", by="medic", about="raid"),
        claim("c", by="medic", about="raid"), claim("d", about="raid"),
    )  # fmt: skip
    assert kinds(told) == ("named", "unattributed", "own")
