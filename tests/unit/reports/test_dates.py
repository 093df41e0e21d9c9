"""EDTF levels 0 and 1: what each form says, and our reading held against the ``edtf`` package."""

from datetime import date

import edtf
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException

from reports.edtf import DateError, parse_date
from tests.helpers.content import Content


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-10", "2016-10-01", "2016-10-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2016-10-04", "2016-10-04", "2016-10-04"),
        ("2016-10-04T23:59:59Z", "2016-10-04", "2016-10-04"),
        ("2016-10-04T08:30:00", "2016-10-04", "2016-10-04"),
        ("2016-10-04T08:30:00+03:00", "2016-10-04", "2016-10-04"),
        ("2016-10-04T08:30:00-03", "2016-10-04", "2016-10-04"),
        ("2016-10-04~", "2016-10-04", "2016-10-04"),
        ("2016-10?", "2016-10-01", "2016-10-31"),
        ("2016%", "2016-01-01", "2016-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("00XX", "0001-01-01", "0099-12-31"),
        ("2016-XX", "2016-01-01", "2016-12-31"),
        ("2016-10-XX", "2016-10-01", "2016-10-31"),
        ("2016-XX-XX", "2016-01-01", "2016-12-31"),
        ("2016-21", "2016-03-01", "2016-05-31"),
        ("2016-22", "2016-06-01", "2016-08-31"),
        ("2016-23", "2016-09-01", "2016-11-30"),
        ("2016-24", "2016-12-01", "2017-02-28"),
        ("2015-24", "2015-12-01", "2016-02-29"),
        ("2016-09/2016-10-04", "2016-09-01", "2016-10-04"),
        ("2016-09~/2016-10-04?", "2016-09-01", "2016-10-04"),
        ("2016-10-01/2016-10-01", "2016-10-01", "2016-10-01"),
        ("2016-10-15/2016-10", "2016-10-15", "2016-10-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_each_form_lies_between_its_days(text, earliest, latest):
    """A date's bounds are the first and the last day on which it can lie."""
    when = parse_date(text)
    assert (str(when.earliest), str(when.latest)) == (earliest, latest)
    assert str(when) == text


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "open_start", "open_end"),
    [
        ("2016-09/..", date(2016, 9, 1), None, False, True),
        ("2016-09/", date(2016, 9, 1), None, False, False),
        ("../2016-09", None, date(2016, 9, 30), True, False),
        ("/2016-09", None, date(2016, 9, 30), False, False),
    ],
)
def test_an_open_end_is_not_an_unknown_one(text, earliest, latest, open_start, open_end):
    """``..`` is an end that is open, nothing is one that is not known; neither has a day."""
    when = parse_date(text)
    assert (when.earliest, when.latest) == (earliest, latest)
    assert (when.open_start, when.open_end, when.interval) == (open_start, open_end, True)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [("2016", False, False), ("2016?", True, False), ("2016~", False, True), ("2016%", True, True),
     ("2016-09~/2016-10-04", False, True), ("2016-09/2016-10?", True, False)],
)  # fmt: skip
def test_qualifiers(text, uncertain, approximate):
    """``?`` is uncertain, ``~`` approximate, ``%`` both; an interval is so where an end is."""
    when = parse_date(text)
    assert (when.uncertain, when.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2016-10-04", "day"), ("2016-10", "month"), ("2016-10-XX", "month"), ("2016-23", "season"), ("2016", "year"),
     ("2016-XX", "year"), ("201X", "decade"), ("20XX", "century")],
)  # fmt: skip
def test_precision(text, precision):
    """A date is as exact as it was written."""
    assert parse_date(text).start.precision == precision


@pytest.mark.parametrize(
    "text",
    ["2016-10-04T22:30", "2016-10-04T22:30:15", "2016-10-04T00:00Z", "2016-10-04T22:30+03", "2016-10-04T22:30+05:30"],
)
def test_a_time_of_day_may_be_short(text):
    """A time has hours and minutes, seconds and a zone where somebody gave them; its day is what a date is of."""
    when = parse_date(text)
    assert (str(when), when.exact_day, when.start.time) == (text, date(2016, 10, 4), text[11:])


def begins_after(one: str, other: str) -> bool:
    begins, ends = parse_date(one).begins, parse_date(other).ends
    return begins is not None and ends is not None and ends <= begins


