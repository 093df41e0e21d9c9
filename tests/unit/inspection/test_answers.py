"""The answer of an event, held against a count of it: a wrong number, a wrong line or a wrong word is told."""

from __future__ import annotations

import pytest

from inspection.answer_check import _of_line, _of_number, _of_sources
from inspection.counted_again import Recount
from inspection.counted_tables import bounds
from inspection.page_reading import Shown
from tests.unit.inspection.test_recounting import Made, claim, event

RAID = [
    claim("one", "raid", "45", by="radio"), claim("two", "raid", "45+", by="radio"), claim("three", "raid", "21", by="monitor"),
    claim("none", "raid", "some", by="agency"),
]  # fmt: skip


def recount(*claims) -> Recount:
    return Recount(Made([event("raid")], list(claims)))


def number(words: str, counted: Recount, lang: str = "en", **given: str) -> str:
    """What is said of a number for people killed that tells programs what is right, but for what is given."""
    right = bounds(counted.range("site", "r/raid", "killed", "people", "all"))
    told = {f"data-{name}": value for name, value in right.items() if name in ("low", "high") or value == "true"}
    told |= {f"data-{name}": value for name, value in given.items()}
    return _of_number(Shown("answer", told, lang, event="r/raid", row="killed/all", words=words), counted)


def sources(words: str, counted: Recount, lang: str = "en") -> str:
    return _of_sources(Shown("sources", {}, lang, event="r/raid", row="killed/all", words=words), counted)


def line(words: str, claims: str, kind: str, low: str = "", high: str = "") -> str:
    given = {"data-counts": claims, "data-kind": kind}
    given |= {"data-low": low, "data-high": high} if low else {}
    return _of_line(Shown("line", given, "en", event="r/raid", row="killed/all", words=words), recount(*RAID))


@pytest.mark.parametrize(
    ("figures", "lang", "right", "wrong"),
    [
        (["21", "45+"], "en", "21 people killed, or more", "20 people killed, or more"),
        (["21-45"], "en", "21 to 45 people killed", "21 to 54 people killed"),
        (["21-45"], "ar", "من 21 إلى 45 قتيلاً", "من 21 إلى 45 قتيلاً أو أكثر"),
        (["~20"], "en", "about 20 people killed", "20 people killed"),
        (["20+"], "en", "at least 20 people killed", "20 people killed"),
        (["20+"], "ar", "20 قتيلاً على الأقل", "20 قتيلاً"),
        (["..20"], "en", "up to 20 people killed", "0 to 20 people killed"),
        (["dozens"], "en", "dozens of people killed", "tens of people killed"),
        (["dozens"], "en", "dozens of people killed", "12 people killed"),
        (["tens"], "ar", "عشرات القتلى", "مئات القتلى"),
        (["1"], "ar", "قتيل واحد", "3 قتلى"),
        (["2"], "ar", "قتيلان", "12 قتيلاً"),
        (["0"], "ar", "لا قتلى", "4 قتلى"),
        (["some"], "en", "people killed, number not given", "1 person killed"),
    ],
)
def test_a_number_says_in_words_what_was_counted(figures: list[str], lang: str, right: str, wrong: str) -> None:
    counted = recount(*(claim(f"c{n}", "raid", one, by=f"s{n}") for n, one in enumerate(figures)))
    if figures == ["21", "45+"]:
        right, wrong = right.replace("21", "21 to 45"), wrong.replace("20", "20 to 45")
    assert not number(right, counted, lang)
    assert number(wrong, counted, lang)


@pytest.mark.parametrize("given", [{"low": "20"}, {"high": "46"}, {"open": ""}, {"contested": ""}])
def test_a_number_says_the_same_to_programs(given: dict[str, str]) -> None:
    counted = recount(claim("c", "raid", "21-45"))
    assert not number("21 to 45 people killed", counted)
    assert "otherwise than the claims do" in number("21 to 45 people killed", counted, **given)


@pytest.mark.parametrize(
    ("origins", "lang", "right", "wrong"),
    [
        (1, "en", "according to one source: Channel 4.", "according to 4 separate sources, which agree."),
        (1, "ar", "بحسب مصدر واحد: القناة 4.", "بحسب مصدرين منفصلين متفقين."),
        (2, "en", "according to 2 separate sources, which agree.", "according to one source: Channel 2."),
        (2, "ar", "بحسب مصدرين منفصلين متفقين.", "بحسب 3 مصادر منفصلة متفقة."),
        (4, "en", "according to 4 separate sources, which agree.", "according to 5 separate sources, which agree."),
        (4, "ar", "بحسب 4 مصادر منفصلة متفقة.", "بحسب 3 مصادر منفصلة متفقة."),
        (
            4,
            "en",
            "according to 4 separate sources, which agree.",
            "according to 4 separate sources. They do not agree.",
        ),
    ],
)
def test_a_sentence_says_how_many_sources_there_are(origins: int, lang: str, right: str, wrong: str) -> None:
    counted = recount(*(claim(f"c{n}", "raid", "9", by=f"s{n}") for n in range(origins)))
    assert not sources(right, counted, lang)
    assert sources(wrong, counted, lang)


def test_sources_that_differ_are_not_said_to_agree() -> None:
    assert not sources("according to 2 separate sources. They do not agree.", recount(*RAID))
    assert "2 numbers of everybody" in sources(
        "according to 2 separate sources, which agree.", recount(*RAID[:1], *RAID[2:])
    )


def test_a_line_is_the_range_of_the_counts_of_one_origin() -> None:
    assert not line("at least 45", "r/one r/two", "whole", "45", "45")
    assert not line("21", "r/three", "whole", "21", "21")
    assert not line("some, number not given", "r/none", "some")


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (("45", "r/one r/two", "whole", "45", "45"), "shows “45”"),
        (("at least 45", "r/one r/two", "whole", "45", "46"), "counted again it is 45…45"),
        (("22", "r/three", "whole", "21", "21"), "shows “22”"),
        (("21", "r/three", "part", "21", "21"), "counted again it is whole"),
        (("21 to 45", "r/one r/three", "whole", "21", "45"), "different origins"),
        (("21", "r/gone", "whole", "21", "21"), "says nothing of it"),
        (("0", "r/none", "some", "0", "0"), "counted again it is uncounted"),
    ],
)
def test_a_wrong_line_is_told(shown: tuple[str, ...], told: str) -> None:
    assert told in line(*shown)
