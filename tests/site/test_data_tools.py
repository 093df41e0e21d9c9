"""The data files as the tools of their own formats read them: none of them says that anything is wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import frictionless
import geojson
import hxl
import pytest

from tests.helpers.annotations import expanded
from tests.site.built_site import BuiltSite, text_of

pytestmark = pytest.mark.slow


def valid(package: Path) -> frictionless.Report:
    return frictionless.validate(str(package))


def test_the_data_package_is_valid_with_all_rows(site: BuiltSite) -> None:
    report = valid(site.root / "data" / "datapackage.json")
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert report.warnings == []
    checked = {task.name: task.stats["rows"] for task in report.tasks if task.type == "table"}
    names = ("claims", "casualties", "ranges", "totals", "events", "documents", "sources", "links")
    assert checked == {name: len(site.table(name)) for name in names} | {
        "casualties-hxl": len(site.table("casualties"))
    }


@pytest.mark.parametrize(
    ("file", "this", "that"),
    [
        ("casualties.csv", ",killed,", ",slain,"),
        ("casualties.csv", ",false,", ",perhaps,"),
        ("casualties.csv", "2031-03-05-marzuba-market,", "2031-03-06-marzuba-market,"),
        ("claims.csv", ",asserts,", ",,"),
        ("events.csv", ",2031-03-05,", ",2031-02-30,"),
        ("ranges.csv", "2031-03-05-marzuba-market/", "2031-03-06-marzuba-market/"),
    ],
)
def test_a_mistake_in_a_table_is_found(golden: BuiltSite, tmp_path: Path, file: str, this: str, that: str) -> None:
    """The tool is not asleep: words, truth, days, what must be there and what must stand in another table."""
    for path in (golden.root / "data").glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:  # of a file that was changed, size and sum would be wrong too
        del resource["bytes"], resource["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert valid(tmp_path / "datapackage.json").valid
    text = (tmp_path / file).read_text("utf-8")
    assert this in text
    (tmp_path / file).write_text(text.replace(this, that, 1), "utf-8")
    assert not valid(tmp_path / "datapackage.json").valid


def test_every_mark_is_an_annotation_that_linked_data_tools_read(site: BuiltSite) -> None:
    for slug in site.slugs:
        name = f"data/reports/{slug}.annotations.jsonld"
        base = f"https://example.org/{name}"
        page = json.loads(site.files[name].read_text("utf-8"))
        (node,) = expanded(page, base)
        assert node["@id"] == base
        assert node["@type"] == ["as:OrderedCollectionPage"]
        items = node["as:items"][0]["@list"]
        marks = site.report(slug)["marks"]
        assert [item["@id"] for item in items] == [f"{base}#{mark['anchor']}" for mark in marks]
        assert node["as:partOf"][0]["as:totalItems"][0]["@value"] == len(marks)
        for item, mark in zip(items, marks, strict=True):
            (target,) = item["oa:hasTarget"]
            (source,) = target["oa:hasSource"]
            path = f"data/reports/{slug}.{mark['lang']}.txt"
            assert source["@id"] == f"https://example.org/{path}"
            quote, position = target["oa:hasSelector"]
            text = site.files[path].read_text("utf-8")
            start, end = (position[f"oa:{name}"][0]["@value"] for name in ("start", "end"))
            exact, prefix, suffix = (quote[f"oa:{name}"][0]["@value"] for name in ("exact", "prefix", "suffix"))
            assert text[start:end] == exact == mark["exact"]
            assert text[:start].endswith(prefix)
            assert text[end:].startswith(suffix)
            assert (prefix, suffix) == (mark["prefix"], mark["suffix"])


def test_annotations_lead_to_places_of_the_site_that_are_there(site: BuiltSite) -> None:
    """The words' own place on the page has the words; what they are about has an entry or a page."""
    for slug in site.slugs:
        name = f"data/reports/{slug}.annotations.jsonld"
        (node,) = expanded(json.loads(site.files[name].read_text("utf-8")), f"https://example.org/{name}")
        for item in node["as:items"][0]["@list"]:
            (target,) = item["oa:hasTarget"]
            page, anchor = target["oa:hasScope"][0]["@id"].removeprefix("https://example.org/").split("#")
            words = text_of(site.pages[page].ids[anchor], without="ref footnote-ref")
            assert words == " ".join(target["oa:hasSelector"][0]["oa:exact"][0]["@value"].split()), item["@id"]
            for body in item["oa:hasBody"]:
                if "oa:hasSource" in body:
                    path, _, fragment = (
                        body["oa:hasSource"][0]["@id"].removeprefix("https://example.org/").partition("#")
                    )
                    assert path in site.pages, item["@id"]
                    assert not fragment or fragment in site.pages[path].ids, item["@id"]


