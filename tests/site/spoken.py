"""Figures in words → what they mean: the way back from a page to a table, written from the report format alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

_N = r"(?P<n>[0-9][0-9,]*)"
_ENDS = r"(?P<low>[0-9][0-9,]*){0}(?P<high>[0-9][0-9,]*)"

#: Each form by language, with the flags that it means: ``o`` open, ``a`` approximate, ``0`` from none.
_FORMS = {
    "en": [
        (_N, ""),
        (f"at least {_N}", "o"),
        (f"{_N} or more", "o"),
        (f"about {_N}", "a"),
        (f"about {_N} or more", "ao"),
        (f"up to {_N}", "0"),
        (f"up to about {_N}", "0a"),
        (_ENDS.format(" to "), ""),
        (f"{_ENDS.format(' to ')} or more", "o"),
        (f"about {_ENDS.format(' to ')}", "a"),
        (f"about {_ENDS.format(' to ')} or more", "ao"),
    ],
    "ar": [
        (_N, ""),
        (f"{_N} على الأقل", "o"),
        (f"{_N} أو أكثر", "o"),
        (f"نحو {_N}", "a"),
        (f"نحو {_N} أو أكثر", "ao"),
        (f"حتى {_N}", "0"),
        (f"حتى نحو {_N}", "0a"),
        (f"من {_ENDS.format(' إلى ')}", ""),
        (f"من {_ENDS.format(' إلى ')} أو أكثر", "o"),
        (f"من {_ENDS.format(' إلى ')} تقريباً", "a"),
        (f"من {_ENDS.format(' إلى ')} تقريباً أو أكثر", "ao"),
    ],
}
_WORDS = {
    "en": {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000},
    "ar": {"عشرات": 10, "عشرات (بالدزينة)": 12, "مئات": 100, "آلاف": 1000},
}
_UNCOUNTED = {"en": ("not counted", "some, not counted"), "ar": ("لم يُحصَ", "عدد لم يُحصَ")}


@dataclass(frozen=True, order=True)
class Meant:
    """What a figure, a range or a total says: bounds that are -1 where nobody counted, and two flags."""

    low: int = -1
    high: int = -1
    open: bool = False
    approximate: bool = False


def meant(text: str, lang: str) -> Meant:
    """What the words of a page mean. Raises ``ValueError`` for words that mean no figure."""
    if text in _UNCOUNTED[lang]:
        return Meant()
    if text in _WORDS[lang]:
        return Meant(_WORDS[lang][text], _WORDS[lang][text], True, True)
    for form, flags in _FORMS[lang]:
        if match := re.fullmatch(form, text):
            ends = {name: int(value.replace(",", "")) for name, value in match.groupdict().items()}
            high = ends.get("high", ends.get("n", 0))
            low = 0 if "0" in flags else ends.get("low", high)
            return Meant(low, high, "o" in flags, "a" in flags)
    raise ValueError(f"{text!r} is no figure in words ({lang})")


def tabled(row: dict[str, str]) -> Meant:
    """What a row of a table says in its columns low, high, open and approximate."""
    if not row["low"]:
        return Meant()
    return Meant(int(row["low"]), int(row["high"]), row["open"] == "true", row["approximate"] == "true")
