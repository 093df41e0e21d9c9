"""Markdown → rows of safe HTML, with every block and every mark found in the tree that Python-Markdown makes.

The marks go through Markdown as single private-use characters (see ``marks``), and stay so in the HTML, and so do
images. Rows come out cleaned by an allow-list: no script, style, image, form or frame, and no address but http, https
and mailto.
"""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from . import image_marks
from . import marks as syntax
from .patience import OutOfPatience, patience
from .web import is_web_address

EXTENSIONS = ("tables", "footnotes", "fenced_code", "def_list", "sane_lists")

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
    "ol": {"start"},
    "th": {"class"},
    "td": {"class"},
    "abbr": {"title"},
}
_LEAVES = set("p h1 h2 h3 h4 h5 h6 li td th dt dd pre".split())
#: A page's own links: from ``en/about/`` no more than two folders up, and not up again.
_RELATIVE = re.compile(r"(?:\.\./){0,2}(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?(?:#[\w-]+)?")
#: An attribute that only our own HTML has: an id or a class in an author's HTML could take the place of one.
_OWN = re.compile(r"""[\s/"'](?:id|class)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*)""", re.I)
_TAG_OR_MARK = re.compile('<(?P<end>/?)(?P<name>[a-z0-9]+)(?:"[^"]*"|[^">])*>|[\U000f0000-\U0010ffff]')
_MAIL = re.compile(rf"{AMP_SUBSTITUTE}#(\d+);")
STASH = re.compile("\x02(?:wzxhzdk:(\\d+)|[^\x03]*)\x03")


class Rows(Treeprocessor):
    """Takes the finished tree apart into rows, blocks and the place of each mark."""

    def __init__(self, converter: markdown.Markdown) -> None:
        super().__init__(converter)
        self.clear()

    def clear(self) -> None:
        """Forget the text before: Markdown runs nothing at all for one that is empty."""
        self.blocks: list[tuple[str, int, str]] = []
        self.found: dict[int, tuple[int, int, int]] = {}
        self.broken: set[int] = set()
        self.linked: set[int] = set()
        self.addresses: list[str] = []
        self.foreign_images = False
        #: The block of each image that stands in a paragraph of its own.
        self.images: dict[int, int] = {}
        self.rows: list[Element] = []

    def run(self, root: Element) -> None:
        self.rows = list(root)
        for index, row in enumerate(self.rows):
            self._walk(row, index, (row.tag,))

    def _walk(self, element: Element, row: int, path: tuple[str, ...]) -> None:
        if element.tag in _LEAVES and _has_inline(element):
            self._leaf(element, row, _kind(path), alone=path == ("p",) and not len(element))
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _INLINE:
                self._walk(child, row, (*path, child.tag))

    def _leaf(self, element: Element, row: int, kind: str, *, alone: bool) -> None:
        number = len(self.blocks) + 1
        if alone and image_marks.CHARACTER.fullmatch(words := (element.text or "").strip()):
            self.images[image_marks.number_of(words)] = number
            self.blocks.append(("image", row, ""))
            return
        pieces: list[str] = []
        length = 0
        opened: dict[int, int] = {}

        def take(text: str | None, stack: list[int], frozen: bool) -> None:
            nonlocal length
            for char in self._shown(text or "", frozen):
                mark, closes = syntax.opening(char), syntax.closing(char)
                if mark is not None and not frozen:
                    stack.append(mark)
                    opened[mark] = length
                elif closes is not None and not frozen and stack and stack[-1] == closes:
                    stack.pop()
                    self.found[closes] = (number, opened[closes], length)
                elif mark is not None or closes is not None:
                    self.broken.add(mark if mark is not None else closes)  # type: ignore[arg-type]
                elif not image_marks.CHARACTER.match(char):
                    pieces.append(char)
                    length += 1

        def walk(inner: Element, top: bool) -> None:
            stack: list[int] = []
            frozen = inner.tag in ("code", "pre")
            take(inner.text, stack, frozen)
            for child in inner:
                if isinstance(child.tag, str) and (not top or child.tag in _INLINE):
                    self.foreign_images |= child.tag == "img"
                    for name, value in child.attrib.items():
                        self.broken.update(_numbers(str(value)))
                        if name == "href":
                            self.addresses.append(unescape(str(value).replace(AMP_SUBSTITUTE, "&")))
                    if child.tag == "br":
                        take("\n", stack, False)
                    elif "footnote" not in child.get("class", "") and not child.get("id", "").startswith("fnref"):
                        walk(child, False)
                take(child.tail, stack, frozen)
            self.broken.update(stack)

        walk(element, True)
        self.blocks.append((kind, row, "".join(pieces)))

    def _shown(self, text: str, code: bool) -> str:
        """A text as a reader sees it, without Markdown's placeholders for raw HTML; a line break stays one."""

        def instead(match: re.Match[str]) -> str:
            raw = str(self.md.htmlStash.rawHtmlBlocks[int(match[1])]) if match[1] else ""
            return unescape(raw) if raw.startswith("&") else "\n" if re.match(r"<br\b", raw, re.I) else ""

        # Markdown writes addresses of mail, and code, as character references.
        text = _MAIL.sub(lambda match: chr(int(match[1])), text)
        return STASH.sub(instead, unescape(text) if code else text)


