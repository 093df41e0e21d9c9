"""What sentences say of people harmed: the outcome, how many, of whom, and who some of them were."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from .cues import Item, Sentence
from .nouns import FAMILIES, KILLED_OR_INJURED, PEOPLE
from .numbers import Number
from .outcomes import OF_LEAVING
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
        return speakers_in(reading, *self.sentence)


#: So many words a sentence has at the most.
_LONGEST = 250
_STOPS = re.compile(r"[.!?؟\n…]+")
_BE = frozenset("was were been being be are is got get have has had also both all either fallen fell lay left".split())
_OF_PEOPLE = frozenset((PEOPLE, FAMILIES, ""))
_START = attrgetter("start")
_NEAR, _FAR = 12, 40
#: So many people leave a place together only where something makes them.
_MANY = 20
_OTHERS = re.compile(r"\bothers?\b|اخرين|اخرون")
#: What begins something else.
_NEXT = re.compile(r"[;؛,،]|(?<![^\W_])(?:and|و\w*)(?![^\W_])")
#: What stands between a count and another one of the same people, or of more of them; and what behind that.
_AGAIN = re.compile(
    r"[;؛,،]\s*(?:(?:و?ثم|(?:and )?then|(?:and )?later)\s+(?:[^\W\d]+\s+){0,4}"
    r"|و\s?(?:(?:نحو|حوالي|قرابه|اكثر من)\s)?|(?:and )?(?:about|nearly|at least|over|more than)?\s?)$"
)
_ALONE = re.compile(
    r"\s*(?:at least|علي الاقل|على الاقل)?\s*(?:[.,;:؛،)»”]|$|(?:in|at|from|by|through|each|في|عبر|بحسب)(?![^\W_]))"
)
_LEFT = re.compile(r"ما ?زال|لا ?يزال|باقين|باقون|(?<![^\W_])(?:بقي|نجا|still|remain|surviv)|stay(?:ed|ing)? ")
#: What stands between people who are told of together.
_JOINED = re.compile("(?:و|and)(?: (?:his|her|their|its))?")
_POSTPOSED = re.compile(r"\s*[,،;]|\s*$|\s*\)|\s+(?:were|was|have|in|and|who|by|on|at)\b")


def casualties_in(reading: Reading, *, uncounted: bool = True, above: str = "") -> Iterator[Casualty]:
    """The figures of a text, in order, and what is told without one, where that is asked for. ``above`` is the outcome
    of people counted here of whom the words say none, as the head of a column says it."""
    folded = reading.letters.folded
    numbers = reading.numbers
    if not uncounted and not any(number.counts in _OF_PEOPLE for number in numbers):
        return
    start, at = 0, 0
    tokens = reading.tokens
    first = 0
    for end in _ends(folded, tokens):
        last = bisect_left(tokens, end, first, key=_START)
        begin = at
        while at < len(numbers) and numbers[at].first < end:
            at += 1
        if (uncounted or at > begin) and ((above and at > begin) or _says_any(tokens[first:last], numbers[begin:at])):
            sentence = _Sentence(reading, tokens[first:last], numbers[begin:at], start, end)
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


def _says_any(tokens: list[Token], numbers: list[Number]) -> bool:
    """Whether a sentence has a word of an outcome, or a number of people that says one."""
    if any(number.noun and number.noun.outcome for number in numbers):
        return True
    return any(token.facts.cue for token in tokens)


class _Sentence(Sentence):
    def read(self, *, uncounted: bool, above: str) -> Iterator[Casualty]:
        """The figures of the sentence."""
        if not self.items:
            return
        parts = self._parts()
        found: list[tuple[Item, str]] = []
        from_above: set[int] = set()
        for index, item in enumerate(self.items):
            if item.number is None or index in parts:
                continue
            outcome = self._outcome(index, parts) or self._later(index, found)
            if not outcome and above and not item.number.implied and not self._is_of_those_left(item):
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

    def _parts(self) -> set[int]:
        """The items that are numbers of some of the people of another number."""
        found: set[int] = set()
        before = None
        active = False
        for index, item in enumerate(self.items):
            if item.kind == "number":
                own = bool(item.number and item.number.noun and item.number.noun.outcome)
                if active and not own:
                    found.add(index)
                    continue
                active, before = False, index
                if self.lang == "en" and self._is_of_them(item):
                    found.add(index)
            elif item.kind == "part":
                if self.lang == "en" and self.tokens[item.token].text == "among" and self._is_behind(item):
                    self._postposed(index, found)
                else:
                    active = (
                        before is not None
                        and self._goes_on(index)
                        and (not self._is_colon(index) or self._is_harmed(before, index))
                    )
            elif item.kind == "turn" or (item.cue and not item.cue.weak):
                active = False
        return found

    def _is_colon(self, index: int) -> bool:
        return self.folded[self.items[index].start] == ":"

    def _is_harmed(self, index: int, colon: int) -> bool:
        """Whether a number before a colon counts people harmed: of others, what stands behind it tells no parts."""
        number = self.items[index].number
        if number is None or (number.implied and number.low == 1):
            return False
        return bool((number.noun and number.noun.outcome) or any(item.cue for item in self.items[:colon]))

    def _goes_on(self, index: int) -> bool:
        """Whether a number stands right behind a sign of parts."""
        behind = self.items[index + 1] if index + 1 < len(self.items) else None
        return behind is not None and behind.kind in ("number", "part") and behind.token - self.items[index].token <= 8

    def _is_of_them(self, item: Item) -> bool:
        return (
            bool(re.search(r" of (?:them|whom|those)\b", self.folded[item.start : item.end + 10]))
            and item.start > self.start
        )

    def _is_behind(self, item: Item) -> bool:
        """Whether "among them" stands behind the parts: 12 children among them."""
        them = re.match(r"among (?:them|those|whom)", self.folded[item.start : item.start + 12])
        return bool(them and _POSTPOSED.match(self.folded, item.start + them.end(), self.end))

    def _postposed(self, index: int, found: set[int]) -> None:
        sign = self.items[index]
        opened = max(self.folded.rfind(mark, self.start, sign.start) for mark in ",(;،")
        numbers = [at for at in range(index) if self.items[at].kind == "number"]
        inside = [at for at in numbers if self.items[at].start > opened]
        if opened > 0 and len(inside) < len(numbers):
            found.update(inside)

    def _outcome(self, index: int, parts: set[int]) -> str:
        item = self.items[index]
        number = item.number
        assert number is not None
        if number.noun and number.noun.outcome == "injured":
            died = self._died_of_it(index, parts)
            if died:
                return died
        if number.noun and number.noun.outcome:
            behind = self._behind(index, parts) if number.noun.outcome == "displaced" else ""
            return behind or number.noun.outcome
        behind = self._behind(index, parts)
        if behind:
            return behind
        return self._before(index, parts) or self._far_behind(index)

    def _died_of_it(self, index: int, parts: set[int]) -> str:
        """What befell wounded people after that, where it is said beside them: وفاة جريحين, two wounded died."""
        if self.lang == "en":
            behind = self._behind(index, parts)
            return behind if behind == "died" else ""
        before = self.items[index - 1] if index else None
        cue = before.cue if before else None
        near = before and self.items[index].token - before.token == 1 and not before.combined
        return cue.outcome if cue and near and cue.ahead and cue.outcome in ("killed", "died") else ""

    def _is_leaving(self, cue: Item, number: Number) -> bool:
        """Whether a word of leaving says that people were displaced: families, or many."""
        word = self.tokens[cue.token]
        if word.text not in OF_LEAVING and word.facts.stem not in OF_LEAVING:
            return True
        return number.counts == FAMILIES or number.low >= _MANY

    def _behind(self, index: int, parts: set[int]) -> str:
        item = self.items[index]
        last = item.end
        for at in range(index + 1, len(self.items)):
            other = self.items[at]
            if other.kind == "number" and at not in parts:
                if not _JOINED.fullmatch(self.folded[last : other.start].strip(" ,،")) or self._is_told_before(index):
                    return ""
                outcome = other.number.noun.outcome if other.number and other.number.noun else ""
                if outcome and _OTHERS.search(self.folded, other.start, other.end):
                    return outcome
                last = other.end
                continue
            if other.kind == "turn":
                return ""
            if other.cue:
                if other.cue.ahead:
                    return ""
                between = self.folded[item.end : other.start]
                near = other.token - item.token <= _NEAR and item.number and self._is_leaving(other, item.number)
                return other.cue.outcome if near and not re.search(r"[؛;]", between) else ""
        return ""

    def _is_told_before(self, index: int) -> bool:
        """Whether a cue stands right before a number, whose people it is said of: killed two men and five were hurt."""
        before = self.items[index - 1] if index else None
        return bool(before and before.cue and before.cue.ahead and self.items[index].token - before.token <= 2)

    def _far_behind(self, index: int) -> str:
        """The outcome that stands behind a number, where nothing before says it: rose to 13, the number of the dead."""
        item, behind = self.items[index], self.items[index + 1 : index + 2]
        if (item.number and item.number.implied) or not behind or _NEXT.search(self.folded, item.end, behind[0].start):
            return ""
        if self.lang == "ar" and behind[0].cue and self.tokens[behind[0].token].text[0] == "و":
            return ""
        cue = behind[0].cue
        return cue.outcome if cue and not cue.weak and behind[0].token - item.token <= _NEAR else ""

    def _is_of_those_left(self, item: Item) -> bool:
        """Whether people are counted of whom it is said that they stay, or live."""
        before = re.split("[,،;؛]", self.folded[max(self.start, item.start - 16) : item.start])[-1]
        behind = re.split("[,،;؛]", self.folded[item.end : min(self.end, item.end + 24)])[0]
        return bool(_LEFT.search(before) or _LEFT.search(behind))

    def _later(self, index: int, found: list[tuple[Item, str]]) -> str:
        """The outcome of the number before, of which another count is told: 17 killed by one account, then 18."""
        item = self.items[index]
        if not found or item.number is None or item.number.noun or item.number.implied:
            return ""
        before, outcome = found[-1]
        again = _AGAIN.search(self.folded, before.end, item.start)
        return outcome if again and _ALONE.match(self.folded, item.end, self.end) else ""

    def _before(self, index: int, parts: set[int]) -> str:
        item = self.items[index]
        number = item.number
        assert number is not None
        weak = ""
        for at in range(index - 1, -1, -1):
            other = self.items[at]
            if not other.cue or not self._is_leaving(other, number):
                continue
            distance = item.token - other.token
            if number.implied and number.low == 1 and not self._is_near(other, item, at, index):
                return ""
            if distance > _FAR or (number.noun is None and ";" in self.folded[other.end : item.start]):
                return weak
            if other.cue.weak:
                weak = weak or other.cue.outcome
                continue
            if number.noun is None and not number.word and distance > 14:
                return weak
            return other.cue.outcome
        return "" if number.implied and number.low == 1 else weak

    def _is_near(self, cue: Item, item: Item, at: int, index: int) -> bool:
        """Whether a single person stands right behind a cue, or is told with others there."""
        if item.token - cue.token <= 2 + (self.lang == "en") * 2:
            return True
        others = [other for other in self.items[at + 1 : index] if other.kind == "number"]
        if not others:
            return False
        gap = self.folded[others[-1].end : item.start].strip()
        return gap in ("و", "and", "", ",", "،", ", and", "، و")

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
