"""The days and months of the calendar in which something happened, so that a reader can go by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.edtf import EdtfDate

from .chronology import Entry

#: Stands for a month where none is known.
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Day:
    """A day with events that are dated to it and to no other, in order of time: never empty."""

    day: date
    entries: tuple[Entry, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The slugs of the reports that tell of these events, each once."""
        return tuple(dict.fromkeys(slug for entry in self.entries for slug, _ in entry.event.tellings))


def days(timeline: Iterable[Entry]) -> tuple[Day, ...]:
    """The days of a timeline, first to last.

    An event counts for a day where its date is that day, whether or not a time of day is given and whether or not the
    date is sure. One of several days, or of a month, is on none: it would be on days on which it did not happen.
    """
    found: dict[date, list[Entry]] = {}
    for entry in timeline:
        when = entry.event.event.when
        if when is None or when.start is None or when.start.precision != "day":
            continue
        if when.earliest is not None and when.earliest == when.latest:
            found.setdefault(when.earliest, []).append(entry)
    return tuple(Day(day, tuple(found[day])) for day in sorted(found))


def month_of(day: date) -> str:
    """The month of a day, as ``2016-10``."""
    return day.isoformat()[:7]


def first_month(when: EdtfDate | None) -> str | None:
    """The month in which a date begins at the earliest (ends at the latest, where its beginning is open)."""
    day = when and (when.earliest or when.latest)
    return month_of(day) if day else None


def first_day(entry: Entry) -> date:
    """The day on which an event begins at the earliest (ends at the latest, where its beginning is open)."""
    when = entry.event.event.when
    return (when and (when.earliest or when.latest)) or date.min


def month_begun(entry: Entry) -> str:
    """The month in which an event begins at the earliest, ``UNDATED`` where nothing is known of that."""
    return first_month(entry.event.event.when) or UNDATED


def lies_in(when: EdtfDate | None, month: str) -> bool:
    """Whether a date lies in a month with all that it may mean."""
    if not when or not when.earliest or not when.latest:
        return False
    return month_of(when.earliest) == month == month_of(when.latest)
