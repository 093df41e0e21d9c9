"""Workbooks (XLSX): the values that are stored in them. No formula is worked out, no link followed, no macro run."""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any

from reports import ContentErrors, messages
from reports.messages import Message

from ..bounded import in_time, refused
from .tables import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, CellProblem, Row, Table
from .unseen_cells import Unseen, column_letters, hidden_by_style, struck_strings, unseen_in

_MAX_FILES = 2_000
#: Where so many empty rows follow each other, the sheet is taken to have ended.
MAX_EMPTY = 10_000
#: Of each part so many bytes are looked at for declarations, which stand before all else.
_HEAD = 64 * 1024
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=\"(([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7}))\"")
#: This part has a cell for each formula of a workbook, and no rows.
_NO_ROWS = "calcChain.xml"
_ROW_OR_CELL = re.compile(rb"<(?:[^\s<>/:]{1,100}:)?(row|c)[\s/>]")
#: So many hidden rows are named.
MOST_NAMED = 10
#: So many rows are told at the most that they have no value of their own.
_MOST_MERGED = 100_000


def read_workbook(path: Path) -> list[Table]:
    """The visible sheets of a workbook. Raises ``ContentErrors`` where it cannot be read, or should not be."""
    notes, unpacked = _looked_over(path)
    try:
        import openpyxl
    except ImportError as error:
        raise refused(path, messages.WORKBOOKS_NOT_INSTALLED()) from error
    try:
        with (
            in_time(path, unpacked),
            closing(openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)) as book,
            closing(openpyxl.load_workbook(path, read_only=True, keep_links=False)) as formulas,
        ):
            visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return [
                _table(
                    path,
                    sheet,
                    formulas[sheet.title],
                    () if number else notes,
                    _merged(path, sheet),
                    _unseen(path, sheet),
                )
                for number, sheet in enumerate(visible)
            ]
    except ContentErrors:
        raise
    except Exception as error:  # what the package raises for a broken file is not said anywhere
        raise refused(path, messages.BROKEN_WORKBOOK()) from error


