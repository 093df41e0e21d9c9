"""Figures as the report format's table writes them."""

import pytest

from reports.figure_notation import Figure, FigureError, parse_figure
from tests.helpers.content import Content


@pytest.mark.parametrize(
    ("written", "low", "high", "open", "approximate"),
    [
        ("10", 10, 10, False, False),
        ("0", 0, 0, False, False),
        ("~20", 20, 20, False, True),
        ("400+", 400, 400, True, False),
        ("~170+", 170, 170, True, True),
        ("5-7", 5, 7, False, False),
        ("0-100", 0, 100, False, False),
        ("7-7", 7, 7, False, False),
        ("tens", 10, 10, True, True),
        ("dozens", 12, 12, True, True),
        ("hundreds", 100, 100, True, True),
        ("thousands", 1000, 1000, True, True),
    ],
)
def test_each_form_means_what_the_table_says(written, low, high, open, approximate):
    """Every form has the low, high and flags of the format's table, and keeps how it was written."""
    assert parse_figure(written) == Figure(written, low, high, open, approximate)
    assert parse_figure(written).counted


def test_some_is_not_counted_and_never_zero():
    """``some``: reported, not counted; it has no number at all."""
    figure = parse_figure("some")
    assert (figure.low, figure.high, figure.counted) == (None, None, False)
    assert figure != parse_figure("0")


@pytest.mark.parametrize("word", ["tens", "some"])
def test_a_word_is_shown_as_the_word(word):
    """A figure that is a word says which, a number says that it is none."""
    assert parse_figure(word).word == word
    assert parse_figure("10").word is None


@pytest.mark.parametrize(
    "written",
    ["", " 10", "-5", "+5", "1.5", "1,000", "010", "10 +", "~", "+", "~5-7", "5-7+", "5–7", "5-", "many",
     "Tens", "~tens",
     "tens+", "some+", "0x10", "1e3", "١٠", "1000000000", "five", "10\n"],
)  # fmt: skip
def test_what_is_no_figure_is_refused(written):
    """Anything else is no figure: a guess at a casualty figure is worse than none."""
    with pytest.raises(FigureError):
        parse_figure(written)


def test_a_range_that_runs_backwards_says_how_to_write_it():
    """``7-5`` is refused, with the range that was meant."""
    with pytest.raises(FigureError, match="write 5-7"):
        parse_figure("7-5")


@pytest.mark.parametrize(("low", "high"), [(None, 1), (1, None), (2, 1), (-1, 3)])
def test_no_code_can_make_a_figure_that_makes_no_sense(low, high):
    """A figure has both bounds or neither, and they are in order."""
    with pytest.raises(ValueError, match="low"):
        Figure("?", low, high)


def test_a_bad_figure_is_an_error_where_it_stands(content: Content):
    """The author is told which figure, where, and what forms there are."""
    content.report(
        record="""
        events: {raid: {type: shelling, when: 2016-10-04, attacks: ‸many}}
        claims:
          c:
            about: raid
            casualties:
              - killed: ‸lots
                injured: ‸7-5
                including: {children: ‸1.5}
              - {died: ‸scores}
              - {missing: ‸عشرات}
        """
    ).expect(
        "`attacks`: 'many' is not a figure; write a number in digits, or one of the words `tens`",
        "`killed`: 'lots' is not a figure; write a number in digits, or one of the words `tens`, `dozens`, `hundreds` and `thousands`; where no number is given, `some`",
        "the range 7-5 runs backwards; write 5-7",
        "`children`: '1.5' is not a figure; write one of 10, ~20, 400+",
        "`died`: 'scores' is not a figure; write a number in digits, or one of the words `tens`",
        "`missing`: 'عشرات' is not a figure; write a number in digits, or one of the words `tens`",
    )
