"""The content that a site was made of, as far as it is needed: texts, records, the registry, what is acknowledged.

Only what the build reads is read, and only plain files: no link is followed, and nothing that waits, such as a pipe,
is ever opened.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .faults import Fault
from .site import LANGUAGES

ACKNOWLEDGED = "acknowledged.yaml"
#: Where texts stand, and what stands beside them.
KINDS = {"reports": "record.yaml", "dossiers": "dossier.yaml"}
REGISTRY = ("places", "actors", "sources")
#: No file of a content is larger.
LARGEST = 16 * 2**20

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_DRAFT = re.compile(r"(?im)^status:[ \t]*draft[ \t]*$")
_LINE_END = re.compile(r"\r\n?|\n")
_ITEM = re.compile(r""" *- +(["']?)(?P<path>[^\s"'#:]+):(?P<line>[1-9][0-9]{0,6})\1(?: +#.*| *)""")


@dataclass(slots=True)
class Content:
    """A folder of content, and the ``faults`` of those of its files that could not be read."""

    folder: Path
    faults: list[Fault] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        """The text of a plain file by its path in the folder; ``None`` where there is none, or it cannot be read."""
        path, at = self.folder, ""
        *folders, _ = name.split("/")
        try:
            for folder in folders:
                path, at = path / folder, f"{at}{folder}/"
                if not stat.S_ISDIR(os.lstat(path).st_mode):
                    self._unread(at.rstrip("/"), "is no folder, and nothing in it is looked at")
                    return None
            data = self._bytes(self.folder / name)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError):
            self._unread(name, "cannot be read")
            return None
        if data is None:
            self._unread(name, "is no plain file, and is not read")
            return None
        if len(data) > LARGEST:
            self._unread(name, "is too large to be read")
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._unread(name, "is not in UTF-8")
        return None

    @staticmethod
    def _bytes(path: Path) -> bytes | None:
        """What a plain file holds, up to a little more than it may; ``None`` where it is something else."""
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(opened, "rb") as file:
            return file.read(LARGEST + 1) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None

    def _unread(self, name: str, why: str) -> None:
        fault = Fault(name, f"(of the content) {why}")
        if fault not in self.faults:
            self.faults.append(fault)

    def slugs(self, kind: str) -> list[str]:
        """The slugs of the reports or dossiers: folders, and no links to one."""
        try:
            if not stat.S_ISDIR(os.lstat(self.folder / kind).st_mode):
                return []
            with os.scandir(self.folder / kind) as entries:
                found = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        except FileNotFoundError:
            return []
        except OSError:
            self._unread(kind, "cannot be read")
            return []
        return sorted(slug for slug in found if _SLUG.fullmatch(slug))

    def texts(self) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Each report and dossier: its kind, its slug, and its text by language as it is written."""
        for kind in KINDS:
            for slug in self.slugs(kind):
                written = {lang: self.text(f"{kind}/{slug}/{lang}.md") for lang in LANGUAGES}
                yield kind, slug, {lang: text for lang, text in written.items() if text is not None}

    def acknowledged(self) -> dict[str, set[int]]:
        """The lines that are acknowledged, by the paths of their files; one that is in no order is a fault."""
        found: dict[str, set[int]] = {}
        for number, line in enumerate(lines(self.text(ACKNOWLEDGED) or ""), 1):
            if not (bare := line.strip()) or bare.startswith("#") or bare == "[]":
                continue
            match = _ITEM.fullmatch(line)
            if not match or any(part in ("", ".", "..") for part in match["path"].split("/")):
                self._unread(ACKNOWLEDGED, f"line {number} is not written as “- path:line”")
            else:
                found.setdefault(match["path"], set()).add(int(match["line"]))
        return found

    def is_draft(self, name: str) -> bool:
        """Whether a file belongs to a text that is not published: a draft, or one whose Arabic is a draft."""
        parts = name.split("/")
        if len(parts) != 3 or parts[0] not in KINDS:
            return False
        files = {f"{parts[0]}/{parts[1]}/ar.md"} | ({name} if name.endswith(".md") else set())
        heads = ((self.text(file) or "").partition("\n\n")[0] for file in sorted(files))
        return any(_DRAFT.search(head) for head in heads)


def lines(text: str) -> list[str]:
    """The lines of a text, without their ends."""
    return _LINE_END.split(text)
