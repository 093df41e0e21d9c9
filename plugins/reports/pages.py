"""Drawings and documents that a report shows, page by page, as images: asked of a process of its own (``apart``)."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from .pixels import MAX_BYTES, NoImage

APART = Path(__file__).with_name("apart")
#: Seconds that a file may take on the clock; of the processor it may take fewer (``apart.limits``).
PATIENCE = 60
#: Which packages each kind of file is read with. They are installed only where somebody wants such files.
NEEDS = {"svg": ("resvg_py",), "pdf": ("pikepdf", "pypdfium2")}
KINDS = tuple(NEEDS)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file's pages as PNG, and the words in it that a program can find: of a drawing none."""

    pages: tuple[bytes, ...]
    words: str


def missing(kind: str) -> list[str]:
    """The packages that a kind of file needs and that are not installed."""
    return [name for name in NEEDS[kind] if find_spec(name) is None]


@lru_cache(maxsize=2)
def drawn(kind: str, data: bytes) -> Drawn:
    """The pages of a drawing (``svg``) or document (``pdf``) that has nothing in it but these.

    Raises ``NoImage`` for one that has, or that cannot be drawn in the time and memory that there are.
    """
    if len(data) > MAX_BYTES:
        raise NoImage(f"has more than {MAX_BYTES // 1024 // 1024} MiB", "save it smaller")
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", str(APART), kind],
            input=data, capture_output=True, timeout=PATIENCE, env={"LC_ALL": "C.UTF-8"}, check=True,
        )  # fmt: skip
        line, _, rest = done.stdout.partition(b"\n")
        told = json.loads(line)
    except (subprocess.SubprocessError, ValueError):
        hint = "save it anew, or save its pages as PNG"
        raise NoImage("cannot be drawn in the time and memory that there are", hint) from None
    if "unclean" in told:
        raise NoImage(*told["unclean"])
    pages = []
    for length in told["pages"]:
        pages.append(rest[:length])
        rest = rest[length:]
    return Drawn(tuple(pages), told["words"])
