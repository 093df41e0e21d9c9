"""``acknowledged.yaml``: the lines of the content where words may stay open that are redacted in other places.

A list of ``path:line``, the path as it is in the content folder. It quotes no words, and a line that moves has to be
acknowledged anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from .nodes import Node, compose
from .problems import Problems

FILE = "acknowledged.yaml"

_PUBLISHED = re.compile(
    r"site\.yaml|registry/(?:places|actors|sources)\.yaml|pages/[a-z]+/(?:ar|en)\.md|"
    r"reports/[a-z0-9-]+/(?:ar\.md|en\.md|record\.yaml|original\.txt)|dossiers/[a-z0-9-]+/(?:ar\.md|en\.md|dossier\.yaml)"
)

#: A file of the content, as ``reports/r/ar.md``, and a line in it, from 1.
Line = tuple[str, int]


class Acknowledged:
    """The lines that are acknowledged; those that nothing needed are told."""

    def __init__(self, lines: dict[Line, Node]) -> None:
        self._lines = lines
        self._needed: set[Line] = set()

    def __contains__(self, line: Line) -> bool:
        if line in self._lines:
            self._needed.add(line)
        return line in self._lines

    def tell_needless(self) -> None:
        """Warn of each line in which no redacted word stands."""
        for line, node in self._lines.items():
            if line not in self._needed:
                node.warning("nothing that is redacted stands in this line", "take it off the list")


def read_acknowledged(content: Path, problems: Problems) -> Acknowledged:
    """The list of a content folder; an empty one where there is none. What is wrong with it is in ``problems``."""
    path = content / FILE
    lines: dict[Line, Node] = {}
    root = compose(path, problems) if path.exists() or path.is_symlink() else None
    if root and isinstance(root.node, yaml.SequenceNode) and root.node.flow_style:
        root.error("the list stands in one line", "write each line of a file in a line of its own after `- `")
    for node in root.items("the list") if root else ():
        written = node.text("a line")
        match = re.fullmatch(r"([^:]+):([1-9][0-9]{0,6})", written or "")
        if not match:
            if written:
                node.error("this is no line of a file", "write file and line, such as reports/my-report/ar.md:7")
        elif not _PUBLISHED.fullmatch(match[1]):
            node.error(f"`{match[1]}` is no file that is published", "name a text, a record, or a file of the registry")
        elif not (content / match[1]).is_file():
            node.error(f"there is no file `{match[1]}`", "write its path from the content folder on")
        else:
            lines[match[1], int(match[2])] = node
    return Acknowledged(lines)
