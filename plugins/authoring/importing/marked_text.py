"""A plain text and its marks as an author would type them: Markdown in which every character means itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .annotated import Stretch
from .nesting import Mark

#: Characters that mean something wherever they stand, and those that do where a block begins.
_ALWAYS = re.compile(r"[\\`*_\[\]{}<!]")
_AT_START = re.compile(r"[#>+-]|(?P<before>\d+)(?P<dot>\.)")
_AS_CODE = {":": "&#58;", "~": "&#126;"}
_CODE = re.compile(r"&(?=#?\w+;)")
_EMPTY_LINE = re.compile(r"\n[ \t\r\u00a0]*(?=\n)")


def blocks_of(text: str, *, by_lines: bool) -> list[Stretch]:
    """Where the blocks of a plain text stand: its lines, or what stands between empty lines where it has any."""
    between = r"[\r\n]+" if by_lines or not _EMPTY_LINE.search(text.strip()) else r"(?:\r?\n[ \t\u00a0]*){2,}"
    found, at = [], 0
    for match in [*re.finditer(between, text), None]:
        start, end = at, match.start() if match else len(text)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            found.append((start, end))
        at = match.end() if match else end
    return found


def markdown(text: str, blocks: Sequence[Stretch], marks: Iterable[Mark]) -> str:
    """The blocks with their marks, which nest and stand each within a block, in the order of their beginnings."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append("[")
        closing.setdefault(mark.end, []).insert(0, "]" + attributes(mark))
    return "\n\n".join(_block(text, start, end, opening, closing) for start, end in blocks) + "\n"


def _block(text: str, start: int, end: int, opening: dict[int, list[str]], closing: dict[int, list[str]]) -> str:
    pieces: list[str] = []
    first = _AT_START.match(text, start, end)
    escaped = (first.start("dot") if first["dot"] else start) if first else -1
    for at in range(start, end):
        pieces += closing.get(at, ())
        pieces += opening.get(at, ())
        char = text[at]
        if char in "\r\n":
            char = " "
        elif at == start and char in _AS_CODE:
            char = _AS_CODE[char]
        elif _CODE.match(text, at, end):
            char = "&amp;"
        elif at == escaped or _ALWAYS.match(char):
            char = f"\\{char}"
        pieces.append(char)
    pieces += closing.get(end, ())
    return "".join(pieces)


def attributes(mark: Mark) -> str:
    """What stands in the braces of a mark, with them."""
    said = [f".{id}" for id in mark.ids]
    if mark.when:
        said.append(f"when={mark.when}" if re.fullmatch(r"[^\s\"}]+", mark.when) else f'when="{mark.when}"')
    if mark.sic is not None:
        said.append('sic="{}"'.format(re.sub(r'(["\\])', r"\\\1", mark.sic)))
    return "{" + " ".join(said) + "}"
