"""A text's rows as HTML: what a mark leads to, in whose words it says so, and that it nests in no other link."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefings.kinds.briefing import briefing
from briefings.page.markup import json_data
from tests.helpers.content import Content
from tests.helpers.pages import page_of, view

ARABIC = """\
قال [الشاهد]{.witness} إن [قتيلين سقطا في [قصف]{.raid}، كما في [بيان](https://a.example/)]{.dead} [الثلاثاء]{when=2016-10-04}.

| ما حدث | العدد |
| :-- | --: |
| قصف | 2 |
"""
ENGLISH = """\
The [onlooker]{.witness} said that [two people died in a [shelling]{.raid}, as a [statement](https://a.example/) has it]{.dead} on [Tuesday]{when=2016-10-04}.

| What | Number |
| :-- | --: |
| shelling | 2 |
"""
RECORD = "events: {raid: {type: shelling, when: 2016-10-04}}\nclaims: {dead: {by: witness, about: raid, casualties: [{killed: 2}]}}\n"


class Anchors(HTMLParser):
    """How deep links stand in links at most, and whether anything has a style of its own."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth = self.deepest = 0
        self.styled = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.styled |= "style" in dict(attrs)
        if tag == "a":
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "a"


Cells = dict[str, tuple[str, str, str]]


def cells(content: Content, lang: str) -> Cells:
    """Direction, label and HTML of each language's text on the page in ``lang``."""
    found: Cells = {}
    for row in briefing(page_of(view(content.root), lang, "briefing", "r"))["rows"]:
        for own, dir, label, html in row.cells:
            found[own] = (dir, label, found.get(own, ("", "", ""))[2] + str(html))
    return found


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(record=RECORD, ar=ARABIC, en=ENGLISH)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_link_stands_in_a_link_though_marks_and_links_nest(content: Content, lang: str) -> None:
    for _, _, html in cells(content, lang).values():
        assert Anchors(html).deepest == 1
        assert html.count('href="https://a.example/"') == 1
        assert html.count('href="#claim-dead"') == 1
        assert html.count('href="#event-raid"') == 1


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_what_a_cell_says_of_its_marks_is_in_the_language_of_the_cell(content: Content, lang: str) -> None:
    """A reader of the Arabic text hears Arabic also on the English page, and the reverse."""
    for own, (_, _, html) in cells(content, lang).items():
        said = re.findall(r'(?:aria-label|title)="([^"]*)"', html)
        assert len(said) == 3, said
        assert all(bool(re.search("[\u0621-\u064a]", words)) == (own == "ar") for words in said), said


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_cell_is_named_in_its_own_language(content: Content, lang: str) -> None:
    found = {own: (dir, label) for own, (dir, label, _) in cells(content, lang).items()}
    assert found == {"ar": ("rtl", "الأصل العربي"), "en": ("ltr", "English translation")}


def test_a_text_that_stands_alone_needs_no_name(tmp_path: Path) -> None:
    alone = Content(tmp_path).report(record=RECORD, ar=ARABIC)
    assert [label for _, label, _ in cells(alone, "en").values()] == [""]


def test_columns_are_set_by_class(content: Content) -> None:
    """A style of its own would be refused by the pages' policy, and figures would stand under the wrong edge."""
    for _, _, html in cells(content, "ar").values():
        assert not Anchors(html).styled
        assert html.count("align-end") == html.count("align-start") == 2


def test_data_in_a_page_cannot_end_it() -> None:
    """Whatever is in a block of data, HTML sees no element and no comment in it, and it is read back whole."""
    data = {
        "a": "</script><script>alert(1)</script><!-- ]]> & \u2028 \u2029 '\"",
        "<b>": ["</SCRIPT >", "<!--<script>"],
    }
    told = str(json_data(data))
    assert not set("<>&\u2028\u2029") & set(told)
    assert json.loads(told) == data


def test_only_dates_that_the_words_do_not_say_are_listed_each_once(tmp_path: Path) -> None:
    text = "[Tuesday]{when=2016-10-04} and [Tuesday]{when=2016-10-04}, [4 October 2016]{when=2016-10-04}, [Tuesday]{when=2016-10-11}."
    content = Content(tmp_path).report(
        ar="[الثلاثاء]{when=2016-10-04} و[الثلاثاء]{when=2016-10-04} و[اليوم]{when=2016-10-04} و[غداً]{when=2016-10-11}.",
        en=text,
    )
    found = briefing(page_of(view(content.root), "en", "briefing", "r"))["dates"]
    assert [(mark.words, str(mark.when)) for mark in found] == [("Tuesday", "2016-10-04"), ("Tuesday", "2016-10-11")]
