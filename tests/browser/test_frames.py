"""What other sites may show in a frame, and what they may not: two servers, of which one sends what `_headers` says."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame

BuildSite = Callable[[str], Path]
KEY = "2031-03-05-marzuba-market/market-strike"
EMBED, EVENT = f"embed/en/{KEY}/index.html", f"en/events/{KEY}/index.html"


def rules(site: Path) -> dict[str, dict[str, str]]:
    """The headers by the addresses that they are for, as hosts of plain files read them."""
    found: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text("ascii").splitlines():
        if line.startswith("/"):
            found[line] = here = {}
        else:
            name, _, value = line.strip().partition(": ")
            here[name] = value
    return found


class _Sends(http.server.SimpleHTTPRequestHandler):
    """Sends the headers of every rule that fits, as hosts do that put them together."""

    def end_headers(self) -> None:
        for address, headers in rules(Path(self.directory)).items():
            if fnmatchcase(self.path, address):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def servers(build_site: BuildSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """A server of the site, one of somebody else, and what that one shows."""
    other = tmp_path_factory.mktemp("other")
    with ExitStack() as stack:
        addresses = []
        for folder, handler in ((build_site("golden"), _Sends), (other, http.server.SimpleHTTPRequestHandler)):
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
            stack.enter_context(server)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            addresses.append(f"127.0.0.1:{server.server_port}")
        yield f"http://{addresses[0]}", f"http://{addresses[1].replace('127.0.0.1', 'localhost')}", other


def framed(browser: Browser, servers: tuple[str, str, Path], path: str) -> Frame:
    """A page of the site as another site shows it."""
    site, other, folder = servers
    (folder / "index.html").write_text(f'<iframe src="{site}/{path}" width="400" height="280"></iframe>', "utf-8")
    page = browser.new_page()
    page.goto(f"{other}/index.html")
    return page.frames[1]


def test_an_event_can_be_shown_by_another_site(browser: Browser, servers: tuple[str, str, Path]) -> None:
    frame = framed(browser, servers, EMBED)
    assert frame.locator(".answer-number").inner_text() == "between about 2 and 170 people killed, or more"
    assert frame.evaluate("document.styleSheets[0].cssRules.length > 50"), "its style is there"
    assert frame.evaluate("document.scripts.length") == 0
    site, _, _ = servers
    with frame.page.expect_popup() as opened:
        frame.locator("a").click()
    assert opened.value.url == f"{site}/{EVENT}"
    opened.value.close()
    frame.page.close()


@pytest.mark.parametrize("path", [EVENT, "en/index.html", "index.html", "404.html", "", "data/claims.csv"])
def test_no_other_page_can_be_shown_by_another_site(
    browser: Browser, servers: tuple[str, str, Path], path: str
) -> None:
    frame = framed(browser, servers, path)
    assert "Isnad" not in frame.content()
    assert "marzuba" not in frame.content()
    frame.page.close()


def test_no_address_has_two_rules_and_every_file_that_a_browser_shows_has_one(build_site: BuildSite) -> None:
    """Hosts put together what fits, and a browser then holds to the strictest."""
    site = build_site("golden")
    told = rules(site)
    for file in site.rglob("*"):
        address = f"/{file.relative_to(site).as_posix()}"
        fitting = [rule for rule in told if fnmatchcase(address, rule)]
        shown = file.suffix == ".html" or (file.is_file() and address.count("/") > 1)
        assert len(fitting) in ((1,) if shown else (0, 1)), address
