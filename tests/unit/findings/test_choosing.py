"""Choosing events: what each criterion takes, and what the events that were chosen amount to.

The last part holds the choices on two whole sites against a second reading of their files.
"""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings import Filter, Findings, Range, Selection
from findings.ranges import added
from inspection.counted_again import OUTCOMES, ROWS, UNITS, Recount
from inspection.counts import Count
from reports import read_site
from reports.model import Place, Site
from tests.conftest import CONTENTS
from tests.helpers.examples import examples
from tests.helpers.filters import PlainChoice, random_filters
from tests.helpers.records import REGISTRY, claim, entry, event, registry, report, shown, site, words
from tests.property.recount import Told
from tests.property.strategies import sites

PLACES = registry(
    *REGISTRY.actors.values(),
    *REGISTRY.sources.values(),
    Place("syria", words("syria"), "country"),
    Place("aleppo", words("aleppo"), "city", within="syria"),
    Place("market", words("market"), "facility", within="aleppo"),
    Place("idlib", words("idlib"), "city", within="syria"),
)


def select(*parts, filter: Filter) -> Selection:
    """What a filter takes of one report."""
    return Findings(site(report("a", *parts), registry=PLACES)).select(filter)


def keys(*parts, **criteria) -> list[str]:
    """The events of one report that a filter takes, by their ids there."""
    return [key.removeprefix("a/") for key in select(*parts, filter=Filter(**criteria)).event_keys]


# What each criterion takes


def test_no_criterion_takes_everything():
    assert keys(event("raid"), event("clash")) == ["clash", "raid"]


def test_a_place_takes_what_lies_within_it_and_nothing_around_it():
    parts = event("raid", where=("market",)), event("clash", where=("idlib",)), event("talks")
    assert keys(*parts, place="market") == ["raid"]
    assert keys(*parts, place="aleppo") == ["raid"]
    assert keys(*parts, place="syria") == ["clash", "raid"]


def test_an_event_in_two_places_is_in_both():
    raid = event("raid", where=("market", "idlib"))
    assert keys(raid, place="aleppo") == keys(raid, place="idlib") == ["raid"]


def test_an_event_without_a_place_has_those_of_its_figures():
    figure = claim("c", entry(killed="1"), about="raid")
    at_market = claim("c", _at("market", entry(killed="1")), about="raid")
    assert keys(event("raid"), figure, place="aleppo") == []
    assert keys(event("raid"), at_market, place="aleppo") == ["raid"]
    assert keys(event("raid", where=("idlib",)), at_market, place="aleppo") == []


def _at(place: str, casualties):
    changed = copy.copy(casualties)
    object.__setattr__(changed, "where", (place,))
    return changed


def test_a_party_takes_where_it_acted_was_harmed_or_is_blamed_and_what_is_part_of_it():
    acted = event("acted", actors=("company",))
    harmed = [event("harmed"), claim("h", entry("combatants", "company", killed="1"), about="harmed")]
    blamed = [event("blamed"), claim("b", entry(killed="1", blames=("company",)), about="blamed")]
    other = event("other", actors=("front",))
    for party in ("company", "corps", "army"):
        assert keys(acted, *harmed, *blamed, other, party=party) == ["acted", "blamed", "harmed"], party
    assert keys(acted, *harmed, *blamed, other, party="front") == ["other"]
    assert keys(event("army", actors=("army",)), party="company") == [], "a part is not the whole"


def test_who_only_says_something_is_no_party_of_the_event():
    assert keys(event("raid"), claim("c", entry(killed="1"), about="raid", by="front"), party="front") == []


def test_a_type_and_a_grade_take_what_has_them():
    parts = event("raid", grade="weak"), event("talks", type="diplomacy"), event("clash", grade="discounted")
    assert keys(*parts, type="diplomacy") == ["talks"]
    assert keys(*parts, grade="weak") == ["raid"]
    assert keys(*parts, grade="ungraded") == ["talks"]
    assert keys(*parts, grade="discounted", type="shelling") == ["clash"]
    assert keys(*parts, grade="discounted", type="diplomacy") == [], "all that is asked for has to fit"


def test_an_outcome_takes_events_with_a_figure_of_it_and_only_such_figures():
    parts = [
        event("raid"),
        claim("c", entry(killed="3", injured="some"), about="raid"),
        event("clash"),
        claim("d", entry(killed="2"), about="clash"),
    ]
    found = select(*parts, filter=Filter(outcome="injured"))
    assert found.event_keys == ("a/raid",)
    assert [(use.outcome, use.figure.written) for use in found.figures] == [("injured", "some")]
    assert [(total.outcome, total.who, total.range) for total in found.totals] == [
        ("injured", "all", None),
        ("injured", "unknown", None),
    ]


