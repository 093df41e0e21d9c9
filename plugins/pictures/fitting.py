"""Which part of the earth a map shows, where its places do not all fit on one that could be read.

The window is that in which most places can be told apart. Places join by nearness, from single ones up to all of
them (single linkage), and each group on the way has the window that just holds it. Of these the best is the one that

1. tells apart most of the places where something happened, then most of all places,
2. holds most of them, and
3. is smallest.

So a neighbourhood of Aleppo and a hall in Geneva make a map of one of them, and twenty neighbourhoods and a capital
make a map of the neighbourhoods. Nothing here depends on the order of the places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from .projection import DEGREE, SHAPE, Point, Window, distance, turned

#: Kinds that are no point, and how far round theirs they are taken to reach, in kilometres: the usual size of such a
#: place, which says "somewhere about here" and draws no border.
REACH = {"city": 6.0, "area": 8.0, "road": 8.0, "district": 15.0, "governorate": 40.0, "country": 150.0}

#: The narrowest map of one place, in kilometres, for kinds that are points; for others their reach decides.
LEAST = {"facility": 8.0, "neighbourhood": 8.0, "camp": 30.0, "village": 30.0, "town": 30.0}

#: The room that a window leaves round its places, and the nearest that a place on the map is to its frame.
MARGIN, EDGE = 0.13, 0.03

#: Two places nearer than this part of the width cannot be told apart.
APART = 0.05

#: An area that reaches further than this part of the width from its middle is wider than the map.
WIDEST = 0.45

#: Groups that reach further than so many kilometres are never one map.
FURTHEST = 2500.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a map is about.

    ``events`` is how many are told of it, ``above`` what contains it, ``label`` how long its name is in CSS pixels.
    ``rank`` is its place in the list beside the map, and ``point`` ``None`` where nobody located it.
    """

    id: str
    rank: int
    kind: str
    point: Point | None
    events: int = 0
    above: frozenset[str] = frozenset()
    label: float = 60.0

    @property
    def reach(self) -> float:
        """How far it is taken to reach, in kilometres; 0 for what is drawn as a dot."""
        return REACH.get(self.kind, 0.0)


def fitted(spots: Iterable[Spot], focus: str | None = None) -> Window | None:
    """The window for these places; with a ``focus``, the best that holds this one. ``None`` if none is located."""
    located = sorted((spot for spot in spots if spot.point), key=lambda spot: spot.id)
    held = [spot for spot in located if spot.id == focus]
    best: tuple[tuple, Window] | None = None
    for group in _groups(located):
        window = _window(group)
        if window is None or not all(_shown(spot, window) for spot in held):
            continue
        score = (*_worth(located, window), -window.width, window.latitude, window.longitude)
        if best is None or score > best[0]:
            best = score, window
    return best[1] if best else None


def _shown(spot: Spot, window: Window) -> bool:
    return on_map(spot, window) and not too_wide(spot, window)


def on_map(spot: Spot, window: Window) -> bool:
    """Whether a place's point is on the map, frame apart."""
    return spot.point is not None and window.holds(spot.point, EDGE)


def too_wide(spot: Spot, window: Window) -> bool:
    """Whether a place is an area for which the map is too small."""
    return spot.reach > WIDEST * window.width


def _groups(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Each place by itself, and each group that arises when the nearest two groups become one, again and again."""
    groups = {spot.id: [spot] for spot in spots}
    yield from groups.values()
    for one, two in _nearest_links(spots):
        joined = groups[one] + groups[two]
        for spot in joined:
            groups[spot.id] = joined
        yield joined


def _nearest_links(spots: Sequence[Spot]) -> list[tuple[str, str]]:
    """The links of the shortest tree through all places (Prim), the shortest first."""
    if not spots:
        return []
    points = {spot.id: spot.point for spot in spots if spot.point}
    added = spots[0].id
    near = {id: (inf, "") for id in points if id != added}
    links: list[tuple[float, str, str]] = []
    while near:
        for id in near:
            near[id] = min(near[id], (distance(points[added], points[id]), added))
        added = min(near, key=lambda id: (near[id], id))
        length, to = near.pop(added)
        links.append((length, min(added, to), max(added, to)))
    return [(one, two) for _, one, two in sorted(links)]


def _window(group: Sequence[Spot]) -> Window | None:
    """The window that just holds a group; ``None`` for one that reaches too far."""
    first: Point = min(spot.point for spot in group if spot.point)
    east = [turned(spot.point[1] - first[1]) for spot in group if spot.point]
    north = [spot.point[0] for spot in group if spot.point]
    latitude = (min(north) + max(north)) / 2
    longitude = turned(first[1] + (min(east) + max(east)) / 2)
    degree = Window(latitude, longitude, 1.0).degree
    points = [spot for spot in group if not spot.reach]
    # A group of areas alone leaves room for them; among points they are where their middle is.
    round_it = 0.0 if points else max(spot.reach for spot in group)
    across = (max(east) - min(east)) * degree + 2 * round_it
    upright = (max(north) - min(north)) * DEGREE + 2 * round_it
    if max(across, upright) > FURTHEST:
        return None
    least = min((LEAST[spot.kind] for spot in points), default=0.0)
    inner = 1 - 2 * MARGIN
    return Window(latitude, longitude, max(across / inner, upright / (SHAPE * inner), least))


def _worth(spots: Sequence[Spot], window: Window) -> tuple[int, int, int]:
    """How many places with events a window tells apart, how many of all, and how many it holds."""
    shown = [spot for spot in spots if _shown(spot, window)]
    placed = sorted((*window.at(spot.point), spot.events > 0) for spot in shown if spot.point)
    return (
        _told_apart((x, y) for x, y, happened in placed if happened),
        _told_apart((x, y) for x, y, _ in placed),
        len(shown),
    )


def _told_apart(placed: Iterable[tuple[float, float]]) -> int:
    """How many of these, from west to east, are no nearer to one that is counted already than the eye can part."""
    kept: dict[tuple[int, int], list[tuple[float, float]]] = {}
    count = 0
    for x, y in placed:
        column, row = int(x // APART), int(y * SHAPE // APART)
        around = (there for dx in (-1, 0, 1) for dy in (-1, 0, 1) for there in kept.get((column + dx, row + dy), ()))
        if all((x - ox) ** 2 + ((y - oy) * SHAPE) ** 2 >= APART**2 for ox, oy in around):
            kept.setdefault((column, row), []).append((x, y))
            count += 1
    return count