def test_the_events_are_valid_geojson(site: BuiltSite) -> None:
    text = site.files["data/events.geojson"].read_text("utf-8")
    collection = geojson.loads(text)
    written = {feature["id"]: feature["geometry"] for feature in json.loads(text)["features"]}
    assert isinstance(collection, geojson.FeatureCollection)
    assert collection.is_valid, collection.errors()
    rows = {row["event"]: row for row in site.table("events")}
    assert [feature.id for feature in collection.features] == list(rows)
    places = site.source("registry/places.yaml")
    for feature in collection.features:
        assert feature.is_valid, (feature.id, feature.errors())
        row = rows[feature.id]
        points = [places[id]["point"] for id in row["places"].split(";") if id and "point" in places[id]]
        if row["accuracy"]:  # it has a point of its own
            points = [(row["lat"], row["lon"])]
        positions = list(dict.fromkeys((float(longitude), float(latitude)) for latitude, longitude in points))
        kind = "Point" if len(positions) == 1 else "MultiPoint"
        coordinates = list(positions[0]) if len(positions) == 1 else [list(position) for position in positions]
        expected = {"type": kind, "coordinates": coordinates} if positions else None
        assert written[feature.id] == expected, feature.id
        assert {name: as_cell(feature.properties[name]) for name in row} == row
        for lang in ("ar", "en"):
            path = feature.properties[f"page_{lang}"].removeprefix("../")
            assert path == f"{lang}/events/{feature.id}/index.html"
            assert path in site.pages


def as_cell(value: object) -> str:
    """A property as the table writes it."""
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_the_ranges_of_events_add_up_to_the_totals_of_the_site(site: BuiltSite) -> None:
    features = json.loads(site.files["data/events.geojson"].read_text("utf-8"))["features"]
    """Those of events that are no part of others; killed or injured leave out what is told apart, and words stand beside."""
    totals = {
        row["outcome"]: row
        for row in site.table("totals")
        if (row["scope_kind"], row["unit"], row["who"]) == ("site", "people", "all") and row["word_events"] == "0"
    }
    for outcome in set(totals) - {"killed-or-injured"}:
        found = [feature["properties"] for feature in features if feature["properties"]["part_of"] is None]
        told = [one for one in found if f"{outcome}_low" in one]
        total = totals.get(outcome)
        assert len(told) == (int(total["events"]) if total else 0)
        if told and total:
            for end in ("low", "high"):
                assert sum(one[f"{outcome}_{end}"] for one in told) == int(total[end]), (outcome, end)
            for flag in ("open", "approximate", "contested"):
                assert any(one[f"{outcome}_{flag}"] for one in told) == (total[flag] == "true"), (outcome, flag)


def test_humanitarian_tools_read_every_row_of_the_casualties(site: BuiltSite) -> None:
    path = site.files["data/casualties.hxl.csv"]
    options = hxl.InputOptions(allow_local=True)
    data = hxl.data(str(path), options)
    with site.files["data/casualties.csv"].open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    assert [column.header for column in data.columns][: len(heading)] == heading
    assert len({column.display_tag for column in data.columns}) == len(data.columns)
    assert [row.values[: len(heading)] for row in data] == rows
    wrong: list = []
    assert hxl.data(str(path), options).validate(callback=wrong.append), wrong
    counted = [row for row in rows if row[heading.index("outcome")] == "killed" and row[heading.index("low")]]
    killed = hxl.data(str(path), options).with_rows("#impact+type=killed").with_rows("#affected+min is not empty")
    lows = [int(row.get("#affected+min")) for row in killed if row.get("#affected+min")]
    assert lows == [int(row[heading.index("low")]) for row in counted]


def test_every_address_outside_that_a_page_leads_to_is_listed(site: BuiltSite) -> None:
    listed = {row["url"] for row in site.table("links")}
    led = {
        address
        for page in site.pages.values()
        for element in page.external
        if (address := element.get("href", "")).startswith(("http://", "https://"))
    }
    assert led == listed


def test_links_are_in_order_and_none_twice(site: BuiltSite) -> None:
    rows = [(row["where"], row["what"], row["url"]) for row in site.table("links")]
    assert rows == sorted(set(rows))
