"""How casualties are counted: rules 1 to 8 of the report format, decided here and nowhere else.

``count`` takes the claims in scope and gives the count of each event; ``totals`` adds those up. Every count
carries the figures that it is made of, and every total says what it left out and why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reports.figures import Figure
from reports.model import OUTCOMES, Casualties

from .index import Index, Origin, PlacedClaim, side_of
from .ranges import Range, added, alternative, hull, range_of

#: The rows of a total.
CLASSES = ("civilians", "combatants", "unknown", "all")


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A figure with its way back: its claim, its place among the claim's entries, and its event.

    ``entry`` counts the claim's casualties entries from 0. ``event`` is ``None`` for a cumulative figure about no
    event or several.
    """

    claim: PlacedClaim
    entry: int
    outcome: str
    figure: Figure
    casualties: Casualties
    event: str | None

    @property
    def key(self) -> tuple[str, int, str]:
        return (self.claim.key, self.entry, self.outcome)


@dataclass(frozen=True, slots=True)
class Group:
    """Whose casualties: civilians, unknown, or combatants of a side (``None``: of no known side)."""

    who: str
    side: str | None = None

    @property
    def sort_key(self) -> tuple[int, bool, str]:
        return (CLASSES.index(self.who), self.side is None, self.side or "")


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """What one claim counts in one group: its figures there, added up."""

    claim: PlacedClaim
    range: Range
    figures: tuple[FigureUse, ...]


@dataclass(frozen=True, slots=True)
class GroupCount:
    """One group of one event and outcome. ``range`` is ``None`` where nobody counted: never 0."""

    event: str
    outcome: str
    group: Group
    range: Range | None
    counts: tuple[ClaimCount, ...]
    uncounted: tuple[FigureUse, ...]
    denials: tuple[PlacedClaim, ...]

    @property
    def origins(self) -> frozenset[str]:
        """The independent origins of its counted figures."""
        return frozenset(count.claim.origin.key for count in self.counts)


