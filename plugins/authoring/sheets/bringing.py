"""``make import FROM=`` of sheets: what was found is said, then all of it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reports import Problem
from reports.messages import Message

from .mapping import read_mapping
from .plan import plan_import
from .reading import load_sheet_voices, read_sheets
from .writing import write_import


def bring_in_sheets(
    content: Path, source: Path, mapping: Path | None = None, *, keep: bool = False
) -> Iterator[Message | Problem]:
    """Say which column is read as what, then write what the sheets become, and say what was done.

    Raises ``ContentErrors`` where something is wrong, and has written nothing then; with ``keep`` rows that are wrong
    are left out, and the others written.
    """
    mapped = read_mapping(mapping) if mapping else None
    planned = plan_import(read_sheets(source), content, load_sheet_voices(content), mapped)
    yield from planned.said
    yield from write_import(planned, keep=keep)
