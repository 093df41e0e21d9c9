"""Files that are written all or none, and over nobody's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from reports import ContentErrors, Problem, messages

from .bounded import refused


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, which is made where it is not there, each by its path in it.

    Raises ``ContentErrors`` where something of that name is there already or a file cannot be written; nothing that
    was written before that is left.
    """
    there = [folder / name for name in files if os.path.lexists(folder / name)]
    if there:
        raise ContentErrors([Problem(path, 1, 1, messages.ALREADY_THERE()) for path in there])
    made: list[Path] = []
    path = folder
    try:
        for name, data in files.items():
            path = folder / name
            missing = [parent for parent in path.parents if not parent.exists()]
            for parent in reversed(missing):
                parent.mkdir()
                made.append(parent)
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
    except OSError as error:
        for one in reversed(made):
            with suppress(OSError):
                one.rmdir() if one.is_dir() else one.unlink()
        raise refused(path, messages.CANNOT_WRITE(reason=error.strerror or str(error))) from error
