"""What a message is made of: a template of the table, and the values that are put into it.

The words are English. Another language is put in by whoever shows a message (``write``), from a catalogue by the
English text. Values stand apart from the words until then, so that those that quote a text can be dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

#: What can be put into a template: words, mostly quoted; numbers and files; other messages.
Value: TypeAlias = "str | int | Path | tuple[str, ...] | Message"
#: Whether a text must not be quoted.
Hides: TypeAlias = Callable[[str], bool]

#: Stands for a value that nobody may read.
DROPPED = "…"


class Wording:
    """How a message is written: in English, as it stands in the table. Another language overrides it."""

    def text(self, english: str) -> str:
        """The words of a template."""
        return english

    def value(self, value: str) -> str:
        """A value among them."""
        return value

    def whole(self, text: str) -> str:
        """All that is said of one place."""
        return text


class English(Wording):
    """The words of the table as they are, in a line for a terminal."""

    def value(self, value: str) -> str:
        return harmless(value)


def harmless(text: str) -> str:
    """A line for a terminal: characters that would move its cursor, colour it or turn it round, or that nobody sees,
    stand as codes. Joiners stay, which Persian words need."""
    return _COMMANDS.sub(lambda match: ascii(match[0])[1:-1], text)


_COMMANDS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e01ef]"
)


@dataclass(frozen=True, slots=True)
class Template:
    """An entry of the table: what is wrong, and what to do where that is always the same.

    ``code`` names it for good; what is only a part of other messages has none. ``text`` and ``hint`` hold values as
    ``%(name)s``. A warning can be acknowledged by its code and the value that is named by ``about``.
    """

    code: str
    text: str
    hint: str = ""
    about: str = ""

    def __call__(self, hint: Message | None = None, /, **values: Value) -> Message:
        """The message with these values; ``hint`` says better what to do than the table does."""
        return Message(self, tuple(values.items()), hint)


def Phrase(text: str) -> Template:
    """A part of other messages, or what to do where that varies."""
    return Template("", text)


@dataclass(frozen=True, slots=True)
class Message:
    """What an author is told. ``str()`` is the English of what is wrong."""

    template: Template
    values: tuple[tuple[str, Value], ...] = ()
    own_hint: Message | None = field(default=None)

    @property
    def code(self) -> str:
        """The code of the template, or of the first message among the values that has one."""
        inner = (value.code for _, value in self.values if isinstance(value, Message))
        return self.template.code or next(filter(None, inner), "")

    @property
    def hint(self) -> Message | None:
        """What to do, if that can be said."""
        if self.own_hint or not self.template.hint:
            return self.own_hint
        return Message(Phrase(self.template.hint), self.values)

    @property
    def about(self) -> str:
        """By which value one message of a code is told from others; empty where none does, or it was dropped."""
        about = dict(self.values).get(self.template.about, DROPPED)
        return "" if about == DROPPED else " ".join(str(about).split())

    def advising(self, hint: Message) -> Message:
        """The same with something else to do."""
        return replace(self, own_hint=hint)

    def write(self, wording: Wording) -> str:
        """What is wrong, in this wording."""
        return wording.text(self.template.text) % {name: _written(value, wording) for name, value in self.values}

    def __str__(self) -> str:
        return self.write(Wording())

    def unquoted(self, hides: Hides = lambda said: True) -> Message:
        """The message without what could be quoted, or without those texts that ``hides`` names: else only numbers,
        files and words of the table are left."""
        return replace(
            self,
            values=tuple((name, _unquoted(value, hides)) for name, value in self.values),
            own_hint=self.own_hint and self.own_hint.unquoted(hides),
        )


def _written(value: Value, wording: Wording) -> str:
    if isinstance(value, Message):
        return value.write(wording)
    if isinstance(value, tuple):
        return wording.text(", ").join(wording.value(one) for one in value)
    return wording.value(str(value))


def _unquoted(value: Value, hides: Hides) -> Value:
    if isinstance(value, Message):
        return value.unquoted(hides)
    if isinstance(value, int | Path) or (isinstance(value, str) and _OF_THE_FORMAT.fullmatch(value)):
        return value
    return DROPPED if any(map(hides, (value,) if isinstance(value, str) else value)) else value


#: The format's own word for a redaction, as it may stand mistyped in a text, of which it says nothing.
_OF_THE_FORMAT = re.compile(r"\W*redacted\W*", re.I)


class Refused(ValueError):
    """A value that is not what it should be; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message

    @property
    def hint(self) -> str:
        """What to do, in English; empty where nothing is said of it."""
        return str(self.message.hint or "")
