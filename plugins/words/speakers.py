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
_AND = "(?P<and>[وف])?"
_THAT = r"(?:ب?ان|انه|انها|انهم|الى ان|الي ان)(?!\w)"
_WHO_AR = r"(?P<by>[^.،:؛\n]{2,80}?)"
_AR = (
    re.compile(
        rf"(?<!\w){_AND}(?:نقلت?|ينقل) (?P<via>[^.،:؛\n]{{2,60}}?) عن "
        rf"{_WHO_AR}(?=\s+(?:قوله|قولها|قولهم|ان|انه|انها|تاكيد)(?!\w)|[،:؛]|$)"
    ),
    re.compile(
        rf"(?<!\w){_AND}(?:بحسب|حسبما|حسب|وفقا ل|وفق|نقلا عن|بحسب ما (?:{_SAID_AR})) "
        rf"?{_WHO_AR}(?=\s*[،.:؛]|\s+(?:ف?ان|ف?قد)(?!\w)|$)"
    ),
    re.compile(rf"(?<!\w){_AND}كانت? {_WHO_AR} قد (?:{_SAID_AR})(?!\w)"),
    re.compile(
        rf"(?<!\w){_AND}(?:{_SAID_AR}) (?!{_THAT}){_WHO_AR}(?:،? "
        rf"ل(?P<via>(?:ل|وكال|شبك|صحيف|قنا|موقع|فرانس|رويترز)[^.،:؛\n]{{1,40}}?))?"
        rf"(?=(?:،\s*|\s+)(?:{_THAT}|عن(?!\w))|\s*[:«\"،])"
    ),
    re.compile(rf"(?<!\w){_AND}(?:{_SAID_AR})(?P<by>) (?={_THAT})"),
    re.compile(rf"(?<!\w){_AND}(?:اتهمت?|[يت]تهم) {_WHO_AR}(?= ب\w)"),
)
#: Who is named by these can stand before a figure as well as behind it.
_ACCORDING = _AR[1]
#: Behind these something else is told.
_TURN = re.compile(r"(?<!\w)و?(?:بينما|فيما|لكن\w*|غير|في حين|بل|انما)(?!\w)")
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


def speakers_in(reading: Reading, start: int, end: int, figure: int) -> Speakers | None:
    """Whose word a figure of a sentence is by what that says; ``start`` and ``end`` are the places of the sentence,
    ``figure`` that of the figure, in folded letters. ``None`` where it does not say."""
    sentence = reading.letters.folded[start:end]
    if reading.lang == "ar":
        match = _nearest(sentence, figure - start)
    else:
        match = next(filter(None, (pattern.search(sentence) for pattern in _EN)), None)
    if match is None:
        return None
    via = match.span("via") if "via" in match.re.groupindex and match["via"] else None
    return Speakers(_stretch(reading, start, match.span("by")), _stretch(reading, start, via) if via else None)


def _nearest(sentence: str, figure: int) -> re.Match[str] | None:
    """Of those who speak in an Arabic sentence the one whose word a figure is: the last before it, or who is named
    right behind it («وفق»), where nobody relays it. What is joined by "and" behind a figure begins something else."""
    found: list[re.Match[str]] = []
    for pattern in _AR:
        for match in pattern.finditer(sentence):
            if not any(other.start() < match.end() and match.start() < other.end() for other in found):
                found.append(match)
    before = max((one for one in found if one.start() < figure), key=re.Match.start, default=None)
    behind = min((one for one in found if one.start() >= figure), key=re.Match.start, default=None)
    if behind and (behind["and"] or _TURN.search(sentence, figure, behind.start())):
        behind = None
    if before is None or (before.re is not _AR[0] and behind and behind.re is _ACCORDING):
        return behind
    return before


def _stretch(reading: Reading, start: int, found: Stretch) -> Stretch:
    begin, end = start + found[0], start + found[1]
    folded = reading.letters.folded
    while begin < end and folded[begin] in " \n":
        begin += 1
    return reading.letters.stretch(begin, end)
