"""The table of claims: who says what, and through whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import Findings, PlacedClaim
from reports import model

from ..page.site_view import SiteView
from .columns import BY, CLAIM, REPORT, VIA, Column, labelled
from .format import ForeignKey, Format, Row, Schema
from .sources import FORMAT as SOURCES

COLUMNS = (
    REPORT,
    CLAIM,
    BY,
    Column(
        "identified",
        N_("How the text identifies who makes the claim"),
        "word",
        True,
        labelled("identified", (*model.IDENTIFIED, model.UNATTRIBUTED)),
    ),
    VIA,
    Column("stance", N_("What the claim does with what it says"), "word", True, labelled("stance", model.STANCES)),
    Column("quote", N_("Whether the words are the source’s own"), "word", True, labelled("quote", model.QUOTES)),
    Column("events", N_("The events that the claim is about"), "list"),
    Column("origin_side", N_("The side that the claim’s origin speaks for; empty where it speaks for none")),
    Column("text_ar", N_("The words of the claim in the Arabic text; `[…]` stands between words from several places")),
    Column("text_en", N_("The words of the claim in the English text; empty where there is no translation")),
)


def claim_rows(findings: Findings, claims: Iterable[PlacedClaim]) -> Iterator[Row]:
    """A row for each claim."""
    for placed in claims:
        claim = placed.claim
        yield {
            "report": placed.report,
            "claim": claim.id,
            "by": claim.by,
            "identified": placed.identified,
            "via": claim.via,
            "stance": claim.stance,
            "quote": claim.quote,
            "events": placed.about,
            "origin_side": placed.side,
            "text_ar": findings.index.words(placed.report, claim.id, "ar"),
            "text_en": findings.index.words(placed.report, claim.id, "en"),
        }


def _rows(site: SiteView) -> Iterator[Row]:
    yield from claim_rows(site.findings, site.findings.claims)


FORMAT = Format(
    order=10,
    path="claims.csv",
    title=N_("Claims: who says what, and through whom"),
    description=N_(
        "A row is a claim: something that a source or "
        "a party says in a report, or that the report says itself."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(primary_key=("report", "claim"), foreign_keys=(ForeignKey(("by",), SOURCES, ("id",)),)),
    rows=_rows,
)
