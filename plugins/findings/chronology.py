"""Events in order of time, each with the claims about it and who stands behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from reports import voices

from .index import Index, Origin, PlacedClaim, ReportedEvent


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a timeline.

    ``claims`` are those in scope that are about it. ``origins`` are who stands behind it: the origins of the claims
    that do not deny, or, where no claim is about it, the publishers of the reports that tell it (``by_report`` is then
    true). An event that is only denied has nobody behind it. ``speakers`` are the sources and actors who say so.
    ``background``: every report in scope that tells it tells it as background. ``sort_key`` is its place in a timeline.
    """

    event: ReportedEvent
    claims: tuple[PlacedClaim, ...]
    origins: tuple[Origin, ...]
    speakers: tuple[str, ...]
    by_report: bool
    background: bool
    sort_key: tuple[object, ...]

    @property
    def unnamed(self) -> bool:
        """Whether somebody stands behind it whom nobody names."""
        return any(origin.id is None for origin in self.origins)


def timeline(index: Index, keys: Iterable[str], scope: Iterable[str]) -> list[Entry]:
    """The events of ``keys`` by their EDTF bounds: first possible day, then last. Of those of one first day a whole has
    its parts right behind it. ``scope`` are report slugs."""
    reports, every = set(scope), set(keys)
    entries = [_entry(index, index.events[key], reports, _place(index, key, every)) for key in every]
    return sorted(entries, key=lambda entry: entry.sort_key)


def _place(index: Index, key: str, keys: Collection[str]) -> tuple[object, ...]:
    """Its first possible day; then of what it is part of on that day, the outermost first, and of itself, the last day,
    the date as written, and the key."""
    day, step = _days(index, key)[0], key
    path = [(*_days(index, key)[1:], key)]
    while (step := index.parents.get(step, "")) in keys and _days(index, step)[0] == day:
        path.insert(0, (*_days(index, step)[1:], step))
    return day, tuple(path)


def _days(index: Index, key: str) -> tuple[date, date, str]:
    return index.events[key].event.when.sort_key  # type: ignore[union-attr]  # a checked record has it


def _entry(index: Index, event: ReportedEvent, reports: set[str], sort_key: tuple[object, ...]) -> Entry:
    claims = tuple(claim for claim in index.claims_by_event.get(event.key, ()) if claim.report in reports)
    behind = [claim for claim in claims if claim.claim.stance != "denies"]
    background = index.is_background(event.key, reports)
    if claims:
        origins = {origin.key: origin for claim in behind for origin in claim.origins}
        speakers = dict.fromkeys(speaker for claim in behind for speaker in claim.speakers)
        return Entry(event, claims, tuple(origins.values()), tuple(speakers), False, background, sort_key)
    publishers = dict.fromkeys(index.reports[slug].record.publisher for slug, _ in event.tellings if slug in reports)
    tops = dict.fromkeys(voices.origin_of(index.registry, publisher) for publisher in publishers)
    return Entry(event, claims, tuple(Origin(top, top) for top in tops), tuple(publishers), True, background, sort_key)
