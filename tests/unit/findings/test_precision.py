"""How exactly dates and places are known, by UCDP's codes."""

import pytest

from findings.precision import date_precision, place_precision
from reports.edtf import parse_date
from reports.model import Place, Words
from tests.helpers.records import event, registry


@pytest.mark.parametrize(
    ("text", "code"),
    [("2016-10-04", 1), ("2016-10-04/2016-10-05", 2), ("2016-10-01/2016-10-06", 2), ("2016-10-01/2016-10-07", 3),
     ("2016-10", 4), ("2016-10-01/2016-10-08", 4), ("2016-23", 5), ("2016", 5), ("2016-10-04~", 2), ("2016-10~", 5),
     ("2016-10-04/..", 5), ("/2016", 5), ("2016~", 5)],
)  # fmt: skip
def test_precision_codes_of_ucdp(text, code):
    """``date_prec`` is UCDP's code; what is only about right is one step less exact."""
    assert date_precision(parse_date(text)) == code


def place(id: str, kind: str, within: str | None = None) -> Place:
    return Place(id, Words("م", "P"), kind, within=within)


PLACES = registry(
    place("land", "country"), place("province", "governorate", "land"), place("town", "town", "province"),
    place("yard", "area", "town"), place("plain", "area", "province"), place("way", "road"), place("clinic", "facility"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("places", "code"),
    [
        ([], None),
        (["town"], 1),
        (["clinic"], 1),
        (["yard"], 2),
        (["plain"], 5),
        (["province"], 4),
        (["way"], 5),
        (["land"], 6),
        (["town", "clinic"], 2),
        (["town", "province"], 4),
    ],
)
def test_several_places_are_known_as_exactly_as_the_least_and_never_as_one_spot(places: list[str], code: int | None):
    """``where_prec`` is UCDP's code; an area within a town is a part of it, any other is no unit."""
    assert place_precision(PLACES, event("e", where=tuple(places))) == code


@pytest.mark.parametrize(
    ("accuracy", "code"), [("exact", 1), ("street", 1), ("town", 1), ("district", 3), ("province", 4)]
)
def test_a_point_of_its_own_says_how_exactly_the_place_is_known(accuracy: str, code: int) -> None:
    there = event("e", where=("town", "province"), point=(36.1, 37.2), accuracy=accuracy)
    assert place_precision(PLACES, there) == code
