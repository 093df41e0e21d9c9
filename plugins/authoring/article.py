"""The text of an article in a saved web page: its title, its blocks, where and when it was published.

No guess is made which paragraphs matter: all that stands in the article is taken, and what a page says itself not to
be of it (navigation, asides, forms, scripts) is left out. docs/decisions/0016 says why.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from reports.html_codes import short_codes

from .decoding import encoding_of
from .plain_text import Block

#: What begins a web page, where the name of the file does not say that it is one.
_BEGINNING = re.compile(rb"(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.I)
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.I)

#: Where the text of an article is, the surest first.
_PLACES = ("articleBody", "article", "main", "body")
_LEFT_OUT = frozenset(
    "nav aside footer form script style noscript template button select textarea svg iframe figure dialog head".split()
)
#: What a page says and takes back again.
_STRUCK = frozenset("del s strike".split())
#: Names of classes that pages give to what is read aloud, and not seen.
_UNSEEN_CLASSES = frozenset("sr-only screen-reader-text visually-hidden visuallyhidden".split())
_STYLE = re.compile(r"([a-z-]+)\s*:\s*([^;!]+)", re.I)
_HIDING = {
    ("display", "none"),
    ("visibility", "hidden"),
    ("visibility", "collapse"),
    ("opacity", "0"),
    ("font-size", "0"),
}
#: Raised digits are the number of a note or a power: they stand as such, and apart from a number.
_RAISED_DIGITS, _LOWERED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_RAISED = {
    tag: str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩", digits * 2)
    for tag, digits in (("sup", _RAISED_DIGITS), ("sub", _LOWERED_DIGITS))
}
_SIGNS = {**{f"h{number}": "## " for number in range(2, 7)}, "h1": "# ", "li": "- ", "blockquote": "> "}
_BLOCKS = frozenset(
    "address article blockquote body center dd div dl dt fieldset h1 h2 h3 h4 h5 h6 header hr html li main ol p pre "
    "section table tbody td tfoot th thead tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
#: These end where one of their kind begins, or what they stand in ends.
_ENDS_ITSELF = {"p": _BLOCKS, "li": {"li"}, "dd": {"dd", "dt"}, "dt": {"dd", "dt"}, "td": {"td", "th", "tr"}}
_PUBLISHED = ("article:published_time", "datePublished", "date", "dc.date", "DC.date.issued")
_LINE_END = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?![\d])")
_IN_DATA = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')


@dataclass(slots=True)
class Article:
    """What was read of a page. ``url`` and ``published`` are what it says of itself, or empty; ``unseen`` is of how
    many elements nobody who opens the page sees the text, or sees it struck through."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    url: str = ""
    published: str = ""
    unseen: int = 0

    @property
    def text(self) -> str:
        """The article as a plain text, a line for each block."""
        return "\n\n".join([self.title, *(block.words for block in self.blocks)]).strip() + "\n"


def is_page(path: Path, data: bytes) -> bool:
    """Whether a file is a web page, by its name or its beginning."""
    return path.suffix.lower() in (".html", ".htm", ".xhtml") or bool(
        _BEGINNING.match(data.lstrip().removeprefix(BOM_UTF8).lstrip())
    )


def page_text(data: bytes) -> str | None:
    """A page's characters: in UTF if it is that, else in the encoding that it names, else as a plain text is read."""
    named, guessed = _CHARSET.search(data[:4096]), encoding_of(data) or ""
    named_first = [named[1].decode()] if named and not guessed.startswith("utf") else []
    for encoding in (*named_first, guessed):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return None


