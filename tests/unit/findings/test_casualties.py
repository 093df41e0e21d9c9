"""The counting rules of the report format, one by one. Every expectation is worked out by hand."""

import pytest

from findings import Group
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


def one(*claims, slug="a", **fields):
    """A site of one report, of one event ``raid``, and these claims about it."""
    return site(report(slug, event("raid", **fields), *claims))


def said(id, killed, by="medic", who="unknown", of=None, **fields):
    """A claim about the raid: so many killed, of such people."""
    return claim(id, entry(who, of, killed=killed), about="raid", by=by, **fields)


RAID = "a/raid"


class TestIncidentFiguresOnly:
    """Rule 1."""

    def test_cumulative_figures_enter_no_range_and_no_total(self):
        """They are listed; a total made of nothing else has no row."""
        found = one(claim("toll", entry(scope="cumulative", killed="400+"), about="raid"))
        assert findings(found).counts == {}
        assert total(found, "killed", "all") == total(found, "killed", "unknown") == "no row"
        assert [use.figure.written for use in findings(found).cumulative] == ["400+"]

    def test_a_total_says_that_it_left_a_cumulative_figure_out(self):
        """Beside a counted figure it is left out, with its reason."""
        found = one(said("a", "5"), claim("toll", entry(scope="cumulative", killed="400+")))
        row = total_of(found, "killed", "all")
        assert (total(found, "killed", "all"), [(out.use.figure.written, out.reason) for out in row.left_out]) == (
            "5",
            [("400+", "cumulative")],
        )

    def test_both_scopes_in_one_claim(self):
        """A claim's entries are counted or not each by its own scope."""
        both = claim("a", entry(killed="3"), entry(scope="cumulative", killed="30"), about="raid")
        assert total(one(both), "killed", "all") == "3"

    def test_discounted_events_enter_nothing(self):
        """What the editors discount is told, with its reason, and counted nowhere."""
        found = one(said("a", "5"), grade="discounted")
        assert findings(found).counts == {}
        assert total(found, "killed", "all") == "no row"
        assert [use.figure.written for use in findings(found).discounted] == ["5"]

    @pytest.mark.parametrize("grade", ["confirmed", "fair", "weak", "contested", None])
    def test_other_grades_count(self, grade):
        """Only ``discounted`` takes an event out; ``contested`` as a grade contests no range."""
        assert total(one(said("a", "5"), grade=grade), "killed", "all") == "5"

    def test_the_grade_is_the_declaring_reports(self):
        """A report that tells a discounted event through ``same-as`` does not bring it back."""
        found = site(
            report("a", event("raid", grade="discounted")),
            report("b", event("raid", same_as="a/raid"), said("c", "5")),
        )
        assert total(found, "killed", "all") == "no row"
        assert total(found, "killed", "all", "b") == "no row"
        assert [use.figure.written for use in findings(found, "b").discounted] == ["5"]


