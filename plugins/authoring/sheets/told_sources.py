"""Who says so: the sources that a row names, the documents in which they were read, and their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from reports import messages
from reports.web import is_web_address

from .entries import Entries, Name, name_of
from .rows import SEVERAL, RowReader

_THROUGH = re.compile(r"(.+?)\s+(?:via|through|عبر)\s+(.+)", re.I)


@dataclass(frozen=True, slots=True)
class Document:
    """A page that was read: who published it, and where it stands."""

    publisher: str
    url: str = ""
    archive: str = ""
    title: str = ""
    published: str = ""
    retrieved: str = ""
    sha256: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A source: who speaks, through whom, in which document, and in which words by language."""

    by: str
    via: str = ""
    document: Document | None = None
    words: Mapping[str, str] = field(default_factory=dict)


def read_sources(row: RowReader, entries: Entries, date_of: Callable[[str], str]) -> list[Told]:
    """The sources that a row names; ``date_of`` reads a date."""
    numbers = sorted({c.number for c in row.sheet.columns.values() if c.field.startswith("source")})
    return [told for number in numbers for told in _source(row, number, entries, date_of)]


def _source(row: RowReader, number: int, entries: Entries, date_of: Callable[[str], str]) -> Sequence[Told]:
    name = row.name("source", number)
    names = [""] if name.ar and name.en else [*map(row.mapped.word, SEVERAL.split(name.en or name.ar))]
    words = by_language(row.name("source-text", number))
    urls = _addresses(row, "source-url", number)
    archives = _addresses(row, "source-archive", number)
    published = row.read("source-date", date_of, number) if len(names) == 1 else None
    if not name:
        for key in ("source-url", "source-text"):
            if found := [at for at, column, _ in row.cells(key) if column.number == number]:
                row.wrong(found[0], messages.SOURCE_WITHOUT_NAME())
        return ()
    titles = _split(row.text("source-title", number=number), len(names))
    told: list[Told] = []
    for at, one in enumerate(names):
        through = _THROUGH.fullmatch(one)
        by = entries.source(name_of(through[1]) if through else name_of(one) if one else name)
        via = entries.publisher(name_of(through[2])) if through else ""
        url, archive = (some[at] if at < len(some) else "" for some in (urls, archives))
        document = None
        if url or archive or titles[at]:
            publisher = via or (by if entries.files[by] == "sources" else entries.publisher(name_of(one)))
            lang = "en" if row.sheet.known_as == "UCDP GED" or ("en" in words and "ar" not in words) else ""
            document = Document(publisher, url, archive, titles[at], published or "", lang=lang)
        told.append(Told(by, via, document, words if len(names) == 1 else {}))
    return told


def _addresses(row: RowReader, field: str, number: int) -> list[str]:
    for at, column, text in row.cells(field):
        if column.number == number:
            found = [one for one in re.split(r"[\s;؛|]+", text) if one]
            if wrong := next((one for one in found if not is_web_address(one)), None):
                row.wrong(at, messages.NO_ADDRESS_IN_CELL(text=wrong))
            return found
    return []


def _split(text: str, count: int) -> list[str]:
    parts = SEVERAL.split(text) if count > 1 else [text]
    return parts if len(parts) == count else [text, *[""] * (count - 1)]


def by_language(name: Name) -> dict[str, str]:
    """The words of a cell in each language that has them."""
    return {lang: text for lang, text in (("ar", name.ar), ("en", name.en)) if text}
