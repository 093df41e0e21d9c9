"""``make suggest``: what the words of a report say, as marks and entries that its author would else type.

``suggest`` reads and proposes; ``Suggestions.apply`` writes. What an author wrote is never changed, only added to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports import Problem
from reports.checks import check_translation
from reports.edtf import EdtfDate
from reports.messages import Message
from reports.messages import suggestions as messages
from reports.problems import Problems
from words import Name

from .entries import Ids
from .new_marks import NewMark, fitting, with_marks
from .own_report import OwnReport, read_report
from .record_lines import added, appended, can_add
from .told_claims import Claims, values_of
from .told_events import Events, Told
from .translated import Meaning, Translation, Wanted, wanted_in_translation
from .unknown_names import UnknownName, latin_id, stub, unknown_names
from .unmarked_dates import dates_in
from .unmarked_names import names_in
from .written_files import write_all


@dataclass
class Suggestions:
    """What is proposed for a report: ``told`` line by line, and the ``files`` as they would be."""

    told: list[Problem] = field(default_factory=list)
    files: dict[Path, str] = field(default_factory=dict)

    def apply(self) -> list[Path]:
        """Write the files: all of them, or none. Returns those that were written."""
        write_all(self.files)
        return list(self.files)


def suggest(content: Path, slug: str) -> Suggestions:
    """Propose marks and entries for a report. Raises ``ContentErrors`` where it cannot be read."""
    return _Proposing(content, read_report(content, slug)).suggestions()


class _Proposing:
    """One report gone through once."""

    def __init__(self, content: Path, own: OwnReport) -> None:
        self.content, self.own = content, own
        self.found = Suggestions()
        taken = [*own.registry, *own.record.events, *own.record.claims, *own.record.documents]
        self.ids = Ids(taken)
        self.named = {lang: list(names_in(own, lang)) for lang in own.texts}
        self.all_names = {lang: _all_names(own, lang) for lang in own.texts}
        dates = list(dates_in(own, "ar"))
        told = Told(self.all_names["ar"], _all_dates(own, dates), _marked_events(own))
        self.events = Events(own, told, self.ids)
        self.can_write = {key: can_add(own.file.path.read_text("utf-8"), key) for key in ("events", "claims")}
        claims = Claims(own, told, self.events, self.ids)
        self.claims = list(claims.read()) if all(self.can_write.values()) else []
        self.unasserted = claims.unasserted
        self.wanted = self._wanted(dates)

    def _wanted(self, dates: Iterable[NewMark]) -> list[NewMark]:
        """The marks of the Arabic text that fit beside one another: names and dates, then events, then claims."""
        looked = self.own.looked["ar"]
        names = [named.mark for named in self.named["ar"] if len(named.ids) == 1]
        found: dict[int, list[NewMark]] = defaultdict(list)
        for mark in fitting(looked, [*names, *dates]):
            found[mark.block].append(mark)
        for mark in (*self.events.marks.values(), *(claim.mark for claim in self.claims)):
            here = found[mark.block]
            found[mark.block] = fitting(looked, [*here, _widened(mark, here)])
        return [mark for block in sorted(found) for mark in found[block]]

    def suggestions(self) -> Suggestions:
        """All of it, listed and ready to be written."""
        texts, marks = self._texts()
        for lang, some in marks.items():
            for mark in some:
                words = self.own.texts[lang].blocks[mark.block - 1].text[mark.start : mark.end]
                self._tell(lang, mark, messages.MARK(words=words, braces=mark.braces, why=mark.why))
        self._tell_of_what_is_open(marks)
        self._keep(self.own.file.path, self._record({id for mark in marks["ar"] for id in mark.ids}))
        for lang, text in texts.items():
            self._keep(self.own.written[lang].path, text)
        self._stubs()
        self.found.told.sort()
        return self.found

    def _texts(self) -> tuple[dict[str, str], dict[str, list[NewMark]]]:
        """The texts with the marks that can stand there. Where the two lined up, they still do."""
        own, looked = self.own, self.own.looked
        wanted = list(self.wanted)
        while True:
            pairs = self._pairs(wanted)
            texts, kept = {}, {}
            texts["ar"], kept["ar"] = with_marks(looked["ar"], wanted)
            if own.lines_up:
                english = fitting(looked["en"], [mark for mark in pairs.values() if mark])
                texts["en"], kept["en"] = with_marks(looked["en"], english)
            stays = [mark for mark in wanted if mark in kept["ar"] and self._is_borne(mark, kept["ar"])]
            if own.lines_up and self._must_line_up:
                stays = [mark for mark in stays if pairs.get(mark) in kept["en"]]
            if len(stays) == len(wanted):
                self.pairs = pairs
                return texts, kept
            wanted = stays

    def _is_borne(self, mark: NewMark, kept: list[NewMark]) -> bool:
        """Whether the event that a new claim is about is marked too."""
        marked = {id for one in kept for id in one.ids}
        claims = (told.claim for told in self.claims if told.claim and told.claim.id in mark.ids)
        return all(claim.about not in self.events.new or claim.about in marked for claim in claims)

    def _pairs(self, wanted: list[NewMark]) -> dict[NewMark | Wanted, NewMark | None]:
        """The English mark for each Arabic one that is new, and for those that only the Arabic text has."""
        if not self.own.lines_up:
            return {}
        translation = Translation(self.own, self._meaning())
        return {
            one.new or one: translation.of(one)
            for one in sorted(wanted_in_translation(self.own, wanted), key=self._is_of_event)
        }

    def _is_of_event(self, wanted: Wanted) -> bool:
        """Events are looked for when claims have their words: an event that nothing names is told in a claim's."""
        return any(id in self.own.record.events or id in self.events.new for id in wanted.ids)

    def _meaning(self) -> Meaning:
        record = self.own.record
        types = {id: event.types[0] if event.types else "" for id, event in record.events.items()}
        types |= {id: event.type for id, event in self.events.new.items()}
        values = {id: values_of(claim) for id, claim in record.claims.items()}
        values |= {told.mark.ids[0]: told.saying.values for told in self.claims}
        about = {id: claim.about[0] for id, claim in record.claims.items() if claim.about}
        about |= {told.claim.id: told.claim.about for told in self.claims if told.claim}
        return Meaning(types, values, about)

    @property
    def _must_line_up(self) -> bool:
        """Whether the two texts have the same marks now, so that they should have the same later."""
        problems = Problems()
        check_translation(self.own.texts["ar"], self.own.texts["en"], problems)
        return not any(True for _ in problems)

    def _record(self, marked: set[str]) -> str:
        """The record with the events and claims whose words are marked."""
        text = self.own.file.path.read_text("utf-8")
        events = [event.lines for id, event in self.events.new.items() if id in marked]
        claims = [told.claim.lines for told in self.claims if told.claim and told.claim.id in marked]
        return added(added(text, "events", events), "claims", claims)

    def _keep(self, path: Path, text: str) -> None:
        if path.read_text("utf-8") != text:
            self.found.files[path] = text

    def _tell_of_what_is_open(self, marks: Mapping[str, list[NewMark]]) -> None:
        """What an author has to decide: names of several entries, and marks that only one language would have."""
        own = self.own
        for lang, some in self.named.items():
            for named in some:
                if len(named.ids) > 1:
                    self._tell(lang, named.mark, messages.AMBIGUOUS(words=self._words(lang, named.mark), ids=named.ids))
        for saying in self.unasserted:
            text = own.texts["ar"].blocks[saying.block - 1].text
            word = text[slice(*saying.unasserted)] if saying.unasserted else ""
            said = messages.UNASSERTED(words=text[saying.start : saying.end], word=word)
            place = own.looked["ar"].place(saying.block, saying.start)
            self.found.told.append(Problem(own.texts["ar"].path, *place, said, "open"))
        for key, can in self.can_write.items():
            if not can:
                self.found.told.append(Problem(own.file.path, 1, 1, messages.RECORD_IN_ONE_LINE(key=key), "open"))
        if len(own.texts) < 2:
            return
        if not own.lines_up:
            path = own.texts["en"].path
            self.found.told.append(Problem(path, 1, 1, messages.OTHER_BLOCKS(), "open"))
            return
        for mark in self.wanted:
            if mark not in marks["ar"]:
                said = messages.NOT_IN_TRANSLATION(
                    words=self._words("ar", mark), braces=mark.braces, file=Path(own.texts["en"].path.name)
                )
                self._tell("ar", mark, said)
            elif self.pairs.get(mark) not in marks["en"]:
                block = own.texts["en"].blocks[mark.block - 1]
                said = messages.NOT_TRANSLATED(braces=mark.braces)
                self.found.told.append(Problem(own.texts["en"].path, block.line, 1, said, "open"))

    def _stubs(self) -> None:
        """Entries for names that no entry has: whole where both texts name them, else as comments."""
        names = {lang: list(unknown_names(self.own.looked[lang], self.all_names[lang])) for lang in self.own.texts}
        english = names.get("en", []) if self.own.lines_up else []
        done: set[str] = set()
        for name in names["ar"]:
            other = next((one for one in english if (one.block, one.file) == (name.block, name.file)), None)
            if other:
                english.remove(other)
            self._stub(name, other, done)

    def _stub(self, name: UnknownName, other: UnknownName | None, done: set[str]) -> None:
        path = self.content / "registry" / f"{name.file}.yaml"
        there = self.found.files.get(path) or (path.read_text("utf-8") if path.exists() else "")
        if name.words in done or f"ar: {name.words}," in there:
            return
        done.add(name.words)
        id = latin_id(other.words, self.own.registry) if other else ""
        lines = stub(name, self.ids.free(id) if id else "", name.words, other.words if other else "")
        self.found.files[path] = appended(there, [lines])
        line, column = self.own.looked["ar"].place(name.block, name.start)
        entry = " ".join(line.strip("# ") for line in lines)
        said = messages.UNKNOWN_NAME(words=name.words, before=name.before, file=Path(path.name), entry=entry)
        self.found.told.append(Problem(self.own.texts["ar"].path, line, column, said, "open"))

    def _words(self, lang: str, mark: NewMark) -> str:
        return self.own.texts[lang].blocks[mark.block - 1].text[mark.start : mark.end]

    def _tell(self, lang: str, mark: NewMark, said: Message) -> None:
        place = self.own.looked[lang].place(mark.block, mark.start)
        self.found.told.append(Problem(self.own.texts[lang].path, *place, said, "suggestion"))


