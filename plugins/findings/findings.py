"""All findings of a site, each worked out once and only when asked for."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache

from reports.model import PublicReport, Site

from .attributions import Attribution, Quantity, SourceAccount, accounts, attribution, independent_origins, quantities
from .casualties import EventCount, FigureUse, Total, count, reason_left_out, totals, uses
from .index import Index, Origin, PlacedClaim
from .timeline import Entry, timeline


class _Scope:
    """What a set of reports amounts to."""

    def __init__(self, index: Index, slugs: tuple[str, ...]) -> None:
        self.index, self.slugs = index, slugs

    @cached_property
    def claims(self) -> tuple[PlacedClaim, ...]:
        return tuple(claim for slug in self.slugs for claim in self.index.claims_by_report.get(slug, ()))

    @cached_property
    def event_keys(self) -> tuple[str, ...]:
        reports = self.index.reports
        keys = (self.index.event_key(slug, id) for slug in self.slugs for id in reports[slug].record.events)
        return tuple(dict.fromkeys(keys))

    @cached_property
    def timeline(self) -> list[Entry]:
        return timeline(self.index, self.event_keys, self.slugs)

    @cached_property
    def counts(self) -> dict[tuple[str, str], EventCount]:
        return count(self.index, self.claims)

    @cached_property
    def totals(self) -> list[Total]:
        return totals(self.index, self.claims)

    @cached_property
    def quantities(self) -> list[Quantity]:
        return quantities(self.counts.values())

    @cached_property
    def figures(self) -> list[FigureUse]:
        return uses(self.index, self.claims)

    @cached_property
    def cumulative(self) -> list[FigureUse]:
        """The figures that cover a time of their own and enter no total."""
        return [use for use in self.figures if use.casualties.scope == "cumulative"]

    @cached_property
    def discounted(self) -> list[FigureUse]:
        """The figures of events that the editors discount."""
        return [use for use in self.figures if reason_left_out(self.index, use) == "discounted"]

    @cached_property
    def accounts(self) -> list[SourceAccount]:
        return accounts(self.index, self.claims, self.slugs)

    @cached_property
    def origins(self) -> list[Origin]:
        """The independent origins of all claims in scope."""
        return independent_origins(self.claims)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the events dated to the day; of all bounded events where none is.

        ``None`` where no event has both bounds.
        """
        bounded = [
            edtf
            for entry in self.timeline
            if (edtf := entry.event.event.when) and edtf.earliest is not None and edtf.latest is not None
        ]
        exact = [edtf for edtf in bounded if all(end and end.precision == "day" for end in (edtf.start, edtf.end))]
        found = exact or bounded
        if not found:
            return None
        return min(edtf.earliest for edtf in found), max(edtf.latest for edtf in found)  # type: ignore[type-var]

    @cached_property
    def place(self) -> str | None:
        """The smallest place that contains every place of the events, countries aside; ``None`` where none does."""
        registry = self.index.registry
        places = [place for entry in self.timeline for place in entry.event.event.where]
        inner = [place for place in places if registry.places[place].kind != "country"]
        chains = [registry.around(place) for place in inner or places]
        return next((place for place in chains[0] if all(place in chain for chain in chains)), None) if chains else None

    def total(self, outcome: str, who: str) -> Total | None:
        return next((total for total in self.totals if (total.outcome, total.who) == (outcome, who)), None)


class ReportFindings(_Scope):
    """What one report amounts to, by its own claims."""

    def __init__(self, index: Index, report: PublicReport) -> None:
        super().__init__(index, (report.slug,))
        self.report = report

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        return {claim.key: attribution(claim) for claim in self.claims}


class Findings(_Scope):
    """What the whole site amounts to; ``report`` gives what one report does."""

    def __init__(self, site: Site) -> None:
        index = Index(site)
        super().__init__(index, tuple(index.reports))
        self.site = site
        self.report = lru_cache(maxsize=None)(self._report)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The site's timeline by event key."""
        return {entry.event.key: entry for entry in self.timeline}

    def _report(self, slug: str) -> ReportFindings:
        return ReportFindings(self.index, self.index.reports[slug])
