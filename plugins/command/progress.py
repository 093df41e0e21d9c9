"""How far a long build is: one line that keeps changing on a terminal, a line now and then elsewhere.

Whoever does the work calls ``report``; whoever runs it decides with ``showing`` whether anybody sees it.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

REDRAW = 0.1  # seconds between two states of the line on a terminal
PATIENCE = 5.0  # seconds before, and between, lines where there is no terminal


class Progress:
    """Shows steps on ``stream``. ``now`` is the clock."""

    def __init__(self, stream: TextIO, now: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._now = now
        self._terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
        self._last = now() if not self._terminal else float("-inf")
        self._stage = ""
        self._drawn = False

    def step(self, stage: str, done: int, total: int) -> None:
        """``stage`` ("reading") is at ``done`` of ``total``; a total of 0 means that nobody knows it."""
        pause = self._now() - self._last
        if self._terminal:
            if pause < REDRAW and stage == self._stage:
                return
            self._draw(f"{stage} {done}/{total} …" if total else f"{stage} …")
        else:
            if pause < PATIENCE:
                return
            self._write(f"{stage} {done}/{total} …\n" if total else f"{stage} …\n")
        self._stage, self._last = stage, self._now()

    def clear(self) -> None:
        """Take the line away, so that something else can be written there."""
        if self._drawn:
            self._write("\r\x1b[K")
            self._drawn = False
            self._last = float("-inf")

    def _draw(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        self._write("\r\x1b[K" + text[:width])
        self._drawn = True

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


_current: Progress | None = None


def report(stage: str, done: int, total: int) -> None:
    """Say how far the work is. Costs next to nothing when nobody is shown it."""
    if _current:
        _current.step(stage, done, total)


def clear() -> None:
    """Take the progress line away, if there is one: whoever writes to the terminal calls this first."""
    if _current:
        _current.clear()


@contextmanager
def showing(stream: TextIO | None = None) -> Iterator[Progress]:
    """Within it, what is reported is shown on ``stream`` (stderr)."""
    global _current
    outer = _current
    _current = Progress(stream or sys.stderr)
    try:
        yield _current
    finally:
        _current.clear()
        _current = outer
