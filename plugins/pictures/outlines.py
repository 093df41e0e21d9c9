"""Land, coasts and borders on a map: cut to its window and made as coarse as the drawing can show.

The lines come as arcs that countries share (as TopoJSON has them), so that a border is drawn once and stays one line
however coarse it becomes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, inf, radians, sqrt

from .projection import DEGREE, SHAPE, Point, Window, turned

#: A ring of arcs by number; ``~number`` is the arc from its end to its beginning.
Ring = tuple[int, ...]
Line = tuple[tuple[int, int], ...]
Rect = tuple[float, float, float, float]

#: How far beyond the frame things are drawn, in units of the drawing: the edges of what is cut stay out of sight.
BEYOND = 6


class Atlas:
    """The countries of the earth: arcs of (longitude, latitude), each country's polygons as rings of arcs.

    ``land`` are the rings of all land; without them the countries' own serve. An arc of two countries is a border.
    """

    def __init__(
        self,
        arcs: Sequence[Sequence[tuple[float, float]]],
        countries: Sequence[Sequence[Sequence[Ring]]],
        land: Sequence[Ring] = (),
    ) -> None:
        self.arcs, self.countries = arcs, countries
        self.land = land or [ring for country in countries for polygon in country for ring in polygon]
        self._weights: dict[int, list[float]] = {}

    def coarser(self, arc: int, kilometres: float) -> list[tuple[float, float]]:
        """The points of an arc without those that lie within so many kilometres of it; its ends stay.

        What is left away of a coarser line is left away of no finer one, so points are weighed once for all drawings.
        """
        points = self.arcs[arc]
        if arc not in self._weights:
            self._weights[arc] = _weights(points)
        return [point for point, weight in zip(points, self._weights[arc], strict=True) if weight > kilometres]

    @cached_property
    def bounds(self) -> list[Rect]:
        """West, south, east and north of each arc."""
        return [
            (min(x for x, _ in arc), min(y for _, y in arc), max(x for x, _ in arc), max(y for _, y in arc))
            for arc in self.arcs
        ]

    @cached_property
    def borders(self) -> list[int]:
        """The arcs that two countries share."""
        used = Counter(
            arc if arc >= 0 else ~arc
            for country in self.countries
            for arc in {arc if arc >= 0 else ~arc for polygon in country for ring in polygon for arc in ring}
        )
        return sorted(arc for arc, countries in used.items() if countries > 1)

    def bound(self, ring: Ring) -> Rect:
        """West, south, east and north of a ring."""
        found = [self.bounds[arc if arc >= 0 else ~arc] for arc in ring]
        return min(b[0] for b in found), min(b[1] for b in found), max(b[2] for b in found), max(b[3] for b in found)

    def points(self, ring: Ring) -> Iterator[tuple[float, float]]:
        """The points of a ring, without the repeated ends of its arcs."""
        for arc in ring:
            yield from (self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1])[:-1]

    def country_at(self, point: Point) -> tuple[Ring, ...] | None:
        """The polygon (its outline, then its holes) in which a point lies; ``None`` at sea."""
        latitude, longitude = point[0], turned(point[1])
        for country in self.countries:
            for polygon in country:
                west, south, east, north = self.bound(polygon[0])
                if west <= longitude <= east and south <= latitude <= north:
                    inside = [_holds(list(self.points(ring)), longitude, latitude) for ring in polygon]
                    if inside[0] and not any(inside[1:]):
                        return tuple(polygon)
        return None


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under a map's places, in units of the drawing: outlines of land, borders, and one country's outline."""

    land: tuple[Line, ...]
    borders: tuple[Line, ...]
    country: tuple[Line, ...] = ()


def ground(atlas: Atlas, window: Window, units: int, coarse: float, country: Sequence[Ring] = ()) -> Ground:
    """Land and borders in a window that is drawn ``units`` wide; what is smaller than ``coarse`` units is left away."""
    drawing = _Drawing(atlas, window, units, coarse)
    return Ground(
        tuple(drawing.outlines(atlas.land)), tuple(drawing.lines(atlas.borders)), tuple(drawing.outlines(country))
    )


