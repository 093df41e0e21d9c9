"""Events as GeoJSON: where their places have points, and how many people, by the claims of all reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.content import Content
from tests.helpers.pages import data_files, view

PLACES = """
camp: {name: {ar: المخيم, en: Camp}, kind: camp, within: aleppo}
gate: {name: {ar: الباب, en: Gate}, kind: facility, within: aleppo, point: [36.1, 37.2]}
far: {name: {ar: القصوى, en: Far}, kind: town, point: [-12.5, -70.25]}
same: {name: {ar: المثل, en: Same}, kind: facility, point: [36.1, 37.2]}
"""


def features(content: Content, siteurl: str = "") -> dict[str, dict]:
    collection = json.loads(data_files(view(content.root, siteurl))["events.geojson"])
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def where(tmp_path: Path, where: str) -> dict | None:
    content = Content(tmp_path).registry(places=PLACES)
    content.report(record=f"events: {{raid: {{type: shelling, when: 2016-10-04, where: {where}}}}}\n")
    return features(content)["r/raid"]["geometry"]


@pytest.mark.parametrize(
    ("places", "geometry"),
    [
        ("gate", {"type": "Point", "coordinates": [37.2, 36.1]}),
        ("[gate, far]", {"type": "MultiPoint", "coordinates": [[37.2, 36.1], [-70.25, -12.5]]}),
        ("[far, camp, gate]", {"type": "MultiPoint", "coordinates": [[-70.25, -12.5], [37.2, 36.1]]}),
        ("[camp, gate]", {"type": "Point", "coordinates": [37.2, 36.1]}),
        ("[gate, same]", {"type": "Point", "coordinates": [37.2, 36.1]}),
        ("camp", None),
        ("[]", None),
    ],
)
def test_an_event_is_where_its_places_have_points(tmp_path: Path, places: str, geometry: dict | None) -> None:
    """Longitude before latitude; a place without a point does not take that of the city around it."""
    assert where(tmp_path, places) == geometry


def test_an_event_that_two_reports_tell_is_one_feature_with_the_count_of_both(tmp_path: Path) -> None:
    content = Content(tmp_path).report(
        "a",
        record="""
        events: {raid: {type: shelling, when: 2016-10-04, where: aleppo, title: {ar: قصف, en: Raid}}}
        claims:
          few: {by: witness, about: raid, casualties: [{killed: 3, who: civilians}, {injured: some}]}
        """,
    )
    content.report(
        "b",
        record="""
        events: {same: {same-as: a/raid}}
        claims:
          many: {by: agency, about: same, casualties: [{killed: ~5+, who: civilians, detained: 2}]}
          no: {by: army, about: same, stance: denies, denies: a/few}
        """,
    )
    (feature,) = features(content).values()
    told = feature["properties"]
    assert feature["id"] == told["event"] == "a/raid"
    assert told["reports"] == ["a", "b"]
    assert told["places"] == ["aleppo"]
    assert told["title_en"] == "Raid"
    assert told["grade"] is None
    killed = [told[f"killed_{name}"] for name in ("low", "high", "open", "approximate", "contested")]
    assert killed == [3, 5, True, True, True]
    assert (told["detained_low"], told["detained_high"], told["detained_open"]) == (2, 2, False)
    assert [name for name in told if name.startswith(("injured", "missing", "displaced"))] == []


def test_the_addresses_of_its_pages_are_given(tmp_path: Path) -> None:
    content = Content(tmp_path).report(record="events: {raid: {type: shelling, when: 2016-10-04}}\n")
    told = features(content)["r/raid"]["properties"]
    assert told["page_en"] == "../en/events/r/raid/index.html"
    told = features(content, "https://example.org/b")["r/raid"]["properties"]
    assert told["page_ar"] == "https://example.org/b/ar/events/r/raid/index.html"


def test_a_discounted_event_has_no_count(tmp_path: Path) -> None:
    content = Content(tmp_path).report(
        record="""
        events: {raid: {type: shelling, when: 2016-10-04, grade: discounted}}
        claims: {c: {about: raid, casualties: [{killed: 3}]}}
        """
    )
    told = features(content)["r/raid"]["properties"]
    assert told["grade"] == "discounted"
    assert "killed_low" not in told
