"""Every address outside the site, each with where it stands, and none of what is not published."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.exports import data_of
from briefings.exports.links import FORMAT as LINKS
from briefings.exports.links import addresses_in
from briefings.page.outside import links_out
from reports.model import Licence, Place, Source, Words
from tests.helpers.content import Content
from tests.helpers.pages import view

NAME = Words("اسم", "Name")


@pytest.mark.parametrize(
    ("ids", "links"),
    [
        ({"geonames": "170063", "wikidata": "Q41183", "pcode": "SY02"},
         (("geonames", "https://www.geonames.org/170063/"), ("wikidata", "https://www.wikidata.org/wiki/Q41183"))),
        ({"geonames": "170063/../../x"}, ()),
        ({"geonames": "١٧٠"}, ()),
        ({"wikidata": "P31"}, ()),
        ({"wikidata": 'Q1"><script>'}, ()),
        ({"wikidata": "Q1\n"}, ()),
        ({}, ()),
    ],
)  # fmt: skip
def test_a_place_is_found_by_ids_that_can_be_ids(ids: dict[str, str], links: tuple) -> None:
    assert links_out(Place("aleppo", NAME, "city", ids=ids)) == links


def test_a_source_is_found_at_its_own_address() -> None:
    assert links_out(Source("agency", NAME, "news-agency", url="https://a.example/")) == (
        ("source", "https://a.example/"),
    )
    assert links_out(Source("agency", NAME, "news-agency")) == ()


def links(content: Content, **settings: object) -> set[tuple[str, str, str]]:
    """What is listed, without the addresses of the plain pages that come with the theme."""
    rows = view(content.root, **settings).once(data_of).rows(LINKS)
    listed = [(str(row["where"]), str(row["what"]), str(row["url"])) for row in rows]
    assert listed == sorted(set(listed))
    return {row for row in listed if row[0] not in ("about", "method")}


def test_addresses_of_reports_dossiers_and_the_registry_are_listed(tmp_path: Path) -> None:
    content = Content(tmp_path).registry(
        places="hama: {name: {ar: حماة, en: Hama}, kind: city, ids: {geonames: 170017, wikidata: Q173545}}",
        sources="daily: {name: {ar: اليومية, en: Daily}, kind: newspaper, url: 'https://daily.example/?a=1&b=2'}",
    )
    content.report(
        record="published: 2016-10-05\npublisher: daily\nurl: https://daily.example/1\narchive: https://kept.example/1\n",
        ar="في [حماة]{.hama} [هنا](https://one.example/?a=1&b=2) و[هنا](https://one.example/?a=1&b=2).[^1]\n\n[^1]: <https://two.example/>",
        en="In [Hama]{.hama} [here](https://three.example/) and [here](https://one.example/?a=1&b=2).[^1]\n\n[^1]: [write](mailto:a@b.example)",
    )
    content.dossier(yaml="reports: [r]\n", ar="[هنا](https://four.example/)")
    assert links(content) == {
        ("d", "text", "https://four.example/"),
        ("daily", "source", "https://daily.example/?a=1&b=2"),
        ("hama", "geonames", "https://www.geonames.org/170017/"),
        ("hama", "wikidata", "https://www.wikidata.org/wiki/Q173545"),
        ("r", "archive", "https://kept.example/1"),
        ("r", "original", "https://daily.example/1"),
        ("r", "text", "https://one.example/?a=1&b=2"),
        ("r", "text", "https://three.example/"),
        ("r", "text", "https://two.example/"),
    }


def test_who_only_drafts_and_redacted_words_name_is_not_listed(tmp_path: Path) -> None:
    content = Content(tmp_path).registry(
        sources="""
        hidden: {name: {ar: الخفي, en: Hidden}, kind: person, url: 'https://hidden.example/'}
        idle: {name: {ar: العاطل, en: Idle}, kind: person, url: 'https://idle.example/'}
        early: {name: {ar: المبكر, en: Early}, kind: person, url: 'https://early.example/'}
        """
    )
    content.report(ar="[قال [الخفي]{.hidden} [هنا](https://secret.example/)]{.redacted} كلاماً")
    content.report("draft", ar="Title: عنوان\nStatus: draft\n\n[المبكر]{.early} [هنا](https://draft.example/)")
    assert links(content) == set()


def test_a_draft_translation_is_not_listed(tmp_path: Path) -> None:
    content = Content(tmp_path).report(ar="كلام", en="Title: T\nStatus: draft\n\n[words](https://draft.example/)")
    assert links(content) == set()


def test_the_licence_is_listed_where_there_is_one(tmp_path: Path) -> None:
    content = Content(tmp_path).report()
    licence = Licence("ODbL-1.0", "https://licence.example/", Words("رخصة", "Licence"))
    assert links(content, licence=licence) == {("data", "licence", "https://licence.example/")}
    assert links(content, licence=None) == set()


def test_addresses_in_html_are_those_of_links() -> None:
    html = '<p data-x=\'href="https://no.example/"\'><a title="x" href="https://a.example/?a=1&amp;b=2">x</a><a href="#y">y</a></p>'
    assert addresses_in([html]) == ["https://a.example/?a=1&b=2"]
