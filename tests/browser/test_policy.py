"""What pages may do: nothing but show what came with them, also under the strictest policy that a server can send."""

from __future__ import annotations

import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Browser, Page

from briefings.assets.policy import FILE, FRAMED, HEADERS, POLICY
from tests.browser.conftest import LANGUAGES, Open
from tests.browser.kinds import kinds
from tests.conftest import PROJECT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BuildSite = Callable[[str], Path]

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "a script": re.compile(r'<script(?![^>]*\b(src=|type="application/(ld\+)?json"))', re.I),
    "a javascript address": re.compile(r"""(href|src|action)\s*=\s*["']?\s*javascript:""", re.I),
    "another host's file": re.compile(r"""<(?:script|img|iframe|object|embed|source|video|audio)\b[^>]*\s(?:src|data)\s*=\s*["']?(?:https?:)?//""", re.I),
    "another host's style": re.compile(r'<link[^>]*rel="(?:stylesheet|preload|icon|preconnect|dns-prefetch)"[^>]*href="(?:https?:)?//', re.I),
}  # fmt: skip


@pytest.mark.parametrize("site", ["golden", "project"])
def test_nothing_is_written_into_a_page_that_a_strict_policy_would_stop(build_site: BuildSite, site: str) -> None:
    root = build_site(site)
    found = []
    for file in root.rglob("*.html"):
        text = file.read_text("utf-8")
        found += [f"{file.relative_to(root)}: {what}" for what, sign in INLINE.items() if sign.search(text)]
    assert found == []


@pytest.mark.parametrize("site", ["golden", "project"])
def test_every_page_says_what_it_may_do_before_anything_else(build_site: BuildSite, site: str) -> None:
    """Whatever stands before the policy is not held by it."""
    head = '<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{}">\n'
    root = build_site(site)
    framed = set((root / "embed").rglob("*.html"))
    own = set(root.rglob("*.html")) - framed
    assert len(own) > 50
    assert len(framed) > 20
    for policy, pages in ((POLICY, own), (FRAMED, framed)):
        assert [page for page in pages if head.format(escape(policy)) not in page.read_text("utf-8")] == []


def test_servers_are_told_the_same(build_site: BuildSite) -> None:
    told = (build_site("golden") / FILE).read_text("ascii").splitlines()
    usual = [f"  {name}: {value}" for name, value in HEADERS.items()]
    for rule in ("/", "/index.html", "/404.html", "/ar/*", "/en/*", "/data/*", "/images/*", "/theme/*"):
        at = told.index(rule) + 1
        assert told[at : at + len(usual)] == usual
    advice = (PROJECT / "docs" / "publishers.md").read_text("utf-8")
    for name, value in HEADERS.items():
        assert f'add_header {name} "{value}" always;' in advice
        assert f'Header always set {name} "{value}"\n' in advice


#: What somebody might get into a page in spite of all, and how a reader would know.
PLANTED = (
    "<script>document.title = 'ran'</script>",
    "<img src='icon.svg' onload=\"document.title = 'ran'\" onerror=\"document.title = 'ran'\">",
    "<svg onload=\"document.title = 'ran'\"></svg>",
    "<a id='planted' href=\"javascript:document.title='ran'\">words</a>",
    "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\"></iframe>",
    "<object data=\"data:text/html,<script>parent.document.title='ran'</script>\"></object>",
    "<style>body { background: url(http://ELSEWHERE/seen) }</style>",
    "<p style='background: url(http://ELSEWHERE/seen)'>words</p>",
    "<img src='http://ELSEWHERE/seen'>",
    "<link rel='stylesheet' href='http://ELSEWHERE/seen'>",
    "<base href='http://ELSEWHERE/'>",
    "<form action='http://ELSEWHERE/seen'><button id='planted'>words</button></form>",
    "<meta http-equiv='refresh' content='0;url=javascript:1'>",
)


