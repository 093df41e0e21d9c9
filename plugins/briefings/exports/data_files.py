"""The data files that the site hands out: tables, the events for maps, a data package, and the files of each report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cached_property

from findings import Findings
from reports.model import PublicReport, Text

from ..page.site_view import SiteView
from . import table_rows
from .annotations import annotation_page, annotations_file, original_file, plain_text, text_file
from .csv_text import csv_lines
from .data_package import package
from .geojson import feature_collection
from .hxl import with_hashtags
from .links import link_rows
from .table_rows import COLUMNS, Row


class DataFiles:
    """The tables of a site, and all files below ``data/``."""

    def __init__(self, site: SiteView) -> None:
        self.site = site

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """The rows of each table, by its name."""
        findings = self.site.findings
        return {
            "claims": list(table_rows.claim_rows(findings, findings.claims)),
            "casualties": list(table_rows.casualty_rows(findings, findings.figures)),
            "totals": list(_totals(findings)),
            "events": list(table_rows.event_rows(findings, findings.index.events)),
            "sources": list(table_rows.source_rows(findings, findings.accounts)),
            "links": link_rows(self.site),
        }

    @cached_property
    def lines(self) -> dict[str, list[str]]:
        """The lines of each table as CSV, its heading first."""
        return {name: csv_lines(columns, self.rows[name]) for name, columns in COLUMNS.items()}

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file by its path below ``data/``."""
        site, rows = self.site, self.rows
        lines = self.lines
        files = {f"{name}.csv": "".join(text).encode() for name, text in lines.items()}
        files["casualties.hxl.csv"] = "".join(with_hashtags(COLUMNS["casualties"], lines["casualties"])).encode()
        files["events.geojson"] = _json(feature_collection(site, rows["events"]))
        for slug, report in site.index.reports.items():
            files[f"reports/{slug}.json"] = _json(report_data(site.findings, report))
            files[annotations_file(slug)] = _json(annotation_page(site, report))
            for lang, text in report.texts.items():
                files[text_file(slug, lang)] = plain_text(text).encode()
            if report.original is not None:
                files[original_file(slug)] = report.original
        files["datapackage.json"] = _json(package(site.settings, site.address, files))
        return files


def files_of(report: PublicReport) -> list[str]:
    """The names of a report's own files below ``data/``."""
    texts = [text_file(report.slug, lang) for lang in report.texts]
    return [f"reports/{report.slug}.json", annotations_file(report.slug), *texts]


def original_of(report: PublicReport) -> dict[str, str] | None:
    """The text of a report's original, where it is handed out: its ``path`` below ``data/``, and its ``sha256``."""
    if report.original is None:
        return None
    return {"path": original_file(report.slug), "sha256": hashlib.sha256(report.original).hexdigest()}


def _totals(findings: Findings) -> Iterator[Row]:
    """The totals of the site, of each dossier and of each report."""
    yield from table_rows.total_rows("site", "", findings.totals)
    for slug in findings.dossiers:
        yield from table_rows.total_rows("dossier", slug, findings.dossier(slug).totals)
    for slug in findings.index.reports:
        yield from table_rows.total_rows("report", slug, findings.report(slug).totals)


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
        **({"hmac_sha256": report.keyed_hash} if report.keyed_hash else {}),
        "original": original_of(report),
        "title": {lang: text.title for lang, text in report.texts.items()},
        "summary": {lang: text.summary for lang, text in report.texts.items()},
        "translator": {lang: text.translator for lang, text in report.texts.items() if text.translator},
        "corrections": [{"on": item.on.text, "ar": item.text.ar, "en": item.text.en} for item in record.corrections],
        "events": list(table_rows.event_rows(findings, found.event_keys)),
        "claims": list(table_rows.claim_rows(findings, found.claims)),
        "casualties": list(table_rows.casualty_rows(findings, found.figures)),
        "totals": list(table_rows.total_rows("report", report.slug, found.totals)),
        "sources": list(table_rows.source_rows(findings, found.accounts)),
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


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
