"""One text and all that is read in it: its words at once, numbers and dates when they are first asked for."""

from __future__ import annotations

from functools import cached_property

from .date_reading import DateReader
from .dates import Date
from .letters import Letters
from .numbers import Number, NumberReader
from .tokens import tokens_of


class Reading:
    """A text in Arabic (``ar``) or English (``en``), read."""

    def __init__(self, text: str, lang: str) -> None:
        self.text, self.lang = text, lang
        #: The text in the letters in which words are compared.
        self.letters = Letters(text)
        #: Its words and numerals; where among them a number or a date can begin; which tell something of people harmed.
        self.tokens, self._known, self.telling = tokens_of(self.letters, lang)

    @cached_property
    def dates(self) -> list[Date]:
        """The dates that it names."""
        if not self._known:
            return []
        return list(DateReader(self.letters, self.tokens, self._known, self.lang).read())

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers that it says, those of dates left out."""
        if not self._known:
            return []
        taken = [(found.begins, found.ends) for found in self.dates]
        return list(NumberReader(self.letters, self.tokens, self._known, self.lang, taken).read())
