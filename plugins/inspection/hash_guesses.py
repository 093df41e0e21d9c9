"""Does a file say a hash, or a part of one, with which it could be tried what is redacted?

A name is guessed from a hash in a few tries, and a dozen of its digits are enough to know that a guess was right; so
are its first eight, by which hashes are cited.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode, b64encode, urlsafe_b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from .content import KINDS, Content
from .leaves import leaves
from .redacted_words import marks, redactions

#: So many digits in a row tell which hash it is, and so many at its beginning.
ENOUGH, BEGINNING = 12, 8
#: What programs hash files and names with: all that Python has everywhere, but those of any length.
NAMES = sorted(name for name in hashlib.algorithms_guaranteed if not name.startswith("shake"))
#: Those of them that are looked for of each mark, of which there may be very many.
USUAL = ("md5", "sha1", "sha256", "sha512")
CODES = (b64encode, urlsafe_b64encode, b32encode)
#: Before what begins a hash in letters of these, whatever stands before it.
CODED = "="
_DIGITS = re.compile(rf"[0-9a-f]{{{ENOUGH},}}")
_BEGINNING = re.compile(rf"(?<![0-9a-z])(?:0x)?([0-9a-f]{{{BEGINNING},}})")
_LETTERS = re.compile(rf"[0-9a-z]{{{ENOUGH},}}")
_SCHEME = re.compile("https?:/{1,2}")
_UNDER_ANOTHER_NAME = re.compile(r"(?:www[0-9]?|m|mobile|amp)\.(?=[^.]+\.)")
_COUNTS = re.compile(r"(?:utm_\w+|fbclid|gclid|igshid|ref|amp)(?:=|\Z)")
_AT_THE_END = re.compile(r"(?:/+index\.[a-z]{3,5})?/*\Z")
_HASH = re.compile(r"[0-9a-f]{32,128}")

#: What is looked for: each row of digits, with the file whose hash it is, or that has it. Before those of a beginning
#: stands ``^``.
Guesses = dict[str, str]


def guesses(content: Content, openly: Iterable[str]) -> Guesses:
    """The digits of the hashes of texts that redact something, of what they redact, and of those that their records
    have of a source.

    What stands ``openly`` in lines that are acknowledged is none.
    """
    said = {row for text in openly for row in _said(text)}
    wanted = [(place, row) for place, digits in _hashes(content) for row in _rows(digits)]
    wanted += [(place, f"^{digits[:BEGINNING]}") for place, digits in _of_words(content)]
    return {row: place for place, row in wanted if row not in said}


def told(wanted: Guesses, text: str) -> set[str]:
    """The files of whose hashes a text says a part."""
    return {wanted[row] for row in _said(text) if row in wanted} if wanted else set()


def _said(text: str) -> Iterator[str]:
    text = text.casefold()
    for match in _DIGITS.finditer(text):
        yield from _rows_of(match[0])
    yield from (f"^{match[1][:BEGINNING]}" for match in _BEGINNING.finditer(text))
    for match in _LETTERS.finditer(text):
        yield from (f"{CODED}{row}" for row in _rows_of(match[0]))


def _hashes(content: Content) -> Iterator[tuple[str, str]]:
    given: dict[str, set[str]] = defaultdict(set)  # the hashes that any record gives of what is at an address
    hidden: list[tuple[str, str]] = []
    for kind, slug, texts in content.texts():
        record = f"{kind}/{slug}/{KINDS[kind]}"
        hides = any(map(redactions, texts.values()))
        for addresses, digests in _read(content.text(record) or ""):
            for address in addresses:
                given[_page(address)] |= digests
            if hides:
                hidden += [(_page(address), record) for address in addresses]
                yield from ((record, digest) for digest in digests)
        for lang, text in texts.items() if hides else ():
            yield from ((f"{kind}/{slug}/{lang}.md", digest.hex()) for digest in _digests(text.encode(), NAMES))
    for page, record in hidden:
        yield from ((record, digest) for digest in sorted(given[page]))


def _page(address: str) -> str:
    """An address without what may differ where the page is the same, or a copy of it."""
    bare = _SCHEME.split(unquote(address).casefold())[-1].partition("#")[0]
    way, _, asked = bare.partition("?")
    host, _, path = way.partition("/")
    host = _UNDER_ANOTHER_NAME.sub("", host.removesuffix(":443").removesuffix(":80").rstrip("."), count=1)
    kept = sorted(one for one in asked.split("&") if one and not _COUNTS.match(one))
    return f"{host}{_AT_THE_END.sub('', '/' + path)}?{'&'.join(kept)}"


def _read(record: str) -> Iterator[tuple[set[str], set[str]]]:
    """What a record says that was read: the addresses and the hashes of the report itself, and of each document."""
    found: dict[tuple[str, ...], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for (*above, key), said in ((path, said) for path, said in leaves(record) if path):
        if key in ("url", "archive"):
            found[tuple(above)][0].add(said)
        elif key == "sha256" and _HASH.fullmatch(said.casefold()):
            found[tuple(above)][1].add(said.casefold())
    yield from found.values()


def _of_words(content: Content) -> Iterator[tuple[str, str]]:
    """The hashes of what is redacted itself, which are cited by their beginnings."""
    for kind, slug, texts in content.texts():
        for lang, text in texts.items():
            for begin, end in marks(text):
                found = _digests(text[begin:end].encode(), USUAL)
                yield from ((f"{kind}/{slug}/{lang}.md", one.hex()) for one in found)


def _digests(data: bytes, names: Iterable[str]) -> Iterator[bytes]:
    return (hashlib.new(name, data, usedforsecurity=False).digest() for name in names)


def _rows(digits: str) -> Iterator[str]:
    """What tells of a hash: rows of its digits and its beginning, and how it begins in base64 and base32."""
    yield from _rows_of(digits)
    yield f"^{digits[:BEGINNING]}"
    for code in CODES if len(digits) % 2 == 0 else ():
        for before in range(5):  # so many bytes stand before it; of more the letters are the same again
            first = len(code(bytes(before)).rstrip(b"="))
            own = code(bytes(before) + bytes.fromhex(digits)).rstrip(b"=")[first:-1].decode().casefold()
            yield from (f"{CODED}{piece[:ENOUGH]}" for piece in _LETTERS.findall(own))


def _rows_of(digits: str) -> Iterator[str]:
    return (digits[at : at + ENOUGH] for at in range(len(digits) - ENOUGH + 1))
