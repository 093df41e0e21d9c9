"""The map of a page: which places are on it, how long their names are, and the drawing as SVG lengths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from bilingual import LANGUAGES
from findings import Entry, Scope
from pictures.fitting import Spot
from pictures.labels import Label
from pictures.map_picture import LOCATOR, UNITS, Locator, Mark, PlaceMap, locator, map_ground, place_map
from pictures.outlines import Ground, Line
from pictures.projection import SHAPE, Window

from ..assets.borders import atlas
from .page import Page

#: The height of a line of words on a map, in CSS pixels.
LINE = 18.0

#: Which end of a name stands at its place, by the side of the place on which it stands.
ANCHORS = {"east": "start", "west": "end", "middle": "middle"}

#: The sizes of the drawings, for their view boxes.
SIZES = {"map": (UNITS, round(UNITS * SHAPE)), "locator": (LOCATOR, round(LOCATOR * SHAPE))}


class Ring(NamedTuple):
    """A circle in units of the drawing."""

    x: int
    y: int
    r: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A map with what is under it. Lines are SVG paths in units of the drawing."""

    map: PlaceMap
    land: str
    borders: str
    bordered: bool
    locator: Locator
    around: str
    country: str

    def size(self, drawing: str) -> tuple[int, int]:
        """Width and height of the ``map`` or the ``locator``, in units of the drawing."""
        return SIZES[drawing]

    def percent(self, part: float) -> str:
        """A part of the map's width or height as an SVG length."""
        return percent(part)

    def anchor(self, label: Label) -> str:
        """Which end of a name stands at its place: ``start``, ``middle`` or ``end``."""
        return ANCHORS[label.side]

    def units(self, mark: Mark) -> Ring:
        """A ring in units of the drawing."""
        width, height = SIZES["map"]
        return Ring(round(mark.x * width), round(mark.y * height), round(mark.reach * width))

    @property
    def marks(self) -> Mapping[str, Mark]:
        """The places on it by id."""
        return {mark.spot.id: mark for mark in self.map.marks}


def scope_map(
    page: Page,
    scope: Scope | Sequence[Entry],
    others: Iterable[str] = (),
    focus: str | None = None,
    points: Mapping[str, tuple[float, float]] = MappingProxyType({}),
) -> Shown | None:
    """The map of where the events of a scope happened, and of ``others``; ``None`` where none of them is located.

    ``points`` are where places stand on it other than in the registry.
    """
    events: dict[str, int] = {}
    for entry in scope.timeline if isinstance(scope, Scope) else scope:
        for place in entry.event.event.where:
            events[place] = events.get(place, 0) + 1
    registry = page.site.registry
    ids = [id for id in dict.fromkeys([*([focus] if focus else []), *events, *others]) if id in registry.places]
    spots = [
        Spot(
            id,
            rank,
            registry.places[id].kind,
            points.get(id) or registry.places[id].point,
            events.get(id, 0),
            frozenset(registry.around(id)[1:]),
            len(page.names.entry(id)) * LANGUAGES[page.lang].letter,
        )
        for rank, id in enumerate(ids)
    ]
    found = place_map(spots, LINE, page.lang == "en", focus)
    if found is None:
        return None
    land, borders = _ground(found.window)
    there = locator(atlas(), found)
    return Shown(
        found,
        land,
        borders,
        bool(borders),
        there,
        _path(there.ground.land, closed=True),
        _path(there.ground.country, closed=True),
    )


@lru_cache(maxsize=1024)
def _ground(window: Window) -> tuple[str, str]:
    """Land and borders under a map as SVG paths: made once for the maps of both languages, which show the same."""
    ground = map_ground(atlas(), window) or Ground((), ())
    return _path(ground.land, closed=True), _path(ground.borders)


def _path(lines: Iterable[Line], closed: bool = False) -> str:
    """Lines as the data of an SVG path."""
    return "".join("M" + "L".join(f"{x} {y}" for x, y in line) + ("Z" if closed else "") for line in lines)


def percent(part: float) -> str:
    """A part of a drawing's width or height. A map is never turned round: west is left in every language."""
    return f"{round(part * 100, 2):g}%"
