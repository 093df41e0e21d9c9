"""The header of a text: ``Title: …`` and the lines that follow it, up to the first empty one."""

from __future__ import annotations

import re

from . import messages
from .invisible import isolates_are_whole
from .model import STATUSES
from .nearest import did_you_mean, one_of
from .problems import Problems
from .slips import slips
from .written import Written

KEYS = ("Title", "Summary", "Status", "Translator")


def read_header(written: Written, problems: Problems) -> None:
    """Put the header's fields and the place where the body begins into ``written``; what is wrong is told."""
    lines = written.text.split("\n")
    key = None
    written.body_at = len(written.text)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            written.body_at = min(written.lines[number - 1] + len(line) + 1, len(written.text))
            break
        match = re.match(r"[ ]{0,3}([A-Za-z][A-Za-z0-9_-]*):[ \t]*(.*)", line)
        if match:
            key = match[1].capitalize()
            if key not in KEYS:
                problems.error(
                    written.path, number, 1,
                    messages.UNKNOWN_HEADER_KEY(did_you_mean(key, KEYS) or one_of(KEYS), key=match[1])
                )  # fmt: skip
            elif key in written.header:
                problems.error(written.path, number, 1, messages.HEADER_KEY_TWICE(key=key))
            else:
                written.header[key] = (match[2].strip(), number)
        elif line.startswith("    ") and key:
            if key in written.header:
                value, first = written.header[key]
                written.header[key] = (f"{value} {line.strip()}".strip(), first)
        else:
            problems.error(written.path, number, 1, messages.NO_HEADER_LINE())
            written.body_at = written.lines[number - 1]
            break
    _check(written, problems)


def _check(written: Written, problems: Problems) -> None:
    if not written.header.get("Title", ("",))[0]:
        problems.error(written.path, 1, 1, messages.NO_TITLE())
    header = written.text[: written.body_at]
    marked = [match.start() for match in re.finditer(r"(?:\[[^\[\]\n]{0,1000})?\]\{|\{\s{0,20}\.", header)]
    told = {written.position(offset)[0] for offset in marked}
    slipped = [begin for begin, _, _ in slips(header) if written.position(begin)[0] not in told]
    for offset in (*marked, *slipped):
        line, column = written.position(offset)
        problems.error(written.path, line, column, messages.MARK_IN_HEADER())
        problems.hide(written.path, (line, 1), (line + 1, 1))
    for value, number in written.header.values():
        if not isolates_are_whole(value):
            problems.error(written.path, number, 1, messages.PARTED_ISOLATE())
    status, line = written.header.get("Status", ("published", 1))
    if status.lower() not in STATUSES:
        problems.error(
            written.path, line, 1,
            messages.UNKNOWN_STATUS(did_you_mean(status, STATUSES) or one_of(STATUSES), status=status)
        )  # fmt: skip
