"""How a page is cited: ready lines in both languages, BibTeX and CSL-JSON, read by the tools of others."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import Entry, parse_string

from briefings.page.bibliography import Citation, csl_date
from briefings.page.citation import citation_files, citation_of
from briefings.plan import plan
from reports.edtf import parse_date
from tests.helpers.content import Content
from tests.helpers.pages import planned_of, view

SITE = "https://example.org/b"
RECORD = """\
published: 2016-10-05
publisher: outlet
url: https://outlet.example/1
events:
  raid: {type: shelling, when: 2016-10-04, where: aleppo}
claims:
  c1: {by: witness, about: raid, casualties: [{killed: 2}]}
"""
ENGLISH = "Title: A title\nTranslator: Ann Lee\n\n[Words]{.raid}\n\n[words]{.c1}\n"


def cited(content: Content, lang: str, name: str = "briefing", subject: str = "r", siteurl: str = SITE) -> Citation:
    citation = citation_of(planned_of(view(content.root, siteurl), lang, name, subject))
    assert citation is not None
    return citation


def bibtex(citation: Citation) -> Entry:
    found = parse_string(citation.bibtex, "bibtex").entries
    assert list(found) == [citation.key]
    return found[citation.key]


def item(citation: Citation) -> dict:
    (found,) = json.loads(citation.csl)
    return found


def untex(text: str) -> str:
    """What TeX prints for the commands that we write."""
    signs = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    pattern = r"\\text(\w+)\{\}|\\([&%$#_])|(\{|\})"
    return re.sub(pattern, lambda match: signs[match[1]] if match[1] else match[2] or "", text)


def rendered(citation: Citation) -> str:
    """As a reference manager prints it in one of its styles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        items = CiteProcJSON(json.loads(citation.csl))
        bibliography = CitationStylesBibliography(style, items, formatter.plain)
        bibliography.register(Cited([CitationItem(citation.key)]))
        (line,) = bibliography.bibliography()
    return str(line)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(record=RECORD, en=ENGLISH)


def test_a_translation_names_its_original_and_its_translator(content: Content) -> None:
    citation = cited(content, "en")
    entry = bibtex(citation)
    assert [str(person) for person in entry.persons["author"]] == ["{Outlet}"]
    assert dict(entry.fields) == {
        "title": "A title",
        "origtitle": "عنوان",
        "origlanguage": "arabic",
        "translator": "{Ann Lee}",
        "organization": "The Record",
        "date": "2016-10-05",
        "url": f"{SITE}/en/briefings/r/index.html",
        "langid": "english",
    }
    assert item(citation) == {
        "id": "briefing-r-en",
        "type": "report",
        "title": "A title",
        "original-title": "عنوان",
        "author": [{"literal": "Outlet"}],
        "translator": [{"literal": "Ann Lee"}],
        "publisher": "Outlet",
        "container-title": "The Record",
        "language": "en",
        "issued": {"date-parts": [[2016, 10, 5]]},
        "URL": f"{SITE}/en/briefings/r/index.html",
    }


def test_the_publisher_is_one_name_and_no_first_and_last(content: Content) -> None:
    content.registry(sources="two-words: {name: {ar: جريدة الغد, en: Smith and Daughters}, kind: newspaper}")
    content.report(record=RECORD.replace("publisher: outlet", "publisher: two-words"), en=ENGLISH)
    (author,) = bibtex(cited(content, "en")).persons["author"]
    assert str(author) == "{Smith and Daughters}"


def test_the_original_has_none(content: Content) -> None:
    citation = cited(content, "ar")
    assert citation.original is citation.translator is None
    assert bibtex(citation).fields["langid"] == "arabic"
    assert "origtitle" not in bibtex(citation).fields
    assert item(citation)["language"] == "ar"


def test_what_has_no_translation_is_cited_by_its_own_title(tmp_path: Path) -> None:
    citation = cited(Content(tmp_path).report(record=RECORD), "en")
    assert (citation.title.text, citation.title.lang, citation.original) == ("عنوان", "ar", None)
    assert item(citation)["language"] == "ar"
    assert bibtex(citation).fields["langid"] == "arabic"


def test_the_lines_are_in_both_languages_and_each_says_its_own(content: Content) -> None:
    english, arabic = cited(content, "en").lines
    assert (english.lang, english.dir, arabic.lang, arabic.dir) == ("en", "ltr", "ar", "rtl")
    address = f"{SITE}/en/briefings/r/index.html"
    assert english.text == f"Outlet, “\u2068A title\u2069”, The Record, 5 October 2016. \u2068{address}\u2069"
    assert arabic.text == (
        f"الصحيفة، «\u2068عنوان\u2069»، السجل، 5 تشرين الأول 2016. \u2068{SITE}/ar/briefings/r/index.html\u2069"
    )
    assert cited(content, "ar").lines == (arabic, english)


