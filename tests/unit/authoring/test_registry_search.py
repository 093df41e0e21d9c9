"""`make registry FIND=…`: entries by any of their names, where they are used, and which look like one another."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from authoring.registry_search import matching, search
from reports.problems import Problems
from reports.registry import read_registry
from tests.helpers.content import Content

ROOT = Path(__file__).parents[3]


@pytest.fixture
def content(tmp_path: Path) -> Content:
    places = "ferdows: {name: {ar: الفِردوس, en: al-Firdaws}, aliases: {en: [Fardous]}, kind: neighbourhood, within: aleppo}\n"
    return Content(tmp_path).registry(places=places)


@pytest.mark.parametrize(
    "wanted",
    [
        "الفردوس",
        "فردوس",
        "للفردوس",
        "والفردوس",
        "الفـردوس",
        "al-firdaws",
        "Al Firdaws",
        "FARDOUS",
        "ferdows",
        "Firdavs",
        "الفردوص",
    ],
)
def test_an_entry_is_found_by_any_spelling(content: Content, wanted: str) -> None:
    assert "`ferdows`" in search(content.root, wanted)[0].message


def test_what_nobody_is_called_is_said(content: Content) -> None:
    (told,) = search(content.root, "Atlantis")
    assert told.message == "no entry is called `Atlantis`, or nearly so"


def test_where_an_entry_is_used_is_told_by_file_and_line(content: Content) -> None:
    content.report(
        record="events:\n  raid: {type: air-strike, when: 2016-10-04, where: ferdows}\n",
        ar="في [الفردوس]{.ferdows} [غارة]{.raid}، و[الحي]{.ferdows-not}.",
        en="In [al-Firdaws]{.ferdows} [a raid]{.raid}.",
    )
    told = search(content.root, "ferdows")[0]
    assert told.line == 4
    assert "used 3 times: reports/r/ar.md:3, reports/r/en.md:3, reports/r/record.yaml:4" in told.message


def test_entries_that_look_like_one_are_told(content: Content) -> None:
    content.registry(
        places="kafr-nabl: {name: {ar: كفر نبل, en: Kafr Nabl}, kind: town}\n"
        "kafranbel: {name: {ar: كفرنبل, en: Kafranbel}, kind: town}\n"
        "idlib: {name: {ar: إدلب, en: Idlib}, kind: city, within: idlib-region}\n"
        "idlib-region: {name: {ar: محافظة إدلب, en: Idlib Governorate}, kind: governorate}\n"
        "brigade-16: {name: {ar: اللواء 16, en: Brigade 16}, kind: facility}\n"
        "brigade-46: {name: {ar: اللواء 46, en: Brigade 46}, kind: facility}\n"
    )
    told = [one.message for one in search(content.root, "")]
    assert len(told) == 1
    assert told[0].startswith("`kafr-nabl` and `kafranbel` look like one entry")
    assert any("look like one entry" in one.message for one in search(content.root, "Kafr Nabl"))


@pytest.mark.slow
def test_the_own_registry_is_found_by_every_name_that_it_has() -> None:
    registry = read_registry(ROOT / "content/registry", Problems())
    for id in registry:
        for name in (registry[id].name.ar, registry[id].name.en):
            assert id in matching(registry, str(name)), name


def test_names_without_end_take_little_memory(content: Content) -> None:
    """A name is held against those without one of its letters: of 2,000 letters these have 4 MB, for each name."""
    content.registry(
        sources="\n".join(
            f"s{i}: {{name: {{ar: {chr(97 + i) * 1_990}, en: {chr(107 + i) * 1_990}}}, kind: person}}"
            for i in range(10)
        )
    )
    tracemalloc.start()
    try:
        search(content.root, "")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
