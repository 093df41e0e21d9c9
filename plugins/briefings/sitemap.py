"""What crawlers are told: ``robots.txt``, and, where the site has a public address, its pages in ``sitemap.xml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from .page import addresses
from .page.kind import Planned

#: So many addresses a sitemap may hold; beyond, there are several and an index of them.
MOST = 50_000

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


@dataclass(frozen=True, slots=True)
class Address:
    """A page's address, the day it last changed where that is known, and the same page by language."""

    address: str
    changed: str | None
    languages: tuple[tuple[str, str], ...]


def crawler_files(pages: Sequence[Planned], environment: Environment, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """``robots.txt`` and, where the site's address is known, its sitemap or sitemaps, by path."""
    base = pages[0].page.links.absolute("")
    yield ROBOTS, _robots(f"{base}{SITEMAP}" if base else None)
    if not base:
        return
    entries = [_entry(page, base) for page in pages if page.kind.indexed]
    parts = [entries[at : at + most] for at in range(0, len(entries), most)]
    names = [SITEMAP] if len(parts) == 1 else [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, environment.get_template("sitemap.xml").render(entries=part).encode()
    if len(parts) > 1:
        index = environment.get_template("sitemap-index.xml")
        yield SITEMAP, index.render(addresses=[base + name for name in names]).encode()


def _entry(planned: Planned, base: str) -> Address:
    page = planned.page
    pairs = [(page.lang, page.path), (page.voice.other.lang, page.links.twin_path), ("x-default", addresses.FRONT)]
    languages = tuple((lang, base + path) for lang, path in pairs) if page.links.twin else ()
    return Address(base + page.path, _day(planned), languages)


def _day(planned: Planned) -> str | None:
    when = planned.last_changed
    day = when and (when.earliest or when.latest)
    return day.isoformat() if day else None


def _robots(sitemap: str | None) -> bytes:
    """Everything may be read by everybody."""
    lines = ["User-agent: *", "Disallow:", *(["", f"Sitemap: {sitemap}"] if sitemap else [])]
    return ("\n".join(lines) + "\n").encode()
