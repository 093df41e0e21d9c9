"""What is not wrong by the format and yet worth a second look before publishing.

Warnings never stop a build. They speak of words in the text, so they leave redacted words alone: a warning must
not print what the page must not show.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..hints import check_secrets
from ..model import Claim, Report, Text
from ..problems import Problems
from ..record import RecordFile
from ..written import Written
from .across import warn_across
from .dates import warn_of_dates
from .events import warn_of_record
from .figures import warn_of_figures
from .looked_at import LookedAt
from .low_tolls import warn_of_low_tolls
from .names import RegistryNames, warn_of_unmarked_names
from .signs import warn_of_signs

__all__ = [
    "LookedAt",
    "RegistryNames",
    "warn_across",
    "warn_of_dossier",
    "warn_of_figures",
    "warn_of_report",
    "warn_of_unmarked_names",
]


def warn_of_report(
    report: Report, file: RecordFile, written: Mapping[str, Written], names: RegistryNames, problems: Problems
) -> None:
    """All warnings of one report."""
    record = report.record
    warn_of_record(file, names.registry, problems)
    warn_of_low_tolls(report.slug, file, names.registry)
    check_secrets(report, names.registry, problems)
    published = [day for day in (record.published.earliest, record.published.latest) if day]
    for text in (report.ar, report.en):
        if text is None:
            continue
        looked = LookedAt(text, written.get(text.lang))
        warn_of_dates(looked, record.claims, published, problems)
        warn_of_figures(looked, record.claims, problems, names.ids)
        warn_of_unmarked_names(looked, names, problems)
    for source in written.values():
        warn_of_signs(source, problems)


def warn_of_dossier(
    texts: Mapping[str, Text], written: Mapping[str, Written], claims: Mapping[str, Claim], problems: Problems
) -> None:
    """All warnings of a dossier's texts, whose names need no marks; ``claims`` are those of reports, by ``slug/id``."""
    nobody_knows: list[date] = []
    for lang, text in texts.items():
        looked = LookedAt(text, written.get(lang))
        warn_of_dates(looked, claims, nobody_knows, problems)
        warn_of_figures(looked, claims, problems, all_claimed=False)
    for source in written.values():
        warn_of_signs(source, problems)
