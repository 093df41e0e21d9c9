"""Web fonts: the faces of the site, cut down to the characters that it can need.

The faces come from packages with their licence (SIL Open Font License) and are subset at build time. A subset is
kept in a cache folder under a name that tells what it was made from, so that an unchanged one is made once.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import fontpkg
import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATIN = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(ord(char) for char in "ʾʿḌḍḤḥṢṣṬṭẒẓ"),  # what Arabic names are written with
    *range(0x2010, 0x2028),
    *(ord(char) for char in "‰′″‹›€№™←↑→↓↖↗−≈≤≥"),
]
ARABIC = [
    *(ord(char) for char in " \u00a0«»‹›"),
    *range(0x600, 0x700),
    *range(0x750, 0x780),
    *range(0x200C, 0x2028),
    *range(0xFB50, 0xFE00),
    *range(0xFE70, 0xFF00),
]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of the site: its name there, the family and weight it is cut from, and its characters."""

    name: str
    family: str
    weight: int
    characters: tuple[int, ...]


FACES = (
    Face("plex-arabic-400.woff2", "IBM Plex Sans Arabic", 400, tuple(ARABIC)),
    Face("plex-arabic-600.woff2", "IBM Plex Sans Arabic", 600, tuple(ARABIC)),
    Face("plex-latin-400.woff2", "IBM Plex Sans", 400, tuple(LATIN)),
    Face("plex-latin-600.woff2", "IBM Plex Sans", 600, tuple(LATIN)),
)


def font_files(cache: Path | None = None) -> dict[str, bytes]:
    """The site's fonts by file name, WOFF2, with the licence of each family as text.

    ``cache`` is a folder to keep subsets in; without one they are made anew.
    """
    files: dict[str, bytes] = {}
    for face in FACES:
        source = fontpkg.path(face.family, face.weight)
        files[face.name] = _cached(source, face, cache)
        licence = source.parent.parent / "LICENSE"
        files[f"{face.family.replace(' ', '')}-LICENSE.txt"] = licence.read_bytes()
    return files


def _cached(source: Path, face: Face, cache: Path | None) -> bytes:
    original = source.read_bytes()
    made_from = repr((hashlib.sha256(original).hexdigest(), face.characters, fontTools.version))
    digest = hashlib.sha256(made_from.encode()).hexdigest()[:24]
    kept = cache / f"{face.name}.{digest}" if cache else None
    if kept and kept.is_file():
        return kept.read_bytes()
    made = _subset(original, face)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
            file.write(made)
        os.replace(file.name, kept)
    return made


def _subset(original: bytes, face: Face) -> bytes:
    font = TTFont(io.BytesIO(original), recalcTimestamp=False)
    if "fvar" in font:
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, axes | {"wght": face.weight})
    font.flavor = "woff2"
    options = subset.Options(flavor="woff2", hinting=False, recalc_timestamp=False)
    options.drop_tables += ["meta"]
    options.layout_features = [*options.layout_features, "tnum"]
    options.name_IDs, options.notdef_outline = [0, 1, 2, 13, 14], True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=face.characters)
    cutter.subset(font)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
