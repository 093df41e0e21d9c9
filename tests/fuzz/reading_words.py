"""Fuzzes the reader of words, guided by the code that it reaches: ``python tests/fuzz/reading_words.py -max_total_time=600``.

Needs ``atheris``, as ``marks.py`` does. Whatever a text says, it is read, what is found stands in it, and every date can
be asked for its days.
"""

from __future__ import annotations

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["words"]):
    from words import Names, Piece, Reading, casualties_in, outcomes_above

#: Pieces from which texts are put together beside characters of any kind.
PIECES = (
    " ", "و", "ال", "لل", "ب", "قتل", "أصيب", "قتيل وجريح", "بينهم", "ثلاثة", "وعشرون", "مئتان", "ألف", "ملايين", "بضعة",
    "نيّف", "عشرات", "شخصا", "جنديان", "عائلة", "غارة", "نحو", "على الأقل", "بين", "أو", "إلى", "أمس", "اليوم", "الثلاثاء",
    "الماضي", "17", "تموز", "تشرين", "الأول", "/", "أكتوبر", "منه", "2016", "هـ", "محرم", "قبل", "أيام", "،", ".", "«", "»",
    "killed", "wounded", "and", "among them", "of them", "five", "twenty-", "hundred", "a", "dozen", "people", "families",
    "at least", "between", "yesterday", "last month", "the same day", "half", "اليوم نفسه", "نصف", "ربع", "lost", "lives", "taken prisoner", "released", "فقد", "حياتهم", "نازحين", "الأحد الاثنين", "October", "1,2", "٣", "ﺛﻼﺛﺔ", "ـ", "\u064b", "\u200f", "%", "-", "+",
)  # fmt: skip
NAMES = {lang: Names({"a": ["قتل 17"], "b": ["اليوم"], "c": ["October"]}.items(), lang) for lang in ("ar", "en")}


def one_input(data: bytes) -> None:
    """Read one text in both languages."""
    provider = atheris.FuzzedDataProvider(data)
    pieces = []
    while provider.remaining_bytes():
        if provider.ConsumeBool():
            pieces.append(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
        else:
            pieces.append(provider.ConsumeUnicodeNoSurrogates(3))
    text = "".join(pieces)
    for lang in ("ar", "en"):
        reading = Reading(text, lang)
        casualties = [*casualties_in(reading), *casualties_in(reading, above="killed")]
        for found in (*reading.dates, *reading.numbers, *casualties, *NAMES[lang].find(reading)):
            assert 0 <= found.start <= found.end <= len(text), "a place outside of the text"
        for found in reading.dates:
            for day in (None, date.min, date(2016, 10, 5), date.max):
                found.span(day)
                found.told_from(day or date.min)
        outcomes_above([Piece(kind, 1, reading) for kind in ("heading", "paragraph", "list item", "table cell")])
        for one in casualties:
            one.speakers(reading)


atheris.Setup(sys.argv, one_input)
atheris.Fuzz()