@pytest.mark.parametrize(
    ("when", "taken"),
    [
        ("2016-10-04", True),
        ("2016-10-01", True),
        ("2016-10-31", True),
        ("2016-09-30", False),
        ("2016-11-01", False),
        ("2016-09-30/2016-10-01", True),
        ("2016", True),
        ("2016-09", False),
        ("2016-10", True),
        ("2015/..", True),
        ("2016-11/..", False),
        ("../2016-10-01", True),
        ("../2016-09", False),
        ("2016-09/", True),
    ],
)
def test_a_time_takes_what_may_lie_in_it(when: str, taken: bool):
    october = {"start": date(2016, 10, 1), "end": date(2016, 10, 31)}
    assert keys(event("raid", when=when), **october) == ["raid"] * taken


def test_a_time_may_be_open_at_either_end():
    parts = event("before", when="2016-10-04"), event("after", when="2016-10-06")
    assert keys(*parts, start=date(2016, 10, 5)) == ["after"]
    assert keys(*parts, end=date(2016, 10, 5)) == ["before"]


# Figures over a time


def test_a_cumulative_figure_is_chosen_by_itself_and_enters_no_total():
    toll = claim("toll", _at("idlib", entry(scope="cumulative", killed="400", injured="900")), about="raid")
    raid = event("raid", where=("market",), grade="weak")
    there = select(raid, toll, filter=Filter(place="idlib"))
    assert (there.event_keys, len(there.figures), there.totals) == ((), 2, [])
    assert [use.outcome for use in there.cumulative] == ["killed", "injured"]
    assert not select(raid, toll, filter=Filter(place="aleppo")).figures
    killed = select(raid, toll, filter=Filter(outcome="killed"))
    assert (killed.event_keys, [use.outcome for use in killed.figures]) == ((), ["killed"])
    assert len(select(raid, toll, filter=Filter(type="shelling", grade="weak", place="idlib")).figures) == 2
    assert not select(raid, toll, filter=Filter(start=date(2016, 11, 1))).figures, "its own time is that of its period"
    assert len(select(raid, toll, filter=Filter(start=date(2016, 9, 1), end=date(2016, 9, 1))).figures) == 2


def test_a_cumulative_figure_about_no_event_has_no_type_and_no_grade():
    toll = claim("toll", entry(scope="cumulative", killed="400"))
    assert len(select(toll, filter=Filter()).figures) == 1
    assert not select(toll, filter=Filter(type="shelling")).figures
    assert not select(toll, filter=Filter(grade="ungraded")).figures


# What was chosen is counted by the same rules


def test_an_event_that_two_reports_tell_counts_once_and_has_both_their_claims():
    found = Findings(
        site(
            report("a", event("raid"), claim("c", entry(killed="3"), about="raid", by="medic")),
            report("b", event("same", same_as="a/raid"), claim("d", entry(killed="5"), about="same", by="monitor")),
        )
    )
    chosen = found.select(Filter(type="shelling"))
    assert chosen.event_keys == ("a/raid",)
    assert {claim.key for claim in chosen.claims} == {"a/c", "b/d"}
    (total,) = [total for total in chosen.totals if total.who == "all"]
    assert (shown(total.range), len(total.counted), len(total.origins)) == ("3-5", 1, 2)
    assert set(chosen.slugs) == {"a", "b"}


def test_a_discounted_event_is_chosen_and_counts_nothing():
    found = select(
        event("raid", grade="discounted"),
        claim("c", entry(killed="3"), about="raid"),
        filter=Filter(grade="discounted"),
    )
    assert found.event_keys == ("a/raid",)
    assert found.totals == []
    assert [use.figure.written for use in found.figures] == ["3"]


def test_a_denial_counts_with_the_event_that_was_chosen():
    found = select(
        event("raid", where=("market",)),
        event("clash", where=("idlib",)),
        claim("c", entry(killed="3"), about="raid"),
        claim("no", denies="a/c", by="front"),
        filter=Filter(place="market"),
    )
    assert [shown(total.range) for total in found.totals] == ["3 contested"] * 2


def as_row(total) -> tuple:
    return total.quantity, total.who, total.range, len(total.counted), len(total.uncounted), total.origins


plain = examples(60)


@plain
@given(sites())
def test_the_choice_of_everything_has_the_totals_of_the_site(site: Site):
    found = Findings(site)
    everything = found.select(Filter())
    assert list(map(as_row, everything.totals)) == list(map(as_row, found.totals))
    assert everything.event_keys == tuple(entry.event.key for entry in found.timeline)
    assert sorted(use.key for use in everything.figures) == sorted(use.key for use in found.figures)
    for total, same in zip(everything.totals, found.totals, strict=True):
        assert sorted(out.use.key for out in total.left_out) == sorted(out.use.key for out in same.left_out)


