"""Marks of direction that nobody sees, where they keep a sign from being one."""

from __future__ import annotations

import re

from .. import messages
from ..problems import Problems
from ..written import Written

#: Such a mark before what would begin a heading, an item or a quotation, or between a mark's words and its braces.
_BEFORE_SIGN = re.compile(
    r"^[ \t]*[\u200e\u200f\u061c]+[ \t]*(#{1,6}(?=\s)|[-*+](?=\s)|\d+\.(?=\s)|>)|\][\u200e\u200f\u061c]+(\{)", re.M
)


def warn_of_signs(written: Written, problems: Problems) -> None:
    """A mark of direction before ``#``, ``-`` or ``{``, which is then shown as it is written."""
    for match in _BEFORE_SIGN.finditer(written.text, written.body_at):
        unseen = next(char for char in match[0] if char in "\u200e\u200f\u061c")
        at = match.start() + match[0].index(unseen)
        sign = match[1] or match[2]
        problems.warning(
            written.path, *written.position(at), messages.UNSEEN_BEFORE_SIGN(char=f"U+{ord(unseen):04X}", sign=sign)
        )
