"""Casualty figures in words: ``about 170 or more``, ``5 to 7``, ``dozens``, ``some, number not given``.

A figure that nobody counted has neither a low nor a high, and is never spoken as 0. A word stays a word: it is never
spoken as the number that it is read as.
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
    "some": P_("number", "some, number not given"),
}


def spell_figure(voice: Speaker, figure: Figure) -> str:
    """A figure as one claim gives it: ``at least 400``, ``dozens``, ``up to 100``, ``some, number not given``."""
    return spell_range(
        voice, figure.low, figure.high, figure.open, figure.approximate, up_to=figure.up_to, word=figure.word
    )


def spell_range(
    voice: Speaker,
    low: int | None,
    high: int | None,
    open: bool,
    approximate: bool,
    *,
    up_to: bool = False,
    word: str | None = None,
) -> str:
    """A range or total: ``15``, ``at least 15``, ``5 to 7 or more``, ``some, number not given``.

    A ``word`` is said in its place. ``up_to``: its low is no number that anybody gave, and is not said.
    """
    if word is not None:
        return voice.pgettext(*_WORDS[word])
    if low is None or high is None:
        return voice.pgettext(*_WORDS["some"])
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
        case False, False, False if up_to:
            return voice.pgettext("number", "up to %(number)s", number=number)
        case False, False, True if up_to:
            return voice.pgettext("number", "up to about %(number)s", number=number)
        case False, False, False:
            return from_to(voice, low, high)
        case False, False, True if not low:  # nobody is about none: the high is about so many
            return voice.pgettext("number", "%(low)s to about %(high)s", **ends)
        case False, True, True if not low:
            return voice.pgettext("number", "%(low)s to about %(high)s or more", **ends)
        case False, False, True:
            return voice.pgettext("number", "between about %(low)s and %(high)s", **ends)
        case False, True, False:
            return voice.pgettext("number", "%(low)s to %(high)s or more", **ends)
    return voice.pgettext("number", "between about %(low)s and %(high)s, or more", **ends)


def from_to(voice: Speaker, low: int, high: int) -> str:
    """``5 to 7``, also where the low is 0."""
    return voice.pgettext("number", "%(low)s to %(high)s", low=voice.number(low), high=voice.number(high))
