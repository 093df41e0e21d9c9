"""Finds the messages of the site, by the extractors of Jinja (templates) and Babel (code)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from tokenize import TokenError
from typing import Any

from babel.messages.extract import extract, extract_python
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from .catalogue_problems import CatalogueError, Problem

#: This room's own code, which holds messages too.
HERE = Path(__file__).parent

#: Which arguments of which functions are messages; ``c`` is a context. Babel's notation.
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "N_": None,
    "P_": ((1, "c"), 2),
    "NP_": ((1, "c"), 2, 3),
}
#: How templates are read: as the site's are, and an error in one is raised.
OPTIONS = {
    "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
    "trimmed": "true",
    "newstyle_gettext": "true",
    "silent": "false",
}
#: What every file with messages has in it; other files need no parsing.
_CALL = re.compile(rf"\b(?:{'|'.join(KEYWORDS)})\s*\(|\{{%[-+]?\s*trans\b".encode())

#: A message is told from others by its context and its singular.
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A message that the site speaks, and where it does so first."""

    context: str | None
    singular: str
    plural: str | None
    path: Path
    line: int
    column: int

    @property
    def key(self) -> Key:
        return self.context, self.singular

    @property
    def id(self) -> str | tuple[str, str]:
        """The message as Babel has it: the singular, or both forms."""
        return self.singular if self.plural is None else (self.singular, self.plural)


def find_messages(templates: Path, code: Iterable[Path] = ()) -> Mapping[Key, Wanted]:
    """Every message of the templates, the code and this room, by key.

    ``templates`` and ``code`` are folders or files; all files of a template folder but hidden ones are read,
    and all ``.py`` files of a code folder. Raises ``CatalogueError`` for files that cannot be parsed and for
    messages that are used both with and without a plural, which gettext cannot hold.
    """
    found: dict[Key, Wanted] = {}
    problems: list[Problem] = []
    files = _files(templates, "*")
    for root in (HERE, *code):
        files += _files(root, "*.py")
    for path in files:
        try:
            for wanted in _messages(path):
                first = found.setdefault(wanted.key, wanted)
                if first.plural != wanted.plural:
                    problems.append(_two_plurals(wanted, first))
        except TemplateSyntaxError as error:
            problems.append(Problem(path, error.lineno, 1, error.message or "", "mend the template"))
        except TokenError as error:
            message, (line, column) = error.args
            problems.append(Problem(path, line, column + 1, message, "mend the code"))
        except UnicodeDecodeError:
            problems.append(Problem(path, 1, 1, "the file is not UTF-8", "save it as UTF-8"))
    if problems:
        raise CatalogueError(problems)
    return found


#: Which arguments of a table of messages to authors are texts.
_AUTHOR_TEXTS = {"Template": slice(1, 3), "Phrase": slice(1)}


def find_author_messages(*tables: Path) -> Mapping[Key, Wanted]:
    """Every text of tables of messages to authors, files or folders of Python: what is wrong, and what to do."""
    found: dict[Key, Wanted] = {}
    for path in (path for table in tables for path in _files(table, "*.py")):
        lines = path.read_text("utf-8").splitlines()
        with path.open("rb") as file:
            for line, name, arguments, _ in extract_python(file, dict.fromkeys(_AUTHOR_TEXTS), (), {}):
                written = arguments if isinstance(arguments, tuple) else (arguments,)
                for text in filter(None, written[_AUTHOR_TEXTS[str(name)]]):
                    wanted = Wanted(None, text, None, path, line, _column(lines[line - 1], text))
                    found.setdefault(wanted.key, wanted)
    return found


def _files(root: Path, pattern: str) -> list[Path]:
    if root.is_file():
        return [root]
    return sorted(path for path in root.rglob(pattern) if path.is_file() and not path.name.startswith("."))


def _messages(path: Path) -> Iterator[Wanted]:
    source = path.read_bytes()
    if not _CALL.search(source):
        return
    method: Any = extract_python if path.suffix == ".py" else babel_extract
    lines = source.decode("utf-8").splitlines()
    with path.open("rb") as file:
        for line, message, _, context in sorted(extract(method, file, KEYWORDS, options=OPTIONS), key=itemgetter(0)):
            singular, plural = (message, None) if isinstance(message, str) else message[:2]
            yield Wanted(context, singular, plural, path, line, _column(lines[line - 1], singular))


def _column(line: str, message: str) -> int:
    """Where the message begins in its line, as nearly as its first characters tell."""
    return max(line.find(message[:20]), 0) + 1


def _two_plurals(wanted: Wanted, first: Wanted) -> Problem:
    what = f"the message {wanted.singular!r} has another plural at {first.path}:{first.line}"
    return Problem(wanted.path, wanted.line, wanted.column, what, "give one of them a context (pgettext, npgettext)")
