"""The report's text: its languages, kept in the address, and what marked words are about."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET, WINTER

pytestmark = pytest.mark.browser


def shown(page: Page) -> set[str]:
    """The languages in which the text is shown."""
    cells = page.locator(".parallel-cell").all()
    return {cell.get_attribute("lang") or "" for cell in cells if cell.is_visible()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_both_languages_or_one(visitor: Open, lang: str, viewport: dict) -> None:
    """The choice is in the address, stays when the page is loaded again, and goes along to the other language."""
    page = visitor(viewport=viewport).visit(f"{lang}/{MARKET}index.html")
    assert shown(page) == {"ar", "en"}
    for one in ("ar", "en"):
        page.locator(f"[data-choice] [data-text={one}]").click()
        assert shown(page) == {one}
        assert page.url.endswith(f"?text={one}")
    page.reload()
    assert shown(page) == {"en"}
    expect(page.locator("[data-text=en]")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-switch]").click()
    page.wait_for_url("**?text=en")
    assert shown(page) == {"en"}
    page.locator("[data-text=both]").click()
    assert shown(page) == {"ar", "en"}
    assert "?" not in page.url


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_that_a_link_leads_to_are_shown_whatever_was_chosen(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html?text=en#ar_archers-toll")
    assert shown(page) == {"ar", "en"}
    expect(page.locator("#ar_archers-toll")).to_be_in_viewport()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_begin_together(visitor: Open, lang: str) -> None:
    page = visitor(viewport=DESK).visit(f"{lang}/{MARKET}index.html")
    for row in page.locator(".parallel-row").all():
        tops = [cell.bounding_box()["y"] for cell in row.locator(".parallel-cell").all()]
        assert max(tops) - min(tops) < 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pointing_at_a_mark_says_what_it_is_and_lights_its_counterpart(visitor: Open, lang: str) -> None:
    page = visitor(viewport=DESK).visit(f"{lang}/{MARKET}index.html")
    mark, line = page.locator(f"#{lang}_archers-toll"), page.locator("[data-line]")
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    expect(line).to_be_hidden()
    mark.locator("a.ref-claim").last.hover()
    expect(line).to_be_visible()
    assert mark.bounding_box() == before, "the words moved"
    other = "en" if lang == "ar" else "ar"
    assert "lit" in (page.locator(f"#{other}_archers-toll").get_attribute("class") or "")
    entry = page.locator("#claim-archers-toll")
    told = line.locator("a[href='#claim-archers-toll']").inner_text()
    assert entry.locator(".claim-head .number-badge").inner_text() in told
    assert entry.locator(".via").first.inner_text() in told
    assert page.locator(".voice", has=entry).locator(".voice-name a").inner_text() in told
    assert line.locator(f"[data-counterpart={other}]").get_attribute("href") == f"#{other}_archers-toll"
    line.hover()
    page.wait_for_timeout(900)
    expect(line).to_be_visible()
    page.keyboard.press("Escape")
    expect(line).to_be_hidden()
    expect(page.locator(".lit")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_keyboard_says_it_too(visitor: Open, lang: str) -> None:
    page = visitor(viewport=DESK).visit(f"{lang}/{MARKET}index.html")
    page.locator(f"#{lang}_archers-toll a.ref-claim").first.focus()
    line = page.locator("[data-line]")
    expect(line.locator("a[href='#claim-archers-toll']")).to_be_visible()
    box, own = line.bounding_box(), page.locator(f"#{lang}_archers-toll a.ref-claim").first.bounding_box()
    assert box
    assert own
    assert own["y"] + own["height"] <= box["y"] or own["y"] >= box["y"] + box["height"], "the line covers the words"
    line.locator("[data-close]").click()
    expect(line).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_first_touch_says_what_it_is_and_the_line_leads_on(visitor: Open, lang: str) -> None:
    page = visitor(viewport=PHONE, has_touch=True).visit(f"{lang}/{MARKET}index.html")
    mark = page.locator(f"[lang={lang}].parallel-cell a.mark-place").first
    id = (mark.get_attribute("href") or "").removeprefix("#entry-")
    mark.tap()
    assert "#" not in page.url
    page.locator(f"[data-line] a[href='#entry-{id}']").tap()
    page.wait_for_url(f"**#entry-{id}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_there_is_nothing_dead(visitor: Open, lang: str) -> None:
    page = visitor(java_script_enabled=False).visit(f"{lang}/{MARKET}index.html")
    expect(page.locator("[data-choice]")).to_be_hidden()
    expect(page.locator("[data-line]")).to_be_hidden()
    assert shown(page) == {"ar", "en"}


def test_a_text_of_one_language_has_nothing_to_choose(visitor: Open) -> None:
    page = visitor().visit(f"en/{WINTER}index.html")
    expect(page.locator("[data-choice]")).to_have_count(0)
    page.locator("[data-ref]").first.hover()
    expect(page.locator("[data-line]")).to_be_visible()
