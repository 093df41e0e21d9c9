"""What somebody has looked at: warnings, by their codes, in a record, a dossier or an entry of the registry; and in
``acknowledged.yaml`` the lines of the content where words may stay open that are redacted in other places.

The file is a list of ``path:line``, the path as it is in the content folder. It quotes no words, and a line that moves
has to be acknowledged anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from . import messages
from .nearest import did_you_mean
from .nodes import Node, compose
from .problems import Acknowledgement, Area, Problems

FILE = "acknowledged.yaml"

_PUBLISHED = re.compile(
    r"site\.yaml|registry/(?:places|actors|sources)\.yaml|pages/[a-z]+/(?:ar|en)\.md|"
    r"reports/[a-z0-9-]+/(?:ar\.md|en\.md|record\.yaml|original\.txt)|dossiers/[a-z0-9-]+/(?:ar\.md|en\.md|dossier\.yaml)"
)

#: The key of the warnings that are acknowledged, and how many there can be.
KEY, MOST = "acknowledged", 1_000

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
                node.warning(messages.NEEDLESS_LINE())


def read_acknowledged(content: Path, problems: Problems) -> Acknowledged:
    """The list of a content folder; an empty one where there is none. What is wrong with it is in ``problems``."""
    path = content / FILE
    lines: dict[Line, Node] = {}
    root = compose(path, problems) if path.exists() or path.is_symlink() else None
    if root and isinstance(root.node, yaml.SequenceNode) and root.node.flow_style:
        root.error(messages.LIST_IN_ONE_LINE())
    for node in root.items(messages.THE_LIST()) if root else ():
        written = node.text(messages.A_LINE())
        match = re.fullmatch(r"([^:]+):([1-9][0-9]{0,6})", written or "")
        if not match:
            if written:
                node.error(messages.NO_LINE_OF_FILE())
        elif not _PUBLISHED.fullmatch(match[1]):
            node.error(messages.UNPUBLISHED_FILE(path=match[1]))
        elif not (content / match[1]).is_file():
            node.error(messages.UNKNOWN_PATH(path=match[1]))
        else:
            lines[match[1], int(match[2])] = node
    return Acknowledged(lines)


def acknowledge(values: Mapping[str, Node], area: Area) -> None:
    """Take in the list of warnings of an area that were looked at: of each its code, and what it is about."""
    for item in values[KEY].several(f"`{KEY}`", MOST) if KEY in values else ():
        text = " ".join((item.text(messages.A_WARNING()) or "").split())
        code = text.partition(" ")[0]
        if code in messages.TABLE:
            item.problems.acknowledge(Acknowledgement(text, area, *item.place))
        elif code:
            item.error(messages.NO_WARNING(did_you_mean(code, messages.TABLE), code=code))
