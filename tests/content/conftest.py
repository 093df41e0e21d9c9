"""The project's own content, read once."""

from __future__ import annotations

import pytest

from reports import Site, read_site
from tests.conftest import CONTENTS


@pytest.fixture(scope="session")
def content() -> Site:
    return read_site(CONTENTS["project"])
