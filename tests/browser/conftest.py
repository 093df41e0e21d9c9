"""A browser, and the golden and the project's site, from a folder and from a server.

pytest-playwright gives ``browser`` and ``page``; here it is told which Chromium to use.
"""

from __future__ import annotations

import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
HOW = (
    "These tests look at pages in Chromium, and there is none here. Install it (on Debian: apt-get install chromium), "
    "or name one that you have: CHROMIUM=/path/to/chromium"
)
#: A phone and a desk.
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
LANGUAGES = ("ar", "en")

#: What the browser does without. Of such lists it heeds the last, so what Playwright takes from it stands here too.
WITHOUT = [
    # The page of the address bar's suggestions, and a process kept for the next page: nobody types an address here, and
    # each new tab would load the one twice and start the other anew.
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess",
    # Playwright's
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch", "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning", "msEdgeUpdateLaunchServicesPreferredVersion", "msForceBrowserSignIn",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """How pytest-playwright starts the browser. There is no skipping these tests: without a browser they fail."""
    found = shutil.which(os.environ.get("CHROMIUM", "")) if os.environ.get("CHROMIUM") else None
    if not os.environ.get("CHROMIUM"):
        found = next(filter(None, map(shutil.which, (*NAMES, MAC))), None)
    if not found:
        pytest.fail(HOW, pytrace=False)
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    arguments.append(f"--disable-features={','.join(WITHOUT)}")
    return {"executable_path": found, "args": arguments, "headless": True}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    return {"viewport": DESK, "reduced_motion": "reduce", "locale": "en-GB"}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(build_site: Callable[[str], Path]) -> Iterator[Callable[[str, str], str]]:
    """Where a site is: ``address("golden", "file")`` in its folder, ``address("golden", "http")`` on a server."""
    servers: list[http.server.ThreadingHTTPServer] = []

    @cache
    def start(site: str) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(build_site(site))))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield lambda site, way: build_site(site).as_uri() if way == "file" else start(site)
    for server in servers:
        server.shutdown()
        server.server_close()


@dataclass
class Visitor:
    """A browser tab in a site, and what went wrong in it."""

    page: Page
    root: str
    faults: list[str]

    def visit(self, path: str) -> Page:
        """Go to a page of the site, by its path, and wait until it and its fonts are there."""
        self.page.goto(f"{self.root}/{path}", wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page


#: Opens a tab: ``visitor("golden", "file", viewport=PHONE)``.
Open = Callable[..., Visitor]


@pytest.fixture
def visitor(browser: Browser, browser_context_args: dict, address: Callable) -> Iterator[Open]:
    """Opens tabs. Whatever goes wrong in one of them fails the test."""
    opened: list[Visitor] = []

    def open_tab(site: str = "golden", way: str = "file", **options: object) -> Visitor:
        page = browser.new_context(**{**browser_context_args, **options}).new_page()
        tab = Visitor(page, address(site, way), [])

        def hear(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning") and not message.location["url"].endswith("/favicon.ico"):
                tab.faults.append(f"console: {message.text}")

        def see(request: Request) -> None:
            if not request.url.startswith((f"{tab.root}/", "data:")):
                tab.faults.append(f"asked for {request.url}")

        def miss(request: Request) -> None:
            if request.failure != "net::ERR_ABORTED":  # the reader went on before it was there
                tab.faults.append(f"did not get {request.url}")

        def listen(answer: Response) -> None:
            if answer.status >= 400 and not answer.url.endswith("/favicon.ico"):
                tab.faults.append(f"{answer.status} {answer.url}")

        page.on("console", hear)
        page.on("pageerror", lambda error: tab.faults.append(f"script: {error}"))
        page.on("request", see)
        page.on("requestfailed", miss)
        page.on("response", listen)
        opened.append(tab)
        return tab

    yield open_tab
    for tab in opened:
        tab.page.context.close()
    assert [fault for tab in opened for fault in tab.faults] == []
