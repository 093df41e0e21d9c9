"""Chains of attribution as drawings, and claims by who says them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings import by_event
from pictures.chains import EDGE, SHAPES, STEP, chain_of, kinds
from reports.model import IDENTIFIED, UNATTRIBUTED
from tests.helpers.records import claim, event, findings, report, site


def attributions(*parts):
    found = findings(site(report("a", *parts)), "a")
    return [found.attributions[one.key] for one in found.claims]


def grouped(*parts):
    found = findings(site(report("a", *parts)), "a")
    about = by_event([found.attributions[one.key] for one in found.claims], [told.event.key for told in found.timeline])
    return {
        group.event: [(*voice.speakers, [one.claim.claim.id for one in voice.claims]) for voice in group.voices]
        for group in about
    }


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


def test_claims_stand_with_their_event_and_with_who_says_them() -> None:
    """Two outlets that carry one source are one voice; events are in order of time, claims about none come last."""
    assert grouped(
        event("late", when="2016-10-09"),
        event("early", when="2016-10-01"),
        claim("a", by="monitor", about="late"),
        claim("b", by="medic"),
        claim("c", by="monitor", via=("agency",), about="early"),
        claim("d", by="medic", about="early"),
        claim("e", by="monitor", via=("radio",), about="early"),
    ) == {
        "a/early": [("monitor", ["c", "e"]), ("medic", ["d"])],
        "a/late": [("monitor", ["a"])],
        None: [("medic", ["b"])],
    }


def test_a_claim_about_several_events_stands_once() -> None:
    found = grouped(
        event("late", when="2016-10-09"), event("early", when="2016-10-01"),
        claim("a", by="monitor", about=("late", "early")),
    )  # fmt: skip
    assert found == {"a/early": [("monitor", ["a"])]}


def test_one_origin_identified_in_two_ways_is_two_voices_and_one_origin() -> None:
    found = findings(
        site(
            report(
                "a",
                event("raid"),
                claim("a", by="medic", about="raid"),
                claim("b", by="medic", identified="role", about="raid"),
            )
        ),
        "a",
    )
    (group,) = by_event([found.attributions[one.key] for one in found.claims], ["a/raid"])
    assert len(group.voices) == 2
    assert (group.claims, group.origins) == (2, 1)
