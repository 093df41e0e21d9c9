"""Whether a build would make what stands there already: then there is nothing to build. It needs no package.

Of a build that went well is remembered, in a file of the cache folder for each output folder, what every file was like
that it could read, and every file that it made: name, size, kind, place on the disk, and when it was last changed, as
the system counts. No word and no hash of a word is among it, and none of it decides what is in a site: where anything
is not as it was, or cannot be known, the site is built anew, with all checks.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import stat
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .built import Built

DAMAGED = "What was remembered of the last build is damaged. It was thrown away, and the site is built anew."
VERSION = 1
#: Who changes a file within this many nanoseconds of its last change may leave its time as it was: some systems count
#: in steps of two seconds. What was changed so shortly before it was read is not remembered.
STEP = 2_000_000_000
#: What of a project makes a site: the program, what it looks like, and which packages there are.
PROGRAM = ("plugins", "themes", "requirements", "pelicanconf.py", "publishconf.py", ".venv/pyvenv.cfg")
#: The packages that stand in the environment, as ``requirements/install.sh`` notes them.
PACKAGES = ".venv/installed-*.txt"
#: What the environment names: files that a build reads, and words of which a site may depend.
NAMED_FILES = ("PROVENANCE_KEY", "CHROMIUM")
NAMED = ("SITEURL", "SOURCE_DATE_EPOCH")
#: What was left out of a site, as ``Built`` names it.
_LEFT_OUT = ("unfinished", "incomplete")


class Unsure(Exception):
    """What a folder holds cannot be known from the outside."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of the last build into ``output``, and what the files of the next are like now.

    ``inputs`` stands for all that is read; it is empty where that cannot be known. ``file`` has what is remembered.
    """

    output: Path
    inputs: str
    file: Path

    @classmethod
    def of(
        cls, project: Path, content: Path, output: Path, asked: Iterable[object], environment: Mapping[str, str]
    ) -> Memory:
        """Before anything is read: of a content and the site in ``output``, with all else that was ``asked`` for."""
        digest = hashlib.sha256(json.dumps([VERSION, platform.python_version(), str(content)]).encode())
        digest.update(repr([*asked, [environment.get(name) for name in NAMED]]).encode())
        roots = [content, *(project / name for name in PROGRAM), *sorted(project.glob(PACKAGES))]
        roots += [Path(environment[name]).expanduser() for name in NAMED_FILES if environment.get(name)]
        now, newest = time.time_ns(), 0
        name = hashlib.sha256(os.fsencode(output)).hexdigest()[:16]
        file = project / ".cache" / "built" / f"{name}.json"
        try:
            for root in roots:
                for line, changed in _files(root):
                    newest = max(newest, changed)
                    digest.update(line)
        except (Unsure, OSError):
            return cls(output, "", file)
        return cls(output, digest.hexdigest() if newest < now - STEP else "", file)

    def built(self) -> Built | None:
        """What there is already; ``None`` where something is not as it was, and the site is to be built."""
        try:
            kept = json.loads(self.file.read_bytes())
        except OSError:
            return None
        except ValueError:
            self._throw_away()
            return None
        if not self.inputs or not isinstance(kept, dict) or kept.get("inputs") != self.inputs:
            return None
        try:
            if kept["site"] != _site(self.output):
                return None  # somebody has changed the site
            left_out = (tuple(kept.get(name, ())) for name in _LEFT_OUT)
            return Built(self.output, int(kept["pages"]), None, int(kept["warnings"]), dict(kept["heavy"]), *left_out)
        except (Unsure, OSError):
            return None
        except (KeyError, TypeError, ValueError):
            self._throw_away()
            return None

    def keep(self, built: Built) -> None:
        """Remember a build that went well, and forget those of folders that are gone. It need not succeed."""
        with suppress(Unsure, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._forget()
            if self.inputs:
                kept: dict[str, Any] = {"output": str(self.output), "inputs": self.inputs, "site": _site(self.output)}
                kept |= {"pages": built.pages, "warnings": built.warnings, "heavy": dict(built.heavy)}
                kept |= {name: list(getattr(built, name)) for name in _LEFT_OUT}
                with tempfile.NamedTemporaryFile("w", dir=self.file.parent, delete=False, encoding="utf-8") as part:
                    json.dump(kept, part)
                os.replace(part.name, self.file)

    def _throw_away(self) -> None:
        print(DAMAGED, file=sys.stderr)
        self.file.unlink(missing_ok=True)

    def _forget(self) -> None:
        self.file.unlink(missing_ok=True)
        for other in self.file.parent.iterdir():
            with suppress(OSError, ValueError, KeyError, TypeError):
                if not Path(json.loads(other.read_bytes())["output"]).is_dir():
                    other.unlink()


def _site(output: Path) -> str:
    digest = hashlib.sha256()
    for line, _ in _files(output):
        digest.update(line)
    return digest.hexdigest()


def _files(root: Path) -> Iterator[tuple[bytes, int]]:
    """Everything at and below a path: a line for each that tells it from any other, and when it was last changed.

    Raises ``Unsure`` for links to folders, of which what is in them would have to be looked at too.
    """
    try:
        found = root.lstat()
    except FileNotFoundError:
        yield os.fsencode(root) + b" is not there\n", 0
        return
    yield _line(root, found), found.st_ctime_ns if not stat.S_ISDIR(found.st_mode) else 0
    if stat.S_ISLNK(found.st_mode):
        aim = root.stat()
        if stat.S_ISDIR(aim.st_mode):
            raise Unsure(root)
        yield _line(root, aim), aim.st_ctime_ns
    elif stat.S_ISDIR(found.st_mode):
        for name in sorted(os.listdir(root)):
            if name != "__pycache__":
                yield from _files(root / name)


def _line(path: Path, found: os.stat_result) -> bytes:
    kind = stat.S_IFMT(found.st_mode)
    known = [kind] if stat.S_ISDIR(kind) else [
        found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev
    ]  # fmt: skip
    return b"%b\0%b\n" % (os.fsencode(path), " ".join(map(str, known)).encode())
