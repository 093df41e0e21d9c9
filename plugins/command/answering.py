"""What `make serve` answers a browser: the site's files, to the one who writes it and to nobody else.

Every page that the writer has open can ask this machine for something, and so can every name that is made to lead here.
So a request must name this server as its host, and come from the site's own pages or from the address bar; everything
that is answered says what a page may do (``policy``), and that no other page may have it. What is asked in another way
than browsers ask is answered in words or not at all.

Terms are those of RFC 9110 and 9112 and of the W3C's *Fetch Metadata Request Headers*.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import logging
import re
import socket
import sys
import time
from collections.abc import Sequence
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, unquote_to_bytes

from briefings.assets.policy import HEADERS

from .overlay import OWN, PAGE_HEADERS, listed

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
#: The file that a folder shows.
PAGE = "index.html"
#: The names of this machine that a browser may have asked for.
NAMES = (HOST, "localhost", "[::1]")
#: How long a request may take to be there, and an answer to be fetched, in seconds.
PATIENCE = 10.0
#: How long what still comes is heard, after the last answer.
LINGERING = 1.0

#: What browsers and nothing else ask: a path of this server, in ASCII.
_REQUEST = re.compile(rb"[A-Z]{1,20} /[!-~]* HTTP/1\.[01]\r?\n")

KINDS = {
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}

#: What the browser shows where there is no page of the site: the English and the Arabic sentence for each state and
#: each reason. ``{here}`` is the address of the site.
SENTENCES = {
    "building": (
        "The content is being read. This page looks again every two seconds.",
        "تجري قراءة المحتوى. تتحقق هذه الصفحة من جديد كل ثانيتين.",
    ),
    "failed": (
        "The content has errors. Mend them and save: this page looks again every two seconds.",
        "في المحتوى أخطاء. صحّحها واحفظ: تتحقق هذه الصفحة من جديد كل ثانيتين.",
    ),
    "broken": (
        "This page could not be made. What is wrong stands in the terminal where you started the server. "
        "This page looks again every two seconds.",
        "تعذّر إعداد هذه الصفحة. تجد الخطأ في نافذة الأوامر التي شغّلت الخادم منها. تتحقق هذه الصفحة من جديد كل ثانيتين.",
    ),
    "host": (
        "This site is shown only at {here} on the computer where it is written.",
        "لا يُعرض هذا الموقع إلا عند العنوان {here} على الحاسوب الذي يُكتب عليه.",
    ),
    "origin": (
        "Another site asked for this page, so it is not shown. Type the address yourself: {here}",
        "طلب موقع آخر هذه الصفحة، ولذلك لا تُعرض. اكتب العنوان بنفسك: {here}",
    ),
    "nothing": ("There is no page at this address.", "لا توجد صفحة عند هذا العنوان."),
    "odd": ("This request cannot be answered.", "لا يمكن الرد على هذا الطلب."),
}
_STYLE = "body { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.7 system-ui, sans-serif }"
_PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{again}<title>Isnad · إسناد</title>
<style>{style}</style>
<p>{english}</p>
<p lang="ar" dir="rtl">{arabic}</p>
{wrong}
</html>
"""
_AGAIN = '<meta http-equiv="refresh" content="2">\n'
#: What such a page may do: have its own style. The site's own policy knows no style within a page.
_PLAIN = {
    **HEADERS,
    "Content-Security-Policy": "default-src 'none'; style-src 'sha256-"
    f"{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
}


class Showing(Protocol):
    """What is served. ``faults`` are lines that say why there is nothing to be seen."""

    faults: list[str]

    def state(self) -> str:
        """``building``, ``failed`` or ``good``: then there are files."""
        ...

    def file(self, path: str) -> bytes | None:
        """What is at a path below the server's root; ``None`` where nothing is."""
        ...


class Server(ThreadingHTTPServer):
    """Listens at a port of this machine, 0 being any free one, and answers with the files of ``showing``.

    Raises ``OSError`` when the port cannot be used and ``OverflowError`` when it is none.
    """

    request_queue_size = 64

    def __init__(self, showing: Showing, port: int, patience: float = PATIENCE) -> None:
        self.showing = showing
        self.patience = patience
        super().__init__((HOST, port), Handler)
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in NAMES)
        if self.server_port == 80:
            self.hosts |= frozenset(NAMES)

    def server_bind(self) -> None:
        """Without asking anybody for the machine's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away, and one line of a fault of ours."""
        fault = sys.exception()
        if not isinstance(fault, OSError):
            log.warning("A request could not be answered: %s.", type(fault).__name__)
        log.debug("A request was not answered.", exc_info=True)


