"""The data files as a whole: what stands in them, and that they are the same from build to build."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import frictionless
import hxl
import pytest

from briefings.exports import FORMATS, REPORT_FORMATS, columns
from briefings.exports.casualties import FORMAT as CASUALTIES
from briefings.exports.columns import KINDS
from briefings.exports.data_package import TYPES, package
from briefings.exports.format import Format
from briefings.exports.hxl import TAGS
from briefings.page.site_view import SiteView
from findings import Findings
from reports.model import Dossier, Licence, Settings, Site, Words
from tests.helpers.content import Content
from tests.helpers.pages import data_files, view
from tests.helpers.records import claim, entry, event, report, site

LICENCE = Licence("CC-BY-4.0", "https://example.org/by", Words("النسبة", "Attribution"))
SETTINGS = Settings(Words("السجل", "The Record"))
TABLES = [format.name for format in FORMATS if format.is_table]


def seen(site: Site, address: str = "", licence: Licence | None = None) -> SiteView:
    return SiteView(Findings(replace(site, settings=replace(SETTINGS, licence=licence))), {}, {}, address)  # type: ignore[arg-type]


def table(view: SiteView, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data_files(view)[f"{name}.csv"].decode(), newline=""), strict=True))


def told_twice() -> Site:
    a = report("a", event("raid"), claim("c", entry(killed="10", who="civilians"), about="raid"))
    b = report("b", event("same", same_as="a/raid"), claim("d", entry(killed="12", who="civilians"), about="same", by="agency"))
    c = report("c", event("other"), claim("e", entry(killed="5", who="civilians"), about="other"))
    return site(a, b, c)


def test_totals_of_dossiers_stand_between_the_site_and_the_reports() -> None:
    """An event that two of its reports tell counts once in a dossier; other reports do not count there."""
    text = told_twice().reports[0].texts["ar"]
    dossier = Dossier("both", {"ar": text}, reports=("a", "b"))
    rows = table(seen(replace(told_twice(), dossiers=(dossier,))), "totals")
    scopes = [(row["scope_kind"], row["scope_id"]) for row in rows]
    assert list(dict.fromkeys(scopes)) == [("site", ""), ("dossier", "both"), ("report", "a"), ("report", "b"), ("report", "c")]
    ranges = {scope: (row["low"], row["high"], row["events"], row["origins"]) for scope, row in zip(scopes, rows, strict=True)}
    assert ranges[("dossier", "both")] == ("10", "12", "1", "2")
    assert ranges[("site", "")] == ("15", "17", "2", "2")


def test_files_are_the_same_from_build_to_build(tmp_path: Path) -> None:
    content = Content(tmp_path).report(record="events: {raid: {type: shelling, when: 2016-10-04, where: aleppo}}\n")
    assert data_files(view(content.root)) == data_files(view(content.root))


def test_an_empty_site_has_all_tables_and_they_are_valid(tmp_path: Path) -> None:
    found = seen(site())
    assert set(data_files(found)) == {format.path for format in FORMATS}
    assert all(table(found, name) == [] for name in TABLES)
    assert valid(found, tmp_path)
    hashtags = hxl.data(str(tmp_path / "casualties.hxl.csv"), hxl.InputOptions(allow_local=True))
    assert [column.display_tag for column in hashtags.columns] == list(TAGS.values())
    assert list(hashtags) == []


def valid(found: SiteView, folder: Path) -> bool:
    for path, data in data_files(found).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
    said = frictionless.validate(str(folder / "datapackage.json"))
    assert said.valid, said.flatten(["title", "rowNumber", "fieldName", "note"])
    return said.valid


def test_cells_that_other_programs_stumble_over_are_valid(tmp_path: Path) -> None:
    """Commas, quotation marks, line ends and words that look like formulas or numbers."""
    content = Content(tmp_path).registry(actors='odd: {name: {ar: "غريب، \\"جداً\\"", en: "=SUM(1), \\"odd\\""}, kind: other, side: "12"}')
    content.report(
        record="""
        events: {raid: {type: shelling, when: 2016-10-04/.., where: [], grade: weak}}
        claims: {c: {by: odd, about: raid, casualties: [{killed: 1-3, including: {children: 1, women: some}, blames: [odd, army]}]}}
        """,
        ar='[قال "نعم"،\nثم سكت]{.raid .c}',
    )
    folder = tmp_path / "out"
    folder.mkdir()
    assert valid(view(content.root), folder)


def test_a_licence_is_named_in_the_package_or_nothing_is_said_of_one() -> None:
    named = json.loads(data_files(seen(site(), licence=LICENCE))["datapackage.json"])
    assert named["licenses"] == [{"name": "CC-BY-4.0", "path": "https://example.org/by", "title": "Attribution"}]
    data = data_files(seen(site()))
    assert "licen" not in data["datapackage.json"].decode().replace("`licence`", "").replace('"licence"', "").casefold()


def test_the_package_leads_to_the_page_of_the_data_where_the_site_has_an_address() -> None:
    assert "homepage" not in json.loads(data_files(seen(site()))["datapackage.json"])
    told = json.loads(data_files(seen(site(), "https://example.org/b"))["datapackage.json"])
    assert told["homepage"] == "https://example.org/b/en/data/index.html"
    assert told["title"] == "Data of The Record"


def test_the_package_says_which_words_a_cell_can_hold() -> None:
    described = package(SETTINGS, "", [(format, b"x") for format in FORMATS if format.is_table])
    resources = {resource["name"]: resource for resource in described["resources"]}
    fields = {field["name"]: field for field in resources["totals"]["schema"]["fields"]}
    assert fields["scope_kind"]["constraints"] == {"required": True, "enum": ["report", "dossier", "site"]}
    assert fields["low"]["constraints"] == {"minimum": 0}
    assert "constraints" not in fields["scope_id"]
    fields = {field["name"]: field for field in resources["events"]["schema"]["fields"]}
    assert fields["date_prec"]["constraints"]["enum"] == [1, 2, 3, 4, 5]
    assert (fields["places"]["type"], fields["places"]["delimiter"]) == ("list", ";")
    assert resources["casualties"]["schema"]["foreignKeys"][0] == {
        "fields": ["report", "claim"],
        "reference": {"resource": "claims", "fields": ["report", "claim"]},
    }


# What is said of files and columns


def every_column() -> list[columns.Column]:
    return [column for file in (*FORMATS, *REPORT_FORMATS) for column in file.columns]


def test_every_column_of_the_casualties_has_a_hashtag_of_its_own() -> None:
    assert tuple(TAGS) == CASUALTIES.column_names
    assert len(set(TAGS.values())) == len(TAGS)


def test_every_column_is_of_a_known_kind() -> None:
    assert {column.kind for column in every_column()} == set(KINDS)
    assert set(TYPES) <= set(KINDS)
    assert all(bool(column.words) == (column.kind in ("word", "code")) for column in every_column())


@pytest.mark.parametrize("file", [*FORMATS, *REPORT_FORMATS], ids=lambda file: file.path)
def test_no_file_has_a_column_twice_and_keys_are_columns(file) -> None:
    names = [column.name for column in file.columns]
    assert len(set(names)) == len(names)
    if isinstance(file, Format):
        assert set(file.schema.primary_key) <= set(names)
        for key in file.schema.foreign_keys:
            assert set(key.fields) <= set(names)
            assert set(key.there) <= set(key.table.column_names)
