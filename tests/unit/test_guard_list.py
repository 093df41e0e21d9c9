"""Each guard stands in the program as the list has it, so that it can be taken away: a guard that moved is in no test."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.guard_list import GUARDS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_guard_stands_once_where_the_list_says(guard):
    assert (ROOT / guard.file).read_text("utf-8").count(guard.there) == 1
    assert all((ROOT / test.partition("::")[0]).is_file() for test in guard.tests)


def test_no_guard_is_listed_twice():
    assert [name for name, times in Counter(guard.name for guard in GUARDS).items() if times > 1] == []
