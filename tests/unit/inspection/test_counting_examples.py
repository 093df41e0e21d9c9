"""The inspection's own counting comes to every answer of the worked examples (``tests/counting/examples.yaml``)."""

from __future__ import annotations

from itertools import product

import pytest

from inspection.counted_again import OUTCOMES, UNITS, Recount, Total
from inspection.counted_again import Range as Row
from inspection.counts import Count
from inspection.earlier import contradictions
from inspection.facts import Claim, Entry, Event
from inspection.times import time
from tests.helpers import counting_examples
from tests.helpers.counting_examples import Answer, Example, Range

EXAMPLES = counting_examples.examples()
COUNTED = [example for example in EXAMPLES if not example.error]
REFUSED = [example for example in EXAMPLES if example.error]


class Made:
    """The facts of an example; see ``inspection.counted_again.Facts``."""

    def __init__(self, example: Example) -> None:
        self._example = example
        self._actors = {actor.id: actor for actor in example.actors}
        self._keys = {
            (event.report, event.id): event.same_as or f"{event.report}/{event.id}" for event in example.events
        }
        self.claims = {claim.key: self._claim(claim) for claim in example.claims}
        self.events = {key: self._event(key) for key in self._keys.values()}

    def _event(self, key: str) -> Event:
        tellings = [event for event in self._example.events if self._keys[event.report, event.id] == key]
        wholes = [self._keys[event.report, event.part_of] for event in tellings if event.part_of]
        graded = any(event.grade == "discounted" for event in tellings if not event.same_as)
        return Event(key, *wholes or [""], graded, {event.report: event.background for event in tellings})

    def _claim(self, claim: counting_examples.Claim) -> Claim:
        report = next(report for report in self._example.reports if report.slug == claim.report)
        documents = [one for one in self._example.documents if one.report == claim.report and one.id in claim.documents]
        origins = claim.by or [one.publisher for one in documents] or [report.publisher]
        published = [one.published for one in documents if one.published] or [report.published]
        return Claim(
            claim.key,
            claim.report,
            frozenset([claim.key] if claim.unattributed else map(self._voice, origins)),
            time(claim.as_of or max(published)),
            time(claim.as_of) if claim.as_of else None,
            claim.updates,
            claim.denies if claim.denies_what in ("number", "event") else (),
            tuple(self._entries(claim)),
        )

    def _entries(self, claim: counting_examples.Claim) -> list[Entry]:
        told = [(entry, outcome, figure) for entry in claim.casualties for outcome, figure in entry.figures.items()]
        return [
            Entry(
                number,
                self._keys[claim.report, claim.about[0]],
                outcome,
                figure,
                entry.unit,
                entry.who,
                entry.of,
                entry.part or "",
                tuple(entry.including.items()),
                entry.scope == "cumulative",
            )
            for number, (entry, outcome, figure) in enumerate(told)
        ]

    def _voice(self, source: str) -> str:
        whole = next((one.part_of for one in self._example.sources if one.id == source), None)
        return self._voice(whole) if whole else source

    def side(self, actor: str) -> str:
        found = self._actors[actor]
        return found.side or (self.side(found.part_of) if found.part_of else actor)

    def reports(self, scope: str) -> list[str]:
        return [report.slug for report in self._example.reports if scope in ("site", "dossier:d", report.slug)]

    def chosen(self, scope: str) -> None:
        return None


def _scope(answer: Answer) -> str:
    return "dossier:d" if answer.scope == "dossier" else answer.scope or "site"


def _bounds(one: Count | Range | None) -> tuple[int, int, bool, bool] | None:
    return (one.low, one.high, one.open, one.approximate) if one else None


def _stated(found: Row | Total) -> dict[str, bool | int]:
    stated = {"contested": found.contested, "origins": len(found.origins)}
    if isinstance(found, Total):
        stated |= {"uncounted_events": len(found.uncounted_events), "word_events": len(found.word_events)}
    return stated


@pytest.mark.parametrize("example", COUNTED, ids=lambda one: one.name)
def test_a_worked_example_is_counted_as_it_says(example: Example):
    recount = Recount(Made(example))
    for answer in example.answers:
        row = (answer.outcome, answer.unit, answer.row)
        found = recount.range("site", answer.event, *row) if answer.event else recount.total(_scope(answer), *row)
        assert (found is not None) == answer.exists, answer.name
        if found:
            assert _bounds(found.count) == _bounds(answer.range), answer.name
            assert _stated(found) | answer.stated == _stated(found), answer.name
            if answer.range and answer.range.word:
                assert found.count.words, answer.name


@pytest.mark.parametrize("example", COUNTED, ids=lambda one: one.name)
def test_a_worked_example_has_no_row_that_it_does_not_list(example: Example):
    made = Made(example)
    recount = Recount(made)
    listed = {(answer.event, answer.outcome, answer.unit, answer.row) for answer in example.ranges if answer.exists}
    found = {
        (event, outcome, unit, row)
        for event, outcome, unit in product(made.events, OUTCOMES, UNITS)
        for row in recount.rows("site", event, outcome, unit)
    }
    assert found == listed


@pytest.mark.parametrize("example", COUNTED, ids=lambda one: one.name)
def test_nothing_in_a_worked_example_that_can_be_counted_contradicts_itself(example: Example):
    made = Made(example)
    assert list(contradictions(made.claims, made.events)) == []


@pytest.mark.parametrize("example", REFUSED, ids=lambda one: one.name)
def test_a_worked_example_that_cannot_be_counted_contradicts_itself(example: Example):
    made = Made(example)
    found = [f"{key.partition('/')[2]} {why}" for key, why in contradictions(made.claims, made.events)]
    assert any(
        one in (example.error, f"{example.claims[0].id} {example.error}") or one.startswith("c2 updates")
        for one in found
    )
