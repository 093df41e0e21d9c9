"""Images in a browser: covered until they are asked for, whole on every screen, and nothing moves when they come."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET

pytestmark = pytest.mark.browser

COVER = ".covered"


def seen(page: Page) -> list[bool]:
    """Of each covered image, whether it is drawn."""
    return page.eval_on_selector_all(f"{COVER} > img", "all => all.map(one => one.checkVisibility())")


def width_when_there(page: Page, selector: str) -> int:
    """The width of the file of the first image, once it has come."""
    return page.eval_on_selector(selector, "one => one.decode().then(() => one.naturalWidth)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_graphic_image_is_shown_when_it_is_asked_for(visitor: Open, lang: str) -> None:
    """By the keyboard too; without a script; and it is not even loaded before."""
    page = visitor("golden", "http", java_script_enabled=True).visit(f"{lang}/{MARKET}index.html")
    page.locator(COVER).first.scroll_into_view_if_needed()
    assert seen(page) == [False, False]
    assert page.eval_on_selector_all(f"{COVER} > img", "all => all.map(one => one.naturalWidth)") == [0, 0]
    page.locator(f"{COVER} summary").first.focus()
    page.keyboard.press("Enter")
    assert width_when_there(page, ".covered > img") == 30
    assert seen(page) == [True, False]
    page.keyboard.press("Enter")
    assert seen(page) == [False, False]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_graphic_image_stays_covered_on_paper(visitor: Open, lang: str) -> None:
    """Also one that was opened, and the cover says so; the others are printed."""
    page = visitor("golden", "http").visit(f"{lang}/{MARKET}index.html")
    page.locator(f"{COVER} summary").first.click()
    page.emulate_media(media="print")
    assert seen(page) == [False, False]
    for part, printed in (
        ("strong", True),
        (".covered-paper", True),
        (".covered-open", False),
        (".covered-close", False),
    ):
        assert page.locator(f"{COVER} {part}").first.is_visible() == printed
    assert page.locator(".image > img").first.is_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_an_image_is_whole_on_every_screen(visitor: Open, viewport: dict[str, int]) -> None:
    """It is as wide as its column at most, in its own shape; its place is kept before it comes."""
    page = visitor("golden", "http", viewport=viewport).visit(f"en/{MARKET}index.html")
    image = page.locator(".image > img").first
    before = image.bounding_box()
    image.scroll_into_view_if_needed()
    assert width_when_there(page, ".image > img") == 40
    after = image.bounding_box()
    assert before is not None
    assert after is not None
    assert (before["width"], before["height"]) == (after["width"], after["height"]) == (40, 30)
