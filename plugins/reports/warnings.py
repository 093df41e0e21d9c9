"""What is not wrong by the format and yet worth a second look before publishing.

Warnings never stop a build. They speak of words in the text, so they leave redacted words alone: a warning must
not print what the page must not show.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from . import messages
from .edtf import EdtfDate
from .hints import check_secrets
from .model import BAR, Claim, Mark, Registry, Report, Text
from .numbers import numbers_in
from .problems import Problems
from .record import RecordFile

_DIACRITICS = re.compile("[\u064b-\u0652\u0670\u0640]")
_AR_DAYS = (
    ("الاثنين", "الإثنين", "اثنين", "إثنين"), ("الثلاثاء", "ثلاثاء"), ("الأربعاء", "الاربعاء", "أربعاء"),
    ("الخميس", "خميس"), ("الجمعة", "جمعة"), ("السبت", "سبت"), ("الأحد", "الاحد"),
)  # fmt: skip
_EN_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = (
    messages.MONDAY, messages.TUESDAY, messages.WEDNESDAY, messages.THURSDAY, messages.FRIDAY, messages.SATURDAY,
    messages.SUNDAY,
)  # fmt: skip
_WEEKDAYS = {word: day for day, words in enumerate(_AR_DAYS) for word in words}
_WEEKDAYS |= {word[:size]: day for day, word in enumerate(_EN_DAYS) for size in (3, len(word))}
_WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}


def _shown(text: Text) -> Text:
    """The text with a bar as long as they are for redacted words, also where other marks hold them."""
    if not any(mark.redacted for mark in text.marks):
        return text
    words = {block.number: list(block.text) for block in text.blocks}
    for mark in text.marks:
        if mark.redacted:
            words[mark.block][mark.start : mark.start + len(mark.words)] = BAR[0] * len(mark.words)
    shown = {number: "".join(characters) for number, characters in words.items()}
    return replace(
        text,
        blocks=tuple(replace(block, text=shown[block.number]) for block in text.blocks),
        marks=tuple(
            replace(mark, words=shown[mark.block][mark.start : mark.start + len(mark.words)]) for mark in text.marks
        ),
    )


def warn_of_weekdays(text: Text, problems: Problems) -> None:
    """A weekday in the marked words that is not the weekday of the mark's date."""
    for mark in text.marks:
        day = mark.when.exact_day if mark.when else None
        if day is None:
            continue
        for word in re.findall(r"[^\W\d_]+", _DIACRITICS.sub("", mark.words.lower())):
            bare = word[1:] if word[:1] in "وفبل" and word[1:] in _WEEKDAYS else word
            named = _WEEKDAYS.get(bare)
            if named is not None and named != day.weekday():
                problems.warning(
                    text.path, mark.line, mark.column,
                    messages.WEEKDAY(word=word, date=str(mark.when), day=_NAMES[day.weekday()]()),
                )  # fmt: skip


def warn_of_late_events(file: RecordFile, problems: Problems) -> None:
    """An event that begins after the report was published."""
    if file.record is None or file.record.published.latest is None:
        return
    for id, event in file.record.events.items():
        if event.when and event.when.earliest and event.when.earliest > file.record.published.latest:
            mark = file.events[id].node.start_mark
            problems.warning(
                file.path, mark.line + 1, mark.column + 1,
                messages.LATE_EVENT(id=id, date=str(event.when), published=str(file.record.published)),
            )  # fmt: skip


def warn_of_figures(text: Text, claims: Mapping[str, Claim], problems: Problems) -> None:
    """A figure in a claim's marked words that no figure of the claim has; ``claims`` are by id as it is marked."""
    within: dict[int, list[Mark]] = defaultdict(list)
    for inner in text.marks:
        if inner.when or any(id in claims for id in inner.ids):
            for outer in inner.inside:
                within[outer].append(inner)
    for mark in text.marks:
        for id in mark.ids:
            claim = claims.get(id)
            if claim is None or not claim.casualties:
                continue
            known = _known_numbers(claim)
            for number, word in numbers_in(_own_words(mark, within[mark.number]), text.lang):
                if number not in known:
                    problems.warning(
                        text.path, mark.line, mark.column,
                        messages.OTHER_FIGURE(id=id, word=word),
                    )  # fmt: skip


def _known_numbers(claim: Claim) -> set[int | None]:
    known: set[int | None] = set()
    for entry in claim.casualties:
        for figure in [figure for _, figure in entry.figures] + [part.figure for part in entry.including]:
            known |= {figure.low, figure.high}
        if entry.period:
            known |= _numbers_of(entry.period)
    if claim.as_of:
        known |= _numbers_of(claim.as_of)
    return known


def _numbers_of(date: EdtfDate) -> set[int | None]:
    """The years and days of a date, as they may stand beside a figure."""
    moments = (moment for moment in (date.start, date.end) if moment)
    return {number for moment in moments for number in (moment.earliest.year, moment.day)}


