"""What is wrong with the content, said so that its author can mend it.

A problem reads ``path:line:column: what is wrong; what to do``. Reading goes on after a problem, so that an
author hears of all of them in one run.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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
        what = "; ".join(_short(part) for part in (self.message, self.hint) if part)
        kind = "warning: " if self.severity == "warning" else ""
        return harmless(f"{self.path}:{self.line}:{self.column}: {kind}{what}")


#: So many characters of a message are shown: what it quotes may have no end.
LONGEST_MESSAGE = 1000


def _short(text: str) -> str:
    half = LONGEST_MESSAGE // 2
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:half]} … {text[-half:]}"


def harmless(text: str) -> str:
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


#: So many problems are told of one file; who mends these will hear of the others.
MOST = 500

Place = tuple[int, int]


class Problems:
    """Collects problems while reading goes on.

    What a message quotes from a place that was hidden (``hide``) is left out of it, here for all that is told.
    """

    def __init__(self) -> None:
        self._all: dict[Problem, None] = {}
        self._of_file: Counter[Path] = Counter()
        self._hidden: dict[Path, list[tuple[Place, Place]]] = {}
        #: How many errors were told.
        self.errors_told = 0
        self.keep()

    @classmethod
    def together(cls, parts: Iterable[Problems]) -> Problems:
        """All that was told to any of the parts."""
        whole = cls()
        for part in parts:
            for path, places in part._hidden.items():
                whole._hidden.setdefault(path, []).extend(places)
            for problem in part._all:
                whole._add(problem)
            whole.errors_told += part.errors_told
            for path, count in part._of_file.items():
                whole._of_file[path] += max(count - MOST, 0)
        return whole

    def keep(self) -> None:
        """Remember what was told until now; ``back`` forgets all that is told later."""
        hidden = {path: tuple(places) for path, places in self._hidden.items()}
        self._kept = (dict(self._all), Counter(self._of_file), hidden, self.errors_told)

    def back(self) -> None:
        """Forget what was told since ``keep``."""
        told, of_file, hidden, self.errors_told = self._kept
        self._all, self._of_file = dict(told), Counter(of_file)
        self._hidden = {path: list(places) for path, places in hidden.items()}

    def error(self, path: Path, line: int, column: int, message: str, hint: str = "") -> None:
        """Tell an error."""
        self.errors_told += 1
        self._add(Problem(path, line, column, message, hint))

    def warning(self, path: Path, line: int, column: int, message: str, hint: str = "") -> None:
        """Tell a warning."""
        self._add(Problem(path, line, column, message, hint, "warning"))

    def hide(self, path: Path, first: Place, last: Place) -> None:
        """From now on, and of what was told before, no message quotes what stands in a file from the first place up to
        the last, each a line and a column."""
        self._hidden.setdefault(path, []).append((first, last))

    def _add(self, problem: Problem) -> None:
        if problem in self._all:
            return
        self._of_file[problem.path] += 1
        if self._of_file[problem.path] <= MOST:
            self._all[problem] = None

    def __iter__(self) -> Iterator[Problem]:
        return iter(dict.fromkeys(self._told()))

    def _told(self) -> Iterator[Problem]:
        places = {path: _joined(hidden) for path, hidden in self._hidden.items()}
        yield from (self._without_quotations(problem, places.get(problem.path, [])) for problem in self._all)
        for path, count in self._of_file.items():
            if count > MOST:
                hint = "mend these first, and you will be told of the others"
                severity = "error" if self.errors_told else "warning"
                line, column = max((told.line, told.column) for told in self._all if told.path == path)
                yield Problem(path, line, column, f"and {count - MOST} more problems in this file", hint, severity)

    @staticmethod
    def _without_quotations(problem: Problem, hidden: list[tuple[Place, Place]]) -> Problem:
        place = (problem.line, problem.column)
        index = bisect_right(hidden, (place, _LAST)) - 1
        if index < 0 or place >= hidden[index][1]:
            return problem
        return replace(problem, message=_unquoted(problem.message), hint=_unquoted(problem.hint))

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return sorted(problem for problem in self if problem.severity == "warning")

    def raise_if_any(self) -> None:
        """Raise ``ContentErrors`` with everything collected, if one of the problems is an error."""
        if self.errors_told:
            raise ContentErrors(self)


_LAST = (sys.maxsize, sys.maxsize)
_QUOTED = re.compile(r"(?:[`«\"]|(?<!\w)').*(?:[`»\"]|'(?!\w))", re.S)


#: What messages quote of how marks are written, and not of a text.
_SYNTAX = re.compile(
    r"\W*redacted\W*|\[\[?words\](?:\(https://…\)\])?\{\.(?:redacted|id)\}|sic|when|\.id|sic=…|sic=\"corrected\"|when=…|"
    r"when=2016-10-04|\[words\]|\[|\]|\}|\{|\]\{\.id\}|\\[\[<]|<bdi>|https://…|³|(?:ar|en)\.md",
    re.I,
)


def _unquoted(text: str) -> str:
    """A message without anything from its first quotation to its last, if one of them is of a text."""
    pieces = text.split("`")
    if len(pieces) % 2 and all(map(_SYNTAX.fullmatch, pieces[1::2])) and not _QUOTED.search("".join(pieces[::2])):
        return text
    return _QUOTED.sub("`…`", text)


def _joined(places: list[tuple[Place, Place]]) -> list[tuple[Place, Place]]:
    """Stretches in their order, those that overlap as one."""
    found: list[tuple[Place, Place]] = []
    for first, last in sorted(places):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


class _Guessing:
    """How many words may still be compared to suggest one: thousands of unknown words are not mended one by one."""

    MOST = 2_000_000
    left = MOST


def guess_anew() -> None:
    """A content is read: from here on there is time for suggestions anew."""
    _Guessing.left = _Guessing.MOST


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to ``word``, or an empty text when none is near, or enough was guessed
    in this reading."""
    if _Guessing.left <= 0 or len(word) > LONGEST:
        return ""
    choices = list(known)
    _Guessing.left -= len(choices)
    best = process.extractOne(word, choices, score_cutoff=65) if choices else None
    return f"did you mean `{best[0]}`?" if best else ""


#: A word of more letters is no slip of the pen.
LONGEST = 200


def one_of(words: Iterable[str]) -> str:
    """A hint that lists a vocabulary."""
    return "write one of: " + ", ".join(words)
