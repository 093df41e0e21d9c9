"""What a page costs a reader over a bad line: its weight on the wire, what moves while it loads, what a script adds.

Pages come from a server that compresses as servers do, over a line as slow as a phone's, into an empty cache.
"""

from __future__ import annotations

import gzip
import http.server
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, LANGUAGES, PHONE, Open
from tests.browser.golden_pages import DOSSIER, MARKET, WINTER
from tests.conftest import SEED
from tests.helpers.big_report import SLUG

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: The most that a first view of a briefing may weigh on the wire, in bytes, headers and all; and each part of it. The
#: style holds the fonts.
BUDGET = 100_000
PARTS = {"page": 45_000, "style": 60_000, "script": 15_000}

#: The longest briefing of the project's own, and the seed's where it is there.
LONGEST = "briefings/2016-12-22-evacuation-counts/"
BRIEFINGS = [("project", LONGEST), ("golden", MARKET)]
if SEED.is_dir():
    BRIEFINGS.append(("seed", "briefings/2016-10-04-aleppo/"))

#: A slow phone line: seconds until an answer comes, and the bytes that then come in a second (1.6 Mbit).
LATENCY, SPEED = 0.15, 200_000

KINDS = {".html": "page", ".css": "style", ".woff2": "style", ".js": "script", ".webp": "image"}


#: How much of a page's body a first view shows at most, in bytes.
SEEN_FIRST = 12_000


class _Piecewise(http.server.SimpleHTTPRequestHandler):
    """Sends what a reader sees first of a page tag by tag, as it comes over a line that stutters."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(urlsplit(self.path).path))
        content = file.read_bytes() if file.is_file() else b""
        self.send_response(200 if content else 404)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.end_headers()
        if file.suffix != ".html":
            self.wfile.write(content)
            return
        begins = content.find(b"<header")
        ends = content.find(b"<", begins + SEEN_FIRST)
        # What unfolds comes with its summary: a browser says "Details" for one that has none yet.
        pieces = re.split(rb"(?<=>)(?=\s*<(?!summary))", content[begins:ends])
        for piece in (content[:begins], *pieces, content[ends:]):
            self.wfile.write(piece)
            time.sleep(0.03)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Sends files gzip-compressed, and slowly; holds the style and its fonts back for so many seconds more."""

    def __init__(self, *arguments: object, late: float, **options: object) -> None:
        self.late = late
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = Path(self.translate_path(urlsplit(self.path).path))
        if not file.is_file():
            self.send_error(404)
            return
        time.sleep(LATENCY + (self.late if file.suffix in (".css", ".woff2") else 0))
        content = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        for start in range(0, len(content), 8192):
            time.sleep(8192 / SPEED)
            self.wfile.write(content[start : start + 8192])

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(build_site: Callable[[str], Path]) -> Iterator[Callable[..., str]]:
    """Where a compressing server has a site: ``served("golden", 2.0)`` holds the style back for two seconds."""
    servers: list[http.server.ThreadingHTTPServer] = []

    @cache
    def start(site: str, late: float = 0) -> str:
        handler = partial(_Compressing, directory=str(build_site(site)), late=late)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


