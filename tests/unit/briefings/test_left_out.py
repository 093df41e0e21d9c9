"""Figures that are in no total, since all that is said of their outcome is left out, are listed with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.content import Content
from tests.helpers.pages import html_of, planned_of, view

RECORD = """\
events:
  raid: {type: shelling, when: 2016-10-04, where: aleppo}
  rumour: {type: shelling, when: 2016-10-04, where: aleppo, grade: discounted}
claims:
  all: {by: witness, about: raid, casualties: [{killed-or-injured: 254}]}
  each: {by: agency, about: raid, casualties: [{killed: 54}, {injured: 200}]}
  gone: {by: agency, about: rumour, casualties: [{missing: 7}, {killed: 3}]}
"""
HEADING = {"en": "Left out of every total, and why", "ar": "ما لا يشمله أي مجموع، والسبب"}
REASONS = {
    "en": ["killed and injured are counted separately there", "the editors discount the event"],
    "ar": ["القتلى والجرحى محصيون هناك كل على حدة", "استبعد المحررون الحدث"],
}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(
    ("kind", "subject"), [("briefing", "r"), ("casualties", ""), ("dossier", "d"), ("place", "aleppo")]
)
def test_what_is_in_no_total_says_why(tmp_path: Path, lang: str, kind: str, subject: str) -> None:
    content = Content(tmp_path).report("r", record=RECORD).dossier("d", yaml="reports: [r]\n")
    page = html_of(planned_of(view(content.root), lang, kind, subject))
    assert page.count(HEADING[lang]) == 1
    listed = page.partition(HEADING[lang])[2].partition("</ul>")[0]
    for figure, reason in zip(("254", "7"), REASONS[lang], strict=True):
        assert f">{figure}</a>" in listed
        assert reason in listed
    assert ">3</a>" not in listed


def test_where_every_outcome_has_a_total_nothing_is_said(tmp_path: Path) -> None:
    """What a total leaves out stands with it."""
    record = RECORD.replace("{missing: 7}, {killed: 3}", "{injured: 7}, {killed: 3}").replace(
        "killed-or-injured", "injured"
    )
    content = Content(tmp_path).report("r", record=record)
    assert HEADING["en"] not in html_of(planned_of(view(content.root), "en", "casualties"))
