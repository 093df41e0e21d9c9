"""The order of names in an alphabetical list, in Arabic and in English.

As indexes do in both languages: the article (ال, *al-*, *the*) does not count, nor do case, accents, vowel signs and
the forms of alef and of yaa.
"""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:ال(?=\w{2})|al-|the\s+)")
_FOLDED = str.maketrans({"ى": "ي", "ٱ": "ا", "ـ": None, "ʾ": None, "ʿ": None, "'": None, "’": None})


def sort_key(text: str) -> str:
    """What a name is sorted by."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _ARTICLE.sub("", letters.translate(_FOLDED).casefold())
