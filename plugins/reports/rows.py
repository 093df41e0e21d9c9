"""Rows of clean HTML → the blocks that a reader sees, with the place of each mark in them.

This is the only place that says which words a text has: what is shown on a page, compared with an original, held
against a translation, searched and handed out is what was found here, in the HTML that is shown. Marks and images stand
in it as private-use characters (see ``marks`` and ``image_marks``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from . import image_marks
from . import marks as syntax

LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 li td th dt dd pre".split())
INLINE = frozenset("a em strong code br span sub sup del ins s small q cite abbr dfn kbd bdi".split())
_OURS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
#: A number that ends at an element and goes on in it, or behind it.
_PARTED, _GOES_ON = re.compile(r"\d[.,٫٬]?\Z"), re.compile(r"[.,٫٬]?\d")
#: In so many elements that make words smaller they can still be read.
SMALL = 2
_LINE_END = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")
_FOOTNOTE = re.compile(r"(?:ar|en)_fn\.([0-9]+)")
_HEADING = re.compile("h[1-6]")


class Rows:
    """The rows of one text, taken apart into blocks, and the place of each mark.

    ``blocks`` are (kind, index of the row, words), each line's end in them a blank; ``found`` has for each mark its
    block, from 1, and where its words begin and end there; ``broken`` are marks that do not stand whole in one element
    of one block, ``linked`` those in the words of a link, ``titled`` those in words of which a title says more;
    ``images`` has the block of each image in a paragraph of its own. ``stray`` are the rows with words outside of every
    block, ``strange`` the blocks in which a private-use character stands that is no mark's and no image's, or for the
    second time, ``parted`` those in which a number is parted by elements, ``tiny`` those with words too small to be
    seen. ``attributes`` are what addresses and titles say, with the block, and ``telling`` the elements that have any:
    their block, and where in it their words begin and end.
    """

    def __init__(self) -> None:
        self.blocks: list[tuple[str, int, str]] = []
        self.found: dict[int, tuple[int, int, int]] = {}
        self.broken: set[int] = set()
        self.linked: set[int] = set()
        self.titled: set[int] = set()
        self.images: dict[int, int] = {}
        self.stray: list[int] = []
        self.strange: set[int] = set()
        self.parted: set[int] = set()
        self.tiny: set[int] = set()
        self.attributes: list[tuple[int, str]] = []
        self.telling: list[tuple[int, int, int]] = []
        #: The number of the footnote in which a block stands.
        self.notes: dict[int, int] = {}
        #: The first block of each private-use character.
        self.seen: dict[str, int] = {}
        self._note_number = 0
        self._count = 0

    def read(self, html: str) -> None:
        """Take in the next row."""
        row, self._count = self._count, self._count + 1
        root = _tree(html)
        if _has_words(root):
            self.stray.append(row)
        for element in root:
            self._walk(element, row, (element.tag,))

    def _walk(self, element: Element, row: int, path: tuple[str, ...]) -> None:
        if element.tag == "li" and (footnote := _FOOTNOTE.fullmatch(element.get("id", ""))):
            self._note_number = int(footnote[1])
        if _has_words(element):
            if element.tag in LEAVES:
                self._leaf(element, row, _kind(path), alone=path == ("p",) and not len(element))
            else:
                self.stray.append(row)
        for child in element:
            if child.tag not in INLINE:
                self._walk(child, row, (*path, child.tag))

    def _leaf(self, element: Element, row: int, kind: str, *, alone: bool) -> None:
        number = len(self.blocks) + 1
        if self._note_number:
            self.notes[number] = self._note_number
        if alone and image_marks.CHARACTER.fullmatch(words := (element.text or "").strip()):
            self.images[image_marks.number_of(words)] = number
            self._note(words, number)
            self.blocks.append(("image", row, ""))
            return
        inside = _Words(self, number)
        inside.walk(element, top=True)
        written = "".join(inside.pieces)
        if any(_PARTED.search(written[max(0, at - 2) : at]) and _GOES_ON.match(written, at) for at in inside.edges):
            self.parted.add(number)
        if inside.smallest > SMALL:
            self.tiny.add(number)
        text, places = _in_one_line(written)
        for mark in inside.closed:
            start, end = self.found[mark][1:]
            self.found[mark] = (number, places(start), places(end))
        self.telling += [(number, places(start), places(end)) for start, end in inside.telling]
        self.blocks.append((kind, row, text))

    def _note(self, character: str, block: int) -> None:
        if character in self.seen:
            self.strange.add(block)
        self.seen.setdefault(character, block)


class _Words:
    """Goes through one block and writes down its words, and where marks stand in them."""

    def __init__(self, rows: Rows, block: int) -> None:
        self.rows, self.block = rows, block
        self.pieces: list[str] = []
        self.length = 0
        self.opened: dict[int, int] = {}
        self.closed: list[int] = []
        self.linked = self.titled = 0
        self.edges: list[int] = []
        self.small = self.smallest = 0
        self.telling: list[tuple[int, int]] = []

    def walk(self, element: Element, *, top: bool) -> None:
        stack: list[int] = []
        code = element.tag in ("code", "pre")
        is_link, has_title = element.tag == "a", "title" in element.attrib
        self.linked, self.titled = self.linked + is_link, self.titled + has_title
        self.take(element.text, stack, code)
        for child in element:
            if not top or child.tag in INLINE:
                tells, begins = self._note(child), self.length
                if child.tag == "br":
                    self.take("\n", stack, code)
                else:
                    self._child(child)
                if tells and not _is_call(child):
                    self.telling.append((begins, self.length))
            self.take(child.tail, stack, code)
        self.linked, self.titled = self.linked - is_link, self.titled - has_title
        self.rows.broken.update(stack)

    def _child(self, element: Element) -> None:
        self.edges.append(self.length)
        if _is_call(element):
            return
        self.small += element.tag in ("small", "sub", "sup")
        self.smallest = max(self.smallest, self.small)
        self.walk(element, top=False)
        self.small -= element.tag in ("small", "sub", "sup")
        self.edges.append(self.length)

    def _note(self, element: Element) -> bool:
        """Note what the attributes of an element say, and whether they say anything."""
        told = len(self.rows.attributes)
        for name, value in element.attrib.items():
            self.rows.broken.update(_numbers(value))
            if name not in ("class", "id", "rel"):
                self.rows.attributes.append((self.block, value))
        return len(self.rows.attributes) > told

    def take(self, text: str | None, stack: list[int], code: bool) -> None:
        if not text:
            return
        at = 0
        for match in _OURS.finditer(text):
            self._say(text[at : match.start()])
            at = match.end()
            self._mark(match[0], stack, code)
        self._say(text[at:] if at else text)

    def _say(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _mark(self, char: str, stack: list[int], code: bool) -> None:
        rows, mark, closes = self.rows, syntax.opening(char), syntax.closing(char)
        rows._note(char, self.block)
        if mark is not None:
            if self.linked:
                rows.linked.add(mark)
            if self.titled:
                rows.titled.add(mark)
            if code:
                rows.broken.add(mark)
            else:
                stack.append(mark)
                self.opened[mark] = self.length
        elif closes is not None:
            if not code and stack and stack[-1] == closes:
                stack.pop()
                rows.found[closes] = (self.block, self.opened[closes], self.length)
                self.closed.append(closes)
            else:
                rows.broken.add(closes)


def _in_one_line(text: str) -> tuple[str, Callable[[int], int]]:
    """Words without blanks around them and with a blank for each line's end; and where in them a place is now."""
    begins = len(text) - len(text.lstrip())
    text = text.strip()
    size = len(text)
    if "\n" not in text:
        return text, lambda place: min(max(place - begins, 0), size)
    pieces: list[str] = []
    old, new = [0], [0]
    at = 0
    for match in _LINE_END.finditer(text):
        pieces += [text[at : match.start()], " "]
        at = match.end()
        old += [match.start(), at]
        new += [new[-1] + match.start() - old[-3], new[-1] + match.start() - old[-3] + 1]
    pieces.append(text[at:])

    def place_now(place: int) -> int:
        place = min(max(place - begins, 0), size)
        index = bisect_right(old, place) - 1
        last = new[index + 1] if index + 1 < len(new) else size
        return min(new[index] + place - old[index], last)

    return "".join(pieces), place_now


