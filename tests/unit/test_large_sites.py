"""Work that grows with what there is to do, and not with its square: what a site of ten thousand events rests on.

Nothing is timed. What is gone through is counted, for a few events and for four times as many.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspection.counting import Kept, Recount
from reports import ContentErrors, marks, read_site
from reports.problems import Problems
from reports.warnings import RegistryNames, warn_of_figures, warn_of_unmarked_names
from tests.helpers.big_report import write_big_report

FEW, MANY = 60, 240


class CountedRow(dict):
    """A row of a table that counts how often any of its cells is read."""

    read = 0

    def __getitem__(self, column: str) -> str:
        CountedRow.read += 1
        return super().__getitem__(column)


class CountedMarks(tuple):
    """Marks that count how often somebody goes through all of them."""

    gone_through = 0

    def __iter__(self):
        CountedMarks.gone_through += 1
        return super().__iter__()


def _cells_read(events: int) -> int:
    """How many cells the inspection reads to count each event of a site, as for the ranges of a page."""
    row = {"report": "r", "who": "civilians", "of": "", "outcome": "killed", "low": "1", "high": "1", "open": "false",
           "approximate": "false", "scope": "incident", "by": "s"}  # fmt: skip
    rows = [CountedRow(row, claim=f"c{number}", event=f"r/e{number}") for number in range(events)]
    facts = SimpleNamespace(
        claims={("r", f"c{number}"): {"identified": "named"} for number in range(events)},
        discounted=frozenset(),
        denials={f"r/d{number}": f"r/c{number}" for number in range(events)},
        kept=lambda scope: Kept(rows, frozenset({"r"})),
    )
    recount, CountedRow.read = Recount(facts), 0
    total = recount.total("site", "killed", "all")
    assert len(total.events) == events
    assert total.span.high == events
    assert all(recount.spans("site", f"r/e{number}", "killed")[0].contested for number in range(events))
    return CountedRow.read


def test_the_inspection_counts_an_event_without_going_through_all_others() -> None:
    assert _cells_read(MANY) <= _cells_read(FEW) * MANY / FEW * 1.1


def test_what_is_told_of_a_text_does_not_go_through_it_for_each_of_its_words(tmp_path: Path) -> None:
    write_big_report(tmp_path)
    site = read_site(tmp_path)
    (report,) = site.reports
    for text in report.texts.values():
        CountedMarks.gone_through = 0
        counted = replace(text, marks=CountedMarks(text.marks))
        warn_of_figures(counted, report.record.claims, Problems())
        warn_of_unmarked_names(counted, RegistryNames(site.registry), Problems())
        assert 0 < CountedMarks.gone_through < 10


def test_a_text_of_too_many_marks_is_told_where_they_become_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_big_report(tmp_path)
    monkeypatch.setattr(marks, "MAX_MARKS", 100)
    with pytest.raises(ContentErrors) as raised:
        read_site(tmp_path)
    told = [str(problem) for problem in raised.value.problems if "more than 100 marks" in str(problem)]
    assert [line.split(":")[0] for line in told] == [str(folder / "ar.md"), str(folder / "en.md")]
    for line in told:
        path, row, column, _ = line.split(":", 3)
        written = Path(path).read_text("utf-8").splitlines()
        assert written[int(row) - 1][int(column) - 1] == "["
        assert line.endswith(": the text has more than 100 marks; split the report")
