"""What of a worksheet nobody sees who opens it: hidden rows and columns, and cells that do not say what they hold.

Part of a cell can be struck through, or raised as the number of a note is: its text is one with the rest, so ten,
struck, and twelve are 1012.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reports import messages
from reports.messages import Message

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_NUMBER = {name: re.compile(rb"\b" + name + rb"=[\"']([0-9]{1,7})[\"']") for name in (b"r", b"min", b"max")}
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.S)
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_SHARED = re.compile(rb"\bt=[\"']s[\"']")
_INDEX = re.compile(rb"<(?:\w+:)?v>([0-9]{1,9})</")
_STRING = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.S)
#: A run of a text that is struck through, or stands above or below the line.
_SET_APART = re.compile(
    rb"<(?:\w+:)?(?:strike\b(?![^>]*\bval=[\"'](?:0|false)[\"'])|vertAlign\b[^>]*\bval=[\"']su[bp])"
)
#: A format of numbers that shows nothing of them.
_NOTHING = re.compile(r"\s*;\s*;\s*(;\s*)?")
_OVERRIDE = re.compile(rb"<(?:\w+:)?Override\b[^>]*>")
_PART_NAME = re.compile(rb"\bPartName=[\"']/?([^\"']+)[\"']")


@dataclass(slots=True)
class Unseen:
    """The hidden rows and columns of a worksheet, by number from 1, and by row the columns whose cells have parts that
    are struck through or raised."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    parts: dict[int, set[int]] = field(default_factory=dict)


def struck_strings(archive: zipfile.ZipFile) -> frozenset[int]:
    """The numbers of the texts of a workbook of which a part is struck through or raised."""
    named = (
        one[0] for one in _OVERRIDE.finditer(archive.read("[Content_Types].xml")) if b"sharedStrings+xml" in one[0]
    )
    parts = [name[1].decode() for one in named if (name := _PART_NAME.search(one))]
    texts = b"".join(archive.read(part) for part in parts[:1] if part in archive.namelist())
    found = _STRING.finditer(texts)
    return frozenset(number for number, match in enumerate(found) if match[1] and _SET_APART.search(match[1]))


def unseen_in(data: bytes, struck: frozenset[int], most: int) -> Unseen:
    """What nobody sees of a worksheet, whose XML is given; of ``most`` columns, and no more."""
    from openpyxl.utils import column_index_from_string

    found = Unseen()
    number = 0
    for match in _ROW.finditer(data):
        number = _number(match[1], b"r") or number + 1
        if _HIDDEN.search(match[1]):
            found.rows.add(number)
    for match in _COLUMN.finditer(data):
        if _HIDDEN.search(match[1]):
            found.columns.update(range(_number(match[1], b"min"), min(_number(match[1], b"max"), most) + 1))
    for match in _CELL.finditer(data):
        index = _INDEX.search(match[2]) if _SHARED.search(match[1]) else None
        is_apart = int(index[1]) in struck if index else _SET_APART.search(match[2])
        if is_apart and (place := _REFERENCE.search(match[1])):
            found.parts.setdefault(int(place[2]), set()).add(column_index_from_string(place[1].decode()))
    return found


def _number(attributes: bytes, name: bytes) -> int:
    match = _NUMBER[name].search(attributes)
    return int(match[1]) if match else 0


def column_letters(columns: Iterable[int]) -> str:
    """Columns as a spreadsheet calls them: ``C, F``."""
    from openpyxl.utils import get_column_letter

    return ", ".join(map(get_column_letter, sorted(columns)))


def hidden_by_style(cell: Any) -> Message | None:
    """What hides the value of a cell, or strikes it: its colour, its format, its font."""
    if cell.value is None or not getattr(cell, "has_style", False):
        return None
    if cell.font.strike:
        return messages.STRUCK_CELL()
    ground = _colour(cell.fill.fgColor) if cell.fill.fill_type == "solid" else ("rgb", "FFFFFF")
    unseen = cell.font.color is not None and _colour(cell.font.color) == ground
    return messages.UNSEEN_CELL() if unseen or _NOTHING.fullmatch(cell.number_format or "") else None


def _colour(colour: Any) -> tuple[str, object]:
    """A colour, so that two that look alike are the same: white may be a theme's ground."""
    if colour is None:
        return ("", "")
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return ("rgb", colour.rgb[-6:].upper())
    if colour.type == "theme":
        return ("rgb", "FFFFFF") if colour.theme == 0 and not colour.tint else ("theme", (colour.theme, colour.tint))
    return (colour.type, getattr(colour, colour.type, None))
