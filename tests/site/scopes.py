"""Whose figures a total is of, found again from the tables, the registry and the dossiers' own files.

A scope is named as on the pages: ``site``, a report's slug, ``dossier:slug``, ``place:id``, ``actor:id`` and
``month:2016-10``; ``without:dossier/slug`` is a dossier without one of its reports. Nothing here is shared with ``plugins/findings`` but the reading of EDTF dates.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from reports.edtf import parse_date
from tests.site.built_site import BuiltSite

Row = dict[str, str]


class Scopes:
    """The scopes of a built site."""

    def __init__(self, site: BuiltSite) -> None:
        self.site = site
        self.figures = site.table("casualties")
        self.events = {row["event"]: row for row in site.table("events")}
        self.everywhere = frozenset(site.slugs)

    def reports(self, scope: str) -> frozenset[str]:
        """The reports of which a scope holds the claims."""
        kind, _, name = scope.rpartition(":")
        if kind == "dossier":
            return self.reports_of_dossier(name)
        if kind == "without":
            dossier, _, left_out = name.partition("/")
            return self.reports_of_dossier(dossier) - {left_out}
        return self.everywhere if kind or scope == "site" else frozenset({scope})

    def chosen(self, scope: str) -> list[str] | None:
        """The events that a place, a party or a month chooses; ``None`` of another scope."""
        kind, _, name = scope.rpartition(":")
        if kind in ("place", "actor", "month"):
            return [key for key in self.events if self._is_chosen(kind, name, key)]
        return None

    def reports_of_dossier(self, slug: str) -> frozenset[str]:
        """The reports that a dossier lists, and those that have something in its places, of its parties, in its time."""
        wanted = self.site.source(f"dossiers/{slug}/dossier.yaml")
        places, actors, reports = (listed(wanted.get(key)) for key in ("places", "actors", "reports"))
        begin = parse_date(wanted["from"]).earliest if "from" in wanted else None
        end = parse_date(wanted["to"]).latest if "to" in wanted else None
        found = {report for report in reports if report in self.everywhere}
        if not (places or actors or begin or end):
            return frozenset(found)

        def fits(its_places: set[str], its_parties: set[str], first: date | None, last: date | None) -> bool:
            in_time = (end is None or first is None or first <= end) and (
                begin is None or last is None or last >= begin
            )
            return bool(in_time and (not places or its_places & {*places}) and (not actors or its_parties & {*actors}))

        for key, event in self.events.items():
            if fits(self.places_of(key), self.parties_of(key), _day(event["earliest"]), _day(event["latest"])):
                found |= {*event["reports"].split(";")}
        for row in self.figures:
            if row["scope"] == "cumulative":
                period = parse_date(row["period"])
                if fits(self._places(row), self._parties(row), period.earliest, period.latest):
                    found.add(row["report"])
        return frozenset(found)

    @cached_property
    def months(self) -> list[str]:
        """The months in which an event began or ended; for one known to a year, the first, if nothing else has it."""
        found, vague = set(), []
        for event in self.events.values():
            when = parse_date(event["when"])
            exact = [end for end in (when.start, when.end) if end and end.precision in ("day", "month")]
            found |= {end.earliest.isoformat()[:7] for end in exact}
            if not exact:
                vague.append(((event["earliest"] or event["latest"])[:7], (event["latest"] or "9999-12")[:7]))
        for first, last in vague:
            if all(month < first or month > last for month in found):
                found.add(first)
        return sorted(found)

    def places_of(self, key: str) -> set[str]:
        """The places of an event with all that contain them; those of its figures where it has none."""
        rows = [row for row in self.figures if row["event"] == key and row["scope"] == "incident"]
        own = [word for word in self.events[key]["places"].split(";") if word]
        return self._within(own or [word for row in rows for word in row["where"].split(";") if word])

    def parties_of(self, key: str) -> set[str]:
        rows = [row for row in self.figures if row["event"] == key and row["scope"] == "incident"]
        acting = [word for word in self.events[key]["actors"].split(";") if word]
        return self._above(acting) | {party for row in rows for party in self._harmed_or_blamed(row)}

    def _is_chosen(self, kind: str, name: str, key: str) -> bool:
        if kind == "month":
            return _in_month(name, _day(self.events[key]["earliest"]), _day(self.events[key]["latest"]))
        return name in (self.places_of(key) if kind == "place" else self.parties_of(key))

    def _places(self, row: Row) -> set[str]:
        return self._within(word for word in row["where"].split(";") if word)

    def _parties(self, row: Row) -> set[str]:
        """The parties of a cumulative figure: its own, and those that act in the events that it is about."""
        acting = [word for key in row["event"].split(";") if key for word in self.events[key]["actors"].split(";")]
        return self._harmed_or_blamed(row) | self._above(word for word in acting if word)

    def _harmed_or_blamed(self, row: Row) -> set[str]:
        return self._above(word for word in [*row["of"].split(";"), *row["blames"].split(";")] if word)

    def _within(self, places) -> set[str]:
        return self._upwards("places", "within", places)

    def _above(self, actors) -> set[str]:
        return self._upwards("actors", "part-of", actors)

    def _upwards(self, file: str, key: str, ids) -> set[str]:
        entries, found = self.site.source(f"registry/{file}.yaml"), set()
        for id in ids:
            while id and id not in found:
                found.add(id)
                id = entries[id].get(key)
        return found


def listed(value: str | list[str] | None) -> list[str]:
    """A list of the content, of which one bare value will do."""
    return [value] if isinstance(value, str) else value or []


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _in_month(month: str, first: date | None, last: date | None) -> bool:
    """Whether something that lies between two days may lie in the month: months compare as they are written."""
    return (first is None or first.isoformat()[:7] <= month) and (last is None or last.isoformat()[:7] >= month)
