"""What in a record is possible and hardly ever so: an event after its report, an air strike of three months."""

from __future__ import annotations

import re
from datetime import timedelta

from .. import messages
from ..distances import misplaced
from ..file_text import position, read_text
from ..model import Casualties, Registry
from ..nodes import Node
from ..problems import Problems
from ..record import RecordFile

#: Types of events that are over within a day.
OF_ONE_DAY = frozenset(
    "air-strike drone-strike missile-strike bombing mine chemical-weapon shooting execution attack-on-civilians".split()
)
#: Such an event can be told as so many days; more are told as one event of many ``attacks``.
_LONGEST = timedelta(31)
#: An id with the comment of `make suggest`.
SUGGESTED = re.compile(r"^[ \t]+([a-z][a-z0-9-]*):[ \t]+# suggested\b", re.M)
_OUTCOMES_OF_ALL = ({"women", "men"}, {"children", "women", "men"}, {"civilians", "combatants"}, {"girls", "boys"})


def warn_of_late_events(file: RecordFile, problems: Problems) -> None:
    """An event that begins after the report was published."""
    if file.record is None or file.record.published.latest is None:
        return
    for id, event in file.record.events.items():
        if event.when and event.when.earliest and event.when.earliest > file.record.published.latest:
            mark = file.events[id].node.start_mark
            problems.warning(
                file.path, mark.line + 1, mark.column + 1,
                messages.LATE_EVENT(id=id, date=str(event.when), published=str(file.record.published)),
            )  # fmt: skip


def warn_of_long_events(file: RecordFile) -> None:
    """An event of one day's kind that lasts longer than a month, is told as no number of attacks, and has no parts."""
    record = file.record
    if record is None:
        return
    wholes = {event.part_of for event in record.events.values()}
    for id, event in record.events.items():
        when = event.when
        if not when or not when.interval or event.attacks or id in wholes or not set(event.types) <= OF_ONE_DAY:
            continue
        if when.earliest and when.latest and when.latest - when.earliest > _LONGEST and event.types:
            file.events[id].warning(messages.LONG_EVENT(id=id, type=event.types[0], date=str(when)))


def warn_of_points(file: RecordFile, registry: Registry) -> None:
    """An event's point that is far from the points of its places."""
    for id, event in file.record.events.items() if file.record else ():
        for place in event.where if event.point else ():
            told = misplaced(event.point, place, registry) if event.point else None
            if told:
                file.events[id].warning(told(id=id, place=place))
                break


def warn_of_suggestions(file: RecordFile, problems: Problems) -> None:
    """Entries that were proposed from the words, and bear the comment that nobody has confirmed them."""
    text = read_text(file.path, Problems())
    found = list(SUGGESTED.finditer(text)) if text and "# suggested" in text else []
    if found:
        problems.warning(file.path, *position(text or "", found[0].start(1)), messages.UNCONFIRMED(count=len(found)))


def warn_of_large_parts(node: Node, claim: str, entry: Casualties) -> None:
    """Parts of a figure that exclude one another, and are more together than the figure."""
    if len(entry.figures) != 1:
        return
    whole = entry.figures[0][1]
    if whole.high is None or whole.open:
        return
    parts = {part.group: part.figure.low or 0 for part in entry.including}
    for apart in _OUTCOMES_OF_ALL:
        known = [group for group in parts if group in apart]
        if len(known) > 1 and sum(parts[group] for group in known) > whole.high and max(parts.values()) <= whole.high:
            node.warning(messages.LARGE_PARTS(claim=claim, groups=tuple(known), figure=whole.written))
            return


def warn_of_record(file: RecordFile, registry: Registry, problems: Problems) -> None:
    """All that can be told of a record by itself."""
    warn_of_late_events(file, problems)
    warn_of_long_events(file)
    warn_of_points(file, registry)
    warn_of_suggestions(file, problems)
    for id, claim in file.record.claims.items() if file.record else ():
        for entry in claim.casualties:
            if id in file.claims:
                warn_of_large_parts(file.claims[id], id, entry)
