"""The direction of words, and how plain text keeps words of the other direction from disturbing it.

HTML says it with ``dir`` and ``<bdi>``. Plain text (a title, a cell of a CSV file, an entry of a feed) has
only the invisible controls of the Unicode Bidirectional Algorithm (UAX #9), which this module sets in
balanced pairs.
"""

from __future__ import annotations

import unicodedata

from markupsafe import Markup

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_OPENING = frozenset((LRI, RLI, FSI))


def first_strong(text: str) -> str | None:
    """``rtl`` or ``ltr`` by the first letter outside isolates that has a direction; ``None`` without one.

    Of ``Markup`` the text counts, not the tags.
    """
    if isinstance(text, Markup):
        text = text.striptags()
    depth = 0
    for character in text:
        if character in _OPENING:
            depth += 1
        elif character == PDI:
            depth = max(0, depth - 1)
        elif not depth:
            kind = unicodedata.bidirectional(character)
            if kind == "L":
                return "ltr"
            if kind in ("R", "AL"):
                return "rtl"
    return None


def isolate(text: str, control: str = FSI) -> str:
    """``text`` between an isolating control and its end, so that it and what stands around it stay in order.

    Controls inside it that have no partner are dropped or closed, so that the result is always balanced.
    ``Markup`` stays ``Markup``.
    """
    if isinstance(text, Markup):
        return Markup(control) + text + Markup(PDI)
    return control + _balanced(text) + PDI


def _balanced(text: str) -> str:
    if not any(character in _OPENING or character == PDI for character in text):
        return text
    depth, kept = 0, []
    for character in text:
        if character == PDI and not depth:
            continue
        depth += (character in _OPENING) - (character == PDI)
        kept.append(character)
    return "".join(kept) + PDI * depth
