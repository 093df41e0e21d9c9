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
import yaml

from briefings.exports import FORMATS, REPORT_FORMATS, columns
from briefings.exports.columns import KINDS
from briefings.exports.data_package import TYPES, package
from briefings.exports.format import Format
from briefings.exports.hxl import TABLE as HXL
from briefings.exports.hxl import TAGS
from briefings.page.site_view import SiteView
from findings import Findings
from reports.figure_notation import parse_figure
from reports.model import Dossier, Licence, Settings, Site, Words
from tests.helpers.content import Content
from tests.helpers.pages import data_files, view
from tests.helpers.records import claim, document, entry, event, report, site

LICENCE = Licence("CC-BY-4.0", "https://example.org/by", Words("النسبة", "Attribution"))
SETTINGS = Settings(Words("السجل", "The Record"))
TABLES = [format.name for format in FORMATS if format.is_table]


def seen(site: Site, address: str = "", licence: Licence | None = None) -> SiteView:
    return SiteView(Findings(replace(site, settings=replace(SETTINGS, licence=licence))), {}, {}, address)  # type: ignore[arg-type]


def table(view: SiteView, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data_files(view)[f"{name}.csv"].decode(), newline=""), strict=True))


def told_twice() -> Site:
    a = report("a", event("raid"), claim("c", entry(killed="10", who="civilians"), about="raid"))
    b = report(
        "b", event("same", same_as="a/raid"), claim("d", entry(killed="12", who="civilians"), about="same", by="agency")
    )
    c = report("c", event("other"), claim("e", entry(killed="5", who="civilians"), about="other"))
    return site(a, b, c)


def test_totals_of_dossiers_stand_between_the_site_and_the_reports() -> None:
    """An event that two of its reports tell counts once in a dossier; other reports do not count there."""
    text = told_twice().reports[0].texts["ar"]
    dossier = Dossier("both", {"ar": text}, reports=("a", "b"))
    rows = table(seen(replace(told_twice(), dossiers=(dossier,))), "totals")
    scopes = [(row["scope_kind"], row["scope_id"]) for row in rows]
    assert list(dict.fromkeys(scopes)) == [
        ("site", ""),
        ("dossier", "both"),
        ("report", "a"),
        ("report", "b"),
        ("report", "c"),
    ]
    ranges = {
        scope: (row["low"], row["high"], row["events"], row["origins"]) for scope, row in zip(scopes, rows, strict=True)
    }
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
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    said = frictionless.validate(str(folder / "datapackage.json"))
    assert said.valid, said.flatten(["title", "rowNumber", "fieldName", "note"])
    return said.valid


def test_cells_that_other_programs_stumble_over_are_valid(tmp_path: Path) -> None:
    """Commas, quotation marks, line ends and words that look like formulas or numbers."""
    content = Content(tmp_path).registry(
        actors='odd: {name: {ar: "غريب، \\"جداً\\"", en: "=SUM(1), \\"odd\\""}, kind: other, side: "12"}'
    )
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
    assert "enum" not in fields["type"]["constraints"]  # a list of words
    assert fields["date_prec"]["constraints"]["enum"] == [1, 2, 3, 4, 5]
    assert (fields["places"]["type"], fields["places"]["delimiter"]) == ("list", ";")
    assert resources["casualties"]["schema"]["foreignKeys"][0] == {
        "fields": ["report", "claim"],
        "reference": {"resource": "claims", "fields": ["report", "claim"]},
    }


# What each table holds


def test_a_row_of_claims_has_who_says_it_when_and_where_it_was_read() -> None:
    found = seen(site(
        report(
            "a", event("raid"), document("page", "agency", "2016-10-04"), document("post", "radio", "2016-10-06"),
            claim("c", entry(killed="3"), about="raid", by=("medic", "front"), via=("agency", ("radio", "monitor"))),
            claim("d", about="raid", documents=("page", "post"), updates="a/c"),
            claim("e", about="raid", by="army", as_of="2016-10-07T10:00", denies="a/c", denies_what="event"),
        )
    ))  # fmt: skip
    rows = {row["claim"]: row for row in table(found, "claims")}
    assert {name: rows["c"][name] for name in ("by", "via", "as_of", "denies", "denies_what", "documents", "origin_side")} == {
        "by": "medic;front", "via": "agency;radio|monitor", "as_of": "2016-10-05",
        "denies": "", "denies_what": "", "documents": "", "origin_side": "opposition",
    }  # fmt: skip
    assert (rows["d"]["as_of"], rows["d"]["documents"], rows["d"]["updates"]) == ("2016-10-06", "page;post", "a/c")
    assert (rows["e"]["as_of"], rows["e"]["denies"], rows["e"]["denies_what"]) == ("2016-10-07T10:00", "a/c", "event")


