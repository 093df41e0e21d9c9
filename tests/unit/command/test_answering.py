"""Whom `make serve` answers, and what: its own pages in the writer's browser, and nobody else.

Everything here is asked of a server that listens, in the bytes that stand here.
"""

from __future__ import annotations

import contextlib
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from command.answering import Server
from command.overlay import PAGE_HEADERS
from tests.helpers.examples import examples
from tests.helpers.folder_site import FolderSite

#: How long the server of these tests waits for a request, in seconds.
PATIENCE = 1.0


class Asked:
    """An answer: its status (0 where the connection was only closed), its headers, and what it says."""

    def __init__(self, whole: bytes) -> None:
        head, _, body = whole.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.whole = whole
        self.status = int(first.split(" ")[1]) if first else 0
        self.headers = dict(line.split(": ", 1) for line in lines)
        self.says = body.decode("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "output"
    (folder / "ar").mkdir(parents=True)
    (folder / "index.html").write_text("home", "utf-8")
    (folder / "ar" / "index.html").write_text("الأولى", "utf-8")
    (folder / "theme.js").write_text("x = 'unpublished'", "utf-8")
    (folder.parent / "secret").mkdir()
    (folder.parent / "secret" / "index.html").write_text("not for readers", "utf-8")
    return folder


class Watched(Server):
    """Remembers what went wrong while it answered, but for browsers that went away."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), OSError):
            self.faults.append(sys.exception())
        super().handle_error(request, client_address)

    faults: ClassVar[list[BaseException | None]] = []


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Watched]:
    with Watched(FolderSite(folder), 0, PATIENCE) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server
        server.shutdown()


def send(server: Watched, *pieces: bytes, close: bool = False) -> Asked:
    """Send bytes, and read until the server closes. ``close`` says that nothing more comes."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as connection:
        whole = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
            if close:
                connection.shutdown(socket.SHUT_WR)
            while some := connection.recv(65536):
                whole += some
        except ConnectionError:  # it would not hear more
            pass
        return Asked(whole)


def ask(server: Watched, path: str = "/", method: str = "GET", **headers: str) -> Asked:
    """Ask as a browser does. A header that is empty is left out."""
    sent = {"Host": f"127.0.0.1:{server.server_port}", "Connection": "close"}
    sent |= {name.replace("_", "-"): text for name, text in headers.items()}
    lines = [f"{name}: {text}" for name, text in sent.items() if text]
    return send(server, "\r\n".join([f"{method} {path} HTTP/1.1", *lines, "", ""]).encode())


# Whom it answers


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_it_answers_to_the_names_of_this_machine(server: Watched, name: str) -> None:
    assert ask(server, Host=f"{name}:{server.server_port}").says == "home"


@pytest.mark.parametrize("host", [
    "", "evil.example", "evil.example:PORT", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1.evil.example:PORT", "localhost.evil.example:PORT",
    "127.0.0.1:PORT.evil.example", "evil.example@127.0.0.1:PORT", "127.0.0.1:PORT@evil.example", "127.0.0.1:0PORT", "127.1:PORT", "0.0.0.0:PORT",
    "[::ffff:127.0.0.1]:PORT", "localhost.:PORT", "127.0.0.1:PORT, evil.example", "127.0.0.1:PORT\r\nHost: evil.example",
    "127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT", "127.0.0.1:PORT\r\n evil.example",
])  # fmt: skip
def test_a_name_that_was_made_to_lead_here_gets_nothing(server: Watched, host: str) -> None:
    asked = ask(server, Host=host.replace("PORT", str(server.server_port)))
    assert asked.status == 421
    assert f"This site is shown only at http://127.0.0.1:{server.server_port}/ on" in asked.says
    assert "evil" not in asked.says


OTHERS = [
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
    {"Sec_Fetch_Site": "anything"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"},
    {"Sec_Fetch_Site": "same-origin\r\nSec-Fetch-Site: cross-site"},
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:PORT"},
    {"Origin": "https://127.0.0.1:PORT"},
    {"Origin": "http://evil.example", "Sec_Fetch_Site": "same-origin"},
    {"Referer": "http://evil.example/"},
    {"Referer": "http://127.0.0.1:1/"},
    {"Referer": "http://127.0.0.1:PORT0/"},
    {"Referer": "http://127.0.0.1:PORT.evil.example/"},
    {"Referer": "http://127.0.0.1:PORT@evil.example/"},
]


@pytest.mark.parametrize("path", ["/", "/theme.js", "/nothing", "/ar"])
@pytest.mark.parametrize("headers", OTHERS, ids=str)
def test_what_another_site_asks_for_is_refused(server: Watched, headers: dict[str, str], path: str) -> None:
    asked = ask(server, path, **{name: text.replace("PORT", str(server.server_port)) for name, text in headers.items()})
    assert asked.status == 403
    assert f"Type the address yourself: http://127.0.0.1:{server.server_port}/" in asked.says
    assert "unpublished" not in asked.says
    assert "Location" not in asked.headers


@pytest.mark.parametrize("headers", [
    {}, {"Sec_Fetch_Site": "none"}, {"Sec_Fetch_Site": "same-origin"}, {"Origin": "http://127.0.0.1:PORT"}, {"Referer": "http://127.0.0.1:PORT/ar/"},
    {"Referer": "http://127.0.0.1:PORT"}, {"Referer": "http://elsewhere.example/", "Sec_Fetch_Site": "none"},
], ids=str)  # fmt: skip
def test_its_own_pages_and_the_address_bar_are_answered(server: Watched, headers: dict[str, str]) -> None:
    asked = ask(
        server, "/ar/", **{name: text.replace("PORT", str(server.server_port)) for name, text in headers.items()}
    )
    assert (asked.status, asked.says) == (200, "الأولى")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "X"])
