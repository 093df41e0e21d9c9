"""When what is written as a date begins and is over."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inspection.times import time


def at(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "begins", "over"),
    [
        ("2031-03-05", at(2031, 3, 5), at(2031, 3, 6)),
        ("2031-03-05~", at(2031, 3, 5), at(2031, 3, 6)),
        ("2031-12", at(2031, 12, 1), at(2032, 1, 1)),
        ("2031-XX", at(2031, 1, 1), at(2032, 1, 1)),
        ("2031-03-XX", at(2031, 3, 1), at(2031, 4, 1)),
        ("2031", at(2031, 1, 1), at(2032, 1, 1)),
        ("203X", at(2030, 1, 1), at(2040, 1, 1)),
        ("20XX", at(2000, 1, 1), at(2100, 1, 1)),
        ("2031-24", at(2031, 12, 1), at(2032, 3, 1)),
        ("2031-03-05T22:30", at(2031, 3, 5, 22, 30), at(2031, 3, 5, 22, 31)),
        ("2031-03-05T22:30:15", at(2031, 3, 5, 22, 30, 15), at(2031, 3, 5, 22, 30, 16)),
        ("2031-03-05T22:30Z", at(2031, 3, 5, 22, 30), at(2031, 3, 5, 22, 31)),
        ("2031-03-05T01:00+03:00", at(2031, 3, 4, 22), at(2031, 3, 4, 22, 1)),
        ("2031-02/2031-03-04", at(2031, 2, 1), at(2031, 3, 5)),
        ("2031-02/..", at(2031, 2, 1), None),
        ("../2031-02", None, at(2031, 3, 1)),
        ("soon", None, None),
        ("2031-02-30", None, None),
    ],
)
def test_a_date_begins_and_is_over(written: str, begins: datetime | None, over: datetime | None) -> None:
    assert time(written) == (begins, over)