def read_article(page: str) -> Article:
    """The article of a page; without blocks where it has no text."""
    reader = _Reader()
    reader.feed(short_codes(page))
    reader.close()
    reader.end_block()
    title = reader.titles.get("h1") or reader.titles.get("og:title") or reader.title
    blocks = next(filter(None, ([*reader.blocks_of(place)] for place in _PLACES)), [])
    found = [block for block in blocks if (block.sign, block.words) != ("# ", title)]
    body = [Block(block.words, "## ") if block.sign == "# " else block for block in found]
    return Article(title, body, reader.url, reader.published, reader.unseen)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: its tag, the number of the place that it is or stands in, the sign of a block in it, and
    whether what stands in it is left out."""

    tag: str
    place: int
    sign: str = ""
    left_out: bool = False


def _is_hidden(values: dict[str, str]) -> bool:
    """Whether an element says itself that nobody sees it. What the style sheets of a page hide is not known."""
    if "hidden" in values or not _UNSEEN_CLASSES.isdisjoint(values.get("class", "").split()):
        return True
    style = {name.lower(): value.strip().lower() for name, value in _STYLE.findall(values.get("style", ""))}
    ground = style.get("background-color", style.get("background"))
    sizes = {(name, re.sub(r"^0(\.0*)?[a-z%]*$", "0", value)) for name, value in style.items()}
    return not _HIDING.isdisjoint(sizes) or (ground is not None and style.get("color") == ground)


class _Reader(HTMLParser):
    """Goes over a page, element by element, and keeps its blocks with the places in which each stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.titles: dict[str, str] = {}
        self.url = self.published = ""
        self.unseen = 0
        self._open: list[_Open] = []
        self._words: list[str] = []
        #: Each place by its name, with the number of the one that it stands in.
        self._places: list[tuple[str, int]] = [("body", -1)]
        self._blocks: list[tuple[Block, int]] = []
        self._in_title = False
        self._title: list[str] = []
        self._open_tags: Counter[str] = Counter()

    @property
    def title(self) -> str:
        """What the page says itself to be called."""
        return " ".join(" ".join(self._title).split())

    def blocks_of(self, place: str) -> Iterator[Block]:
        """The blocks that stand in a place; of several articles of a page those of the longest."""
        lengths = [0] * len(self._places)
        for block, number in self._blocks:
            lengths[number] += len(block.words)
        for number in range(len(self._places) - 1, 0, -1):
            lengths[self._places[number][1]] += lengths[number]
        called = [number for number, (name, _) in enumerate(self._places) if name == place]
        longest = max(called, key=lengths.__getitem__, default=-1)
        inside: list[bool] = []
        for number, (_, around) in enumerate(self._places):
            inside.append(number == longest or (around >= 0 and inside[around]))
        return (block for block, number in self._blocks if inside[number])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note(tag, values)
        if tag == "br":
            self._words.append("\n")
            return
        if tag in _BLOCKS:
            self.end_block()
            self._end_those_that(tag)
        if tag in _VOID:
            return
        self._in_title = self._in_title or (tag == "title" and not self._is_in("svg"))
        last = self._open[-1] if self._open else _Open("", 0)
        places = [tag] if tag in _PLACES else []
        places += ["articleBody"] if "articleBody" in values.get("itemprop", "").split() else []
        places += ["main"] if values.get("role") == "main" else []
        unseen = tag in _STRUCK or _is_hidden(values)
        self.unseen += unseen and not last.left_out
        beside = values.get("role") == "navigation" or (tag == "header" and not self._is_in("article", "main"))
        left_out = tag in _LEFT_OUT or unseen or beside or last.left_out
        place = last.place
        for name in places:
            self._places.append((name, place))
            place = len(self._places) - 1
        self._open_tags[tag] += 1
        self._open.append(_Open(tag, place, _SIGNS.get(tag, last.sign), left_out))

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag in _BLOCKS or tag in _LEFT_OUT:
            self.end_block()
        if self._is_in(tag):
            while self._end_last() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self._title.append(data)
        elif self._open and self._open[-1].tag == "script":
            self._say_published(next(iter(_IN_DATA.findall(data)), ""))
        elif not (self._open and self._open[-1].left_out):
            self._words.append(self._as_shown(_LINE_END.sub(" ", data)))

    def _as_shown(self, data: str) -> str:
        """Text with raised and lowered digits as such, which are no part of the number before or behind them."""
        for tag, digits in _RAISED.items():
            if self._is_in(tag):
                before = "".join(self._words[-1:])[-1:].isdigit() and data[:1].isdecimal()
                return " " * before + data.translate(digits)
        after_raised = "".join(self._words[-1:])[-1:] in {*_RAISED_DIGITS, *_LOWERED_DIGITS} and data[:1].isdecimal()
        return " " * after_raised + data

    def end_block(self) -> None:
        """What was read since the last block is one, or several where lines between them are empty."""
        if not self._words:
            return
        parts = re.split(r"\n\s*\n", "".join(self._words))
        self._words.clear()
        last = self._open[-1] if self._open else _Open("", 0)
        sign = last.sign
        for words in (" ".join(part.split()) for part in parts):
            if words:
                self._blocks.append((Block(words, sign), last.place))
                if sign == "# " and (self._is_in("article", "main") or "h1" not in self.titles):
                    self.titles["h1"] = words

    def _is_in(self, *tags: str) -> bool:
        return any(self._open_tags[tag] for tag in tags)

    def _end_last(self) -> str:
        """Close the element that was opened last, and say what it was."""
        tag = self._open.pop().tag
        self._open_tags[tag] -= 1
        return tag

    def _end_those_that(self, tag: str) -> None:
        """Close what ends by itself where this begins."""
        while self._open and tag in _ENDS_ITSELF.get(self._open[-1].tag, ()):
            self._end_last()

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """What a page says of itself."""
        name = values.get("property") or values.get("name") or values.get("itemprop") or ""
        said = values.get("content") or values.get("datetime") or ""
        if tag == "meta" and name == "og:title":
            self.titles.setdefault(name, " ".join(said.split()))
        if tag in ("meta", "time") and name in _PUBLISHED and (day := _DAY.match(said)):
            self._say_published(day[0])
        if tag == "link" and "canonical" in values.get("rel", "").split():
            self.url = self.url or values.get("href", "")

    def _say_published(self, day: str) -> None:
        """Keep the first day of the calendar that the page names for that."""
        with suppress(ValueError):
            self.published = self.published or date.fromisoformat(day).isoformat()
