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


@dataclass(frozen=True, slots=True)
class Voiced:
    """What the same speakers say, in the order given: one account, however many pass it on.

    ``speakers`` are sources or actors, none where nobody is named. ``identified`` is how they are identified there,
    ``sides`` whom they speak for.
    """

    speakers: tuple[str, ...]
    identified: str
    sides: tuple[str, ...]
    claims: tuple[Attribution, ...]

    @property
    def own_voice(self) -> bool:
        """Whether the publisher says it itself."""
        return self.claims[0].own_voice


@dataclass(frozen=True, slots=True)
class AboutEvent:
    """The claims about an event by who says them. ``event`` is its key, ``None`` for claims about no event."""

    event: str | None
    voices: tuple[Voiced, ...]

    @property
    def claims(self) -> int:
        return sum(len(voice.claims) for voice in self.voices)

    @property
    def origins(self) -> int:
        """How many separate origins they have: an origin counts once, whoever speaks for it and however often."""
        return len({key for voice in self.voices for one in voice.claims for key in one.claim.origin_keys})


def by_event(claims: Iterable[Attribution], events: Iterable[str]) -> list[AboutEvent]:
    """Claims by what they are about and then by who says them; each claim once.

    ``events`` are keys in the order in which the events stand. A claim about several stands with the first of them,
    one about none of them after all others. Claims keep their order, and origins that of their first claims.
    """
    order = {event: place for place, event in enumerate(events)}
    found: dict[str | None, dict[tuple[object, ...], list[Attribution]]] = {}
    for one in claims:
        event = min((key for key in one.claim.about if key in order), key=order.__getitem__, default=None)
        said = one.claim
        voice = (said.speakers or said.key, said.identified, said.sides, one.own_voice)
        found.setdefault(event, {}).setdefault(voice, []).append(one)
    ordered = sorted(found, key=lambda event: (event is None, order.get(event, 0) if event else 0))
    return [
        AboutEvent(
            event,
            tuple(
                Voiced(told[0].claim.speakers, told[0].claim.identified, told[0].claim.sides, tuple(told))
                for told in found[event].values()
            ),
        )
        for event in ordered
    ]


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
