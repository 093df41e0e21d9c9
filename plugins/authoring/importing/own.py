"""What a site of ours handed out, as the report that it was: the same marks, and the record that stands beside them."""

from __future__ import annotations

import re

from reports import messages
from reports.registry import RESERVED

from .annotated import Annotated, Annotation, Stretch
from .drafting import Draft
from .entries import Entries
from .labels import ACTOR, PLACE, SOURCE
from .nesting import Mark, nested
from .offsets import whole_letters

#: Where the pages of a site have a claim, an event, and an entry of the registry.
_OF_REPORT = re.compile(r"#(claim|event)-([a-z][a-z0-9-]*)$")
_ENTRY = re.compile(r"/(places|actors|sources)/([a-z][a-z0-9-]*)(?:/(?:index\.html)?|\.html)?$")
_FILES = {"places": PLACE, "actors": ACTOR, "sources": SOURCE}


def draft_own(found: Annotated, blocks: list[Stretch], entries: Entries) -> Draft:
    """The marks of a text in a language; of the Arabic one also the record's events and claims."""
    made, marks = Draft(), []
    for one in found.annotations:
        mark = _mark(found, one, entries)
        stretches = whole_letters(found.text, one.stretches)
        if mark is None or not stretches:
            found.tell(messages.LABEL_NOT_CARRIED(label=one.item, count=1, item=one.item))
            continue
        marks += [Mark(start, end, mark.ids, mark.when, mark.sic) for start, end in stretches]
        made.carried += 1
    made.marks, cut, _ = nested(found.text, marks, blocks)
    if cut:
        found.tell(messages.MARKS_CUT(count=cut))
    record = found.record or {}
    for name, own in (("events", made.events), ("claims", made.claims)):
        said = record.get(name)
        own.update(said if isinstance(said, dict) else {})
    return made


def _mark(found: Annotated, one: Annotation, entries: Entries) -> Mark | None:
    ids = []
    for address in one.ids:
        if match := _OF_REPORT.search(address):
            ids.append(match[2])
        elif match := _ENTRY.search(address):
            start, end = one.stretches[0]
            ids.append(entries.known(match[2], _FILES[match[1]], found.text[start:end]))
        else:
            found.tell(messages.NOTE_NOT_CARRIED(item=one.item, note=address))
    ids += [RESERVED] if RESERVED in one.labels else []
    when, sic = one.values.get("when"), one.values.get("sic")
    return Mark(0, 0, tuple(ids), when, sic) if ids or when or sic is not None else None
