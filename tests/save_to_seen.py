"""How long it takes from saving a file until its words stand in the page that `make serve` shows.

    python -m tests.save_to_seen                # with the project's content: 2 s at most
    python -m tests.save_to_seen 1000           # with so many made-up reports: 3 s at most

The machine should have nothing else to do. What is measured is what an author waits for: that the server has seen the
change and read it, that the open page, which asks every so often, has been told, and that the new page is there.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.helpers.big_report import write_many_reports

PROJECT = Path(__file__).resolve().parents[1]
#: So many seconds it may take, with the project's content and with made-up reports.
BOUND, BOUND_OF_MANY = 2.0, 3.0
#: How often the page asks whether it is still the newest, in seconds: see ``plugins/command/preview.js``.
ASKS = 0.3
TIMES = 5
#: So many seconds an author looks at the page before the next change.
LOOKS = 6.0


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        if count:
            reports = write_many_reports(content, count)
        else:
            shutil.copytree(PROJECT / "content", content)
            reports = sorted((content / "reports").iterdir())
        bound = BOUND_OF_MANY if count else BOUND
        with serving(content) as port:
            started = time.monotonic()
            wait_for(port, "/en/", "</html>")
            print(f"{len(reports)} reports: first read in {time.monotonic() - started:.1f} s")
            seconds = [save_and_see(port, reports[number * len(reports) // TIMES], number) for number in range(TIMES)]
    print("save to seen:", ", ".join(f"{one:.2f}" for one in seconds), f"s; {bound:.0f} s at most")
    return int(max(seconds) > bound)


def save_and_see(port: int, report: Path, number: int) -> float:
    """Save other words in a report, and say how many seconds later its page has them."""
    text, word = report / "ar.md", f"measured-{number}"
    page = f"/ar/briefings/{report.name}/index.html"
    get(port, page)  # it is open
    time.sleep(LOOKS)
    version = get(port, "/.isnad/version")
    text.write_text(text.read_text("utf-8").replace("\n", f" {word}\n", 1), "utf-8")
    saved = time.monotonic()
    while get(port, "/.isnad/version") == version:
        time.sleep(ASKS)
    assert word in get(port, page), f"{page} does not have what was saved"
    return time.monotonic() - saved


def wait_for(port: int, path: str, words: str, seconds: float = 900) -> None:
    """Ask for a page until it has these words."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if words in get(port, path) and get(port, "/.isnad/version"):
                return
        except OSError:
            pass
        time.sleep(0.2)
    sys.exit(f"{path} never had {words!r}")


def get(port: int, path: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse().read().decode("utf-8")
    connection.close()
    return answer


@contextmanager
def serving(content: Path) -> Iterator[int]:
    """Within it, a content is served as `make serve` serves it, at the port that it gives."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "command", "serve", "--content", str(content), "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            yield port
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
