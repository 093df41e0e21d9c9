"""The casualty figures of each event, as tables show them."""

from __future__ import annotations

from dataclasses import dataclass

from findings import Entry, EventCount, FigureUse, Scope
from pictures.range_bars import Panel, panels


@dataclass(frozen=True, slots=True)
class EventRows:
    """The casualty figures of one event, and what they are counted as, quantity by quantity.

    An event without a figure of its own, of which parts are counted, has counts and no figures.
    """

    entry: Entry
    figures: tuple[FigureUse, ...]
    counts: tuple[EventCount, ...]

    @property
    def event(self) -> str:
        """The event's key."""
        return self.entry.event.key

    @property
    def only_report(self) -> str | None:
        """The slug of the report that all that is said of these figures stands in; ``None`` where it is several."""
        slugs = {row.claim.report for panel in self.panels for row in panel.rows}
        return slugs.pop() if len(slugs) == 1 else None

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Its figures as bars, quantity by quantity."""
        return panels(self.figures, self.counts)


def event_rows(findings: Scope) -> list[EventRows]:
    """The incident figures in scope by event, in the order of the timeline; within one, quantity by quantity."""
    found = []
    for entry in findings.timeline:
        key = entry.event.key
        figures, counts = findings.figures_by_event.get(key, ()), findings.counts_by_event.get(key, ())
        if figures or counts:
            found.append(EventRows(entry, tuple(figures), tuple(counts)))
    return found
