"""Reports made in memory, counted by the inspection, which shares nothing with ``findings``.

It is given rows like those of the tables, made here from the records themselves and not by what writes the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from inspection.counting import CLASSES, OUTCOMES, Kept, Recount, Row, Span
from reports.model import PublicReport, Site

#: A row of totals: its range, events, uncounted events and origins, by outcome and class.
Totals = dict[tuple[str, str], tuple[Span | None, int, int, int]]


class Claimed:
    """What some reports of a site claim, all in one scope; see ``inspection.counting.Facts``. ``wanted`` rows count."""

    def __init__(self, site: Site, slugs: Iterable[str], wanted: Callable[[Row], bool] = lambda row: True) -> None:
        self.actors = site.registry.actors
        self.reports = {report.slug: report for report in site.reports}
        self.slugs = frozenset(slugs)
        self.rows = [row for slug in self.slugs for row in self._rows(self.reports[slug]) if wanted(row)]
        everything = [(slug, claim) for slug, report in self.reports.items() for claim in report.record.claims.values()]
        self.claims = {(slug, claim.id): {"identified": claim.identified or ""} for slug, claim in everything}
        self.denials = {f"{slug}/{claim.id}": "/".join(claim.denies) for slug, claim in everything if claim.denies}
        self.discounted = frozenset(
            f"{slug}/{event.id}"
            for slug, report in self.reports.items()
            for event in report.record.events.values()
            if event.grade == "discounted"
        )

    def _rows(self, report: PublicReport) -> Iterator[Row]:
        for claim in report.record.claims.values():
            for entry in claim.casualties:
                for outcome, figure in entry.figures:
                    yield {
                        "report": report.slug,
                        "claim": claim.id,
                        "event": ";".join(self._declared(report, id) for id in claim.about),
                        "scope": entry.scope,
                        "outcome": outcome,
                        "who": entry.who,
                        "of": entry.of or "",
                        "by": claim.by or "",
                        "low": "" if figure.low is None else str(figure.low),
                        "high": "" if figure.high is None else str(figure.high),
                        "open": "true" if figure.open else "false",
                        "approximate": "true" if figure.approximate else "false",
                    }

    def _declared(self, report: PublicReport, event: str) -> str:
        """An event is known by the report that declares it."""
        return "/".join(report.record.events[event].same_as or (report.slug, event))

    def kept(self, scope: str) -> Kept:
        return Kept(self.rows, self.slugs)

    def side(self, actor: str) -> str:
        """An actor's own ``side``, else the nearest up its ``part-of`` chain, else the top of that chain."""
        entry = self.actors[actor]
        return entry.side or (self.side(entry.part_of) if entry.part_of else actor)

    def publisher(self, report: str) -> str:
        return self.reports[report].record.publisher


def totals(claimed: Claimed) -> Totals:
    """Every row of totals that there is."""
    recount = Recount(claimed)
    found = {(outcome, who): recount.total("", outcome, who) for outcome in OUTCOMES for who in CLASSES}
    return {
        key: (total.span, len(total.events), len(total.uncounted_events), len(total.origins))
        for key, total in found.items()
        if total
    }
