"""A sentence as numbers of people, words that say what befell them, and signs that some of them are told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from . import outcomes
from .nouns import FAMILIES, KILLED_OR_INJURED, PEOPLE
from .numbers import Number
from .outcomes import Cue
from .read_text import Reading
from .tokens import Token

_END = attrgetter("end")
_AND = frozenset(("و", "and", "or", "او"))
_BE = frozenset("was were been being be are is got get have has had also both all either fallen fell lay left".split())

#: Who is left like this did not leave.
_LEFT_SO = frozenset("dead wounded injured homeless without behind alive stranded trapped hurt missing".split())
#: Adverbs and quotation marks between people and what befell them.
_ADVERBS = frozenset("later then also since".split())
#: So many words lie between those of a phrase at the most.
_PHRASE = 5
_BY_THE_WAY = re.compile(r"[a-z]+ly\b|[«»\"“”]")


class Item(NamedTuple):
    """A number, a cue or a sign of parts in a sentence; ``token`` is the index of its first token."""

    kind: str
    start: int
    end: int
    token: int
    number: Number | None = None
    cue: Cue | None = None
    combined: bool = False


class Sentence:
    """The items of a sentence, in order; ``telling`` are the places of its tokens that tell of people harmed."""

    def __init__(
        self, reading: Reading, tokens: list[Token], telling: list[int], numbers: list[Number], start: int, end: int
    ) -> None:
        self.reading, self.tokens, self.start, self.end = reading, tokens, start, end
        self.telling = telling
        self.lang, self.folded = reading.lang, reading.letters.folded
        self.items = sorted(self._items(numbers), key=lambda item: (item.start, item.kind != "number"))

    def _items(self, numbers: list[Number]) -> Iterator[Item]:
        yield from self._cues(numbers)
        for number in numbers:
            if number.counts in (PEOPLE, FAMILIES, ""):
                at = bisect_right(self.tokens, number.first, key=_END)
                yield Item("number", number.first, number.last, at, number)
        for index in self.telling:
            token = self.tokens[index]
            if token.facts.sign in ("part", "turn"):
                yield Item(token.facts.sign, token.start, token.end, index)
        colon = self.folded.find(":", self.start, self.end)
        while colon >= 0:
            behind = bisect_right(self.tokens, colon, key=_END)
            if 0 < behind < len(self.tokens) and self.tokens[behind - 1].end == colon:
                yield Item("part", colon, colon + 1, behind)
            colon = self.folded.find(":", colon + 1, self.end)

    def _cues(self, numbers: list[Number]) -> Iterator[Item]:
        counted = {index for number in numbers for index in range(number.first, number.last)}
        skip = -1
        for index in self.telling:
            token = self.tokens[index]
            phrase = self._phrase(index) if token.facts.sign == "phrase" else None
            cue = phrase or token.facts.cue
            if cue is None or index <= skip or token.start in counted:
                continue
            beside = {other.text for other in self.tokens[max(0, index - 1) : index + 2]}
            if not outcomes.PAPERS.isdisjoint(beside):
                continue
            end, combined = index, False
            other = self._next_cue(index)
            alone = self.lang == "ar" and self._is_told_of_one(index, counted)
            both = other is not None and not alone and (cue.ahead or self.lang == "en" or token.facts.noun is not None)
            if other is not None and both and {cue.outcome, other[1].outcome} <= {"killed", "injured", "died"}:
                if cue.outcome != other[1].outcome:
                    cue, combined = Cue(KILLED_OR_INJURED, cue.ahead), True
                end = other[0]
            skip = end
            if self.lang == "en":
                cue = cue._replace(ahead=not self._is_passive(index, counted))
                if not phrase and token.text in ("lost", "left") and cue.ahead is (token.text == "left"):
                    continue
            elif alone or self._is_of_those_before(index, counted):
                cue = cue._replace(ahead=False)
            yield Item("cue", token.start, self.tokens[end].end, index, None, cue, combined)

    def _phrase(self, index: int) -> Cue | None:
        """What a word says together with another near it, before it only where lives were lost."""
        token = self.tokens[index]
        phrases = outcomes.PHRASES[token.text if token.text in outcomes.PHRASES else token.text[1:]]
        first = index - _PHRASE if token.text == "lost" else index + 1
        near = self.tokens[max(0, first) : index + 1 + _PHRASE]
        texts = {other.text for other in near}
        return next((cue for words, cue in phrases if not words.isdisjoint(texts)), None)

    def _is_told_of_one(self, index: int, counted: set[int]) -> bool:
        """Whether an Arabic verb stands right behind the person whom it is said of: أن متظاهرا قتل."""
        if not index or self.tokens[index].text not in outcomes.ARABIC or self.tokens[index].facts.noun:
            return False
        before = self.tokens[index - 1]
        near = not self.folded[before.end : self.tokens[index].start].strip()
        return near and before.end - 1 in counted

    def _is_of_those_before(self, index: int, counted: set[int]) -> bool:
        """Whether people before are among the dead, or fell dead: سقطوا قتلى, بين القتلى."""
        token = self.tokens[index]
        if (token.facts.stem not in outcomes.PLURALS and token.text not in outcomes.PLURALS) or not index:
            return False
        if self.tokens[index - 1].text in outcomes.FELL:
            return True
        if self.tokens[index - 1].text not in ("بين", "ضمن", "the"):
            return False
        behind = self.tokens[index + 1].start if index + 1 < len(self.tokens) else -1
        later = any(place in counted for place in range(behind, behind + 24)) if behind >= 0 else False
        earlier = self.tokens[max(0, index - 8) : index]
        return not later and any(before.start in counted for before in earlier)

    def _next_cue(self, index: int) -> tuple[int, Cue] | None:
        """The cue that is joined to one by "and": مقتل وإصابة, dead or wounded."""
        behind = index + 1
        if behind < len(self.tokens) and self.tokens[behind].text in _AND:
            behind += 1
        elif self.lang == "en" or behind >= len(self.tokens) or not self.tokens[behind].text.startswith("و"):
            return None
        if behind >= len(self.tokens) or self.folded[
            self.tokens[index].end : self.tokens[behind].start
        ].strip() not in (
            "",
            *_AND,
        ):
            return None
        found = self.tokens[behind].facts.cue
        return (behind, found) if found else None

    def _is_passive(self, index: int, counted: set[int]) -> bool:
        """Whether an English cue says what befell the people before it: were killed, 20 others injured."""
        before = self.tokens[index - 1] if index else None
        if before is None:
            return False
        into = "into" in self.folded[max(0, before.end - 40) : before.end].split()[-3:]
        if self.tokens[index].text == "left":
            behind = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
            return before.end - 1 in counted and behind not in _LEFT_SO
        if self.tokens[index].text in outcomes.INTRANSITIVE:
            return True
        if before.text == "and" and index > 2 and self.tokens[index - 3].text in _BE:  # were shot and killed
            return self.tokens[index - 2].text.endswith(("ed", "en", "shot", "hit"))
        if before.text in _BE or (into and self.tokens[index].text == "displacement"):
            return True
        if self.tokens[index].text == "dead" and before.text in ("shot", "found", "beaten", "stabbed"):
            return True
        if before.text == "the" and self._is_of_those_before(index, counted):
            return True
        if self.tokens[index].text in ("injuries", "wounds") and any(
            token.text in ("suffered", "sustained", "received") for token in self.tokens[max(0, index - 4) : index]
        ):
            return True
        if (before.text.endswith("ly") or before.text in _ADVERBS) and index > 1:  # critically wounded
            before = self.tokens[index - 2]
        gap = self.folded[before.end : self.tokens[index].start]
        return (
            not _BY_THE_WAY.sub("", gap).strip()
            and before.end - 1 in counted
            and self.tokens[index].text not in ("killing", "injuring", "wounding")
        )
