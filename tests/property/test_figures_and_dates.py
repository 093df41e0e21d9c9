"""Whatever the figure or the date, these hold."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from findings.precision import date_precision
from reports.edtf import DateError, parse_date
from reports.figure_notation import WORDS, FigureError, parse_figure
from tests.property.strategies import date_like, date_texts, days, figure_texts, moments


@given(figure_texts())
def test_a_figure_is_written_as_it_was_read(text):
    """Reading and writing a figure gives it back, letter for letter."""
    assert str(parse_figure(text)) == text
    assert parse_figure(str(parse_figure(text))) == parse_figure(text)


@given(figure_texts())
def test_a_figures_bounds(text):
    """Both bounds or neither; from low to high; a figure that nobody counted has no flag."""
    figure = parse_figure(text)
    assert (figure.low is None) == (figure.high is None) == (text == "some")
    if figure.counted:
        assert 0 <= figure.low <= figure.high
    else:
        assert not figure.open
        assert not figure.approximate


@given(figure_texts())
def test_a_figures_meaning(text):
    """``~`` makes it approximate, ``+`` open, and the digits are the number."""
    figure = parse_figure(text)
    if text in WORDS or text == "some":
        return
    assert (figure.approximate, figure.open) == (text.startswith("~"), text.endswith("+"))
    ends = {int(digits) for digits in re.findall("[0-9]+", text)}
    assert {figure.low, figure.high} == ends | ({0} if text.startswith("..") else set())


@given(st.one_of(st.text(), st.text(alphabet="0123456789+-~ ٣.,", max_size=8)))
def test_junk_is_no_figure(text):
    """Anything is either a figure of the written forms or refused; nothing is guessed."""
    forms = r"~?(0|[1-9][0-9]{0,8})\+?|(0|[1-9][0-9]{0,8})-(0|[1-9][0-9]{0,8})|tens|dozens|hundreds|thousands|some"
    forms += r"|\.\.(0|[1-9][0-9]{0,8})"
    try:
        figure = parse_figure(text)
    except FigureError:
        good = re.fullmatch(forms, text)
        assert good is None or int(good[2]) > int(good[3])
    else:
        assert re.fullmatch(forms, text)
        assert figure.written == text


@given(st.one_of(st.text(), date_like, date_texts()))
def test_a_date_is_read_or_refused(text):
    """No text breaks the reading of dates; what is read has its bounds in order and is written as it was."""
    try:
        when = parse_date(text)
    except DateError:
        return
    assert str(when) == text
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert 1 <= date_precision(when) <= 5
    assert when.covers(when)


@given(moments())
def test_every_date_of_these_levels_is_read(text):
    """Each form that the levels have is a date with two bounds."""
    when = parse_date(text)
    assert when.earliest <= when.latest
    assert when.start is when.end
    assert when.uncertain == (text[-1] in "?%")
    assert when.approximate == (text[-1] in "~%")


@given(moments(), moments())
def test_an_interval_is_read_unless_it_runs_backwards(first, last):
    """An interval runs from its first date's first day to its last date's last day."""
    start, end = parse_date(first), parse_date(last)
    try:
        when = parse_date(f"{first}/{last}")
    except DateError:
        assert end.earliest < start.earliest or end.latest < start.latest
    else:
        assert (when.earliest, when.latest) == (start.earliest, end.latest)


@given(days)
def test_a_day_is_itself(day):
    """A calendar day is read as that day, of known weekday, inside its month, decade and century."""
    when = parse_date(day.isoformat())
    assert when.earliest == when.latest == when.exact_day == day
    for longer in (f"{day:%m}", "XX"):
        assert parse_date(f"{day.year:04}-{longer}").covers(when)
    for longer in (f"{day.year:04}", f"{day.year // 10:03}X", f"{day.year // 100:02}XX"):
        assert parse_date(longer).covers(when)


@given(date_texts(), date_texts(), date_texts())
def test_covering_is_an_order(a, b, c):
    """What covers what covers a date covers the date; two that cover each other have the same days."""
    try:
        a, b, c = parse_date(a), parse_date(b), parse_date(c)
    except DateError:
        assume(False)
    if a.covers(b) and b.covers(c):
        assert a.covers(c)
    if a.covers(b) and b.covers(a):
        assert (a.earliest, a.latest) == (b.earliest, b.latest)


@given(st.lists(date_texts(), max_size=8), st.randoms())
def test_dates_have_one_order(texts, random):
    """However dates come, they are sorted in one way; none is before itself."""
    dates = []
    for text in texts:
        try:
            dates.append(parse_date(text))
        except DateError:
            continue
    ordered = sorted(dates, key=lambda when: when.sort_key)
    random.shuffle(dates)
    assert sorted(dates, key=lambda when: when.sort_key) == ordered
    earliest = [when.earliest for when in ordered if when.earliest]
    assert earliest == sorted(earliest)
