"""The timeline as a picture: time to scale, a lane for each part of the country, a mark for each event.

Marks that would lie over each other stand in rows of their lane. The picture holds the events of the list that it
stands with, but for background, each once, and in the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from findings import Entry
from reports.edtf import EdtfDate
from reports.model import Registry

from .timescale import TimeScale, scale_of

#: The narrowest that the picture is drawn, and the width and clearance of a mark, all in CSS pixels. Wider windows
#: only draw marks further apart, so marks that do not touch here touch nowhere.
NARROWEST, MARK, CLEARANCE = 420, 24, 4

#: A lane for each place up to here; the places with fewest events share the last one.
LANES = 9

#: A lane with fewer events than this is not parted again, and a part with fewer gets no lane of its own.
PARTED, PART = 6, 2


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: from ``start`` to ``end`` of the scale (0 to 1), in a row of its lane.

    ``number`` is its place in the list, from 1. ``whole`` is whether its date is one day: then it is a point, at the
    middle of that day. ``open_start`` and ``open_end`` tell of a date whose beginning or end is open or unknown;
    ``vague`` of one that is approximate or uncertain; ``denied`` of an event that nobody asserts.
    """

    entry: Entry
    number: int
    row: int
    start: float
    end: float
    whole: bool
    open_start: bool
    open_end: bool
    vague: bool
    denied: bool

    @property
    def top(self) -> int:
        """The upper edge of its row in its lane, in CSS pixels."""
        return CLEARANCE + self.row * (MARK + CLEARANCE)

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of a place and of what lies in it. ``place`` is ``None`` for events without one, or of several lanes.

    ``rows`` is how many rows of marks it has; ``others`` whether parts of the place have lanes of their own.
    """

    place: str | None
    others: bool
    rows: int
    marks: tuple[Mark, ...]

    @property
    def height(self) -> int:
        """In CSS pixels."""
        return CLEARANCE + self.rows * (MARK + CLEARANCE)


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """Lanes on one scale of time."""

    scale: TimeScale
    lanes: tuple[Lane, ...]


def timeline_picture(entries: Sequence[Entry], registry: Registry) -> TimelinePicture | None:
    """The picture of a timeline; ``None`` where it would say nothing: of fewer than three events, or without days.

    What is told as background stands in the list alone: a year long ago would leave the days of the report no room.
    """
    numbered = [(number, entry) for number, entry in enumerate(entries, 1) if not entry.background]
    entries = [entry for _, entry in numbered]
    scale = scale_of(entry.event.event.when for entry in entries if entry.event.event.when)
    if scale is None or len(entries) < 3:
        return None
    lanes: dict[str | None, list[tuple[int, Entry]]] = {}
    placed = lanes_of(entries, registry)
    for number, entry in numbered:
        lanes.setdefault(placed[entry.event.key], []).append((number, entry))
    holding = {above for place in lanes if place for above in registry.around(place)[1:]}

    def order(place: str | None) -> tuple[bool, bool, int, int]:
        """Places by their first event; then what is elsewhere in them, from the inside out; then what is of none."""
        around = len(registry.around(place)) if place in holding else 0
        return place is None, place in holding, -around, lanes[place][0][0]

    ordered = sorted(lanes, key=order)
    return TimelinePicture(scale, tuple(_lane(place, place in holding, lanes[place], scale) for place in ordered))


def lanes_of(entries: Sequence[Entry], registry: Registry) -> dict[str, str | None]:
    """The lane of each event, by its key.

    Lanes are the places directly within the smallest place that holds all events: districts for a city, governorates
    for a country. A lane with more than a third of the events gives its larger parts lanes of their own, those with
    most events first, while there are lanes to give; what is left stays in it. An event of several lanes or of no place
    has none (``None``).
    """
    chains = {entry.event.key: [registry.around(place)[::-1] for place in entry.event.event.where] for entry in entries}
    known = [chain for found in chains.values() for chain in found]
    shared = 0
    while known and all(len(chain) > shared for chain in known) and len({chain[shared] for chain in known}) == 1:
        shared += 1
    heads = _most({key: {chain[shared] for chain in found if len(chain) > shared} for key, found in chains.items()})
    open_lanes = set(heads[:LANES] if len(heads) <= LANES else heads[: LANES - 1])
    whole: set[str] = set()
    while True:
        lanes = {key: _lane_of(found, open_lanes) for key, found in chains.items()}
        sizes = {place: sum(lane == place for lane in lanes.values()) for place in open_lanes}
        enough = max(PARTED, len(entries) // 3 + 1)
        large = [place for place in sizes if place not in whole and sizes[place] >= enough]
        if not large:
            return lanes
        largest = min(large, key=lambda place: (-sizes[place], place))
        parts = _most(
            {
                key: {chain[chain.index(largest) + 1] for chain in found if largest in chain[:-1]}
                for key, found in chains.items()
                if lanes[key] == largest
            },
            PART,
        )
        open_lanes.update(parts[: LANES - len(open_lanes)])
        whole.add(largest)


def _lane_of(chains: Sequence[Sequence[str]], lanes: Collection[str]) -> str | None:
    """The lane of an event: the innermost one that holds each of its places, where that is one and the same."""
    found = {next((place for place in reversed(chain) if place in lanes), None) for chain in chains}
    return found.pop() if len(found) == 1 else None


def _most(places: Mapping[str, Collection[str]], least: int = 1) -> list[str]:
    """Places that ``least`` events have or more, those of most events first; within one number in order of events."""
    count: dict[str, int] = {}
    for found in places.values():
        for place in sorted(found):
            count[place] = count.get(place, 0) + 1
    return sorted((place for place in count if count[place] >= least), key=lambda place: -count[place])


def _lane(place: str | None, others: bool, entries: Sequence[tuple[int, Entry]], scale: TimeScale) -> Lane:
    ends: list[float] = []
    marks = []
    for number, entry in entries:
        when = entry.event.event.when
        assert when is not None
        start, end = _span(when, scale)
        half = MARK / 2 / NARROWEST
        left = min(start, (start + end) / 2 - half)
        right = max(end, (start + end) / 2 + half)
        row = next((row for row, reach in enumerate(ends) if reach + CLEARANCE / NARROWEST <= left), len(ends))
        ends[row : row + 1] = [right]
        whole = when.earliest == when.latest
        denied = not entry.origins
        vague = when.approximate or when.uncertain
        marks.append(
            Mark(entry, number, row, start, end, whole, when.earliest is None, when.latest is None, vague, denied)
        )
    return Lane(place, others, len(ends), tuple(marks))


def _span(when: EdtfDate, scale: TimeScale) -> tuple[float, float]:
    start = scale.begin(when.earliest) if when.earliest else 0.0
    end = scale.end(when.latest) if when.latest else 1.0
    return min(start, end), max(start, end)
