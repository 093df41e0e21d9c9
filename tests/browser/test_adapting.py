"""Pages that give way: to larger text, wider spacing, narrow windows, a reader's own colours and dislike of motion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET
from tests.browser.kinds import kinds, long_kinds
from tests.browser.test_layout import BEYOND

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BuildSite = Callable[[str], Path]

#: Twice the size of text alone, as a reader's browser may be set (WCAG 1.4.4); and as it was.
LARGE = "document.documentElement.style.fontSize = document.documentElement.lang === 'ar' ? '212.5%' : '200%'"
#: The spacing of WCAG 1.4.12. Letters of Arabic are joined: nobody sets them apart. Its lines are as far apart already.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { word-spacing: 0.16em !important; }
    :lang(en) { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
    :lang(ar) { line-height: max(1.5em, 1lh) !important; letter-spacing: normal !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

PLAIN = "document.documentElement.style.fontSize = ''; document.adoptedStyleSheets = []"

#: Words that an element cuts off: it hides what does not fit, and something does not.
CUT = """() => {
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || style.clipPath !== "none" || element.closest("svg, .skip")) continue;
    const hides = (flow) => ["hidden", "clip"].includes(flow);
    const wide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    const small = element.clientWidth <= 1 || element.clientHeight <= 1;  // words for screen readers only
    if ((wide || high) && !small && element.innerText?.trim()) found.push(element.outerHTML.slice(0, 90));
  }
  return found;
}"""

#: Lines of words that lie on one another.
OVERLAP = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if ([...ancestors(parent)].some((step) => ["fixed", "sticky"].includes(getComputedStyle(step).position)
      || getComputedStyle(step).clipPath !== "none")) continue;
    if (parent.closest("svg.map")) continue;  // names on a map keep their size, and have a test of their own
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) if (box.width > 2) lines.push([box, walker.currentNode]);
  }
  function* ancestors(step) { for (; step && step !== document.body; step = step.parentElement) yield step; }
  lines.sort(([one], [two]) => one.top - two.top);
  const found = [];
  for (let at = 0; at < lines.length; at++) {
    const [one, first] = lines[at];
    for (let next = at + 1; next < lines.length && lines[next][0].top < one.bottom; next++) {
      const [two, second] = lines[next];
      const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const high = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      if (wide > 4 && high > 0.55 * Math.min(one.height, two.height) && first !== second) {
        found.push(`${first.data.trim().slice(0, 30)} / ${second.data.trim().slice(0, 30)}`);
      }
    }
  }
  return [...new Set(found)].slice(0, 8);
}"""

#: Everything that goes wrong when words need more room.
ROOM = {"reaches beyond the window": BEYOND, "is cut off": CUT, "lies on other words": OVERLAP}


#: What a reader may want, with the window that it is wanted in.
WANTED = {
    "large on a desk": (LARGE, DESK),
    "large on a phone": (LARGE, PHONE),
    "spaced on a phone": (SPACED, PHONE),
    "spaced on a desk": (SPACED, DESK),
    "in a narrow window": ("0", {"width": 320, "height": 256}),
}


