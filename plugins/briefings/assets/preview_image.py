"""The image that stands for a page where its address is shared: whose site it is, what the page is called, its number
with what that counts, and whose figures these are.

It is drawn as SVG, which resvg shapes and paints: the package brings all of it along, so that the same words give the
same pixels on every computer, Arabic among them. Its few colours are then packed as a small PNG.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import astuple, dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

import PIL
import resvg_py
from PIL import Image

from .kept import file_name, kept
from .lettering import Lettering, font_files, lettering

#: What the networks ask for, in pixels; and the width of an image of which a site has very many, which they still show
#: large.
WIDTH, HEIGHT, SMALL = 1200, 630, 600
#: The colours of the light pages: those of ``tokens.css``.
PAPER, INK, INK_2, LINE, ACCENT = "#fdfcfa", "#1c1e21", "#4d5259", "#dcd6cb", "#0a5560"
#: The side of the icon that phones put on their first screen.
ICON = 180

_EDGE, _TOP, _BAR = 76, 84, 20
_ROOM = WIDTH - 2 * _EDGE
#: The sizes that a title may have, its most lines, and the height of a line in parts of the size, by language.
_TITLE, _LINES, _LEADING = (84, 76, 68, 62, 56, 50, 46, 42, 38), 3, {"ar": 1.45, "en": 1.22}
_NUMBER, _COUNTED, _SOURCES, _SITE = 84, 36, 30, 32
#: The most lines of sources: what stands of a number's standing is not cut off.
_MOST = 3
#: How far letters reach above and below their line, in parts of their size.
_RISE, _FALL = {"ar": 0.95, "en": 0.75}, {"ar": 0.5, "en": 0.25}

#: Counts up where other pixels are drawn of the same words.
_METHOD = 1


@dataclass(frozen=True, slots=True)
class Card:
    """The words of an image on a page in ``lang``, and its width. The title may be in another language; all but it may
    be empty."""

    lang: str
    site: str
    title: str
    title_lang: str
    number: str = ""
    counted: str = ""
    sources: str = ""
    width: int = WIDTH

    @property
    def height(self) -> int:
        return self.width * HEIGHT // WIDTH


def image(card: Card, folder: Path | None) -> bytes:
    """The image of a card, PNG; ``folder`` is where images are kept."""
    return kept(folder, *_made_of(card), lambda: _packed(_painted(svg(card), card.width, card.height)))


def kept_as(card: Card) -> str:
    """The file in which the image of a card is kept."""
    return file_name(*_made_of(card))


def icon(drawing: str) -> bytes:
    """The site's icon, an SVG, as phones ask for it: square to its corners."""
    return _painted(drawing, ICON, ICON, ACCENT)


def svg(card: Card) -> str:
    """The drawing of a card. What stands below stands at the bottom, and the title has the room that is left."""
    lang, plain, strong = card.lang, lettering(card.lang, 400), lettering(card.lang, 600)
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<rect x="{WIDTH - _BAR if lang == "ar" else 0}" width="{_BAR}" height="{HEIGHT}" fill="{ACCENT}"/>',
        _text(lang, strong, _fitting(strong, card.site, _SITE), _TOP, _SITE, ACCENT, lang),
    ]
    bottom = HEIGHT - 56.0
    if card.sources:
        lines = plain.lines(plain.drawable(card.sources), _ROOM / _SOURCES)
        if len(lines) > _MOST:
            lines = [*lines[: _MOST - 1], plain.cut(" ".join(lines[_MOST - 1 :]), _ROOM / _SOURCES)]
        leading = _SOURCES * (1.6 if lang == "ar" else 1.4)
        for number, line in enumerate(reversed(lines)):
            parts.append(_text(lang, plain, line, bottom - number * leading, _SOURCES, INK_2, lang))
        bottom -= (len(lines) - 1) * leading + _SOURCES * 1.7
        parts.append(f'<rect x="{_EDGE}" y="{bottom:.1f}" width="{_ROOM}" height="2" fill="{LINE}"/>')
        bottom -= 30
    if card.counted:
        parts.append(_text(lang, plain, _fitting(plain, card.counted, _COUNTED), bottom, _COUNTED, INK_2, lang))
        bottom -= _COUNTED * (1.65 if lang == "ar" else 1.5)
    if card.number:
        words = strong.drawable(card.number)
        size = min(_NUMBER, _ROOM / max(strong.width(words), 0.1))
        parts.append(_text(lang, strong, words, bottom, size, ACCENT, lang))
        bottom -= size * _RISE[lang]
    parts += _title(card, _TOP + 34, bottom - 30)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{"".join(parts)}</svg>'


