"""Casualty figures as a record writes them: ``400+`` ⇄ ``Figure(low=400, high=400, open=True)``.

The forms are those of the report format, section *Figures*. A figure that was reported but not counted
(``some``) has neither a low nor a high: unknown is never 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import messages
from .messages import Refused

#: Words that stand for a figure, with the least number that each can mean.
WORDS = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}

#: The word for people who were reported and not counted.
UNCOUNTED = "some"

_NUMBER = r"(?:0|[1-9][0-9]{0,8})"
_SINGLE = re.compile(rf"(?P<about>~?)(?P<n>{_NUMBER})(?P<more>\+?)")
_RANGE = re.compile(rf"(?P<low>{_NUMBER})-(?P<high>{_NUMBER})")
_UP_TO = re.compile(rf"\.\.(?P<high>{_NUMBER})")

#: How surely a figure counts, the surest first: a number or a range; at least so many; a word, or at most so many.
FIRM, AT_LEAST, VAGUE = CLASSES = ("firm", "at least", "vague")

FORMS = "10, ~20, 400+, ~170+, 5-7, ..100, tens, dozens, hundreds, thousands or some"


class FigureError(Refused):
    """The words are not a casualty figure in any of the written forms."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One casualty figure, in people.

    ``written`` is the figure as the record has it; ``low`` and ``high`` are whole numbers of people, both
    ``None`` where nobody counted; ``open`` means that the true number may be higher than ``high``.
    """

    written: str
    low: int | None
    high: int | None
    open: bool = False
    approximate: bool = False

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError("a figure has both a low and a high, or neither")
        if self.low is not None and self.high is not None and not 0 <= self.low <= self.high:
            raise ValueError(f"a range runs from its low to its high: {self.low}-{self.high}")

    @property
    def counted(self) -> bool:
        """Whether anybody put a number to it."""
        return self.low is not None

    @property
    def up_to(self) -> bool:
        """Whether it says how many there were at most, and not how many there were."""
        return self.written.startswith("..")

    @property
    def certainty(self) -> str:
        """One of ``CLASSES`` (report format, rule 4)."""
        if self.word or self.up_to:
            return VAGUE
        return AT_LEAST if self.open else FIRM

    @property
    def word(self) -> str | None:
        """The word that stands for the figure (``dozens``, ``some``), or ``None`` for a number."""
        return self.written if self.written in WORDS or self.written == UNCOUNTED else None

    def __str__(self) -> str:
        return self.written


def parse_figure(text: str) -> Figure:
    """Read a figure as a record writes it.

    >>> parse_figure("~170+")
    Figure(written='~170+', low=170, high=170, open=True, approximate=True)

    Raises ``FigureError`` (a ``ValueError``) when the text has none of the forms.
    """
    if text == UNCOUNTED:
        return Figure(text, None, None)
    if text in WORDS:
        return Figure(text, WORDS[text], WORDS[text], open=True, approximate=True)
    if match := _SINGLE.fullmatch(text):
        number = int(match["n"])
        return Figure(text, number, number, open=bool(match["more"]), approximate=bool(match["about"]))
    if match := _RANGE.fullmatch(text):
        low, high = int(match["low"]), int(match["high"])
        if low > high:
            raise FigureError(messages.BACKWARD_RANGE(text=text, high=high, low=low))
        return Figure(text, low, high)
    if match := _UP_TO.fullmatch(text):
        return Figure(text, 0, int(match["high"]))
    in_letters = any(char.isalpha() for char in text) and not any(char.isdigit() for char in text)
    hint = messages.WRITE_FIGURE() if in_letters else None
    raise FigureError(messages.NO_FIGURE(hint, text=repr(text), forms=FORMS))
