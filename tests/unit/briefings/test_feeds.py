"""The Atom feeds, as a reader's program reads them."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from briefings.feeds import MOST, feed_files
from tests.helpers.content import Content
from tests.helpers.pages import environments, view

SITE = "https://example.org/b"
RECORD = """\
published: 2016-10-05
publisher: outlet
url: https://outlet.example/1?a=1&b=2
events:
  raid: {type: shelling, when: 2016-10-04, where: aleppo}
claims:
  c1: {by: witness, about: raid, casualties: [{killed: 2}]}
"""
ENGLISH = "Title: A <b>title</b> & more\nSummary: What it says\n\n[Words]{.raid}\n\n[words]{.c1}\n"
CORRECTIONS = """\
corrections:
  - {on: 2016-10-09, ar: صُحح ثانية, en: Corrected again}
  - {on: 2016-10-07, ar: صُحح}
"""


def feeds(content: Content, siteurl: str = SITE) -> dict[str, feedparser.FeedParserDict]:
    found = {}
    for path, data in feed_files(view(content.root, siteurl), environments()):
        found[path] = feedparser.parse(data)
        assert not found[path].bozo, found[path].get("bozo_exception")
    return found


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(record=RECORD + CORRECTIONS, en=ENGLISH)


def test_a_briefing_and_each_correction_have_an_entry_newest_first(content: Content) -> None:
    feed = feeds(content)["en/feed.xml"]
    page = f"{SITE}/en/briefings/r/index.html"
    assert [(entry.id, entry.published, entry.updated) for entry in feed.entries] == [
        (f"{page}#correction-2", "2016-10-09T00:00:00Z", "2016-10-09T00:00:00Z"),
        (f"{page}#correction-1", "2016-10-07T00:00:00Z", "2016-10-07T00:00:00Z"),
        (page, "2016-10-05T00:00:00Z", "2016-10-09T00:00:00Z"),
    ]
    assert [entry.title for entry in feed.entries] == [
        "Correction: A <b>title</b> & more",
        "Correction: A <b>title</b> & more",
        "A <b>title</b> & more",
    ]
    assert [entry.summary for entry in feed.entries] == [
        "Corrected again",
        "\u2068صُحح\u2069",
        "What it says. Casualties by the claims of this report: 2 people killed.",
    ]
    assert {link.rel: link.href for link in feed.entries[2].links} == {
        "alternate": page,
        "via": "https://outlet.example/1?a=1&b=2",
    }
    assert feed.feed.updated == "2016-10-09T00:00:00Z"
    assert (feed.feed.title, feed.feed.author, feed.feed.language) == ("The Record", "The Record", "en")
    assert feed.entries[0].author == "Outlet"
    assert feed.feed.subtitle == "Who said what. Casualties by the claims of all briefings: 2 people killed."


def test_a_later_correction_changes_no_id(content: Content) -> None:
    before = {entry.id for entry in feeds(content)["en/feed.xml"].entries}
    newest = "corrections:\n  - {on: 2016-11-01, ar: وثالثة}\n"
    content.report(record=RECORD + CORRECTIONS.replace("corrections:\n", newest), en=ENGLISH)
    after = {entry.id for entry in feeds(content)["en/feed.xml"].entries}
    assert len(after - before) == 1
    assert before < after


@pytest.mark.parametrize("siteurl", ["", SITE])
def test_both_languages_have_the_same_entries_each_in_its_words(content: Content, siteurl: str) -> None:
    content.report("s", record=RECORD.replace("outlet.example/1", "outlet.example/2"))
    found = feeds(content, siteurl)
    arabic, english = found["ar/feed.xml"], found["en/feed.xml"]
    assert [entry.published for entry in arabic.entries] == [entry.published for entry in english.entries]
    assert [entry.link.replace("/ar/", "/en/") for entry in arabic.entries] == [entry.link for entry in english.entries]
    ids = [entry.id for feed in (arabic, english) for entry in feed.entries]
    assert len(set(ids)) == len(ids) == 8
    assert arabic.entries[0].title == "تصويب: عنوان"
    assert arabic.feed.language == "ar"


def test_without_a_public_address_ids_are_made_of_names_and_links_lead_from_the_feed(content: Content) -> None:
    content.dossier(yaml="reports: [r]\n")
    once, again = feeds(content, ""), feeds(content, "")
    for path, feed in once.items():
        assert [entry.id for entry in feed.entries] == [entry.id for entry in again[path].entries]
        assert all(entry.id.startswith("urn:uuid:") for entry in [*feed.entries, feed.feed])
    assert once["en/feed.xml"].entries[2].link == "briefings/r/index.html"
    assert once["en/feed.xml"].entries[0].link == "briefings/r/index.html#corrections"
    assert once["en/dossiers/d/feed.xml"].entries[2].link == "../../briefings/r/index.html"
    assert {link.rel: link.href for link in once["en/dossiers/d/feed.xml"].feed.links} == {
        "self": "feed.xml",
        "alternate": "index.html",
    }
    ids = {entry.id for entry in once["en/feed.xml"].entries}
    assert ids == {entry.id for entry in once["en/dossiers/d/feed.xml"].entries}, "an entry is the same in all feeds"
    assert once["en/feed.xml"].feed.id != once["en/dossiers/d/feed.xml"].feed.id


def test_what_has_no_translation_says_its_language(tmp_path: Path) -> None:
    content = Content(tmp_path).report(record=RECORD, ar="Title: عنوان\nSummary: ملخص\n\n[أ]{.raid}\n\n[ب]{.c1}\n")
    for path, data in feed_files(view(content.root), environments()):
        assert ('<title xml:lang="ar">عنوان</title>' in data.decode()) == (path == "en/feed.xml")
    (entry,) = feeds(content)["en/feed.xml"].entries
    assert entry.summary == "\u2068ملخص\u2069. Casualties by the claims of this report: 2 people killed."


def test_an_event_told_by_two_reports_counts_once(content: Content) -> None:
    told_again = RECORD.replace("{type: shelling, when: 2016-10-04, where: aleppo}", "{same-as: r/raid}")
    content.report("s", record=told_again.replace("killed: 2", "killed: 3").replace("by: witness", "by: agency"))
    content.dossier(yaml="reports: [r, s]\n", en="Text.")
    found = feeds(content)
    assert found["en/feed.xml"].feed.subtitle.endswith("by the claims of all briefings: 2 to 3 people killed.")
    assert found["en/dossiers/d/feed.xml"].feed.subtitle.endswith("of all its reports: 2 to 3 people killed.")


def test_totals_say_what_is_contested_and_what_nobody_counted(tmp_path: Path) -> None:
    record = """\
        published: 2016-10-05
        publisher: outlet
        events:
          raid: {type: shelling, when: 2016-10-04}
          other: {type: shelling, when: 2016-10-04}
        claims:
          c1: {by: witness, about: raid, casualties: [{killed: 2, missing: some}]}
          c2: {by: agency, about: raid, stance: denies, denies: c1}
          c3: {by: agency, about: other, casualties: [{killed: some}]}
        """
    (entry,) = feeds(Content(tmp_path).report(record=record))["en/feed.xml"].entries
    assert entry.summary == (
        "Casualties by the claims of this report: 2 people killed (includes 1 disputed event, and in 1 event a number was "
        "not given); people missing, number not given."
    )


def test_a_report_without_casualties_says_none(content: Content) -> None:
    content.report(record="published: 2016-10\npublisher: outlet\n", en="Title: T\nSummary: What it says.\n\nText.")
    feed = feeds(content)["en/feed.xml"]
    assert [(entry.summary, entry.published) for entry in feed.entries] == [("What it says.", "2016-10-01T00:00:00Z")]
    assert feed.feed.subtitle == "Who said what."


def test_a_feed_holds_the_newest(content: Content) -> None:
    for number in range(MOST):
        content.report(f"r{number}", record=f"published: 2017-01-{number % 28 + 1:02}\npublisher: outlet\n")
    entries = feeds(content)["ar/feed.xml"].entries
    assert len(entries) == MOST
    assert all("/r/" not in entry.id for entry in entries)
    assert [entry.published for entry in entries] == sorted((entry.published for entry in entries), reverse=True)
