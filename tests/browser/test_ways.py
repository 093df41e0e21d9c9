"""The ways through a page and from page to page: with the mouse, with the keyboard, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET, WINTER

pytestmark = [pytest.mark.browser, pytest.mark.slow]


# From one language to the other


@pytest.mark.parametrize("way", ["file", "http"])
@pytest.mark.parametrize(("lang", "other"), [("ar", "en"), ("en", "ar")])
def test_the_switch_leads_to_the_same_place(visitor: Open, lang: str, other: str, way: str) -> None:
    page = visitor("golden", way).visit(f"{lang}/{MARKET}index.html#{lang}_archers-toll")
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/{other}/{MARKET}index.html#{other}_archers-toll")
    assert page.evaluate("document.querySelector(':target').id") == f"{other}_archers-toll"
    assert page.evaluate("document.documentElement.lang") == other


def test_the_switch_follows_when_the_reader_goes_on(visitor: Open) -> None:
    page = visitor().visit(f"en/{MARKET}index.html")
    page.evaluate("location.hash = '#en_plea_2'")
    expect(page.locator("[data-switch]")).to_have_attribute("href", f"../../../ar/{MARKET}index.html#ar_plea_2")
    page.evaluate("location.hash = '#claim-plea'")
    expect(page.locator("[data-switch]")).to_have_attribute("href", f"../../../ar/{MARKET}index.html#claim-plea")


def test_a_switch_never_leads_to_words_that_are_not_there(visitor: Open) -> None:
    """A report without translation has its Arabic words on both pages."""
    page = visitor().visit(f"en/{WINTER}index.html#ar_log-arrests")
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/ar/{WINTER}index.html*")
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/en/{WINTER}index.html*")
    fragment = page.evaluate("location.hash.slice(1)")
    assert page.evaluate("(id) => !id || document.getElementById(id) !== null", fragment), fragment


@pytest.mark.parametrize(("lang", "other"), [("ar", "en"), ("en", "ar")])
def test_the_switch_of_a_dossier_leads_to_the_same_words(visitor: Open, lang: str, other: str) -> None:
    """Its text stands in one language on each page; one without translation is the same on both."""
    words = "2031-03-05-marzuba-market_herald-count"
    page = visitor().visit(f"{lang}/dossiers/valley-spring/index.html#{lang}_{words}")
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/{other}/dossiers/valley-spring/index.html#{other}_{words}")
    assert page.evaluate("document.querySelector(':target').id") == f"{other}_{words}"
    page = visitor().visit("en/dossiers/orchard-march/index.html#ar_orchard-district")
    page.locator("[data-switch]").click()
    page.wait_for_url("**/ar/dossiers/orchard-march/index.html#ar_orchard-district")


@pytest.mark.parametrize(("lang", "other"), [("ar", "en"), ("en", "ar")])
def test_everything_works_without_scripts(visitor: Open, lang: str, other: str) -> None:
    tab = visitor(java_script_enabled=False)
    page = tab.page
    page.goto(f"{tab.root}/{lang}/{MARKET}index.html")
    page.locator(".answer-line a[href^='#']").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/{other}/{MARKET}index.html*")
    page.locator(".contents-nav a[href='#casualties']").click()
    page.locator(".totals summary").first.click()
    expect(page.locator(".totals details").first.locator("ul").first).to_be_visible()


# From a figure to its words and back


#: Whether an element is in the window, and not under what sticks to the window's top (but for a hair's breadth).
IN_VIEW = """(element) => {
  const box = element.getClientRects()[0];
  const bar = document.querySelector(".contents-nav");
  const stuck = bar && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect() : null;
  const top = stuck && stuck.top <= 0 ? stuck.bottom : 0;
  return box.top >= top - 4 && box.bottom <= innerHeight + 1;
}"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_click_on_a_figure_leads_to_its_words(visitor: Open, lang: str, size: dict) -> None:
    page = visitor(viewport=size).visit(f"{lang}/{MARKET}index.html#claim-doctor-count")
    plain = page.locator(f"#{lang}_doctor-count").evaluate("(e) => getComputedStyle(e).backgroundColor")
    page.locator("#claim-doctor-count a[data-claim$='/doctor-count']").first.click()
    words = page.locator(":target")
    expect(words).to_have_attribute("id", f"{lang}_doctor-count")
    assert words.evaluate(IN_VIEW)
    assert words.evaluate("(e) => getComputedStyle(e).backgroundColor") != plain


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_a_link_within_a_page_leads_to_is_in_view(visitor: Open, lang: str, size: dict) -> None:
    page = visitor(viewport=size).visit(f"{lang}/{MARKET}index.html")
    hidden = page.evaluate(
        """async (script) => {
          const inView = eval(script);
          const links = [...document.querySelectorAll("main a[href^='#']")].filter((a) => a.getClientRects().length);
          const fragments = new Set(links.map((a) => a.getAttribute("href")));
          const wrong = [];
          for (const fragment of fragments) {
            location.hash = "#top";
            location.hash = fragment;
            // Words of a language that is not shown are shown when the address leads to them.
            await new Promise((done) => setTimeout(done, 0));
            const target = document.querySelector(":target");
            const tall = target && target.getClientRects()[0]?.height > innerHeight - 100;
            const first = target && (tall ? target.querySelector("h2, h3, p, dt") ?? target : target);
            if (!first || !inView(first)) wrong.push(fragment);
          }
          return wrong;
        }""",
        IN_VIEW,
    )
    assert hidden == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_small_link_of_marked_words_leads_to_what_they_are_about(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    for id, target in (("doctor-count", "claim-doctor-count"), ("hill-clash", "event-hill-clash")):
        small = page.locator(f"#{lang}_{id} > a.ref")
        box = small.bounding_box()
        assert box, id
        assert min(box["width"], box["height"]) >= 8, (id, box)
        small.click()
        expect(page.locator(":target")).to_have_attribute("id", target)
        assert page.locator(":target").evaluate(IN_VIEW), target


def test_copied_words_are_the_words_and_nothing_more(visitor: Open) -> None:
    """The small links are drawn by the style sheet and are in no selection."""
    page = visitor().visit(f"en/{MARKET}index.html")
    page.locator("#en_archers-toll").evaluate("(words) => getSelection().selectAllChildren(words)")
    copied = page.evaluate("String(getSelection())")
    assert copied == '"We killed five to seven of the Border Guard and took dozens"'


# With the keyboard


@pytest.mark.parametrize("lang", LANGUAGES)
def test_disclosures_open_and_close_with_the_keyboard(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html#casualties")
    details = page.locator("tr#total-killed-all details")
    list_in_it = details.locator("ul").first
    expect(list_in_it).to_be_hidden()
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(list_in_it).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details') !== null"), "its links come next"
    details.locator("summary").focus()
    page.keyboard.press("Space")
    expect(list_in_it).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_key_skips_to_the_content(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    skip = page.locator(".skip")
    assert skip.bounding_box()["y"] < 0
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_what_has_the_focus_is_seen(visitor: Open) -> None:
    page = visitor().visit(f"en/{MARKET}index.html")
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.outerHTML")
        style = "getComputedStyle(document.activeElement)"
        assert page.evaluate(f"{style}.outlineStyle") != "none", focused
        assert page.evaluate(f"parseFloat({style}.outlineWidth)") >= 2, focused
