"""The two sites that every test here walks over."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import CONTENTS
from tests.site.built_site import BuiltSite


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each site is walked over by one worker, so that its pages are parsed once."""
    for item in items:
        if "built" in getattr(item, "fixturenames", ()):
            name = item.callspec.params.get("site", "golden") if hasattr(item, "callspec") else "golden"
            item.add_marker(pytest.mark.xdist_group(f"walk over {name}"))


@pytest.fixture(scope="session")
def built(build_site: Callable[[str], Path]) -> Callable[[str], BuiltSite]:
    """A built site by the name of its content."""
    return cache(lambda name: BuiltSite(build_site(name), CONTENTS[name]))


@pytest.fixture(params=["project", "golden"])
def site(request: pytest.FixtureRequest, built: Callable[[str], BuiltSite]) -> BuiltSite:
    """Each of the sites in turn."""
    return built(request.param)


@pytest.fixture
def golden(built: Callable[[str], BuiltSite]) -> BuiltSite:
    """The site of the golden content, of which tests may know what it tells."""
    return built("golden")
