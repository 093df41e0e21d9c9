"""doccano's JSONL: a text in each line, with labels, and relations where the project has them; in characters."""

from __future__ import annotations

from pathlib import Path

from reports import messages

from ..bounded import read_bytes, refused
from .annotated import Annotated, Annotation, Relation
from .limited import json_of, listed, text_of
from .offsets import CODE_POINTS, Offsets


def read_doccano(path: Path) -> list[Annotated]:
    """The texts of an export. Raises ``ContentErrors`` where a line is none of it."""
    lines = text_of(path, read_bytes(path)).split("\n")
    return [_read(path, json_of(path, line, number), number) for number, line in enumerate(lines, 1) if line.strip()]


def _read(path: Path, data: object, line: int) -> Annotated:
    if not isinstance(data, dict) or not isinstance(text := data.get("text", data.get("data")), str):
        raise refused(path, messages.NO_TOOL_ITEM(tool="doccano"), line)
    wrong = refused(path, messages.NO_TOOL_ITEM(tool="doccano"), line)
    found = Annotated(path, text, name=str(data.get("id", line)))
    offsets = Offsets(text, CODE_POINTS)
    labels = listed(data.get("entities", data.get("label", data.get("labels"))), wrong)
    for number, one in enumerate(labels, 1):
        if isinstance(one, list) and len(one) == 3:
            one = {"id": number, "start_offset": one[0], "end_offset": one[1], "label": one[2]}
        if not isinstance(one, dict) or not isinstance(one.get("label"), str):
            raise wrong
        start, end = one.get("start_offset"), one.get("end_offset")
        place = offsets.stretch(start, end) if isinstance(start, int) and isinstance(end, int) else None
        item = str(one.get("id", number))
        found.annotations.append(Annotation(item, (place,) if place else (), (one["label"],), line))
    for number, one in enumerate(listed(data.get("relations"), wrong), 1):
        if not isinstance(one, dict) or not isinstance(one.get("type"), str):
            raise wrong
        first, second = str(one.get("from_id")), str(one.get("to_id"))
        found.relations.append(Relation(str(one.get("id", number)), one["type"], first, second, line))
    for comment in listed(data.get("Comments", data.get("comments")), wrong):
        found.tell(messages.NOTE_NOT_CARRIED(item=found.name, note=str(comment)), line)
    return found
