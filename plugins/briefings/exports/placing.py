"""The addresses that a data file gives of other files of the site."""

from __future__ import annotations

from collections.abc import Mapping

from ..page import addresses


def address(settings: Mapping[str, object], here: str, there: str) -> str:
    """A file of the site, fragment and all: absolute where the site's address is known, else as seen from ``here``."""
    base = str(settings.get("SITEURL") or "").rstrip("/")
    return f"{base}/{there}" if base else addresses.relative(here, there)
