"""How words are compared in the search: the forms under which a word is kept.

``static/js/words.js`` finds the forms of a query in the same way; a test in a browser holds the two alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

#: Words that stand in every text and name nothing. They go before the two ways to write ya become one: else whoever
#: looks for a man called علي is given every على, and whoever looks for a governor, والي, every إلى.
_NAMELESS = re.compile(
    r"(?<![^\W_])(?:[وف]?(?:على|الى|حتى|لدى|في|فى|من|عن)|al|el|the|of|in|on|at|to|and|by|an?)(?![^\W_])"
)
#: The article before a hyphen, as transliteration writes it: an-Nusra, ash-Shaar, ez-Zor.
_ARTICLE = re.compile(r"(?<![^\W_])[ae](?:[lrsntdz]|sh|th|dh)[-‐‑](?=[^\W\d_])")
_THOUSANDS = re.compile(r"(?<=[0-9])[,.٬](?=[0-9]{3}(?![0-9]))")
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0621-\u064a]+")
_JOINED = re.compile(r"(?:[وف]?[بك]?ال|[وف]?لل)(.+)")
_PARTICLE = re.compile(r"[وف]?[بكل](.+)|[وف](.+)")
_ENDINGS = ("يات", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "وا", "ه", "ي")
_SHORTEST = 3


class _Unwritten(dict[int, str | None]):
    """Characters of which nothing is left: vowel signs, marks of transliteration, invisible ones."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        gone = char in "ـʿʾ'’‘`" or unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
        found = self[code] = None if gone else char
        return found


_UNWRITTEN = _Unwritten()
_DIGITS = {base + n: str(n) for base in (0x660, 0x6F0) for n in range(10)}
_LETTERS = str.maketrans({"ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك"})


def words_of(text: str) -> list[str]:
    """The words of a text in the letters in which they are compared: vowel signs, hamza carriers, the two ways to write
    ya and ta marbuta, joined forms, digits, capitals and the marks of transliteration do not matter."""
    text = unicodedata.normalize("NFKD", text).translate(_UNWRITTEN).lower()
    text = _NAMELESS.sub(" ", _ARTICLE.sub("", text)).translate(_DIGITS).translate(_LETTERS)
    return _WORD.findall(_THOUSANDS.sub("", text))


def is_arabic(word: str) -> bool:
    """Whether a word has no letters but those of Arabic as it is compared."""
    return _ARABIC.fullmatch(word) is not None


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """A word without the article, and without what is attached before the article."""
    found = _JOINED.fullmatch(word) if is_arabic(word) else None
    return found[1] if found and len(found[1]) >= _SHORTEST else word


def forms(word: str, names: Collection[str]) -> list[str]:
    """All forms under which a word is kept, the likeliest first: without the article, as it stands, without a particle
    (و ف ب ك ل), without an ending.

    As it stands too, since what looks like an article may be none: mines are ألغام, adults بالغين. Places of one word
    are names whole, so ``names`` lose nothing: الفرقان is no pair of teams (فرق).
    """
    first = bare(word)
    found = dict.fromkeys((first, word))
    if first in names:
        return list(found)
    if not is_arabic(word):
        if word.isascii() and word.isalpha():
            if len(word) > 5 and re.match("(?:al|el)[^aeiou]", word):
                found[word[2:]] = None
            for one in list(found):
                if len(one) > 3 and one.endswith("s"):
                    found[one[:-1]] = None
        return list(found)
    particle = _PARTICLE.fullmatch(first)
    rest = particle and (particle[1] or particle[2])
    if rest and len(rest) >= _SHORTEST:
        found[rest] = None
    for one in list(found):
        if one in names:
            continue
        for ending in _ENDINGS:
            if one.endswith(ending) and len(one) - len(ending) >= _SHORTEST:
                found[one[: -len(ending)]] = None
    return list(found)


def whole(words: Iterable[str]) -> str:
    """The words of a name as one term, by which whoever writes all of it finds what is called so."""
    return "=" + "_".join(map(bare, words))
