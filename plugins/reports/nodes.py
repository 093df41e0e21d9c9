"""YAML with positions: every key and value knows its line and column, and every word stays a word.

A file is composed, not loaded: ``no`` stays ``no`` and ``12:30`` stays ``12:30``. Tags, anchors, aliases and
duplicate keys are errors, as the report format says.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import TypeVar

import yaml

from . import invisible
from .edtf import HINT as DATE_HINT
from .edtf import DateError, EdtfDate, parse_date
from .invisible import NO_TEXT, PRIVATE
from .model import Words
from .problems import Problems, did_you_mean, one_of
from .slips import slips
from .web import is_web_address

T = TypeVar("T")

_NULLS = {"", "~", "null", "Null", "NULL"}
_LINE_BREAK = re.compile(r"(?<![ \t])[ \t]*[\r\n][ \t\r\n]*")
MAX_BYTES = 8 * 1024 * 1024
MAX_NESTING = 50
NOT_HERE = ("this looks like a redaction, and here nothing is redacted", "leave out what must not be known")
#: So many characters a value has at most.
LONGEST = 2_000
#: So many entries the lists have that stand for one value or several: who relayed, where, whom a claim blames.
MAX_SEVERAL = 50
#: So many of the characters that hide something are told of one file.
MAX_FAULTS = 20


class Node:
    """One YAML value at its place in a file, with readers that report what is wrong and return ``None``."""

    def __init__(self, path: Path, problems: Problems, node: yaml.Node) -> None:
        self.path, self.problems, self.node = path, problems, node

    def error(self, message: str, hint: str = "") -> None:
        """Report an error where this value begins."""
        self.problems.error(self.path, *_place(self.node.start_mark), message, hint)

    @property
    def line(self) -> int:
        """The line in which this value begins, from 1."""
        return _place(self.node.start_mark)[0]

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    def warning(self, message: str, hint: str = "") -> None:
        """Report a warning where this value begins."""
        self.problems.warning(self.path, *_place(self.node.start_mark), message, hint)

    def _at(self, node: yaml.Node) -> Node:
        return Node(self.path, self.problems, node)

    def entries(self, what: str) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping, each key once."""
        if not self.is_mapping:
            self.error(f"{what} must be a mapping", "write `key: value` lines")
            return []
        found: dict[str, tuple[Node, Node]] = {}
        for key_node, value_node in self.node.value:
            key = self._at(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                key.error("a key must be a word")
            elif key_node.value in found:
                first = found[key_node.value][0].line
                key.error(f"the key `{key_node.value}` stands twice", f"it stands first in line {first}; keep one")
            else:
                found[key_node.value] = (key, self._at(value_node))
        return list(found.values())

    def fields(self, what: str, known: Iterable[str], required: Iterable[str] = ()) -> dict[str, Node]:
        """The values of a mapping by key; unknown and missing keys are errors."""
        known = tuple(known)
        values: dict[str, Node] = {}
        for key, value in self.entries(what):
            word = key.node.value
            if word not in known:
                key.error(f"{what} has no key `{word}`", did_you_mean(word, known) or one_of(known))
            elif _is_null(value.node):
                value.error(f"`{word}` has no value", "give one, or remove the line")
            else:
                values[word] = value
        for word in required if self.is_mapping else ():
            if word not in values and not any(key.value == word for key, _ in self.node.value):
                self.error(f"{what} lacks `{word}`", f"add `{word}: …`")
        return values

    def items(self, what: str) -> list[Node]:
        """The items of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.error(f"{what} must be a list", "write each item in a line of its own after `- `")
            return []
        return [self._at(item) for item in self.node.value]

    def text(self, what: str) -> str | None:
        """A value that is words: in Unicode's form NFC, in one line, and not without end: pages repeat it."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.error(f"{what} must be one value")
            return None
        value = _LINE_BREAK.sub(" ", unicodedata.normalize("NFC", self.node.value).strip())
        if not value:
            self.error(f"{what} is empty", "give a value, or remove it")
            return None
        if len(value) > LONGEST:
            self.error(f"{what} has {len(value)} characters, and can have {LONGEST}", "say it shorter")
            return None
        return value

    def word(self, what: str, vocabulary: Iterable[str]) -> str | None:
        """One word of a vocabulary."""
        vocabulary = tuple(vocabulary)
        value = self.text(what)
        if value is not None and value not in vocabulary:
            hint = did_you_mean(value, vocabulary)
            self.error(f"`{value}` is no {what}", " ".join(part for part in (hint, one_of(vocabulary)) if part))
            return None
        return value

    def parsed(self, what: str, parse: Callable[[str], T], hint: str = "") -> T | None:
        """A value read by ``parse``, whose ``ValueError`` says what is wrong."""
        value = self.text(what)
        if value is None:
            return None
        try:
            return parse(value)
        except ValueError as error:
            self.error(f"{what}: {error}", hint)
            return None

    def date(self, what: str) -> EdtfDate | None:
        """An EDTF date."""

        def parse(text: str) -> EdtfDate:
            try:
                return parse_date(text)
            except DateError as error:
                raise ValueError(error) from None

        return self.parsed(what, parse, DATE_HINT)

    def several(self, what: str, most: int = MAX_SEVERAL) -> list[Node]:
        """The items of a list, or the one bare value that stands for a list of one."""
        if isinstance(self.node, yaml.ScalarNode):
            return [self]
        items = self.items(what)
        if len(items) > most:
            self.error(f"{what} has {len(items)} entries, and can have {most}", "name those that matter")
        return items[:most]

    def in_languages(self, what: str, *, both: bool) -> Words | None:
        """A text in Arabic and English: ``{ar: …, en: …}``."""
        values = self.fields(what, ("ar", "en"), ("ar", "en") if both else ())
        ar, en = (values[lang].text(f"{what} ({lang})") if lang in values else None for lang in ("ar", "en"))
        return Words(ar, en) if ar or en else None

    def url(self, what: str) -> str | None:
        """An address that a browser can open: http or https, with a host."""
        value = self.text(what)
        if value is None:
            return None
        if not is_web_address(value):
            self.error(f"{what} is not a web address", "write it whole, beginning with https:// or http://")
            return None
        return value


def read_text(path: Path, problems: Problems) -> str | None:
    """A file's text: UTF-8 in Unicode's form NFC, without a byte order mark, its lines ended by line feeds.

    Characters that hide something are errors; see ``invisible``.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problems.error(path, 1, 1, "the file cannot be read (no plain file)", "put the file itself here")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.error(
            path, 1, 1, f"the file cannot be read ({error.strerror})", "check that it is there and yours to read"
        )
        return None
    if len(data) > MAX_BYTES:
        problems.error(path, 1, 1, f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB", "split it")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "ignore")
        line, column = good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1
        problems.error(path, line, column, "this is not UTF-8 text", "save the file in UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (heap := invisible.long_heap(text)) is not None:  # to put these in order takes minutes
        problems.error(path, *position(text, heap), *invisible.HEAP)
        return None
    text = unicodedata.normalize("NFC", text)
    hidden = list(islice(invisible.faults(text), MAX_FAULTS))
    for offset, message, hint in hidden:
        problems.error(path, *position(text, offset), message, hint)
    return None if hidden else text


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def compose(path: Path, problems: Problems) -> Node | None:
    """Read one YAML file. ``None`` when it is empty or no YAML; what is wrong is in ``problems``."""
    text = read_text(path, problems)
    if text is None:
        return None

    def wrong(offset: int, message: str, hint: str) -> None:
        problems.error(path, *position(text, offset), message, hint)

    try:
        root = _composed(text, path, problems)
    except yaml.MarkedYAMLError as error:
        what = error.problem or error.context or "it cannot be read"
        place = _place(error.problem_mark or error.context_mark)
        problems.error(path, *place, f"this is not YAML: {what}", "check indents, colons and quotes")
        return None
    except yaml.reader.ReaderError as error:
        wrong(error.position, "a character that YAML does not allow", "remove it")
        return None
    except (ValueError, OverflowError):
        wrong(max(0, text.find("\\U")), "the code of no character, or a number without end", "write the character")
        return None
    return Node(path, problems, root) if root is not None and not _is_null(root) else None


def _place(mark: yaml.Mark | yaml._yaml.Mark | None) -> tuple[int, int]:
    """Line and column, from 1, of a place as PyYAML has it; the file's beginning where it has none."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _composed(text: str, path: Path, problems: Problems) -> yaml.Node | None:
    """The file's root node, by PyYAML's quick parser where that is there; what fails there is read again by the
    slow one, for its message."""
    for loader in (getattr(yaml, "CBaseLoader", yaml.BaseLoader), yaml.BaseLoader):
        try:
            if not _is_plain(text, loader, path, problems):
                return None
            return yaml.compose(text, Loader=loader)
        except yaml.YAMLError as error:
            refused = error
    raise refused


def _is_plain(text: str, loader: type, path: Path, problems: Problems) -> bool:
    """Whether a file has no tags, anchors or aliases, no codes of what is no text, and does not nest without end.

    Read event by event, since composing a file that nests without end would end the program.
    """
    depth, plain = 0, True
    for event in yaml.parse(text, Loader=loader):
        wrong = []
        if isinstance(event, yaml.AliasEvent):
            wrong.append("a YAML alias stands here")
        else:
            wrong += ["a YAML anchor stands here"] if getattr(event, "anchor", None) else []
            wrong += ["a YAML tag stands here"] if getattr(event, "tag", None) else []
        if isinstance(event, yaml.ScalarEvent) and NO_TEXT.search(event.value):
            wrong.append("the code of a control character, or of none, stands here")
        elif isinstance(event, yaml.ScalarEvent) and PRIVATE.search(event.value):
            wrong.append("a private-use character stands here, or its code")
        elif isinstance(event, yaml.ScalarEvent) and invisible.long_heap(event.value) is not None:
            wrong.append(invisible.HEAP[0])
        elif isinstance(event, yaml.ScalarEvent):  # written as a code: the file itself has been looked at
            wrong += [message for _, message, _ in islice(invisible.faults(event.value), 1)]
            if not wrong and any(True for _ in slips(event.value)):
                plain = False
                problems.error(path, *_place(event.start_mark), *NOT_HERE)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            wrong.append("the file nests too deeply from here on")
        for message in wrong:
            plain = False
            problems.error(path, *_place(event.start_mark), message, "write the value out, or quote it")
        if depth > MAX_NESTING:
            break
    return plain


def words_by_language(values: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Lists of words by language, without empty ones."""
    return {lang: tuple(items) for lang, items in values.items() if items}
