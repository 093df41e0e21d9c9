"""Which entries of the registry a record names."""

from __future__ import annotations

from collections.abc import Iterator

from .model import PARTS, Record


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
