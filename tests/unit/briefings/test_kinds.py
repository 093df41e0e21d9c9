"""Kinds of page and data formats: records that everything goes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.exports import EVENT_FORMATS, FORMATS, REPORT_FORMATS, files_of
from briefings.kinds import KINDS
from briefings.page import entry_lists, event_lines
from briefings.page.addresses import Address
from briefings.plan import names, page_at, pdf_of, plan
from tests.helpers.content import Content
from tests.helpers.pages import THEME, data_files, view


@pytest.fixture
def content(tmp_path: Path) -> Content:
    record = """\
    events:
      raid: {type: shelling, when: 2016-10-04, where: aleppo, actors: [army], former: [strike]}
      older: {type: shelling, when: 2016-09-04, where: aleppo, actors: [army]}
    claims: {c: {by: witness, casualties: [{killed: 9, scope: cumulative, period: 2016-09/2016-10}]}}
    """
    return Content(tmp_path).report(record=record).dossier(yaml="reports: [r]\n")


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of two events are long, and their older months stand on pages of their own, as any figure of a time does."""
    monkeypatch.setattr(event_lines, "MOST", 1)
    monkeypatch.setattr(entry_lists, "FEW", 1)
    monkeypatch.setattr("briefings.kinds.dossier.FEW", 0)


def test_no_two_kinds_have_a_name_a_place_or_an_address_in_common() -> None:
    """But other names of an event, which stand where an event of that name would."""
    paths = [kind.path for kind in KINDS if kind.name != "moved"]
    for told in ([kind.name for kind in KINDS], [kind.order for kind in KINDS], paths):
        assert len(set(told)) == len(told)


def test_every_kind_has_its_template() -> None:
    assert [kind.name for kind in KINDS if not (THEME / "templates" / kind.template).is_file()] == []


def test_no_two_formats_have_a_place_or_a_path_in_common() -> None:
    formats = (*FORMATS, *REPORT_FORMATS, *EVENT_FORMATS)
    for told in ([format.order for format in formats], [format.path for format in formats]):
        assert len(set(told)) == len(told)


@pytest.mark.usefixtures("long")
def test_each_page_is_found_by_its_file_alone(content: Content) -> None:
    later = """\
    published: 2017-02-03
    publisher: outlet
    corrections:
      - {on: 2017-03-01, ar: تصحيح, en: One}
      - {on: 2018-03-01, ar: تصحيح, en: Another}
    claims: {c: {by: witness}}
    """
    content.report("s", record=later)
    site = view(content.root)
    planned = list(plan(site))
    assert {one.kind.name for one in planned} == {kind.name for kind in KINDS}
    assert len({one.path for one in planned}) == len(planned)
    assert {one.path for one in planned} == names(site.findings)
    for one in planned:
        found = page_at(site, one.path)
        assert found
        assert (found.kind, found.page.lang, found.page.subject) == (one.kind, one.page.lang, one.page.subject)


@pytest.mark.parametrize(
    "path",
    [
        "en/briefings/gone/index.html",
        "en/nowhere/index.html",
        "fr/index.html",
        "en/places/witness/index.html",
        "en",
        "",
    ],
)
def test_no_page_is_found_where_the_site_has_none(content: Content, path: str) -> None:
    assert page_at(view(content.root), path) is None


def test_briefings_and_dossiers_have_a_pdf_beside_them() -> None:
    assert pdf_of("en/briefings/a/index.html") == "en/briefings/a/a.en.pdf"
    assert pdf_of("ar/dossiers/b/index.html") == "ar/dossiers/b/b.ar.pdf"
    assert pdf_of("en/places/aleppo/index.html") is None
    assert pdf_of("index.html") is None


def test_an_address_is_read_as_it_is_written() -> None:
    address = Address("{lang}/a.b/{subject}/index.html")
    assert address("ar", "x") == "ar/a.b/x/index.html"
    assert address.match("ar/a.b/x/index.html") == ("ar", "x")
    assert address.match("ar/acb/x/index.html") is None
    assert address.match("ar/a.b/x/y/index.html") is None


def test_an_address_of_a_key_has_a_folder_for_its_report() -> None:
    address = Address("{lang}/a/{key}/index.html")
    assert address("ar", "x/y") == "ar/a/x/y/index.html"
    assert address.match("ar/a/x/y/index.html") == ("ar", "x/y")
    assert address.match("ar/a/x/y/z/index.html") == ("ar", "x/y/z")
    assert address.match("ar/a/x/index.html") is None


def test_the_files_of_a_report_are_those_that_are_made(content: Content) -> None:
    site = view(content.root)
    made = {path for path in data_files(site) if path.startswith("reports/")}
    assert made == set(files_of(site.index.reports["r"]))
    events = {format.path_of(key) for format in EVENT_FORMATS for key in ("r/raid", "r/older")}
    assert {format.path for format in FORMATS} | events == set(data_files(site)) - made
