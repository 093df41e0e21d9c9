"""What a set of claims and events amounts to: that of a report, of a dossier's reports, or of events chosen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cached_property

from reports.model import Dossier, PublicReport

from .attributions import Attribution, Quantity, SourceAccount, accounts, attribution, independent_origins, quantities
from .casualties import EventCount, FigureUse, Total, added_up, count, left_out, reason_left_out, uses
from .index import Index, Origin, PlacedClaim
from .periods import Scale, scale
from .timeline import Entry, timeline


class Scope:
    """What a set of reports amounts to. ``slugs`` are theirs, in the site's order; ``name`` tells it from others."""

    def __init__(self, index: Index, slugs: tuple[str, ...], name: str = "") -> None:
        self.index, self.slugs, self.name = index, slugs, name

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
    def figures(self) -> list[FigureUse]:
        return uses(self.index, self.claims)

    @cached_property
    def counts(self) -> dict[tuple[str, str], EventCount]:
        return count(self.index, self.claims)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The timeline by event key."""
        return {entry.event.key: entry for entry in self.timeline}

    @cached_property
    def figures_by_event(self) -> dict[str, list[FigureUse]]:
        """The incident figures of each event, also those of discounted events."""
        found: dict[str, list[FigureUse]] = {}
        for use in self.figures:
            if use.event is not None and use.casualties.scope == "incident":
                found.setdefault(use.event, []).append(use)
        return found

    @cached_property
    def counts_by_event(self) -> dict[str, list[EventCount]]:
        found: dict[str, list[EventCount]] = {}
        for (event, _), counted in self.counts.items():
            found.setdefault(event, []).append(counted)
        return found

    @cached_property
    def totals(self) -> list[Total]:
        return added_up(self.counts.values(), left_out(self.index, self.figures))

    @cached_property
    def quantities(self) -> list[Quantity]:
        return quantities(self.counts.values())

    @cached_property
    def competing(self) -> frozenset[str]:
        """The events of which more than one claim says how many people one outcome befell, or denies it."""
        return frozenset(event for (event, _), found in self.counts.items() if len(found.claims) > 1)

    @cached_property
    def cumulative(self) -> list[FigureUse]:
        """The figures that cover a time of their own and enter no total."""
        return [use for use in self.figures if use.casualties.scope == "cumulative"]

    @cached_property
    def scale(self) -> Scale | None:
        """Its cumulative figures on one scale of time; ``None`` where there are none."""
        return scale(self.cumulative)

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
        first = min(edtf.earliest for edtf in found if edtf.earliest)
        return first, max(edtf.latest for edtf in found if edtf.latest)

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


class ReportFindings(Scope):
    """What one report amounts to, by its own claims."""

    def __init__(self, index: Index, report: PublicReport) -> None:
        super().__init__(index, (report.slug,), report.slug)
        self.report = report

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        return {claim.key: attribution(claim) for claim in self.claims}


class DossierFindings(Scope):
    """What the reports of a dossier amount to, by their own claims."""

    def __init__(self, index: Index, dossier: Dossier, slugs: tuple[str, ...]) -> None:
        super().__init__(index, slugs, f"dossier:{dossier.slug}")
        self.dossier = dossier


class Selection(Scope):
    """Some events of a larger scope, each whole: with every telling, claim and figure that the scope has of it.

    ``keys`` are the events. ``cumulative`` are figures that go with them and enter no total. With an ``outcome``,
    figures of others are left away. The counts are those of the larger scope: nothing is counted anew here.
    """

    def __init__(
        self,
        within: Scope,
        keys: Collection[str],
        cumulative: Collection[FigureUse],
        outcome: str | None = None,
        name: str = "",
    ) -> None:
        index, entries = within.index, within.entries
        self.timeline = sorted((entries[key] for key in set(keys)), key=lambda entry: entry.sort_key)
        self.event_keys = tuple(entry.event.key for entry in self.timeline)
        incident = [
            use
            for key in self.event_keys
            for use in within.figures_by_event.get(key, ())
            if outcome in (None, use.outcome)
        ]
        self.figures = [*incident, *cumulative]
        self.counts = {
            (found.event, found.outcome): found
            for key in self.event_keys
            for found in within.counts_by_event.get(key, ())
            if outcome in (None, found.outcome)
        }
        claims = [claim for entry in self.timeline for claim in entry.claims] + [use.claim for use in cumulative]
        self.claims = tuple({claim.key: claim for claim in claims}.values())
        held = set(within.slugs)
        slugs = {slug for entry in self.timeline for slug, _ in entry.event.tellings} & held
        slugs |= {use.claim.report for use in cumulative}
        super().__init__(index, tuple(sorted(slugs, key=index.order.__getitem__)), name)
