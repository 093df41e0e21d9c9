"""The grammar in which the pages of a site are written, far stricter than that of HTML.

A browser mends what is wrong in a page, and no two readers mend alike: what one sees as text another may run. So
nothing is mended here. Tags are nested and closed, attributes stand in double quotes, a name stands once in a tag;
whatever else is found is ``NotWellFormed``. What has passed means the same to every reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from sys import intern

from .page_codes import uncoded

#: Elements that hold nothing and have no end.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Elements whose content is no markup.
RAW = frozenset(("script", "style", "textarea", "title", "noscript", "template", "iframe", "xmp", "plaintext"))

#: Names are in small letters, but for some of SVG.
_ELEMENT = "[a-z][a-z0-9]*|linearGradient|radialGradient|clipPath|textPath"
_NAME = "[a-z][a-z0-9_:.-]*|viewBox|preserveAspectRatio|gradientUnits|gradientTransform|patternUnits|pathLength"
_TOKEN = re.compile(rf'([^<]*)<(?:(/?)({_ELEMENT})((?:\s+(?:{_NAME})(?:="[^"]*")?)*)\s*(/?)>|(!doctype html)>)')
_NAMED = re.compile(rf'\s+({_NAME})(?:="([^"]*)")?')

Attributes = Mapping[str, str]


class NotWellFormed(ValueError):
    """A page breaks the grammar; ``str()`` says where and how."""


@lru_cache(maxsize=1 << 14)
def attributes_of(written: str) -> Attributes:
    """The attributes of a tag by name, as they were meant. Raises ``NotWellFormed`` where a name stands twice.

    Each name and value is kept once, however often pages repeat it: those of a large site would fill the memory. What
    comes of one tag is given again for another that is written alike, so nobody changes it.
    """
    found = _NAMED.findall(written)
    given = {intern(name): intern(uncoded(value) if "&" in value else value) for name, value in found}
    if len(given) != len(found):
        names = [name for name, _ in found]
        raise NotWellFormed(f"the attribute {max(names, key=names.count)} stands twice in a tag")
    return given


def read(
    text: str,
    begins: Callable[[str, Attributes, int], None],
    ends: Callable[[str, int], None],
    words: Callable[[str], None],
) -> None:
    """Go over a page and call back at each tag, each end and each piece of text, in their order.

    ``begins`` is given a name, attributes and how many elements are around it; ``ends`` a name and the same number;
    ``words`` a text as it is written, and of a script its content. Raises ``NotWellFormed``.
    """
    match, position = _TOKEN.match, 0
    open_elements: list[str] = []
    started = False
    while token := match(text, position):
        before, closing, name, written, closed, doctype = token.groups()
        position = token.end()
        if before:
            words(before)
        if doctype:
            if started or before.strip():
                raise NotWellFormed("<!doctype html> is not at its beginning")
            started = True
        elif closing:
            if not open_elements or open_elements[-1] != name or written:
                raise NotWellFormed(_at(text, token.start(2), f"</{name}> ends nothing that is open there"))
            open_elements.pop()
            ends(name, len(open_elements))
        else:
            depth = len(open_elements)
            try:
                begins(name, attributes_of(written) if written else {}, depth)
            except NotWellFormed as error:
                raise NotWellFormed(_at(text, token.start(3), str(error))) from None
            if name in VOID or closed:
                if closed and name not in VOID and not {"svg", "math"} & {*open_elements, name}:
                    raise NotWellFormed(_at(text, token.start(3), f"<{name}/> is not closed in HTML"))
                ends(name, depth)
            else:
                open_elements.append(name)
                if name in RAW and "svg" not in open_elements:
                    position = _raw(text, position, name, words)
    if not started:
        raise NotWellFormed("it does not begin with <!doctype html>")
    if "<" in text[position:]:
        raise NotWellFormed(_at(text, text.index("<", position), "a tag is not written as tags are here"))
    if open_elements:
        raise NotWellFormed(f"<{open_elements[-1]}> is never closed")


def _raw(text: str, position: int, name: str, words: Callable[[str], None]) -> int:
    end = text.find(f"</{name}>", position)
    if end < 0:
        raise NotWellFormed(_at(text, position, f"<{name}> is never closed"))
    content = text[position:end]
    if re.search(rf"</{name}|<!--|<script", content, re.I):
        raise NotWellFormed(_at(text, position, f"<{name}> holds what readers may take for its end"))
    words(content)
    return end


def _at(text: str, position: int, what: str) -> str:
    return f"line {text.count(chr(10), 0, position) + 1}: {what}"
