"""Does every list hold its events, each once, in a line that leads to its page and says its number and its sources?

The timeline and the ledger of many events have the newest, and name the months in which all of them stand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import pairwise, product
from operator import itemgetter

from .counted_again import OUTCOMES, UNITS, Recount
from .counted_tables import named, told
from .faults import Fault
from .filter_files import filter_files
from .handed_out import HandedOut
from .page_reading import Page, Shown
from .site import LANGUAGES, Site
from .words import numbers

_LIST = re.compile(
    r"(?:ar|en)/(?:(timeline|casualties)|(months|places|actors|dossiers)/([^/]+)(?:/(\d{4}-\d\d|undated))?)/index\.html"
)
#: A page of a month of a list, or one that follows such a page; and one that follows another.
_PART = re.compile(r"((?:ar|en)/(?:places|actors|sources|dossiers)/[^/]+)/[^/]+(?:/\d+)?/index\.html")
_FOLLOWS = re.compile(r"((?:ar|en)/(?:months|places|actors|sources|dossiers)/.+)/([1-9]\d{0,6})/index\.html")
_KINDS = {"months": "month:", "places": "place:", "actors": "actor:", "dossiers": "dossier:"}
_ROWS = {named(outcome, unit, "all"): (outcome, unit) for outcome, unit in product(OUTCOMES, UNITS)}


def lists(site: Site, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """Every line of a list that is wrong, and every event and claim that is not listed where it should be."""
    check = _Lists(site, facts, recount)
    for name, page in site.pages.items():
        if not page.broken:
            yield from check.page(name, page)
    yield from check.claims()
    yield from filter_files(site, facts, recount, check.origins)


class _Lists:
    """The lists of a site, held against its events and claims."""

    def __init__(self, site: Site, facts: HandedOut, recount: Recount) -> None:
        self.site, self.facts, self.recount = site, facts, recount

    def page(self, name: str, page: Page) -> Iterator[Fault]:
        if follows := _FOLLOWS.fullmatch(name):
            first = f"{follows[1]}/index.html"
            match = _LIST.fullmatch(first)
            if first not in self.site.pages:
                yield Fault(name, f"goes on with what begins in {first}, which is not there")
        else:
            match = _LIST.fullmatch(name)
        of_figures = match is not None and match[1] == "casualties"
        for shown in page.shown:
            if shown.kind == "many":
                yield from self._many(name, shown, of_figures)
            elif shown.kind == "origins":
                yield from self.origins(name, shown)
        if match and match[1]:
            yield from self._newest(name, page, self._events("site", of_figures))
            yield from self._lines(name, page, "site", every=of_figures)
        elif match:
            scope = _KINDS[match[2]] + match[3] + (f"/{match[4]}" if match[4] else "")
            if not follows:
                yield from self._whole(name, page, scope, self._events(scope, of_figures))
            yield from self._lines(name, page, scope, every=of_figures)

    def claims(self) -> Iterator[Fault]:
        """The page of who says something, or passes it on, lists the claim."""
        for key, row in self.facts.claim_rows.items():
            relayed = [id for id in row["via"].replace("|", ";").split(";") if id]
            for id, lang in product(dict.fromkeys([*self.facts.speakers(key), *relayed]), LANGUAGES):
                names = (f"{lang}/{section}/{id}/index.html" for section in ("sources", "actors"))
                pages = [found for name in names if (found := self.site.pages.get(name)) and not found.broken]
                parts = (part for page in pages for part in self._parts[page.name])
                if pages and not any(key in page.said for page in (*pages, *parts)):
                    yield Fault(pages[0].name, f"does not list the claim {key}, which it makes or passes on")

    def _events(self, scope: str, of_figures: bool) -> Collection[str]:
        """The events that a list must hold: those of its scope, or of them those with figures."""
        if scope.startswith("dossier:"):
            dossier, _, month = scope.partition("/")
            reports = self.facts.reports(dossier)
            told = [key for key, event in self.facts.events.items() if not reports.isdisjoint(event.told)]
            return self.facts.begun_in(told, month) if month else told
        chosen = self.facts.chosen(scope)
        keys = self.facts.events if chosen is None else chosen
        return [key for key in keys if key in self._figured] if of_figures else keys

    @cached_property
    def _figured(self) -> frozenset[str]:
        """The events that somebody gives a figure of, or of a part of them."""
        own = {row["event"] for row in self.facts.figures if row["scope"] == "incident"}
        return frozenset(own.union(*(self.recount.wholes(key) for key in own)))

    @cached_property
    def _parts(self) -> dict[str, list[Page]]:
        """The pages of months of a list, by the page that stands above them."""
        found: dict[str, list[Page]] = defaultdict(list)
        for name, page in self.site.pages.items():
            if match := _PART.fullmatch(name):
                found[f"{match[1]}/index.html"].append(page)
        return found

    @cached_property
    def _following(self) -> dict[str, list[Page]]:
        """The pages with which a list goes on, in their order, by the page on which it begins."""
        found: dict[str, list[tuple[int, Page]]] = defaultdict(list)
        for name, page in self.site.pages.items():
            if match := _FOLLOWS.fullmatch(name):
                found[f"{match[1]}/index.html"].append((int(match[2]), page))
        return {name: [page for _, page in sorted(pages, key=itemgetter(0))] for name, pages in found.items()}

    def following(self, name: str) -> list[Page]:
        """The pages with which the list of a page goes on."""
        return self._following.get(name, [])

    @cached_property
    def _in_months(self) -> dict[str, set[str]]:
        """The events that the pages of months list, by language."""
        found: dict[str, set[str]] = defaultdict(set)
        for lang, month in product(LANGUAGES, self.facts.months):
            if page := self.site.pages.get(name := f"{lang}/months/{month}/index.html"):
                found[lang].update(event for one in (page, *self.following(name)) for event, _ in one.listed)
        return found

    @cached_property
    def _about(self) -> dict[str, list[str]]:
        """The claims about each event."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, row in self.facts.claim_rows.items():
            for event in row["events"].split(";"):
                found[event].append(key)
        return found

    def _whole(self, name: str, page: Page, scope: str, events: Collection[str]) -> Iterator[Fault]:
        """Each of them stands in the list once, or on one of the pages of its months; there all of a month or none."""
        pages = (page, *self._parts[name], *self.following(name))
        if "/" in scope and not any(one.listed for one in pages):
            return
        for before, after in pairwise((page, *self.following(name))):
            oldest = min((day for event, _ in before.listed if (day := self._day(event))), default="")
            if oldest and any(self._day(event) > oldest for event, _ in after.listed):
                yield Fault(after.name, "does not go on with older events than the page before")
        found = Counter(event for one in pages for event, _ in one.listed)
        for event in sorted({*events} | {*found}):
            if found[event] != (event in events):
                whose = f"of {scope}" if event in events else f"none of {scope}"
                yield Fault(name, f"lists {event} {found[event]} times, and it is {whose}")

    def _day(self, event: str) -> str:
        """The first day of an event; empty of one that is not known."""
        return self.facts.event_rows[event]["earliest"] if event in self.facts.event_rows else ""

    def _newest(self, name: str, page: Page, events: Collection[str]) -> Iterator[Fault]:
        """Each of them stands in the list once; of many the newest do, and the page leads to the months of all."""
        found = Counter(event for event, _ in page.listed)
        missing = [event for event in events if not found[event]]
        if missing:
            yield from self._leads_to_months(name, page)
        elsewhere = self._in_months[name[:2]] if missing else ()
        days = {event: row["earliest"] or row["latest"] for event, row in self.facts.event_rows.items()}
        oldest = min((days[event] for event in found if days.get(event)), default="")
        for event in sorted({*events} | {*found}):
            if event not in events or found[event] > 1 or (not found[event] and event not in elsewhere):
                whose = "of the site" if event in events else "none of the site"
                yield Fault(name, f"lists {event} {found[event]} times, and it is {whose}")
            elif not found[event] and days[event] > oldest:
                yield Fault(name, f"does not list {event}, which is newer than what it lists")

    def _leads_to_months(self, name: str, page: Page) -> Iterator[Fault]:
        """A page that does not list all says of each month how many events it has, and leads to it."""
        named = {shown.given["data-many"] for shown in page.shown if shown.kind == "many"}
        led = {self.site.leads(link.address, name).file for link in page.links}
        for month in self.facts.months:
            if f"month:{month}" not in named or f"{name[:2]}/months/{month}/index.html" not in led:
                yield Fault(name, f"does not list all events, and does not lead to {month} with how many it has")

    def _lines(self, name: str, page: Page, scope: str, every: bool) -> Iterator[Fault]:
        """The lines lead to the pages of their events, newest first, and say of each how many."""
        counted_in = scope.partition("/")[0] if scope.startswith("dossier:") else "site"
        answers: dict[str, set[str]] = defaultdict(set)
        for shown in page.shown:
            if shown.kind == "answer" and shown.given.get("data-scope") == counted_in:
                answers[shown.event].add(shown.row)
        for event, link in page.listed:
            home = f"{name[:2]}/events/{event}/index.html"
            if not link or self.site.leads(link, name).file != home:
                yield Fault(name, f"does not lead from the line of {event} to {home}")
            ranges = {row: self.recount.range(counted_in, event, *quantity, "all") for row, quantity in _ROWS.items()}
            there = {row: one for row, one in ranges.items() if one}
            best = {row for row, one in there.items() if one.count} or {*there}
            missing = best - answers[event] if every else best if best.isdisjoint(answers[event]) else ()
            for row in [row for row in there if row in missing][:1]:
                yield Fault(name, f"does not say in the line of {event} how many {row} there were, {told(there[row])}")
        days = [self._day(event) for event, _ in page.listed if event in self.facts.event_rows]
        if any(later and earlier and later > earlier for earlier, later in pairwise(days)):
            yield Fault(name, "does not list its events from the newest on")

    def _many(self, name: str, shown: Shown, of_figures: bool) -> Iterator[Fault]:
        right = len(self._events(shown.given["data-many"], of_figures))
        if not _says(shown, right):
            scope = shown.given["data-many"]
            yield Fault(name, f"says that there are “{shown.words}” of {scope}; counted again there are {right}")

    def origins(self, name: str, shown: Shown) -> Iterator[Fault]:
        """The separate sources of a line: their number, or the name of the one."""
        scope, row = shown.given.get("data-scope", ""), shown.given.get("data-of", "")
        one = self.recount.range(scope, shown.event, *_ROWS[row], "all") if row in _ROWS else None
        behind = one.origins if one and one.count else self._behind(scope, shown.event)
        names = self._names(next(iter(behind)), shown.lang) if len(behind) == 1 else ()
        right = shown.words in names or not names if len(behind) == 1 else _says(shown, len(behind))
        if shown.given["data-origins"] != str(len(behind)) or not right:
            yield Fault(name, f"gives “{shown.words}” as the sources of {shown.event}; counted again {len(behind)}")

    def _behind(self, scope: str, event: str) -> frozenset[str]:
        """Who says that an event happened, as the claims of a scope tell: nobody of one that is only denied."""
        reports = self.facts.reports(scope)
        claims = [key for key in self._about[event] if self.facts.claim_rows[key]["report"] in reports]
        if claims:
            told = [key for key in claims if self.facts.claim_rows[key]["stance"] != "denies"]
            return frozenset().union(*(self.facts.origins(key) for key in told))
        tellers = [slug for slug in self.facts.events[event].told if slug in reports]
        return frozenset(self.facts.voice(self.facts.publisher(slug)) for slug in tellers)

    def _names(self, origin: str, lang: str) -> tuple[str, ...]:
        """What an origin is called, as the table of who claims has it; nothing of one that it does not name."""
        names = {row[f"name_{lang}"] or row["name_ar"] for row in self.site.table("sources") if row["id"] == origin}
        return tuple(" ".join(name.split()) for name in names)


def _says(shown: Shown, number: int) -> bool:
    """Whether words say a number. In Arabic none, one and two are words."""
    said = numbers(shown.words)
    return said == [number] or (not said and (number == 0 or (shown.lang == "ar" and number <= 2)))
