"""An end to reading: what takes longer than any honest text is an error, and no stalled build.

Markdown and patterns can be given texts on which they work for hours; there are always more of these than anybody
knows. So each text has a time in which it must be read, and so has a content as a whole: many texts that take just as
long as they may are a stalled build too.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from . import messages
from .messages import Message

#: So many seconds one text may take. A text of a hundred pages takes one.
SECONDS = 60.0
#: So many seconds a content may take to read, so many more for each MiB of texts, and for each other file. An honest
#: content takes two a MiB, and a tenth for a photograph.
WHOLE, EACH_MIB, EACH_FILE = 8.0, 8.0, 0.3

#: Python passes over what is raised while it tidies up an object. So patience ends again and again, so often.
AGAIN = 1.0


class TimedOut(Exception):
    """What is read nests too deeply, or takes too long. ``message`` says which."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message

    @property
    def told(self) -> Message:
        """What is wrong with the text."""
        return messages.UNREADABLE_TEXT(reason=self.message)


@contextmanager
def time_limit(seconds: float | None = None) -> Iterator[None]:
    """Within it, raise ``TimedOut`` after so many seconds, or where something nests without end.

    One that stands in another ends with that at the latest. Seconds are those of the processor, so that a slow disk, a
    sleeping computer and other programs do not count. Time is only kept in the main thread of a program, and where the
    system has timers: a build runs there.
    """
    limit = SECONDS if seconds is None else seconds

    def stop(*_: object) -> None:
        raise TimedOut(messages.TOO_SLOW(seconds=f"{limit:.2g}"))

    timed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    try:
        if timed:
            outer = signal.getitimer(signal.ITIMER_PROF)[0]
            limit = min(limit, outer) if outer else limit
            before = signal.signal(signal.SIGPROF, stop)
            started = time.process_time()
            signal.setitimer(signal.ITIMER_PROF, limit, AGAIN)
        try:
            yield
        finally:
            if timed:
                signal.setitimer(signal.ITIMER_PROF, 0)
                signal.signal(signal.SIGPROF, before)
                if outer:  # somebody around is waiting as well, and has waited meanwhile
                    signal.setitimer(signal.ITIMER_PROF, max(outer - (time.process_time() - started), 0.001), AGAIN)
    except RecursionError:
        raise TimedOut(messages.TOO_DEEP()) from None
