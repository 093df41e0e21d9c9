"""The casualties counted again from the content: section *How casualties are counted* of the report format, by
``inspection.counted_again``, which shares nothing with ``plugins/findings``.

The inspection itself has only the site. Here records, registry and dossiers say in their own files who claims what of
whom; only which events a scope chooses is found in the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from inspection import counted_again
from inspection.counted_again import OUTCOMES, ROWS, UNITS, Range, Total
from inspection.facts import Claim, Entry, Event
from inspection.times import time
from tests.site.built_site import BuiltSite
from tests.site.scopes import Scopes, listed

__all__ = ["OUTCOMES", "ROWS", "UNITS", "Range", "Recount", "Total", "named"]


def named(outcome: str, unit: str, row: str) -> str:
    """How pages name a row."""
    return f"{outcome}/{row}" if unit == "people" else f"{outcome}/{unit}/{row}"


class Content:
    """What the counting needs to know of a site, in the content that it was built from: see ``inspection.facts``."""

    def __init__(self, site: BuiltSite) -> None:
        self.site = site
        self._actors = site.source("registry/actors.yaml")
        self._sources = site.source("registry/sources.yaml")
        scopes = Scopes(site)
        self.reports, self.chosen = cache(scopes.reports), cache(scopes.chosen)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        records = {slug: self.site.record(slug) for slug in self.site.slugs}
        named = {slug: record.get("claims", {}) for slug, record in records.items()}
        return {
            f"{slug}/{id}": self._claim(slug, id, claim or {}) for slug in named for id, claim in named[slug].items()
        }

    def _claim(self, slug: str, id: str, claim: dict) -> Claim:
        record = self.site.record(slug)
        documents = [record["documents"][document] for document in listed(claim.get("in"))]
        speakers = listed(claim.get("by")) or [document["publisher"] for document in documents] or [record["publisher"]]
        published = [document["published"] for document in documents if "published" in document] or [
            record["published"]
        ]
        said = time(claim["as-of"]) if "as-of" in claim else max(map(time, published), key=lambda when: when[1])
        what, denied = claim.get("denies-what", "number"), self._keys(slug, claim.get("denies"))
        return Claim(
            f"{slug}/{id}",
            slug,
            frozenset([f"{slug}/{id}"] if claim.get("identified") == "unattributed" else map(self._voice, speakers)),
            said,
            said if "as-of" in claim else None,
            self._keys(slug, claim.get("updates")),
            denied if what != "responsibility" else (),
            tuple(self._entries(slug, claim)),
            denied if what == "responsibility" else (),
        )

    def _entries(self, slug: str, claim: dict) -> Iterator[Entry]:
        for number, entry in enumerate(claim.get("casualties", ())):
            cumulative = entry.get("scope") == "cumulative"
            for outcome in OUTCOMES:
                if outcome in entry:
                    yield Entry(
                        number,
                        "" if cumulative else self._event(slug, listed(claim["about"])[0]),
                        outcome,
                        entry[outcome],
                        entry.get("unit", "people"),
                        entry.get("who", "unknown"),
                        tuple(listed(entry.get("of"))),
                        entry.get("part", ""),
                        tuple(entry.get("including", {}).items()),
                        cumulative,
                    )

    @cached_property
    def events(self) -> dict[str, Event]:
        found: dict[str, list[tuple[str, dict]]] = {}
        for slug in self.site.slugs:
            for id, event in self.site.record(slug).get("events", {}).items():
                found.setdefault(self._event(slug, id), []).append((slug, event))
        return {key: self._told(key, tellings) for key, tellings in found.items()}

    def _told(self, key: str, tellings: list[tuple[str, dict]]) -> Event:
        wholes = [self._event(slug, event["part-of"]) for slug, event in tellings if "part-of" in event]
        discounted = any(event.get("grade") == "discounted" for _, event in tellings if "same-as" not in event)
        background = {slug: event.get("background") == "true" for slug, event in tellings}
        return Event(key, wholes[0] if wholes else "", discounted, background)

    def _event(self, slug: str, id: str) -> str:
        """An event is known by the report that declares it."""
        return self.site.record(slug)["events"][id].get("same-as", f"{slug}/{id}")

    @staticmethod
    def _keys(slug: str, names: str | list[str] | None) -> tuple[str, ...]:
        return tuple(name if "/" in name else f"{slug}/{name}" for name in listed(names))

    def side(self, actor: str) -> str:
        """An actor's own ``side``, else the nearest up its ``part-of`` chain, else the top of that chain."""
        entry = self._actors[actor]
        return entry.get("side") or (self.side(entry["part-of"]) if "part-of" in entry else actor)

    def _voice(self, speaker: str) -> str:
        above = self._sources.get(speaker, {}).get("part-of")
        return self._voice(above) if above else speaker


class Recount(counted_again.Recount):
    """Counts what a site's content holds."""

    def __init__(self, site: BuiltSite) -> None:
        super().__init__(Content(site))
