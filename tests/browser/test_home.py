"""The first page of a language: what is new, what it changed, and two steps to a briefing by day, place or party."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open

pytestmark = pytest.mark.browser


def go(page: Page, link: str) -> None:
    """Follow the first link of a selector and wait for the page behind it."""
    href = page.locator(link).first.evaluate("(a) => a.href")
    page.locator(link).first.click()
    page.wait_for_url(href)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("way", [".calendar-days a", ".way-entries >> nth=0 >> a", ".way-entries >> nth=1 >> a"])
def test_a_briefing_is_two_steps_away(visitor: Open, lang: str, viewport: dict, way: str) -> None:
    """One to the page of the day, place or party; one from there to a briefing."""
    page = visitor("project", viewport=viewport).visit(f"{lang}/index.html")
    go(page, way)
    go(page, "main a[href*='/briefings/']")
    assert f"/{lang}/briefings/" in page.url
    expect(page.locator("article.briefing h1")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_leads_to_its_first_event(visitor: Open, lang: str) -> None:
    """Every day of the calendar has its place on the page of its month, where an event of that day stands."""
    page = visitor("project").visit(f"{lang}/index.html")
    days = page.locator(".calendar-days a").evaluate_all("(all) => all.map((a) => a.href)")
    assert len(days) >= 10
    for href in days:
        page.goto(href)
        day = href.rsplit("#day-")[1]
        event = page.locator(".index-line:has(:target)")
        expect(event).to_have_count(1)
        assert day.rsplit("-")[-1].lstrip("0") in event.inner_text(), day


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_newest_briefing_stands_first_and_the_figures_that_it_changed_beside(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/index.html")
    lead = page.locator(".lead-title a")
    assert lead.get_attribute("href") in page.locator(".moved .note a").first.get_attribute("href")
    for moved in page.locator(".moved-figures > div").all():
        now, before = moved.locator("dd > strong .total"), moved.locator(".note .total")
        expect(now).to_have_count(1)
        if before.count():
            told = [total.evaluate("(one) => JSON.stringify({...one.dataset, scope: 0})") for total in (now, before)]
            assert told[0] != told[1], "a figure that did not change"
