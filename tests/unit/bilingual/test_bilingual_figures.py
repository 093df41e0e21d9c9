"""Every form of a casualty figure in both languages, with Arabic's six plurals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.figure_notation import Figure, parse_figure

FIGURES = [
    ("10", "10", "10"),
    ("~20", "about 20", "نحو 20"),
    ("400+", "at least 400", "400 على الأقل"),
    ("~170+", "about 170 or more", "نحو 170 أو أكثر"),
    ("5-7", "5 to 7", "من 5 إلى 7"),
    ("0-100", "0 to 100", "من 0 إلى 100"),
    ("..100", "up to 100", "100 على الأكثر"),
    ("12500", "12,500", "12,500"),
    ("0", "0", "0"),
    ("0+", "0 or more", "0 أو أكثر"),
    ("tens", "tens", "عشرات"),
    ("dozens", "dozens", "عشرات"),
    ("hundreds", "hundreds", "مئات"),
    ("thousands", "thousands", "آلاف"),
    ("some", "some, number not given", "لم يُذكر العدد"),
]


@pytest.mark.parametrize(("written", "english", "arabic"), FIGURES)
def test_a_figure(written, english, arabic, ar, en):
    """A claim's figure is said as the claim says it: a word stays a word."""
    figure = parse_figure(written)
    assert en.figure(figure) == english
    assert ar.figure(figure) == arabic


RANGES = [
    ((15, 15, False, False), "15", "15"),
    ((15, 15, True, False), "at least 15", "15 على الأقل"),
    ((20, 20, False, True), "about 20", "نحو 20"),
    ((5, 7, False, False), "5 to 7", "من 5 إلى 7"),
    ((5, 7, True, False), "5 to 7 or more", "من 5 إلى 7 أو أكثر"),
    ((5, 20, False, True), "between about 5 and 20", "بين نحو 5 و20"),
    ((5, 20, True, True), "between about 5 and 20, or more", "بين نحو 5 و20 أو أكثر"),
    ((0, 10, False, False), "0 to 10", "من 0 إلى 10"),
    ((0, 10, False, True), "0 to about 10", "من 0 إلى نحو 10"),
    ((0, 10, True, False), "0 to 10 or more", "من 0 إلى 10 أو أكثر"),
    ((0, 10, True, True), "0 to about 10 or more", "من 0 إلى نحو 10 أو أكثر"),
]


@pytest.mark.parametrize(("bounds", "english", "arabic"), RANGES)
def test_a_range(bounds, english, arabic, ar, en):
    assert en.range(*bounds) == english
    assert ar.range(*bounds) == arabic


def test_a_range_of_which_nobody_gave_the_low_says_up_to(ar, en):
    assert en.range(0, 10, up_to=True) == "up to 10"
    assert ar.range(0, 10, up_to=True) == "10 على الأكثر"
    assert en.range(0, 10, False, True, up_to=True) == "up to about 10"
    assert ar.range(0, 10, False, True, up_to=True) == "نحو 10 على الأكثر"
    assert en.count_phrase("killed", 0, 100, up_to=True) == "up to 100 people killed"
    assert ar.count_phrase("killed", 0, 100, up_to=True) == "100 قتيل على الأكثر"
    assert ar.count_phrase("killed", 0, 1, up_to=True) == "قتيل واحد على الأكثر"


def test_a_word_alone_is_never_its_number(ar, en):
    assert en.range(12, 12, True, True, word="dozens") == "dozens"
    assert ar.range(12, 12, True, True, word="dozens") == "عشرات"


def test_what_has_no_number_is_never_0(ar, en):
    assert en.range(None, None) == "some, number not given"
    assert ar.range(None, None) == "لم يُذكر العدد"
    assert en.count_phrase("killed", None, None) == "people killed, number not given"
    assert ar.count_phrase("killed", None, None) == "قتلى لم يُذكر عددهم"


def test_arabic_digits(arab):
    assert arab.number(1234567) == "١٬٢٣٤٬٥٦٧"
    assert arab.digits("2016") == "٢٠١٦"
    assert arab.range(5, 1200) == "من ٥ إلى ١٬٢٠٠"
    assert arab.count_phrase("killed", 400, 400, True) == "٤٠٠ قتيل على الأقل"


