"""Many images, one after another, each in a process of its own that dies with it: decoders are led astray or never end.

This process reads no image. It takes what it is asked, a line of JSON and the file; lets a child answer; and hands on
what the child said, after a line of JSON. Of a child that died it hands on nothing.

Asked: ``{"length": bytes of the file, "make": whether files are to be made, "left": pixels or null, "seconds": …}``.
Answered: ``{"length": bytes, "seconds": that the processor took}``, and then a line of JSON and the files, if any.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

import photos
from limits import Unclean, hold, take_hold_of_image


def serve() -> None:
    """Answer until nobody asks any more."""
    hold()
    asked, answered = sys.stdin.buffer, sys.stdout.buffer
    while line := asked.readline():
        task = json.loads(line)
        said, seconds = _apart(task, asked.read(task["length"]))
        answered.write(json.dumps({"length": len(said), "seconds": seconds}).encode() + b"\n" + said)
        answered.flush()


def _apart(task: dict[str, Any], data: bytes) -> tuple[bytes, float]:
    """What a child says of a file, and how long it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            take_hold_of_image(task["seconds"])
            with os.fdopen(writing, "wb") as stream:
                _answer(task, data, stream)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    _, status, used = os.wait4(child, 0)
    return b"" if status else said, used.ru_utime + used.ru_stime


def _answer(task: dict[str, Any], data: bytes, stream: BinaryIO) -> None:
    files: list[bytes] = []
    told: dict[str, object]
    try:
        if task["make"]:
            made = list(photos.make(data))
            files = [file for _, file in made]
            told = {"sizes": [size for size, _ in made], "lengths": [len(file) for file in files]}
        else:
            _, size, taken = photos.seen(data, task["left"])
            told = {"size": size, "taken": taken}
    except Unclean as reason:
        told = {"unclean": reason.told}
    stream.write(json.dumps(told).encode() + b"\n")
    for file in files:
        stream.write(file)