class _Builder(HTMLParser):
    """Builds a tree of clean HTML, whose elements are nested and closed."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in ("br", "hr"):
            self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def _tree(html: str) -> Element:
    """An element around those of a row."""
    reader = _Builder()
    reader.builder.start("row", {})
    reader.feed(html)
    reader.close()
    reader.builder.end("row")
    return reader.builder.close()


def _has_words(element: Element) -> bool:
    """Whether words, or what stands within a line, are directly in an element."""
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in texts) or any(child.tag in INLINE for child in element)


def _is_call(element: Element) -> bool:
    """Whether an element is the number that calls a footnote, or the arrow that leads back from one."""
    return "footnote" in element.get("class", "") or (element.tag == "sup" and "id" in element.attrib)


def _kind(path: tuple[str, ...]) -> str:
    """What kind of block it is, as authors and readers call it."""
    tag = path[-1]
    if "li" in path:
        return "list item"
    if "blockquote" in path:
        return "quotation"
    kinds = {"td": "table cell", "th": "table cell", "pre": "code", "dt": "term", "dd": "definition"}
    return kinds.get(tag) or ("heading" if _HEADING.fullmatch(tag) else "paragraph")


def _numbers(text: str) -> set[int]:
    """The marks that have a character in this text."""
    numbers = ((syntax.opening(char), syntax.closing(char)) for char in syntax.SENTINEL.findall(text))
    return {number for pair in numbers for number in pair if number is not None}
