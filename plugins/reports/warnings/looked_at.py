"""A text as it is looked at again: its words read, block by block, and where in the file each of them stands."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from words import Piece, Reading, outcomes_above

from ..messages import Message
from ..model import BAR, Block, Mark, Text
from ..problems import Problems
from ..written import Written

#: The words of a link, in which marks can stand.
_LINK = re.compile(r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\](?:\{[^}\n]*\})?)*)\]\(")
#: So many characters of syntax can stand between two of a block.
_SYNTAX = 2_000


class LookedAt:
    """A text with its words read; redacted ones are bars, since no warning must print what no page shows."""

    def __init__(self, text: Text, written: Written | None) -> None:
        self.text, self.written = _shown(text), written
        self.source = text
        self._anchors: dict[int, list[tuple[int, int]]] = {}

    @cached_property
    def marks(self) -> dict[int, list[Mark]]:
        """The marks of each block, in their order."""
        found: dict[int, list[Mark]] = defaultdict(list)
        for mark in self.text.marks:
            found[mark.block].append(mark)
        return found

    @cached_property
    def _starts(self) -> dict[int, list[int]]:
        return {block: [mark.start for mark in marks] for block, marks in self.marks.items()}

    def holding(self, block: int, start: int, end: int) -> list[Mark]:
        """The marks of a block that hold all from ``start`` up to ``end``, the innermost first."""
        last = bisect_right(self._starts.get(block, []), start) - 1
        if last < 0:
            return []
        found = self.marks[block][last]
        around = (found, *(self.text.marks[number] for number in reversed(found.inside)))
        return [mark for mark in around if end <= mark.start + len(mark.words)]

    def touching(self, block: int, start: int, end: int) -> list[Mark]:
        """The marks of a block that hold a part of what stands from ``start`` up to ``end``."""
        starts = self._starts.get(block, [])
        first, last = bisect_right(starts, start), bisect_left(starts, end)
        before = self.marks[block][first - 1] if first else None
        around = (before, *(self.text.marks[number] for number in before.inside)) if before else ()
        return [
            *(mark for mark in around if mark and start < mark.start + len(mark.words)),
            *(self.marks[block][first:last] if starts else ()),
        ]

    @cached_property
    def readings(self) -> list[tuple[Block, Reading]]:
        """Each block with what is read in it; what an image shows is told in words that cannot be marked."""
        return [
            (block, Reading(block.text, self.text.lang))
            for block in self.text.blocks
            if block.kind not in ("image", "code")
        ]

    @cached_property
    def by_block(self) -> dict[int, Reading]:
        """What is read in each block, by its number."""
        return {block.number: reading for block, reading in self.readings}

    @cached_property
    def above(self) -> dict[int, str]:
        """What stands above the people counted in a block, and says what befell them: by the number of the block."""
        pieces = [Piece(block.kind, block.line, reading) for block, reading in self.readings]
        found = zip(self.readings, outcomes_above(pieces, subject=False), strict=True)
        return {block.number: outcome for (block, _), outcome in found if outcome}

    def around(self, mark: Mark) -> Iterator[Mark]:
        """A mark, and those in which it stands."""
        yield mark
        yield from (self.text.marks[number] for number in mark.inside)

    def warn(self, problems: Problems, block: int, at: int, message: Message) -> None:
        """Tell a warning at a word of a block."""
        problems.warning(self.text.path, *self.place(block, at), message)

    def place(self, number: int, at: int) -> tuple[int, int]:
        """Line and column of the character ``at`` of a block; those of the block where it is not found."""
        offset = self.offset(number, at)
        if offset is None or self.written is None:
            return self.source.blocks[number - 1].line, 1
        return self.written.position(offset)

    def is_linked(self, number: int, at: int) -> bool:
        """Whether the character ``at`` of a block stands in the words of a link."""
        if not self._links:
            return False
        offset = self.offset(number, at)
        if offset is None:
            return False
        index = bisect_right(self._links, (offset, sys.maxsize)) - 1
        return index >= 0 and offset < self._links[index][1]

    @cached_property
    def _links(self) -> list[tuple[int, int]]:
        """Where in the file the words of links begin and end."""
        text = self.written.text if self.written else ""
        return [match.span(1) for match in _LINK.finditer(text)] if "](" in text else []

    def offset(self, number: int, at: int) -> int | None:
        """Where in the file the character ``at`` of a block stands, or the mark before it, if that is known."""
        block = self.source.blocks[number - 1]
        if self.written is None:
            return None
        anchors = self._anchors_of(number)
        index = bisect_right(anchors, (at, len(self.written.text)))
        begin, source = anchors[index - 1] if index else (0, self.line_start(number))
        found = self._walk(block.text, begin, at, source)
        if found is None:
            return source if index else None
        return found

    def line_start(self, number: int) -> int:
        """Where in the file the line begins in which a block does."""
        if self.written is None:
            return 0
        line = min(self._line(self.source.blocks[number - 1].line), len(self.written.lines))
        return self.written.lines[line - 1]

    def _anchors_of(self, number: int) -> list[tuple[int, int]]:
        """Where the marks of a block begin and end: in the block, and in the file."""
        if number not in self._anchors and self.written is not None:
            spans = self.written.spans
            ends = ((mark.start + len(mark.words), spans[mark.number].end) for mark in self.marks[number])
            starts = ((mark.start, spans[mark.number].start + 1) for mark in self.marks[number])
            self._anchors[number] = sorted((*starts, *ends))
        return self._anchors.get(number, [])

    def _line(self, line: int) -> int:
        """The line of what was read that has this number in the file."""
        written = self.written
        assert written is not None
        return line - sum(lines for begins, lines in written.moved if begins + lines <= line)

    @cached_property
    def _skips(self) -> dict[int, int]:
        """Where in the file something begins that no reader sees, and where it ends."""
        written = self.written
        return {span.close: span.end for span in written.spans} | dict(written.comments) if written else {}

    def _walk(self, words: str, begin: int, at: int, source: int) -> int | None:
        """Where in the file the character ``at`` of a block stands, from ``source`` on, where ``begin`` does."""
        written = self.written
        assert written is not None
        text = written.text
        skips, missed = self._skips, 0
        while source < len(text) and missed < _SYNTAX:
            if source in skips:
                source = skips[source]
                continue
            same = begin < len(words) and (
                text[source] == words[begin] or (words[begin] == " " and text[source].isspace())
            )
            if same and begin == at:
                return source
            if same:
                begin, missed = begin + 1, 0
                if words[begin - 1] == " ":
                    while (
                        source + 1 < len(text)
                        and text[source + 1].isspace()
                        and words[begin : begin + 1] != text[source + 1]
                    ):
                        source += 1
            elif text.startswith("](", source) and (end := text.find(")", source)) > 0:
                source = end
            else:
                missed += 1
            source += 1
        return None


def _shown(text: Text) -> Text:
    """The text with a bar as long as they are for redacted words, also where other marks hold them."""
    if not any(mark.redacted for mark in text.marks):
        return text
    words = {block.number: list(block.text) for block in text.blocks}
    for mark in text.marks:
        if mark.redacted:
            words[mark.block][mark.start : mark.start + len(mark.words)] = BAR[0] * len(mark.words)
    shown = {number: "".join(characters) for number, characters in words.items()}
    return replace(
        text,
        blocks=tuple(replace(block, text=shown[block.number]) for block in text.blocks),
        marks=tuple(
            replace(mark, words=shown[mark.block][mark.start : mark.start + len(mark.words)]) for mark in text.marks
        ),
    )
