"""What the search of a built site can find."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any


def documents_of(site: Path) -> list[dict[str, Any]]:
    """All documents, in the order of their numbers, each with its kind."""
    folder = site / "theme" / "search"
    index = _content(folder / "index.js")
    found = [one for n in range(len(index["documents"])) for one in _content(folder / f"documents-{n}.js")]
    assert len(found) == index["count"]
    kinds = [*index["kinds"], [None, len(found)]]
    for (kind, first), (_, behind) in pairwise(kinds):
        for one in found[first:behind]:
            one["kind"] = kind
    return found


def _content(file: Path) -> Any:
    return json.loads(file.read_text("utf-8").partition(" = ")[2].rstrip().rstrip(";"))
