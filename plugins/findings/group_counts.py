"""What counting gives: the count of a group of people, with all that it is made of, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from reports.model import OUTCOMES, UNITS, WORDS

from .accounts import STATUSES, Account, FigureUse, Group
from .index import Origin, PlacedClaim
from .ranges import Range

#: The rows of a table that every site has; besides, the words of ``including``, and fighters by side.
ALL, UNKNOWN = "all", "unknown"
CLASSES = (*STATUSES, UNKNOWN, ALL)
ROWS = (ALL, *STATUSES, UNKNOWN, *WORDS)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was counted: whom it befell, in people or families."""

    outcome: str
    unit: str

    @property
    def sort_key(self) -> tuple[int, int]:
        return OUTCOMES.index(self.outcome), UNITS.index(self.unit)


@dataclass(frozen=True, slots=True)
class AccountCount:
    """What one claim counts of a group. ``range`` is ``None`` where it only says that there were some.

    ``whole``: it counts the group wholly, and not a part of it.
    """

    account: Account
    group: Group
    range: Range | None
    whole: bool

    @property
    def claim(self) -> PlacedClaim:
        return self.account.claim

    @property
    def figures(self) -> tuple[FigureUse, ...]:
        """The figures that it is made of."""
        return tuple({piece.use.key: piece.use for piece in self.account.pieces(self.group)}.values())


@dataclass(frozen=True, slots=True)
class Superseded:
    """A count that a later one replaces: by ``updates``, or as a ``later`` claim of the same origins."""

    count: AccountCount
    by: PlacedClaim
    how: str


@dataclass(frozen=True, slots=True)
class PartSum:
    """The sum of the parts of a group (rule 5). ``kind`` says of which: ``status``, ``side``, ``part``, ``event``, or
    ``account``, the parts that one claim counts. ``stands``: it gave something of the group's range."""

    kind: str
    range: Range
    parts: tuple[GroupCount, ...]
    account: AccountCount | None = None
    stands: bool = False


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A group of one event, as it is counted. ``range`` is ``None`` where nobody counted: never 0.

    ``counts`` are the accounts that count it or a part of it and are not superseded; ``sum`` stands beside those that
    count it wholly. ``uncounted`` are figures of which it is only said that there were some; ``denials`` the claims
    that deny one of the counts, or that the event took place, and ``disputes`` those that deny who is responsible;
    ``events`` are the counts of the same group of the events that are part of this one.
    """

    event: str
    quantity: Quantity
    group: Group
    range: Range | None
    counts: tuple[AccountCount, ...] = ()
    sum: PartSum | None = None
    superseded: tuple[Superseded, ...] = ()
    uncounted: tuple[FigureUse, ...] = ()
    denials: tuple[PlacedClaim, ...] = ()
    disputes: tuple[PlacedClaim, ...] = ()
    events: tuple[GroupCount, ...] = ()

    @property
    def is_spoken_of(self) -> bool:
        """Whether it has a figure, counted or not: only then is it a row of a table."""
        return bool(self.counts or self.events)

    @property
    def every_count(self) -> tuple[AccountCount, ...]:
        """Its counts, and those of the same group of the events that are part of this one (rule 10)."""
        return (*self.counts, *(count for event in self.events for count in event.every_count))

    @property
    def accounts(self) -> tuple[AccountCount, ...]:
        """Those of them that put a number to it."""
        return tuple(count for count in self.every_count if count.range is not None)

    @property
    def every_superseded(self) -> tuple[Superseded, ...]:
        """The counts that later ones replace, those of the events that are part of this one among them."""
        return (*self.superseded, *(gone for event in self.events for gone in event.every_superseded))

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The origins of its counts, each once, in the order of their first."""
        found = {origin.key: origin for count in self.accounts for origin in count.claim.origins}
        return tuple(found.values())
