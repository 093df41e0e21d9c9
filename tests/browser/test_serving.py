"""`make serve` in the browser of the one who writes, who has other pages open too: these get nothing of the site.

Each attempt is made three times more: without the look at requests, without the headers, and without both. What is got
without both shows that the attempt is one.
"""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from command.answering import Handler, Server
from command.building import BuildRequest
from command.preview import Preview
from tests.conftest import CONTENTS, PROJECT
from tests.helpers.folder_site import FolderSite

pytestmark = pytest.mark.browser

BuildSite = Callable[[str], Path]

#: What a page of somebody else tries, and what it gets: the texts of the search index by a script and by a module, an
#: image's size, the rules of a style sheet, whether a file is there, what a request says, and a window to hold on to.
ATTACK = """async (target) => {
  const loaded = (name, attributes) => new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.onload = () => resolve(element);
    element.onerror = () => resolve(null);
    document.body.append(element);
    setTimeout(() => resolve(null), 5000);
  });
  const said = async (options) => {
    try { const answer = await fetch(target + 'en/index.html', options); return answer.type + await answer.text() }
    catch { return '' }
  };
  const got = {};
  await loaded('script', {src: target + 'theme/search/index.js'});
  got.texts = typeof isnadSearch === 'undefined' ? 0 : isnadSearch.count;
  got.image = (await loaded('img', {src: target + 'theme/icon.svg'}))?.naturalWidth ?? 0;
  const look = () => { const now = getComputedStyle(document.body); return [now.margin, now.fontFamily, now.lineHeight].join() };
  const before = look();
  const style = await loaded('link', {rel: 'stylesheet', href: target + 'theme/css/site.css'});
  got.style = Boolean(style) && look() !== before;
  style?.remove();
  got.there = await said({mode: 'no-cors'});
  got.read = await said({mode: 'cors'}) + await said({mode: 'cors', credentials: 'include'});
  const opened = window.open(target + 'en/index.html');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  got.window = Boolean(opened) && !opened.closed;
  await loaded('iframe', {src: target + 'en/index.html'});
  return got;
}"""
NOTHING = {"texts": 0, "image": 0, "style": False, "there": "", "read": ""}


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    """A page of somebody else."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>elsewhere</title><body>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def running(server: http.server.ThreadingHTTPServer) -> Iterator[int]:
    with server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture
def elsewhere() -> Iterator[int]:
    """The port of another site on this machine."""
    with running(http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)) as port:
        yield port


@pytest.fixture
def site(build_site: BuildSite) -> Iterator[Server]:
    server = Server(FolderSite(build_site("golden")), 0)
    with running(server):
        yield server


def attack(browser: Browser, site: Server, elsewhere: str, name: str) -> dict[str, Any]:
    """What a page at ``elsewhere`` gets of the site, asking for it under a name of this machine."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(elsewhere)
    target = f"http://{name}:{site.server_port}/"
    got = page.evaluate(ATTACK, target)
    title = site_title(site)
    got["shown in a frame"] = any(frame.title() == title for frame in page.frames[1:])
    got["shown in a window"] = any(other.title() == title for other in context.pages if other != page)
    context.close()
    return got


def site_title(site: Server) -> str:
    text = (site.showing.file("en/index.html") or b"").decode()
    return text[text.index("<title>") + 7 : text.index("</title>")]


def look_at_no_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Handler, "_is_our_own", lambda self: True)


def send_no_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    send = Handler._send
    monkeypatch.setattr(
        Handler, "_send", lambda self, status, body, _, **headers: send(self, status, body, {}, **headers)
    )


#: The other page's host and that of the site: of another site, and of another port of the same one.
HOSTS = [("localhost", "127.0.0.1"), ("127.0.0.1", "127.0.0.1"), ("localhost", "localhost")]


@pytest.mark.parametrize(("theirs", "ours"), HOSTS)
def test_a_page_of_another_origin_gets_nothing(
    browser: Browser, site: Server, elsewhere: int, theirs: str, ours: str
) -> None:
    got = attack(browser, site, f"http://{theirs}:{elsewhere}/", ours)
    assert got == {**NOTHING, "window": False, "shown in a frame": False, "shown in a window": False}


