"""Shows a site on this machine while it is being written: serves it, and builds it again at every change."""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import watchfiles

from .building import Order
from .messages import BuildFailed, shown

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
PORT = 8000

#: What the browser shows until there is a site: the English and the Arabic sentence for each state.
WAITING = {
    "building": ("The site is being built.", "يجري بناء الموقع."),
    "failed": (
        "The site could not be built. What is wrong stands in the terminal where you started it.",
        "تعذّر بناء الموقع. تجد الأخطاء في نافذة الأوامر التي شغّلته منها.",
    ),
}
WAITING_PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>Isnad · إسناد</title>
<style>
  body {{ max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.7 system-ui, sans-serif }}
</style>
<p>{english} This page looks again every two seconds.</p>
<p lang="ar" dir="rtl">{arabic} تتحقق هذه الصفحة من جديد كل ثانيتين.</p>
</html>
"""


class Showing:
    """The site that is served: where it is, and its state (``building``, ``failed`` or ``good``)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = "building"

    def built(self, succeeded: bool) -> None:
        """Note how a build ended. Once there was a good site, the last good one is shown."""
        if succeeded:
            self.state = "good"
        elif self.state != "good":
            self.state = "failed"


class Handler(SimpleHTTPRequestHandler):
    """Answers from the folder of a ``Showing``; nothing that it answers may be kept by the browser."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".woff2": "font/woff2",
        ".xml": "application/xml; charset=utf-8",
    }

    def __init__(self, *arguments: object, showing: Showing) -> None:
        self._showing = showing
        super().__init__(*arguments, directory=str(showing.folder))  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]
        del self.headers["If-Modified-Since"]
        if self._showing.state != "good":
            english, arabic = WAITING[self._showing.state]
            page = WAITING_PAGE.format(english=english, arabic=arabic)
            self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, page.encode())
            return None
        return super().send_head()

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._showing.folder / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._send_page(HTTPStatus.NOT_FOUND, page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def _send_page(self, code: HTTPStatus, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        log.debug(format, *arguments)


def listen(showing: Showing, port: int) -> ThreadingHTTPServer:
    """A server at ``port`` of this machine (0: any free one), not yet answering. Raises ``BuildFailed``."""
    try:
        return ThreadingHTTPServer((HOST, port), partial(Handler, showing=showing))
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
    command = [sys.executable, "-m", "briefings", "build", *options]
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
            found.put(error)

    threading.Thread(target=watch, args=folders, daemon=True).start()
    threading.Thread(target=watch, args=(project,), kwargs={"only": settings}, daemon=True).start()
    while True:
        news = found.get()
        if isinstance(news, BaseException):
            raise BuildFailed(f"Changes can no longer be seen: {news}. Start `make serve` again.") from news
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
    return f"{shown(first)} and {len(others)} more" if others else shown(first)
