"""Through a page with the keyboard alone: everything can be reached, in order; where one is can be seen; nothing holds one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET
from tests.browser.kinds import kinds

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BuildSite = Callable[[str], Path]

#: What can be focused, in the order of the page; of a group of radio buttons one.
STOPS = """() => {
  const radios = new Set();
  window.stops = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]"
  )].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({visibilityProperty: true})) return false;
    if (element.type !== "radio") return true;
    const group = [...document.querySelectorAll(`input[name="${element.name}"]`)];
    return element.checked || (!group.some((one) => one.checked) && group[0] === element);
  });
  return window.stops.map((element) => element.outerHTML.slice(0, 100));
}"""

#: Where the focus is among the stops (-1: nowhere), and what is wrong with how it is shown there. Nothing on the line on
#: marked words: it comes and goes with them, and has its own test.
HERE = """() => {
  const here = document.activeElement;
  if (here?.closest("[data-line]")) return null;
  if (!here || here === document.body) return [-1, ""];
  const style = getComputedStyle(here);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  let wrong = ring || style.boxShadow !== "none" ? "" : "has no ring";
  const boxes = [...here.getClientRects()].filter((box) => box.width && box.height);
  const hit = boxes.some((box) => [[0.5, 0.5], [0.05, 0.2], [0.95, 0.8]].some(([x, y]) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (here.contains(top) || top.contains(here));
  }));
  if (!hit) wrong += " is covered or out of sight";
  return [window.stops.indexOf(here), wrong];
}"""


#: From now on, notes where the focus is whenever it moves.
NOTE = """(here) => {
  window.walked = [];
  const note = eval(here);
  addEventListener("focusin", () => walked.push(note()));
}"""
#: What was noted since it was last asked for, and where the focus is now: out of the page nothing is noted.
NOTED = """(here) => [...walked.splice(0), eval(here)()]"""


def steps(page: Page, most: int) -> Iterator[tuple[int, str]]:
    """Press the tab key again and again, and tell where the focus comes to stand, a dozen presses at a time."""
    page.evaluate(NOTE, HERE)
    for _ in range(0, most, 12):
        for _ in range(12):
            page.keyboard.press("Tab")
        yield from filter(None, page.evaluate(NOTED, HERE))


def walk(page: Page) -> list[str]:
    """Go through a page with the tab key; tell what is not reached in its turn or not shown to be."""
    stops = page.evaluate(STOPS)
    assert stops, "nothing can be reached"
    wrong = []
    at = -1
    for here, shown in steps(page, len(stops) * 4):  # a date field has several parts, each with a stop of its own
        if here == at:
            continue
        if here == -1 or (here == 0 and at == len(stops) - 1):  # out of the page, or round again
            break
        if here != at + 1:
            wrong.append(
                f"after {stops[at] if at >= 0 else 'the top'} comes {stops[here] if here >= 0 else 'another thing'}"
            )
        if shown:
            wrong.append(f"{stops[here]} {shown}")
        at = here
    if at != len(stops) - 1:
        wrong.append(f"it ends at {stops[at]}, and {len(stops) - 1 - at} more are not reached")
    return wrong


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tab_key_leads_through_a_briefing(visitor: Open, lang: str, size: dict) -> None:
    page = visitor("golden", "file", viewport=size).visit(f"{lang}/{MARKET}index.html")
    assert walk(page) == []


#: The kinds of pages that hold more than links: walked with the tab key; of the others only how they show the focus.
OPERATED = {"timeline", "casualties", "search", "home", "month"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tab_key_leads_through_pages_with_controls(visitor: Open, build_site: BuildSite, lang: str) -> None:
    tab = visitor()
    pages = kinds(build_site("golden"), lang)
    wrong = {kind: walk(tab.visit(path)) for kind, path in pages.items() if kind in OPERATED}
    assert wrong
    assert {kind: faults for kind, faults in wrong.items() if faults} == {}


#: What shows no focus, or comes out of its turn, when reached by keyboard.
UNSEEN = """() => window.stops.map((stop) => {
  stop.focus();
  const style = getComputedStyle(stop);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  if (stop.tabIndex > 0) return `${stop.outerHTML.slice(0, 80)} is out of its turn`;
  return ring || style.boxShadow !== "none" ? "" : `${stop.outerHTML.slice(0, 80)} shows no focus`;
}).filter(Boolean)"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_focus_is_seen_on_every_kind_of_page(visitor: Open, build_site: BuildSite, lang: str) -> None:
    """In the page's own colours, and in the reader's."""
    tab = visitor()
    wrong = {}
    for path in kinds(build_site("golden"), lang).values():
        page = tab.visit(path)
        page.evaluate(STOPS)
        page.keyboard.press("Tab")  # from here on the browser shows the focus as to somebody with a keyboard
        for forced in ("none", "active"):
            page.emulate_media(forced_colors=forced)
            if found := page.evaluate(UNSEEN):
                wrong[f"{path} with forced colours {forced}"] = found
    assert wrong == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_stop_leads_past_the_navigation(visitor: Open, build_site: BuildSite, lang: str) -> None:
    """On every page with a navigation; and it comes into sight."""
    tab = visitor()
    for path in kinds(build_site("golden"), lang).values():
        if "/" not in path or path.startswith("embed/"):
            continue
        page = tab.visit(path)
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main, footer') !== null"), path


def test_a_disclosure_opens_and_closes_by_keyboard(visitor: Open) -> None:
    page = visitor().visit(f"en/{MARKET}index.html")
    details = page.locator("details:has(> summary)").first
    details.locator("> summary").focus()
    for key, open in (("Enter", True), ("Space", False), ("Space", True)):
        page.keyboard.press(key)
        assert details.evaluate("(e) => e.open") == open
