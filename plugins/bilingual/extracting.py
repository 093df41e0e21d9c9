"""Finds the messages of the site: in the templates (Jinja) and in the code (Python)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.extract import extract
from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.ext import extract_from_ast

from .jinja import EXTENSION, POLICY
from .problems import CatalogueError, Problem

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
        except SyntaxError as error:
            problems.append(Problem(path, error.lineno or 1, error.offset or 1, error.msg, "mend the code"))
        except UnicodeDecodeError:
            problems.append(Problem(path, 1, 1, "the file is not UTF-8", "save it as UTF-8"))
    if problems:
        raise CatalogueError(problems)
    return found


def _files(root: Path, pattern: str) -> list[Path]:
    if root.is_file():
        return [root]
    return sorted(path for path in root.rglob(pattern) if path.is_file() and not path.name.startswith("."))


def _messages(path: Path) -> Iterator[Wanted]:
    source = path.read_bytes()
    if not _CALL.search(source):
        return
    method: Any = _extract_python if path.suffix == ".py" else _extract_template
    lines = source.decode("utf-8").splitlines()
    with path.open("rb") as file:
        for line, message, _, context in sorted(extract(method, file, KEYWORDS), key=itemgetter(0)):
            singular, plural = (message, None) if isinstance(message, str) else message[:2]
            yield Wanted(context, singular, plural, path, line, _column(lines[line - 1], singular))


def _column(line: str, message: str) -> int:
    """Where the message begins in its line, as nearly as its first characters tell."""
    return max(line.find(message[:20]), 0) + 1


def _two_plurals(wanted: Wanted, first: Wanted) -> Problem:
    what = f"the message {wanted.singular!r} has another plural at {first.path}:{first.line}"
    return Problem(
        wanted.path, wanted.line, wanted.column, what, "give one of them a context (pgettext, npgettext)"
    )


def _extract_python(
    file: BinaryIO, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """An extraction method for ``babel.messages.extract``.

    Babel's own takes any literal between the parentheses for a message: ``gettext(words["x"])`` gives ``x``.
    """
    for node in ast.walk(ast.parse(file.read())):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name: Any = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        if name in keywords:
            values = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
            strings = tuple(value if isinstance(value, str) else None for value in values)
            yield node.args[0].lineno, name, strings, []


_ENVIRONMENT = Environment(extensions=[EXTENSION, "jinja2.ext.do", "jinja2.ext.loopcontrols"])
_ENVIRONMENT.policies.update(POLICY)
_ENVIRONMENT.newstyle_gettext = True  # type: ignore[attr-defined]  # an extension of Jinja's adds it


def _extract_template(
    file: BinaryIO, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """An extraction method for ``babel.messages.extract``.

    Unlike Jinja's own, it also finds ``voice.gettext("…")``, and does not pass over a template with an error.
    """
    tree = _ENVIRONMENT.parse(file.read().decode("utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in keywords:
            call.node = nodes.Name(call.node.attr, "load", lineno=call.lineno)
    for line, function, message in extract_from_ast(tree, list(keywords)):
        yield line, function, message, []
