"""When reports changed, and how surely an event lies in a month."""

from __future__ import annotations

from pathlib import Path

import pytest

from findings import Findings
from findings.calendar import first_month, lies_in
from findings.changes import last_changed, last_corrected
from reports.edtf import parse_date
from tests.helpers.content import Content

CORRECTED = """\
published: 2016-10-05
publisher: outlet
corrections:
  - {on: 2016-10-09, ar: ثانية}
  - {on: 2016-10-07, ar: أولى}
"""


def test_corrections_of_all_reports_are_the_newest_first_and_keep_their_numbers(tmp_path: Path) -> None:
    content = Content(tmp_path).report(record=CORRECTED)
    content.report("s", record="published: 2016-11\npublisher: agency\ncorrections: [{on: 2016-10-08, ar: أخرى}]\n")
    findings = Findings(content.read())
    assert [(one.slug, one.number, str(one.correction.on)) for one in findings.corrections] == [
        ("r", 2, "2016-10-09"),
        ("s", 1, "2016-10-08"),
        ("r", 1, "2016-10-07"),
    ]
    assert str(last_corrected(findings.index, ["r", "s"])) == "2016-10-09"
    assert str(last_changed(findings.index, ["r", "s"])) == "2016-11"
    assert last_changed(findings.index, []) is None


@pytest.mark.parametrize(
    ("when", "first", "whole"),
    [
        ("2016-10-04", "2016-10", True),
        ("2016-10", "2016-10", True),
        ("2016-09-30/2016-10-01", "2016-09", False),
        ("2016-10-30/..", "2016-10", False),
        ("../2016-10-02", "2016-10", False),
        ("2016", "2016-01", False),
    ],
)
def test_an_event_lies_in_a_month_whole_or_only_may(when: str, first: str, whole: bool) -> None:
    date = parse_date(when)
    assert first_month(date) == first
    assert lies_in(date, "2016-10") is whole
