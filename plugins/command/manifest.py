"""``SHA256SUMS`` at the top of a site: every file with its hash, as ``sha256sum -c`` reads it.

Whoever signs this one file has signed the site, and whoever has a copy can see whether it is whole.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

MANIFEST = "SHA256SUMS"


def write_manifest(folder: Path) -> str:
    """Write the manifest of all files below ``folder`` into it, and return its name.

    A line is a hash, two blanks and a name with ``/``; lines are in the order of the names' bytes, so that the same
    site has the same manifest everywhere. Links are left out: no site of ours has any, and ``verify`` finds them.
    """
    names = sorted(_names(folder), key=os.fsencode)
    lines = [f"{_hash(folder / name)}  {name}\n" for name in names if name != MANIFEST]
    (folder / MANIFEST).write_text("".join(lines), "utf-8", newline="\n")
    return MANIFEST


def _names(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and not path.is_symlink()
    ]


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
