"""Who does the work of a build: this process, others on this machine, or a Dask cluster.

Work that can be done in parts is given away with ``mapped(function, parts)``. It is like ``map``: what comes of the
parts comes in their order, whoever did them. Where there is no ``mapped``, the work is done here.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from multiprocessing.context import BaseContext
from typing import TypeVar

from briefings.rendering import Mapped

from .messages import BuildFailed
from .stopping import SIGNALS

Given = TypeVar("Given")
Made = TypeVar("Made")

#: Gives what maps, for as long as it is needed.
Workers = Callable[[], AbstractContextManager[Mapped | None]]

#: So many parts for each worker are given away before what came of the first is taken back. More would fill the memory
#: where the first takes long; with fewer, workers would wait.
AHEAD = 4
#: How long a cluster may take to answer, in seconds.
PATIENCE = 10


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def alone() -> Iterator[None]:
    """This process does all of it."""
    yield None


def given(executor: Executor, workers: int) -> Workers:
    """An executor of ``concurrent.futures`` does the work, with so many workers; who gave it ends it."""

    @contextmanager
    def work() -> Iterator[Mapped]:
        yield in_order(executor, AHEAD * workers)

    return work


def processes(count: int) -> Workers:
    """So many processes on this machine do the work, which end with it; for one, this process does."""

    @contextmanager
    def work() -> Iterator[Mapped]:
        with ProcessPoolExecutor(count, _context(), initializer=_begin) as executor:
            try:
                yield in_order(executor, AHEAD * count)
            except BrokenExecutor as error:
                raise BuildFailed(
                    "A process that worked on the site was ended from outside, perhaps since memory ran out. "
                    "Build with fewer at once: WORKERS=1."
                ) from error
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                for process in multiprocessing.active_children():
                    process.terminate()  # what they are at is not wanted any more
                raise

    return work if count > 1 else alone


def cluster(address: str) -> Workers:
    """The workers of the Dask cluster whose scheduler has that address.

    Raises ``BuildFailed`` where what speaks to it is not installed; when the work begins, where nobody answers.
    """
    if find_spec("distributed") is None:
        raise BuildFailed("DASK= needs distributed, which is not installed. `make dask` installs it.")

    def program_is_there() -> bool:  # goes there as code: what knows the program might not be found
        from importlib.util import find_spec

        return bool(find_spec("briefings") and find_spec("inspection"))

    @contextmanager
    def work() -> Iterator[Mapped]:
        from distributed import CancelledError, Client, KilledWorker

        try:
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise BuildFailed(f"No Dask scheduler answers at DASK={address}: {error}.") from error
        with client:
            if not (workers := sum(client.nthreads().values())):
                raise BuildFailed(f"The Dask cluster at DASK={address} has no workers.")
            if not all([client.run_on_scheduler(program_is_there), *client.run(program_is_there).values()]):
                raise BuildFailed(
                    f"The Dask cluster at DASK={address} does not find the program. "
                    "Start its scheduler and its workers in the project's folder, with PYTHONPATH=plugins."
                )
            try:
                yield in_order(client.get_executor(pure=False), AHEAD * workers)
            except (KilledWorker, CancelledError) as error:
                raise BuildFailed(f"The Dask cluster at DASK={address} did not end its work: {error}.") from error

    return work


def in_order(executor: Executor, ahead: int) -> Mapped:
    """``executor.map``, but at most so many items are given away before what came of the first is taken back."""

    def mapped(function: Callable[[Given], Made], items: Iterable[Given]) -> Iterator[Made]:
        waiting: deque[Future[Made]] = deque()
        for item in items:
            waiting.append(executor.submit(function, item))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    return mapped


def _context() -> BaseContext:
    """How processes begin: forked, they have all that was read; but where there are threads, no fork is safe, nor on
    macOS."""
    forks = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return multiprocessing.get_context("fork" if forks and threading.active_count() == 1 else "spawn")


def _begin() -> None:
    """Begin to work: Ctrl-C is for the process that started this one, and this one ends when that one does."""
    for signum in SIGNALS:
        signal.signal(signum, signal.SIG_IGN if signum == signal.SIGINT else signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
