"""Among other names the title of an Arabic outlet stands in quotation marks, since many titles are everyday words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.content import Content
from tests.helpers.pages import page_of, view

SOURCES = """\
mirror: {name: {ar: المرآة, en: The Mirror}, kind: news-site}
latin: {name: {ar: mirror.example, en: mirror.example}, kind: news-site}
nobody: {name: {ar: موقع لم يُسمَّ, en: Unnamed site}, kind: news-site, identified: unnamed}
"""


@pytest.mark.parametrize(
    ("ids", "ar", "en"),
    [
        (["outlet", "mirror"], "«الصحيفة» و«المرآة»", "Outlet and The Mirror"),
        (["agency", "outlet"], "الوكالة و«الصحيفة»", "Agency and Outlet"),
        (["nobody", "army"], "موقع لم يُسمَّ والجيش", "Unnamed site and Army"),
        (["outlet"], "الصحيفة", "Outlet"),
    ],
)
def test_titles_are_set_apart_in_lists_of_several(tmp_path: Path, ids: list[str], ar: str, en: str) -> None:
    site = view(Content(tmp_path).registry(sources=SOURCES).report("r", record="events: {}\n").root)
    assert page_of(site, "ar", "home").names.listed(ids) == ar
    assert page_of(site, "en", "home").names.listed(ids) == en


def test_a_title_in_other_letters_and_whoever_is_not_named_need_no_marks(tmp_path: Path) -> None:
    site = view(Content(tmp_path).registry(sources=SOURCES).report("r", record="events: {}\n").root)
    names = page_of(site, "ar", "home").names
    assert "«" not in names.listed(["latin", "agency"])
    assert names.all_speakers(["outlet"], unnamed=True).startswith("«")
    assert names.all_speakers(["outlet"], unnamed=True).endswith("» وقائل لم يُذكر")
