"""The page of threats names tests that there are, and the page of dependencies every package and no other."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from tests.guards import GUARDS, Guard, stands

ROOT = Path(__file__).resolve().parents[2]
THREATS = (ROOT / "docs" / "threats.md").read_text("utf-8")
DEPENDENCIES = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
ROWS = [line for line in THREATS.splitlines() if line.startswith("| ") and not line.startswith(("| threat", "| ---"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:60])
def test_every_threat_names_who_suffers_what_is_done_and_a_test_that_there_is(row: str) -> None:
    cells = [cell.strip() for cell in row.strip("|").split(" | ")]
    assert len(cells) == 4
    assert all(cells)
    named = re.findall(r"`(tests/[\w/.]+)::(\w+)`", cells[3])
    assert named
    for file, name in named:
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, f"{file}::{name}"


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_every_guard_that_is_taken_away_is_there(guard: Guard) -> None:
    assert stands(guard)
    assert guard.there != guard.instead
    assert all((ROOT / test.split("::")[0]).is_file() for test in guard.tests)


def test_every_package_is_named_with_its_reason() -> None:
    asked = set(json.loads((ROOT / "requirements" / "package.json").read_text("utf-8"))["dependencies"])
    asked |= set(json.loads((ROOT / "requirements" / "package.json").read_text("utf-8"))["devDependencies"])
    for file in (ROOT / "requirements").glob("*.in"):
        asked |= set(re.findall(r"^([a-z0-9][a-z0-9-]*)", file.read_text("utf-8"), re.M))
    told = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", DEPENDENCIES, re.M))
    assert set(told) == asked
    assert all(len(why) > 10 for why in told.values())
