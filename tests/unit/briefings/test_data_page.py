"""The page of the data, as researchers read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefings.exports import EVENT_FORMATS, FORMATS, REPORT_FORMATS, data_of
from briefings.exports.columns import Column
from briefings.exports.totals import FORMAT as TOTALS
from briefings.kinds.data import _pieces, _size, data
from briefings.page.site_view import Phrase, SiteView
from reports.model import Licence, Words
from tests.helpers.content import Content
from tests.helpers.pages import data_files, html_of, page_of, planned_of, view, voices

LICENCE = Licence("CC-BY-4.0", "https://example.org/by", Words("النسبة", "Attribution"))
RECORD = """\
events: {raid: {type: shelling, when: 2016-10-04, where: aleppo, title: {ar: قصف, en: The raid}}}
claims: {c: {by: witness, about: raid, casualties: [{killed: 400+, who: civilians, including: {children: 3}}]}}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(
        record=RECORD, ar="[غارة]{.raid} [قتلى]{.c}", en="[Raid]{.raid} [people killed]{.c}"
    )


def html(site: SiteView, lang: str) -> str:
    return html_of(planned_of(site, lang, "data"))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_file_and_every_column_is_explained(content: Content, lang: str) -> None:
    shown = html(view(content.root), lang)
    voice = voices()[lang]
    for file in (*FORMATS, *REPORT_FORMATS, *EVENT_FORMATS):
        assert f">{file.path.replace('<', '&lt;').replace('>', '&gt;')}</code>" in shown
        for column in file.columns:
            assert f"<code>{column.name}</code></th>" in shown
            assert plain(voice.gettext(column.description)) in plain(shown)


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>|`", "", text).replace("&#39;", "'")


def test_files_are_told_with_their_address_their_size_and_their_rows(content: Content) -> None:
    site = view(content.root)
    told = data(page_of(site, "en", "data"))
    files = {file.path: file for file in [*told["tables"], *told["others"]]}
    assert files["claims.csv"].href == "../../data/claims.csv"
    assert files["claims.csv"].rows == files["casualties.hxl.csv"].rows == files["events.geojson"].rows == 1
    assert files["totals.csv"].rows == len(site.once(data_of).rows(TOTALS))
    assert files["datapackage.json"].rows is None
    assert all(file.size for file in files.values())
    assert {file.href for file in told["of_a_report"]} == {""}


def test_examples_are_values_of_this_site(content: Content) -> None:
    told = data(page_of(view(content.root), "ar", "data"))
    found = {(file.path, column.name): column.example for file in told["tables"] for column in file.columns}
    assert found[("casualties.csv", "written")] == "400+"
    assert found[("casualties.csv", "open")] == "true"
    assert found[("casualties.csv", "including")] == "children=3"
    assert found[("casualties.csv", "period")] is None
    assert found[("claims.csv", "text_en")] == Phrase("people killed", "en")
    assert found[("totals.csv", "scope_kind")] == "site"


def test_a_long_example_is_cut(tmp_path: Path) -> None:
    content = Content(tmp_path).report(record=RECORD, ar=f"[غارة]{{.raid}} [{'كلمة ' * 40}]{{.c}}")
    told = data(page_of(view(content.root), "en", "data"))
    (example,) = [column.example for column in told["tables"][0].columns if column.name == "text_ar"]
    assert example.lang == "ar"
    assert example.text.endswith("كلمة…")
    assert len(example.text) <= 61


def test_each_word_of_a_vocabulary_stands_with_its_label_once(content: Content) -> None:
    told = {lang: data(page_of(view(content.root), lang, "data")) for lang in ("ar", "en")}
    words = {
        lang: {(file.path, column.name): column.words for file in page["tables"] for column in file.columns}
        for lang, page in told.items()
    }
    assert words["ar"][("claims.csv", "stance")][:2] == (("asserts", "قول"), ("denies", "نفي"))
    assert words["en"][("claims.csv", "stance")][:2] == (("asserts", ""), ("denies", ""))
    assert ("aid", "Humanitarian aid") in words["en"][("events.csv", "type")]
    kinds = [word for word, _ in words["ar"][("sources.csv", "kind")]]
    assert len(set(kinds)) == len(kinds)
    assert words["ar"][("totals.csv", "scope_kind")] == (("report", ""), ("dossier", ""), ("site", ""))


def test_the_files_of_each_report_are_there(content: Content) -> None:
    content.report("s", ar="كلام")
    told = data(page_of(view(content.root), "en", "data"))
    files = {report.slug: [name for name, _ in report.files] for report in told["reports"]}
    assert files == {
        "r": ["json", "annotations.jsonld", "ar.txt", "en.txt"],
        "s": ["json", "annotations.jsonld", "ar.txt"],
    }
    hrefs = {href for report in told["reports"] for _, href in report.files}
    assert {href.removeprefix("../../data/") for href in hrefs} <= set(data_files(view(content.root)))


@pytest.mark.parametrize(
    ("lang", "named", "unnamed"), [("ar", "النسبة", "لم تُذكر رخصة"), ("en", "Attribution", "No licence has been named")]
)
def test_the_page_says_under_which_licence_the_data_are(content: Content, lang: str, named: str, unnamed: str) -> None:
    shown = html(view(content.root, licence=LICENCE), lang)
    assert 'href="https://example.org/by" rel="license' in shown
    assert named in shown
    assert unnamed not in shown
    shown = html(view(content.root, licence=None), lang)
    assert unnamed in shown
    assert "license" not in shown


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_page_of_an_empty_site_says_so(tmp_path: Path, lang: str) -> None:
    content = Content(tmp_path)
    assert voices()[lang].gettext("No briefing has been published yet.") in html(view(content.root), lang)


@pytest.mark.parametrize(
    ("count", "english", "arabic"),
    [
        (1, "1 byte", "بايت واحد"),
        (999, "999 bytes", "999 بايتاً"),
        (1499, "1 kB", "1 كيلوبايت"),
        (52_400, "52 kB", "52 كيلوبايت"),
        (3_400_000, "3 MB", "3 ميغابايت"),
    ],
)
def test_sizes_are_told_in_words(count: int, english: str, arabic: str) -> None:
    assert [_size(voices()[lang], count) for lang in ("en", "ar")] == [english, arabic]


def test_what_is_written_as_in_the_files_is_told_apart() -> None:
    message = next(column.description for column in every_column() if column.name == "written")
    assert _pieces(voices()["en"], message) == (
        ("The figure as the record has it, such as ", False), ("400+", True), (" or ", False), ("tens", True),
    )  # fmt: skip


@pytest.mark.parametrize(
    "column", [column for file in (*FORMATS, *REPORT_FORMATS, *EVENT_FORMATS) for column in file.columns]
)
def test_both_languages_write_the_same_words_as_in_the_files(column: Column) -> None:
    literal = {
        lang: sorted(text for text, is_literal in _pieces(voices()[lang], column.description) if is_literal)
        for lang in ("ar", "en")
    }
    assert literal["ar"] == literal["en"]


def every_column() -> list[Column]:
    return [column for file in (*FORMATS, *REPORT_FORMATS, *EVENT_FORMATS) for column in file.columns]
