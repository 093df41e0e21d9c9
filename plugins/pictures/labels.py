"""Where names stand on a map: beside their places, none on another, none over the frame.

A map grows with its page while its letters stay as they are, so a name's place is a point of the map and a distance
from it in CSS pixels. Whatever is apart on the narrowest and on the widest map of a layout, on the same side, is apart
on all between: both move in straight lines.

Names are placed one after the other and stay where they are first found to fit: beside the place, then further off
with a line to it. One that fits nowhere gives way to its number in the list, which needs less room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from .projection import SHAPE

#: The widths between which each layout is drawn, in CSS pixels: a phone's, and a desk's.
NARROW, WIDE = (284.0, 620.0), (540.0, 760.0)

#: A dot, the room round it, and from dot to name; and what a number in the list needs for each digit. CSS pixels.
DOT, CLEAR, GAP, DIGIT = 4.5, 2.0, 7.0, 9.0

#: How far off a name may stand that has a line to its place, and in how many directions.
LEADERS, DIRECTIONS = (24.0, 38.0, 54.0), 12

#: An area whose ring is no wider than this on a layout's widest map has its name beside it, else in it.
SMALL = 26.0


@dataclass(frozen=True, slots=True)
class Named:
    """What needs a name: where it stands (parts of width and height), how long its name is in CSS pixels, its number.

    ``reach`` is the radius of its ring as a part of the width, 0 for a dot.
    """

    id: str
    x: float
    y: float
    length: float
    number: int
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name, or with ``number`` a number: at ``dx`` and ``dy`` CSS pixels from its place.

    ``side`` is where the place lies from the words: they begin at the place's ``east`` side, end at its ``west`` side,
    or have their ``middle`` there. ``leader`` is the end of the line to its place, in the same pixels, or ``None``.
    """

    id: str
    side: str
    dx: float
    dy: float
    number: bool
    leader: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that keeps its size: distances in CSS pixels from a point of the map."""

    x: float
    y: float
    west: float
    north: float
    east: float
    south: float

    def on(self, width: float) -> tuple[float, float, float, float]:
        """Its edges on a map of that width: west, north, east, south."""
        x, y = self.x * width, self.y * width * SHAPE
        return x + self.west, y + self.north, x + self.east, y + self.south


def apart(one: Box, two: Box, widths: tuple[float, float]) -> bool:
    """Whether two boxes lie side by side, the same way, on maps of these widths and so on all between."""
    pairs = [(one.on(width), two.on(width)) for width in widths]
    return (
        all(a[2] <= b[0] for a, b in pairs)
        or all(b[2] <= a[0] for a, b in pairs)
        or all(a[3] <= b[1] for a, b in pairs)
        or all(b[3] <= a[1] for a, b in pairs)
    )


def inside(box: Box, widths: tuple[float, float]) -> bool:
    """Whether a box is on the map, whole, at these widths and so at all between."""
    return all(
        edges[0] >= 1 and edges[1] >= 1 and edges[2] <= width - 1 and edges[3] <= width * SHAPE - 1
        for width in widths
        for edges in [box.on(width)]
    )


def labels(named: Sequence[Named], height: float, widths: tuple[float, float], eastward: bool) -> tuple[Label, ...]:
    """A label for each place that one can be found for, in the order given, which is the order in which they choose.

    ``height`` is that of a line of words, in CSS pixels. ``eastward`` is whether the words of the page run that way:
    a name then stands east of its place rather than west of it.
    """
    placing = _Placing(named, height, widths, eastward)
    found = {one.id: label for one in named if (label := placing.place(one, number=False))}
    for one in named:
        if one.id not in found and (label := placing.place(one, number=True)):
            found[one.id] = label
    return tuple(found[one.id] for one in named if one.id in found)


class _Placing:
    """The labels placed so far, and what they must not cover."""

    def __init__(self, named: Sequence[Named], height: float, widths: tuple[float, float], eastward: bool) -> None:
        self.height, self.widths, self.eastward = height, widths, eastward
        room = DOT + CLEAR
        self.dots = {one.id: Box(one.x, one.y, -room, -room, room, room) for one in named if not one.reach}
        self.boxes: list[Box] = []
        self.lines: list[tuple[Named, tuple[float, float]]] = []

    def place(self, one: Named, number: bool) -> Label | None:
        length = DIGIT * len(str(one.number)) if number else one.length
        for side, dx, dy, leader in self._candidates(one):
            west = {"east": dx, "west": dx - length, "middle": dx - length / 2}[side]
            box = Box(one.x, one.y, west, dy - self.height / 2, west + length, dy + self.height / 2)
            if self._free(one, box, leader):
                self.boxes.append(box)
                if leader:
                    self.lines.append((one, leader))
                return Label(one.id, side, dx, dy, number, leader)
        return None

    def _free(self, one: Named, box: Box, leader: tuple[float, float] | None) -> bool:
        taken = [*self.boxes, *(dot for id, dot in self.dots.items() if id != one.id)]
        if not inside(box, self.widths) or not all(apart(box, other, self.widths) for other in taken):
            return False
        if any(self._crosses(two, end, box) for two, end in self.lines if two.id != one.id):
            return False
        return leader is None or not any(self._crosses(one, leader, other) for other in taken)

    def _crosses(self, one: Named, end: tuple[float, float], box: Box) -> bool:
        """Whether the line from a place to the end of its leader meets a box, on the narrowest map or the widest."""
        for width in self.widths:
            x, y = one.x * width, one.y * width * SHAPE
            if _meets((x, y), (x + end[0], y + end[1]), box.on(width)):
                return True
        return False

    def _candidates(self, one: Named) -> Iterator[tuple[str, float, float, tuple[float, float] | None]]:
        """Where the words may stand, best first: side, distance, and the end of the line to the place."""
        ring = one.reach * self.widths[1]
        if ring > SMALL:
            step = self.height + 2
            for shift in (0, 1, -1, 2, -2, 3, -3):
                yield "middle", 0.0, shift * step, None
            return
        gap = max(GAP, ring + 3)
        near, far = ("east", "west") if self.eastward else ("west", "east")
        beside = {"east": gap, "west": -gap}
        slant, above = self.height / 2, self.height / 2 + max(DOT, ring) + 1
        yield near, beside[near], 0.0, None
        yield far, beside[far], 0.0, None
        for side in (near, far):
            yield side, beside[side] * 0.8, -slant, None
            yield side, beside[side] * 0.8, slant, None
        yield "middle", 0.0, -above, None
        yield "middle", 0.0, above, None
        for far_off in LEADERS:
            for turn in range(DIRECTIONS):
                angle = 2 * pi * turn / DIRECTIONS * (1 if self.eastward else -1) + (0 if self.eastward else pi)
                x, y = (far_off + ring) * cos(angle), (far_off + ring) * sin(angle)
                side = "middle" if abs(x) < 0.3 * hypot(x, y) else "east" if x > 0 else "west"
                if side == "middle":
                    yield side, x, y + (self.height / 2 if y > 0 else -self.height / 2), (x, y)
                else:
                    yield side, x + (2 if x > 0 else -2), y, (x, y)


def _meets(start: tuple[float, float], end: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    """Whether a line meets a rectangle (Liang and Barsky)."""
    enters, leaves = 0.0, 1.0
    for along, low, high in ((0, box[0], box[2]), (1, box[1], box[3])):
        way = end[along] - start[along]
        if abs(way) < 1e-9:
            if not low <= start[along] <= high:
                return False
            continue
        one, two = sorted(((low - start[along]) / way, (high - start[along]) / way))
        enters, leaves = max(enters, one), min(leaves, two)
    return enters <= leaves
