"""``make verify``: builds a site again and says whether it is, byte for byte, the one that somebody has.

Whoever has the content and this program can so find out that a published site comes from them and from nothing else.
"""

from __future__ import annotations

import filecmp
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import inspection

from .building import BuildRequest, build
from .built import Built
from .messages import BuildFailed, number, shown
from .verifying import fail_to_read


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a comparison: ``files`` are the same, and ``differences`` say of each other file what is with it."""

    files: int
    differences: tuple[str, ...]

    def __str__(self) -> str:
        if not self.differences:
            return f"the same: {number(self.files, 'file')}"
        return "\n".join([*self.differences, f"not the same: {number(len(self.differences), 'file')}"])


def rebuild(site: Path, wanted: BuildRequest) -> Compared:
    """Build what was ordered into a folder that is thrown away, and compare ``site`` with it.

    PDFs are made if the site has some. Raises ``BuildFailed`` where there is no site, and what ``build`` raises.
    """
    if not site.is_dir():
        raise BuildFailed(f"There is no site in {shown(site)}. Say where it is with SITE=.")
    has_pdfs = any(site.glob("*/*/*/*.pdf"))
    with tempfile.TemporaryDirectory(prefix="isnad-") as folder:
        made = replace(wanted, output=Path(folder).resolve() / "site", pdf=wanted.pdf or has_pdfs)
        built: Built = build(made)
        return compare(site, built.output)


def compare(site: Path, again: Path) -> Compared:
    """Compare a site with another, file by file: what differs, what the first lacks, and what it has besides."""
    there, right = _names(site) - {*inspection.SIGNATURES}, _names(again)
    differences = []
    for name in sorted(there | right):
        if name not in there:
            differences.append(f"{name}: is missing")
        elif name not in right:
            differences.append(f"{name}: does not belong to it")
        elif (site / name).is_symlink() or not filecmp.cmp(site / name, again / name, shallow=False):
            differences.append(f"{name}: differs")
    return Compared(len(there & right), tuple(differences))


def _names(folder: Path) -> set[str]:
    """Every file below a folder by its name there, and links to folders, which are no part of a site."""
    found = set()
    for parent, folders, files in os.walk(folder, onerror=fail_to_read):
        links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        found |= {Path(parent, name).relative_to(folder).as_posix() for name in files + links}
    return found
