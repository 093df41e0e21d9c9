"""Dates as they are read in Arabic and English text.

Nothing is filled in that the words do not say: ``span`` works out the days that are meant, from the day of publication.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from . import hijri


class Day(NamedTuple):
    """As much of a day as is named."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


NOTHING = Day()


class Date(NamedTuple):
    """A date of a text. ``start`` and ``end`` are where its words stand.

    ``first`` and ``last`` are the day or days that are named, the same where it is one; a day without a month is told
    with its weekday (Wednesday the 16th). ``weekday`` is 0 on Monday.
    ``distance`` are the days from that of publication, the first and the last; ``side`` is -1 where the last one of its
    kind is said (last March), 1 where the next; ``period`` is that kind where it has no name (last month): ``month`` or
    ``year``. ``islamic`` is a day of the Hijri calendar. ``other``: it is told from another day than that of
    publication (the same day, the night before), the one that is named before it, if there is one, or in its month (the
    16th of it). ``night``: it is the night from its weekday to the next.
    """

    start: int
    end: int
    first: Day = NOTHING
    last: Day = NOTHING
    weekday: int | None = None
    distance: tuple[int, int] | None = None
    side: int = 0
    period: str = ""
    islamic: Day | None = None
    time: str = ""
    other: bool = False
    night: bool = False
    begins: int = 0
    ends: int = 0

    def span(self, published: date | None) -> tuple[date, date] | None:
        """The first and last day that are meant; ``None`` where that cannot be said, a time of day for example."""
        try:
            return self._span(published)
        except (ValueError, OverflowError):
            return None

    def told_from(self, day: date) -> tuple[date, date] | None:
        """The first and last day that lie so far from one; ``None`` where no distance is told."""
        if self.distance is None:
            return None
        try:
            return day + timedelta(self.distance[0]), day + timedelta(self.distance[1])
        except OverflowError:
            return None

    def behind(self, before: Date | None) -> Date:
        """This date, told from the one that is named before it, or in its month."""
        if self.first.day and not self.first.month:
            day = self.first if before is None else Day(before.last.year, before.last.month, self.first.day)
            return self._replace(first=day, last=day, other=False) if day.month else self._replace(other=False)
        if before is None or self.distance is None:
            return self
        named = before.last
        if before.distance and before.distance[0] == before.distance[1] and not before.other:
            distance = self.distance[0] + before.distance[0], self.distance[1] + before.distance[0]
            return self._replace(distance=distance, other=False)
        if not named.month or not named.day:
            return self
        try:
            span = self.told_from(date(named.year or 2000, named.month, named.day))
        except ValueError:
            return self
        if span is None:
            return self
        first, last = (Day(named.year and day.year, day.month, day.day) for day in span)
        return self._replace(first=first, last=last)

    def _span(self, published: date | None) -> tuple[date, date] | None:
        first, last = self.first, self.last
        if first.day is None and first.month is None and first.year is None:
            return self._from_publication(published)
        if first.day and not first.month:
            return self._numbered(published)
        year = first.year or last.year
        if year is None and first.month and published:
            year = _year_of(first, self.side, published)
        if year is None:
            return None
        begins = _bounds(Day(first.year or year, first.month or last.month, first.day))[0]
        end_year = last.year or year
        ends = _bounds(Day(end_year, last.month or first.month, last.day))[1]
        if ends < begins and last.year is None:
            ends = _bounds(Day(end_year + 1, last.month, last.day))[1]
        return (begins, ends) if begins <= ends else None

    def _numbered(self, published: date | None) -> tuple[date, date] | None:
        """The last day by that of publication that has its number, where that is its weekday as well."""
        months_away = published.year * 12 + published.month - 1 + min(self.side, 0) if published else 0
        for back in range(3 if published else 0):
            year, month = divmod(months_away - back, 12)
            with suppress(ValueError):
                day = date(year, month + 1, self.first.day or 1)
                if published and day <= published:
                    return (day, day) if self.weekday in (None, day.weekday()) else None
        return None

    def _from_publication(self, published: date | None) -> tuple[date, date] | None:
        if self.islamic and self.islamic.year and self.islamic.month:
            begins = hijri.to_gregorian(self.islamic.year, self.islamic.month, self.islamic.day or 1)
            ends = begins + timedelta(29) if begins and not self.islamic.day else begins
            return (begins, ends) if begins and ends else None
        if published is None:
            return None
        if self.period:
            months_away = self.side * (12 if self.period == "year" else 1) + published.year * 12 + published.month - 1
            year, month = divmod(months_away, 12)
            return _bounds(Day(year, month + 1 if self.period == "month" else None))
        if self.distance is not None:
            return None if self.other else self.told_from(published)
        if self.weekday is None:
            return None
        back = (published.weekday() - self.weekday) % 7
        if self.side > 0:
            found = published + timedelta((7 - back) % 7 or 7)
        else:
            found = published - timedelta(back or (7 if self.side else 0))
        return found, found + timedelta(self.night)


def _bounds(day: Day) -> tuple[date, date]:
    year = day.year or 1
    if day.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day.day is None:
        after = date(year + day.month // 12, day.month % 12 + 1, 1) if year < 9999 else date(9999, 12, 31)
        return date(year, day.month, 1), after - timedelta(1)
    found = date(year, day.month, day.day)
    return found, found


def _year_of(day: Day, side: int, published: date) -> int:
    """The year of a day or month without one: the last that began by the day of publication, or the next."""
    begins = _bounds(Day(2000, day.month, day.day or 1))[0].replace(year=2000)
    behind = (begins.month, begins.day) > (published.month, published.day)
    if side > 0:
        return published.year + (not behind)
    return published.year - behind
