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

#: Words; and from a digit on all that can stand in numerals, to be looked at more closely.
_PIECE = re.compile(r"[^\W\d_]++(?:['’ʼ][^\W\d_]++)*+|\d[\d,.،'’ :/-]*+")
#: What can stand in numerals and behind them.
_SIGNS = ",.،'’ :/-"
#: Dates and times in digits; numbers with any separators.
_NUMERAL = re.compile(
    r"(?P<date>(?<![\d.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}:\d\d(?::\d\d)?)(?![\d/]))"
    r"|(?P<number>\d{1,3}(?P<by>[,.،'’ ])\d{3}(?:(?P=by)\d{3})*(?![\d])(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)?)"
)
_GROUPS = re.compile(r"\d{1,3}(?:([,.،'’ ])\d{3})(?:\1\d{3})*(?:[.,](\d+))?")
#: Letters that Arabic joins to the beginning of a word, and the article.
_JOINED = frozenset(
    joined + more for joined in ("", *"وف") for more in ("", *"بلك", "ال", "لل", *(letter + "ال" for letter in "بلك"))
)
_FIRST = frozenset("وفبلكا")
_MOST_JOINED = max(map(len, _JOINED))
_ENDING = re.compile("['’ʼ]s?$")
#: What is no number where a letter is joined: لست is "I am not", وبعد is no "and by ten".
_NEVER = frozenset(("لست", "ولست", "فلست", "بست", "كست", "لعشر"))


_KNOWN_ENGLISH = frozenset(("a", "an", "half", "quarter")).union(
    numerals.ENGLISH, nouns.ENGLISH, months.MONTHS, months.TWO_WORDS, months.WEEKDAYS, months.RELATIVE, months.UNITS
)
#: Words that are no numbers, with which some begin.
_BEGINS = numerals.FEW.union(numerals.PARTS_OF, numerals.TEEN_ONLY, numerals.AND_MORE)


class Facts(NamedTuple):
    """What is known of a word: the letters that are ``joined`` to it, and what the tables say of the ``stem``.

    ``sign`` is what it is in a sentence (``outcomes.SIGNS``). It ``counts`` where a number can begin with it, and is
    ``known`` where a number or a date can. It ``tells`` something of people harmed by its cue, its sign or its noun.
    It is ``plain`` where none of this is so.
    """

    joined: str
    stem: str
    numeral: Numeral | None = None
    noun: Noun | None = None
    calendar: str = ""
    cue: Cue | None = None
    sign: str = ""
    counts: bool = False
    known: bool = False
    tells: bool = False
    plain: bool = True

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


_DIGITS = Facts("", "", known=True, plain=False)


#: So many words are remembered.
_MOST = 65_536
#: So many digits has a number at the most.
_LONGEST = 12


@lru_cache(maxsize=_MOST)
def ways(word: str) -> tuple[tuple[str, str], ...]:
    """Each way of taking joined letters from a folded Arabic word, none at first: the letters, and what is left."""
    if word[:1] not in _FIRST:
        return (("", word),)
    ends = range(1, min(_MOST_JOINED, len(word) - 2) + 1)
    return (("", word), *((word[:end], word[end:]) for end in ends if word[:end] in _JOINED))


def _calendar(stem: str) -> str:
    """Which table of the calendar has a word: ``month``, ``weekday``, ``relative``, ``unit``, or none."""
    if stem in months.MONTHS or stem in months.TWO_WORDS:
        return "month"
    if stem in months.WEEKDAYS:
        return "weekday"
    if stem in months.RELATIVE:
        return "relative"
    return "unit" if stem in months.UNITS else ""


class _Stem(NamedTuple):
    """What all tables say of an Arabic word without joined letters; ``begins``: a number can begin with it, or an
    ordinal."""

    calendar: str = ""
    numeral: Numeral | None = None
    noun: Noun | None = None
    cue: Cue | None = None
    begins: bool = False


def _stems() -> dict[str, _Stem]:
    """All tables in one, so that a word is looked for once."""
    begins = _BEGINS.union(numerals.AND_MORE, numerals.AR_ORDINALS)
    calendar = (months.MONTHS, months.TWO_WORDS, months.WEEKDAYS, months.RELATIVE, months.UNITS)
    words = begins.union(numerals.ARABIC, nouns.ARABIC, outcomes.ARABIC, *calendar)
    numeral, noun, cue = numerals.ARABIC.get, nouns.arabic_noun, outcomes.ARABIC.get
    return {word: _Stem(_calendar(word), numeral(word), noun(word), cue(word), word in begins) for word in words}


_STEMS = _stems()


def _stem(word: str) -> _Stem | None:
    known = _STEMS.get(word)
    noun = nouns.of_somebody(word) if known is None else None
    return _Stem(noun=noun) if noun else known


def arabic(word: str) -> Facts:
    """What is known of a folded Arabic word."""
    sign = outcomes.SIGNS["ar"].get(word, "")
    found = [(joined, stem, known) for joined, stem in ways(word) if (known := _stem(stem))]
    if not found and not sign:
        return Facts("", word)
    joined, stem, numeral, noun, calendar = _meant(word, found)
    cue = next((known.cue for _, _, known in found if known.cue), None)
    implied = noun and noun.number and not joined.endswith(("ال", "لل"))
    return _facts(joined, stem, numeral, noun, calendar, cue, sign, bool(numeral or implied or stem in _BEGINS))


