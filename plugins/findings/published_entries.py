"""The entries of the registry that the published site speaks of, and what it says of each.

An entry that only drafts or redacted words name is none of them: it has no page and stands in no list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.model import Dossier, PublicReport
from reports.naming import marked_in, named_by, with_those_above

from .index import Index


def spoken_of(index: Index, dossiers: Iterable[Dossier]) -> list[str]:
    """The ids of all entries that reports and dossiers name, and of what contains, leads or sends these, in order."""
    named = [id for report in index.reports.values() for id in _named(report)]
    for dossier in dossiers:
        named += [*dossier.places, *dossier.actors, *marked_in(dossier.texts.values())]
    found = with_those_above(index.registry, named)
    return [id for id in index.registry if id in found]


def _named(report: PublicReport) -> Iterator[str]:
    record = report.record
    yield from named_by(record)
    own = {*record.events, *record.claims}
    yield from (id for id in marked_in(report.texts.values()) if id not in own)
