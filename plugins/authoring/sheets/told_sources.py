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
    """The sources of one group of columns: several in one cell, or one whose words the row has."""
    name = row.name("source", number)
    words = by_language(row.name("source-text", number))
    if not name:
        for key in ("source-url", "source-text"):
            if found := [at for at, column, _ in row.cells(key) if column.number == number]:
                row.wrong(found[0], messages.SOURCE_WITHOUT_NAME())
        return ()
    names = [name]
    if not words and not (name.ar and name.en):
        names = [name_of(row.mapped.word(one)) for one in SEVERAL.split(name.en or name.ar)]
    urls, archives = (_addresses(row, key, number, len(names)) for key in ("source-url", "source-archive"))
    titles = _several(row.text("source-title", number=number), len(names))
    dates = _dates(row, number, len(names), date_of)
    lang = "en" if row.sheet.known_as == "UCDP GED" or ("en" in words and "ar" not in words) else ""
    told: list[Told] = []
    for at in range(max(len(names), len(urls), len(archives))):
        one = names[min(at, len(names) - 1)]
        through = _THROUGH.fullmatch(one.en or one.ar) if not (one.en and one.ar) else None
        by = entries.source(name_of(through[1]) if through else one)
        via = entries.publisher(name_of(through[2])) if through else ""
        url, archive, title, published = (
            some[at] if at < len(some) else "" for some in (urls, archives, titles, dates)
        )
        document = None
        if url or archive or title:
            publisher = via or (by if entries.files[by] == "sources" else entries.publisher(one))
            document = Document(publisher, url, archive, title, published, lang=lang)
        told.append(Told(by, via, document, {} if at else words))
    return told


def _addresses(row: RowReader, field: str, number: int, sources: int) -> list[str]:
    """The addresses of a cell: one for each of several sources, or any number of one source."""
    for at, column, text in row.cells(field):
        if column.number == number:
            found = [one for one in re.split(r"[;؛|,]?\s+|[;؛|](?=https?://)", text) if one]
            if wrong := next((one for one in found if not is_web_address(one)), None):
                row.wrong(at, messages.NO_ADDRESS_IN_CELL(text=wrong))
            elif sources > 1 and len(found) != sources:
                row.wrong(at, messages.SOURCES_AND_ADDRESSES(sources=sources, addresses=len(found)))
            return found
    return []


def _several(text: str, count: int) -> list[str]:
    """As many parts of a cell as there are sources; where it has another number, it is the first one's whole."""
    parts = SEVERAL.split(text) if count > 1 else [text]
    return parts if len(parts) == count else [text]


def _dates(row: RowReader, number: int, count: int, date_of: Callable[[str], str]) -> list[str]:
    """The dates of the sources: one for each, or one for all of them."""

    def read(text: str) -> list[str]:
        return [date_of(one) for one in SEVERAL.split(text)]

    dates = row.read("source-date", read, number) or []
    return dates * count if len(dates) == 1 else dates


def by_language(name: Name) -> dict[str, str]:
    """The words of a cell in each language that has them."""
    return {lang: text for lang, text in (("ar", name.ar), ("en", name.en)) if text}
