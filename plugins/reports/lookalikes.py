"""Names made to look like others: a letter of one alphabet in a word of another (Unicode Technical Standard 39).

Only alphabets whose letters look like one another are compared. Two words of two alphabets are nothing unusual.
"""

from __future__ import annotations

import re
import unicodedata

ALPHABETS = ("Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic")
_WORD = re.compile(r"[^\W\d_]+")


def lookalike(name: str) -> tuple[str, str] | None:
    """The first word of a name that could be taken for another, and why; ``None`` where there is none."""
    for word in _WORD.findall(unicodedata.normalize("NFC", name)):
        letters = [char for char in word if unicodedata.category(char) != "Lm"]
        if any(unicodedata.decomposition(char).startswith(("<font>", "<wide>", "<circle>")) for char in letters):
            return word, "has letters in an unusual form"
        scripts = {unicodedata.name(char, "?").split()[0].capitalize() for char in letters}
        mixed = sorted(scripts.intersection(ALPHABETS))
        if len(mixed) > 1:
            return word, f"has {' and '.join(mixed)} letters in one word"
    return None
