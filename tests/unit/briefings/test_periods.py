"""Years as pages of long lists."""

from __future__ import annotations

import pytest

from briefings.page import event_lines
from briefings.page.periods import periods


@pytest.mark.parametrize(
    ("months", "found"),
    [
        (["2016-10"] * 3, {}),
        (["2016-10", "2016-09", "2015-01", "2015-02"], {"2016": 2, "2015": 2}),
        (["2016-10"] * 2 + ["2016-09"] * 2 + ["2015-02"], {"2016-10": 2, "2016-09": 2, "2015": 1}),
        (["2016-10"] * 5, {"2016-10": 5}),
    ],
)
def test_a_year_is_a_page_and_of_one_with_many_lines_each_month(
    monkeypatch: pytest.MonkeyPatch, months: list[str], found: dict[str, int]
) -> None:
    monkeypatch.setattr(event_lines, "MOST", 3)
    assert periods(months) == found
    assert [*periods(months)] == [*found], "the newest first"
