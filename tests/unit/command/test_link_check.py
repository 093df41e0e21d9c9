"""Asking the addresses outside a site, with a host of our own to ask."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from command.gateway import Gateway, opened
from command.link_check import LISTED, LYCHEE, check_links
from command.messages import BuildFailed
from tests.helpers.tiny_project import TinyProject


class Host(BaseHTTPRequestHandler):
    """A host on the internet, where everything is but what is gone. It may lead on to another address."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(f"{self.headers['Host']} {self.path}")
        on = parse_qs(urlsplit(self.path).query).get("on")
        self.send_response(404 if "gone" in self.path else 302 if on else 200)
        if on:
            self.send_header("Location", on[0])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    Host.asked.clear()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def internet(host: str) -> type[Gateway]:
    """A way out behind which ``host`` is at port 80 of a number of the internet; names that begin with ``home`` lead home.

    No other name is known, and no other machine can be reached.
    """
    outside = "93.184.215.14"

    class Internet(Gateway):
        def numbers_of(self, name: str, port: int) -> list[tuple[str, int]]:
            if name.endswith(".elsewhere.net"):
                return [(outside, port), *([("127.0.0.1", port)] if name.startswith("home") else [])]
            raise socket.gaierror

        def reach(self, number: tuple[str, int], patience: float) -> socket.socket:
            if number != (outside, 80):
                raise ConnectionRefusedError
            return socket.create_connection(("127.0.0.1", int(host.rpartition(":")[2])), patience)

    return Internet


#: An address of the host.
AT = "http://a.elsewhere.net"


def listing(folder: Path, *rows: tuple[str, str, str]) -> Path:
    listed = folder / LISTED
    listed.parent.mkdir(parents=True, exist_ok=True)
    lines = [",".join(f'"{cell}"' for cell in row) for row in [("where", "what", "url"), *rows]]
    listed.write_text("\r\n".join(lines) + "\r\n", "utf-8")
    return folder


def test_all_is_well(tmp_path: Path, internet: type[Gateway]) -> None:
    site = listing(
        tmp_path, ("r", "original", f"{AT}/a?b=1&c=2"), ("s", "archive", f"{AT}/قصف (1)".replace(" ", "%20"))
    )
    assert str(check_links(site, way_out=internet)) == "2 addresses asked, and all answered."


def test_what_does_not_answer_is_named_with_all_its_places(tmp_path: Path, internet: type[Gateway]) -> None:
    gone = f"{AT}/gone/عنوان"
    site = listing(
        tmp_path, ("r", "original", f"{AT}/a"), ("r", "text", gone), ("s", "text", gone), ("s", "text", gone)
    )
    checked = check_links(site, way_out=internet)
    assert list(checked.broken) == [gone]
    head, url, why, *places, advice = str(checked).splitlines()
    assert head == "2 addresses asked. 1 did not answer as it should:"
    assert url == f"  {gone}"
    assert "404" in why
    assert places == ["    in r (text)", "    in s (text)"]
    assert advice.startswith("Open each in a browser")


def test_without_a_network_it_asks_whether_there_is_one(tmp_path: Path, internet: type[Gateway]) -> None:
    site = listing(tmp_path, ("r", "original", "http://a.nowhere.net/a"), ("r", "text", "http://a.elsewhere.net:9/b"))
    assert str(check_links(site, way_out=internet)).endswith("\nNone answered: is there a network?")


def test_where_a_host_leads_on_to_is_asked_too(tmp_path: Path, internet: type[Gateway]) -> None:
    good, gone = f"{AT}/a?on=http://b.elsewhere.net/b", f"{AT}/c?on=http://b.elsewhere.net/gone"
    site = listing(tmp_path, ("r", "original", good), ("r", "text", gone))
    checked = check_links(site, way_out=internet)
    assert list(checked.broken) == [gone]
    assert "b.elsewhere.net /b" in Host.asked


@pytest.mark.parametrize("no_proxy", ["", "127.0.0.1,localhost,elsewhere.net"])
def test_nothing_is_asked_of_the_publishers_own_network(
    tmp_path: Path, host: str, internet: type[Gateway], monkeypatch: pytest.MonkeyPatch, no_proxy: str
) -> None:
    """Neither where an address, a name or another host leads there. ``host`` is also on this machine, and waits."""
    monkeypatch.setenv("no_proxy", no_proxy)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    port = host.rpartition(":")[2]
    homes = [
        f"http://{name}/secret"
        for name in (host, f"localhost:{port}", "192.168.1.1", "home.elsewhere.net", f"home.elsewhere.net:{port}")
    ]
    homes += [f"https://{host}/secret", f"http://[::1]:{port}/secret", "https://home.elsewhere.net/secret"]
    on = [f"{AT}/on{at}?on={quote(home)}" for at, home in enumerate(homes)]
    site = listing(tmp_path, *(("r", "text", url) for url in [*homes, *on]))
    checked = check_links(site, way_out=internet)
    assert [asked for asked in Host.asked if "secret" in asked and " /on" not in asked] == []
    assert set(checked.broken) == {*homes, *on}
    assert "is no address on the internet, so it was not asked" in str(checked)
    assert "Nothing was asked of this machine or its own network: 127.0.0.1, " in str(checked)


def test_what_is_said_in_a_tunnel_passes_both_ways(host: str, internet: type[Gateway]) -> None:
    """So go the requests of https, whose words the gateway does not see."""
    gateway = internet()
    with opened(gateway), socket.create_connection(("127.0.0.1", gateway.server_port), timeout=20) as connection:
        connection.sendall(b"CONNECT a.elsewhere.net:80 HTTP/1.1\r\nHost: a.elsewhere.net:80\r\n\r\n")
        assert connection.recv(1000) == b"HTTP/1.1 200 OK\r\n\r\n"
        connection.sendall(b"GET /within HTTP/1.0\r\nHost: a.elsewhere.net\r\n\r\n")
        assert connection.recv(1000).startswith(b"HTTP/1.0 200 OK\r\n")
    assert Host.asked == ["a.elsewhere.net /within"]


def test_where_a_proxy_is_the_way_out_nobody_is_followed(
    tmp_path: Path, host: str, internet: type[Gateway], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://{host}")
    site = listing(tmp_path, ("r", "text", f"{AT}/a?on=http://{host}/secret"), ("r", "text", f"{AT}/gone"))
    checked = check_links(site, way_out=internet)
    assert list(checked.broken) == [f"{AT}/gone"]
    assert [asked for asked in Host.asked if asked.endswith("/secret") and "on=" not in asked] == []


def test_a_site_that_leads_nowhere_has_nothing_to_ask(tmp_path: Path) -> None:
    assert str(check_links(listing(tmp_path))) == "The site leads to no address outside it."


def test_without_a_site_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"There is no built site in .*Build it first: make"):
        check_links(tmp_path)


def test_without_the_checker_it_says_how_to_get_it(tmp_path: Path) -> None:
    assert LYCHEE.is_file()
    with pytest.raises(BuildFailed, match="`make links` installs it"):
        check_links(listing(tmp_path), tmp_path / "lychee")


@pytest.mark.slow
def test_the_command_says_it_and_fails_when_something_is_broken(
    tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://{host}")
    project = TinyProject(tmp_path / "project")
    assert project.run("links")[0] == 1, "nothing is built"
    listing(project.output, ("r", "original", f"{AT}/a"))
    assert project.run("links") == (0, "1 address asked, and all answered.\n")
    listing(project.output, ("r", "original", f"{AT}/gone"))
    code, said = project.run("links")
    assert (code, said.splitlines()[0]) == (1, "1 address asked. 1 did not answer as it should:")
