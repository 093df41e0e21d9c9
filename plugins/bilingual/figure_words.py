"""Casualty figures in words: ``about 170 or more``, ``5 to 7``, ``not counted``.

A figure that nobody counted has neither a low nor a high, and is never spoken as 0.
"""

from __future__ import annotations

from .marking import P_
from .shapes import Figure, Speaker

#: Figures that are a word. Arabic عشرات stands for both tens and dozens; the second says how it was counted.
_WORDS = {
    "tens": P_("number", "tens"),
    "dozens": P_("number", "dozens"),
    "hundreds": P_("number", "hundreds"),
    "thousands": P_("number", "thousands"),
    "some": P_("number", "some, not counted"),
}


def spell_figure(voice: Speaker, figure: Figure) -> str:
    """A figure as one claim gives it: ``at least 400``, ``dozens``, ``some, not counted``."""
    if figure.word is not None:
        return voice.pgettext(*_WORDS[figure.word])
    if figure.low is None:
        return voice.pgettext(*_WORDS["some"])
    return spell_range(voice, figure.low, figure.high, figure.open, figure.approximate)


def spell_range(voice: Speaker, low: int | None, high: int | None, open: bool, approximate: bool) -> str:
    """A range or total: ``15``, ``at least 15``, ``5 to 7 or more``, ``up to 100``, ``not counted``."""
    if low is None or high is None:
        return voice.pgettext("number", "not counted")
    number, ends = voice.number(high), {"low": voice.number(low), "high": voice.number(high)}
    match low == high, open, approximate:
        case True, False, False:
            return number
        case True, True, False if high:
            return voice.pgettext("number", "at least %(number)s", number=number)
        case True, True, False:
            return voice.pgettext("number", "%(number)s or more", number=number)
        case True, False, True:
            return voice.pgettext("number", "about %(number)s", number=number)
        case True, True, True:
            return voice.pgettext("number", "about %(number)s or more", number=number)
        case False, False, False if not low:
            return voice.pgettext("number", "up to %(number)s", number=number)
        case False, False, True if not low:
            return voice.pgettext("number", "up to about %(number)s", number=number)
        case False, False, False:
            return from_to(voice, low, high)
        case False, False, True:
            return voice.pgettext("number", "about %(low)s to %(high)s", **ends)
        case False, True, False:
            return voice.pgettext("number", "%(low)s to %(high)s or more", **ends)
    return voice.pgettext("number", "about %(low)s to %(high)s or more", **ends)


def from_to(voice: Speaker, low: int, high: int) -> str:
    """``5 to 7``, also where the low is 0."""
    return voice.pgettext("number", "%(low)s to %(high)s", low=voice.number(low), high=voice.number(high))


def spell_bounds(voice: Speaker, low: int | None, high: int | None, open: bool, approximate: bool) -> str:
    """A range whose low is said also where it is 0: ``0 to 100``, ``about 0 to 100``; else as ``spell_range``."""
    if low is not None and high and not low and not open:
        if not approximate:
            return from_to(voice, low, high)
        ends = {"low": voice.number(low), "high": voice.number(high)}
        return voice.pgettext("number", "about %(low)s to %(high)s", **ends)
    return spell_range(voice, low, high, open, approximate)
