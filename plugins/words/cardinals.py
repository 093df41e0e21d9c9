"""Tokens → a number, as it is written in words, in digits, or in both (``3 آلاف``, ``1.7 million``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .numerals import AND_MORE, FEW, HALF, PARTS_OF, TEEN_ONLY, Numeral
from .tokens import Token, value_of

#: The words that a figure can be, the least first.
WORDS = {10: "tens", 12: "dozens", 100: "hundreds", 1000: "thousands"}
#: The sizes of what بضعة can be.
_FEWEST, _MOST = 3, 9
#: With these a number in digits goes on in English: 2 and a half million, 30-odd.
_GOES_ON = frozenset(("and", "odd", "something"))
#: What can be halved, and what several of are said.
_WHOLES = frozenset(("scale", "hundred", "dozen"))
_SEVERAL = frozenset(("several", "few", "many"))
#: No number that is read is larger.
LARGEST = 10**12


class Cardinal(NamedTuple):
    """A number from token to token: ``low`` and ``high`` differ where the word says no more (بضعة عشر).

    ``word`` is that which counts nothing exactly; ``more`` says that a bit is left out (نيف, -odd).
    """

    low: int
    high: int
    end: int
    word: str = ""
    more: bool = False
    broken: bool = False


class _Reader:
    def __init__(self, tokens: Sequence[Token], folded: str) -> None:
        self.tokens, self.folded = tokens, folded

    def numeral(self, at: int) -> Numeral | None:
        return self.tokens[at].facts.numeral if at < len(self.tokens) else None

    def beside(self, at: int) -> bool:
        """Whether nothing but blanks, or a hyphen, stands before a token."""
        if at >= len(self.tokens) or at == 0:
            return at == 0
        gap = self.folded[self.tokens[at - 1].end : self.tokens[at].start]
        return not gap.strip(" -\u2010\u2011\n\t")

    def stem(self, at: int) -> str:
        return self.tokens[at].facts.stem if at < len(self.tokens) else ""

    def alone(self, at: int) -> Cardinal | None:
        """A number in digits that nothing goes on with, as most are: ``whole`` would give the same."""
        behind = self.tokens[at + 1].facts if at + 1 < len(self.tokens) else None
        value = value_of(self.tokens[at].text)
        if value is None or (behind and (behind.numeral or behind.stem in _GOES_ON)):
            return None
        return Cardinal(value[0], value[0], at + 1, broken=value[1] > 0)


class _Arabic(_Reader):
    def joined(self, at: int) -> int | None:
        """Where the word behind "and" stands, if ``at`` begins with it, beside what is before."""
        if not self.beside(at) or at >= len(self.tokens):
            return None
        if self.tokens[at].kind == "word" and self.tokens[at].text == "و":
            behind = at + 1
            return behind if behind < len(self.tokens) and self.beside(behind) else None
        eleven = self.tokens[at].text == "واحد" and self.follows(
            at + 1, "ten"
        )  # "one" as it is written, and "and" with أحد
        also = self.tokens[at].facts.joined
        both = also == "وال" and self.tokens[at - 1].facts.article  # الثلاثة والعشرون
        return at if also == "و" or both or eleven else None

    def follows(self, at: int, kind: str) -> bool:
        numeral = self.numeral(at)
        return bool(numeral and numeral.kind == kind and self.beside(at) and not self.tokens[at].facts.has_and)

    def below_hundred(self, at: int) -> Cardinal | None:
        numeral, stem = self.numeral(at), self.stem(at)
        few = stem in FEW
        if few or stem in TEEN_ONLY or (numeral and numeral.kind == "unit"):
            low, high = (_FEWEST, _MOST) if few else (numeral.value if numeral else TEEN_ONLY.get(stem, 1),) * 2
            if self.follows(at + 1, "ten") and self.stem(at + 1) in ("عشر", "عشره"):
                return Cardinal(low + 10, high + 10, at + 2)
            tens = self.joined(at + 1)
            known = self.numeral(tens) if tens is not None else None
            if tens is not None and known and known.kind == "tens":
                return Cardinal(low + known.value, high + known.value, tens + 1)
            if stem in TEEN_ONLY:
                return None
            return Cardinal(low, high, at + 1)
        if numeral and numeral.kind in ("ten", "tens"):
            return Cardinal(numeral.value, numeral.value, at + 1)
        return None

    def group(self, at: int) -> Cardinal | None:
        """A number below a thousand."""
        numeral = self.numeral(at)
        hundreds: Cardinal | None = None
        if numeral and numeral.kind in ("hundred", "hundreds"):
            hundreds = Cardinal(numeral.value, numeral.value, at + 1)
        elif numeral and numeral.kind == "unit" and numeral.value > 2:
            after = self.numeral(at + 1)
            if self.follows(at + 1, "hundred") or (after == Numeral("word", 100) and self.beside(at + 1)):
                hundreds = Cardinal(numeral.value * 100, numeral.value * 100, at + 2)
        if hundreds is None:
            return self.below_hundred(at)
        behind = self.joined(hundreds.end)
        rest = self.below_hundred(behind) if behind is not None else None
        if rest is None:
            return hundreds
        return Cardinal(hundreds.low + rest.low, hundreds.high + rest.high, rest.end)

    def part(self, at: int) -> tuple[Cardinal, int] | None:
        """A number with its scale, or without one: and the scale, 1 where it has none."""
        if at >= len(self.tokens):
            return None
        numeral = self.numeral(at)
        if numeral and numeral.kind == "scales":
            return Cardinal(numeral.value, numeral.value, at + 1), numeral.value // 2
        if numeral and numeral.kind == "scale":
            return Cardinal(numeral.value, numeral.value, at + 1), numeral.value
        digits = _digits(self.tokens[at]) if self.tokens[at].kind == "number" else None
        group = None if digits else self.group(at)
        if digits:
            low, high, end = *digits, at + 1
        elif group:
            low, high, end = group.low * 1000, group.high * 1000, group.end
        else:
            return None
        numeral = self.numeral(end)
        if numeral and numeral.kind == "scale" and self.follows(end, "scale"):
            return Cardinal(low * numeral.value // 1000, high * numeral.value // 1000, end + 1), numeral.value
        return Cardinal(low // 1000, high // 1000, end, broken=bool(low % 1000)), 1

    def is_dual(self, at: int) -> bool:
        """Whether a scale is two of it, since what is counted stands right behind: ألفا شخص, but ألفا وثمانمئة."""
        behind = self.tokens[at + 1].facts if at + 1 < len(self.tokens) and self.beside(at + 1) else None
        noun = behind.noun if behind and not behind.joined else None
        return noun is not None and noun.number == 1 and self.stem(at).endswith("ا")

    def whole(self, at: int) -> Cardinal | None:
        stem, numeral = self.stem(at), self.numeral(at)
        if stem in AND_MORE:  # نيف وثلاثون
            place = self.joined(at + 1)
            known = self.numeral(place) if place is not None else None
            if place is None or known is None or known.kind not in ("tens", "hundred", "scale"):
                return None
            return Cardinal(known.value, known.value, place + 1, more=True)
        if stem in FEW and (behind := self.numeral(at + 1)) and behind.kind == "word" and self.beside(at + 1):
            return self.whole(at + 1)  # بضع مئات
        if numeral and numeral.kind == "scale" and self.is_dual(at):
            return Cardinal(2 * numeral.value, 2 * numeral.value, at + 1)
        if numeral and (numeral.kind == "word" or (stem in ("الاف", "ملايين", "مليارات") and numeral.kind == "scale")):
            behind = self.numeral(at + 1)
            if behind and behind.kind in ("scale", "word") and self.beside(at + 1):
                return Cardinal(1000, 1000, at + 2, "thousands")
            value = min(numeral.value, 1000)
            return Cardinal(value, value, at + 1, WORDS[value])
        if stem in PARTS_OF:
            whole = self.numeral(at + 1)
            some = whole.value // PARTS_OF[stem] if whole and self.follows(at + 1, "scale") else 0
            return Cardinal(some, some, at + 2) if some else None
        first = self.part(at)
        if first is None:
            return None
        found, scale = first
        in_digits = self.tokens[at].kind == "number"
        while scale > 1:
            place = self.joined(found.end)
            if place is not None and self.stem(place) in HALF:  # مليون ونصف
                again = self.numeral(place + 1)
                end = place + 1 + bool(again and again.value == scale and self.beside(place + 1))
                return Cardinal(found.low + scale // 2, found.high + scale // 2, end)
            more = self.part(place) if place is not None else None
            if more is None or more[1] >= scale or more[0].high >= scale or more[0].broken:
                break
            found = Cardinal(found.low + more[0].low, found.high + more[0].high, more[0].end)
            scale = more[1]
        place = self.joined(found.end)
        if not in_digits and place is not None and self.stem(place) in AND_MORE:
            return found._replace(end=place + 1, more=True)
        return found


class _English(_Reader):
    def below_hundred(self, at: int) -> Cardinal | None:
        numeral = self.numeral(at)
        if numeral is None:
            return None
        if numeral.kind in ("unit", "teen"):
            return Cardinal(numeral.value, numeral.value, at + 1)
        if numeral.kind != "tens":
            return None
        unit = self.numeral(at + 1)
        if unit and unit.kind == "unit" and unit.value and self.beside(at + 1):
            value = numeral.value + unit.value
            return Cardinal(value, value, at + 2)
        more = self.stem(at + 1) in ("odd", "something") and self.beside(at + 1)
        return Cardinal(numeral.value, numeral.value, at + 1 + more, more=more)

    def joined(self, at: int) -> int:
        """Where the word behind "and" stands, or ``at`` itself."""
        return at + 1 if self.stem(at) == "and" and self.beside(at) and self.beside(at + 1) else at

    def group(self, at: int) -> Cardinal | None:
        found = self.below_hundred(at)
        if found is None and self.stem(at) == "a" and self.beside(at + 1):
            after = self.numeral(at + 1)
            if after and after.kind == "pair" and self.stem(at + 2) == "of":
                return Cardinal(2, 2, at + 2)
            found = Cardinal(1, 1, at + 1) if after and after.kind in ("hundred", "scale", "dozen") else None
        if found is None:
            return None
        for kind in ("hundred", "dozen"):
            numeral = self.numeral(found.end)
            if numeral and numeral.kind == kind and self.beside(found.end):
                value = found.low * numeral.value
                found = Cardinal(value, value, found.end + 1)
                if kind == "hundred":
                    behind = self.joined(found.end)
                    rest = self.below_hundred(behind) if self.beside(behind) else None
                    if rest:
                        found = Cardinal(value + rest.low, value + rest.low, rest.end, more=rest.more)
                break
        return found

    def part(self, at: int) -> tuple[Cardinal, int] | None:
        if at >= len(self.tokens):
            return None
        digits = _digits(self.tokens[at]) if self.tokens[at].kind == "number" else None
        if digits:
            low, end, more = digits[0], at + 1, False
        else:
            group = self.group(at)
            if group is None:
                return None
            low, end, more = group.low * 1000, group.end, group.more
        if [self.stem(end + more) for more in range(3)] == ["and", "a", "half"] and self.numeral(end + 3):
            low, end = low + 500, end + 3  # two and a half thousand
        numeral = self.numeral(end)
        if numeral and numeral.kind in ("scale", "hundred", "dozen") and self.beside(end):
            value = low * numeral.value // 1000
            return Cardinal(value, value, end + 1), numeral.value
        return Cardinal(low // 1000, low // 1000, end, more=more, broken=bool(low % 1000)), 1

    def whole(self, at: int) -> Cardinal | None:
        numeral = self.numeral(at)
        if numeral and numeral.kind in _WHOLES and at and self.stem(at - 1) in _SEVERAL and self.beside(at):
            value = min(numeral.value, 1000)
            return Cardinal(value, value, at + 1, WORDS[value])
        if numeral and numeral.kind in ("word", "dozen"):
            if numeral.kind == "dozen":
                return Cardinal(12, 12, at + 1)
            behind = at + 2 if self.stem(at + 1) == "of" and self.beside(at + 1) and self.beside(at + 2) else at + 1
            after = self.numeral(behind) if behind == at + 2 else None
            if after and after.kind == "word":
                return Cardinal(1000, 1000, behind + 1, "thousands")
            return Cardinal(numeral.value, numeral.value, at + 1, WORDS[numeral.value])
        part_at = at + 1 if self.stem(at) == "a" and self.stem(at + 1) == "quarter" else at
        if self.stem(part_at) in PARTS_OF:
            place = part_at + 1
            while self.stem(place) in ("of", "a") and self.beside(place):
                place += 1
            whole = self.numeral(place)
            some = whole.value // PARTS_OF[self.stem(part_at)] if whole and whole.kind in _WHOLES else 0
            return Cardinal(some, some, place + 1) if some and self.beside(part_at + 1) and self.beside(place) else None
        first = self.part(at)
        if first is None:
            return None
        found, scale = first
        in_words = self.tokens[at].kind == "word"
        while scale > 1 and (in_words or scale > 1000):
            behind = self.joined(found.end)
            more = self.part(behind) if self.beside(behind) else None
            if more is None or more[1] >= scale or more[0].high >= scale or more[0].broken:
                break
            found = Cardinal(found.low + more[0].low, found.high + more[0].high, more[0].end)
            scale = more[1]
        if self.stem(found.end) in ("odd", "something") and self.folded[self.tokens[found.end].start - 1] == "-":
            return found._replace(end=found.end + 1, more=True)
        return found


def _digits(token: Token) -> tuple[int, int] | None:
    """A number in digits in thousandths, twice."""
    value = value_of(token.text)
    return None if value is None else (value[0] * 1000 + value[1],) * 2


def reader_of(tokens: Sequence[Token], folded: str, lang: str) -> _Arabic | _English:
    """Reads numbers of tokens: ``whole(at)`` gives the one that begins there, or ``None``."""
    return _Arabic(tokens, folded) if lang == "ar" else _English(tokens, folded)
