"""Every form of an EDTF date in both languages."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bilingual import cldr
from reports.edtf import DateError, parse_date

FORMS = [
    ("2016-10-04", "4 October 2016", "4 تشرين الأول 2016"),
    ("2016-10-04~", "about 4 October 2016", "4 تشرين الأول 2016 تقريباً"),
    ("2016-10-04?", "possibly 4 October 2016", "4 تشرين الأول 2016 (غير مؤكد)"),
    ("2016-10-04%", "possibly about 4 October 2016", "4 تشرين الأول 2016 تقريباً (غير مؤكد)"),
    ("2016-10", "October 2016", "تشرين الأول 2016"),
    ("2016-11~", "about November 2016", "تشرين الثاني 2016 تقريباً"),
    ("2016", "2016", "عام 2016"),
    ("2016?", "possibly 2016", "عام 2016 (غير مؤكد)"),
    ("0987", "987", "عام 987"),
    ("201X", "2010s", "عقد 2010"),
    ("19XX", "20th century", "القرن 20"),
    ("20XX", "21st century", "القرن 21"),
    ("10XX", "11th century", "القرن 11"),
    ("2016-10-XX", "a day in October 2016", "أحد أيام تشرين الأول 2016"),
    ("2016-XX-XX", "a day in 2016", "أحد أيام عام 2016"),
    ("2016-XX", "a month in 2016", "أحد أشهر عام 2016"),
    ("2016-21", "spring 2016", "ربيع 2016"),
    ("2016-22", "summer 2016", "صيف 2016"),
    ("2016-23~", "about autumn 2016", "خريف 2016 تقريباً"),
    ("2016-24", "winter 2016–2017", "شتاء 2016/2017"),
    # intervals
    ("2016-10-11/2016-10-12", "11–12 October 2016", "11 و12 تشرين الأول 2016"),
    ("2016-10-09/2016-10-11", "9–11 October 2016", "من 9 إلى 11 تشرين الأول 2016"),
    ("2016-10-31/2016-11-01", "31 October – 1 November 2016", "31 تشرين الأول و1 تشرين الثاني 2016"),
    ("2016-09-29/2016-10-04", "29 September – 4 October 2016", "من 29 أيلول إلى 4 تشرين الأول 2016"),
    (
        "2015-12-29/2016-01-04",
        "29 December 2015 – 4 January 2016",
        "من 29 كانون الأول 2015 إلى 4 كانون الثاني 2016",
    ),
    ("2016-09/2016-10", "September–October 2016", "من أيلول إلى تشرين الأول 2016"),
    ("2015-12/2016-01", "December 2015 – January 2016", "من كانون الأول 2015 إلى كانون الثاني 2016"),
    ("2015/2016", "2015–2016", "من عام 2015 إلى عام 2016"),
    ("199X/201X", "1990s – 2010s", "من عقد 1990 إلى عقد 2010"),
    ("2016-09/2016-10-04", "September 2016 – 4 October 2016", "من أيلول 2016 إلى 4 تشرين الأول 2016"),
    (
        "2016-09~/2016-10-04",
        "from about September 2016 to 4 October 2016",
        "من أيلول 2016 تقريباً إلى 4 تشرين الأول 2016",
    ),
    (
        "2016-10-11~/2016-10-12?",
        "from about 11 October 2016 to possibly 12 October 2016",
        "من 11 تشرين الأول 2016 تقريباً إلى 12 تشرين الأول 2016 (غير مؤكد)",
    ),
    (
        "2016-10-XX/2016-11-03",
        "from a day in October 2016 to 3 November 2016",
        "من أحد أيام تشرين الأول 2016 إلى 3 تشرين الثاني 2016",
    ),
    ("2016-11~/2016-11-30~", "during November 2016", "خلال تشرين الثاني 2016"),
    ("2016-11/2016-11-29", "November 2016 – 29 November 2016", "من تشرين الثاني 2016 إلى 29 تشرين الثاني 2016"),
    ("2016-10-04/2016-10-04", "4 October 2016", "4 تشرين الأول 2016"),
    ("2016-09/..", "since September 2016", "منذ أيلول 2016"),
    ("2016-09~/..", "since about September 2016", "منذ أيلول 2016 تقريباً"),
    ("../2016-10", "until October 2016", "حتى تشرين الأول 2016"),
    ("2016-09/", "from September 2016 to an unknown date", "من أيلول 2016 إلى تاريخ غير معروف"),
    ("/2016-10", "from an unknown date to October 2016", "من تاريخ غير معروف إلى تشرين الأول 2016"),
    # times
    ("2016-10-04T14:30:00", "4 October 2016, 14:30", "4 تشرين الأول 2016، الساعة 14:30"),
    (
        "2016-10-04T14:30:05Z",
        "4 October 2016, 14:30:05 UTC",
        "4 تشرين الأول 2016، الساعة 14:30:05 بتوقيت غرينتش",
    ),
    (
        "2016-10-04T00:00:00+00:00",
        "4 October 2016, 00:00 UTC",
        "4 تشرين الأول 2016، الساعة 00:00 بتوقيت غرينتش",
    ),
    (
        "2016-10-04T14:30:00+03:00",
        "4 October 2016, 14:30 (UTC+3)",
        "4 تشرين الأول 2016، الساعة 14:30 (غرينتش \u2066+3\u2069)",
    ),
    (
        "2016-10-04T14:30:00-05:30",
        "4 October 2016, 14:30 (UTC−5:30)",
        "4 تشرين الأول 2016، الساعة 14:30 (غرينتش \u2066−5:30\u2069)",
    ),
]


@pytest.mark.parametrize(("text", "english", "arabic"), FORMS)
def test_a_date_in_words(text, english, arabic, ar, en, arab):
    when = parse_date(text)
    assert en.date(when) == english
    assert ar.date(when) == arabic
    assert arab.date(when) == arabic.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


def test_days(ar, en, arab):
    when = date(2016, 10, 4)
    assert en.day(when) == "Tuesday 4 October 2016"
    assert ar.day(when) == "الثلاثاء 4 تشرين الأول 2016"
    assert arab.day(when) == "الثلاثاء ٤ تشرين الأول ٢٠١٦"
    assert en.day_short(when) == "4 Oct 2016"
    assert ar.day_short(when) == "4 تشرين الأول 2016"
    assert arab.day_short(when) == "٤ تشرين الأول ٢٠١٦"
    assert (en.day_on_scale(when), ar.day_on_scale(when)) == ("4 Oct", "4 تشرين الأول")


@pytest.mark.parametrize(
    ("custom", "may", "august", "november"),
    [
        ("levantine", "أيار", "آب", "تشرين الثاني"),
        ("iraqi", "أيار", "آب", "تشرين الثاني"),
        ("maghrebi", "ماي", "غشت", "نونبر"),
        ("egyptian", "مايو", "أغسطس", "نوفمبر"),
        ("levantine-egyptian", "أيار/مايو", "آب/أغسطس", "تشرين الثاني/نوفمبر"),
    ],
)
def test_the_custom_of_naming_months(custom, may, august, november, voices_with):
    voices = voices_with(months=custom)
    assert [voices["ar"].month(number) for number in (5, 8, 11)] == [may, august, november]
    assert voices["ar"].date(parse_date("2016-11-20")) == f"20 {november} 2016"
    assert voices["ar"].date_in_one_name(parse_date("2016-11-20")) == f"20 {november.partition('/')[0]} 2016"
    assert voices["en"].month(8) == "August"


def test_settings_that_do_not_exist(voices_with):
    with pytest.raises(ValueError, match="months is 'syrian'; write one of: levantine"):
        voices_with(months="syrian")
    with pytest.raises(ValueError, match="digits is 'roman'; write one of: latn, arab"):
        voices_with(digits="roman")


# Babel's bug #1234: who uses `ar` first spoils months of `ar_SY`. Each order runs in a process of its own.
USE_BABEL = """
from datetime import date
from babel import Locale
from babel.dates import format_date
for name in ("ar", "ar_SY", "ar_IQ"):
    months = Locale.parse(name).months
    for width in ("wide", "abbreviated", "narrow"):
        for context in ("format", "stand-alone"):
            list(months[context][width].items())
    format_date(date(2016, 11, 5), "d MMM y LLL", locale=name)
