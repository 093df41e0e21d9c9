"""What the words of a claim say of people harmed, against the figures that its record has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from words import Casualty, Number, Reading, casualties_in
from words.nouns import FAMILIES, PEOPLE

from .. import messages
from ..figure_notation import UNCOUNTED, WORDS, Figure
from ..model import Block, Casualties, Claim, Mark
from ..problems import Problems
from .looked_at import LookedAt

KILLED_OR_INJURED = "killed-or-injured"
#: Outcomes that words do not tell apart as a record does.
_ALIKE = ({"killed", "died"}, {"detained", "abducted"}, {"missing", "abducted"})
_STATUS = {"civilians", "combatants"}
#: What counts some of others: the two of them, 12 of the dead.
_OF_OTHERS = re.compile(r" of the | of them|(?<!\w)من ال|منهم")
_OTHER_STATUS = {"civilians": "combatants", "combatants": "civilians"}


@dataclass(frozen=True, slots=True)
class _Recorded:
    """A figure of a record: of which outcome and entry, and of which of its people where it counts a part."""

    outcome: str
    figure: Figure
    entry: Casualties
    group: str = ""

    @property
    def status(self) -> str:
        """Whether it counts civilians or combatants, where that is said."""
        return self.group if self.group in _STATUS else "" if self.group else self.entry.who


@dataclass(slots=True)
class _Said:
    """What the own words of a mark say: its numbers of people, and which of them say what befell those."""

    mark: Mark
    numbers: list[Number] = field(default_factory=list)
    harmed: dict[int, Casualty] = field(default_factory=dict)


def warn_of_figures(
    looked: LookedAt,
    claims: Mapping[str, Claim],
    problems: Problems,
    named: frozenset[str] = frozenset(),
    *,
    all_claimed: bool = True,
) -> None:
    """Numbers in a claim's own words that no figure of it has, or has otherwise; numbers of people harmed in a claim
    without figures, and, where ``all_claimed``, in no claim if none has them. ``claims`` are by id as it is marked; no
    number stands in the marks of what is ``named``, and a source's own slip is kept."""
    of_block: dict[int, list[Mark]] = defaultdict(list)
    marked: set[str] = set()
    for mark in looked.text.marks:
        ids = [id for id in mark.ids if id in claims]
        if ids:
            of_block[mark.block].append(mark)
            marked.update(ids)
    recorded = {id: list(_recorded(claims[id])) for id in (claims if all_claimed else marked)}
    known: set[int | None] | None = None
    if all_claimed:
        known = {end for some in recorded.values() for one in some for end in (one.figure.low, one.figure.high)}
    for block, reading in looked.readings:
        of_claims = of_block.get(block.number, ())
        counted = any(claims[id].casualties for mark in of_claims for id in mark.ids if id in claims)
        if not counted and ((not of_claims and known is None) or not _says_harm(reading)):
            continue
        said = {mark.number: _Said(mark) for mark in of_claims}
        compared = list(_compared(looked, block, reading, said, named, known))
        if not compared:
            continue
        above = looked.above.get(block.number, "")
        harmed = {(one.start, one.end): one for one in casualties_in(reading, uncounted=False, above=above)}
        for number, inner in compared:
            casualty = harmed.get((number.start, number.end))
            if inner:
                if casualty:
                    inner.harmed[len(inner.numbers)] = casualty
                inner.numbers.append(casualty.number if casualty and casualty.number else number)
            elif casualty and not casualty.above:
                looked.warn(
                    problems, block.number, number.start,
                    messages.UNCLAIMED_FIGURE(word=block.text[number.start : number.end]),
                )  # fmt: skip
        for one in said.values():
            if one.numbers:
                _compare(looked, one, claims, recorded, problems)


def _compared(
    looked: LookedAt,
    block: Block,
    reading: Reading,
    said: Mapping[int, _Said],
    named: frozenset[str],
    known: Collection[int | None] | None,
) -> Iterator[tuple[Number, _Said | None]]:
    """The numbers of people in a block that are held against a record: those in the words of a claim, with these; and
    those outside of every claim that none has, where it is asked what they count."""
    for number in reading.numbers:
        if number.counts not in (PEOPLE, FAMILIES, ""):
            continue
        held = looked.holding(block.number, number.start, number.end)
        if any(mark.when or mark.sic is not None or not named.isdisjoint(mark.ids) for mark in held):
            continue
        inner = next((said[mark.number] for mark in held if mark.number in said), None)
        alone = inner is None and block.kind != "heading" and _is_counted(number) and not _is_known(number, known)
        if inner or (alone and _is_told_alone(number, reading)):
            yield number, inner


