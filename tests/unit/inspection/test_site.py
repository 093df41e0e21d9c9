"""Where the addresses of a site lead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from command.verifying import verify
from inspection.presence import presence
from inspection.site import Site, Target

HERE = "en/places/aleppo/index.html"


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("#map", Target(HERE, "map")),
        ("index.html", Target(HERE)),
        ("../../timeline/index.html#event-a", Target("en/timeline/index.html", "event-a")),
        ("../../../theme/icon.svg", Target("theme/icon.svg")),
        ("%D8%AD.html", Target("en/places/aleppo/ح.html")),
        ("https://example.org/x/ar/index.html", Target("ar/index.html")),
        ("https://example.org/x/", Target("index.html")),
        ("/x/theme/css/site.css", Target("theme/css/site.css")),
        ("https://example.org/xyz/index.html", Target(outside="https")),
        ("https://other.example/", Target(outside="https")),
        ("//other.example/x.js", Target(outside="//")),
        ("javascript:alert(1)", Target(outside="javascript")),
        ("JavaScript:alert(1)", Target(outside="javascript")),
        ("data:text/html,x", Target(outside="data")),
    ],
)
def test_an_address_leads_to_a_file_or_outside(address: str, leads: Target, tmp_path: Path) -> None:
    assert Site(tmp_path, "https://example.org/x").leads(address, HERE) == leads


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("../../../../secret", "leads out"),
        ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret", "leads out"),
        ("/etc/passwd", "begins at the top"),
        ("index.html?q=1", "asks a question"),
        ("java\nscript:alert(1)", "control character"),
        (" index.html", "blank"),
        ("..\\..\\index.html", "backslash"),
        ("http://[", "no address"),
    ],
)
def test_an_address_that_no_page_should_have_is_wrong(address: str, why: str, tmp_path: Path) -> None:
    assert why in Site(tmp_path).leads(address, HERE).wrong


def test_what_is_no_json_and_no_table_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.json").write_text("{", "utf-8")
    (tmp_path / "data" / "claims.csv").write_text("a,b\n1\n", "utf-8")
    (tmp_path / "data" / "b.txt").write_bytes(b"\xff")
    site = Site(tmp_path)
    assert site.json("data/a.json") is site.json("data/a.json") is None
    assert site.table("claims") == []
    assert site.text("data/b.txt") == ""
    assert [fault.file for fault in site.unreadable] == ["data/a.json", "data/claims.csv", "data/b.txt"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by root, whom a system lets read everything."""
    (tmp_path / "en" / "places").mkdir(parents=True)
    (tmp_path / "index.html").write_text("<p>a", "utf-8")
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "places":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    site = Site(tmp_path)
    assert list(site.files) == ["index.html"]
    assert [str(fault) for fault in site.unreadable] == ["en/places: the folder cannot be read"]
    with pytest.raises(PermissionError):
        verify(tmp_path, ["index.html"], {})


@pytest.mark.parametrize("siteurl", ["https://example.org", "https://example.org/x"])
def test_the_top_of_the_server_is_the_site_where_it_stands_there(siteurl: str, tmp_path: Path) -> None:
    """The page not found is shown at any depth, so its links begin at the site's own top."""
    top = siteurl.removeprefix("https://example.org")
    assert Site(tmp_path, siteurl).leads(f"{top}/theme/icon.svg", "404.html") == Target("theme/icon.svg")
    assert Site(tmp_path).leads("/theme/icon.svg", "404.html").wrong


@pytest.mark.parametrize("text", ["{}", "[]", '{"$schema": "x", "type": "array"}', "{"])
def test_a_schema_that_is_none_is_a_fault(text: str, tmp_path: Path) -> None:
    schema = tmp_path / "data" / "schema" / "record.schema.json"
    schema.parent.mkdir(parents=True)
    schema.write_text('{"$schema": "x", "type": "object"}', "utf-8")
    said = "is no JSON Schema of an object"
    assert said not in {fault.what for fault in presence(Site(tmp_path)) if fault.file.endswith(schema.name)}
    schema.write_text(text, "utf-8")
    assert said in {fault.what for fault in presence(Site(tmp_path)) if fault.file.endswith(schema.name)}


def test_a_site_without_a_schema_lacks_it(tmp_path: Path) -> None:
    said = {(fault.file, fault.what) for fault in presence(Site(tmp_path))}
    assert ("data/schema/places.schema.json", "is not there") in said
