"""Rows of a table as the text of a CSV file: the same bytes wherever a row is handed out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence


def csv_lines(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> list[str]:
    """The heading and then each row, each as a line with its end. A row has a value for every column.

    Unknown (``None``) is an empty cell, truth ``true`` or ``false``, a list (a tuple) joined by ``;``.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    lines = []
    for cells in (columns, *([cell(row[column]) for column in columns] for row in rows)):
        writer.writerow(cells)
        lines.append(out.getvalue())
        out.seek(0)
        out.truncate()
    return lines


def cell(value: object) -> str:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ";".join(value)
    return str(value)
