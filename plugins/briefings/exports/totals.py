"""The table of totals: of each report, of each dossier and of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import Total
from findings.group_counts import CLASSES
from reports.model import WORDS

from ..page.site_view import SiteView
from .columns import OPEN, OUTCOME, UNIT, Column, labelled
from .format import Format, Row

COLUMNS = (
    Column(
        "scope_kind",
        N_("What the total is of: a `report`, a `dossier` or the whole `site`"),
        "word",
        True,
        labelled("", ("report", "dossier", "site")),
    ),
    Column("scope_id", N_("The slug of the report or dossier; empty for the site"), "id"),
    OUTCOME,
    UNIT,
    Column("who", N_("Who is counted"), "word", True, labelled("who", CLASSES) + labelled("including", WORDS)),
    Column("low", N_("The low end of the total; empty where nobody counted"), "number"),
    Column("high", N_("The high end of the total; empty where nobody counted"), "number"),
    OPEN,
    Column("approximate", N_("Whether the total is not exact"), "truth", True),
    Column("contested", N_("Whether somebody denies a count in it, or that an event took place"), "truth", True),
    Column(
        "uncounted_events",
        N_("The number of events in which people were reported and nobody counted them"),
        "number",
        True,
    ),
    Column(
        "word_events",
        N_("The number of events of which only a word such as `dozens` is known, which adds nothing to the total"),
        "number",
        True,
    ),
    Column("events", N_("The number of events that add to the total"), "number", True),
    Column("origins", N_("The number of separate sources of the counts in the total"), "number", True),
)


def total_rows(kind: str, id: str, totals: Iterable[Total]) -> Iterator[Row]:
    """A row for each total of a scope: ``report``, ``dossier`` or ``site``."""
    for total in totals:
        range = total.range
        yield {
            "scope_kind": kind,
            "scope_id": id,
            "outcome": total.outcome,
            "unit": total.unit,
            "who": total.who,
            "low": range.low if range else None,
            "high": range.high if range else None,
            "open": bool(range and range.open),
            "approximate": bool(range and range.approximate),
            "contested": bool(range and range.contested),
            "uncounted_events": len(total.uncounted),
            "word_events": len(total.words),
            "events": len(total.counted),
            "origins": len(total.origins),
        }


def _rows(site: SiteView) -> Iterator[Row]:
    findings = site.findings
    yield from total_rows("site", "", findings.totals)
    for slug in findings.dossiers:
        yield from total_rows("dossier", slug, findings.dossier(slug).totals)
    for slug in findings.index.reports:
        yield from total_rows("report", slug, findings.report(slug).totals)


FORMAT = Format(
    order=30,
    path="totals.csv",
    title=N_("Totals of each report, of each dossier and of the site"),
    description=N_(
        "A row is a total by the counting rules; where nobody was reported there is none. Totals must not be added "
        "up: an event that two reports tell is in the totals of both, and once in that of the site. Rows need not add "
        "up to `all`, since a figure that gives no status may count the same people again, and whoever a word such as "
        "`children` names is among the others."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    rows=_rows,
)
