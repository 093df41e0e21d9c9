"""What a site says more than once: in the other language, in its feeds, and in the numbers by which it names claims."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from xml.etree import ElementTree

from .counted_again import OUTCOMES, UNITS, Recount
from .faults import Fault
from .page_reading import Page, Shown
from .site import Site
from .words import meanings, numbers

_ATOM = "{http://www.w3.org/2005/Atom}"
_SCOPE = re.compile(r"(?:ar|en)/(briefings|dossiers)/([^/]+)/(?:index\.html|feed\.xml)")
#: What the attributes of a figure say in either language.
_SAYING = (
    "data-counts", "data-kind", "data-claim", "data-total", "data-scope", "data-part", "data-of", "data-many",
    "data-origins",
)  # fmt: skip


def repeated(site: Site, recount: Recount) -> Iterator[Fault]:
    """Where a second telling is not the first."""
    for name, page in site.pages.items():
        twin = site.pages.get(f"en/{name[3:]}") if name.startswith("ar/") else None
        if twin and not page.broken and not twin.broken:
            here, there = Counter(map(_said, page.shown)), Counter(map(_said, twin.shown))
            more, less, said = (page, twin, here - there) if here - there else (twin, page, there - here)
            if said:
                yield Fault(less.name, f"does not show what {more.name} does, {said.total()} in all: {_told(said)}")
    yield from _badges(site)
    for name in site.files:
        if name.endswith("feed.xml"):
            yield from _feed(site, name, recount)


def _said(shown: Shown) -> tuple[object, ...]:
    """What is shown, whatever the language; with its numbers where nothing else holds them, as in a comparison."""
    alone = shown.kind == "range" and not shown.event and not shown.heading
    ends = shown.given.get("data-low", ""), shown.given.get("data-high", "")
    said = meanings(shown.words, shown.lang)
    # One word in Arabic means tens and dozens: which of them, the bounds for programs say.
    read = next((one for one in said if (str(one.low), str(one.high)) == ends), said[0] if said else None)
    known = (read, *ends)
    given = (shown.given.get(name, "") for name in _SAYING)
    return (shown.kind, *given, shown.event, shown.row, known if alone else shown.kind == "range" and shown.heading)


def _told(said: Counter[tuple[object, ...]]) -> str:
    return " ".join(str(word) for word in next(iter(said)) if word)


def _badges(site: Site) -> Iterator[Fault]:
    """The claims of a report are numbered from 1, and whatever leads to a claim with a number has that number."""
    known: dict[str, dict[str, int]] = {}
    for name, page in site.pages.items():
        found: dict[str, int] = {}
        for shown in page.shown:
            if shown.kind == "number" and shown.claim and shown.claim not in found:
                found[shown.claim] = next(iter(numbers(shown.words)), 0)
        known[name] = found
        if "/briefings/" in name and not page.broken and sorted(found.values()) != list(range(1, len(found) + 1)):
            yield Fault(name, "does not number its claims one after the other")
    for page in site.pages.values():
        for shown in page.shown if not page.broken else ():
            if shown.kind == "badge":
                yield from _badge(site, page, shown, known)


def _badge(site: Site, page: Page, shown: Shown, known: dict[str, dict[str, int]]) -> Iterator[Fault]:
    target = site.leads(shown.link, page.name)
    number = known.get(target.file, {}).get(target.fragment.removeprefix("claim-"))
    said = numbers(shown.given.get("data-n") or shown.words)
    if number is not None and said != [number]:
        yield Fault(page.name, f"calls {target.file}#{target.fragment} claim {said}, and it is claim {number}")


def _feed(site: Site, name: str, recount: Recount) -> Iterator[Fault]:
    """A feed says in words the totals of the site or a dossier, and each of its entries those of its report.

    One and two are words in Arabic, and 0 is left out of "up to 4".
    """
    try:
        root = ElementTree.fromstring(site.bytes(name))
    except ElementTree.ParseError:
        return  # ``presence`` tells
    yield from _speaks(name, _scope(name), root.findtext(f"{_ATOM}subtitle") or "", recount)
    for entry in root.iter(f"{_ATOM}entry"):
        links = [link.get("href", "") for link in entry.iter(f"{_ATOM}link") if link.get("rel") == "alternate"]
        for link in links:
            target = site.leads(link, name)
            if target.file and not target.fragment and (scope := _scope(target.file)) != "site":
                yield from _speaks(name, scope, entry.findtext(f"{_ATOM}summary") or "", recount)


def _scope(name: str) -> str:
    match = _SCOPE.fullmatch(posixpath.normpath(name))
    return "site" if not match else match[2] if match[1] == "briefings" else f"dossier:{match[2]}"


def _speaks(name: str, scope: str, text: str, recount: Recount) -> Iterator[Fault]:
    said = {*numbers(text)}
    for outcome, unit in product(OUTCOMES, UNITS):
        total = recount.total(scope, outcome, unit, "all")
        ends = {total.count.low, total.count.high} if total and total.count else set()
        for number in sorted(ends - said):
            if number > 2:
                row = f"{outcome}/{unit}/all"
                yield Fault(name, f"does not say {number}, to which the total {row} of {scope} comes")
