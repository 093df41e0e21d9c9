"""brat's standoff: ``.ann`` beside ``.txt``, a line for each annotation, offsets in characters."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from reports import messages

from ..bounded import read_bytes, refused
from .annotated import Annotated, Annotation, Relation
from .limited import text_of
from .offsets import BYTES, CODE_POINTS, UTF_16, Quoted, placed

_BOUND = re.compile(r"(T\S+)\t(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)(?:\t(.*))?")
_RELATION = re.compile(r"(R\S+)\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*")
_EVENT = re.compile(r"(E\S+)\t(\S+?):(\S+)((?: \S+?:\S+)*)\s*")
_ATTRIBUTE = re.compile(r"([AM]\S+)\t(\S+) (\S+)(?: (.*))?")
_NORMALISED = re.compile(r"(N\S+)\t\S+ (\S+) (\S+)(?:\t(.*))?")
_NOTE = re.compile(r"(#\S*)\t(\S+) (\S+)\t(.*)")
_SAME = re.compile(r"\*\t(\S+)((?: \S+)+)")


def read_brat(path: Path, text_file: Path | None) -> list[Annotated]:
    """A text with the annotations of an ``.ann``. Raises ``ContentErrors`` where it is none."""
    beside = text_file or path.with_suffix(".txt")
    if not beside.is_file():
        raise refused(path, messages.NO_TEXT_BESIDE(name=beside.name))
    found = Annotated(path, text_of(beside, read_bytes(beside)))
    bounds: dict[str, tuple[int, re.Match[str]]] = {}
    values: dict[str, dict[str, str]] = defaultdict(dict)
    notes: dict[str, list[str]] = defaultdict(list)
    ids: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    of_events: dict[str, str] = {}
    for line, written in enumerate(text_of(path, read_bytes(path)).split("\n"), 1):
        written = written.rstrip("\r")
        if match := _BOUND.fullmatch(written):
            bounds[match[1]] = line, match
        elif match := _RELATION.fullmatch(written):
            found.relations.append(Relation(match[1], match[2], match[3], match[4], line))
        elif match := _EVENT.fullmatch(written):
            of_events[match[1]] = match[3]
            for number, argument in enumerate(match[4].split()):
                role, _, target = argument.partition(":")
                found.relations.append(Relation(f"{match[1]}.{number + 1}", role, match[1], target, line))
        elif match := _ATTRIBUTE.fullmatch(written):
            values[match[3]][match[2]] = match[4] or "true"
        elif match := _NORMALISED.fullmatch(written):
            ids[match[2]].append(match[3])
            if match[4]:
                names.setdefault(match[2], match[4])
        elif match := _NOTE.fullmatch(written):
            notes[match[3]].append(match[4])
        elif match := _SAME.fullmatch(written):
            found.tell(messages.RELATION_NOT_CARRIED(item="*", label=match[1]), line)
        elif written.strip():
            raise refused(path, messages.NO_BRAT_LINE(), line)
    for event, trigger in of_events.items():
        values[trigger] |= values.pop(event, {})
        notes[trigger] += notes.pop(event, [])
        ids[trigger] += ids.pop(event, [])
    _bind(found, bounds, values, notes, ids, names)
    found.relations = [
        replace(one, first=of_events.get(one.first, one.first), second=of_events.get(one.second, one.second))
        for one in found.relations
    ]
    return [found]


def _bind(
    found: Annotated,
    bounds: dict[str, tuple[int, re.Match[str]]],
    values: dict[str, dict[str, str]],
    notes: dict[str, list[str]],
    ids: dict[str, list[str]],
    names: dict[str, str],
) -> None:
    """The annotations: of one in pieces each is a stretch of its own, and its words are quoted together."""
    quoted = []
    for _, match in bounds.values():
        ends = [piece.split(" ") for piece in match[3].split(";")]
        alone = match[4] if len(ends) == 1 else None
        quoted.append([Quoted(int(start), int(end), alone) for start, end in ends])
    flat = iter(placed(found.text, [one for pieces in quoted for one in pieces], (CODE_POINTS, UTF_16, BYTES)))
    for (item, (line, match)), pieces in zip(bounds.items(), quoted, strict=True):
        places = [next(flat) for _ in pieces]
        stretches = () if None in places else tuple(place for place in places if place)
        found.annotations.append(
            Annotation(
                item, stretches, (match[2],), line, tuple(ids[item]), names.get(item), values[item], tuple(notes[item])
            )
        )
