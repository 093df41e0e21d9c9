"""Does a file say a hash, or a part of one, with which it could be tried what is redacted?

A name is guessed from a hash in a few tries, and a dozen of its digits are enough to know that a guess was right.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from .content import KINDS, Content
from .leaves import leaves
from .redactions import redactions

#: So many digits in a row tell which hash it is.
ENOUGH = 12
_DIGITS = re.compile(rf"[0-9a-f]{{{ENOUGH},}}")
_HASH = re.compile(r"[0-9a-f]{32,128}")

#: What is looked for: each row of digits, with the file whose hash it is, or that has it.
Guesses = dict[str, str]


def guesses(content: Content, openly: Iterable[str]) -> Guesses:
    """The digits of the hashes of texts that redact something, and of those that their records have of a source.

    What stands ``openly`` in lines that are acknowledged is none.
    """
    said = {row for text in openly for row in _said(text)}
    return {row: place for place, digits in _hashes(content) for row in _rows(digits) if row not in said}


def told(wanted: Guesses, text: str) -> set[str]:
    """The files of whose hashes a text says a part."""
    return {wanted[row] for row in _said(text) if row in wanted} if wanted else set()


def _said(text: str) -> Iterator[str]:
    for match in _DIGITS.finditer(text.casefold()):
        yield from _rows(match[0])


def _hashes(content: Content) -> Iterator[tuple[str, str]]:
    for kind, slug, texts in content.texts():
        if not any(map(redactions, texts.values())):
            continue
        for lang, text in texts.items():
            yield f"{kind}/{slug}/{lang}.md", hashlib.sha256(text.encode()).hexdigest()
        record = f"{kind}/{slug}/{KINDS[kind]}"
        for path, said in leaves(content.text(record) or ""):
            if path == ("sha256",) and _HASH.fullmatch(said.casefold()):
                yield record, said.casefold()


def _rows(digits: str) -> Iterator[str]:
    return (digits[at : at + ENOUGH] for at in range(len(digits) - ENOUGH + 1))
