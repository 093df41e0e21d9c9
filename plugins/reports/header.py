"""The header of a text: ``Title: …`` and the lines that follow it, up to the first empty one."""

from __future__ import annotations

import re

from .invisible import PARTED, isolates_are_whole
from .model import STATUSES
from .problems import Problems, did_you_mean, one_of
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
                hint = did_you_mean(key, KEYS) or one_of(KEYS)
                problems.error(written.path, number, 1, f"the header has no key `{match[1]}`", hint)
            elif key in written.header:
                problems.error(written.path, number, 1, f"`{key}` stands twice in the header", "keep one")
            else:
                written.header[key] = (match[2].strip(), number)
        elif line.startswith("    ") and key:
            if key in written.header:
                value, first = written.header[key]
                written.header[key] = (f"{value} {line.strip()}".strip(), first)
        else:
            hint = "begin with `Title: …`; an empty line ends the header"
            problems.error(written.path, number, 1, "this line is no header line", hint)
            written.body_at = written.lines[number - 1]
            break
    _check(written, problems)


def _check(written: Written, problems: Problems) -> None:
    if not written.header.get("Title", ("",))[0]:
        problems.error(written.path, 1, 1, "the header has no title", "begin the file with `Title: …`")
    header = written.text[: written.body_at]
    marked = [match.start() for match in re.finditer(r"(?:\[[^\[\]\n]{0,1000})?\]\{|\{\s{0,20}\.", header)]
    told = {written.position(offset)[0] for offset in marked}
    slipped = [begin for begin, _, _ in slips(header) if written.position(begin)[0] not in told]
    for offset in (*marked, *slipped):
        line, column = written.position(offset)
        hint = "it has none; mark the words in the text"
        problems.error(written.path, line, column, "the header holds a mark", hint)
        problems.hide(written.path, (line, 1), (line + 1, 1))
    for value, number in written.header.values():
        if not isolates_are_whole(value):
            problems.error(written.path, number, 1, *PARTED)
    status, line = written.header.get("Status", ("published", 1))
    if status.lower() not in STATUSES:
        hint = did_you_mean(status, STATUSES) or one_of(STATUSES)
        problems.error(written.path, line, 1, f"`{status}` is no status", hint)
