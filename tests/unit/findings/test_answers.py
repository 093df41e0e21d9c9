"""What an event comes to, line by line: whose word each number is, and how the sources stand to each other."""

import pytest

from findings import Findings, Index, history, main_event
from tests.helpers.records import claim, document, entry, event, findings, report, shown, site


def answer(*claims, **fields):
    """The first answer of the event ``raid``, of which one report tells these claims."""
    return findings(site(report("a", event("raid", **fields), *claims))).answer("a/raid").main


def killed(id, figure, by, **fields):
    """A claim of people killed in the raid."""
    who = {name: fields.pop(name) for name in ("who", "of", "part") if name in fields}
    return claim(id, entry(killed=figure, **who), about="raid", by=by, **fields)


def lines(answer):
    """Each line as its kind, its claims and its range."""
    return [(line.kind, [one.key.partition("/")[2] for one in line.claims], shown(line.range)) for line in answer.lines]


def test_one_origin_is_one_line_however_many_relay_it():
    """Its range is that of all its wordings; a voice of a source is that source."""
    found = answer(killed("one", "45", "radio"), killed("two", "45+", "bureau"), killed("three", "21", "monitor"))
    assert lines(found) == [("whole", ["three"], "21"), ("whole", ["one", "two"], "45+")]
    assert len(found.origins) == 2


def test_two_who_speak_together_are_another_origin_than_each_of_them():
    found = answer(killed("one", "4", "radio"), killed("both", "4", ("radio", "monitor")))
    assert lines(found) == [("whole", ["both"], "4"), ("whole", ["one"], "4")]


def test_who_counts_a_part_gives_no_number_or_was_replaced_has_a_line_of_its_own_kind():
    found = answer(
        killed("whole", "9", "radio"),
        killed("part", "3", "monitor", part="ward"),
        killed("some", "some", "agency"),
        killed("early", "5", "medic", as_of="2016-10-04"),
        killed("late", "7", "medic", as_of="2016-10-06"),
    )
    assert lines(found) == [
        ("whole", ["late"], "7"),
        ("whole", ["whole"], "9"),
        ("part", ["part"], "3"),
        ("some", ["some"], None),
        ("superseded", ["early"], "5"),
    ]
    assert found.lines[-1].by.key == "a/late"


@pytest.mark.parametrize(
    ("claims", "standing"),
    [
        ([killed("a1", "9", "radio")], "same"),
        ([killed("a1", "9", "radio"), killed("a2", "9", "monitor")], "same"),
        ([killed("a1", "9", "radio"), killed("a2", "11", "monitor")], "differ"),
        ([killed("a1", "9", "radio"), killed("a2", "9", "radio"), killed("a3", "~9", "radio")], "same"),
        ([killed("a1", "30", "radio"), killed("a2", "dozens", "monitor")], "vague"),
        ([killed("a1", "30+", "radio"), killed("a2", "tens", "monitor")], "vague"),
        ([killed("a1", "9", "radio"), killed("a2", "3", "monitor", part="ward")], "part"),
        ([killed("a1", "3", "radio", part="ward"), killed("a2", "4", "monitor", part="court")], "added"),
        ([killed("a1", "some", "radio")], "uncounted"),
    ],
)  # fmt: skip
def test_how_the_sources_stand_to_each_other(claims, standing):
    assert answer(*claims).standing == standing


def test_what_was_counted_stands_before_what_was_not():
    found = findings(site(report("a", event("raid"), claim("c", entry(killed="some", injured="4"), about="raid"))))
    assert [one.quantity.outcome for one in found.answer("a/raid").answers] == ["injured", "killed"]


def test_an_event_without_numbers_has_who_says_it_and_who_denies_it():
    found = findings(
        site(
            report("a", event("raid"), claim("c", about="raid", by="radio")),
            report("b", claim("d", denies="a/c", by="army", denies_what="event")),
        )
    ).answer("a/raid")
    assert found.main is None
    assert [origin.key for origin in found.entry.origins] == ["radio"]
    assert [denial.key for denial in found.denials] == ["b/d"]
    assert found.contested


def test_a_discounted_event_answers_nothing_and_keeps_what_was_said():
    found = findings(site(report("a", event("raid", grade="discounted"), killed("c", "9", "radio")))).answer("a/raid")
    assert found.main is None
    assert [use.claim.key for use in found.discounted] == ["a/c"]


def test_who_is_blamed_by_whom():
    blaming = [
        claim(id, entry(killed="1", blames="army"), about="raid", by=by) for id, by in (("c", "radio"), ("d", "medic"))
    ]
    found = findings(site(report("a", event("raid"), *blaming))).answer("a/raid")
    assert [(actor, [one.key for one in claims]) for actor, claims in found.blamed] == [("army", ["a/c", "a/d"])]


def test_a_history_is_told_where_counts_were_made_one_after_the_other():
    """By when each was said: itself, in its document, or in its report."""
    parts = [
        document("page", published="2016-10-05"),
        killed("last", "9", "radio", as_of="2016-10-06"),
        killed("first", "4", "radio", as_of="2016-10-04"),
        killed("read", "7", "monitor", documents="page"),
    ]
    made = site(report("a", event("raid"), *parts))
    told = history(Index(made), Findings(made).answer("a/raid").main)
    assert [(one.when.text, one.count.claim.key) for one in told] == [
        ("2016-10-04", "a/first"),
        ("2016-10-05", "a/read"),
        ("2016-10-06", "a/last"),
    ]
    assert not history(Index(made), answer(killed("one", "4", "radio"), killed("two", "5", "monitor")))


@pytest.mark.parametrize(
    ("events", "main", "found"),
    [
        ([event("raid"), event("siege")], None, "a/raid"),
        ([event("raid", background=True), event("siege")], None, "a/siege"),
        ([event("raid", background=True)], None, "a/raid"),
        ([event("raid"), event("siege")], "siege", "a/siege"),
        ([event("raid", same_as="b/attack")], None, "b/attack"),
        ([], None, None),
    ],
)
def test_the_event_that_a_report_is_about(events, main, found):
    made = site(report("a", *events, main=main), report("b", event("attack")))
    assert main_event(Index(made), "a") == found


def test_other_names_of_an_event_lead_to_its_one_page():
    made = site(
        report("a", event("raid", former=("strike", "A/7", "../up"), code="SY-1")),
        report("b", event("attack", same_as="a/raid"), event("strike")),
    )
    assert Index(made).moved == {
        "b/attack": "a/raid", "a/SY-1": "a/raid", "a/strike": "a/raid", "a/A/7": "a/raid",
    }  # fmt: skip
