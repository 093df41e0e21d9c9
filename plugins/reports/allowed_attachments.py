"""What a site's settings let reports bring along, and which originals they hand out. By themselves: nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accepted:
    """``attachments`` are kinds of files besides photographs that texts can show, of ``attachments.KINDS``;
    ``originals`` the slugs of reports whose ``original.txt`` is published; ``key`` is that of keyed hashes of
    originals."""

    attachments: frozenset[str] = frozenset()
    originals: frozenset[str] = frozenset()
    key: bytes | None = None


NOTHING = Accepted()
