"""What counts list beside their numbers: what they are made of, what they leave out, and why (rules 1, 6, 9 and 10).

The numbers themselves are held to the worked examples, in ``test_counting_examples``.
"""

from __future__ import annotations

import pytest

from findings import Findings
from reports.model import Claim
from tests.helpers.records import (
    claim,
    count_of,
    entry,
    event,
    findings,
    group,
    group_of,
    report,
    site,
    total,
    total_of,
)

RAID = "a/raid"


def one(*claims: Claim, **fields: object):
    """A site of one report, of one event ``raid``, and these claims about it."""
    return site(report("a", event("raid", **fields), *claims))


def said(id: str, killed: str, by: str = "medic", who: str = "unknown", of: tuple[str, ...] = (), **fields) -> Claim:
    """A claim about the raid: so many killed, of such people."""
    return claim(id, entry(who, of, killed=killed), about="raid", by=by, **fields)


def reasons(site, outcome: str = "killed", slug: str | None = None) -> list[tuple[str, str, str | None]]:
    """The figures that a total of everybody leaves out: as written, why, and the claim that replaces them."""
    row = total_of(site, outcome, "all", slug)
    assert row is not None
    return [(str(out.use.figure), out.reason, out.by.claim.id if out.by else None) for out in row.left_out]


# What is left out


def test_a_total_says_what_it_leaves_out_and_why() -> None:
    found = site(
        report(
            "a",
            event("raid"),
            event("rumour", grade="discounted"),
            said("early", "3", as_of="2016-10-04T10:00"),
            said("late", "5", as_of="2016-10-04T18:00"),
            said("vague", "some", by="radio"),
            claim("toll", entry(scope="cumulative", killed="400+"), by="medic"),
            claim("told", entry(killed="9"), about="rumour", by="medic"),
        )
    )
    assert total(found, "killed", "all") == "5"
    assert reasons(found) == [
        ("3", "superseded", "late"),
        ("some", "uncounted", None),
        ("400+", "cumulative", None),
        ("9", "discounted", None),
    ]


def test_background_is_left_out_of_its_reports_total_and_not_of_the_sites() -> None:
    found = site(report("a", event("raid"), event("before", background=True), said("a", "5"),
                        claim("b", entry(killed="7"), about="before", by="medic")))  # fmt: skip
    assert (total(found, "killed", "all", "a"), total(found, "killed", "all")) == ("5", "12")
    assert reasons(found, slug="a") == [("7", "background", None)]
    assert findings(found, "a").background == {"a/before"}


def test_what_was_told_apart_is_left_out_of_the_total_of_both() -> None:
    """One number for killed and injured, of an event and of one that is part of it, where others count each."""
    found = site(
        report(
            "a",
            event("raid"),
            event("street", part_of="raid"),
            said("k", "5"),
            claim("i", entry(injured="8"), about="raid", by="medic"),
            claim("both", entry(**{"killed-or-injured": "13"}), about="raid", by="radio"),
            claim("part", entry(**{"killed-or-injured": "4"}), about="street", by="radio"),
        )
    )
    assert total(found, "killed-or-injured", "all") == "no row"
    assert [(str(out.use.figure), out.reason) for out in Findings(found).left_out] == [
        ("13", "told-apart"),
        ("4", "told-apart"),
    ]
    assert group(found, RAID, "killed-or-injured", "all") == "13"


# Earlier counts


def test_a_superseded_count_names_what_replaced_it_and_how() -> None:
    found = one(
        said("first", "3", by="medic"),
        said("second", "8", by="radio", updates="a/first"),
        said("bureau", "9", by="bureau", as_of="2016-10-06"),
    )
    gone = group_of(found, RAID, "killed", "all").superseded
    assert [(one.count.claim.claim.id, one.by.claim.id, one.how) for one in gone] == [
        ("first", "second", "updates"),
        ("second", "bureau", "later"),
    ]
    assert group(found, RAID, "killed", "all") == "9"
    assert set(Findings(found).superseded) == {("a/first", 0, "killed"), ("a/second", 0, "killed")}


