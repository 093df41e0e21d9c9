"""Totals of three of the project's reports, worked out by hand in ``totals_by_hand.yaml``, against what the site finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from findings import Findings, Range
from reports import Site

PAPER = yaml.load(Path(__file__).with_name("totals_by_hand.yaml").read_text("utf-8"), yaml.BaseLoader)
WRITTEN = re.compile(r"(?P<about>~?)(?P<low>\d+)(?:-(?P<high>\d+))?(?P<more>\+?)(?P<contested> contested)?")

#: Low, high, open, approximate, contested.
Span = tuple[int, int, bool, bool, bool]


@pytest.fixture(scope="session")
def findings(content: Site) -> Findings:
    return Findings(content)


@pytest.mark.parametrize("paper", PAPER, ids=[f"{it['report']} {it['total']}" for it in PAPER])
def test_a_report_comes_to_the_total_worked_out_by_hand(paper: dict, findings: Findings) -> None:
    slug = paper["report"]
    outcome, row = paper["total"].split("/")
    total = findings.report(slug).total(outcome, row)
    assert total is not None
    assert total.range is not None
    assert {short(event.event, slug): span(range) for event, range in total.counted} == {
        event: span_of(written) for event, written in paper["events"].items()
    }
    assert {short(event.event, slug) for event in total.words} == set(paper.get("words", ()))
    assert {short(event.event, slug) for event in total.uncounted} == set(paper.get("uncounted", ()))
    assert span(total.range) == span_of(paper["sum"])


def short(event: str, slug: str) -> str:
    """The id of an event that the report declares itself; the whole key of another's."""
    return event.removeprefix(f"{slug}/")


def span(range: Range) -> Span:
    return range.low, range.high, range.open, range.approximate, range.contested


def span_of(written: str) -> Span:
    match = WRITTEN.fullmatch(written)
    assert match, f"`{written}` is no range"
    low, high = int(match["low"]), int(match["high"] or match["low"])
    return low, high, bool(match["more"]), bool(match["about"]), bool(match["contested"])
