"""A scale of time: the days from a first to a last, with ticks that a reader can name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reports.edtf import EdtfDate

#: A tick for each day, week, month, quarter, year, or for more years: the finest that gives at most this many ticks.
TICKS = 7

#: How much of the scale the name of a tick may take.
NAME = 0.14


@dataclass(frozen=True, slots=True)
class Tick:
    """A day at which a line is drawn, ``x`` of the way along (0 to 1).

    ``names`` is what its name tells: ``day``, ``month`` or ``year``; empty where there is no room for a name.
    """

    day: date
    x: float
    names: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The days ``first`` to ``last``, both included. Positions along it are fractions from 0 to 1."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def begin(self, day: date) -> float:
        """Where a day begins; 0 for a day before the first, 1 for one after the last."""
        return min(max((day - self.first).days / self.days, 0.0), 1.0)

    def end(self, day: date) -> float:
        """Where a day ends."""
        return min(max(((day - self.first).days + 1) / self.days, 0.0), 1.0)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Lines at the beginnings of days, weeks (Mondays), months, quarters or years: the finest that are few enough.

        The first day has one in any case, so that the scale says where it begins.
        """
        names, found = next((names, found) for names, days in self._choices() if len(found := list(days)) <= TICKS)
        days = found if found and found[0] == self.first else [self.first, *found]
        ticks: list[Tick] = []
        free = 0.0
        for day in days:
            x = self.begin(day)
            named = free <= x <= 1 - NAME
            ticks.append(Tick(day, x, (names if day in found else "day") if named else ""))
            free = x + NAME if named else free
        return tuple(ticks)

    def _choices(self) -> Iterator[tuple[str, Iterable[date]]]:
        yield "day", (self.first + timedelta(n) for n in range(min(self.days, TICKS + 1)))
        monday = self.first + timedelta(-self.first.weekday() % 7)
        yield "day", (monday + timedelta(7 * n) for n in range(min((self.last - monday).days // 7 + 1, TICKS + 1)))
        for months in (1, 3, 12, 60, 120, 600, 1200, 6000, 24000):
            yield "month" if months < 12 else "year", self._months(months)

    def _months(self, step: int) -> Iterator[date]:
        """The first days of every ``step`` months on the scale, counted from the year 1."""
        start = self.first.year * 12 + self.first.month - 1 + (self.first.day > 1)
        start += -start % step
        for count in range(start, self.last.year * 12 + self.last.month, step):
            yield date(count // 12, count % 12 + 1, 1)


def scale_of(dates: Iterable[EdtfDate]) -> TimeScale | None:
    """A scale that holds every day on which these dates can lie; ``None`` where none names a day.

    An end that is open or unknown adds nothing: what has one reaches the edge of the scale.
    """
    days = [day for when in dates for day in (when.earliest, when.latest) if day is not None]
    return TimeScale(min(days), max(days)) if days else None
