"""The timeline to scale: the same events as the list below it, each leading there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import MARKET

pytestmark = pytest.mark.browser

TIMELINES = [
    ("golden", MARKET),
    ("golden", "dossiers/valley-spring/"),
    ("golden", "months/2031-03/"),
    ("project", "timeline/"),
]


def drawn(page: Page) -> list[str]:
    marks = page.locator(".time-mark")
    return sorted(mark.get_attribute("data-event") or "" for mark in marks.all() if mark.is_visible())


def listed(page: Page) -> list[str]:
    return sorted(
        item.get_attribute("data-event") or "" for item in page.locator("li.event").all() if item.is_visible()
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("site", "path"), TIMELINES, ids=[path for _, path in TIMELINES])
def test_the_picture_holds_the_events_of_the_list(visitor: Open, lang: str, site: str, path: str) -> None:
    """Each once, with the number and the date that the list gives it, and nothing more."""
    page = visitor(site).visit(f"{lang}/{path}index.html")
    assert drawn(page) == listed(page) != []
    for mark in page.locator(".time-mark").all():
        entry = page.locator((mark.get_attribute("href") or "").replace("#", "[id='") + "']")
        expect(entry).to_have_attribute("data-event", mark.get_attribute("data-event") or "")
        assert mark.locator("text").text_content() == entry.locator(".number-event").first.inner_text()
        told = mark.locator("title").text_content() or ""
        assert entry.locator(".event-when").inner_text() in told
        assert entry.locator(".event-title a").inner_text().strip() in told


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
    page = visitor().visit(f"{lang}/{MARKET}index.html")
    mark = page.locator(".time-mark").nth(1)
    key = mark.get_attribute("data-event")
    mark.locator(".time-number").click()
    expect(page.locator("li.event:target")).to_have_attribute("data-event", key or "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_small_screens_and_paper_have_the_list_alone(visitor: Open, lang: str) -> None:
    page = visitor(viewport=PHONE).visit(f"{lang}/{MARKET}index.html")
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
    assert drawn(page) == listed(page)
    assert 0 < len(drawn(page)) < len(everything)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_are_drawn_by_how_many_events_they_hold(visitor: Open, lang: str) -> None:
    """The bars have the order of the numbers beside them, and the longest fills its field."""
    page = visitor("project").visit(f"{lang}/timeline/index.html")
    months = page.locator(".density li")
    assert months.count() >= 3
    told = []
    for month in months.all():
        bar, field = month.locator("rect").bounding_box(), month.locator("svg").bounding_box()
        assert bar
        assert field
        here = month.locator("a").get_attribute("href") or ""
        told.append((bar["width"] / field["width"], here))
    assert max(told)[0] == pytest.approx(1, abs=0.01)
    for share, href in told:
        page.goto(page.url.split("/timeline/")[0] + "/timeline/" + href)
        assert page.locator("li.event").count() == pytest.approx(share * 27, abs=0.1)
        page.go_back()
