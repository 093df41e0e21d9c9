"""What stands beside a total, held against a count of it."""

import pytest

from inspection.counting import Recount, Span, Total
from inspection.page_reading import Shown
from inspection.shown_figures import _of_part

EVENTS = {"a/one", "a/two", "a/three"}


def part(kind: str, words: str, total: Total) -> str:
    """What is said of the words beside a total of everybody killed."""
    recount = Recount(None)
    recount._totals["site", "killed", "all"] = total
    given = {"data-part": kind, "data-of": "killed/all"}
    return _of_part(Shown("part", given, "en", scope="site", words=words), recount)


@pytest.mark.parametrize("kind", ["uncounted", "covers", "behind"])
def test_nothing_stands_beside_a_total_that_nobody_counted(kind: str) -> None:
    assert not part(kind, "", Total(uncounted_events=EVENTS))


def test_a_counted_total_says_how_many_events_are_not_in_it() -> None:
    total = Total(Span(4, 5), {"b/other": Span(4, 5)}, EVENTS)
    assert not part("uncounted", "and in 3 more events people were not counted", total)
    assert "counted again it is 3" in part("uncounted", "", total)
