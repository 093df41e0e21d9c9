"""The casualties of a claim."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .. import messages, model
from ..figures import Figure, parse_figure
from ..model import Casualties, Part
from ..nodes import Node
from .file import Context, has_key, word

KEYS = (*model.OUTCOMES, "unit", "who", "of", "part", "including", "blames", "scope", "period", "where")
_PART = re.compile(r"[a-z0-9-]{1,100}")


def read_entry(claim: str, node: Node, context: Context) -> Casualties | None:
    """One entry of a claim's casualties, or ``None`` where it is no mapping. What is wrong is told."""
    values = node.fields(messages.CASUALTIES_OF(id=claim), KEYS)
    if not node.is_mapping:
        return None
    parsed = ((key, values[key].parsed(f"`{key}`", parse_figure)) for key in model.OUTCOMES if key in values)
    figures = tuple((outcome, figure) for outcome, figure in parsed if figure)
    if not any(has_key(node, outcome) for outcome in model.OUTCOMES):
        node.error(messages.ENTRY_WITHOUT_FIGURE(claim=claim))
    # A scope that is no word of the vocabulary is one error, not one of each of its rules.
    scope = word(values, "scope", messages.SCOPE(), model.SCOPES) if has_key(node, "scope") else "incident"
    period = values["period"].date("`period`") if "period" in values else None
    if scope == "cumulative" and not has_key(node, "period"):
        node.error(messages.CUMULATIVE_WITHOUT_PERIOD(claim=claim))
    if scope == "incident" and "period" in values:
        values["period"].error(messages.PERIOD_WITHOUT_CUMULATIVE(claim=claim))
    return Casualties(
        figures,
        unit=word(values, "unit", messages.UNIT(), model.UNITS) or "people",
        who=word(values, "who", messages.STATUS(), model.WHO) or "unknown",
        of=context.actors(values, "of"),
        part=_part(values),
        including=_including(values, figures, context),
        blames=context.actors(values, "blames"),
        scope=scope or "",
        period=period,
        where=context.places(values, "where"),
    )


def _part(values: Mapping[str, Node]) -> str | None:
    """The name of the people of whom the entry speaks."""
    name = values["part"].text("`part`") if "part" in values else None
    if name is not None and not _PART.fullmatch(name):
        values["part"].error(messages.NO_PART_NAME(value=name))
        return None
    return name


def _including(
    values: Mapping[str, Node], figures: tuple[tuple[str, Figure], ...], context: Context
) -> tuple[Part, ...]:
    """Some of the entry's people, by a word of the format or by the actor whose fighters they were."""
    if "including" not in values:
        return ()
    if len(figures) > 1:
        values["including"].error(messages.INCLUDING_OF_OUTCOMES())
    whole = figures[0][1] if figures else None
    groups = values["including"].fields("`including`", model.PARTS, actors=context.registry.actors)
    found: list[Part] = []
    for group, value in groups.items():
        part = value.parsed(f"`{group}`", parse_figure)
        if part:
            found.append(Part(group, part))
        if part and part.low and whole and whole.high is not None and not whole.open and part.low > whole.high:
            value.warning(messages.LARGE_PART(group=group))
    return tuple(found)


def warn_of_classes(claim: str, entries: list[tuple[Node, Casualties]]) -> None:
    """Warn of a class of people that stands beside everybody, as if they were among them: they are added."""
    told = [
        (entry.unit, outcome)
        for _, entry in entries
        if entry.scope == "incident" and _is_everybody(entry)
        for outcome, _ in entry.figures
    ]
    for node, entry in entries:
        if entry.scope == "incident" and not _is_everybody(entry):
            beside = [outcome for outcome, _ in entry.figures if (entry.unit, outcome) in told]
            if beside:
                node.warning(messages.CLASS_BESIDE_EVERYBODY(claim=claim, outcome=beside[0]))


def _is_everybody(entry: Casualties) -> bool:
    return entry.who == "unknown" and not entry.of and not entry.part