def test_a_figure_says_what_becomes_of_it() -> None:
    """The first that holds, as the whole site counts everybody."""
    figures = site(
        report(
            "a", event("raid"), event("rumour", grade="discounted"),
            claim("early", entry(killed="3"), about="raid", by="medic", as_of="2016-10-04"),
            claim("late", entry(killed="5"), entry(killed="some", part="clinic"), about="raid", by="medic", as_of="2016-10-06"),
            claim("toll", entry(scope="cumulative", killed="some"), by="medic"),
            claim("told", entry(killed="some"), about="rumour", by="medic"),
        )
    )  # fmt: skip
    rows = table(seen(figures), "casualties")
    assert [(row["claim"], row["written"], row["part"], row["state"]) for row in rows] == [
        ("early", "3", "", "superseded"),
        ("late", "5", "", "counted"),
        ("late", "some", "clinic", "uncounted"),
        ("toll", "some", "", "cumulative"),
        ("told", "some", "", "discounted"),
    ]


def test_an_event_has_a_range_for_each_row_of_it() -> None:
    told = site(
        report(
            "a",
            event("raid"),
            claim(
                "c",
                entry("combatants", "front", killed="2"),
                entry("civilians", killed="dozens"),
                about="raid",
                by="medic",
            ),
            claim("d", entry(injured="some"), about="raid", by="radio"),
            claim("e", entry(displaced="40", unit="families"), about="raid", by="radio"),
            claim("no", about="raid", by="army", denies="a/e"),
        )
    )
    rows = [tuple(row.values()) for row in table(seen(told), "ranges")]
    assert sorted(rows) == sorted([
        ("a/raid", "displaced", "families", "all", "40", "40", "false", "false", "true", "1", "1"),
        ("a/raid", "displaced", "families", "unknown", "40", "40", "false", "false", "true", "1", "1"),
        ("a/raid", "injured", "people", "all", "", "", "false", "false", "false", "0", "0"),
        ("a/raid", "injured", "people", "unknown", "", "", "false", "false", "false", "0", "0"),
        ("a/raid", "killed", "people", "all", "14", "14", "true", "true", "false", "1", "1"),
        ("a/raid", "killed", "people", "civilians", "12", "12", "true", "true", "false", "1", "1"),
        ("a/raid", "killed", "people", "combatants", "2", "2", "false", "false", "false", "1", "1"),
        ("a/raid", "killed", "people", "combatants:opposition", "2", "2", "false", "false", "false", "1", "1"),
    ])  # fmt: skip


def test_a_total_counts_the_events_of_words_and_those_not_counted_beside_it() -> None:
    told = site(
        report(
            "a", *(event(id) for id in ("e", "f", "g")),
            claim("c", entry(killed="20"), about="e"), claim("d", entry(killed="dozens"), about="f"),
            claim("h", entry(killed="some"), about="g"),
        )
    )  # fmt: skip
    row = next(row for row in table(seen(told), "totals") if row["who"] == "all")
    assert {name: row[name] for name in ("unit", "low", "high", "events", "word_events", "uncounted_events")} == {
        "unit": "people", "low": "20", "high": "20", "events": "1", "word_events": "1", "uncounted_events": "1",
    }  # fmt: skip


