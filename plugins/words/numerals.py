"""The words of which number words are made, Arabic and English."""

from __future__ import annotations

from typing import NamedTuple

from .letters import fold


class Numeral(NamedTuple):
    """A part of a number: ``unit`` (1 to 9), ``ten`` (10, and عشر of the teens), ``teen``, ``tens``, ``hundred``
    (what a unit can stand before), ``hundreds`` (200, ثلاثمئة), ``scale``, ``scales`` (ألفان), or a ``word`` that
    counts nothing exactly (عشرات)."""

    kind: str
    value: int


def _lines(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in text.strip().splitlines():
        value, words = line.split(":")
        found |= {fold(word): int(value) for word in words.split()}
    return found


_AR_UNITS = _lines(
    """
    1: واحد واحدة
    2: اثنان اثنين اثنتان اثنتين اتنين
    3: ثلاثة ثلاث
    4: أربعة أربع
    5: خمسة خمس
    6: ستة ست
    7: سبعة سبع
    8: ثمانية ثماني ثمان ثمانيا
    9: تسعة تسع
    """
)
_AR_TENS = _lines(
    """
    20: عشرون عشرين عشرونا
    30: ثلاثون ثلاثين
    40: أربعون أربعين
    50: خمسون خمسين
    60: ستون ستين
    70: سبعون سبعين
    80: ثمانون ثمانين
    90: تسعون تسعين
    """
)
_AR_HUNDREDS = _lines(
    """
    200: مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتان ميتين
    300: ثلاثمئة ثلاثمائة ثلثمائة
    400: أربعمئة أربعمائة
    500: خمسمئة خمسمائة
    600: ستمئة ستمائة
    700: سبعمئة سبعمائة
    800: ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة
    900: تسعمئة تسعمائة
    """
)
_AR_SCALES = {
    "scale": _lines("1000: ألف ألفا آلاف\n1000000: مليون مليونا ملايين\n1000000000: مليار مليارا مليارات بليون"),
    "scales": _lines("2000: ألفان ألفين ألفي\n2000000: مليونان مليونين مليوني\n2000000000: ملياران مليارين"),
}
_AR_WORDS = _lines("10: عشرات\n100: مئات مائات\n1000: آلاف ألوف")
#: What comes before عشر and is no number by itself.
TEEN_ONLY = {
    **dict.fromkeys(map(fold, "أحد إحدى حادي حادية".split()), 1),
    **dict.fromkeys(map(fold, "اثنا اثني اثنتا اثنتي".split()), 2),
}
#: A few, of a unit: بضعة عشر is 13 to 19, بضع وعشرون 23 to 29.
FEW = frozenset(map(fold, "بضعة بضع".split()))
#: Half of the scale behind it, or of that before it.
HALF = frozenset((fold("نصف"), "half"))
#: By how much the scale behind each of these is divided.
PARTS_OF = dict.fromkeys(HALF, 2) | {fold("ثلث"): 3, fold("ربع"): 4, "quarter": 4}
#: Behind a number these say that it counts parts of a whole: ثلاثة أرباع, two thirds.
FRACTIONS = frozenset(map(fold, "أنصاف أثلاث أرباع أخماس أعشار thirds quarters fifths tenths".split()))
#: A bit more than the number before it.
AND_MORE = frozenset(map(fold, "نيف نيفا".split()))
#: Where it stands before the tens of an ordinal (الخامس والعشرين), they count nothing.
AR_ORDINALS = frozenset(
    map(
        fold,
        "أول أولى ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة تاسع تاسعة عاشر عاشرة "
        "حادي حادية واحد".split(),
    )
)

ARABIC: dict[str, Numeral] = {word: Numeral("unit", value) for word, value in _AR_UNITS.items()}
ARABIC |= {fold(word): Numeral("ten", 10) for word in ("عشرة", "عشر")}
ARABIC |= {word: Numeral("tens", value) for word, value in _AR_TENS.items()}
ARABIC |= {fold(word): Numeral("hundred", 100) for word in ("مئة", "مائة", "مية", "ماية")}
ARABIC |= {word: Numeral("hundreds", value) for word, value in _AR_HUNDREDS.items()}
ARABIC |= {word: Numeral(kind, value) for kind, words in _AR_SCALES.items() for word, value in words.items()}
ARABIC |= {word: Numeral("word", value) for word, value in _AR_WORDS.items() if word not in ARABIC}

_EN_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ENGLISH: dict[str, Numeral] = {word: Numeral("unit", value) for value, word in enumerate(_EN_SMALL) if value < 10}
ENGLISH |= {word: Numeral("teen", value) for value, word in enumerate(_EN_SMALL) if value > 9}
ENGLISH |= {word: Numeral("tens", 20 + 10 * value) for value, word in enumerate(_EN_TENS)}
ENGLISH |= {
    "fourty": Numeral("tens", 40),
    "hundred": Numeral("hundred", 100),
    "dozen": Numeral("dozen", 12),
    "couple": Numeral("pair", 2),
    "pair": Numeral("pair", 2),
}
ENGLISH |= {"thousand": Numeral("scale", 1000), "million": Numeral("scale", 10**6), "billion": Numeral("scale", 10**9)}
ENGLISH |= {"tens": Numeral("word", 10), "scores": Numeral("word", 10), "dozens": Numeral("word", 12)}
ENGLISH |= {"hundreds": Numeral("word", 100), "thousands": Numeral("word", 1000)}
EN_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth".split()
)