def test_without_a_public_address_there_is_none(content: Content) -> None:
    citation = cited(content, "en", siteurl="")
    assert "url" not in bibtex(citation).fields
    assert "URL" not in item(citation)
    assert str(citation.lines[0].text).endswith("2016.")


def test_a_correction_is_told(content: Content) -> None:
    corrections = "corrections:\n  - {on: 2016-10-07, ar: صُحح, en: Corrected}\n  - {on: 2016-10-06, ar: صُحح}\n"
    content.report(record=RECORD + corrections, en=ENGLISH)
    assert bibtex(cited(content, "en")).fields["note"] == "Last corrected: 7 October 2016"
    assert item(cited(content, "en", "place", "aleppo"))["note"] == "Last corrected: 7 October 2016"
    assert cited(content, "ar").note == "آخر تصويب: 7 تشرين الأول 2016"


def test_a_site_that_is_its_own_publisher_is_named_once(content: Content) -> None:
    content.registry(sources="the-record: {name: {ar: السجل, en: The Record}, kind: ngo}")
    content.report(record=RECORD.replace("publisher: outlet", "publisher: the-record"), en=ENGLISH)
    citation = cited(content, "en")
    assert str(citation.lines[0].text).startswith("The Record, “\u2068A title\u2069”, 5 October 2016.")
    assert "organization" not in bibtex(citation).fields
    assert "container-title" not in item(citation)


@pytest.mark.parametrize(
    "title",
    [
        r"50% of {x} & $y # z_1 ~a ^b \c",
        "unbalanced { and }} and \\",
        "“Quoted” and 'plain' and \"straight\"",
        "قصف \u2067على\u2069 السوق، 50% & {قوس}",
        "Two, and and @string{x} = 1",
    ],
)
def test_every_title_comes_back_from_bibtex_and_csl(content: Content, title: str) -> None:
    lang = "ar" if title.startswith("قصف") else "en"
    texts = (
        {"en": ENGLISH.replace("A title", title)}
        if lang == "en"
        else {"en": ENGLISH, "ar": f"Title: {title}\n\n[أ]{{.raid}}\n\n[ب]{{.c1}}\n"}
    )
    content.report(record=RECORD, **texts)
    citation = cited(content, lang)
    assert untex(bibtex(citation).fields["title"]) == " ".join(title.split())
    assert item(citation)["title"] == title
    assert title in rendered(citation) or title[0] in "“'\""  # the style has quotation marks of its own


def test_every_page_of_content_is_cited(content: Content) -> None:
    content.dossier(yaml="reports: [r]\n", en="Text.")
    content.report("s")
    keys = []
    for page in plan(view(content.root, SITE)):
        citation = citation_of(page)
        assert (citation is None) == (page.kind.name in ("front", "404", "embed")), page.path
        if citation:
            assert citation.key.isascii()
            assert re.fullmatch(r"[a-z0-9-]+", citation.key)
            assert untex(bibtex(citation).fields["title"]) == citation.title.text
            assert bibtex(citation).type == ("dataset" if page.kind.name == "data" else "online")
            assert item(citation)["URL"] == f"{SITE}/{page.path}"
            assert citation.title.text in rendered(citation)
            keys.append(citation.key)
    assert len(set(keys)) == len(keys) > 20


def test_briefings_and_dossiers_have_their_citation_as_files(content: Content) -> None:
    content.dossier(yaml="reports: [r]\n")
    found = {}
    for page in plan(view(content.root)):
        citation = citation_of(page)
        found |= citation_files(page, citation)
        if citation and citation.bib_file:
            assert (citation.bib_file, citation.csl_file) == ("cite.bib", "cite.json")
    folders = [f"{lang}/{path}" for lang in ("ar", "en") for path in ("briefings/r", "dossiers/d")]
    assert set(found) == {f"{folder}/cite.{kind}" for folder in folders for kind in ("bib", "json")}
    assert found["en/briefings/r/cite.bib"].decode() == cited(content, "en", siteurl="").bibtex


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2016-10-04", {"date-parts": [[2016, 10, 4]]}),
        ("2016-10", {"date-parts": [[2016, 10]]}),
        ("2016", {"date-parts": [[2016]]}),
        ("2016-10-04~", {"date-parts": [[2016, 10, 4]], "circa": True}),
        ("2016?", {"date-parts": [[2016]], "circa": True}),
        ("2016-09/2016-10-04", {"date-parts": [[2016, 9], [2016, 10, 4]]}),
        ("2016-09/..", {"date-parts": [[2016, 9]]}),
        ("../2016-09", {"literal": "../2016-09"}),
        ("2016-21", {"date-parts": [[2016]], "season": 1}),
        ("201X", {"literal": "201X"}),
        ("2016-10-04T10:00:00Z", {"date-parts": [[2016, 10, 4]]}),
    ],
)
def test_dates_are_as_exact_as_they_were_written(edtf: str, expected: dict) -> None:
    assert csl_date(parse_date(edtf)) == expected
