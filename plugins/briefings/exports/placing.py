"""The addresses that a data file gives of other files of the site."""

from __future__ import annotations

from ..page import addresses


def address(base: str, here: str, there: str) -> str:
    """A file of the site, fragment and all: absolute where the site's address ``base`` is known, else from ``here``."""
    return f"{base}/{there}" if base else addresses.relative(here, there)
