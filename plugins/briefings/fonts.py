"""Web fonts: the faces of the site, cut down to the characters that its pages hold.

The faces come from packages with their licence (SIL Open Font License) and are subset at build time. A subset is
kept in a cache folder under a name that tells what it was made from, so that an unchanged one is made once.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import fontpkg
import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

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


def font_files(used: Collection[str], cache: Path | None = None) -> dict[str, bytes]:
    """The site's fonts by file name, WOFF2.

    ``used`` are the characters that the pages hold: a reader over a bad line pays for no others.
    ``cache`` is a folder to keep subsets in; without one they are made anew.
    """
    return {face.name: _cached(_source(face), face.characters(used), face, cache) for face in FACES}


def licences() -> dict[str, bytes]:
    """The licence of each family, by a file name that says whose it is."""
    return {
        f"{face.family.replace(' ', '')}-LICENSE.txt": (_source(face).parent.parent / "LICENSE").read_bytes()
        for face in FACES
    }


def _source(face: Face) -> Path:
    return fontpkg.path(face.family, face.weight)


def _cached(source: Path, characters: tuple[int, ...], face: Face, cache: Path | None) -> bytes:
    original = source.read_bytes()
    made_from = repr((hashlib.sha256(original).hexdigest(), characters, _LEFT_OUT, _NAMES, fontTools.version))
    digest = hashlib.sha256(made_from.encode()).hexdigest()[:24]
    kept = cache / f"{face.name}.{digest}" if cache else None
    if kept and kept.is_file():
        return kept.read_bytes()
    made = _subset(original, face, characters)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
            file.write(made)
        os.replace(file.name, kept)
    return made


def _subset(original: bytes, face: Face, characters: tuple[int, ...]) -> bytes:
    font = TTFont(io.BytesIO(original), recalcTimestamp=False)
    if "fvar" in font:
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, axes | {"wght": face.weight})
    font.flavor = "woff2"
    options = subset.Options(flavor="woff2", hinting=False, recalc_timestamp=False)
    options.drop_tables += ["meta"]
    options.layout_features = [name for name in options.layout_features if name not in _LEFT_OUT] + ["tnum"]
    options.name_IDs, options.notdef_outline = list(_NAMES), True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
