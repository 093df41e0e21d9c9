"""Redaction: a report's text as written → the text that may be published.

``[words]{.redacted}`` loses its words in the source, before marks are looked for and before Markdown, so that nothing
built afterwards has ever held them: not their length, not their lines. Marks inside give their ids to the bar that
stands instead, so that what they stand for still has a place in the page; their words, dates and corrections go with
the rest.
"""

from __future__ import annotations

from collections.abc import Container

from .marks import Span

#: What stands in place of redacted words, whatever their length.
BAR = "\u2588\u2588\u2588\u2588"


def without_secrets(text: str, spans: list[Span], keep: Container[str]) -> str:
    """The source of a text, ``spans`` being its marks, with a bar for each redacted mark's words.

    The bar carries the ids in ``keep``, those of the report's events and claims; an id of the registry would say who
    or where it hides.
    """
    pieces: list[str] = []
    at = 0
    for span in spans:
        if span.redacted and span.start >= at:
            inside = [inner for inner in spans if span.start <= inner.start < span.end]
            named = dict.fromkeys(id for inner in inside for id, _ in inner.ids)
            ids = [id for id in named if id == "redacted" or id in keep]
            pieces += [text[at : span.start], f"[{BAR}]{{{' '.join(f'.{id}' for id in ids)}}}"]
            at = span.end
    return "".join([*pieces, text[at:]])
