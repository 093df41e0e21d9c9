"""Who says what, through whom: chains of attribution, what each source says, and figures side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .casualties import EventCount, FigureUse, Group, GroupCount
from .index import Index, Origin, PlacedClaim

#: The column of those who speak for no side.
NO_SIDE = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claim's chain, from the originator through the relays to the publisher. Ids are sources or actors.

    ``originator`` is ``None`` where nobody is named; ``own_voice`` where the publisher says it itself.
    """

    claim: PlacedClaim
    originator: str | None
    relays: tuple[str, ...]
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
class Quantity:
    """One quantity of one event, with who says what of it side by side.

    ``columns`` pairs a side (``None``: no side) with the figures that those who speak for it give, as
    ``(claim, figures)``. ``denials`` stand in the column of the side that denies.
    """

    event: str
    outcome: str
    group: Group
    count: GroupCount
    columns: tuple[tuple[str | None, tuple[tuple[PlacedClaim, tuple[FigureUse, ...]], ...]], ...]


@dataclass(frozen=True, slots=True)
class Voiced:
    """What one origin says, in the order given: one account, however many pass it on.

    ``identified`` is how the origin is identified there, ``side`` whom it speaks for.
    """

    origin: Origin
    identified: str
    side: str | None
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
        """How many independent origins they have: an origin counts once, however it is identified."""
        return len({voice.origin.key for voice in self.voices})


def by_event(claims: Iterable[Attribution], events: Iterable[str]) -> list[AboutEvent]:
    """Claims by what they are about and then by who says them; each claim once.

    ``events`` are keys in the order in which the events stand. A claim about several stands with the first of them,
    one about none of them after all others. Claims keep their order, and origins that of their first claims.
    """
    order = {event: place for place, event in enumerate(events)}
    found: dict[str | None, dict[tuple[str, str, str | None, bool], list[Attribution]]] = {}
    for one in claims:
        event = min((key for key in one.claim.about if key in order), key=order.__getitem__, default=None)
        voice = (one.claim.origin.key, one.claim.identified, one.claim.side, one.own_voice)
        found.setdefault(event, {}).setdefault(voice, []).append(one)
    ordered = sorted(found, key=lambda event: (event is None, order.get(event, 0) if event else 0))
    return [
        AboutEvent(
            event,
            tuple(
                Voiced(told[0].claim.origin, identified, side, tuple(told))
                for (_, identified, side, _), told in found[event].items()
            ),
        )
        for event in ordered
    ]


def attribution(claim: PlacedClaim) -> Attribution:
    """The chain of one claim."""
    own = claim.claim.by is None and not claim.claim.unattributed
    relays = tuple(id for id in claim.claim.via if id != claim.publisher)
    return Attribution(claim, claim.origin.id, relays, claim.publisher, own)


def accounts(index: Index, claims: Sequence[PlacedClaim], reports: Iterable[str]) -> list[SourceAccount]:
    """An account of everybody who says, relays or publishes in scope: most claims first, then by id."""
    says: dict[str, list[PlacedClaim]] = {}
    relays: dict[str, list[PlacedClaim]] = {}
    publishes: dict[str, list[str]] = {}
    for claim in claims:
        if claim.origin.id:
            says.setdefault(claim.origin.id, []).append(claim)
        for id in claim.claim.via:
            relays.setdefault(id, []).append(claim)
    for slug in reports:
        publishes.setdefault(index.reports[slug].record.publisher, []).append(slug)
    found = [
        SourceAccount(id, tuple(says.get(id, ())), tuple(relays.get(id, ())), tuple(publishes.get(id, ())))
        for id in {*says, *relays, *publishes}
    ]
    return sorted(found, key=lambda account: (-len(account.says), -len(account.relays), account.id))


def quantities(counts: Iterable[EventCount]) -> list[Quantity]:
    """Each group of each count, with who says what side by side, one column a side."""
    return [_quantity(group) for count in counts for group in count.groups]


def _quantity(group: GroupCount) -> Quantity:
    by_claim: dict[str, tuple[PlacedClaim, list[FigureUse]]] = {}
    for use in [use for count in group.counts for use in count.figures] + list(group.uncounted):
        by_claim.setdefault(use.claim.key, (use.claim, []))[1].append(use)
    for denial in group.denials:
        by_claim.setdefault(denial.key, (denial, []))
    columns: dict[str | None, list[tuple[PlacedClaim, tuple[FigureUse, ...]]]] = {}
    for claim, figures in by_claim.values():
        columns.setdefault(claim.side, []).append((claim, tuple(figures)))
    ordered = sorted(columns.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    return Quantity(
        group.event, group.outcome, group.group, group, tuple((side, tuple(cells)) for side, cells in ordered)
    )


def independent_origins(claims: Iterable[PlacedClaim]) -> list[Origin]:
    """The origins of claims, each once, in the order of their first claim."""
    return list({claim.origin.key: claim.origin for claim in claims}.values())
