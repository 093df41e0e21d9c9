"""``make same``: events of several reports that look like one, with what speaks for it and against it.

Only records are read. Events are compared where they share a day, or stand a day apart, and a place, or one lies in the
other's: what a day and a place have in common is little, so this stays quick with a thousand reports.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from reports import Registry
from reports.edtf import EdtfDate
from reports.messages import Message
from reports.messages import suggestions as messages
from reports.model import Reference

#: An event of more days is a wave or a siege, and shares its days with very much: its first day must do.
_LONGEST = 3
#: So much has to speak for a pair that it is told.
_ENOUGH = 6
#: Kinds of places in which very much happens on a day.
_LARGE = frozenset("country governorate".split())
#: Types that one report can take for another.
_ALIKE = (
    frozenset("air-strike drone-strike missile-strike shelling bombing".split()),
    frozenset("armed-clash shelling territory-changes-hands".split()),
    frozenset("execution shooting attack-on-civilians armed-clash".split()),
)


@dataclass(frozen=True)
class Found:
    """An event as its record tells it, with the counted figures of the claims about it by outcome, and the words of its
    title. ``day`` is that on which its report was published."""

    slug: str
    id: str
    published: date
    when: EdtfDate | None
    types: tuple[str, ...]
    where: tuple[str, ...]
    actors: tuple[str, ...]
    target: tuple[str, ...]
    figures: Mapping[str, set[tuple[int, int]]]
    words: frozenset[str]

    @property
    def key(self) -> Reference:
        return self.slug, self.id

    def days(self) -> Iterator[date]:
        """The days on which it can have happened; of many, the first."""
        when = self.when
        if when is None or when.earliest is None or when.latest is None:
            return
        length = (when.latest - when.earliest).days
        for more in range(length + 1 if length < _LONGEST else 1):
            yield when.earliest + timedelta(more)


@dataclass
class Pair:
    """Two events that may be one: ``first`` was published first."""

    first: Found
    second: Found
    weight: int = 0
    for_it: list[Message] = field(default_factory=list)
    against: list[Message] = field(default_factory=list)

    @property
    def key(self) -> str:
        """By what the pair is named in an answer."""
        both = "\n".join(sorted(("/".join(self.first.key), "/".join(self.second.key))))
        return hashlib.sha256(both.encode()).hexdigest()[:8]

    def weigh(self, weight: int, message: Message) -> None:
        """Something that speaks for it, or against where the weight is below zero."""
        self.weight += weight
        (self.for_it if weight > 0 else self.against).append(message)


def same_events(registry: Registry, events: Iterable[Found]) -> list[Pair]:
    """Pairs of events of two reports that look like one, the likeliest first."""
    blocks: dict[tuple[date, str], list[Found]] = defaultdict(list)
    for found in events:
        for day in found.days():
            for place in _around(registry, found):
                blocks[day, place].append(found)
    pairs: dict[tuple[Reference, Reference], Pair] = {}
    for (day, place), here in blocks.items():
        beside = blocks.get((day + timedelta(1), place), [])
        for one, other in (*combinations(here, 2), *((one, other) for one in here for other in beside)):
            if one.slug == other.slug or one is other:
                continue
            first, second = sorted((one, other), key=_published)
            if (first.key, second.key) not in pairs:
                pairs[first.key, second.key] = _weighed(Pair(first, second), registry)
    likely = (pair for pair in pairs.values() if pair.weight >= _ENOUGH)
    return sorted(likely, key=lambda pair: (-pair.weight, pair.first.key, pair.second.key))


def _published(found: Found) -> tuple[date, Reference]:
    return found.published, found.key


def _around(registry: Registry, event: Found) -> set[str]:
    """The places of an event and those around them, but for very large ones, where it names a smaller."""
    every = {place for id in event.where for place in registry.around(id)}
    small = {place for place in every if registry.places[place].kind not in _LARGE}
    return small or every


def _weighed(pair: Pair, registry: Registry) -> Pair:
    one, other = pair.first, pair.second
    shared = set(pair.first.days()) & set(pair.second.days())
    if shared:
        pair.weigh(3, messages.SAME_DAY(day=str(min(shared))))
    else:
        pair.weigh(1, messages.NEXT_DAY())
    _weigh_places(pair, registry)
    if set(one.types) & set(other.types):
        pair.weigh(2, messages.SAME_TYPE(type=next(type for type in one.types if type in other.types)))
    elif one.types and other.types:
        alike = any({one.types[0], other.types[0]} <= types for types in _ALIKE)
        pair.weigh(-1 if alike else -3, messages.OTHER_TYPE(one=one.types[0], other=other.types[0]))
    _weigh_figures(pair)
    if actors := set(one.actors) & set(other.actors):
        pair.weigh(1, messages.SAME_ACTORS(actors=tuple(sorted(actors))))
    if one.target and other.target and set(one.target).isdisjoint(other.target):
        pair.weigh(-1, messages.OTHER_TARGET(one=one.target[0], other=other.target[0]))
    words = pair.first.words & pair.second.words
    if len(words) > 1:
        pair.weigh(1, messages.SHARED_WORDS(words=tuple(sorted(words)[:4])))
    return pair


def _weigh_places(pair: Pair, registry: Registry) -> None:
    one, other = pair.first, pair.second
    if shared := set(one.where) & set(other.where):
        place = sorted(shared)[0]
        pair.weigh(1 if registry.places[place].kind in _LARGE else 3, messages.SAME_PLACE_OF(place=place))
    elif inside := _inside(one, other, registry) or _inside(other, one, registry):
        pair.weigh(2, messages.PLACE_WITHIN(place=inside[0], other=inside[1]))
    else:
        pair.weigh(-1, messages.OTHER_PLACES(one=one.where[0], other=other.where[0]))


def _inside(one: Found, other: Found, registry: Registry) -> tuple[str, str] | None:
    """A place of one event that lies in one of another, and that."""
    return next(
        ((place, around) for place in one.where for around in registry.around(place)[1:] if around in other.where), None
    )


def _weigh_figures(pair: Pair) -> None:
    """The same number of people killed or injured speaks for it; numbers that cannot be the same, against."""
    for outcome in sorted(set(pair.first.figures) & set(pair.second.figures)):
        one, other = pair.first.figures[outcome], pair.second.figures[outcome]
        if shared := {figure for figure in one & other if figure[1] > 1}:
            low, high = max(shared)
            pair.weigh(2, messages.SAME_FIGURE(outcome=outcome, figure=str(low) if low == high else f"{low}-{high}"))
        elif not any(low <= top and bottom <= high for low, high in one for bottom, top in other):
            pair.weigh(-1, messages.OTHER_FIGURES(outcome=outcome, one=_said(one), other=_said(other)))


def _said(figures: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(str(low) if low == high else f"{low}-{high}" for low, high in sorted(figures)[:4])
