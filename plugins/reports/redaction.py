"""Redaction: a report as written → a report that may be published.

``[words]{.redacted}`` loses its words in the source text, before Markdown, so that nothing built afterwards has
ever held them. Marks inside give their ids to the bar that stands instead, so that what they stand for still has
a place in the page; their words, dates and corrections go with the rest.
"""

from __future__ import annotations

from dataclasses import replace

from .marks import Span, number_spans

#: What stands in place of redacted words, whatever their length.
BAR = "\u2588\u2588\u2588\u2588"


def without_secrets(spans: list[Span]) -> list[Span]:
    """The spans of a file as they may be published: copies, in the same order, the redacted ones with a bar.

    Every offset stays the file's own; ``marks.encode`` leaves the words of a span with a bar out of its text.
    """
    public: list[Span] = []
    bar: Span | None = None
    for span in spans:
        if bar is not None and span.start < bar.end:
            known = {id for id, _ in bar.ids}
            bar.ids.extend(pair for pair in span.ids if pair[0] not in known)
            continue
        span = replace(span, ids=list(span.ids))
        if span.redacted:
            span.when, span.sic, span.instead = None, None, BAR
            bar = span
        public.append(span)
    number_spans(public)
    return public