@pytest.mark.parametrize(
    ("one", "other"),
    [("2016-10-05", "2016-10-04"), ("2016-11", "2016-10-31"), ("2016-10-04T18:00", "2016-10-04T17:59"),
     ("2016-10-04T18:00:01", "2016-10-04T18:00:00"), ("2016-10-05", "2016-10-04T23:59"),
     ("2016-10-05T00:00", "2016-10-04"), ("2016-10-04T18:00Z", "2016-10-04T20:30+03:00"),
     ("2016-10-05/2016-10-07", "2016-10-01/2016-10-04"), ("2016-10-05/..", "../2016-10-04"),
     ("9999-12-31", "9999-12-30T12:00")],
)  # fmt: skip
def test_what_begins_after_another_ends(one, other):
    """Times of day count, in UTC; a time that says no zone is taken for one of UTC."""
    assert begins_after(one, other)
    assert not begins_after(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("2016-10-04", "2016-10-04"), ("2016-10-04T18:00", "2016-10-04"), ("2016-10-04T18:00:30", "2016-10-04T18:00"),
     ("2016-10-04T18:00Z", "2016-10-04T18:00"), ("2016-10-04T18:00+03:00", "2016-10-04T15:00Z"),
     ("2016-10", "2016-10-15"), ("2016-10-01/2016-10-05", "2016-10-03"), ("2016-09/..", "2016-10"),
     ("0001-01-01T00:00+14:00", "0001-01-01")],
)  # fmt: skip
def test_what_may_be_of_one_time_is_neither_before_nor_after(one, other):
    """What overlaps, and what does not end, is not told apart."""
    assert not begins_after(one, other)
    assert not begins_after(other, one)


def test_only_one_certain_day_is_an_exact_day():
    """What is uncertain, approximate, longer or an interval has no one day whose weekday could be checked."""
    assert parse_date("2016-10-04").exact_day == date(2016, 10, 4)
    for text in ("2016-10-04~", "2016-10-04?", "2016-10", "2016-10-04/2016-10-04", "2016-10-04/.."):
        assert parse_date(text).exact_day is None


@pytest.mark.parametrize(
    "text",
    ["", "x", "16-10-04", "2016-1-4", "2016/10/04", "04-10-2016", "2016-13", "2016-00", "2016-02-30", "2015-02-29",
     "2016-10-32", "2016-10-00", "0000", "2016-25", "2016-20", "2016-21-01", "2X16", "2XXX", "XXXX", "201X-10",
     "2016-XX-04", "2016-10-X4", "2016 ", " 2016", "2016-10-04T25:00:00", "2016-10-04T24:00", "2016-10-04T10", "2016-10-04T10:60", "2016-10-04T10:00+15",
     "2016-10-04T1:00", "2016-10T10:00:00",
     "2016-10-04?~", "?2016", "2016-~10", "2016-10-04/2016-10-01", "2016-11/2016-10", "/", "../..", "..", "../",
     "2016/2017/2018", "2016-10-04T10:00:00Z/2016-10-05",
     "٢٠١٦", "2016-10-04\n", "today", "[2016,2017]", "2016-09//"],
)  # fmt: skip
def test_what_is_no_date_of_these_levels_is_refused(text):
    """Level 2, other notations, days that no calendar has and intervals that run backwards are no dates here."""
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize("text", ["Y170000002", "-0044", "Y-170000002"])
def test_years_outside_four_digits_are_refused(text):
    """Level 1 also has years before 1 and after 9999. No report needs one: they are refused, not misread."""
    with pytest.raises(DateError):
        parse_date(text)


#: Forms in which the package agrees. It cannot be the oracle for these, which are held by hand above:
#: - winter, which it ends on 31 December of its year, though the months that follow belong to it;
#: - ``00XX``, whose first year, 0, Python's calendar has not;
#: - an unknown start (``/2016-09``), for which it counts ten years back; and open ends, which it gives as infinite.
AGREED = (
    ["2016", "1999?", "2016~", "2016%", "2016-01", "2016-02", "2015-02", "2016-12", "2016-10-04", "2016-02-29",
     "2016-10~", "2016-10-04?", "2016-10-04~", "2016-10-04%", "201X", "20XX", "2016-XX", "2016-10-XX", "2016-XX-XX",
     "2016-21", "2016-22", "2016-23", "2016-09/2016-10-04", "2016/2017", "2016-09~/2016-10-04?",
     "2016-10-04T10:11:12Z",
     "2016-10-04T10:11:12", "2016-10-04T10:11:12+03:00", "2015-02-28/2016-03"]
)  # fmt: skip


