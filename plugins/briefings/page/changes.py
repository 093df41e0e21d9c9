"""When the reports that a page rests on last changed, by what their records say."""

from __future__ import annotations

from collections.abc import Iterable

from reports.edtf import EdtfDate

from .kind import Planned


def last_corrected(planned: Planned) -> EdtfDate | None:
    """When one of the reports behind a page was last corrected; ``None`` where none was."""
    reports = planned.page.site.index.reports
    return _newest(item.on for slug in planned.reports for item in reports[slug].record.corrections)


def last_changed(planned: Planned) -> EdtfDate | None:
    """When one of the reports behind a page was last published or corrected; ``None`` for plain pages."""
    reports = planned.page.site.index.reports
    published = [reports[slug].record.published for slug in planned.reports]
    corrected = last_corrected(planned)
    return _newest([*published, *([corrected] if corrected else [])])


def _newest(dates: Iterable[EdtfDate]) -> EdtfDate | None:
    return max(dates, key=lambda date: date.sort_key, default=None)