class _Elsewhere(http.server.ThreadingHTTPServer):
    """A host that no page may ask for anything; ``asked`` is what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Asked)
        self.host = f"127.0.0.1:{self.server_port}"


class _Asked(http.server.BaseHTTPRequestHandler):
    server: _Elsewhere

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere() -> Iterator[_Elsewhere]:
    with _Elsewhere() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_the_host_elsewhere_notices_what_it_is_asked(browser: Browser, elsewhere: _Elsewhere) -> None:
    page = browser.new_page()
    page.goto(f"http://{elsewhere.host}/seen")
    page.close()
    assert "/seen" in elsewhere.asked


@pytest.mark.parametrize("planted", PLANTED)
def test_what_gets_into_a_page_in_spite_of_all_does_nothing(
    browser: Browser, build_site: BuildSite, tmp_path: Path, elsewhere: _Elsewhere, planted: str
) -> None:
    """The policy is the last of several guards: a page from a folder, without a server, holds by it alone."""
    site = tmp_path / "site"
    shutil.copytree(build_site("golden"), site, copy_function=os.link)
    file = site / "en" / "about" / "index.html"
    html = file.read_text("utf-8")
    file.unlink()
    file.write_text(html.replace("<h1", f"{planted}<h1".replace("ELSEWHERE", elsewhere.host), 1), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("document.baseURI") == file.as_uri()
    if page.locator("#planted").count():
        page.locator("#planted").dispatch_event("click")
    page.wait_for_timeout(100)
    assert page.title() != "ran"
    assert page.url == file.as_uri()
    assert elsewhere.asked == []
    page.close()


class _Strict(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def strict(build_site: BuildSite) -> Iterator[str]:
    """Where a server with the policy has the golden site."""
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Strict, directory=str(build_site("golden")))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_page_works_under_the_strictest_policy(
    visitor: Open, build_site: BuildSite, strict: str, lang: str
) -> None:
    """From a server: no violation is told, no request leaves, no console line is written, and the style is there."""
    tab = visitor()
    tab.root = strict
    tab.page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (e) => console.error(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    for path in kinds(build_site("golden"), lang).values():
        page = tab.visit(path)
        touch(page)
        assert page.evaluate("document.styleSheets.length && document.styleSheets[0].cssRules.length > 50"), path
        assert tab.faults == [], path


def touch(page: Page) -> None:
    """Open what can be opened, and look further down."""
    for element in page.locator("summary").all()[:3]:
        element.click()
    page.mouse.wheel(0, 4000)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_request_leaves_any_kind_of_page_and_no_fault_is_told(
    visitor: Open, build_site: BuildSite, lang: str
) -> None:
    """From a folder; the test above holds a server's pages to the same."""
    tab = visitor("golden", "file")
    for path in kinds(build_site("golden"), lang).values():
        touch(tab.visit(path))
        assert tab.faults == [], path


#: All that a browser could keep of a visit, and what a page could leave running.
KEPT = """async () => [
  document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, window.name,
  navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  typeof caches === "undefined" ? 0 : (await caches.keys()).length,
].map(String)"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_kept_on_the_readers_device(visitor: Open, build_site: BuildSite, lang: str) -> None:
    """Also when a reader searches, filters and chooses a language of the text."""
    tab = visitor("golden", "http")
    for name, path in kinds(build_site("golden"), lang).items():
        page = tab.visit(path)
        touch(page)
        if name == "search":
            page.locator("input[name=q]").first.fill("Marzuba")
            page.locator("input[name=q]").first.press("Enter")
            page.locator(".result").first.wait_for()
        if page.locator("[data-text=en]:visible").count():
            page.locator("[data-text=en]").click()
        if page.locator("#filter-place:visible").count():
            page.select_option("#filter-place", index=1)
        assert page.evaluate(KEPT) == ["", "0", "0", "0", "", "0", "0"], path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_everything_can_be_read(
    browser: Browser, visitor: Open, build_site: BuildSite, lang: str
) -> None:
    """As in Tor Browser at its safest: the same words, figures and links, and nothing that only a script could do."""
    root = build_site("golden")
    context = browser.new_context(java_script_enabled=False)
    plain, tab = context.new_page(), visitor()
    for name, path in kinds(root, lang).items():
        plain.goto((root / path).as_uri())
        shown = plain.locator("main").inner_text()
        assert len(shown) > 40 or name in ("404", "front"), path
        assert not plain.locator("main :is(select, [data-reset], [data-text], [data-download]):visible").count(), path
        if name == "briefing":
            told = tab.visit(path).locator("main")
            assert plain.locator("main .number-badge:visible").count() == told.locator(".number-badge:visible").count()
            assert (
                plain.locator("main .range:visible").all_inner_texts()
                == told.locator(".range:visible").all_inner_texts()
            )
    context.close()
