"""Chains of attribution as drawings: the origin's shape, a knot for each relay, and the end at the publisher."""

from __future__ import annotations

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

#: From one knot to the next, and before the first and after the last, in CSS pixels.
STEP, EDGE = 22, 8


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain: the origin's shape, where its knots stand, where it ends, and how wide it is; in CSS pixels."""

    shape: str
    start: int
    knots: tuple[int, ...]
    end: int
    width: int


def chain_of(attribution: Attribution, direction: str = "ltr") -> Chain:
    """The drawing of a chain, from where lines begin: in Arabic from the other side."""
    shape = SHAPES["own" if attribution.own_voice else attribution.claim.identified]
    steps = 0 if attribution.own_voice else len(attribution.relays) + 1
    width = 2 * EDGE + steps * STEP
    along = [EDGE + step * STEP for step in range(steps + 1)]
    if direction == "rtl":
        along = [width - place for place in along]
    return Chain(shape, along[0], tuple(along[1:-1]), along[-1], width)


def kinds(attributions: list[Attribution]) -> tuple[str, ...]:
    """How the origins of these chains are identified, each way once, from the most that is known to the least."""
    found = {"own" if one.own_voice else one.claim.identified for one in attributions}
    return tuple(kind for kind in SHAPES if kind in found)
