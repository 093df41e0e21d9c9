"""Real reports beside the project, as their editors marked them: what a reader of words is measured against.

Their texts are not a part of the project. Where the folder is not there, nothing is measured.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from reports.model import Mark, Registry, Report, Text
from reports.problems import ContentErrors
from reports.reading import Reader
from words import Date, Names, Piece, Reading, casualties_in, outcomes_above
from words.nouns import FAMILIES, PEOPLE

ROOT = Path(__file__).parents[2]
TRIALS = ROOT.parent / "shared/trials"
#: The folders of which each report is measured, and the content of the project.
MEASURED = tuple(TRIALS / name for name in ("field", "aleppo", "zardana", "seed"))
OWN = (ROOT / "content",)


#: What words say of people besides the figures of their claims, by report and claim, as people read it: some of those
#: counted of whom the record says nothing, or two figures that make one of the record's.
SAID_BESIDES = {
    ("2015-07-20-dar-saad-okaz", "raid-losses"): {10},
    ("2015-07-21-eid-toll", "eid-157"): {36},
    ("2015-08-09-sevare", "source-one-toll"): {2},
    ("2015-08-10-baghdad-spa", "ubaydi-found"): {3},
    ("2015-08-10-baghdad-spa", "two-found"): {3},
    ("2022-05-11-sinai", "army-five-dead"): {4},
    ("2016-10-17-marja-and-qaterji", "rescuers-marja-family"): {6},
    ("2016-10-17-marja-and-qaterji", "sohr-qaterji-english"): {7},
    ("2016-10-17-marja-and-qaterji", "sohr-24-hours-english"): {8},
    ("2016-12-22-evacuation-counts", "un-34000"): {1000},
}
#: Figures that no words say: names were counted, "the toll", an officer and four soldiers, two children and their father.
NOT_SAID = {
    ("2015-07-21-eid-toll", "channel-names"): {4},
    ("2015-07-21-eid-toll", "activists-names"): {4},
    ("2015-08-09-sevare", "source-two-toll"): {12},
    ("2022-05-11-sinai", "army-five-dead"): {5},
    ("2016-10-17-marja", "family-hit-by-mine"): {3},
}
#: Names that are everyday words, and are not meant where no mark says so.
EVERYDAY = {"اليوم", "المصدر", "مالي", "الشرق الأوسط", "تقارير", "officials", "media sources", "مصادر إعلاميّة"}


@dataclass
class Score:
    """What was read and right, what was read, what there was to read and was read, and what there was."""

    right: int = 0
    read: int = 0
    found: int = 0
    there: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def take(self, where: str, read: list[tuple[object, bool]], there: list[tuple[object, bool]]) -> None:
        """Take in what was read, each with whether it is right, and what was there, each with whether it was read."""
        self.read += len(read)
        self.right += sum(right for _, right in read)
        self.there += len(there)
        self.found += sum(found for _, found in there)
        self.wrong += [f"{where}: {one}" for one, right in read if not right]
        self.missing += [f"{where}: {one}" for one, found in there if not found]

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.there if self.there else 1.0

    def __str__(self) -> str:
        return "\n".join(
            [f"precision {self.precision:.3f} of {self.read}, recall {self.recall:.3f} of {self.there}"]
            + [f"  wrong   {one}" for one in self.wrong]
            + [f"  missing {one}" for one in self.missing]
        )


@cache
def reports(folders: tuple[Path, ...]) -> tuple[tuple[Registry, Report], ...]:
    """Every report of some folders, with the registry of its folder."""
    found = []
    for folder in folders:
        reader = Reader(folder)
        with suppress(ContentErrors):  # of other things than words
            reader.read()
        found += [(reader._registry, kept.report) for kept in reader._kept.values() if kept.report]
    return tuple(found)


def texts(folders: tuple[Path, ...]) -> Iterator[tuple[Registry, Report, Text]]:
    """Every text of every report."""
    for registry, report in reports(folders):
        for text in (report.ar, report.en):
            if text is not None:
                yield registry, report, text


@cache
def reading(text: str, lang: str) -> Reading:
    return Reading(text, lang)


def blocks(text: Text) -> Iterator[tuple[Reading, list[Mark]]]:
    """The blocks of a text, read, with their marks."""
    for block in text.blocks:
        marks = [mark for mark in text.marks if mark.block == block.number]
        yield reading(block.text, text.lang), marks


def within(start: int, end: int, mark: Mark) -> bool:
    return mark.start <= start and end <= mark.start + len(mark.words)


def own(start: int, end: int, id: str, marks: list[Mark], claims: set[str]) -> bool:
    """Whether a place is in a claim's words, and in none of those of another claim or a name within them."""
    around = [mark for mark in marks if within(start, end, mark) and any(one in claims for one in mark.ids)]
    if not around:
        return False
    nearest = max(around, key=lambda mark: mark.number)
    return id in nearest.ids and not any(mark.when and within(start, end, mark) for mark in marks)


