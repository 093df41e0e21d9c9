"""What the command line tells people, and in which words: problems, failures, paths, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from briefings.failures import BuildFailed, printable, shown

__all__ = ["BuildFailed", "counted", "errors", "number", "printable", "shown", "told", "trouble"]


class Problem(Protocol):
    """What ``reports`` and ``bilingual`` say of an error or warning: where it is; ``str()`` says the rest."""

    path: Path
    line: int
    column: int
    # and perhaps ``severity``, "error" or "warning": without it, it is an error


def trouble(error: OSError, where: Path | None = None) -> str:
    """What the system refused, as a sentence: the path, else ``where`` it must have been, and the system's reason."""
    path = error.filename if isinstance(error.filename, str | Path) else where
    said = f"{shown(path)}: {error.strerror or error}." if path is not None else f"{error.strerror or error}."
    return printable(said)


def told(problems: Iterable[Problem]) -> list[str]:
    """The problems as lines, ``path:line:column: what is wrong; what to do``, by file and place in it."""
    lines: list[str] = []
    for problem in sorted(problems, key=lambda problem: (str(problem.path), problem.line, problem.column)):
        whole, path = str(problem), str(problem.path)
        # A path with characters that nobody sees stands in the message with their codes, and stays as it does there.
        lines.append(shown(problem.path) + whole.removeprefix(path) if whole.startswith(path) else whole)
    return lines


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build: those that are no warnings."""
    return [problem for problem in problems if _severity(problem) == "error"]


def counted(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are: ``2 errors, 1 warning``."""
    counts = Counter(map(_severity, problems))
    return ", ".join(number(counts[severity], severity) for severity in ("error", "warning") if counts[severity])


def _severity(problem: Problem) -> str:
    return getattr(problem, "severity", "error")


def number(count: int, word: str) -> str:
    """A number and its English word: ``1 page``, ``34 pages``, ``no pages``."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
