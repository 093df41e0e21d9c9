"""What a file says, in all the ways in which readers' programs would decode it."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from .page_codes import uncoded

#: In what is no text, words of fewer letters stand by chance.
BY_CHANCE = 6
#: So many times an address is decoded.
CODED_AGAIN = 4
#: So much is unpacked of one part of a file.
_UNPACKED = 64 * 2**20

PICTURES = (".webp", ".woff2", ".png", ".ico", ".ttf", ".jpg", ".jpeg", ".gif")
PAGES = (".html", ".htm")
#: The names of elements and attributes that pages are written with. Others may say something.
MARKUP = frozenset(
    "a abbr action alt anchor approximate aria article aside async audio autocomplete autofocus b bdi bdo blockquote "
    "body br button canvas caption charset checked choice circle cite claim class clip clippath close code col "
    "colgroup color colspan content contested controls counterpart cx cy d data datalist datetime dd decoding defer "
    "desc details dfn dir disabled div dl doctype download dt dx dy ellipse em end equiv event fieldset figcaption "
    "figure fill filter focusable footer for form g h1 h2 h3 h4 h5 h6 head header headers height hidden high hr href "
    "hreflang html http i id img inert input inputmode ins integrity itemprop kbd keyshortcuts label lang legend li "
    "line list loading low main mark max maxlength meta method min multiple n name nav of ol open optgroup option "
    "output overflow p parallel part path pattern placeholder points polygon polyline pre preload preserveaspectratio "
    "pressed progress property q r rect ref rel required role row rows rowspan rp rt ruby rx ry s said samp scope "
    "script section select selected sic side size sizes small source span src srcset start stroke strong sub summary "
    "sup svg switch symbol tabindex table target tbody td text textarea tfoot th thead things time title total tr "
    "track transform translate tspan type u ul use value var video viewbox wbr when width wrap x x1 x2 xlink xml "
    "xmlns y y1 y2".split()
)
_TAG = re.compile(r"<[^<>]*+>")
_VALUE = re.compile(r"=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_CLASSES = re.compile(r"\bclass=\"([^\"]*+)\"")
_NAME = re.compile(r"[^\s<>=\"'/]++")
_PART = re.compile(r"[-:]")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}|(?<![a-zA-Z0-9])[xX][nN]--")
#: A part of a host in ASCII, which has a code for its letters behind these four.
_LABEL = re.compile(r"(?i)(?<![a-z0-9])xn--([a-z0-9-]{1,59})(?![a-z0-9-])")
_ESCAPE = re.compile(r"\\(?:u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|u([0-9a-f]{4})|x([0-9a-f]{2})|.)", re.I | re.S)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}+")
_UTF16 = re.compile(rb"\(\xfe\xff((?:\\.|[^\\)])*+)\)", re.S)
_NUMBERS = re.compile(rb"<[fF][eE][fF][fF]((?:[0-9a-fA-F]{2})*+)>")


class Saying(NamedTuple):
    """A text that a file says; in one of ``rubbish`` only words of ``BY_CHANCE`` letters or more are words."""

    text: str
    rubbish: bool = False


def sayings(name: str, data: bytes, packed: set[str] | None = None) -> Iterator[Saying]:
    """What a file says: its name and its text, decoded from HTML, addresses, JSON, base64 and what PDFs pack.

    ``packed`` holds what looked like base64 in other files and was unpacked there, and gains that of this one.
    """
    yield from map(Saying, [name, *_decoded(name)])
    if name.endswith(PICTURES):
        yield Saying(data.decode("latin-1"), rubbish=True)
        yield Saying(data.decode("utf-8", "ignore"), rubbish=True)
        return
    if name.endswith(".pdf"):
        yield from _in_pdf(data)
        return
    text = _text(data)
    for said in (text,) if "<" not in text else _in_markup(text) if name.endswith(PAGES) else (text, *_in_markup(text)):
        yield Saying(said)
        if "&" in said and (plain := uncoded(said)) != said:
            yield Saying(plain)
        if "\\" in said:
            yield Saying(_ESCAPE.sub(_escaped, said))
        if _PERCENT.search(said):
            yield from map(Saying, _decoded(said))
    yield from _in_base64(text, set() if packed is None else packed)


def _decoded(said: str) -> Iterator[str]:
    """A text with its addresses decoded, and again as often as they were coded."""
    for _ in range(CODED_AGAIN):
        if (plain := _LABEL.sub(_of_label, unquote(said))) == said:
            return
        yield (said := plain)


def _of_label(match: re.Match[str]) -> str:
    try:
        return codecs.decode(match[1].lower().encode("ascii"), "punycode")
    except UnicodeError:
        return match[0]


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "ignore")
    return data.decode("utf-8", "ignore")


def _in_markup(text: str) -> Iterator[str]:
    """What stands between the tags, in the values of their attributes, and by which foreign names they, and their
    classes, are called."""
    text = text.replace("<!--", "    ").replace("-->", "   ").replace("<![CDATA[", " ")
    yield uncoded(_TAG.sub(" ", text))
    classes = {name for found in {*_CLASSES.findall(text)} for name in found.split()}
    yield uncoded("\n".join(double or single for double, single in _VALUE.findall(_CLASSES.sub(" ", text))))
    yield uncoded("\n".join(sorted(map(_foreign, classes))))
    tags = {_VALUE.sub(" ", tag) for tag in {*_TAG.findall(text)}}
    names = {part for tag in tags for name in _NAME.findall(tag) for part in _PART.split(name)}
    foreign = sorted(name for name in names if name.casefold() not in MARKUP)
    yield "\n".join(foreign)


def _foreign(name: str) -> str:
    """What of the name of a class is none of the names that pages are written with."""
    return "-".join(part for part in _PART.split(name) if part.casefold() not in MARKUP)


def _escaped(match: re.Match[str]) -> str:
    if match[1]:
        return chr(0x10000 + ((int(match[1], 16) - 0xD800) << 10) + int(match[2], 16) - 0xDC00)
    code = match[3] or match[4]
    return chr(int(code, 16)) if code else " "


def _in_base64(text: str, seen: set[str]) -> Iterator[Saying]:
    fresh = {*_BASE64.findall(text)} - seen
    seen |= fresh
    whole, broken = [], []
    for packed in fresh:
        try:
            data = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_" if {*"-_"} & {*packed} else None)
        except (binascii.Error, ValueError):
            continue
        try:
            whole.append(data.decode("utf-8"))
        except UnicodeDecodeError:
            broken.append(data.decode("utf-8", "ignore"))
    yield Saying("\n.\n".join(whole))
    yield Saying("\n.\n".join(broken), rubbish=True)


def _in_pdf(data: bytes) -> Iterator[Saying]:
    """The texts of a PDF's packed parts, and of its strings, which are in UTF-16 or written as numbers."""
    for part in (data, *_streams(data)):
        for encoding in ("utf-8", "utf-16-be", "latin-1"):
            yield Saying(part.decode(encoding, "ignore"), rubbish=True)
        for text in _UTF16.findall(part):
            yield Saying(re.sub(rb"\\([\\()])", rb"\1", text).decode("utf-16-be", "ignore"))
        for numbers in _NUMBERS.findall(part):
            yield Saying(bytes.fromhex(numbers.decode("ascii")).decode("utf-16-be", "ignore"))


def _streams(data: bytes) -> Iterator[bytes]:
    at = 0
    while (start := data.find(b"stream", at)) >= 0 and (end := data.find(b"endstream", start + 6)) >= 0:
        at = end + 9
        if data[start - 3 : start] != b"end":
            try:
                yield zlib.decompressobj().decompress(data[start + 6 : end].lstrip(b"\r\n"), _UNPACKED)
            except zlib.error:
                continue
