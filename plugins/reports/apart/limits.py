"""What the process that reads a foreign file may use, and what it says when it refuses one."""

from __future__ import annotations

import resource
from contextlib import suppress

#: Seconds of the processor, and bytes of memory.
SECONDS, MEMORY = 30, 2 * 1024**3

#: A page is drawn this wide, in pixels, and at most so many times higher.
WIDTH, HIGHEST = 1280, 4


class Unclean(Exception):
    """A file that is not shown. ``message`` goes on after the file's name; ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def take_hold() -> None:
    """No file written, no memory dumped, and an end to memory and time, as far as the system can be told."""
    limits = (
        (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, MEMORY),
    )  # fmt: skip
    for what, most in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
