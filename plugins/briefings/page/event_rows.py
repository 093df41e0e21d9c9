"""The casualty figures of each event, as tables show them."""

from __future__ import annotations

from dataclasses import dataclass

from findings import Entry, FigureUse, Scope, SideBySide
from pictures.bars import Panel, panels


@dataclass(frozen=True, slots=True)
class EventRows:
    """The casualty figures of one event, and what they are counted as, quantity by quantity.

    An event without a figure of its own, of which parts are counted, has counts and no figures.
    """

    entry: Entry
    figures: tuple[FigureUse, ...]
    counts: tuple[SideBySide, ...]

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
    counts: dict[str, list[SideBySide]] = {}
    for compared in findings.side_by_side:
        counts.setdefault(compared.count.event, []).append(compared)
    found = []
    for entry in findings.timeline:
        key = entry.event.key
        figures, counted = findings.figures_by_event.get(key, ()), counts.get(key, ())
        if figures or counted:
            ordered = sorted(counted, key=lambda compared: compared.count.quantity.sort_key)
            found.append(EventRows(entry, tuple(figures), tuple(ordered)))
    return found
