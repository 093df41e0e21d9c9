"""Dates and times of day in EDTF → when they begin and end."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_MOMENT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
    r"[?~%]?"
)
#: The month in which each season begins, by EDTF's number for it.
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}

#: When something begins and when it is over; ``None`` where that is open or nobody knows.
Time = tuple[datetime | None, datetime | None]


def time(written: str) -> Time:
    """When a date begins, and the first moment after it. What is no date begins and ends nowhere.

    A time of a zone is taken to UTC; one without is taken as it stands.
    """
    first, slash, last = written.partition("/")
    return _moment(first)[0], _moment(last if slash else first)[1]


def _moment(written: str) -> Time:
    match = _MOMENT.fullmatch(written)
    if not match:
        return None, None
    try:
        return _bounds(match)
    except (ValueError, OverflowError):
        return None, None


def _bounds(match: re.Match[str]) -> Time:
    year, last = (int(match["year"].replace("X", digit)) for digit in "09")
    month, day = (int(match[part]) if (match[part] or "XX") != "XX" else 0 for part in ("month", "day"))
    if match["hour"]:
        begins = datetime(
            year, month, day, int(match["hour"]), int(match["minute"]), int(match["second"] or 0), tzinfo=UTC
        )
        begins -= _offset(match["zone"] or "Z")
        return begins, begins + (timedelta(seconds=1) if match["second"] else timedelta(minutes=1))
    if day:
        begins = datetime(year, month, day, tzinfo=UTC)
        return begins, begins + timedelta(days=1)
    if month in _SEASONS:
        return _month(year, _SEASONS[month]), _month(year, _SEASONS[month] + 3)
    if month:
        return _month(year, month), _month(year, month + 1)
    return _month(max(year, 1), 1), _month(last + 1, 1)


def _month(year: int, month: int) -> datetime:
    """The beginning of a month, counted on from December where it is more than 12."""
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, tzinfo=UTC)


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:]) if len(zone) > 3 else 0
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
