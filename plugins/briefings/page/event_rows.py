"""The casualty figures of each event, as tables show them."""

from __future__ import annotations

from dataclasses import dataclass

from findings import Entry, FigureUse, Quantity, Scope
from pictures.bars import Panel, panels
from reports.model import OUTCOMES


@dataclass(frozen=True, slots=True)
class EventRows:
    """The casualty figures of one event, and the quantities that they are figures of."""

    entry: Entry
    figures: tuple[FigureUse, ...]
    quantities: tuple[Quantity, ...]

    @property
    def event(self) -> str:
        """The event's key."""
        return self.entry.event.key

    @property
    def only_report(self) -> str | None:
        """The slug of the report that all that is said of these figures stands in; ``None`` where it is several."""
        slugs = {row.claim.report for panel in self.panels for one in panel.compared for row in one.rows}
        return slugs.pop() if len(slugs) == 1 else None

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Its figures as bars, outcome by outcome."""
        return panels(self.figures, self.quantities)

    @property
    def sides(self) -> list[str | None]:
        """The sides that those who say something of the event speak for, no side last."""
        found = {side for quantity in self.quantities for side, _ in quantity.columns}
        return sorted(found, key=lambda side: (side is None, side or ""))


def event_rows(findings: Scope) -> list[EventRows]:
    """The incident figures in scope by event, in the order of the timeline; within one, outcome by outcome."""
    figures: dict[str, list[FigureUse]] = {}
    for use in findings.figures:
        if use.event is not None and use.casualties.scope == "incident":
            figures.setdefault(use.event, []).append(use)
    quantities: dict[str, list[Quantity]] = {}
    for quantity in findings.quantities:
        quantities.setdefault(quantity.event, []).append(quantity)
    found = []
    for entry in findings.timeline:
        key = entry.event.key
        if key in figures:
            ordered = sorted(figures[key], key=lambda use: OUTCOMES.index(use.outcome))
            found.append(EventRows(entry, tuple(ordered), tuple(quantities.get(key, ()))))
    return found
