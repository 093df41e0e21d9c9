"""The feeds of the built sites: the same entries in both languages, links that lead somewhere, totals of the data."""

from __future__ import annotations

import posixpath
import re
from functools import cache

import feedparser

from tests.site.built_site import LANGUAGES, BuiltSite, other


@cache
def feeds(site: BuiltSite) -> dict[str, feedparser.FeedParserDict]:
    return {name: feedparser.parse(path.read_bytes()) for name, path in site.files.items() if name.endswith("feed.xml")}


def test_a_reader_understands_every_feed(site: BuiltSite) -> None:
    for name, feed in feeds(site).items():
        assert not feed.bozo, (name, feed.get("bozo_exception"))
        assert feed.version == "atom10"
        assert feed.feed.language == name[:2]


TYPE = "application/atom+xml"


def test_each_language_and_each_dossier_has_a_feed_that_its_pages_name(site: BuiltSite) -> None:
    dossiers = {name.split("/")[2] for name in site.files if re.fullmatch(r"ar/dossiers/[^/]+/index\.html", name)}
    expected = {f"{lang}/feed.xml" for lang in LANGUAGES}
    expected |= {f"{lang}/dossiers/{slug}/feed.xml" for lang in LANGUAGES for slug in dossiers}
    assert set(feeds(site)) == expected
    for page in site.paired:
        named = [link for link in page.links if link.element.get("type") == "application/atom+xml"]
        own = posixpath.join(posixpath.dirname(page.path), "feed.xml")
        assert {link.path for link in named} == {own if own in expected else f"{page.lang}/feed.xml"}, page
        assert [link.element.tag for link in named] == ["link", "a"], page


def test_both_languages_have_the_same_entries(site: BuiltSite) -> None:
    for name, feed in feeds(site).items():
        twin = feeds(site)[other(name[:2]) + name[2:]]
        assert [(entry.published, entry.updated) for entry in feed.entries] == [
            (entry.published, entry.updated) for entry in twin.entries
        ]
        assert [entry.link for entry in feed.entries] == [entry.link for entry in twin.entries]
        assert not {entry.id for entry in feed.entries} & {entry.id for entry in twin.entries}


def test_every_briefing_and_every_correction_has_one_entry(site: BuiltSite) -> None:
    for lang in LANGUAGES:
        feed = feeds(site)[f"{lang}/feed.xml"]
        expected = [report["published"] for report in map(site.report, site.slugs)]
        corrections = [item["on"] for report in map(site.report, site.slugs) for item in report["corrections"]]
        assert len(feed.entries) == len(expected) + len(corrections)
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)
        assert len([entry for entry in feed.entries if entry.link.endswith("#corrections")]) == len(corrections)


def test_links_lead_from_the_feed_to_pages(site: BuiltSite) -> None:
    for name, feed in feeds(site).items():
        for link in [*feed.feed.links, *(link for entry in feed.entries for link in entry.links)]:
            if link.rel != "via":
                path, _, fragment = link.href.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                assert target in site.files, (name, link)
                assert not fragment or fragment in site.pages[target].ids, (name, link)


def test_titles_and_originals_are_those_of_the_reports(site: BuiltSite) -> None:
    for lang in LANGUAGES:
        for entry in feeds(site)[f"{lang}/feed.xml"].entries:
            slug = entry.link.split("/")[1]
            report = site.report(slug)
            title = report["title"][site.words_language(slug, lang)]
            assert entry.title.replace("\u2068", "").replace("\u2069", "").endswith(title)
            assert [link.href for link in entry.links if link.rel == "via"] == (
                [report["url"]] if report["url"] else []
            )


def test_isolates_are_balanced(site: BuiltSite) -> None:
    for name, feed in feeds(site).items():
        for text in [feed.feed.subtitle, *(entry.summary for entry in feed.entries)]:
            assert text.count("\u2068") + text.count("\u2067") + text.count("\u2066") == text.count("\u2069"), name


def test_a_feed_says_the_totals_that_its_page_says(site: BuiltSite) -> None:
    """Each low and high of the totals of all people; an event that two reports tell is in them once.

    One and two are words in Arabic, and 0 is left out of "up to 4".
    """
    for name, feed in feeds(site).items():
        folder = posixpath.dirname(name)
        page = site.pages[f"{folder}/index.html"] if "dossiers" in name else site.page(folder, "casualties")
        totals = [element for element in page.having("data-low") if element.get("data-total", "").endswith("/all")]
        assert totals, page
        for element in totals:
            for number in (int(element.get(end, "")) for end in ("data-low", "data-high")):
                written = rf"(?<![\d,]){number:,}(?!\d|,\d)"
                assert number <= 2 or re.search(written, feed.feed.subtitle), (name, number, feed.feed.subtitle)
