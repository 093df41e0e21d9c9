"""What the tests of reading share."""

from pathlib import Path

import pytest

from tests.helpers.content import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder with a small registry and no report yet."""
    return Content(tmp_path)
