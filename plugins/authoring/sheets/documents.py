"""Rows of documents, as auto-archiver keeps them: where a page is archived, since when, and with which hash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reports import Problem, messages
from reports.messages import Refused
from reports.record.documents import language_tag
from reports.web import is_web_address

from ..latin_ids import slug_of
from .cells import edtf_of
from .columns import Sheet
from .entries import Entries, name_of
from .incidents import Incident
from .mapping import Mapped
from .rows import RowReader
from .told_sources import Document, Told

_SHA256 = re.compile(r"(?:sha-?256[:=]\s*)?([0-9a-f]{64})", re.I)
#: Other hashes, which a record has no place for.
_OTHER_HASH = re.compile(r"(?:sha3?-?\d+|md5)[:=]\s*[0-9a-f]+|[0-9a-f]{32,128}", re.I)


@dataclass(frozen=True, slots=True)
class Archived:
    """A row: the document, who published it where the sheet says so, and the incident that it is about."""

    row: int
    document: Document
    incident: str = ""


def read_documents(sheet: Sheet, mapped: Mapped, entries: Entries) -> tuple[list[Archived], list[Problem]]:
    """The documents of a sheet that can be read, and what is wrong with the others."""
    found: list[Archived] = []
    problems: list[Problem] = []
    for row in sheet.rows:
        reader = RowReader(sheet, row, mapped)
        archived = _archived(reader, entries)
        problems += reader.problems
        if not reader.problems:
            found.append(archived)
    return found, problems


def _archived(row: RowReader, entries: Entries) -> Archived:
    addresses = {}
    for field in ("url", "archive"):
        addresses[field] = next((text for _, _, text in row.cells(field)), "")
        if addresses[field] and not is_web_address(addresses[field]):
            row.missing(field, messages.NO_ADDRESS_IN_CELL(text=addresses[field]))
    if not addresses["url"]:
        row.missing("url", messages.DOCUMENT_WITHOUT_ADDRESS())
    name = row.text("publisher")
    digest = row.read("sha256", _sha256)
    document = Document(
        entries.publisher(name_of(name)) if name else "",
        addresses["url"],
        addresses["archive"],
        row.name("title").ar or row.name("title").en,
        row.read("published", lambda text: edtf_of(text, mapped_order(row))) or "",
        (row.read("retrieved", lambda text: edtf_of(text, mapped_order(row))) or "")[:10],
        digest or "",
        row.read("language", language_tag) or "",
    )
    return Archived(row.row.number, document, row.text("incident"))


def mapped_order(row: RowReader) -> str:
    """Which of day and month stands first in numbers."""
    return row.mapped.dates


def _sha256(text: str) -> str:
    if match := _SHA256.fullmatch(text):
        return match[1].lower()
    if _OTHER_HASH.fullmatch(text):
        return ""
    raise Refused(messages.BAD_CELL(text=text))


def with_documents(
    incidents: list[Incident], archived: Mapping[str, list[Archived]], of: Mapping[str, list[Archived]]
) -> tuple[list[Incident], set[int]]:
    """The incidents with what is known of their documents, by address (``archived``) and by incident (``of``); and the
    rows that were of use."""
    used: set[int] = set()
    found: list[Incident] = []
    for incident in incidents:
        sources = [_known(told, archived, used) for told in incident.sources]
        there = {told.document.url for told in sources if told.document}
        for one in of.get(incident.slug, ()):
            if one.document.url not in there and one.document.publisher:
                sources.append(Told(one.document.publisher, document=one.document))
                used.add(one.row)
        found.append(replace(incident, sources=tuple(sources)))
    return found, used


def _known(told: Told, archived: Mapping[str, list[Archived]], used: set[int]) -> Told:
    if not told.document or told.document.url not in archived:
        return told
    document = told.document
    for one in archived[document.url]:
        used.add(one.row)
        new = one.document
        document = replace(
            document,
            archive=document.archive or new.archive,
            title=document.title or new.title,
            published=document.published or new.published,
            retrieved=document.retrieved or new.retrieved,
            sha256=document.sha256 or new.sha256,
            lang=document.lang or new.lang,
        )
    return replace(told, document=document)


def incident_of(text: str) -> str:
    """The slug of the incident that a cell names."""
    slug = slug_of(text)
    return f"incident-{slug}" if slug.isdecimal() else slug
