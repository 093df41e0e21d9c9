"""The answer of an event: from the number one click leads to the Arabic sentence and to the article, and it can be copied."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open

pytestmark = pytest.mark.browser

STRIKE = "events/2031-03-05-marzuba-market/market-strike/index.html"
MARKET = "briefings/2031-03-05-marzuba-market/index.html"


def line(page: Page) -> object:
    """The line of the paper that counted twelve."""
    return page.locator(".answer-line:has([data-counts$='/herald-count'])").first


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", [STRIKE, MARKET], ids=["event", "briefing"])
def test_one_click_leads_from_a_number_to_the_arabic_sentence(
    visitor: Open, lang: str, viewport: dict, path: str
) -> None:
    page = visitor(viewport=viewport).visit(f"{lang}/{path}")
    way = line(page).locator("a[href$='#ar_herald-count']").first
    expect(way).to_be_visible()
    way.click()
    expect(page).to_have_url(re.compile("#ar_herald-count$"))
    sentence = page.locator("[id='ar_herald-count']")
    expect(sentence).to_be_in_viewport()
    assert "12 قتيلاً مدنياً" in sentence.inner_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_click_leads_from_a_number_to_the_article(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{STRIKE}")
    article = line(page).locator("a.external").first
    expect(article).to_be_visible()
    assert article.get_attribute("href").startswith("https://")
    assert set(article.get_attribute("rel").split()) == {"noopener", "noreferrer"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_clicks_lead_from_a_number_to_its_data(visitor: Open, lang: str) -> None:
    page = visitor(way="http").visit(f"{lang}/{STRIKE}")
    page.locator(".answer-tools > details:last-of-type > summary").click()
    href = page.locator(".answer-tools a[href$='market-strike.json']").evaluate("(a) => a.href")
    page.locator(".answer-tools a[href$='market-strike.json']").click()
    page.wait_for_url(href)
    assert '"event":"2031-03-05-marzuba-market/market-strike"' in page.content()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_can_be_copied_is_copied_with_its_source_and_address(visitor: Open, lang: str) -> None:
    tab = visitor(way="http", permissions=["clipboard-read", "clipboard-write"])
    page = tab.visit(f"{lang}/{STRIKE}")
    tools = page.locator("[data-copy]")
    for place, said in enumerate(["North Wire" if lang == "en" else "برقية الشمال", "170", ""]):
        tools.nth(place).locator("summary").click()
        expect(tools.nth(place).locator("[role=status]")).not_to_be_empty()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.endswith(f"{tab.root}/{lang}/{STRIKE}"), copied
        assert said in copied


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_all_of_it_can_be_read(visitor: Open, lang: str) -> None:
    page = visitor(java_script_enabled=False, viewport=PHONE)
    page.page.goto(f"{page.root}/{lang}/{STRIKE}")
    for tool in page.page.locator(".answer-tools > details").all():
        tool.locator("summary").click()
        expect(tool.locator("p").first).to_be_visible()
        assert tool.locator("p").first.inner_text().strip()
    grade = page.page.locator(".answer-grade")
    grade.locator("summary").click()
    expect(grade.locator(".note")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("way", ["file", "http"])
def test_another_name_of_an_event_leads_to_its_page(visitor: Open, lang: str, way: str) -> None:
    tab = visitor(way=way)
    tab.page.goto(f"{tab.root}/{lang}/events/2031-03-07-qandara/the-market/index.html")
    tab.page.wait_for_url(f"**/{lang}/{STRIKE}")
    expect(tab.page.locator("h1")).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("viewport", [{"width": 320, "height": 700}, PHONE, DESK], ids=["small", "phone", "desk"])
def test_an_answer_is_as_wide_as_the_page_and_no_wider(visitor: Open, lang: str, viewport: dict) -> None:
    page = visitor(viewport=viewport).visit(f"{lang}/{STRIKE}")
    for tool in page.locator(".answer details").all():
        tool.evaluate("(one) => { one.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_dot_stands_where_its_number_is_on_the_scale(visitor: Open, lang: str) -> None:
    """From the side where lines begin: few near it, many far from it, and all lines on one scale."""
    page = visitor().visit(f"{lang}/{STRIKE}")
    places = {}
    for one in page.locator(".answer-quantity").first.locator(".answer-line").all():
        end = one.locator(".answer-figure").get_attribute("data-high")
        dot, bar = one.locator("circle"), one.locator(".bar-line")
        if dot.count():
            middle = dot.evaluate("(dot) => { const box = dot.getBoundingClientRect(); return box.x + box.width / 2; }")
            box = bar.bounding_box()
            along = (middle - box["x"]) / box["width"]
            places[int(end)] = along if lang == "en" else 1 - along
    assert len(places) >= 3
    for number, along in places.items():
        assert along == pytest.approx(number / 200, abs=0.01)
