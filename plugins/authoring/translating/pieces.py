"""Where in the file of a text each block stands that a reader sees, so that its words can be swapped for others.

What could be a block is found line by line. Which block it is Markdown says itself: it is given the text with a word
before each piece, and shows where that word comes to stand. So a piece is never taken for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports import messages
from reports.model import Text
from reports.problems import ContentErrors, Problem, Problems
from reports.report_texts import build_text, scanned
from reports.tree import Renderer
from reports.written import Written

_MARKER = re.compile(r"[ \t]*(?:(?:>[ ]?|[-*+][ \t]+|\d+\.[ \t]+|:[ \t]+|\[\^[^\[\]\n]+\]:[ \t]*|#{1,6}[ \t]*)[ \t]*)*")
_NO_WORDS = re.compile(r"[ \t]*(?:=+|-+|(?:[*_-][ \t]*){3,}|\[[^\[\]\n^][^\[\]\n]*\]:[ \t]*\S.*)[ \t]*")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")
_CELL = re.compile(r"(?:\\.|`[^`\n]*`|[^|\\])+")
#: A word that no text has.
_PROBE = "zq{}qz"
_FOUND = re.compile(r"zq([0-9]+)qz\s?")
_CODE = "code"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, by its number and kind, and the stretch of the file's text that is its words; ``source`` is that in one
    line."""

    block: int
    kind: str
    start: int
    end: int
    source: str


def pieces_of(written: Written, text: Text, renderer: Renderer) -> list[Piece]:
    """The pieces of a text, by their blocks; code is none. ``text`` is what was built of ``written``, which has no
    comments.

    Raises ``ContentErrors`` with the block that cannot be told apart.
    """
    found = [(start, end, source) for start, end, source in _candidates(written) if source]
    pictures = {image.start: image.end for image in written.images}
    probed, at = [], 0
    for number, (start, end, _) in enumerate(found):
        if pictures.get(start) != end:
            probed += [written.text[at:start], _PROBE.format(number), " "]
            at = start
    probe = Written(written.path, "".join([*probed, written.text[at:]]), header=written.header)
    probe.body_at, probe.attachments = written.body_at, written.attachments
    problems = Problems()
    shown = build_text(scanned(probe, problems), text.lang, renderer, problems)
    images = iter(candidate for candidate in found if pictures.get(candidate[0]) == candidate[1])
    pieces = []
    for number, block in enumerate(text.blocks):
        same = shown.blocks[number] if shown and number < len(shown.blocks) else None
        match = _FOUND.match(same.text) if same and same.kind == block.kind else None
        if block.kind == _CODE:
            continue
        candidate = next(images, None) if block.kind == "image" else found[int(match[1])] if match else None
        if candidate is None or (same and _FOUND.search(same.text, match.end() if match else 0)):
            raise ContentErrors([Problem(written.path, block.line, 1, messages.BLOCK_NOT_FOUND())])
        pieces.append(Piece(block.number, block.kind, *candidate))
    return pieces


def _candidates(written: Written) -> Iterator[tuple[int, int, str]]:
    """What could be a block: from where up to where, and its words in one line."""
    text = written.text
    fence, begins, lines = "", -1, list[str]()
    ends = -1
    stretches = list(_lines(text, written.body_at))
    tables = set(_tables(text, stretches))
    for index, (start, end) in enumerate([*stretches, (len(text), len(text))]):
        line = text[start:end]
        fenced = _FENCE.match(line)
        marker = _MARKER.match(line)
        assert marker
        is_new = bool(marker[0].strip()) and not _continues(marker[0], begins >= 0)
        if begins >= 0 and (
            fence or fenced or is_new or not line.strip() or _NO_WORDS.fullmatch(line) or index in tables
        ):
            yield begins, ends, " ".join(lines)
            begins, lines = -1, []
        if fenced and not fence:
            fence = fenced[1][0] * 3
        elif fence:
            fence = "" if fenced and fenced[1].startswith(fence) else fence
        elif index in tables:
            yield from _cells(text, start, end)
        elif line.strip() and not _NO_WORDS.fullmatch(line):
            content = start + marker.end()
            if begins < 0:
                begins = content
            ends = start + len(line.rstrip())
            lines.append(text[content:ends].strip())


def _continues(marker: str, within: bool) -> bool:
    """Whether a line goes on with a quotation that was begun."""
    return within and set(marker) <= {">", " ", "\t"}


def _lines(text: str, at: int) -> Iterator[tuple[int, int]]:
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield at, end
        at = end + 1


def _tables(text: str, lines: list[tuple[int, int]]) -> Iterator[int]:
    """The lines of tables, by their number: a row of names, one of dashes, and what follows up to an empty line."""
    for index in range(1, len(lines)):
        line = text[slice(*lines[index])]
        if "|" in line and _SEPARATOR.fullmatch(line) and "|" in text[slice(*lines[index - 1])]:
            yield from (index - 1, index)
            for after in range(index + 1, len(lines)):
                if not text[slice(*lines[after])].strip():
                    break
                yield after


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if _SEPARATOR.fullmatch(text, start, end):
        return
    for match in _CELL.finditer(text, start, end):
        words = match[0].strip()
        if words:
            begins = match.start() + len(match[0]) - len(match[0].lstrip())
            yield begins, begins + len(words), words


def swapped(text: str, pieces: list[Piece], instead: Mapping[int, str]) -> tuple[str, dict[int, int]]:
    """A text with other words for its blocks, and the line on which each then begins."""
    parts: list[str] = []
    lines: dict[int, int] = {}
    at = line = 0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        parts.append(text[at : piece.start])
        line += parts[-1].count("\n")
        lines[piece.block] = line + 1
        parts.append(instead.get(piece.block, piece.source))
        at = piece.end
    return "".join([*parts, text[at:]]), lines