def _says_harm(reading: Reading) -> bool:
    """Whether a word in a block says that people were harmed."""
    for at in reading.telling:
        facts = reading.tokens[at].facts
        if facts.cue or facts.sign == "phrase" or (facts.noun and facts.noun.outcome):
            return True
    return False


def _is_told_alone(number: Number, reading: Reading) -> bool:
    """Whether a number outside of every claim counts people by itself, and is none of "the two" or "12 of the dead"."""
    words = reading.letters.folded[number.first : number.last + 8]
    return number.noun is not None and not _OF_OTHERS.search(words)


def _is_known(number: Number, known: Collection[int | None] | None) -> bool:
    """Whether a number outside of every claim is that of one, told again; or a word, or not looked for."""
    return known is None or bool(number.word) or (number.low in known and number.high in known)


def _is_counted(number: Number) -> bool:
    """Whether a number is one, and no "a child", nor what may be no dual."""
    return not (number.implied and (number.low == 1 or (number.noun is not None and not number.noun.sure)))


def _compare(
    looked: LookedAt,
    said: _Said,
    claims: Mapping[str, Claim],
    figures_of: Mapping[str, list[_Recorded]],
    problems: Problems,
) -> None:
    block, text = said.mark.block, looked.text.blocks[said.mark.block - 1].text
    of_mark = {id: claims[id] for id in said.mark.ids if id in claims}
    recorded = {id: figures_of[id] for id in of_mark}
    everything = [one for figures in recorded.values() for one in figures]
    id = next((id for id, figures in recorded.items() if figures), next(iter(of_mark)))
    for index, number in enumerate(said.numbers):
        word, whole, casualty = text[number.start : number.end], text[slice(*number.said)], said.harmed.get(index)
        if not everything:
            if casualty and not casualty.above and _is_counted(number) and not _denies(of_mark.values()):
                looked.warn(problems, block, number.start, messages.FIGURE_WITHOUT_ENTRY(id=id, word=word))
                return
            continue
        same = [one for one in everything if _counts(one.figure, number)]
        if same:
            told = _otherwise(number, word, whole, casualty, same, id)
        elif _is_missing(number, casualty, said, index, recorded):
            near, swapped = _near(number, everything), _swapped(number, everything)
            told = messages.OTHER_FIGURE(id=id, word=word)
            if swapped:
                told = messages.SWAPPED_DIGITS(id=id, word=word, figure=swapped.figure.written)
            elif near:
                told = messages.HOW_COUNTED(id=id, word=whole, figure=near.figure.written, better=written_as(number))
        else:
            told = None
        if told:
            at = number.said[0] if told.template is messages.HOW_COUNTED else number.start
            looked.warn(problems, block, at, told)


def _denies(claims: Iterable[Claim]) -> bool:
    return any(claim.denies or claim.stance in ("denies", "urges") for claim in claims)


def _recorded(claim: Claim) -> Iterator[_Recorded]:
    for entry in claim.casualties:
        for outcome, figure in entry.figures:
            yield _Recorded(outcome, figure, entry)
        for part in entry.including:
            outcome = entry.figures[0][0] if entry.figures else ""
            yield _Recorded(outcome, part.figure, entry, part.group)


def _counts(figure: Figure, number: Number) -> bool:
    """Whether a figure is that number, however it is said."""
    if not figure.counted or figure.low is None or figure.high is None:
        return False
    if number.word or figure.word:
        return bool(number.word and figure.word) and {number.word, figure.word} <= {"tens", "dozens"} | {number.word}
    if number.low != number.high and number.approximate:  # between thirteen and nineteen, or so
        return number.low <= figure.high <= number.high
    if figure.low < figure.high and (
        (number.open and number.low == figure.low) or (number.up_to and number.high == figure.high)
    ):
        return True
    if figure.low == 0 < figure.high or number.up_to:
        return figure.high == number.high
    return (figure.low, figure.high) == (number.low, number.high)


