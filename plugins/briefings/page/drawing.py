"""Fractions of a scale as SVG lengths, in the direction in which a page reads."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """Where something begins on a drawing that grows from its physical start, and how wide it is: ``12.5%``."""

    x: str
    width: str


def stretch(start: float, end: float, direction: str) -> Stretch:
    """From ``start`` to ``end`` of a scale (0 to 1) that begins where lines begin: in Arabic on the other side."""
    return Stretch(_percent(1 - end if direction == "rtl" else start), _percent(end - start))


def point(along: float, direction: str) -> str:
    """A place on such a scale."""
    return _percent(1 - along if direction == "rtl" else along)


def _percent(fraction: float) -> str:
    return f"{round(fraction * 100, 2):g}%"
