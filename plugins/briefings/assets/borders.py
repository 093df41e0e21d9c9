"""The coasts and borders under the maps: Natural Earth's, from the npm package world-atlas, as TopoJSON.

Natural Earth draws borders as they are held (de facto). It is in the public domain; the package has a licence of its
own, which goes into the site.
"""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import accumulate

from pictures.outlines import Atlas, Ring

from ..failures import BuildFailed
from .packages import package_file

PACKAGE, FILE, LICENCE = "world-atlas", "countries-50m.json", "LICENSE"


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The countries of the earth. Raises ``BuildFailed`` where the package is not installed or not what it was."""
    try:
        return read_atlas(json.loads(package_file(PACKAGE, FILE)))
    except (KeyError, TypeError, ValueError) as error:
        raise BuildFailed(f"{PACKAGE}/{FILE} is not the TopoJSON that maps are made of: {error}") from error


def read_atlas(topology: dict) -> Atlas:
    """TopoJSON with the objects ``countries`` and ``land`` as an atlas.

    Arcs are whole numbers, each point but the first as its distance from the one before (TopoJSON 1, *Arcs*).
    Raises ``KeyError`` or ``TypeError`` for anything else.
    """
    (across, upright), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [
        [
            (west + x * across, south + y * upright)
            for x, y in accumulate(arc, lambda one, two: [one[0] + two[0], one[1] + two[1]])
        ]
        for arc in topology["arcs"]
    ]
    countries = [_polygons(shape) for shape in topology["objects"]["countries"]["geometries"]]
    masses = [_polygons(shape) for shape in topology["objects"]["land"]["geometries"]]
    land = [ring for polygons in masses for polygon in polygons for ring in polygon]
    return Atlas(arcs, countries, land)


def _polygons(shape: dict) -> list[list[Ring]]:
    """The polygons of a shape, each as rings of arcs; none for a shape without area."""
    found = {"Polygon": [shape.get("arcs", [])], "MultiPolygon": shape.get("arcs", [])}.get(shape["type"], [])
    return [[tuple(ring) for ring in polygon] for polygon in found]


def licence() -> bytes:
    """The licence of the package that the borders come in."""
    return package_file(PACKAGE, LICENCE)