class TestGroups:
    """Rule 2."""

    def test_who_makes_groups(self):
        """Civilians, combatants of each side, combatants of no known side, unknown: each a group."""
        found = one(
            said("a", "1", who="civilians"),
            said("b", "2", who="combatants", of="army"),
            said("c", "3", who="combatants", of="front"),
            said("d", "4", who="combatants"),
            said("e", "5"),
        )
        assert [(g.group.who, g.group.side, g.range.low) for g in count_of(found, RAID, "killed").groups] == [
            ("civilians", None, 1),
            ("combatants", "government", 2),
            ("combatants", "opposition", 3),
            ("combatants", None, 4),
            ("unknown", None, 5),
        ]

    @pytest.mark.parametrize(
        ("of", "side"),
        [
            ("army", "government"),
            ("corps", "government"),
            ("company", "government"),
            ("guards", "allies"),
            ("front", "opposition"),
            ("tribe", "tribe"),
            ("clan", "tribe"),
            (None, None),
        ],
    )
    def test_a_combatants_side(self, of, side):
        """Its actor's own side, else the nearest up the chain, else the top of the chain; no actor, no side."""
        found = one(said("a", "7", who="combatants", of=of))
        assert [g.group for g in count_of(found, RAID, "killed").groups] == [Group("combatants", side)]

    def test_the_side_of_others_means_nothing(self):
        """``of`` says whose people civilians were; they stay one group."""
        found = one(said("a", "7", who="civilians", of="army"), said("b", "9", who="civilians", of="front"))
        assert group(found, RAID, "killed", "civilians") == "7-9"

    def test_parts_of_one_claim_are_added_first(self):
        """Ten of the army and five of its corps are fifteen of the government's, beside another's 12."""
        parts = claim(
            "a",
            entry("combatants", "army", killed="10"),
            entry("combatants", "corps", killed="5"),
            about="raid",
            by="medic",
        )
        found = one(parts, said("b", "12", by="monitor", who="combatants", of="company"))
        assert group(found, RAID, "killed", "combatants", "government") == "12-15"

    def test_parts_add_their_bounds_and_flags(self):
        """Lows and highs are added; open or approximate where a part is."""
        parts = claim(
            "a", entry(killed="5-7"), entry(killed="~10"), entry(killed="3+"), entry(killed="some"), about="raid"
        )
        found = one(parts)
        assert group(found, RAID, "killed", "unknown") == "~18-20+"
        assert [use.figure.written for use in group_of(found, RAID, "killed", "unknown").uncounted] == ["some"]

    def test_parts_in_different_groups_are_not_added(self):
        """Two civilians and three unknown of one claim are two groups."""
        parts = claim("a", entry("civilians", killed="2"), entry(killed="3"), about="raid")
        assert group(one(parts), RAID, "killed", "civilians") == "2"
        assert group(one(parts), RAID, "killed", "unknown") == "3"

    def test_two_claims_of_one_origin_are_not_parts(self):
        """Only one claim's figures are parts; the same origin's other claim is another figure."""
        assert group(one(said("a", "4"), said("b", "6")), RAID, "killed", "unknown") == "4-6"

    def test_outcomes_are_apart(self):
        """Killed and injured of one entry are two figures in two groups."""
        found = one(claim("a", entry(killed="5", injured="~20"), about="raid"))
        assert (group(found, RAID, "killed", "unknown"), group(found, RAID, "injured", "unknown")) == ("5", "~20")
        assert total(found, "missing", "all") == "no row"

    def test_same_as_joins_reports(self):
        """Two reports of one event: one group, whichever report declares the event."""
        found = site(
            report("a", event("raid"), said("x", "4")),
            report("b", event("hit", same_as="a/raid"), claim("y", entry(killed="9"), about="hit", by="monitor")),
        )
        assert group(found, RAID, "killed", "unknown") == "4-9"
        assert total(found, "killed", "all") == "4-9"
        assert (total(found, "killed", "all", "a"), total(found, "killed", "all", "b")) == ("4", "9")

    def test_two_events_of_a_report_can_be_one(self):
        """A report that tells another's event twice tells one event."""
        found = site(
            report("a", event("raid"), said("x", "4")),
            report(
                "b",
                event("one", same_as="a/raid"),
                event("two", same_as="a/raid"),
                claim("y", entry(killed="5"), about="one"),
                claim("z", entry(killed="6"), about="two"),
                claim("both", about=("one", "two")),
            ),
        )
        assert total(found, "killed", "all") == "4-6"
        assert total(found, "killed", "all", "b") == "5-6"
        assert [c.claim.id for c in findings(found, "b").timeline[0].claims] == ["y", "z", "both"]


