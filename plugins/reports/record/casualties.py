"""The casualties of a claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .. import fields, messages, model
from ..figure_notation import Figure, parse_figure
from ..messages import Message
from ..model import Casualties, Part, Registry
from ..nodes import Node
from .file import Context, has_key, word

KEYS = fields.keys(fields.CASUALTIES)
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
    who = word(values, "who", messages.STATUS(), model.WHO, lambda who: _no_status(who, context.registry))
    period = values["period"].date("`period`") if "period" in values else None
    if scope == "cumulative" and not has_key(node, "period"):
        node.error(messages.CUMULATIVE_WITHOUT_PERIOD(claim=claim))
    if scope == "incident" and "period" in values:
        values["period"].error(messages.PERIOD_WITHOUT_CUMULATIVE(claim=claim))
    return Casualties(
        figures,
        unit=word(values, "unit", messages.UNIT(), model.UNITS) or "people",
        who=who or "unknown",
        of=context.actors(values, "of"),
        part=_part(values),
        including=_including(values, figures, who, context),
        blames=context.actors(values, "blames"),
        scope=scope or "",
        period=period,
        where=context.places(values, "where"),
    )


def _no_status(word: str, registry: Registry) -> Message | None:
    """What was meant by a status that is an actor, or a word of ``including``."""
    if word in registry.actors:
        return messages.IS_ACTOR_NOT_STATUS(id=word)
    return messages.DID_YOU_MEAN(word=f"including: {{{word}: …}}") if word in model.WORDS else None


def _part(values: Mapping[str, Node]) -> str | None:
    """The name of the people of whom the entry speaks."""
    name = values["part"].text("`part`") if "part" in values else None
    if name is not None and not _PART.fullmatch(name):
        values["part"].error(messages.NO_PART_NAME(value=name))
        return None
    return name


def _including(
    values: Mapping[str, Node], figures: tuple[tuple[str, Figure], ...], who: str | None, context: Context
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
        if part and whole and not _fits(part, whole):
            value.warning(messages.LARGE_PART(group=group))
        status = "combatants" if group in context.registry.actors else group
        if {who, status} == {"civilians", "combatants"}:
            value.warning(messages.OTHER_STATUS(group=group, who=who or ""))
    return tuple(found)


def warn_of_parts(claim: str, entries: Sequence[tuple[Node, Casualties]], registry: Registry) -> None:
    """Warn of people who may be among those of another entry of the same claim: the entries are added."""
    incident = [(node, entry) for node, entry in entries if entry.scope == "incident"]
    for number, (node, entry) in enumerate(incident):
        for other_number, (_, other) in enumerate(incident):
            if number == other_number or not _may_hold(other, entry, registry):
                continue
            if number < other_number and _may_hold(entry, other, registry):  # the same people: the second entry is told
                continue
            wholes = dict(other.figures)
            outcome = next((key for key, figure in entry.figures if key in wholes and _fits(figure, wholes[key])), None)
            if outcome:
                node.warning(messages.PART_BESIDE_WHOLE(claim=claim, outcome=outcome))
                break


def _may_hold(whole: Casualties, part: Casualties, registry: Registry) -> bool:
    """Whether those of one entry may be among those of another, by what both say of them."""
    around = {place for inner in part.where for place in registry.around(inner)}
    return (
        not whole.part
        and whole.unit == part.unit
        and whole.who in ("unknown", part.who)
        and (not whole.of or (bool(part.of) and {*part.of} <= {*whole.of}))
        and (not whole.where or not part.where or not around.isdisjoint(whole.where))
    )


def _fits(part: Figure, whole: Figure) -> bool:
    """Whether a figure is no more than the one that it may be a part of."""
    return part.low is None or whole.high is None or whole.open or part.low <= whole.high
