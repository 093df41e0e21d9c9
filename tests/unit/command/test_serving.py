"""`make serve`: what the browser shows while somebody writes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from command.building import BuildRequest
from command.messages import BuildFailed
from command.serving import changes, listen, restart, serve
from tests.conftest import PROJECT
from tests.helpers.content import Content
from tests.helpers.folder_site import FolderSite


class Browser:
    """Asks a server for pages."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.answer: HTTPResponse

    def get(self, path: str, method: str = "GET", **headers: str) -> str:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=sent)
        self.answer = connection.getresponse()
        body = self.answer.read().decode("utf-8")
        connection.close()
        return body


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    (folder / "ar").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "index.html").write_text("home", "utf-8")
    (folder / "ar" / "index.html").write_text("الأولى", "utf-8")
    (folder / "404.html").write_text("no such page", "utf-8")
    (folder / "data" / "claims.csv").write_text("report", "utf-8")
    (tmp_path / "secret.txt").write_text("not for readers", "utf-8")
    return folder


@pytest.fixture
def showing(site: Path) -> FolderSite:
    return FolderSite(site)


@pytest.fixture
def browser(showing: FolderSite) -> Iterator[Browser]:
    with listen(showing, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Browser(server.server_port)
        server.shutdown()


# Pages


def test_pages_and_files_are_served_as_what_they_are(browser: Browser) -> None:
    assert browser.get("/") == "home"
    assert browser.get("/ar/") == "الأولى"
    assert browser.answer.getheader("Content-Type") == "text/html; charset=utf-8"
    assert browser.get("/data/claims.csv") == "report"
    assert browser.answer.getheader("Content-Type") == "text/csv; charset=utf-8"


def test_the_browser_keeps_nothing(browser: Browser) -> None:
    browser.get("/", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT")
    assert browser.answer.status == 200
    assert browser.answer.getheader("Cache-Control") == "no-store"
    assert browser.answer.getheader("Last-Modified") is None


@pytest.mark.parametrize("path", ["/nothing", "/ar/nothing.html", "/data/", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_what_is_not_there_is_answered_with_the_sites_own_page(browser: Browser, path: str) -> None:
    assert browser.get(path) == "no such page"
    assert browser.answer.status == 404


def test_the_heads_of_pages_can_be_asked_for(browser: Browser) -> None:
    assert browser.get("/nothing", "HEAD") == ""
    assert browser.answer.status == 404
    assert browser.answer.getheader("Content-Length") == "12"


def test_before_the_first_reading_the_browser_is_told(browser: Browser, showing: FolderSite) -> None:
    showing.is_now = "building"
    assert "The content is being read." in browser.get("/ar/")
    assert browser.answer.status == 503
    showing.is_now, showing.faults = "failed", ["ar.md:1:2: this; that"]
    page = browser.get("/")
    assert browser.answer.status == 503
    assert "The content has errors." in page
    assert "في المحتوى أخطاء." in page
    assert '<p lang="ar" dir="rtl">' in page
    assert "ar.md:1:2: this; that" in page
    showing.is_now = "good"
    assert browser.get("/") == "home"


def test_a_port_that_is_taken_is_said_plainly(showing: FolderSite) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BuildFailed, match=rf"^Port {port} cannot be used: .* choose another one"):
            listen(showing, port)


def test_what_is_no_port_is_said_plainly(showing: FolderSite) -> None:
    with pytest.raises(BuildFailed, match="PORT=99999 is no port"):
        listen(showing, 99999)


# Changes


class Told:
    """Remembers what it is told to read; stands for a preview."""

    def __init__(self, events: list[object]) -> None:
        self.faults: list[str] = []
        self._events = events

    def read(self, changed: Iterable[Path] = ()) -> None:
        self._events.append({path.name for path in changed})

    def state(self) -> str:
        return "good"

    def file(self, path: str) -> bytes | None:
        return None


def serve_told(folder: Path, *batches: set[Path]) -> list[object]:
    """What happens when these change, one after the other."""
    events: list[object] = []

    def changed(wanted: BuildRequest) -> Iterable[set[Path]]:
        events.append("watches")
        return iter(batches)

    wanted = BuildRequest(folder, folder / "output", project=folder)
    serve(wanted, 0, lambda _: Told(events), changed, lambda *_: events.append("starts again"))
    return events


def test_it_watches_before_it_reads_and_reads_after_every_change(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "command")
    content = tmp_path / "content"
    events = serve_told(tmp_path, {content / "b.md", content / "a.md"}, {content / "c.md"})
    assert events == ["watches", set(), {"a.md", "b.md"}, {"c.md"}]
    assert f"{content / 'a.md'} and 1 more changed." in caplog.messages


@pytest.mark.parametrize("name", ["plugins/reports/edtf.py", "pelicanconf.py", "publishconf.py"])
def test_changed_code_begins_anew(tmp_path: Path, name: str) -> None:
    assert serve_told(tmp_path, {tmp_path / name})[2:] == ["starts again"]


def test_code_that_cannot_be_loaded_does_not(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plugins" / "command").mkdir(parents=True)
    (tmp_path / "plugins" / "command" / "__main__.py").write_text("this is no Python", "utf-8")
    restart(BuildRequest(tmp_path, tmp_path / "output", project=tmp_path), 0)
    assert "SyntaxError" in capfd.readouterr().err


def test_without_content_there_is_nothing_to_serve(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"There is no content in .*nowhere"):
        serve(BuildRequest(tmp_path / "nowhere", tmp_path / "output"), 0)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("\x1b]0;owned\x07\x1b[31mforged line\nBuilt 36 pages", r"\x1b]0;owned\x07\x1b[31mforged line\nBuilt 36 pages"),
        ("a\r\u202egnp.exe\x85", r"a\r\u202egnp.exe\x85"),
        ("a\u200b\u2066\udcff\u2028", r"a\u200b\u2066\udcff\u2028"),
        ("تقرير\u200cها.md", "تقرير\u200cها.md"),
    ],
    ids=ascii,
)
def test_the_name_of_a_changed_file_moves_no_cursor(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, said: str
) -> None:
    caplog.set_level("INFO", "command")
    serve_told(tmp_path, {tmp_path / "content" / name})
    assert f"{tmp_path}/content/{said} changed." in caplog.messages


def saved(path: Path) -> Callable[[], None]:
    """Save as many editors do: write another file, and put it in the place of the first."""

    def save() -> None:
        path.with_name("~new").write_text(str(time.monotonic()), "utf-8")
        path.with_name("~new").replace(path)

    return save


@pytest.mark.parametrize("name", ["content/a.md", "themes/new/b.css", "plugins/c.py", "pelicanconf.py"])
def test_changes_are_seen_wherever_a_site_comes_from(tmp_path: Path, name: str) -> None:
    for folder in ("content", "themes/new", "plugins"):
        (tmp_path / folder).mkdir(parents=True)
    file = tmp_path / name
    file.touch()
    seen = changes(BuildRequest(tmp_path / "content", tmp_path / "output", project=tmp_path))
    saved(file)()
    assert any(file in changed for changed in seen), "what changes as soon as it watches is seen"


@pytest.mark.slow
def test_a_whole_round(tmp_path: Path) -> None:
    """Serve what is broken, mend it, change it, break it: the browser shows the last good pages, and what is wrong."""
    content = Content(tmp_path)
    content.report("2031-01-01-one", ar="نص.", en="A text.")
    text = content.root / "reports" / "2031-01-01-one" / "en.md"
    good = text.read_text("utf-8")
    text.write_text(good + "\n[broken]{.nobody}\n", "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    browser, page = Browser(port), "/en/briefings/2031-01-01-one/"

    def wait_for(words: str) -> str:
        deadline = time.monotonic() + 120
        while True:
            try:
                if words in (shown := browser.get(page)):
                    return shown
            except OSError:
                pass
            assert time.monotonic() < deadline, f"{page} never showed {words!r}"
            time.sleep(0.1)

    command = [sys.executable, "-m", "command", "serve", "--content", str(content.root), "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            wait_for("unknown id `nobody`")
            assert browser.answer.status == 503
            text.write_text(good, "utf-8")
            wait_for("</html>")
            text.write_text(good.replace("\n\n", "\n\nNewly ", 1), "utf-8")
            assert "nobody" not in wait_for("Newly ")
            text.write_text(good + "\n[broken]{.nobody}\n", "utf-8")
            shown = wait_for("unknown id `nobody`")
            assert browser.answer.status == 200
            assert "What was saved last cannot be shown." in shown
            assert "Newly " in shown, "the last good page is below"
        finally:
            process.terminate()
            said = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    assert said.startswith(f"Serving at http://127.0.0.1:{port}/ (Ctrl-C stops it).\n")
    assert "en.md:" in said
    assert said.endswith("Stopped serving.\n")
