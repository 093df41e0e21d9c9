"""The drawings that explain the counting."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from pictures.explained import DRAWINGS, different_numbers, later, parts
from reports import plain_pages
from tests.helpers.content import Content
from tests.helpers.pages import THEME, html_of, planned_of, view


def test_there_is_a_drawing_for_every_name_that_a_page_can_use() -> None:
    assert list(DRAWINGS) == list(plain_pages.DRAWINGS)


@pytest.mark.parametrize("bands", [parts(), *later()])
def test_boxes_are_as_wide_as_they_have_people(bands) -> None:
    boxes = [box for band in bands for box in band]
    assert all(0 <= box.start < box.end <= 1 for box in boxes)
    people = {round(box.range.high / (box.end - box.start), 6) for box in boxes}
    assert len(people) == 1
    for band in bands:
        assert all(one.end == next.start for one, next in pairwise(band))


def test_only_what_gives_a_bound_of_the_range_holds() -> None:
    scale = different_numbers()
    assert [(one.name, one.holds) for one in scale.sayings] == [
        ("doctor", True), ("rescuers", True), ("agency", False), ("activists", False),
    ]  # fmt: skip
    assert (scale.range.low, scale.range.high, scale.range.open, scale.range.approximate) == (15, 18, False, True)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_words_below_a_drawing_have_every_number_that_is_in_it(lang: str) -> None:
    words = {
        piece.name: {int(number) for number in re.findall(r"\d+", piece.words)}
        for piece in plain_pages.read_prose(THEME / "pages")["method", lang].pieces
        if isinstance(piece, plain_pages.Drawn)
    }
    scale = different_numbers()
    counted = [one.figure.low for one in scale.sayings if not one.figure.word]
    assert words["parts"] == {box.range.high for band in parts() for box in band}
    assert words["range"] == {*counted, scale.range.low, scale.range.high}
    assert words["later"] == {box.range.high for half in later() for band in half for box in band}


def test_drawings_are_not_read_out_and_run_from_where_lines_begin(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("r", ar="نص.")
    site = view(content.root)
    starts = {}
    for lang in ("ar", "en"):
        page = html_of(planned_of(site, lang, "method"))
        assert len(re.findall(r'<div class="explained-drawing" aria-hidden="true">', page)) == len(DRAWINGS)
        starts[lang] = [float(x) for x in re.findall(r'<rect class="explained-box[^"]*" x="([\d.]+)%"', page)]
        assert len(starts[lang]) == len([box for bands in (parts(), *later()) for band in bands for box in band])
    boxes = [box for bands in (parts(), *later()) for band in bands for box in band]
    assert starts["en"] == pytest.approx([100 * box.start for box in boxes], abs=0.01)
    assert starts["ar"] == pytest.approx([100 * (1 - box.end) for box in boxes], abs=0.01)
