"""A column of a data file: what it holds, said once for the data package, the page of the data and the documentation.

Messages are English as a reader sees it; words between backticks are written as they stand in the files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bilingual import N_
from reports import model

#: What the cells of a column are, for a reader.
KINDS = {
    "text": N_("Text"),
    "id": N_("Id"),
    "word": N_("One of these words"),
    "list": N_("List, joined by `;`"),
    "array": N_("List"),
    "number": N_("Whole number"),
    "truth": N_("`true` or `false`"),
    "day": N_("Day"),
    "date": N_("Date in EDTF"),
    "degrees": N_("Degrees"),
    "code": N_("Code"),
    "address": N_("Address"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, of which kind its cells are, and whether one is ``required`` in every row.

    ``words`` are all that a cell, or its list, can hold, each with the vocabulary that has its label, empty where none
    has.
    """

    name: str
    description: str
    kind: str = "text"
    required: bool = False
    words: tuple[tuple[str, str], ...] = ()

    @property
    def choices(self) -> list[str]:
        """The words, each once."""
        return list(dict.fromkeys(word for _, word in self.words))


def labelled(vocabulary: str, words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Words that a cell can hold, with the vocabulary that has their labels."""
    return tuple((vocabulary, word) for word in words)


def steps(via: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The steps on the way of a claim as a cell lists them: several who each relayed it as ``bbc|guardian``."""
    return tuple("|".join(step) for step in via)


# Columns that several files have

REPORT = Column("report", N_("The report, by its slug"), "id", True)
CLAIM = Column("claim", N_("The claim, by its id in the report"), "id", True)
BY = Column(
    "by",
    N_("Who makes the claim: sources or parties; empty where the report says it itself, and where nobody is named"),
    "list",
)
VIA = Column(
    "via",
    N_("Who relayed the claim, nearest to its origin first; a vertical bar stands between several who each relayed it"),
    "list",
)
OUTCOME = Column("outcome", N_("What happened to the people"), "word", True, labelled("outcome", model.OUTCOMES))
UNIT = Column("unit", N_("Whether people or families are counted"), "word", True, labelled("unit", model.UNITS))
OPEN = Column("open", N_("Whether the true number may be higher than `high`"), "truth", True)
