"""An end to reading: what takes longer than any honest text is an error, and no stalled build.

Markdown and patterns can be given texts on which they work for hours; there are always more of these than anybody
knows. So each text has a time in which it must be read, and so has a content as a whole: many texts that take just as
long as they may are a stalled build too.
"""

from __future__ import annotations

import math
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from . import messages
from .messages import Message

#: So many seconds one text may take. A text of a hundred pages takes one.
SECONDS = 60.0
#: So many seconds a content may take to read, so many more for the first MiB of texts, and for each other file. An
#: honest content takes from two a MiB to eleven, on a slow machine where its records say much of few words, and a tenth
#: for a photograph. A large one is nobody's trap: it may take so many times as much for each other MiB.
WHOLE, EACH_MIB, EACH_FILE = 8.0, 10.0, 0.3
LARGE = 4

#: So many times that a site may take to make of a content, and as many to be looked over, and so many seconds more each
#: page.
MAKING, EACH_PAGE = 8.0, 0.05

#: Python passes over what is raised while it tidies up an object. So patience ends again and again, so often.
AGAIN = 1.0


def in_digits(seconds: float) -> str:
    """Seconds as messages say them: whole ones from ten on, else two digits."""
    return f"{seconds:.0f}" if seconds >= 10 else f"{seconds:.2g}"


class TimedOut(Exception):
    """What is read nests too deeply, or takes too long. ``message`` says which."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message

    @property
    def told(self) -> Message:
        """What is wrong with the text."""
        return messages.UNREADABLE_TEXT(reason=self.message)


class _Over(BaseException):
    """A time is over: it is ``TimedOut`` where that time began, and nobody within takes it for the end of theirs."""

    def __init__(self, limit: _Limit) -> None:
        super().__init__()
        self.limit = limit


@dataclass(eq=False, slots=True)
class _Limit:
    """So many seconds, and when they are over, in seconds of the processor."""

    seconds: float
    end: float

    @property
    def left(self) -> float:
        return self.end - time.process_time()


#: The times that run, each within those before it. A process that is forked from this one has a clock of its own.
_running: list[_Limit] = []
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_running.clear)


def _stop(*_: object) -> None:
    """Stop what is read: a time is over, or has just been."""
    if over := min(_running, key=lambda limit: limit.end, default=None):
        over.end = -math.inf  # the clock that rings may be a little ahead of the one that is read
        raise _Over(over)


def _wait() -> None:
    """Have the timer ring when the first of the times that run is over."""
    ends = min((limit.left for limit in _running), default=None)
    signal.setitimer(signal.ITIMER_PROF, 0 if ends is None else max(ends, 0.001), AGAIN)


@contextmanager
def time_limit(seconds: float | None = None) -> Iterator[None]:
    """Within it, raise ``TimedOut`` after so many seconds, or where something nests without end.

    One that stands in another ends with that at the latest, and it is then the other that raises it. Seconds are those
    of the processor, so that a slow disk, a sleeping computer and other programs do not count. Time is only kept in the
    main thread of a program, and where the system has timers: a build runs there.
    """
    limit = SECONDS if seconds is None else seconds
    timed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    try:
        if not timed:
            yield
            return
        own, depth = _Limit(limit, time.process_time() + limit), len(_running)
        before = signal.signal(signal.SIGPROF, _stop)
        _running.append(own)
        try:
            try:
                _wait()
                yield
                if own.left <= 0:  # its end was passed over
                    raise _Over(own)
            finally:
                try:  # it may ring until here
                    signal.setitimer(signal.ITIMER_PROF, 0)
                finally:
                    del _running[depth:]
                    signal.signal(signal.SIGPROF, before)
                    _wait()
        except _Over as over:
            if over.limit is not own:
                raise
            raise TimedOut(messages.TOO_SLOW(seconds=in_digits(limit))) from None
    except RecursionError:
        raise TimedOut(messages.TOO_DEEP()) from None
