"""What a report shows or names of what it redacts: documents that say redacted words, and entries of the registry that
only redacted words name. What is said openly in words is told in ``openly``.
"""

from __future__ import annotations

from collections.abc import Iterable

from . import messages
from .document_words import says
from .model import Mark, Registry, Report, Text
from .naming import named_by
from .problems import Problems
from .report_images import words_of
from .sought import secrets_of


def check_secrets(report: Report, registry: Registry, problems: Problems) -> None:
    """Redacted words that a report's documents say, and entries that its record names and its text hides."""
    texts = [text for text in (report.ar, report.en) if text is not None]
    _check_documents(texts, registry, problems)
    shown = {id for text in texts for mark in text.marks if not _hidden(mark, text) for id in mark.ids}
    named = set(named_by(report.record))
    for mark in report.ar.marks:
        for id in mark.ids if _hidden(mark, report.ar) else ():
            if id in named and id not in shown:
                problems.warning(
                    report.ar.path, mark.line, mark.column,
                    messages.NAMED_BY_REDACTED_ONLY(id=id),
                )  # fmt: skip


def _check_documents(texts: Iterable[Text], registry: Registry, problems: Problems) -> None:
    """Documents that a text shows, and that say what is redacted in either language."""
    texts = list(texts)
    if not any(image.picture.kind for text in texts for image in text.images):
        return
    marks = {text.lang: [mark for mark in text.marks if mark.redacted] for text in texts}
    secrets = secrets_of(marks, {text.lang: text.path for text in texts}, registry, ())
    hidden = {secret.words for secret in secrets}
    for text in texts:
        for image in text.images if hidden else ():
            if image.picture.kind and says(words_of(image.picture), hidden):
                problems.error(
                    text.path, image.line, image.column,
                    messages.DOCUMENT_SAYS_REDACTED(),
                )  # fmt: skip


def _hidden(mark: Mark, text: Text) -> bool:
    return mark.redacted or any(text.marks[outer].redacted for outer in mark.inside)
