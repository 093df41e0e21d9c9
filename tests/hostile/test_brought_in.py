"""Hostile strings in the cells of a sheet: each is told by its cell, or is words in files that can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from authoring.sheets import write_import
from reports.invisible import faults
from tests.helpers.sheets import begin, plan, published, rows
from tests.hostile.fields import naughty, xss

FIELDS = ("place", "country", "place_ar", "actors", "source_1", "source_1_text_ar", "note", "title", "text", "weapon")


@pytest.mark.slow
@pytest.mark.parametrize("strings", [xss, naughty])
def test_a_cell_is_told_or_is_words(tmp_path: Path, strings: Callable[[], list[str]]) -> None:
    content = begin(tmp_path)
    texts = [text for text in strings() if text.strip() and "\0" not in text]  # a null makes it no text at all
    lines = (
        {"id": f"x{number}", "date": "2025-08-04", **dict.fromkeys(FIELDS, text)} for number, text in enumerate(texts)
    )
    planned = plan(content, rows(*lines).encode("utf-8", "surrogatepass"))
    write_import(planned, keep=True)
    wrong = {problem.line for problem in planned.problems}
    there = {path.name for path in (content / "reports").iterdir()}
    assert there == {f"x{number}" for number in range(len(texts)) if number + 2 not in wrong}
    assert len(there) > len(texts) // 2
    assert len(published(content).reports) == len(there)
    for path in content.rglob("*.*"):
        assert not list(faults(path.read_text("utf-8")))
