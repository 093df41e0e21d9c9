"""The worked examples of the counting rules, ``tests/counting/examples.yaml``, as plain data.

Each example is given as what its reports say and what the rules make of it, so that everything that counts can be held
to the same answers. The notation is explained at the head of that file; nothing here knows how to count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parents[1] / "counting" / "examples.yaml"
OUTCOMES = ("killed", "injured", "killed-or-injured", "died", "missing", "abducted", "detained", "displaced")
_DEFAULT = {"r1": ("2031-01-02", "paper"), "r2": ("2031-01-05", "post")}
_WORDS = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}
_RANGE = re.compile(r"(?P<about>~?)(?P<low>\d+)(?:-(?P<high>\d+))?(?P<more>\+?)")
_STATED = {"contested", "origins", "uncounted_events", "word_events"}


@dataclass(frozen=True)
class Report:
    slug: str
    published: str
    publisher: str


@dataclass(frozen=True)
class Document:
    """A document of a report, with the date of its publication as it is written, or ``None``."""

    report: str
    id: str
    publisher: str
    published: str | None


@dataclass(frozen=True)
class Actor:
    id: str
    side: str | None = None
    part_of: str | None = None


@dataclass(frozen=True)
class Source:
    id: str
    part_of: str | None = None


@dataclass(frozen=True)
class Event:
    """An event as a report has it; ``part_of`` is an id of the same report, ``same_as`` is ``report/event``."""

    report: str
    id: str
    same_as: str | None = None
    part_of: str | None = None
    grade: str | None = None
    background: bool = False


@dataclass(frozen=True)
class Entry:
    """One entry of casualties, its figures as they are written, by outcome."""

    figures: Mapping[str, str]
    unit: str = "people"
    who: str = "unknown"
    of: tuple[str, ...] = ()
    part: str | None = None
    including: Mapping[str, str] = field(default_factory=dict)
    scope: str = "incident"
    period: str | None = None


@dataclass(frozen=True)
class Claim:
    """A claim of a report. ``about`` and ``documents`` are ids of that report; ``updates`` and ``denies`` are keys."""

    report: str
    id: str
    by: tuple[str, ...] = ()
    via: tuple[tuple[str, ...], ...] = ()
    documents: tuple[str, ...] = ()
    unattributed: bool = False
    as_of: str | None = None
    updates: tuple[str, ...] = ()
    stance: str = "asserts"
    denies: tuple[str, ...] = ()
    denies_what: str = "number"
    about: tuple[str, ...] = ()
    casualties: tuple[Entry, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.report}/{self.id}"


@dataclass(frozen=True)
class Range:
    """From ``low`` to ``high``; ``word`` where a word alone is all there is of it."""

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    word: str | None = None


@dataclass(frozen=True)
class Answer:
    """What the rules make of a row: of an event site-wide, or of a scope in ``totals``.

    ``scope`` is ``None`` for a row of an event, else ``r1``, ``r2``, ``dossier`` or ``site``; ``event`` is
    ``report/event``, or ``None`` for a total. Without ``exists`` there is no such row. ``range`` is ``None`` where
    nothing was counted. ``stated`` has what the example says besides: contested, origins, uncounted_events,
    word_events; of what is not in it nothing is said.
    """

    scope: str | None
    event: str | None
    outcome: str
    unit: str
    row: str
    exists: bool
    range: Range | None
    stated: Mapping[str, bool | int]

    @property
    def name(self) -> str:
        """The answer in a word, for messages: ``killed/all of r1/e``."""
        families = "families/" if self.unit == "families" else ""
        return f"{self.outcome}/{families}{self.row} of {self.event or self.scope}"


@dataclass(frozen=True)
class Example:
    """``error`` is what is wrong with the record, where it cannot be counted; then there are no answers."""

    name: str
    why: str
    reports: tuple[Report, ...]
    documents: tuple[Document, ...]
    actors: tuple[Actor, ...]
    sources: tuple[Source, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    answers: tuple[Answer, ...]
    error: str | None = None

    @property
    def ranges(self) -> tuple[Answer, ...]:
        """The rows of events, site-wide: all that exist are among them."""
        return tuple(answer for answer in self.answers if answer.scope is None)

    @property
    def totals(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.scope is not None)


def examples() -> list[Example]:
    """All of them, in the order of the file."""
    written = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # words stay words: 5-7, ~20, 2031-01
    return [_example(one) for one in written["examples"]]


def _example(one: dict[str, Any]) -> Example:
    claims = tuple(_claim(name, claim) for name, claim in one["claims"].items())
    documents = tuple(
        Document("r1", id, said["publisher"], said.get("published")) for id, said in one.get("documents", {}).items()
    )
    actors = tuple(Actor(id, said.get("side"), said.get("part-of")) for id, said in one.get("actors", {}).items())
    events = tuple(_event(name, said) for name, said in one.get("events", {"e": {}}).items())
    given = one.get("reports", {})
    slugs = sorted({"r1", *given, *(claim.report for claim in claims), *(event.report for event in events)})
    reports = tuple(_report(slug, given.get(slug, {})) for slug in slugs)
    return Example(
        one["name"],
        one["why"],
        reports,
        documents,
        actors,
        _sources(one.get("sources", {}), actors, reports, documents, claims),
        events,
        claims,
        tuple(_answers(one)),
        one.get("error"),
    )


def _report(slug: str, said: dict[str, str]) -> Report:
    published, publisher = _DEFAULT.get(slug, ("", ""))
    return Report(slug, said.get("published", published), said.get("publisher", publisher))


def _sources(
    given: dict[str, dict[str, str]],
    actors: tuple[Actor, ...],
    reports: tuple[Report, ...],
    documents: tuple[Document, ...],
    claims: tuple[Claim, ...],
) -> tuple[Source, ...]:
    """The sources that are described, and those that are only named."""
    named = {one.publisher for one in (*reports, *documents)}
    for claim in claims:
        named |= {*claim.by, *(id for step in claim.via for id in step)}
    named |= {said["part-of"] for said in given.values() if "part-of" in said}
    named -= {actor.id for actor in actors}
    return tuple(Source(id, given.get(id, {}).get("part-of")) for id in sorted(named | {*given}))


def _placed(name: str) -> tuple[str, str]:
    """The report and the id of something that stands in r1 unless its name says otherwise."""
    report, _, id = name.rpartition("/")
    return report or "r1", id


def _event(name: str, said: dict[str, str]) -> Event:
    report, id = _placed(name)
    background = said.get("background") == "true"
    return Event(report, id, said.get("same-as"), said.get("part-of"), said.get("grade"), background)


def _claim(name: str, said: dict[str, Any]) -> Claim:
    report, id = _placed(name)

    def keys(names: Any) -> tuple[str, ...]:
        return tuple(one if "/" in one else f"{report}/{one}" for one in _listed(names))

    return Claim(
        report,
        id,
        by=_listed(said.get("by")),
        via=tuple(_listed(step) for step in _listed(said.get("via"))),
        documents=_listed(said.get("in")),
        unattributed=said.get("identified") == "unattributed",
        as_of=said.get("as-of"),
        updates=keys(said.get("updates")),
        stance=said.get("stance", "asserts"),
        denies=keys(said.get("denies")),
        denies_what=said.get("denies-what", "number"),
        about=tuple(_placed(one)[1] for one in _listed(said.get("about", "e"))),
        casualties=tuple(_entry(entry) for entry in said.get("casualties", ())),
    )


def _entry(said: dict[str, Any]) -> Entry:
    return Entry(
        {outcome: said[outcome] for outcome in OUTCOMES if outcome in said},
        said.get("unit", "people"),
        said.get("who", "unknown"),
        _listed(said.get("of")),
        said.get("part"),
        said.get("including", {}),
        said.get("scope", "incident"),
        said.get("period"),
    )


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else () if value is None else (value,)


def _answers(one: dict[str, Any]) -> Iterator[Answer]:
    for key, value in one.get("ranges", {}).items():
        event, outcome, unit, rows = _key(key)
        yield from (_answer(None, event or "r1/e", outcome, unit, row, value) for row in rows)
    for scope, rows_of in one.get("totals", {}).items():
        for key, value in rows_of.items():
            _, outcome, unit, rows = _key(key)
            yield from (_answer(scope, None, outcome, unit, row, value) for row in rows)


def _key(key: str) -> tuple[str | None, str, str, list[str]]:
    """Event, outcome, unit and rows of ``e1/displaced/families/all,unknown``; all but the rows may be left out."""
    *before, rows = key.split("/")
    unit = "families" if before[-1:] == ["families"] else "people"
    before = [word for word in before if word != "families"]
    outcome = before.pop() if before and before[-1] in OUTCOMES else "killed"
    return "/".join(_placed(before[0])) if before else None, outcome, unit, rows.split(",")


def _answer(scope: str | None, event: str | None, outcome: str, unit: str, row: str, value: Any) -> Answer:
    said = value if isinstance(value, dict) else {"range": value}
    assert said.keys() <= {"range", *_STATED}, said
    stated = {
        name: what == "true" if name == "contested" else int(what) for name, what in said.items() if name in _STATED
    }
    exists = said["range"] != "no row"
    return Answer(scope, event, outcome, unit, row, exists, _range(said["range"]) if exists else None, stated)


def _range(written: str) -> Range | None:
    """A range as the answers write it: ``~8-10+``, ``tens``; ``None`` for ``uncounted``."""
    if written == "uncounted":
        return None
    if written in _WORDS:
        return Range(_WORDS[written], _WORDS[written], True, True, written)
    match = _RANGE.fullmatch(written)
    assert match, written
    low, high = int(match["low"]), int(match["high"] or match["low"])
    return Range(low, high, bool(match["more"]), bool(match["about"]))
