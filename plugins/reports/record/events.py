"""The events of a record."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from .. import fields, messages, model
from ..figure_notation import parse_figure
from ..messages import Refused
from ..model import NO_WORDS, Event
from ..nodes import Node
from ..registry import each_once, known_id, point
from .file import Context, has_key, word, words

KEYS = fields.keys(fields.EVENT)
#: What an event that another report declares can have here.
BESIDE_SAME_AS = ("same-as", "title", "background", "part-of")
#: A code, or an id that an event once had: letters and digits of any script, and what parts them.
_CODE = re.compile(r"[^\W_](?:[\w./-]{0,98}\w)?")


def read_event(id: str, node: Node, context: Context, ids: Collection[str]) -> Event | None:
    """An event, or ``None`` where it lacks what every event has; ``ids`` are those of all events of the record.

    What is wrong is told.
    """
    values = node.fields(messages.THE_EVENT(id=id), KEYS)
    title = words(values, "title", messages.THE_TITLE()) or NO_WORDS
    background = "background" in values and values["background"].flag("`background`")
    part_of = None
    if "part-of" in values:
        part_of = known_id(values["part-of"], messages.EVENT_OF_RECORD(), ids, context.kind)
    if part_of:
        context.file.part_of[id] = (values["part-of"], part_of)
    if "same-as" in values:
        for key, value in values.items():
            if key not in BESIDE_SAME_AS:
                value.error(messages.KEY_BESIDE_SAME_AS(id=id, key=key))
        target = context.reference(values["same-as"], messages.AN_EVENT())
        context.file.same_as[id] = (values["same-as"], target)
        if target is None:
            return None
        return Event(id, background=background, part_of=part_of, same_as=target, title=title)
    for key in ("type", "when"):
        if node.is_mapping and not has_key(node, key):
            node.error(messages.EVENT_LACKS(id=id, key=key))
    types = _several(values, "type", messages.EVENT_TYPE(), model.EVENT_TYPES)
    when = values["when"].date("`when`") if "when" in values else None
    where = _where_exactly(id, values)
    event = Event(
        id,
        types,
        when,
        where=context.places(values, "where"),
        point=where[0],
        accuracy=where[1],
        actors=context.actors(values, "actors"),
        weapon=words(values, "weapon") or NO_WORDS,
        target=_several(values, "target", messages.TARGET(), model.TARGETS),
        attacks=values["attacks"].parsed("`attacks`", parse_figure) if "attacks" in values else None,
        grade=word(values, "grade", messages.GRADE(), model.GRADES),
        provisional="provisional" in values and values["provisional"].flag("`provisional`"),
        background=background,
        part_of=part_of,
        code=_code(id, values, context),
        former=_former(id, values, context),
        note=words(values, "note") or NO_WORDS,
        title=title,
    )
    return event if types and when else None


def _several(
    values: Mapping[str, Node], key: str, what: messages.Message, vocabulary: Collection[str]
) -> tuple[str, ...]:
    """The words of a vocabulary that a list has."""
    items = values[key].several(f"`{key}`") if key in values else ()
    return each_once(key, ((item, item.word(what, vocabulary)) for item in items))


def _where_exactly(id: str, values: Mapping[str, Node]) -> tuple[tuple[float, float] | None, str | None]:
    """The point of an event and its accuracy, of which neither stands alone."""
    for key, other in (("point", "accuracy"), ("accuracy", "point")):
        if key in values and other not in values:
            values[key].error(messages.POINT_AND_ACCURACY(id=id, key=key, other=other))
    exactly = point(values["point"]) if "point" in values else None
    return exactly, word(values, "accuracy", messages.ACCURACY(), model.ACCURACIES)


def code(text: str) -> str:
    """A code of an event. Raises ``Refused``."""
    if not _CODE.fullmatch(text):
        raise Refused(messages.NO_EVENT_CODE(value=text))
    return text


def _code(id: str, values: Mapping[str, Node], context: Context) -> str | None:
    value = values["code"].parsed("`code`", code) if "code" in values else None
    if value:
        context.file.codes[id] = (values["code"], value)
    return value


def _former(id: str, values: Mapping[str, Node], context: Context) -> tuple[str, ...]:
    items = values["former"].several("`former`") if "former" in values else []
    found = [(item, item.parsed("`former`", code)) for item in items]
    former = each_once("former", found)
    context.file.former[id] = [(item, value) for item, value in found if value]
    return former
