"""The pages of places, parties and sources, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from findings import PlacedClaim, Scope, SourceAccount
from pictures.timeline_picture import timeline_picture
from reports.model import Actor, Place

from ..page.event_rows import event_rows
from ..page.maps import scope_map
from ..page.outside import links_out
from ..page.page import Page


@dataclass(frozen=True, slots=True)
class Branch:
    """An entry in a tree, with what is directly in it."""

    id: str
    events: int
    claims: int
    branches: tuple[Branch, ...]


def places(page: Page) -> Mapping[str, object]:
    """What the list of places shows: a tree by what contains what."""
    return {"branches": _tree(page, "places")}


def actors(page: Page) -> Mapping[str, object]:
    """What the list of parties shows: a tree by what is part of what."""
    return {"branches": _tree(page, "actors")}


def sources(page: Page) -> Mapping[str, object]:
    """What the list of sources shows: those with most claims first."""
    findings = page.site.findings
    unheard = [id for id in findings.entries_spoken_of if id not in findings.account_of]
    return {
        "accounts": findings.accounts,
        "unheard": page.by_name(id for id in unheard if page.site.section_of(id) == "sources"),
    }


def _tree(page: Page, section: str) -> tuple[Branch, ...]:
    findings = page.site.findings
    scope = findings.at_place if section == "places" else findings.of_party
    ids = [id for id in findings.entries_spoken_of if page.site.section_of(id) == section]
    inner = {id for id in ids for id in findings.parts_of.get(id, ())}

    def branch(id: str) -> Branch:
        parts = page.by_name(findings.parts_of.get(id, ()))
        claims = {claim.key for claim in (*scope(id).claims, *findings.counted_at.get(id, ()))}
        return Branch(id, len(scope(id).timeline), len(claims), tuple(branch(part) for part in parts))

    return tuple(branch(id) for id in page.by_name(id for id in ids if id not in inner))


def entry(page: Page) -> Mapping[str, object]:
    """What the page of a place, party or source shows."""
    id, findings = page.subject, page.site.findings
    entry = page.site.registry[id]
    scope: Scope | None = None
    above: list[str] = []
    if isinstance(entry, Place):
        scope, above = findings.at_place(id), page.site.registry.around(id)[1:]
    elif isinstance(entry, Actor):
        scope, above = findings.of_party(id), page.site.registry.above(id)[1:]
    account = findings.account_of.get(id)
    compared = findings.comparisons(id)
    return {
        "entry": entry,
        "map": scope_map(page, scope, findings.parts_of.get(id, ()), id) if page.name == "place" and scope else None,
        "scope": scope,
        "events": event_rows(scope) if scope else [],
        "picture": timeline_picture(scope.timeline, page.site.registry) if scope else None,
        "above": above[::-1],
        "parts": page.by_name(findings.parts_of.get(id, ())),
        "speakers": page.by_name(findings.speaking_for.get(id, ())),
        "account": account,
        "comparisons": compared,
        "counted_at": findings.counted_at.get(id, []),
        "concerning": _apart(findings.concerning.get(id, ()), account),
        "spoken": _spoken_for(page, id),
        "named_in": findings.index.mentions.get(id, []),
        "links": links_out(entry),
    }


def _apart(claims: Iterable[PlacedClaim], account: SourceAccount | None) -> list[PlacedClaim]:
    """Claims about a party that it does not make itself."""
    own = {claim.key for claim in account.says} if account else set()
    return [claim for claim in claims if claim.key not in own]


def _spoken_for(page: Page, id: str) -> list[PlacedClaim]:
    """The claims of those who speak for a party."""
    findings = page.site.findings
    found = [findings.account_of.get(speaker) for speaker in findings.speaking_for.get(id, ())]
    return [claim for account in found if account for claim in account.says]