def _looked_over(path: Path) -> tuple[tuple[Message, ...], int]:
    """Whether it is safe to unpack a workbook; returns what of it is not read, and how many bytes it unpacks to. Raises
    ``ContentErrors``."""
    try:
        if not zipfile.is_zipfile(path):
            raise refused(path, messages.NO_WORKBOOK())
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            # No more than its stated size is ever unpacked of a part.
            if len(parts) > _MAX_FILES or sum(part.file_size for part in parts) > MAX_BYTES:
                raise refused(path, messages.LARGE_WORKBOOK(most=MAX_BYTES // 1024 // 1024))
            if any(part.flag_bits & 1 for part in parts):
                raise refused(path, messages.NO_WORKBOOK())
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        head = file.read(_HEAD)
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"\0" in head:
                        raise refused(path, messages.BROKEN_WORKBOOK())
                if part.filename.endswith(".xml") and not part.filename.endswith(_NO_ROWS):
                    with archive.open(part) as file:
                        _refuse_wide(path, file)
            names = [part.filename for part in parts]
    except (OSError, zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise refused(path, messages.NO_WORKBOOK()) from error
    notes = []
    if any(name.endswith("vbaProject.bin") for name in names):
        notes.append(messages.MACROS_NOT_RUN())
    if any(name.startswith("xl/externalLinks/") for name in names):
        notes.append(messages.LINKS_NOT_FOLLOWED())
    return tuple(notes), sum(part.file_size for part in parts)


def _refuse_wide(path: Path, part: IO[bytes]) -> None:
    """Raise ``ContentErrors`` where a row has more cells than may be: the package takes up a whole row at once."""
    row = cells = 0
    for match in _ROW_OR_CELL.finditer(part.read()):
        row, cells = (row, cells + 1) if match[1] == b"c" else (row + 1, 0)
        if cells > MAX_COLUMNS:
            raise refused(path, messages.LARGE_SHEET(rows=MAX_ROWS, columns=MAX_COLUMNS), max(row, 1))


def _merged(path: Path, sheet: Any) -> Mapping[int, Sequence[tuple[int, str]]]:
    """By row, the columns in which its cell is merged with one above, which alone has a value, and what is merged."""
    from openpyxl.utils import column_index_from_string

    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    with zipfile.ZipFile(path) as archive, archive.open(sheet._worksheet_path) as file:
        for match in _MERGED.finditer(file.read()):
            column, first, last = column_index_from_string(match[2].decode()), int(match[3]), int(match[4])
            for row in range(first + 1, min(last, first + _MOST_MERGED) + 1):
                found[row].append((column, match[1].decode()))
            if len(found) > _MOST_MERGED:
                break
    return found


def _unseen(path: Path, sheet: Any) -> Unseen:
    with zipfile.ZipFile(path) as archive:
        return unseen_in(archive.read(sheet._worksheet_path), struck_strings(archive), MAX_COLUMNS)


def _table(
    path: Path,
    sheet: Any,
    formulas: Any,
    notes: Sequence[Message],
    merged: Mapping[int, Sequence[tuple[int, str]]],
    unseen: Unseen,
) -> Table:
    rows: list[Row] = []
    faults: list[CellProblem] = []
    told = list(notes)
    empty = 0
    hidden_rows: list[int] = []
    hidden_columns: set[int] = set()
    for number, (values, written) in enumerate(zip_longest(_rows(sheet), _rows(formulas), fillvalue=()), 1):
        texts = [_text(cell.value) for cell in values]
        if number in unseen.rows:
            hidden_rows += [number] if any(text.strip() for text in texts) else []
            continue
        hidden_columns.update(at for at in unseen.columns if at <= len(texts) and texts[at - 1].strip())
        cells = tuple("" if at in unseen.columns else text for at, text in enumerate(texts, 1))
        seen = [at for at in range(max(len(values), len(written))) if at + 1 not in unseen.columns]
        unworked = [
            at
            for at in seen
            if at < len(written) and written[at].data_type == "f" and not (at < len(cells) and cells[at])
        ]
        broken = [at for at in seen if at < len(values) and values[at].data_type == "e"]
        if not unworked and not any(cell.strip() for cell in cells):
            empty += 1
            if empty == MAX_EMPTY:
                told.append(messages.EMPTY_ROWS(sheet=sheet.title, row=number - MAX_EMPTY, count=MAX_EMPTY))
                break
            continue
        empty = 0
        rows.append(Row(number, cells))
        faults += [
            CellProblem(path, number, at, messages.MERGED_CELLS(cells=cells_of), sheet=sheet.title)
            for at, cells_of in merged.get(number, ())
        ]
        faults += [CellProblem(path, number, at + 1, messages.NO_STORED_VALUE(), sheet=sheet.title) for at in unworked]
        faults += [
            CellProblem(path, number, at + 1, messages.ERROR_OF_SPREADSHEET(value=cells[at]), sheet=sheet.title)
            for at in broken
        ]
        apart = unseen.parts.get(number, ())
        faults += [
            CellProblem(path, number, at + 1, what, sheet=sheet.title)
            for at in seen
            if at < len(values)
            and (what := hidden_by_style(values[at]) or (messages.STRUCK_CELL() if at + 1 in apart else None))
        ]
        if len(cells) > MAX_COLUMNS or len(rows) > MAX_ROWS:
            raise refused(path, messages.LARGE_SHEET(rows=MAX_ROWS, columns=MAX_COLUMNS), number)
    if hidden_rows:
        first = ", ".join(map(str, hidden_rows[:MOST_NAMED]))
        told.append(messages.HIDDEN_ROWS(sheet=sheet.title, rows=first, count=len(hidden_rows)))
    if hidden_columns:
        told.append(messages.HIDDEN_COLUMNS(sheet=sheet.title, columns=column_letters(hidden_columns)))
    return Table(path, tuple(rows), sheet.title, tuple(faults), tuple(told))


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what a file says of its size need not be so
    return iter(sheet.iter_rows())


def _text(value: object) -> str:
    """A stored value in the words in which a CSV file would have it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date | time) else str(value)
