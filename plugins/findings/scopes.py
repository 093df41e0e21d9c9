"""What a set of claims and events amounts to: that of a report, of a dossier's reports, or of events chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import cached_property

from reports.model import Dossier, PublicReport

from .accounts import FigureKey, FigureUse
from .attributions import Attribution, SourceAccount, accounts, attribution, separate_origins
from .chronology import Entry, timeline
from .counting import Counts, EventCount, count
from .group_counts import Quantity
from .index import Index, Origin, PlacedClaim
from .periods import Scale, scale
from .scope_figures import LeftOut, Total, added_up, reason_left_out, superseded, told_apart, tops, uses


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
        return uses(self.claims)

    @cached_property
    def counts(self) -> Counts:
        """The counts of its events, by key and what is counted."""
        return self._count(lambda event, quantity: False)

    @cached_property
    def background(self) -> frozenset[str]:
        """The events that count in none of its totals, since every report that tells them tells them as background."""
        return frozenset()

    @cached_property
    def _foreground(self) -> Counts:
        """The counts without what its events told as background say of themselves."""
        if not self.background:
            return self.counts
        return self._count(lambda event, _: event in self.background)

    @cached_property
    def _told_apart(self) -> Callable[[str, Quantity], bool]:
        return told_apart(self._foreground, self.index)

    @cached_property
    def total_counts(self) -> Counts:
        """The counts that its totals add up: without what they leave out (rules 1 and 9)."""
        if not any(self._told_apart(*key) for key in self._foreground):
            return self._foreground
        return self._count(lambda event, quantity: event in self.background or self._told_apart(event, quantity))

    def _count(self, leaves_out: Callable[[str, Quantity], bool]) -> Counts:
        countable = [use for use in self.figures if reason_left_out(self.index, use) is None]
        return count(self.index, countable, self.claims, set(self.event_keys), leaves_out)

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
        discounted = {key for key in self.event_keys if self.index.events[key].event.grade == "discounted"}
        events = set(self.event_keys) - self.background - discounted  # what is a part of these stands by itself
        counts, inner = tops(self.index, self.total_counts, events)
        return added_up(counts, self.left_out, inner)

    @cached_property
    def left_out(self) -> list[LeftOut]:
        """The figures that enter no total, each with the reason."""
        replaced = superseded(self.total_counts)
        found = []
        for use in self.figures:
            reason, by = reason_left_out(self.index, use), None
            quantity = Quantity(use.outcome, use.casualties.unit)
            if reason is None and use.event in self.background:
                reason = "background"
            elif reason is None and self._told_apart(use.event or "", quantity):
                reason = "told-apart"
            elif reason is None and use.key in replaced:
                reason, by = "superseded", replaced[use.key]
            elif reason is None and not use.figure.counted:
                reason = "uncounted"
            if reason:
                found.append(LeftOut(use, reason, by))
        return found

    @cached_property
    def in_no_total(self) -> list[LeftOut]:
        """The figures of quantities that have no total, since all that is said of them is left out; none that covers a
        time of its own."""
        totalled = {total.quantity for total in self.totals}
        return [
            out
            for out in self.left_out
            if out.reason != "cumulative" and Quantity(out.use.outcome, out.use.casualties.unit) not in totalled
        ]

    @cached_property
    def superseded(self) -> dict[FigureKey, PlacedClaim]:
        """The figures that count nobody any more in the row of everybody of their event, and what replaces each."""
        return {key: by for count in self.counts.values() for key, by in count.superseded.items()}

    @cached_property
    def cumulative(self) -> list[FigureUse]:
        """The figures that cover a time of their own and enter no total."""
        return [use for use in self.figures if use.casualties.scope == "cumulative"]

    @cached_property
    def scale(self) -> Scale | None:
        """Its cumulative figures on one scale of time; ``None`` where there are none."""
        return scale(self.cumulative)

    @cached_property
    def accounts(self) -> list[SourceAccount]:
        return accounts(self.index, self.claims, self.slugs)

    @cached_property
    def origins(self) -> list[Origin]:
        """The separate origins of all claims in scope."""
        return separate_origins(self.claims)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the events dated to the day; of all bounded events where none is.

        Events told as background are none of them. ``None`` where no event has both bounds.
        """
        bounded = [
            edtf
            for entry in self.timeline
            if not entry.background
            and (edtf := entry.event.event.when)
            and edtf.earliest is not None
            and edtf.latest is not None
        ]
        exact = [edtf for edtf in bounded if all(end and end.precision == "day" for end in (edtf.start, edtf.end))]
        found = exact or bounded
        if not found:
            return None
        first = min(edtf.earliest for edtf in found if edtf.earliest)
        return first, max(edtf.latest for edtf in found if edtf.latest)

    @cached_property
    def place(self) -> str | None:
        """The smallest place that contains every place of the events, countries aside; ``None`` where none does.

        Events told as background are none of them, unless there are no others.
        """
        registry = self.index.registry
        told = [entry for entry in self.timeline if not entry.background] or self.timeline
        places = [place for entry in told for place in entry.event.event.where]
        inner = [place for place in places if registry.places[place].kind != "country"]
        chains = [registry.around(place) for place in inner or places]
        return next((place for place in chains[0] if all(place in chain for chain in chains)), None) if chains else None

    def total(self, outcome: str, who: str, unit: str = "people") -> Total | None:
        return next((one for one in self.totals if (one.outcome, one.unit, one.who) == (outcome, unit, who)), None)


class _OwnScope(Scope):
    """A scope of reports that leaves what all of them tell as background out of its totals (rule 1)."""

    @cached_property
    def background(self) -> frozenset[str]:
        return frozenset(key for key in self.event_keys if self.index.is_background(key, self.slugs))


class ReportFindings(_OwnScope):
    """What one report amounts to, by its own claims."""

    def __init__(self, index: Index, report: PublicReport) -> None:
        super().__init__(index, (report.slug,), report.slug)
        self.report = report

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        return {claim.key: attribution(self.index, claim) for claim in self.claims}


class DossierFindings(_OwnScope):
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
        keys = set(self.event_keys)
        self.counts = _chosen(within.counts, keys, outcome)
        self.total_counts = _chosen(within.total_counts, keys, outcome)
        self._told_apart = within._told_apart
        claims = [claim for entry in self.timeline for claim in entry.claims] + [use.claim for use in cumulative]
        self.claims = tuple({claim.key: claim for claim in claims}.values())
        held = set(within.slugs)
        slugs = {slug for entry in self.timeline for slug, _ in entry.event.tellings} & held
        slugs |= {use.claim.report for use in cumulative}
        super().__init__(index, tuple(sorted(slugs, key=index.order.__getitem__)), name)


def _chosen(counts: Counts, events: Collection[str], outcome: str | None) -> Counts:
    return {
        (event, quantity): count
        for (event, quantity), count in counts.items()
        if event in events and outcome in (None, quantity.outcome)
    }
