"""Files that are written whole: nobody ever reads half of one, and of several all are written or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory, mkdtemp

from reports import messages
from reports.nodes import compose
from reports.problems import Problems

from .bounded import refused


def write_all(files: Mapping[Path, str]) -> None:
    """Replace files, or make them. Raises ``OSError`` where one cannot be written; all are then as they were."""
    new: dict[Path, str] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, text in files.items():
            new[path] = _beside(path, text.encode("utf-8"))
        for path, made in new.items():
            before[path] = path.read_bytes() if path.exists() else None
            os.replace(made, path)
    except OSError:
        for path, was in before.items():
            if was is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(_beside(path, was), path)
        raise
    finally:
        for made in new.values():
            Path(made).unlink(missing_ok=True)


def write_folders(folders: Mapping[Path, Mapping[str, bytes]], changed: Mapping[Path, str]) -> None:
    """Write new folders, each whole, and replace files. Raises ``ContentErrors`` where one cannot be written; nothing
    is then left of any."""
    made: list[Path] = []
    try:
        for folder, files in folders.items():
            folder.parent.mkdir(parents=True, exist_ok=True)
            staged = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
            made.append(staged)
            staged.chmod(0o777 & ~_umask())
            for name, data in files.items():
                (staged / name).write_bytes(data)
            staged.rename(folder)
            made[-1] = folder
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_all(changed)
    except BaseException as error:
        for one in made:
            shutil.rmtree(one, ignore_errors=True)
        if not isinstance(error, OSError):
            raise
        path = Path(error.filename) if isinstance(error.filename, str) else next(iter([*folders, *changed]))
        raise refused(path, messages.CANNOT_WRITE(reason=error.strerror or str(error))) from error


def check_entries(path: Path, text: str) -> None:
    """Whether a file with this text has entries. Raises ``ContentErrors`` where it has none, as where one was put below
    braces."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(text.encode())
        problems = Problems()
        root = compose(copy, problems)
        if root is None or not root.is_mapping or problems.errors_told:
            raise refused(path, messages.NOTHING_BELOW())


def _beside(path: Path, what: bytes) -> str:
    """A file with some bytes in the folder of another, which can take its place at once and has its rights."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(what)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(file.name, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    return file.name


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