#: Notes whatever moves, and what it was, from before the page begins. Blanks between elements are said to move where they
#: end what has come of a line; nobody sees them.
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    const seen = shift.sources.filter((source) => source.node?.nodeType !== 3 || source.node.data.trim());
    const moved = seen.map((source) => (source.node?.outerHTML ?? source.node?.data ?? "gone").slice(0, 80));
    if (moved.length || !shift.sources.length) window.shifts.push([shift.value, ...moved]);
  }
}).observe({type: "layout-shift", buffered: true});
"""


#: When something was drawn first, and when all of the page had come, in milliseconds.
TIMES = """[performance.getEntriesByName("first-paint")[0].startTime,
  performance.getEntriesByType("navigation")[0].responseEnd]"""


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict) -> Iterator[Callable[..., Page]]:
    """Opens tabs with an empty cache on a slow line."""
    contexts = []

    def open_tab(size: dict, **options: object) -> Page:
        context = browser.new_context(**{**browser_context_args, "viewport": size, **options})
        contexts.append(context)
        context.add_init_script(SHIFTS)
        return context.new_page()

    yield open_tab
    for context in contexts:
        context.close()


def weigh(page: Page, address: str) -> Counter[str]:
    """Load a page until nothing more comes, and tell the bytes that came over the wire by kind, and all told."""
    session = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    weight: Counter[str] = Counter()
    awaited: set[str] = set()

    def begin(event: dict) -> None:
        address = urlsplit(event["request"]["url"])
        # What is written into a file as `data:` came with it. The icon is asked for at times: it is counted elsewhere.
        if address.scheme != "data" and not address.path.endswith("/icon.svg"):
            kinds[event["requestId"]] = KINDS.get(Path(address.path).suffix, "other")
            awaited.add(event["requestId"])

    def end(event: dict) -> None:
        if event["requestId"] in kinds:
            awaited.discard(event["requestId"])
            weight[kinds[event["requestId"]]] += int(event.get("encodedDataLength", 0))

    session.on("Network.requestWillBeSent", begin)
    session.on("Network.loadingFinished", end)
    session.on("Network.loadingFailed", end)
    session.send("Network.enable")
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    for quiet in range(100):  # ten seconds at most
        page.wait_for_timeout(100)
        if not awaited and quiet >= 3:
            break
    assert not awaited, "some of the page never came"
    session.detach()
    return weight + Counter({"all": weight.total()})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("site", "path"), BRIEFINGS, ids=lambda value: value.strip("/").split("/")[-1])
def test_the_first_view_of_a_briefing_weighs_less_than_100_kilobytes(
    reader: Callable, served: Callable, build_site: Callable, site: str, path: str, lang: str
) -> None:
    weight = weigh(reader(PHONE), f"{served(site)}/{lang}/{path}index.html")
    icon = (build_site(site) / "theme" / "icon.svg").stat().st_size
    assert weight["all"] + icon + 300 < BUDGET, dict(weight)
    assert {kind for kind in PARTS if weight[kind] > PARTS[kind]} == set(), dict(weight)
    # An image comes along where the text that shows it is near.
    assert set(weight) <= {*PARTS, "image", "all"}, "something else came along"


@pytest.mark.parametrize("late", [0, 0.4, 2.5], ids=["style-at-once", "style-late", "style-very-late"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_moves_while_a_page_loads(reader: Callable, served: Callable, lang: str, late: float) -> None:
    for site, path in (("project", LONGEST), ("golden", WINTER), ("project", DOSSIER)):
        for size in (PHONE, DESK):
            page = reader(size)
            weigh(page, f"{served(site, late)}/{lang}/{path}index.html")
            assert page.evaluate("window.shifts") == [], f"{path} at {size['width']}"


@pytest.mark.parametrize(("site", "path"), [("golden", WINTER), ("project", DOSSIER)], ids=["briefing", "dossier"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_comes_next_in_a_first_view_moves_nothing(
    reader: Callable, build_site: Callable, lang: str, size: dict, site: str, path: str
) -> None:
    """Browsers draw a page while it comes, wherever they are in it."""
    handler = partial(_Piecewise, directory=str(build_site(site)))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = reader(size)
        page.goto(f"http://127.0.0.1:{server.server_port}/{lang}/{path}index.html", wait_until="load")
        page.wait_for_timeout(300)
        drawn, whole = page.evaluate(TIMES)
        assert drawn < whole, "it was drawn only once all of it had come"
        assert page.evaluate("window.shifts") == []
        server.shutdown()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_style_that_never_comes_leaves_words_to_read(reader: Callable, served: Callable, lang: str) -> None:
    page = reader(PHONE)
    page.route("**/*.css", lambda route: route.abort())
    page.goto(f"{served('golden')}/{lang}/{MARKET}index.html", wait_until="load")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(f"#{lang}_archers-toll")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_view_stands_in_the_sites_own_fonts(reader: Callable, served: Callable, lang: str) -> None:
    """Fonts that the first paint does not wait for would be weight without use: the page keeps what it was painted with."""
    page = reader(PHONE)
    weigh(page, f"{served('project')}/{lang}/{LONGEST}index.html")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    for selector in ("h1", ".lede", ".nav a"):
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert [font["familyName"] for font in fonts if not font["isCustomFont"]] == [], selector


#: The words of the page's main part that can be seen, one line for each element, without what only scripts use.
READ = """() => [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main td, main th, main dd")]
  .filter((element) => element.checkVisibility() && !element.closest("form, [role=search]") && !element.querySelector("form"))
  .map((element) => element.textContent.replace(/\\s+/g, " ").trim())
  .filter(Boolean)"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_script_is_needed_to_read(visitor: Open, lang: str) -> None:
    """Whatever a page tells with scripts, it tells without them."""
    with_script, without = visitor(), visitor(java_script_enabled=False)
    for path in (MARKET, WINTER, "dossiers/valley-spring/", "timeline/", "casualties/"):
        told = with_script.visit(f"{lang}/{path}index.html").evaluate(READ)
        without.page.goto(f"{without.root}/{lang}/{path}index.html")
        plain = without.page.evaluate(READ)
        assert len(plain) > 20
        assert [words for words in told if words not in plain] == [], path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_made_up_long_report_stays_affordable(reader: Callable, served: Callable, lang: str) -> None:
    """100 blocks in two languages, 60 events and 80 claims: more than any report we know."""
    weight = weigh(reader(PHONE), f"{served('big')}/{lang}/briefings/{SLUG}/index.html")
    assert weight["all"] < 2 * BUDGET, dict(weight)
