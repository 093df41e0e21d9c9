"""What must not be in a built site, whatever its authors wrote: found by parsing it as browsers, feed readers and
spreadsheets do.

Nothing here knows how the program keeps things clean. What pages may have is what the golden pages have, whose content
is harmless, and besides, in texts, the elements that the documentation allows authors.
"""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "output"

#: The pieces of the search, which are made of the content.
SEARCH = re.compile(r"theme/search/(?:documents|words|near-[a-z]+)-[0-9]+\.js")
#: What authors may write as HTML, and the attributes that Markdown and its cleaning leave in a text.
WRITTEN = {
    **{
        name: set()
        for name in (
            "p br hr h1 h2 h3 h4 h5 h6 ul li blockquote table thead tbody tr dl dt dd pre code em strong del ins s sub "
            "small q cite dfn kbd bdi span"
        ).split()
    },
    "a": {"href", "title", "class", "id", "rel"}, "li": {"id"}, "sup": {"id"}, "div": {"class"}, "ol": {"start"},
    "th": {"class"}, "td": {"class"}, "abbr": {"title"},
}  # fmt: skip
#: What only other pages have than the golden ones that are kept: with more or less on them, or with a public address.
LARGE = {
    "a": {"data-apart-count"}, "details": {"data-section", "data-open"}, "h2": {"data-asked"}, "li": {"data-outcome"},
    "meta": {"property"}, "ul": {"id"}, "p": {"id", "data-cumulative"}, "section": {"data-still"}, "strong": {"aria-current"},
}  # fmt: skip
#: Elements and attributes that no page may have, even if the golden pages came to have them.
NEVER = frozenset(
    "base embed iframe frame frameset object applet portal style template noscript math foreignobject animate set use "
    "image audio video source track canvas marquee textarea xmp plaintext keygen isindex".split()
)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: What turns or hides what follows it, and characters of tags and private use.
HIDING = re.compile(
    "[\u202a-\u202e\u200b\u2060-\u2064\u2028\u2029\ufeff\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
MARKS = re.compile("[\U000f0000-\U0010ffff]")
#: How a PNG begins, and its parts that are pixels: others hold text, times and profiles.
PNG, PIXELS = b"\x89PNG\r\n\x1a\n", ("IHDR", "PLTE", "tRNS", "IDAT", "IEND")
ADDRESSES = frozenset("href src action formaction cite poster background data longdesc xlink:href".split())
#: Whose text a reader sees as one piece.
PIECES = frozenset(
    "p li td th h1 h2 h3 h4 h5 h6 dt dd figcaption caption summary title a span q bdi option text".split()
)
#: What spreadsheets take for the beginning of a formula, and what is a number all the same.
FORMULA = re.compile("[-=+@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*")


@cache
def allowed() -> dict[str, frozenset[str]]:
    """The elements that a page may have, each with its attributes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in GOLDEN.rglob("*.html"):
        for name, attributes in set(
            re.findall(r'<([a-zA-Z][\w]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)', page.read_text("utf-8"))
        ):
            found[name] |= set(re.findall(r'\s([\w:-]+)(?:="[^"]*")?', attributes))
    for name, names in [*WRITTEN.items(), *LARGE.items()]:
        found[name] |= names | {"lang", "dir"}
    return {name: frozenset(names) for name, names in found.items() if name.lower() not in NEVER}


def scan(site: Path, languages: tuple[str, ...] = ("ar", "en")) -> list[str]:
    """Everything in a built site that is not clean, as ``file: what is wrong``; of the pages only some languages."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    found = []
    for name, path in files.items():
        if name.startswith("theme/") and not SEARCH.fullmatch(name):
            continue
        if name.startswith("images/"):  # drawn here, from words that stand on the pages as well
            found += [f"{name}: {what}" for what in of_image(path.read_bytes())]
            continue
        text = path.read_bytes().decode("utf-8")
        if name == "404.html":  # shown at any address: its own begin at the top
            text = re.sub(' (href|src|action)="/(?!/)', r' \1="', text)
        found += [f"{name}: {what}" for what in of_text(text)]
        if not (name.endswith(".html") and name[:3] in ("ar/", "en/") and name[:2] not in languages):
            found += [f"{name}: {what}" for what in _of_file(name, text, files)]
    return found


def of_image(data: bytes) -> Iterator[str]:
    """What of an image is no pixel: a PNG may have parts that hold text."""
    at = len(PNG)
    if data[:at] != PNG:
        yield "is no PNG"
        return
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8].decode("latin-1")
        if kind not in PIXELS:
            yield f"holds a part `{kind}`"
        at += size + 12


def of_text(text: str) -> Iterator[str]:
    """What no file may hold as a character."""
    for what, pattern in (("a control character", CONTROLS), ("a hiding character", HIDING)):
        if match := pattern.search(text):
            yield f"holds {what}: {text[max(0, match.start() - 30) : match.end() + 10]!a}"


def of_row(html: str) -> list[str]:
    """What is wrong with a row of a text that was read: HTML, with characters of private use where marks are."""
    return of_fragment(MARKS.sub("", html))


