"""What is left to type with `make suggest`, measured on a wire that was marked in other tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from .suggested import measured, wire
from .trials import TRIALS


@pytest.mark.skipif(not (TRIALS / "exports-fasher").is_dir(), reason="the wire is not beside the project")
def test_at_most_a_third_of_the_marks_of_a_wire_is_left_to_type(tmp_path: Path) -> None:
    for typed in wire(TRIALS / "exports-fasher", tmp_path):
        assert typed.by_hand > 900
        assert typed.left <= typed.by_hand / 3


@pytest.mark.skipif(not (TRIALS / "field").is_dir(), reason="the reports are not beside the project")
def test_real_reports_get_marks_back() -> None:
    names, dates = measured([TRIALS / "field"])
    assert names.precision >= 0.95
    assert names.recall >= 0.73
    assert dates.recall >= 0.88
