"""Does every address that stays within the site lead to a file that is there, and to a place in it? And does a reader
come to every page by links alone, from the first?
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from .faults import Fault
from .filter_files import FILE
from .search_pieces import INDEX, documents
from .site import FRAMED, LANGUAGES, Site, Target

#: Fragments of things that a page is about: names for programs, and no places on the page.
THINGS = frozenset(("it", "website", "publisher"))
#: The first page, and the one that a server shows for what is not there.
FIRST, NOT_FOUND = "index.html", "404.html"
#: The keys of JSON files that hold an address.
KEYS = frozenset("@id url item contentUrl source first last page_ar page_en URL image logo sameAs".split())

_QUOTED = re.compile(r'url\(\s*(?:"([^"]*)"|\'([^\']*)\'|([^)\s]*))\s*\)', re.I)
_IMPORT = re.compile(r"@import\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_HEADING = re.compile(r"(page|address|link)(_ar|_en)?$")


def links(site: Site) -> Iterator[Fault]:
    """Every address that leads nowhere, in pages, drawings, style sheets, feeds, sitemaps, tables and JSON."""
    for name, page in site.pages.items():
        for link in page.links:
            yield from _follow(site, name, link.address, f"{link.attribute}=")
        for kind, _, text in page.data:
            try:
                value = json.loads(text)
            except ValueError as error:
                yield Fault(name, f"holds {kind} that is no JSON: {error}")
                continue
            if kind == "application/ld+json":
                yield from _each(site, name, _addresses(value), "JSON-LD", THINGS)
    for name in site.files:
        yield from _of_file(site, name)
    yield from _not_reached(site)


def _not_reached(site: Site) -> Iterator[Fault]:
    """Every page to which no links lead from the first. Other names of pages, what other sites show in a frame, and
    what a server says of what is not there need none."""
    came, todo = {FIRST}, [FIRST]
    while todo:
        name = todo.pop()
        page = site.pages.get(name)
        for link in page.links if page else ():
            target = site.leads(link.address, name).file if link.tag in ("a", "form") else ""
            if target in site.pages and target not in came:
                came.add(target)
                todo.append(target)
    if not any(page.broken for page in site.pages.values()):
        for name, page in site.pages.items():
            if name not in came and name != NOT_FOUND and not page.moved and not name.startswith(FRAMED):
                yield Fault(name, f"is led to by no links from {FIRST}")


def _of_file(site: Site, name: str) -> Iterator[Fault]:
    if name.endswith((".xml", ".svg")):
        yield from _each(site, name, _in_xml(site.bytes(name)), "an element", frozenset())
    elif name.endswith(".css"):
        yield from _each(site, name, in_style_sheet(site.text(name)), "url()", frozenset())
    elif name.endswith(".csv"):
        head: list[str] = []
        for number, line in enumerate(site.table(name[5:-4])) if name.startswith("data/") else ():
            head = head or [column for column in line if _HEADING.match(column) or column == "url"]
            for column in head:
                if line[column]:
                    yield from _follow(site, name, line[column], f"row {number + 2}, {column}")
    elif name.endswith((".json", ".jsonld", ".geojson")):
        things = THINGS if name.endswith(".jsonld") else frozenset()
        yield from _each(site, name, _addresses(site.json(name)), "an address", things)
    elif name == "robots.txt":
        found = re.findall(r"^Sitemap:\s*(\S+)", site.text(name), re.M | re.I)
        yield from _each(site, name, found, "Sitemap:", frozenset())
    elif name == INDEX:
        yield from _searched(site)
    elif (match := FILE.fullmatch(name)) and match[2] in LANGUAGES:
        yield from _filtered(site, name, match[2])


def _searched(site: Site) -> Iterator[Fault]:
    """What the search leads to; its addresses are seen from the folder of a language, and lead there in both."""
    for name, document in documents(site):
        address = str(document.get("at", ""))
        for lang in LANGUAGES:
            target = site.leads(address, f"{lang}/index.html")
            if why := _dead(site, target):
                yield Fault(name, f"leads to {lang}/{address}, {why}")


def _filtered(site: Site, name: str, lang: str) -> Iterator[Fault]:
    """What the lines of a filter lead to, as seen from the pages that have filters."""
    told = site.script(name)
    if isinstance(told, dict):
        addresses = {f"../events/{key}/index.html" for key in told["events"]}
        addresses |= {line[at] for line in told["figures"].values() for at in ("words_at", "at")}
        for address in sorted(addresses):
            target = site.leads(address, f"{lang}/casualties/index.html")
            if why := target.wrong or target.outside or _dead(site, target):
                yield Fault(name, f"leads to {target.file or address}, {why}")


def _each(site: Site, name: str, addresses: Iterable[str], where: str, things: frozenset[str]) -> Iterator[Fault]:
    for address in dict.fromkeys(addresses):
        yield from _follow(site, name, address, where, things)


def _follow(site: Site, name: str, address: str, where: str, things: frozenset[str] = frozenset()) -> Iterator[Fault]:
    target = site.leads(address, name)
    if target.outside:
        return  # where it may stand is asked in ``safety``
    if target.wrong:
        yield Fault(name, f"{where} has the address {address!r}, which {target.wrong}")
    elif why := _dead(site, target, things):
        yield Fault(name, f"{where} leads to {target.file}{'#' * bool(target.fragment)}{target.fragment}, {why}")


def _dead(site: Site, target: Target, things: frozenset[str] = frozenset()) -> str:
    """Why a target within the site cannot be reached; an empty text if it can."""
    if target.file not in site.files:
        return "which is not there"
    if target.fragment and target.fragment not in things:
        page = site.pages.get(target.file)
        if page is None:
            return "" if target.file.endswith((".jsonld", ".svg")) else "which has no places in it"
        if not page.broken and target.fragment not in page.ids:
            return "and the page has no such place"
    return ""


def _addresses(value: object) -> Iterator[str]:
    """Every text in JSON that is an address by its key, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                if key in KEYS:
                    yield inner
            else:
                yield from _addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner)


def _in_xml(content: bytes) -> list[str]:
    try:
        elements = list(ElementTree.fromstring(content).iter())
    except ElementTree.ParseError:
        return []
    found = [value for element in elements for key, value in element.attrib.items() if key.endswith(("href", "src"))]
    return found + [(element.text or "").strip() for element in elements if element.tag.endswith(("}loc", "}uri"))]


def in_style_sheet(text: str) -> Iterator[str]:
    """The addresses that a style sheet loads, without those that hold their own data."""
    for pattern in (_QUOTED, _IMPORT):
        for match in pattern.finditer(text):
            address = next((group for group in match.groups() if group is not None), "")
            if not address.startswith("data:font/woff2;base64,"):
                yield address
