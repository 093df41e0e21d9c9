"""The text that a report was made from, where the editors hand it out."""

from __future__ import annotations

import hashlib

from bilingual import N_
from reports.model import PublicReport

from .format import Data, ReportFormat


def original_of(report: PublicReport) -> dict[str, str] | None:
    """The text of a report's original, where it is handed out: its ``path`` below ``data/``, and its ``sha256``."""
    if report.original is None:
        return None
    return {"path": FORMAT.path_of(report), "sha256": hashlib.sha256(report.original).hexdigest()}


def _is_handed_out(report: PublicReport) -> bool:
    return report.original is not None


def _make(data: Data, report: PublicReport, lang: str) -> bytes:
    return report.original or b""


FORMAT = ReportFormat(
    order=130,
    path="reports/<slug>.original.txt",
    title=N_("The text that a report was made from"),
    description=N_("As the source had it, byte for byte. Only where the editors publish it."),
    media_type="text/plain",
    made_for=_is_handed_out,
    make=_make,
)