def test_pages_can_only_be_read(server: Watched, method: str) -> None:
    asked = ask(server, method=method)
    assert (asked.status, asked.headers["Allow"]) == (405, "GET, HEAD")


# What it answers


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        (200, {}), (200, {"path": "/theme.js"}), (200, {"method": "HEAD"}), (301, {"path": "/ar"}), (404, {"path": "/nothing"}), (405, {"method": "POST"}),
        (421, {"Host": "evil.example"}), (403, {"Origin": "null"}), (400, {"path": "http://127.0.0.1/"}), (400, {"Content_Length": "3"}),
    ],
)  # fmt: skip
def test_every_answer_says_what_a_page_may_do(server: Watched, status: int, asked: dict[str, str]) -> None:
    answer = ask(server, **asked)
    assert answer.status == status
    for name, value in PAGE_HEADERS.items():
        if name == "Content-Security-Policy" and status not in (200, 301):
            assert re.match(r"default-src 'none'; style-src 'sha256-[\w+/=]+';", answer.headers[name])
            assert answer.headers[name].endswith("; frame-ancestors 'none'")
        else:
            assert answer.headers[name] == value
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Server"] == "Isnad"


@pytest.mark.parametrize("state", ["building", "failed"])
def test_so_does_the_page_that_waits(folder: Path, state: str) -> None:
    showing = FolderSite(folder, state)
    showing.faults = ["reports/<r>/ar.md:1:2: what is wrong; what to do"]
    with Server(showing, 0) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        answer = ask(server)
        assert (answer.status, answer.headers["X-Frame-Options"]) == (503, "DENY")
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert 'http-equiv="refresh"' in answer.says
        assert "<li><bdi>reports/&lt;r&gt;/ar.md:1:2: what is wrong; what to do</bdi></li>" in answer.says
        assert ask(server, Host="evil.example").status == 421
        assert ask(server, Sec_Fetch_Site="cross-site").status == 403
        server.shutdown()


