"""Do the addresses outside the site still answer? Asks each that ``data/links.csv`` of a built site lists, with lychee.

This is the only command that asks other hosts for anything, and it runs only when somebody calls it. Nothing is asked
of this machine or its network: neither where an address names them, nor where a host leads on to them.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.request import getproxies

from reports.messages import harmless
from reports.web import is_web_address

from .gateway import Gateway, opened
from .messages import BuildFailed, shown

LISTED = "data/links.csv"

#: lychee stands beside the Python that runs this: it comes with the requirements of the tests.
LYCHEE = Path(sys.executable).with_name("lychee")

#: Patience with slow hosts, and no haste with any.
OPTIONS = ("--no-progress", "--timeout", "30", "--max-retries", "2", "--max-concurrency", "8", "--format", "json")

#: Where the way out is a proxy of the publisher's, we do not see where a host leads on to, so nobody goes there.
NO_FURTHER = ("--max-redirects", "0", "--accept", "100..400")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many addresses were asked, and what is wrong with those that did not answer as they should.

    ``broken`` has, for each of them, where it stands and what came of it, and ``refused`` the hosts of this machine's
    own network to which some lead. ``str()`` tells all of it to people.
    """

    asked: int
    broken: Mapping[str, tuple[tuple[str, ...], str]]
    refused: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.asked:
            return "The site leads to no address outside it."
        if not self.broken:
            return f"{_addresses(self.asked)} asked, and all answered."
        lines = [f"{_addresses(self.asked)} asked. {len(self.broken)} did not answer as it should:"]
        for url, (places, why) in self.broken.items():
            lines += map(harmless, [f"  {url}", f"    {why}", *(f"    in {place}" for place in places)])
        if self.refused:
            lines.append(f"Nothing was asked of this machine or its own network: {harmless(', '.join(self.refused))}.")
        if len(self.broken) == self.asked > 1:
            return "\n".join([*lines, "None answered: is there a network?"])
        return "\n".join([*lines, "Open each in a browser before you change it: some hosts refuse programs."])


def _addresses(count: int) -> str:
    return f"{count} address{'' if count == 1 else 'es'}"


def check_links(output: Path, lychee: Path = LYCHEE, way_out: type[Gateway] = Gateway) -> Checked:
    """Ask every address that the site in ``output`` leads to. Raises ``BuildFailed`` where there is no such site."""
    listed = output / LISTED
    if not listed.is_file():
        raise BuildFailed(f"There is no built site in {shown(output)}. Build it first: make")
    if not lychee.is_file():
        raise BuildFailed("lychee, which asks the addresses, is not installed. `make links` installs it.")
    with listed.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places: dict[str, dict[str, None]] = {}
    for row in rows:
        places.setdefault(row["url"], {})[f"{row['where']} ({row['what']})"] = None
    if not places:
        return Checked(0, {})
    urls = list(places)
    fit = [url for url in urls if is_web_address(url)]
    broken = dict.fromkeys(urls, "is no address on the internet, so it was not asked")
    gateway = way_out()
    with opened(gateway) as address:
        failed = dict(_asked(fit, lychee, address))
    for line, url in enumerate(fit, 1):
        del broken[url]
        if line in failed:
            broken[url] = failed[line]
    told = {url: (tuple(places[url]), broken[url]) for url in urls if url in broken}
    return Checked(len(urls), told, tuple(sorted(gateway.refused)))


def _through(gateway: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """What lychee is to find in its environment and on its command line so that it goes through ``gateway``.

    Where the publisher has a proxy, that is the way out: what hides where the publisher is must go on doing so.
    """
    if {"http", "https", "all"} & getproxies().keys():
        return dict(os.environ), (*OPTIONS, *NO_FURTHER)
    others = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return {**others, "http_proxy": gateway, "https_proxy": gateway}, OPTIONS


def _asked(urls: Iterable[str], lychee: Path, gateway: str) -> list[tuple[int, str]]:
    """What lychee says of those that fail: the number of each, from 1, and why."""
    environment, options = _through(gateway)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "links.html")
        page.write_text("".join(f'<a href="{escape(url)}"></a>\n' for url in urls), "utf-8")
        done = subprocess.run(
            [str(lychee), *options, page.name],
            cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    try:
        said = json.loads(done.stdout)
    except ValueError:
        raise BuildFailed(f"lychee could not ask the addresses:\n{done.stderr.strip()}") from None
    failed = [*said["error_map"].values(), *said["timeout_map"].values()]
    return [(found["span"]["line"], _why(found["status"])) for page in failed for found in page]


def _why(status: Mapping[str, object]) -> str:
    return str(status.get("details") or status.get("text") or "no answer")
