"""Which event a sentence tells of: one that the report has, or one that its record could have."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.edtf import EdtfDate
from reports.messages import suggestions as messages
from words import Name

from .entries import Ids, NewEvent
from .event_words import OF_OUTCOME, Happening, happenings
from .new_marks import NewMark
from .own_report import OwnReport
from .said_figures import Saying

#: So many letters behind a word for an event its place can stand.
_NEAR = 60


@dataclass
class Told:
    """What the Arabic text says in its blocks besides figures: names, dates, marks of its events."""

    names: dict[int, list[Name]]
    dates: dict[int, list[tuple[int, int, EdtfDate]]]
    #: Where in a block the words of an event of the record stand, and its id.
    marked: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)


@dataclass
class Happened:
    """An event as it is told: what a record has of it, or could have."""

    id: str
    type: str
    day: str
    where: tuple[str, ...]


class Events:
    """The events of a report, to which those that its words tell are added."""

    def __init__(self, own: OwnReport, told: Told, ids: Ids) -> None:
        self.own, self.told, self.ids = own, told, ids
        record = own.record
        self._known = [
            Happened(id, event.types[0] if event.types else "", str(event.when or ""), event.where)
            for id, event in record.events.items()
        ]
        self.last = self._known[0].id if self._known else ""
        self._last_day = ""
        self.new: dict[str, NewEvent] = {}
        self.marks: dict[str, NewMark] = {}
        #: Events that no word names: they are marked in the words of a claim.
        self.unnamed: set[str] = set()

    def of(self, saying: Saying) -> tuple[str, str]:
        """The event of what a sentence says, and what an author has to look for there."""
        if marked := self._marked(saying):
            return marked, ""
        found = self._named(saying)
        if found:
            id, doubtful = self._event(found, saying)
            return id, f"is it about {id}?" if doubtful else ""
        outcome = saying.figures[0].outcome
        if outcome in OF_OUTCOME:
            if id := self._unmarked(OF_OUTCOME[outcome]):
                self.last = id
                self.unnamed.add(id)
                return id, f"is it about {id}?"
            return self._added(OF_OUTCOME[outcome], saying, None), ""
        if self.last:
            return self.last, f"is it about {self.last}?"
        return self._added("other", saying, None), ""

    def _unmarked(self, type: str) -> str:
        """An event of the record that no words are marked with."""
        marked = {id for some in self.told.marked.values() for _, _, id in some} | self.unnamed | self.marks.keys()
        known = (one.id for one in self._known if one.type == type and one.id not in self.new)
        return next((id for id in known if id not in marked), "")

    def _marked(self, saying: Saying) -> str:
        """An event whose mark stands in the sentence."""
        first, last = saying.sentence
        here = [one for one in self.told.marked.get(saying.block, ()) if first <= one[0] < last]
        nearest = min(here, key=lambda one: abs(one[0] - saying.start), default=None)
        if nearest:
            self.last = nearest[2]
        return nearest[2] if nearest else ""

    def _named(self, saying: Saying) -> Happening | None:
        """The word for an event that stands nearest, in the sentence or before it in its block."""
        reading = self.own.looked["ar"].by_block[saying.block]
        first, last = saying.sentence
        everything = list(happenings(reading))
        here = [one for one in everything if first <= one.start < last]
        before = [one for one in everything if one.start < first]
        return min(here, key=lambda one: abs(one.start - saying.start), default=None) or (
            before[-1] if before else None
        )

    def _event(self, found: Happening, saying: Saying) -> tuple[str, bool]:
        """The event that a word names, and whether that is doubtful: it is named in another sentence, or for another
        day."""
        elsewhere = found.start < saying.sentence[0]
        where = self._place(found, saying)
        day = self._day(found, saying)
        for known in reversed(self._known):
            same_place = not where or not known.where or self._is_near(where[0], known.where[0])
            if known.type == found.type and same_place and (not day or day == known.day or found.definite):
                self.last = known.id
                self._mark(known.id, found, saying)
                return known.id, elsewhere or bool(day and known.day and day != known.day)
        return self._added(found.type, saying, found, where, day), elsewhere

    def _is_near(self, one: str, other: str) -> bool:
        """Whether a place is another, or lies in it."""
        around = self.own.registry.around
        return one in around(other) or other in around(one)

    def _added(
        self, type: str, saying: Saying, found: Happening | None, where: tuple[str, ...] = (), day: str = ""
    ) -> str:
        where = where or self.places(saying, saying.sentence[0], saying.sentence[1])[:1]
        day = day or self._day(found, saying)
        open = "; ".join(["what happened?"] * (type == "other") + ["when?"] * (not day))
        day = day or self._last_day or f"{self.own.record.published.earliest}~"
        id = self.ids.free(type, where[0] if where else "")
        self.new[id] = NewEvent(id, type, day, where, self._actors(found, saying), open)
        self._known.append(Happened(id, type, day, where))
        self.last = id
        if found:
            self._mark(id, found, saying)
        else:
            self.unnamed.add(id)
        return id

    def _mark(self, id: str, found: Happening, saying: Saying) -> None:
        """The words of an event, with its place where that stands near: once for each event that has no mark."""
        if id in self.marks or any(id == one for some in self.told.marked.values() for _, _, one in some):
            return
        text = self.own.texts["ar"].blocks[saying.block - 1].text
        end = found.end
        for name in self.told.names.get(saying.block, ()):
            near = found.end <= name.start < found.end + _NEAR and any(
                id in self.own.registry.places for id in name.ids
            )
            if near and not set(text[found.end : name.start]) & set(".،؛:\n«»()"):
                end = name.end
                break
        self.marks[id] = NewMark(saying.block, found.start, end, (id,), messages.TOLD_EVENT(type=self._type(id)))

    def _type(self, id: str) -> str:
        return next(known.type for known in self._known if known.id == id)

    def _place(self, found: Happening, saying: Saying) -> tuple[str, ...]:
        return self.places(saying, found.end, found.end + _NEAR)[:1]

    def places(self, saying: Saying, first: int, last: int) -> tuple[str, ...]:
        """The places but countries that are named in the block of a sentence, from one place to another."""
        places = self.own.registry.places
        names = (name for name in self.told.names.get(saying.block, ()) if first <= name.start < last)
        ids = (next((id for id in name.ids if id in places), "") for name in names)
        return tuple(id for id in ids if id and places[id].kind != "country")

    def _actors(self, found: Happening | None, saying: Saying) -> tuple[str, ...]:
        """Who acted: the party right behind the word, joined by ل."""
        if found is None:
            return ()
        text = self.own.texts["ar"].blocks[saying.block - 1].text
        for name in self.told.names.get(saying.block, ()):
            if text[found.end : name.start] == " ل":
                return tuple(id for id in name.ids if id in self.own.registry.actors)[:1]
        return ()

    def _day(self, found: Happening | None, saying: Saying) -> str:
        """The day in the sentence that stands nearest, else the last before it in the block."""
        dates = self.told.dates.get(saying.block, ())
        at = found.start if found else saying.start
        first, last = saying.sentence
        here = [one for one in dates if first <= one[0] < last and one[2].exact_day]
        before = [one for one in dates if one[0] < first and one[2].exact_day]
        nearest = min(here, key=lambda one: abs(one[0] - at), default=None) or (before[-1] if before else None)
        self._last_day = str(nearest[2]) if nearest else self._last_day
        return str(nearest[2]) if nearest else ""
