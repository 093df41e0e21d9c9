"""How wide words are in the faces of the site, and where their lines break: for pictures, in which no browser does it.

Arabic letters are as wide as the form that they have beside others. Which letters join, the face itself says. What is
found is never less than what is drawn by more than a hair; ligatures make it a little more.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from . import fonts

#: Opens and closes a part of a text that keeps its direction to itself.
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"
_FORMS = ("init", "medi", "fina")
ELLIPSIS = "…"
#: How ʿayn and hamza are written where their own signs are not there.
_LIKE = {"\u02bf": "‘", "\u02be": "’"}


@dataclass(frozen=True)
class Lettering:
    """Letters of one weight: the faces in which they are looked for, one after the other."""

    faces: tuple[_Face, ...]

    def drawable(self, text: str) -> str:
        """The text in characters that a face has: instead of one that none has, its bare letter, or nothing."""
        return " ".join("".join(char if self.has(char) else self._bare(char) for char in text).split())

    def has(self, char: str) -> bool:
        """Whether a character can be drawn, or is not seen."""
        return _unseen(char) or self._face(char) is not None

    def _bare(self, char: str) -> str:
        plain = unicodedata.normalize("NFKD", _LIKE.get(char, char))
        return "".join(one for one in plain if self._face(one))

    def width(self, text: str) -> float:
        """How wide a text is, in parts of the size of its letters."""
        seen = [char for char in text if not _unseen(char)]
        total = 0.0
        for before, char, after in zip(["", *seen], seen, [*seen[1:], ""], strict=False):
            if face := self._face(char):
                total += face.width(before, char, after)
        return total

    def _most(self, text: str, width: float) -> int:
        """How many characters of a text have room at the most, each in the narrowest of its forms."""
        total = 0.0
        for number, char in enumerate(text):
            total += self._narrowest(char)
            if total > width:
                return number
        return len(text)

    def _narrowest(self, char: str) -> float:
        face = None if _unseen(char) else self._face(char)
        return face.narrowest(char) if face else 0.0

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text in pieces that one face has, each with the family of the face; what is not seen goes with either."""
        found: list[tuple[str, str]] = []
        for char in text:
            family = face.family if (face := self._face(char)) else found[-1][0] if found else self.faces[0].family
            if found and found[-1][0] == family:
                found[-1] = (family, found[-1][1] + char)
            else:
                found.append((family, char))
        return found

    def _face(self, char: str) -> _Face | None:
        return next((face for face in self.faces if ord(char) in face.names), None)

    def lines(self, text: str, width: float) -> list[str]:
        """A text in as few lines as it needs, none of which is wider than ``width`` unless one word is.

        They are as even as they can be, and each keeps its directions to itself.
        """
        words = text.split()
        widths = [self.width(word) for word in words]
        space = self.width(" ")
        lines = _filled(widths, space, width)
        low, high = max(widths, default=0.0), width
        while high - low > 0.05:  # the narrowest column in which there are no more lines
            middle = (low + high) / 2
            if len(_filled(widths, space, middle)) > len(lines):
                low = middle
            else:
                high = middle
        ends = _filled(widths, space, high)
        return _balanced([" ".join(words[start:end]) for start, end in zip([0, *ends], ends, strict=False)])

    def cut(self, text: str, width: float) -> str:
        """As much of a text as there is room for, with an ellipsis where that is not all of it."""
        if self.width(text) <= width:
            return text
        text = text[: self._most(text, width)]
        while text and self.width(text + ELLIPSIS) > width:
            text = text[:-1].rstrip()
        return _balanced([text + ELLIPSIS])[0]


def _filled(widths: Sequence[float], space: float, width: float) -> list[int]:
    """Where lines end that are filled one after the other: behind so many words."""
    ends, line = [], 0.0
    for number, one in enumerate(widths):
        if number and line + space + one > width:
            ends.append(number)
            line = one
        else:
            line += space + one if number else one
    return [*ends, len(widths)]


def _balanced(lines: Sequence[str]) -> list[str]:
    """Lines that each close what they open: what runs over the end of a line is opened again in the next."""
    found, running = [], ""
    for line in lines:
        before, open = running, list(running)
        for char in line:
            if char in _OPENS:
                open.append(char)
            elif char in _CLOSES and open:
                open.pop()
        running = "".join(open)
        found.append(before + line + _CLOSES * len(running))
    return found


def _unseen(char: str) -> bool:
    """Whether a character takes no room: a mark on a letter, or what only says how others run."""
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


@dataclass(frozen=True)
class _Face:
    """A font at one weight."""

    family: str
    weight: int
    data: bytes

    @cached_property
    def _font(self) -> TTFont:
        return TTFont(io.BytesIO(self.data), lazy=True)

    @cached_property
    def names(self) -> dict[int, str]:
        """The glyph of each character."""
        return dict(self._font.getBestCmap())

    @cached_property
    def _glyphs(self) -> tuple[dict, float]:
        at = {"wght": self.weight} if "fvar" in self._font else None
        return self._font.getGlyphSet(location=at), self._font["head"].unitsPerEm

    @cached_property
    def _advances(self) -> dict[str, float]:
        """How wide the glyphs are that were asked for."""
        return {}

    @cached_property
    def _joined(self) -> dict[str, dict[str, str]]:
        """The forms of the glyphs that join others, by where they stand in a word."""
        forms: dict[str, dict[str, str]] = {name: {} for name in _FORMS}
        table = self._font["GSUB"].table
        for feature in table.FeatureList.FeatureRecord:
            if feature.FeatureTag in forms:
                for number in feature.Feature.LookupListIndex:
                    for part in table.LookupList.Lookup[number].SubTable:
                        forms[feature.FeatureTag].update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
        return forms

    def width(self, before: str, char: str, after: str) -> float:
        """How wide a character is between two others."""
        name = self.names[ord(char)]
        previous, following = (self.names.get(ord(one), "") if one else "" for one in (before, after))
        joins_back = name in self._joined["fina"] and previous in self._joined["init"]
        joins_on = name in self._joined["init"] and following in self._joined["fina"]
        form = {(True, True): "medi", (True, False): "fina", (False, True): "init"}.get((joins_back, joins_on))
        return self._advance(self._joined[form].get(name, name) if form else name)

    def narrowest(self, char: str) -> float:
        """How wide a character is at least, wherever it stands."""
        name = self.names[ord(char)]
        return min(map(self._advance, {name, *(forms[name] for forms in self._joined.values() if name in forms)}))

    def _advance(self, glyph: str) -> float:
        if glyph not in self._advances:
            glyphs, unit = self._glyphs
            self._advances[glyph] = float(glyphs[glyph].width / unit)
        return self._advances[glyph]


@lru_cache
def lettering(lang: str, weight: int) -> Lettering:
    """The letters of a language's texts at a weight: its own face first."""
    files = fonts.installed()
    ordered = [face for face in fonts.FACES if face.weight == weight]
    ordered.sort(key=lambda face: ("Arabic" in face.family) != (lang == "ar"))
    return Lettering(tuple(_Face(face.family, weight, files[fonts.source(face)]) for face in ordered))


@lru_cache
def font_files() -> tuple[Path, ...]:
    """The files in which these letters are, once they were found to be what was installed."""
    return tuple(fonts.installed())
