"""The claims of a report in the order in which its text numbers them, by the headings under which it makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from findings import Attribution
from reports.model import Block, Mark, Text

from .site_view import Phrase


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that the text makes under one heading.

    ``heading`` is ``None`` for those above the first heading, and for those that are ``hidden``: no words of the text
    say them, since these are redacted.
    """

    heading: Phrase | None
    hidden: bool
    claims: tuple[Attribution, ...]


def claim_groups(claims: Iterable[Attribution], marks: Mapping[str, Sequence[Mark]], text: Text) -> list[ClaimGroup]:
    """Claims by heading. They are given by number; ``marks`` are those of the Arabic text, by claim.

    The headings are those of ``text``, whose blocks line up with those of the Arabic one.
    """
    headings = [block for block in text.blocks if block.kind == "heading"]

    def above(claim: Attribution) -> tuple[bool, Block | None]:
        first = min(marks.get(claim.claim.claim.id, ()), key=lambda mark: mark.number, default=None)
        if first is None:
            return True, None
        return False, next((block for block in reversed(headings) if block.number <= first.block), None)

    return [
        ClaimGroup(Phrase(block.text, text.lang) if block else None, hidden, tuple(together))
        for (hidden, block), together in groupby(claims, above)
    ]