class TestAGroupsRange:
    """Rule 3."""

    def test_from_the_lowest_low_to_the_highest_high(self):
        """Also where one figure lies within another."""
        assert group(one(said("a", "5-20"), said("b", "10"), said("c", "3-4")), RAID, "killed", "unknown") == "3-20"

    @pytest.mark.parametrize(
        ("figures", "range"),
        [
            (["5", "400+"], "5-400+"),
            (["5+", "400"], "5-400"),
            (["400", "400+"], "400+"),
            (["~5", "10", "20"], "~5-20"),
            (["5", "~10", "20"], "5-20"),
            (["5", "10", "~20"], "~5-20"),
            (["~5+", "20"], "~5-20"),
            (["tens", "7"], "~7-10+"),
            (["dozens", "thousands"], "~12-1000+"),
            (["0-100", "50+"], "0-100"),
            (["0"], "0"),
            (["5-7", "~5", "7+"], "~5-7+"),
        ],
    )
    def test_flags_come_with_what_gives_the_bound(self, figures, range):
        """Open where a figure that gives the high is open, approximate where one that gives low or high is."""
        claims = [said(f"c{number}", written) for number, written in enumerate(figures)]
        assert group(one(*claims), RAID, "killed", "unknown") == range

    def test_flags_come_with_the_claims_sum(self):
        """Parts are figures of the range as their sum: 3+ and 4 give 7+, and so the high over 6."""
        parts = claim("a", entry(killed="3+"), entry(killed="4"), about="raid")
        assert group(one(parts, said("b", "6")), RAID, "killed", "unknown") == "6-7+"

    def test_nobody_counted_is_not_zero(self):
        """A group of ``some`` alone has no range; beside a counted figure it changes nothing."""
        assert group(one(said("a", "some")), RAID, "killed", "unknown") is None
        assert total(one(said("a", "some")), "killed", "unknown") is None
        assert group(one(said("a", "some"), said("b", "4")), RAID, "killed", "unknown") == "4"

    def test_one_origin_however_many_outlets_relay_it(self):
        """Reports, relays and publishers do not make origins, also where an origin's figures differ."""
        found = site(
            report("a", event("raid"), said("x", "4", via=("agency",)), said("y", "6", via=("radio", "agency"))),
            report("b", event("raid", same_as="a/raid"), said("x", "9", via=("radio",)), publisher="other-outlet"),
        )
        assert group_of(found, RAID, "killed", "unknown").origins == {"medic"}
        assert group(found, RAID, "killed", "unknown") == "4-9"

    def test_origins(self):
        """The originator; without one the publisher; a claim that names nobody is an origin of its own, each time."""
        found = site(
            report(
                "a",
                event("raid"),
                said("own", "1", by=None),
                said("named", "2", by="monitor"),
                said("published", "3", by="outlet"),
                said("nobody", "4", by=None, identified="unattributed", via=("agency",)),
                said("nobody-else", "5", by=None, identified="unattributed", via=("agency",)),
                said("not-counted", "some", by="radio"),
            ),
            report("b", event("raid", same_as="a/raid"), said("own", "6", by=None), publisher="other-outlet"),
        )
        assert group_of(found, RAID, "killed", "unknown").origins == {
            "outlet",
            "monitor",
            "a/nobody",
            "a/nobody-else",
            "other-outlet",
        }
        assert len(total_of(found, "killed", "all").origins) == 5
        assert len(total_of(found, "killed", "all", "a").origins) == 4


