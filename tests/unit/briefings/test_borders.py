"""The coasts and borders under the maps, as they come in the package."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from briefings.assets.borders import atlas, licence, read_atlas
from briefings.assets.packages import package_file
from command.messages import BuildFailed


def test_the_package_holds_the_countries_of_the_earth() -> None:
    world = atlas()
    assert len(world.countries) > 200
    assert len(world.borders) > 200
    assert all(-180.1 <= x <= 180.1 and -90.1 <= y <= 90.1 for arc in world.arcs for x, y in arc)
    aleppo, sea = world.country_at((36.2, 37.16)), world.country_at((34.5, 33.0 + 1.5))
    assert aleppo
    assert sea is None


def test_arcs_are_put_together_from_their_steps() -> None:
    world = read_atlas(
        {
            "transform": {"scale": [0.5, 0.25], "translate": [10, 20]},
            "arcs": [[[0, 0], [4, 0], [0, 4], [-4, 0], [0, -4]]],
            "objects": {
                "countries": {"geometries": [{"type": "Polygon", "arcs": [[0]]}, {"type": None}]},
                "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0]]]}]},
            },
        }
    )
    assert world.arcs == [[(10, 20), (12, 20), (12, 21), (10, 21), (10, 20)]]
    assert world.country_at((20.5, 11)) == ((0,),)
    assert world.country_at((20.5, 13)) is None
    assert world.land == [(0,)]


def test_its_licence_goes_with_it() -> None:
    assert b"Permission to use" in licence()


def test_a_package_that_is_not_there_is_said_with_what_to_do(tmp_path) -> None:
    with pytest.raises(BuildFailed, match=r"world-atlas is not installed .* Run `make`"):
        package_file("world-atlas", "countries-50m.json", tmp_path)


@pytest.mark.parametrize("listed", [None, "{}", "cut {", '{"files": {}}'])
@pytest.mark.parametrize("there", [b"whol", b"Whole", b"whole"])
def test_a_file_that_is_not_what_npm_installed_is_not_published(
    tmp_path: Path, listed: str | None, there: bytes
) -> None:
    packages = tmp_path / "node_modules"
    (packages / "search").mkdir(parents=True)
    (packages / "search" / "index.js").write_bytes(there)
    whole = {"files": {"node_modules/search/index.js": [5, hashlib.sha256(b"whole").hexdigest()]}}
    (tmp_path / "files.json").write_text(json.dumps(whole) if listed is None else listed, "utf-8")
    if listed is None and there == b"whole":
        assert package_file("search", "index.js", packages) == b"whole"
    else:
        with pytest.raises(BuildFailed, match=r"index\.js of the npm package search is not what was installed"):
            package_file("search", "index.js", packages)
