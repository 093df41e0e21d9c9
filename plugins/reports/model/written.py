"""What a text holds: marks, blocks and images."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..edtf import EdtfDate


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words of a text.

    ``number`` counts the marks of the text from 0 in the order of their opening brackets; ``block`` is the number
    of the block that holds it, from 1; ``words`` is the exact text, ``prefix`` and ``suffix`` what stands around it
    in the block (W3C Web Annotation, TextQuoteSelector) and ``start`` the place of its first character in the
    block's text; ``anchor`` is its id in a page. ``inside`` are the numbers of the marks around it.
    """

    number: int
    lang: str
    block: int
    ids: tuple[str, ...]
    when: EdtfDate | None
    sic: str | None
    redacted: bool
    words: str
    prefix: str
    suffix: str
    start: int
    anchor: str
    inside: tuple[int, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece of a text that lines up with its translation. ``row`` is the index of its row; the text of an
    image is what it shows, and its caption."""

    number: int
    kind: str
    row: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that can be shown, its SHA-256 when it was read, and the width and height of each of its pages in pixels.

    It is not published: what is made of it is. ``kind`` is that of a drawing or document, and empty for an image.
    """

    path: Path
    sha256: str
    pages: tuple[tuple[int, int], ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image in a text. ``number`` counts those of the text from 0; ``block`` is the number of its block."""

    number: int
    block: int
    alt: str
    caption: str
    graphic: bool
    picture: Picture
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text in one language.

    ``rows`` are the top-level pieces as safe HTML in which the marks stand as private-use characters (see
    ``marks``), and images (see ``image_marks``); ``blocks`` are the finer pieces that line up with the translation.
    """

    lang: str
    path: Path
    title: str
    summary: str
    translator: str | None
    draft: bool
    rows: tuple[str, ...]
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    images: tuple[Image, ...] = ()