class TestDenials:
    """Rule 4."""

    def test_a_denial_without_figures_makes_the_low_zero(self):
        """Somebody says that there was nobody: from 0, contested."""
        found = one(said("a", "10-12"), claim("no", about="raid", by="army", denies="a/a"))
        assert group(found, RAID, "killed", "unknown") == "0-12 contested"
        assert total(found, "killed", "all") == "0-12 contested"

    def test_a_denial_with_figures_there_counts_like_any_other(self):
        """Four, not ten: from four, contested."""
        assert group(one(said("a", "10"), said("no", "4", denies="a/a")), RAID, "killed", "unknown") == "4-10 contested"
        assert (
            group(one(said("a", "10"), said("no", "30+", denies="a/a")), RAID, "killed", "unknown")
            == "10-30+ contested"
        )

    def test_a_denial_with_figures_elsewhere_has_none_there(self):
        """Combatants died, not civilians: the civilians are from 0, the combatants uncontested."""
        found = one(said("a", "10", who="civilians"), said("no", "4", who="combatants", of="front", denies="a/a"))
        assert group(found, RAID, "killed", "civilians") == "0-10 contested"
        assert group(found, RAID, "killed", "combatants", "opposition") == "4"

    @pytest.mark.parametrize("own", [entry(killed="some"), entry(injured="4"), entry(scope="cumulative", killed="4")])
    def test_what_is_not_a_counted_figure_there(self, own):
        """Uncounted people, another outcome and a cumulative figure are no counted figures of the group."""
        found = one(said("a", "10"), claim("no", own, about="raid", by="army", denies="a/a"))
        assert group(found, RAID, "killed", "unknown") == "0-10 contested"

    def test_a_denial_stands_where_the_denied_claim_has_counted_figures(self):
        """In every such group, and in no other: not where that claim only has ``some``, not in others' groups."""
        claims = claim(
            "a", entry("civilians", killed="5", injured="some"), entry("combatants", "army", killed="3"), about="raid"
        )
        found = one(claims, said("b", "7"), claim("no", about="raid", denies="a/a"))
        assert group(found, RAID, "killed", "civilians") == "0-5 contested"
        assert group(found, RAID, "killed", "combatants", "government") == "0-3 contested"
        assert group(found, RAID, "killed", "unknown") == "7"
        assert group_of(found, RAID, "injured", "civilians").denials == ()

    def test_a_denial_of_one_figure_contests_the_whole_group(self):
        """The group's low becomes 0, although another claim's figure is not denied."""
        found = one(said("a", "10"), said("b", "~8", by="monitor"), claim("no", denies="a/a"))
        assert group(found, RAID, "killed", "unknown") == "0-10 contested"

    def test_what_gives_the_high_still_gives_its_flags(self):
        """The denial gives the low, so only the high's flags remain."""
        assert group(one(said("a", "~5"), said("b", "9"), claim("no", denies="a/a")), RAID, "killed", "unknown") == (
            "0-9 contested"
        )
        assert group(one(said("a", "5"), said("b", "~9+"), claim("no", denies="a/a")), RAID, "killed", "unknown") == (
            "~0-9+ contested"
        )

    def test_two_denials(self):
        """One with figures there and one without: the low is 0."""
        found = one(said("a", "10"), said("less", "4", denies="a/a"), claim("no", denies="a/a"))
        assert group(found, RAID, "killed", "unknown") == "0-10 contested"
        assert [denial.claim.id for denial in group_of(found, RAID, "killed", "unknown").denials] == ["less", "no"]

    def test_a_denial_of_a_denial(self):
        """It stands against the groups in which that denial has counted figures, if any."""
        bare = one(said("a", "10"), claim("no", denies="a/a"), claim("yes", denies="a/no"))
        assert group(bare, RAID, "killed", "unknown") == "0-10 contested"
        counted = one(said("a", "10"), said("no", "4", denies="a/a"), claim("yes", denies="a/no"))
        assert group(counted, RAID, "killed", "unknown") == "0-10 contested"

    def test_a_denial_of_nothing_counted(self):
        """Denying a claim without figures, or a denial that names no claim, contests no range."""
        found = one(said("a", "some"), said("b", "3"), claim("no", denies="a/a"), claim("never", stance="denies"))
        assert group(found, RAID, "killed", "unknown") == "3"
        assert group_of(found, RAID, "killed", "unknown").denials == ()

    def test_a_denial_in_another_report(self):
        """It counts wherever both claims are in scope: not in the denied report's own totals."""
        found = site(report("a", event("raid"), said("x", "10")), report("b", claim("no", by="army", denies="a/x")))
        assert total(found, "killed", "all") == "0-10 contested"
        assert total(found, "killed", "all", "a") == "10"
        assert total(found, "killed", "all", "b") == "no row"

    def test_a_denial_with_figures_in_another_report(self):
        """Each report's total has its own figure, uncontested; the site's has both."""
        found = site(
            report("a", event("raid"), said("x", "10")),
            report("b", event("raid", same_as="a/raid"), said("no", "4", by="army", denies="a/x")),
        )
        assert total(found, "killed", "all") == "4-10 contested"
        assert (total(found, "killed", "all", "a"), total(found, "killed", "all", "b")) == ("10", "4")

    def test_a_denial_about_another_event_counts_there(self):
        """Its own figures about another event are not figures of the denied group."""
        found = site(
            report(
                "a",
                event("raid"),
                event("other"),
                said("x", "10"),
                claim("no", entry(killed="4"), about="other", denies="a/x"),
            )
        )
        assert group(found, RAID, "killed", "unknown") == "0-10 contested"
        assert group(found, "a/other", "killed", "unknown") == "4"
        assert total(found, "killed", "all") == "4-14 contested"