def of_fragment(html: str) -> list[str]:
    """What is wrong with a part of a page."""
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [*of_text(html), *_of_tree(root, html)]


def _of_file(name: str, text: str, files: dict[str, Path]) -> Iterator[str]:
    try:
        if name.endswith(".html"):
            yield from _of_page(name, text, files)
        elif name.endswith(".xml"):
            yield from _of_feed(ElementTree.fromstring(text))
        elif name.endswith((".json", ".jsonld", ".geojson")):
            json.loads(text)
        elif name.endswith(".csv"):
            yield from _of_table(text)
        elif SEARCH.fullmatch(name):
            json.loads(text.partition(" = ")[2].strip().rstrip(";"))
    except (ValueError, ElementTree.ParseError) as error:
        yield f"cannot be read: {error}"


def _of_page(name: str, text: str, files: dict[str, Path]) -> Iterator[str]:
    root = html5lib.parse(text, namespaceHTMLElements=False)
    yield from _of_tree(root, text)
    titles = [title for title in root.findall("head/title") if (title.text or "").strip()]
    if len(titles) != 1 or len(titles[0]):
        yield "has not one title of words"
    for element in root.iter():
        for key in ("href", "src"):
            address = element.get(key) if isinstance(element.tag, str) else None
            if address is not None and not re.match("[a-z]+:|#", address):
                path = unquote(re.split("[?#]", address)[0])
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                if target.startswith(("../", "/")) or target not in files:
                    yield f"leads out of the site: {address}"


def _of_tree(root: Element, text: str) -> Iterator[str]:
    """What is wrong in a page, or in a part of one."""
    if re.search(r"<!--|<!\[CDATA\[|<\?", text):
        yield "holds a comment or an instruction"
    ids: set[str] = set()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2]
        if tag not in allowed() and tag != "DOCUMENT_FRAGMENT":
            yield f"has <{tag}>"
        for key, value in element.attrib.items():
            yield from _of_attribute(tag, key.rpartition("}")[2].lower(), value)
        if tag == "script":
            yield from _of_script(element)
        if tag == "meta" and element.get("http-equiv") not in (None, "Content-Security-Policy"):
            yield f"has a <meta> that commands: {element.attrib}"
        if tag == "a" and re.match("https?:", element.get("href", "")) and "noopener" not in element.get("rel", ""):
            yield f"links without noopener: {element.get('href')}"
        if (id := element.get("id")) is not None:
            if id in ids or not re.fullmatch(r"\S+", id):
                yield f"the id {id!a} stands twice, or is none"
            ids.add(id)
        if tag in PIECES and (what := unbalanced("".join(element.itertext()))):
            yield f"<{tag}> {what}"


def _of_attribute(tag: str, key: str, value: str) -> Iterator[str]:
    if key.startswith("on") or key in ("style", "srcdoc", "srcset", "ping"):
        yield f"<{tag}> has {key}={value[:80]!a}"
    elif key not in {name.lower() for name in allowed().get(tag, ())}:
        yield f"<{tag}> has {key}=, which no page has"
    if key in ADDRESSES:
        yield from _of_address(tag, value)


def _of_address(tag: str, value: str) -> Iterator[str]:
    """An address as browsers take it: what is white or a control at its ends, and line ends within, are nothing."""
    address = re.sub("[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
    if address != value or address.startswith(("/", "\\")) or "\\" in address:
        yield f"<{tag}> has the odd address {value!a}"
    elif scheme and tag not in ("a", "link"):
        yield f"<{tag}> loads {value!a}"
    elif scheme and scheme[1] not in ("http", "https", "mailto"):
        yield f"<{tag}> leads to {value!a}"
    elif scheme and scheme[1] != "mailto" and re.search("//[^/?#]*@", address):
        yield f"<{tag}> names a user in {value!a}"


def _of_script(element: Element) -> Iterator[str]:
    if element.get("type") in ("application/json", "application/ld+json"):
        try:
            json.loads(element.text or "")
        except ValueError as error:
            yield f"holds JSON that is none: {error}"
    elif (element.text or "").strip() or not element.get("src"):
        yield f"holds a script: {(element.text or '')[:60]!a}"


def unbalanced(text: str) -> str:
    """Whether isolates of a piece of text end in it; an empty text if they do."""
    depth = 0
    for char in text:
        depth += ("\u2066" <= char <= "\u2068") - (char == "\u2069")
        if depth < 0:
            return f"ends an isolate that did not begin there: {text[:60]!a}"
    return f"begins an isolate that does not end there: {text[:60]!a}" if depth else ""


def _of_feed(root: Element) -> Iterator[str]:
    """What is wrong in a feed or a map of the site: XML, and HTML in it."""
    for element in root.iter():
        if element.get("type") == "html":
            yield from of_fragment(element.text or "")
        for key, value in element.attrib.items():
            if key in ADDRESSES:
                yield from _of_address("link", value)


def _of_table(text: str) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"row {number} has {len(row)} cells, not {len(rows[0])}"
        for cell in row:
            if FORMULA.match(cell) and not NUMBER.fullmatch(cell):
                yield f"row {number} begins a formula: {cell[:60]!a}"
