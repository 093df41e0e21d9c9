"""Ranges drawn beside the words that say them: nothing more, nothing else, and as the page reads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import DOSSIER, GATHERED, MARKET, REAL

pytestmark = pytest.mark.browser

PAGES = [("golden", MARKET, DESK), ("golden", MARKET, PHONE), ("project", REAL, DESK)]


def numbers(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]


def ends(cell: Locator) -> tuple[float, float] | None:
    """From where to where a bar reaches, as parts of its field from where lines begin; ``None`` for no bar."""
    field, rect, point = cell.locator("svg.bar"), cell.locator("svg.bar > rect"), cell.locator(".bar-point")
    if not field.count():
        return None
    whole, drawn = field.bounding_box(), (rect if rect.count() else point).bounding_box()
    assert whole
    assert drawn
    rtl = cell.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    middle = drawn["width"] / 2 if not rect.count() else 0
    first = (drawn["x"] + middle - whole["x"]) / whole["width"]
    last = (drawn["x"] + drawn["width"] - middle - whole["x"]) / whole["width"]
    return (1 - last, 1 - first) if rtl else (first, last)


def unfolded(page: Page) -> Page:
    """A page with all that it folds."""
    page.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    return page


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("site", "path", "viewport"), PAGES, ids=["phone", "desk", "real"])
def test_a_bar_is_as_long_as_its_words_say(visitor: Open, lang: str, site: str, path: str, viewport: dict) -> None:
    """Read off the page: the scale's end from under the bar of everybody, the numbers from the same row."""
    page = unfolded(visitor(site, viewport=viewport).visit(f"{lang}/{path}index.html"))
    top, drawn = 0, 0
    for row in page.locator(".totals tbody tr").all():
        cell, told = row.locator("td.bar-column"), row.locator(".total")
        if cell.locator(".bar-ends").count():
            top = numbers(cell.locator(".bar-ends span").last.inner_text())[0]
        low, high = told.get_attribute("data-low"), told.get_attribute("data-high")
        found = ends(cell)
        assert (found is None) == (low is None), row.inner_text()
        if found and low and high:
            drawn += 1
            assert found == pytest.approx((int(low) / top, int(high) / top), abs=0.012), row.inner_text()
    assert drawn >= 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_arrow_stands_where_there_may_be_more(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{GATHERED[0]}index.html")
    rows = page.locator(".totals tbody tr:has(svg.bar)").all()
    told = [(row.locator(".bar-open").count() > 0, row.locator(".total").inner_text()) for row in rows]
    assert {arrow for arrow, _ in told} == {True, False}
    for arrow, words in told:
        assert arrow == any(word in words for word in ("at least", "or more", "على الأقل", "أو أكثر")), words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.slow
def test_totals_are_drawn_and_the_ledger_whose_totals_follow_a_filter_is_not(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/{DOSSIER}index.html")
    for cell in page.locator(".totals td.bar-column").all():
        assert cell.locator("svg.bar").count() == cell.locator(".total[data-low]").count()
    page = visitor("project").visit(f"{lang}/casualties/index.html")
    expect(page.locator(".totals svg")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.slow
def test_drawings_say_nothing_to_those_who_listen(visitor: Open, lang: str) -> None:
    """The words beside them say it; hearing both would be hearing it twice."""
    page = visitor("project").visit(f"{lang}/{REAL}index.html")
    for drawing in page.locator("main svg").all():
        assert drawing.evaluate("(one) => one.closest('[aria-hidden=true]') !== null")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.slow
def test_bars_of_one_scale_stand_under_one_another(visitor: Open, lang: str, width: int) -> None:
    """So that figures can be compared down the page; and what a cell is called covers nothing below it."""
    page = unfolded(visitor(viewport={"width": width, "height": 900}).visit(f"{lang}/{MARKET}index.html"))
    bars = [bar.bounding_box() for bar in page.locator(".totals svg.bar").all() if bar.is_visible()]
    assert len(bars) > 5
    assert len({(round(bar["x"]), round(bar["width"])) for bar in bars if bar}) == 1
    labelled = page.locator(".stack td[data-label]:visible")
    assert labelled.count() > 20
    assert (
        labelled.evaluate_all("(cells) => cells.filter((one) => one.scrollHeight > one.clientHeight + 1).length") == 0
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.slow
def test_the_ends_of_a_scale_of_time_stand_over_its_bars(visitor: Open, lang: str, width: int) -> None:
    """A bar is read by the days at the ends."""
    page = unfolded(
        visitor(viewport={"width": width, "height": 900}).visit(f"{lang}/dossiers/valley-spring/index.html")
    )
    ends = page.locator(".scale-ends" if width > 700 else ".scale-ends-again").first.bounding_box()
    bars = [bar.bounding_box() for bar in page.locator("td .scale-bar").all()]
    assert len(bars) == 3
    for bar in bars:
        assert ends is not None
        assert bar is not None
        assert abs(bar["x"] - ends["x"]) < 2
        assert abs(bar["width"] - ends["width"]) < 3
