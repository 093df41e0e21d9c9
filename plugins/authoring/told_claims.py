"""The claims of people harmed that a text makes and its record does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from reports.messages import Message
from reports.messages import suggestions as messages
from reports.model import Claim
from words.letters import fold

from .entries import Ids, NewClaim
from .new_marks import NewMark
from .own_report import OwnReport
from .said_figures import Saying, figure_of, sayings_in
from .told_events import Events, Told

_SINCE = re.compile(r"(?:منذ|since)\s*(?:(?:بداية|مطلع|أوائل|أول|منتصف|أواخر|نهاية)\s*)?$")
#: Who is named behind these speaks for whom is named.
_OFFICES = frozenset(map(fold, "متحدث المتحدث ناطق الناطق قائد مدير مسؤول المسؤول رئيس وزير باسم لسان".split()))
#: What is written is said by who is named behind these.
_PAPERS = frozenset(map(fold, "توثيق بيان تقرير تقارير إحصاء إحصاءات حصيلة أرقام بيانات حسابات موقع صفحة".split()))
#: So many letters behind what is said, "since" stands.
_FAR = 80
#: So many letters before a figure a party stands whose people are counted.
_OF = 24


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A mark of words that say a claim, what they say, and the claim where the record does not have it."""

    mark: NewMark
    saying: Saying
    claim: NewClaim | None