"""
ASK_US = """
from bilingual import cldr
print(cldr.LOCALES['ar']['levantine'].calendar.months, cldr.LOCALES['ar']['egyptian'].calendar.months)
"""


@pytest.mark.parametrize("first", ["babel", "bilingual"])
def test_babels_bug_1234_does_not_reach_us(first):
    program = USE_BABEL + ASK_US if first == "babel" else "import bilingual.cldr\n" + USE_BABEL + ASK_US
    program = f"import sys; sys.path[:0] = {sys.path!r}\n" + program
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    months = [cldr.LOCALES["ar"][custom].calendar.months for custom in ("levantine", "egyptian")]
    assert result.stdout.strip() == f"{months[0]} {months[1]}"
    assert months[0][10:] == ("تشرين الثاني", "كانون الأول")


def edtf_dates() -> st.SearchStrategy[str]:
    years = st.one_of(st.integers(1, 9999).map("{:04}".format), st.sampled_from(["201X", "20XX", "199X"]))
    months = st.sampled_from(["01", "05", "11", "12", "21", "22", "23", "24", "XX"])
    days = st.sampled_from(["01", "09", "28", "XX"])
    marks = st.sampled_from(["", "?", "~", "%"])
    day = st.builds("".join, st.tuples(years, st.just("-"), months, st.just("-"), days, marks))
    month = st.builds("".join, st.tuples(years, st.just("-"), months, marks))
    year = st.builds("".join, st.tuples(years, marks))
    clock = st.times().map(lambda time: f"T{time.replace(microsecond=0, tzinfo=None).isoformat()}")
    zone = st.sampled_from(["", "Z", "+03", "-05:30", "+00:00"])
    timed = st.builds("2016-10-04{}{}".format, clock, zone)
    one = st.one_of(day, month, year)
    ends = st.one_of(one, st.sampled_from(["", ".."]))
    return st.one_of(one, timed, st.builds("{}/{}".format, ends, ends))


@given(edtf_dates())
def test_every_date_has_words(ar, en, arab, text):
    try:
        when = parse_date(text)
    except DateError:
        assume(False)
    assert en.date(when)
    assert en.direction_of(en.date(when)) == "ltr"
    assert ar.date(when)
    assert "–" not in ar.date(when)
    assert not any("0" <= character <= "9" for character in arab.date(when))
    assert not any(character.isascii() and character.isalpha() for character in ar.date(when))


@given(st.dates())
def test_every_day_keeps_its_year(ar, en, day):
    for voice in (ar, en):
        assert voice.date(parse_date(day.isoformat())).endswith(f" {day.year}")
        assert voice.day(day).endswith(voice.date(parse_date(day.isoformat())))
