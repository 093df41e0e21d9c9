"""Who says what, through whom: chains of attribution, and what each source says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .index import Index, Origin, PlacedClaim


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claim's chain, from the originators through the relays to the publisher. Ids are sources or actors.

    ``originators`` are empty where nobody is named; ``own_voice`` where the publisher says it itself. ``relays`` are
    steps; those of one step each relayed it, side by side. ``documents`` are the publishers of the documents in which
    it was read, none where that is the report.
    """

    claim: PlacedClaim
    originators: tuple[str, ...]
    relays: tuple[tuple[str, ...], ...]
    documents: tuple[str, ...]
    publisher: str
    own_voice: bool


@dataclass(frozen=True, slots=True)
class SourceAccount:
    """What a source or actor does in the reports in scope: what it says, what it passes on, what it publishes."""

    id: str
    says: tuple[PlacedClaim, ...]
    relays: tuple[PlacedClaim, ...]
    publishes: tuple[str, ...]


def attribution(index: Index, claim: PlacedClaim) -> Attribution:
    """The chain of one claim. The publisher of the report ends it, and is not one of its relays."""
    said, publisher = claim.claim, index.reports[claim.report].record.publisher
    steps = (tuple(id for id in step if id != publisher) for step in said.via)
    documents = tuple(id for id in claim.publishers if said.documents)
    return Attribution(
        claim,
        claim.speakers,
        tuple(step for step in steps if step),
        documents,
        publisher,
        not said.by and not said.unattributed,
    )


def accounts(index: Index, claims: Sequence[PlacedClaim], reports: Iterable[str]) -> list[SourceAccount]:
    """An account of everybody who says, relays or publishes in scope: most claims first, then by id."""
    says: dict[str, list[PlacedClaim]] = {}
    relays: dict[str, list[PlacedClaim]] = {}
    publishes: dict[str, list[str]] = {}
    for claim in claims:
        for id in claim.speakers:
            says.setdefault(id, []).append(claim)
        for id in claim.claim.relays:
            relays.setdefault(id, []).append(claim)
    for slug in reports:
        publishes.setdefault(index.reports[slug].record.publisher, []).append(slug)
    found = [
        SourceAccount(id, tuple(says.get(id, ())), tuple(relays.get(id, ())), tuple(publishes.get(id, ())))
        for id in {*says, *relays, *publishes}
    ]
    return sorted(found, key=lambda account: (-len(account.says), -len(account.relays), account.id))


def separate_origins(claims: Iterable[PlacedClaim]) -> list[Origin]:
    """The origins of claims, each once, in the order of their first claim."""
    return list({origin.key: origin for claim in claims for origin in claim.origins}.values())
