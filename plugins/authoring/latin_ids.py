"""Ids and slugs made of names in either script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from reports.model import PARTS
from reports.registry import ID, RESERVED, SLUG

#: Arabic letters in Latin ones, without signs.
_LETTERS = dict(
    zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإؤئءپچژگڤ", (
        "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a a i w y  p ch zh g v".split(" ")
    ), strict=True)
)  # fmt: skip
_LONGEST = 60


def slug_of(text: str) -> str:
    """A slug of these words; empty where no letter or digit is in them."""
    bare = re.sub("[\u064b-\u0652\u0640'’]", "", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(_LETTERS.get(char, char) for char in re.sub(r"\bال(?=\w\w)", "al-", bare))
    digits = "".join(str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKD", letters))
    plain = "".join(char for char in digits if not unicodedata.combining(char))
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("-")
    return slug if SLUG.fullmatch(slug) else f"{slug}-1" if slug else ""


def new_id(text: str, taken: Container[str], kind: str) -> str:
    """An id for an entry called this, that none has yet; ``kind`` stands in for what has no letters."""
    slug = slug_of(text)
    base = slug if ID.fullmatch(slug) else f"{kind}-{slug}".strip("-")
    if not _is_taken(base, taken):
        return base
    named = f"{base}-{kind}"
    number = 2
    while _is_taken(named, taken):
        named = f"{base}-{kind}-{number}"
        number += 1
    return named


def _is_taken(id: str, taken: Container[str]) -> bool:
    return id in taken or id in (RESERVED, "null") or id in PARTS
