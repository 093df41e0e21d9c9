"""The claims of a record."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain

from .. import fields, messages, model
from ..model import Claim
from ..nodes import Node
from ..registry import each_once, known_id, known_ids
from .casualties import read_entry, warn_of_parts
from .documents import language_tag
from .file import Context, word

KEYS = fields.keys(fields.CLAIM)


def read_claim(id: str, node: Node, context: Context, events: Collection[str], documents: Collection[str]) -> Claim:
    """A claim; ``events`` and ``documents`` are the ids of the record. What is wrong is told."""
    values = node.fields(messages.THE_CLAIM(id=id), KEYS)
    by = known_ids(values, "by", messages.SOURCE_OR_ACTOR(), context.speakers, context.kind)
    identified = word(values, "identified", messages.IDENTIFIED(), (*model.IDENTIFIED, model.UNATTRIBUTED))
    if identified == model.UNATTRIBUTED and "by" in values:
        values["identified"].error(messages.UNATTRIBUTED_WITH_BY(id=id))
    stance = word(values, "stance", messages.STANCE(), model.STANCES) or "asserts"
    denies = context.file.denies[id] = context.links(values, "denies", messages.A_CLAIM())
    updates = context.file.updates[id] = context.links(values, "updates", messages.A_CLAIM())
    if "denies" in values and stance != "denies":
        values["denies"].error(messages.DENIES_WITHOUT_STANCE(id=id))
    if "denies-what" in values and "denies" not in values:
        values["denies-what"].error(messages.DENIES_WHAT_WITHOUT_DENIES(id=id))
    about = known_ids(values, "about", messages.EVENT_OF_RECORD(), events, context.kind)
    items = values["casualties"].items("`casualties`") if "casualties" in values else []
    entries = [(item, entry) for item in items if (entry := read_entry(id, item, context))]
    named = values["about"].node.value if "about" in values else []
    if any(entry.scope == "incident" for _, entry in entries) and isinstance(named, list) and len(named) != 1:
        what = messages.EVENTS(count=len(named)) if named else messages.NO_EVENT()
        values["casualties"].error(messages.CASUALTIES_ABOUT(id=id, what=what))
    warn_of_parts(id, entries, context.registry)
    return Claim(
        id,
        by=by,
        via=_steps(values, context),
        documents=known_ids(values, "in", messages.DOCUMENT_OF_RECORD(), documents, context.kind),
        words=_words(values),
        as_of=values["as-of"].date("`as-of`") if "as-of" in values else None,
        updates=tuple(target for _, target in updates if target),
        first_count="first-count" in values and values["first-count"].flag("`first-count`"),
        identified=identified,
        stance=stance,
        denies=tuple(target for _, target in denies if target),
        denies_what=word(values, "denies-what", messages.DENIED(), model.DENIED) or model.DENIED[0],
        quote=word(values, "quote", messages.QUOTE(), model.QUOTES) or "indirect",
        reliability=word(values, "reliability", messages.RELIABILITY(), model.RELIABILITY),
        credibility=word(values, "credibility", messages.CREDIBILITY(), model.CREDIBILITY),
        about=about,
        casualties=tuple(entry for _, entry in entries),
    )


def _steps(values: Mapping[str, Node], context: Context) -> tuple[tuple[str, ...], ...]:
    """Who relayed a claim, step by step: a list within the list is one step of several."""
    items = values["via"].several("`via`") if "via" in values else []
    nodes = [item.several("`via`") if item.is_list else [item] for item in items]
    speaker = messages.SOURCE_OR_ACTOR()
    steps = [[(node, known_id(node, speaker, context.speakers, context.kind)) for node in step] for step in nodes]
    each_once("via", chain.from_iterable(steps))
    named = (tuple(id for _, id in step if id) for step in steps)
    return tuple(step for step in named if step)


def _words(values: Mapping[str, Node]) -> dict[str, str]:
    """The words of a document, by their language."""
    found: dict[str, str] = {}
    for key, value in values["words"].entries("`words`") if "words" in values else ():
        lang = key.parsed("`words`", language_tag)
        text = value.text(messages.IN_LANGUAGE(what="`words`", lang=lang)) if lang else None
        if lang in found:
            key.error(messages.TWICE_IN_LIST(value=lang, key="words"))
        elif lang and text:
            found[lang] = text
    return found
