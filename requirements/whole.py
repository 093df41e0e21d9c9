"""Looks whether all that was installed in .venv is there: python requirements/whole.py build|pdf|test|… [mend]

Prints what must be installed (again): `build`, the kind that was given, `npm`; or `whole`, where all is there. Every
package that is pinned must be there, and every file of it with its size; what goes into a site, with its hash. pip and
npm compared what they installed with the pins. pip listed it in RECORD; for npm this does so, right after it:
python requirements/whole.py build|test list

`mend` forgets the packages that are not whole, so that pip installs them, and says on stderr what is wrong.
It runs at every `make`, so it imports little.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import operator
import os
import re
import shutil
import site
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / ".venv"
NPM = VENV / "npm"
LIST = NPM / "files.json"
LOCK = "package-lock.json"

#: Packages of PyPI whose files go into a site.
FONTS = "fontpkg-"

_PIN = re.compile(r"([a-z0-9-]+)==(\S+)(?: ; (.*?))?(?: \\)?")
_MARKER = re.compile(r"(\w+) (<|>=|==|!=) '([^']*)'")
_HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip


def lost(kind: str) -> Iterator[tuple[str, str]]:
    """What must be installed for ``kind``, and what is wrong: an empty text where it just was not installed yet."""
    for each in dict.fromkeys(("build", kind)):
        if _read(HERE / f"{each}.txt") != _read(VENV / f"installed-{each}.txt"):
            yield each, ""
        else:
            yield from ((each, f"{name} in .venv") for name in faulty(each))
    if kind not in ("audit", "lock") and (wrong := npm_fault(kind)) is not None:
        yield "npm", wrong


def faulty(kind: str) -> list[str]:
    """The packages pinned for ``kind`` that are not there, whole, once and in that version."""
    there = _installed()
    found = []
    for line in (HERE / f"{kind}.txt").read_text("utf-8").splitlines():
        if (pin := _PIN.fullmatch(line)) and _applies(pin[3]):
            folders = there.get(pin[1], [])
            whole = len(folders) == 1 and _version(folders[0]) == _plain(pin[2])
            if not (whole and _is_whole(folders[0], hashed=pin[1].startswith(FONTS))):
                found.append(pin[1])
    return found


def _installed() -> dict[str, list[Path]]:
    """The folders in which pip says what it installed, by the name of the package."""
    found: dict[str, list[Path]] = {}
    for packages in {os.path.realpath(path) for path in site.getsitepackages()}:
        if os.path.isdir(packages) and Path(packages).is_relative_to(os.path.realpath(VENV)):
            for name in os.listdir(packages):
                if name.endswith(".dist-info"):
                    plain = re.sub("[-_.]+", "-", name.rpartition("-")[0].rpartition("-")[0]).lower()
                    found.setdefault(plain, []).append(Path(packages, name))
    return found


def _version(folder: Path) -> list[str]:
    return _plain(folder.name.removesuffix(".dist-info").rpartition("-")[2])


def _plain(version: str) -> list[str]:
    parts = [part.lstrip("0") for part in re.split("[-_.+]", version.lower())]
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _applies(marker: str | None) -> bool:
    """Whether a package with this marker is for this Python; not where that cannot be told."""
    if not marker:
        return True
    if not (clause := _MARKER.fullmatch(marker)):
        return False
    name, relation, value = clause.groups()
    if name == "python_full_version":
        wanted = tuple(map(int, value.split(".")))
        return _HOLDS[relation](sys.version_info[:3], wanted + (0,) * (3 - len(wanted)))
    here = {"sys_platform": sys.platform, "implementation_name": sys.implementation.name}
    return name in here and _HOLDS[relation](here[name], value)


def _is_whole(folder: Path, *, hashed: bool) -> bool:
    try:
        record = (folder / "RECORD").read_bytes().decode("utf-8")
        rows = list(csv.reader(record.splitlines()))
        if not record.endswith("\n") or f"{folder.name}/RECORD" not in (row[0] for row in rows):
            return False  # the list itself was cut
        for path, sealed, size in rows:
            file = os.path.join(folder.parent, path)
            if size and os.stat(file).st_size != int(size):
                return False
            if size and hashed and sealed != f"sha256={_encoded(file)}":
                return False
    except (OSError, ValueError, IndexError, csv.Error):
        return False
    return True


def _encoded(file: str) -> str:
    digest = hashlib.sha256(Path(file).read_bytes()).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def npm_fault(kind: str) -> str | None:
    """What is wrong with the packages of npm; an empty text where they must just be installed."""
    if _read(HERE / LOCK) != _read(NPM / LOCK):
        return ""
    try:
        listed = json.loads(LIST.read_text("utf-8"))
        published = tuple(f"node_modules/{name}/" for name in json.loads(_read(HERE / "package.json"))["dependencies"])
        if kind == "test" and listed["kind"] != "test":
            return ""
        for name, (size, digest) in listed["files"].items():
            data = _read(NPM / name) if name.startswith(published) else None
            if _size(NPM / name) != size or (data is not None and hashlib.sha256(data).hexdigest() != digest):
                return f".venv/npm/{name}"
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ".venv/npm/files.json"
    return None


def list_npm(kind: str) -> None:
    """Write down every file that npm just installed, with its size and hash."""
    files = {}
    for path in sorted((NPM / "node_modules").rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            files[path.relative_to(NPM).as_posix()] = [len(data), hashlib.sha256(data).hexdigest()]
    part = LIST.with_suffix(".part")
    part.write_text(json.dumps({"kind": kind, "files": files}, indent=0), "utf-8")
    part.replace(LIST)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def main(kind: str, what: str = "") -> None:
    """Do what was asked for."""
    if what == "list":
        list_npm(kind)
        return
    found = list(lost(kind))
    if what == "mend":
        there = _installed()
        for each, wrong in found:
            if wrong:
                print(f"{wrong} is missing or changed. Installing it again …", file=sys.stderr)
            if each != "npm" and wrong:
                for folder in there.get(wrong.removesuffix(" in .venv"), []):
                    shutil.rmtree(folder)
    print(*dict.fromkeys(each for each, _ in found) or ["whole"])


if __name__ == "__main__":
    main(*sys.argv[1:])
