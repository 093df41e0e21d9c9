"""Marks once they are found: swapped in a text for single private-use characters, which pass through Markdown as plain
characters do. Whoever shows the text swaps those for elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .image_marks import FIRST, ImageMark

#: One opening and one closing character a mark, from Unicode's two supplementary private-use planes.
OPEN, CLOSE = 0xF0000, 0x100000
#: What stands in place of a comment.
NOTHING = "\uf8ff"
SENTINEL = re.compile("[\U000f0000-\U0010ffff]")


@dataclass(slots=True)
class Span:
    """A mark as it stands in the file. Offsets are characters from the file's start.

    ``start`` is the opening bracket, ``close`` the closing one, ``end`` the character after the ``}``.
    ``ids`` and ``when`` come with the offset at which each stands; ``inside`` are the numbers of the spans
    around it.
    """

    number: int
    start: int
    close: int
    end: int
    ids: list[tuple[str, int]] = field(default_factory=list)
    when: tuple[str, int] | None = None
    sic: str | None = None
    inside: tuple[int, ...] = ()

    @property
    def redacted(self) -> bool:
        return any(id == "redacted" for id, _ in self.ids)


def encode(
    text: str,
    spans: list[Span],
    start: int = 0,
    images: Iterable[ImageMark] = (),
    comments: Iterable[tuple[int, int]] = (),
) -> str:
    """The text from ``start`` on with each mark's brackets swapped for its two characters, attributes left out, each
    image for its one, and without comments."""
    cuts = [(image.start, image.end, chr(FIRST + image.number)) for image in images]
    cuts += [_nothing(text, begin, end) for begin, end in comments]
    for span in spans:
        first, last = chr(OPEN + span.number), chr(CLOSE + span.number)
        cuts += [(span.start, span.start + 1, first), (span.close, span.end, last)]
    pieces, at = [], start
    for begin, end, character in sorted(cuts):
        pieces += [text[at:begin], character]
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _nothing(text: str, begin: int, end: int) -> tuple[int, int, str]:
    """A comment that fills its lines goes with them: an empty line in its place would end a paragraph. In place of any
    other stands a character that keeps apart what stands around it, until there is HTML."""
    first = text.rfind("\n", 0, begin) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last + 1
    return (first, last, "") if not (text[first:begin] + text[end:last]).strip() else (begin, end, NOTHING)


def opening(character: str) -> int | None:
    """The number of the mark that this character opens, or ``None``."""
    return ord(character) - OPEN if OPEN <= ord(character) < CLOSE else None


def closing(character: str) -> int | None:
    """The number of the mark that this character closes, or ``None``."""
    return ord(character) - CLOSE if ord(character) >= CLOSE else None


def number_spans(spans: list[Span]) -> None:
    """Count the spans, which stand in the order of their opening brackets, and note which are inside which."""
    around: list[Span] = []
    for number, span in enumerate(spans):
        while around and around[-1].end <= span.start:
            around.pop()
        span.number, span.inside = number, tuple(outer.number for outer in around)
        around.append(span)