class _Drawing:
    def __init__(self, atlas: Atlas, window: Window, units: int, coarse: float) -> None:
        self.atlas, self.window, self.units, self.coarse = atlas, window, units, coarse
        self.across, self.upright = window.degree * units / window.width, DEGREE * units / window.width
        self.frame = (-BEYOND, -BEYOND, units + BEYOND, units * SHAPE + BEYOND)
        self.middle = units / 2, units * SHAPE / 2
        #: The earth goes on beyond 180 degrees: it is drawn again where the window reaches over that line.
        half = (units / 2 + BEYOND) / self.across
        self.turns = [
            turn
            for turn in (-360, 0, 360)
            if window.longitude - half <= 180 + turn and window.longitude + half >= turn - 180
        ]

    def outlines(self, rings: Iterable[Ring]) -> Iterator[Line]:
        """The parts of rings that are in the frame, closed, without their last point."""
        for turn in self.turns:
            for ring in rings:
                if not self._away(self.atlas.bound(ring), turn):
                    points = [point for arc in ring for point in self._arc(arc, turn)[:-1]]
                    line = _whole(_cut(points, self.frame))
                    if len(line) > 2 and _area(line) >= self.coarse**2:
                        yield line

    def lines(self, arcs: Iterable[int]) -> Iterator[Line]:
        """The parts of arcs that are in the frame."""
        for turn in self.turns:
            for arc in arcs:
                if self._away(self.atlas.bounds[arc], turn):
                    continue
                for run in _runs(self._arc(arc, turn), self.frame):
                    line = _whole(run)
                    if len(line) > 1:
                        yield line

    def _at(self, longitude: float, latitude: float, turn: int) -> tuple[float, float]:
        east = (longitude + turn - self.window.longitude) * self.across
        return self.middle[0] + east, self.middle[1] + (self.window.latitude - latitude) * self.upright

    def _away(self, bound: Rect, turn: int) -> bool:
        """Whether what has these bounds lies wholly to one side of the frame."""
        west, north = self._at(bound[0], bound[3], turn)
        east, south = self._at(bound[2], bound[1], turn)
        frame = self.frame
        return east < frame[0] or west > frame[2] or south < frame[1] or north > frame[3]

    def _arc(self, arc: int, turn: int) -> list[tuple[float, float]]:
        """An arc as coarse as it is drawn. One to a side of the frame stays there as the line between its ends."""
        number = arc if arc >= 0 else ~arc
        points = self.atlas.arcs[number]
        if self._away(self.atlas.bounds[number], turn):
            points = points[0], points[-1]
        else:
            points = self.atlas.coarser(number, self.coarse * self.window.width / self.units)
        line = [self._at(x, y, turn) for x, y in points]
        return line if arc >= 0 else line[::-1]


def _weights(points: Sequence[tuple[float, float]]) -> list[float]:
    """How many kilometres a line would be off without each of its points (Douglas and Peucker); its ends stay."""
    latitudes = [latitude for _, latitude in points]
    across = DEGREE * cos(radians((min(latitudes) + max(latitudes)) / 2))
    flat = [(longitude * across, latitude * DEGREE) for longitude, latitude in points]
    weights = [inf] * len(points)
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        furthest, at = -1.0, 0
        (x1, y1), (x2, y2) = flat[first], flat[last]
        dx, dy = x2 - x1, y2 - y1
        length = dx * dx + dy * dy
        for index in range(first + 1, last):
            x, y = flat[index][0] - x1, flat[index][1] - y1
            along = min(1.0, max(0.0, (x * dx + y * dy) / length)) if length else 0.0
            off = (x - along * dx) ** 2 + (y - along * dy) ** 2
            if off > furthest:
                furthest, at = off, index
        weights[at] = min(sqrt(furthest), weights[first], weights[last])
        parts += [(first, at), (at, last)]
    return weights


def _cut(points: list[tuple[float, float]], frame: Rect) -> list[tuple[float, float]]:
    """A polygon cut to a rectangle (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, frame[0], 1), (0, frame[2], -1), (1, frame[1], 1), (1, frame[3], -1)):
        found: list[tuple[float, float]] = []
        for index, here in enumerate(points):
            before = points[index - 1]
            here_in, before_in = (here[axis] - edge) * sign >= 0, (before[axis] - edge) * sign >= 0
            if here_in != before_in:
                part = (edge - before[axis]) / (here[axis] - before[axis])
                found.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
            if here_in:
                found.append(here)
        points = found
    return points


def _runs(points: list[tuple[float, float]], frame: Rect) -> Iterator[list[tuple[float, float]]]:
    """The stretches of a line that may touch a rectangle, each with the points just before and after."""
    run: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        touches = max(x1, x2) >= frame[0] and min(x1, x2) <= frame[2]
        if touches and max(y1, y2) >= frame[1] and min(y1, y2) <= frame[3]:
            run = run or [(x1, y1)]
            run.append((x2, y2))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _whole(points: Iterable[tuple[float, float]]) -> Line:
    """Points in whole units, none twice in a row."""
    found: list[tuple[int, int]] = []
    for x, y in points:
        point = round(x), round(y)
        if not found or found[-1] != point:
            found.append(point)
    return tuple(found)


def _area(line: Line) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, line[1:] + line[:1], strict=True))) / 2


def _holds(ring: Sequence[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a point lies in a ring: a line from it to one side crosses the ring an odd number of times."""
    inside = False
    for index, (x1, y1) in enumerate(ring):
        x2, y2 = ring[index - 1]
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
