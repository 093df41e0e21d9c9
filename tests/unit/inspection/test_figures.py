"""What stands beside a total, held against a count of it."""

import pytest

from inspection.counted_again import Range, Recount, Total
from inspection.counts import read
from inspection.page_reading import Shown
from inspection.shown_figures import _of_part, _of_total


class _Counted(Recount):
    """Comes to one total, whatever is asked."""

    def __init__(self, total: Total) -> None:
        self._given = total

    def total(self, *row: str) -> Total:
        return self._given


def ranges(*written: str) -> dict[str, Range]:
    return {
        f"{number}/e": Range(read(figure), False, False, frozenset(), frozenset())
        for number, figure in enumerate(written)
    }


def beside(kind: str, words: str, total: Total) -> str:
    """What is said of the words beside a total of everybody killed."""
    shown = Shown("part", {"data-part": kind, "data-of": "killed/all"}, "en", scope="site", words=words)
    return _of_part(shown, _Counted(total))


def shown_as(words: str, total: Total) -> str:
    """What is said of the words for a total of everybody killed, without bounds for programs."""
    return _of_total(
        Shown("total", {"data-total": "killed/all", "data-scope": "site"}, "en", words=words), _Counted(total)
    )


@pytest.mark.parametrize("kind", ["covers", "behind", "uncounted"])
def test_nothing_stands_beside_a_total_that_nobody_counted(kind: str) -> None:
    assert not beside(kind, "", Total(uncounted_events=ranges("some", "some", "some")))


def test_a_counted_total_says_how_many_events_are_not_in_it() -> None:
    total = Total(ranges("4-5"), uncounted_events=ranges("some", "some", "some"))
    assert not beside("uncounted", "and in 3 events a number was not given", total)
    assert "uncounted: 3" in beside("uncounted", "", total)


def test_a_counted_total_says_which_words_are_not_in_it() -> None:
    total = Total(ranges("4-5"), word_events=ranges("tens", "dozens", "tens", "tens"))
    assert not beside("uncounted", "and tens in each of 3 events and dozens in 1 event", total)
    assert "10: 3, 12: 1" in beside("uncounted", "and tens in each of 4 events", total)


def test_a_total_of_one_word_is_shown_as_that_word() -> None:
    total = Total(word_events=ranges("dozens", "dozens"))
    assert not shown_as("dozens", total)
    assert shown_as("12", total)
    assert shown_as("tens", total)
    assert shown_as("some, number not given", total)


def test_a_total_of_several_words_says_so_without_a_number() -> None:
    total = Total(word_events=ranges("dozens", "hundreds"))
    assert not shown_as("said in words only", total)
    assert shown_as("dozens", total)
    assert shown_as("about 112 or more", total)
