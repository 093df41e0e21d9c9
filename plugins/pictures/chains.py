"""Chains of attribution as drawings: the origin's shape, a knot for each relay, and the end at the publisher."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from findings import Attribution

#: The shape of an origin by how it is identified; one of its own for what a publisher says itself. The more is known
#: of who speaks, the fuller the shape.
SHAPES = {
    "named": "disc",
    "role": "ring",
    "institution": "square",
    "unnamed": "dashed",
    "unattributed": "gap",
    "own": "own",
}

#: From one knot to the next, and before the first and after the last; between lines that run side by side; how high a
#: knot or a shape is: all in CSS pixels.
STEP, EDGE, FORK, LINE = 22, 8, 10, 16


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain: the origin's shape, its knots, the lines between them, and where it ends; in CSS pixels.

    ``knots`` are ``(x, y)``. A relay of several side by side is a fork, with a knot for each. ``lines`` lead from
    each knot to each of the next step: ``(x1, y1, x2, y2)``. ``middle`` is the y of where it begins and ends.
    """

    shape: str
    start: int
    middle: int
    knots: tuple[tuple[int, int], ...]
    lines: tuple[tuple[int, int, int, int], ...]
    end: int
    width: int
    height: int


def chain_of(attribution: Attribution, direction: str = "ltr") -> Chain:
    """The drawing of a chain, from where lines begin: in Arabic from the other side."""
    shape = SHAPES["own" if attribution.own_voice else attribution.claim.identified]
    relays = [len(step) for step in attribution.relays]
    steps = len(relays) + 1 if relays or not attribution.own_voice else 0
    height = LINE + FORK * (max(relays, default=1) - 1)
    width, middle = 2 * EDGE + steps * STEP, height // 2
    along = [EDGE + step * STEP for step in range(steps + 1)]
    if direction == "rtl":
        along = [width - place for place in along]
    places = [[(along[0], middle)]]
    for x, several in zip(along[1:], relays, strict=False):
        top = middle - FORK * (several - 1) // 2
        places.append([(x, top + FORK * number) for number in range(several)])
    knots = [place for step in places[1:] for place in step]
    if steps:
        places.append([(along[-1], middle)])
    lines = [(*first, *second) for before, after in itertools.pairwise(places) for first in before for second in after]
    return Chain(shape, along[0], middle, tuple(knots), tuple(lines), along[-1], width, height)


def kinds(attributions: Iterable[Attribution]) -> tuple[str, ...]:
    """How the origins of these chains are identified, each way once, from the most that is known to the least."""
    found = {"own" if one.own_voice else one.claim.identified for one in attributions}
    return tuple(kind for kind in SHAPES if kind in found)
