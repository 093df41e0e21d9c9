"""What crawlers are told, with and without a public address."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefings.plan import plan
from briefings.sitemap import crawler_files
from tests.helpers.content import Content
from tests.helpers.pages import environments, view

SITE = "https://example.org/b"
NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
RECORD = """\
published: 2016-10-05~
publisher: outlet
corrections:
  - {on: 2016-10-09, ar: صُحح ثانية}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(record=RECORD).report("s", record="published: 2016-11\npublisher: agency\n")


def files(content: Content, siteurl: str = SITE, most: int = 50_000) -> dict[str, bytes]:
    return dict(crawler_files(list(plan(view(content.root, siteurl))), environments()["ar"], most))


def urls(data: bytes) -> dict[str, tuple[str | None, dict[str, str]]]:
    """The day and the languages of each address of a sitemap."""
    root = ElementTree.fromstring(data)
    assert root.tag == f"{{{NAMES['']}}}urlset"
    found = {}
    for url in root:
        alternates = {link.get("hreflang", ""): link.get("href", "") for link in url.findall("x:link", NAMES)}
        found[url.findtext("loc", namespaces=NAMES) or ""] = (url.findtext("lastmod", namespaces=NAMES), alternates)
    return found


def test_without_a_public_address_there_is_only_robots_txt(content: Content) -> None:
    assert files(content, "") == {"robots.txt": b"User-agent: *\nDisallow:\n"}


def test_robots_txt_names_the_sitemap(content: Content) -> None:
    assert files(content)["robots.txt"].decode().splitlines()[-1] == f"Sitemap: {SITE}/sitemap.xml"


def test_every_page_is_there_with_its_twin(content: Content) -> None:
    found = urls(files(content)["sitemap.xml"])
    assert set(found) == {f"{SITE}/{page.path}" for page in plan(view(content.root)) if page.kind.name != "404"}
    for address, (_, languages) in found.items():
        if address == f"{SITE}/index.html":
            assert languages == {}
        else:
            assert languages[address.removeprefix(f"{SITE}/")[:2]] == address
            assert set(languages) == {"ar", "en", "x-default"}
            assert languages["x-default"] == f"{SITE}/index.html"
            assert found[languages["ar"]][1] == found[languages["en"]][1] == languages


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("briefings/r", "2016-10-09"),
        ("briefings/s", "2016-11-01"),
        ("timeline", "2016-11-01"),
        ("sources/outlet", "2016-10-09"),
        ("about", None),
    ],
)
def test_pages_say_when_what_they_rest_on_changed(content: Content, page: str, day: str | None) -> None:
    found = urls(files(content)["sitemap.xml"])
    assert [found[f"{SITE}/{lang}/{page}/index.html"][0] for lang in ("ar", "en")] == [day, day]


def test_too_many_addresses_are_parted_and_an_index_names_the_parts(content: Content) -> None:
    found = files(content, most=10)
    index = ElementTree.fromstring(found["sitemap.xml"])
    assert index.tag == f"{{{NAMES['']}}}sitemapindex"
    named = [place.text for place in index.findall(".//loc", NAMES)]
    parts = [name for name in found if name.startswith("sitemap-")]
    assert named == [f"{SITE}/{name}" for name in parts]
    assert [len(urls(found[name])) for name in parts[:-1]] == [10] * (len(parts) - 1)
    together = {address: told for name in parts for address, told in urls(found[name]).items()}
    assert together == urls(files(content)["sitemap.xml"])
