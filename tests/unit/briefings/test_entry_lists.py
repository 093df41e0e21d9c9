"""The lists of places, parties and sources: what of them stands on pages of months."""

from __future__ import annotations

import pytest

from briefings.page import entry_lists, event_lines, sheets
from briefings.page.entry_lists import entry_months
from briefings.page.event_lines import ClaimLine, Lines
from findings import Comparison, Entry
from tests.conftest import CONTENTS
from tests.helpers.pages import view


@pytest.fixture(params=[3, 100])
def most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(event_lines, "MOST", request.param)
    monkeypatch.setattr(entry_lists, "FEW", 1)
    return int(request.param)


def _months(lines: Lines) -> set[str]:
    return {month.period for year in lines.years for month in year.months if not month.shown}


def test_every_month_that_is_apart_in_a_list_has_a_page_and_no_other(most: int) -> None:
    site = view(CONTENTS["golden"])
    ids = [*site.registry.places, *site.registry.actors, *site.registry.sources]
    ids = [id for id in ids if id in site.findings.entries_spoken_of]
    lists = {id: entry_lists.entry_lists(site, id) for id in ids}
    months = {id: sorted(set().union(*map(_months, lists[id].values()))) for id in ids}
    apart = [
        page
        for id in ids
        for month in months[id]
        for page in sheets.subjects(f"{id}/{month}", sum(len(lines.of(month).lines) for lines in lists[id].values()))
    ]
    assert entry_months(site.findings, ids) == apart
    assert bool(apart) == (most == 3)


def test_a_list_and_its_months_have_everything_once(most: int) -> None:
    site = view(CONTENTS["golden"])
    findings = site.findings
    for id in findings.entries_spoken_of:
        lists = entry_lists.entry_lists(site, id)
        months = dict.fromkeys(sheets.parted(page)[0].partition("/")[2] for page in entry_months(findings, [id]))
        account, scope = findings.account_of.get(id), entry_lists.scope_of(findings, id)
        for name, held in (
            ("says", account.says if account else ()),
            ("relays", account.relays if account else ()),
            ("events", scope.timeline if scope else ()),
            ("compared", findings.comparisons(id)),
        ):
            there = [*lists[name].shown, *(line for month in months for line in lists[name].of(month).lines)]
            keys = [_key(line) for line in there]
            assert sorted(keys) == sorted(map(_key, held)), (id, name)


def _key(one: object) -> str:
    """What tells a line, or what it is made of, from others."""
    match one:
        case ClaimLine(claim=claim):
            return claim.key
        case Entry(event=event):
            return event.key
        case Comparison(count=count, row=row):
            return f"{count.event} {count.quantity} {row}"
    return one.key  # type: ignore[attr-defined]  # of an event's line, or of a claim
