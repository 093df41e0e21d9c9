"""The data files that the site hands out: CSV tables, a JSON file for each report, a Frictionless data package."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from findings import Findings
from reports.model import PublicReport, Text

from . import tables
from .csv_text import csv_lines
from .tables import COLUMNS, Row

_WHOLE = {"low", "high", "uncounted_events", "events", "origins", "claims", "reports", "date_prec", "where_prec"}
_TRUTH = {"open", "approximate", "contested"}
_DEGREES = {"lat", "lon"}

#: One line on each table, and one on each column that is not plain from the report format.
_TITLES = {
    "claims": "Claims: who says what, through whom",
    "casualties": "Casualty figures, one row for each outcome of each figure",
    "totals": "Totals by the counting rules, for each report and for the site",
    "events": "Events with their dates, places and sources",
    "sources": "Sources and actors that claim",
}
_KEYS = {
    "claims": ["report", "claim"],
    "events": ["event"],
    "sources": ["id"],
}


def data_files(findings: Findings) -> dict[str, bytes]:
    """Every file below ``data/`` by its path there."""
    index = findings.index
    rows: dict[str, list[Row]] = {
        "claims": list(tables.claim_rows(findings, findings.claims)),
        "casualties": list(tables.casualty_rows(findings, findings.figures)),
        "totals": [
            *tables.total_rows("site", "", findings.totals),
            *(row for slug in index.reports for row in tables.total_rows("report", slug, findings.report(slug).totals)),
        ],
        "events": list(tables.event_rows(findings, index.events)),
        "sources": list(tables.source_rows(findings, findings.accounts)),
    }
    files = {f"{name}.csv": _csv(COLUMNS[name], rows[name]) for name in COLUMNS}
    for slug, report in index.reports.items():
        files[f"reports/{slug}.json"] = _json(report_data(findings, report))
    files["datapackage.json"] = _json(_package(files))
    return files


def report_data(findings: Findings, report: PublicReport) -> dict:
    """One report, whole: where it was published, its rows in every table, and its marks."""
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
        "title": {lang: text.title for lang, text in report.texts.items()},
        "summary": {lang: text.summary for lang, text in report.texts.items()},
        "translator": {lang: text.translator for lang, text in report.texts.items() if text.translator},
        "corrections": [{"on": item.on.text, "ar": item.text.ar, "en": item.text.en} for item in record.corrections],
        "events": list(tables.event_rows(findings, found.event_keys)),
        "claims": list(tables.claim_rows(findings, found.claims)),
        "casualties": list(tables.casualty_rows(findings, found.figures)),
        "totals": list(tables.total_rows("report", report.slug, found.totals)),
        "sources": list(tables.source_rows(findings, found.accounts)),
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


def _csv(columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    return "".join(csv_lines(columns, rows)).encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _package(files: dict[str, bytes]) -> dict:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "conflict-briefings",
        "resources": [_resource(name, files[f"{name}.csv"]) for name in COLUMNS],
    }


def _resource(name: str, content: bytes) -> dict:
    schema: dict[str, object] = {
        "fields": [_field(name, column) for column in COLUMNS[name]],
        "missingValues": [""],
    }
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    return {
        "name": name,
        "type": "table",
        "title": _TITLES[name],
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(table: str, column: str) -> dict:
    listed = {("claims", "events"), ("events", "reports")}
    if (table, column) in listed:
        kind = "string"
    elif column in _WHOLE:
        kind = "integer"
    elif column in _TRUTH:
        kind = "boolean"
    elif column in _DEGREES:
        kind = "number"
    else:
        kind = "string"
    return {"name": column, "type": kind}
