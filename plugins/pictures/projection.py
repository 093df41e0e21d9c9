"""Where a point of the earth stands on a map, and how far two points are apart.

A map is a plate carrée that is true on its middle parallel: degrees of latitude are equally high everywhere, and
degrees of longitude as wide as they are in the middle. Over a few hundred kilometres that bends nothing that an eye
could see, and a scale bar is right in the middle of the map. North is up and west is left, in every language.

Points are latitude and longitude in degrees (WGS 84); lengths are kilometres on a sphere.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]

#: The mean radius of the earth, and a degree of latitude on it.
EARTH = 6371.0088
DEGREE = radians(1) * EARTH

#: The height of every map as a part of its width.
SHAPE = 0.9

#: Beyond this latitude a map keeps the width of its degrees, which would become nothing at the pole.
HIGHEST = 85.0

#: The longest that a scale bar is, as a part of the width.
BAR = 0.34


def distance(one: Point, two: Point) -> float:
    """The kilometres between two points along a great circle (haversine)."""
    latitudes = sin(radians(two[0] - one[0]) / 2) ** 2
    longitudes = sin(radians(two[1] - one[1]) / 2) ** 2
    part = latitudes + cos(radians(one[0])) * cos(radians(two[0])) * longitudes
    return 2 * EARTH * asin(min(1.0, sqrt(part)))


def turned(degrees: float) -> float:
    """A difference of longitudes as the shorter way round: from -180 up to, not including, 180."""
    return (degrees + 180) % 360 - 180


@dataclass(frozen=True, slots=True)
class Window:
    """What a map shows: the point in its middle, and its width in kilometres."""

    latitude: float
    longitude: float
    width: float

    @property
    def height(self) -> float:
        return self.width * SHAPE

    @property
    def degree(self) -> float:
        """A degree of longitude in the middle of the map, in kilometres."""
        return DEGREE * cos(radians(max(-HIGHEST, min(HIGHEST, self.latitude))))

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point stands, as parts of width and height from the north-western corner; it may be outside."""
        east = turned(point[1] - self.longitude) * self.degree / self.width
        south = (self.latitude - point[0]) * DEGREE / self.height
        return 0.5 + east, 0.5 + south

    def holds(self, point: Point, edge: float = 0.0) -> bool:
        """Whether a point is on the map, and no nearer than ``edge`` (a part of the width) to its frame."""
        x, y = self.at(point)
        return edge <= x <= 1 - edge and edge / SHAPE <= y <= 1 - edge / SHAPE


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A round number of kilometres, and its length as a part of the map's width."""

    kilometres: int
    length: float


def scale_bar(window: Window) -> ScaleBar:
    """The longest bar of 1, 2 or 5 and noughts that a map has room for; never less than a kilometre."""
    best = 1
    power = 1
    while power <= window.width * BAR:
        best = max([best, *(power * step for step in (1, 2, 5) if power * step <= window.width * BAR)])
        power *= 10
    return ScaleBar(best, best / window.width)
