"""A row of a sheet while it is read: its cells by what they are; what is wrong with them is told by cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from reports import Problem, messages
from reports.messages import Message, Refused
from reports.slips import stands_for_words

from .cells import is_unknown, plain
from .columns import Sheet
from .entries import Name, name_of
from .headings import Column
from .mapping import Mapped
from .tables import Row

T = TypeVar("T")
#: What parts several in one cell.
SEVERAL = re.compile(r"\s*[;؛|]\s*")


class RowReader:
    """One row. ``problems`` are what is wrong with it; what could not be read counts as not there."""

    def __init__(self, sheet: Sheet, row: Row, mapped: Mapped) -> None:
        self.sheet, self.row, self.mapped = sheet, row, mapped
        self.problems: list[Problem] = []
        self._told: set[int] = set()
        for problem in sheet.faults.get(row.number, ()):
            if problem.column - 1 in (*sheet.columns, *sheet.redacting):
                self.problems.append(problem)
                self._told.add(problem.column - 1)

    def wrong(self, at: int, what: Message) -> None:
        """Tell of a cell, once."""
        if at not in self._told:
            self._told.add(at)
            self.problems.append(self.sheet.table.problem(self.row.number, at, what))

    def missing(self, field: str, what: Message) -> None:
        """Tell of a cell that should not be empty."""
        self.wrong(self.sheet.at(field), what)

    def cells(self, field: str) -> list[tuple[int, Column, str]]:
        """The cells of a field that say something: where each stands, what its column is, and its words."""
        found = []
        for at, column in self.sheet.columns.items():
            if column.field == field and at not in self._told and (text := self._text(at)):
                found.append((at, column, text))
        return found

    def _text(self, at: int) -> str:
        try:
            text = plain(self.row[at])
        except Refused as refused:
            self.wrong(at, refused.message)
            return ""
        if is_unknown(text):
            return ""
        if (said := self.mapped.word(text)) == text and stands_for_words(text):
            self.wrong(at, messages.CELL_REDACTED())
            return ""
        return said

    def text(self, field: str, lang: str = "", number: int = 0) -> str:
        """The words of a field; empty where there are none."""
        return next((t for _, c, t in self.cells(field) if (c.lang, c.number) == (lang, number)), "")

    def name(self, field: str, number: int = 0) -> Name:
        """A name in the languages in which the sheet has it."""
        found = {column.lang: text for _, column, text in self.cells(field) if column.number == number}
        plain_name = name_of(found[""]) if "" in found else Name()
        return Name(found.get("ar") or plain_name.ar, found.get("en") or plain_name.en)

    def read(self, field: str, parse: Callable[[str], T], number: int = 0) -> T | None:
        """What a field's first cell says; what is wrong with it is told."""
        for at, column, text in self.cells(field):
            if column.number != number:
                continue
            try:
                return parse(text)
            except Refused as refused:
                self.wrong(at, refused.message)
                return None
            except ValueError:
                self.wrong(at, messages.BAD_CELL(text=text))
                return None
        return None