def numbers(folders: tuple[Path, ...]) -> Score:
    """Numbers of people, against the figures of the claims in whose words they stand."""
    score = Score()
    for registry, report, text in texts(folders):
        claims = set(report.record.claims)
        said: dict[str, list[tuple[int, int]]] = {}
        shown: dict[str, list[str]] = {}
        for block, marks in blocks(text):
            names = [mark for mark in marks if any(id in registry for id in mark.ids)]
            for number in block.numbers:
                if number.counts not in (PEOPLE, FAMILIES, "") or any(
                    within(number.start, number.end, name) for name in names
                ):
                    continue
                if number.implied and (number.low == 1 or not (number.noun and number.noun.sure)):
                    continue
                for id in claims:
                    if report.record.claims[id].casualties and own(number.start, number.end, id, marks, claims):
                        said.setdefault(id, []).append(_bounds(number))
                        shown.setdefault(id, []).append(block.text[number.start : number.end])
        for id, claim in report.record.claims.items():
            figures = [figure for entry in claim.casualties for _, figure in entry.figures]
            figures += [part.figure for entry in claim.casualties for part in entry.including]
            counted = {_bounds(figure) for figure in figures if figure.counted}
            besides = {(number, number) for number in SAID_BESIDES.get((report.slug, id), ())}
            unsaid = NOT_SAID.get((report.slug, id), set())
            where = f"{report.slug} {text.lang} {id}"
            read = said.get(id, [])
            score.take(
                where,
                [
                    ((low, high, words), (low, high) in counted | besides)
                    for (low, high), words in zip(read, shown.get(id, []), strict=True)
                ],
                [(one, one in read) for one in counted if one[1] > 1 and one[0] not in unsaid],
            )
    return score


def _bounds(figure: Any) -> tuple[int, int]:
    """The low and high of a number or a figure; tens and dozens are one word in Arabic."""
    if figure.word == "dozens":
        return 10, 10
    return (0 if getattr(figure, "up_to", False) else figure.low), figure.high


def dates(folders: tuple[Path, ...]) -> Score:
    """Dates, against the marks in which they stand."""
    score = Score()
    for _, report, text in texts(folders):
        published = report.record.published.earliest
        claims = report.record.claims
        named: set[date] = set()
        for block, marks in blocks(text):
            for mark in marks:
                if mark.when is None:
                    continue
                around = {id for outer in (mark, *(text.marks[number] for number in mark.inside)) for id in outer.ids}
                said = [claims[id].as_of.earliest for id in around if id in claims and claims[id].as_of]
                happened = [
                    event.when.earliest for event in report.record.events.values() if event.when and event.when.earliest
                ]
                fits = [
                    (
                        block.text[found.start : found.end],
                        any(_fits(found, found.span(day), mark) for day in (published, *said, *happened))
                        or any(
                            found.other and found.last.day is None and _fits(found, found.told_from(day), mark)
                            for day in named
                        ),
                    )
                    for found in block.dates
                    if found.start < mark.start + len(mark.words) and mark.start < found.end and not found.time
                ]
                named |= {day for day in (mark.when.earliest, mark.when.latest) if day}
                score.take(
                    f"{report.slug} {text.lang} {mark.when}", fits, [(mark.words, any(right for _, right in fits))]
                )
    return score


def _fits(found: Date, span: tuple[date, date] | None, mark: Mark) -> bool:
    """Whether a date is that of a mark: the same day, of which nobody has to say the year, or one of a night or of what an
    uncertain calendar leaves open; of longer times one within the other."""
    when = mark.when
    if when is None or span is None:
        return False
    if when.exact_day and found.first.year is None and found.last.day and not found.distance:
        return (found.last.month, found.last.day) == (when.exact_day.month, when.exact_day.day)
    if when.exact_day and found.weekday is not None and found.last.day is None and not found.distance:
        return found.weekday == when.exact_day.weekday()
    low, high = when.earliest or span[0], when.latest or span[1]
    slack = timedelta(2 if found.islamic else 0)
    if when.exact_day:
        return span[0] - slack <= low <= span[1] + slack and span[1] - span[0] <= timedelta(1)
    return (low <= span[0] and span[1] <= high) or (span[0] <= low and high <= span[1])


_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFC", _MARKS.sub("", name)).lower()
    plain = plain.translate(str.maketrans("أإآىةؤئ", "اااي" + "ه" + "وي")).replace("ء", "")
    return " ".join(re.sub(r"[«»\"“”'’‘`-]", " ", plain).replace("ون ", "ين ").split())


def _is_called(words: str, names: list[str], lang: str) -> bool:
    """Whether words are one of the names, letters that Arabic joins to them left aside; worked out anew here."""
    plain = _plain(words)
    ways = {plain, plain.removeprefix("the ")}
    if lang == "ar":
        ways |= {
            plain[len(joined) :]
            for joined in ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
            if plain.startswith(joined)
        }
        ways |= {"ال" + plain[len(joined) :] for joined in ("لل", "ولل", "فلل") if plain.startswith(joined)}
    known = {_plain(name) for name in names} | {_plain(name).removeprefix("the ") for name in names}
    turned = {re.sub("ون$", "ين", way) for way in ways}
    return bool(turned & {re.sub("ون$", "ين", name) for name in known})


