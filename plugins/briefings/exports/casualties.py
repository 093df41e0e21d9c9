"""The table of casualties: every figure of every claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import FigureUse, Findings
from findings.scope_figures import places_of, reason_left_out
from reports import model

from ..page.site_view import SiteView
from .claims import FORMAT as CLAIMS
from .columns import BY, CLAIM, OPEN, OUTCOME, REPORT, UNIT, VIA, Column, labelled, steps
from .format import ForeignKey, Format, Row, Schema

#: What becomes of a figure in the counts of the site, in the order in which it is looked for.
STATES = ("cumulative", "discounted", "superseded", "uncounted", "counted")

COLUMNS = (
    REPORT,
    CLAIM,
    Column("event", N_("The event; a figure of a day or a period may have several, or none"), "list"),
    OUTCOME,
    UNIT,
    Column("who", N_("Whether the people were civilians or combatants"), "word", True, labelled("who", model.WHO)),
    Column("of", N_("The parties whose people they were; empty where the record names none"), "list"),
    Column("part", N_("The name that the record has for these people, where they are not all whom it harmed"), "id"),
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
    Column(
        "state",
        N_(
            "What becomes of it: `cumulative` and `discounted` (by the grade of its event) figures are in no range, a "
            "`superseded` one gave way to a later, of an `uncounted` one no number is known; all others are `counted`"
        ),
        "word",
        True,
        labelled("", STATES),
    ),
)


def casualty_rows(findings: Findings, figures: Iterable[FigureUse]) -> Iterator[Row]:
    """A row for each outcome of each figure; what becomes of it is told by the counts of the whole site."""
    for use in figures:
        claim, entry = use.claim.claim, use.casualties
        yield {
            "report": use.claim.report,
            "claim": claim.id,
            "event": use.claim.about,
            "outcome": use.outcome,
            "unit": entry.unit,
            "who": entry.who,
            "of": entry.of,
            "part": entry.part,
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
            "via": steps(claim.via),
            "state": _state(findings, use),
        }


def _state(findings: Findings, use: FigureUse) -> str:
    if reason := reason_left_out(findings.index, use):
        return reason
    if use.key in findings.superseded:
        return "superseded"
    return "counted" if use.figure.counted else "uncounted"


def _rows(site: SiteView) -> Iterator[Row]:
    yield from casualty_rows(site.findings, site.findings.figures)


FORMAT = Format(
    order=20,
    path="casualties.csv",
    title=N_("Casualties: every figure of every claim"),
    description=N_(
        "A row is one outcome of one figure: a claim of three killed and ten injured has two rows. Rows must not "
        "be added up, since several may count the same people; what they come to is in `ranges.csv` and `totals.csv`."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(foreign_keys=(ForeignKey(("report", "claim"), CLAIMS, ("report", "claim")),)),
    rows=_rows,
)
