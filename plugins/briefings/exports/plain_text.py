"""The plain text of a report in a language: a line for each block."""

from __future__ import annotations

from bilingual import N_
from reports.model import PublicReport, Text

from .format import Data, ReportFormat


def plain_text(text: Text) -> str:
    """The texts of the blocks, one a line."""
    return "\n".join(block.text for block in text.blocks) + "\n"


def _make(data: Data, report: PublicReport, lang: str) -> bytes:
    return plain_text(report.texts[lang]).encode()


FORMAT = ReportFormat(
    order=120,
    path="reports/<slug>.<lang>.txt",
    title=N_("The plain text of a report in a language"),
    description=N_("Each heading, paragraph, item of a list, quotation or cell of a table is a line."),
    media_type="text/plain",
    make=_make,
)
