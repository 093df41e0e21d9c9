"""Drawings on a page: fractions of a scale as SVG lengths, in the direction in which the page reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bilingual import Voice
from findings import Answer, Attribution, Quantity, Total
from pictures.chains import SHAPES, Chain, chain_of, kinds
from pictures.range_bars import Bar, answer_bars, total_bars
from pictures.timescale import Tick
from reports.edtf import parse_date


class Stretch(NamedTuple):
    """Where something begins on a drawing that grows from its physical start, and how wide it is: ``12.5%``."""

    x: str
    width: str


class Drawing:
    """What is drawn on a page that speaks with ``voice``. A scale begins where lines begin: in Arabic on the right."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def point(self, along: float) -> str:
        """A place on a scale from 0 to 1, as a length."""
        return _percent(1 - along if self.voice.dir == "rtl" else along)

    def stretch(self, start: float, end: float) -> Stretch:
        """A stretch of such a scale."""
        return Stretch(_percent(1 - end if self.voice.dir == "rtl" else start), _percent(end - start))

    def tick_name(self, tick: Tick) -> str:
        """The name of a line on a scale of time: its day, its month or its year, by what the scale tells apart."""
        if tick.names == "day":
            return self.voice.day_on_scale(tick.day)
        if tick.names == "month":
            return f"{self.voice.short_month(tick.day.month)} {self.voice.digits(tick.day.year)}"
        return self.voice.date(parse_date(tick.day.isoformat()[:4]))

    def total_bars(self, totals: Iterable[Total]) -> dict[tuple[Quantity, str], tuple[int, Bar | None]]:
        """The totals of a scope as bars, by quantity and row: the top of the quantity's scale, and the bar."""
        return total_bars(totals)

    def answer(self, answer: Answer) -> tuple[int, Bar | None, tuple[Bar | None, ...], tuple[Bar | None, ...]]:
        """An answer on one scale: its top, the range, each line, and each event that is part of it."""
        return answer_bars(answer)

    def chain(self, attribution: Attribution) -> Chain:
        """The drawing of a claim's chain."""
        return chain_of(attribution, self.voice.dir)

    def chain_kinds(self, claims: Iterable[Attribution]) -> list[tuple[str, str]]:
        """How the origins of these claims are identified, each with its shape."""
        return [(kind, SHAPES[kind]) for kind in kinds(claims)]


def _percent(fraction: float) -> str:
    return f"{round(fraction * 100, 2):g}%"
