"""How a command ends when it is told to stop: it cleans up after itself, and says so in its exit code."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

#: Ctrl-C, `kill`, and a closed terminal.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopped(KeyboardInterrupt):
    """The process was told to stop. No ``Exception``, so that nobody's ``except Exception`` swallows it."""

    def __init__(self, signum: int) -> None:
        self.signum = signum
        super().__init__(signal.Signals(signum).name)

    @property
    def exitcode(self) -> int:
        """What a shell expects of a program that ended so: 130 after Ctrl-C, 143 after `kill`."""
        return 128 + self.signum


def _stop(signum: int, frame: object) -> None:
    raise Stopped(signum)


@contextmanager
def stoppable() -> Iterator[None]:
    """Within it, the signals that mean "stop" raise ``Stopped``. Only for the main thread."""
    before = {signum: signal.signal(signum, _stop) for signum in SIGNALS}
    try:
        yield
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)


@contextmanager
def unstoppable() -> Iterator[None]:
    """Within it, those signals wait: for the few steps that must be done together or not at all."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
