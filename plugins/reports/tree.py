"""Markdown → rows of safe HTML. What they say is found in ``rows``, in the HTML that comes out here.

The marks go through Markdown as single private-use characters (see ``marks``), and stay so in the HTML, and so do
images. Rows come out cleaned by an allow-list: no script, style, image, form or frame, and no address but http, https
and mailto. Nothing that an author wrote vanishes on the way: HTML of their own that would is told, and refused.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import partial
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.treeprocessors import Treeprocessor

from .html_codes import short_codes
from .rows import INLINE, Rows
from .spans import NOTHING
from .timeout import time_limit
from .web import is_mail_address, is_web_address

TAGS = set(
    (
        "p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td dl dt dd pre code em "
        "strong del ins s sub sup small q cite abbr dfn kbd bdi a div span"
    ).split()
)
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "class", "id"},
    "li": {"id"},
    "sup": {"id"},
    "div": {"class"},
    "th": {"class"},
    "td": {"class"},
    "abbr": {"title"},
}
#: What authors may write as HTML: what stands within a line. Of the last only the words are shown.
#: What is struck through is no more, and data and search have no stroke that says so.
STRUCK = {"s", "del"}
WRITTEN_TAGS = (INLINE | {"b", "i", "u"}) - STRUCK
#: A page's own links: from ``en/about/`` no more than two folders up, and not up again.
_RELATIVE = re.compile(r"(?:\.\./){0,2}(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?(?:#[\w-]+)?")
#: A tag whose attributes are all of these. Words in others would be shown nowhere, a style would be taken away, and an
#: id or a class could take the place of one of ours.
_NAME = re.compile(
    r"""</?([A-Za-z][A-Za-z0-9]*)(?:\s+(?:href|title|lang|dir|cite|datetime)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'=]+))*\s*/?>""",
    re.I,
)
#: What Markdown would take for the code of a character, and a text that it has read cannot mean as one.
_LIKE_A_CODE = re.compile(r"&(?=#?\w+;)")