_INLINE = set("a em strong code br span img sub sup del ins s small q cite abbr dfn kbd bdi bdo".split())


def _has_inline(element: Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in texts) or any(child.tag in _INLINE for child in element)


def _kind(path: tuple[str, ...]) -> str:
    """What kind of block it is, as authors and readers call it."""
    tag = path[-1]
    if "li" in path:
        return "list item"
    if "blockquote" in path:
        return "quotation"
    kinds = {"td": "table cell", "th": "table cell", "pre": "code", "dt": "term", "dd": "definition"}
    return kinds.get(tag) or ("heading" if re.fullmatch("h[1-6]", tag) else "paragraph")


def _numbers(text: str) -> set[int]:
    """The marks that have a character in this text."""
    found = set()
    for char in syntax.SENTINEL.findall(text):
        number = syntax.opening(char)
        found.add(number if number is not None else syntax.closing(char))
    return found  # type: ignore[return-value]


def _crossed_and_linked(html: str) -> tuple[set[int], set[int]]:
    """The marks that overlap half with an element of clean HTML, as raw tags in a text can make them, and those that
    stand inside a link."""
    stack: list[str | int] = []
    crossed: set[int] = set()
    linked: set[int] = set()
    for match in _TAG_OR_MARK.finditer(html):
        found = match.group()
        number, closes = syntax.opening(found[0]), syntax.closing(found[0])
        name: str | int = match["name"] if number is None and closes is None else -1
        if number is not None:
            linked |= {number} if "a" in stack else set()
            stack.append(number)
        elif closes is None and not match["end"]:
            stack += [name] if name not in ("br", "hr") else []
        else:
            closed = name if closes is None else closes
            while stack and stack[-1] != closed:
                crossed.update(item for item in (stack.pop(), closed) if isinstance(item, int))
            stack = stack[:-1]
    return crossed, linked


class Renderer:
    """Turns bodies into rows and blocks. One ``Markdown`` serves all texts, reset for each.

    With ``within`` links may lead to other pages of the site, by addresses relative to the page.
    """

    def __init__(self, *, within: bool = False) -> None:
        self.within = within
        self._renew()

    def _renew(self) -> None:
        config = {"footnotes": {"BACKLINK_TITLE": "", "SEPARATOR": "-"}}
        self.markdown = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=config, output_format="html")
        self.rows = Rows(self.markdown)
        self.markdown.treeprocessors.register(self.rows, "rows", -50)

    def render(self, body: str, lang: str) -> tuple[Rows, list[str]]:
        """Convert a body with encoded marks; returns what was found in the tree, and the rows' HTML."""
        try:
            with patience():
                return self._render(body, lang)
        except OutOfPatience:
            self._renew()  # Markdown stopped somewhere within its work
            raise

    def _render(self, body: str, lang: str) -> tuple[Rows, list[str]]:
        converter = self.markdown.reset()
        self.rows.clear()
        converter.convert(body)
        stash = converter.htmlStash.rawHtmlBlocks
        stash[:] = [_RAW_TAG.sub(_anonymous, raw) if isinstance(raw, str) else raw for raw in stash]
        html = []
        for row in self.rows.rows:
            piece = converter.serializer(row)
            for postprocessor in converter.postprocessors:
                piece = postprocessor.run(piece)
            html.append(_clean(piece.strip(), lang, within=self.within))
            crossed, linked = _crossed_and_linked(html[-1])
            self.rows.broken |= crossed
            self.rows.linked |= linked
        return self.rows, _without_dead_ends(html)


_RAW_TAG = re.compile(r"<[A-Za-z][^>]*>")


def _anonymous(tag: re.Match[str]) -> str:
    """A tag of an author's own without id and class."""
    return _OWN.sub(" ", tag[0])


_BACK = re.compile(r'(?<!\s)\s*<a\b(?=[^>]*\bclass="footnote-backref")[^>]*\bhref="#([^"]+)"[^>]*>.*?</a>', re.S)


def _without_dead_ends(html: list[str]) -> list[str]:
    """The rows without the way back from a footnote that nothing calls: it leads nowhere."""
    ids = {id for piece in html for id in re.findall(r'\bid="([^"]+)"', piece)}
    return [_BACK.sub(lambda back: back[0] if back[1] in ids else "", piece) for piece in html]


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
    and ``/path`` lead elsewhere on every host.
    """
    if name == "href":
        good_address = value.startswith(("#", "mailto:")) or is_web_address(value)
        return value if good_address or (within and leads_within(value)) else None
    classes = r"align-(?:start|center|end)" if tag in ("th", "td") else r"footnote(?:-ref|-backref)?"
    good = {"dir": r"ltr|rtl|auto", "id": r"(?:ar|en)_fn(?:ref\d*)?\..*", "class": classes}
    return value if name not in good or re.fullmatch(good[name], value) else None
