"""How what one origin counted stands to what others did."""

from __future__ import annotations

import pytest

from findings import Comparison, Findings, Range
from findings.comparisons import STANDINGS, standing
from reports.figure_notation import AT_LEAST, VAGUE
from tests.helpers.records import claim, entry, event, report, shown, site


@pytest.mark.parametrize(
    ("own", "others", "told"),
    [
        (Range(5, 5), None, "alone"),
        (Range(5, 5), Range(5, 5), "same"),
        (Range(5, 5, approximate=True), Range(5, 5), "same"),
        (Range(5, 5), Range(7, 9), "lower"),
        (Range(10, 10), Range(7, 9), "higher"),
        (Range(8, 8), Range(7, 9), "within"),
        (Range(7, 9), Range(7, 8), "around"),
        (Range(5, 8), Range(7, 9), "overlapping"),
        (Range(5, 5, open=True, certainty=AT_LEAST), Range(7, 9), "unsure"),
        (Range(10, 10), Range(7, 9, open=True), "unsure"),
        (Range(0, 100, certainty=VAGUE), Range(7, 9), "unsure"),
        (Range(5, 5, open=True), Range(5, 5, open=True), "same"),
    ],
)
def test_standings(own: Range, others: Range | None, told: str) -> None:
    assert standing(own, others) == told
    assert told in STANDINGS


def compared(id: str, *claims) -> list[Comparison]:
    return Findings(site(report("r", event("raid"), *claims))).comparisons(id)


def test_relays_are_no_other_origin() -> None:
    (found,) = compared(
        "monitor",
        claim("a", entry(killed="10"), about="raid", by="monitor"),
        claim("b", entry(killed="12"), about="raid", by="monitor", via=("radio",)),
        claim("c", entry(killed="7"), about="raid", by="agency"),
    )
    assert (shown(found.own), shown(found.others), found.standing) == ("10-12", "7", "higher")
    assert found.other_origins == {"agency"}
    assert [shown(count.range) for count in found.counts] == ["10", "12"]


def test_only_the_same_people_are_compared() -> None:
    (found,) = compared(
        "monitor",
        claim("a", entry("civilians", killed="10"), about="raid", by="monitor"),
        claim("b", entry("combatants", "front", killed="12"), about="raid", by="agency"),
        claim("c", entry("civilians", injured="12"), about="raid", by="agency"),
    )
    assert (found.row, found.others, found.standing) == ("civilians", None, "alone")


def test_a_named_part_is_not_compared_with_everybody() -> None:
    """A hospital's dead are some of all: its number is no lower than that of those who counted all."""
    assert (
        compared(
            "monitor",
            claim("a", entry(killed="3", part="hospital"), about="raid", by="monitor"),
            claim("b", entry(killed="12"), about="raid", by="agency"),
        )
        == []
    )


def test_voices_of_one_source_are_one_origin() -> None:
    (found,) = compared(
        "radio",
        claim("a", entry(killed="10"), about="raid", by="bureau"),
        claim("b", entry(killed="12"), about="raid", by="editor"),
    )
    assert (shown(found.own), found.others) == ("10-12", None)


def test_what_nobody_counted_is_not_compared() -> None:
    assert compared("monitor", claim("a", entry(killed="some"), about="raid", by="monitor")) == []


def test_whoever_claims_nothing_has_nothing_to_compare() -> None:
    assert compared("radio", claim("a", entry(killed="10"), about="raid", by="monitor")) == []
