"""What is wrong with the content, said so that its author can mend it.

A problem reads ``path:line:column: what is wrong; what to do``. Reading goes on after a problem, so that an
author hears of all of them in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One error or warning. ``line`` and ``column`` count from 1; ``severity`` is ``error`` or ``warning``."""

    path: Path
    line: int
    column: int
    message: str
    hint: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        what = f"{self.message}; {self.hint}" if self.hint else self.message
        kind = "warning: " if self.severity == "warning" else ""
        return _harmless(f"{self.path}:{self.line}:{self.column}: {kind}{what}")


def _harmless(text: str) -> str:
    """A line for a terminal: characters that would move its cursor, colour it or turn it round, or that nobody sees,
    stand as codes. Joiners stay, which Persian words need."""
    return _COMMANDS.sub(lambda match: ascii(match[0])[1:-1], text)


_COMMANDS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e01ef]"
)


class ContentErrors(Exception):
    """The content has errors; ``problems`` holds every one of them, in the order of files and lines."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Problems:
    """Collects problems while reading goes on."""

    def __init__(self) -> None:
        self._all: dict[Problem, None] = {}

    def error(self, path: Path, line: int, column: int, message: str, hint: str = "") -> None:
        self._add(Problem(path, line, column, message, hint))

    def warning(self, path: Path, line: int, column: int, message: str, hint: str = "") -> None:
        self._add(Problem(path, line, column, message, hint, "warning"))

    def _add(self, problem: Problem) -> None:
        self._all.setdefault(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._all)

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self._all if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return sorted(problem for problem in self._all if problem.severity == "warning")

    def raise_if_any(self) -> None:
        """Raise ``ContentErrors`` with everything collected, if one of the problems is an error."""
        if self.errors:
            raise ContentErrors(self._all)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to ``word``, or an empty text when none is near."""
    choices = list(known)
    best = process.extractOne(word, choices, score_cutoff=65) if choices else None
    return f"did you mean `{best[0]}`?" if best else ""


def one_of(words: Iterable[str]) -> str:
    """A hint that lists a vocabulary."""
    return "write one of: " + ", ".join(words)
