"""A folded text as words and numerals, each with what the tables know of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from . import months, nouns, numerals, outcomes
from .letters import Letters
from .nouns import Noun
from .numerals import Numeral
from .outcomes import Cue

#: Dates and times in digits; numbers with any separators; words.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<date>(?<![\d.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}:\d\d(?::\d\d)?)(?![\d/]))"
    r"|(?P<number>\d{1,3}(?P<by>[,.،'’ ])\d{3}(?:(?P=by)\d{3})*(?![\d])(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)?)"
)
_WORD = _TOKEN.groupindex["word"]
#: Letters that Arabic joins to the beginning of a word, and the article.
_JOINED = re.compile("[وف]?(?:لل|[بلك]?(?:ال)?)")
_FIRST = frozenset("وفبلكا")
_ENDING = re.compile("['’ʼ]s?$")
#: What is no number where a letter is joined: لست is "I am not", وبعد is no "and by ten".
_NEVER = frozenset(("لست", "ولست", "فلست", "بست", "كست", "لعشر"))


#: All that a table knows.
_KNOWN = frozenset().union(
    numerals.ARABIC, numerals.FEW, numerals.TEEN_ONLY, numerals.AND_MORE, numerals.AR_ORDINALS, nouns.ARABIC,
    numerals.HALF, outcomes.ARABIC, months.MONTHS, months.TWO_WORDS, months.WEEKDAYS, months.RELATIVE, months.UNITS,
)  # fmt: skip
#: Words that are no numbers, with which some begin.
_BEGINS = numerals.FEW | numerals.HALF | frozenset(numerals.TEEN_ONLY)


class Facts(NamedTuple):
    """What is known of a word: the letters that are ``joined`` to it, and what the tables say of the ``stem``.

    It ``counts`` where a number can begin with it. ``known``: a number or a date can begin with it.
    """

    joined: str
    stem: str
    numeral: Numeral | None = None
    noun: Noun | None = None
    calendar: str = ""
    cue: Cue | None = None
    counts: bool = False
    known: bool = False

    @property
    def has_and(self) -> bool:
        """Whether "and" is joined to it."""
        return self.joined.startswith(("و", "ف"))

    @property
    def article(self) -> bool:
        """Whether the Arabic article is joined to it."""
        return self.joined.endswith(("ال", "لل"))


class Token(NamedTuple):
    """A word, a number or a date in digits; ``start`` and ``end`` are places in the folded text."""

    kind: str
    text: str
    start: int
    end: int
    facts: Facts


_DIGITS = Facts("", "", known=True)


#: So many words are remembered.
_MOST = 65_536


@lru_cache(maxsize=_MOST)
def ways(word: str) -> tuple[tuple[str, str], ...]:
    """Each way of taking joined letters from a folded Arabic word, none at first: the letters, and what is left."""
    if word[:1] not in _FIRST:
        return (("", word),)
    match = _JOINED.match(word)
    found = [("", word)]
    for end in range(1, match.end() + 1 if match else 0):
        if len(word) - end >= 2 and _JOINED.fullmatch(word, 0, end):
            found.append((word[:end], word[end:]))
    return tuple(found)


def arabic(word: str) -> Facts:
    """What is known of a folded Arabic word."""
    stems = [stem for _, stem in ways(word)]
    if _KNOWN.isdisjoint(stems) and not any(map(nouns.arabic_noun, stems)):
        return Facts("", word)
    facts = _arabic(word)
    cue = next((outcomes.ARABIC[stem] for stem in stems if stem in outcomes.ARABIC), None)
    counts = bool(facts.numeral or facts.noun or not {facts.stem}.isdisjoint(_BEGINS))
    return facts._replace(cue=cue, counts=counts, known=counts or bool(facts.calendar))


def _arabic(word: str) -> Facts:
    for joined, stem in ways(word):
        if kind := _calendar(stem):
            bare = numerals.ARABIC.get(stem) if not joined else None
            return Facts(joined, stem, bare, nouns.arabic_noun(stem), kind)
    number: tuple[str, str, Numeral] | None = None
    noun: tuple[str, str, Noun] | None = None
    for joined, stem in ways(word):
        if number is None and word not in _NEVER and (numeral := numerals.ARABIC.get(stem)):
            number = joined, stem, numeral
        if noun is None and (found := nouns.arabic_noun(stem)):
            noun = joined, stem, found
    if number:
        return Facts(number[0], number[1], number[2], noun[2] if noun and noun[0] == number[0] else None)
    if noun:
        return Facts(noun[0], noun[1], None, noun[2])
    for joined, stem in ways(word):
        if (
            stem in numerals.FEW
            or stem in numerals.TEEN_ONLY
            or stem in numerals.AND_MORE
            or stem in numerals.AR_ORDINALS
            or stem in numerals.HALF
        ):
            return Facts(joined, stem)
    return Facts("", word)


def english(word: str) -> Facts:
    """What is known of a folded English word."""
    bare = word if word in months.MONTHS else _ENDING.sub("", word)
    numeral = numerals.ENGLISH.get(bare)
    counts = numeral is not None or bare in ("a", "an", "half")
    calendar, cue = _calendar(bare), outcomes.ENGLISH.get(word)
    return Facts("", bare, numeral, nouns.ENGLISH.get(bare), calendar, cue, counts, counts or bool(calendar))


class _LookedUp(dict[str, Facts]):
    """What is known of words, each looked up once."""

    def __init__(self, look: Callable[[str], Facts]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, word: str) -> Facts:
        facts = self._look(word)
        if len(self) < _MOST:
            self[word] = facts
        return facts


_LOOKED_UP = {"ar": _LookedUp(arabic), "en": _LookedUp(english)}


def _calendar(stem: str) -> str:
    """Which table of the calendar has a word: ``month``, ``weekday``, ``relative``, ``unit``, or none."""
    if stem in months.MONTHS or stem in months.TWO_WORDS:
        return "month"
    if stem in months.WEEKDAYS:
        return "weekday"
    if stem in months.RELATIVE:
        return "relative"
    return "unit" if stem in months.UNITS else ""


def tokens_of(letters: Letters, lang: str) -> tuple[list[Token], list[int]]:
    """The tokens of a text, in order, and where among them those are with which a number or a date can begin."""
    look, new = _LOOKED_UP["ar" if lang == "ar" else "en"], tuple.__new__
    found: list[Token] = []
    known: list[int] = []
    add = found.append
    for match in _TOKEN.finditer(letters.folded):
        text = match[0]
        start, end = match.span()
        facts = look[text] if match.lastindex == _WORD else _DIGITS
        if facts[-1]:
            known.append(len(found))
        kind = "word" if facts is not _DIGITS else "date" if match["date"] else "number"
        add(new(Token, (kind, text, start, end, facts)))
    return found, known


def value_of(text: str) -> tuple[int, int] | None:
    """The whole part of a number in digits, and its thousandths; ``None`` where it has too many digits.

    Three digits behind a sign are thousands: 1.200 and 1,200 are one number, and 1.7 is none.
    """
    groups = re.fullmatch(r"\d{1,3}(?:([,.،'’ ])\d{3})(?:\1\d{3})*(?:[.,](\d+))?", text)
    whole, rest = text, ""
    if groups:
        rest = groups[2] or ""
        whole = re.sub(r"\D", "", text[: len(text) - len(rest) - 1] if rest else text)
    elif "." in text or "," in text:
        whole, rest = re.split("[.,]", text, maxsplit=1)
    if len(whole) > 12 or not whole.isascii():
        return None
    return int(whole), int((rest + "000")[:3])