def _meant(word: str, found: list[tuple[str, str, _Stem]]) -> tuple[str, str, Numeral | None, Noun | None, str]:
    """Which of its ways an Arabic word is meant in, with its numeral, noun and place in the calendar: a word of the
    calendar first, then a number, then what is counted."""
    number: tuple[str, str, Numeral] | None = None
    noun: tuple[str, str, Noun] | None = None
    for joined, stem, known in found:
        if known.calendar:
            return joined, stem, None if joined else known.numeral, known.noun, known.calendar
        if number is None and known.numeral and word not in _NEVER:
            number = joined, stem, known.numeral
        if noun is None and known.noun:
            noun = joined, stem, known.noun
    if noun and not noun[0] and number and number[0]:  # بالمئة
        number = None
    if number:
        return *number, noun[2] if noun and noun[0] == number[0] else None, ""
    if noun:
        return noun[0], noun[1], None, noun[2], ""
    begins = next(((joined, stem) for joined, stem, known in found if known.begins), ("", word))
    return *begins, None, None, ""


def english(word: str) -> Facts:
    """What is known of a folded English word."""
    bare = word if word in months.MONTHS or word[-1] not in "s'’ʼ" else _ENDING.sub("", word)
    cue, sign = outcomes.ENGLISH.get(word), outcomes.SIGNS["en"].get(word, "")
    if bare not in _KNOWN_ENGLISH and not cue and not sign:
        return Facts("", bare)
    numeral = numerals.ENGLISH.get(bare)
    counts = numeral is not None or bare in ("a", "an", "half")
    return _facts("", bare, numeral, nouns.ENGLISH.get(bare), _calendar(bare), cue, sign, counts)


def _facts(
    joined: str,
    stem: str,
    numeral: Numeral | None,
    noun: Noun | None,
    calendar: str,
    cue: Cue | None,
    sign: str,
    counts: bool,
) -> Facts:
    known = counts or bool(calendar)
    tells = bool(cue or sign or (noun and noun.outcome))
    return Facts(joined, stem, numeral, noun, calendar, cue, sign, counts, known, tells, not (known or tells))


class _LookedUp(dict[str, Facts]):
    """What is known of words, each looked up once; and of digits, whatever they are."""

    def __init__(self, look: Callable[[str], Facts]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, word: str) -> Facts:
        if word[0].isdecimal():
            return _DIGITS
        facts = self._look(word)
        if len(self) < _MOST:
            self[word] = facts
        return facts


_LOOKED_UP = {"ar": _LookedUp(arabic), "en": _LookedUp(english)}


def tokens_of(letters: Letters, lang: str) -> tuple[list[Token], list[int], list[int]]:
    """The tokens of a text, in order; and where among them those are with which a number or a date can begin, and those
    that tell something of people harmed. What is done with every word is done here, in one go."""
    look, folded, new = _LOOKED_UP["ar" if lang == "ar" else "en"], letters.folded, tuple.__new__
    found: list[Token] = []
    known: list[int] = []
    telling: list[int] = []
    add = found.append
    for piece in _PIECE.finditer(folded):
        text = piece[0]
        facts = look[text]
        start, end = piece.span()
        if not facts.plain:
            if facts is _DIGITS:
                digits = text.rstrip(_SIGNS)
                if digits.isdecimal():  # most are one number and no more
                    known.append(len(found))
                    add(Token("number", digits, start, start + len(digits), facts))
                    continue
                for match in _NUMERAL.finditer(folded, start, end):
                    known.append(len(found))
                    add(Token("date" if match["date"] else "number", match[0], *match.span(), facts))
                continue
            if facts.known:
                known.append(len(found))
            if facts.tells:
                telling.append(len(found))
        add(new(Token, ("word", text, start, end, facts)))
    return found, known, telling


def texts_of(folded: str) -> list[str]:
    """The texts of the tokens alone, where nothing else is asked."""
    found: list[str] = []
    for piece in _PIECE.finditer(folded):
        numerals = _NUMERAL.finditer(folded, *piece.span()) if piece[0][0].isdecimal() else (piece,)
        found += (match[0] for match in numerals)
    return found


def value_of(text: str) -> tuple[int, int] | None:
    """The whole part of a number in digits, and its thousandths; ``None`` where it has too many digits.

    Three digits behind a sign are thousands: 1.200 and 1,200 are one number, and 1.7 is none.
    """
    if text.isascii() and text.isdecimal() and len(text) <= _LONGEST:
        return int(text), 0
    groups = _GROUPS.fullmatch(text)
    whole, rest = text, ""
    if groups:
        rest = groups[2] or ""
        whole = re.sub(r"\D", "", text[: len(text) - len(rest) - 1] if rest else text)
    elif "." in text or "," in text:
        whole, rest = re.split("[.,]", text, maxsplit=1)
    if len(whole) > _LONGEST or not whole.isascii():
        return None
    return int(whole), int((rest + "000")[:3])
