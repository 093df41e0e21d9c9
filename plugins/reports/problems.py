"""What is wrong with the content, said so that its author can mend it.

A problem reads ``path:line:column: what is wrong; what to do``. Reading goes on after a problem, so that an
author hears of all of them in one run.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from . import messages
from .messages import English, Message, Wording, harmless


@dataclass(frozen=True, slots=True)
class Problem:
    """One error or warning. ``line`` and ``column`` count from 1; ``severity`` is ``error`` or ``warning``."""

    path: Path
    line: int
    column: int
    what: Message
    severity: str = "error"

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.what)

    @property
    def hint(self) -> str:
        """What to do, in English; empty where nothing is said of it."""
        return str(self.what.hint or "")

    @property
    def acknowledgement(self) -> str:
        """By what a warning is acknowledged: its code, and what it is about where that tells it from others."""
        return f"{self.what.code} {self.what.about}".rstrip()

    def __lt__(self, other: Problem) -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[Path, int, int, str, str, str]:
        return self.path, self.line, self.column, self.message, self.hint, self.severity

    def write(self, wording: Wording) -> str:
        """The line that tells it, harmless to a terminal; of a warning with that by which it is acknowledged."""
        said = [_short(part.write(wording)) for part in (self.what, self.what.hint) if part]
        kind = [wording.text("warning")] if self.severity == "warning" else []
        whole = ": ".join([*kind, wording.text("; ").join(said)])
        code = f" [{self.acknowledgement}]" if self.severity == "warning" and self.acknowledgement else ""
        return harmless(f"{self.path}:{self.line}:{self.column}: ") + wording.whole(whole) + harmless(code)

    def __str__(self) -> str:
        return self.write(English())


#: So many characters of a message are shown: what it quotes may have no end.
LONGEST_MESSAGE = 1000


def _short(text: str) -> str:
    half = LONGEST_MESSAGE // 2
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:half]} … {text[-half:]}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and column. What each of very many says is written once."""
    return sorted(problems, key=lambda problem: problem.order)


class ContentErrors(Exception):
    """The content has errors; ``problems`` holds every one of them, in the order of files and lines."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


#: So many problems are told of one file; who mends these will hear of the others.
MOST = 500

Place = tuple[int, int]

#: Whether a text says what is redacted.
Says = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Area:
    """The files of a folder, or what stands in a file from the first place up to the last."""

    path: Path
    first: Place = (0, 0)
    last: Place = (sys.maxsize, 0)

    def __contains__(self, problem: Problem) -> bool:
        is_there = self.path in (problem.path, *problem.path.parents)
        return is_there and self.first <= (problem.line, problem.column) < self.last


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A warning of an area that was looked at, and where that is said."""

    text: str
    area: Area
    path: Path
    line: int
    column: int