@dataclass(frozen=True, slots=True)
class EventCount:
    """One outcome of one event: its groups, and the range of each class of people."""

    event: str
    outcome: str
    groups: tuple[GroupCount, ...]

    @property
    def claims(self) -> tuple[PlacedClaim, ...]:
        """Every claim that says something of it: counted, uncounted or denying."""
        said = [
            claim
            for group in self.groups
            for claim in (
                *(count.claim for count in group.counts),
                *(use.claim for use in group.uncounted),
                *group.denials,
            )
        ]
        return tuple({claim.key: claim for claim in said}.values())

    def of(self, who: str) -> tuple[GroupCount, ...]:
        """The groups of a class; all of them for ``all``."""
        return tuple(group for group in self.groups if who in ("all", group.group.who))

    def is_alternative(self, group: GroupCount, who: str) -> bool:
        """Whether a group counted is, in a class, another count of people whom other groups there count (rule 5)."""
        if group.range is None:
            return False
        if group.group.who == "unknown":
            return who == "all" and any(self.range(known) for known in ("civilians", "combatants"))
        sided = [one for one in self.of("combatants") if one.group.side is not None and one.range is not None]
        return group.group.who == "combatants" and group.group.side is None and bool(sided)

    def range(self, who: str) -> Range | None:
        """The range of a class (rule 5), or ``None`` where nothing is counted."""
        if who == "all":
            return alternative(added([self.range("civilians"), self.range("combatants")]), self.range("unknown"))
        if who == "combatants":
            sided = [group.range for group in self.of(who) if group.group.side is not None]
            unsided = [group.range for group in self.of(who) if group.group.side is None]
            return alternative(added(sided), added(unsided))
        return added([group.range for group in self.of(who)])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that a total does not count. ``reason``: ``cumulative``, ``discounted`` or ``uncounted``."""

    use: FigureUse
    reason: str


@dataclass(frozen=True, slots=True)
class Total:
    """What the events of a scope add up to, for one outcome and one class of people.

    ``counted`` are the events that add to it, each with its range; ``uncounted`` those in which people were
    reported and none counted. ``range`` is ``None`` where nothing was counted.
    """

    outcome: str
    who: str
    range: Range | None
    counted: tuple[tuple[EventCount, Range], ...]
    uncounted: tuple[EventCount, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def origins(self) -> frozenset[str]:
        """The keys of the independent origins of the counted figures in it."""
        return frozenset(origin.key for origin in self.voices)

    @property
    def voices(self) -> tuple[Origin, ...]:
        """Those origins, each once, in the order of their first figure."""
        found = {
            count.claim.origin.key: count.claim.origin
            for event, _ in self.counted
            for group in event.of(self.who)
            for count in group.counts
        }
        return tuple(found.values())


def uses(index: Index, claims: Iterable[PlacedClaim]) -> list[FigureUse]:
    """Every figure of the claims, one for each outcome of each casualties entry, in their order."""
    return [
        FigureUse(claim, number, outcome, figure, entry, claim.about[0] if len(claim.about) == 1 else None)
        for claim in claims
        for number, entry in enumerate(claim.claim.casualties)
        for outcome, figure in entry.figures
    ]


def reason_left_out(index: Index, use: FigureUse) -> str | None:
    """Why a figure enters no range (rule 1), or ``None`` where it may."""
    if use.casualties.scope == "cumulative":
        return "cumulative"
    if use.event is not None and index.events[use.event].event.grade == "discounted":
        return "discounted"
    return None


def places_of(index: Index, use: FigureUse) -> tuple[str, ...]:
    """The places of a figure: its own, else those of the events that its claim is about."""
    about = (place for key in use.claim.about for place in index.events[key].event.where)
    return use.casualties.where or tuple(dict.fromkeys(about))


def group_of(index: Index, use: FigureUse) -> Group:
    """The group a figure falls into (rule 2)."""
    entry = use.casualties
    if entry.who == "combatants":
        return Group("combatants", side_of(index.registry, entry.of))
    return Group(entry.who)


def count(index: Index, claims: Sequence[PlacedClaim]) -> dict[tuple[str, str], EventCount]:
    """The counts of every event that the claims give casualties of, by event key and outcome.

    The order of the claims changes nothing but the order in which figures are listed.
    """
    grouped: dict[tuple[str, str, Group], list[FigureUse]] = {}
    for use in uses(index, claims):
        if reason_left_out(index, use) is None and use.event is not None:
            grouped.setdefault((use.event, use.outcome, group_of(index, use)), []).append(use)
    denials = _denials(grouped, claims)
    counts: dict[tuple[str, str], list[GroupCount]] = {}
    for (event, outcome, group), figures in grouped.items():
        against = denials.get((event, outcome, group), ())
        counts.setdefault((event, outcome), []).append(_group_count(event, outcome, group, figures, against))
    return {
        key: EventCount(*key, tuple(sorted(groups, key=lambda count: count.group.sort_key)))
        for key, groups in sorted(counts.items(), key=lambda item: (item[0][0], OUTCOMES.index(item[0][1])))
    }


def left_out(index: Index, figures: Iterable[FigureUse]) -> list[LeftOut]:
    """The figures that enter no total, each with the reason."""
    return [
        LeftOut(use, reason)
        for use in figures
        if (reason := reason_left_out(index, use) or (None if use.figure.counted else "uncounted"))
    ]


def totals(index: Index, claims: Sequence[PlacedClaim]) -> list[Total]:
    """The totals of a scope (rule 6): one for each outcome and class with a counted figure or an uncounted group."""
    return added_up(count(index, claims).values(), left_out(index, uses(index, claims)))


def added_up(events: Collection[EventCount], left: Collection[LeftOut]) -> list[Total]:
    """The totals of counts that are already made; ``left`` is what they may say that they left out."""
    found = []
    for outcome in OUTCOMES:
        for who in CLASSES:
            concerned = [event for event in events if event.outcome == outcome and event.of(who)]
            counted = [(event, range) for event in concerned if (range := event.range(who)) is not None]
            uncounted = [event for event in concerned if event.range(who) is None]
            if concerned:
                out = [item for item in left if item.use.outcome == outcome and who in ("all", item.use.casualties.who)]
                total = added([range for _, range in counted])
                found.append(Total(outcome, who, total, tuple(counted), tuple(uncounted), tuple(out)))
    return found


def _denials(
    grouped: dict[tuple[str, str, Group], list[FigureUse]], claims: Sequence[PlacedClaim]
) -> dict[tuple[str, str, Group], list[PlacedClaim]]:
    """The denials in scope that stand against each group: those of claims with counted figures there (rule 4)."""
    by_denied: dict[str, list[PlacedClaim]] = {}
    for claim in claims:
        if claim.denies and claim.claim.stance == "denies":
            by_denied.setdefault(claim.denies, []).append(claim)
    found: dict[tuple[str, str, Group], list[PlacedClaim]] = {}
    for key, figures in grouped.items():
        denied = {use.claim.key for use in figures if use.figure.counted}
        against = [claim for claim_key in sorted(denied) for claim in by_denied.get(claim_key, ())]
        if against:
            found[key] = list({claim.key: claim for claim in against}.values())
    return found


def _group_count(
    event: str, outcome: str, group: Group, figures: Sequence[FigureUse], against: Sequence[PlacedClaim]
) -> GroupCount:
    by_claim: dict[str, list[FigureUse]] = {}
    for use in figures:
        if use.figure.counted:
            by_claim.setdefault(use.claim.key, []).append(use)
    counts = [
        ClaimCount(parts[0].claim, whole, tuple(parts))
        for parts in by_claim.values()
        if (whole := added([range_of(use.figure) for use in parts])) is not None
    ]
    # A denial that counts nobody here says that there was nobody: it gives a low of 0, and no high.
    zero = [Range(0, 0)] if any(denial.key not in by_claim for denial in against) else []
    range = hull([count.range for count in counts], lows=zero, contested=bool(against))
    uncounted = tuple(use for use in figures if not use.figure.counted)
    return GroupCount(event, outcome, group, range, tuple(counts), uncounted, tuple(against))
