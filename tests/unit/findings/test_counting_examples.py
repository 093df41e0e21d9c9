"""The worked examples of the counting rules, as ``findings`` counts them: every row, every total, and no row besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from findings import Findings
from findings.ranges import Range
from findings.scopes import DossierFindings, Scope
from reports.edtf import parse_date
from reports.figure_notation import parse_figure
from reports.model import (
    NO_WORDS,
    Actor,
    Casualties,
    Claim,
    Document,
    Dossier,
    Event,
    Part,
    PublicReport,
    Record,
    Registry,
    Settings,
    Site,
    Source,
    Text,
    Words,
)
from tests.helpers import counting_examples as given

EXAMPLES = [example for example in given.examples() if not example.error]


def _named(id: str) -> Words:
    return Words(id, id)


def _pair(key: str) -> tuple[str, str]:
    slug, _, id = key.partition("/")
    return slug, id


def _entry(said: given.Entry) -> Casualties:
    return Casualties(
        tuple((outcome, parse_figure(written)) for outcome, written in said.figures.items()),
        said.unit,
        said.who,
        said.of,
        said.part,
        tuple(Part(group, parse_figure(written)) for group, written in said.including.items()),
        scope=said.scope,
        period=parse_date(said.period) if said.period else None,
    )


def _claim(said: given.Claim) -> Claim:
    return Claim(
        said.id,
        said.by,
        said.via,
        said.documents,
        as_of=parse_date(said.as_of) if said.as_of else None,
        updates=tuple(map(_pair, said.updates)),
        identified="unattributed" if said.unattributed else None,
        stance=said.stance,
        denies=tuple(map(_pair, said.denies)),
        denies_what=said.denies_what,
        about=said.about,
        casualties=tuple(map(_entry, said.casualties)),
    )


def _event(said: given.Event) -> Event:
    same_as = _pair(said.same_as) if said.same_as else None
    when = None if same_as else parse_date("2031-01-01")
    return Event(
        said.id,
        () if same_as else ("other",),
        when,
        grade=said.grade,
        background=said.background,
        part_of=said.part_of,
        same_as=same_as,
    )


def _site(example: given.Example) -> Site:
    registry = Registry(
        actors={
            one.id: Actor(one.id, _named(one.id), "other", part_of=one.part_of, side=one.side) for one in example.actors
        },
        sources={one.id: Source(one.id, _named(one.id), "person", part_of=one.part_of) for one in example.sources},
    )
    text = Text("ar", Path("ar.md"), "", "", None, False, (), (), ())
    reports = [
        PublicReport(
            report.slug,
            Record(
                parse_date(report.published),
                report.publisher,
                documents={
                    one.id: Document(
                        one.id, one.publisher, published=parse_date(one.published) if one.published else None
                    )
                    for one in example.documents
                    if one.report == report.slug
                },
                events={one.id: _event(one) for one in example.events if one.report == report.slug},
                claims={one.id: _claim(one) for one in example.claims if one.report == report.slug},
            ),
            {"ar": text},
        )
        for report in example.reports
    ]
    return Site(registry, tuple(reports), Settings(NO_WORDS))


def _scopes(example: given.Example) -> tuple[Findings, dict[str, Scope]]:
    findings = Findings(_site(example))
    slugs = tuple(report.slug for report in example.reports)
    dossier = DossierFindings(findings.index, Dossier("all", {}), slugs)
    return findings, {"site": findings, "dossier": dossier, **{slug: findings.report(slug) for slug in slugs}}


def _told(range: Range | None) -> given.Range | None:
    return range and given.Range(range.low, range.high, range.open, range.approximate, range.word)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_an_example_comes_to_its_answers(example: given.Example) -> None:
    findings, scopes = _scopes(example)
    found = {
        (event, quantity.outcome, quantity.unit, row): count
        for (event, quantity), counted in findings.counts.items()
        for row, count in counted.rows.items()
    }
    expected = {(one.event, one.outcome, one.unit, one.row): one for one in example.ranges}
    assert {key: _told(count.range) for key, count in found.items()} == {
        key: one.range for key, one in expected.items() if one.exists
    }
    for key, one in expected.items():
        if one.exists:
            count = found[key]
            says = {"contested": bool(count.range and count.range.contested), "origins": len(count.origins)}
            assert {name: says[name] for name in one.stated} == one.stated, one.name
    for one in example.totals:
        total = scopes[one.scope or ""].total(one.outcome, one.row, one.unit)
        assert (total is not None) == one.exists, one.name
        if total:
            assert _told(total.range) == one.range, one.name
            says = {
                "contested": bool(total.range and total.range.contested),
                "origins": len(total.origins),
                "word_events": len(total.words),
                "uncounted_events": len(total.uncounted),
            }
            assert {name: says[name] for name in one.stated} == one.stated, one.name
