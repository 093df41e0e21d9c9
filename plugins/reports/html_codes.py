"""What codes of characters stand for, as HTML reads them: ``&#1585;``, ``&rlm;``."""

from __future__ import annotations

import re
from html import unescape

_NUMBER = re.compile(r"&#0*([0-9]+);?")
#: The number of the last character, U+10FFFF, has so many digits.
_DIGITS = 7


def uncoded(text: str) -> str:
    """A text with the characters that its codes stand for; U+FFFD for a code of no character."""
    return unescape(short_codes(text)) if "&" in text else text


def short_codes(text: str) -> str:
    """A text or page in which no code is longer than Python can read; the rest as it is.

    ``html.unescape``, and with it ``HTMLParser``, raise a ``ValueError`` for a number of more than 4,300 digits.
    """
    return _NUMBER.sub(_shortened, text)


def _shortened(match: re.Match[str]) -> str:
    return f"&#{match[1]};" if len(match[1]) <= _DIGITS else "\ufffd"
