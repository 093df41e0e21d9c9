"""A toll that is lower than what its own sources count within it."""

from __future__ import annotations

from collections.abc import Iterator

from .. import messages, voices
from ..figure_notation import Figure
from ..model import Casualties, Claim, Event, Record, Registry
from ..record import RecordFile


def warn_of_low_tolls(slug: str, file: RecordFile, registry: Registry) -> None:
    """A toll that is lower than what the same origins count of its people: in one event of its period and place, or in
    the parts of its event together. What they counted later is left aside, and so is a toll that was replaced."""
    record = file.record
    if record is None:
        return
    replaced = {id for claim in record.claims.values() for there, id in claim.updates if there == slug}
    for claim, entry, outcome, figure in _figures(record):
        if figure.open or figure.high is None or entry.part or claim.id in replaced or claim.id not in file.claims:
            continue
        origins = voices.origins(registry, slug, record, claim)
        counts: dict[str, tuple[int, str]] = {}
        for other, part, same, one in _figures(record):
            event = record.events.get(other.about[0]) if part.scope == "incident" and other.about else None
            if event is None or same != outcome or not _is_among(part, entry) or event.grade == "discounted":
                continue
            inside = event.part_of in claim.about
            if entry.scope == "cumulative":
                inside = event.id not in claim.about and _is_in(event, entry, registry)
            if (
                inside
                and not voices.is_later(record, other, record, claim)
                and voices.origins(registry, slug, record, other) == origins
            ):
                counts[event.id] = max(counts.get(event.id, (0, "")), (one.low or 0, other.id))
        if entry.scope == "cumulative":
            counts = dict(sorted(counts.items(), key=lambda item: -item[1][0])[:1])
        count = sum(low for low, _ in counts.values())
        if count > figure.high:
            others = tuple(id for _, id in counts.values())
            file.claims[claim.id].warning(
                messages.LOW_TOLL(id=claim.id, figure=figure.written, count=count, others=others)
            )


def _figures(record: Record) -> Iterator[tuple[Claim, Casualties, str, Figure]]:
    """The counted figures of who says that something is so."""
    for claim in record.claims.values():
        if claim.stance not in ("denies", "urges"):
            for entry in claim.casualties:
                for outcome, figure in entry.figures:
                    if figure.counted:
                        yield claim, entry, outcome, figure


def _is_among(part: Casualties, whole: Casualties) -> bool:
    """Whether the people of an entry are among those of another, where they are of its place and time."""
    return (
        part.unit == whole.unit
        and whole.who in ("unknown", part.who)
        and (not whole.of or set(part.of) == set(whole.of))
    )


def _is_in(event: Event, entry: Casualties, registry: Registry) -> bool:
    """Whether an event lies within the period and the place of a cumulative toll; one of several places can leave some
    of each out."""
    when, period = event.when, entry.period
    if len(entry.where) != 1 or not (
        when and period and when.earliest and when.latest and period.earliest and period.latest
    ):
        return False
    places = {around for place in event.where for around in (place, *registry.around(place))}
    in_time = period.earliest <= when.earliest and when.latest <= period.latest
    return in_time and entry.where[0] in places
