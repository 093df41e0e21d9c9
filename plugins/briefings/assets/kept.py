"""What takes long to make, kept in a cache folder under a name that tells what it was made of.

What is kept carries its own hash, and one that was cut or changed is made anew. A cache that cannot be used is done
without, and one that is deleted costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path


def kept(folder: Path | None, name: str, made_from: str, make: Callable[[], bytes]) -> bytes:
    """What ``make`` makes, or made before of the same; ``folder`` is where it is kept, if anywhere."""
    if folder is None:
        return make()
    file, digest = folder / file_name(name, made_from), hashlib.sha256(made_from.encode()).digest()
    if found := _read(file, digest):
        return found
    made = make()
    _write(file, digest, made)
    return made


def file_name(name: str, made_from: str) -> str:
    """The file in which it is kept."""
    return f"{name}.{hashlib.sha256(made_from.encode()).hexdigest()[:24]}"


def forget(folder: Path, but: Collection[str]) -> None:
    """Drop all that is kept in a folder, but for the files with these names."""
    with suppress(OSError):
        for file in [*folder.iterdir()]:
            if file.name not in but:
                file.unlink()


def _read(file: Path, made_from: bytes) -> bytes:
    """What was kept; nothing where there is none, or where it is not what was kept under this name."""
    try:
        data = file.read_bytes() if file.is_file() else b""
    except OSError:
        return b""
    return data[32:] if data[:32] == hashlib.sha256(made_from + data[32:]).digest() else b""


def _write(file: Path, made_from: bytes, made: bytes) -> None:
    """Keep what was made. Where that cannot be, it is made again the next time."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=file.parent) as folder:
            part = Path(folder, file.name)
            part.write_bytes(hashlib.sha256(made_from + made).digest() + made)
            os.replace(part, file)
