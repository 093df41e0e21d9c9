"""What a number counts: the noun behind it, or before it, and what the words beside say of the same people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .cardinals import Cardinal, reader_of
from .letters import Letters, fold
from .nouns import KILLED_OR_INJURED, MEASURE, PEOPLE, Noun, many
from .tokens import Token

#: These are of people, where a number is told of them: 27 من كتائب النهر.
_OF_FIGHTERS = frozenset(
    map(fold, "كتائب لواء ألوية فصائل فصيل سرايا حزب تنظيم دولة منظمة قبيلة طرف أطراف حكومة".split())
)
#: Behind the number of an age stand these, or before it.
_AGE_BEFORE = re.compile(
    r"(?<![^\W_])[وفبل]?(?:aged?|عمرها?|عمره|عمرهم|اعمارهم|اعمارهن|العمر|يبلغ|تبلغ|سن|بعمر|سنها?|age of|ages "
    r"of|ages?|turned|(?:man|woman|boy|girl|child|baby|son|daughter|youth) of)\s*(?:بين\s*|between\s*|from\s*|من\s*)?"
    r"(?:\w+\s*(?:to|and|or|-|–|و|الى|او)\s*)?$"
)
#: Without one of these nothing before a number says that it is an age.
_OF_AGES = re.compile("عم[را]|سن|بلغ|age|turned|of ")
_AGE_BEHIND = re.compile(r"\s*(?:عاما? |سنه )?من (?:ال)?عمر")
_CLOCK = re.compile(r"\s?[ap]\.\s?m\b")
_STOP = re.compile(r"[.,;:؛،؟?!()\[\]/\n]|\s[-–—]\s")
_EN_STOP = frozenset(
    "and or but in at on from to by with for of the was were is are be been being had has have that which who whom as "
    "when while after before during since until into over under near between among its his their her our these those "
    "killed left led them it this not than through against around outside inside said".split()
)


class Counted:
    """The tokens of a text, ``known`` where a number can begin, ready for its numbers; ``taken`` are stretches in
    folded letters that hold none."""

    def __init__(
        self,
        letters: Letters,
        tokens: Sequence[Token],
        known: Sequence[int],
        lang: str,
        taken: Iterable[tuple[int, int]],
    ) -> None:
        self.letters, self.tokens, self.known, self.lang = letters, tokens, known, lang
        self.folded = letters.folded
        self.taken = sorted(taken)
        self.cardinals = reader_of(tokens, self.folded, lang)

    def _noun(self, at: int, cardinal: Cardinal) -> tuple[Noun | None, int]:
        """What a number counts, and up to where that is said."""
        end = cardinal.end
        if self.lang == "en":
            start, steps = end, 4
            if end < len(self.tokens) and self.tokens[end].facts.stem == "of" and self._beside(end):
                start, steps = end + 1, 6
                if start < len(self.tokens) and self.tokens[start].text in ("them", "whom", "these", "those"):
                    start, steps = start + 1, 2
            found, until, _ = self._run(start, steps)
            return found, until
        token = self.tokens[end] if end < len(self.tokens) and self._beside(end) else None
        if token is not None and token.kind == "word":
            if token.facts.noun and not (token.facts.has_and or token.facts.joined in ("ب", "ل", "ك")):
                return self._with_group(token.facts.noun, end + 1, token)
            if token.text in ("من", "بين", "في") and end + 1 < len(self.tokens) and self._beside(end + 1):
                behind = self.tokens[end + 1]
                of = behind.facts.noun
                if of and (token.text == "من" or behind.text in ("المئه", "الميه", "المايه")):
                    return (None, 0) if behind.facts.stem in _OF_FIGHTERS else (many(of), behind.end)
            if token.facts.noun is None and not token.facts.joined:  # an adjective, or a word of no table
                behind_at = end + 1
                if behind_at < len(self.tokens) and self._beside(behind_at):
                    behind = self.tokens[behind_at]
                    if behind.facts.noun and not behind.facts.joined and behind.facts.noun.number != 2:
                        return None, 0
        before = self.tokens[at - 1] if at else None
        if before is not None and before.facts.noun and self._beside(at):
            number_alone = self.tokens[at].facts.stem in ("واحد", "واحده")
            if (self.tokens[at].facts.article and before.facts.article) or (
                number_alone and before.facts.noun.number == 1
            ):
                return self._with_state(before.facts.noun, at - 2), 0
            if self.tokens[at].facts.article and before.facts.noun.kind == PEOPLE:
                return self._with_state(before.facts.noun, at - 2), 0
        return None, 0

    def _with_state(self, noun: Noun, at: int) -> Noun:
        """The noun with what the one before it says of the same people: الشهداء الأطفال الثمانية."""
        before = self.tokens[at].facts if at >= 0 and self._beside(at + 1) else None
        if noun.outcome or noun.kind != PEOPLE or before is None or not before.article or before.noun is None:
            return noun
        return noun._replace(outcome=before.noun.outcome) if before.noun.kind == PEOPLE else noun

    def _with_group(self, noun: Noun, at: int, token: Token) -> tuple[Noun, int]:
        """The noun with what the next one says of the same people (طلاب أطفال, قتيل وجريح), and up to where."""
        whole, until = many(noun), token.end
        if noun.kind != PEOPLE or at >= len(self.tokens) or not self._beside(at):
            return whole, until
        facts = self.tokens[at].facts
        more = facts.noun
        if more is None or more.kind != PEOPLE:
            return whole, until
        if not facts.joined:
            whole = whole._replace(group=noun.group or more.group, outcome=noun.outcome or more.outcome)
            return whole, self.tokens[at].end if more.number == 1 or not more.sure else until
        other = {noun.outcome, more.outcome} == {"killed", "injured"} and more.number == noun.number
        if other and facts.has_and and facts.article == token.facts.article and facts.stem != "اصابه":
            return whole._replace(outcome=KILLED_OR_INJURED), self.tokens[at].end
        return whole, until

    def _run(self, at: int, steps: int) -> tuple[Noun | None, int, str]:
        """In English the last noun of the first that stand in a row, within so many steps: two school buses."""
        found: Noun | None = None
        until = 0
        for index in range(at, min(at + steps, len(self.tokens))):
            token = self.tokens[index]
            if not self._beside(index, hyphen=True) or token.kind != "word" or token.facts.numeral:
                break
            if token.text in _EN_STOP and token.text not in (
                "the",
                "its",
                "his",
                "their",
                "her",
                "our",
                "these",
                "those",
            ):
                break
            noun = token.facts.noun
            if noun is None:
                if found:
                    break
                continue
            if found and ((found.outcome and noun.outcome) or found.kind == MEASURE):  # 155 mm shells
                break
            group = (found.group if found else "") or noun.group
            outcome = (found.outcome if found else "") or noun.outcome
            people = noun.kind == PEOPLE
            state = found and people and noun.outcome and not noun.number  # a farmer dead
            found = Noun(
                noun.kind,
                outcome if people else "",
                group if people else "",
                found.number if found and state else noun.number,
            )
            until = token.end
            after = self.tokens[index + 1 : index + 3]
            other = after[1].facts.noun if len(after) == 2 and after[0].text in ("and", "or") else None
            if people and other and {outcome, other.outcome} == {"killed", "injured"}:
                return found._replace(outcome=KILLED_OR_INJURED), after[1].end, PEOPLE
        return found, until, found.kind if found else ""

    def _is_aged(self, start: int) -> bool:
        """Whether what stands before a number says that it is an age."""
        before = self.folded[max(0, start - 32) : start]
        return bool(_OF_AGES.search(before) and _AGE_BEFORE.search(before.removesuffix("ال")))

    def _is_of_time(self, end: int) -> bool:
        """Whether what stands behind a number says that it is an age, or an hour."""
        if self.lang == "en":
            return bool(_CLOCK.match(self.folded, end))
        return "عمر" in self.folded[end : end + 16] and bool(_AGE_BEHIND.match(self.folded, end))

    def _beside(self, at: int, *, hyphen: bool = False) -> bool:
        gap = self.folded[self.tokens[at - 1].end : self.tokens[at].start] if at else ""
        return gap == " " or (not _STOP.search(gap) and (hyphen or "-" not in gap.strip(" ")))
