"""Rows of a table as the text of a CSV file: the same bytes wherever a row is handed out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

#: Where a spreadsheet could begin to calculate: one of these at the beginning of a cell, or after a character that some
#: spreadsheets part cells at. A number that has a sign stays a number, if nothing follows it: ``-1 +1`` is a sum.
#: (OWASP, *CSV Injection*.)
_FORMULA = re.compile(
    r"(?:^|(?<=[;,\t\r\n|]))(?=[-=+@\uff1d\uff0b\uff0d\uff20\t\r])(?![-+]?[0-9][0-9.,]*(?:[;,\t\r\n]|\Z))"
)


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
    """A value as it stands in a cell. Words that a spreadsheet would take for a formula begin with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = ";".join(value)
    return _FORMULA.sub("'", value) if isinstance(value, str) else str(value)
