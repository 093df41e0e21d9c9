"""Numbers in Arabic and English text, in words and in digits: where they stand, how they are said, what they count.

What only looks like a number is left out: dates and times, years, ordinals, the 24 in Su-24, the 55th brigade.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .cardinals import Cardinal
from .counted import Counted
from .letters import fold
from .nouns import MEASURE, PEOPLE, TIME, Noun
from .numerals import AR_ORDINALS, FRACTIONS
from .qualifiers import How, how
from .tokens import ways

#: Behind these a number is a name: brigade 55, article 3, Su-24, page 4.
_NAMED = frozenset(
    map(
        fold,
        "اللواء لواء الفوج فوج الفرقة فرقة المادة مادة القرار قرار رقم رقمه رقمها الطريق القناة صفحة الصفحة "
        "الفصل البند "
        "الفقرة الوثيقة الجزء الطابق المرحلة القطاع المربع النموذج الساعة الإصدار المجموعة القرن الدورة ص "
        "كيلو الكيلو بلوك البلوك شارع الشارع النقطة التلة الحاجز المعبر "
        "brigade regiment division article resolution number no nr page road highway route chapter section "
        "document part "
        "issue phase version room gate camp group chapter flight formula area sector unit figure table day "
        "paragraph kilo block street hill checkpoint crossing".split(),
    )
)
_MONEY = frozenset("$€£₤")
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINING = re.compile(r"\s*(?:[-–—]|الى|او|حتى|to|or|and)\s*(?:ال)?")
_BETWEEN = re.compile(r"(?:(?<![^\W_])[وف]?(?:ما )?بين|(?<![^\W_])between)\s*$")
_OR = re.compile(r"(?<![^\W_])(?:او|or)(?![^\W_])")
_FROM = re.compile(r"(?:(?<![^\W_])من|(?<![^\W_])from)\s*$")
#: What changed "from 5 to 7" is no range, but a count and a later one.
_CHANGED = re.compile(
    r"(?:ارتفع|ارتفعت|زاد|زادت|انخفض|انخفضت|تراجع|تراجعت|قفز|قفزت|صعد|صعدت|رفع|رفعت|rose|rises?|risen|fell|falls?|fallen|"
    r"increased?|decreased?|grew|grown|dropped|went|jumped|climbed|revised|raised|up|down)(?![^\W_])[^.;؛\n]{0,40}$"
)
_STOP = re.compile(r"[.,;:؛،؟?!()\[\]«»\"“”/\n]|\s[-–—]\s")
#: Behind these one alone is a person, where nothing else goes on: wounded six and killed one.
_HARMED = frozenset("killed killing injured injuring wounded wounding arrested detained".split())
_GOES_ON = frozenset("and in on at but near when while".split())
_PREFIX_OF_DIGITS = frozenset("و ف ب ل ك ال وال بال لل فال و".split()) | {"ول", "وب", "فب", "كال"}


class Number(NamedTuple):
    """A number of a text. ``start`` and ``end`` are where its words stand, ``said`` where they do with those that say
    how it is meant.

    It lies between ``low`` and ``high``; ``open``, ``approximate`` and ``up_to`` are as a figure has them, and ``word``
    is that of a figure that counts nothing exactly (``tens``). ``noun`` is what is counted, where a word says so; it is
    all the number there is where ``implied`` (جنديان, "a child"). ``first`` and ``last`` are the places of number and
    noun in folded letters.
    """

    start: int
    end: int
    low: int
    high: int
    open: bool = False
    approximate: bool = False
    up_to: bool = False
    word: str = ""
    noun: Noun | None = None
    implied: bool = False
    said: tuple[int, int] = (0, 0)
    first: int = 0
    last: int = 0

    @property
    def counts(self) -> str:
        """What is counted: a word of ``nouns.KINDS``, or empty where nothing says so."""
        return self.noun.kind if self.noun else ""


class NumberReader(Counted):
    """Reads the numbers of one text."""

    def read(self) -> Iterator[Number]:
        """The numbers, in order."""
        at = 0
        taken, held = 0, len(self.taken)
        pending: Number | None = None
        for place in self.known:
            token = self.tokens[place]
            if place < at or (token.kind == "word" and not token.facts.counts):
                continue
            while taken < held and self.taken[taken][1] <= token.start:
                taken += 1
            if taken < held and self.taken[taken][0] < token.end:
                continue
            found, at = self._at(place)
            if found is None:
                continue
            if pending is not None:
                joined = self._joined(pending, found)
                if joined is not None:
                    pending = joined
                    continue
                yield pending
            pending = found
        if pending is not None:
            yield pending

    def _at(self, at: int) -> tuple[Number | None, int]:
        """The number that begins at a token, and where to go on."""
        token, facts = self.tokens[at], self.tokens[at].facts
        if token.kind == "number":
            if self._is_named(at):
                return None, at + 1
        elif token.kind == "date":
            return None, at + 1
        cardinal = self.cardinals.alone(at) if token.kind == "number" else None
        if cardinal is None and (facts.numeral or not facts.noun):
            cardinal = self.cardinals.whole(at)
        if cardinal is None:
            return self._implied(at)
        if cardinal.broken:
            return None, cardinal.end
        if self._is_no_count(at, cardinal):
            return None, cardinal.end
        number, at = self._number(at, cardinal), cardinal.end
        while number and at < len(self.tokens) and self.tokens[at].end <= number.last:
            at += 1
        return number, at

    def _number(self, at: int, cardinal: Cardinal) -> Number | None:
        first, last = self.tokens[at], self.tokens[cardinal.end - 1]
        start, end = first.start + len(first.facts.joined), last.end
        noun, until = self._noun(at, cardinal)
        said = how(self.folded, start, end, self.lang)
        if noun is None and said.end > end:
            behind = next(
                (index for index in range(cardinal.end, len(self.tokens)) if self.tokens[index].start >= said.end), 0
            )
            if behind and not _STOP.search(self.folded[end : self.tokens[behind].start]):
                noun, until = self._run(behind, 3)[:2] if self.lang == "en" else (self.tokens[behind].facts.noun, 0)
        if self.folded[end : end + 2].lstrip()[:1] == "%":
            noun = Noun(MEASURE)
        if noun is None and (self.folded[max(0, start - 2) : start].strip()[-1:] in _MONEY):
            noun = Noun(MEASURE)
        if (noun is None and self._is_aged(said.start)) or self._is_of_time(end):
            noun = Noun(TIME)
        if (
            noun is None
            and _YEAR.fullmatch(self.folded[start:end])
            and not (said.approximate or said.open or said.up_to)
        ):
            return None
        few = cardinal.low != cardinal.high
        own = self.letters.stretch(start, end)
        whole = own if (said.start, said.end) == (start, end) else self.letters.stretch(said.start, max(said.end, end))
        return Number(
            *own, cardinal.low, cardinal.high,
            said.open or (cardinal.more and self.lang == "ar"),
            said.approximate or few or (cardinal.more and self.lang == "en"), said.up_to, cardinal.word, noun,
            False, whole, start, max(end, until),
        )  # fmt: skip

    def _implied(self, at: int) -> tuple[Number | None, int]:
        """A noun that is itself a number: a dual, a single one without an article, "a child"."""
        facts, noun = self.tokens[at].facts, self.tokens[at].facts.noun
        if self.lang == "en":
            if facts.stem not in ("a", "an"):
                return None, at + 1
            found, until, kind = self._run(at + 1, 3)
            if found is None or found.number != 1 or kind != PEOPLE:
                return None, at + 1
            return self._single(at, found, self.tokens[at].start, until), at + 1
        if facts.stem in ("احد", "احدي") and not facts.article:
            after = self.tokens[at + 1] if at + 1 < len(self.tokens) and self._beside(at + 1) else None
            of = after.facts.noun if after else None
            if after and of and of.kind == PEOPLE and of.number == 0:
                one = of._replace(number=1, outcome="")
                return self._single(at, one, self.tokens[at].start + len(facts.joined), after.end), at + 2
        if noun is None or noun.number == 0 or facts.article:
            return None, at + 1
        between = [before.text for before in self.tokens[max(0, at - 2) : at]]
        if noun.number == 1 and (not {"بين", "كم"}.isdisjoint(between[-1:]) or (facts.has_and and "بين" in between)):
            return None, at + 1
        token = self.tokens[at]
        start = token.start + len(facts.joined)
        if noun.number == 2:
            after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            said = bool(
                after and after.facts.numeral and after.facts.numeral.value == 2 and not after.facts.joined
                and self.cardinals.beside(at + 1)
            )  # fmt: skip
            if said:
                noun = noun._replace(sure=True)
            return self._single(at, noun, start, token.end), at + 1 + said
        if noun.kind != PEOPLE or facts.stem == "اصابه":
            return None, at + 1
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) and self.cardinals.beside(at + 1) else None
        said = after is not None and after.text in ("واحد", "واحده")
        if said and after is not None:
            return self._single(at, noun, start, after.end, counted=True)._replace(implied=False), at + 2
        return self._single(at, noun, start, token.end), at + 1

    def _single(self, at: int, noun: Noun, start: int, end: int, *, counted: bool = False) -> Number:
        said = how(self.folded, start, end, self.lang) if counted or noun.number == 2 else How(start, end)
        own = self.letters.stretch(start, end)
        whole = own if (said.start, said.end) == (start, end) else self.letters.stretch(said.start, said.end)
        return Number(
            *own, noun.number, noun.number, said.open,
            said.approximate, said.up_to, "",
            noun, True, whole, start, end,
        )  # fmt: skip

    def _is_named(self, at: int) -> bool:
        """Whether digits belong to a name: T4, Su-24, م-24, 5th, 17-years are none."""
        token = self.tokens[at]
        before = self.folded[token.start - 1 : token.start] if token.start else ""
        if at and self.tokens[at - 1].end == token.start:
            if self.tokens[at - 1].text not in _PREFIX_OF_DIGITS:
                return True
        elif before in ("-", "–") and at and self.tokens[at - 1].end == token.start - 1:
            if self.tokens[at - 1].kind == "word" and self.tokens[at - 1].text not in _PREFIX_OF_DIGITS:
                return True
        elif before in ("_", "#", "№", "."):
            return True
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is not None and after.start == token.end:
            return after.facts.noun is None and after.facts.numeral is None
        return self.folded[token.end : token.end + 1] in ("_", "°") or (
            self.folded[token.end : token.end + 1] == "/" and self.folded[token.end + 1 : token.end + 2].isdigit()
        )

    def _is_no_count(self, at: int, cardinal: Cardinal) -> bool:
        """Whether a number counts nothing: brigade 55, the fifty-fifth, one of them, the twentieth century."""
        token, facts = self.tokens[at], self.tokens[at].facts
        before = self.tokens[at - 1] if at and self._beside(at) else None
        if before is not None and any(stem in _NAMED for _, stem in ways(before.text)):
            people = cardinal.end < len(self.tokens) and self.tokens[cardinal.end].facts.noun
            if not (people and self._beside(cardinal.end)):
                return True
        behind = self.tokens[cardinal.end] if cardinal.end < len(self.tokens) else None
        if behind is not None and behind.text in FRACTIONS and self._beside(cardinal.end):
            return True
        if self.lang == "ar":
            if facts.numeral and facts.numeral.kind == "tens" and facts.has_and and at:
                ordinal = self.tokens[at - 1].facts
                if ordinal.stem in AR_ORDINALS:
                    return True
            if facts.stem in ("واحد", "واحده") and cardinal.end == at + 1:
                if before is not None and before.facts.noun and before.facts.noun.number == 1 and not facts.joined:
                    return before.facts.noun.kind != PEOPLE
                after = self.tokens[at + 1] if at + 1 < len(self.tokens) and self._beside(at + 1) else None
                return facts.article or not (after is not None and after.text in ("من", "منهم", "فقط", "علي"))
            if token.text in ("عشره", "عشر") and before is not None and before.facts.stem in AR_ORDINALS - {"واحد"}:
                return True
            return bool(facts.stem in ("ثاني",))
        if facts.stem == "one" and cardinal.end == at + 1:
            noun, _, kind = self._run(at + 1, 3)
            after = self.tokens[at + 1] if at + 1 < len(self.tokens) and self._beside(at + 1) else None
            if before is not None and before.text in ("no", "any", "every", "each", "the", "which", "this", "another"):
                return True
            if after is not None and after.text in ("killed", "dead", "injured", "wounded", "missing", "more"):
                return False
            if before is not None and before.text in _HARMED and (after is None or after.text in _GOES_ON):
                return False
            return noun is None or kind != PEOPLE or (after is not None and after.text == "of")
        return False

    def _changed(self, one: Number) -> bool:
        """Whether something is said before a number that rises or falls from it."""
        return bool(_CHANGED.search(self.folded[max(0, one.first - 60) : one.first]))

    def _joined(self, one: Number, two: Number) -> Number | None:
        """Two numbers that are the ends of one range."""
        if one.implied or two.implied or one.word or two.word or one.noun or not one.low == one.high < two.low:
            return None
        gap = self.folded[one.last : two.first]
        between = _BETWEEN.search(self.folded[max(0, one.first - 16) : one.first])
        if between:
            if gap.strip() not in ("و", "and", "وال"):
                return None
        elif (
            not _JOINING.fullmatch(gap)
            or gap.strip() == "and"
            or (self._changed(one) and _FROM.search(self.folded[max(0, one.first - 8) : one.first]))
            or (_OR.search(gap) and two.low > 2 * one.low)
        ):
            return None
        return two._replace(
            start=one.start, said=(one.said[0], two.said[1]), low=one.low, high=two.high, first=one.first,
            approximate=one.approximate or two.approximate, open=one.open or two.open, up_to=False,
        )  # fmt: skip