class Problems:
    """Collects problems while reading goes on.

    What a message quotes from a place that was hidden (``hide``) is left out of it, here for all that is told; so are
    warnings that somebody has acknowledged. Of each file at the ``most`` so many problems are told.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._all: dict[Problem, None] = {}
        self._of_file: Counter[Path] = Counter()
        self._hidden: dict[Path, list[tuple[Place, Place]]] = {}
        self._acknowledged: list[Acknowledgement] = []
        self._says: Says | None = None
        self._judged_before: tuple[list[Problem], list[Acknowledgement]] | None = None
        #: How many errors were told.
        self.errors_told = 0
        self.keep()

    @classmethod
    def together(cls, parts: Iterable[Problems]) -> Problems:
        """All that was told to any of the parts."""
        parts = list(parts)
        whole = cls(max(part._most for part in parts))
        for part in parts:
            whole.take(part)
        return whole

    def take(self, part: Problems) -> None:
        """Tell all that was told to another one too."""
        self._judged_before = None
        self._acknowledged += part._acknowledged
        self._says = part._says or self._says
        for path, places in part._hidden.items():
            self._hidden.setdefault(path, []).extend(places)
        for problem in part._all:
            self._add(problem)
        self.errors_told += part.errors_told
        for path, count in part._of_file.items():
            self._of_file[path] += max(count - part._most, 0)

    def keep(self) -> None:
        """Remember what was told until now; ``back`` forgets all that is told later."""
        hidden = {path: tuple(places) for path, places in self._hidden.items()}
        self._kept = (dict(self._all), Counter(self._of_file), hidden, tuple(self._acknowledged), self.errors_told)

    def back(self) -> None:
        """Forget what was told since ``keep``."""
        told, of_file, hidden, acknowledged, self.errors_told = self._kept
        self._judged_before = None
        self._all, self._of_file, self._acknowledged = dict(told), Counter(of_file), list(acknowledged)
        self._hidden = {path: list(places) for path, places in hidden.items()}

    def error(self, path: Path, line: int, column: int, what: Message) -> None:
        """Tell an error."""
        self.errors_told += 1
        self._add(Problem(path, line, column, what))

    def warning(self, path: Path, line: int, column: int, what: Message) -> None:
        """Tell a warning."""
        self._add(Problem(path, line, column, what, "warning"))

    def hide(self, path: Path, first: Place, last: Place) -> None:
        """From now on, and of what was told before, no message quotes what stands in a file from the first place up to
        the last, each a line and a column."""
        self._judged_before = None
        self._hidden.setdefault(path, []).append((first, last))

    @property
    def told_any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self._all)

    def hide_words(self, says: Says) -> None:
        """No message quotes a text that says redacted words, wherever it stands."""
        self._judged_before = None
        self._says = says

    def acknowledge(self, warning: Acknowledgement) -> None:
        """Somebody has looked at one warning: it is not told."""
        self._judged_before = None
        self._acknowledged.append(warning)

    def tell_needless(self) -> None:
        """Warn of each acknowledgement that fits no warning."""
        for one in self._judged()[1]:
            self.warning(one.path, one.line, one.column, messages.NEEDLESS_ACKNOWLEDGEMENT(text=one.text))

    def _judged(self) -> tuple[list[Problem], list[Acknowledgement]]:
        """What is told, without warnings that are acknowledged; and the acknowledgements that fit none."""
        if self._judged_before is None:
            self._judged_before = self._judge()
        return self._judged_before

    def _judge(self) -> tuple[list[Problem], list[Acknowledgement]]:
        all_told = list(dict.fromkeys(self._told()))
        if not self._acknowledged:
            return all_told, []
        left: dict[tuple[str, Path], list[Acknowledgement]] = {}
        for one in self._acknowledged:
            left.setdefault((one.text, one.area.path), []).append(one)
        around = {path: (path, *path.parents) for path in {problem.path for problem in all_told}}
        texts = {text for text, _ in left}
        told: list[Problem] = []
        for problem in in_order(all_told):
            text = problem.acknowledgement if problem.severity == "warning" else None
            there = [(text, path) for path in around[problem.path]] if text in texts else []
            found = ((place, one) for place in there for one in left.get(place, ()) if problem in one.area)
            place, fitting = next(found, (None, None))
            if place and fitting:
                left[place].remove(fitting)
            else:
                told.append(problem)
        return told, [one for some in left.values() for one in some]

    def _add(self, problem: Problem) -> None:
        if problem in self._all:
            return
        self._judged_before = None
        self._of_file[problem.path] += 1
        if self._of_file[problem.path] <= self._most:
            self._all[problem] = None

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._judged()[0])

    def _told(self) -> Iterator[Problem]:
        places = {path: _joined(hidden) for path, hidden in self._hidden.items()}
        yield from (self._without_quotations(problem, places.get(problem.path, [])) for problem in self._all)
        for path, count in self._of_file.items():
            if count > self._most:
                severity = "error" if self.errors_told else "warning"
                line, column = max((told.line, told.column) for told in self._all if told.path == path)
                yield Problem(path, line, column, messages.MORE_PROBLEMS(count=count - self._most), severity)

    def _without_quotations(self, problem: Problem, hidden: list[tuple[Place, Place]]) -> Problem:
        place = (problem.line, problem.column)
        index = bisect_right(hidden, (place, _LAST)) - 1
        if index >= 0 and place < hidden[index][1]:
            return replace(problem, what=problem.what.unquoted())
        if self._says:
            return replace(problem, what=problem.what.unquoted(self._says))
        return problem

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return in_order(problem for problem in self if problem.severity == "warning")

    def raise_if_any(self) -> None:
        """Raise ``ContentErrors`` with everything collected, if one of the problems is an error."""
        if self.errors_told:
            raise ContentErrors(self)


_LAST = (sys.maxsize, sys.maxsize)


def _joined(places: list[tuple[Place, Place]]) -> list[tuple[Place, Place]]:
    """Stretches in their order, those that overlap as one."""
    found: list[tuple[Place, Place]] = []
    for first, last in sorted(places):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