def _title(card: Card, top: float, bottom: float) -> list[str]:
    """The title between two heights, as large as it can be."""
    lang, strong = card.title_lang, lettering(card.title_lang, 600)
    leading, rise, fall = _LEADING[lang], _RISE[lang], _FALL[lang]
    words = strong.drawable(card.title)
    for size in _TITLE:
        lines = strong.lines(words, _ROOM / size)
        wide = max(map(strong.width, lines)) > _ROOM / size
        high = ((len(lines) - 1) * leading + rise + fall) * size > bottom - top
        if len(lines) <= _LINES and not wide and not high:
            break
    else:
        whole = [*lines[: _LINES - 1], " ".join(lines[_LINES - 1 :])]
        lines = [strong.cut(line, _ROOM / size) for line in whole if line]
    first = top + size * rise
    return [
        _text(lang, strong, line, first + number * size * leading, size, INK, card.lang)
        for number, line in enumerate(lines)
    ]


def _fitting(letters: Lettering, text: str, size: float) -> str:
    return letters.cut(letters.drawable(text), _ROOM / size)


def _text(lang: str, letters: Lettering, text: str, y: float, size: float, colour: str, page: str) -> str:
    """A line in the direction of its language, at the side where lines begin on the page."""
    x, anchor = (WIDTH - _EDGE, "end") if page == "ar" else (_EDGE, "start")
    opened = "\u2067" if lang == "ar" else "\u2066"
    weight = letters.faces[0].weight
    runs = "".join(
        f'<tspan font-family="{family}">{escape(part, quote=False)}</tspan>'
        for family, part in letters.runs(f"{opened}{text}\u2069")
    )
    return (
        f'<text x="{x}" y="{y:.1f}" font-size="{size:.1f}" font-weight="{weight}" fill="{colour}" '
        f'text-anchor="{anchor}">{runs}</text>'
    )


def _painted(drawing: str, width: int, height: int, background: str | None = None) -> bytes:
    fonts = [str(file) for file in font_files()]
    painted = resvg_py.svg_to_bytes(
        svg_string=drawing, width=width, height=height, background=background, skip_system_fonts=True, font_files=fonts
    )
    return bytes(painted)


def _packed(png: bytes) -> bytes:
    """A picture of dark letters on paper in 16 colours: from ink over the accent to paper, by how light they are."""
    packed = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("L").point([round(light / 17) for light in range(256)])
    few.putpalette([value for step in range(16) for value in _colour(step * 17)])
    few.save(packed, "PNG", bits=4)
    return packed.getvalue()


def _colour(light: int) -> tuple[int, ...]:
    """The colour that is so light, of those between ink, the accent and paper."""
    known = sorted((_light(colour), colour) for colour in map(_values, (INK, ACCENT, PAPER)))
    (low, dark), (high, bright) = known[:2] if light < known[1][0] else known[1:]
    part = min(max((light - low) / (high - low), 0), 1)
    return tuple(round(one + (other - one) * part) for one, other in zip(dark, bright, strict=True))


def _values(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _light(colour: tuple[int, ...]) -> float:
    """How light a colour is, as Pillow reckons it."""
    red, green, blue = colour
    return (red * 299 + green * 587 + blue * 114) / 1000


def _made_of(card: Card) -> tuple[str, str]:
    return "preview", repr((astuple(card), _program()))


@lru_cache
def _program() -> tuple[object, ...]:
    """What draws: the program, its packages and the fonts."""
    fonts = [hashlib.sha256(file.read_bytes()).hexdigest() for file in font_files()]
    return _METHOD, resvg_py.__version__, PIL.__version__, fonts
