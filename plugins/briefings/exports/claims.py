"""The table of claims: who says what, and through whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import Findings, PlacedClaim
from reports import model, voices

from ..page.site_view import SiteView
from .columns import BY, CLAIM, REPORT, VIA, Column, labelled, steps
from .format import Format, Row, Schema

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
    Column("denies", N_("The claims that it denies, each by its report and its id there"), "list"),
    Column(
        "denies_what",
        N_("What it denies of them; empty where it denies none"),
        "word",
        False,
        labelled("denied", model.DENIED),
    ),
    Column("updates", N_("The earlier claims that it replaces, each by its report and its id there"), "list"),
    Column(
        "as_of",
        N_(
            "When it was said; where the record does not say, when the document in which it was read was published, "
            "or the report"
        ),
        "date",
        True,
    ),
    Column("quote", N_("Whether the words are the source’s own"), "word", True, labelled("quote", model.QUOTES)),
    Column("events", N_("The events that the claim is about"), "list"),
    Column("documents", N_("The documents in which it was read; empty where that is the report itself"), "list"),
    Column("origin_side", N_("The sides that those who make it speak for; empty where they speak for none"), "list"),
    Column("text_ar", N_("The words of the claim in the Arabic text; `[…]` stands between words from several places")),
    Column("text_en", N_("The words of the claim in the English text; empty where there is no translation")),
)


def claim_rows(findings: Findings, claims: Iterable[PlacedClaim]) -> Iterator[Row]:
    """A row for each claim."""
    index = findings.index
    for placed in claims:
        claim = placed.claim
        yield {
            "report": placed.report,
            "claim": claim.id,
            "by": claim.by,
            "identified": placed.identified,
            "via": steps(claim.via),
            "stance": claim.stance,
            "denies": placed.denies,
            "denies_what": claim.denies_what if claim.denies else None,
            "updates": placed.updates,
            "as_of": voices.said_at(index.reports[placed.report].record, claim).text,
            "quote": claim.quote,
            "events": placed.about,
            "documents": claim.documents,
            "origin_side": placed.sides,
            "text_ar": index.words(placed.report, claim.id, "ar"),
            "text_en": index.words(placed.report, claim.id, "en"),
        }


def _rows(site: SiteView) -> Iterator[Row]:
    yield from claim_rows(site.findings, site.findings.claims)


FORMAT = Format(
    order=10,
    path="claims.csv",
    title=N_("Claims: who says what, and through whom"),
    description=N_(
        "A row is a claim: something that a source or a party says in a report, or that the report says itself."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(primary_key=("report", "claim")),
    rows=_rows,
)
