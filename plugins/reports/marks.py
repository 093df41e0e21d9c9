"""Marks: Pandoc's bracketed spans, ``[words]{.id when=2016-10-04 sic="corrected"}``.

This is the only place that knows their syntax. ``scan`` finds them in a file, so that every position is the
file's own. Images are found on the way (``image_marks``), and comments, which are no part of a text.

Code, escapes, link addresses, comments and tags are passed over; brackets without ``{…}`` are plain text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from . import messages
from .image_marks import MAX_IMAGES, ImageMark, read_image
from .messages import Message
from .spans import SENTINEL, Span, closing, encode, number_spans, opening

__all__ = ["SENTINEL", "Found", "Report", "Span", "closing", "encode", "look", "opening", "scan"]

MAX_MARKS = 60_000
MAX_DEPTH = 24
#: The longest footnote label, and the longest address with its title, that are told from plain text.
MAX_LABEL, MAX_ADDRESS = 200, 4000

_ID = re.compile(r"\.([a-z][a-z0-9-]*)")
#: As in the text of a dossier, which names events and claims of reports: ``.report-slug/id``.
_LONG_ID = re.compile(r"\.((?:[a-z0-9][a-z0-9-]*/)?[a-z][a-z0-9-]*)(?=[\s}])")
_WHEN = re.compile(r"when=(?:\"([^\"\n]*)\"|([^\s\"}]+))")
_SIC = re.compile(r"sic=(?:\"((?:[^\"\\\n]|\\.)*)\"|([^\s\"}]+))")
_LOOKS_LIKE = re.compile(r"\{[ \t]*:?[ \t]*(?:\.[A-Za-z\u0620-\u064a]|#[A-Za-z]|when[ \t]*=|sic[ \t]*=)")
_LOOKS_LONG = re.compile(rf"{_LOOKS_LIKE.pattern}|\{{[ \t]*:?[ \t]*\.[0-9][A-Za-z0-9-]*/")
_FENCE = re.compile(r"^(`{3,}|~{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=[^\n]*)?)$", re.M)
_FENCE_END = re.compile(r"^(`{3,}|~{3,})[ ]*$", re.M)
_ADDRESS = re.compile(r"<(?:https?|ftp|mailto):[^<>\s]*>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^[^\]\n]*\]:", re.M)
_REFERENCE = re.compile(
    r"^[ ]{0,3}\[([^\[\]\n^][^\[\]\n]*)\]:[ ]*(\S+)[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\))?[ \t]*$", re.M
)
#: What could be an address: where it leads is looked at with the others.
_REAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/.#]|[\w-]+\.[\w-]+", re.A)
_BLANK = re.compile(r"\n[ \t]*(?=\n|\Z)")


Report = Callable[[int, Message], None]


@dataclass(slots=True)
class Found:
    """What stands in a text: its marks and images, in their order; and, each from and to, its comments, the brackets of
    marks, links, images and footnotes, and what is read and not shown: addresses with their titles and labels."""

    spans: list[Span]
    images: list[ImageMark]
    comments: list[tuple[int, int]]
    syntax: list[tuple[int, int]]
    unshown: list[tuple[int, int]]


def look(text: str, start: int, report: Report, *, long_ids: bool = False) -> Found:
    """Find what stands in ``text`` from the offset ``start`` on.

    ``report(offset, message)`` is told of everything that is no proper mark. With ``long_ids`` a mark can also
    carry ``.report-slug/id``.
    """
    scanner = _Scanner(text, start, report, long_ids)
    spans = scanner.run()
    unshown = sorted([*scanner.references, *scanner.addresses])
    return Found(spans, scanner.images, scanner.comments, scanner.syntax, unshown)


def scan(text: str, start: int, report: Report, *, long_ids: bool = False) -> list[Span]:
    """The marks of ``text`` from the offset ``start`` on, in the order of their opening brackets; see ``look``."""
    return look(text, start, report, long_ids=long_ids).spans


def _fenced(text: str, start: int) -> dict[int, int]:
    """Where each block of fenced code begins, and where it ends. The same as Markdown's ``fenced_code`` takes."""
    ends: dict[str, list[int]] = {}
    for match in _FENCE_END.finditer(text, start):
        ends.setdefault(match[1], []).append(match.end())
    blocks: dict[int, int] = {}
    for match in _FENCE.finditer(text, start):
        closing = ends.get(match[1], [])
        after = bisect_right(closing, match.end())
        if after < len(closing):
            blocks[match.start()] = closing[after]
    return blocks


