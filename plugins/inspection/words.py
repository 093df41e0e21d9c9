"""Figures in words → what they mean, written from the report format alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .counts import VAGUE, WORDS, Count

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
        (_ENDS.format(" to about "), "a"),
        (f"{_ENDS.format(' to about ')} or more", "ao"),
        (f"between about {_ENDS.format(' and ')}", "a"),
        (f"between about {_ENDS.format(' and ')}, or more", "ao"),
    ],
    "ar": [
        (_N, ""),
        (f"{_N} على الأقل", "o"),
        (f"{_N} أو أكثر", "o"),
        (f"نحو {_N}", "a"),
        (f"نحو {_N} أو أكثر", "ao"),
        (f"{_N} على الأكثر", "0"),
        (f"نحو {_N} على الأكثر", "0a"),
        (f"من {_ENDS.format(' إلى ')}", ""),
        (f"من {_ENDS.format(' إلى ')} أو أكثر", "o"),
        (f"من {_ENDS.format(' إلى نحو ')}", "a"),
        (f"من {_ENDS.format(' إلى نحو ')} أو أكثر", "ao"),
        (f"بين نحو {_ENDS.format(' و')}", "a"),
        (f"بين نحو {_ENDS.format(' و')} أو أكثر", "ao"),
    ],
}
_COMPILED = {lang: [(re.compile(form), flags) for form, flags in forms] for lang, forms in _FORMS.items()}
#: Words that stand alone for a number, with the least that each can mean. Arabic has one for tens and dozens.
_WORDS: dict[str, dict[str, tuple[int, ...]]] = {
    "en": {"tens": (10,), "dozens": (12,), "hundreds": (100,), "thousands": (1000,)},
    "ar": {"عشرات": (10, 12), "مئات": (100,), "آلاف": (1000,)},
}
_UNCOUNTED = {"en": ("some, number not given",), "ar": ("لم يُذكر العدد",)}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٬", "0123456789,")


@dataclass(frozen=True, order=True, slots=True)
class Meant:
    """What a figure, a range or a total says: bounds that are -1 where nobody counted, two flags, and whether it is a
    ``word`` alone, or says only how many at most (``up_to``)."""

    low: int = -1
    high: int = -1
    open: bool = False
    approximate: bool = False
    word: bool = False
    up_to: bool = False


def meaning(count: Count | None) -> Meant:
    """What words should say of a count: of one that only a word gave, the word; of one that only bounds, how many."""
    if count is None:
        return Meant()
    word = count.words and count.low == count.high and count.low in WORDS.values()
    up_to = count.vagueness == VAGUE and not count.open and count.low == 0 < count.high
    return Meant(count.low, count.high, count.open, count.approximate, word, up_to)


def meant(text: str, lang: str) -> Meant | None:
    """The first of them: of a word that may mean several numbers the least; ``None`` where there is none."""
    return next(iter(meanings(text, lang)), None)


@lru_cache(maxsize=1 << 14)
def meanings(text: str, lang: str) -> tuple[Meant, ...]:
    """What the words of a page can mean; nothing for words that are not those of figures: a theme may have others."""
    text = text.translate(_DIGITS)
    if text in _UNCOUNTED.get(lang, ()):
        return (Meant(),)
    if text in _WORDS.get(lang, {}):
        return tuple(Meant(number, number, True, True, word=True) for number in _WORDS[lang][text])
    for form, flags in _COMPILED.get(lang, ()):
        if match := form.fullmatch(text):
            ends = {name: int(value.replace(",", "")) for name, value in match.groupdict().items()}
            high = ends.get("high", ends.get("n", 0))
            up_to = "0" in flags
            low = 0 if up_to else ends.get("low", high)
            return (Meant(low, high, "o" in flags, "a" in flags, up_to=up_to),)
    return ()


def word_for(number: int, text: str, lang: str) -> bool:
    """Whether a word that means a number stands in a text."""
    return any(word in text for word, means in _WORDS.get(lang, {}).items() if number in means)


def numbers(text: str) -> list[int]:
    """The numbers that stand in a text in digits, of either kind."""
    return [int(found.replace(",", "")) for found in re.findall(r"[0-9][0-9,]*", text.translate(_DIGITS))]


def agrees(text: str, lang: str, shown: Meant) -> bool:
    """Whether a text says what it should.

    Of words that are not known only the numbers are compared: a theme may say "circa", but no other number.
    """
    said = meanings(text, lang)
    if said:
        return shown in said
    ends = set() if shown.word else {shown.low, shown.high} - {-1}
    return {*numbers(text)} in (ends, ends - {0})
