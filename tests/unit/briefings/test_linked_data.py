"""What pages tell machines: facts of the findings, each thing once, in the words of schema.org."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.exports import FORMATS
from briefings.page.linked_data import linked_data
from briefings.plan import plan
from reports.model import Licence, Words
from tests.helpers.content import Content
from tests.helpers.json_ld import nodes, of_type, values
from tests.helpers.pages import planned_of, view

SITE = "https://example.org/b"
RECORD = """\
published: 2016-10-05
publisher: outlet
url: https://outlet.example/1
archive: https://archive.example/1
events:
  raid: {type: shelling, when: 2016-10-04, where: east-aleppo, title: {ar: قصف, en: The raid}}
  talks: {type: diplomacy, when: 2016-09~/2016-10-01}
claims:
  c1: {by: witness, via: [agency, outlet], about: raid, casualties: [{killed: 2}]}
  c2: {identified: unattributed, about: raid}
  c3: {by: front, about: [raid, talks]}
  c4: {}
corrections:
  - {on: 2016-10-09, ar: صُحح, en: Corrected}
"""
ARABIC = """\
Title: عنوان
Summary: ملخص

[غارة]{.raid} و[محادثات]{.talks} في [حلب]{.aleppo}

قال [أول]{.c1} ثم [ثان]{.c1} و[ثالث]{.c2} و[رابع]{.c3} و[خامس]{.c4}
"""
ENGLISH = """\
Title: A title
Summary: A summary
Translator: Ann Lee

[Raid]{.raid} and [talks]{.talks} in [Aleppo]{.aleppo}

Said [one]{.c1} then [two]{.c1} and [three]{.c2} and [four]{.c3} and [five]{.c4}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(record=RECORD, ar=ARABIC, en=ENGLISH)


def told(
    content: Content, lang: str, name: str, subject: str = "", siteurl: str = SITE, **settings: object
) -> dict[str, dict]:
    page = planned_of(view(content.root, siteurl, **settings), lang, name, subject)
    data = linked_data(page)
    assert data is not None
    return nodes(data, f"{SITE}/{page.path}")


def at(path: str) -> str:
    return f"{SITE}/{path}"


ARTICLE = {lang: at(f"{lang}/briefings/r/index.html") for lang in ("ar", "en")}


def test_a_briefing_is_an_article(content: Content) -> None:
    article = told(content, "en", "briefing", "r")[ARTICLE["en"]]
    assert article["@type"] == ["Article"]
    expected = {
        "headline": ["A title"],
        "description": ["A summary"],
        "inLanguage": ["en"],
        "datePublished": ["2016-10-05"],
        "dateModified": ["2016-10-09"],
        "publisher": [at("ar/sources/outlet/index.html#it")],
        "isPartOf": [at("index.html#website")],
        "translationOfWork": [ARTICLE["ar"]],
        "isBasedOn": ["https://outlet.example/1", "https://archive.example/1"],
        "about": [at("ar/events/r/raid/index.html#it"), at("ar/events/r/talks/index.html#it")],
        "mentions": [at("ar/places/aleppo/index.html#it")],
        "contentLocation": [at("ar/places/east-aleppo/index.html#it")],
    }
    assert {name: values(article, name) for name in expected} == expected


def test_the_arabic_is_the_original_and_names_its_translation(content: Content) -> None:
    article = told(content, "ar", "briefing", "r")[ARTICLE["ar"]]
    assert values(article, "workTranslation") == [ARTICLE["en"]]
    assert "translationOfWork" not in article
    assert "translator" not in article


def test_without_a_translation_neither_page_is_one(tmp_path: Path) -> None:
    content = Content(tmp_path).report(record=RECORD, ar=ARABIC)
    for lang in ("ar", "en"):
        article = told(content, lang, "briefing", "r")[ARTICLE[lang]]
        assert {"workTranslation", "translationOfWork"} & set(article) == set()
    assert article["headline"] == [{"@value": "عنوان", "@language": "ar"}]


def test_a_correction_is_told_with_its_day(content: Content) -> None:
    (correction,) = of_type(told(content, "en", "briefing", "r"), "CorrectionComment")
    assert (values(correction, "text"), values(correction, "datePublished")) == (["Corrected"], ["2016-10-09"])


