"""The days on which something happened: those that events are dated to, and no others."""

from datetime import date

from tests.helpers.records import event, findings, report, site


def found(*events):
    return {
        day.day: [entry.event.key for entry in day.entries] for day in findings(site(report("a", *events))).calendar
    }


def test_an_event_is_on_the_day_that_it_is_dated_to():
    """With a time of day, and also where the date is uncertain: the page of the day says so."""
    days = found(
        event("one", when="2016-10-04"), event("two", when="2016-10-04?"), event("three", when="2016-10-05T09:30:00")
    )
    assert {day: sorted(keys) for day, keys in days.items()} == {
        date(2016, 10, 4): ["a/one", "a/two"],
        date(2016, 10, 5): ["a/three"],
    }


def test_an_event_of_several_days_is_on_none():
    """Nor one of a month or with an open end: a day in the calendar says that something happened on it."""
    assert not found(
        event("two-days", when="2016-10-04/2016-10-05"),
        event("month", when="2016-10"),
        event("since", when="2016-10-04/.."),
        event("about", when="2016-10-04/2016-10"),
    )


def test_days_follow_each_other_and_name_the_reports_once():
    told = findings(
        site(
            report(
                "a",
                event("raid", when="2016-10-05"),
                event("fire", when="2016-10-05"),
                event("shot", when="2016-10-01"),
            ),
            report("b", event("hit", same_as="a/raid")),
        )
    )
    days = told.calendar
    assert [day.day.day for day in days] == [1, 5]
    assert sorted(days[1].reports) == ["a", "b"]
    assert [len(day.entries) for day in days] == [1, 2]
