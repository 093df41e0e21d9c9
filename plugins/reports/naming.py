"""Which entries of the registry a record or a text names, and what stands above these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import PARTS, Place, Record, Registry, Source, Text


def named_by(record: Record) -> Iterator[str]:
    """The ids of places, actors and sources in a record, each as often as it stands there."""
    yield record.publisher
    for document in record.documents.values():
        yield document.publisher
    for event in record.events.values():
        yield from (*event.where, *event.actors)
    for claim in record.claims.values():
        yield from (*claim.by, *claim.relays)
        for entry in claim.casualties:
            yield from (*entry.of, *entry.blames, *entry.where)
            yield from (part.group for part in entry.including if part.group not in PARTS)


def marked_in(texts: Iterable[Text]) -> Iterator[str]:
    """The ids that the marks of texts give, of entries of the registry and others."""
    return (id for text in texts for mark in text.marks for id in mark.ids)


def with_those_above(registry: Registry, ids: Iterable[str]) -> set[str]:
    """The ids of these entries, and of all that contain, lead or send them; ids of nothing else."""
    found: set[str] = set()
    for id in ids:
        _add(registry, id, found)
    return found


def _add(registry: Registry, id: str | None, found: set[str]) -> None:
    while id and id not in found and id in registry:
        found.add(id)
        entry = registry[id]
        if isinstance(entry, Place):
            id = entry.within
        else:
            if isinstance(entry, Source):
                _add(registry, entry.speaks_for, found)
            id = entry.part_of