@pytest.mark.slow
@pytest.mark.parametrize(("theirs", "ours"), HOSTS)
def test_nor_does_it_from_a_browser_that_does_not_say_who_asks(
    browser: Browser, site: Server, elsewhere: int, theirs: str, ours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the headers alone. A window shows the site to the one who sits there, and the page cannot hold on to it."""
    look_at_no_request(monkeypatch)
    got = attack(browser, site, f"http://{theirs}:{elsewhere}/", ours)
    assert got == {**NOTHING, "window": False, "shown in a frame": False, "shown in a window": True}


@pytest.mark.slow
@pytest.mark.parametrize(("theirs", "ours"), HOSTS)
def test_nor_does_it_where_the_headers_are_not_understood(
    browser: Browser, site: Server, elsewhere: int, theirs: str, ours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_no_headers(monkeypatch)
    got = attack(browser, site, f"http://{theirs}:{elsewhere}/", ours)
    # That there is a server it can know; what it says, it cannot.
    assert (got.pop("there"), got.pop("window")) == ("opaque", True)
    assert {**got, "there": ""} == {**NOTHING, "shown in a frame": False, "shown in a window": False}


@pytest.mark.slow
@pytest.mark.parametrize(("theirs", "ours"), HOSTS)
def test_it_would_get_it_without_both(
    browser: Browser, site: Server, elsewhere: int, theirs: str, ours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at_no_request(monkeypatch)
    send_no_headers(monkeypatch)
    got = attack(browser, site, f"http://{theirs}:{elsewhere}/", ours)
    assert got.pop("texts") > 10
    assert got.pop("image") > 0
    assert got == {
        "style": True, "there": "opaque", "read": "", "window": True, "shown in a frame": True, "shown in a window": True,
    }  # fmt: skip


def read_by_another_name(page: Page, site: Server) -> str:
    """What a page reads whose own name was made to lead here after it was loaded.

    Browsers take every name that ends in ``.localhost`` for this machine.
    """
    here = f"http://evil.localhost:{site.server_port}/"
    page.route(f"{here}attack", lambda route: route.fulfill(content_type="text/html", body="<!doctype html>"))
    page.goto(f"{here}attack")
    return page.evaluate("fetch('/theme/search/index.js').then((answer) => answer.text())")


def test_a_name_that_was_made_to_lead_here_reads_nothing(page: Page, site: Server) -> None:
    said = read_by_another_name(page, site)
    assert "isnadSearch" not in said
    assert f"only at http://127.0.0.1:{site.server_port}/ on" in said


def test_it_would_read_it_if_names_were_not_looked_at(page: Page, site: Server) -> None:
    site.hosts |= {f"evil.localhost:{site.server_port}"}
    assert "isnadSearch" in read_by_another_name(page, site)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_writer_reads_and_searches(page: Page, site: Server, name: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"http://{name}:{site.server_port}/en/index.html")
    assert page.title() == site_title(site)
    page.goto(f"http://{name}:{site.server_port}/en/search/index.html?q=a")
    page.wait_for_function("typeof isnadSearch === 'object'")
    page.locator("a[hreflang=ar]").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert [text for text in said if "favicon" not in text] == []


def test_the_page_that_waits_looks_as_it_should_and_looks_again(page: Page, site: Server) -> None:
    site.showing.is_now = "building"
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{site.server_port}/en/index.html")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "576px"
    assert [text for text in said if "503" not in text] == []
    site.showing.is_now = "good"
    expect(page).to_have_title(site_title(site), timeout=10000)


@pytest.fixture
def written(tmp_path: Path) -> Iterator[tuple[Path, Preview, int]]:
    """The golden content as it is being written: where it is, what is shown of it, and the port."""
    content = tmp_path / "content"
    shutil.copytree(CONTENTS["golden"], content)
    preview = Preview(BuildRequest(content, tmp_path / "output", project=PROJECT))
    preview.read()
    with running(Server(preview, 0)) as port:
        yield content, preview, port


@pytest.mark.slow
def test_what_is_saved_stands_in_the_open_page_where_it_was(page: Page, written: tuple[Path, Preview, int]) -> None:
    content, preview, port = written
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    text = max((content / "reports").glob("*/en.md"), key=lambda path: path.stat().st_size)
    page.goto(f"http://127.0.0.1:{port}/en/briefings/{text.parent.name}/index.html")
    page.evaluate("scrollTo(0, 1200)")
    before = page.evaluate("scrollY")
    assert before > 500
    text.write_text(text.read_text("utf-8").replace("Title: ", "Title: Saved anew ", 1), "utf-8")
    preview.read()
    expect(page.locator("h1")).to_contain_text("Saved anew", timeout=10000)
    page.wait_for_function(f"Math.abs(scrollY - {before}) < 100")
    good = text.read_text("utf-8")
    text.write_text(good + "\n[words]{.nobody}\n", "utf-8")
    preview.read()
    wrong = page.locator("#isnad-preview")
    expect(wrong).to_contain_text("unknown id `nobody`", timeout=10000)
    expect(wrong).to_be_in_viewport()
    expect(page.locator("h1")).to_contain_text("Saved anew")
    text.write_text(good, "utf-8")
    preview.read()
    expect(page.locator("#isnad-preview")).to_have_count(0, timeout=10000)
    assert [line for line in said if "favicon" not in line] == []
