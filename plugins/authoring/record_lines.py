"""Entries added to a YAML file, line by line: what its author wrote stays as it is, comments and all."""

from __future__ import annotations

import re
from typing import Any

from reports.plain_yaml import value_node

_COMMENT = re.compile(r"[ \t]+#[^\n]*(?:\n|$)")


def can_add(text: str, key: str) -> bool:
    """Whether entries can be added under a key: it is not there, is empty, or has an entry a line."""
    node = value_node(text, key)
    return not (node is not None and node.id == "mapping" and node.flow_style)


def added(text: str, key: str, entries: list[list[str]]) -> str:
    """The file with entries behind those that stand under a key of it, which is added where it is not there."""
    if not entries:
        return text
    node = value_node(text, key)
    if node is None:
        text = text if text.endswith("\n") or not text else text + "\n"
        return text + "".join([f"\n{key}:\n", *_lines(entries, 2)])
    if node.id == "mapping" and node.value:
        at, indent = _end_of_line(text, _last(node)), node.value[0][0].start_mark.column
    else:
        at, indent = _end_of_line(text, node.end_mark.index), 2
    before = text[:at] if text[:at].endswith("\n") else text[:at] + "\n"
    return before + "".join(_lines(entries, indent)) + text[at:]


def appended(text: str, entries: list[list[str]]) -> str:
    """The file of a mapping with entries at its end."""
    text = text if text.endswith("\n") or not text else text + "\n"
    return text + "".join(_lines(entries, 0))


def _lines(entries: list[list[str]], indent: int) -> list[str]:
    return [" " * indent + line + "\n" for entry in entries for line in entry]


def _last(node: Any) -> int:
    """Where the last word of a value ends: blank lines and comments behind it are no part of it."""
    if node.id != "scalar" and node.value and not node.flow_style:
        last = node.value[-1]
        return _last(last[1] if node.id == "mapping" else last)
    return int(node.end_mark.index)


def _end_of_line(text: str, at: int) -> int:
    """Behind the line in which something ends, and behind the indented comments that follow it."""
    if text[:at].endswith("\n"):  # words of several lines end with their last
        end = len(text[:at].rstrip()) + 1
    else:
        end = text.find("\n", at) + 1 or len(text)
    while match := _COMMENT.match(text, end):
        end = match.end()
    return end
