"""Every event of a content, read for nothing but comparing: a record in some milliseconds. What is wrong in one is
passed over, since `make check` tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from reports.edtf import DateError, EdtfDate, parse_date
from reports.figure_notation import FigureError, parse_figure
from reports.model import OUTCOMES, Reference, Registry
from reports.plain_yaml import plain_values
from words.letters import fold

from .same_events import Found


class Events:
    """The events that reports declare, and which of them others say they are the same as."""

    def __init__(self, content: Path, registry: Registry) -> None:
        self.declared: dict[Reference, Found] = {}
        self.named: dict[Reference, list[Reference]] = defaultdict(list)
        self._registry = registry
        for path in sorted(content.glob("reports/*/record.yaml")):
            self._read(path.parent.name, plain_values(path))

    def _read(self, slug: str, record: Mapping[str, Any]) -> None:
        published = _date(record.get("published"))
        day = published.earliest if published and published.earliest else date.max
        figures = _figures(record)
        for id, event in _mapping(record.get("events")).items():
            if not isinstance(event, dict):
                continue
            if other := str(event.get("same-as") or ""):
                there, _, name = other.rpartition("/")
                self.named[there or slug, name].append((slug, id))
                continue
            where = tuple(place for place in _several(event.get("where")) if place in self._registry.places)
            title = " ".join(map(str, _mapping(event.get("title")).values()))
            self.declared[slug, id] = Found(
                slug, id, day, _date(event.get("when")), _several(event.get("type")), where,
                _several(event.get("actors")), _several(event.get("target")), figures.get(id, {}),
                frozenset(word for word in fold(title).split() if len(word) > 3),
            )  # fmt: skip


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _several(value: object) -> tuple[str, ...]:
    """A list of words, or the one that stands for it."""
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str) and one)


def _date(value: object) -> EdtfDate | None:
    try:
        return parse_date(value) if isinstance(value, str) else None
    except DateError:
        return None


def _figures(record: Mapping[str, Any]) -> dict[str, dict[str, set[tuple[int, int]]]]:
    """The counted figures of each event, by outcome."""
    found: dict[str, dict[str, set[tuple[int, int]]]] = defaultdict(lambda: defaultdict(set))
    for claim in _mapping(record.get("claims")).values():
        for outcome, written in _entries(claim):
            try:
                figure = parse_figure(written)
            except FigureError:
                continue
            if figure.low is not None and figure.high is not None and not figure.word:
                for event in _several(_mapping(claim).get("about")):
                    found[event][outcome].add((figure.low, figure.high))
    return found


def _entries(claim: object) -> Iterator[tuple[str, str]]:
    entries = _mapping(claim).get("casualties")
    for entry in entries if isinstance(entries, list) else ():
        for outcome, written in _mapping(entry).items():
            if outcome in OUTCOMES and isinstance(written, str):
                yield outcome, written
