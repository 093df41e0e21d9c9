"""What holds for every text: any number that is written is read back, and nothing that is read raises."""

import gc
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.examples import examples
from words import Names, Piece, Reading, casualties_in, outcomes_above

# A writer of numbers, which shares nothing with the reader.

UNITS = "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split()
TENS = "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split()
HUNDREDS = "مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة".split()
EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def arabic(number: int) -> str:
    """A number in Arabic words, in the nominative."""
    parts = []
    for size, one, two, few, many in (
        (1_000_000, "مليون", "مليونان", "ملايين", "مليون"),
        (1_000, "ألف", "ألفان", "آلاف", "ألفا"),
    ):
        count, number = divmod(number, size)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two)
        elif count:
            parts.append(f"{below_thousand(count)} {few if 3 <= count % 100 <= 10 else many}")
    if number or not parts:
        parts.append(below_thousand(number))
    return " و".join(parts)


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [HUNDREDS[hundreds - 1]] if hundreds else []
    if rest or not hundreds:
        tens, unit = divmod(rest, 10)
        if rest <= 10:
            parts.append(UNITS[rest])
        elif rest < 20:
            parts.append({11: "أحد عشر", 12: "اثنا عشر"}.get(rest) or f"{UNITS[unit]} عشر")
        else:
            parts += [UNITS[unit], TENS[tens - 2]] if unit else [TENS[tens - 2]]
    return " و".join(parts)


def english(number: int) -> str:
    """A number in English words."""
    if number < 20:
        return EN[number]
    if number < 100:
        return EN_TENS[number // 10 - 2] + (f"-{EN[number % 10]}" if number % 10 else "")
    for size, word in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            count, rest = divmod(number, size)
            joined = " and " if 0 < rest < 100 else " "
            return f"{english(count)} {word}" + (joined + english(rest) if rest else "")
    raise AssertionError(number)


def read(text: str, lang: str) -> list[tuple[int, int]]:
    return [(one.low, one.high) for one in Reading(text, lang).numbers]


@given(st.integers(3, 9_999_999))
@examples(400)
def test_any_number_in_arabic_words_is_read_back(number):
    assert read(f"بلغ العدد {arabic(number)} تقريبا", "ar") == [(number, number)]


@given(st.integers(2, 9_999_999))
@examples(400)
def test_any_number_in_english_words_is_read_back(number):
    assert read(f"there were {english(number)} people", "en") == [(number, number)]


@given(
    st.integers(0, 9_999_999),
    st.sampled_from(["{}", "{:,}"]),
    st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]),
)
@examples(200)
def test_any_number_in_digits_is_read_back(number, form, digits):
    if 1000 <= number <= 2999 and form == "{}":
        return  # what stands alone like this can be a year
    written = form.format(number).translate(str.maketrans("0123456789", digits))
    assert read(f"بلغ العدد {written} شخصا", "ar") == [(number, number)]


PIECES = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            "قتل وأصيب 5 و ثلاثة وعشرون شخصا بينهم مليون أمس 17 تموز منه الـ 1.5 2016-02-30 31/02/2016 هـ 9999 آب بين ( « نيف "
            "killed and wounded five of them among 12 March 99 AH yesterday last month - – to or a dozen hundred half couple the same day night before next نصف اليوم نفسه السابقة تلك : ثم then left lost lives taken prisoner released shot died فقد حياتهم ربع مئة ألفا نازحين الأحد الاثنين عامي mid quarter several 0 31 % + ~ .. \u200f".split()
        ),
    ),
    max_size=14,
)


@given(PIECES, st.sampled_from(["ar", "en"]))
@examples(500)
def test_no_text_stops_the_reading(pieces, lang):
    """Whatever stands in a text is read, and what is found stands in it."""
    text = " ".join(pieces)
    reading = Reading(text, lang)
    published = date(2016, 10, 5)
    for found in (
        *reading.dates,
        *reading.numbers,
        *casualties_in(reading),
        *casualties_in(reading, above="killed"),
        *Names({"a": ["قتل 5"]}.items(), lang).find(reading),
    ):
        assert 0 <= found.start <= found.end <= len(text)
    for found in reading.dates:
        found.span(published)
        found.span(None)
        found.span(date.min)
        found.span(date.max)
        found.told_from(date.min)
        found.told_from(date.max)
    assert len(outcomes_above([Piece(kind, 1, reading) for kind in ("heading", "paragraph", "table cell")])) == 3
    for one in casualties_in(reading):
        one.speakers(reading)


@pytest.mark.parametrize("piece", ["1 ", "و", "ثلاثة ", "قتل 5 و", "killed 5 and ", "between 5 and ", "17 تموز ", "«"])
@pytest.mark.slow
def test_what_repeats_is_read_in_time(piece):
    """Time grows with a text, and not with its square, also where a sentence has no end."""
    took = []
    gc.collect()
    gc.disable()  # what other tests left is not gone through meanwhile
    try:
        for times in (2_000, 8_000):
            reading, began = Reading(piece * times, "ar" if not piece.isascii() else "en"), process_time()
            assert [*reading.dates, *reading.numbers, *casualties_in(reading)] or piece in "و«"
            took.append(process_time() - began)
    finally:
        gc.enable()
    assert took[1] < took[0] * 9 + 0.2
