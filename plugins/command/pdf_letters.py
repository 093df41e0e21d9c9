"""Arabic in a PDF as text: every letter once, in its order, so that it can be found, copied and read aloud.

A face draws some letters together as one glyph (لا, في, شر), and Chromium says of such a glyph that it stands for all
of them. Viewers turn Arabic round glyph by glyph but not within one: what looks like «في شرق» is found and copied as
«يف رشق». So here each letter gets a code of its own. The glyph is drawn as before and stands for the letter at its
left end; empty glyphs beside it stand for the others. Letters with vowel marks become one glyph first, since viewers
go by place and a mark stands anywhere above its letter. Nothing of what is seen changes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from unicodedata import bidirectional

import pikepdf
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from pikepdf import ContentStreamInlineImage, Operator
from pikepdf import ContentStreamInstruction as Instruction

#: A glyph where it stands: its number, and how far right and up of the place it belongs to, in units of the face.
Part = tuple[int, int, int]

#: One step of a page's drawing.
Step = Instruction | ContentStreamInlineImage

#: A gap after a letter that some viewers take for the end of a word, as a part of the size of the type.
GAP = 0.06


def spell(pdf: pikepdf.Pdf) -> None:
    """Give every letter of right-to-left text in an open PDF a code of its own."""
    faces: dict[tuple[int, int], Face | None] = {}
    nothing = pikepdf.Dictionary()
    for page in pdf.pages:
        named = {}
        for name, font in page.get("/Resources", nothing).get("/Font", nothing).items():
            if font.objgen not in faces:
                faces[font.objgen] = Face.of(font)
            named[name] = faces[font.objgen]
        told = list(_respelt(pikepdf.parse_content_stream(page), named))
        page.Contents = pikepdf.Stream(pdf, pikepdf.unparse_content_stream(told))
    for face in faces.values():
        if face:
            face.write(pdf)


class Face:
    """An embedded TrueType face whose codes are the numbers of its glyphs, as Chromium embeds it."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.font, self.inner = font, font.DescendantFonts[0]
        self.letters = dict(_letters(font.ToUnicode.read_bytes().decode("ascii")))
        self.file = self.inner.FontDescriptor.FontFile2
        self.outlines = TTFont(io.BytesIO(self.file.read_bytes()), recalcTimestamp=False)
        self.names = list(self.outlines.getGlyphOrder())
        self.added: dict[tuple[tuple[Part, ...], str, int], int] = {}

    @classmethod
    def of(cls, font: pikepdf.Object) -> Face | None:
        """The face of a font of a PDF; ``None`` if it is embedded in another way, and its text is left as it is."""
        try:
            inner = font.DescendantFonts[0]
            if inner.CIDToGIDMap == "/Identity" and "/FontFile2" in inner.FontDescriptor and "/ToUnicode" in font:
                return cls(font)
        except AttributeError:
            pass
        return None

    @property
    def units(self) -> int:
        """How many of the face's units are the size of its type."""
        units: int = self.outlines["head"].unitsPerEm
        return units

    def width(self, glyph: int) -> int:
        width: int = self.outlines["hmtx"].metrics[self.names[glyph]][0]
        return width

    def code(self, parts: tuple[Part, ...], letter: str, width: int) -> int:
        """The code that draws ``parts``, stands for one letter, and is so wide."""
        if len(parts) == 1 and parts[0][1:] == (0, 0):
            glyph = parts[0][0]
            if self.letters.get(glyph) == letter and self.width(glyph) == width:
                return glyph
        return self.added.setdefault((parts, letter, width), len(self.names) + len(self.added))

    def write(self, pdf: pikepdf.Pdf) -> None:
        """Put the codes that were added into the PDF: outlines, widths and letters."""
        if not self.added:
            return
        glyphs, metrics = self.outlines["glyf"], self.outlines["hmtx"].metrics
        widths = self.inner.get("/W", pikepdf.Array())
        for (parts, letter, width), code in self.added.items():
            name, made = f"letter{code}", _together([(self.names[glyph], x, y) for glyph, x, y in parts])
            glyphs[name] = made
            metrics[name] = (width, 0)
            self.letters[code] = letter
            widths.append(code)
            widths.append(pikepdf.Array([round(width * 1000 / self.units)]))
        self.outlines.setGlyphOrder([*self.names, *(f"letter{code}" for code in self.added.values())])
        for code in self.added.values():
            made = glyphs[f"letter{code}"]
            made.recalcBounds(glyphs)
            metrics[f"letter{code}"] = (metrics[f"letter{code}"][0], getattr(made, "xMin", 0))
        written = io.BytesIO()
        self.outlines.save(written)
        self.file.write(written.getvalue())
        self.file.Length1 = len(written.getvalue())
        self.inner.W = widths
        self.font.ToUnicode = pikepdf.Stream(pdf, _letters_told(self.letters))


def _together(parts: Iterable[tuple[str, int, int]]) -> Glyph:
    """One glyph that draws several; of none, an empty one."""
    glyph, components = Glyph(), []
    for name, x, y in parts:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = name, x, y, 0
        components.append(part)
    glyph.numberOfContours = 0
    if components:
        glyph.numberOfContours, glyph.components = -1, components
    return glyph


_SECTION = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)


def _letters(told: str) -> Iterator[tuple[int, str]]:
    """Each code of a /ToUnicode map with what it stands for. Chromium writes no lists in ranges."""
    for kind, section in _SECTION.findall(told):
        codes = re.findall(r"<(\w+)>", section)
        if kind == "char":
            for code, text in zip(codes[::2], codes[1::2], strict=True):
                yield int(code, 16), bytes.fromhex(text).decode("utf-16-be")
        else:
            for first, last, text in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
                start = bytes.fromhex(text).decode("utf-16-be")
                for code in range(int(first, 16), int(last, 16) + 1):
                    yield code, start[:-1] + chr(ord(start[-1]) + code - int(first, 16))


