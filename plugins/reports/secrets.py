"""What a report says openly of what it redacts, told without quoting a redacted word.

The header, the record and the registry are not redacted; an author may not have thought of them. Where they say a
redacted word it would be published, so that is an error, and so it is where a document that the report shows says it;
where the text itself says it in another place it may be another man of that name, so that is a warning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from .documents import says, sought
from .errors import Problems
from .images import Image
from .model import Mark, Record, Report, Text
from .naming import named_by
from .pages import drawn

#: Shorter words stand in many texts by chance.
SHORTEST = 4


def check_secrets(report: Report, problems: Problems) -> None:
    """Redacted words that a report says openly, and entries that its record names and its text hides."""
    texts = [text for text in (report.ar, report.en) if text is not None]
    for text in texts:
        check_said(text, _said_by(report.record, text.lang), problems)
    _check_documents(texts, problems)
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


def _check_documents(texts: Iterable[Text], problems: Problems) -> None:
    """Documents that a text shows, and that say what is redacted in either language."""
    texts = list(texts)
    marks = {text.lang: [mark.words for mark in text.marks if mark.redacted] for text in texts}
    hidden = sought(marks.get("ar", ()), marks.get("en", ()))
    for text in texts:
        for image in text.images if hidden else ():
            if image.picture.kind and says(_words_in(image), hidden):
                problems.error(
                    text.path, image.line, image.column,
                    "words of the report are redacted, and the document says them or words of the same letters",
                    "blacken them in it, print it into a new PDF, and show that",
                )  # fmt: skip


def _words_in(image: Image) -> str:
    return drawn(image.picture.kind, image.picture.path.read_bytes()).words


def _left_open(text: Text) -> list[tuple[int, str]]:
    """Each block's line, and its words without the redacted ones."""
    redacted: dict[int, list[Mark]] = defaultdict(list)
    for mark in text.marks:
        if mark.redacted:
            redacted[mark.block].append(mark)
    found = []
    for block in text.blocks:
        letters = list(block.text)
        for mark in redacted[block.number]:
            letters[mark.start : mark.start + len(mark.words)] = "\0" * len(mark.words)
        found.append((block.line, "".join(letters)))
    return found


def check_said(text: Text, beside: Iterable[str | None], problems: Problems) -> None:
    """Redacted words of a text that its header says, what is published ``beside`` it, or the text in another place."""
    said = [words for words in (text.title, text.summary, text.translator, *beside) if words]
    left = _left_open(text)
    for mark in text.marks:
        words = mark.words.strip()
        if not mark.redacted or len(words) < SHORTEST:
            continue
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        if any(map(whole.search, said)):
            problems.error(
                text.path, mark.line, mark.column,
                "these redacted words stand in the header, or in a title or correction of the record",
                "they would be published there; change them",
            )  # fmt: skip
        elif lines := [line for line, open_words in left if whole.search(open_words)]:
            problems.warning(
                text.path, mark.line, mark.column,
                f"these redacted words stand openly in the text too, at line {lines[0]}",
                "redact them there as well, unless they mean something else",
            )  # fmt: skip


def _hidden(mark: Mark, text: Text) -> bool:
    return mark.redacted or any(text.marks[outer].redacted for outer in mark.inside)


def _said_by(record: Record, lang: str) -> Iterator[str | None]:
    yield from (event.title[lang] for event in record.events.values())
    yield from (correction.text[lang] for correction in record.corrections)
