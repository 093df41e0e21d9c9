"""What the process that reads a foreign file may use, and what it says when it refuses one."""

from __future__ import annotations

import math
import resource
from contextlib import suppress

#: Seconds of the processor, more for each MiB, and bytes of memory, for a drawing or document.
SECONDS, FOR_A_MIB, MEMORY = 8, 1, 1024**3
#: The same for an image; the memory is what it takes besides what the process has.
SECONDS_OF_IMAGE, MEMORY_OF_IMAGE = 8, 450 * 1024**2

#: A page is drawn this wide, in pixels, and at most so many times higher.
WIDTH, HIGHEST = 1280, 4


class Unclean(Exception):
    """A file that is not shown: the code of a message of ours (``reports.messages``), and its values."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.told = [code, values]


def hold() -> None:
    """No file written, and no memory dumped."""
    _limit((resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0))


def take_hold(size: int = 0) -> None:
    """The same, and an end to memory and time, as far as the system can be told, for a file of this ``size``."""
    hold()
    _limit((resource.RLIMIT_CPU, SECONDS + FOR_A_MIB * size // 1024**2), (resource.RLIMIT_AS, MEMORY))


def take_hold_of_image(seconds: float) -> None:
    """The same for an image, in a process that has what it needs already, and no more than these ``seconds``."""
    hold()
    seconds = min(SECONDS_OF_IMAGE, math.ceil(seconds))
    _limit((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, _taken() + MEMORY_OF_IMAGE))


def _taken() -> int:
    """The memory that the process has, or that of a drawing where the system does not say it."""
    try:
        with open("/proc/self/statm", "rb") as stream:
            return int(stream.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return MEMORY


def _limit(*limits: tuple[int, int]) -> None:
    for what, most in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