class _InTime(io.RawIOBase):
    """What comes from a connection, until a time that is set anew for each request. Raises ``TimeoutError``."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.until = 0.0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the request did not come in time")
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with files of a ``Showing``; nothing that it answers may be kept by the browser."""

    protocol_version = default_request_version = "HTTP/1.1"
    server: Server
    raw_requestline: bytes

    def setup(self) -> None:
        super().setup()
        self.rfile.close()
        self._coming = _InTime(self.connection)
        self.rfile = io.BufferedReader(self._coming)

    def finish(self) -> None:
        """Hear a little of what still comes: a connection that is closed before that loses the answer too."""
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self._coming.until = time.monotonic() + min(LINGERING, self.server.patience)
            for _ in range(64):
                if not self._coming.readinto(bytearray(65536)):
                    break
        super().finish()

    def handle_one_request(self) -> None:
        self._coming.until = time.monotonic() + self.server.patience
        self.command = ""
        super().handle_one_request()

    def parse_request(self) -> bool:
        """Whether there is something to answer: a request of this server, from its own pages or the address bar."""
        self.command, self.request_version, self.close_connection = "", self.protocol_version, True
        if not _REQUEST.fullmatch(self.raw_requestline):
            self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        if not super().parse_request():
            return False
        self.connection.settimeout(self.server.patience)
        if self.command not in ("GET", "HEAD"):
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)
        elif self.headers.defects or self._brings_something():
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif self._host not in self.server.hosts:
            self._say(HTTPStatus.MISDIRECTED_REQUEST, "host")
        elif not self._is_our_own():
            self._say(HTTPStatus.FORBIDDEN, "origin")
        else:
            return True
        return False

    def handle_expect_100(self) -> bool:
        self.send_error(HTTPStatus.EXPECTATION_FAILED)
        return False

    def _brings_something(self) -> bool:
        """Whether something would follow the request, which is then not to be taken for another one."""
        lengths = self.headers.get_all("Content-Length", [])
        return "Transfer-Encoding" in self.headers or any(length.strip() != "0" for length in lengths)

    @property
    def _host(self) -> str:
        """The host that the request names, if it names one."""
        hosts = self.headers.get_all("Host", [])
        return hosts[0].strip().lower() if len(hosts) == 1 else ""

    def _is_our_own(self) -> bool:
        """Whether a page of this server asks, or somebody who typed the address. Another port is another origin."""
        here = f"http://{self._host}"
        if any(origin.strip().lower() != here for origin in self.headers.get_all("Origin", [])):
            return False
        if sites := self.headers.get_all("Sec-Fetch-Site", []):
            return all(site.strip().lower() in ("same-origin", "none") for site in sites)
        return all(f"{page.strip().lower()}/".startswith(f"{here}/") for page in self.headers.get_all("Referer", []))

    def do_GET(self) -> None:
        asked, _, _ = self.path.partition("#")
        path, mark, query = asked.partition("?")
        parts, showing = _parts(path), self.server.showing
        if not (parts and parts[0] == OWN) and (state := showing.state()) != "good":
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, state, _AGAIN, showing.faults)
            return
        if parts is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        name = "/".join([*parts[:-1], parts[-1] or PAGE])
        try:
            body = showing.file(name)
            led = body is None and parts[-1] and showing.file(f"{name}/{PAGE}") is not None
        except Exception:
            log.warning("%s could not be made:", name, exc_info=True)
            self.close_connection = True
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, "broken", _AGAIN)
            return
        if led:
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", PAGE_HEADERS, Location=f"/{quote(name)}/{mark}{query}")
        elif body is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            kind = KINDS.get(Path(name).suffix, "application/octet-stream")
            self._send(HTTPStatus.OK, body, PAGE_HEADERS, Content_Type=kind)

    do_HEAD = do_GET

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where it has one, else with a plain one. What was asked is not repeated."""
        status = HTTPStatus(code)
        if status != HTTPStatus.NOT_FOUND:
            self.close_connection = True
            self._say(status, "odd")
        elif (page := self.server.showing.file("404.html")) is not None:
            self._send(status, page, PAGE_HEADERS, Content_Type=KINDS[".html"])
        else:
            self._say(status, "nothing")

    def _say(self, status: HTTPStatus, reason: str, again: str = "", faults: Sequence[str] = ()) -> None:
        here = f"http://{HOST}:{self.server.server_port}/"
        english, arabic = (escape(sentence.format(here=here)) for sentence in SENTENCES[reason])
        wrong = listed(faults) if faults else ""
        page = _PAGE.format(again=again, style=_STYLE, english=english, arabic=arabic, wrong=wrong)
        self._send(status, page.encode(), _PLAIN, Content_Type=KINDS[".html"])

    def _send(self, status: HTTPStatus, body: bytes, safety: dict[str, str], **headers: str) -> None:
        self.connection.settimeout(self.server.patience)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        for name, value in safety.items():
            self.send_header(name, value)
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def version_string(self) -> str:
        return "Isnad"

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing: what others ask for is no message of ours. An odd request has no line that could be logged."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of what goes wrong either."""


def _parts(path: str) -> list[str] | None:
    """The names in a path, the last of them empty for a folder's own page. None where a path is none of a site's."""
    try:
        names = unquote_to_bytes(path).decode("utf-8").lstrip("/").split("/")
    except UnicodeDecodeError:
        return None
    if any(name in (".", "..") or not name.isprintable() or "\\" in name for name in names) or "" in names[:-1]:
        return None
    return names
