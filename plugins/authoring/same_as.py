"""``same-as`` written into a record: what the event said itself goes, and stays to be read as a comment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.model import Reference
from reports.plain_yaml import value_node
from reports.record.events import BESIDE_SAME_AS

from .same_events import Found, Pair


def which_stays(pair: Pair, named: Mapping[Reference, object]) -> tuple[Found, Found] | None:
    """The event that goes and the one that stays: the earlier, unless reports name the later. ``None`` where they name
    both: an event that is another can be no third one. ``named`` are events with those that are the same."""
    if not named.get(pair.second.key):
        return pair.second, pair.first
    return None if named.get(pair.first.key) else (pair.first, pair.second)


def written(text: str, event: str, other: Reference) -> str:
    """A record with ``same-as`` in an event of it; what cannot stand beside it is made a comment."""
    value = value_node(text, "events", event)
    link = f"same-as: {'/'.join(other)}"
    if value.flow_style:
        return _in_braces(text, value, link)
    lines = text.splitlines(keepends=True)
    starts = [name.start_mark.line for name, _ in value.value] + [_last_line(lines, value)]
    for (name, _), first, last in zip(value.value, starts, starts[1:], strict=False):
        if name.value not in BESIDE_SAME_AS:
            for number in range(first, last):
                if lines[number].strip() and not lines[number].lstrip().startswith("#"):
                    indent = name.start_mark.column
                    lines[number] = f"{lines[number][:indent]}# {lines[number][indent:]}"
    at = value.value[0][0].start_mark
    lines.insert(at.line, " " * at.column + link + "\n")
    return "".join(lines)


def _in_braces(text: str, value: Any, link: str) -> str:
    start, end = value.start_mark.index, value.end_mark.index
    kept = [
        text[name.start_mark.index : node.end_mark.index] for name, node in value.value if name.value in BESIDE_SAME_AS
    ]
    indent = " " * (_indent(text[:start].rpartition("\n")[2]) + 2)
    was = [f"{indent}# {line.strip()}\n" for line in text[start:end].splitlines()]
    line_end = text.find("\n", end) + 1 or len(text)
    before, behind = text[:start] + "{" + ", ".join([link, *kept]) + "}" + text[end:line_end], text[line_end:]
    return (before if before.endswith("\n") else before + "\n") + "".join(was) + behind


def _last_line(lines: list[str], value: Any) -> int:
    """The line behind the last of a mapping's: blank ones and comments behind it are none of its."""
    last = value.end_mark.line + (value.end_mark.column > 0)
    last = min(last, len(lines))
    while last > value.start_mark.line and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    while last > value.start_mark.line + 1 and _indent(lines[last - 1]) < value.value[0][0].start_mark.column:
        last -= 1
    return int(last)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
