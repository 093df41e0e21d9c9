"""A text in the letters in which words are compared, and where in the text each of them stands.

What two people write differently in the same word is taken away: marks above and below letters, hamza, capitals,
presentation forms, the stroke that lengthens Arabic words, digits of another script.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_SAME = {"ٱ": "ا", "ة": "ه", "ء": "", "ـ": "", "٬": ",", "٫": ".", "٪": "%"}
#: Letters of Persian, Urdu, Kurdish and the Maghreb that stand for an Arabic one, and look like it in a word.
_SAME |= dict.fromkeys("ٲٳ", "ا") | dict.fromkeys("یےېێۍ", "ي") | dict.fromkeys("کڪ", "ك") | dict.fromkeys("ہھەۃ", "ه")
_SAME |= dict.fromkeys("ڢڡ", "ف") | dict.fromkeys("ڧٯ", "ق")
#: Letters of the Latin script that Unicode does not take apart, and that many write without their stroke or as two.
_WITHOUT_STROKE = dict(zip("ıȷłøđðħŧŋĸþæœə", "i j l o d d h t n k th ae oe a".split(), strict=True))
_SAME |= _WITHOUT_STROKE | {
    char.upper(): letters for char, letters in _WITHOUT_STROKE.items() if len(char.upper()) == 1
}
#: ى at the end of a word is ي, as many write it, but not in words that only join others: على is not علي.
_FINAL_YA = re.compile(r"(?<=[^\W_])ى(?![^\W_])")
_JOINS_OTHERS = re.compile(r"(?:\A|.*[\W_])[وف]?(?:عل|ال|حت|لد|مت|سو)", re.S)
#: أبو, أبي and أبا are one word, which grammar turns: بيت أبي عمر.
KUNYA = ("ابو", "ابي", "ابا")
_KUNYA = re.compile(r"اب[يا](?![^\W_])")
_STANDS_ALONE = re.compile(r"(?:\A|.*[\W_])[وف]?[بلك]?", re.S)
#: So many letters before a place are looked at.
_BEFORE = 5


class _Table(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(code))
        folded = "".join(map(_folded, apart)).casefold()
        if len(self) < 20_000:
            self[code] = folded
        return folded


def _folded(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    if unicodedata.category(char) in ("Mn", "Cf", "Me"):
        return ""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


_TABLE = _Table()
#: Characters that Arabic text is full of and that are no longer there when it is folded, and those that become another.
_GONE = "ءـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_CHANGED = "أإآةؤئ\u00a0٠١٢٣٤٥٦٧٨٩"
#: Characters that stay as they are: text of nothing else is folded by these few replacements, which is quick.
_PLAIN = re.compile("[\x00-\x7f\u0621-\u063a\u0641-\u064a،؛؟«»“”‘’–—•·]*")
_REPLACED = [(char, _TABLE[ord(char)]) for char in _GONE + _CHANGED]
_HAS_GONE = re.compile(f"[{_GONE}]")


def _letters(text: str) -> tuple[str, bool]:
    """A text in folded letters, and whether it is plain: all but the characters of ``_GONE`` are one each."""
    if text.isascii():
        return text.lower(), True
    letters = text.lower()
    for char, folded in _REPLACED:
        if char in letters:
            letters = letters.replace(char, folded)
    if _PLAIN.fullmatch(letters):
        return letters, True
    return text.translate(_TABLE), False


def fold(text: str) -> str:
    """A text in the letters in which it is compared; its words may stand in other places than before."""
    return _turned(_letters(text)[0])


def _turned(letters: str) -> str:
    if letters.isascii():
        return letters
    if "ى" in letters:
        letters = _FINAL_YA.sub(lambda found: "ى" if _is_behind(found, _JOINS_OTHERS) else "ي", letters)
    if "ابا" in letters or "ابي" in letters:
        letters = _KUNYA.sub(lambda found: "ابو" if _is_behind(found, _STANDS_ALONE) else found[0], letters)
    return letters


def _is_behind(found: re.Match[str], before: re.Pattern[str]) -> bool:
    """Whether what stands before a match, as far as it matters, is of a pattern."""
    start = found.start()
    return before.fullmatch(found.string[max(0, start - _BEFORE) : start]) is not None


class Letters:
    """A folded text, ``folded``, that knows its ``places``."""

    def __init__(self, text: str) -> None:
        self.text = text
        letters, self._plain = _letters(text)
        self.folded = _turned(letters)
        #: Whether every character stands where it stood.
        self._same = self._plain and not _HAS_GONE.search(text)
        self._new: list[int] | None = None
        self._old: list[int] = []

    def place(self, at: int) -> int:
        """Where in the text the folded character ``at`` stands."""
        if self._same:
            return at
        if self._new is None:
            self._work_out()
        assert self._new is not None
        index = bisect_right(self._new, at) - 1
        return min(self._old[index] + at - self._new[index], len(self.text))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """From where up to where in the text the folded characters from ``start`` up to ``end`` stand, with the marks
        above and below the last of them."""
        if end <= start:
            return self.place(start), self.place(start)
        if self._same:
            return start, end
        last = self.place(end - 1) + 1
        while last < len(self.text) and not _TABLE[ord(self.text[last])]:
            last += 1
        return self.place(start), last

    def _work_out(self) -> None:
        """Note the places behind each character that is more or less than one when it is folded."""
        new, old, at = [0], [0], 0
        self._new, self._old = new, old
        if self._plain:
            for gone, match in enumerate(_HAS_GONE.finditer(self.text), 1):
                new.append(match.end() - gone)
                old.append(match.end())
            return
        for place, char in enumerate(self.text):
            size = len(_TABLE[ord(char)])
            if size != 1:
                for more in range(size):
                    new.append(at + more)
                    old.append(place)
                new.append(at + size)
                old.append(place + 1)
            at += size
