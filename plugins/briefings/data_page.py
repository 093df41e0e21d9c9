"""The page of the data."""

from __future__ import annotations

from collections.abc import Mapping

from .page import Page


def data(page: Page) -> Mapping[str, object]:
    """What the page of the data shows."""
    return {}
