"""Shows a content on this machine while it is being written, and reads it again at every change."""

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
from .arguments import PORT
from .building import BuildRequest
from .messages import BuildFailed, shown
from .preview import Preview

log = logging.getLogger(__name__)


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


def changes(wanted: BuildRequest) -> Iterator[set[Path]]:
    """What changes in the content and the project's sources, from now on, again and again, until the process ends.

    What changes while nobody asks is given together.
    """
    project = wanted.project
    folders = [wanted.content, *(path for path in (project / "themes", project / "plugins") if path.is_dir())]
    settings = {project / "pelicanconf.py", project / "publishconf.py"}
    found: queue.Queue[set[Path] | BaseException] = queue.Queue()
    # A single file is watched through its folder: many programs save by putting a new file in its place.
    for watched, only in ((folders, None), ([project], settings)):
        watcher = _watching(watched, recursive=only is None)
        next(watcher)  # from here on nothing is missed
        threading.Thread(target=_watch, args=(watcher, watched, only, found), daemon=True).start()
    return _gathered(found)


def _watching(paths: list[Path], *, recursive: bool) -> Iterator[set[tuple[watchfiles.Change, str]]]:
    """What changes below some paths, and, when nothing did for a moment, nothing."""
    return watchfiles.watch(
        *paths, debounce=200, rust_timeout=100, yield_on_timeout=True, recursive=recursive, raise_interrupt=False
    )


def _watch(
    watcher: Iterator[set[tuple[watchfiles.Change, str]]],
    paths: list[Path],
    only: set[Path] | None,
    found: queue.Queue[set[Path] | BaseException],
) -> None:
    """Put what a watcher of these paths sees into a queue, or the reason for which it sees nothing any more."""
    while True:
        try:
            for batch in watcher:
                changed = {Path(path) for _, path in batch}
                if changed := changed if only is None else changed & only:
                    found.put(changed)
            return
        except BaseException as error:
            # A name that is no text, as archives of other systems bring along, is a change as well.
            if "decode" not in str(error):
                found.put(error)
                return
            found.put(set(paths[:1]))
            time.sleep(1)
            watcher = _watching(paths, recursive=only is None)


def _gathered(found: queue.Queue[set[Path] | BaseException]) -> Iterator[set[Path]]:
    while True:
        news = [found.get()]
        while not found.empty():
            news.append(found.get())
        changed: set[Path] = set()
        for one in news:
            if isinstance(one, BaseException):
                why = harmless(str(one))
                raise BuildFailed(f"Changes can no longer be seen: {why}. Start `make serve` again.") from one
            changed |= one
        yield changed


def restart(wanted: BuildRequest, port: int) -> None:
    """Begin anew as a new program, in the place of this one, so that changed code counts.

    Code that cannot be loaded is told, and this program goes on.
    """
    environment = {**os.environ, "PYTHONPATH": str(wanted.project / "plugins")}
    if subprocess.run([sys.executable, "-c", "import command.__main__"], env=environment, check=False).returncode:
        log.info("The program as it is now cannot be started, so the one from before goes on.")
        return
    options = ["--content", str(wanted.content), "--port", str(port)]
    os.execve(sys.executable, [sys.executable, "-m", "command", "serve", *options], environment)


def serve(
    wanted: BuildRequest,
    port: int = PORT,
    preview: Callable[[BuildRequest], Preview] = Preview,
    changes: Callable[[BuildRequest], Iterable[set[Path]]] = changes,
    restart: Callable[[BuildRequest, int], None] = restart,
) -> None:
    """Show a content as its site would be, read again at every change, until told to stop.

    Raises ``BuildFailed`` when there is no content, the port cannot be used, or changes cannot be seen.
    """
    if not wanted.content.is_dir():
        raise BuildFailed(f"There is no content in {shown(wanted.content)}. Say where it is with CONTENT=.")
    showing = preview(wanted)
    with listen(showing, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            log.info("Serving at http://%s:%s/ (Ctrl-C stops it).", HOST, server.server_port)
            seen = changes(wanted)
            showing.read()
            for changed in seen:
                if any(_is_program(path, wanted.project) for path in changed):
                    log.info("%s changed: starting again …", _named(changed))
                    restart(wanted, server.server_port)
                else:
                    log.info("%s changed.", _named(changed))
                    showing.read(changed)
        finally:
            server.shutdown()


def _is_program(path: Path, project: Path) -> bool:
    """Whether a file is one of the program's, or of its settings."""
    return path.parent == project or (path.is_relative_to(project / "plugins") and path.suffix == ".py")


def _named(changed: set[Path]) -> str:
    first, *others = sorted(changed)
    name = shown(first)
    return f"{name} and {len(others)} more" if others else name