class _Written(HtmlInlineProcessor):
    """Keeps HTML of an author's own, and notes what no text can have."""

    refused: list[str]

    def handleMatch(  # type: ignore[override]  # Markdown has an old and a new form of it, and calls the new one
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        place, start, end = super().handleMatch(m, data)
        stash = self.md.htmlStash.rawHtmlBlocks
        html = str(stash[-1])
        named = _NAME.fullmatch(html)
        if named is None or named[1].lower() not in WRITTEN_TAGS:
            self.refused.append(m[1])
            stash[-1] = ""
        else:
            stash[-1] = html
        return place, start, end


class _Literal(Treeprocessor):
    """What an author escaped, ``&\\#8238;``, is no code of a character, and a word ``///…///`` moves nothing."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            # The words of code are written as codes already.
            if element.text and element.tag not in ("code", "pre"):
                element.text = _LIKE_A_CODE.sub("&amp;", element.text)
            if element.tail:
                element.tail = _LIKE_A_CODE.sub("&amp;", element.tail)


class _Numbered(SaneOListProcessor):
    """Notes the numbers that stand before items as ``taken``, and those among them that would be shown otherwise, or be
    in no data, as ``other``: a browser counts a list itself, from 1.

    Ones only, with no empty line between them, are the way of those who let a list be counted.
    """

    taken: list[str]
    other: list[str]

    def run(self, parent: Element, blocks: list[str]) -> None:
        numbers = [match[2][:-1] for line in blocks[0].split("\n") if (match := self.CHILD_RE.match(line))]
        last = self.lastChild(parent)
        at = len(last) if last is not None and last.tag == "ol" else 0
        self.taken += numbers
        if at or {*map(int, numbers)} != {1}:
            self.other += [said for count, said in enumerate(numbers, at + 1) if int(said) != count]
        super().run(parent, blocks)


class Footnotes(Treeprocessor):
    """Numbers the footnotes, so that no page says how an author calls them, and leaves those ``without`` out.

    ``labels`` are those that stay, in their order, and ``called`` those that a reader comes to from the text, directly
    or by way of another.
    """

    def __init__(self, converter: markdown.Markdown, extension: FootnoteExtension) -> None:
        super().__init__(converter)
        self.extension = extension
        self.clear()

    def clear(self, without: Container[str] = ()) -> None:
        """Forget the text before; leave out these of the next."""
        self.without = without
        self.called: set[str] = set()
        self.labels: list[str] = []

    def run(self, root: Element) -> None:
        div = next((row for row in root.iter("div") if row.get("class") == "footnote"), None)
        listed = div.find("ol") if div is not None else None
        if div is None or listed is None:
            return
        items = {item.get("id", "")[3:]: item for item in listed}
        labels = list(items)
        inside = {label: self._calls(item) for label, item in items.items()}
        todo = [label for row in root if row is not div for label in self._calls(row)]
        while todo:
            if (label := todo.pop()) not in self.called:
                self.called.add(label)
                todo += inside.get(label, ())
        self.labels = kept = [label for label in labels if label not in self.without]
        for label in labels:
            if label in self.without:
                listed.remove(items[label])
        if not kept:
            root.remove(div)
        self._number(root, {label: number for number, label in enumerate(kept, 1)})

    def _calls(self, element: Element) -> list[str]:
        return [link.get("href", "")[4:] for link in element.iter("a") if link.get("class") == "footnote-ref"]

    def _number(self, root: Element, numbers: dict[str, int]) -> None:
        """Give each footnote and each call of it its number, and take the ways back away that lead nowhere."""
        for element in root.iter():
            if "id" in element.attrib:
                element.set("id", self._numbered(element.get("id", ""), numbers))
            if element.get("class") == "footnote-ref":
                label = element.get("href", "")[4:]
                element.set("href", f"#fn-{numbers.get(label, 0)}")
                element.text = str(numbers.get(label, 0))
        there = {element.get("id") for element in root.iter("sup")}
        for element in list(root.iter()):
            for link in list(element):
                if link.get("class") == "footnote-backref":
                    link.set("href", f"#{self._numbered(link.get('href', '')[1:], numbers)}")
                    if link.get("href", "")[1:] not in there:
                        element.remove(link)

    def _numbered(self, id: str, numbers: dict[str, int]) -> str:
        kind, _, label = id.partition("-")
        return f"{kind}-{numbers.get(label, 0)}"


class Renderer:
    """Turns bodies into rows and blocks. One ``Markdown`` serves all texts, reset for each.

    With ``within`` links may lead to other pages of the site, by addresses relative to the page.
    """

    def __init__(self, *, within: bool = False) -> None:
        self.within = within
        self._renew()

    def _renew(self) -> None:
        footnotes = FootnoteExtension(BACKLINK_TITLE="", SEPARATOR="-", PLACE_MARKER="\x02nowhere\x03")
        extensions: list[str | Extension] = ["tables", footnotes, "fenced_code", "def_list", "sane_lists"]
        self.markdown = converter = markdown.Markdown(extensions=extensions, output_format="html")
        converter.ESCAPED_CHARS += "<>"
        converter.preprocessors.deregister("html_block")  # HTML stands within lines only, and is looked at there
        self.written = _Written(HTML_RE, converter)
        converter.inlinePatterns.register(self.written, "html", 90)
        self.lists = _Numbered(converter.parser)
        converter.parser.blockprocessors.register(self.lists, "olist", 40)
        self.footnotes = Footnotes(converter, footnotes)
        converter.treeprocessors.register(self.footnotes, "own-footnotes", -40)
        converter.treeprocessors.register(_Literal(converter), "literal", -45)
        self.taken = _Taken(converter)
        converter.treeprocessors.register(self.taken, "taken", -50)

    def render(self, body: str, lang: str, without: Container[str] = ()) -> Rendered:
        """Convert a body with encoded marks, leaving out the footnotes of these labels. Raises ``TimedOut``."""
        try:
            with time_limit():
                return self._render(body, lang, without)
        except BaseException:
            self._renew()  # Markdown stopped somewhere within its work
            raise

    def _render(self, body: str, lang: str, without: Container[str]) -> Rendered:
        converter = self.markdown.reset()
        self.footnotes.clear(without)
        self.taken.rows, self.written.refused, self.lists.taken, self.lists.other = [], [], [], []
        converter.convert(body)
        made = Rendered()
        for row in self.taken.rows:
            piece = converter.serializer(row)
            for postprocessor in converter.postprocessors:
                piece = postprocessor.run(piece)
            made.foreign_images |= any(True for _ in row.iter("img"))
            found = _links(piece)
            made.addresses += found.found
            made.nested |= found.nested
            made.html.append(_clean(piece.strip(), lang, within=self.within).replace(NOTHING, ""))
            made.rows.read(made.html[-1])
        made.refused = self.written.refused
        made.numbers, made.other_numbers = self.lists.taken, self.lists.other
        made.called, made.labels = frozenset(self.footnotes.called), tuple(self.footnotes.labels)
        return made


class Rendered:
    """What came of a body: its rows as ``html``, and what is found in them as ``rows``.

    ``addresses`` are those of its links, as a browser reads them; ``refused`` is HTML in it that no text can have;
    ``numbers`` are those of its lists as they are written, ``other_numbers`` those that would be shown as others;
    ``nested`` says that a link or a footnote stands in the words of a link;
    ``labels`` are those of its footnotes in their order, and ``called`` of those that a reader comes to.
    """

    def __init__(self) -> None:
        self.rows = Rows()
        self.html: list[str] = []
        self.addresses: list[str] = []
        self.refused: list[str] = []
        self.numbers: list[str] = []
        self.other_numbers: list[str] = []
        self.nested = False
        self.called: frozenset[str] = frozenset()
        self.labels: tuple[str, ...] = ()
        self.foreign_images = False


class _Taken(Treeprocessor):
    """Takes the finished tree from Markdown, whose own way to HTML is not gone."""

    rows: list[Element]

    def run(self, root: Element) -> Element:
        self.rows = list(root)
        return Element(root.tag)


class _Links(HTMLParser):
    """Takes down where links lead, those of footnotes left out, before what leads nowhere is cleaned away; and whether
    one stands in another."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.nested = False
        self._open = 0

    def handle_endtag(self, tag: str) -> None:
        self._open -= tag == "a" and self._open > 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nested |= tag == "a" and self._open > 0
        self._open += tag == "a"
        if tag == "a" and not any(name == "class" and (value or "").startswith("footnote-") for name, value in attrs):
            self.found += [value or "" for name, value in attrs if name == "href"]


def _links(html: str) -> _Links:
    """The links of a row."""
    reader = _Links()
    if "<a" in html.lower():
        reader.feed(short_codes(html))
        reader.close()
    return reader


def _clean(html: str, lang: str, *, within: bool) -> str:
    """HTML with nothing in it but the allowed elements, attributes and addresses; ids carry their language."""
    # Footnotes stand in both languages on one page: their ids and links carry the language.
    # The full stop keeps them apart from ids of events and claims, which have none.
    html = re.sub(r'(id="|href="#)(fn|fnref\d*)-', rf"\1{lang}_\2.", html)
    # A column is set to the start or the end of a line by a class: no page has a style of its own.
    for physical, logical in (("left", "start"), ("center", "center"), ("right", "end")):
        html = html.replace(f'style="text-align: {physical};"', f'class="align-{logical}"')
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
        attribute_filter=partial(_allowed, within=within),
    )


def leads_within(address: str) -> bool:
    """Whether an address leads from a page of the site's own text to a file of the site, and not out of it."""
    return bool(address) and _RELATIVE.fullmatch(address) is not None


def _allowed(tag: str, name: str, value: str, *, within: bool) -> str | None:
    """The value of an attribute, or ``None`` where it must go.

    Ids and classes are those of footnotes, and of cells set to a side, only; an address is whole, since ``//host``
    and ``/path`` lead elsewhere on every host. Within its page only footnotes are called, and called back from.
    """
    if name == "href":
        good_address = _OF_FOOTNOTES.fullmatch(value) or is_mail_address(value) or is_web_address(value)
        return value if good_address or (within and leads_within(value)) else None
    classes = r"align-(?:start|center|end)" if tag in ("th", "td") else r"footnote(?:-ref|-backref)?"
    good = {"dir": r"ltr|rtl|auto", "id": r"(?:ar|en)_fn(?:ref\d*)?\.\d+", "class": classes}
    return value if name not in good or re.fullmatch(good[name], value) else None


_OF_FOOTNOTES = re.compile(r"#(?:ar|en)_fn(?:ref\d*)?\.\d+")
