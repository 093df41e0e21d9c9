"""The timeline to scale: the same events as the list below it, each leading there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import GATHERED

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TIMELINES = [
    ("golden", "dossiers/valley-spring/"),
    ("golden", "months/2031-03/"),
    ("project", "timeline/"),
]

#: The events of a list, and those of the timeline of a briefing.
EVENTS = "li.index-line[data-event]"


@pytest.mark.parametrize("way", ["file", "http"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_timeline_shows_the_newest_and_leads_to_the_months_of_all(visitor: Open, lang: str, way: str) -> None:
    """Without a script and on paper too; what a filter chooses is shown, and afterwards the newest again."""
    whole = visitor().visit(f"{lang}/timeline/index.html").locator(EVENTS).evaluate_all(KEYS)
    tab = visitor("many", way)
    page = tab.visit(f"{lang}/timeline/index.html")
    newest = page.locator(EVENTS).evaluate_all(KEYS)
    assert newest == whole[:3]
    assert page.evaluate("typeof isnadLists") == "undefined", "nothing more is loaded to read"
    months = page.locator("#months ~ ol a").evaluate_all("(links) => links.map((link) => link.href)")
    page.select_option("#filter-type", index=2)
    page.locator("[data-filters]:not([aria-busy])").wait_for()
    chosen = page.locator(EVENTS).evaluate_all(KEYS)
    assert chosen == [key for key in whole if key in chosen] != newest
    expect(page.locator("#months")).to_be_hidden()
    page.locator("[data-reset]").first.click()
    expect(page.locator("#months")).to_be_visible()
    assert listed(page) == sorted(newest)
    page.emulate_media(media="print")
    expect(page.locator("#months ~ ol a").first).to_be_visible()
    found = set(newest)
    for month in months:
        page.goto(month)
        found.update(page.locator(EVENTS).evaluate_all(KEYS))
        while (older := page.locator(".pages [rel=next]")).count():
            page.goto(older.evaluate("(link) => link.href"))
            found.update(page.locator(EVENTS).evaluate_all(KEYS))
    assert found == {*whole}


KEYS = "(items) => items.map((item) => item.dataset.event)"


def drawn(page: Page) -> list[str]:
    marks = page.locator(".time-mark")
    return sorted(mark.get_attribute("data-event") or "" for mark in marks.all() if mark.is_visible())


def listed(page: Page, items: str = EVENTS) -> list[str]:
    return sorted(item.get_attribute("data-event") or "" for item in page.locator(items).all() if item.is_visible())


def to_be_drawn(page: Page) -> list[str]:
    """The events of the list but for those told as background, which stand in the list alone."""
    return listed(page, f"{EVENTS}:not([data-background])")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("site", "path"), TIMELINES, ids=[path for _, path in TIMELINES])
def test_the_picture_holds_the_events_of_the_list(visitor: Open, lang: str, site: str, path: str) -> None:
    """Each once, with the number and the date that the list gives it, and nothing more."""
    page = visitor(site).visit(f"{lang}/{path}index.html")
    assert drawn(page) == to_be_drawn(page) != []
    for mark in page.locator(".time-mark").all():
        entry = page.locator((mark.get_attribute("href") or "").replace("#", "[id='") + "']")
        expect(entry).to_have_attribute("data-event", mark.get_attribute("data-event") or "")
        assert mark.locator("text").text_content() == entry.locator(".number-event").first.inner_text()
        told = mark.locator("title").text_content() or ""
        assert entry.locator(".event-when, .index-when > span:last-child").inner_text() in told
        assert entry.locator(".event-title a, .index-title a").inner_text().strip() in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_do_not_lie_over_each_other_and_time_runs_as_the_page_reads(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/timeline/index.html")
    boxes = page.locator(".time-number").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().toJSON())")
    for at, one in enumerate(boxes):
        for two in boxes[at + 1 :]:
            apart = one["right"] <= two["left"] or two["right"] <= one["left"]
            assert apart or one["bottom"] <= two["top"] or two["bottom"] <= one["top"]
    first, last = boxes[0], page.locator(".time-mark", has_text="47").locator(".time-number").bounding_box()
    assert last
    assert (first["x"] < last["x"]) == (lang == "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mark_leads_to_its_entry_in_the_list(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{GATHERED[0]}index.html")
    mark = page.locator(".time-mark").nth(1)
    key = mark.get_attribute("data-event")
    mark.locator(".time-number").click()
    expect(page.locator(f"{EVENTS}:target")).to_have_attribute("data-event", key or "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_small_screens_and_paper_have_the_list_alone(visitor: Open, lang: str) -> None:
    page = visitor(viewport=PHONE).visit(f"{lang}/{GATHERED[0]}index.html")
    expect(page.locator(".time-picture")).to_be_hidden()
    assert listed(page)
    page.set_viewport_size(DESK)
    expect(page.locator(".time-picture")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".time-picture")).to_be_hidden()
    assert listed(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_follows_the_filter(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/timeline/index.html")
    everything = drawn(page)
    page.select_option("#filter-type", index=2)
    assert drawn(page) == to_be_drawn(page)
    assert 0 < len(drawn(page)) < len(everything)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_are_drawn_by_how_many_events_they_hold(visitor: Open, lang: str) -> None:
    """The bars have the order of the numbers beside them, and the longest fills its field."""
    page = visitor("project").visit(f"{lang}/timeline/index.html")
    months = page.locator(".density li")
    assert months.count() >= 3
    told = []
    for month in months.all():
        may, sure = (bar.bounding_box() for bar in month.locator("rect").all())
        field = month.locator("svg").bounding_box()
        assert may
        assert sure
        assert field
        told.append(
            (
                may["width"] / field["width"],
                sure["width"] / field["width"],
                month.locator("a").get_attribute("href") or "",
                month.inner_text(),
            )
        )
    assert max(told)[0] == pytest.approx(1, abs=0.01)
    most = None
    for share, sure, href, words in sorted(told, reverse=True):
        page.goto(page.url.split("/timeline/")[0] + "/timeline/" + href)
        events = page.locator(EVENTS).count()
        most = most or events
        assert events == pytest.approx(share * most, abs=0.1)
        assert sure <= share + 0.001
        if lang == "en":  # in Arabic one and two are words
            numbers = [int(number) for number in re.findall(r"\d+", words.split("2016", 1)[1])]
            assert sum(numbers) == events
            dark = numbers[0] if "event" in words else 0
            assert dark == pytest.approx(sure * most, abs=0.1)
        page.go_back()
