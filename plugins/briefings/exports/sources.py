"""The table of sources and parties that make claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import Findings, SourceAccount
from reports import model

from ..page.site_view import SiteView
from .columns import Column, labelled
from .format import Format, Row, Schema

COLUMNS = (
    Column("id", N_("The source or party, by its id in the registry"), "id", True),
    Column(
        "kind",
        N_("What it is"),
        "word",
        True,
        labelled("source-kind", model.SOURCE_KINDS) + labelled("actor-kind", model.ACTOR_KINDS),
    ),
    Column("name_ar", N_("Its name in Arabic"), "text", True),
    Column("name_en", N_("Its name in English"), "text", True),
    Column("part_of", N_("The source whose voice it is, or the party that it is part of"), "id"),
    Column("speaks_for", N_("The party that a source speaks for; empty where it speaks for none"), "id"),
    Column("claims", N_("The number of claims that it makes"), "number", True),
    Column("reports", N_("The number of reports with such claims"), "number", True),
)


def source_rows(findings: Findings, accounts: Iterable[SourceAccount]) -> Iterator[Row]:
    """A row for each source or actor that makes a claim, counting the claims that its account has."""
    registry = findings.index.registry
    for account in sorted(accounts, key=lambda account: account.id):
        if account.says:
            entry = registry[account.id]
            source, actor = registry.sources.get(account.id), registry.actors.get(account.id)
            yield {
                "id": account.id,
                "kind": entry.kind,
                "name_ar": entry.name.ar,
                "name_en": entry.name.en,
                "part_of": source.part_of if source else actor.part_of if actor else None,
                "speaks_for": source.speaks_for if source else None,
                "claims": len(account.says),
                "reports": len({claim.report for claim in account.says}),
            }


def _rows(site: SiteView) -> Iterator[Row]:
    yield from source_rows(site.findings, site.findings.accounts)


FORMAT = Format(
    order=50,
    path="sources.csv",
    title=N_("Sources and parties that make claims"),
    description=N_(
        "A row is a source or a party that makes a claim. A source and those that are part of it count as one source."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(primary_key=("id",)),
    rows=_rows,
)
