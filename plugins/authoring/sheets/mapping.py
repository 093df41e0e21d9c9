"""``MAP=file.yaml``: what a sheet does not say of itself, and where its headings mean something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports import messages, model
from reports.nodes import Node, compose
from reports.problems import Problems
from words.letters import fold

#: What a column is said to be that is not to be read.
NOT_READ = "-"
_KEYS = ("kind", "columns", "words", "publisher", "published", "accuracy", "dates")
_KINDS = ("incidents", "places", "actors", "sources", "documents")
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping says. ``columns`` has headings by folded headings, ``words`` what cells mean by folded cells."""

    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    publisher: str = ""
    published: str = ""
    accuracy: str = ""
    dates: str = ""

    def column(self, heading: str) -> str | None:
        """The heading that a column should have had, or ``NOT_READ``; ``None`` where nothing is said of it."""
        return self.columns.get(_folded(heading))

    def word(self, cell: str) -> str:
        """What a cell means: the cell itself where nothing is said of it."""
        return self.words.get(_folded(cell), cell)


def read_mapping(path: Path) -> Mapped:
    """Read a mapping. Raises ``ContentErrors`` with all that is wrong with it."""
    problems = Problems()
    if not path.exists():
        problems.error(path, 1, 1, messages.NO_MAPPING_FILE())
    root = compose(path, problems) if path.exists() else None
    values = root.fields(messages.THE_MAPPING(), _KEYS) if root else {}
    words = {key: _pairs(values, key) for key in ("columns", "words")}
    accuracy = values["accuracy"].word("`accuracy`", model.ACCURACIES) if "accuracy" in values else None
    dates = values["dates"].word("`dates`", (DAY_FIRST, MONTH_FIRST)) if "dates" in values else None
    kind = values["kind"].word("`kind`", _KINDS) if "kind" in values else None
    published = values["published"].date("`published`") if "published" in values else None
    publisher = values["publisher"].text("`publisher`") if "publisher" in values else None
    problems.raise_if_any()
    return Mapped(
        kind or "",
        words["columns"],
        words["words"],
        publisher or "",
        str(published) if published else "",
        accuracy or "",
        dates or "",
    )


def _pairs(values: Mapping[str, Node], key: str) -> dict[str, str]:
    entries = values[key].entries(f"`{key}`") if key in values else []
    pairs = ((name.text(f"`{key}`"), value.text(f"`{key}`")) for name, value in entries)
    return {_folded(name): value for name, value in pairs if name and value}


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
