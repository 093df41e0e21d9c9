"""Folders for hostile content: what each test writes, and sites that are built once for all tests of a module."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.content import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder with the small registry."""
    return Content(tmp_path)
