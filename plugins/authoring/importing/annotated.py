"""What an annotation tool hands out, whichever tool it is: a text, what is said of its words, and what joins that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports.messages import Message
from reports.problems import Problem, Says

#: From where up to where in a text, in its characters (code points).
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Some words of a text, and what is said of them.

    ``item`` is what the tool calls it, ``line`` where it stands in the file. It has no ``stretches`` where its words do
    not stand where it says. ``labels`` are what can say of which kind
    it is, the likeliest first. ``ids`` are what it gives as the id or the address of what the words name, and ``name``
    what that is called in English. ``values`` are what it says besides, by what each is called; ``notes`` are values
    without a name.
    """

    item: str
    stretches: tuple[Stretch, ...]
    labels: tuple[str, ...]
    line: int = 1
    ids: tuple[str, ...] = ()
    name: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What joins two annotations: from the ``item`` of one to that of another."""

    item: str
    label: str
    first: str
    second: str
    line: int = 1


@dataclass(slots=True)
class Annotated:
    """A text with its annotations, from a ``file``; ``name`` tells it from others in that file.

    ``published`` and ``publisher`` are what the tool has of the report. With ``by_lines`` each line of the text is a
    block. Of a text that a site of ours handed out, ``record`` is the record, and ``translation`` what was handed out
    with it in English. ``told`` is what could not be read, with its place; ``says`` whether a text quotes what is
    redacted.
    """

    file: Path
    text: str
    annotations: list[Annotation] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    name: str = ""
    published: str | None = None
    publisher: str | None = None
    by_lines: bool = False
    header: Mapping[str, str] = field(default_factory=dict)
    record: Mapping[str, object] | None = None
    translation: Annotated | None = None
    told: list[Problem] = field(default_factory=list)
    says: Says = field(default=lambda text: False)

    def tell(self, what: Message, line: int = 1) -> None:
        """Note what is not carried over."""
        self.told.append(Problem(self.file, line, 1, what, "warning"))
