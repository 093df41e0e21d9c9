"""The files and folders of a content: which of them are read, what is there besides, and whether something changed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from . import messages, pixels
from .acknowledged import FILE as ACKNOWLEDGED
from .attachments import KINDS
from .file_text import MAX_BYTES
from .nearest import did_you_mean
from .plain_pages import NAMES
from .problems import MOST, Problems
from .registry import SLUG
from .report_images import SHOWN
from .settings import FILE as SETTINGS
from .timeout import EACH_FILE, EACH_MIB, EACH_PAGE, LARGE, MAKING, WHOLE

FILES = (SETTINGS, ACKNOWLEDGED)
FOLDERS = ("registry", "reports", "dossiers", "pages")
REGISTRY_FILES = ("places.yaml", "actors.yaml", "sources.yaml")
REPORT_FILES = ("ar.md", "en.md", "record.yaml")
DOSSIER_FILES = ("ar.md", "en.md", "dossier.yaml")


def hash_of(folder: Path) -> bytes | None:
    """A hash of all that a folder holds: the bytes of files that may be texts, and the system's word for others, that
    they are as they were. ``None`` where something cannot be read, or changes at this moment."""
    digest = hashlib.blake2b()
    try:
        for parent, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted((*files, *folders)):
                path = os.path.join(parent, name)
                found = os.lstat(path)
                as_it_was: object = (found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)
                if stat.S_ISREG(found.st_mode) and found.st_size <= MAX_BYTES:
                    with open(path, "rb") as file:
                        as_it_was = hashlib.file_digest(file, "blake2b").digest()
                digest.update(ascii((path, found.st_mode, as_it_was)).encode())
    except OSError:
        return None
    return digest.digest()


def time_for(content: Path) -> float:
    """So many seconds a content may take to read. Images have a time of their own besides; see ``pixels``."""
    seconds, texts = WHOLE, 0.0
    names = (*REGISTRY_FILES, *REPORT_FILES, *DOSSIER_FILES, *("ar.md", "en.md"), "original.txt")
    for name in FOLDERS:
        for folder, _, files in os.walk(content / name):
            for file in files:
                size = min(os.lstat(os.path.join(folder, file)).st_size, pixels.MAX_BYTES) / 2**20
                if file in names:
                    texts += size if size <= MAX_BYTES / 2**20 else 0.0  # one that is larger is not read
                elif file.lower().endswith((*SHOWN, *KINDS)):
                    seconds += size * EACH_MIB / 2 + EACH_FILE
    return seconds + EACH_MIB * (min(texts, 1.0) + LARGE * max(texts - 1.0, 0.0))


def time_to_make(content: Path, pages: int) -> float:
    """So many seconds a site of so many pages may take to make of a content, and as many to be looked over."""
    return MAKING * time_for(content) + EACH_PAGE * pages


def refuse_links(content: Path, most: int = MOST) -> None:
    """Raise ``ContentErrors`` for symbolic links, before anything is read: what they lead to may be no part of the
    content, and no message is to quote it."""
    problems = Problems(most)
    for path in _links(content):
        problems.error(path, 1, 1, messages.SYMBOLIC_LINK())
    problems.raise_if_any()


def check_layout(content: Path, problems: Problems) -> None:
    """What stands in the folder and is not read is told, since a report may be missing for it."""
    for path in sorted(content.glob("*.y*ml")):
        if path.name not in FILES and (hint := did_you_mean(path.name, FILES)):
            problems.warning(path, 1, 1, messages.NOT_READ(hint, name=path.name))
    for path in [*(content / name for name in FOLDERS), *(content / "pages" / name for name in NAMES)]:
        if path.exists() and not path.is_dir():
            problems.error(path, 1, 1, messages.NO_FOLDER())
    if not any((content / name).is_dir() for name in ("registry", "reports")):
        problems.error(content, 1, 1, messages.NO_FOLDER_OF_CONTENT())
    for name, known in (("", FOLDERS), ("registry", REGISTRY_FILES), ("reports", ()), ("dossiers", ())):
        folder = content / name
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            is_text = path.suffix in (".md", ".yaml", ".yml")
            unread = path.is_dir() if folder == content else is_text and path.is_file()
            unread |= not known and bool(SLUG.fullmatch(path.name)) and not path.is_dir()
            if unread and path.name not in known and not path.name.startswith("."):
                problems.warning(path, 1, 1, messages.NOT_READ(did_you_mean(path.name, known), name=path.name))
    for folder, what, known in (
        (content / "reports", messages.A_REPORT(), REPORT_FILES),
        (content / "dossiers", messages.A_DOSSIER(), DOSSIER_FILES),
    ):
        for path in _texts_below(folder):
            if path.name not in known:
                written = messages.FILES_OF(what=what, first=known[0], second=known[1], third=known[2])
                problems.warning(
                    path, 1, 1, messages.NOT_READ(did_you_mean(path.name, known) or written, name=path.name)
                )


def _texts_below(folder: Path) -> Iterator[Path]:
    """What has the name of a text or a record in the folders of a folder, in order."""
    for name in sorted(next(os.walk(folder), ("", [], []))[1]):
        parent, folders, files = next(os.walk(folder / name), ("", [], []))
        for one in sorted((*folders, *files)):
            if os.path.splitext(one)[1] in (".md", ".yaml", ".yml"):
                yield Path(parent, one)


def _links(content: Path) -> list[Path]:
    """Every symbolic link among the files and in the folders that are read, whatever it leads to."""
    found = [content / name for name in (*FILES, *FOLDERS) if (content / name).is_symlink()]
    for top in (content / name for name in FOLDERS if not (content / name).is_symlink()):
        for folder, folders, files in os.walk(top):
            names = (name for name in (*folders, *files) if not name.startswith(".#"))  # locks that Emacs makes
            found += [Path(path) for name in names if os.path.islink(path := os.path.join(folder, name))]
    return sorted(found)


def folders_in(root: Path, what: str, problems: Problems) -> list[Path]:
    """The folders of all reports or dossiers, by slug; ``what`` names one of them."""
    folders: list[Path] = []
    for path in sorted(root.iterdir()) if root.is_dir() else ():
        if path.name.startswith(".") or not path.is_dir():
            continue
        if not SLUG.fullmatch(path.name):
            problems.error(path, 1, 1, messages.NO_SLUG(name=path.name))
        elif not path.is_symlink():
            folders.append(path)
    return folders