def _all_names(own: OwnReport, lang: str) -> dict[int, list[Name]]:
    """The names of a text, marked or not, by block."""
    return {block.number: list(own.names.of(lang).find(reading)) for block, reading in own.looked[lang].readings}


def _all_dates(own: OwnReport, new: Iterable[NewMark]) -> dict[int, list[tuple[int, int, EdtfDate]]]:
    """The dates of the Arabic text, marked or not, by block."""
    found: dict[int, list[tuple[int, int, EdtfDate]]] = {}
    for mark in own.texts["ar"].marks:
        if mark.when:
            found.setdefault(mark.block, []).append((mark.start, mark.start + len(mark.words), mark.when))
    for date in new:
        if date.when:
            found.setdefault(date.block, []).append((date.start, date.end, date.when))
    return {block: sorted(some, key=lambda one: one[:2]) for block, some in found.items()}


def _marked_events(own: OwnReport) -> dict[int, list[tuple[int, int, str]]]:
    """Where in the Arabic text the events of the record are marked, by block."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for mark in own.texts["ar"].marks:
        for id in mark.ids:
            if id in own.record.events:
                found.setdefault(mark.block, []).append((mark.start, mark.start + len(mark.words), id))
    return found


def _widened(mark: NewMark, others: Iterable[NewMark]) -> NewMark:
    """A mark that holds all of those that it crosses."""
    start, end = mark.start, mark.end
    for other in others:
        if other.block == mark.block and other.crosses(start, end):
            start, end = min(start, other.start), max(end, other.end)
    return NewMark(mark.block, start, end, mark.ids, mark.why, mark.when)
