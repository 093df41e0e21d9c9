"""Shows a site on this machine while it is being written: serves it, and builds it again at every change."""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import watchfiles

from reports.messages import harmless

from .answering import HOST, Server, Showing
from .building import Order
from .messages import BuildFailed, shown

log = logging.getLogger(__name__)

PORT = 8000


def listen(showing: Showing, port: int) -> Server:
    """A server at ``port`` of this machine (0: any free one), not yet answering. Raises ``BuildFailed``."""
    try:
        return Server(showing, port)
    except OverflowError:
        raise BuildFailed(f"PORT={port} is no port. Give a number from 1024 to 65535.") from None
    except OSError as error:
        other = port + 1 if port < 65535 else PORT
        raise BuildFailed(
            f"Port {port} cannot be used: {error.strerror}. "
            f"Stop the program that uses it, or choose another one, for example PORT={other}."
        ) from error


def build_apart(wanted: Order) -> bool:
    """Build in a process of its own, so that changed code counts. Returns whether it succeeded.

    The build says itself what there is to say. When this process is told to stop, the build is too, and
    cleans up first.
    """
    options = ["--content", str(wanted.content), "--output", str(wanted.output)]
    options += [f"--without={','.join(sorted(wanted.without))}"] if wanted.without else []
    command = [sys.executable, "-m", "command", "build", *options]
    environment = {**os.environ, "PYTHONPATH": str(wanted.project / "plugins")}
    with subprocess.Popen(command, env=environment) as process:
        try:
            return process.wait() == 0
        except BaseException:
            process.terminate()
            process.wait()
            raise


def changes(wanted: Order) -> Iterator[set[Path]]:
    """What changes in the content and the project's sources, again and again, until the process ends."""
    project = wanted.project
    folders = [wanted.content, *(path for path in (project / "themes", project / "plugins") if path.is_dir())]
    settings = {project / "pelicanconf.py", project / "publishconf.py"}
    found: queue.Queue[set[Path] | BaseException] = queue.Queue()

    def watch(*paths: Path, only: set[Path] | None = None) -> None:
        # A single file is watched through its folder: many programs save by putting a new file in its place.
        try:
            for batch in watchfiles.watch(*paths, recursive=only is None, raise_interrupt=False):
                changed = {Path(path) for _, path in batch}
                if only is not None:
                    changed &= only
                if changed:
                    found.put(changed)
        except BaseException as error:
            # A name that is no text, as archives of other systems bring along, is a change as well.
            if "decode" not in str(error):
                found.put(error)
                return
            found.put(set(paths[:1]))
            time.sleep(1)
            watch(*paths, only=only)

    threading.Thread(target=watch, args=folders, daemon=True).start()
    threading.Thread(target=watch, args=(project,), kwargs={"only": settings}, daemon=True).start()
    while True:
        news = found.get()
        if isinstance(news, BaseException):
            why = harmless(str(news))
            raise BuildFailed(f"Changes can no longer be seen: {why}. Start `make serve` again.") from news
        yield news


def serve(
    wanted: Order,
    port: int = PORT,
    build: Callable[[Order], bool] = build_apart,
    changes: Callable[[Order], Iterable[set[Path]]] = changes,
) -> None:
    """Build, serve, and build again at every change, until told to stop.

    A build that fails leaves the last good site to be seen; before the first one the browser is told to wait.
    Raises ``BuildFailed`` when the port cannot be used or changes cannot be seen.
    """
    showing = Showing(wanted.output)
    with listen(showing, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            log.info("Serving at http://%s:%s/ (Ctrl-C stops it).", HOST, server.server_port)
            seen = changes(wanted)
            _build(wanted, showing, build)
            for changed in seen:
                log.info("%s changed: building again …", _named(changed))
                _build(wanted, showing, build)
        finally:
            server.shutdown()


def _build(wanted: Order, showing: Showing, build: Callable[[Order], bool]) -> None:
    succeeded = build(wanted)
    showing.built(succeeded)
    if not succeeded and showing.state == "good":
        log.info("What you see is the last site that could be built.")


def _named(changed: set[Path]) -> str:
    first, *others = sorted(changed)
    name = shown(first)
    return f"{name} and {len(others)} more" if others else name
