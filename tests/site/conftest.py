"""The two sites that every test here walks over."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import CONTENTS
from tests.site.built_site import BuiltSite


@pytest.fixture(scope="session")
def built(build_site: Callable[[str], Path]) -> Callable[[str], BuiltSite]:
    """A built site by the name of its content."""
    return cache(lambda name: BuiltSite(build_site(name), CONTENTS[name]))


@pytest.fixture(params=[pytest.param("project", marks=pytest.mark.slow), "golden"])
def site(request: pytest.FixtureRequest, built: Callable[[str], BuiltSite]) -> BuiltSite:
    """Each of the sites in turn. The project's has five times as many pages, of which each is like one of the other."""
    return built(request.param)


@pytest.fixture
def golden(built: Callable[[str], BuiltSite]) -> BuiltSite:
    """The site of the golden content, of which tests may know what it tells."""
    return built("golden")
