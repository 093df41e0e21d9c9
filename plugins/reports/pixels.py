"""An image file → its pixels, and files made anew of these: asked of a process of its own (``sandbox``).

What reads images is a large program that others feed. What they feed it may lead it astray, end it, or keep it at work
for hours; none of this ends or stalls a build. Besides a limit for each image there is one for all of a content.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import messages
from .messages import Refused

SANDBOX = Path(__file__).with_name("sandbox")
MAX_BYTES = 20 * 1024 * 1024
#: Seconds that a file may take on the clock; of the processor it may take fewer (``sandbox.limits``).
PATIENCE = 60.0
#: The seconds of the processor that count for nothing: for each file some, and more for what it has of bytes.
QUICK, FOR_A_MIB = 0.2, 2.0
#: What all files of a content may take beyond that: seconds of the processor, and pixels (``sandbox.photos``).
SECONDS, PIXELS = 10.0, 400_000_000


class NoImage(Refused):
    """A file that is no image that can be shown."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file made of an image: its width and height in pixels, and its bytes (WebP)."""

    width: int
    height: int
    data: bytes


@dataclass(slots=True)
class _Left:
    """What is left for all files of a content."""

    seconds: float = field(default_factory=lambda: SECONDS)
    pixels: int = field(default_factory=lambda: PIXELS)


_left = _Left()


def begin() -> None:
    """A content is read: from here on its images have their time and pixels anew, and so they have when files are made
    of them."""
    global _left
    _left = _Left()


def refusal(told: Any) -> NoImage:
    """Why ``sandbox`` refuses a file: ``told`` are the code of a message and its values, unless it was led astray."""
    try:
        code, values = told
        plain = {name: value for name, value in values.items() if isinstance(value, str | int)}
        return NoImage(messages.TABLE[code](**plain))
    except (AttributeError, KeyError, TypeError, ValueError):
        return NoImage(messages.IMAGE_SLOW())


def refuse_more() -> None:
    """Raise ``NoImage`` where the images of a content have taken all the time that there is for them."""
    if _left.seconds <= 0:
        raise NoImage(messages.IMAGES_SLOW())


def take(seconds: float, size: int, *, free: float = 0.0) -> None:
    """Note what a file of this many bytes took of the processor, of which some is ``free``."""
    _left.seconds -= max(0.0, seconds - free - _free(size))


def _free(size: int) -> float:
    return QUICK + FOR_A_MIB * size / 1024**2


def contents(path: Path) -> bytes:
    """What a file holds, or more than ``MAX_BYTES`` of it. Raises ``OSError``, and ``NoImage`` for what is no plain
    file by now: a pipe is not waited for.
    """
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise NoImage(messages.IMAGE_BECAME_NO_FILE())
        return stream.read(MAX_BYTES + 1)


def measure(data: bytes, *, ours: bool = False) -> tuple[int, int]:
    """The width and height of an image as it is seen. Raises ``NoImage`` where it cannot be read to its end.

    The pixels of one of ``ours``, a page that was drawn here, are not counted with those of others.
    """
    told, _ = _ask(data, {"make": False, "left": None if ours else max(0, _left.pixels)})
    _left.pixels -= told["taken"]
    width, height = told["size"]
    return width, height


def make(data: bytes) -> Iterator[Made]:
    """The files for a page, from the smallest to the largest; never larger than the image. The same for the same bytes.

    The pixels are not counted again. Raises ``NoImage`` as ``measure`` does.
    """
    told, files = _ask(data, {"make": True, "left": None})
    at = 0
    for (width, height), length in zip(told["sizes"], told["lengths"], strict=True):
        yield Made(width, height, files[at : at + length])
        at += length


def _ask(data: bytes, task: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    if len(data) > MAX_BYTES:
        raise NoImage(messages.IMAGE_LARGE(most=MAX_BYTES // 1024 // 1024))
    refuse_more()
    said, seconds = _reader.ask({**task, "length": len(data), "seconds": _left.seconds + _free(len(data))}, data)
    take(seconds, len(data))
    line, _, files = said.partition(b"\n")
    if not line:
        raise NoImage(messages.IMAGE_SLOW())
    told: dict[str, Any] = json.loads(line)
    if "unclean" in told:
        raise refusal(told["unclean"])
    return told, files


class _Reader:
    """The process that reads images, started when it is needed first, and anew where it did not answer."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def ask(self, task: dict[str, object], data: bytes) -> tuple[bytes, float]:
        """What it says of a file, nothing where it died of it or took too long; and the seconds that it took."""
        with self._lock:
            process = self._started()
            assert process.stdin
            assert process.stdout
            timer = threading.Timer(PATIENCE, _kill, (process,))
            timer.start()
            try:
                process.stdin.write(json.dumps(task).encode() + b"\n")
                process.stdin.write(data)
                process.stdin.flush()
                answer = json.loads(process.stdout.readline())
                said = process.stdout.read(answer["length"])
                if len(said) != answer["length"]:
                    raise EOFError
                return said, answer["seconds"]
            except (OSError, ValueError, EOFError):
                self.stop()
                return b"", PATIENCE
            except BaseException:  # somebody does not want to wait: what comes of it is no answer to the next
                self.stop()
                raise
            finally:
                timer.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid():
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-B", str(SANDBOX), "images"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env={"LC_ALL": "C.UTF-8"}, start_new_session=True,
            )  # fmt: skip
            self._owner = os.getpid()
        return self._process

    def stop(self) -> None:
        """End it, with whatever it is at."""
        process, self._process = self._process, None
        if process and self._owner == os.getpid():
            _kill(process)
            process.wait()
            for stream in filter(None, (process.stdin, process.stdout)):
                with suppress(OSError):
                    stream.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)


_reader = _Reader()
atexit.register(_reader.stop)
