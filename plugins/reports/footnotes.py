"""Footnotes of a text: where they are called and where they stand."""

from __future__ import annotations

import re

from . import messages
from .nearest import did_you_mean
from .problems import Problems
from .written import Written

_DEFINED = re.compile(r"^[ ]{0,3}\[\^([^\[\]\n]{1,200})\]:", re.M)
_WHOLE = re.compile(
    r"^[ \t>*+-]{0,40}\[\^([^\[\]\n]{1,200})\]:.*(?:\n.*\S.*|\n(?:[ \t]*\n)+(?:[ ]{4}|\t).*\S.*)*", re.M
)
_CALLED = re.compile(r"\[\^([^\[\]\n]{1,200})\](?!:)")


def footnotes_in(written: Written) -> dict[str, int]:
    """The footnotes that the text has, each with the offset of its definition."""
    return {match[1]: match.start() for match in _DEFINED.finditer(written.text, written.body_at)}


def places_of_footnotes(written: Written) -> list[tuple[str, tuple[int, int]]]:
    """The label of each footnote, and from where to where it stands, with the indented paragraphs that belong to it."""
    return [(match[1], match.span()) for match in _WHOLE.finditer(written.text, written.body_at)]


def calls_in(written: Written) -> list[tuple[int, str]]:
    """Where the text calls a footnote, and which."""
    return [(match.start(), match[1]) for match in _CALLED.finditer(written.text, written.body_at)]


def warn_of_footnotes(written: Written, problems: Problems) -> None:
    """A call of a footnote that there is not, and a footnote that nothing calls."""
    defined = footnotes_in(written)
    called = {label for _, label in calls_in(written)}
    for label, offset in defined.items():
        if label not in called:
            problems.warning(written.path, *written.position(offset), messages.UNCALLED_FOOTNOTE(label=label))
    for offset, label in calls_in(written):
        if label not in defined:
            problems.warning(
                written.path, *written.position(offset),
                messages.UNKNOWN_FOOTNOTE(did_you_mean(label, defined), label=label)
            )  # fmt: skip
