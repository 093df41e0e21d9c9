"""YAML with positions: every key and value knows its line and column, and every word stays a word.

A file is composed, not loaded: ``no`` stays ``no`` and ``12:30`` stays ``12:30``. Tags, anchors, aliases and
duplicate keys are errors, as the report format says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import TypeVar

import yaml

from . import invisible, messages
from .edtf import EdtfDate, parse_date
from .file_text import position, read_text
from .invisible import NO_TEXT, PRIVATE
from .messages import Message, Refused
from .model import Words
from .nearest import one_of
from .problems import Area, Problems
from .slips import slips
from .synonyms import meant
from .web import is_web_address

T = TypeVar("T")
#: What messages call a value: its key as it is written, or a phrase of the table.
What = str | Message

_NULLS = {"", "~", "null", "Null", "NULL"}
_LINE_BREAK = re.compile(r"(?<![ \t])[ \t]*[\r\n][ \t\r\n]*")
MAX_NESTING = 50
#: So many characters a value has at most.
LONGEST = 2_000
#: So many entries the lists have that stand for one value or several: who relayed, where, whom a claim blames.
MAX_SEVERAL = 50


class Node:
    """One YAML value at its place in a file, with readers that report what is wrong and return ``None``."""

    def __init__(self, path: Path, problems: Problems, node: yaml.Node) -> None:
        self.path, self.problems, self.node = path, problems, node

    def error(self, what: Message) -> None:
        """Report an error where this value begins."""
        self.problems.error(*self.place, what)

    @property
    def place(self) -> tuple[Path, int, int]:
        """The file, the line and the column in which this value begins."""
        return self.path, *_place(self.node.start_mark)

    @property
    def area(self) -> Area:
        """From where to where in its file this value stands."""
        return Area(self.path, _place(self.node.start_mark), _place(self.node.end_mark))

    def telling(self, problems: Problems) -> Node:
        """The same value, with what is wrong in it told to others."""
        return Node(self.path, problems, self.node)

    @property
    def line(self) -> int:
        """The line in which this value begins, from 1."""
        return _place(self.node.start_mark)[0]

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    def warning(self, what: Message) -> None:
        """Report a warning where this value begins."""
        self.problems.warning(*self.place, what)

    def _at(self, node: yaml.Node) -> Node:
        return Node(self.path, self.problems, node)

    def entries(self, what: What) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping, each key once."""
        if not self.is_mapping:
            self.error(messages.NO_MAPPING(what=what))
            return []
        found: dict[str, tuple[Node, Node]] = {}
        for key_node, value_node in self.node.value:
            key = self._at(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                key.error(messages.NO_WORD_AS_KEY())
            elif key_node.value in found:
                first = found[key_node.value][0].line
                key.error(messages.KEY_TWICE(key=key_node.value, line=first))
            else:
                found[key_node.value] = (key, self._at(value_node))
        return list(found.values())

    def fields(
        self, what: What, known: Iterable[str], required: Iterable[str] = (), *, actors: Collection[str] = ()
    ) -> dict[str, Node]:
        """The values of a mapping by key; unknown and missing keys are errors.

        ``actors`` are ids that can stand there too, and are too many to be listed.
        """
        known, required = tuple(known), tuple(required)
        values: dict[str, Node] = {}
        for key, value in self.entries(what):
            word = key.node.value
            if word not in known and word not in actors:
                listed = messages.ONE_OF_OR_ACTOR(words=known) if actors else one_of(known)
                key.error(messages.UNKNOWN_KEY(meant(word, known, actors) or listed, what=what, key=word))
            elif _is_null(value.node):
                missing = messages.MISSING_VALUE(key=word)
                value.error(missing.advising(messages.GIVE_ONE()) if word in required else missing)
            else:
                values[word] = value
        for word in required if self.is_mapping else ():
            if word not in values and not any(key.value == word for key, _ in self.node.value):
                self.error(messages.MISSING_KEY(what=what, key=word))
        return values

    def items(self, what: What) -> list[Node]:
        """The items of a list."""
        if not self.is_list:
            self.error(messages.NO_LIST(what=what))
            return []
        return [self._at(item) for item in self.node.value]

    def text(self, what: What) -> str | None:
        """A value that is words: in Unicode's form NFC, in one line, and not without end: pages repeat it."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.error(messages.NO_SINGLE_VALUE(what=what))
            return None
        value = _LINE_BREAK.sub(" ", unicodedata.normalize("NFC", self.node.value).strip())
        if not value:
            self.error(messages.EMPTY_VALUE(what=what))
            return None
        if len(value) > LONGEST:
            self.error(messages.LONG_VALUE(what=what, size=len(value), most=LONGEST))
            return None
        return value

    def word(
        self, what: What, vocabulary: Iterable[str], hint: Callable[[str], Message | None] = lambda value: None
    ) -> str | None:
        """One word of a vocabulary; ``hint`` may say of another what its author meant."""
        vocabulary = tuple(vocabulary)
        value = self.text(what)
        if value is not None and value not in vocabulary:
            near, all_words = hint(value) or meant(value, vocabulary), one_of(vocabulary)
            to_do = messages.BOTH(first=near, second=all_words) if near else all_words
            self.error(messages.UNKNOWN_WORD(to_do, value=value, what=what))
            return None
        return value

    def flag(self, what: What) -> bool:
        """A value that is ``true`` or ``false``; what is neither is told, and counts as ``false``."""
        value = self.text(what)
        if value is not None and value.lower() not in ("true", "false"):
            self.error(messages.NO_FLAG(what=what))
        return value is not None and value.lower() == "true"

    def parsed(
        self, what: What, parse: Callable[[str], T], hint: Message | None = None, otherwise: Message | None = None
    ) -> T | None:
        """A value read by ``parse``, which raises ``Refused`` for what is wrong.

        ``hint`` says what to do, whatever is wrong; ``otherwise`` only where what is wrong does not say it.
        """
        value = self.text(what)
        if value is None:
            return None
        try:
            return parse(value)
        except Refused as error:
            self.error(messages.NAMED(hint or error.message.hint or otherwise, what=what, error=error.message))
            return None

    def date(self, what: What) -> EdtfDate | None:
        """An EDTF date."""
        return self.parsed(what, parse_date, otherwise=messages.WRITE_DATE())

    def several(self, what: What, most: int = MAX_SEVERAL) -> list[Node]:
        """The items of a list, or the one bare value that stands for a list of one."""
        if isinstance(self.node, yaml.ScalarNode):
            return [self]
        items = self.items(what)
        if len(items) > most:
            self.error(messages.LONG_LIST(what=what, size=len(items), most=most))
        return items[:most]

    def in_languages(self, what: What, *, both: bool) -> Words | None:
        """A text in Arabic and English: ``{ar: …, en: …}``."""
        values = self.fields(what, ("ar", "en"), ("ar", "en") if both else ())
        ar, en = (
            values[lang].text(messages.IN_LANGUAGE(what=what, lang=lang)) if lang in values else None
            for lang in ("ar", "en")
        )
        return Words(ar, en) if ar or en else None

    def url(self, what: What) -> str | None:
        """An address that a browser can open: http or https, with a host."""
        value = self.text(what)
        if value is None:
            return None
        if not is_web_address(value):
            self.error(messages.NO_ADDRESS(what=what))
            return None
        return value


def compose(path: Path, problems: Problems) -> Node | None:
    """Read one YAML file. ``None`` when it is empty or no YAML; what is wrong is in ``problems``."""
    text = read_text(path, problems)
    if text is None:
        return None

    def wrong(offset: int, what: Message) -> None:
        problems.error(path, *position(text, offset), what)

    try:
        root = _composed(text, path, problems)
    except yaml.MarkedYAMLError as error:
        reason = error.problem or error.context or messages.NO_REASON()
        place = _place(error.problem_mark or error.context_mark)
        problems.error(path, *place, messages.NOT_YAML(reason=reason))
        return None
    except yaml.reader.ReaderError as error:
        wrong(error.position, messages.NOT_ALLOWED_IN_YAML())
        return None
    except (ValueError, OverflowError):
        wrong(max(0, text.find("\\U")), messages.NO_CODE())
        return None
    return Node(path, problems, root) if root is not None and not _is_null(root) else None


def _place(mark: yaml.Mark | yaml._yaml.Mark | None) -> tuple[int, int]:
    """Line and column, from 1, of a place as PyYAML has it; the file's beginning where it has none."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _composed(text: str, path: Path, problems: Problems) -> yaml.Node | None:
    """The file's root node."""
    return with_a_loader(
        lambda loader: yaml.compose(text, Loader=loader) if _is_plain(text, loader, path, problems) else None
    )


def with_a_loader(read: Callable[[type], T]) -> T:
    """What ``read`` makes of a file by PyYAML's quick parser, where that is there. What it refuses is read again by the
    slow one, for its message, and since that reads ``{en:}``, which the quick one does not."""
    for loader in (getattr(yaml, "CBaseLoader", yaml.BaseLoader), yaml.BaseLoader):
        try:
            return read(loader)
        except yaml.YAMLError as error:
            refused = error
    raise refused


#: A mark, or what was meant as one: brackets and braces behind them.
_MARK = re.compile(r"\]\s{0,20}\{|\{\s{0,20}\.[\w]")


def _is_plain(text: str, loader: type, path: Path, problems: Problems) -> bool:
    """Whether a file has no tags, anchors or aliases, no codes of what is no text, and does not nest without end.

    Read event by event, since composing a file that nests without end would end the program.
    """
    depth, plain = 0, True
    for event in yaml.parse(text, Loader=loader):
        wrong: list[Message] = []
        if isinstance(event, yaml.AliasEvent):
            wrong.append(messages.YAML_ALIAS())
        else:
            wrong += [messages.YAML_ANCHOR()] if getattr(event, "anchor", None) else []
            wrong += [messages.YAML_TAG()] if getattr(event, "tag", None) else []
        if isinstance(event, yaml.ScalarEvent) and NO_TEXT.search(event.value):
            wrong.append(messages.YAML_CONTROL())
        elif isinstance(event, yaml.ScalarEvent) and PRIVATE.search(event.value):
            wrong.append(messages.PRIVATE_OR_CODE())
        elif isinstance(event, yaml.ScalarEvent) and invisible.long_heap(event.value) is not None:
            wrong.append(messages.HEAP())
        elif isinstance(event, yaml.ScalarEvent):  # written as a code: the file itself has been looked at
            wrong += [message for _, message in islice(invisible.faults(event.value), 1)]
            if not wrong and (_MARK.search(event.value) or any(True for _ in slips(event.value))):
                plain = False
                problems.error(path, *_place(event.start_mark), messages.NO_REDACTIONS_HERE())
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            wrong.append(messages.DEEP_YAML())
        for message in wrong:
            plain = False
            problems.error(path, *_place(event.start_mark), message.advising(messages.WRITE_OUT()))
        if depth > MAX_NESTING:
            break
    return plain


def words_by_language(values: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Lists of words by language, without empty ones."""
    return {lang: tuple(items) for lang, items in values.items() if items}