# Arabic's nouns by plural form; a number where the form has one.
FORMS = {
    "killed": ("لا قتلى", "قتيل واحد", "قتيلان", "{} قتلى", "{} قتيلاً", "{} قتيل"),
    "injured": ("لا جرحى", "جريح واحد", "جريحان", "{} جرحى", "{} جريحاً", "{} جريح"),
    "killed-or-injured": (
        "لا قتلى أو جرحى",
        "قتيل أو جريح واحد",
        "اثنان بين قتيل وجريح",
        "{} بين قتيل وجريح",
        "{} بين قتيل وجريح",
        "{} بين قتيل وجريح",
    ),
    "died": ("لا متوفين", "متوفى واحد", "متوفيان", "{} متوفين", "{} متوفى", "{} متوفى"),
    "abducted": ("لا مخطوفين", "مخطوف واحد", "مخطوفان", "{} مخطوفين", "{} مخطوفاً", "{} مخطوف"),
    "families": ("لا أسر", "أسرة واحدة", "أسرتان", "{} أسر", "{} أسرة", "{} أسرة"),
    "civilians": ("لا مدنيين", "مدني واحد", "مدنيان", "{} مدنيين", "{} مدنياً", "{} مدني"),
    "combatants": ("لا مقاتلين", "مقاتل واحد", "مقاتلان", "{} مقاتلين", "{} مقاتلاً", "{} مقاتل"),
    "girls": ("لا فتيات", "فتاة واحدة", "فتاتان", "{} فتيات", "{} فتاة", "{} فتاة"),
    "rescuers": ("لا منقذين", "منقذ واحد", "منقذان", "{} منقذين", "{} منقذاً", "{} منقذ"),
    "missing": ("لا مفقودين", "مفقود واحد", "مفقودان", "{} مفقودين", "{} مفقوداً", "{} مفقود"),
    "detained": ("لا محتجزين", "محتجز واحد", "محتجزان", "{} محتجزين", "{} محتجزاً", "{} محتجز"),
    "displaced": ("لا نازحين", "نازح واحد", "نازحان", "{} نازحين", "{} نازحاً", "{} نازح"),
    "children": ("لا أطفال", "طفل واحد", "طفلان", "{} أطفال", "{} طفلاً", "{} طفل"),
    "women": ("لا نساء", "امرأة واحدة", "امرأتان", "{} نساء", "{} امرأة", "{} امرأة"),
    "men": ("لا رجال", "رجل واحد", "رجلان", "{} رجال", "{} رجلاً", "{} رجل"),
    "elderly": ("لا مسنين", "مسن واحد", "مسنان", "{} مسنين", "{} مسناً", "{} مسن"),
    "medics": (
        "لا عاملين صحيين",
        "عامل صحي واحد",
        "عاملان صحيان",
        "{} عاملين صحيين",
        "{} عاملاً صحياً",
        "{} عامل صحي",
    ),
    "journalists": ("لا صحفيين", "صحفي واحد", "صحفيان", "{} صحفيين", "{} صحفياً", "{} صحفي"),
}
ZERO, ONE, TWO, FEW, MANY, OTHER = range(6)
PLURALS = {0: ZERO, 1: ONE, 2: TWO, 3: FEW, 10: FEW, 11: MANY, 99: MANY, 100: OTHER, 101: OTHER, 102: OTHER}
PLURALS |= {103: FEW, 110: FEW, 111: MANY, 200: OTHER, 202: OTHER, 211: MANY, 1000: OTHER, 1003: FEW}


@pytest.mark.parametrize("who", FORMS)
@pytest.mark.parametrize(("number", "form"), PLURALS.items())
def test_arabic_plurals(who, number, form, ar):
    assert ar.count_phrase(who, number, number) == FORMS[who][form].format(f"{number:,}")


PHRASES = [
    ((1, 1, False, False), "1 person killed", "قتيل واحد"),
    ((400, 400, True, False), "at least 400 people killed", "400 قتيل على الأقل"),
    ((1, 1, True, False), "at least 1 person killed", "قتيل واحد على الأقل"),
    ((20, 20, False, True), "about 20 people killed", "نحو 20 قتيلاً"),
    ((2, 2, False, True), "about 2 people killed", "القتلى: نحو 2"),
    ((170, 170, True, True), "about 170 people killed, or more", "نحو 170 قتيلاً أو أكثر"),
    ((5, 7, False, False), "5 to 7 people killed", "من 5 إلى 7 قتلى"),
    ((5, 7, True, False), "5 to 7 people killed, or more", "من 5 إلى 7 قتلى أو أكثر"),
    ((5, 20, False, True), "between about 5 and 20 people killed", "بين نحو 5 و20 قتيلاً"),
    ((5, 20, True, True), "between about 5 and 20 people killed, or more", "بين نحو 5 و20 قتيلاً أو أكثر"),
    ((1, 2, False, False), "1 to 2 people killed", "القتلى: من 1 إلى 2"),
    ((0, 100, False, False), "0 to 100 people killed", "من 0 إلى 100 قتيل"),
    ((0, 100, False, True), "0 to about 100 people killed", "من 0 إلى نحو 100 قتيل"),
    ((0, 100, True, False), "0 to 100 people killed, or more", "من 0 إلى 100 قتيل أو أكثر"),
    ((0, 1, False, False), "0 to 1 person killed", "القتلى: من 0 إلى 1"),
    ((0, 0, False, False), "0 people killed", "لا قتلى"),
    ((0, 0, True, False), "0 or more people killed", "القتلى: 0 أو أكثر"),
]


@pytest.mark.parametrize(("bounds", "english", "arabic"), PHRASES)
def test_figures_with_their_people(bounds, english, arabic, ar, en):
    assert en.count_phrase("killed", *bounds) == english
    assert ar.count_phrase("killed", *bounds) == arabic


def test_english_groups(en):
    assert [en.count_phrase("children", number, number) for number in (0, 1, 3)] == [
        "0 children",
        "1 child",
        "3 children",
    ]


def test_people_of_no_kind(en):
    with pytest.raises(KeyError):
        en.count_phrase("soldiers", 1, 1)


bounds = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(sorted).map(tuple),
    st.integers(0, 300).map(lambda number: (number, number)),
)


@given(bounds, st.booleans(), st.booleans())
def test_every_figure_has_words(ar, en, arab, pair, more, about):
    figure = Figure("as written", *pair, more, about)
    for voice in (ar, en):
        assert voice.figure(figure)
        assert voice.range(*pair, more, about)
        assert voice.count_phrase("injured", *pair, more, about)
        assert all(voice.number(end) in voice.range(*pair, more, about) for end in pair if end is not None)
    spoken = (
        arab.figure(figure),
        arab.range(*pair, more, about),
        arab.count_phrase("killed", *pair, more, about),
    )
    assert not any("0" <= character <= "9" for character in "".join(spoken))
    assert "–" not in ar.range(*pair, more, about)


@given(st.integers(0, 10**9))
def test_a_number_reads_back(ar, arab, number):
    assert int(ar.number(number).replace(",", "")) == number
    assert int(arab.number(number).replace("٬", "")) == number
