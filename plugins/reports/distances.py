"""How far points lie apart, and which lies hardly where it should."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from . import messages
from .model import Registry

#: So many kilometres a place can lie from the point of the one that contains it, by the kind of that.
_REACH = {
    "country": 2500.0, "governorate": 500.0, "area": 500.0, "district": 200.0, "city": 80.0, "road": 500.0,
    "town": 40.0, "camp": 40.0, "village": 40.0, "neighbourhood": 20.0, "facility": 20.0,
}  # fmt: skip


def misplaced(point: tuple[float, float], place: str, registry: Registry) -> messages.Template | None:
    """What is wrong with a point that should lie in a place: nothing; its numbers are swapped; it is far away."""
    around = next((registry.places[id] for id in registry.around(place) if registry.places[id].point), None)
    if around is None or around.point is None:
        return None
    reach = _REACH.get(around.kind, 500.0)
    if distance(point, around.point) <= reach:
        return None
    turned = (point[1], point[0])
    swapped = abs(turned[0]) <= 90 and distance(turned, around.point) <= reach
    return messages.SWAPPED_POINT if swapped else messages.FAR_POINT


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points."""
    (first, east), (second, west) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin((west - east) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(half)))
