"""The entries of the registry that the published site speaks of, and what it says of each.

An entry that only drafts or redacted words name is none of them: it has no page and stands in no list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.model import Dossier, Place, PublicReport, Registry, Source
from reports.naming import named_by

from .index import Index


def spoken_of(index: Index, dossiers: Iterable[Dossier]) -> list[str]:
    """The ids of all entries that reports and dossiers name, and of what contains, leads or sends these, in order."""
    found: dict[str, None] = {}
    for id in [id for report in index.reports.values() for id in _named(report)]:
        _add(index.registry, id, found)
    for dossier in dossiers:
        marked = [id for text in dossier.texts.values() for mark in text.marks for id in mark.ids]
        for id in [*dossier.places, *dossier.actors, *(id for id in marked if id in index.registry)]:
            _add(index.registry, id, found)
    return [id for id in index.registry if id in found]


def _named(report: PublicReport) -> Iterator[str]:
    record = report.record
    yield from named_by(record)
    own = {*record.events, *record.claims}
    yield from (id for text in report.texts.values() for mark in text.marks for id in mark.ids if id not in own)


def _add(registry: Registry, id: str | None, found: dict[str, None]) -> None:
    while id and id not in found:
        found[id] = None
        entry = registry[id]
        if isinstance(entry, Place):
            id = entry.within
        else:
            if isinstance(entry, Source):
                _add(registry, entry.speaks_for, found)
            id = entry.part_of
