"""What is wrong with a content, line by line, in Arabic or English: problems of ``reports`` and of the catalogues."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

import reports
from bilingual import FSI, LRI, RLI, isolate, load_author_messages
from reports.messages import English, Message, Phrase, Wording, harmless

from .messages import shown

#: What is said of a build that failed.
AS_IT_WAS = Phrase("The site was not built; what was there before is as it was.")()
CANNOT_BE_BUILT = Phrase("The site cannot be built from this.")()
BUILT_WITHOUT = Phrase(
    "All errors are in drafts, or in registry entries that nothing published names; the site is built without these."
)()
NO_LONGER_SERVED = Phrase("The site is no longer served.")()
NOTHING_CHANGED = Phrase("Nothing was changed.")()
NOT_KNOWN = Phrase("Whether the site is the same is not known.")()
NO_ERRORS = Phrase("No errors, %(warnings)s.")
MEND = Phrase("Mend this and save.")()
ELSEWHERE = Phrase("Elsewhere in the content: %(counts)s.")
NO_WARNINGS = Phrase("no warnings")()
_COUNTS = {
    "error": (Phrase("%(count)s error"), Phrase("%(count)s errors")),
    "warning": (Phrase("%(count)s warning"), Phrase("%(count)s warnings")),
}
MORE_IN_FILE = Phrase("and %(count)s more [%(code)s] in %(files)s file; `make check ALL=1` lists them")
MORE_IN_FILES = Phrase("and %(count)s more [%(code)s] in %(files)s files; `make check ALL=1` lists them")
FAILED = Phrase("%(counts)s. %(failed)s")
_BOTH = Phrase("%(first)s, %(second)s")

#: So many problems of one code are listed; the others are counted.
MOST_ALIKE = 20

#: In a message: what programs read, which runs from left to right in every language, and where a value is put.
_ISOLATED = re.compile(r"(`[^`]*`)|%\(\w+\)s")
#: Where messages to authors stand, and are to be translated.
_TABLES = (Path(reports.__file__).with_name("messages"), Path(__file__))


class Problem(Protocol):
    """What ``reports`` and ``bilingual`` say of an error or warning: where it is; ``str()`` says the rest."""

    @property
    def path(self) -> Path: ...

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...

    # and perhaps ``severity``, "error" or "warning": without it, it is an error


class _Arabic(Wording):
    """Arabic for a terminal: all that is said runs from right to left, and what is quoted in it stays in order."""

    def __init__(self) -> None:
        self._translations = load_author_messages("ar", *_TABLES)

    def text(self, english: str) -> str:
        arabic = self._translations.gettext(english)
        return _ISOLATED.sub(lambda part: isolate(part[0], LRI if part[1] else FSI), arabic)

    def value(self, value: str) -> str:
        return harmless(value)

    def whole(self, text: str) -> str:
        return isolate(text, RLI)


_arabic = cache(_Arabic)


def wording(environment: Mapping[str, str] = os.environ) -> Wording:
    """The words in which an author wants to be told: Arabic or English, by ``LANGUAGE``, else by the locale."""
    chosen = (environment.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    first = next(filter(None, chosen), "")
    return _arabic() if re.match(r"ar(?![A-Za-z])", first) else English()


def sentence(message: Message, words: Wording | None = None) -> str:
    """A message that stands in a line by itself."""
    words = words or wording()
    return words.whole(message.write(words))


def told(problems: Iterable[Problem], *, everything: bool = False) -> list[str]:
    """The problems as lines, ``path:line:column: what is wrong; what to do``, by file and place in it.

    Of a code that repeats only the first are listed, and the others counted, unless ``everything`` is wanted.
    """
    lines: list[str] = []
    words = wording()
    alike: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for problem in sorted(problems, key=lambda problem: (str(problem.path), problem.line, problem.column)):
        if code := getattr(getattr(problem, "what", None), "code", ""):
            alike[_severity(problem), code].append(problem.path)
            if len(alike[_severity(problem), code]) > MOST_ALIKE and not everything:
                continue
        whole = problem.write(words) if isinstance(problem, reports.Problem) else harmless(str(problem))
        path = str(problem.path)
        # A path with characters that nobody sees stands in the message with their codes, and stays as it does there.
        lines.append(shown(problem.path) + whole.removeprefix(path) if whole.startswith(path) else whole)
    for (_, code), paths in alike.items() if not everything else ():
        if more := paths[MOST_ALIKE:]:
            count, files = len(more), len(set(more))
            template = MORE_IN_FILE if files == 1 else MORE_IN_FILES
            lines.append(sentence(template(count=count, code=code, files=files), words))
    return lines


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build: those that are no warnings."""
    return [problem for problem in problems if _severity(problem) == "error"]


def counted(problems: Iterable[Problem]) -> Message:
    """How many errors and warnings there are: ``2 errors, 1 warning``, or ``no warnings``."""
    counts = Counter(map(_severity, problems))
    said = [forms[counts[kind] > 1](count=counts[kind]) for kind, forms in _COUNTS.items() if counts[kind]]
    return _BOTH(first=said[0], second=said[1]) if len(said) == 2 else said[0] if said else NO_WARNINGS


def _severity(problem: Problem) -> str:
    return getattr(problem, "severity", "error")