def _is_missing(
    number: Number, casualty: Casualty | None, said: _Said, index: int, recorded: Mapping[str, list[_Recorded]]
) -> bool:
    """Whether a number is told and recorded nowhere: neither by itself nor as one of several that make a figure."""
    figures = [one.figure for some in recorded.values() for one in some]
    if number.word:
        least = WORDS[number.word]
        loose = any(figure.low is None or (figure.open and figure.low >= least) for figure in figures)
        return casualty is not None and not loose
    if not _is_counted(number):
        others = [one for one in said.harmed.values() if casualty and one.outcome == casualty.outcome]
        own = [
            one
            for some in recorded.values()
            for one in some
            if casualty and one.outcome == casualty.outcome and not one.group
        ]
        alone = (
            len(others) == 1
            and bool(own)
            and all(one.figure.counted and one.figure.written not in WORDS for one in own)
        )
        if not (alone and not _is_summed(said, index, figures)):
            return False
        return number.low != 2 or all(one.figure.low and one.figure.low > 2 for one in own)
    if number.low != number.high and number.approximate and any(not figure.counted for figure in figures):
        return False
    whole = [max((one.figure.high or 0 for one in some if not one.group), default=0) for some in recorded.values()]
    if len(whole) > 1 and number.low == sum(whole):
        return False
    return not _is_summed(said, index, figures)


def _is_summed(said: _Said, index: int, figures: Iterable[Figure]) -> bool:
    """Whether a number and those beside it make a figure together: an officer and four soldiers."""
    known = {figure.low for figure in figures if figure.counted} - {0}
    begin = max(0, index - 3)
    values = [number.low for number in said.numbers[begin : index + 4]]
    here = index - begin
    for first in range(here + 1):
        for last in range(max(first + 2, here + 1), min(len(values), first + 4) + 1):
            if sum(values[first:last]) in known:
                return True
    return False


def _swapped(number: Number, recorded: Iterable[_Recorded]) -> _Recorded | None:
    """The figure that has the digits of a number in another order."""

    def digits(one: Number | Figure) -> list[list[str]]:
        return [sorted(str(end)) for end in (one.low, one.high)]

    figures = (one for one in recorded if not number.word and one.figure.counted and not one.figure.word)
    return next((one for one in figures if digits(one.figure) == digits(number)), None)


def _near(number: Number, recorded: Iterable[_Recorded]) -> _Recorded | None:
    """The figure that is one end of a range that the words give."""
    if number.low == number.high:
        return None
    return next((one for one in recorded if one.figure.low == one.figure.high in (number.low, number.high)), None)


def _otherwise(
    number: Number, word: str, whole: str, casualty: Casualty | None, same: list[_Recorded], id: str
) -> messages.Message | None:
    """What the words say otherwise of a number that the record has."""
    if (
        casualty
        and number.noun
        and number.noun.outcome == "injured"
        and any(one.outcome == "displaced" for one in same)
    ):
        casualty = None  # wounded people who were taken away
    if casualty and not any(_is_alike(casualty.outcome, one.outcome) for one in same):
        recorded = same[0].outcome
        return messages.OTHER_OUTCOME(id=id, word=word, outcome=casualty.outcome, recorded=recorded)
    if casualty:
        same = [one for one in same if _is_alike(casualty.outcome, one.outcome)]
    if number.counts == FAMILIES and not any(one.entry.unit == FAMILIES for one in same):
        return messages.OTHER_UNIT(id=id, word=word)
    status = number.noun.group if number.noun else ""
    if status in _STATUS and all(one.status == _OTHER_STATUS[status] for one in same):
        return messages.OTHER_PEOPLE(id=id, word=word, said=status, recorded=_OTHER_STATUS[status])
    if number.word or _is_said(number, word, [one.figure for one in same]):
        return None
    return messages.HOW_COUNTED(id=id, word=whole, figure=same[0].figure.written, better=written_as(number))


def _is_alike(one: str, other: str) -> bool:
    if one == other or any({one, other} <= alike for alike in _ALIKE):
        return True
    return KILLED_OR_INJURED in (one, other) and {one, other} <= {KILLED_OR_INJURED, "killed", "injured"}


def _is_said(number: Number, word: str, figures: list[Figure]) -> bool:
    """Whether a figure says "about", "at least" and "up to" where the words do."""
    if number.low != number.high and number.approximate:
        return True
    loose = word.endswith(("odd", "something")) or "نيف" in word or "نيّف" in word
    for figure in figures:
        if figure.written == UNCOUNTED:
            continue
        if (
            figure.low is not None
            and figure.high is not None
            and 0 < figure.low < figure.high
            and not number.approximate
        ):
            return True
        if loose and (figure.approximate or figure.open):
            return True
        if number.up_to and figure.low != 0:
            continue
        if (figure.approximate or not number.approximate) and (figure.open or not number.open):
            return True
    return False


def written_as(number: Number) -> str:
    """How a record writes what the words say."""
    if number.low != number.high:
        return f"{number.low}-{number.high}"
    if number.up_to:
        return f"..{number.high}"
    return "~" * number.approximate + str(number.low) + "+" * number.open
