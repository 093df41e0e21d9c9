"""How a number is said: about, at least, more than, up to, between."""

from __future__ import annotations

import re
from typing import NamedTuple

from .letters import fold


class How(NamedTuple):
    """What the words around a number say of it; ``start`` and ``end`` are where they begin and end."""

    start: int
    end: int
    approximate: bool = False
    open: bool = False
    up_to: bool = False


ABOUT, AT_LEAST, UP_TO = "about", "least", "most"

_AR_BEFORE = {
    ABOUT: "نحو|حوالي|حوالى|زهاء|قرابة|ما يقارب|يقارب|تقارب|ما يقرب من|يقرب من|تقريبا|يناهز|ما يناهز|ناهز|قدروا "
    "ب|مقدرا ب|يقدر ب|تقدر ب",
    AT_LEAST: "أكثر من|أزيد من|بأكثر من|ما يزيد عن|ما يزيد على|يزيد عن|يزيد على|تزيد عن|تزيد على|يزيد عددهم "
    "عن|يزيد عددهم على|ما لا يقل عن|لا يقل عن|لا تقل عن|"
    "لا يقل عددهم عن|ما يفوق|تفوق|يفوق|تجاوز|تجاوزت|تجاوز ال|تجاوزت ال|يتجاوز|تتجاوز|فاق|فاقت|على الأقل|أكثر من "
    "ال|فوق ال",
    UP_TO: "ما يصل إلى|يصل إلى|تصل إلى|لا يتجاوز|لا تتجاوز|لم يتجاوز|لم تتجاوز|لا يزيد عن|لا يزيد على|لا تزيد "
    "عن|لا تزيد على|"
    "أقل من|أقصاه|بحد أقصى|لا أكثر من|ليس أكثر من|قد يصل إلى|حتى",
}
_AR_AFTER = {
    ABOUT: "تقريبا|على وجه التقريب",
    AT_LEAST: "على الأقل|على أقل تقدير|أو أكثر|أو يزيد|فأكثر|فما فوق|كحد أدنى|بحد أدنى",
    UP_TO: "على الأكثر|كحد أقصى|بحد أقصى|أو أقل|لا أكثر|فقط كحد أقصى",
}
_EN_BEFORE = {
    ABOUT: "about|around|some|nearly|almost|roughly|approximately|approx|close to|an "
    "estimated|estimated|estimated at|circa|"
    "in the region of|in the order of|just under|just over",
    AT_LEAST: "at least|more than|over|no fewer than|not fewer than|no less than|not less than|upwards of|in excess of|"
    "exceeding|exceeded|exceeds|a minimum of|minimum of|greater than|above|passed|surpassed|topped",
    UP_TO: "up to|as many as|at most|no more than|not more than|at the most|fewer than|less than|under|below|a "
    "maximum of|"
    "not exceeding|as much as",
}
_EN_AFTER = {
    ABOUT: "or so|approximately",
    AT_LEAST: "or more|at least|and counting|plus",
    UP_TO: "at most|or fewer|or less",
}


def _pattern(table: dict[str, str], form: str) -> re.Pattern[str]:
    groups = []
    for name, phrases in table.items():
        ordered = sorted(map(fold, phrases.split("|")), key=len, reverse=True)
        groups.append(f"(?P<{name}>{'|'.join(map(re.escape, ordered))})")
    return re.compile(form.format("|".join(groups)))


def _last_words(table: dict[str, str]) -> frozenset[str]:
    words = {fold(phrase).split()[-1] for phrases in table.values() for phrase in phrases.split("|")}
    return frozenset(words | {joined + word for word in words for joined in "وفبلك"})


#: Between the phrase and the number the article can stand (الـ30), and a word that says whose number it is.
_BEFORE = {
    "ar": _pattern(_AR_BEFORE, r"(?<![^\W_])[وفبلك]?(?:{0})(?:\s+ال)?\s*$"),
    "en": _pattern(_EN_BEFORE, r"(?<![^\W_])(?:{0})\s*$"),
}
#: Behind the number up to three words can stand that say what is counted; no other number, and no comma.
_AFTER = {
    "ar": _pattern(_AR_AFTER, r"\s*(?:(?!و)[^\W\d_]+[\s«\"“]+){{0,3}}?[«\"“\s]*(?:{0})(?![^\W_])"),
    "en": _pattern(
        _EN_AFTER,
        r"\s*(?:(?!and\b|or\b|but\b|by\b)[^\W\d_]+,?[\s\"“]+){{0,3}}?(?:{0})"
        r"(?![^\W_]|\s+(?:\d|(?:an?|one|tw|thir|four|five|fif|six|seven|eigh|nin|ten|eleven|some)))",
    ),
}
#: What the last word before a number is, where it says how that is meant; and what stands behind such a number.
_LAST = {lang: _last_words(table) for lang, table in (("ar", _AR_BEFORE), ("en", _EN_BEFORE))}
_HINTS = {
    "ar": re.compile("قل|كثر|تقريب|يزيد|فوق|ادني|دنى|اقصي|قصى"),
    "en": re.compile("least|most|more|so|approx|plus|counting|fewer|less"),
}
_SIGN = {"~": ABOUT, ">": AT_LEAST, "<": UP_TO, "≈": ABOUT}
_LOOK = 48


def how(folded: str, start: int, end: int, lang: str) -> How:
    """What stands around the number from ``start`` up to ``end`` and says how it is meant."""
    said: set[str] = set()
    while start:
        before = folded[max(0, start - _LOOK) : start]
        last = before.rsplit(None, 1)[-1:]
        match = _BEFORE[lang].search(before) if last and last[0].rstrip() in _LAST[lang] else None
        if match is None:
            sign = _SIGN.get(before.rstrip()[-1:])
            if sign:
                said.add(sign)
                start = len(folded[:start].rstrip()) - 1
            break
        said.add(match.lastgroup or "")
        start -= len(before) - match.start()
        if match[0].startswith("و"):  # what stands before "and" is said of something else
            break
    if folded[end : end + 1] == "+":
        said.add(AT_LEAST)
        end += 1
    match = _HINTS[lang].search(folded, end, end + _LOOK) and _AFTER[lang].match(folded, end, end + _LOOK)
    if match:
        said.add(match.lastgroup or "")
        end = match.end()
    if UP_TO in said and AT_LEAST in said:  # "no more than" is neither
        said.discard(AT_LEAST)
    return How(start, end, ABOUT in said, AT_LEAST in said, UP_TO in said)
