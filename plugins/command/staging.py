"""A folder that changes all at once: the new site is made beside the old one and takes its place when ready.

Beside an output folder ``site`` stand, while a build runs, ``.site.isnad-lock`` (one build at a time),
``.site.isnad-new`` (the site being made) and, for an instant on systems that cannot exchange two folders,
``.site.isnad-old`` (the site before). Whoever holds the lock may remove what a dead build left of these, and only that:
where others can write to the folder, something else may have been put there under these names.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import logging
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .messages import BuildFailed, shown, trouble
from .replacing import strangers
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
        raise BuildFailed(f"Nothing can be written to {shown(output.parent)}: {trouble(error, path)}") from error
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        os.close(descriptor)


def _lock(path: Path, output: Path) -> int:
    while True:
        descriptor = _open(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            written = os.read(descriptor, 21)
            # The file may have been removed by its last holder between opening and locking it.
            if _same(path, descriptor):
                if written.strip(b"0123456789") or len(written) > 20 or os.fstat(descriptor).st_nlink != 1:
                    raise _in_the_way(path)
                with suppress(OSError):  # whoever waits is then told of no process
                    os.truncate(descriptor, 0)
                    os.pwrite(descriptor, str(os.getpid()).encode("ascii"), 0)
                return descriptor
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(descriptor)
            raise BuildFailed(
                f"Another build (process {holder}) is writing to {shown(output)}. "
                "Wait for it to end, or give this one another folder with OUTPUT=."
            ) from None
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _open(path: Path) -> int:
    """Open the lock, or make it. Raises ``BuildFailed`` where something else has its name: no link is followed."""
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        descriptor = os.open(path, flags, 0o644)
    except OSError:
        if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
            raise _in_the_way(path) from None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _in_the_way(path)
    return descriptor


def _in_the_way(path: Path) -> BuildFailed:
    return BuildFailed(
        f"{shown(path)} was not made by a build, and stands where a build needs the name. "
        "Look what it is, and move it away."
    )


def _same(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
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
    if _left_by_a_build(old) and not output.exists():
        old.rename(output)  # a build died between taking the old site away and putting the new one there
    clear(output)


def clear(output: Path) -> None:
    """Remove what a dead build left beside ``output``. Only for the holder of the lock.

    Raises ``BuildFailed`` for what no build left there, and touches nothing of it.
    """
    left = [path for path in (beside(output, "old"), beside(output, "new")) if _left_by_a_build(path)]
    for path in left:
        _remove(path)


def _left_by_a_build(folder: Path) -> bool:
    """Whether there is such a folder. Raises ``BuildFailed`` where it is no site, whole or half, or somebody else's."""
    if not os.path.lexists(folder):
        return False
    found, owners = folder.lstat(), {os.getuid(), folder.parent.stat().st_uid}
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners:
        raise _in_the_way(folder)
    if any(not name.endswith(".part") for name in strangers(folder)):
        raise _in_the_way(folder)
    return True


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
