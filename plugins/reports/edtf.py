"""Dates in EDTF (ISO 8601-2:2019), levels 0 and 1: what they say, and the days between which they lie.

The grammar is read here and held against the ``edtf`` package in the tests. The package itself is not used at
build time: it needs 6 ms for a date, prints to the terminal, ends winter on 31 December, and raises
``AttributeError`` on some input that is not a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from . import messages
from .messages import Message, Refused

_QUALIFIER = r"(?P<qualifier>[?~%])?"
_DAY = re.compile(
    rf"(?P<year>\d{{4}}|\d{{3}}X|\d{{2}}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?{_QUALIFIER}", re.ASCII
)
_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?P<zone>Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?",
    re.ASCII,
)

#: What people write for a time of day, and for one with its day.
_TIME_ALONE = re.compile(r"[Tt]?\d{1,2}:\d\d(?::\d\d)?", re.ASCII)
_PARTED_TIME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[Tt ]\s*(?P<hour>\d{1,2})(?P<rest>:\S+)", re.ASCII)

#: EDTF's month numbers for seasons and the months in which each begins (northern, meteorological).
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


class DateError(Refused):
    """The text is not an EDTF date of level 0 or 1."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of the calendar, as exact as it was written.

    ``year`` is four characters (``2016``, ``201X``, ``20XX``); ``month`` and ``day`` are ``None`` where they
    are not given or unspecified; ``season`` is 21 (spring) to 24 (winter); ``time`` is ``HH:MM:SS`` or ``HH:MM`` with
    its zone. ``earliest`` and ``latest`` bound it, both days included.
    """

    year: str
    month: int | None
    day: int | None
    season: int | None
    time: str | None
    uncertain: bool
    approximate: bool
    earliest: date
    latest: date

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``season``, ``year``, ``decade`` or ``century``."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        if self.season is not None:
            return "season"
        return {0: "year", 1: "decade", 2: "century"}[self.year.count("X")]

    @property
    def begins(self) -> datetime:
        """The first instant at which it can lie. A time of day without a zone is taken for one of UTC."""
        if self.time is None:
            return datetime.combine(self.earliest, time(), UTC)
        return self._instant()

    @property
    def ends(self) -> datetime | None:
        """The first instant after it: of a day its midnight, of a time of day the next second or minute.

        ``None`` beyond the last year that can be written.
        """
        try:
            if self.time is None:
                return datetime.combine(self.latest + timedelta(days=1), time(), UTC)
            return self._instant() + timedelta(seconds=1 if self.time[5:6] == ":" else 60)
        except OverflowError:
            return None

    def _instant(self) -> datetime:
        instant = datetime.fromisoformat(f"{self.earliest}T{self.time}")
        try:
            return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
        except OverflowError:  # in the first hours of year 1, or the last of year 9999
            return instant.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date or an interval.

    ``start`` and ``end`` are the same object for a single date. An interval's end that is open (``..``) or
    unknown (empty) is ``None``, with ``open_start``/``open_end`` telling ``..`` from unknown.
    """

    text: str
    start: Moment | None
    end: Moment | None
    interval: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def earliest(self) -> date | None:
        """The first day on which it can lie, or ``None`` where that is open or unknown."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day on which it can lie, or ``None`` where that is open or unknown."""
        return self.end.latest if self.end else None

    @property
    def begins(self) -> datetime | None:
        """The first instant at which it can lie, or ``None`` where that is open or unknown."""
        return self.start.begins if self.start else None

    @property
    def ends(self) -> datetime | None:
        """The first instant after the last at which it can lie, or ``None`` where that is open or unknown."""
        return self.end.ends if self.end else None

    @property
    def uncertain(self) -> bool:
        return any(moment.uncertain for moment in (self.start, self.end) if moment)

    @property
    def approximate(self) -> bool:
        return any(moment.approximate for moment in (self.start, self.end) if moment)

    @property
    def exact_day(self) -> date | None:
        """The day, where the date is one certain day; else ``None``."""
        if self.interval or self.start is None or self.start.precision != "day":
            return None
        return None if self.uncertain or self.approximate else self.start.earliest

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Order in time: by the first possible day, then the last, then as written. Open ends come outermost."""
        return (self.earliest or date.min, self.latest or date.max, self.text)

    def covers(self, other: EdtfDate) -> bool:
        """Whether every day on which ``other`` can lie is one of this date's days."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        return starts and (self.latest is None or (other.latest is not None and other.latest <= self.latest))

    def __str__(self) -> str:
        return self.text


