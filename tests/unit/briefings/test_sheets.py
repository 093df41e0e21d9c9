"""Long lists on several pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.page import addresses, event_lines, sheets
from briefings.page.event_lines import Lines


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (0, ["2016-10"]),
        (100, ["2016-10"]),
        (101, ["2016-10", "2016-10/2"]),
        (250, ["2016-10", "2016-10/2", "2016-10/3"]),
    ],
)
def test_a_list_takes_as_many_pages_as_its_lines_need(lines: int, found: list[str]) -> None:
    assert sheets.subjects("2016-10", lines) == found


@pytest.mark.parametrize("subject", ["2016-10", "2016", "undated", "aleppo/2016-10", "aleppo/undated"])
def test_the_address_of_each_page_is_read_as_it_is_written(subject: str) -> None:
    address = addresses.place_part if "/" in subject else addresses.month
    for number in (1, 2, 17):
        page = sheets.numbered(subject, number)
        assert sheets.parted(page) == (subject, number)
        assert address.match(address("ar", page)) == ("ar", page)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=5), st.integers(1, 9))
def test_every_line_of_every_list_stands_on_one_page_and_none_has_too_many(sizes: list[int], most: int) -> None:
    lists = {str(name): Lines(tuple(f"{name}-{line}" for line in range(size)), ()) for name, size in enumerate(sizes)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(event_lines, "MOST", most)
        pages = [sheets.lists_on(lists, number) for number in range(1, len(sheets.subjects("x", sum(sizes))) + 1)]
        begins = {name: sheets.begins_on(lists, name) for name in lists}
    shown = [[line for lines in found.values() for line in lines.all] for found, _ in pages]
    assert [line for page in shown for line in page] == [line for lines in lists.values() for line in lines.all]
    assert all(len(page) <= most for page in shown)
    assert all(shown[:-1])
    for number, (found, sheet) in enumerate(pages, 1):
        assert (sheet.number, sheet.of, sheet.lines) == (number, len(pages), sum(sizes))
        assert len(shown[number - 1]) == sheet.last - sheet.first + 1
        assert (sheet.before, sheet.after) == (number - 1 or None, number + 1 if number < len(pages) else None)
        for name, lines in found.items():
            if lists[name].all and lines.all[:1] == lists[name].all[:1]:
                assert begins[name] == number
