"""Sentences of our own in both languages: what is read in them is what stands beside them."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from words import Names, Number, Reading, casualties_in

#: A Wednesday.
PUBLISHED = date(2031, 3, 5)
SENTENCES = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))


def sentences(kind: str) -> list[object]:
    """The sentences of a kind, with what is to be read in each."""
    return [pytest.param(lang, entry, id=entry["text"]) for lang in ("ar", "en") for entry in SENTENCES[lang][kind]]


def written(number: Number) -> str:
    """A number as the sentences have it."""
    said = number.word or (str(number.low) if number.low == number.high else f"{number.low}-{number.high}")
    if number.word:
        return said
    return ".." * number.up_to + "~" * number.approximate + said + "+" * number.open


@pytest.mark.parametrize(("lang", "entry"), sentences("numbers"))
def test_numbers(lang, entry):
    """Their value, how they are said, and what they count; a single one who is only named ("a man") is not told here."""
    numbers = [one for one in Reading(entry["text"], lang).numbers if not (one.implied and one.low == 1)]
    assert [f"{written(one)} {one.counts}".strip() for one in numbers] == [str(one) for one in entry["read"]]


@pytest.mark.parametrize(("lang", "entry"), sentences("dates"))
def test_dates(lang, entry):
    """The days that are meant by who writes on the day of publication; none where they are told from one that is not
    named here."""
    spans = [found.span(PUBLISHED) for found in Reading(entry["text"], lang).dates if not found.time]
    if "near" in entry:
        assert all(span and abs((span[0] - entry["near"]).days) <= 2 for span in spans)
        assert len(spans) == 1
    else:
        assert [span and shown(*span) for span in spans] == [one and str(one) for one in entry["read"]]


def shown(first: date, last: date) -> str:
    """A span as EDTF writes it."""
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (last.year, last.month) == (first.year, first.month):
        return f"{first:%Y-%m}"
    return f"{first}/{last}"


@pytest.mark.parametrize(("lang", "entry"), sentences("casualties"))
def test_casualties(lang, entry):
    """The outcome, the number, the unit where it is families, and some of them; whose word it is, where it says so.

    What is ``missed`` the words say as well, and nothing reads it yet."""
    reading = Reading(entry["text"], lang)
    found = list(casualties_in(reading))
    assert [told(one) for one in found] == entry["read"]
    assert not set(entry.get("missed", ())) & {told(one) for one in found}
    if "by" in entry:
        speakers = found[0].speakers(reading)
        assert speakers
        assert speakers.by
        assert entry["text"][slice(*speakers.by)] == entry["by"]
        if "via" in entry:
            assert speakers.via
            assert entry["text"][slice(*speakers.via)] == entry["via"]


def told(one) -> str:
    """What is told of people harmed, as the sentences have it."""
    parts = ", ".join(f"{part.group} {written(part.number)}" for part in one.including)
    unit = "families" if one.unit == "families" else ""
    return " ".join(filter(None, (one.outcome, one.number and written(one.number), unit, parts and f"({parts})")))


NAMES = {
    "ar": {
        "river-front": ["جبهة النهر", "الجبهويون"], "sarand": ["سرند"], "east-sarand": ["سرند الشرقية"],
        "today-paper": ["اليوم"], "source-paper": ["المصدر"], "mali": ["مالي"], "middle-east": ["الشرق الأوسط"],
        "abu-nuh": ["أبو نوح"], "press": ["مصادر صحفية"],
    },
    "en": {"sarand": ["Sarand"], "east-sarand": ["Eastern Sarand"], "today-paper": ["Today"], "who": ["WHO"], "press": ["media sources"]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("ar", "في سرند وبسرند، ولسرند", ["سرند", "سرند", "سرند"]),
        ("ar", "في سرند الشرقية", ["سرند الشرقية"]),
        ("ar", "للجبهويين والجبهويون", ["للجبهويين", "الجبهويون"]),
        ("ar", "وكجبهة «النهر»", ["جبهة «النهر"]),
        ("ar", "بيت أبي نوح", ["أبي نوح"]),
        ("ar", "قتل خمسة اليوم، قال المصدر", []),
        ("ar", "ذكرت صحيفة اليوم وموقع «المصدر»", ["اليوم", "المصدر"]),
        ("ar", "بدعم مالي من الشرق الأوسط", []),
        ("ar", "في مالي، كما نقلت صحيفة الشرق الأوسط", ["مالي", "الشرق الأوسط"]),
        ("ar", "قالت مصادر صحفية إنها مصادر صحفية", ["مصادر صحفية"]),
        ("ar", "سَرَند والسرندي", ["سَرَند"]),
        ("en", "in Sarand, in eastern Sarand and at Sarand's gate", ["Sarand", "eastern Sarand", "Sarand"]),
        ("en", "today, who said so?", []),
        ("en", "the newspaper Today and the WHO", ["Today", "WHO"]),
        ("en", "media sources said; other media sources did not", ["media sources"]),
    ],
)
def test_names(lang, text, names):
    """With joined letters and endings, the longest first; an everyday word only where its neighbours speak for it."""
    found = Names(NAMES[lang].items(), lang).find(Reading(text, lang))
    assert [text[name.start : name.end] for name in found] == names


def test_what_is_read_stands_where_it_says():
    """Places are those of the text as it is written, with vowels, tatweel and presentation forms."""
    text = "قُتِلَ ثـــلاثَةُ أشخاصٍ، ثم ﺧﻤﺴﺔ"
    assert [text[one.start : one.end] for one in Reading(text, "ar").numbers] == ["ثـــلاثَةُ", "ﺧﻤﺴﺔ"]
