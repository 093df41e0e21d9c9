"""A folder that changes all at once: the new site is made beside the old one and takes its place when ready.

Beside an output folder ``site`` stand, while a build runs, ``.site.isnad-lock`` (one build at a time),
``.site.isnad-new`` (the site being made) and, for an instant on systems that cannot exchange two folders,
``.site.isnad-old`` (the site before). Whoever holds the lock may remove what a dead build left of these.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .messages import BuildFailed, shown
from .stopping import unstoppable

log = logging.getLogger(__name__)


def beside(output: Path, what: str) -> Path:
    """The name of the lock, the new or the old site beside an output folder."""
    return output.with_name(f".{output.name}.isnad-{what}")


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Within it, this process alone builds into ``output``. Raises ``BuildFailed`` when another one does.

    The system lets go of the lock when the process dies, however it dies.
    """
    path = beside(output, "lock")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        descriptor = _lock(path, output)
    except OSError as error:
        raise BuildFailed(f"Nothing can be written to {shown(output.parent)}: {error.strerror}.") from error
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _lock(path: Path, output: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(descriptor)
            raise BuildFailed(
                f"Another build (process {holder}) is writing to {shown(output)}. "
                "Wait for it to end, or give this one another folder with OUTPUT=."
            ) from None
        # The file may have been removed by its last holder between opening and locking it.
        if _same(path, descriptor):
            os.truncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode("ascii"))
            return descriptor
        os.close(descriptor)


def _same(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Within it, an empty folder beside ``output`` to make the new site in. Only for the holder of the lock.

    What a dead build left behind is put right first. Afterwards the folder is gone, published or not.
    """
    _recover(output)
    staging = beside(output, "new")
    try:
        staging.mkdir()  # with the rights that any new folder gets: a web server must be able to read it
    except OSError as error:
        raise BuildFailed(f"{shown(staging)} cannot be made: {error.strerror}.") from error
    try:
        yield staging
    finally:
        with unstoppable():
            _remove(staging)


def _recover(output: Path) -> None:
    old = beside(output, "old")
    if old.exists() and not output.exists():
        old.rename(output)  # a build died between taking the old site away and putting the new one there
    _remove(old)
    _remove(beside(output, "new"))


def publish(staging: Path, output: Path) -> None:
    """Let the new site in ``staging`` take the place of ``output``, at once where the system can do that.

    Raises ``BuildFailed``, with the old site where it was, when that is not possible.
    """
    try:
        if output.exists():
            shutil.copymode(output, staging)
        with unstoppable():
            if not output.exists():
                staging.rename(output)
            elif not _exchange(staging, output):
                _exchange_by_renaming(staging, output)
    except OSError as error:
        raise BuildFailed(
            f"The new site could not take the place of {shown(output)}: {error.strerror}. The site there is as it was."
        ) from error


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step (Linux). Returns whether the system can do that."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of <linux/fs.h>
    if renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _exchange_by_renaming(staging: Path, output: Path) -> None:
    old = beside(output, "old")
    output.rename(old)
    try:
        staging.rename(output)
    except OSError:
        old.rename(output)
        raise
    _remove(old)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        log.warning("%s could not be removed. It is of no use any more: remove it yourself.", shown(folder))
