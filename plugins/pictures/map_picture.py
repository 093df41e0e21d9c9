"""Maps of places: what stands where on one, what is wider or elsewhere, and where the map itself lies.

A place whose kind is a point is a dot at the middle of the place; a city, a district or any other area is a ring that
says "somewhere about here". Each place that is given is in exactly one part of the map: on it, wider than it, outside
it, or located by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .fitting import Spot, fitted, on_map, too_wide
from .labels import NARROW, WIDE, Label, Named, labels
from .outlines import Atlas, Ground, ground
from .projection import DEGREE, SHAPE, ScaleBar, Window, distance, scale_bar

#: The narrowest that a ring is drawn, as a part of the map's width.
RING = 0.022

#: A map narrower than this many kilometres shows no borders: they are too coarse to say on which side a place lies.
NEAR = 40.0

#: The units in which a map and a locator are drawn, how small what they show is, and the most points of their lines.
UNITS, LOCATOR = 1000, 120
FINE, MOST, MOST_SMALL = 1.2, 420, 200

#: The smallest that the map is drawn on its locator, as a part of the locator's width.
BOX = 0.07


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: its number in the list, and where it stands as parts of width and height.

    ``reach`` is the radius of its ring as a part of the width, 0 for a dot.
    """

    spot: Spot
    number: int
    x: float
    y: float
    reach: float


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """A map: its window, the places on it, their labels in the narrow and in the wide layout, and all other places.

    ``wider`` are areas too wide for the window that contain it or reach into it, ``outside`` other places beyond it,
    ``unlocated`` those without a point. ``focus`` is the place that the map is about, where it is about one.
    """

    window: Window
    marks: tuple[Mark, ...]
    narrow: tuple[Label, ...]
    wide: tuple[Label, ...]
    scale: ScaleBar
    wider: tuple[Spot, ...]
    outside: tuple[Spot, ...]
    unlocated: tuple[Spot, ...]
    focus: str | None

    @property
    def numbered(self) -> bool:
        """Whether some place stands with its number instead of its name, or with nothing."""
        named = [{label.id for label in layout if not label.number} for layout in (self.narrow, self.wide)]
        return any(mark.spot.id not in names for mark in self.marks for names in named)


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a map lies: a smaller drawing, with the map as a box (x, y, width, height) and what is outside it as dots.

    All in units of the drawing, which is ``LOCATOR`` wide.
    """

    ground: Ground
    box: tuple[float, float, float, float]
    dots: tuple[tuple[float, float], ...]


def place_map(spots: Iterable[Spot], height: float, eastward: bool = True, focus: str | None = None) -> PlaceMap | None:
    """The map of these places; ``None`` where nobody located one of them, or the ``focus`` that it is to show.

    ``height`` is that of a line of words in CSS pixels, ``eastward`` whether words run that way. The same places make
    the same map, in whatever order they come.
    """
    ordered = sorted(spots, key=lambda spot: (spot.rank, spot.id))
    window = fitted(ordered, focus)
    if window is None or (focus and not any(spot.id == focus and spot.point for spot in ordered)):
        return None
    shown = [spot for spot in ordered if on_map(spot, window) and not too_wide(spot, window)]
    marks = tuple(_mark(spot, number, window) for number, spot in enumerate(shown, 1))
    around = {above for spot in shown for above in spot.above}
    others = [spot for spot in ordered if spot.point and spot not in shown]
    wider = tuple(spot for spot in others if too_wide(spot, window) and _reaches(spot, window, around))
    named = [
        Named(mark.spot.id, mark.x, mark.y, mark.spot.label, mark.number, mark.reach)
        for mark in sorted(marks, key=lambda mark: _turn(mark, focus))
    ]
    return PlaceMap(
        window,
        marks,
        labels(named, height, NARROW, eastward),
        labels(named, height, WIDE, eastward),
        scale_bar(window),
        wider,
        tuple(spot for spot in others if spot not in wider),
        tuple(spot for spot in ordered if spot.point is None),
        focus,
    )


def _mark(spot: Spot, number: int, window: Window) -> Mark:
    assert spot.point
    reach = max(RING, spot.reach / window.width) if spot.reach else 0.0
    return Mark(spot, number, *window.at(spot.point), reach)


def _reaches(spot: Spot, window: Window, around: set[str]) -> bool:
    """Whether an area contains a place of the map, or its ring comes into the window."""
    middle = window.latitude, window.longitude
    near = spot.point is not None and distance(spot.point, middle) <= spot.reach + window.width / 2
    return spot.id in around or near


def _turn(mark: Mark, focus: str | None) -> tuple:
    """Who chooses its name's place first: the map's own subject, then dots with most events, then areas."""
    return mark.spot.id != focus, mark.reach > 0, -mark.spot.events, mark.spot.id


def map_ground(atlas: Atlas, window: Window) -> Ground | None:
    """What lies under a map's places, no more of it than a page can carry; ``None`` where borders are too coarse."""
    return None if window.width < NEAR else _light(atlas, window, UNITS, MOST)


def locator(atlas: Atlas, found: PlaceMap) -> Locator:
    """Where a map lies: in its country, or where it is no small part of that, or at sea, in what lies around."""
    window = found.window
    middle = window.latitude, window.longitude
    country = atlas.country_at(middle) or ()
    frame = _around(atlas, country) if country else None
    if frame is None or window.width > frame.width / 2 or not frame.holds(middle):
        frame = Window(*middle, window.width * 3)
        while not country and frame.width < 20000 and not ground(atlas, frame, LOCATOR, 1.0).land:
            frame = Window(*middle, frame.width * 2)
    x, y = frame.at(middle)
    size = max(BOX, window.width / frame.width) * LOCATOR
    dots = [frame.at(spot.point) for spot in found.outside if spot.point and frame.holds(spot.point, 0.02)]
    return Locator(
        _light(atlas, frame, LOCATOR, MOST_SMALL, country),
        (x * LOCATOR - size / 2, y * LOCATOR * SHAPE - size * SHAPE / 2, size, size * SHAPE),
        tuple((x * LOCATOR, y * LOCATOR * SHAPE) for x, y in dots),
    )


def _around(atlas: Atlas, country: Iterable[tuple[int, ...]]) -> Window:
    """The window that holds a country's outline, with some air."""
    west, south, east, north = atlas.bound(next(iter(country)))
    middle = (south + north) / 2, (west + east) / 2
    degree = Window(*middle, 1.0).degree
    return Window(*middle, 1.15 * max((east - west) * degree, (north - south) * DEGREE / SHAPE))


@lru_cache(maxsize=1024)
def _light(atlas: Atlas, window: Window, units: int, most: int, country: tuple[tuple[int, ...], ...] = ()) -> Ground:
    """The ground of a window, as coarse as it must be to have no more points than ``most``. Many maps lie in one."""
    coarse = FINE if units > LOCATOR else 0.5
    while True:
        found = ground(atlas, window, units, coarse, country)
        points = sum(len(line) for lines in (found.land, found.borders, found.country) for line in lines)
        if points <= most or coarse > units / 20:
            return found
        coarse *= 1.5
