"""How an image is written: ``![what it shows](photo.jpg "caption"){.graphic}``.

``marks`` finds where one stands; its parts are read here. Like a mark it goes through Markdown as a single private-use
character, so that Markdown never makes an element of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from . import messages
from .html_codes import uncoded
from .messages import Message

#: One character an image, from Unicode's private-use area; marks have those of the supplementary planes.
FIRST = 0xE000
MAX_IMAGES = 500
CHARACTER = re.compile("[\ue000-\uf8ff]")

_REST = re.compile(
    r"\([ \t]*(?:<(?P<named>[^<>\n]*)>|(?P<bare>[^\s()<>\"]*))"
    r"(?:[ \t]+\"(?P<caption>(?:[^\"\\\n]|\\.)*)\")?[ \t]*\)(?P<braces>\{[^{}\n]*\})?"
)


@dataclass(slots=True)
class ImageMark:
    """An image as it stands in the file. Offsets are characters from the file's start.

    ``start`` is the ``!``, ``end`` the character after all of it; ``name`` is the file's, at ``named``.
    """

    number: int
    start: int
    end: int
    alt: str
    name: str
    named: int
    caption: str
    graphic: bool


def read_image(
    text: str, start: int, close: int, report: Callable[[int, Message], None]
) -> tuple[ImageMark | None, int]:
    """The image whose ``!`` stands at ``start`` and whose bracket is closed at ``close``, and where it ends.

    ``report(offset, message)`` is told what is wrong; then it is no image.
    """
    match = _REST.match(text, close + 1)
    if match is None:
        report(start, messages.UNREADABLE_IMAGE_MARK())
        return None, close + 1
    good = True
    alt = _plain(text[start + 2 : close])
    if not re.search(r"\w", alt):
        report(start, messages.UNDESCRIBED_IMAGE())
        good = False
    braces = match["braces"]
    if braces is not None and braces.strip("{} \t") != ".graphic":
        report(match.start("braces"), messages.IMAGE_ATTRIBUTE())
        good = False
    group = "named" if match["named"] is not None else "bare"
    image = ImageMark(
        0, start, match.end(), alt, uncoded(match[group].strip()), match.start(group), _plain(match["caption"] or ""),
        braces is not None,
    )  # fmt: skip
    return image if good else None, match.end()


def _plain(words: str) -> str:
    """Words as a reader sees them: escapes and character references read, blanks made one."""
    read = _ESCAPED_OR_CODED.sub(lambda found: found[1] or uncoded(found[0]), words)
    return " ".join(read.split())


#: An escaped character is no part of a code: ``&\#8238;`` is no character.
_ESCAPED_OR_CODED = re.compile(r"\\([^\w\s])|&#?\w{1,32};")


def number_of(character: str) -> int:
    """The number of the image that this character stands for."""
    return ord(character) - FIRST
