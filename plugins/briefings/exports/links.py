"""Every address outside the site that its pages lead to: the rows of ``links.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from bilingual import N_
from reports.model import PublicReport
from reports.web import is_web_address

from ..page.outside import links_out
from ..page.site_view import SiteView
from .columns import Column, labelled
from .format import Format, Row, Schema

#: What an address can lead to.
LINKED = ("original", "document", "archive", "source", "text", "geonames", "wikidata", "licence")

COLUMNS = (
    Column(
        "where",
        N_(
            "Where the address stands: the slug of a report or dossier, the id of an entry of the registry, or the "
            "name of a page"
        ),
        "id",
        True,
    ),
    Column("what", N_("What the address leads to"), "word", True, labelled("", LINKED)),
    Column("url", N_("The address"), "address", True),
)

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
    if (contact := site.settings.contact) and is_web_address(contact):
        yield ("about", "text", contact)
    for id in findings.entries_spoken_of:
        yield from ((id, what, url) for what, url in links_out(site.registry[id]))
    if licence := site.settings.licence:
        yield ("data", "licence", licence.url)


def _of_report(report: PublicReport) -> Iterator[tuple[str, str]]:
    record = report.record
    led = [("original", record.url), ("archive", record.archive)]
    led += [pair for one in record.documents.values() for pair in (("document", one.url), ("archive", one.archive))]
    yield from ((what, url) for what, url in led if url)
    for text in report.texts.values():
        yield from (("text", url) for url in addresses_in(text.rows))


def addresses_in(rows: Iterable[str]) -> list[str]:
    """The web addresses that pieces of HTML lead to."""
    found = (unescape(match) for row in rows for match in _HREF.findall(row))
    return [url for url in found if is_web_address(url)]


FORMAT = Format(
    order=60,
    path="links.csv",
    title=N_("Links: every address outside that the pages lead to"),
    description=N_(
        "A row is an address and a place where it stands. It leads to the `original` of a report, to a `document` that "
        "it read or an `archive` copy of either, to the site of a `source`, to what a `text` links to, to a place in "
        "`geonames` or `wikidata`, or to the `licence` of the data."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(primary_key=("where", "what", "url")),
    rows=link_rows,
)
