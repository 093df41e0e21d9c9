"""What the sentences of a text say of people harmed, each with the words that a claim's mark would have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.figure_notation import UNCOUNTED
from reports.warnings import LookedAt
from reports.warnings.figures import KILLED_OR_INJURED, written_as
from words import Casualty, Number, Reading, Speakers, casualties_in, unasserted

#: So many letters can stand between two figures of one claim, and between a figure and the word for what befell people.
_NEAR, _TO_CUE = 25, 60
_SENTENCE_ENDS = re.compile(r"[.!?؟…](?:\s|$)|\n\n")
_QUOTES = {"«": "»", "“": "”", "(": ")"}


@dataclass(frozen=True, slots=True)
class Saying:
    """Figures that stand together, and the words that say them, from ``start`` up to ``end`` of their block.

    ``unasserted`` is where the word stands by which they are denied, or only feared: nobody says here that it was so.
    """

    block: int
    start: int
    end: int
    figures: tuple[Casualty, ...]
    sentence: tuple[int, int]
    speakers: Speakers | None = None
    unasserted: tuple[int, int] | None = None

    @property
    def values(self) -> frozenset[tuple[int, int]]:
        """The numbers that it says, by which it is found in the other language."""
        counted = [figure.number for figure in self.figures if figure.number]
        counted += [part.number for figure in self.figures for part in figure.including]
        return frozenset((10, 10) if number.word == "dozens" else (number.low, number.high) for number in counted)


def sayings_in(looked: LookedAt) -> Iterator[Saying]:
    """What is said of people harmed, but in headings and in what only a column's head says."""
    for block, reading in looked.readings:
        if block.kind == "heading":
            continue
        told = [one for one in casualties_in(reading) if not one.above]
        counted = {one.sentence for one in told if one.number}
        doubts = _doubts(told, reading)
        told = [one for one in told if one.number or _sentence_of(one, counted, reading)]
        last = 0
        for group in _groups(sorted(told, key=lambda one: one.start), reading):
            doubt = doubts.get(group[0].start) or doubts.get(_sentence_of(group[0], counted, reading) or -1)
            saying = _saying(block.number, block.text, reading, group, last, doubt)
            if saying.start < saying.end:
                yield saying
                last = saying.end


def _doubts(told: list[Casualty], reading: Reading) -> dict[object, tuple[int, int]]:
    """The words by which figures are no more than spoken of, by where these begin, and by their sentences."""
    found: dict[object, tuple[int, int]] = {}
    for one in told if reading.lang == "ar" else ():
        if one.number and (doubt := unasserted(reading, one.sentence[0], one.number.first, one.number.last)):
            found[one.start] = found[one.sentence] = doubt
    return found


def _sentence_of(one: Casualty, sentences: set[tuple[int, int]], reading: Reading) -> tuple[int, int] | None:
    """The sentence in which people are told and not counted, if others are counted there."""
    for start, end in sentences:
        first, last = reading.letters.stretch(start, end)
        if first <= one.start < last:
            return start, end
    return None


def _groups(told: list[Casualty], reading: Reading) -> Iterator[list[Casualty]]:
    """Figures that one claim can have: near one another, and no two of the same people."""
    group: list[Casualty] = []
    for one in told:
        if group and not _belongs(one, group, reading):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _belongs(one: Casualty, group: list[Casualty], reading: Reading) -> bool:
    last = _stretch(group[-1], reading, 0)[1]
    same = any((other.outcome, other.group, other.unit) == (one.outcome, one.group, one.unit) for other in group)
    together = any(other.outcome == KILLED_OR_INJURED for other in (*group, one))
    begins = _stretch(one, reading, last)[0]
    parted = _SENTENCE_ENDS.search(reading.letters.text, last, max(begins, last))
    return begins - last <= _NEAR and not same and not together and not parted


def _stretch(one: Casualty, reading: Reading, floor: int) -> tuple[int, int]:
    """The words of a figure behind ``floor``: number, what it counts, how it is said, parts, and the word for what
    befell them."""
    start, end = one.start, one.end
    for number in (one.number, *(part.number for part in one.including)):
        if number is None:
            continue
        first, last = reading.letters.stretch(number.first, number.last)
        start, end = min(start, number.said[0], first), max(end, number.said[1], last)
    cue = _cue(one, start, end, reading, floor)
    return (min(start, cue[0]), max(end, cue[1])) if cue else (start, end)


def _cue(one: Casualty, start: int, end: int, reading: Reading, floor: int) -> tuple[int, int] | None:
    """Where the word stands that says what befell people, where the noun that is counted does not."""
    number = one.number
    if number is None or (number.noun and number.noun.outcome):
        return None
    outcomes = {one.outcome} | ({"killed", "injured"} if one.outcome == KILLED_OR_INJURED else set())
    ahead: tuple[int, int] | None = None
    behind: tuple[int, int] | None = None
    for token in reading.tokens:
        if token.facts.cue is None or token.facts.cue.outcome not in outcomes:
            continue
        first, last = reading.letters.stretch(token.start + len(_joined(token.facts.joined)), token.end)
        if floor <= first and last <= start and start - last <= _TO_CUE and one.sentence[0] <= token.start:
            ahead = (ahead[0] if ahead and first - ahead[1] <= 2 else first), last
        elif first >= end and first - end <= _TO_CUE and token.end <= one.sentence[1]:
            if ahead and token.facts.cue.ahead:
                break
            if behind is None or first - behind[1] <= 2:  # dead and wounded
                behind = (behind[0] if behind else first), last
    return behind or ahead


def _joined(letters: str) -> str:
    """Of the letters before a word, those that are no part of what is marked: the article is one."""
    return letters.removesuffix("ال")


def _saying(
    block: int, text: str, reading: Reading, group: list[Casualty], floor: int, doubt: tuple[int, int] | None
) -> Saying:
    start, end = group[0].start, group[0].end
    for one in group:
        first, last = _stretch(one, reading, floor)
        start, end = min(start, first), max(end, last)
        floor = last
    counted = next(one for one in group if one.number) if any(one.number for one in group) else group[0]
    sentence = reading.letters.stretch(*counted.sentence) if counted.number else (start, end)
    start, end = _with_quotes(text, start, end, sentence[1])
    speakers = counted.speakers(reading) if counted.number else None
    return Saying(block, start, end, tuple(group), sentence, speakers, doubt)


def _with_quotes(text: str, start: int, end: int, last: int) -> tuple[int, int]:
    """The words with both quotation marks of a pair of which they have one, or that stand right around them."""
    for opening, closing in _QUOTES.items():
        inside = text[start:end]
        if inside.count(opening) > inside.count(closing):
            found = text.find(closing, end, last)
            end = found + 1 if found >= 0 else end
        elif inside.count(opening) < inside.count(closing):
            found = text.rfind(opening, 0, start)
            start = found if found >= 0 else start
    return start, end


def figure_of(number: Number | None) -> str:
    """A number as a record writes it: a word alone, "some" where nobody counted, or "a few"."""
    if number is None:
        return UNCOUNTED
    if number.word:
        return number.word
    few = number.approximate and number.low < number.high <= 9
    return UNCOUNTED if few else written_as(number)
