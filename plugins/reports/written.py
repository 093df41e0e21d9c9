"""A text file as its author wrote it: what its header says, and where marks, images and comments stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from .image_marks import ImageMark
from .spans import Span


@dataclass(slots=True)
class Written:
    """A text file as it stands: header fields with their lines, the body and where it begins.

    It is ``sound`` where every bracket and brace of its marks is in order, and nothing in it could be taken for a
    mark's own characters; else ``spans`` are those that are in order. ``comments`` are no part of the text,
    ``unshown`` are addresses with their titles,
    ``uncalled`` the labels of the footnotes that no reader comes to, once it is built, ``unpublished`` those that go
    with redacted words, and ``notes`` the label of the footnote in which a block stands. ``moved`` are the lines from
    which on lines are missing that its file has, and how many. Where it has ``slipped``, something was meant to be
    redacted and is not. With ``long_ids`` its marks can
    name events and claims of reports; ``attachments`` are kinds of files, besides images, that it can show.
    """

    path: Path
    text: str
    long_ids: bool = False
    header: dict[str, tuple[str, int]] = field(default_factory=dict)
    body_at: int = 0
    attachments: frozenset[str] = frozenset()
    spans: list[Span] = field(default_factory=list)
    images: list[ImageMark] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    unshown: list[tuple[int, int]] = field(default_factory=list)
    uncalled: frozenset[str] = frozenset()
    notes: dict[int, str] = field(default_factory=dict)
    unpublished: frozenset[str] = frozenset()
    moved: list[tuple[int, int]] = field(default_factory=list)
    sound: bool = True
    slipped: bool = False
    lines: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = [0, *(match.end() for match in re.finditer("\n", self.text))]

    @property
    def draft(self) -> bool:
        return self.header.get("Status", ("", 0))[0].lower() == "draft"

    def is_secret(self, span: Span) -> bool:
        """Whether a mark is redacted, or stands in one that is."""
        return span.redacted or any(self.spans[outer].redacted for outer in span.inside)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset in the file."""
        line = bisect_right(self.lines, offset)
        in_the_file = line + sum(lines for begins, lines in self.moved if begins <= line)
        return in_the_file, offset - self.lines[line - 1] + 1
