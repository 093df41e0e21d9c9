"""How long a briefing is on a phone, as it opens: a reader in a hurry has the answer on top and the rest in a dozen screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET, REAL
from tests.conftest import CONTENTS

pytestmark = pytest.mark.browser

#: So many screens of a phone a briefing of the project's own has at most.
SCREENS = 12

BRIEFINGS = sorted(folder.name for folder in (CONTENTS["project"] / "reports").iterdir())


def height(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollHeight")


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_briefing_of_ours_is_read_in_twelve_screens(visitor: Open, lang: str) -> None:
    tab = visitor("project", viewport=PHONE)
    heights = {slug: height(tab.visit(f"{lang}/briefings/{slug}/index.html")) for slug in BRIEFINGS}
    assert len(heights) == 9
    assert {slug: tall for slug, tall in heights.items() if tall > SCREENS * PHONE["height"]} == {}


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_briefing_of_ours_is_wider_than_a_phone(visitor: Open, lang: str) -> None:
    """Tables of a text among all else."""
    tab = visitor("project", viewport=PHONE)
    wide = "document.documentElement.scrollWidth"
    widths = {slug: tab.visit(f"{lang}/briefings/{slug}/index.html").evaluate(wide) for slug in BRIEFINGS}
    assert {slug: width for slug, width in widths.items() if width > PHONE["width"]} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_stands_on_the_first_two_screens(visitor: Open, lang: str) -> None:
    page = visitor("project", viewport=PHONE).visit(f"{lang}/{REAL}index.html")
    box = page.locator("[data-answer]").first.bounding_box()
    assert box
    assert box["y"] + box["height"] < 2 * PHONE["height"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_what_is_folded_opens_for_whatever_leads_into_it(visitor: Open, lang: str, script: bool) -> None:
    """Claims from their number in the text, and the parts for researchers from the line of contents."""
    tab = visitor("project", viewport=PHONE, java_script_enabled=script)
    page = tab.page
    page.goto(f"{tab.root}/{lang}/{REAL}index.html")
    expect(page.locator("#claim-eb-school")).to_be_hidden()
    page.locator(f"[id='{lang}_eb-school'] > a.ref-claim").click()
    expect(page.locator("#claim-eb-school")).to_be_in_viewport()
    for place in ("casualties", "sources", "provenance"):
        page.locator(f".contents-nav a[href='#{place}']").click()
        expect(page.locator(f"#{place}")).to_be_in_viewport()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_has_all_that_a_briefing_folds(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    page.emulate_media(media="print")
    for place in ("#claim-archers-toll", "#total-killed-all", "#sources", "#provenance"):
        expect(page.locator(place)).to_be_visible()
