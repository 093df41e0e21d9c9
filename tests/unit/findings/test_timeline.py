"""The timeline: events in order of time, with the claims about each and who stands behind it."""

from findings import Findings
from tests.helpers.records import claim, entry, event, findings, report, site


def keys(site, slug=None):
    return [told.event.key for told in findings(site, slug).timeline]


def behind(site, slug=None):
    """Who stands behind each event, and whether that is the report itself."""
    return [([origin.id for origin in told.origins], told.by_report) for told in findings(site, slug).timeline]


def test_events_stand_by_their_bounds():
    """By the first possible day, then the last; open starts first, open ends last; the same days by key."""
    found = site(
        report(
            "a",
            event("later", when="2016-10-05"),
            event("since", when="2016-10-04/.."),
            event("month", when="2016-10"),
            event("day", when="2016-10-04"),
            event("also", when="2016-10-04"),
            event("until", when="../2016-10-04"),
            event("about", when="2016-10-04~"),
        )
    )
    assert keys(found) == [f"a/{id}" for id in ("until", "month", "also", "day", "about", "since", "later")]


def test_of_one_day_a_whole_stands_before_its_parts():
    """With its parts right behind it, and theirs; what happened on an earlier day stays before it."""
    found = site(
        report(
            "a",
            event("wave", when="2016-10-04~"),
            event("hit", when="2016-10-04", part_of="wave"),
            event("burning", when="2016-10-04T10:00", part_of="hit"),
            event("clash", when="2016-10-04"),
            event("first", when="2016-10-03", part_of="wave"),
            event("after", when="2016-10-05", part_of="wave"),
            event("battle", when="2016-10-04/2016-10-06"),
            event("assault", when="2016-10-04", part_of="battle"),
            event("truce", when="2016-10-04/2016-10-07"),
        )
    )
    order = ("first", "clash", "wave", "hit", "burning", "battle", "assault", "truce", "after")
    assert keys(found) == [f"a/{id}" for id in order]


def test_a_part_stands_by_its_own_days_where_its_whole_is_not_told():
    found = site(
        report(
            "a", event("battle", when="2016-10-04/2016-10-06"), event("assault", when="2016-10-04", part_of="battle")
        ),
        report("b", event("assault", same_as="a/assault"), event("march", when="2016-10-04/2016-10-05")),
    )
    assert keys(found, "b") == ["a/assault", "b/march"]
    assert keys(found) == ["b/march", "a/battle", "a/assault"]


def test_an_event_of_two_reports_stands_once():
    """In the site's timeline and in that of each report that tells it, always as the declaring report's."""
    found = site(
        report("b", event("hit", same_as="a/raid"), event("own", when="2016-10-01")), report("a", event("raid"))
    )
    assert keys(found) == ["b/own", "a/raid"]
    assert keys(found, "b") == ["b/own", "a/raid"]
    assert keys(found, "a") == ["a/raid"]
    (told,) = findings(found, "a").timeline
    assert told.event.tellings == (("a", "raid"), ("b", "hit"))
    assert (told.event.report, told.event.event.types) == ("a", ("shelling",))


def test_claims_about_an_event_are_those_in_scope():
    """A report's timeline has its own claims; the site's has all of them, and a denial is one."""
    found = site(
        report("a", event("raid"), claim("x", about="raid"), claim("other")),
        report("b", event("hit", same_as="a/raid"), claim("y", about="hit"), claim("no", about="hit", denies="a/x")),
    )
    assert [[c.key for c in told.claims] for told in findings(found).timeline] == [["a/x", "b/y", "b/no"]]
    assert [[c.key for c in told.claims] for told in findings(found, "b").timeline] == [["b/y", "b/no"]]


