"""What the project's reports say of each claim, against tables that were written from the pages that they cite.

Beside this file lies a table for each report, ``<slug>.tsv``, with a row for each of its claims. The tables were written
from the pages, not from the records: where the two differ, one of them is wrong, and the page says which. Columns are
parted by tabs, and the first row names them:

    claim   its id
    by      who says it: ids, joined by ", "; the publisher of the page where it speaks in its own voice; or
            ``unattributed`` where the page names nobody
    via     who passed it on, nearest to the speaker first: ``afp>dw|saudi-gazette`` is through AFP, and from there
            through DW and through the Saudi Gazette, each by itself; empty where nobody did
    figure  each figure of each entry, joined by "; ", as the format writes it: ``killed=81; injured=87+``; with
            ``cumulative`` before it where it covers a time of its own, and what is said of some of them after it, in
            brackets: ``cumulative killed=50+ (children=18+)``; ``families`` where it counts those: ``killed=3 families``
    who     who they were, a word for each figure: ``civilians; unknown``, or one for all; with the actor where the page
            says whose people they were: ``combatants of armed-opposition``

The order of speakers, of those who each relayed, of figures and of what is in brackets says nothing.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reports import Site
from reports.model import Casualties, Claim, Record
from reports.voices import speakers
from tests.conftest import CONTENTS

HERE = Path(__file__).parent
SLUGS = sorted(path.name for path in (CONTENTS["project"] / "reports").iterdir())
TABLES = sorted(path.stem for path in HERE.glob("*.tsv"))
COLUMNS = ["claim", "by", "via", "figure", "who"]

#: ``cumulative killed=50+ families (children=18+, women=8)``, where only ``killed=50+`` must be.
FIGURE = re.compile(
    r"(?P<cumulative>cumulative )?(?P<outcome>[a-z-]+)=(?P<written>\S+)(?P<families> families)?( \((?P<parts>[^()]+)\))?"
)


@dataclass(frozen=True)
class Said:
    """What stands in a row, or in a record, of one claim."""

    by: frozenset[str]
    via: tuple[frozenset[str], ...]
    figures: Counter[str]


@pytest.fixture(scope="session")
def records(content: Site) -> dict[str, Record]:
    """The records of the project's reports, as the program reads them."""
    return {report.slug: report.record for report in content.reports}


def test_every_report_has_a_table_and_every_table_a_report() -> None:
    assert TABLES == SLUGS


@pytest.mark.parametrize("slug", TABLES)
def test_every_claim_stands_in_the_table_once_and_every_row_is_a_claim(slug: str, records: dict[str, Record]) -> None:
    assert sorted(row["claim"] for row in rows_of(slug)) == sorted(records[slug].claims)


@pytest.mark.parametrize("slug", TABLES)
def test_each_claim_says_what_its_page_says(slug: str, records: dict[str, Record]) -> None:
    record = records[slug]
    written = {row["claim"]: row_says(row) for row in rows_of(slug)}
    recorded = {id: record_says(record, claim) for id, claim in record.claims.items()}
    differing = {id for id in written.keys() & recorded.keys() if written[id] != recorded[id]}
    assert {id: recorded[id] for id in differing} == {id: written[id] for id in differing}


def rows_of(slug: str) -> list[dict[str, str]]:
    """The rows of a report's table."""
    with (HERE / f"{slug}.tsv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
        rows = list(reader)
    assert reader.fieldnames == COLUMNS
    assert all(None not in row and None not in row.values() for row in rows), "a row has another number of cells"
    return rows


def row_says(row: dict[str, str]) -> Said:
    figures, who = items(row["figure"], "; "), items(row["who"], "; ")
    if len(who) == 1:
        who *= len(figures)
    assert len(figures) == len(who), f"{row['claim']}: {len(figures)} figures, and {len(who)} words for who they were"
    said = (figure_of(*pair) for pair in zip(figures, who, strict=True))
    by = frozenset() if row["by"] == "unattributed" else frozenset(items(row["by"], ", "))
    assert by or row["by"], f"{row['claim']}: nobody says it; write `unattributed` where the page names nobody"
    return Said(by, tuple(frozenset(step.split("|")) for step in items(row["via"], ">")), Counter(said))


def items(cell: str, between: str) -> list[str]:
    return cell.split(between) if cell else []


def figure_of(cell: str, who: str) -> str:
    """A figure of a row, with its parts in the order of the alphabet."""
    match = FIGURE.fullmatch(cell)
    assert match, f"`{cell}` is no figure"
    parts = items(match["parts"] or "", ", ")
    return told(bool(match["cumulative"]), match["outcome"], match["written"], bool(match["families"]), parts, who)


def told(cumulative: bool, outcome: str, written: str, families: bool, parts: Iterable[str], who: str) -> str:
    """A figure in words that can be compared and read."""
    words = ["cumulative"] * cumulative + [f"{outcome}={written}"] + ["families"] * families + sorted(parts)
    return " ".join([*words, f"[{who}]"])


def record_says(record: Record, claim: Claim) -> Said:
    figures = Counter(figure for entry in claim.casualties for figure in figures_of(entry))
    return Said(frozenset(speakers(record, claim)), tuple(map(frozenset, claim.via)), figures)


def figures_of(entry: Casualties) -> Iterator[str]:
    """The figures of an entry, as ``figure_of`` has those of a row."""
    who = entry.who + (f" of {', '.join(entry.of)}" if entry.of else "")
    parts = [f"{part.group}={part.figure}" for part in entry.including]
    for outcome, figure in entry.figures:
        yield told(entry.scope == "cumulative", outcome, str(figure), entry.unit == "families", parts, who)