def parse_date(text: str) -> EdtfDate:
    """Read an EDTF date of level 0 or 1.

    Years run from 0001 to 9999. Raises ``DateError`` (a ``ValueError``) whose text says what is wrong.
    """
    if "/" not in text:
        moment = _moment(text)
        return EdtfDate(text, moment, moment)
    if text.count("/") > 1:
        raise DateError(messages.TWO_SLASHES(text=repr(text)))
    first, last = text.split("/")
    if first in ("", "..") and last in ("", ".."):
        raise DateError(messages.ENDLESS_INTERVAL(text=repr(text)))
    start = None if first in ("", "..") else _moment(first)
    end = None if last in ("", "..") else _moment(last)
    if start and end and (start.time or end.time):
        raise DateError(messages.INTERVAL_OF_TIMES(text=repr(text)))
    if start and end and (end.latest < start.earliest or (end.earliest < start.earliest and end.latest < start.latest)):
        raise DateError(messages.BACKWARD_INTERVAL(text=repr(text)))
    return EdtfDate(text, start, end, True, first == "..", last == "..")


def _moment(text: str) -> Moment:
    if match := _TIME.fullmatch(text):
        whole = _moment(match["day"])
        return Moment(
            whole.year,
            whole.month,
            whole.day,
            None,
            match["time"] + (match["zone"] or ""),
            False,
            False,
            whole.earliest,
            whole.latest,
        )
    match = _DAY.fullmatch(text)
    if not match:
        raise DateError(messages.NO_DATE(_how_to_write(text), text=repr(text)))
    year, month, day, mark = match["year"], match["month"], match["day"], match["qualifier"]
    flags = (mark in ("?", "%"), mark in ("~", "%")) if mark else (False, False)
    if ("X" in year and month) or (month == "XX" and day not in (None, "XX")):
        raise DateError(messages.OPEN_PART(text=repr(text)))
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if last == 0:
        raise DateError(messages.YEAR_OUTSIDE(text=repr(text)))
    if month and month != "XX" and int(month) in SEASONS:
        if day or first == 9999:
            raise DateError(messages.DAY_OF_SEASON(text=repr(text)))
        earliest, latest = _season(first, int(month))
        return Moment(year, None, None, int(month), None, *flags, earliest, latest)
    try:
        if month in (None, "XX"):
            earliest, latest = date(max(first, 1), 1, 1), date(last, 12, 31)
        elif day in (None, "XX"):
            earliest = date(first, int(month), 1)
            latest = date(first, 12, 31) if month == "12" else date(first, int(month) + 1, 1) - timedelta(days=1)
        else:
            earliest = latest = date(first, int(month), int(day))
    except ValueError:
        raise DateError(messages.NO_DAY(text=repr(text))) from None
    number = [int(part) if part and part != "XX" else None for part in (month, day)]
    return Moment(year, number[0], number[1], None, None, *flags, earliest, latest)


def _how_to_write(text: str) -> Message | None:
    """What to write instead of a time of day without its day, or parted from it."""
    if _TIME_ALONE.fullmatch(text):
        return messages.WRITE_TIME_WITH_DAY()
    parted = _PARTED_TIME.fullmatch(text)
    whole = f"{parted['day']}T{parted['hour']:0>2}{parted['rest']}" if parted else ""
    return messages.WRITE_AS_ONE(date=whole) if _TIME.fullmatch(whole) else None


def _season(year: int, season: int) -> tuple[date, date]:
    begins = SEASONS[season]
    after = date(year + 1, 3, 1) if season == 24 else date(year, begins + 3, 1)
    return date(year, begins, 1), after - timedelta(days=1)
