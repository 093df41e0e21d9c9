"""Findings after a change: what earlier ones counted is taken where nothing of it changed, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from findings import Findings, Quantity
from reports.model import PublicReport
from tests.helpers.records import REGISTRY, claim, entry, event, report, shown, site

RAID = event("raid")
EARLY = claim("early", entry(killed="10"), about="raid", by="medic")
FIRST = report("first", RAID, EARLY)

KILLED = ("first/raid", Quantity("killed", "people"))


def told(*claims, events=()) -> PublicReport:
    """Another report, which says these things."""
    return report("second", *events, *claims)


PART = event("part", part_of="again")
AGAIN = event("again", same_as="first/raid")
MIDDLE = claim("middle", entry(killed="11"), about="hit", by="radio")


@pytest.mark.parametrize(
    ("first", "before", "after", "range", "other"),
    [
        (FIRST, told(), told(claim("no", denies="first/early", by="army")), "10", "10 contested"),
        (
            FIRST,
            told(events=[AGAIN]),
            told(claim("more", entry(killed="12"), about="again", by="radio"), events=[AGAIN]),
            "10",
            "10-12",
        ),
        (
            FIRST,
            told(claim("more", entry(killed="12"), about="again", by="radio"), events=[AGAIN]),
            told(claim("more", entry(killed="15"), about="again", by="radio"), events=[AGAIN]),
            "10-12",
            "10-15",
        ),
        (
            FIRST,
            told(events=[AGAIN, PART]),
            told(claim("in", entry(killed="12"), about="part", by="radio"), events=[AGAIN, PART]),
            "10",
            "10-12",
        ),
        (
            # What updates a claim through one about another event.
            report(
                "first", RAID, EARLY, claim("late", entry(killed="4"), about="raid", updates="second/middle", by="army")
            ),
            told(MIDDLE, events=[event("hit")]),
            told(
                claim("middle", entry(killed="11"), about="hit", updates="first/early", by="radio"),
                events=[event("hit")],
            ),
            "4-10",
            "4",
        ),
    ],
    ids=["a denial", "a figure", "another figure", "a part", "an update of an update"],
)
def test_what_another_report_says_changes_what_was_counted(
    first: PublicReport, before: PublicReport, after: PublicReport, range: str, other: str
) -> None:
    found = Findings(site(first, before))
    for second, expected in ((before, range), (after, other), (before, range)):
        found = Findings(site(first, second), found)
        assert shown(found.counts[KILLED].all.range) == expected
        assert shown(Findings(site(first, second)).counts[KILLED].all.range) == expected


def test_what_no_change_concerns_is_not_counted_again() -> None:
    before = Findings(site(FIRST, told()))
    counted = before.counts[KILLED]
    assert before.report("first").counts[KILLED] is counted
    after = Findings(
        site(FIRST, told(claim("x", entry(killed="1"), about="hit", by="radio"), events=[event("hit")])), before
    )
    assert after.counts[KILLED] is counted


def test_what_nobody_asked_for_since_is_forgotten() -> None:
    before = Findings(site(FIRST))
    counted = before.counts[KILLED]
    between = Findings(site(FIRST), before)
    assert Findings(site(FIRST), between).counts[KILLED] is not counted


def test_with_another_registry_all_is_counted_again() -> None:
    before = Findings(site(FIRST))
    counted = before.counts[KILLED]
    assert Findings(site(FIRST, registry=replace(REGISTRY)), before).counts[KILLED] is not counted