# What a range is made of


def test_a_range_lists_its_accounts_and_the_parts_that_stand_beside_them() -> None:
    found = one(
        said("all", "10"),
        claim("apart", entry("civilians", killed="6"), entry("combatants", killed="8"), about="raid", by="radio"),
        said("clinic", "2", by="monitor", who="civilians"),
    )
    row = group_of(found, RAID, "killed", "all")
    assert [(count.claim.claim.id, count.whole) for count in row.counts] == [
        ("all", True),
        ("apart", True),
        ("clinic", False),
    ]
    assert row.sum is not None
    assert (row.sum.kind, [part.group.who for part in row.sum.parts], row.sum.stands) == (
        "status",
        ["civilians", "combatants"],
        False,
    )
    assert [origin.key for origin in row.origins] == ["medic", "radio", "monitor"]


def test_a_sum_of_parts_stands_where_it_raises_the_high() -> None:
    found = one(
        said("all", "10"),
        said("guards", "7", by="radio", who="combatants"),
        said("families", "6", by="monitor", who="civilians"),
    )
    row = group_of(found, RAID, "killed", "all")
    assert row.sum is not None
    assert (group(found, RAID, "killed", "all"), row.sum.kind, row.sum.stands) == ("10-13", "status", True)


def test_an_event_has_the_accounts_and_origins_of_its_parts() -> None:
    found = site(
        report(
            "a",
            event("day"),
            event("raid", part_of="day"),
            event("ambush", part_of="day"),
            said("r", "5"),
            claim("b", entry(killed="2"), about="ambush", by="radio"),
        )
    )
    row = group_of(found, "a/day", "killed", "all")
    assert [count.event for count in row.events] == ["a/ambush", "a/raid"]
    assert sorted(count.claim.claim.id for count in row.accounts) == ["b", "r"]
    assert {origin.key for origin in row.origins} == {"medic", "radio"}
    assert [event.event for event, _ in total_of(found, "killed", "all").counted] == ["a/day"]


def test_people_whom_an_entry_cannot_include_are_not_counted_beside_it() -> None:
    """Fighters of the front are none of the army's civilians, whatever a record says: they are not added to these."""
    found = one(claim("a", entry("civilians", "army", killed="5", including={"front": "5"}), about="raid", by="medic"))
    assert group(found, RAID, "killed", "all") == "5"
    assert "combatants" not in count_of(found, RAID, "killed").rows


# Denials


@pytest.mark.parametrize(("what", "contested"), [("number", True), ("event", True), ("responsibility", False)])
def test_a_denial_of_the_number_or_of_the_event_contests_it(what: str, contested: bool) -> None:
    found = one(said("a", "5"), claim("no", about="raid", by="army", denies="a/a", denies_what=what))
    row = group_of(found, RAID, "killed", "all")
    assert row.range is not None
    assert (row.range.contested, [denial.claim.id for denial in row.denials]) == (contested, ["no"] * contested)
    assert total_of(found, "killed", "all").range.contested == contested


# Figures that cover a time of their own, and events that are discounted


def test_cumulative_figures_are_listed_by_themselves() -> None:
    found = one(claim("toll", entry(scope="cumulative", killed="400+"), about="raid"))
    assert findings(found).counts == {}
    assert total(found, "killed", "all") == "no row"
    assert [str(use.figure) for use in findings(found).cumulative] == ["400+"]


def test_the_grade_is_the_declaring_reports() -> None:
    """A report that tells a discounted event through ``same-as`` does not bring it back."""
    found = site(
        report("a", event("raid", grade="discounted")),
        report("b", event("raid", same_as="a/raid"), said("c", "5")),
    )
    assert total(found, "killed", "all") == "no row"
    assert [(str(out.use.figure), out.reason) for out in findings(found, "b").left_out] == [("5", "discounted")]
