"""Work that grows with what there is to do, and not with its square: what a site of ten thousand events rests on.

Nothing is timed. What is gone through is counted, for a few events and for four times as many.
"""

from __future__ import annotations

from collections.abc import ValuesView
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspection.counted_again import Recount
from inspection.facts import Claim, Entry, Event
from reports import ContentErrors, marks, read_site
from reports.problems import Problems
from reports.warnings import LookedAt, RegistryNames, warn_of_figures, warn_of_unmarked_names
from tests.helpers.big_report import write_big_report

FEW, MANY = 60, 240


class CountedClaims(dict):
    """Claims that count how often one of them is looked up, and all of them are gone through."""

    looked_at = 0

    def __getitem__(self, key: str) -> Claim:
        CountedClaims.looked_at += 1
        return super().__getitem__(key)

    def values(self) -> ValuesView[Claim]:
        CountedClaims.looked_at += len(self)
        return super().values()


class CountedMarks(tuple):
    """Marks that count how often somebody goes through all of them."""

    gone_through = 0

    def __iter__(self):
        CountedMarks.gone_through += 1
        return super().__iter__()


def _claims_looked_at(events: int) -> int:
    """How many claims the inspection looks at to count each event of a site, as for the ranges of a page."""
    claims = CountedClaims()
    for number in range(events):
        entry = Entry(number, f"r/e{number}", "killed", "1", who="civilians")
        claims[f"r/c{number}"] = Claim(f"r/c{number}", "r", frozenset({"s"}), (None, None), entries=(entry,))
        claims[f"r/d{number}"] = Claim(f"r/d{number}", "r", frozenset({"t"}), (None, None), denies=(f"r/c{number}",))
    facts = SimpleNamespace(
        claims=claims,
        events={f"r/e{number}": Event(f"r/e{number}", told={"r": False}) for number in range(events)},
        side=lambda actor: actor,
        reports=lambda scope: {"r"},
        chosen=lambda scope: None,
    )
    recount, CountedClaims.looked_at = Recount(facts), 0
    row = ("killed", "people", "all")
    assert recount.total("site", *row).count.high == events
    assert all(recount.range("site", f"r/e{number}", *row).contested for number in range(events))
    return CountedClaims.looked_at


def test_the_inspection_counts_an_event_without_going_through_all_others() -> None:
    assert _claims_looked_at(MANY) <= _claims_looked_at(FEW) * MANY / FEW * 1.1


def test_what_is_told_of_a_text_does_not_go_through_it_for_each_of_its_words(tmp_path: Path) -> None:
    write_big_report(tmp_path)
    site = read_site(tmp_path)
    (report,) = site.reports
    for text in report.texts.values():
        CountedMarks.gone_through = 0
        counted = replace(text, marks=CountedMarks(text.marks))
        looked = LookedAt(counted, None)
        warn_of_figures(looked, report.record.claims, Problems())
        warn_of_unmarked_names(looked, RegistryNames(site.registry), Problems())
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
