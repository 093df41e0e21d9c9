"""A site made as if a few lines were too many for a page: its long lists stand by month, and its filters use files."""

from __future__ import annotations

from pathlib import Path

import pytest

from command.building import build, order


def build_many(content: Path, output: Path, most: int = 3, few: int = 1) -> None:
    """Build a content so. What a total is made of is listed as usual."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("event_lines", "linked_pages"):
            patch.setattr(f"briefings.page.{name}.MOST", most)
            patch.setattr(f"briefings.page.{name}.NEWEST", most)
        for name in ("casualties", "corrections", "data", "dossier", "home", "timeline"):
            patch.setattr(f"briefings.kinds.{name}.MOST", most)
        for name in ("page.entry_lists", "kinds.dossier"):
            patch.setattr(f"briefings.{name}.FEW", few)
        build(order(str(content), str(output), workers="1"))
