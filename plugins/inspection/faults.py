"""What is wrong with a site: one sentence about one file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """``file``, as seen from the top of the site with ``/``, and ``what`` is wrong with it, in words."""

    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}"
