"""What befell the people whom the numbers of a sentence count, and which of these numbers count some of another's."""

from __future__ import annotations

import re

from .cues import Item, Sentence
from .nouns import FAMILIES
from .numbers import Number
from .outcomes import FREED, OF_LEAVING

_BESIDE, _NEAR, _FAR = 2, 12, 40
#: How people were before something else befell them, and what that can be.
_STATES = frozenset(("displaced", "detained", "abducted"))
_AFTER = frozenset(("killed", "died", "injured", FREED))
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
_COMMA = re.compile("[,،;؛]")
_OF_THEM = re.compile(r" of (?:them|whom|those)\b")
_AMONG = re.compile("among (?:them|those|whom)")
_LEFT = re.compile(r"ما ?زال|لا ?يزال|باقين|باقون|(?<![^\W_])(?:بقي|نجا|still|remain|surviv)|stay(?:ed|ing)? ")
#: What stands between people who are told of together.
_JOINED = re.compile("(?:و|and)(?: (?:his|her|their|its))?")
_POSTPOSED = re.compile(r"\s*[,،;]|\s*$|\s*\)|\s+(?:were|was|have|in|and|who|by|on|at)\b")


class Befallen(Sentence):
    """A sentence, asked of each of its numbers. Its ``items`` are numbers, words of outcomes and signs of parts."""

    def parts(self) -> set[int]:
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
        return bool(_OF_THEM.search(self.folded, item.start, item.end + 10)) and item.start > self.start

    def _is_behind(self, item: Item) -> bool:
        """Whether "among them" stands behind the parts: 12 children among them."""
        them = _AMONG.match(self.folded, item.start)
        return bool(them and _POSTPOSED.match(self.folded, them.end(), self.end))

    def _postposed(self, index: int, found: set[int]) -> None:
        sign = self.items[index]
        opened = max(self.folded.rfind(mark, self.start, sign.start) for mark in ",(;،")
        numbers = [at for at in range(index) if self.items[at].kind == "number"]
        inside = [at for at in numbers if self.items[at].start > opened]
        if opened > 0 and len(inside) < len(numbers):
            found.update(inside)

    def outcome(self, index: int, parts: set[int]) -> str:
        """What befell the people of a number, where its sentence says so, else an empty text.

        ``parts`` are the items that count some of others.
        """
        outcome = self._outcome(index, parts)
        return "" if outcome == FREED else outcome

    def _outcome(self, index: int, parts: set[int]) -> str:
        item = self.items[index]
        number = item.number
        assert number is not None
        if number.noun and number.noun.outcome == "injured":
            died = self._died_of_it(index, parts)
            if died:
                return died
        if number.noun and number.noun.outcome:
            after = self._after(index, parts) if number.noun.outcome in _STATES else ""
            return after or number.noun.outcome
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

    def _after(self, index: int, parts: set[int]) -> str:
        """What befell people after they were held or had fled, where that is said beside them: three displaced people
        were killed."""
        item, before = self.items[index], self.items[index - 1] if index else None
        behind = self._behind(index, parts)
        noun = item.number.noun if item.number else None
        if behind and (behind in _AFTER or (noun and noun.outcome == "displaced")):
            return behind
        cue = before.cue if before else None
        if before is None or cue is None or not cue.ahead or cue.weak or cue.outcome not in _AFTER:
            return ""
        far = _NEAR if cue.outcome == FREED else _BESIDE
        return cue.outcome if item.token - before.token <= far else ""

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
                return other.cue.outcome if near and ";" not in between and "؛" not in between else ""
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

    def is_of_those_left(self, item: Item) -> bool:
        """Whether people are counted of whom it is said that they stay, or live."""
        before = _COMMA.split(self.folded[max(self.start, item.start - 16) : item.start])[-1]
        behind = _COMMA.split(self.folded[item.end : min(self.end, item.end + 24)])[0]
        return bool(_LEFT.search(before) or _LEFT.search(behind))

    def later(self, index: int, found: list[tuple[Item, str]]) -> str:
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