@pytest.mark.parametrize("text", AGREED)
def test_bounds_are_those_of_the_edtf_package(text):
    """Where the package reads a form rightly, we read it alike."""
    theirs, ours = edtf.parse_edtf(text), parse_date(text)
    assert tuple(theirs.lower_strict()[:3]) == tuple(ours.earliest.timetuple()[:3])
    assert tuple(theirs.upper_strict()[:3]) == tuple(ours.latest.timetuple()[:3])


@pytest.mark.parametrize(
    "text", ["2016-02-30", "2016-13", "2016-10-32", "2016-1-4", "x", "2016-10-XX-1", "2016/2017/2018"]
)
def test_what_the_package_refuses_we_refuse(text):
    """What is no date for the package is none for us. (Level 2, which it reads, we do not.)"""
    with pytest.raises((EDTFParseException, ValueError)):
        edtf.parse_edtf(text)
    with pytest.raises(DateError):
        parse_date(text)


def test_the_package_ends_winter_too_early():
    """Winter 2016 goes on into 2017: here we differ from the package, on purpose."""
    assert tuple(edtf.parse_edtf("2016-24").upper_strict()[:3]) == (2016, 12, 31)
    assert parse_date("2016-24").latest == date(2017, 2, 28)


def test_covering():
    """A date covers another where it has every day on which the other can lie."""
    month, day, since = (parse_date(text) for text in ("2016-10", "2016-10-04", "2016-10/.."))
    assert month.covers(day)
    assert since.covers(month)
    assert since.covers(parse_date("2017/.."))
    assert not day.covers(month)
    assert not month.covers(since)
    assert not month.covers(parse_date("2016-09-30"))


def test_order_in_time():
    """Events stand by their first possible day, then by their last; an open start comes first, an open end last."""
    texts = ["2016-10/..", "2016-10", "2016-10-01", "../2016-09", "2016-09-30", "2016"]
    ordered = sorted(map(parse_date, texts), key=lambda when: when.sort_key)
    assert [str(when) for when in ordered] == [
        "../2016-09",
        "2016",
        "2016-09-30",
        "2016-10-01",
        "2016-10",
        "2016-10/..",
    ]


def test_a_bad_date_is_an_error_where_it_stands(content: Content):
    """In records and in marks: what is wrong, where, and what an EDTF date looks like."""
    content.report(
        record="""\
        published: ‸2016-13-01
        publisher: outlet
        retrieved: ‸yesterday
        events: {raid: {type: shelling, when: ‸4.10.2016}}
        claims: {toll: {casualties: [{killed: 3, scope: cumulative, period: ‸2016-10/2016-09}]}}
        """,
        ar='[حدث]{.raid} [قول]{.toll} يوم [كذا]{‸when=2016-02-30} و[كذا]{.aleppo ‸when="the day"}',
    ).expect(
        "`when`: '2016-02-30' is no day of the calendar; write an EDTF date such as 2016-10-04",
        "`when`: 'the day' is not a date",
        "`published`: '2016-13-01' is no day of the calendar",
        "`retrieved`: 'yesterday' is not a date; write an EDTF date",
        "`when`: '4.10.2016' is not a date",
        "`period`: the interval '2016-10/2016-09' ends before it begins",
    )


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("10:00", "write the day with the time, as one, such as 2016-10-04T22:30"),
        ("T22:30", "write the day with the time, as one, such as 2016-10-04T22:30"),
        ("9:05", "write the day with the time, as one, such as 2016-10-04T22:30"),
        ("2016-10-04 22:30", "write day and time as one: 2016-10-04T22:30"),
        ("2016-10-04T9:05", "write day and time as one: 2016-10-04T09:05"),
        ("2016-10-04 9:05Z", "write day and time as one: 2016-10-04T09:05Z"),
        ("2016-10-04 24:00", "write an EDTF date such as 2016-10-04"),
        ("2016-10-04T22", "write an EDTF date such as 2016-10-04"),
    ],
)
def test_a_time_of_day_is_written_with_its_day(content: Content, written: str, hint: str):
    """In records and in marks the author is told how."""
    content.report(
        record=f"events: {{raid: {{type: shelling, when: 2016}}}}\nclaims: {{c: {{as-of: ‸{written}}}}}\n",
        ar=f'[حدث]{{.raid}} [قول]{{.c}} [كذا]{{.aleppo ‸when="{written}"}}',
    ).expect(*[f"{key}: '{written}' is not a date; {hint}" for key in ("`when`", "`as-of`")])
