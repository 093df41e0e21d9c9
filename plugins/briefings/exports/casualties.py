"""The table of casualties: every figure of every claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import FigureUse, Findings
from findings.casualties import places_of
from reports import model

from ..page.site_view import SiteView
from .claims import FORMAT as CLAIMS
from .columns import BY, CLAIM, OPEN, OUTCOME, REPORT, VIA, Column, labelled
from .format import ForeignKey, Format, Row, Schema
from .sources import FORMAT as SOURCES

COLUMNS = (
    REPORT,
    CLAIM,
    Column("event", N_("The event; a figure of a day or a period may have several, or none"), "list"),
    OUTCOME,
    Column("who", N_("Whether the people were civilians or combatants"), "word", True, labelled("who", model.WHO)),
    Column("of", N_("The party whose people they were; empty where the record names none"), "id"),
    Column("written", N_("The figure as the record has it, such as `400+` or `tens`"), "text", True),
    Column("low", N_("The least number that the figure can mean; empty where nobody counted"), "number"),
    Column("high", N_("The greatest number that the figure names; empty where nobody counted"), "number"),
    OPEN,
    Column("approximate", N_("Whether the figure is not exact"), "truth", True),
    Column("including", N_("Whom the figure includes, such as `children=3`; never to be added to it"), "list"),
    Column(
        "scope",
        N_("Whether the figure is of one event, or of a day or a period and in no total"),
        "word",
        True,
        labelled("scope", model.SCOPES),
    ),
    Column("period", N_("The time that a figure of a day or a period covers"), "date"),
    Column("where", N_("The places of the figure; where it has none of its own, those of its events"), "list"),
    Column("blames", N_("The parties that the claim holds responsible"), "list"),
    BY,
    VIA,
)


def casualty_rows(findings: Findings, figures: Iterable[FigureUse]) -> Iterator[Row]:
    """A row for each outcome of each figure."""
    for use in figures:
        claim, entry = use.claim.claim, use.casualties
        yield {
            "report": use.claim.report,
            "claim": claim.id,
            "event": use.claim.about,
            "outcome": use.outcome,
            "who": entry.who,
            "of": entry.of,
            "written": use.figure.written,
            "low": use.figure.low,
            "high": use.figure.high,
            "open": use.figure.open,
            "approximate": use.figure.approximate,
            "including": tuple(f"{part.group}={part.figure}" for part in entry.including),
            "scope": entry.scope,
            "period": entry.period.text if entry.period else None,
            "where": places_of(findings.index, use),
            "blames": entry.blames,
            "by": claim.by,
            "via": claim.via,
        }


def _rows(site: SiteView) -> Iterator[Row]:
    yield from casualty_rows(site.findings, site.findings.figures)


FORMAT = Format(
    order=20,
    path="casualties.csv",
    title=N_("Casualties: every figure of every claim"),
    description=N_(
        "A row is one outcome of one figure: a claim of three killed and ten injured has two rows. Rows must not "
        "be added up, since several may count the same people; the sums are in `totals.csv`."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(foreign_keys=(
            ForeignKey(("report", "claim"), CLAIMS, ("report", "claim")),
            ForeignKey(("by",), SOURCES, ("id",)),
        )),
    rows=_rows,
)
