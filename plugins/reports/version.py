"""Which version of the program this is, and for which one a content was made."""

from __future__ import annotations

import re
from pathlib import Path

from . import messages
from .file_text import read_text
from .problems import Problems

VERSION = "0.1.0"

#: A content's own file, which says in one line for which version it was made. A content need not have it.
FILE = ".isnad-version"

_VERSION = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){0,2}")


def check_version(content: Path, problems: Problems) -> None:
    """Tell of a content that was made for a newer version of the program than this: it would be misread."""
    path = content / FILE
    if not (path.exists() or path.is_symlink()) or (text := read_text(path, problems)) is None:
        return
    made_for = text.strip()
    if not _VERSION.fullmatch(made_for):
        problems.error(path, 1, 1, messages.NO_VERSION(version=VERSION))
    elif _parts(made_for) > _parts(VERSION):
        problems.error(path, 1, 1, messages.NEWER_CONTENT(made_for=made_for, version=VERSION))


def _parts(version: str) -> list[int]:
    parts = [int(part) for part in version.split(".")]
    return parts + [0] * (3 - len(parts))