class TestUnknownStatus:
    """Rule 5."""

    def test_combatants_are_the_sum_over_sides(self):
        """Ten of one side and five of the other are fifteen combatants."""
        found = one(said("a", "10", who="combatants", of="army"), said("b", "~5", who="combatants", of="front"))
        assert total(found, "killed", "combatants") == "~15"

    @pytest.mark.parametrize(
        ("sided", "unsided", "combatants"),
        [
            (["4", "6"], "10", "10"),
            (["4", "6"], "8", "8-10"),
            (["4", "6"], "20+", "10-20+"),
            (["4", "6+"], "8", "8-10+"),
            (["4", "6+"], "20", "10-20"),
            (["~4", "6"], "8-9", "~8-10"),
            (["~4", "6"], "8-11", "8-11"),
            (["some"], "8", "8"),
            (["some", "6"], "8", "6-8"),
            (["4", "6"], "some", "10"),
            (["some"], "some", None),
        ],
    )
    def test_combatants_of_no_known_side_are_an_alternative(self, sided, unsided, combatants):
        """From the lower low to the higher high, with the flags of what gives the bound; ``some`` stays out."""
        sides = [
            said(f"s{i}", n, who="combatants", of=of)
            for i, (n, of) in enumerate(zip(sided, ("army", "front"), strict=False))
        ]
        found = one(*sides, said("n", unsided, who="combatants"))
        assert total(found, "killed", "combatants") == combatants

    @pytest.mark.parametrize(
        ("civilians", "combatants", "unknown", "everybody"),
        [
            ("5", "10", None, "15"),
            ("5", "10", "15", "15"),
            ("5", "10", "12", "12-15"),
            ("5", "10", "40+", "15-40+"),
            ("5+", "10", "12", "12-15+"),
            ("5+", "10", "40", "15-40"),
            ("5", None, "~7", "~5-7"),
            ("5", None, "6-7", "5-7"),
            ("some", None, "7", "7"),
            ("some", "10", "7", "7-10"),
            ("5", "10", "some", "15"),
            ("some", "some", "some", None),
        ],
    )
    def test_people_of_unknown_status_are_an_alternative(self, civilians, combatants, unknown, everybody):
        """``all`` is civilians and combatants, or the unknown: never both added."""
        told = {"civilians": civilians, "combatants": combatants, "unknown": unknown}
        found = one(*(said(who, written, who=who) for who, written in told.items() if written))
        assert total(found, "killed", "all") == everybody

    def test_three_ways_to_count_the_same_people(self):
        """Sides 4 and 6, or 8 of no side: 8-10; with 2 civilians 10-12, or 11 unknown."""
        found = one(
            said("a", "4", who="combatants", of="army"),
            said("b", "6", who="combatants", of="front"),
            said("c", "8", who="combatants"),
            said("d", "2", who="civilians"),
            said("e", "11"),
        )
        assert [total(found, "killed", who) for who in ("civilians", "combatants", "unknown", "all")] == [
            "2",
            "8-10",
            "11",
            "10-12",
        ]

    def test_contested_follows_the_bound(self):
        """Contested where a part of a sum is, and where what gives a bound of an alternative is."""
        no = claim("no", denies="a/a")
        added = one(said("a", "5", who="civilians"), no, said("b", "10", who="combatants"))
        assert total(added, "killed", "all") == "10-15 contested"
        outside = one(said("a", "5", who="civilians"), no, said("u", "3"))
        assert total(outside, "killed", "all") == "0-5 contested"
        within = one(
            said("a", "5", who="civilians"), said("less", "4", who="civilians", denies="a/a"), said("u", "2-9")
        )
        assert total(within, "killed", "all") == "2-9"


