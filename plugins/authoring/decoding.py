"""The text that a file holds, in whatever encoding Arabic is written: UTF-8, UTF-16, Windows-1256, ISO 8859-6."""

from __future__ import annotations

import codecs
import re
import string
from dataclasses import dataclass
from pathlib import Path

from reports import messages

from .bounded import refused

#: A mark at the beginning of a file that says how it is written.
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NAMES = {"utf-16": "UTF-16", "cp1256": "Windows-1256", "iso8859-6": "ISO 8859-6"}
_ARABIC = re.compile(r"[\u0621-\u064a]")
#: In a wrong encoding of the two, few words begin with the article.
_ARTICLE = re.compile(r"(?<!\w)[وفبك]?ال[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's bytes and the text in them. ``encoding`` names it where it is another than UTF-8."""

    data: bytes
    text: str
    encoding: str = ""


def decoded(path: Path, data: bytes) -> Decoded:
    """The text of a file, in any of the encodings. Raises ``ContentErrors`` where it is in none, or has no text."""
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        text = None
    if encoding is None or text is None:
        raise refused(path, messages.UNKNOWN_ENCODING())
    if not text.strip(f"\ufeff{string.whitespace}"):
        raise refused(path, messages.NO_TEXT_THERE())
    return Decoded(data, text, _NAMES.get(encoding, ""))


def encoding_of(data: bytes) -> str | None:
    """The encoding, for ``bytes.decode``: that of its mark, UTF-8 if it is that, else the one in which it is Arabic.
    ``None`` where it is Arabic in none."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    guesses = {encoding: data.decode(encoding, "replace") for encoding in ("cp1256", "iso8859-6")}
    best = max(guesses, key=lambda encoding: len(_ARTICLE.findall(guesses[encoding])))
    letters = sum(char.isalpha() for char in guesses[best])
    return best if len(_ARABIC.findall(guesses[best])) * 2 > letters and "\ufffd" not in guesses[best] else None
