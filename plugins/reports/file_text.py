"""The text of a file that somebody wrote: plain, not too large, in UTF-8, without what nobody sees."""

from __future__ import annotations

import stat
import unicodedata
from itertools import islice
from pathlib import Path

from . import invisible, messages
from .problems import Problems

MAX_BYTES = 8 * 1024 * 1024
#: So many of the characters that hide something are told of one file.
MAX_FAULTS = 20


def read_text(path: Path, problems: Problems) -> str | None:
    """A file's text: UTF-8 in Unicode's form NFC, without a byte order mark, its lines ended by line feeds.

    Characters that hide something are errors; see ``invisible``.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problems.error(path, 1, 1, messages.NO_PLAIN_FILE())
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.error(path, 1, 1, messages.UNREADABLE_FILE(reason=error.strerror or str(error)))
        return None
    if len(data) > MAX_BYTES:
        problems.error(path, 1, 1, messages.LARGE_FILE(most=MAX_BYTES // 1024 // 1024))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "ignore")
        line, column = good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1
        problems.error(path, line, column, messages.NOT_UTF8())
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (heap := invisible.long_heap(text)) is not None:  # to put these in order takes minutes
        problems.error(path, *position(text, heap), messages.HEAP())
        return None
    text = unicodedata.normalize("NFC", text)
    hidden = list(islice(invisible.faults(text), MAX_FAULTS))
    for offset, message in hidden:
        problems.error(path, *position(text, offset), message)
    return None if hidden else text


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
