"""What a reader sees of a report's text on its page, word for word.

The page is gone through again, with rules that ask one thing only: is this a word of the report that somebody sees?
What is not seen is no word of it: attributes, comments, what is hidden. What stands there and is the site's own is
known by its element and by what it says: the number of a footnote, the arrow back, the cover of an image.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .page_codes import uncoded
from .page_grammar import RAW, VOID, Attributes, read

#: Elements that part the words before them from those after.
_PARTING = frozenset(
    "address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
#: What hides an element and all in it.
_UNSEEN = frozenset(("hidden", "inert"))
#: What is on no reader's screen, but for a reader's program that speaks.
_UNSEEN_CLASSES = frozenset(("visually-hidden", "sr-only"))
#: What the number of a footnote, and the way back from one, may say.
_CALL = re.compile(r"\s*[0-9\u0660-\u0669]{1,4}\s*")
_BACK = re.compile("[\\s\u21a9\ufe0e0-9]*")
#: What stands after what the first of several pages of a document shows: which page it is.
_WHICH_PAGE = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(slots=True)
class Heard:
    """A stretch of a page: its words so far, in pieces, and ``depth``, the elements around it."""

    depth: int
    kind: str
    name: str = ""
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """The text of a report on a page: its words by language, those of marks by their anchors, and words beside it."""

    texts: dict[str, str] = field(default_factory=dict)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    beside: str = ""


def read_report(content: str) -> Reading:
    """What a reader sees of the report on its page. Raises ``NotWellFormed`` where the page cannot be read."""
    reader = _Reader()
    read(content, reader.begins, reader.ends, reader.words)
    texts = {lang: _together(pieces) for lang, pieces in reader.texts.items()}
    marks = {name: _together(pieces) for name, pieces in reader.marks.items()}
    return Reading(texts, marks, _together(reader.beside))


def _together(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


class _Reader:
    """Gathers the words of a report while the tags of its page go by."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self.marks: dict[tuple[str, str], list[str]] = {}
        self.beside: list[str] = []
        self.parallel = self.head = self.unseen = self.raw = -1
        self.cell: tuple[int, str] | None = None
        self.open_marks: list[tuple[int, list[str]]] = []
        self.own: Heard | None = None  # what may be the site's own: what it says decides
        self.figure: _Figure | None = None

    def begins(self, name: str, given: Attributes, depth: int) -> None:
        classes = given.get("class", "").split()
        if name in RAW:
            self.raw = depth
        hidden = _UNSEEN & given.keys() or _UNSEEN_CLASSES & {*classes} or name in ("template", "dialog")
        if self.unseen < 0 and hidden:
            self.unseen = depth
        if self.parallel < 0:
            if "data-parallel" in given or "parallel" in classes:
                self.parallel = depth
            return
        if "parallel-head" in classes and self.cell is None:
            self.head = depth
        elif "parallel-cell" in classes and self.cell is None:
            self.cell = depth, given.get("lang", "")
            self.texts.setdefault(given.get("lang", ""), [])
        elif self.cell is not None:
            self._in_cell(name, given, classes, depth)
        if name in _PARTING:
            self._say(" ")

    def _in_cell(self, name: str, given: Attributes, classes: list[str], depth: int) -> None:
        if name == "figure" and self.figure is None:
            self.figure = _Figure(depth)
        elif self.figure is not None:
            self.figure.begins(name, given, classes, depth)
        elif name == "details" and self.unseen < 0:
            self.unseen = depth  # closed until somebody opens it
        elif name == "a" and self.own is None and "footnote-ref" in classes:
            self.own = Heard(depth, "call")
        elif name == "a" and self.own is None and "footnote-backref" in classes:
            self.own = Heard(depth, "back")
        if self.cell and given.get("id") and "mark" in classes:
            self.open_marks.append((depth, self.marks.setdefault((self.cell[1], given["id"]), [])))

    def words(self, text: str) -> None:
        if self.raw < 0:
            self._say(uncoded(text))

    def _say(self, text: str) -> None:
        if self.parallel < 0 or self.unseen >= 0 or self.head >= 0:
            return
        if self.cell is None:
            self.beside.append(text)
        elif self.own is not None:
            self.own.pieces.append(text)
        elif self.figure is not None:
            self.figure.says(text)
        else:
            self._tell(text)

    def _tell(self, text: str) -> None:
        if self.cell is not None:
            self.texts[self.cell[1]].append(text)
            for _, pieces in self.open_marks:
                pieces.append(text)

    def ends(self, name: str, depth: int) -> None:
        if self.parallel >= 0 and name in _PARTING and name not in VOID:
            self._say(" ")
        if self.own is not None and self.own.depth == depth:
            own, self.own = self.own, None
            said = "".join(own.pieces)
            if not (_CALL if own.kind == "call" else _BACK).fullmatch(said):
                self._say(said)
        if self.figure is not None:
            if self.figure.depth == depth:
                told, self.figure = self.figure.told(), None
                self._say(f" {told} ")
            else:
                self.figure.ends(depth)
        while self.open_marks and self.open_marks[-1][0] >= depth:
            self.open_marks.pop()
        if self.cell is not None and self.cell[0] == depth:
            self.cell = None
        self.raw = -1 if self.raw == depth else self.raw
        self.head = -1 if self.head == depth else self.head
        self.unseen = -1 if self.unseen == depth else self.unseen
        self.parallel = -1 if self.parallel == depth else self.parallel


class _Figure:
    """An image of a text: what it shows is told by its first picture, then its caption; words of the site stand with
    it."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.shows: list[str] = []
        self.pieces: list[str] = []
        self.caption: list[str] = []
        self.aside: list[int] = []
        self.captioned = -1

    def begins(self, name: str, given: Attributes, classes: list[str], depth: int) -> None:
        if name == "img":
            self.shows.append(given.get("alt", ""))
        elif name == "figcaption":
            self.captioned = depth
        elif name == "summary":
            self.aside.append(depth)

    def says(self, text: str) -> None:
        if self.captioned >= 0:
            self.caption.append(text)
        elif not self.aside:
            self.pieces.append(text)

    def ends(self, depth: int) -> None:
        if self.captioned == depth:
            self.captioned = -1
        if self.aside and self.aside[-1] == depth:
            self.aside.pop()

    def told(self) -> str:
        """What it shows, without which page of a document that is, and whatever else is said and should not be."""
        first = self.shows[0] if self.shows else ""
        if len(self.shows) > 1:
            first = _WHICH_PAGE.sub("", first)
        return f"{first} {''.join(self.caption)} {''.join(self.pieces)}"
