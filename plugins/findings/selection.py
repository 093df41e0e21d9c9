"""Choosing events whole: by place, party, type, outcome, grade and time.

What an event can be chosen by is worked out here once (``Traits``); the ledger, the pages of places, parties and
months, and dossiers all choose by it. The same goes for a cumulative figure, which is chosen apart from any event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.model import PARTS, Dossier

from .accounts import FigureUse
from .chronology import Entry
from .index import Index
from .scope_figures import places_of

#: The grade of an event that the editors have not graded.
UNGRADED = "ungraded"


@dataclass(frozen=True, slots=True)
class Traits:
    """What an event or a cumulative figure can be chosen by.

    ``places`` are its places and all that contain them; ``parties`` those who acted, whose people were harmed and who
    is held responsible, and all that these are part of. ``first`` and ``last`` are the days between which it lies,
    ``None`` where that is open. A figure has the types and grades of the events that its claim is about.
    """

    places: frozenset[str]
    parties: frozenset[str]
    types: frozenset[str]
    grades: frozenset[str]
    outcomes: frozenset[str]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice: what is ``None`` is left open. ``start`` and ``end`` are days, both included."""

    place: str | None = None
    party: str | None = None
    type: str | None = None
    outcome: str | None = None
    grade: str | None = None
    start: date | None = None
    end: date | None = None

    def takes(self, traits: Traits) -> bool:
        """Whether it takes what has these traits. What may lie in the time that is asked for does."""
        wanted = (
            (self.place, traits.places),
            (self.party, traits.parties),
            (self.type, traits.types),
            (self.outcome, traits.outcomes),
            (self.grade, traits.grades),
        )
        if not all(word is None or word in words for word, words in wanted):
            return False
        begins = self.end is None or traits.first is None or traits.first <= self.end
        return begins and (self.start is None or traits.last is None or traits.last >= self.start)


def event_traits(index: Index, entry: Entry, figures: Iterable[FigureUse], within: Iterable[FigureUse] = ()) -> Traits:
    """What an event can be chosen by. ``figures`` are the incident figures in scope that are of it, ``within`` those of
    the events that are part of it: these people are among its own.
    """
    event, figures = entry.event.event, list(figures)
    places = event.where or [place for use in figures for place in use.casualties.where]
    when = event.when
    return Traits(
        _containing(index, places),
        _above(index, [*event.actors, *(actor for use in figures for actor in concerned(use))]),
        frozenset(event.types),
        frozenset([event.grade or UNGRADED]),
        frozenset(use.outcome for use in (*figures, *within)),
        when.earliest if when else None,
        when.latest if when else None,
    )


def figure_traits(index: Index, use: FigureUse) -> Traits:
    """What a cumulative figure can be chosen by."""
    about = [index.events[key].event for key in use.claim.about]
    period = use.casualties.period
    return Traits(
        _containing(index, places_of(index, use)),
        _above(index, [*concerned(use), *(actor for event in about for actor in event.actors)]),
        frozenset(type for event in about for type in event.types),
        frozenset(event.grade or UNGRADED for event in about),
        frozenset([use.outcome]),
        period.earliest if period else None,
        period.latest if period else None,
    )


def filters_of(dossier: Dossier) -> list[Filter]:
    """The choices by which a dossier takes reports besides those that it lists; none where it gives no criterion.

    A report is taken where one of its events, or cumulative figures, fits a place, a party and the time together.
    """
    if not (dossier.places or dossier.actors or dossier.first or dossier.last):
        return []
    start = dossier.first.earliest if dossier.first else None
    end = dossier.last.latest if dossier.last else None
    return [
        Filter(place=place, party=party, start=start, end=end)
        for place in dossier.places or (None,)
        for party in dossier.actors or (None,)
    ]


def concerned(use: FigureUse) -> list[str]:
    """The parties that a figure concerns: whose people it counts, and whom its claim holds responsible."""
    entry = use.casualties
    fighters = [part.group for part in entry.including if part.group not in PARTS]
    return [*entry.of, *fighters, *entry.blames]


def _containing(index: Index, places: Iterable[str]) -> frozenset[str]:
    return frozenset(around for place in places for around in index.registry.around(place))


def _above(index: Index, actors: Iterable[str]) -> frozenset[str]:
    return frozenset(step for actor in actors for step in index.registry.above(actor))
