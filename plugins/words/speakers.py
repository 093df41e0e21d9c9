"""Whose word a sentence is, where it says so, and through whom it came."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .read_text import Reading

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Where in the text the words stand that say ``by`` whom a sentence is, and ``via`` whom it came."""

    by: Stretch | None = None
    via: Stretch | None = None


_SAID_AR = (
    "قال|قالت|قالوا|افاد|افادت|ذكر|ذكرت|اكد|اكدت|اعلن|اعلنت|اوضح|اوضحت|اضاف|اضافت|كشف|كشفت|اشار|اشارت|"
    "زعم|زعمت|صرح|صرحت|ابلغ|ابلغت"
)
_WHO_AR = r"(?P<by>[^.،:؛\n]{2,80}?)"
_AR = (
    re.compile(
        rf"(?<!\w)و?(?:نقلت?|ينقل) (?P<via>[^.،:؛\n]{{2,60}}?) عن "
        rf"{_WHO_AR}(?=\s+(?:قوله|قولها|قولهم|ان|انه|انها|تاكيد)(?!\w)|[،:؛]|$)"
    ),
    re.compile(
        rf"(?<!\w)[وف]?(?:بحسب|حسبما|حسب|وفقا ل|وفق|نقلا عن|بحسب ما (?:{_SAID_AR})) "
        rf"?{_WHO_AR}(?=\s*[،.:؛]|\s+(?:ف?ان|ف?قد)(?!\w)|$)"
    ),
    re.compile(
        rf"(?<!\w)[وف]?(?:{_SAID_AR}) {_WHO_AR}(?:،? "
        rf"ل(?P<via>(?:ل|وكال|شبك|صحيف|قنا|موقع|فرانس|رويترز)[^.،:؛\n]{{1,40}}?))?"
        r"(?=(?:،\s*|\s+)(?:ان|انه|انها|انهم|ب?ان|عن|الى ان|الي ان)(?!\w)|\s*[:«\"،])"
    ),
)
_WHO_EN = r"(?P<by>[^.,:;\n]{2,80}?)"
_EN = (
    re.compile(rf"(?P<via>[^.,:;\n]{{2,60}}?) (?:quoted|quotes|cited|cites) {_WHO_EN}(?= as saying| who|,|:|$)"),
    re.compile(rf"\baccording to {_WHO_EN}(?=[,.:;]|$)"),
    re.compile(rf"{_WHO_EN} (?:told|tells) (?P<via>[^.,:;\n]{{2,40}}?)(?= that|[,:]|$)"),
    re.compile(
        rf"{_WHO_EN} (?:said|says|reported|announced|affirmed|confirmed|explained|added|stated|claimed|"
        r"alleged)(?= that|[,:]| on | in )"
    ),
)


def speakers_in(reading: Reading, start: int, end: int) -> Speakers | None:
    """Whose word a sentence is by what it says; ``start`` and ``end`` are its places in folded letters. ``None`` where
    it does not say."""
    sentence = reading.letters.folded[start:end]
    for pattern in _AR if reading.lang == "ar" else _EN:
        match = pattern.search(sentence)
        if match:
            groups = match.re.groupindex
            via = match.span("via") if "via" in groups and match["via"] else None
            return Speakers(_stretch(reading, start, match.span("by")), _stretch(reading, start, via) if via else None)
    return None


def _stretch(reading: Reading, start: int, found: Stretch) -> Stretch:
    begin, end = start + found[0], start + found[1]
    folded = reading.letters.folded
    while begin < end and folded[begin] in " \n":
        begin += 1
    return reading.letters.stretch(begin, end)
