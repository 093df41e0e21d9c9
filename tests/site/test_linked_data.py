"""The JSON-LD of every page says what the data files say, and leads to what is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

import pytest

from briefings.page.event_lines import NEWEST
from tests.helpers.json_ld import nodes, of_type, values
from tests.site.built_site import LANGUAGES, BuiltSite, Page

pytestmark = pytest.mark.slow

#: Where the site is taken to stand, so that its relative addresses can be told from others.
BASE = "https://site.example/"
#: Fragments that name a thing and no place in a page.
IDENTITIES = {"it", "website", "publisher"}


def _data(page: Page) -> list[dict]:
    scripts = [script for script in page.named("script") if script.get("type") == "application/ld+json"]
    return [json.loads(script.text or "") for script in scripts]


@cache
def told(site: BuiltSite, path: str) -> dict[str, dict]:
    """What a page tells, by the address of each thing."""
    (data,) = _data(site.pages[path])
    return nodes(data, BASE + path)


def _telling(site: BuiltSite) -> set[str]:
    """The pages that tell something: all but the one for what is not there, and those that only lead on."""
    return {path for path, page in site.pages.items() if path != "404.html" and not page.moved and not page.framed}


def inside(address: str) -> tuple[str, str] | None:
    """The file and fragment of the site at an address, or ``None`` for one outside."""
    if not address.startswith(BASE):
        return None
    parts = urlsplit(address)
    return unquote(parts.path.removeprefix("/")), unquote(parts.fragment)


def test_an_untranslated_briefing_is_one_arabic_text_on_both_pages(golden: BuiltSite) -> None:
    for lang in ("ar", "en"):
        page = golden.briefing(lang, "tallun-winter")
        (script,) = [e for e in page.named("script") if e.get("type") == "application/ld+json"]
        (article,) = [node for node in json.loads(script.text or "")["@graph"] if node.get("@type") == "Article"]
        assert article["inLanguage"] == "ar"
        twin = "../../../ar/briefings/tallun-winter/index.html"
        assert article.get("sameAs") == (None if lang == "ar" else {"@id": twin})


def test_every_page_tells_something_but_the_one_for_what_is_not_there(site: BuiltSite) -> None:
    for path, page in site.pages.items():
        assert len(_data(page)) == (path != "404.html" and not page.moved and not page.framed), path
        for data in _data(page):
            assert set(data) == {"@context", "@graph"}
            assert data["@context"] == "https://schema.org"


def test_every_address_leads_to_what_is_there(site: BuiltSite) -> None:
    """Every ``@id`` and address within the site is a file of it, and every fragment but a mere name is in the page."""
    for path in _telling(site):
        for node in told(site, path).values():
            found = [node["@id"], *(item["@id"] for items in node.values() for item in items if "@id" in item)]
            for address in found:
                place = inside(address)
                if place is None:
                    assert address.startswith(("https://", "http://", "_:")), (path, address)
                    continue
                file, fragment = place
                assert file in site.files, (path, address)
                if fragment and fragment not in IDENTITIES:
                    assert fragment in site.pages[file].ids, (path, address)


def test_everything_that_is_referred_to_is_described(site: BuiltSite) -> None:
    for path in _telling(site):
        found = told(site, path)
        for node in found.values():
            for name, items in node.items():
                if name not in ("sameAs", "url", "contentUrl", "item", "archivedAt", "isPartOf", "@type", "@id"):
                    for item in items:
                        assert "@id" not in item or item["@id"] in found, (path, name, item)


def test_no_value_is_empty_or_unfinished(site: BuiltSite) -> None:
    unfinished = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\x02\x03]|%\\(\\w+\\)s|^$|^None$")
    for path, page in site.pages.items():
        for data in _data(page):
            for value in _values(data):
                assert value not in (None, [], {}), path
                assert not (isinstance(value, str) and unfinished.search(value)), (path, value)


def _values(data: object) -> Iterator[object]:
    """Every value in a piece of JSON, however deep."""
    yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _values(inner)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claims_are_those_of_the_table(site: BuiltSite, lang: str) -> None:
    rows = {(row["report"], row["claim"]): row for row in site.table("claims")}
    seen = set()
    for slug in site.slugs:
        page = f"{lang}/briefings/{slug}/index.html"
        found = told(site, page)
        publisher = site.report(slug)["publisher"]
        for claim in of_type(found, "Claim"):
            file, fragment = inside(claim["@id"]) or ("", "")
            assert file == f"ar/briefings/{slug}/index.html"
            key = (slug, fragment.removeprefix("claim-"))
            row = rows[key]
            seen.add(key)
            assert values(claim, "text") == [row[f"text_{site.words_language(slug, lang)}"]], key
            documents = {one["document"]: one for one in site.report(slug)["documents"]}
            read_in = [documents[id] for id in filter(None, row["documents"].split(";"))]
            published = dict.fromkeys([one["publisher"] for one in read_in] or [publisher])
            authors = (
                [] if row["identified"] == "unattributed" else list(filter(None, row["by"].split(";"))) or [*published]
            )
            assert [_entry(id) for id in values(claim, "author")] == authors, key
            relays = [
                _entry(id) for relay in values(claim, "publication") for id in values(found[relay], "publishedBy")
            ]
            assert relays == [id for id in re.split("[;|]", row["via"]) if id and id != publisher], key
            assert sorted(map(_event, values(claim, "about"))) == sorted(filter(None, row["events"].split(";"))), key
            first = [one["url"] or (file, f"document-{one['document']}") for one in read_in]
            told_first = [inside(one) or one for one in values(claim, "firstAppearance") if not one.startswith("_:")]
            assert told_first == (first or list(filter(None, [site.report(slug)["url"]]))), key
            for address in values(claim, "appearance"):
                file, fragment = inside(address) or ("", "")
                assert file == page
                mark = site.pages[page].ids[fragment]
                assert key[1] in mark.get("data-ref", "").split()
    assert seen == set(rows)


def _entry(address: str) -> str:
    return (inside(address) or ("", ""))[0].split("/")[2]


def _event(address: str) -> str:
    _, kind, slug, id, _ = (inside(address) or ("", ""))[0].split("/")
    assert kind == "events"
    return f"{slug}/{id}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_event_is_one_thing_however_many_reports_tell_it(site: BuiltSite, lang: str) -> None:
    rows = {row["event"]: row for row in site.table("events")}
    listed = {_event(node["@id"]): node for node in of_type(told(site, f"{lang}/timeline/index.html"), "Event")}
    assert set(listed) == set(rows) or len(listed) == NEWEST < len(rows)
    assert any(";" in row["reports"] for row in rows.values())
    for key in rows:
        own = told(site, f"{lang}/events/{key}/index.html")
        node = own[f"{BASE}ar/events/{key}/index.html#it"]
        for name in ("name", "url") if key in listed else ():
            assert values(listed[key], name) == values(node, name), key
        briefings = {f"{lang}/briefings/{slug}/index.html" for slug in rows[key]["reports"].split(";")}
        assert {(inside(address) or ("", ""))[0] for address in values(node, "subjectOf")} == briefings, key
        places = [place for place in values(node, "location") if not place.startswith("_:")]  # but its own point
        assert [_entry(place) for place in places] == list(filter(None, rows[key]["places"].split(";")))
        if re.fullmatch(r"\d{4}-\d\d-\d\d", rows[key]["when"]):
            assert values(node, "startDate") == values(node, "endDate") == [rows[key]["when"]]


def test_briefings_name_their_translation_their_original_and_their_corrections(site: BuiltSite) -> None:
    for slug in site.slugs:
        report = site.report(slug)
        for lang, relation in (("ar", "workTranslation"), ("en", "translationOfWork")):
            path = f"{lang}/briefings/{slug}/index.html"
            found = told(site, path)
            article = found[BASE + path]
            twin = [f"{BASE}{site.pages[path].twin}"] if site.has_text(slug, "en") else []
            assert values(article, relation) == twin, path
            assert [values(article, "headline")[0]] == [report["title"][site.words_language(slug, lang)]]
            assert values(article, "isBasedOn") == [
                address for address in (report["url"], report["archive"]) if address
            ]
            assert len(values(article, "correction")) == len(report["corrections"])
            assert values(article, "datePublished") in ([report["published"]], [])
            assert _entry(values(article, "publisher")[0]) == report["publisher"]


def test_the_two_languages_tell_of_the_same_things(site: BuiltSite) -> None:
    for page in site.paired:
        if page.lang == "ar":
            twin = told(site, page.twin)
            for kind in ("Claim", "Event", "Place", "Person", "Organization", "NewsMediaOrganization"):
                here = {node["@id"] for node in of_type(told(site, page.path), kind)} - _blank(told(site, page.path))
                assert here == {node["@id"] for node in of_type(twin, kind)} - _blank(twin), (page, kind)


def _blank(found: dict[str, dict]) -> set[str]:
    """What has no address of its own, such as a translator."""
    return {id for id in found if id.startswith("_:")}


def test_the_page_of_the_data_offers_every_file(site: BuiltSite) -> None:
    for lang in LANGUAGES:
        found = told(site, f"{lang}/data/index.html")
        (dataset,) = of_type(found, "Dataset")
        offered = {values(found[id], "contentUrl")[0] for id in values(dataset, "distribution")}
        there = {name for name in site.files if re.fullmatch(r"data/(?:schema/)?[^/]+", name)}
        assert offered == {BASE + name for name in there}