class TestTotals:
    """Rule 6."""

    def two_events(self):
        return site(
            report(
                "a",
                event("raid"),
                event("siege"),
                event("talks"),
                said("x", "5-7"),
                claim("y", entry("civilians", killed="~10+", injured="some"), about="siege", by="monitor"),
                claim("z", entry("combatants", killed="some"), about="talks", by="army"),
            )
        )

    def test_events_are_added(self):
        """Lows, highs and flags; each class by itself, and ``all``."""
        found = self.two_events()
        assert [total(found, "killed", who) for who in ("civilians", "combatants", "unknown", "all")] == [
            "~10+",
            None,
            "5-7",
            "~15-17+",
        ]

    def test_people_whom_nobody_counted_stand_beside(self):
        """An event with uncounted groups only adds nothing and is counted beside the total."""
        found = self.two_events()
        everybody = total_of(found, "killed", "all")
        assert ([e.event for e, _ in everybody.counted], [e.event for e in everybody.uncounted]) == (
            ["a/raid", "a/siege"],
            ["a/talks"],
        )
        assert [e.event for e in total_of(found, "killed", "combatants").uncounted] == ["a/talks"]
        assert total_of(found, "killed", "civilians").uncounted == ()

    def test_a_total_of_nothing_counted(self):
        """It has a row, without low and high: injured people whom nobody counted are not 0."""
        found = self.two_events()
        row = total_of(found, "injured", "civilians")
        assert (row.range, len(row.counted), len(row.uncounted), row.origins) == (None, 0, 1, frozenset())
        assert total(found, "injured", "all") is None

    def test_rows_that_must_not_be(self):
        """No row where a class has neither a counted figure nor an uncounted group."""
        rows = [(row.outcome, row.who) for row in findings(self.two_events()).totals]
        assert rows == [
            ("killed", "civilians"),
            ("killed", "combatants"),
            ("killed", "unknown"),
            ("killed", "all"),
            ("injured", "civilians"),
            ("injured", "all"),
        ]
        assert findings(site(report("empty", event("raid"), claim("c", about="raid")))).totals == []
        assert findings(site()).totals == []

    def test_an_event_counted_in_one_class_can_be_uncounted_in_another(self):
        """Uncounted is told class by class: in ``all`` the event has a counted figure."""
        found = one(said("a", "5", who="civilians"), said("b", "some", who="combatants"))
        assert [len(total_of(found, "killed", who).uncounted) for who in ("civilians", "combatants", "all")] == [
            0,
            1,
            0,
        ]

    def test_a_report_has_its_own_claims(self):
        """An event that another report declares counts in this report by this report's claims only."""
        found = site(
            report("a", event("raid"), event("siege"), said("x", "5")),
            report("b", event("hit", same_as="a/raid"), claim("y", entry(killed="7"), about="hit")),
            report("c", event("raid"), said("x", "100")),
        )
        assert [total(found, "killed", "all", slug) for slug in ("a", "b", "c", None)] == ["5", "7", "100", "105-107"]

    def test_contested_where_an_event_is(self):
        """One contested event contests the total, not the other classes."""
        found = site(
            report("a", event("raid"), event("siege"), said("x", "5"), claim("no", denies="a/x"),
                   claim("y", entry("civilians", killed="2"), about="siege"))
        )  # fmt: skip
        assert (total(found, "killed", "all"), total(found, "killed", "civilians")) == ("2-7 contested", "2")

    def test_origins_of_a_total(self):
        """Of its counted figures, each once, over all events."""
        found = site(
            report("a", event("raid"), event("siege"), said("x", "5"), said("u", "some", by="army"),
                   claim("y", entry("civilians", killed="2"), about="siege", by="medic"),
                   claim("z", entry("civilians", killed="2"), about="siege", by="monitor"))
        )  # fmt: skip
        assert total_of(found, "killed", "all").origins == {"medic", "monitor"}
        assert total_of(found, "killed", "unknown").origins == {"medic"}


class TestIncluding:
    """Rule 7."""

    def test_parts_of_a_figure_are_never_added(self):
        """Three children of ten killed are of the ten; parts that are more than their figure change nothing either."""
        found = one(
            claim("a", entry(killed="10", including={"children": "3", "women": "some", "men": "30"}), about="raid")
        )
        assert total(found, "killed", "all") == "10"
        assert len(findings(found).figures) == 1