def _letters_told(letters: dict[int, str]) -> bytes:
    """A /ToUnicode map of codes and what they stand for."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(letters.items())]
    for start in range(0, len(pairs), 100):  # as many as one section may hold
        some = pairs[start : start + 100]
        lines += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    lines += ["endcmap CMapName currentdict /CMap defineresource pop end end"]
    return "\n".join(lines).encode("ascii")


@dataclass(slots=True)
class Drawn:
    """What stands in a run of text at one place: a glyph, or several that Chromium says stand for ``text`` together."""

    text: str
    glyphs: list[tuple[int, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """A text object: whether Chromium marks it as right-to-left, its face and place, and what it draws."""

    reversed: list[Step] = field(default_factory=list)
    setting: list[Step] = field(default_factory=list)
    found: list[Drawn] = field(default_factory=list)


def _respelt(told: Iterable[Step], named: dict[str, Face | None]) -> Iterator[Step]:
    """A page's drawing with the right-to-left runs in it spelt anew. Each is a text object of its own."""
    block: list[Step] = []
    for one in told:
        if block or str(one.operator) == "BT":
            block.append(one)
            if str(one.operator) == "ET":
                yield from _run(block, named) or block
                block = []
        else:
            yield one
    yield from block


def _run(block: list[Step], named: dict[str, Face | None]) -> list[Step] | None:
    """A text object spelt anew; ``None`` if it is no right-to-left run, or is written as Chromium does not write it."""
    drawn = _drawn(block[1:-1])
    if not drawn or len(drawn.setting) != 2:
        return None
    face, size = named.get(str(drawn.setting[0].operands[0])), float(drawn.setting[0].operands[1])
    if face is None or not size:
        return None
    for one in drawn.found:
        one.text = one.text or face.letters.get(one.glyphs[0][0], "")
    if not all(one.text for one in drawn.found) or not (drawn.reversed or _is_arabic(drawn.found)):
        return None
    new, at = [block[0], *drawn.reversed, *drawn.setting], (0.0, 0.0)
    for here, after in zip(drawn.found, [*drawn.found[1:], None], strict=True):
        codes, x, y = _spelt(here, after, face, size)
        if (x, y) != at:
            new.append(Instruction([round(x - at[0], 5), round(y - at[1], 5)], Operator("Td")))
            at = (x, y)
        shown = b"".join(code.to_bytes(2, "big") for code in codes)
        new.append(Instruction([pikepdf.String(shown)], Operator("Tj")))
    return [*new, *(Instruction([], Operator("EMC")) for _ in drawn.reversed), block[-1]]


def _is_arabic(found: Iterable[Drawn]) -> bool:
    """Chromium marks no run of one glyph as right-to-left, so its letters must tell."""
    return all(bidirectional(letter) in ("R", "AL", "NSM") for one in found for letter in one.text)


def _drawn(run: Iterable[Step]) -> Run | None:
    """What a text object draws, from left to right; ``None`` if it is written as Chromium does not write it."""
    drawn, together, x, y = Run(), False, 0.0, 0.0
    for one in run:
        match str(one.operator):
            case "BMC" if str(one.operands[0]) == "/ReversedChars" and not drawn.reversed:
                drawn.reversed.append(one)
            case "Tf" | "Tm" if not drawn.found or not any(part.glyphs for part in drawn.found):
                drawn.setting.append(one)
            case "BDC" if not together and str(one.operands[0]) == "/Span" and "/ActualText" in one.operands[1]:
                together = True
                drawn.found.append(Drawn(str(one.operands[1]["/ActualText"])))
            case "Td":
                x, y = x + float(one.operands[0]), y + float(one.operands[1])
            case "Tj" if len(shown := bytes(one.operands[0])) == 2:
                if not together:
                    drawn.found.append(Drawn(""))
                drawn.found[-1].glyphs.append((int.from_bytes(shown, "big"), x, y))
            case "EMC" if together and drawn.found[-1].glyphs:
                together = False
            case "EMC" if drawn.reversed and not together:
                pass
            case _:
                return None
    return drawn


def _spelt(here: Drawn, after: Drawn | None, face: Face, size: float) -> tuple[list[int], float, float]:
    """The codes that draw what stands at a place, each for one letter, and where the first stands."""
    scale = face.units / size
    left, right, base = _extent(here, face, scale)
    if after and (start := _extent(after, face, scale)[0]) - right > GAP * size:
        right = start
    parts = tuple((glyph, round((x - left) * scale), round((y - base) * scale)) for glyph, x, y in here.glyphs)
    widths = _shares(round((right - left) * scale), here.text[::-1])
    first, *others = zip(here.text[::-1], widths, strict=True)
    return [face.code(parts, *first), *(face.code((), *other) for other in others)], left, base


def _shares(width: int, letters: str) -> list[int]:
    """How wide each letter of a glyph is to be: the same for all, and nothing for a mark above or below one."""
    own = [bidirectional(letter) != "NSM" for letter in letters]
    share = width // max(sum(own), 1)
    widths = [share if one else 0 for one in own]
    widths[own.index(True) if any(own) else 0] += width - sum(widths)
    return widths


def _extent(drawn: Drawn, face: Face, scale: float) -> tuple[float, float, float]:
    """From where to where, and on which line, the letters themselves stand; marks above and below them do not count."""
    wide = [glyph for glyph in drawn.glyphs if face.width(glyph[0])] or drawn.glyphs
    right = max(x + face.width(glyph) / scale for glyph, x, _ in wide)
    return min(x for _, x, _ in wide), right, wide[-1][2]
