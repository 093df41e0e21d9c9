"""One report, whole: where it was published, its record, its rows in every table, and its marks."""

from __future__ import annotations

from collections.abc import Iterable

from bilingual import N_
from findings import Findings
from reports.model import PublicReport, Text

from .casualties import casualty_rows
from .claims import claim_rows
from .columns import Column
from .documents import document_rows
from .events import event_rows
from .format import Data, ReportFormat, json_text
from .original import original_of
from .ranges import range_rows
from .record import record_data
from .sources import source_rows
from .totals import total_rows

#: What is said of a mark.
MARKS = (
    Column("lang", N_("The language of the marked words"), "text", True),
    Column("block", N_("The number of the block of the text that they stand in, from 1"), "number", True),
    Column("anchor", N_("The id of the words in the briefing page of their language"), "id", True),
    Column("ids", N_("What the words are about: claims and events of the report, entries of the registry"), "array"),
    Column("when", N_("The date that the words mean"), "date"),
    Column("sic", N_("What the words should have been, where the source has an error")),
    Column("redacted", N_("Whether a bar stands in place of the words"), "truth", True),
    Column("exact", N_("The marked words"), "text", True),
    Column("prefix", N_("Up to 32 characters before the words in their block")),
    Column("suffix", N_("Up to 32 characters after the words in their block")),
)


def report_data(findings: Findings, report: PublicReport) -> dict:
    """One report, whole: where it was published, its record, its rows in every table, and its marks."""
    found = findings.report(report.slug)
    record = report.record
    return {
        "report": report.slug,
        "published": record.published.text,
        "publisher": record.publisher,
        "url": record.url,
        "archive": record.archive,
        "retrieved": record.retrieved.text if record.retrieved else None,
        "sha256": record.sha256,
        **({"hmac_sha256": report.keyed_hash} if report.keyed_hash else {}),
        "original": original_of(report),
        "title": {lang: text.title for lang, text in report.texts.items()},
        "summary": {lang: text.summary for lang, text in report.texts.items()},
        "translator": {lang: text.translator for lang, text in report.texts.items() if text.translator},
        "corrections": [{"on": item.on.text, "ar": item.text.ar, "en": item.text.en} for item in record.corrections],
        "record": record_data(record),
        "events": list(event_rows(findings, found.event_keys)),
        "claims": list(claim_rows(findings, found.claims)),
        "casualties": list(casualty_rows(findings, found.figures)),
        "ranges": list(range_rows(one for key in found.event_keys for one in findings.counts_by_event.get(key, ()))),
        "totals": list(total_rows("report", report.slug, found.totals)),
        "documents": list(document_rows(report)),
        "sources": list(source_rows(findings, found.accounts)),
        "marks": [mark for text in report.texts.values() for mark in _marks(text)],
    }


def _marks(text: Text) -> Iterable[dict]:
    for mark in text.marks:
        yield {
            "lang": mark.lang,
            "block": mark.block,
            "anchor": mark.anchor,
            "ids": list(mark.ids),
            "when": mark.when.text if mark.when else None,
            "sic": mark.sic,
            "redacted": mark.redacted,
            "exact": mark.words,
            "prefix": mark.prefix,
            "suffix": mark.suffix,
        }


def _make(data: Data, report: PublicReport, lang: str) -> bytes:
    return json_text(report_data(data.site.findings, report))


FORMAT = ReportFormat(
    order=110,
    path="reports/<slug>.json",
    title=N_("One report, whole"),
    description=N_(
        "The report’s titles, summaries, provenance and corrections, its `record` by the keys of the report format, "
        "its rows of the tables, and its marks. Lists are lists there, and what is unknown is `null`. A mark has:"
    ),
    media_type="application/json",
    columns=MARKS,
    make=_make,
)
