"""Plain text as blocks, and words as Markdown in which nothing is more than words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from reports import invisible

#: So many characters a first line has at most that is taken for a heading.
LONGEST_TITLE = 200

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_BULLET = re.compile(r"[-*•●▪◦‣–—]\s+(?=\S)")

#: What Markdown would take for its own: anywhere in a line, or at its beginning.
_ANYWHERE = re.compile(r"[\\*\[\]{|]|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_BEGINNING = re.compile(r"(?:[#>+-]|\d+(?=[.)]))")
_WITHOUT_ESCAPE = re.compile(r"[=:~]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item of a list or a quotation: what Markdown writes before it, and its words."""

    words: str
    sign: str = ""


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of a plain text: what empty lines part, or else each line.

    A line that begins with a bullet is a paragraph, and keeps it: it is the source's. Other lines of one are joined.
    """
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")).strip()
    parted = re.split(r"\n[^\S\n]*\n\s*", text)
    found: list[Block] = []
    for part in parted if len(parted) > 1 else text.split("\n"):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        if all(_BULLET.match(line) for line in lines):
            found += map(Block, lines)
        else:
            found.append(Block(" ".join(filter(None, lines))))
    return [block for block in found if block.words]


def title_apart(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The title, which is a first line that others follow and that is no longer than titles are, and the rest."""
    if len(blocks) > 1 and len(blocks[0].words) <= LONGEST_TITLE and blocks[0].sign in ("", "# "):
        return blocks[0].words, blocks[1:]
    return "", blocks


def as_markdown(blocks: Iterable[Block]) -> str:
    """The blocks, one a line, with an empty line between them but for items of one list."""
    lines: list[str] = []
    before = ""
    for block in blocks:
        if lines and not (before == block.sign == "- "):
            lines.append("")
        lines.append(block.sign + escaped(block.words))
        before = block.sign
    return "\n".join(lines) + "\n"


def escaped(words: str) -> str:
    """Words, in one line, as Markdown that shows just these words."""
    words = _ENTITY.sub("&amp;", _ANYWHERE.sub(r"\\\g<0>", words)).replace("<", "&lt;").replace("`", "&#96;")
    if begins := _AT_BEGINNING.match(words):
        at = begins.end() if begins[0].isalnum() else 0
        sign = words[at]
        return f"{words[:at]}\\{sign}{words[at + 1 :]}"
    if _WITHOUT_ESCAPE.match(words):
        return f"&#{ord(words[0])};{words[1:]}"
    return words


def without_unseen(text: str) -> tuple[str, int]:
    """A text in Unicode's form NFC without the characters that no report may have, and how many there were."""
    text = unicodedata.normalize("NFC", text)
    found = 0
    for _ in range(_ROUNDS):
        at = {offset for offset, _ in _unwanted(text)}
        if not at:
            return text, found
        found += len(at)
        text = "".join(char for offset, char in enumerate(text) if offset not in at)
    return text, found


#: What is taken out can leave something else without its other half, an isolate or a joiner.
_ROUNDS = 5


def _unwanted(text: str) -> Iterator[tuple[int, object]]:
    yield from islice(invisible.faults(text), 100_000)
    for pattern in (invisible.NO_TEXT, invisible.PRIVATE):
        yield from ((match.start(), None) for match in pattern.finditer(text))
