"""Where words are redacted in the source of a text, and which words these are.

The reader of the program is stricter: it refuses marks in code, slips of the pen and what it cannot make sense of. Here
all that may have been meant to be redacted is taken to be: better a word too many is looked for.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from .folded import Word, words
from .page_codes import uncoded

#: A mark within another is told by that one, if it has more words than these: no name has.
LONGEST = 12

_SIGNS = {
    "lsqb": "[",
    "lbrack": "[",
    "rsqb": "]",
    "rbrack": "]",
    "lcub": "{",
    "lbrace": "{",
    "rcub": "}",
    "rbrace": "}",
}
_CODE = re.compile(r"&(?:#0{0,9}(91|93|123|125)|#[xX]0{0,9}(5[bBdD]|7[bBdD])|([a-z]{4,6}));")
#: Where a link leads, and its title.
_TO = r"\(\s*+<?([^\s()<>]*+)>?\s*+(?:\"([^\"]*+)\"|'([^']*+)'|)\s*+\)"
_LINK = re.compile(rf"(?<=\]){_TO}")
_ADDRESS = re.compile(r"(?i)\b(?:https?|ftp|mailto):[^\s<>\[\]{}()\"]++")
#: A handle or an address without a scheme: letters with a digit or a sign among them, and no ordinal or unit.
_HANDLE = re.compile(r"(?<![\w.@])[._@]*+(?!\d++[^\W\d_]{1,3}(?![\w.@]))(?=\w*[\d_.@])([\w.@]++)")
#: A number with signs in it and no blank.
_PIECED = re.compile("(?<!\\d)\\d++(?:[.,/:\u066b\u066c\u00b7_-]\\d++)++")
_THOUSANDS = re.compile("\\d{1,3}(?:[,\u066c]\\d{3})+")
_SCHEME = re.compile(r"(?i)^(?:[a-z]+:)?(?://)?(?:www\.)?")
#: Braces whose quoted values hold anything but their quote; and such as are out of order.
_BRACES = r"\{(?:[^{}\"]++|\"[^\"]*+\")*+\}|\{[^{}]*+\}"
#: What makes a redaction of brackets: braces after them, perhaps after an address; a slip of the pen is meant too.
_AFTER = re.compile(rf"(?:{_TO})?\s*+\\?(?:({_BRACES})|[\[(]\s*+\.redacted\s*+[\])])")
_OF_A_MARK = re.compile(rf"(?<=[\])])(?:{_BRACES})")
_TAG = re.compile(r"</?[A-Za-z][^<>]*+>")
_QUOTED = re.compile(r"\"[^\"]*+\"")
_ATTRIBUTE = re.compile(r"(?i)(?:^|[\s.#=])redacted(?![\w-])")
_PIECE = re.compile(r"\S+")
_LINE_END = re.compile(r"\n")


class Redacted(NamedTuple):
    """The words of a redacted mark and the line in which it begins; or of an ``address``, a title or a ``number`` with
    signs in it that stands there."""

    line: int
    words: tuple[Word, ...]
    kind: str = "mark"


Span = tuple[int, int]


def redactions(text: str) -> list[Redacted]:
    """All redacted words of a text in the order of their marks, then the addresses and titles within them."""
    text = unicodedata.normalize("NFC", text)
    signs = _CODE.sub(_sign, text)
    spans = marks(signs)
    if not spans:
        return []
    ends = [match.start() for match in _LINE_END.finditer(text)]
    open_comments = signs.replace("<!--", "    ").replace("-->", "   ")
    found = [
        Redacted(bisect_left(ends, start) + 1, said)
        for plain in dict.fromkeys((without_comments(signs), open_comments))
        for start, said in _said(_plain(plain), spans)
    ]
    around = _joined(spans)
    for match in _HANDLE.finditer(_plain(without_comments(signs))):
        token = match[1].strip("._@")
        if _within(around, match.start()) and _is_handle(token):
            found.append(Redacted(bisect_left(ends, match.start()) + 1, tuple(words(token)), "address"))
    for match in _PIECED.finditer(_plain(without_comments(signs))):
        if _within(around, match.start()) and _is_number(match[0], [word.letters for word in words(match[0])]):
            found.append(Redacted(bisect_left(ends, match.start()) + 1, tuple(words(match[0])), "number"))
    for pattern, kinds in ((_LINK, ("address", "title", "title")), (_ADDRESS, ("address",))):
        for match in pattern.finditer(signs):
            if _within(around, match.start()):
                line = bisect_left(ends, match.start()) + 1
                for kind, part in zip(kinds, match.groups() or (match[0],), strict=True):
                    part = _SCHEME.sub("", part or "") if kind == "address" else part
                    if said := tuple(words(uncoded(part or ""))):
                        found.append(Redacted(line, said, kind))
    return list(dict.fromkeys(found))


def _is_number(written: str, pieces: list[str]) -> bool:
    """Whether a number with signs in it has digits enough, and is no date, no time, and none of thousands."""
    if len("".join(pieces)) < 5 or _THOUSANDS.fullmatch(written):
        return False
    if len(pieces) > 3 or (len(pieces) == 2 and "." in written):
        return True
    others = [piece for piece in pieces if len(piece) > 2 or int(piece) > 59]
    return bool(others) and not (len(others) == 1 and len(others[0]) == 4 and others[0][:2] in ("18", "19", "20", "21"))


def _is_handle(token: str) -> bool:
    letters = sum(char.isalpha() for char in token)
    signs = sum(char.isdigit() or char in "._@" for char in token)
    return letters >= 3 and signs > 0 and len(token) - token.count(".") - token.count("_") - token.count("@") >= 5


def left_open(text: str) -> str:
    """A text with blanks for its redacted words, as long as it was."""
    signs = _CODE.sub(_sign, unicodedata.normalize("NFC", text))
    parts, at = [], 0
    for start, end in _joined(marks(signs)):
        parts += [signs[at:start], re.sub(r"[^\r\n]", " ", signs[start:end])]
        at = end
    return "".join([*parts, signs[at:]])


def marks(text: str) -> list[Span]:
    """Where redacted words begin and end, those around others first: brackets closed before braces with ``.redacted``.

    Brackets behind a backslash are none, and in case they were meant as some they are taken as such too.
    """
    found: set[Span] = set()
    for escapes in (True, False) if "\\" in text else (True,):
        opened: list[int] = []
        for match in re.finditer(r"\\.|[\[\]]" if escapes else r"[\[\]]", text, re.S):
            if match[0] == "[":
                opened.append(match.end())
            elif match[0] == "]" and opened:
                start = opened.pop()
                after = _AFTER.match(text, match.end())
                if after and (after[4] is None or _ATTRIBUTE.search(_QUOTED.sub('""', after[4][1:-1]))):
                    found.add((start, match.start()))
    return sorted(found, key=lambda span: (span[0], -span[1]))


def without_comments(text: str) -> str:
    """A text with blanks for what stands in comments of HTML, as long as it was."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[at:start], " " * (end + 3 - start)]
        at = end + 3
    return "".join([*parts, text[at:]])


