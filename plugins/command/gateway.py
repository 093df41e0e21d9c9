"""The way out for a program that asks other hosts: it lets nothing through to this machine or its own network.

An address that is fit to be published can lead on to one that is not, and a name can have the number of a machine at
home. So each host that is asked, at first or after others, is looked up here, and connected to by the number that was
judged. Terms are those of RFC 9110: this is a proxy, with tunnels for https.
"""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from reports.hosts import is_of_the_internet, is_public_number

#: How long a host may take to answer, in seconds.
PATIENCE = 40.0

#: What is said to the gateway, and not to the host.
_BETWEEN_US = ("connection", "proxy-connection", "proxy-authorization", "keep-alive")
_nothing = contextlib.nullcontext


class Gateway(ThreadingHTTPServer):
    """Lets through what leads to the internet. ``refused`` has the hosts to which it let nothing through."""

    request_queue_size = 64

    def __init__(self) -> None:
        self.refused: set[str] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: whoever asked hears that there was no answer."""

    def connect(self, host: str, port: int) -> socket.socket:
        """A connection to a host of the internet. Raises ``PermissionError`` for others, and other ``OSError``."""
        written = f"[{host}]" if ":" in host else host
        numbers = []
        if public := is_of_the_internet(written):
            numbers = self.numbers_of(host, port)
            public = all(is_public_number(number) for number, _ in numbers)
        if not public:
            self.refused.add(host)
            raise PermissionError(f"{host} is of this machine or its network")
        failed = OSError()
        for number in numbers:
            try:
                return self.reach(number, PATIENCE / len(numbers))
            except OSError as error:
                failed = error
        raise failed

    def numbers_of(self, host: str, port: int) -> list[tuple[str, int]]:
        """The numbers by which a host is reached, each with the port. Raises ``OSError`` where there are none."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return [(str(address[0]), port) for *_, address in found]

    def reach(self, number: tuple[str, int], patience: float) -> socket.socket:
        """A connection to a machine by its number. Raises ``OSError``."""
        return socket.create_connection(number, timeout=patience)


class _Handler(BaseHTTPRequestHandler):
    server: Gateway
    timeout = PATIENCE

    def do_CONNECT(self) -> None:
        with self._connected(f"//{self.path}", 443) or _nothing() as there:
            if there:
                self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
                self._pass_on(there)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        lines = [f"{name}: {value}" for name, value in self.headers.items() if name.lower() not in _BETWEEN_US]
        request = "\r\n".join([f"{self.command} {path} HTTP/1.1", *lines, "Connection: close", "", ""])
        with self._connected(self.path, 80) or _nothing() as there:
            if there:
                there.sendall(request.encode("latin-1"))
                self._pass_on(there)

    do_HEAD = do_GET

    def _connected(self, address: str, usual: int) -> socket.socket | None:
        """A connection to the host of an address. Where there is none, that is answered."""
        self.close_connection = True
        try:
            parts = urlsplit(address)
            return self.server.connect(parts.hostname or "", parts.port or usual)
        except PermissionError:
            self.send_error(HTTPStatus.FORBIDDEN)
        except (OSError, ValueError):
            self.send_error(HTTPStatus.BAD_GATEWAY)
        return None

    def _pass_on(self, there: socket.socket) -> None:
        """Carry what comes from either side to the other, until one has said all."""
        ends = {self.connection: there, there: self.connection}
        while ready := select.select(list(ends), [], [], PATIENCE)[0]:
            for end in ready:
                some = end.recv(65536)
                if not some:
                    return
                ends[end].sendall(some)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def opened(gateway: Gateway) -> Iterator[str]:
    """The address of a gateway that is open while the block runs."""
    with gateway:
        threading.Thread(target=gateway.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{gateway.server_port}"
        finally:
            gateway.shutdown()
