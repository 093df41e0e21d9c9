"""Annotations as a report: marks in its text, events and claims in its record, stubs for the registry.

Nothing is guessed: what a tool does not say stays empty, for an author to fill in, and what a report has no place for
is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from reports import ContentErrors, Problem, messages
from reports.edtf import DateError, parse_date
from reports.figure_notation import FigureError, parse_figure
from reports.messages import Message, Refused
from reports.model import EVENT_TYPES, OUTCOMES, QUOTES, STANCES, WHO, Registry
from reports.registry import ID, RESERVED
from words import Reading

from ..bounded import refused
from .annotated import Annotated, Annotation, Relation, Stretch
from .entries import Entries
from .labels import (
    ABOUT,
    ACTOR,
    ACTORS,
    BY,
    CLAIM,
    DATE,
    DENIES,
    EVENT,
    KINDS_OF,
    NOTHING,
    PLACE,
    REDACTED,
    SIC,
    SOURCE,
    UPDATES,
    VIA,
    WHERE,
    Labels,
)
from .nesting import Mark, nested
from .offsets import whole_letters
from .redactions import Hidden

#: What stands for a value that an author must fill in: no date, so that `make check` says where.
FILL_IN = "?"
#: What holds of a claim that says nothing of it.
_DEFAULTS = ("asserts", "indirect")
#: Of a claim or an event each role takes these.
_TAKES: Mapping[tuple[str, str], tuple[str, ...]] = {
    (CLAIM, BY): (SOURCE, ACTOR),
    (CLAIM, VIA): (SOURCE, ACTOR),
    (CLAIM, ABOUT): (EVENT,),
    (CLAIM, DENIES): (CLAIM,),
    (CLAIM, UPDATES): (CLAIM,),
    (EVENT, WHERE): (PLACE,),
    (EVENT, ACTORS): (ACTOR,),
}


#: An annotation, the label by which it means something and what that is, and where its words stand.
_Meant = tuple[Annotation, tuple[str, str] | None, list[Stretch]]


@dataclass(slots=True)
class Draft:
    """What is made of a text: marks, events and claims with what is known of each, and how much came in."""

    marks: list[Mark] = field(default_factory=list)
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    claims: dict[str, dict[str, Any]] = field(default_factory=dict)
    carried: int = 0
    related: int = 0


def draft(found: Annotated, blocks: list[Stretch], labels: Labels, entries: Entries) -> Draft:
    """Make the marks and the record of a text; what is not carried over is told in ``found``."""
    return _Drafting(found, blocks, labels, entries).run()


class _Drafting:
    def __init__(self, found: Annotated, blocks: list[Stretch], labels: Labels, entries: Entries) -> None:
        self.found, self.blocks, self.labels, self.entries = found, blocks, labels, entries
        self.draft = Draft()
        #: What each annotation is, and the id of what it names.
        self.named: dict[str, tuple[str, str]] = {}
        self.counts: Counter[str] = Counter()
        self.published = _day(found.published)

    def run(self) -> Draft:
        found, made = self.found, self.draft
        marks: list[Mark] = []
        nothing: dict[str, list[Annotation]] = defaultdict(list)
        meanings = [
            (one, self.labels.meaning(one), whole_letters(found.text, one.stretches)) for one in _in_order(found)
        ]
        self._refuse_doubtful(meanings)
        redacted = [part for _, meant, stretches in meanings if meant and meant[1] == REDACTED for part in stretches]
        hidden = Hidden(found.file, found.text, redacted)
        found.says = hidden.says
        for annotation, meant, stretches in meanings:
            if not stretches:
                self._tell_lost(annotation, meant)
            elif meant is None or meant[1] == NOTHING:
                nothing[annotation.labels[0] if annotation.labels else "?"].append(annotation)
            elif meant[1] != REDACTED and self._is_hidden(annotation, meant[1], stretches, hidden):
                found.tell(messages.REDACTED_LEFT_OUT(item=annotation.item, label=meant[0]), annotation.line)
            elif (mark := self._mark(annotation, *meant, stretches)) is not None:
                pieces = [_at(mark, start, end) for start, end in stretches]
                marks += pieces
                made.carried += 1
                if len(pieces) > 1:
                    found.tell(messages.MARKED_IN_PIECES(item=annotation.item, count=len(pieces)), annotation.line)
        for label, ones in nothing.items():
            found.tell(messages.LABEL_NOT_CARRIED(label=label, count=len(ones), item=ones[0].item), ones[0].line)
        for relation in found.relations:
            self._relate(relation)
        made.marks, cut, deep = nested(found.text, marks, self.blocks)
        if cut:
            found.tell(messages.MARKS_CUT(count=cut))
        for mark in deep:
            if RESERVED in mark.ids:
                raise refused(found.file, messages.REDACTION_TOO_DEEP())
            found.tell(messages.MARK_TOO_DEEP(words=found.text[mark.start : mark.end][:60]))
        return made

    def _refuse_doubtful(self, meanings: list[_Meant]) -> None:
        """Raise ``ContentErrors`` with all words that may have been meant to be redacted, and all that are to be and do
        not stand where it says: they may stand elsewhere. Nothing is made of any before."""
        told: list[tuple[int, Message]] = []
        for one, meant, stretches in meanings:
            if (said := self.labels.unsure(one)) is not None:
                told.append((one.line, messages.REDACTION_UNSURE(item=one.item, word=said)))
            elif meant and meant[1] == REDACTED and not stretches:
                told.append((one.line, messages.REDACTION_LOST(item=one.item)))
        if told:
            raise ContentErrors(Problem(self.found.file, line, 1, what) for line, what in told)

    def _tell_lost(self, one: Annotation, meant: tuple[str, str] | None) -> None:
        """Tell that an annotation has no label, or that its words are not there."""
        label = meant[0] if meant else next(iter(one.labels), None)
        if label is None:
            self.found.tell(messages.NO_LABEL(item=one.item), one.line)
        else:
            self.found.tell(messages.WORDS_NOT_FOUND(item=one.item, label=label), one.line)

    def _is_hidden(self, one: Annotation, meaning: str, stretches: list[Stretch], hidden: Hidden) -> bool:
        """Whether nothing may be made of an annotation: its words are redacted, or a new entry would say what is."""
        if meaning in (EVENT, CLAIM):
            return hidden.hold(stretches)
        words = self._words(stretches)
        is_new = meaning in KINDS_OF and self.entries.there(one, words, meaning) is None
        return hidden.touch(stretches) or (is_new and hidden.says(words))

    def _words(self, stretches: list[Stretch]) -> str:
        """The words of some stretches, with one blank between them."""
        return " ".join(" ".join(self.found.text[start:end] for start, end in stretches).split())

    def _mark(self, one: Annotation, label: str, meaning: str, stretches: list[Stretch]) -> Mark | None:
        """The mark of an annotation, wherever it stands, or ``None`` where that cannot be one."""
        words = self._words(stretches)
        if meaning in KINDS_OF:
            return Mark(0, 0, (self._entry(one, label, meaning, words),))
        if meaning == REDACTED:
            return Mark(0, 0, (RESERVED,))
        values, bare = self._values(one)
        if meaning == DATE:
            return Mark(0, 0, when=self._date(one, values, bare, words))
        if meaning == SIC:
            said = values.get("sic") or " ".join(bare)
            if not said.strip():
                self.found.tell(messages.SIC_WITHOUT_WORDS(item=one.item), one.line)
                return None
            return Mark(0, 0, sic=" ".join(said.split()))
        id = self._own_id(one, values, bare, meaning)
        self.named[one.item] = meaning, id
        (self._event if meaning == EVENT else self._claim)(one, id, values)
        return Mark(0, 0, (id,), long=True)

    def _entry(self, one: Annotation, label: str, meaning: str, words: str) -> str:
        id, others = self.entries.named(one, words, meaning, self.labels.kind(label))
        if others:
            self.found.tell(messages.SEVERAL_OF_NAME(item=one.item, words=words, id=id, others=others), one.line)
        for name, value in one.values.items():
            if value not in one.labels:
                self.found.tell(messages.VALUE_NOT_CARRIED(item=one.item, name=name, value=value), one.line)
        self.named[one.item] = self.entries.meaning(id) or meaning, id
        return id

    def _values(self, one: Annotation) -> tuple[dict[str, str], list[str]]:
        """The values of an annotation by what they say, and its notes; what says nothing is told."""
        pairs = list(one.values.items())
        bare = []
        for note in one.notes:
            parts = [part.partition("=") for part in note.split(";")]
            if all(sign and name.strip() for name, sign, _ in parts):
                pairs += [(name.strip(), value.strip()) for name, _, value in parts]
            else:
                bare.append(note.strip())
        values: dict[str, str] = {}
        for name, value in pairs:
            meaning = self.labels.value(name)
            if meaning is None or meaning in values:
                if value not in one.labels:
                    self.found.tell(messages.VALUE_NOT_CARRIED(item=one.item, name=name, value=value), one.line)
            else:
                values[meaning] = value.strip()
        return values, bare

    def _date(self, one: Annotation, values: dict[str, str], bare: list[str], words: str) -> str:
        """The date of a mark: what the tool says, else what the words do; else what asks an author for it."""
        for said in (values.pop("when", None), *bare):
            if said and self._is(one, "when", said, parse_date):
                return said
        found = Reading(words, "ar").dates
        span = found[0].span(self.published) if len(found) == 1 else None
        if span and not found[0].time:
            said = _edtf(*span)
            self.found.tell(messages.DATE_READ(item=one.item, words=words, date=said), one.line)
            return said
        self.found.tell(messages.DATE_UNKNOWN(item=one.item, words=words), one.line)
        return FILL_IN

    def _is(self, one: Annotation, name: str, said: str, parse: Callable[[str], object]) -> bool:
        try:
            parse(said)
            return True
        except (DateError, FigureError, Refused):
            self.found.tell(messages.VALUE_NOT_CARRIED(item=one.item, name=name, value=said), one.line)
            return False

    def _own_id(self, one: Annotation, values: dict[str, str], bare: list[str], meaning: str) -> str:
        """The id of an event or a claim: the tool's where it is one, else its kind with a number."""
        own = self.draft.events if meaning == EVENT else self.draft.claims
        given = [values.pop("id", ""), *(said.rpartition("/")[2].rpartition("#")[2] for said in one.ids), *bare]
        for id in given:
            id = id.strip()
            if not ID.fullmatch(id) or id == RESERVED:
                if id:
                    self.found.tell(messages.NOTE_NOT_CARRIED(item=one.item, note=id), one.line)
            elif id in own or id not in self.entries.taken:
                self.entries.taken.add(id)
                return id
            else:
                self.found.tell(messages.ID_TAKEN(item=one.item, id=id), one.line)
        while True:
            self.counts[meaning] += 1
            id = f"{meaning}-{self.counts[meaning]}"
            if id not in self.entries.taken:
                self.entries.taken.add(id)
                return id

    def _event(self, one: Annotation, id: str, values: dict[str, str]) -> None:
        event = self.draft.events.setdefault(id, {"type": None, "when": None})
        for key, said in values.items():
            if key == "type" and said in EVENT_TYPES and event["type"] in (None, said):
                event["type"] = said
            elif key == "when" and event["when"] in (None, said):
                if self._is(one, key, said, parse_date):
                    event["when"] = said
            else:
                self.found.tell(messages.VALUE_NOT_CARRIED(item=one.item, name=key, value=said), one.line)

    def _claim(self, one: Annotation, id: str, values: dict[str, str]) -> None:
        claim = self.draft.claims.setdefault(id, {})
        words = {"stance": STANCES, "quote": QUOTES, "who": WHO}
        figures: dict[str, str] = {}
        for key, said in values.items():
            if key in OUTCOMES:
                if self._is(one, key, said, parse_figure):
                    figures[key] = said
            elif said not in words.get(key, ()):
                self.found.tell(messages.VALUE_NOT_CARRIED(item=one.item, name=key, value=said), one.line)
            elif key == "who":
                figures[key] = said
            elif said not in _DEFAULTS:
                claim[key] = said
        if figures.keys() - {"who"}:
            entry = {key: figures[key] for key in (*OUTCOMES, "who") if key in figures}
            claim.setdefault("casualties", [])
            if entry not in claim["casualties"]:
                claim["casualties"].append(entry)

    def _relate(self, relation: Relation) -> None:
        role = self.labels.role(relation.label)
        ends = self.named.get(relation.first), self.named.get(relation.second)
        for first, second in (ends, ends[::-1]):
            if first and second and role and second[0] in _TAKES.get((first[0], role), ()) and first != second:
                own = self.draft.events if first[0] == EVENT else self.draft.claims
                listed = own[first[1]].setdefault(role, [])
                if second[1] not in listed:
                    listed.append(second[1])
                if role == DENIES:
                    own[first[1]]["stance"] = "denies"
                self.draft.related += 1
                return
        what: Message = messages.RELATION_NOT_CARRIED(item=relation.item, label=relation.label)
        self.found.tell(what, relation.line)


def _in_order(found: Annotated) -> list[Annotation]:
    """The annotations of a text in its order, those that stand nowhere first."""
    return sorted(
        found.annotations, key=lambda one: (one.stretches[0][0], -one.stretches[-1][1]) if one.stretches else (-1, 0)
    )


def _at(mark: Mark, start: int, end: int) -> Mark:
    return Mark(start, end, mark.ids, mark.when, mark.sic, mark.long)


def _edtf(first: date, last: date) -> str:
    """A day, a month, a year, or from one day to another."""
    if first == last:
        return first.isoformat()
    behind = last + timedelta(1)
    if first.day == behind.day == 1 and (behind - first).days <= 31:
        return first.isoformat()[:7]
    if (first.month, first.day, behind.month, behind.day, behind.year) == (1, 1, 1, 1, first.year + 1):
        return first.isoformat()[:4]
    return f"{first}/{last}"


def _day(said: str | None) -> date | None:
    try:
        return parse_date(said).exact_day if said else None
    except DateError:
        return None


def taken_ids(registry: Registry) -> set[str]:
    """The ids that nothing new can have."""
    return {*registry, RESERVED}
