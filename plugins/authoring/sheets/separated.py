"""CSV and TSV as programs write them: UTF-8, UTF-16 or Windows-1256; commas, semicolons or tabs, Latin or Arabic."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path

from reports import messages

from ..bounded import read_bytes, refused
from .tables import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Row, Table

#: What parts cells, the likelier first.
_SEPARATORS = ("\t", ",", ";", "،", "؛", "|")
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
#: The line with which spreadsheets are told what parts the cells.
_TOLD = re.compile(r"sep=(.)\r?\n")


def read_separated(path: Path) -> Table:
    """The table of a file. Raises ``ContentErrors`` where it cannot be read."""
    text = decoded(read_bytes(path, MAX_BYTES))
    if text is None:
        raise refused(path, messages.SHEET_ENCODING())
    told = _TOLD.match(text)
    separator = told[1] if told else separator_of(text)
    rows: list[Row] = []
    # A line break in quotation marks is part of its cell; other than by them, a carriage return ends no cell.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells) and not (told and number == 1):
                rows.append(Row(number, tuple(cells)))
                if len(cells) > MAX_COLUMNS or len(rows) > MAX_ROWS:
                    raise refused(path, messages.LARGE_SHEET(rows=MAX_ROWS, columns=MAX_COLUMNS), number)
    except csv.Error as error:
        raise refused(path, messages.BROKEN_ROW(), number + 1) from error
    return Table(path, tuple(rows))


def decoded(data: bytes) -> str | None:
    """The text in these bytes; ``None`` where no encoding of Arabic and English gives one."""
    marked = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), None)
    try:
        text = data.decode(marked or _unmarked(data))
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _unmarked(data: bytes) -> str:
    """The encoding of a text that does not begin with its mark: in UTF-16 every second byte of a blank is 0."""
    head = data[:4096]
    nulls, in_second = head.count(b"\0"), head[1::2].count(b"\0")
    if nulls * 10 > len(head):
        return "utf-16-le" if in_second * 2 >= nulls else "utf-16-be"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return "cp1256"  # which has the letters of French too, where Windows-1252 has them


def separator_of(text: str) -> str:
    """What parts the cells: what stands most often in the first line with anything in it, outside quotation marks."""
    first = next((line for line in _lines(text) if line.strip()), "")
    return max(_SEPARATORS, key=first.count)


def _lines(text: str) -> list[str]:
    """The first lines, without what stands in quotation marks."""
    return re.sub(r'"(?:[^"]|"")*"', "", text[:65_536]).splitlines()
