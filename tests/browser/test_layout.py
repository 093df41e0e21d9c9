"""How pages look: on a phone and on a desk, in both directions of writing, on paper and in the dark."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import DOSSIER, GATHERED, MARKET, REAL, WINTER, paths

pytestmark = pytest.mark.browser


# Every page, wherever it stands and however wide the window is


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "way", "size"), [("ar", "file", PHONE), ("en", "http", DESK)], ids=["folder-phone", "server-desk"]
)
def test_pages_open_without_a_fault_and_ask_for_nothing_elsewhere(
    visitor: Open, lang: str, way: str, size: dict
) -> None:
    """Each kind of page is opened the other way round in ``test_policy``."""
    tab = visitor("golden", way, viewport=size)
    for path in paths(lang, MARKET, WINTER, *GATHERED):
        page = tab.visit(path)
        expect(page.locator("h1").first).to_be_visible()
        assert page.title()
    assert tab.faults == []


def test_a_page_that_is_not_there_is_said_in_both_languages(visitor: Open) -> None:
    page = visitor("golden", "http").visit("404.html")
    expect(page.locator("section[lang=ar] h1")).to_be_visible()
    expect(page.locator("section[lang=en] h1")).to_be_visible()


#: The elements whose words reach beyond the window, but for those that are meant to be cut or scroll in themselves.
BEYOND = """() => {
  const cut = (element) => {
    for (let step = element; step && step !== document.body; step = step.parentElement) {
      const style = getComputedStyle(step);
      if (style.overflowX !== "visible" || style.clipPath !== "none" || style.position === "fixed") return true;
      if (step.classList.contains("skip")) return true;
    }
    return false;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      if (box.width && (box.left < -1 || box.right > innerWidth + 1) && !cut(walker.currentNode.parentElement)) {
        found.push(walker.currentNode.data.trim().slice(0, 40));
      }
    }
  }
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) found.push(`scrolls to ${wide}`);
  return [...new Set(found)];
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("site", "extra"), [("golden", (MARKET, WINTER, *GATHERED)), ("project", (REAL, DOSSIER))])
@pytest.mark.slow
def test_nothing_reaches_beyond_the_window(visitor: Open, site: str, extra: tuple[str, ...], lang: str) -> None:
    tab = visitor(site)
    beyond = {}
    for path in paths(lang, *extra):
        page = tab.visit(path)
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if found := page.evaluate(BEYOND):
                beyond[f"{path} at {width}"] = found
    assert beyond == {}


