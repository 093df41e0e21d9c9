"""The map of a page: the places of its list, with names that can be read, and nothing fetched."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import DOSSIER, REAL

pytestmark = pytest.mark.browser


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESK, {"width": 320, "height": 700}], ids=["phone", "desk", "narrow"])
@pytest.mark.parametrize("path", [REAL, DOSSIER])
def test_names_stand_on_the_map_and_on_no_other_name(visitor: Open, lang: str, viewport: dict, path: str) -> None:
    page = visitor("project", viewport=viewport).visit(f"{lang}/{path}index.html#map")
    whole = page.locator("svg.map").bounding_box()
    assert whole
    boxes = page.locator("svg.map .map-name").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().toJSON()).filter((one) => one.height)"
    )
    assert len(boxes) >= 3
    for at, one in enumerate(boxes):
        assert one["height"] >= 12
        assert whole["x"] - 1 <= one["left"]
        assert one["right"] <= whole["x"] + whole["width"] + 1
        for two in boxes[at + 1 :]:
            beside = one["right"] <= two["left"] + 1 or two["right"] <= one["left"] + 1
            assert beside or one["bottom"] <= two["top"] + 3 or two["bottom"] <= one["top"] + 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_names_every_place_of_the_map_and_those_that_are_not_on_it(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/{DOSSIER}index.html")
    listed = page.locator(".map-places .name").all_inner_texts()
    assert len(listed) == len(set(listed)) > 5
    for name in page.locator("svg.map .map-wide .map-name").all_text_contents():
        assert name.strip() in listed or name.strip().isdigit()
    expect(page.locator(".map-figure figcaption > .note")).to_contain_text("Natural Earth")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_west_is_left_in_every_language(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/dossiers/aleppo-autumn-2016/index.html")
    names = {"ar": ("الفرقان", "الصاخور"), "en": ("al-Furqan", "al-Sakhour")}[lang]
    west, east = (page.locator("svg.map .map-wide .map-name", has_text=name).bounding_box() for name in names)
    assert west
    assert east
    assert west["x"] < east["x"]
