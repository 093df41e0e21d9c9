"""What was made of something is kept with it, for as long as it would be made of the very same things."""

from __future__ import annotations

import pytest

from reports.remembering import Remembering

ONE, OTHER = [1], [1]  # equal, and not the same


@pytest.mark.parametrize("others", [[OTHER], [ONE, OTHER], []], ids=["another", "one more", "one less"])
def test_it_is_made_again_of_other_things_alone(others: list[object]) -> None:
    kept = Remembering()
    made = kept.once("a", [ONE], lambda: "first")
    assert made == kept.once("a", [ONE], lambda: "second") == "first"
    assert kept.once("b", [ONE], lambda: "of another name") == "of another name"
    assert kept.once("a", others, lambda: "third") == "third"
    assert kept.once("a", others, lambda: "fourth") == "third"


def test_what_is_made_of_nothing_else_is_made_once() -> None:
    kept = Remembering()
    assert (kept.once("a", [], lambda: 1), kept.once("a", [], lambda: 2)) == (1, 1)
