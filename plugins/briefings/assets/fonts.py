"""Web fonts: the faces of the site, cut down to the characters that its pages hold.

The faces come from packages with their licence (SIL Open Font License) and are subset at build time. A subset is
kept from one build to the next (``kept``), so that an unchanged one is made once.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import fontpkg
import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from ..failures import BuildFailed
from .kept import kept
from .packages import wheel_file

#: What a face holds whatever the pages say: what readers may type, and what scripts may show.
LATIN = [
    *range(0x20, 0x7F),
    *(ord(char) for char in "\u00a0«»·×°©–—‘’“”…←→↑↓↖↗−≈≤≥"),
]
ARABIC = [
    *(ord(char) for char in " \u00a0«»،؛؟ـ٪٫٬…"),
    *range(0x621, 0x63B),
    *range(0x641, 0x653),
    *range(0x660, 0x66A),
]
#: What a face holds besides, where a page of the site has it.
LATIN_RANGES = (
    range(0xA0, 0x250), range(0x2B0, 0x300), range(0x1E00, 0x1F00), range(0x2010, 0x2028), range(0x2030, 0x2300),
)  # fmt: skip
ARABIC_RANGES = (
    range(0x600, 0x700), range(0x750, 0x780), range(0x200C, 0x2010), range(0x2066, 0x206A), range(0xFB50, 0xFE00),
    range(0xFE70, 0xFF00),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of the site: its name there, the family and weight it is cut from, and its characters."""

    name: str
    family: str
    weight: int
    base: tuple[int, ...]
    ranges: tuple[range, ...]

    def characters(self, used: Collection[str]) -> tuple[int, ...]:
        """What the face is cut down to, for a site whose pages hold the characters ``used``."""
        more = (ord(char) for char in used if any(ord(char) in part for part in self.ranges))
        return tuple(sorted({*self.base, *more}))


FACES = (
    Face("plex-arabic-400.woff2", "IBM Plex Sans Arabic", 400, tuple(ARABIC), ARABIC_RANGES),
    Face("plex-arabic-600.woff2", "IBM Plex Sans Arabic", 600, tuple(ARABIC), ARABIC_RANGES),
    Face("plex-latin-400.woff2", "IBM Plex Sans", 400, tuple(LATIN), LATIN_RANGES),
    Face("plex-latin-600.woff2", "IBM Plex Sans", 600, tuple(LATIN), LATIN_RANGES),
)


#: What a face says of itself: whose it is, what it is called (a PDF names it so), and under which licence it comes.
_NAMES = (0, 1, 2, 4, 6, 13, 14)

#: Features of the faces that no page asks for.
_LEFT_OUT = ("frac", "numr", "dnom", "ordn", "sups", "subs", "smcp", "c2sc")


#: Counts up where the steps change in which a face is made, so that none is taken from the cache that came of others.
_METHOD = 2


def font_files(used: Collection[str], cache: Path | None = None) -> dict[str, bytes]:
    """The site's fonts by file name, WOFF2.

    ``used`` are the characters that the pages hold: a reader over a bad line pays for no others.
    ``cache`` is a folder to keep subsets in; without one they are made anew.
    """
    originals = _originals()
    return {face.name: _cached(originals[face], face.characters(used), face, cache) for face in FACES}


def whole_fonts() -> dict[str, bytes]:
    """The fonts of the site's faces as they come, by the faces' names: large, and there at once.

    One of all weights has that which the style sheet gives the face.
    """
    return {face.name: data for face, data in _originals().items()}


def installed() -> dict[Path, bytes]:
    """The fonts that the faces are cut from, by their files: one of all weights once."""
    return {source(face): wheel_file(_package(face), source(face)) for face in FACES}


def _originals() -> dict[Face, bytes]:
    read = installed()
    return {face: read[source(face)] for face in FACES}


def licences() -> dict[str, bytes]:
    """The licence of each family, by a file name that says whose it is."""
    files = {face: source(face).parent.parent / "LICENSE" for face in FACES}
    return {
        f"{face.family.replace(' ', '')}-LICENSE.txt": wheel_file(_package(face), path) for face, path in files.items()
    }


def _package(face: Face) -> str:
    return f"fontpkg-{face.family.replace(' ', '-').lower()}"


def source(face: Face) -> Path:
    """The installed file of a face's font."""
    try:
        return Path(fontpkg.path(face.family, face.weight))
    except (fontpkg.FontpkgError, OSError, ValueError, KeyError) as error:
        raise BuildFailed(f"{face.family} is not installed ({error}). Run `make`, which installs it.") from error


def _cached(original: bytes, characters: tuple[int, ...], face: Face, cache: Path | None) -> bytes:
    made_from = repr((hashlib.sha256(original).hexdigest(), characters, _LEFT_OUT, _NAMES, fontTools.version, _METHOD))
    return kept(cache, face.name, made_from, lambda: _subset(original, face, characters))


@lru_cache(maxsize=1)
def _cut(original: bytes, characters: tuple[int, ...]) -> bytes:
    """A font with nothing in it but what the characters need; one of all weights keeps them."""
    font = TTFont(io.BytesIO(original), recalcTimestamp=False)
    options = subset.Options(hinting=False, recalc_timestamp=False)
    options.drop_tables += ["meta"]
    options.layout_features = [name for name in options.layout_features if name not in _LEFT_OUT] + ["tnum"]
    options.name_IDs, options.notdef_outline = list(_NAMES), True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    return _saved(font)


def _subset(original: bytes, face: Face, characters: tuple[int, ...]) -> bytes:
    """A face of a font. It is cut first, and once for all weights: making a weight goes through every letter."""
    font = TTFont(io.BytesIO(_cut(original, characters)), recalcTimestamp=False)
    if "fvar" in font:
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, axes | {"wght": face.weight})
    font.flavor = "woff2"
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
