"""A report's Arabic text is held against its original: every word of the text stands in it, in the same order.

Marks and Markdown are taken away before, and redacted words are there as written: this is done where the whole text
still is. Of a report that redacts words no message quotes anything: the original may say them in another spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import alignment, messages
from .model import Text
from .problems import Problems
from .written import Written

#: How many words a message quotes of each side.
QUOTED = 6
#: What is not seen and says nothing: marks of direction, blanks of no width, hyphens that may be.
UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
#: What stands before the words of a block in a plain text, and is Markdown's in ours: of a list, a quotation, a table.
_SIGN = re.compile(r"[-*+•●▪◦‣·–—>|#:]+|[0-9٠-٩]{1,3}[.)-]")
#: What stands in a text's source and not in its words: characters of Markdown, and whole stretches.
_SYNTAX = frozenset("\\*_`[]")
_STRETCHES = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"  # a link's address
    r"|^[ ]{0,3}\[[^\]\n]+\]:.*(?:\n(?:[ ]{4}|\t).*)*"  # a footnote's text, and an address that links refer to
    r"|\[\^[^\]\n]+\]|<!--.*?-->|</?[A-Za-z][^<>]*>",
    re.M | re.S,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a block: as it is compared, as it is written, and whether it begins the block."""

    text: str
    raw: str
    first: bool


def compare(text: Text, written: Written, original: Path, says: str, problems: Problems) -> None:
    """Hold a text, redacted words and all, against its original, which ``says`` this.

    The text may be a part of it without a gap: what stands before and after is not looked at. Footnotes and
    images are the editors' own. Each difference is an error at the word of the text where it begins.
    """
    words = list(_words(text))
    others = [word for found in re.finditer(r"\S+", says) if (word := _plain(found[0]))]
    name = original.name
    if not others:
        problems.error(original, 1, 1, messages.EMPTY_ORIGINAL(name=name))
        return
    found = [_without_signs(one, words, others) for one in alignment.differences([w.text for w in words], others)]
    changes = [one for one in found if one[0] < one[1] or one[2] < one[3]]
    if not changes:
        return
    places = _places(written, words)
    changed = sum(end - start for start, end, _, _ in changes)
    if changed * 2 > len(words):
        problems.error(written.path, *written.position(places[0]), messages.OTHER_TEXT(name=name))
        return
    hides = any(mark.redacted for mark in text.marks)
    for start, end, first, last in changes:
        place = (written.path, *written.position(places[min(start, len(words) - 1)]))
        mine, theirs = [word.text for word in words[start:end]], others[first:last]
        if hides:
            problems.error(*place, messages.OTHER_WORDS_UNSHOWN(name=name))
        elif not mine:
            problems.error(*place, messages.WORDS_LEFT_OUT(theirs=_quoted(theirs), name=name))
        elif not theirs:
            problems.error(*place, messages.WORDS_ADDED(mine=_quoted(mine), name=name))
        else:
            problems.error(*place, messages.OTHER_WORDS(theirs=_quoted(theirs), mine=_quoted(mine)))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", UNSEEN.sub("", word))


def _quoted(words: Sequence[str]) -> str:
    """The first words, in quotation marks."""
    return f"«{' '.join(words[:QUOTED])}{' …' if len(words) > QUOTED else ''}»"


def _words(text: Text) -> Iterator[Word]:
    """The words of a text without its footnotes."""
    for block in text.blocks:
        if block.kind == "image" or text.rows[block.row].startswith('<div class="footnote"'):
            continue
        first = True
        for found in re.finditer(r"\S+", block.text):
            if plain := _plain(found[0]):
                yield Word(plain, found[0], first)
                first = False


def _without_signs(change: alignment.Difference, words: list[Word], others: list[str]) -> alignment.Difference:
    """A difference without the signs that the original writes before a block, or around the cells of a table."""
    start, end, first, last = change
    while first < last and _SIGN.fullmatch(others[last - 1]) and (end == len(words) or words[end].first):
        last -= 1
    while first < last and _SIGN.fullmatch(others[first]) and (start == len(words) or words[start].first):
        first += 1
    return start, end, first, last


def _places(written: Written, words: Sequence[Word]) -> list[int]:
    """Where each word begins in the file. A word that Markdown changed is where the word before it ends."""
    left_out = [(match.start(), match.end()) for match in _STRETCHES.finditer(written.text, written.body_at)]
    left_out += [(span.close, span.end) for span in written.spans]
    left_out += [(image.start, image.end) for image in written.images]
    kept: list[int] = []
    at = written.body_at
    for begin, end in sorted(left_out):
        kept += [offset for offset in range(at, begin) if written.text[offset] not in _SYNTAX]
        at = max(at, end)
    kept += [offset for offset in range(at, len(written.text)) if written.text[offset] not in _SYNTAX]
    source = "".join(written.text[offset] for offset in kept)
    places, found = [], 0
    for word in words:
        needle = "".join(char for char in word.raw if char not in _SYNTAX)
        here = source.find(needle, found) if needle else found
        here = here if here >= 0 else _next(source, found)
        found = here + len(needle) if source.startswith(needle, here) else here
        places.append(kept[here] if here < len(kept) else len(written.text))
    return places


def _next(source: str, at: int) -> int:
    """The first offset from ``at`` on that holds no blank; the end where there is none."""
    match = re.compile(r"\S").search(source, at)
    return match.start() if match else len(source)
