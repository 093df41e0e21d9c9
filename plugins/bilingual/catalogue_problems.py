"""What is wrong with a catalogue or with a message: ``path:line:column: what is wrong; what to do``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem. ``line`` and ``column`` count from 1."""

    path: Path
    line: int
    column: int
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}; {self.hint}"


class CatalogueError(Exception):
    """The catalogues do not say what the site says; ``problems`` holds everything that is wrong."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownMessage(LookupError):
    """A message was asked for that stands nowhere as a literal, so that no catalogue has it."""

    def __init__(self, msgid: str) -> None:
        super().__init__(f"no catalogue has the message {msgid!r}; write it as a literal, or in N_(…)")