@pytest.mark.parametrize("site", ["golden", "many"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_find_room(visitor: Open, build_site: BuildSite, lang: str, site: str) -> None:
    """At twice the text size, with spacing set wide, and in the smallest window: nothing is lost, cut or overlaid."""
    tab = visitor(site)
    wrong = {}
    for path in (long_kinds if site == "many" else kinds)(build_site(site), lang).values():
        page = tab.visit(path)
        for wanted, (change, size) in WANTED.items():
            page.set_viewport_size(size)
            page.evaluate(PLAIN)
            page.evaluate(change)
            for fault, script in ROOM.items():
                if found := page.evaluate(script):
                    wrong[f"{path} {wanted} {fault}"] = found
    assert wrong == {}, "\n".join(f"{what}: {found}" for what, found in wrong.items())


#: The smallest side of each thing to operate that is no link within a line of words.
SMALL = """() => [...document.querySelectorAll("button, select, input:not([type=hidden]), summary, [role=button], nav a")]
  .filter((control) => control.checkVisibility({visibilityProperty: true}))
  .map((control) => [control.closest("label")?.getBoundingClientRect() ?? control.getBoundingClientRect(), control])
  .filter(([box]) => box.width && (box.width < 23.5 || box.height < 23.5))
  .map(([box, control]) => `${Math.round(box.width)}x${Math.round(box.height)} ${control.outerHTML.slice(0, 80)}`)"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_operated_is_large_enough_for_a_finger(visitor: Open, build_site: BuildSite, lang: str) -> None:
    tab = visitor(viewport=PHONE, has_touch=True)
    small = {path: tab.visit(path).evaluate(SMALL) for path in kinds(build_site("golden"), lang).values()}
    assert {path: found for path, found in small.items() if found} == {}


#: Moving parts: what runs now, and what would move at a touch, a jump or an opening.
MOVING = """() => {
  const found = document.getAnimations().filter((one) => one.playState === "running").map((one) => `runs: ${one.id}`);
  if (getComputedStyle(document.documentElement).scrollBehavior !== "auto") found.push("jumps are drawn out");
  const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (long(style.transitionDuration) || (style.animationName !== "none" && long(style.animationDuration))) {
        found.push(element.outerHTML.slice(0, 70));
      }
    }
  }
  return [...new Set(found)].slice(0, 8);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_moves_for_those_who_want_it_still(visitor: Open, build_site: BuildSite, lang: str) -> None:
    tab = visitor(reduced_motion="reduce")
    moving = {path: tab.visit(path).evaluate(MOVING) for path in kinds(build_site("golden"), lang).values()}
    assert {path: found for path, found in moving.items() if found} == {}


#: Pictures of which nothing can be told from the page in a reader's own colours, and controls without an edge.
FAINT = """() => {
  const paper = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const luminance = (colour) => {
    paper.clearRect(0, 0, 1, 1);
    paper.fillStyle = colour;
    paper.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = paper.getImageData(0, 0, 1, 1).data;
    if (alpha < 128) return null;
    const part = (value) => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const ground = luminance("Canvas");
  const seen = (colour) => {
    const light = colour === "none" ? null : luminance(colour);
    return light !== null && (Math.max(light, ground) + 0.05) / (Math.min(light, ground) + 0.05) >= 3;
  };
  const found = [];
  for (const picture of document.querySelectorAll("main svg")) {
    if (!picture.checkVisibility()) continue;
    const shapes = [...picture.querySelectorAll("path, rect, circle, line, polygon, polyline, ellipse, text, use")];
    const strong = shapes.some((shape) => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke].some(seen));
    if (shapes.length && !strong) found.push(picture.outerHTML.slice(0, 90));
  }
  for (const control of document.querySelectorAll("button, select, input")) {
    const style = getComputedStyle(control);
    if (control.checkVisibility() && style.borderStyle === "none" && style.textDecorationLine === "none"
      && style.appearance === "none") found.push(control.outerHTML.slice(0, 90));
  }
  return [...new Set(found)].slice(0, 8);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pictures_and_controls_can_be_told_in_a_readers_own_colours(
    visitor: Open, build_site: BuildSite, lang: str
) -> None:
    """High contrast as Windows has it: backgrounds go, and what only they said goes with them."""
    tab = visitor(forced_colors="active")
    faint = {}
    for path in kinds(build_site("golden"), lang).values():
        page = tab.visit(path)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, forced_colors="active")
            if found := page.evaluate(FAINT):
                faint[f"{path} in the {scheme}"] = found
    assert faint == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_given_to_those_who_want_it(visitor: Open, scheme: str) -> None:
    """Seven to one (WCAG 1.4.6) for all words."""
    page = visitor(contrast="more", color_scheme=scheme).visit(f"ar/{MARKET}index.html")
    assert violations(page, "color-contrast-enhanced") == []
