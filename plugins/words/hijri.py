"""The Islamic calendar, as far as arithmetic gives it: the months of the tabular calendar.

A month begins when its moon is seen, so that one country's day can be the next one's: what is worked out here is right
to within ``SLACK`` days.
"""

from __future__ import annotations

from datetime import date, timedelta

#: So many days a date of the lunar calendar can lie beside the one that arithmetic gives.
SLACK = 2
_EPOCH = date(622, 7, 19).toordinal()


def to_gregorian(year: int, month: int, day: int) -> date | None:
    """The day of a Hijri date; ``None`` where it is none, or lies beyond the calendar."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 9000):
        return None
    days = day - 1 + (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (11 * year + 3) // 30
    return date.fromordinal(_EPOCH) + timedelta(days)
