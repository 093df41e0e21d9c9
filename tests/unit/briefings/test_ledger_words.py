"""The patterns that the ledger's script fills in: filled in, they are what the voice says, in every setting."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import product

import pytest

from bilingual import Voice, load_voices
from briefings.page.ledger_words import words
from briefings.page.markup import json_data
from reports.edtf import parse_date
from reports.figure_notation import WORDS
from tests.conftest import PROJECT

THEME = PROJECT / "themes" / "briefing"


def voice(lang: str, digits: str, months: str) -> Voice:
    folders = THEME / "translations", THEME / "templates"
    return load_voices(*folders, code=[PROJECT / "plugins" / "briefings"], digits=digits, months=months)[lang]


SETTINGS = [("en", "latn", "levantine"), ("ar", "latn", "levantine"), ("ar", "arab", "maghrebi")]


@pytest.fixture(scope="module", params=SETTINGS, ids="-".join)
def speaking(request: pytest.FixtureRequest) -> tuple[Voice, dict]:
    found = voice(*request.param)
    return found, json.loads(json_data(words(found)))


def filled(pattern: str, **values: str) -> str:
    """What the script does with a pattern."""
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], pattern)


def test_ranges(speaking: tuple[Voice, dict]) -> None:
    voice, said = speaking
    for low, high, open, approximate in product((0, 1, 8, 77, 7777), (0, 1, 8, 88, 12345678), (0, 1), (0, 1)):
        if low <= high:
            shape = ("exact" if high else "none") if low == high else "between" if low else "from-none"
            shapes = [(shape, False), *([("up-to", True)] if shape == "from-none" else [])]
            for name, up_to in shapes:
                pattern = said["ranges"][name][2 * open + approximate]
                spoken = filled(pattern, low=voice.number(low), high=voice.number(high))
                assert spoken == voice.range(low, high, bool(open), bool(approximate), up_to=up_to)
    assert said["uncounted"] == voice.range(None, None)
    assert all(said["words"][word] == voice.range(None, None, word=word) for word in WORDS)


def test_numbers(speaking: tuple[Voice, dict]) -> None:
    voice, said = speaking
    for number in (0, 5, 999, 1000, 1234567890):
        grouped = re.sub(r"\B(?=(?:\d{3})+$)", said["group"], str(number))
        assert re.sub(r"[0-9]", lambda digit: said["digits"][int(digit[0])], grouped) == voice.number(number)


def test_days(speaking: tuple[Voice, dict]) -> None:
    voice, said = speaking
    for day in (date(2016, 10, 1), date(2031, 8, 28), date(1999, 1, 19), date(2028, 12, 31)):
        pattern = said["days"][day.month - 1]
        spoken = filled(pattern, day=voice.digits(day.day), year=voice.digits(day.year))
        assert spoken == voice.date(parse_date(day.isoformat()))


def test_every_plural_form_has_its_number_or_says_it_in_words(speaking: tuple[Voice, dict]) -> None:
    voice, said = speaking
    categories = {"zero", "one", "two", "few", "many", "other"} if voice.lang == "ar" else {"one", "other"}
    for name in ("origins", "uncounted_events", "apart", "everything", "chosen"):
        assert said[name].keys() == categories
        for category in {"few", "many", "other"} & categories:
            assert "{number}" in said[name][category], (name, category)
        assert not re.search(r"[0-9٠-٩]|%", "".join(said[name].values())), name


def test_json_in_a_page_cannot_end_its_element() -> None:
    value = {"a": "</script><!-- & \u2028\u2029 <script>", "حلب": ["\\u003c", None, 1.5]}
    text = str(json_data(value))
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == value
