"""A report's marks as annotations of its plain text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.page.site_view import SiteView
from tests.helpers.annotations import expanded
from tests.helpers.content import Content
from tests.helpers.pages import data_files, view

ARABIC = """\
# عنوان [القصف]{.raid}

قال [الشاهد]{.witness} إن [**قتيلين** سقطا في [قصف]{.raid}]{.dead} [الثلاثاء]{when=2016-10-04~} في [حلب]{.aleppo .dead}.

- [كلمة]{sic="كلمات"} أولى
- وقال [السرّ الكبير]{.redacted} شيئاً 𝄞 ثم [كلام]{.dead}
"""
ENGLISH = """\
# Title of the [shelling]{.raid}

The [onlooker]{.witness} said that [**two people** died in a [shelling]{.raid}]{.dead} on [Tuesday]{when=2016-10-04~} in [Aleppo]{.aleppo .dead}.

- A first word
- And [the great secret]{.redacted} said something 𝄞 and then [words]{.dead}
"""
RECORD = "events: {raid: {type: shelling, when: 2016-10-04}}\nclaims: {dead: {by: witness, about: raid, casualties: [{killed: 2}]}}\n"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(record=RECORD, ar=ARABIC, en=ENGLISH)


def files(site: SiteView) -> dict[str, str]:
    return {path: data.decode() for path, data in data_files(site).items()}


def annotations(content: Content, siteurl: str = "") -> dict[str, dict]:
    """Annotations by the words that they are of, language first; of two with the same words the first."""
    site = view(content.root, siteurl)
    page = json.loads(files(site)["reports/r.annotations.jsonld"])
    found: dict[str, dict] = {}
    for item in page["items"]:
        lang = item["id"].partition("#")[2][:2]
        found.setdefault(f"{lang} {item['target']['selector'][0]['exact']}", item)
    return found


def test_the_plain_text_has_a_line_for_each_block(content: Content) -> None:
    text = files(view(content.root))["reports/r.en.txt"]
    assert text == (
        "Title of the shelling\n"
        "The onlooker said that two people died in a shelling on Tuesday in Aleppo.\n"
        "A first word\n"
        "And ████ said something 𝄞 and then words\n"
    )


def test_the_positions_count_characters_of_the_plain_text(content: Content) -> None:
    """Code points: a letter beyond the first plane is one, as is an Arabic one."""
    site = view(content.root)
    marks = {lang: list(text.marks) for lang, text in site.index.reports["r"].texts.items()}
    items = json.loads(files(site)["reports/r.annotations.jsonld"])["items"]
    assert len(items) == len(marks["ar"]) + len(marks["en"])
    for item, mark in zip(items, marks["ar"] + marks["en"], strict=True):
        quote, position = item["target"]["selector"]
        text = files(site)[f"reports/r.{mark.lang}.txt"]
        assert text[position["start"] : position["end"]] == quote["exact"] == mark.words
        assert item["target"]["source"] == f"r.{mark.lang}.txt"
        assert item["target"]["scope"] == f"../../{mark.lang}/briefings/r/index.html#{mark.anchor}"


def test_a_mark_identifies_what_it_is_about(content: Content) -> None:
    found = annotations(content)
    assert [body["source"] for body in found["en Aleppo"]["body"]] == [
        "../../en/places/aleppo/index.html",
        "../../en/briefings/r/index.html#claim-dead",
    ]
    assert found["ar قصف"]["body"] == [
        {
            "type": "SpecificResource",
            "source": "../../ar/briefings/r/index.html#event-raid",
            "purpose": "identifying",
        }
    ]
    assert found["en onlooker"]["body"][0]["source"] == "../../en/sources/witness/index.html"
    assert found["en onlooker"]["motivation"] == ["identifying"]


def test_a_date_is_a_tag_in_edtf(content: Content) -> None:
    item = annotations(content)["en Tuesday"]
    (body,) = item["body"]
    assert (body["value"], body["purpose"], body["type"]) == ("2016-10-04~", "tagging", "TextualBody")
    assert body["conformsTo"] == "https://www.loc.gov/standards/datetime/"
    assert item["motivation"] == ["tagging"]


def test_a_misprint_is_edited(content: Content) -> None:
    item = annotations(content)["ar كلمة"]
    (body,) = item["body"]
    assert (body["value"], body["language"], body["purpose"]) == ("كلمات", "ar", "editing")
    assert item["motivation"] == ["editing"]


def test_a_redacted_mark_is_a_bar_and_says_no_more(content: Content) -> None:
    item = annotations(content)["en ████"]
    assert [body["value"] for body in item["body"]] == ["redacted"]
    for path, text in files(view(content.root)).items():
        for secret in ("السر", "secret", "كبير"):
            assert secret not in text, path


def test_addresses_are_absolute_where_the_site_has_one(content: Content) -> None:
    site = view(content.root, "https://example.org/b/")
    page = json.loads(files(site)["reports/r.annotations.jsonld"])
    assert page["id"] == "https://example.org/b/data/reports/r.annotations.jsonld"
    relative = json.loads(files(view(content.root))["reports/r.annotations.jsonld"])
    (far,), (near,) = expanded(page, "https://elsewhere.example/"), expanded(relative, page["id"])
    assert far == near


def test_what_is_about_an_event_of_another_report_leads_to_its_entry_here(content: Content) -> None:
    """An event told elsewhere has its own name in this report, and its entry on this report's page."""
    content.report("s", record="events: {again: {same-as: r/raid}}\n", ar="[قصف]{.again}")
    items = json.loads(files(view(content.root))["reports/s.annotations.jsonld"])["items"]
    assert items[0]["body"][0]["source"] == "../../ar/briefings/s/index.html#event-again"


def test_a_text_without_words_is_a_file_all_the_same(tmp_path: Path) -> None:
    """A site whose files are empty would be refused."""
    content = Content(tmp_path).report(ar="Title: عنوان\n\n")
    found = files(view(content.root))
    assert found["reports/r.ar.txt"] == "\n"
    assert json.loads(found["reports/r.annotations.jsonld"])["items"] == []
