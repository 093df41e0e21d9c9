"""Drawings and documents that a report shows, page by page, as images: asked of a process of its own (``sandbox``)."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from . import messages
from .pixels import MAX_BYTES, SANDBOX, NoImage, refusal, refuse_more, take

#: Seconds that a file may take on the clock; of the processor it may take fewer (``sandbox.limits``).
PATIENCE = 60
#: The seconds of the processor that count for nothing, for each page.
QUICK = 0.1
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
        raise NoImage(messages.ATTACHMENT_LARGE(most=MAX_BYTES // 1024 // 1024))
    refuse_more()
    before, count = _seconds_of_others(), 0
    try:
        told, rest = _asked(kind, data)
        count = len(told["pages"])
    finally:
        take(_seconds_of_others() - before, len(data), free=QUICK * count)
    pages = []
    for length in told["pages"]:
        pages.append(rest[:length])
        rest = rest[length:]
    return Drawn(tuple(pages), told["words"])


def _asked(kind: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    """What the process says of a file, and the bytes of its pages."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-B", str(SANDBOX), kind, str(len(data))],
            input=data, capture_output=True, timeout=PATIENCE, env={"LC_ALL": "C.UTF-8"}, check=True,
        )  # fmt: skip
        line, _, rest = done.stdout.partition(b"\n")
        told: dict[str, Any] = json.loads(line)
    except (subprocess.SubprocessError, ValueError):
        raise NoImage(messages.ATTACHMENT_SLOW()) from None
    if "unclean" in told:
        raise refusal(told["unclean"])
    return told, rest


def _seconds_of_others() -> float:
    """What the processes that were started and have ended took of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