@pytest.mark.parametrize("path", [
    "/%2e%2e/secret/index.html", "/..%2fsecret/index.html", "/..",
    "/ar/../index.html", "/ar/%2e%2e/index.html", "/.", "/ar//index.html", "/ar\\index.html", "/ar%5cindex.html", "/%5c..%5csecret", "/index.html%00",
    "/%00", "/%ff", "/%ed%a0%80", "/index.html%0a", "/%1b[31m", "/index.html/", "/%", "/%zz", f"/{'a' * 300}", f"/{'a/' * 3000}", f"/{'%41' * 9000}", "/C:/",
    "/~", "/index.html%20", "/~root/", "/INDEX.HTML%E2%80%AE",
])  # fmt: skip
def test_what_is_no_page_of_the_site_is_not_found(server: Watched, path: str) -> None:
    asked = ask(server, path)
    assert (asked.status, "There is no page at this address." in asked.says) == (404, True)


def test_more_slashes_are_one(server: Watched) -> None:
    assert ask(server, "//").says == "home"
    assert ask(server, "/?q=//evil.example/../x").says == "home"


@pytest.mark.parametrize(
    ("path", "leads"),
    [("/ar", "/ar/"), ("//ar", "/ar/"), ("///ar?a=//b", "/ar/?a=//b"), ("/%61r", "/ar/")],
)
def test_a_folder_leads_to_its_page_and_nowhere_else(server: Watched, path: str, leads: str) -> None:
    asked = ask(server, path)
    assert (asked.status, asked.headers["Location"]) == (301, leads)


@pytest.mark.parametrize(
    "text", ["bytes=0-1", "bytes=9-1", "bytes=-", "bytes=0-0,1-1," * 500, "lines=1", "\x00"], ids=ascii
)
def test_a_part_cannot_be_asked_for(server: Watched, text: str) -> None:
    asked = ask(server, Range=text)
    assert (asked.status, asked.says) == (200, "home")


class Broken(FolderSite):
    """A site of which a page cannot be made."""

    def file(self, path: str) -> bytes | None:
        if path == "broken.html":
            raise KeyError("a name in a template")
        return super().file(path)