class Claims:
    """Goes through the Arabic text once, sentence by sentence."""

    def __init__(self, own: OwnReport, told: Told, events: Events, ids: Ids) -> None:
        self.own, self.told, self.events, self.ids = own, told, events, ids
        self.looked = own.looked["ar"]
        marked = {id for mark in own.texts["ar"].marks for id in mark.ids}
        self._until = 0
        #: What is told, and nobody says that it was so.
        self.unasserted: list[Saying] = []
        self._unmarked = {id: claim for id, claim in own.record.claims.items() if id not in marked}

    def read(self) -> Iterator[ToldClaim]:
        """The claims, in order."""
        claims, registry = self.own.record.claims, self.own.registry
        sayings = list(sayings_in(self.looked))
        for saying, behind in zip_longest(sayings, sayings[1:]):
            self._until = behind.start if behind and behind.block == saying.block else len(self._text(saying))
            touching = self.looked.touching(saying.block, saying.start, saying.end)
            if any(id in claims for mark in touching for id in mark.ids) or any(mark.redacted for mark in touching):
                continue
            if any(mark.when or (mark.ids and mark.ids[0] in registry and len(mark.words) > saying.end - saying.start)
                   for mark in self.looked.holding(saying.block, saying.start, saying.end)):  # fmt: skip
                continue
            if id := self._in_record(saying):
                why = messages.CLAIM_OF_RECORD(id=id)
                yield ToldClaim(NewMark(saying.block, saying.start, saying.end, (id,), why), saying, None)
                continue
            if saying.unasserted:
                self.unasserted.append(saying)
                continue
            claim = self._claim(saying)
            ids = (claim.id, claim.about) if claim.about in self.events.unnamed else (claim.id,)
            self.events.unnamed.discard(claim.about)
            why = self._why(claim, saying)
            yield ToldClaim(NewMark(saying.block, saying.start, saying.end, ids, why), saying, claim)

    def _text(self, saying: Saying) -> str:
        return self.own.texts["ar"].blocks[saying.block - 1].text

    def _in_record(self, saying: Saying) -> str:
        """The claim of the record that has the most of these figures and stands in no mark."""
        said = {(figure.outcome, figure.number.low) for figure in saying.figures if figure.number}
        shared = {id: len(said & _figures_of(claim)) for id, claim in self._unmarked.items()}
        id = max(shared, key=lambda id: shared[id], default="")
        if not id or not shared[id]:
            return ""
        del self._unmarked[id]
        return id

    def _claim(self, saying: Saying) -> NewClaim:
        first = saying.figures[0]
        by, via, identified, open = self._voices(saying)
        id = self.ids.free(first.outcome, re.sub("[^0-9a-z]+", "-", figure_of(first.number)).strip("-"))
        claim = NewClaim(id, saying.figures, by, via, identified, of=self._of(saying))
        claim.period = self._period(saying)
        if claim.period:
            claim.where = self.events.places(saying, *saying.sentence)[:1]
        else:
            claim.about, asked = self.events.of(saying)
            open = "; ".join(filter(None, (open, asked)))
        claim.open = open
        return claim

    def _period(self, saying: Saying) -> str:
        """The time that a toll covers, where the sentence says since when."""
        text = self._text(saying)
        published = self.own.record.published.earliest
        until = min(saying.sentence[1], saying.end + _FAR, self._until)
        for start, _, when in self.told.dates.get(saying.block, ()):
            if saying.start <= start < until and _SINCE.search(text[:start]) and not when.interval:
                return f"{when}/{published}"
        return ""

    def _of(self, saying: Saying) -> dict[int, tuple[str, ...]]:
        """Whose people were harmed: the party that stands right behind the number of fighters."""
        found: dict[int, tuple[str, ...]] = {}
        for number, figure in enumerate(saying.figures):
            if figure.group != "combatants":
                continue
            for name in self.told.names.get(saying.block, ()):
                ids = tuple(id for id in name.ids if id in self.own.registry.actors)[:1]
                if ids and figure.end <= name.start <= figure.end + _OF:
                    found[number] = ids
                    break
        return found

    def _voices(self, saying: Saying) -> tuple[tuple[str, ...], tuple[str, ...], str, str]:
        """Who says it, through whom, how that is known, and what an author has to look for."""
        text = self._text(saying)
        speakers = saying.speakers
        if speakers is None or speakers.by is None:
            before = self._speakers(saying.block, saying.sentence[0], saying.start)
            sources = [one for one in before if one[1] in self.own.registry.sources]
            return ((sources[0][1],) if len(sources) == 1 else ()), (), "", ""
        via = self._speakers(saying.block, *speakers.via) if speakers.via else []
        relayed = tuple(id for _, id in via)[:1]
        start, end = speakers.by
        if start < saying.end and end > saying.start:
            end = min(end, saying.start)
        if end - start < 2:  # what is said stands right behind the verb: who says it was named before
            before = self._speakers(saying.block, saying.sentence[0], start)
            before = before or self._speakers(saying.block, 0, saying.sentence[0])
            return ((before[0][1],), relayed, "", "by whom?") if before else ((), relayed, "unattributed", "by whom?")
        named = self._speakers(saying.block, start, end)
        words = " ".join(text[start:end].split()).rstrip(" لـ")
        if not named:
            return (), relayed, "unattributed", f"by «{words}»?"
        before_name = fold(text[start : named[0][0]]).split()
        office = not _OFFICES.isdisjoint(before_name)
        if before_name and not office and _PAPERS.isdisjoint(before_name):
            return (), relayed, "unattributed", f"by «{words}»?"
        return (named[0][1],), relayed, "role" if office else "", ""

    def _speakers(self, block: int, start: int, end: int) -> list[tuple[int, str]]:
        """The sources and parties that are named from one place to another, each where it stands."""
        registry = self.own.registry
        speaks = {**registry.actors, **registry.sources}
        found = [
            (mark.start, id)
            for mark in self.looked.touching(block, start, end)
            for id in mark.ids
            if id in speaks and start <= mark.start
        ]
        for name in self.told.names.get(block, ()):
            ids = [id for id in name.ids if id in speaks]
            ids.sort(key=lambda id: id not in registry.sources)
            if ids and start <= name.start < end:
                found.append((name.start, ids[0]))
        return sorted(found)

    def _why(self, claim: NewClaim, saying: Saying) -> Message:
        figures = tuple(f"{figure.outcome}: {figure_of(figure.number)}" for figure in saying.figures)
        if claim.by:
            return messages.CLAIM_BY(figures=figures, by=claim.by[0])
        if claim.identified:
            return messages.CLAIM_BY_UNKNOWN(figures=figures)
        return messages.TOLD_CLAIM(figures=figures)


def values_of(claim: Claim) -> frozenset[tuple[int | None, int | None]]:
    """The numbers of a claim of the record, by which its words are found."""
    figures = [figure for entry in claim.casualties for _, figure in entry.figures]
    figures += [part.figure for entry in claim.casualties for part in entry.including]
    return frozenset((figure.low, figure.high) for figure in figures)


def _figures_of(claim: Claim) -> set[tuple[str, int | None]]:
    return {(outcome, figure.low) for entry in claim.casualties for outcome, figure in entry.figures}
