"""A drawing in SVG: is there nothing in it but shapes? Then it is drawn.

What an editor writes down beside the shapes (layers, guides, who drew it) is allowed, since it is not drawn.
What runs, moves, links or loads is refused, and so is text: how it runs from right to left, and in which font, would
depend on who draws it, and a figure must not depend on that.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from xml.parsers import expat

import resvg_py
from limits import HIGHEST, WIDTH, Unclean

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

#: The elements of SVG that draw, or say how to.
DRAW = frozenset(
    (
        "svg g defs symbol use path rect circle ellipse line polyline polygon image linearGradient radialGradient "
        "stop pattern clipPath mask marker style title desc metadata filter feBlend feColorMatrix "
        "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight "
        "feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology "
        "feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
    ).split()
)
TEXT = frozenset(("text", "tspan", "textPath", "tref", "altGlyph", "flowRoot", "flowPara"))
#: Other languages that browsers run or show; those of editors are neither.
SPOKEN = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/xml-events")
MAX_ELEMENTS, MAX_DEPTH, MAX_DRAWN = 200_000, 200, 500_000

_INSIDE = re.compile(r"#[^\s\"'()\\]+|data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_URL = re.compile(r"url\s*\(\s*[\"']?\s*([^\"')]*)", re.I)
_LOADS = re.compile(r"@|expression\s*\(|javascript:|\\", re.I)


def draw(data: bytes) -> tuple[list[bytes], str]:
    """The drawing as one PNG on white, and no words. Raises ``Unclean``."""
    _look_over(data)
    text = data.decode("utf-8-sig")
    small = _png(text, width=16)
    width, height = struct.unpack(">II", small[16:24])
    narrow = height > width * HIGHEST
    return [_png(text, height=WIDTH * HIGHEST) if narrow else _png(text, width=WIDTH)], ""


def _png(text: str, width: int | None = None, height: int | None = None) -> bytes:
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=text, background="#ffffff", skip_system_fonts=True, dpi=96, width=width, height=height
            )
        )
    except BaseException as error:  # a panic of the program in Rust is no Exception
        raise Unclean("drawing-undrawable") from error


def _look_over(data: bytes) -> None:
    """Raise ``Unclean`` for a drawing that is not in order, with the line and column in it."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unclean("drawing-not-utf8") from None
    watch = _Watch()
    try:
        watch.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unclean("drawing-no-xml", line=error.lineno, column=error.offset + 1) from None
    if watch.drawn() > MAX_DRAWN:
        raise Unclean("drawing-again")


@dataclass(slots=True)
class _Part:
    """What stands in an element with an id, down to the next that has one: how many elements, and the ids it uses."""

    own: int = 0
    uses: list[str] = field(default_factory=list)


class _Watch:
    """Reads a drawing, and raises ``Unclean`` at the first thing that is not in order."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = lambda *_: self._refuse("drawing-entity")
        self.open: list[str] = []
        self.style: list[str] = []
        self.count = 0
        #: By id; what stands in no element with an id is under ``None``.
        self.parts: dict[str | None, _Part] = {None: _Part()}
        self.named: list[str | None] = []

    def drawn(self) -> int:
        """How many elements are drawn, those that are used again counted each time."""
        known: dict[str | None, int] = {}

        def count(id: str | None, depth: int) -> int:
            if depth > MAX_DEPTH:
                raise Unclean("drawing-deep")
            if id not in known:
                part = self.parts.get(id, _Part())
                known[id] = part.own + sum(count(used, depth + 1) for used in part.uses)
            return known[id]

        return count(None, 0)

    def _refuse(self, code: str, **values: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise Unclean(code, line=line, column=column, **values)

    def _doctype(self, name: str, system: str | None, public: str | None, inner: int) -> None:
        if inner or name != "svg":
            self._refuse("drawing-type")

    def _instruction(self, target: str, data: str) -> None:
        self._refuse("drawing-instruction", name=target[:40])

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.count += 1
        if not self.open and (space, local) != (SVG, "svg"):
            self._refuse("drawing-no-svg")
        if self.count > MAX_ELEMENTS or len(self.open) > MAX_DEPTH:
            self._refuse("drawing-elements")
        if space == SVG and local in TEXT:
            self._refuse("drawing-text")
        if (space == SVG and local not in DRAW) or space in SPOKEN or not space:
            self._refuse("drawing-element", name=local[:40])
        own = space == SVG
        for key, value in attributes.items():
            self._attribute(key, value, drawn=own)
        self.open.append(local if own else "")
        self._remember(attributes, own)

    def _attribute(self, key: str, value: str, *, drawn: bool) -> None:
        space, _, local = key.rpartition(" ")
        if local.lower().startswith("on") and not space:
            self._refuse("drawing-attribute", name=local[:40])
        if not drawn:
            return
        if local in ("href", "src") and space in ("", XLINK):
            if not _INSIDE.fullmatch(value.strip()):
                self._refuse("drawing-loads")
        elif space in ("", SVG):
            self._styled(value)
        elif local == "base":
            self._refuse("drawing-base")

    def _styled(self, text: str) -> None:
        """A value of an attribute, or the rules of a style sheet, that could load something."""
        if _LOADS.search(text) or any(not address.startswith("#") for address in _URL.findall(text)):
            self._refuse("drawing-style")

    def _words(self, text: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style.append(text)

    def _end(self, name: str) -> None:
        if self.open.pop() == "style":
            self._styled("".join(self.style))
            self.style.clear()
        self.named.pop()

    def _remember(self, attributes: dict[str, str], own: bool) -> None:
        """Note for the nearest element with an id that another part stands in it, and what it uses."""
        id = attributes.get("id") if own else None
        outer = next((one for one in reversed(self.named) if one is not None), None)
        self.named.append(id)
        if not own:
            return
        part = self.parts[outer]
        if id is not None:
            part.uses.append(id)
            part = self.parts.setdefault(id, _Part())
        used = [
            value.strip()[1:]
            for key, value in attributes.items()
            if key.rpartition(" ")[2] == "href" and value.strip().startswith("#")
        ]
        used += [found[1:] for value in attributes.values() for found in _URL.findall(value) if found[:1] == "#"]
        part.own += 1
        part.uses += used