class _Scanner:
    def __init__(self, text: str, start: int, report: Report, long_ids: bool) -> None:
        self.text, self.at, self.report = text, start, report
        self.id, self.looks_like = (_LONG_ID, _LOOKS_LONG) if long_ids else (_ID, _LOOKS_LIKE)
        self.written = messages.LONG_IDS() if long_ids else messages.SHORT_IDS()
        self.stack: list[tuple[int, bool]] = []
        self.spans: list[Span] = []
        self.images: list[ImageMark] = []
        self.comments: list[tuple[int, int]] = []
        self.references: list[tuple[int, int]] = []
        self.addresses: list[tuple[int, int]] = []
        self.syntax: list[tuple[int, int]] = []
        self.opaque = _fenced(text, start)
        self.block_end, self.last_comment, self.bang = start, text.rfind("-->"), -2
        self.footnotes = {match.end() - 2: match.end() for match in _FOOTNOTE.finditer(text, start)}
        self.labels: set[str] = set()
        for match in _REFERENCE.finditer(text, start):
            self.opaque.setdefault(match.start(), match.end())
            self.labels.add(" ".join(match[1].split()).lower())
            self.references.append((match.start(), match.end()))
            if len(match[2]) > MAX_ADDRESS:
                self.report(match.start(), messages.LONG_ADDRESS())
            elif not _REAL.match(match[2].strip("<>")):
                self.report(match.start(), messages.BARE_REFERENCE())

    def run(self) -> list[Span]:
        text, size = self.text, len(self.text)
        while self.at < size:
            char = text[self.at]
            if self.at in self.opaque:
                self.at = self.opaque[self.at]
            elif char in _STEPS:
                self.at = getattr(self, _STEPS[char])(size)
            else:
                self.at += 1
        self._end_block()
        self.spans.sort(key=lambda span: span.start)
        number_spans(self.spans)
        for span in self.spans:
            if len(span.inside) >= MAX_DEPTH:
                self.report(span.start, messages.DEEP_MARKS(most=MAX_DEPTH))
            if span.number == MAX_MARKS:
                self.report(span.start, messages.MANY_MARKS(most=MAX_MARKS))
        self.images.sort(key=lambda image: image.start)
        for number, image in enumerate(self.images):
            image.number = number
            if number == MAX_IMAGES:
                self.report(image.start, messages.MANY_IMAGES(most=MAX_IMAGES))
            if any(image.start < span.start < image.end for span in self.spans):
                self.report(image.start, messages.MARK_IN_IMAGE())
        return self.spans

    def _end_block(self) -> None:
        for offset, _ in self.stack:
            self.report(offset, messages.UNCLOSED_BRACKET())
        self.stack.clear()

    def _newline(self, size: int) -> int:
        if _BLANK.match(self.text, self.at):
            self._end_block()
        return self.at + 1

    def _bang(self, size: int) -> int:
        self.bang = self.at
        return self.at + 1

    def _escape(self, size: int) -> int:
        return min(self.at + 2, size) if self.text[self.at + 1 : self.at + 2] != "\n" else self.at + 1

    def _end_of_block(self) -> int:
        """The offset of the next empty line, or of the text's end."""
        if self.block_end <= self.at:
            blank = _BLANK.search(self.text, self.at)
            self.block_end = blank.start() if blank else len(self.text)
        return self.block_end

    def _code(self, size: int) -> int:
        run = next(re.compile("`+").finditer(self.text, self.at)).group()
        close = re.compile(rf"(?<!`){run}(?!`)").search(self.text, self.at + len(run), self._end_of_block())
        return close.end() if close else self.at + len(run)

    def _angle(self, size: int) -> int:
        if self.text.startswith("<!--", self.at):
            return self._comment()
        for pattern in (_ADDRESS, _TAG):
            if match := pattern.match(self.text, self.at):
                return match.end()
        return self.at + 1

    def _comment(self) -> int:
        """A comment ends at the first ``-->``, as an author sees it. One that programs end elsewhere is told."""
        at = self.at
        end = self.text.find("-->", at + 4) if at + 4 <= self.last_comment else -1
        inside = self.text[at + 4 : end if end >= 0 else at + 4]
        if end < 0:
            self.report(at, messages.UNCLOSED_COMMENT())
            return at + 4
        if inside.startswith((">", "->")) or "<!--" in inside or "--!>" in inside:
            self.report(at, messages.UNCLEAR_COMMENT())
        else:
            self.comments.append((at, end + 3))
        return end + 3

    def _open(self, size: int) -> int:
        if self.text.startswith("[^", self.at):
            close = self.text.find("]", self.at, self.at + MAX_LABEL)
            if close > 0 and "\n" not in self.text[self.at : close]:
                self.syntax.append((self.at, close + 1))
                return self.footnotes.get(close, close + 1)
        if len(self.stack) > MAX_DEPTH * 2:
            self.report(self.at, messages.DEEP_BRACKETS())
            self.stack.clear()
        self.stack.append((self.at, self.at == self.bang + 1))
        return self.at + 1

    def _close(self, size: int) -> int:
        text, at = self.text, self.at
        opened = self.stack.pop() if self.stack else None
        follows = text[at + 1 : at + 2]
        if follows == "{":
            return self._attributes(opened)
        if opened is None:
            return at + 1
        if follows == "(" and opened[1]:
            image, end = read_image(text, opened[0] - 1, at, self.report)
            self.images += [image] if image else []
            if image:
                self._note(opened[0], at, end)
            return end
        if follows == "(":
            end = self._destination(at + 1)
            if end > at + 1:
                self._note(opened[0], at, end)
                self.addresses.append((at + 1, end))
            return end
        if follows == "[":
            close = text.find("]", at + 2)
            inner = text[at + 2 : close] if close > 0 else "\n["
            if "[" not in inner and "\n" not in inner:
                leads = " ".join((inner or text[opened[0] + 1 : at]).split()).lower() in self.labels
                if leads:
                    self.addresses.append((at + 1, close + 1))
                if text[close + 1 : close + 2] != "{":
                    return close + 1
                if leads:
                    self.report(close + 1, messages.LABEL_WITH_ATTRIBUTES())
                    return text.find("}", close) + 1 or close + 2
        return at + 1

    def _note(self, opens: int, closes: int, ends: int) -> None:
        """The brackets of a mark, link or image are its own: ``[``, ``]`` with what follows, and the last."""
        self.syntax += [(opens, opens + 1), (closes, closes + 1), (ends - 1, ends)]
        if self.text[closes + 1] == "{":
            self.syntax.append((closes + 1, closes + 2))

    def _destination(self, at: int) -> int:
        """The offset after a link's address and title, or the character after the bracket where it has none."""
        depth, index, quote = 0, at, ""
        end = min(self._end_of_block(), at + MAX_ADDRESS)
        while index < end:
            char = self.text[index]
            if char == "\\":
                index += 1
            elif quote:
                quote = "" if char == quote and self.text[index + 1 : index + 2] in (")", " ") else quote
            elif char == '"' and self.text[index - 1] in " \n":
                quote = char
            elif char == "(":
                depth += 1
            elif char == ")":
                depth -= 1
                if depth == 0:
                    return index + 1
            index += 1
        return at

    def _brace(self, size: int) -> int:
        if self.looks_like.match(self.text, self.at):
            self.report(self.at, messages.STRAY_ATTRIBUTES())
            close = self.text.find("}", self.at)
            return close + 1 if close > 0 and "\n" not in self.text[self.at : close] else self.at + 1
        return self.at + 1

    def _attributes(self, opened: tuple[int, bool] | None) -> int:
        text, index = self.text, self.at + 2
        span = Span(0, opened[0] if opened else self.at, self.at, 0)
        good, empty = True, True

        def wrong(offset: int, what: Message) -> None:
            nonlocal good
            good = False
            self.report(offset, what)

        while True:
            while text[index : index + 1] in (" ", "\t", "\n") and not _BLANK.match(text, index):
                index += 1
            if text[index : index + 1] == "}":
                break
            if match := self.id.match(text, index):
                if match[1] in [id for id, _ in span.ids]:
                    wrong(index, messages.ID_TWICE_IN_MARK(id=match[1]))
                span.ids.append((match[1], index))
            elif match := _WHEN.match(text, index):
                if span.when:
                    wrong(index, messages.TWO_DATES())
                span.when = (match[1] if match[1] is not None else match[2], index)
            elif match := _SIC.match(text, index):
                if span.sic is not None:
                    wrong(index, messages.TWO_CORRECTIONS())
                quoted = match[1] is not None
                span.sic = re.sub(r"\\(.)", r"\1", match[1]) if quoted else match[2]
                if not span.sic.strip():
                    wrong(index, messages.EMPTY_CORRECTION())
            else:
                return self._unread(index, opened)
            empty, index = False, match.end()
            if text[index : index + 1] not in (" ", "\t", "\n", "}"):
                return self._unread(index, opened)
        span.end = index + 1
        if opened is None:
            wrong(self.at, messages.UNOPENED_MARK())
        elif opened[1]:
            wrong(opened[0], messages.MARKED_IMAGE())
        elif empty:
            wrong(self.at + 1, messages.EMPTY_MARK())
        elif not text[span.start + 1 : span.close].strip():
            wrong(span.start, messages.WORDLESS_MARK())
        if good:
            self.spans.append(span)
            self._note(span.start, span.close, span.end)
        return span.end

    def _unread(self, index: int, opened: tuple[int, bool] | None) -> int:
        line_end = self.text.find("\n", index)
        line_end = len(self.text) if line_end < 0 else line_end
        close = self.text.find("}", index, line_end)
        if close < 0:
            self.report(self.at + 1, messages.UNCLOSED_ATTRIBUTES())
            return line_end
        word = re.split(r"[\s}]", self.text[index:close], maxsplit=1)[0]
        self.report(index, messages.UNKNOWN_ATTRIBUTE(word=word, ids=self.written))
        return close + 1


_STEPS = dict(zip("\n\\`<![]{", "_newline _escape _code _angle _bang _open _close _brace".split(), strict=True))
