"""What codes of characters stand for in what others wrote, however long their numbers are."""

from __future__ import annotations

import re
from html import unescape

#: More digits than the number of any character has. Python raises a ``ValueError`` for thousands of them.
_ENDLESS = re.compile(r"&#0*[1-9][0-9]{7,};?")
_ZEROS = re.compile(r"&#0+(?=[0-9])")


def uncoded(text: str) -> str:
    """A text with the characters of its codes; U+FFFD for a code of none, as a browser shows it."""
    return unescape(_ZEROS.sub("&#", _ENDLESS.sub("\ufffd", text))) if "&" in text else text
