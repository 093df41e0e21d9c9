"""Years as pages of a long list of briefings or corrections; of a year with many lines each month is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from . import event_lines, sheets


def periods(months: Iterable[str]) -> dict[str, int]:
    """The years or months that are pages, the newest first, with the lines of each; none of a list that is short.

    ``months`` are those of the lines.
    """
    by_month = Counter(months)
    if by_month.total() <= event_lines.MOST:
        return {}
    found: Counter[str] = Counter()
    for year in {month[:4] for month in by_month}:
        own = {month: lines for month, lines in by_month.items() if month.startswith(year)}
        found.update({year: sum(own.values())} if sum(own.values()) <= event_lines.MOST else own)
    return {period: found[period] for period in sorted(found, reverse=True)}


def period_pages(months: Iterable[str]) -> list[str]:
    """The subjects of their pages: of a month with more lines than a page has, several."""
    return [page for period, lines in periods(months).items() for page in sheets.subjects(period, lines)]
