"""What YAML says, as its words and the keys that they stand under.

It is no reader of YAML, and finds no fault in any: it is enough to see which names an entry of the registry has, and
which ids a record names. What is in a comment is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = r'"(?:[^"\\]|\\.)*+(?:"|$)' + r"|'(?:[^']|'')*+(?:'|$)"
#: A piece of a line: quoted words, signs of lists and maps, a comment, or plain words up to any of these.
_PIECE = re.compile(
    rf"(?P<quoted>{_QUOTED})|(?P<sign>[\[\]{{}},]|:(?=[\s,\[\]{{}}]|$))|(?P<comment>(?<!\S)\#.*)"
    r"|(?P<plain>(?:[^\s:,\[\]{}#]|:(?![\s,\[\]{}]|$)|(?<=\S)\#)++)|\s++|."
)
_LINE = re.compile(
    r"(?P<blank> *)(?P<dashes>(?:- +)*+)(?:(?P<key>\"[^\"]*+\"|'[^']*+'|[^\s:,\[\]{}#'\"][^\s:,\[\]{}#]*+) *:(?= |$))?"
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")

Path = tuple[str, ...]


def leaves(text: str) -> Iterator[tuple[Path, str]]:
    """Each piece of words with the keys above it, from the top: ``("aleppo", "name", "en"), "Aleppo"``.

    Of a map within a line a key is the words before its colon. Words that go over several lines are several pieces.
    """
    above: list[tuple[int, str]] = []  # how far in a key stands
    inner: list[str] = []  # the keys of maps that are open within a line
    for line in text.splitlines():
        match = _LINE.match(line)
        start = 0
        if match and not inner:
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            depth = len(match["blank"]) + len(match["dashes"])
            while above and above[-1][0] >= depth + (0 if match["key"] else 1):
                above.pop()
            if match["key"]:
                above.append((depth, match["key"].strip("\"'")))
            start = match.end()
        path = tuple(key for _, key in above)
        for words in _within(line[start:], inner):
            yield path + tuple(key for key in inner if key), words


def _within(line: str, inner: list[str]) -> Iterator[str]:
    """The words of a line, while ``inner`` gains and loses the keys of its maps."""
    said: list[str] = []
    for piece in _PIECE.finditer(line):
        kind = piece.lastgroup
        if kind == "comment":
            break
        if kind == "quoted":
            said.append(_unquoted(piece[0]))
        elif kind == "plain" or (kind == "sign" and not inner and (said or piece[0] not in "[{")):
            said.append(piece[0])
        elif kind == "sign" and piece[0] == ":":
            inner[-1], said = " ".join(said), []
        elif kind == "sign":
            if said:
                yield " ".join(said)
                said = []
            if piece[0] in "[{":
                inner.append("")
            elif piece[0] == ",":
                inner[-1] = ""
            else:
                inner.pop()
    if said:
        yield " ".join(said)


def _unquoted(written: str) -> str:
    inside = written[1:].removesuffix(written[0])
    return inside.replace("''", "'") if written[0] == "'" else _ESCAPE.sub(_meant, inside)


def _meant(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or escape[3] or "20", 16)
    return escape[4] if escape[4] else chr(code) if code < 0x110000 else " "
