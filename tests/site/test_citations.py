"""Every page says how to cite it, in a way that programs for references read."""

from __future__ import annotations

import json

import pytest
from pybtex.database.input.bibtex import Parser

from tests.site.built_site import BuiltSite, Page, classes, other, text_of

pytestmark = pytest.mark.slow

#: Pages of both languages, which nobody cites. Nor are those cited that are only another address of a page.
NOT_CITED = ("index.html", "404.html")


def told(page: Page) -> tuple[list[str], str, str]:
    """The ready citations of a page, its BibTeX and its CSL-JSON."""
    (place,) = [element for element in page.named("details") if "cite" in classes(element)]
    lines = [element for element in place.iter("p") if "citation" in classes(element)]
    assert [line.get("lang") for line in lines] == [page.lang, other(page.lang)], page
    bibtex, csl = ("".join(element.itertext()) for element in place.iter("pre"))
    assert all(element.get("dir") == "ltr" for element in place.iter("pre"))
    return [text_of(line) for line in lines], bibtex, csl


def cited(site: BuiltSite) -> list[Page]:
    return [page for name, page in site.pages.items() if name not in NOT_CITED and not page.moved and not page.framed]


def test_every_page_is_cited_in_both_languages(site: BuiltSite) -> None:
    keys = set()
    for page in cited(site):
        lines, bibtex, csl = told(page)
        assert lines == told(site.pages[page.twin])[0][::-1], page
        (entry,) = Parser().parse_string(bibtex).entries.values()
        (item,) = json.loads(csl)
        assert entry.key == item["id"], page
        keys.add(entry.key)
        title = entry.fields["title"]
        assert title == item["title"] or "\\" in title, page
        assert item["title"] in lines[0], page
    assert len(keys) == len(cited(site))


def test_a_briefing_is_cited_by_its_title_and_publisher(site: BuiltSite) -> None:
    for slug in site.slugs:
        for lang in ("ar", "en"):
            (item,) = json.loads(told(site.briefing(lang, slug))[2])
            report = site.report(slug)
            words = site.words_language(slug, lang)
            publisher = site.source("registry/sources.yaml")[report["publisher"]]["name"][lang]
            assert (item["type"], item["title"], item["language"]) == ("report", report["title"][words], words)
            assert item["author"] == [{"literal": publisher}]
            assert item.get("original-title") == (report["title"]["ar"] if words == "en" else None)


def test_the_files_are_what_the_page_shows(site: BuiltSite) -> None:
    for page in cited(site):
        folder = page.path.removesuffix("index.html")
        kind = page.path.split("/")[1]
        has_files = kind in ("briefings", "dossiers") and folder.count("/") == 3
        assert (f"{folder}cite.bib" in site.files) == (f"{folder}cite.json" in site.files) == has_files, page
        if has_files:
            _, bibtex, csl = told(page)
            assert site.files[f"{folder}cite.bib"].read_text("utf-8") == bibtex
            assert site.files[f"{folder}cite.json"].read_text("utf-8") == csl
            assert {f"{folder}cite.bib", f"{folder}cite.json"} <= {link.path for link in page.links}
