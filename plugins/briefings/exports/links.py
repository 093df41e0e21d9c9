"""Every address outside the site that its pages lead to: the rows of ``links.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from reports.model import PublicReport
from reports.web import is_web_address

from ..page.outside import links_out
from ..page.site_view import SiteView
from .table_rows import Row

_HREF = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')


def link_rows(site: SiteView) -> list[Row]:
    """A row for each address, where it stands and what it leads to, in order and none twice.

    Of the registry it has only the entries that the published site speaks of.
    """
    return [{"where": where, "what": what, "url": url} for where, what, url in sorted(set(_links(site)))]


def _links(site: SiteView) -> Iterator[tuple[str, str, str]]:
    findings = site.findings
    for slug, report in site.index.reports.items():
        yield from ((slug, what, url) for what, url in _of_report(report))
    for slug, dossier in findings.dossiers.items():
        for text in dossier.texts.values():
            yield from ((slug, "text", url) for url in addresses_in(text.rows))
    for (name, _), prose in site.prose.items():
        yield from ((name, "text", url) for url in addresses_in([prose.html]))
    for id in findings.entries_spoken_of:
        yield from ((id, what, url) for what, url in links_out(site.registry[id]))
    if licence := site.settings.get("DATA_LICENCE"):
        yield ("data", "licence", licence["path"])  # type: ignore[index]  # the settings have no types of their own


def _of_report(report: PublicReport) -> Iterator[tuple[str, str]]:
    record = report.record
    yield from ((what, url) for what, url in (("original", record.url), ("archive", record.archive)) if url)
    for text in report.texts.values():
        yield from (("text", url) for url in addresses_in(text.rows))


def addresses_in(rows: Iterable[str]) -> list[str]:
    """The web addresses that pieces of HTML lead to."""
    found = (unescape(match) for row in rows for match in _HREF.findall(row))
    return [url for url in found if is_web_address(url)]
