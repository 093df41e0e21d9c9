"""`make serve`: what the browser shows while somebody writes."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from command.building import Order
from command.messages import BuildFailed
from command.serving import Showing, changes, listen, serve
from tests.helpers.tiny_project import TinyProject


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
def showing(site: Path) -> Showing:
    showing = Showing(site)
    showing.built(True)
    return showing


@pytest.fixture
def browser(showing: Showing) -> Iterator[Browser]:
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


@pytest.mark.parametrize(
    "path", ["/nothing", "/ar/nothing.html", "/data/", "/../secret.txt", "/%2e%2e/secret.txt"]
)
def test_what_is_not_there_is_answered_with_the_sites_own_page(browser: Browser, path: str) -> None:
    assert browser.get(path) == "no such page"
    assert browser.answer.status == 404


def test_the_heads_of_pages_can_be_asked_for(browser: Browser) -> None:
    assert browser.get("/nothing", "HEAD") == ""
    assert browser.answer.status == 404
    assert browser.answer.getheader("Content-Length") == "12"


def test_before_the_first_good_build_the_browser_is_told(browser: Browser, showing: Showing) -> None:
    showing.state = "building"
    assert "The site is being built." in browser.get("/ar/")
    assert browser.answer.status == 503
    showing.built(False)
    page = browser.get("/")
    assert browser.answer.status == 503
    assert "The site could not be built." in page
    assert "تعذّر بناء الموقع." in page
    assert '<p lang="ar" dir="rtl">' in page
    showing.built(True)
    assert browser.get("/") == "home"
    showing.built(False)
    assert browser.get("/") == "home", "after a good build, the last good site stays"


def test_a_port_that_is_taken_is_said_plainly(showing: Showing) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BuildFailed, match=rf"^Port {port} cannot be used: .* choose another one"):
            listen(showing, port)


def test_what_is_no_port_is_said_plainly(showing: Showing) -> None:
    with pytest.raises(BuildFailed, match="PORT=99999 is no port"):
        listen(showing, 99999)


# Changes


def test_it_builds_first_and_then_after_every_change(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "briefings")
    results = iter([True, False, True])
    events: list[str] = []

    def build(wanted: Order) -> bool:
        events.append("build")
        return next(results)

    def changed(wanted: Order) -> Iterator[set[Path]]:
        for name in ("b.md", "c.md"):
            events.append(name)
            yield {tmp_path / name, tmp_path / "a.md"}

    serve(Order(tmp_path, tmp_path / "output"), 0, build, changed)
    assert events == ["build", "b.md", "build", "c.md", "build"]
    assert f"{tmp_path / 'a.md'} and 1 more changed: building again …" in caplog.messages
    assert caplog.messages.count("What you see is the last site that could be built.") == 1


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
    caplog.set_level("INFO", "briefings")
    serve(Order(tmp_path, tmp_path / "output"), 0, lambda _: True, lambda _: [{tmp_path / name}])
    assert f"{tmp_path}/{said} changed: building again …" in caplog.messages


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
    seen: queue.Queue[set[Path]] = queue.Queue()
    source = changes(Order(tmp_path / "content", tmp_path / "output", project=tmp_path))
    threading.Thread(target=lambda: [seen.put(changed) for changed in source], daemon=True).start()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        saved(file)()
        try:
            if file in seen.get(timeout=0.5):
                return
        except queue.Empty:
            continue
    pytest.fail(f"nobody saw that {name} changed")


def test_a_whole_round(tmp_path: Path) -> None:
    """Serve what is broken, mend it, change it, break it: the browser shows the last good site."""
    project = TinyProject(tmp_path / "project")
    project.write("wrong")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    browser = Browser(port)

    def shows(path: str, text: str) -> bool:
        try:
            return text in browser.get(path)
        except OSError:
            return False

    def wait_for(path: str, text: str) -> None:
        deadline = time.monotonic() + 30
        while not shows(path, text):
            assert time.monotonic() < deadline, f"{path} never showed {text!r}"
            time.sleep(0.05)

    with project.start("serve", "--port", str(port)) as process:
        try:
            wait_for("/", "The site could not be built.")
            project.remove("wrong")
            wait_for("/en/first.html", "one")
            project.write("first", "two")
            wait_for("/en/first.html", "two")
            project.write("crash")
            time.sleep(0.5)
            assert shows("/en/first.html", "two")
        finally:
            process.terminate()
            said = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    assert said.startswith(f"Serving at http://127.0.0.1:{port}/ (Ctrl-C stops it).\ncontent/wrong.txt:2:7:")
    assert "content/wrong.txt changed: building again …\nBuilt 5 pages" in said
    assert said.endswith("Stopped serving.\n")
    assert project.leftovers() == []
