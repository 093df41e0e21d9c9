"""A figure that another report's claim replaces says so in its own briefing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.content import Content
from tests.helpers.pages import html_of, planned_of, view

EVENT = "events: {raid: {type: shelling, when: 2016-10-04}}\n"
SAME = "events: {raid: {same-as: early/raid}}\n"
SAYS = {"en": "replaced by a later count:", "ar": "حلّ محله إحصاء لاحق:"}


def notes(content: Content, lang: str, slug: str) -> list[str]:
    """Where the notes of a briefing lead to that say that a figure was replaced."""
    page = html_of(planned_of(view(content.root), lang, "briefing", slug))
    return re.findall(rf'<span class="note replaced">{SAYS[lang]} <a href="([^"]+)">', page)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    early = "claims: {toll: {by: witness, about: raid, casualties: [{killed: 5, injured: 9}]}}\n"
    later = "claims: {more: {by: army, updates: early/toll, about: raid, casualties: [{killed: 8}]}}\n"
    return Content(tmp_path).report("early", record=EVENT + early).report("late", record=SAME + later)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_it_is_said_with_the_figure_of_the_claim(content: Content, lang: str) -> None:
    """And not of the injured, of whom the later claim says nothing."""
    assert notes(content, lang, "early") == ["../late/index.html#claim-more"]
    assert notes(content, lang, "late") == []


def test_where_both_stand_in_one_briefing_the_later_claim_says_what_it_replaces(tmp_path: Path) -> None:
    claims = (
        "claims: {toll: {by: witness, about: raid, casualties: [{killed: 5}]}, "
        "more: {by: army, updates: toll, about: raid, casualties: [{killed: 8}]}}\n"
    )
    assert notes(Content(tmp_path).report("r", record=EVENT + claims), "en", "r") == []
