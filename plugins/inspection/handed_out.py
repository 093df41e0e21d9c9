"""What the rules of counting need to know, found in what a site hands out and shows.

The tables have the figures, the claims and the events. The files of reports have who published them; their pages what
a claim denies; the pages of parties and places what contains them, and on which side a party is; a dossier's page
which reports it brings together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from .counting import Kept, Row
from .faults import Fault
from .pages import Page
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
        match = _PLACE.fullmatch(page.name) if page else None
        for claim, address in page.denials if page and match else ():
            target = self.site.leads(address, page.name)
            other = _PLACE.fullmatch(target.file)
            if other and match and target.fragment.startswith("claim-"):
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
        found = set()
        for kind, _, text in page.data if page else ():
            for thing in _graph(text) if page and kind == "application/ld+json" else ():
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
            keys = {key for key in self.events if self._is_chosen(kind, name, key)}
            rows = [row for row in self.figures if row["scope"] == "incident" and row["event"] in keys]
            return Kept(rows, self.everywhere)
        return Kept([row for row in self.figures if row["report"] in reports], reports)

    def _is_chosen(self, kind: str, name: str, key: str) -> bool:
        event = self.events[key]
        if kind == "month":
            return _in_month(name, event["earliest"], event["latest"])
        return name in (self._places[key] if kind == "place" else self._parties[key])

    @cached_property
    def _incidents(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.figures:
            if row["scope"] == "incident":
                found.setdefault(row["event"], []).append(row)
        return found

    @cached_property
    def _places(self) -> dict[str, frozenset[str]]:
        """The places of each event with all that contain them; those of its figures where it has none."""
        found = {}
        for key, event in self.events.items():
            rows = self._incidents.get(key, [])
            own = event["places"].split(";") if event["places"] else []
            found[key] = self._upwards("places", own or [word for row in rows for word in row["where"].split(";")])
        return found

    @cached_property
    def _parties(self) -> dict[str, frozenset[str]]:
        """The parties that acted, were harmed or are blamed in each event, with all that they are part of."""
        found = {}
        for key, event in self.events.items():
            words = event["actors"].split(";")
            for row in self._incidents.get(key, []):
                words += [row["of"], *row["blames"].split(";")]
            found[key] = self._upwards("actors", words)
        return found

    def _upwards(self, section: str, ids: Iterable[str]) -> frozenset[str]:
        found = set()
        for id in filter(None, ids):
            page = self._page(section, id)
            found |= {id, *(self._above(page) if page else ())}
        return frozenset(found)


def _graph(text: str) -> list[dict]:
    """The things that a page's JSON-LD speaks of; none where it is no JSON, which ``links`` tells."""
    try:
        return json.loads(text).get("@graph", [])
    except (ValueError, AttributeError):
        return []


def _in_month(month: str, first: str, last: str) -> bool:
    """Whether something that lies between two days may lie in the month: as written, months compare like times."""
    return bool(first or last) and (not first or _month(first) <= month) and (not last or _month(last) >= month)


def _month(day: str) -> str:
    return date.fromisoformat(day).isoformat()[:7]
