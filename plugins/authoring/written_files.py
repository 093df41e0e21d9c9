"""Files that are written whole: nobody ever reads half of one, and of several all are written or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile


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
