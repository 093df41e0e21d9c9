"""A file of somebody's: read within bounds, or refused with what is wrong with it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reports import ContentErrors, Problem, messages
from reports.messages import Message
from reports.timeout import TimedOut, time_limit

#: So many bytes a file of another program may have.
MAX_BYTES = 32 * 2**20


#: So many seconds of the processor it may take to be read; a workbook, more for each MiB that it unpacks to.
SECONDS, EACH_MIB = 20.0, 2.0


def refused(path: Path, what: Message, line: int = 1, column: int = 1) -> ContentErrors:
    """What is wrong with a file, to be raised."""
    return ContentErrors([Problem(path, line, column, what)])


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """What a plain file holds. Raises ``ContentErrors`` where it is none, or has more than ``most`` bytes."""
    most = MAX_BYTES if most is None else most
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refused(path, messages.NO_PLAIN_FILE())
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise refused(path, messages.UNREADABLE_FILE(reason=error.strerror or str(error))) from error
    if len(data) > most:
        raise refused(path, messages.LARGE_FILE(most=most // 2**20))
    return data


@contextmanager
def in_time(path: Path, unpacked: int = 0) -> Iterator[None]:
    """Within it, a file is read, which has so many bytes once it is ``unpacked``. Raises ``ContentErrors`` where that
    takes longer than any honest one."""
    try:
        with time_limit(SECONDS + EACH_MIB * unpacked / 2**20):
            yield
    except TimedOut as reason:
        raise refused(path, reason.told) from None
