"""Numbers in running words, for warnings only."""

import pytest

from reports.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("قتل 5 وجرح ٢٠ و۳ آخرون", [5, 20, 3]),
        ("قتل 1,200 و١٬٢٠٠ و1.200", [1200, 1200, 1200]),
        ("ثلاثة قتلى وثلاث نساء", [3, 3]),
        ("أربعة عشر قتيلا وخمس عشرة امرأة", [14, 15]),
        ("أحد عشر واثنا عشر واثنتي عشرة", [11, 12, 12]),
        ("عشرون جريحا والعشرين", [20, 20]),
        ("خَمْسَةُ أشخاص", [5]),
        ("قتيلان وجريحين", [2, 2]),
        ("بخمسة ولستة فسبعة", [5, 6, 7]),
        ("بـ5 وبـ 6", [5, 6]),
        ("خمسة وعشرون", []),
        ("ثلاثة آلاف وخمسة مليون", []),
        ("العشرات والمئات", []),
        ("25% و30٪", []),
        ("ستون وسبعون", []),
        ("الثمانية", [8]),
    ],
)
def test_arabic(text, numbers):
    """Digits of any script, words of both genders with particles and diacritics, duals; no part of a larger number."""
    assert [number for number, _ in numbers_in(text, "ar")] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("five killed and 1,200 displaced", [5, 1200]),
        ("Twenty, nineteen, ZERO", [20, 19, 0]),
        ("twenty-one, thirty five, two hundred, six thousand", []),
        ("one of them", []),
        ("tenor fivefold", []),
        ("in T4 and the 5th", []),
    ],
)
def test_english(text, numbers):
    """Digits and words up to twenty; ``one`` is a pronoun more often than a count."""
    assert [number for number, _ in numbers_in(text, "en")] == numbers


def test_words_are_told_as_they_stand():
    """Each number comes with the words that say it, in the order of the text."""
    assert numbers_in("أربعة عشر ثم ٥", "ar") == [(14, "أربعة عشر"), (5, "٥")]
