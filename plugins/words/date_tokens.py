"""The tokens of a text, as whoever looks for dates goes over them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import months
from .cardinals import reader_of
from .dates import Date
from .letters import Letters
from .tokens import Token

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_DIGITS = 4
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")


class DateTokens:
    """Tokens, ``known`` where a date can begin, with what stands between them, and dates made of some."""

    def __init__(self, letters: Letters, tokens: Sequence[Token], known: Sequence[int], lang: str) -> None:
        self.letters, self.tokens, self.known, self.lang = letters, tokens, known, lang
        self.folded = letters.folded
        self.cardinals = reader_of(tokens, self.folded, lang)
        self.until = 0

    def _text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _stem(self, at: int) -> str:
        return self.tokens[at].facts.stem if 0 <= at < len(self.tokens) else ""

    def _gap(self, at: int) -> str:
        """What stands before a token."""
        if not 0 < at < len(self.tokens):
            return "\n\n" if at else ""
        return self.folded[self.tokens[at - 1].end : self.tokens[at].start]

    def _beside(self, at: int, allowed: str = " \t\n\u2013-") -> bool:
        return 0 < at < len(self.tokens) and not self._gap(at).strip(allowed)

    def _calendar(self, at: int) -> str:
        return self.tokens[at].facts.calendar if 0 <= at < len(self.tokens) else ""

    def _is_capital(self, at: int) -> bool:
        return self.letters.text[self.letters.place(self.tokens[at].start)].isupper()

    def _make(self, at: int, to: int, /, **said: object) -> Date:
        """A date from one token to another."""
        begins = self.tokens[at].start + len(self.tokens[at].facts.joined.removesuffix("ال"))
        return Date(0, 0, begins=begins, ends=self.tokens[to].end, **said)  # type: ignore[arg-type]

    def _side(self, first: int, last: int) -> tuple[int, int]:
        """Whether the last one of its kind is meant, or the next; and where that is said."""
        text = self._text(last + 1)
        if text in months.LAST and self._beside(last + 1):
            return -1, last + 1
        if text in months.NEXT and self._beside(last + 1) and self.lang == "ar":
            return 1, last + 1
        if text in months.THIS and self._beside(last + 1):
            return -1, last + 1
        if self.lang == "en" and self._beside(first):
            before = self._text(first - 1)
            return (-1 if before in ("last", "past") else 1 if before == "next" else 0), last
        return 0, last

    def _day_number(self, at: int) -> int | None:
        """A day of a month, in digits or as an ordinal."""
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind == "number":
            return int(token.text) if _DAY.fullmatch(token.text) else None
        if token.kind == "word":
            table = months.AR_DAYS if self.lang == "ar" else months.EN_DAYS
            return table.get(token.text) or table.get(token.facts.stem) or table.get(token.text.removeprefix("و"))
        return None

    def _year_number(self, at: int) -> int | None:
        text = self._text(at)
        return int(text) if len(text) == _DIGITS and _YEAR.fullmatch(text) and int(text) > 1500 else None
