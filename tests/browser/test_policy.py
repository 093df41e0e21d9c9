"""What pages may do: nothing but show what came with them, also under the strictest policy that a server can send."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.browser.conftest import LANGUAGES, Open
from tests.browser.kinds import kinds

pytestmark = pytest.mark.browser

BuildSite = Callable[[str], Path]

#: Nothing from anywhere else, and nothing written into a page: no script, no style.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
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


class _Strict(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
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
    """No violation is told, no console line is written, and the style is there."""
    tab = visitor()
    tab.root = strict
    tab.page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (e) => console.error(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    for path in kinds(build_site("golden"), lang).values():
        page = tab.visit(path)
        page.mouse.wheel(0, 4000)
        assert page.evaluate("document.styleSheets.length && document.styleSheets[0].cssRules.length > 50"), path
        assert tab.faults == [], path


@pytest.mark.parametrize("way", ["file", "http"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_request_leaves_any_kind_of_page_and_no_fault_is_told(
    visitor: Open, build_site: BuildSite, lang: str, way: str
) -> None:
    tab = visitor("golden", way)
    for path in kinds(build_site("golden"), lang).values():
        page = tab.visit(path)
        for element in page.locator("summary").all()[:3]:
            element.click()
        page.mouse.wheel(0, 4000)
        assert tab.faults == [], path