def test_a_row_of_events_has_what_is_known_of_it() -> None:
    told = site(
        report(
            "a",
            event("day"),
            event(
                "raid", type=("shelling", "mine"), part_of="day", code="R-1", former=("old", "R-0"), point=(36.1, 37.2),
                accuracy="street", target=("hospital", "market"), attacks=parse_figure("~5+"), provisional=True,
            ),
        )
    )  # fmt: skip
    row = {row["event"]: row for row in table(seen(told), "events")}["a/raid"]
    expected = {
        "code": "R-1", "former": "old;R-0", "type": "shelling;mine", "lat": "36.1", "lon": "37.2", "accuracy": "street",
        "where_prec": "1", "target": "hospital;market", "attacks": "~5+", "provisional": "true", "part_of": "a/day",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_a_row_of_documents_counts_the_claims_that_were_read_in_it() -> None:
    told = site(
        report(
            "a", document("page", "agency", "2016-10-04", title="عنوان", url="https://agency.example/1", sha256="0" * 64),
            claim("c", documents="page"), claim("d", documents="page"), claim("e"),
        )
    )  # fmt: skip
    assert table(seen(told), "documents") == [{
        "report": "a", "document": "page", "publisher": "agency", "title": "عنوان", "lang": "ar",
        "url": "https://agency.example/1", "archive": "", "published": "2016-10-04", "retrieved": "",
        "sha256": "0" * 64, "claims": "2",
    }]  # fmt: skip
    assert ("a", "document", "https://agency.example/1") in [tuple(row.values()) for row in table(seen(told), "links")]


def test_sex_and_age_have_columns_with_attributes_of_hxl() -> None:
    told = claim("c", entry(killed="9", including={"children": "3-4", "girls": "some", "medics": "2"}), about="raid")
    lines = data_files(seen(site(report("a", event("raid"), told))))["casualties.hxl.csv"].decode()
    heading, tags, row = csv.reader(io.StringIO(lines, newline=""))
    cells = {name: (tag, value) for name, tag, value in zip(heading, tags, row, strict=True)}
    assert cells["children_low"] == ("#affected+children+min", "3")
    assert cells["children_high"] == ("#affected+children+max", "4")
    assert cells["girls_low"] == ("#affected+f+children+min", "")
    assert cells["including"] == ("#description+including", "children=3-4;girls=some;medics=2")


def test_a_reports_file_has_its_record_by_the_keys_of_the_format(tmp_path: Path) -> None:
    """What is written there can be read again, and comes to the same record."""
    record = """
        published: 2016-10-05
        publisher: outlet
        main: raid
        limits: {ar: لم نصل إلى المكان, en: We could not go there}
        documents:
          page: {publisher: agency, title: عنوان, lang: ar, published: 2016-10-04T14:00, archive: https://archive.example/1}
        events:
          day: {type: shelling, when: 2016-10-04}
          raid:
            type: [shelling, mine]
            when: 2016-10-04T10:00
            where: aleppo
            point: [36.1, 37.2]
            accuracy: street
            actors: [army, front]
            weapon: {ar: مدفع, en: A gun}
            target: hospital
            attacks: ~5+
            grade: weak
            provisional: true
            background: true
            part-of: day
            code: R-1
            former: [old]
            note: {ar: ملاحظة, en: A note}
        claims:
          early: {by: [witness, army], via: [agency, [outlet, agency2]], about: raid, casualties: [{killed: 3}]}
          late:
            by: witness
            in: page
            words: {ar: كلام الوثيقة, fr: dit}
            as-of: 2016-10-06T10:00
            updates: early
            first-count: true
            identified: unnamed
            quote: direct
            reliability: B
            credibility: "2"
            about: raid
            casualties:
              - {killed: ..9, injured: 5-7, unit: families, who: combatants, of: [army, front], part: clinic, blames: front}
              - {died: tens, including: {children: some, army: 2}}
              - {killed: 400+, scope: cumulative, period: 2016-09/.., where: aleppo}
          no: {by: army, stance: denies, denies: late, denies-what: event, about: raid}
        corrections:
          - {on: 2016-10-07, ar: صُحح, en: Corrected}
        """
    sources = "agency2: {name: {ar: وكالة, en: Other agency}, kind: news-agency}"
    content = Content(tmp_path / "first").registry(sources=sources).report(record=record)
    told = json.loads(data_files(view(content.root))["reports/r.json"])["record"]
    again = Content(tmp_path / "second").registry(sources=sources).report(record=yaml.safe_dump(told, sort_keys=False))
    assert again.one().record == content.one().record


# What is said of files and columns


def every_column() -> list[columns.Column]:
    return [column for file in (*FORMATS, *REPORT_FORMATS) for column in file.columns]


def test_every_column_of_the_casualties_has_a_hashtag_of_its_own() -> None:
    assert tuple(TAGS) == HXL.column_names
    assert len(set(TAGS.values())) == len(TAGS)


def test_every_column_is_of_a_known_kind() -> None:
    assert {column.kind for column in every_column()} == set(KINDS)
    assert set(TYPES) <= set(KINDS)
    assert all(
        bool(column.words) == (column.kind in ("word", "code")) for column in every_column() if column.kind != "list"
    )


@pytest.mark.parametrize("file", [*FORMATS, *REPORT_FORMATS], ids=lambda file: file.path)
def test_no_file_has_a_column_twice_and_keys_are_columns(file) -> None:
    names = [column.name for column in file.columns]
    assert len(set(names)) == len(names)
    if isinstance(file, Format):
        assert set(file.schema.primary_key) <= set(names)
        for key in file.schema.foreign_keys:
            assert set(key.fields) <= set(names)
            assert set(key.there) <= set(key.table.column_names)
