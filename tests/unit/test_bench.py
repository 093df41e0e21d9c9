"""The bench measures what is there: its corpora are sound contents, and its table comes of builds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reports import read_site
from tests.conftest import PROJECT
from tests.helpers.corpus import plain_texts, without_marks, write_corpus


def test_a_corpus_larger_than_the_project_s_content_has_each_report_again_as_another(tmp_path: Path) -> None:
    own = len(list((PROJECT / "content" / "reports").iterdir()))
    written = write_corpus(tmp_path / "content", own + 3)
    site = read_site(tmp_path / "content")
    assert len(written) == len(site.reports) == own + 3
    titles = [report.texts["ar"].title for report in site.reports]
    assert len({*titles}) == own + 3
    assert not [problem for problem in site.warnings if "weekday" in str(problem)]


def test_any_number_of_reports_is_a_content_that_can_be_read(tmp_path: Path) -> None:
    for count in (1, 2, 5):
        write_corpus(tmp_path / f"{count}", count)
        assert len(read_site(tmp_path / f"{count}").reports) == count


def test_the_plain_texts_have_the_words_and_no_mark(tmp_path: Path) -> None:
    assert without_marks("[In [Aleppo]{.aleppo}, 9[^1]]{.c1 when=2016} and [him]{.redacted}: [link](a)") == (
        "In Aleppo, 9[^1] and █: [link](a)"
    )
    reports = write_corpus(tmp_path / "content", 2)
    files = list(plain_texts(reports, lambda title, summary, slug, lang: f"# {title}\n", tmp_path / "plain"))
    assert [path.parent.name for path in files] == ["ar", "en"] * 2
    for path in files:
        assert not re.search(r"\]\{|\{\.", path.read_text("utf-8"))


@pytest.mark.slow
def test_the_bench_measures_builds_and_a_plain_generator() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "2"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines() if "|" in line]
    timed = {row[0]: row[1:] for row in rows if len(row) == 4}
    for name in ("built", "built again, nothing changed", "built again, one report changed", "plain Pelican"):
        wall, processor, memory = timed[name]
        assert float(wall) > 0, name
        assert float(processor) > 0, name
        assert float(memory.removesuffix(" MB")) > 1, name
    sized = {row[0]: row[1:] for row in rows if len(row) == 7}
    assert int(sized["site"][2]) > int(sized["plain Pelican"][2]) >= 4
    assert ("report", "2") in {tuple(row[:2]) for row in rows}
    assert "Hugo was not timed" in done.stdout
