"""Everything that a file may say, however it says it: its bytes decoded in all the ways that a reader's programs would.

A secret that is not in the plain bytes may still be in them as HTML, as an address, as JSON, as base64, compressed,
with other forms of letters or without vowel marks. ``sayings`` gives all of these, and texts within them once more.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

import pikepdf
import pypdfium2

#: How often what was decoded is decoded again: base64 within JSON within HTML.
DEPTH = 3

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6}) ?)")
_UNSEEN = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


def sayings(data: bytes, depth: int = DEPTH) -> Iterator[str]:
    """The texts that are in a file's bytes, as they stand and decoded."""
    for unpacked in _unpacked(data):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1256"):
            text = unpacked.decode(encoding, "ignore")
            yield text
            if encoding == "utf-8":
                yield from _decoded(text, depth)


def says(data: bytes, secret: str) -> bool:
    """Whether a file's bytes say the secret in any of these ways, whatever the letters' case, form and vowel marks."""
    wanted = bare(secret)
    return any(wanted in bare(text) or secret in text for text in sayings(data))


def bare(text: str) -> str:
    """A text in its compatibility form, without marks above and below letters, unseen characters and case."""
    parted = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
    return "".join(char for char in parted if not unicodedata.combining(char)).casefold()


def _unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if data.startswith(b"%PDF"):
        yield from of_pdf(data)
    for unpack in (gzip.decompress, zlib.decompress):
        try:
            yield unpack(data)
        except (OSError, EOFError, zlib.error):
            continue
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
            yield "\n".join(archive.namelist()).encode()


def of_pdf(data: bytes) -> Iterator[bytes]:
    """What a PDF shows, and what its parts hold: the texts that are read aloud, titles, addresses."""
    with pypdfium2.PdfDocument(data) as shown:
        yield "\n".join(page.get_textpage().get_text_range() for page in shown).encode()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for part in pdf.objects:
            if isinstance(part, pikepdf.Stream):
                yield part.read_bytes()
            yield "\n".join(_strings(part)).encode("utf-8", "ignore")


def _strings(part: object, depth: int = 6) -> Iterator[str]:
    if isinstance(part, pikepdf.String):
        yield str(part)
    elif depth and isinstance(part, pikepdf.Array):
        for item in part:
            if not getattr(item, "is_indirect", False):
                yield from _strings(item, depth - 1)
    elif depth and isinstance(part, pikepdf.Dictionary):
        for item in part.values():
            if not getattr(item, "is_indirect", False):
                yield from _strings(item, depth - 1)


def _decoded(text: str, depth: int) -> Iterator[str]:
    if not depth:
        return
    found = {html.unescape(text), unquote(text), _ESCAPE.sub(_character, text)}
    with suppress(ValueError, RecursionError):
        found.add(json.dumps(json.loads(text), ensure_ascii=False))
    for other in found - {text}:
        yield other
        yield from _decoded(other, depth - 1)
    for match in _BASE64.finditer(text):
        for decode in (base64.b64decode, base64.urlsafe_b64decode):
            try:
                inner = decode(match[0] + "=" * (-len(match[0]) % 4))
            except (binascii.Error, ValueError):
                continue
            for unpacked in _unpacked(inner):
                plain = unpacked.decode("utf-8", "ignore")
                yield plain
                if "\ufffd" not in plain and plain.isprintable():
                    yield from _decoded(plain, depth - 1)


def _character(match: re.Match[str]) -> str:
    code = int(next(group for group in match.groups() if group), 16)
    return chr(code) if code <= 0x10FFFF else match[0]
