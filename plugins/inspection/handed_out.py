"""What the rules of counting need to know, found in what a site hands out and shows.

The tables have the figures, the claims, the documents and the events. The files of reports have what their records say
and no table does: when a report was published and by whom, whether a claim says itself when it was said, and which
events are told, as whose, and whether as background. The pages have the rest: those of parties, places and sources what
contains them, those of parties their side, those of dossiers which reports they bring together.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property, lru_cache

from .earlier import chain
from .facts import Claim, Entry, Event
from .faults import Fault
from .page_reading import Page
from .people_counted import STATUSES, WORDS
from .site import LANGUAGES, Row, Site
from .times import Time, time

_PLACE = re.compile(r"(?:ar|en)/briefings/([^/]+)/index\.html")
_MONTH = re.compile(r"(?:ar|en)/months/([^/]+)/index\.html")
_ENTRY = re.compile(r"(?:ar|en)/(places|actors|sources)/([^/]+)/index\.html")


class HandedOut:
    """The facts of a site; see ``facts.Facts``. Rows of its tables are given besides, by what they are of."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.figures = site.table("casualties")
        self.claim_rows = {f"{row['report']}/{row['claim']}": row for row in site.table("claims")}
        self.event_rows = {row["event"]: row for row in site.table("events")}
        self.everywhere = frozenset(site.slugs)
        self._chosen: dict[str, list[str] | None] = {}
        self.figures_of: dict[str, list[Row]] = defaultdict(list)  # by report
        for row in self.figures:
            self.figures_of[row["report"]].append(row)

    @cached_property
    def records(self) -> dict[str, dict]:
        """What each report's record says, by the keys of the report format."""
        found = {slug: report.get("record") for slug, report in self.site.reports.items()}
        return {slug: record if isinstance(record, dict) else {} for slug, record in found.items()}

    @cached_property
    def entries(self) -> dict[str, list[Entry]]:
        """The figures of each claim; they are numbered as the rows of ``casualties.csv``."""
        found = defaultdict(list)
        for number, row in enumerate(self.figures):
            found[f"{row['report']}/{row['claim']}"].append(_entry(number, row))
        return found

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {key: self._claim(key, row) for key, row in self.claim_rows.items()}

    @cached_property
    def events(self) -> dict[str, Event]:
        told: dict[str, dict[str, bool]] = defaultdict(dict)
        for slug in self.records:
            for key, event in self.tellings(slug):
                told[key][slug] = bool(event.get("background")) and told[key].get(slug, True)
        return {
            key: Event(key, row["part_of"], row["grade"] == "discounted", told[key])
            for key, row in self.event_rows.items()
        }

    def keys(self, slug: str) -> dict[str, str]:
        """The keys of the events that a report tells, by their ids there."""
        events = self.records.get(slug, {}).get("events", {})
        return {id: event.get("same-as") or f"{slug}/{id}" for id, event in events.items()}

    def tellings(self, slug: str) -> Iterator[tuple[str, dict]]:
        """The events that a report tells, each by its key and as its record has it."""
        for id, key in self.keys(slug).items():
            yield key, self.records[slug]["events"][id]

    def _claim(self, key: str, row: Row) -> Claim:
        as_of = self.said_itself(key)
        return Claim(
            key,
            row["report"],
            self.origins(key),
            self.said(key),
            time(as_of) if as_of else None,
            tuple(_listed(row["updates"])),
            tuple(_listed(row["denies"])) if row["denies_what"] in ("number", "event") else (),
            tuple(self.entries.get(key, ())),
            tuple(_listed(row["denies"])) if row["denies_what"] == "responsibility" else (),
        )

    def said_itself(self, key: str) -> str:
        """When a claim was said, where it says so itself."""
        slug, _, id = key.partition("/")
        claim = self.records.get(slug, {}).get("claims", {}).get(id, {})
        return str(claim.get("as-of") or "")

    def said(self, key: str) -> Time:
        """When a claim was said: as it says itself; else when its documents were published, of several the last; else
        when its report was."""
        own = self.said_itself(key)
        report = self.site.reports.get(key.partition("/")[0], {})
        published = [document["published"] for document in self._read_in(key) if document["published"]]
        written = [own] if own else published or [str(report.get("published"))]
        return max(map(time, written), key=lambda said: (said[1] is None, said[1] or datetime.min))

    def speakers(self, key: str) -> list[str]:
        """Who says it: its ``by``, else the publishers of its documents, else of its report; none where nobody is."""
        row = self.claim_rows[key]
        if row["identified"] == "unattributed":
            return []
        found = _listed(row["by"]) or [document["publisher"] for document in self._read_in(key)]
        return list(dict.fromkeys(found)) or [self.publisher(row["report"])]

    def origins(self, key: str) -> frozenset[str]:
        """The same, sources taken to the top of their chain; a claim of nobody is an origin of its own."""
        return frozenset(map(self.voice, self.speakers(key))) or frozenset([key])

    def _read_in(self, key: str) -> list[Row]:
        row = self.claim_rows[key]
        return [found for id in _listed(row["documents"]) if (found := self._documents.get((row["report"], id)))]

    @cached_property
    def _documents(self) -> dict[tuple[str, str], Row]:
        return {(row["report"], row["document"]): row for row in self.site.table("documents")}

    def voice(self, source: str) -> str:
        """The source whose voice a source is: that at the top of its page's chain, or of the table's."""
        page = self._page("sources", source)
        above = self._above(page) if page else []
        return above[0] if above else [source, *chain(self._parts_of, source)][-1]

    @cached_property
    def _parts_of(self) -> dict[str, str]:
        """What each source that claims is part of; parties are origins by themselves."""
        return {row["id"]: row["part_of"] for row in self.site.table("sources") if not self._page("actors", row["id"])}

    def faults(self) -> Iterator[Fault]:
        """Where the two languages of the site would be counted otherwise: they must say the same."""
        for name, page in self.site.pages.items():
            twin = self.site.pages.get(f"en/{name[3:]}") if name.startswith("ar/") else None
            if twin is None or page.broken or twin.broken:
                continue
            if page.side != twin.side:
                yield Fault(twin.name, f"says another side than {name}")
            yield from self._denials(page)
            yield from self._denials(twin)
            if self._above(page) != self._above(twin):
                yield Fault(twin.name, f"says otherwise than {name} what contains this")
            if name.startswith("ar/dossiers/") and self._parts(page) != self._parts(twin):
                yield Fault(twin.name, f"brings other reports together than {name}")

    def publisher(self, report: str) -> str:
        return self.site.reports.get(report, {}).get("publisher") or ""

    def _denials(self, page: Page) -> Iterator[Fault]:
        """Whether a briefing says of the same claims as the table which they deny."""
        slug = match[1] if (match := _PLACE.fullmatch(page.name)) else ""
        rows = (row for row in self.claim_rows.values() if row["report"] == slug)
        told = {(f"{slug}/{row['claim']}", denied) for row in rows for denied in _listed(row["denies"])}
        if slug and told != set(self._denied(page)):
            yield Fault(page.name, "says otherwise than data/claims.csv which claim denies which")

    def _denied(self, page: Page) -> Iterator[tuple[str, str]]:
        """The claims of a briefing's page that deny others, each with which."""
        if not (match := _PLACE.fullmatch(page.name)):
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

    def reports(self, scope: str) -> frozenset[str]:
        kind, _, name = scope.rpartition(":")
        if kind == "dossier":
            return self._parts(self._page("dossiers", name))
        if kind == "without":
            dossier, _, left_out = name.partition("/")
            return self._parts(self._page("dossiers", dossier)) - {left_out}
        return self.everywhere if kind or scope == "site" else frozenset({scope})

    def chosen(self, scope: str) -> list[str] | None:
        if scope not in self._chosen:
            self._chosen[scope] = self._choose(scope)
        return self._chosen[scope]

    def begun_in(self, events: Iterable[str], period: str) -> list[str]:
        """The events that begin in a year or month; ``undated`` are those of which nobody knows."""
        return [key for key in events if _begins(self.event_rows[key]).startswith(period)]

    def _choose(self, scope: str) -> list[str] | None:
        whole, part, period = scope.rpartition("/")
        if part and (whole == "site" or whole.startswith(("place:", "actor:", "month:"))):
            chosen = self.chosen(whole)
            return self.begun_in(self.event_rows if chosen is None else chosen, period)
        kind, _, name = scope.rpartition(":")
        if kind == "month":
            return [key for key, row in self.event_rows.items() if _in_month(name, row["earliest"], row["latest"])]
        if kind == "year":
            # An event lies in a year where one of its months that have a page does.
            months = [month for month in self.months if month.startswith(f"{name}-")]
            return [key for key in self.event_rows if any(key in self._in_months[month] for month in months)]
        if kind in ("place", "actor"):
            return (self._at_place if kind == "place" else self._of_party).get(name, [])
        return None

    @cached_property
    def months(self) -> list[str]:
        """The months that have a page."""
        return sorted({match[1] for name in self.site.pages if (match := _MONTH.fullmatch(name))})

    @cached_property
    def _in_months(self) -> dict[str, frozenset[str]]:
        return {month: frozenset(self.chosen(f"month:{month}") or ()) for month in self.months}

    @cached_property
    def _incidents(self) -> dict[str, list[Row]]:
        found = defaultdict(list)
        for row in self.figures:
            if row["scope"] == "incident":
                found[row["event"]].append(row)
        return found

    @cached_property
    def _at_place(self) -> dict[str, list[str]]:
        """The events of each place and of all that it contains; by the places of their figures where they have none."""
        found = {}
        for key, event in self.event_rows.items():
            rows = self._incidents.get(key, [])
            own = _listed(event["places"])
            found[key] = self._upwards("places", own or [word for row in rows for word in _listed(row["where"])])
        return _turned(found)

    @cached_property
    def _of_party(self) -> dict[str, list[str]]:
        """The events in which each party, or a part of it, acted, was harmed or is blamed."""
        found = {}
        for key, event in self.event_rows.items():
            words = _listed(event["actors"])
            for row in self._incidents.get(key, []):
                among = (pair.partition("=")[0] for pair in _listed(row["including"]))
                fighters = [word for word in among if word not in (*WORDS, *STATUSES)]
                words += [*_listed(row["of"]), *fighters, *_listed(row["blames"])]
            found[key] = self._upwards("actors", words)
        return _turned(found)

    def _upwards(self, section: str, ids: Iterable[str]) -> frozenset[str]:
        found = set()
        for id in ids:
            page = self._page(section, id)
            found |= {id, *(self._above(page) if page else ())}
        return frozenset(found)


def _entry(number: int, row: Row) -> Entry:
    including = (tuple(some.split("=", 1)) for some in _listed(row["including"]))
    return Entry(
        number,
        row["event"],
        row["outcome"],
        row["written"],
        row["unit"],
        row["who"],
        tuple(_listed(row["of"])),
        row["part"],
        tuple((group, written) for group, written in including),
        row["scope"] == "cumulative",
    )


def _listed(cell: str) -> list[str]:
    return cell.split(";") if cell else []


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


def _begins(event: Row) -> str:
    """The month in which an event begins at the earliest, as the pages of lists name it."""
    day = event["earliest"] or event["latest"]
    return _month(day) if day else "undated"


@lru_cache(maxsize=1 << 14)
def _month(day: str) -> str:
    return date.fromisoformat(day).isoformat()[:7]