def _sign(match: re.Match[str]) -> str:
    """A bracket that is written as a code, in as many characters."""
    code = int(match[1]) if match[1] else int(match[2], 16) if match[2] else 0
    sign = chr(code) if code else _SIGNS.get(match[3] or "", "")
    return sign.ljust(len(match[0])) if sign else match[0]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _plain(text: str) -> str:
    """A text without marks, addresses and tags, each of its words where it was."""
    for pattern in (_LINK, _OF_A_MARK, _ADDRESS, _TAG):
        text = pattern.sub(_blank, text)
    return text.replace("[", " ").replace("]", " ")


def _said(plain: str, spans: list[Span]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """The words of each mark, with its place."""
    starts: list[int] = []
    said: list[Word] = []
    for start, end in _joined(spans):
        for piece in _PIECE.finditer(plain, start, end):
            for word in words(uncoded(piece[0])):
                starts.append(piece.start())
                said.append(word)
    covered = 0
    for start, end in spans:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if last > first and (last - first <= LONGEST or last > covered):
            yield start, tuple(said[first:last])
        covered = max(covered, last)


def _joined(spans: list[Span]) -> list[Span]:
    """The same places, each once."""
    found: list[Span] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _within(joined: list[Span], at: int) -> bool:
    index = bisect_right(joined, (at, len(joined) and joined[-1][1] + 1)) - 1
    return index >= 0 and at < joined[index][1]
