"""Which row of a sheet has its headings, what sheet it is, and what each column is read as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports import Problem, messages
from reports.slips import is_meant, says_no
from words.letters import fold

from .headings import ACLED, ACTORS, DOCUMENTS, INCIDENTS, PLACES, SOURCES, UCDP, Column, column_of, figure_of, known
from .mapping import NOT_READ, Mapped
from .tables import Row, Table

#: What a sheet can be of.
KINDS = {"incidents": INCIDENTS, "places": PLACES, "actors": ACTORS, "sources": SOURCES, "documents": DOCUMENTS}
#: What sheets are called that are of a kind.
_TITLES = {
    fold(word): kind
    for kind, words in {
        "incidents": "incidents incident events event حوادث الحوادث أحداث الأحداث",
        "places": "places place locations أماكن الأماكن مواقع",
        "actors": "actors actor parties جهات الجهات أطراف الأطراف",
        "sources": "sources source outlets مصادر المصادر",
        "documents": "documents document archive links وثائق الوثائق روابط",
    }.items()
    for word in words.split()
}
#: Data sets by columns that only they have, and their codebooks.
_DATA_SETS = {
    "UCDP GED": (("type_of_violence", "best", "low", "high"), "incidents", UCDP),
    "ACLED": (("event_id_cnty", "event_type", "sub_event_type"), "incidents", ACLED),
    "auto-archiver": (("link", "archive status", "archive location"), "documents", DOCUMENTS),
}
#: So many rows from the first are looked at for headings: titles may stand above them.
_HEAD = 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with what its columns are. ``known_as`` is the data set whose columns they are, where it is one.

    ``columns`` has each column that is read, by where it stands; ``unread`` are headings of the others, and ``twice``
    of those that an earlier column has given already; ``redacting`` are those of them whose cells say that something
    in their rows is to be redacted.
    """

    table: Table
    kind: str
    known_as: str
    headings: tuple[str, ...]
    columns: Mapping[int, Column]
    unread: tuple[int, ...]
    redacting: frozenset[int]
    rows: tuple[Row, ...]
    heading_row: int
    faults: Mapping[int, Sequence[Problem]]

    def has(self, field: str) -> bool:
        """Whether a column gives this."""
        return any(column.field == field for column in self.columns.values())

    def at(self, field: str) -> int:
        """Where the first column of a field stands; the first of all where there is none."""
        return next((at for at, column in self.columns.items() if column.field == field), 0)


def sheet_of(table: Table, mapped: Mapped) -> Sheet | Problem:
    """What a table is a sheet of, and its columns; a problem where nothing in it is known."""
    if not table.rows:
        return table.problem(1, 0, messages.EMPTY_SHEET())
    head = max(table.rows[:_HEAD], key=lambda row: sum(_is_known(cell, mapped) for cell in row.cells))
    headings = tuple(cell.strip() for cell in head.cells)
    if not any(_is_known(cell, mapped) for cell in headings):
        return table.problem(table.rows[0].number, 0, messages.NO_HEADINGS())
    known_as, kind, words = _recognized(table, headings, mapped)
    columns: dict[int, Column] = {}
    unread: list[int] = []
    for at, heading in enumerate(headings):
        column = _column(heading, words, mapped, with_figures=words is INCIDENTS)
        if column is None or column in columns.values():
            unread += [at] if heading else []
        else:
            columns[at] = column
    rows = [row for row in table.rows if row.number > head.number and not _is_tags(row)]
    faults: dict[int, list[Problem]] = defaultdict(list)
    for problem in table.faults:
        faults[problem.line].append(problem)
    redacting = frozenset(at for at in unread if mapped.column(headings[at]) is None and is_meant(headings[at]))
    for row, at in ((row, at) for row in rows for at in redacting if not says_no(row[at])):
        faults[row.number].append(table.problem(row.number, at, messages.ROW_REDACTED()))
    return Sheet(table, kind, known_as, headings, columns, tuple(unread), redacting, tuple(rows), head.number, faults)


def _is_known(cell: str, mapped: Mapped) -> bool:
    return len(cell) < 200 and (mapped.column(cell) is not None or known(cell, (*KINDS.values(), UCDP, ACLED)))


def _is_tags(row: Row) -> bool:
    """Whether a row has the hashtags of HXL."""
    cells = [cell for cell in row.cells if cell.strip()]
    return all(cell.lstrip().startswith("#") for cell in cells)


def _recognized(table: Table, headings: tuple[str, ...], mapped: Mapped) -> tuple[str, str, Mapping[str, str]]:
    """The data set, where it is a known one; the kind of sheet; and the words of its headings."""
    folded = {fold(heading).strip() for heading in headings}
    for name, (needed, kind, words) in _DATA_SETS.items():
        if folded.issuperset(needed):
            return name, kind, words
    kind = mapped.kind or _TITLES.get(fold(table.title).strip(), "")
    if not kind:
        kind = max(KINDS, key=lambda kind: _known_columns(headings, kind, mapped))
    return "", kind, KINDS[kind]


def _known_columns(headings: Iterable[str], kind: str, mapped: Mapped) -> int:
    """How many headings are those of a kind of sheet."""
    words = KINDS[kind]
    return sum(_column(heading, words, mapped, words is INCIDENTS) is not None for heading in headings)


def _column(heading: str, words: Mapping[str, str], mapped: Mapped, with_figures: bool) -> Column | None:
    """What a column is: as the mapping says, else as its heading does."""
    said = mapped.column(heading)
    if said == NOT_READ:
        return None
    heading = said or heading
    return column_of(heading, words) or (figure_of(heading) if with_figures else None)
