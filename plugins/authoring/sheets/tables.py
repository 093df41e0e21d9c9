"""Sheets as they were read: tables of words, in which every cell knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reports import Problem
from reports.messages import Message, Wording, harmless

#: A sheet has at most so many rows with something in them, and so many columns.
MAX_ROWS = 50_000
MAX_COLUMNS = 1_000
#: A file has at most so many bytes, packed or not.
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it; ``number`` is the one that a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]

    def __getitem__(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: of a file, and of the worksheet ``name`` in it where a file has several.

    ``faults`` are cells whose value is none; ``notes`` say what was not looked at.
    """

    path: Path
    rows: tuple[Row, ...]
    name: str = ""
    faults: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def title(self) -> str:
        """What the sheet is called: its own name, else that of its file."""
        return self.name or self.path.stem

    @property
    def label(self) -> str:
        """The file, and the sheet in it where it has several: ``incidents.csv``, ``team.xlsx:places``."""
        label = self.path.name + (f":{self.name}" if self.name else "")
        return "".join(char for char in label if char.isprintable())

    def problem(self, row: int, column: int, what: Message) -> CellProblem:
        """What is wrong with a cell; ``column`` counts from 0."""
        return CellProblem(self.path, row, column + 1, what, sheet=self.name)


@dataclass(frozen=True, slots=True)
class CellProblem(Problem):
    """What is wrong with a cell, told by its row and the letters of its column: ``incidents.csv:17:F``."""

    sheet: str = ""

    def write(self, wording: Wording) -> str:
        """The line that tells it."""
        sheet = f"{self.sheet}:" if self.sheet else ""
        said = Problem.write(self, wording).removeprefix(harmless(f"{self.path}:{self.line}:{self.column}: "))
        return harmless(f"{self.path}:{sheet}{self.line}:{letters(self.column - 1)}: ") + said

    def __str__(self) -> str:
        return Problem.__str__(self)


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
