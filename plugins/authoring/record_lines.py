"""Entries added to a YAML file, line by line: what its author wrote stays as it is, comments and all."""

from __future__ import annotations

import re

import yaml

_COMMENT = re.compile(r"[ \t]+#[^\n]*(?:\n|$)")


def can_add(text: str, key: str) -> bool:
    """Whether entries can be added under a key: it is not there, is empty, or has an entry a line."""
    node = _value(text, key)
    return not (isinstance(node, yaml.MappingNode) and node.flow_style)


def added(text: str, key: str, entries: list[list[str]]) -> str:
    """The file with entries behind those that stand under a key of it, which is added where it is not there."""
    if not entries:
        return text
    node = _value(text, key)
    if node is None:
        text = text if text.endswith("\n") or not text else text + "\n"
        return text + "".join([f"\n{key}:\n", *_lines(entries, 2)])
    if isinstance(node, yaml.MappingNode) and node.value:
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


def _value(text: str, key: str) -> yaml.Node | None:
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _last(node: yaml.Node) -> int:
    """Where the last word of a value ends: blank lines and comments behind it are no part of it."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last(node.value[-1])
    return node.end_mark.index


def _end_of_line(text: str, at: int) -> int:
    """Behind the line in which something ends, and behind the indented comments that follow it."""
    if text[:at].endswith("\n"):  # words of several lines end with their last
        end = len(text[:at].rstrip()) + 1
    else:
        end = text.find("\n", at) + 1 or len(text)
    while match := _COMMENT.match(text, end):
        end = match.end()
    return end
