"""What axe, a screen reader and a keyboard find on every kind of page, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import COLOURS, WIDTHS, violations
from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.kinds import kinds, long_kinds

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BuildSite = Callable[[str], Path]


@pytest.mark.parametrize("site", ["golden", "many"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(visitor: Open, build_site: BuildSite, lang: str, site: str) -> None:
    """All rules on a desk in the light; on a phone what depends on the width; in the dark what depends on colours.

    In the dark, the phone is asked only for what the desk does not show: widths and schemes change no colour together.
    """
    tab = visitor(site)
    found = {}
    for kind, path in (long_kinds if site == "many" else kinds)(build_site(site), lang).items():
        page = tab.visit(path)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(DESK)
        wrong = {"on a desk": violations(page)}
        page.emulate_media(color_scheme="dark")
        page.evaluate("window.shownBefore = new Set()")
        wrong["on a desk in the dark"] = violations(page, *COLOURS)
        page.set_viewport_size(PHONE)
        wrong["on a phone in the dark"] = violations(page, *COLOURS, fresh=True)
        page.emulate_media(color_scheme="light")
        wrong["on a phone"] = violations(page, *WIDTHS)
        found |= {f"{kind} ({path}) {where}": lines for where, lines in wrong.items() if lines}
    assert found == {}, _listed(found)


def test_axe_would_find_something(visitor: Open) -> None:
    page = visitor(bypass_csp=True).visit("en/about/index.html")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')"
    )
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "button-name" in found
    assert violations(page, "image-alt")


def _listed(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{page}:\n" + "\n".join(f"    {line}" for line in lines[:12]) for page, lines in found.items())


# Names, and languages

SCRIPT = {"ar": re.compile("[\u0620-\u064a]"), "en": re.compile("[A-Za-z]")}
NAMED = {
    "link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "heading", "image", "navigation",
    "region", "search", "group", "DisclosureTriangle", "spinbutton", "Date", "option", "listbox", "figure", "table",
}  # fmt: skip
#: The roles of what a reader operates: they need a name.
OPERATED = NAMED & {"link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "DisclosureTriangle"}

#: The language of an element's words; "" where they are a name of a file, an address or the like, set apart as such.
LANGUAGE = """function () {
  const element = this.nodeType === 1 ? this : this.parentElement;
  const own = (element.closest("[lang]") ?? document.documentElement).lang;
  const within = [...element.querySelectorAll("[lang]")].map((part) => part.lang);
  if (element.getRootNode() !== document) return "";  // a part of a date field: the browser's own words
  if (element.closest("code, bdi, [dir=ltr]") || element.querySelector("code, bdi, time")) return "";
  return within.length && new Set(within).size === 1 ? within[0] : own;
}"""


@dataclass(frozen=True)
class Heard:
    """What somebody who listens is given by a page: named things, words without their language, and the outline."""

    lang: str
    names: list[tuple[str, str, str]]
    unmarked: list[str]
    outline: dict[str, Any]


@pytest.fixture(scope="module")
def heard(browser: Browser, browser_context_args: dict, build_site: BuildSite) -> Callable[[str], dict[str, Heard]]:
    """Every kind of page of a language as it is heard, by path."""

    @cache
    def listen(lang: str) -> dict[str, Heard]:
        found = {}
        root = build_site("golden")
        with browser.new_context(**browser_context_args) as context:
            page = context.new_page()
            for path in kinds(root, lang).values():
                page.goto(f"{root.as_uri()}/{path}", wait_until="load")
                own = page.evaluate("document.documentElement.lang")
                found[path] = Heard(own, _names(page, lang), page.evaluate(UNMARKED), page.evaluate(OUTLINE))
        return found

    return listen


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_screen_reader_says_is_in_the_pages_language(heard: Callable, lang: str) -> None:
    """Names of controls, headings, pictures and regions; but for words that are marked as of the other language."""
    found = []
    for path, page in heard(lang).items():
        if page.lang != lang:
            continue  # the pages of both languages
        for role, name, spoken in page.names:
            if not name and role in OPERATED:
                found.append(f"{path}: a {role} has no name")
            elif name and spoken == lang:
                found.append(f"{path}: {role} “{name}” is not in the language of the page and is not marked")
    assert found == []


def _names(page: Page, lang: str) -> list[tuple[str, str, str]]:
    """The named things of a page whose names have letters and none of its script, or no letters at all."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("Accessibility.enable")
    other = SCRIPT["en" if lang == "ar" else "ar"]
    found = []
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value", "")
        name = (node.get("name", {}).get("value") or "").strip()
        if node.get("ignored") or role not in NAMED or SCRIPT[lang].search(name):
            continue
        if not name:
            found.append((role, "", ""))
        elif other.search(name) and "backendDOMNodeId" in node:
            id = session.send("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})["object"]["objectId"]
            asked = {"objectId": id, "functionDeclaration": LANGUAGE, "returnByValue": True}
            found.append((role, name, session.send("Runtime.callFunctionOn", asked)["result"]["value"]))
    session.detach()
    return found


#: Words that can be seen or heard, with letters of only one script, that stand in no element of its language.
UNMARKED = """() => {
  const scripts = {ar: /[\\u0620-\\u064a]/, en: /[A-Za-z]/};
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, words = walker.currentNode.data;
    if (element.closest("script, style, code, bdi, pre, [dir=ltr]:not([lang])")) continue;
    const lang = element.closest("[lang]").lang.split("-")[0];
    const other = lang === "ar" ? "en" : "ar";
    if (scripts[other].test(words) && !scripts[lang].test(words)) found.push(`${words.trim().slice(0, 40)} in ${lang}`);
  }
  for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    const lang = element.closest("[lang]").lang.split("-")[0];
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const words = element.getAttribute(name) ?? "";
      const other = lang === "ar" ? "en" : "ar";
      if (scripts[other].test(words) && !scripts[lang].test(words)) found.push(`${name}: ${words.slice(0, 60)} in ${lang}`);
    }
  }
  return [...new Set(found)];
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_the_other_language_are_marked_as_such(heard: Callable, lang: str) -> None:
    """So that a screen reader changes its voice; code, names of files and isolated names are let be."""
    assert {path: page.unmarked for path, page in heard(lang).items() if page.unmarked} == {}


#: A page's headings and landmarks as a screen reader lists them.
OUTLINE = """() => ({
  headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.checkVisibility())
    .map((heading) => [Number(heading.tagName[1]), heading.textContent.trim()]),
  mains: document.querySelectorAll("main").length,
})"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_lead_through_every_kind_of_page(heard: Callable, lang: str) -> None:
    """One first heading (one in each language on a page of both), none left out between, none empty."""
    for path, page in heard(lang).items():
        outline = page.outline
        levels = [level for level, _ in outline["headings"]]
        assert outline["mains"] == 1, path
        assert levels[0] == 1, path
        assert levels.count(1) == (1 if "/" in path else 2), path
        assert all(words for _, words in outline["headings"]), path
        steps = pairwise(outline["headings"])
        jumps = [f"{above} > {words}" for (level, above), (next, words) in steps if next > level + 1]
        assert jumps == [], path
