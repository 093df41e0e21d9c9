"""All findings of a site, each worked out once and only when asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache

from reports.edtf import EdtfDate
from reports.model import Dossier, Site

from .accounts import FigureUse
from .attributions import SourceAccount
from .calendar import Day, days, lies_in, month_begun, month_of
from .changes import Corrected, corrections, last_corrected
from .comparisons import Comparison, comparisons
from .counting import EventCount
from .event_answers import EventAnswer, event_answer
from .index import Index, PlacedClaim
from .newest import Newest, newest
from .published_entries import spoken_of
from .scopes import DossierFindings, ReportFindings, Scope, Selection
from .selection import Filter, Traits, concerned, event_traits, figure_traits, filters_of


class Findings(Scope):
    """What the whole site amounts to; its methods give what a part of it does.

    ``report`` and ``dossier`` take a slug, ``at_place`` and ``of_party`` an id of the registry, ``in_month`` a month
    (``2016-10``), ``in_year`` a year, ``answer`` the key of an event, ``part`` a choice of whole events and a year or
    month: the events of it that begin then. Each is worked out once. What ``earlier`` findings counted of what is still
    the same is not counted again.
    """

    def __init__(self, site: Site, earlier: Findings | None = None) -> None:
        index = Index(site, earlier.index if earlier else None)
        super().__init__(index, tuple(index.reports), "site")
        self.site = site
        before = earlier.index.reports if earlier else {}
        self._changed = [
            slug
            for slug, report in index.reports.items()
            if slug not in before or before[slug].record is not report.record
        ]
        self.dossiers: Mapping[str, Dossier] = {dossier.slug: dossier for dossier in site.dossiers}
        self.report = lru_cache(maxsize=None)(self._report)
        self.dossier = lru_cache(maxsize=None)(self._dossier)
        self.newest = lru_cache(maxsize=None)(self._newest)
        self.at_place = lru_cache(maxsize=None)(self._at_place)
        self.of_party = lru_cache(maxsize=None)(self._of_party)
        self.in_month = lru_cache(maxsize=None)(self._in_month)
        self.in_year = lru_cache(maxsize=None)(self._in_year)
        self.answer = lru_cache(maxsize=None)(self._answer)
        self.part = lru_cache(maxsize=None)(self._part)

    def count(self) -> int:
        """Count every event in every scope now, and not when it is first asked for; how many rows there are.

        Reports with a record that earlier findings had are left out: what they count alone was counted then.
        """
        scopes = (self, *map(self.report, self._changed), *map(self.dossier, self.dossiers))
        return sum(len(counted.rows) for scope in scopes for counted in scope.counts.values())

    def select(self, filter: Filter) -> Selection:
        """The events and cumulative figures that a filter takes, with the totals of those events."""
        keys = [key for key, traits in self.traits.items() if filter.takes(traits)]
        figures = [use for use in self.cumulative if filter.takes(self.figure_traits[use.key])]
        return Selection(self, keys, figures, filter.outcome)

    @cached_property
    def calendar(self) -> tuple[Day, ...]:
        """The days of the events that are dated to a day, first to last."""
        return days(self.timeline)

    @cached_property
    def corrections(self) -> list[Corrected]:
        """Every correction of every report, the newest first."""
        return corrections(self.index)

    def last_corrected(self, slug: str) -> EdtfDate | None:
        """When a report was last corrected; ``None`` where it never was."""
        return last_corrected(self.index, [slug])

    @cached_property
    def traits(self) -> dict[str, Traits]:
        """What each event can be chosen by, by its key, in order of time."""
        return {
            entry.event.key: event_traits(
                self.index,
                entry,
                self.figures_by_event.get(entry.event.key, ()),
                [use for part in self.index.parts_in(entry.event.key) for use in self.figures_by_event.get(part, ())],
            )
            for entry in self.timeline
        }

    @cached_property
    def figure_traits(self) -> dict[tuple[str, int, str], Traits]:
        """What each cumulative figure can be chosen by, by its key."""
        return {use.key: figure_traits(self.index, use) for use in self.cumulative}

    @cached_property
    def entries_spoken_of(self) -> list[str]:
        """The entries of the registry that the published site names, and all above them."""
        return spoken_of(self.index, self.dossiers.values())

    @cached_property
    def months(self) -> list[str]:
        """The months that have a page, as ``2016-10``, in order: those in which an event began or ended.

        An event that is known to a season or a year makes none, and stands in those of the others that it may lie in;
        where there are none of these, it makes the first that it may lie in (the last, where its beginning is open).
        So does a figure that covers a time of its own.
        """
        found: set[str] = set()
        vague: list[tuple[str, str]] = []
        for entry in self.timeline:
            when = entry.event.event.when
            ends = [end for end in (when.start, when.end) if end] if when else []
            known = [month_of(end.earliest) for end in ends if end.precision in ("day", "month")]
            found.update(known)
            if ends and not known:
                vague.append((month_of(when.earliest or when.latest), month_of(when.latest or date.max)))  # type: ignore[arg-type,union-attr]  # an end gives bounds
        for period in (use.casualties.period for use in self.cumulative):
            if day := period and (period.earliest or period.latest):
                vague.append((month_of(day), month_of((period and period.latest) or date.max)))
        for first, last in vague:
            if not any(first <= month <= last for month in found):
                found.add(first)
        return sorted(found)

    def months_of(self, traits: Traits) -> list[str]:
        """Those of the months in which something with these traits may lie."""
        first = bisect_left(self.months, month_of(traits.first)) if traits.first else 0
        last = bisect_right(self.months, month_of(traits.last)) if traits.last else len(self.months)
        return self.months[first:last]

    def surely_in(self, month: str) -> int:
        """How many events lie in a month whole; the others of the month's page only may lie in it."""
        return sum(lies_in(entry.event.event.when, month) for entry in self.in_month(month).timeline)

    @cached_property
    def account_of(self) -> dict[str, SourceAccount]:
        """What each source or actor says, relays and publishes, by its id."""
        return {account.id: account for account in self.accounts}

    @cached_property
    def speaking_for(self) -> dict[str, list[str]]:
        """The sources that speak for an actor, or for a part of it, by the actor's id."""
        found: dict[str, list[str]] = {}
        for id in self.entries_spoken_of:
            source = self.index.registry.sources.get(id)
            for actor in self.index.registry.above(source.speaks_for) if source and source.speaks_for else ():
                found.setdefault(actor, []).append(id)
        return found

    @cached_property
    def parts_of(self) -> dict[str, list[str]]:
        """The places directly within a place, the actors directly part of an actor, by its id."""
        registry = self.index.registry
        found: dict[str, list[str]] = {}
        for id in self.entries_spoken_of:
            place, actor = registry.places.get(id), registry.actors.get(id)
            above = place.within if place else actor.part_of if actor else None
            if above:
                found.setdefault(above, []).append(id)
        return found

    @cached_property
    def concerning(self) -> dict[str, list[PlacedClaim]]:
        """The claims that count an actor's people, or hold it or a part of it responsible, by the actor's id."""
        found: dict[str, dict[str, PlacedClaim]] = {}
        for use in self.figures:
            for actor in concerned(use):
                for above in self.index.registry.above(actor):
                    found.setdefault(above, {})[use.claim.key] = use.claim
        return {actor: list(claims.values()) for actor, claims in found.items()}

    @cached_property
    def counted_at(self) -> dict[str, list[PlacedClaim]]:
        """The claims with an incident figure of a place, or of one in it, that is about an event elsewhere.

        Such an event is chosen by its own places: a part of its figures is not cut out of it.
        """
        found: dict[str, dict[str, PlacedClaim]] = {}
        for use in self.figures:
            if use.event is not None and use.casualties.scope == "incident":
                own = {around for place in use.casualties.where for around in self.index.registry.around(place)}
                for place in sorted(own - self.traits[use.event].places):
                    found.setdefault(place, {})[use.claim.key] = use.claim
        return {place: list(claims.values()) for place, claims in found.items()}

    def comparisons(self, id: str) -> list[Comparison]:
        """How what an origin counted stands to what others did, event by event."""
        return comparisons(self._counts_by_origin.get(id, ()), id)

    def reports_behind(self, id: str) -> tuple[str, ...]:
        """The reports that name an entry of the registry, tell of an event that concerns it, or let it speak."""
        slugs = {*self.at_place(id).slugs, *self.of_party(id).slugs, *self.index.mentions.get(id, ())}
        if account := self.account_of.get(id):
            slugs.update(claim.report for claim in (*account.says, *account.relays))
            slugs.update(account.publishes)
        return tuple(sorted(slugs, key=self.index.order.__getitem__))

    @cached_property
    def dossiers_with(self) -> dict[str, list[str]]:
        """The dossiers that a report is in, by the report's slug."""
        found: dict[str, list[str]] = {}
        for slug in self.dossiers:
            for report in self.dossier(slug).slugs:
                found.setdefault(report, []).append(slug)
        return found

    @cached_property
    def _denials(self) -> dict[str, list[PlacedClaim]]:
        """The claims that deny something of a claim, by the key of that."""
        found: dict[str, list[PlacedClaim]] = {}
        for claim in self.claims:
            for denied in claim.denies if claim.claim.stance == "denies" else ():
                found.setdefault(denied, []).append(claim)
        return found

    @cached_property
    def _uses(self) -> dict[str, list[FigureUse]]:
        """The figures of each claim."""
        found: dict[str, list[FigureUse]] = {}
        for use in self.figures:
            found.setdefault(use.claim.key, []).append(use)
        return found

    def _answer(self, key: str) -> EventAnswer:
        entry = self.entries[key]
        figures = [use for claim in entry.claims for use in self._uses.get(claim.key, ())]
        return event_answer(entry, self.counts_by_event.get(key, ()), figures, self._denials)

    def _report(self, slug: str) -> ReportFindings:
        return ReportFindings(self.index, self.index.reports[slug])

    def _dossier(self, slug: str) -> DossierFindings:
        dossier = self.dossiers[slug]
        slugs = set(dossier.reports)
        for filter in filters_of(dossier):
            slugs.update(self.select(filter).slugs)
        return DossierFindings(self.index, dossier, tuple(sorted(slugs, key=self.index.order.__getitem__)))

    def _newest(self, slug: str) -> Newest | None:
        return newest(self.dossier(slug))

    def _at_place(self, id: str) -> Selection:
        return self._selection(self._by_place, id, "place")

    def _of_party(self, id: str) -> Selection:
        return self._selection(self._by_party, id, "actor")

    def _in_month(self, month: str) -> Selection:
        return self._selection(self._by_month, month, "month")

    def _in_year(self, year: str) -> Selection:
        """What may lie in a year, in one of the months that have a page."""
        months = [self.in_month(month) for month in self.months if month.startswith(f"{year}-")]
        figures = {use.key: use for month in months for use in month.cumulative}
        keys = {key for month in months for key in month.event_keys}
        return Selection(self, keys, list(figures.values()), name=f"year:{year}")

    def _part(self, whole: Scope, period: str) -> Selection:
        keys = [entry.event.key for entry in whole.timeline if month_begun(entry).startswith(period)]
        return Selection(self, keys, (), name=f"{whole.name}/{period}")

    def _selection(self, chosen: Mapping[str, tuple[list[str], list[FigureUse]]], what: str, kind: str) -> Selection:
        keys, figures = chosen.get(what, ((), ()))
        return Selection(self, keys, figures, name=f"{kind}:{what}")

    @cached_property
    def _by_place(self) -> dict[str, tuple[list[str], list[FigureUse]]]:
        return self._by(lambda traits: traits.places)

    @cached_property
    def _by_party(self) -> dict[str, tuple[list[str], list[FigureUse]]]:
        return self._by(lambda traits: traits.parties)

    @cached_property
    def _by_month(self) -> dict[str, tuple[list[str], list[FigureUse]]]:
        return self._by(self.months_of)

    def _by(self, words: Callable[[Traits], Iterable[str]]) -> dict[str, tuple[list[str], list[FigureUse]]]:
        """The events and cumulative figures by something that they can be chosen by."""
        found: dict[str, tuple[list[str], list[FigureUse]]] = {}
        for key, traits in self.traits.items():
            for word in words(traits):
                found.setdefault(word, ([], []))[0].append(key)
        for use in self.cumulative:
            for word in words(self.figure_traits[use.key]):
                found.setdefault(word, ([], []))[1].append(use)
        return found

    @cached_property
    def _counts_by_origin(self) -> dict[str, list[EventCount]]:
        found: dict[str, dict[int, EventCount]] = {}
        for count in self.counts.values():
            for account in count.tally.accounts:
                for origin in sorted(account.claim.origin_keys):
                    found.setdefault(origin, {})[id(count)] = count
        return {origin: list(counts.values()) for origin, counts in found.items()}
