"""How exactly a date and a place are known, by the codes of the UCDP Georeferenced Event Dataset (its codebook)."""

from __future__ import annotations

from reports.edtf import EdtfDate
from reports.model import Event, Registry

#: ``where_prec`` for each kind of place: 1 a known place, 2 a limited area, 3 a district, 4 a governorate, 5 a line or
#: an area that is no unit, 6 a country. An area inside a town or city is 2.
_PLACE_CODES = {
    "facility": 1, "neighbourhood": 1, "camp": 1, "village": 1, "town": 1, "city": 1,
    "road": 5, "area": 5, "district": 3, "governorate": 4, "country": 6,
}  # fmt: skip
#: The same for the accuracy of a point of its own.
_ACCURACY_CODES = {"exact": 1, "street": 1, "neighbourhood": 1, "town": 1, "district": 3, "province": 4}
_SETTLEMENTS = ("city", "town", "village", "camp", "neighbourhood")


def date_precision(when: EdtfDate) -> int:
    """``date_prec``: 1 a known day, 2 within 2 to 6 days, 3 a week, 4 a month, 5 a year or longer.

    A date that is approximate or uncertain is one step less exact than its bounds say; an open or unknown end is 5.
    """
    if when.earliest is None or when.latest is None:
        return 5
    days = (when.latest - when.earliest).days + 1
    code = 1 if days == 1 else 2 if days <= 6 else 3 if days == 7 else 4 if days <= 31 else 5
    return min(5, code + (when.uncertain or when.approximate))


def place_precision(registry: Registry, event: Event) -> int | None:
    """``where_prec`` of an event: by the accuracy of its own point, else the coarsest of its places.

    Several places are an area, 2 at least. ``None`` where nothing is said of the place.
    """
    if event.accuracy:
        return _ACCURACY_CODES[event.accuracy]
    codes = [_place_code(registry, place) for place in event.where]
    return max([*codes, 2] if len(codes) > 1 else codes, default=None)


def _place_code(registry: Registry, place: str) -> int:
    kind = registry.places[place].kind
    if kind == "area":
        around = [registry.places[id].kind for id in registry.around(place)[1:]]
        return 2 if around and around[0] in _SETTLEMENTS else 5
    return _PLACE_CODES[kind]
