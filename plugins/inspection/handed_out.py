"""What the rules of counting need to know, found in what a site hands out and shows.

The tables have the figures, the claims and the events. The files of reports have who published them; their pages what
a claim denies; the pages of parties and places what contains them, and on which side a party is; a dossier's page
which reports it brings together.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from .counting import Kept, Row
from .faults import Fault
from .page_reading import Page
from .site import LANGUAGES, Site

_PLACE = re.compile(r"(?:ar|en)/briefings/([^/]+)/index\.html")
_ENTRY = re.compile(r"(?:ar|en)/(places|actors)/([^/]+)/index\.html")


class HandedOut:
    """The facts of a site; see ``counting.Facts``."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.figures = site.table("casualties")
        self.claims = {(row["report"], row["claim"]): row for row in site.table("claims")}
        self.events = {row["event"]: row for row in site.table("events")}
        self.discounted = frozenset(key for key, row in self.events.items() if row["grade"] == "discounted")
        self.everywhere = frozenset(site.slugs)
        self.figures_of: dict[str, list[Row]] = defaultdict(list)  # the same by report
        for row in self.figures:
            self.figures_of[row["report"]].append(row)

    def faults(self) -> Iterator[Fault]:
        """Where the two languages of the site would be counted otherwise: they must say the same."""
        for name, page in self.site.pages.items():
            twin = self.site.pages.get(f"en/{name[3:]}") if name.startswith("ar/") else None
            if twin is None or page.broken or twin.broken:
                continue
            if page.side != twin.side:
                yield Fault(twin.name, f"says another side than {name}")
            if sorted(self._denied(page)) != sorted(self._denied(twin)):
                yield Fault(twin.name, f"says otherwise than {name} which claim denies which")
            if self._above(page) != self._above(twin):
                yield Fault(twin.name, f"says otherwise than {name} what contains this")
            if name.startswith("ar/dossiers/") and self._parts(page) != self._parts(twin):
                yield Fault(twin.name, f"brings other reports together than {name}")

    def publisher(self, report: str) -> str:
        return self.site.reports.get(report, {}).get("publisher") or ""

    @cached_property
    def denials(self) -> dict[str, str]:
        """Each claim that denies another, and which, by the pages of the briefings."""
        return {
            denial: denied for slug in self.site.slugs for denial, denied in self._denied(self._page("briefings", slug))
        }

    def _denied(self, page: Page | None) -> Iterator[tuple[str, str]]:
        if not page or not (match := _PLACE.fullmatch(page.name)):
            return
        for claim, address in page.denials:
            target = self.site.leads(address, page.name)
            other = _PLACE.fullmatch(target.file)
            if other and target.fragment.startswith("claim-"):
                yield f"{match[1]}/{claim}", f"{other[1]}/{target.fragment[6:]}"

    def side(self, actor: str) -> str:
        """The side that the party's page says; without one, the party itself."""
        page = self._page("actors", actor)
        return page.side if page and page.side else actor

    def _page(self, section: str, name: str) -> Page | None:
        return self.site.pages.get(f"{LANGUAGES[0]}/{section}/{name}/index.html")

    def _above(self, page: Page) -> list[str]:
        """The places that contain a place, or the parties that contain a party, by the page of it."""
        found = (_ENTRY.fullmatch(self.site.leads(address, page.name).file) for address in page.chain)
        return [match[2] for match in found if match]

    def _parts(self, page: Page | None) -> frozenset[str]:
        """The reports that a dossier's page says are part of it."""
        if not page:
            return frozenset()
        found = set()
        for kind, _, text in page.data:
            for thing in _graph(text) if kind == "application/ld+json" else ():
                for part in thing.get("hasPart", []):
                    if match := _PLACE.fullmatch(self.site.leads(part.get("@id", ""), page.name).file):
                        found.add(match[1])
        return frozenset(found)

    # What a scope holds

    def kept(self, scope: str) -> Kept:
        kind, _, name = scope.rpartition(":")
        if not kind:
            reports = self.everywhere if scope == "site" else frozenset({scope})
        elif kind == "dossier":
            reports = self._parts(self._page("dossiers", name))
        elif kind == "without":
            dossier, _, left_out = name.partition("/")
            reports = self._parts(self._page("dossiers", dossier)) - {left_out}
        else:
            chosen = self._chosen(kind, name)
            return Kept([row for key in chosen for row in self._incidents.get(key, ())], self.everywhere)
        return Kept([row for report in sorted(reports) for row in self.figures_of.get(report, ())], reports)

    def _chosen(self, kind: str, name: str) -> Iterable[str]:
        """The events of a month, a place or a party."""
        if kind == "month":
            return [key for key, row in self.events.items() if _in_month(name, row["earliest"], row["latest"])]
        return (self._at_place if kind == "place" else self._of_party).get(name, ())

    @cached_property
    def _incidents(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.figures:
            if row["scope"] == "incident":
                found.setdefault(row["event"], []).append(row)
        return found

    @cached_property
    def _at_place(self) -> dict[str, list[str]]:
        """The events of each place and of all that it contains; by the places of their figures where they have none."""
        found = {}
        for key, event in self.events.items():
            rows = self._incidents.get(key, [])
            own = event["places"].split(";") if event["places"] else []
            found[key] = self._upwards("places", own or [word for row in rows for word in row["where"].split(";")])
        return _turned(found)

    @cached_property
    def _of_party(self) -> dict[str, list[str]]:
        """The events in which each party, or a part of it, acted, was harmed or is blamed."""
        found = {}
        for key, event in self.events.items():
            words = event["actors"].split(";")
            for row in self._incidents.get(key, []):
                words += [row["of"], *row["blames"].split(";")]
            found[key] = self._upwards("actors", words)
        return _turned(found)

    def _upwards(self, section: str, ids: Iterable[str]) -> frozenset[str]:
        found = set()
        for id in filter(None, ids):
            page = self._page(section, id)
            found |= {id, *(self._above(page) if page else ())}
        return frozenset(found)


def _turned(found: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The keys by what is found of them."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key, words in found.items():
        for word in words:
            keys[word].append(key)
    return keys


def _graph(text: str) -> list[dict]:
    """The things that a page's JSON-LD speaks of; none where it is no JSON, which ``links`` tells."""
    try:
        things: list[dict] = json.loads(text).get("@graph", [])
    except (ValueError, AttributeError):
        return []
    return things


def _in_month(month: str, first: str, last: str) -> bool:
    """Whether something that lies between two days may lie in the month: as written, months compare like times."""
    return bool(first or last) and (not first or _month(first) <= month) and (not last or _month(last) >= month)


def _month(day: str) -> str:
    return date.fromisoformat(day).isoformat()[:7]
