"""What stands above the people who are counted in lists and tables, and says what befell them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .nouns import FAMILIES, PEOPLE
from .outcomes import FREED
from .read_text import Reading

#: The kinds of pieces that have something above them, and in which it is looked for.
HEADING, PARAGRAPH, ITEM, CELL = "heading", "paragraph", "list item", "table cell"
#: The last sentence.
_LAST = re.compile(r"[^.!?؟]*$")
#: What people are long after it befell them.
_STATES = frozenset(("displaced", "detained", "abducted"))


class Piece(NamedTuple):
    """A piece of a text: of which kind, on which line it begins, and its words."""

    kind: str
    line: int
    reading: Reading


def outcomes_above(pieces: Sequence[Piece], *, subject: bool = True) -> list[str]:
    """For each piece the outcome of people counted in it that its words need not say: that of the head of its column,
    of the words before the list or table, of the heading, or, where ``subject`` asks for it, of what the text is about;
    empty where none says one."""
    found: list[str] = []
    heading = lead = ""
    about = _subject(pieces) if subject else ""
    head: list[tuple[str, bool]] = []
    for at, piece in enumerate(pieces):
        above = ""
        if piece.kind == HEADING:
            heading, lead = _said(piece.reading), ""
        elif piece.kind == CELL:
            if not at or pieces[at - 1].kind != CELL:
                head = [(_said(cell.reading), _is_of_others(cell.reading)) for cell in _line(pieces, at)]
            above = lead or heading or about
            cells = _line(pieces, at - _column(pieces, at))
            if len(cells) == len(head):
                outcome, others = head[_column(pieces, at)]
                above = "" if others else outcome or above
        elif piece.kind == ITEM:
            above = lead or heading or about
        else:
            lead = _said(piece.reading, _LAST) if piece.reading.text.rstrip().endswith(":") else ""
        found.append(above)
    return found


def _line(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """The cells from one on that stand in its line."""
    end = at
    while end < len(pieces) and (pieces[end].kind, pieces[end].line) == (CELL, pieces[at].line):
        end += 1
    return pieces[at:end]


def _column(pieces: Sequence[Piece], at: int) -> int:
    start = at
    while start and (pieces[start - 1].kind, pieces[start - 1].line) == (CELL, pieces[at].line):
        start -= 1
    return at - start


def _said(reading: Reading, within: re.Pattern[str] | None = None) -> str:
    """The only outcome that words say, or those from the match of a pattern on, by the way left aside."""
    match = within.search(reading.letters.folded) if within else None
    start = match.start() if match else 0
    telling = (reading.tokens[at] for at in reading.telling)
    outcomes = {
        token.facts.cue.outcome
        for token in telling
        if token.facts.cue and not token.facts.cue.weak and token.start >= start
    }
    if FREED in outcomes:
        return ""
    return outcomes.pop() if len(outcomes) == 1 else ""


def _subject(pieces: Iterable[Piece]) -> str:
    """What befell people by the first paragraph that says so, not who they were (the displaced): their death first."""
    for piece in pieces:
        if piece.kind == PARAGRAPH:
            facts = (piece.reading.tokens[at].facts for at in piece.reading.telling)
            known = ((one.noun, one.cue) for one in facts)
            told = [
                cue.outcome
                for noun, cue in known
                if cue and cue.outcome != FREED and not (noun and noun.outcome in _STATES)
            ]
            if told:
                return "killed" if "killed" in told else told[0]
    return ""


def _is_of_others(reading: Reading) -> bool:
    """Whether a head names what is counted, and that is no people."""
    kinds = {token.facts.noun.kind for token in reading.tokens if token.facts.noun}
    return bool(kinds) and kinds.isdisjoint((PEOPLE, FAMILIES))
