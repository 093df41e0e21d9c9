"""When reports were published and corrected, by what their records say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.edtf import EdtfDate
from reports.model import Correction

from .index import Index


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of the report ``slug``; ``number`` counts the report's corrections from the oldest, from 1."""

    slug: str
    number: int
    correction: Correction


def corrections(index: Index) -> list[Corrected]:
    """The corrections of all reports, newest first; on one day by report."""
    found = [
        Corrected(slug, len(report.record.corrections) - place, correction)
        for slug, report in index.reports.items()
        for place, correction in enumerate(report.record.corrections)
    ]
    found.sort(key=lambda item: (index.order[item.slug], -item.number))
    return sorted(found, key=lambda item: item.correction.on.sort_key, reverse=True)


def last_corrected(index: Index, slugs: Iterable[str]) -> EdtfDate | None:
    """When one of some reports was last corrected; ``None`` where none was."""
    return _newest(item.on for slug in slugs for item in index.reports[slug].record.corrections)


def last_changed(index: Index, slugs: Iterable[str]) -> EdtfDate | None:
    """When one of some reports was last published or corrected; ``None`` for no reports."""
    records = [index.reports[slug].record for slug in slugs]
    return _newest(date for record in records for date in (record.published, *(item.on for item in record.corrections)))


def _newest(dates: Iterable[EdtfDate]) -> EdtfDate | None:
    return max(dates, key=lambda date: date.sort_key, default=None)
