"""Months as bars: their lengths are those of the numbers beside them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pictures.density import density

COUNTS = st.lists(st.tuples(st.just("2016-10"), st.integers(0, 400), st.integers(0, 400)), max_size=20)


@given(COUNTS)
def test_lengths_are_those_of_the_numbers(months: list[tuple[str, int, int]]) -> None:
    """The longest fills its field, and the dark part of a bar is to the whole as the sure events are to all."""
    bars = density(months)
    assert [(bar.month, bar.events, bar.more) for bar in bars] == months
    most = max((events + more for _, events, more in months), default=0)
    assert max((bar.length for bar in bars), default=0) == (1 if most else 0)
    for bar in bars:
        assert round(bar.length * most) == bar.events + bar.more
        assert round(bar.sure * most) == bar.events


def test_without_events_nothing_is_drawn() -> None:
    assert density([]) == ()
    (bar,) = density([("2016-10", 0, 0)])
    assert (bar.length, bar.sure) == (0, 0)
