"""What a report says openly of what it redacts: a warning each, which quotes no redacted word.

The header, the record and the registry are not redacted; an author may not have thought of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from .errors import Problems
from .model import Mark, Record, Report, Text
from .naming import named_by

#: Shorter words stand in many texts by chance.
SHORTEST = 4


def warn_of_secrets(report: Report, problems: Problems) -> None:
    """Redacted words that stand in the header or the record, and entries that the record names and the text hides."""
    texts = [text for text in (report.ar, report.en) if text is not None]
    for text in texts:
        said = [words for words in _said_openly(text, report.record) if words]
        for mark in text.marks:
            words = mark.words.strip()
            if mark.redacted and len(words) >= SHORTEST and any(words in other for other in said):
                problems.warning(
                    text.path, mark.line, mark.column,
                    "these redacted words stand in the header, or in a title or correction of the record",
                    "they are published there; change them",
                )  # fmt: skip
    shown = {id for text in texts for mark in text.marks if not _hidden(mark, text) for id in mark.ids}
    named = set(named_by(report.record))
    for mark in report.ar.marks:
        for id in mark.ids if _hidden(mark, report.ar) else ():
            if id in named and id not in shown:
                problems.warning(
                    report.ar.path, mark.line, mark.column,
                    f"only redacted words name `{id}`, and the record names it too",
                    "it is published, with a page of its own; leave it out of the record if nobody may know",
                )  # fmt: skip


def _hidden(mark: Mark, text: Text) -> bool:
    return mark.redacted or any(text.marks[outer].redacted for outer in mark.inside)


def _said_openly(text: Text, record: Record) -> Iterator[str | None]:
    yield from (text.title, text.summary, text.translator)
    yield from (event.title[text.lang] for event in record.events.values())
    yield from (correction.text[text.lang] for correction in record.corrections)