class TestTheWayBack:
    """Rule 8."""

    def test_a_total_lists_what_is_in_it_and_what_is_not(self):
        """From a total to its events, groups, claims and figures; and each figure left out, with the reason."""
        found = site(
            report(
                "a",
                event("raid"),
                event("rumour", grade="discounted"),
                said("x", "5"),
                said("y", "some", by="monitor"),
                claim("z", entry("civilians", killed="9"), about="rumour"),
                claim("toll", entry("civilians", scope="cumulative", killed="400+", injured="1000+")),
            )
        )
        row = total_of(found, "killed", "all")
        counted = [use.key for e, _ in row.counted for g in e.of("all") for c in g.counts for use in c.figures]
        assert counted == [("a/x", 0, "killed")]
        assert [(out.use.claim.claim.id, out.reason) for out in row.left_out] == [
            ("y", "uncounted"),
            ("z", "discounted"),
            ("toll", "cumulative"),
        ]
        assert [out.use.claim.claim.id for out in total_of(found, "killed", "unknown").left_out] == ["y"]

    def test_a_range_lists_its_figures_and_denials(self):
        """Each claim's figures with their sum, the uncounted ones and who denies."""
        found = one(
            claim("a", entry(killed="3"), entry(killed="4"), about="raid"), said("b", "some"), claim("no", denies="a/a")
        )
        count = group_of(found, RAID, "killed", "unknown")
        assert [[use.figure.written for use in c.figures] for c in count.counts] == [["3", "4"]]
        assert (count.counts[0].range.low, count.range.low) == (7, 0)
        assert [use.claim.claim.id for use in count.uncounted] == ["b"]
        assert [denial.key for denial in count.denials] == ["a/no"]

    def test_a_figure_knows_its_places(self):
        """A figure's own places, else those of its event."""
        from findings.casualties import places_of

        found = findings(one(said("a", "5"), where=("aleppo",)))
        assert [places_of(found.index, use) for use in found.figures] == [("aleppo",)]


def test_the_seeds_numbers():
    """The seed: 10 combatants, 5 of unknown status, 15 in all, two origins; about 20 injured, one event beside."""
    found = site(
        report(
            "s",
            event("clash"),
            event("shelling"),
            event("raid"),
            claim("losses", entry("combatants", "army", killed="some"), about="clash", by="front"),
            claim("ten", entry("combatants", "army", killed="10"), about="clash", by="medic", via=("agency",)),
            claim("five", entry(killed="5", injured="~20"), about="shelling", by="radio"),
            claim("hurt", entry(injured="some"), about="raid", by="front", via=("agency",)),
            claim("toll", entry(scope="cumulative", killed="400+"), by="monitor"),
        )
    )
    assert [total(found, "killed", who) for who in ("civilians", "combatants", "unknown", "all")] == [
        "no row",
        "10",
        "5",
        "15",
    ]
    assert len(total_of(found, "killed", "all").origins) == 2
    assert (total(found, "injured", "all"), len(total_of(found, "injured", "all").uncounted)) == ("~20", 1)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([entry("unknown", killed="3")], []),
        ([entry("unknown", killed="3"), entry("civilians", killed="some")], []),
        ([entry("unknown", killed="3"), entry("civilians", killed="2")], ["unknown"]),
        ([entry("unknown", killed="some"), entry("civilians", killed="2")], []),
        ([entry("combatants", killed="3"), entry("combatants", "army", killed="2")], ["combatants"]),
        ([entry("combatants", killed="3"), entry("combatants", "army", killed="some")], []),
    ],
)
def test_another_count_of_the_same_people_is_told_as_one(claims, expected):
    """Only where the others are counted too: beside people whom nobody counted, a count stands alone."""
    told = site(report("a", event("raid"), *(claim(f"c{n}", one, about="raid") for n, one in enumerate(claims))))
    (found,) = findings(told).counts.values()
    assert [group.group.who for group in found.groups if found.is_alternative(group, "all")] == expected
