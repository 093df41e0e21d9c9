"""The same marks in the translation: for each of the Arabic text, the words that say the same in the same block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.edtf import EdtfDate
from reports.messages import suggestions as messages
from reports.model import Mark

from .event_words import Happening, happenings
from .new_marks import NewMark
from .own_report import OwnReport
from .said_figures import Saying, sayings_in
from .unmarked_dates import dates_in
from .unmarked_names import Named, names_in

_SENTENCE = re.compile(r"[^.!?؟\n]+(?:[.!?؟](?=\S)[^.!?؟\n]+)*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mark that the Arabic text has, or will have as ``new``, and the translation has not."""

    block: int
    start: int
    ids: tuple[str, ...]
    when: EdtfDate | None
    new: NewMark | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What ids stand for: the type of an event, the numbers of a claim, and what a claim is about."""

    types: Mapping[str, str]
    values: Mapping[str, frozenset[tuple[int | None, int | None]]]
    about: Mapping[str, str]


def wanted_in_translation(own: OwnReport, new: Iterable[NewMark]) -> list[Wanted]:
    """The marks of the Arabic text, those that are new among them, that the translation does not have."""
    there = Counter(key for mark in own.texts["en"].marks for key in _keys(mark.block, mark.ids, mark.when))
    found: list[Wanted] = []
    for mark in own.texts["ar"].marks:
        if not mark.redacted:
            found += _missing(mark, there)
    found += [Wanted(mark.block, mark.start, mark.ids, mark.when, mark) for mark in new]
    return sorted(found, key=lambda one: (one.block, one.start))


def _keys(block: int, ids: tuple[str, ...], when: EdtfDate | None) -> list[tuple[int, str]]:
    return [(block, id) for id in ids] + ([(block, f"when={when}")] if when else [])


def _missing(mark: Mark, there: Counter[tuple[int, str]]) -> list[Wanted]:
    """What of a mark the translation does not have; what it has is counted off."""
    ids: list[str] = []
    when = None
    for key in _keys(mark.block, mark.ids, mark.when):
        if there[key]:
            there[key] -= 1
        elif key[1].startswith("when="):
            when = mark.when
        else:
            ids.append(key[1])
    return [Wanted(mark.block, mark.start, tuple(ids), when)] if ids or when else []


class Translation:
    """The words of the English text that have no mark, each to be given away once."""

    def __init__(self, own: OwnReport, meaning: Meaning) -> None:
        self.own, self.meaning = own, meaning
        looked = own.looked["en"]
        self._names: dict[int, list[Named]] = {}
        for named in names_in(own, "en"):
            self._names.setdefault(named.mark.block, []).append(named)
        self._dates: dict[int, list[NewMark]] = {}
        for date in dates_in(own, "en"):
            self._dates.setdefault(date.block, []).append(date)
        self._sayings: dict[int, list[Saying]] = {}
        for saying in sayings_in(looked):
            touching = looked.touching(saying.block, saying.start, saying.end)
            if any(id in own.record.claims for mark in touching for id in mark.ids):
                continue
            self._sayings.setdefault(saying.block, []).append(saying)
        self._happenings: dict[int, list[Happening]] = {
            block.number: list(happenings(reading)) for block, reading in looked.readings
        }
        #: Where in a block the words of a claim are marked.
        self._of_claims: dict[tuple[int, str], tuple[int, int]] = {
            (mark.block, id): (mark.start, mark.start + len(mark.words))
            for mark in own.texts["en"].marks
            for id in mark.ids
        }

    def of(self, wanted: Wanted) -> NewMark | None:
        """The words of the English text that say what an Arabic mark does."""
        if wanted.when:
            return self._date(wanted)
        id = wanted.ids[0]
        if id in self.own.registry:
            return self._name(wanted, id)
        return self._event(wanted, id) if id in self.meaning.types else self._claim(wanted, id)

    def _date(self, wanted: Wanted) -> NewMark | None:
        dates = self._dates.get(wanted.block, [])
        found = next((mark for mark in dates if str(mark.when) == str(wanted.when)), None)
        if found is None:
            return None
        dates.remove(found)
        return NewMark(found.block, found.start, found.end, wanted.ids, messages.MARKED_DATE(), wanted.when)

    def _name(self, wanted: Wanted, id: str) -> NewMark | None:
        names = self._names.get(wanted.block, [])
        found = next((named for named in names if id in named.ids), None)
        if found is None:
            return None
        names.remove(found)
        return NewMark(wanted.block, found.mark.start, found.mark.end, wanted.ids, messages.MARKED_NAME(id=id))

    def _claim(self, wanted: Wanted, id: str) -> NewMark | None:
        values = self.meaning.values.get(id, frozenset())
        sayings = self._sayings.get(wanted.block, [])
        found = max(sayings, key=lambda one: len(one.values & values), default=None)
        if found is not None and found.values & values:
            sayings.remove(found)
            start, end, why = found.start, found.end, messages.SAME_FIGURES(id=id)
        else:
            sentence = self._sentence(wanted)
            if sentence is None:
                return None
            start, end, why = *sentence, messages.SAME_SENTENCE(id=id)
        self._of_claims[wanted.block, id] = start, end
        return NewMark(wanted.block, start, end, wanted.ids, why)

    def _event(self, wanted: Wanted, id: str) -> NewMark | None:
        told = self._happenings.get(wanted.block, [])
        found = next((one for one in told if one.type == self.meaning.types[id]), None)
        if found is not None:
            told.remove(found)
            return NewMark(wanted.block, found.start, found.end, wanted.ids, messages.TOLD_EVENT(type=found.type))
        for claim, about in self.meaning.about.items():
            if about == id and (place := self._of_claims.get((wanted.block, claim))):
                return NewMark(wanted.block, *place, wanted.ids, messages.SAME_SENTENCE(id=id))
        sentence = self._sentence(wanted)
        return NewMark(wanted.block, *sentence, wanted.ids, messages.SAME_SENTENCE(id=id)) if sentence else None

    def _sentence(self, wanted: Wanted) -> tuple[int, int] | None:
        """The sentence that stands where that of the Arabic mark does, if both blocks have as many."""
        first, second = (
            _sentences(self.own.texts[lang].blocks[wanted.block - 1].text) for lang in ("ar", "en")
        )  # fmt: skip
        if len(first) != len(second):
            return None
        return next((other for one, other in zip(first, second, strict=True) if one[0] <= wanted.start < one[1]), None)


def _sentences(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _SENTENCE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            found.append((start, start + len(words)))
    return found