def test_who_stands_behind_an_event():
    """The origins of the claims about it, each once; the report itself where no claim is about it."""
    found = site(
        report(
            "a",
            event("one"),
            event("two", when="2016-10-05"),
            event("three", when="2016-10-06"),
            claim("x", about="one", by="medic"),
            claim("y", about="one", by="medic", via=("agency",)),
            claim("z", about=("one", "two"), identified="unattributed"),
        )
    )
    assert behind(found) == [(["medic", None], False), ([None], False), (["outlet"], True)]


def test_who_denies_an_event_does_not_stand_behind_it():
    """An event that is only denied has nobody behind it, and is not the report's own statement."""
    found = site(report("a", event("raid"), claim("no", about="raid", by="army", stance="denies")))
    assert behind(found) == [([], False)]


def test_voices_of_one_source_are_one_behind_an_event():
    """They are named each, and count once."""
    found = site(report("a", event("raid"), *(claim(by, about="raid", by=by) for by in ("bureau", "editor", "medic"))))
    (told,) = findings(found).timeline
    assert [origin.id for origin in told.origins] == ["radio", "medic"]
    assert told.speakers == ("bureau", "editor", "medic")


def test_an_event_is_background_where_every_report_in_scope_says_so():
    found = site(report("a", event("raid", background=True), event("own")), report("b", event("hit", same_as="a/raid")))
    assert [told.background for told in findings(found, "a").timeline] == [False, True]
    assert [told.background for told in findings(found).timeline] == [False, False]
    assert findings(found, "a").days == findings(site(report("a", event("own"))), "a").days


def test_every_report_that_tells_an_event_stands_behind_it():
    """Where no claim in scope is about it: the publishers of the reports in scope that tell it, each once."""
    found = site(
        report("a", event("raid")),
        report("b", event("raid", same_as="a/raid"), publisher="radio"),
        report("c", event("raid", same_as="a/raid"), publisher="radio"),
    )
    assert behind(found) == [(["outlet", "radio"], True)]
    assert behind(found, "b") == [(["radio"], True)]


def test_titles():
    """The record's title; an event told elsewhere falls back on the declaring report's."""
    from reports.model import Words

    found = site(
        report("a", event("raid", title=Words("غارة", "Raid"))),
        report("b", event("hit", same_as="a/raid", title=Words("ضربة", None)), event("bare")),
    )
    index = Findings(found).index
    assert (index.title("b", "hit", "ar"), index.title("b", "hit", "en")) == ("ضربة", "Raid")
    assert index.title("b", "bare", "ar") is None


def test_days_and_place():
    """The days that a report's bounded events name, and the smallest place that holds all their places."""
    from reports.model import Place
    from tests.helpers.records import registry, source, words

    places = registry(
        Place("country", words("country"), "country"),
        Place("city", words("city"), "city", within="country"),
        Place("east", words("east"), "area", within="city"),
        Place("west", words("west"), "area", within="city"),
        source("outlet"),
    )
    found = site(
        report(
            "a", event("x", where=("east",), when="2016-10"), event("y", where=("west", "city"), when="2016-09-30/..")
        ),
        report("b", event("x", where=("east",))),
        report("c", event("x", when="../2016")),
        registry=places,
    )
    assert [findings(found, slug).place for slug in "abc"] == ["city", "east", None]
    assert [str(day) for day in findings(found, "a").days] == ["2016-10-01", "2016-10-31"]
    assert findings(found, "c").days is None


def test_counting_needs_no_order():
    """A figure's event may be declared by a report that is read later."""
    found = site(
        report("b", event("hit", same_as="a/raid"), claim("c", entry(killed="1"), about="hit")),
        report("a", event("raid")),
    )
    assert [event for event, _ in findings(found).counts] == ["a/raid"]


def test_days_are_those_of_events_dated_to_the_day():
    """An event of "about October" does not stretch a report of the fourth to the end of the month."""
    found = site(report("a", event("x", when="2016-10-04"), event("y", when="2016-10~"), event("z", when="2016-09/..")))
    assert [str(day) for day in findings(found, "a").days] == ["2016-10-04", "2016-10-04"]
