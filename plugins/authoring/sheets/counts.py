"""How many people a row says were harmed: figures as records write them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports import messages
from reports.figure_notation import Figure, parse_figure
from reports.messages import Refused

from .cells import figure_of_cell, whole_number
from .headings import HIGH, LOW, Column
from .rows import RowReader


@dataclass(frozen=True, slots=True)
class Count:
    """People of one status whom one thing befell: the ``best`` figure, the ``range`` beside it, and some of them.

    ``parts`` are by a word of ``including``, or by the actor whose combatants they were.
    """

    outcome: str
    who: str = ""
    best: str = ""
    range: str = ""
    parts: dict[str, str] = field(default_factory=dict)


def counts_of(row: RowReader) -> list[Count]:
    """The counts of a row whose columns name figures, and ACLED's."""
    found: dict[tuple[str, str, str], dict[str, tuple[int, str]]] = {}
    for at, column, text in row.cells("figure"):
        if (figure := _figure(row, at, column, text)) is not None:
            found.setdefault((column.outcome, column.who, column.group), {})[column.end] = (at, figure)
    counts: dict[tuple[str, str], Count] = {}
    for (outcome, who, group), ends in found.items():
        if not group:
            best, between = _bounds(row, ends)
            counts[outcome, who] = Count(outcome, who, best, between)
    for outcome in {outcome for outcome, _ in counts}:
        _gather(counts, outcome)
    for (outcome, who, group), ends in found.items():
        if group:
            best, between = _bounds(row, ends)
            _add_part(row, counts, (outcome, who), group, best or between, next(iter(ends.values()))[0])
    counts |= _fatalities(row)
    return list(counts.values())


def _fatalities(row: RowReader) -> dict[tuple[str, str], Count]:
    """ACLED's number of the dead. Where none were reported it is 0: nobody has said that there were none."""
    number = row.read("fatalities", whole_number)
    return {("killed", ""): Count("killed", best=str(number))} if number else {}


def _figure(row: RowReader, at: int, column: Column, text: str) -> str | None:
    try:
        return str(whole_number(text)) if column.end else figure_of_cell(text)
    except Refused as refused:
        row.wrong(at, refused.message)
        return None


def _bounds(row: RowReader, ends: dict[str, tuple[int, str]]) -> tuple[str, str]:
    """The best figure and the range beside it; where there is one of both, that is the best."""
    best = ends.get("", (0, ""))[1]
    low, high = ends.get(LOW), ends.get(HIGH)
    if low and high and int(low[1]) > int(high[1]):
        row.wrong(high[0], messages.LOW_ABOVE_HIGH(low=low[1], high=high[1]))
        return best, ""
    between = ""
    if low and high:
        between = low[1] if low[1] == high[1] else f"{low[1]}-{high[1]}"
    elif low:
        between = f"{low[1]}+"
    elif high:
        between = f"..{high[1]}" if int(high[1]) else "0"
    if best and between:
        return best, between if between != best else ""
    return best or between, ""


def _gather(counts: dict[tuple[str, str], Count], outcome: str) -> None:
    """Civilians and combatants are some of the people where those are counted too: entries of a claim are added up."""
    whole = counts.get((outcome, ""))
    for who in ("civilians", "combatants") if whole else ():
        if part := counts.pop((outcome, who), None):
            assert whole is not None
            whole.parts[who] = part.best if not part.range else part.range


def _add_part(
    row: RowReader, counts: dict[tuple[str, str], Count], key: tuple[str, str], group: str, figure: str, at: int
) -> None:
    """Some of the people of an entry; where those were not counted, of people who are said to have been harmed."""
    outcome, who = key
    if not figure:
        return
    wholes = (who,) if who else ("", "civilians", "combatants")
    whole = next((counts[outcome, one] for one in wholes if (outcome, one) in counts), None)
    if whole is None:
        whole = counts[key] = Count(outcome, who, "some")
    if exceeds(figure, whole.best):
        row.wrong(at, messages.PART_ABOVE_WHOLE(part=figure, whole=whole.best))
    whole.parts[group] = figure


def exceeds(part: str, whole: str) -> bool:
    """Whether a figure is more than the one of which it is a part."""
    some, all_of_them = parse_figure(part), parse_figure(whole)
    return _counted(some, all_of_them) and not all_of_them.open and (some.low or 0) > (all_of_them.high or 0)


def _counted(*figures: Figure) -> bool:
    return all(figure.counted for figure in figures)


def counts_of_ucdp(row: RowReader, side_a: str, side_b: str) -> list[Count]:
    """The counts of UCDP GED: the best estimate, with the deaths of civilians and of either side in it; and the range
    from its lowest to its highest estimate.

    Deaths of unknown status are what the best estimate leaves when the others are taken from it.
    """
    best, low, high = (row.read(field, whole_number) for field in ("best", "low", "high"))
    if best is None:
        ends = {LOW: low, HIGH: high}
        found = {end: (row.sheet.at(end), str(number)) for end, number in ends.items() if number is not None}
        between = _bounds(row, found)[0]
        return [Count("killed", best=between)] if between else []
    if low is not None and low > best:
        row.missing("low", messages.OUTSIDE_BEST(end="low", number=low, best=best))
    if high is not None and high < best:
        row.missing("high", messages.OUTSIDE_BEST(end="high", number=high, best=best))
    parts = dict(_ucdp_parts(row, side_a, side_b))
    unknown = row.read("deaths-unknown", whole_number) or 0
    if sum(map(int, parts.values())) + unknown > best:
        row.missing("best", messages.PARTS_ABOVE_BEST(best=best))
    low, high = (best if low is None else low), (best if high is None else high)
    between = f"{low}-{high}" if low < best or best < high else ""
    return [Count("killed", best=str(best), range=between, parts=parts)]


def _ucdp_parts(row: RowReader, side_a: str, side_b: str) -> Iterator[tuple[str, str]]:
    for group, name in ((side_a, "deaths-a"), (side_b, "deaths-b"), ("civilians", "deaths-civilians")):
        number = row.read(name, whole_number)
        if group and number is not None:
            yield group, str(number)
        elif number:
            row.missing(name, messages.DEATHS_WITHOUT_SIDE(field=name.replace("-", "_")))
