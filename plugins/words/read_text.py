"""One text and all that is read in it, each kind when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from .date_reading import DateReader
from .dates import Date
from .letters import Letters
from .numbers import Number, NumberReader
from .tokens import Token, tokens_of


class Reading:
    """A text in Arabic (``ar``) or English (``en``), read."""

    def __init__(self, text: str, lang: str) -> None:
        self.text, self.lang = text, lang

    @cached_property
    def letters(self) -> Letters:
        """The text in the letters in which words are compared."""
        return Letters(self.text)

    @cached_property
    def _tokens(self) -> tuple[list[Token], list[int]]:
        return tokens_of(self.letters, self.lang)

    @property
    def tokens(self) -> list[Token]:
        """Its words and numerals."""
        return self._tokens[0]

    @cached_property
    def dates(self) -> list[Date]:
        """The dates that it names."""
        return list(DateReader(self.letters, *self._tokens, self.lang).read())

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers that it says, those of dates left out."""
        taken = [(found.begins, found.ends) for found in self.dates]
        return list(NumberReader(self.letters, *self._tokens, self.lang, taken).read())