@plain
@given(sites(), st.data())
def test_totals_of_a_choice_are_the_sums_of_its_events(site: Site, data: st.DataObject):
    found = Findings(site)
    whole = [key for key in found.traits if key not in found.index.parents]  # parts of these are counted in them
    chosen = data.draw(st.lists(st.sampled_from(whole), unique=True))
    alone = [total for key in chosen for total in Selection(found, [key], []).totals]
    together = Selection(found, chosen, []).totals
    assert {(total.quantity, total.who) for total in together} == {(total.quantity, total.who) for total in alone}
    for total in together:
        parts = [part for part in alone if (part.quantity, part.who) == (total.quantity, total.who)]
        ranges = [part.range for part in parts if part.range]
        assert total.range == added(ranges)
        assert total.origins == frozenset().union(*(part.origins for part in parts))
        assert len(total.counted) == len(ranges)
        assert len(total.uncounted) + len(total.words) == len(parts) - len(ranges)


@plain
@given(sites(), st.data())
def test_the_order_in_which_events_are_chosen_changes_nothing(site: Site, data: st.DataObject):
    found = Findings(site)
    chosen = data.draw(st.lists(st.sampled_from(list(found.traits))))
    shuffled = data.draw(st.permutations([*chosen, *chosen]))
    one, other = Selection(found, chosen, []), Selection(found, shuffled, [])
    assert one.event_keys == other.event_keys
    assert [use.key for use in one.figures] == [use.key for use in other.figures]
    assert list(map(as_row, one.totals)) == list(map(as_row, other.totals))
    assert one.slugs == other.slugs


@plain
@given(sites(), st.sampled_from(["killed", "injured"]))
def test_an_outcome_leaves_the_totals_of_that_outcome(site: Site, outcome: str):
    found = Findings(site)
    only = found.select(Filter(outcome=outcome))
    assert list(map(as_row, only.totals)) == [as_row(total) for total in found.totals if total.outcome == outcome]
    assert {use.outcome for use in only.figures} <= {outcome}


# Whole sites, chosen from and counted a second time


@cache
def whole(name: str) -> Findings:
    return Findings(read_site(CONTENTS[name]))


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_filters_choose_what_a_second_reading_of_the_files_chooses(name: str):
    found, plainly = whole(name), PlainChoice(CONTENTS[name])
    for choice in random_filters(found, 300, seed=3):
        chosen = found.select(choice)
        assert set(chosen.event_keys) == plainly.events(choice), choice
        figures = {(*use.claim.key.split("/"), use.entry, use.outcome) for use in chosen.cumulative}
        assert figures == plainly.figures(choice), choice


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_what_filters_choose_is_counted_as_the_inspection_does(name: str):
    found, plainly, told = whole(name), PlainChoice(CONTENTS[name]), Told(whole(name).site)
    recount = Recount(told)
    for number, choice in enumerate(random_filters(found, 300, seed=4)):
        scope = f"choice:{number}"
        told.choices[scope] = plainly.events(choice)
        chosen = {
            (total.outcome, total.unit, total.who): (
                bounds(total.range),
                {one.event for one, _ in total.counted},
                {one.event for one in total.uncounted},
                total.origins,
            )
            for total in found.select(choice).totals
        }
        again = {
            (outcome, unit, row): (bounds(total.count), {*total.ranges}, {*total.uncounted_events}, total.origins)
            for outcome, unit, row in product(OUTCOMES if choice.outcome is None else [choice.outcome], UNITS, ROWS)
            if (total := recount.total(scope, outcome, unit, row))
        }
        assert chosen == again, choice


def bounds(range: Range | Count | None) -> tuple[int, int, bool, bool] | None:
    return (range.low, range.high, range.open, range.approximate) if range else None


def test_a_choice_of_an_outcome_leaves_out_what_the_whole_leaves_out():
    """People killed or injured of an event of which the killed and the injured are counted each, whatever is chosen."""
    found = select(
        event("raid"),
        event("clash"),
        claim("each", entry(killed="3", injured="5"), about="raid"),
        claim("both", entry(**{"killed-or-injured": "9"}), about="raid", by="front"),
        claim("other", entry(**{"killed-or-injured": "4"}), about="clash"),
        filter=Filter(outcome="killed-or-injured"),
    )
    assert [(shown(total.range), [out.reason for out in total.left_out]) for total in found.totals] == [
        ("4", ["told-apart"])
    ] * 2
