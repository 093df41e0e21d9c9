"""Numbers in running words, Arabic and English: digits of any script, and number words up to twenty.

Used to warn where the words of a claim have a figure that its record has not. Nothing is ever coded from here.
"""

from __future__ import annotations

import re
import unicodedata

_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()

#: Arabic number words in the spellings and genders in which they stand in reports, without diacritics.
_AR: dict[int, str] = {
    2: "اثنان اثنين اثنتان اثنتين",
    3: "ثلاثة ثلاث ثلاثه",
    4: "أربعة أربع اربعة اربع",
    5: "خمسة خمس خمسه",
    6: "ستة ست سته",
    7: "سبعة سبع سبعه",
    8: "ثمانية ثماني ثمان ثمانيه",
    9: "تسعة تسع تسعه",
    10: "عشرة عشر عشره",
    20: "عشرون عشرين",
}
_AR_UNITS = {word: number for number, words in _AR.items() if number < 10 for word in words.split()}
_AR_UNITS |= {"أحد": 1, "احد": 1, "إحدى": 1, "احدى": 1, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2}
_AR_WORDS = {word: number for number, words in _AR.items() for word in words.split()}
#: A number of people told by the noun's own dual: قتيلان is two killed.
_AR_DUALS = set("قتيلان قتيلين جريحان جريحين شخصان شخصين مدنيان طفلان طفلين شهيدان شهيدين امرأتان امرأتين".split())

#: Words after which a number word is only a part of a larger number.
_LARGER = set("hundred thousand million مئة مائة مئات ألف ألفا آلاف الف الاف مليون ملايين".split())
_TENS = set(
    "عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين".split()
)
_EN_TENS = set("twenty thirty forty fifty sixty seventy eighty ninety".split())

#: Arabic writes "and 7" and "with 7" in one word: و7, ب7 or بـ7.
_PARTICLE = r"(?<=(?<!\w)[وفبل])|(?<=(?<!\w)[وفبل]ـ)"
_DIGITS = re.compile(rf"(?:(?<![\w.,٫٬])|{_PARTICLE})\d+(?:[,٬.]\d{{3}})*(?![\w%٪])")
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u064b-\u0652\u0670])*")
_DIACRITICS = re.compile("[\u064b-\u0652\u0670\u0640]")


def numbers_in(text: str, lang: str) -> list[tuple[int, str]]:
    """The numbers in ``text``, each with the words that say it, in order.

    >>> numbers_in("five killed and 1,200 displaced", "en")
    [(5, 'five'), (1200, '1,200')]
    """
    found: list[tuple[int, int, str]] = []
    for match in _DIGITS.finditer(text):
        after = _WORD.match(text, match.end() + 1)
        if after and _DIACRITICS.sub("", after.group()).lower() in _LARGER:
            continue
        digits = "".join(str(unicodedata.digit(char)) for char in match.group() if char.isdigit())
        found.append((match.start(), int(digits), match.group()))
    words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    found += _english(words) if lang == "en" else _arabic(words)
    return [(number, word) for _, number, word in sorted(found)]


def _english(words: list[tuple[int, str]]) -> list[tuple[int, int, str]]:
    found = []
    for index, (at, word) in enumerate(words):
        before = words[index - 1][1].lower() if index else ""
        after = words[index + 1][1].lower() if index + 1 < len(words) else ""
        unit = word.lower() in _EN[1:10]
        larger = after in _LARGER or (before in _EN_TENS and unit) or (word.lower() == "twenty" and after in _EN[1:10])
        # "one" is a pronoun more often than a count.
        if word.lower() in _EN and word.lower() != "one" and not larger:
            found.append((at, _EN.index(word.lower()), word))
    return found


def _arabic(words: list[tuple[int, str]]) -> list[tuple[int, int, str]]:
    found = []
    bare = [_DIACRITICS.sub("", word) for _, word in words]
    skip = False
    for index, (at, written) in enumerate(words):
        if skip:
            skip = False
            continue
        word = _bare(written)
        after = bare[index + 1] if index + 1 < len(words) else ""
        unit = _AR_UNITS.get(word)
        if unit and after in ("عشر", "عشرة"):
            found.append((at, unit + 10, f"{written} {words[index + 1][1]}"))
            skip = True
        elif unit and after.startswith("و") and after[1:] in _TENS:
            skip = True
        elif after in _LARGER:
            continue
        elif word in _AR_WORDS:
            found.append((at, _AR_WORDS[word], written))
        elif word in _AR_DUALS:
            found.append((at, 2, written))
    return found


def _bare(word: str) -> str:
    """A word without diacritics and without a particle or article before a number word."""
    word = _DIACRITICS.sub("", word)
    known = {*_AR_WORDS, *_AR_UNITS, *_AR_DUALS}
    for prefix in ("", "و", "ف", "ب", "ل", "وب", "ول", "ال", "وال", "بال"):
        if word.startswith(prefix) and word[len(prefix) :] in known:
            return word[len(prefix) :]
    return word
