"""What sentences say of people harmed: the outcome, how many, of whom, and who some of them were."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from .befallen import Befallen
from .cues import Item
from .nouns import FAMILIES, KILLED_OR_INJURED, PEOPLE
from .numbers import Number
from .qualifiers import how
from .read_text import Reading
from .speakers import Speakers, speakers_in
from .tokens import Token


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a figure's people: who they are, and how many."""

    group: str
    number: Number


@dataclass(frozen=True, slots=True)
class Casualty:
    """A figure of a sentence, from ``start`` up to ``end``: what befell whom, and how many they are.

    ``number`` is ``None`` where people are told and not counted ("dead and wounded"). ``unit`` is ``people`` or
    ``families``; ``group`` who they are, where that is said. ``above``: the outcome is not said here, but in what the
    text stands under. ``sentence`` is where its sentence stands, in folded letters.
    """

    start: int
    end: int
    outcome: str
    number: Number | None
    unit: str = PEOPLE
    group: str = ""
    including: tuple[Part, ...] = ()
    above: bool = False
    sentence: tuple[int, int] = (0, 0)

    def speakers(self, reading: Reading) -> Speakers | None:
        """Whose word it is, where the sentence says so; ``reading`` is that of its text."""
        return speakers_in(reading, *self.sentence, self.number.first) if self.number else None


#: So many words a sentence has at the most.
_LONGEST = 250
_STOPS = re.compile(r"[.!?؟\n…]+")
_BE = frozenset("was were been being be are is got get have has had also both all either fallen fell lay left".split())
_OF_PEOPLE = frozenset((PEOPLE, FAMILIES, ""))
_START = attrgetter("start")


def casualties_in(reading: Reading, *, uncounted: bool = True, above: str = "") -> Iterator[Casualty]:
    """The figures of a text, in order, and what is told without one, where that is asked for. ``above`` is the outcome
    of people counted here of whom the words say none, as the head of a column says it."""
    folded = reading.letters.folded
    numbers = reading.numbers
    if not uncounted and not ((above or reading.telling) and any(number.counts in _OF_PEOPLE for number in numbers)):
        return
    start, at = 0, 0
    tokens, telling = reading.tokens, reading.telling
    first = 0
    for end in _ends(folded, tokens):
        last = bisect_left(tokens, end, first, key=_START)
        begin = at
        while at < len(numbers) and numbers[at].first < end:
            at += 1
        if uncounted or at > begin:
            told = [index - first for index in telling[bisect_left(telling, first) : bisect_left(telling, last)]]
            if (above and at > begin) or _says_any(tokens, first, told, numbers[begin:at]):
                sentence = _Sentence(reading, tokens[first:last], told, numbers[begin:at], start, end)
                yield from sentence.read(uncounted=uncounted, above=above)
        start, first = end, last


def _ends(folded: str, tokens: list[Token]) -> Iterator[int]:
    """Where sentences end; one that has no end is cut."""
    stops = (match.span() for match in _STOPS.finditer(folded))
    first = 0
    for end in (*(end for start, end in stops if _is_end(folded, start, end)), len(folded)):
        last = bisect_left(tokens, end, first, key=_START)
        yield from (tokens[at].start for at in range(first + _LONGEST, last, _LONGEST))
        yield end
        first = last


def _is_end(folded: str, start: int, end: int) -> bool:
    """Whether signs end a sentence, and stand in no number: 1.5 and 3.000."""
    if folded[end : end + 1].isdigit():
        return False
    behind_digit = folded[start - 1 : start].isdigit() and end - start == 1
    return not behind_digit or (folded[start] != "\n" and (end == len(folded) or folded[end].isspace()))


def _says_any(tokens: list[Token], first: int, telling: list[int], numbers: list[Number]) -> bool:
    """Whether a sentence has a word of an outcome, or of a phrase that is one, or a number of people that says one."""
    if any(facts.cue or facts.sign == "phrase" for facts in (tokens[first + index].facts for index in telling)):
        return True
    return any(number.noun and number.noun.outcome for number in numbers)


class _Sentence(Befallen):
    def read(self, *, uncounted: bool, above: str) -> Iterator[Casualty]:
        """The figures of the sentence."""
        if not self.items:
            return
        parts = self.parts()
        found: list[tuple[Item, str]] = []
        from_above: set[int] = set()
        for index, item in enumerate(self.items):
            if item.number is None or index in parts:
                continue
            outcome = self.outcome(index, parts) or self.later(index, found)
            if not outcome and above and not item.number.implied and not self.is_of_those_left(item):
                outcome = above
                from_above.add(item.start)
            if outcome:
                found.append((item, outcome))
        for position, (item, outcome) in enumerate(found):
            number = self._with_how(item, found[position - 1][0] if position else None)
            until = found[position + 1][0].start if position + 1 < len(found) else self.end
            including = tuple(
                Part(part.noun.group if part.noun else "", part)
                for index in sorted(parts)
                if (part := self.items[index].number) and item.start < self.items[index].start < until
            )
            unit = FAMILIES if number.counts == FAMILIES else PEOPLE
            yield Casualty(
                number.start,
                number.end,
                outcome,
                number,
                unit,
                number.noun.group if number.noun else "",
                including,
                item.start in from_above,
                (self.start, self.end),
            )
        if uncounted:
            yield from self._uncounted(found)

    def _with_how(self, item: Item, before: Item | None) -> Number:
        """The number as it is said, also where "more than" stands before the one that it is joined to."""
        number = item.number
        assert number is not None
        one = before.number if before else None
        if (
            one is None
            or before is None
            or not one.open
            or one.word
            or number.open
            or number.approximate
            or number.implied
        ):
            return number
        gap = self.folded[before.end : item.start].strip()
        if number.noun is None or not number.noun.outcome:
            gap = gap.strip(" ,،")
        if gap not in ("و", "and") or not how(self.folded, one.first, one.first, self.lang).open:
            return number
        return number._replace(open=True)

    def _uncounted(self, found: list[tuple[Item, str]]) -> Iterator[Casualty]:
        """People who are told and not counted: plural nouns of an outcome, and "others" behind a cue."""
        taken = [(item.start, item.end) for item, _ in found]
        counted = {outcome for _, outcome in found} if self.lang == "en" else set()
        counted |= {"killed", "injured"} if KILLED_OR_INJURED in counted else set()
        last = ""
        for index, token in enumerate(self.tokens):
            noun = token.facts.noun
            outcome = noun.outcome if noun and noun.kind == PEOPLE and not noun.number else ""
            if any(start <= token.start < end for start, end in taken):
                last = ""
                continue
            behind = self.tokens[index + 1].start if index + 1 < len(self.tokens) else self.end
            if outcome and any(start == behind for start, _ in taken):  # the bodies of nine men
                continue
            if self.lang == "ar" and token.facts.article:
                outcome = ""
            if self.lang == "en":
                before = self.tokens[index - 1].text if index else ""
                if before in ("the", "of", *_BE) or not re.fullmatch("dead|wounded|bodies|martyrs", token.text):
                    outcome = ""
            if outcome and outcome != last and outcome not in counted:
                start, end = self.reading.letters.stretch(token.start, token.end)
                yield Casualty(start, end, outcome, None)
            last = outcome


__all__ = ["KILLED_OR_INJURED", "Casualty", "Part", "casualties_in"]