def names(folders: tuple[Path, ...]) -> Score:
    """Names of the registry, against the marks of their entries.

    A name without a mark is right where its entry is marked elsewhere in the report, and neither right nor wrong where it
    is not; an everyday word, and a part of a longer name that is marked, are wrong."""
    score = Score()
    for registry, report, text in texts(folders):
        called = {id: [registry[id].name[text.lang], *registry[id].aliases.get(text.lang, ())] for id in registry}
        looked_for = Names(called.items(), text.lang)
        marked = {id for mark in text.marks for id in mark.ids if id in registry}
        for block, marks in blocks(text):
            found = list(looked_for.find(block))
            of_registry = [mark for mark in marks if any(id in registry for id in mark.ids)]
            read = []
            for name in found:
                touching = [
                    mark for mark in of_registry if name.start < mark.start + len(mark.words) and mark.start < name.end
                ]
                ids = {id for mark in touching for id in mark.ids}
                words = block.text[name.start : name.end]
                longer = [
                    mark for mark in touching if within(name.start, name.end, mark) and len(mark.words) > len(words)
                ]
                if ids & set(name.ids):
                    right = True
                elif words in EVERYDAY or (touching and not longer):
                    right = False
                elif not touching and not marked & set(name.ids):
                    continue
                else:
                    right = not any(
                        _is_called(mark.words, called[id], text.lang)
                        for mark in longer
                        for id in mark.ids
                        if id in called
                    )
                read.append((f"{words} {name.ids}", right))
            there = []
            for mark in of_registry:
                for id in mark.ids:
                    if id in registry and _is_called(mark.words, called[id], text.lang):
                        around = {
                            one
                            for other in of_registry
                            if within(mark.start, mark.start + len(mark.words), other)
                            for one in other.ids
                        }
                        hit = any(
                            around & set(name.ids)
                            and name.start < mark.start + len(mark.words)
                            and mark.start < name.end
                            for name in found
                        )
                        there.append((f"{mark.words} {id}", hit))
            score.take(f"{report.slug} {text.lang}", read, there)
    return score


def casualties(folders: tuple[Path, ...]) -> Score:
    """Casualty figures, with their outcome and how they are said, against those of the claims in whose words they stand."""
    score = Score()
    for registry, report, text in texts(folders):
        claims = set(report.record.claims)
        said: dict[str, list[tuple[object, ...]]] = {}
        pieces = [Piece(block.kind, block.line, reading(block.text, text.lang)) for block in text.blocks]
        for (block, marks), above in zip(blocks(text), outcomes_above(pieces), strict=True):
            names = [mark for mark in marks if any(id in registry for id in mark.ids)]
            for one in casualties_in(block, above=above):
                if one.number is None or (one.number.noun and not one.number.noun.sure):
                    continue
                if any(within(one.start, one.end, name) for name in names):
                    continue
                number = one.number
                word = number.word or f"{0 if number.up_to else number.low}-{number.high}"
                read = (one.outcome, word, bool(number.word) or number.open, bool(number.word) or number.approximate)
                for id in claims:
                    if report.record.claims[id].casualties and own(one.start, one.end, id, marks, claims):
                        said.setdefault(id, []).append(read)
        for id, claim in report.record.claims.items():
            counted = [
                (outcome, figure.word or f"{figure.low}-{figure.high}", figure.open, figure.approximate)
                for entry in claim.casualties
                for outcome, figure in entry.figures
                if figure.counted
            ]
            of_some = [
                (
                    outcome,
                    part.figure.word or f"{part.figure.low}-{part.figure.high}",
                    part.figure.open,
                    part.figure.approximate,
                )
                for entry in claim.casualties
                for outcome, _ in entry.figures
                for part in entry.including
                if part.figure.counted
            ]
            besides = {f"{number}-{number}" for number in SAID_BESIDES.get((report.slug, id), ())}
            unsaid = {f"{number}-{number}" for number in NOT_SAID.get((report.slug, id), ())}
            read = said.get(id, [])
            score.take(
                f"{report.slug} {text.lang} {id}",
                [
                    (one, one[1] in besides or any(_same(one, other) for other in counted + of_some))
                    for one in dict.fromkeys(read)
                ],
                [
                    (one, any(_same(other, one) for other in read))
                    for one in dict.fromkeys(counted)
                    if one[1] not in unsaid
                ],
            )
    return score


def _same(read: tuple[object, ...], recorded: tuple[object, ...]) -> bool:
    outcomes = {read[0], recorded[0]}
    words = {read[1], recorded[1]}
    return (
        (len(outcomes) == 1 or outcomes == {"killed", "died"})
        and (len(words) == 1 or words == {"tens", "dozens"})
        and (read[2:] == recorded[2:])
    )


if __name__ == "__main__":
    for folders in (MEASURED, OWN):
        for kind in (numbers, dates, names, casualties):
            print(kind.__name__, kind(folders))