def test_a_page_that_cannot_be_made_is_said_to_be_so(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Server(Broken(folder), 0) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        asked = ask(server, "/broken.html")
        assert (asked.status, "This page could not be made." in asked.says) == (500, True)
        assert "a name in a template" not in asked.says
        assert "broken.html could not be made:" in caplog.text
        assert ask(server).says == "home"
        server.shutdown()


# Odd requests

HOST = b"Host: 127.0.0.1:PORT\r\n"
ODD = (
    b"\r\n", b"\n", b"GET /\r\n\r\n", b"GET /\r\n" + HOST + b"\r\n", b"GET", b"GET \r\n\r\n", b"GET  / HTTP/1.1\r\n\r\n", b"get / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1 x\r\n\r\n", b"GET / HTTP/2.0\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / http/1.1\r\n\r\n", b"GET / HTTP/1.1\r\n", b"GET / HT",
    b"GET http://127.0.0.1:PORT/ HTTP/1.1\r\n" + HOST + b"\r\n", b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"GET * HTTP/1.1\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\n\r\n", "GET /ح HTTP/1.1\r\n\r\n".encode(), b"GET /\xff HTTP/1.1\r\n\r\n", b"GET /\x1b[31m HTTP/1.1\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x00" * 70000, b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 70000 + b"\r\n\r\n", b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 200 + b"\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"no header\r\nSec-Fetch-Site: cross-site\r\n\r\n", b"GET / HTTP/1.1\r\n: x\r\n\r\n", b"GET / HTTP/1.1\r\n\xff\xfe: \xff\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 5\r\n\r\nGET /", b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\nContent-Length: 9\r\n\r\nGET / HTT", b"GET / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"Expect: 100-continue\r\n\r\n", b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 3\r\n\r\nabc",
)  # fmt: skip


@pytest.fixture
def quiet(server: Watched, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Whatever was asked: the server goes on, and nothing stands in the terminal."""
    yield
    assert ask(server).says == "home"
    assert (capfd.readouterr(), server.faults) == (("", ""), [])


@pytest.mark.parametrize("whole", ODD, ids=lambda whole: ascii(whole[:60]))
def test_an_odd_request_is_refused_in_words(server: Watched, quiet: None, whole: bytes) -> None:
    asked = send(server, whole.replace(b"PORT", str(server.server_port).encode()), close=True)
    assert asked.status in (400, 404, 405, 414, 417, 421, 431), asked.whole
    assert "<!doctype html>" in asked.says
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", asked.says)
    assert "home" not in asked.says


requests = st.builds(
    lambda method, path, version, headers, end: b" ".join([method, path, version]) + b"\r\n" + b"\r\n".join(headers) + end,
    st.sampled_from([b"GET", b"HEAD", b"POST", b"G\x00T", b"\xff"]) | st.binary(max_size=5),
    st.sampled_from([b"/", b"/ar", b"/../secret/index.html", b"/%00", b"/%ff", b"//", b"/..", b"\\"]) | st.binary(max_size=20),
    st.sampled_from([b"HTTP/1.1", b"HTTP/1.0", b"HTTP/0.9", b"HTTP/1.1.1", b"HTTP/99999999999.1"]) | st.binary(max_size=9),
    st.lists(
        st.sampled_from([HOST, b"Host: evil.example", b"Origin: null", b"Range: bytes=9-1", b"Content-Length: 9", b"Connection: close"])
        | st.binary(max_size=30),
        max_size=5,
    ),
    st.sampled_from([b"\r\n\r\n", b"\r\n", b"\n\n", b""]),
)  # fmt: skip


@examples(150)
@given(requests | st.binary(max_size=80))
@example(b"GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n")
def test_no_bytes_get_more_than_an_answer(server: Watched, capfd: pytest.CaptureFixture[str], whole: bytes) -> None:
    port = str(server.server_port).encode()
    asked = send(server, whole.replace(b"PORT", port), close=True)
    assert asked.status in (0, 200, 301, 400, 404, 405, 414, 417, 421, 431, 403), asked.whole
    if asked.status in (200, 301):
        assert re.search(rb"(?i)\r\nhost:\s*127\.0\.0\.1:", whole)
    assert b"not for readers" not in asked.whole
    assert (capfd.readouterr(), server.faults) == (("", ""), [])


def test_a_browser_that_goes_away_leaves_no_trace(server: Watched, quiet: None) -> None:
    for how in ("before", "within", "at once"):
        connection = socket.create_connection(("127.0.0.1", server.server_port), timeout=20)
        if how != "at once":
            connection.sendall(
                b"GET / HTTP/1.1\r\nHo"
                if how == "within"
                else f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n".encode()
            )
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")  # closing resets
        connection.close()
    time.sleep(0.1)


def test_whoever_is_slow_holds_up_nobody_and_is_not_waited_for(server: Watched, quiet: None) -> None:
    """A request a byte at a time, thirty of them, and one that sends nothing at all."""
    slow = [socket.create_connection(("127.0.0.1", server.server_port), timeout=20) for _ in range(30)]
    begun = time.monotonic()
    for step in range(12):
        for connection in slow[1:]:
            try:
                connection.sendall(b"GET / HTTP/1.1\r\nX: a"[step : step + 1])
            except ConnectionError:
                continue
        before = time.monotonic()
        assert ask(server).says == "home"
        assert time.monotonic() - before < PATIENCE
        time.sleep(PATIENCE / 8)
    for connection in slow:
        with contextlib.suppress(ConnectionError):
            assert connection.recv(100) == b""
        connection.close()
    assert time.monotonic() - begun < 6 * PATIENCE


def test_several_are_answered_on_one_connection(server: Watched) -> None:
    head = f" / HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n".encode()
    asked = send(server, b"GET" + head + b"\r\nHEAD" + head + b"\r\nGET" + head + b"Connection: close\r\n\r\n")
    assert asked.whole.count(b"HTTP/1.1 200 ") == 3
    assert asked.whole.count(b"\r\n\r\nhome") == 2