def test_claims_say_who_says_them_and_where_they_stand(content: Content) -> None:
    found = told(content, "en", "briefing", "r")
    claims = {values(claim, "text")[0]: claim for claim in of_type(found, "Claim")}
    assert list(claims) == ["one […] two", "three", "four", "five"]
    first = claims["one […] two"]
    assert values(first, "author") == [at("ar/sources/witness/index.html#it")]
    assert values(first, "publisher") == [at("ar/sources/outlet/index.html#it")]
    assert values(first, "firstAppearance") == ["https://outlet.example/1"]
    assert values(first, "appearance") == [f"{ARTICLE['en']}#en_c1", f"{ARTICLE['en']}#en_c1_2"]
    relays = [found[id] for id in values(first, "publication")]
    assert [values(relay, "publishedBy") for relay in relays] == [[at("ar/sources/agency/index.html#it")]]
    assert "author" not in claims["three"], "nobody is named"
    assert values(claims["four"], "author") == [at("ar/actors/front/index.html#it")]
    assert sorted(values(claims["four"], "about")) == [
        at("ar/events/r/raid/index.html#it"),
        at("ar/events/r/talks/index.html#it"),
    ]
    assert values(claims["five"], "author") == [at("ar/sources/outlet/index.html#it")], "the publisher's own"


def test_things_are_the_same_in_both_languages_and_words_are_not(content: Content) -> None:
    arabic, english = (told(content, lang, "briefing", "r") for lang in ("ar", "en"))
    for kind in ("Claim", "Event", "Place", "Organization"):
        ids = {node["@id"] for node in of_type(arabic, kind)}
        assert ids == {node["@id"] for node in of_type(english, kind)} != set()
    raid = at("ar/events/r/raid/index.html#it")
    assert (values(arabic[raid], "name"), values(english[raid], "name")) == (["قصف"], ["The raid"])


def test_only_certain_dates_are_given_as_dates(content: Content) -> None:
    raid, talks = (
        told(content, "en", "event", f"r/{id}")[at(f"ar/events/r/{id}/index.html#it")] for id in ("raid", "talks")
    )
    assert (values(raid, "startDate"), values(raid, "endDate")) == (["2016-10-04"], ["2016-10-04"])
    assert {"startDate", "endDate"} & set(talks) == set()
    assert values(talks, "description")[0].startswith("Diplomacy, ")
    assert "about" in values(talks, "description")[0]


def test_an_event_told_by_two_reports_is_one_thing(content: Content) -> None:
    record = "events:\n  again: {same-as: r/raid}\nclaims:\n  k: {by: agency, about: again}\n"
    content.report("s", record=record)
    content.dossier(yaml="reports: [r, s]\n")
    raid = at("ar/events/r/raid/index.html#it")
    for name, subject in (
        ("briefing", "s"),
        ("dossier", "d"),
        ("timeline", ""),
        ("place", "aleppo"),
        ("month", "2016-10"),
    ):
        found = told(content, "en", name, subject)
        events = [node["@id"] for node in of_type(found, "Event")]
        if name != "place":
            assert events.count(raid) == 1, name
            assert len(events) == (1 if name == "briefing" else 2), name
            assert "subjectOf" not in found[raid], name
    own = told(content, "en", "event", "r/raid")[raid]
    assert sorted(values(own, "subjectOf")) == [at(f"en/briefings/{slug}/index.html") for slug in "rs"]


