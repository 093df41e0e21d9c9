"""The table of ranges: what the claims of the whole site come to, event by event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import EventCount

from ..page.site_view import SiteView
from .columns import OPEN, OUTCOME, UNIT, Column
from .events import FORMAT as EVENTS
from .format import ForeignKey, Format, Row, Schema

COLUMNS = (
    Column("event", N_("The event: the slug of the report that declares it, and its id there"), "id", True),
    OUTCOME,
    UNIT,
    Column(
        "who",
        N_(
            "Who is counted: `all`, `civilians`, `combatants`, `unknown` (of figures that give no status), those whom "
            "a word such as `children` names, or the combatants of a side, as `combatants:` and the side"
        ),
        "text",
        True,
    ),
    Column("low", N_("The low end of the range; empty where nobody counted"), "number"),
    Column("high", N_("The high end of the range; empty where nobody counted"), "number"),
    OPEN,
    Column("approximate", N_("Whether the range is not exact"), "truth", True),
    Column("contested", N_("Whether somebody denies a count in it, or that the event took place"), "truth", True),
    Column("origins", N_("The number of separate sources of the counts behind the range"), "number", True),
    Column("accounts", N_("The number of counts behind the range, of all these people or of some"), "number", True),
)


def range_rows(counts: Iterable[EventCount]) -> Iterator[Row]:
    """A row for each row of each count, in their order."""
    for counted in counts:
        for who, group in counted.rows.items():
            range = group.range
            yield {
                "event": counted.event,
                "outcome": counted.outcome,
                "unit": counted.unit,
                "who": who,
                "low": range.low if range else None,
                "high": range.high if range else None,
                "open": bool(range and range.open),
                "approximate": bool(range and range.approximate),
                "contested": bool(range and range.contested),
                "origins": len(group.origins),
                "accounts": len(group.accounts),
            }


def _rows(site: SiteView) -> Iterator[Row]:
    yield from range_rows(site.findings.counts.values())


FORMAT = Format(
    order=25,
    path="ranges.csv",
    title=N_("Ranges: how many people each event befell"),
    description=N_(
        "A row is what the claims of all reports say of one event, one outcome and one group of people, by the "
        "counting rules. Rows must not be added up: the people of one may be among those of another, and an event may "
        "be part of another."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(
        primary_key=("event", "outcome", "unit", "who"), foreign_keys=(ForeignKey(("event",), EVENTS, ("event",)),)
    ),
    rows=_rows,
)
