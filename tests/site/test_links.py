"""Every link within the built sites, and every place in a page that one leads to, followed by a link checker."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.lychee import follow
from tests.site.built_site import BuiltSite

pytestmark = pytest.mark.slow


def test_every_link_within_the_site_leads_somewhere(site: BuiltSite) -> None:
    whole, said = follow(site.root)
    assert whole, said
    checked = re.search(r"(\d+) OK", said)
    assert checked, said
    links = sum(len(page.links) for page in site.pages.values())
    assert int(checked[1]) >= links / 2, f"{said}\nThe pages have {links} links."


@pytest.mark.parametrize(
    "link",
    ["nowhere/index.html", "#nowhere", "../nowhere.html", "../en/index.html#nowhere", "../data/nowhere.csv"],
)
def test_a_broken_link_is_found(tmp_path: Path, link: str) -> None:
    """The checker is not asleep."""
    page, other = tmp_path / "en" / "index.html", tmp_path / "ar" / "index.html"
    for file in (page, other):
        file.parent.mkdir()
    other.write_text('<!doctype html><a href="../en/index.html#here">here</a>', "utf-8")
    page.write_text(f'<!doctype html><p id="here"><a href="{link}">Nowhere</a> <a href="#here">here</a></p>', "utf-8")
    whole, said = follow(tmp_path)
    assert not whole, said
    assert "1 Error" in said
    page.write_text(page.read_text("utf-8").replace(link, "../ar/index.html"), "utf-8")
    whole, said = follow(tmp_path)
    assert whole, said
