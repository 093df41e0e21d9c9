"""The table of documents: what was read besides the reports themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bilingual import N_
from reports.model import PublicReport

from ..page.site_view import SiteView
from .columns import REPORT, Column
from .format import Format, Row, Schema

COLUMNS = (
    REPORT,
    Column("document", N_("The document, by its id in the report"), "id", True),
    Column("publisher", N_("The source that published it"), "id", True),
    Column("title", N_("Its title, in its own language")),
    Column("lang", N_("Its language, as `BCP 47` writes it"), "text", True),
    Column("url", N_("Where it stands, or stood"), "address"),
    Column("archive", N_("Where an archived copy of it stands"), "address"),
    Column("published", N_("When it was published"), "date"),
    Column("retrieved", N_("When it was read"), "date"),
    Column("sha256", N_("The SHA-256 of the archived copy")),
    Column("claims", N_("The number of claims of the report that were read in it"), "number", True),
)


def document_rows(report: PublicReport) -> Iterator[Row]:
    """A row for each document of a report, in the order of its record."""
    record = report.record
    claims = Counter(id for claim in record.claims.values() for id in claim.documents)
    for document in record.documents.values():
        yield {
            "report": report.slug,
            "document": document.id,
            "publisher": document.publisher,
            "title": document.title,
            "lang": document.lang,
            "url": document.url,
            "archive": document.archive,
            "published": document.published.text if document.published else None,
            "retrieved": document.retrieved.text if document.retrieved else None,
            "sha256": document.sha256,
            "claims": claims[document.id],
        }


def _rows(site: SiteView) -> Iterator[Row]:
    for report in site.index.reports.values():
        yield from document_rows(report)


FORMAT = Format(
    order=45,
    path="documents.csv",
    title=N_("Documents in which claims were read"),
    description=N_(
        "A row is a page, a post, a video or a file that a report read besides the text that it annotates. The other "
        "claims of a report were read in that text, which `reports/<slug>.json` names."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(primary_key=("report", "document")),
    rows=_rows,
)
