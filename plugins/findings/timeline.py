"""Events in order of time, each with the claims about it and who stands behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports import voices

from .index import Index, Origin, PlacedClaim, ReportedEvent


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a timeline.

    ``claims`` are those in scope that are about it. ``origins`` are who stands behind it: the origins of the claims
    that do not deny, or, where no claim is about it, the publishers of the reports that tell it (``by_report`` is then
    true). An event that is only denied has nobody behind it. ``speakers`` are the sources and actors who say so.
    ``background``: every report in scope that tells it tells it as background.
    """

    event: ReportedEvent
    claims: tuple[PlacedClaim, ...]
    origins: tuple[Origin, ...]
    speakers: tuple[str, ...]
    by_report: bool
    background: bool

    @property
    def unnamed(self) -> bool:
        """Whether somebody stands behind it whom nobody names."""
        return any(origin.id is None for origin in self.origins)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Its place in a timeline: first possible day, then last, then as written."""
        return (self.event.event.when.sort_key, self.event.key)  # type: ignore[union-attr]  # a checked record has it


def timeline(index: Index, keys: Iterable[str], scope: Iterable[str]) -> list[Entry]:
    """The events of ``keys`` by their EDTF bounds: first possible day, then last. ``scope`` are report slugs."""
    reports = set(scope)
    entries = [_entry(index, index.events[key], reports) for key in set(keys)]
    return sorted(entries, key=lambda entry: entry.sort_key)


def _entry(index: Index, event: ReportedEvent, reports: set[str]) -> Entry:
    claims = tuple(claim for claim in index.claims_by_event.get(event.key, ()) if claim.report in reports)
    behind = [claim for claim in claims if claim.claim.stance != "denies"]
    background = index.is_background(event.key, reports)
    if claims:
        origins = {origin.key: origin for claim in behind for origin in claim.origins}
        speakers = dict.fromkeys(speaker for claim in behind for speaker in claim.speakers)
        return Entry(event, claims, tuple(origins.values()), tuple(speakers), False, background)
    publishers = dict.fromkeys(index.reports[slug].record.publisher for slug, _ in event.tellings if slug in reports)
    tops = dict.fromkeys(voices.origin_of(index.registry, publisher) for publisher in publishers)
    return Entry(event, claims, tuple(Origin(top, top) for top in tops), tuple(publishers), True, background)
