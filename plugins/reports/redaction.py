"""Redaction: a report's text as written → the text that may be published.

``[words]{.redacted}`` loses its words in the source, before marks are looked for and before Markdown, so that nothing
built afterwards has ever held them: not their length, not their lines. Marks inside give their ids to the bar that
stands instead, so that what they stand for still has a place in the page; their words, dates and corrections go with
the rest.
"""

from __future__ import annotations

import re
from collections.abc import Container

from .marks import Span

#: What stands in place of redacted words, whatever their length.
BAR = "\u2588\u2588\u2588\u2588"


def without_secrets(text: str, spans: list[Span], keep: Container[str]) -> str:
    """The source of a text, ``spans`` being its marks, with a bar for each redacted mark's words.

    The bar carries the ids in ``keep``, those of the report's events and claims; an id of the registry would say who
    or where it hides. A mark around redacted words and nothing else is redacted with them: what it says of them, an
    id, a date, would tell them.
    """
    within = _within(spans)
    pieces: list[str] = []
    at = 0
    for span in spans:
        if span.start >= at and (span.redacted or _holds_secrets_only(text, span, within[span.number])):
            named = dict.fromkeys(id for inner in (span, *within[span.number]) for id, _ in inner.ids)
            ids = [id for id in named if id == "redacted" or id in keep]
            pieces += [text[at : span.start], f"[{BAR}]{{{' '.join(f'.{id}' for id in ids)}}}"]
            at = span.end
    return "".join([*pieces, text[at:]])


def _within(spans: list[Span]) -> dict[int, list[Span]]:
    """The marks inside each mark, however deep, by its number."""
    found: dict[int, list[Span]] = {span.number: [] for span in spans}
    for span in spans:
        for outer in span.inside:
            found[outer].append(span)
    return found


def _holds_secrets_only(text: str, span: Span, inside: list[Span]) -> bool:
    """Whether a mark holds redacted words and besides them no letter and no digit."""
    if not any(inner.redacted for inner in inside):
        return False
    cuts: list[tuple[int, int]] = []
    for inner in inside:
        brackets = [(inner.start, inner.start + 1), (inner.close, inner.end)]
        cuts += [(inner.start, inner.end)] if inner.redacted else brackets
    at, rest = span.start + 1, []
    for begin, end in sorted(cuts):
        rest.append(text[at:begin])
        at = max(at, end)
    rest.append(text[at : span.close])
    return re.search(r"\w", "".join(rest)) is None