def test_a_list_tells_of_the_newest_events_and_how_many_there_are(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MOST", "NEWEST"):
        monkeypatch.setattr(f"briefings.page.linked_pages.{name}", 1)
    found = told(content, "en", "timeline")
    (items,) = of_type(found, "ItemList")
    (event,) = of_type(found, "Event")
    assert values(items, "numberOfItems") == [2]
    assert event["@id"] == at("ar/events/r/raid/index.html#it")
    assert {*event} == {"@id", "@type", "url", "name", "startDate"}


def test_a_dossier_is_a_collection_of_briefings(content: Content) -> None:
    content.dossier(yaml="reports: [r]\n", en="Title: The file\nTranslator: Ann Lee\n\nText.")
    dossier = told(content, "en", "dossier", "d")[at("en/dossiers/d/index.html")]
    assert sorted(dossier["@type"]) == ["Article", "Collection"]
    assert values(dossier, "headline") == ["The file"]
    assert values(dossier, "hasPart") == [ARTICLE["en"]]
    assert values(dossier, "translationOfWork") == [at("ar/dossiers/d/index.html")]
    assert values(dossier, "publisher") == [at("index.html#publisher")]


def test_a_place_says_where_it_is_and_what_it_is_elsewhere(content: Content) -> None:
    content.registry(
        places="old-town: {name: {ar: البلدة, en: Old Town}, aliases: {en: [Old City]}, kind: neighbourhood, within: aleppo, "
        "point: [36.1, 37.1], ids: {geonames: 7, wikidata: Q8, pcode: SY9}}"
    )
    content.report(record=RECORD.replace("where: east-aleppo", "where: old-town"), ar=ARABIC, en=ENGLISH)
    found = told(content, "en", "place", "old-town")
    place = found[at("ar/places/old-town/index.html#it")]
    assert values(found[at("en/places/old-town/index.html")], "mainEntity") == [place["@id"]]
    assert place["@type"] == ["Place"]
    assert values(place, "sameAs") == ["https://www.geonames.org/7/", "https://www.wikidata.org/wiki/Q8"]
    assert values(place, "containedInPlace") == [at("ar/places/aleppo/index.html#it")]
    assert place["alternateName"] == [
        {"@value": "البلدة", "@language": "ar"},
        {"@value": "Old City", "@language": "en"},
    ]
    geo = found[values(place, "geo")[0]]
    assert (values(geo, "latitude"), values(geo, "longitude")) == ([36.1], [37.1])
    above = found[at("ar/places/aleppo/index.html#it")]
    assert values(above, "containedInPlace") == [at("ar/places/syria/index.html#it")]


@pytest.mark.parametrize(
    ("name", "id", "kind"),
    [
        ("source", "outlet", "NewsMediaOrganization"),
        ("source", "witness", "Person"),
        ("actor", "army", "Organization"),
        ("actor", "people", "Thing"),
    ],
)
def test_parties_and_sources_are_what_they_are(content: Content, name: str, id: str, kind: str) -> None:
    content.registry(actors="people: {name: {ar: الأهالي, en: Residents}, kind: civilians}")
    record = RECORD.replace(
        "casualties: [{killed: 2}]", "casualties: [{killed: 2, of: people}, {injured: 2, of: guards}]"
    )
    content.report(record=record, ar=ARABIC, en=ENGLISH)
    assert told(content, "en", name, id)[at(f"ar/{name}s/{id}/index.html#it")]["@type"] == [kind]
    if id == "army":
        guards = told(content, "en", "actor", "guards")[at("ar/actors/guards/index.html#it")]
        assert values(guards, "parentOrganization") == [at("ar/actors/army/index.html#it")]


def test_the_data_are_a_dataset(content: Content) -> None:
    licence = Licence("CC-BY-4.0", "https://example.org/licence", Words("رخصة", "Licence"))
    found = told(content, "en", "data", licence=licence)
    (dataset,) = of_type(found, "Dataset")
    files = {
        values(found[id], "contentUrl")[0]: values(found[id], "encodingFormat")
        for id in values(dataset, "distribution")
    }
    assert set(files) == {at(f"data/{format.path}") for format in FORMATS}
    assert files[at("data/claims.csv")] == ["text/csv"]
    assert files[at("data/events.geojson")] == ["application/geo+json"]
    assert values(found[values(dataset, "license")[0]], "url") == ["https://example.org/licence"]
    assert values(dataset, "temporalCoverage") == ["2016-10-04/2016-10-04"]
    assert values(dataset, "spatialCoverage") == [at("ar/places/east-aleppo/index.html#it")]
    assert values(dataset, "creator") == [at("index.html#publisher")]
    (dataset,) = of_type(told(content, "en", "data", licence=None), "Dataset")
    assert "license" not in dataset


def test_lists_hold_what_the_section_lists(content: Content) -> None:
    content.dossier(yaml="reports: [r]\n")
    expected = {"home": 1, "dossiers": 1, "timeline": 2, "casualties": 1, "places": 3, "sources": 4}
    for name, count in expected.items():
        (items,) = of_type(told(content, "ar", name), "ItemList")
        assert values(items, "numberOfItems") == [count], name
        assert len(items["itemListElement"]) == count


def test_trails_lead_from_the_list_of_briefings(content: Content) -> None:
    found = told(content, "en", "place", "aleppo")
    (trail,) = of_type(found, "BreadcrumbList")
    steps = sorted((found[id] for id in values(trail, "itemListElement")), key=lambda step: values(step, "position"))
    assert [values(step, "item")[0] for step in steps] == [
        at("en/index.html"), at("en/places/index.html"), at("en/places/aleppo/index.html"),
    ]  # fmt: skip
    assert [values(step, "name")[0] for step in steps] == ["Briefings", "Places", "Aleppo"]


def test_relative_addresses_lead_to_the_same(content: Content) -> None:
    """A site without an address of its own says the same, as seen from the page."""
    content.dossier(yaml="reports: [r]\n")
    relative, absolute = view(content.root), view(content.root, SITE)
    for page, twin in zip(plan(relative), plan(absolute), strict=True):
        if page.kind.name in ("404", "embed"):
            assert linked_data(page) is None
            continue
        base = f"{SITE}/{page.path}"
        assert nodes(linked_data(page), base) == nodes(linked_data(twin), base), page.path
