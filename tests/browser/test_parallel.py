"""The report's text: its languages, kept in the address, and what marked words are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET, WINTER

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def shown(page: Page) -> set[str]:
    """The languages in which the text is shown."""
    cells = page.locator(".parallel-cell").all()
    return {cell.get_attribute("lang") or "" for cell in cells if cell.is_visible()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_both_languages_or_one(visitor: Open, lang: str, viewport: dict) -> None:
    """The choice is in the address, stays when the page is loaded again, and goes along to the other language.

    Where there is room for both they stand side by side, else the page's own alone, until a reader chooses.
    """
    page = visitor(viewport=viewport).visit(f"{lang}/{MARKET}index.html")
    usual = "both" if viewport == DESK else lang
    languages = {"both": {"ar", "en"}, "ar": {"ar"}, "en": {"en"}}
    assert shown(page) == languages[usual]
    other = "ar" if lang == "en" else "en"
    for one in ("both", "ar", "en", "both", other):
        page.locator(f"[data-choice] [data-text={one}]").click()
        assert shown(page) == languages[one]
        assert page.url.endswith("index.html" if one == usual else f"?text={one}")
    page.reload()
    assert shown(page) == {other}
    expect(page.locator(f"[data-text={other}]")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/{other}/**?text={other}")
    assert shown(page) == {other}
    page.locator("[data-text=both]").click()
    assert shown(page) == {"ar", "en"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_an_address_leads_to_below_the_text_stands_in_view_on_a_phone(visitor: Open, lang: str) -> None:
    """Also where the text above it becomes shorter, because one of its languages is shown."""
    page = visitor(viewport=PHONE).visit(f"{lang}/{MARKET}index.html#claims-title")
    assert shown(page) == {lang}
    expect(page.locator("#claims-title")).to_be_in_viewport()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_turning_a_screen_shows_what_fits_it(visitor: Open, lang: str) -> None:
    page = visitor(viewport=PHONE).visit(f"{lang}/{MARKET}index.html")
    assert shown(page) == {lang}
    page.set_viewport_size(DESK)
    assert shown(page) == {"ar", "en"}
    page.locator(f"[data-text={lang}]").click()
    page.set_viewport_size(PHONE)
    page.locator("[data-text=both]").click()
    page.set_viewport_size(DESK)
    assert shown(page) == {"ar", "en"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_paper_has_both_languages_unless_a_reader_chose_one(visitor: Open, lang: str, viewport: dict) -> None:
    page = visitor(viewport=viewport).visit(f"{lang}/{MARKET}index.html")
    page.emulate_media(media="print")
    assert shown(page) == {"ar", "en"}
    page.emulate_media(media="screen")
    other = "ar" if lang == "en" else "en"
    page.locator(f"[data-text={other}]").click()
    page.emulate_media(media="print")
    assert shown(page) == {other}


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
    assert entry.locator(".claim-head .number-claim").inner_text() in told
    assert entry.locator(".via").first.inner_text() in told
    assert entry.locator(".claim-who").inner_text() in told
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


#: Every mark that the line leads from to words of another row, or of another thing; and how many there are.
ASTRAY = """() => {
  const text = document.querySelector("[data-parallel]");
  const row = (one) => one.closest(".parallel-row");
  const marks = [...text.querySelectorAll("[data-ref]")];
  const wrong = marks.filter((mark) => {
    mark.dispatchEvent(new PointerEvent("pointerover", {bubbles: true, pointerType: "mouse"}));
    const link = [...document.querySelectorAll("[data-line] [data-counterpart]")].find((one) => !one.hidden);
    const there = link && document.getElementById(link.hash.slice(1));
    return !there || row(there) !== row(mark) || there.closest("[lang]") === mark.closest("[lang]")
      || !mark.dataset.ref.split(" ").some((id) => there.dataset.ref.split(" ").includes(id));
  });
  return [marks.length, wrong.map((mark) => mark.id)];
}"""


@pytest.mark.parametrize("site", ["golden", "big"])
def test_the_counterpart_is_in_the_same_row(visitor: Open, build_site: Callable, site: str) -> None:
    """Also where a place is named in many rows: the same words, not the first that are about the same thing."""
    path = MARKET if site == "golden" else next((build_site("big") / "en" / "briefings").glob("*/")).name
    page = visitor(site).visit(f"en/{path if site == 'golden' else f'briefings/{path}/'}index.html")
    count, astray = page.evaluate(ASTRAY)
    assert count >= 100
    assert astray == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_denies_or_accuses_is_said_to(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    for id, words in (("radio-denial", ".claim-denies"), ("accusation", "[class*=badge-stance-]")):
        page.locator(f"#{lang}_{id} > a.ref-claim").last.focus()
        told = " ".join(page.locator(f"#claim-{id} {words}").inner_text().split())
        assert told
        assert told in page.locator(f"[data-line] a[href='#claim-{id}']").inner_text()
        assert told in (page.locator("[data-said]").text_content() or ""), "it is announced too"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tab_key_leads_into_the_line_and_escape_back(visitor: Open, lang: str) -> None:
    """From any mark, not only from the last of a row, into the line and on to the counterpart."""
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    link = page.locator(f"#{lang}_radio-denial > a.ref-claim").last
    link.focus()
    page.keyboard.press("Tab")
    expect(page.locator("[data-line] [data-things] a").first).to_be_focused()
    page.locator(f"#{lang}_plea").dispatch_event("pointerover", {"pointerType": "mouse"})
    expect(page.locator("[data-line] [data-things] a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-line]")).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_touch_in_the_line_leaves_it_and_one_beside_marks_closes_it(visitor: Open, lang: str) -> None:
    page = visitor(viewport=PHONE, has_touch=True).visit(f"{lang}/{MARKET}index.html")
    page.locator(f"#{lang}_radio-denial").tap()
    line = page.locator("[data-line]")
    box = line.bounding_box()
    assert box
    here = page.url
    page.touchscreen.tap(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4)
    assert page.url == here, "it touched a link"
    page.wait_for_timeout(900)
    expect(line).to_be_visible()
    for target in line.locator("a:visible, button").all():
        size = target.bounding_box()
        assert size
        assert size["height"] >= 24
    page.locator(f".parallel-cell[lang={lang}] h3").first.tap()
    expect(line).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_line_covers_no_words_on_a_low_window(visitor: Open, lang: str) -> None:
    page = visitor(viewport={"width": 640, "height": 360}).visit(f"{lang}/{MARKET}index.html?text=both")
    links = page.locator(".parallel-cell [data-ref] a, .parallel-cell a[data-ref]")
    covered = links.evaluate_all(
        """(links) => links.flatMap((link) => ["start", "center", "end"].filter((block) => {
          const line = document.querySelector("[data-line]");
          link.blur();
          dispatchEvent(new KeyboardEvent("keydown", {key: "Escape"}));
          link.scrollIntoView({block});
          link.focus({preventScroll: true});
          const [own, its] = [link.getBoundingClientRect(), line.getBoundingClientRect()];
          return line.contains(link) || line.hidden || (own.bottom > its.top + 1 && own.top < its.bottom - 1);
        }).map((block) => `${link.outerHTML.slice(0, 60)} at the ${block}`))"""
    )
    own = [one for one in covered if 'rel="noopener' not in one and "about-" not in one]
    assert links.count() > 50
    assert own == []


#: How many characters a line of running text holds: of each paragraph of some length, in each language.
MEASURE = """(lang) => [...document.querySelectorAll(`.parallel-cell[lang=${lang}] > p`)].map((p) => {
  const range = document.createRange();
  range.selectNodeContents(p);
  const bottoms = [...range.getClientRects()].filter((box) => box.height > 8 && box.width > 40).map((box) => box.bottom);
  const height = parseFloat(getComputedStyle(p).lineHeight);
  return [p.textContent.length, (Math.max(...bottoms) - p.getBoundingClientRect().top) / height];
}).filter(([length, lines]) => length > 250).map(([length, lines]) => length / Math.round(lines))"""


@pytest.mark.parametrize("text", ["ar", "en"])
def test_one_language_alone_has_a_measure_to_read(visitor: Open, build_site: Callable, text: str) -> None:
    name = next((build_site("big") / "en" / "briefings").glob("*/")).name
    page = visitor("big").visit(f"en/briefings/{name}/index.html?text={text}")
    lines = page.evaluate(MEASURE, text)
    assert lines
    assert 50 < sum(lines) / len(lines) < 75, lines


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cells_say_their_language_where_they_stand_under_one_another(visitor: Open, lang: str) -> None:
    """The first of each language: after that the letters do."""
    label = "(cell) => getComputedStyle(cell, '::before').content"
    for viewport, named in ((PHONE, True), ({"width": 320, "height": 640}, True), (DESK, False)):
        page = visitor(viewport=viewport).visit(f"{lang}/{MARKET}index.html")
        page.locator("[data-text=both]").click()
        cells = [cell.evaluate(label) not in ("none", "normal") for cell in page.locator(".parallel-cell").all()]
        assert cells == [named, named, *[False] * (len(cells) - 2)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(f"[data-text={lang}]").click()
        assert page.locator(f".parallel-cell[lang={lang}]").first.evaluate(label) == "none"
