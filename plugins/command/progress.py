"""How far a long build is: one line that keeps changing on a terminal, a line now and then elsewhere.

Whoever does the work calls ``report``; whoever runs it decides with ``showing`` whether anybody sees it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.live import Live
from rich.text import Text

REDRAW = 0.1  # seconds between two states of the line on a terminal
PAUSE = 5.0  # seconds before, and between, lines where there is no terminal


class Progress:
    """Shows steps on ``stream``. ``now`` is the clock."""

    def __init__(self, stream: TextIO, now: Callable[[], float] = time.monotonic) -> None:
        self._console = Console(file=stream, highlight=False)
        self._now = now
        self._terminal = self._console.is_terminal and not self._console.is_dumb_terminal
        self._last = now() if not self._terminal else float("-inf")
        self._stage = ""
        self._line: Live | None = None

    def step(self, stage: str, done: int, total: int) -> None:
        """``stage`` ("reading") is at ``done`` of ``total``; a total of 0 means that nobody knows it."""
        new_stage = self._terminal and stage != self._stage
        if not new_stage and self._now() - self._last < (REDRAW if self._terminal else PAUSE):
            return
        self._show(f"{stage} {done}/{total} …" if total else f"{stage} …")
        self._stage, self._last = stage, self._now()

    def clear(self) -> None:
        """Take the line away, so that something else can be written there."""
        if self._line:
            self._line.stop()
            self._line = None
            self._last = float("-inf")

    def _show(self, words: str) -> None:
        text = Text(words, no_wrap=True, overflow="crop")
        if not self._terminal:
            self._console.print(text)
            return
        if self._line:
            self._line.update(text, refresh=True)
            return
        # Without a thread of its own, and without taking the streams for itself: builds fork, and others write.
        self._line = Live(
            text,
            console=self._console,
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._line.start(refresh=True)


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
