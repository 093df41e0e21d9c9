"""Figures in words: what they mean, and when they agree with a number."""

from __future__ import annotations

import pytest

from inspection.words import Meant, agrees, meant, numbers


@pytest.mark.parametrize(
    ("text", "lang", "means"),
    [
        ("1,200", "en", Meant(1200, 1200)),
        ("about 170 or more", "en", Meant(170, 170, True, True)),
        ("up to about 20", "en", Meant(0, 20, False, True, up_to=True)),
        ("0 to 20", "en", Meant(0, 20)),
        ("0 to about 100 or more", "en", Meant(0, 100, True, True)),
        ("من 0 إلى نحو 100", "ar", Meant(0, 100, False, True)),
        ("dozens", "en", Meant(12, 12, True, True, word=True)),
        ("some, number not given", "en", Meant()),
        ("بين نحو 4 و45", "ar", Meant(4, 45, False, True)),
        ("نحو ١٬٢٠٠ أو أكثر", "ar", Meant(1200, 1200, True, True)),
        ("14 على الأكثر", "ar", Meant(0, 14, up_to=True)),
        ("لم يُذكر العدد", "ar", Meant()),
        ("circa 4", "en", None),
        ("14 على الأكثر", "en", None),
    ],
)
def test_words_mean_numbers_and_flags(text: str, lang: str, means: Meant | None) -> None:
    assert meant(text, lang) == means


def test_of_other_words_the_numbers_must_agree() -> None:
    assert agrees("circa 4 bis 45", "en", Meant(4, 45, False, True))
    assert agrees("bis 45", "en", Meant(0, 45))
    assert agrees("ungezählt", "en", Meant())
    assert not agrees("circa 4 bis 46", "en", Meant(4, 45, False, True))
    assert not agrees("circa 4", "en", Meant())


def test_known_words_must_agree_in_all() -> None:
    assert agrees("about 4", "en", Meant(4, 4, False, True))
    assert not agrees("4", "en", Meant(4, 4, False, True))
    assert not agrees("at least 4", "en", Meant(4, 4, False, True))


def test_a_word_is_shown_as_the_word_and_a_number_as_a_number() -> None:
    assert agrees("tens", "en", Meant(10, 10, True, True, word=True))
    assert not agrees("about 10 or more", "en", Meant(10, 10, True, True, word=True))
    assert not agrees("tens", "en", Meant(10, 10, True, True))
    assert not agrees("circa 10", "en", Meant(10, 10, True, True, word=True))


@pytest.mark.parametrize("number", [10, 12])
def test_arabic_has_one_word_for_tens_and_dozens(number: int) -> None:
    assert agrees("عشرات", "ar", Meant(number, number, True, True, word=True))


def test_numbers_are_found_in_either_digits() -> None:
    assert numbers("من ١٬٢٠٠ إلى 1,300") == [1200, 1300]
