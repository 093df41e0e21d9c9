"""Words as they are compared: without all in which two people write the same word otherwise.

Compatible forms of letters, vowel marks, the stroke that lengthens Arabic words, unseen characters, case, hamza, and
the script of digits say nothing of who is meant.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

#: Letters that stand for the same one: ٱ, ة, and those of other languages' keyboards that look like an Arabic one in a
#: word. ى is none of them, since على is not علي.
_SAME = {
    code: letter
    for letter, codes in {
        "\u0627": (0x671, 0x672, 0x673),
        "\u064a": (0x6CC, 0x6CD, 0x6CE, 0x6D0, 0x6D2),
        "\u0643": (0x6A9, 0x6AA),
        "\u0647": (0x629, 0x6BE, 0x6C1, 0x6C3, 0x6D5),
        "\u0641": (0x6A1, 0x6A2),
        "\u0642": (0x66F, 0x6A7),
    }.items()
    for code in codes
}
#: Letters of Latin that many write without their stroke or as two, in small letters and in capital ones.
_PLAIN = {0x131: "i", 0x142: "l", 0xF8: "o", 0x111: "d", 0xF0: "d", 0x127: "h", 0x167: "t", 0x14B: "n", 0x138: "k"}
_PLAIN |= {0x237: "j", 0xFE: "th", 0xE6: "ae", 0x153: "oe", 0x259: "a"}
_CAPITAL = {0x141: "L", 0xD8: "O", 0x110: "D", 0xD0: "D", 0x126: "H", 0x166: "T", 0x14A: "N", 0xDE: "Th", 0xC6: "Ae"}
_SAME |= _PLAIN | _CAPITAL | {0x152: "Oe", 0x18F: "A"}
#: A hamza that stands alone is written or left out; letters that fill the place of one, and NUL, are not seen.
_NOTHING = frozenset((0x621, 0x0, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x640))
#: The ending of "Ali's" is no word.
_POSSESSIVE = re.compile("(?<=[A-Za-z])['\u2019\u02bc]s(?![A-Za-z])", re.I)
#: Signs that stand within a word: Ja'far, Sa‘d, and what is joined by emphasis or an escape is parted otherwise.
_WITHIN = re.compile("(?<=[A-Za-z])['\u2018\u2019\u02bb\u02bc\u02be\u02bf`](?=[A-Za-z])")

#: Abu is turned by grammar: أبو, أبي and أبا are one word, also behind joined letters.
_ABU = re.compile(
    "(?<![\u0620-\u074a])([\u0648\u0641]?[\u0628\u0644\u0643]?)\u0627\u0628[\u064a\u0627](?![\u0620-\u074a])"
)


#: ى at the end of a word is written as ي by many, but not in words that only join others.
_LAST_YA = re.compile("(?<=[^\\W_])\u0649(?![^\\W_])")
_JOINING_YA = frozenset(and_ + word for and_ in ("", "\u0648", "\u0641") for word in "على الى حتى لدى متى سوى".split())


class _Table(dict):
    """What each character becomes: itself, another, nothing, or a blank where it parts words."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)
        if code in _NOTHING or kind[0] == "M" or kind == "Cf":
            made = ""
        elif code in _SAME:
            made = _SAME[code]
        elif (digit := unicodedata.digit(char, None)) is not None:
            made = str(digit)
        else:
            made = char if char.isalpha() and code not in range(0x2B0, 0x300) else " "
        self[code] = made
        return made


_TABLE = _Table()


class Word(NamedTuple):
    """A word in the letters that are compared; whether it is of Latin letters, and begins with a capital one."""

    letters: str
    latin: bool
    capital: bool


def fold(text: str) -> str:
    """A text in the letters that are compared, with a blank wherever it had anything else."""
    if "'" in text or "\u2019" in text or "\u02bc" in text:
        text = _POSSESSIVE.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return _as_one_writes(text.casefold().translate(_TABLE))


def words(text: str) -> list[Word]:
    """The words of a text in their order."""
    apart = unicodedata.normalize("NFKD", _WITHIN.sub("", _POSSESSIVE.sub(" ", text))).translate(_TABLE)
    found = []
    for word in apart.split():
        latin = "a" <= word[0].casefold()[0] <= "z"
        letters = _as_one_writes(word.casefold().translate(_TABLE).replace(" ", ""))
        found.append(Word(letters, latin, latin and word[0].isupper()))
    return found


def _as_one_writes(letters: str) -> str:
    """Words in the letters that are compared, with one way of writing what grammar and habit write in several."""
    if "\u0649" in letters:
        letters = " ".join(word if word in _JOINING_YA else _LAST_YA.sub("\u064a", word) for word in letters.split(" "))
    return _ABU.sub("\\1\u0627\u0628\u0648", letters) if "\u0627\u0628" in letters else letters
