"""Asking the addresses outside a site, with a host of our own to ask."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefings.link_check import LISTED, LYCHEE, check_links
from briefings.messages import BuildFailed
from tests.helpers.tiny_project import TinyProject


class Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(404 if "gone" in self.path else 200)
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def listing(folder: Path, *rows: tuple[str, str, str]) -> Path:
    listed = folder / LISTED
    listed.parent.mkdir(parents=True, exist_ok=True)
    lines = [",".join(f'"{cell}"' for cell in row) for row in [("where", "what", "url"), *rows]]
    listed.write_text("\r\n".join(lines) + "\r\n", "utf-8")
    return folder


def test_all_is_well(tmp_path: Path, host: str) -> None:
    site = listing(tmp_path, ("r", "original", f"{host}/a?b=1&c=2"), ("s", "archive", f"{host}/قصف (1)".replace(" ", "%20")))
    assert str(check_links(site)) == "2 addresses asked, and all answered."


def test_what_does_not_answer_is_named_with_all_its_places(tmp_path: Path, host: str) -> None:
    gone = f"{host}/gone/عنوان"
    site = listing(tmp_path, ("r", "original", f"{host}/a"), ("r", "text", gone), ("s", "text", gone), ("s", "text", gone))
    checked = check_links(site)
    assert list(checked.broken) == [gone]
    head, url, why, *places, advice = str(checked).splitlines()
    assert head == "2 addresses asked. 1 did not answer as it should:"
    assert url == f"  {gone}"
    assert "404" in why
    assert places == ["    in r (text)", "    in s (text)"]
    assert advice.startswith("Open each in a browser")


def test_without_a_network_it_asks_whether_there_is_one(tmp_path: Path) -> None:
    site = listing(tmp_path, ("r", "original", "http://127.0.0.1:9/a"), ("r", "text", "http://127.0.0.1:9/b"))
    assert str(check_links(site)).endswith("\nNone answered: is there a network?")


def test_a_site_that_leads_nowhere_has_nothing_to_ask(tmp_path: Path) -> None:
    assert str(check_links(listing(tmp_path))) == "The site leads to no address outside it."


def test_without_a_site_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"There is no built site in .*Build it first: make"):
        check_links(tmp_path)


def test_without_the_checker_it_says_how_to_get_it(tmp_path: Path) -> None:
    assert LYCHEE.is_file()
    with pytest.raises(BuildFailed, match="`make links` installs it"):
        check_links(listing(tmp_path), tmp_path / "lychee")


def test_the_command_says_it_and_fails_when_something_is_broken(tmp_path: Path, host: str) -> None:
    project = TinyProject(tmp_path / "project")
    assert project.run("links")[0] == 1, "nothing is built"
    listing(project.output, ("r", "original", f"{host}/a"))
    assert project.run("links") == (0, "1 address asked, and all answered.\n")
    listing(project.output, ("r", "original", f"{host}/gone"))
    code, said = project.run("links")
    assert (code, said.splitlines()[0]) == (1, "1 address asked. 1 did not answer as it should:")