@pytest.mark.parametrize("way", ["file", "http"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_set_in_the_sites_own_fonts(visitor: Open, lang: str, way: str) -> None:
    page = visitor("golden", way).visit(f"{lang}/{MARKET}index.html")
    for family, sample in (("Plex Arabic", "أبجد"), ("Plex Latin", "abcd")):
        assert page.evaluate("([font, text]) => document.fonts.check(font, text)", [f'400 16px "{family}"', sample])
    assert page.evaluate("[...document.fonts].filter((face) => face.status === 'error').length") == 0
    assert font_of(page, "#ar_marzuba") == "IBM Plex Sans Arabic"
    assert font_of(page, "#en_marzuba") == "IBM Plex Sans"


def font_of(page: Page, selector: str) -> str:
    """The font with which the browser really draws the one word that an element holds."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    (font,) = fonts
    assert font["isCustomFont"], "it comes from the machine and not from the site"
    return font["familyName"]


# How things stand on a page


#: Where the first line of each paragraph ends.
FIRST_LINES = """(all) => all.map((paragraph) => {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  return range.getClientRects()[0].bottom;
})"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_two_languages_stand_side_by_side_on_a_desk(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    rows = boxes(page)
    assert len(rows) >= 8
    for own, other in rows:
        assert abs(own["top"] - other["top"]) < 1
        if lang == "ar":
            assert own["left"] >= other["right"], "Arabic begins at the right"
        else:
            assert own["right"] <= other["left"], "English begins at the left"
    firsts = page.locator(".parallel-row").first.locator(".parallel-cell p").evaluate_all(FIRST_LINES)
    assert abs(firsts[0] - firsts[1]) < 24, "the first lines of a row are about level"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_two_languages_stand_one_under_the_other_on_a_phone(visitor: Open, lang: str) -> None:
    page = visitor(viewport=PHONE).visit(f"{lang}/{MARKET}index.html?text=both")
    rows = boxes(page)
    assert len(rows) >= 8
    for own, other in rows:
        assert own["bottom"] <= other["top"] + 1
        assert own["right"] - own["left"] > 300
    for (_, above), (below, _) in pairwise(rows):
        assert above["bottom"] <= below["top"] + 1


def boxes(page: Page) -> list[list[dict[str, float]]]:
    """The boxes of the cells of every row of the parallel text."""
    return page.locator(".parallel-row").evaluate_all(
        """(rows) => rows.map((row) => [...row.querySelectorAll(":scope > .parallel-cell")].map((cell) => {
          const {top, bottom, left, right} = cell.getBoundingClientRect();
          return {top, bottom, left, right};
        }))"""
    )


#: The middle of each visible character of an element's text, in the order in which it is written.
PLACES = """(element) => {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (box && box.width && node.data[at].trim()) found.push([node.data[at], (box.left + box.right) / 2]);
    }
  }
  return found;
}"""


def places(page: Page, selector: str, text: str) -> list[tuple[str, float]]:
    """The characters of the first element of a selector that holds just this text, with where they stand."""
    for element in page.locator(selector).all():
        found = [(char, x) for char, x in element.evaluate(PLACES)]
        if "".join(char for char, _ in found) == text.replace(" ", ""):
            return found
    raise AssertionError(f"{text} is in no {selector}")


def test_a_range_in_arabic_words_reads_from_right_to_left(visitor: Open) -> None:
    page = visitor().visit(f"ar/{MARKET}index.html#claim-archers-toll")
    digits = {char: x for char, x in places(page, ".claim a.figure", "من 5 إلى 7") if char in "57"}
    assert digits["5"] > digits["7"]


def test_names_of_files_and_addresses_run_from_left_to_right_in_arabic(visitor: Open) -> None:
    page = visitor().visit(f"ar/{MARKET}index.html#provenance")
    for selector, text in (
        ("#provenance bdi", "2031-03-05-marzuba-market.json"),
        ("#provenance code", "0123456789abcdef" * 4),
        (".parallel-cell[lang=ar] code", "[x]{.y}"),
        ("#provenance a.external", "https://archive.example/20310305120000/https://herald.example/2031/03/05/"),
    ):
        middle = [x for _, x in places(page, selector, text)]
        assert middle == sorted(middle), text


@pytest.mark.parametrize(("lang", "side"), [("ar", "right"), ("en", "left")])
def test_headings_begin_where_the_language_begins(visitor: Open, lang: str, side: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    heading = page.locator("#claims-title").evaluate(
        "(e) => { const r = document.createRange(); r.selectNodeContents(e); const b = r.getBoundingClientRect(), "
        "p = e.parentElement.getBoundingClientRect(); return {left: b.left - p.left, right: p.right - b.right}; }"
    )
    assert heading[side] < 2


# On paper, and in the dark


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_shows_what_a_disclosure_holds_and_no_navigation(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    page.emulate_media(media="print")
    for navigation in (".masthead .nav", ".switch", ".contents-nav"):
        expect(page.locator(navigation)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("tr#total-killed-all details ul").first).to_be_visible()
    text = page.locator("#provenance a.external").first.evaluate("(e) => getComputedStyle(e, '::after').content")
    assert "herald.example" in text, "an address can be read on paper"


def test_dark_and_light_pages_have_readable_words(visitor: Open) -> None:
    """The contrast of text with its page is at least 7:1 (WCAG, level AAA)."""
    for scheme in ("light", "dark"):
        page = visitor(color_scheme=scheme).visit(f"en/{MARKET}index.html")
        style = "getComputedStyle(document.body)"
        colours = page.evaluate(f"[{style}.color, {style}.backgroundColor]")
        light, dark = sorted((luminance(colour) for colour in colours), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 7, scheme


def luminance(colour: str) -> float:
    """The relative luminance of ``rgb(…)`` as WCAG defines it."""
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
