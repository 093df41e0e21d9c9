"""Names made to look like others: a letter of one alphabet in a word of another (Unicode Technical Standard 39).

Only alphabets whose letters look like one another are compared. Two words of two alphabets are nothing unusual.
"""

from __future__ import annotations

import re
import unicodedata
from functools import reduce

from . import messages
from .messages import Message

ALPHABETS = {
    "Latin": messages.LATIN,
    "Cyrillic": messages.CYRILLIC,
    "Greek": messages.GREEK,
    "Armenian": messages.ARMENIAN,
    "Cherokee": messages.CHEROKEE,
    "Coptic": messages.COPTIC,
}
_WORD = re.compile(r"[^\W\d_]+")


def lookalike(name: str) -> Message | None:
    """What is unusual in the first word of a name that could be taken for another; ``None`` where there is none."""
    for word in _WORD.findall(unicodedata.normalize("NFC", name)):
        letters = [char for char in word if unicodedata.category(char) != "Lm"]
        if any(unicodedata.decomposition(char).startswith(("<font>", "<wide>", "<circle>")) for char in letters):
            return messages.LOOKALIKE_FORM(word=word)
        scripts = {unicodedata.name(char, "?").split()[0].capitalize() for char in letters}
        mixed = sorted(scripts.intersection(ALPHABETS))
        if len(mixed) > 1:
            names = [ALPHABETS[script]() for script in mixed]
            together = reduce(lambda first, second: messages.AND(first=first, second=second), names)
            return messages.LOOKALIKE_MIX(word=word, alphabets=together)
    return None
