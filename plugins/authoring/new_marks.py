"""Marks that are put into a text: where they can stand, and the text with them.

Nothing but brackets and braces is added. A mark that would change a word that readers see, or another mark, is left
out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reports.edtf import EdtfDate
from reports.header import read_header
from reports.messages import Message
from reports.model import Block, Mark, Text
from reports.problems import Problems
from reports.report_texts import build_text, scanned
from reports.tree import Renderer
from reports.warnings import LookedAt
from reports.written import Written

#: So many letters of a block before words say which of several places are theirs.
_BEFORE = 16


@dataclass(frozen=True, slots=True)
class NewMark:
    """Words of a block that could be marked, from ``start`` up to ``end``; ``why`` says by what that is known."""

    block: int
    start: int
    end: int
    ids: tuple[str, ...]
    why: Message
    when: EdtfDate | None = None

    @property
    def braces(self) -> str:
        """What stands in its braces, with them."""
        parts = [f".{id}" for id in self.ids] + ([f"when={self.when}"] if self.when else [])
        return "{" + " ".join(parts) + "}"

    def crosses(self, start: int, end: int) -> bool:
        """Whether it overlaps a stretch of its block halfway."""
        return self.start < start < self.end < end or start < self.start < end < self.end


def fitting(looked: LookedAt, wanted: Iterable[NewMark]) -> list[NewMark]:
    """The marks that cross none of the text and none before them, in the order of the text."""
    found: list[NewMark] = []
    by_block: dict[int, list[NewMark]] = {}
    for mark in wanted:
        beside = by_block.setdefault(mark.block, [])
        others = [(one.start, one.end) for one in beside]
        others += [(one.start, one.start + len(one.words)) for one in looked.marks.get(mark.block, ())]
        if not any(mark.crosses(*other) for other in others):
            beside.append(mark)
            found.append(mark)
    return sorted(found, key=lambda mark: (mark.block, mark.start, -mark.end))


def with_marks(looked: LookedAt, wanted: list[NewMark]) -> tuple[str, list[NewMark]]:
    """The file of a text with the marks that can stand there, and those marks."""
    made = _tried(looked, wanted)
    if made is not None:
        return made, wanted
    kept: list[NewMark] = []
    for some in _by_block(wanted):
        if _tried(looked, kept + some) is not None:
            kept += some
        else:
            for mark in some:
                kept += [mark] if _tried(looked, [*kept, mark]) is not None else []
    return _tried(looked, kept) or _source(looked).text, kept


def _by_block(marks: Iterable[NewMark]) -> list[list[NewMark]]:
    found: dict[int, list[NewMark]] = {}
    for mark in marks:
        found.setdefault(mark.block, []).append(mark)
    return list(found.values())


def _source(looked: LookedAt) -> Written:
    assert looked.written is not None
    return looked.written


def _tried(looked: LookedAt, marks: list[NewMark]) -> str | None:
    """The file with these marks; ``None`` where it would not be the same text with them."""
    written, text = _source(looked), looked.text
    new = _inserted(looked, marks)
    if new is None:
        return None
    problems = Problems()
    again = Written(written.path, new, written.long_ids, attachments=written.attachments)
    read_header(again, problems)
    scanned(again, problems)
    built = build_text(again, text.lang, Renderer(), problems) if again.sound else None
    if built is None or problems.errors_told:
        return None
    if [block.text for block in built.blocks] != [block.text for block in looked.source.blocks]:
        return None
    there = Counter(map(_key, looked.source.marks)) + Counter(_new_key(looked.source, mark) for mark in marks)
    return new if there == Counter(map(_key, built.marks)) else None


def _key(mark: Mark) -> tuple[object, ...]:
    return mark.block, mark.start, mark.words, mark.ids, str(mark.when or "")


def _new_key(text: Text, mark: NewMark) -> tuple[object, ...]:
    words = text.blocks[mark.block - 1].text[mark.start : mark.end]
    return mark.block, mark.start, words, mark.ids, str(mark.when or "")


def _inserted(looked: LookedAt, marks: list[NewMark]) -> str | None:
    """The file with brackets and braces put in; ``None`` where it is not known where words stand in it."""
    text = _source(looked).text
    pieces: list[tuple[int, int, int, str]] = []
    for mark in marks:
        place = _place(looked, mark)
        if place is None:
            return None
        start, end = place
        # Where two close, the inner does first; where two open, the outer; and what ends ends before the next begins.
        pieces.append((end, 0, -start, "]" + mark.braces))
        pieces.append((start, 1, -end, "["))
    out, at = [], 0
    for offset, _, _, piece in sorted(pieces, key=lambda piece: piece[:3]):
        out += [text[at:offset], piece]
        at = offset
    return "".join([*out, text[at:]])


def _place(looked: LookedAt, mark: NewMark) -> tuple[int, int] | None:
    """Where in the file a mark begins and ends: around marks that it holds."""
    held = [
        _source(looked).spans[one.number]
        for one in looked.marks.get(mark.block, ())
        if mark.start <= one.start and one.start + len(one.words) <= mark.end
        and (one.start, len(one.words)) != (mark.start, mark.end - mark.start)
    ]  # fmt: skip
    start, last = looked.offset(mark.block, mark.start), looked.offset(mark.block, mark.end - 1)
    source, block = _source(looked).text, looked.source.blocks[mark.block - 1]
    words = block.text[mark.start : mark.end]
    if not held and (start is None or last is None or " ".join(source[start : last + 1].split()) != words):
        return _found(looked, block, mark) or ((start, last + 1) if start is not None and last is not None else None)
    if start is None or last is None:
        return None
    end = last + 1
    for span in held:
        start, end = min(start, span.start), max(end, span.end)
    return start, end


def _found(looked: LookedAt, block: Block, mark: NewMark) -> tuple[int, int] | None:
    """Where words of a block stand in its file as they are, in a table or behind a sign where nothing else tells it."""
    written = _source(looked)
    before = block.text[max(0, mark.start - _BEFORE) : mark.start]
    words = before + block.text[mark.start : mark.end]
    at = written.text.find(words, looked.line_start(block.number))
    return (at + len(before), at + len(words)) if at >= 0 else None