def _own_words(mark: Mark, within: Iterable[Mark]) -> str:
    """The words of a claim's mark without those of the dates and of the other claims ``within`` it."""
    characters = list(mark.words)
    for inner in within:
        at = inner.start - mark.start
        characters[at : at + len(inner.words)] = " " * len(inner.words)
    return "".join(characters)


def warn_of_unmarked_names(text: Text, names: RegistryNames, problems: Problems) -> None:
    """A registry name that stands in the text outside a mark of its entry; one warning an entry."""
    registry, of_language = names.registry, names.of(text.lang)
    by_block: dict[int, list[Mark]] = defaultdict(list)
    for mark in text.marks:
        by_block[mark.block].append(mark)
    found: dict[str, list[int]] = {}
    spelled: dict[str, str] = {}
    for block in text.blocks:
        if block.kind == "image":  # what it shows is told in words that cannot be marked
            continue
        marks = by_block[block.number]
        starts = [mark.start for mark in marks]
        for begin, end, ids in _names_in(block.text, of_language, text.lang):
            around = _around(begin, end, marks, starts, text)
            if any(id in registry for mark in around for id in mark.ids):
                continue
            found.setdefault(ids[0], []).append(block.line)
            spelled.setdefault(ids[0], block.text[begin:end])
    for id, lines in found.items():
        often = messages.HERE_AND_OFTEN(more=len(lines) - 1)
        where = {1: messages.HERE(), 2: messages.HERE_AND_ONCE()}.get(len(lines), often)
        problems.warning(text.path, lines[0], 1, messages.UNMARKED_NAME(name=spelled[id], id=id, where=where))


def _around(begin: int, end: int, marks: list[Mark], starts: list[int], text: Text) -> Iterator[Mark]:
    """The marks of a block, in their order, that hold all from ``begin`` to ``end``: the last that begins before, or
    those that it stands in."""
    last = bisect_right(starts, begin) - 1
    if last >= 0:
        for mark in (marks[last], *(text.marks[outer] for outer in marks[last].inside)):
            if end <= mark.start + len(mark.words):
                yield mark


def _folded(name: str, lang: str) -> str:
    return re.sub(r"\s+", " ", _DIACRITICS.sub("", name) if lang == "ar" else name)


#: The pattern of each name of the registry with the ids of its entries, the longest first, by its first word.
Names = dict[str, list[tuple[str, list[str]]]]
#: Arabic writes "and", "in", "for" and "like" as one letter before the name.
_JOINED = {"ar": re.compile("[وف]?[بلك]?"), "en": re.compile("")}
_FIRST = re.compile(r"\w+")


class RegistryNames:
    """The names of a registry, to be looked for in texts: it is gone through once for each language."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._of: dict[str, Names] = {}

    def of(self, lang: str) -> Names:
        """The names in a language."""
        if lang not in self._of:
            self._of[lang] = _names(self.registry, lang)
        return self._of[lang]


def _names(registry: Registry, lang: str) -> Names:
    owners: dict[str, list[str]] = {}
    for id in registry:
        entry = registry[id]
        for name in (entry.name[lang], *entry.aliases.get(lang, ())):
            if name and len(name) > 2:
                owners.setdefault(_folded(name, lang), []).append(id)
    found: Names = defaultdict(list)
    for name in sorted(owners, key=len, reverse=True):
        if first := _FIRST.match(name):
            pattern = re.escape(name).replace(r"\ ", r"\s+")
            found[first[0]].append((pattern, owners[name]))
    return found


@lru_cache(maxsize=65_536)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern}(?!\w)")


def _names_in(text: str, names: Names, lang: str) -> Iterator[tuple[int, int, list[str]]]:
    """The names in a text, from the left and the longest first: from where, up to where, and the ids."""
    at = 0
    for word in _FIRST.finditer(text):
        joined = _JOINED[lang].match(word[0])
        for skipped in range(joined.end() if joined else 0, -1, -1):
            begin = word.start() + skipped
            if begin < at or not _JOINED[lang].fullmatch(word[0], 0, skipped):
                continue
            named = ((_compiled(pattern).match(text, begin), ids) for pattern, ids in names.get(word[0][skipped:], ()))
            match, ids = next(((match, ids) for match, ids in named if match), (None, []))
            if match:
                yield begin, match.end(), ids
                at = match.end()
                break


def warn_of_report(report: Report, file: RecordFile, names: RegistryNames, problems: Problems) -> None:
    """All warnings of one report."""
    warn_of_late_events(file, problems)
    check_secrets(report, names.registry, problems)
    for text in (_shown(text) for text in (report.ar, report.en) if text is not None):
        warn_of_weekdays(text, problems)
        warn_of_figures(text, report.record.claims, problems)
        warn_of_unmarked_names(text, names, problems)


def warn_of_dossier(texts: Iterable[Text], claims: Mapping[str, Claim], problems: Problems) -> None:
    """All warnings of a dossier's texts, whose names need no marks; ``claims`` are those of reports, by ``slug/id``."""
    for text in map(_shown, texts):
        warn_of_weekdays(text, problems)
        warn_of_figures(text, claims, problems)
