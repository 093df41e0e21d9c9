"""Documents of reports that are there already: what a sheet knows of them, put where the record says nothing yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reports.nodes import Node, compose
from reports.problems import Problems

from .documents import Archived
from .texts import document_lines

#: What of a document is put below its address.
_FILLED = ("title", "archive", "published", "retrieved", "sha256")


def filled_records(content: Path, archived: Mapping[str, Sequence[Archived]]) -> Iterator[tuple[Path, str, set[int]]]:
    """Each record to which something is added: its path, its new text, and the rows that were of use.

    Lines are put below the address of a document, and none is changed; documents that are written in one line, in
    braces, stay as they are.
    """
    for path in sorted((content / "reports").glob("*/record.yaml")):
        data = path.read_bytes()
        if not any(address.encode() in data for address in archived):
            continue
        problems = Problems()
        root = compose(path, problems)
        if root is None or problems.errors_told or b"\r" in data.replace(b"\r\n", b""):
            continue
        added = dict(_added(root, archived))
        if added:
            lines = data.decode().split("\n")
            ending = "\r" if lines[0].endswith("\r") else ""
            for line in sorted(added, reverse=True):
                lines[line:line] = [one + ending for one in added[line][0]]
            yield path, "\n".join(lines), {row for _, rows in added.values() for row in rows}


def _added(root: Node, archived: Mapping[str, Sequence[Archived]]) -> Iterator[tuple[int, tuple[list[str], list[int]]]]:
    """The lines that are put below a line, and the rows from which they come."""
    for _, document in _mapping(_mapping_of(root, "documents")):
        values = {key.node.value: (key, value) for key, value in _mapping(document)}
        if "url" not in values or getattr(document.node, "flow_style", True):
            continue
        key, value = values["url"]
        rows = archived.get(value.node.value, ())
        known: dict[str, str] = {}
        for one in rows:
            for name, text in document_lines(one.document).items():
                if name in _FILLED and text and name not in values:
                    known.setdefault(name, text)
        if known and value.line == key.line:
            indent = " " * (key.place[2] - 1)
            yield value.line, ([f"{indent}{name}: {text}" for name, text in known.items()], [one.row for one in rows])


def _mapping(node: Node | None) -> list[tuple[Node, Node]]:
    return node.entries("`documents`") if node is not None and node.is_mapping else []


def _mapping_of(root: Node, name: str) -> Node | None:
    return next((value for key, value in _mapping(root) if key.node.value == name), None)
