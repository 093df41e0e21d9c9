"""The page of the data: what each file and column holds, with an example of this site, and where to get it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from bilingual import N_, Voice

from ..exports import columns
from ..exports.annotations import annotations_file, original_file, text_file
from ..exports.columns import Column
from ..exports.csv_text import cell
from ..exports.data_files import DataFiles
from ..exports.files import OF_A_REPORT, OTHERS, TABLES, File
from ..exports.table_rows import Row
from ..page import addresses
from ..page.bibliography import Cited
from ..page.kind import PAGE, Kind, Planned, page_document, whole_site
from ..page.linked_pages import days, modified, web_page
from ..page.linked_things import Node, Things
from ..page.page import Page
from ..page.site_view import Phrase
from .home import KIND as HOME

#: How much of a long value an example shows.
LONGEST = 60

#: How all files are to be read.
NOTES = (
    N_(
        "The tables are CSV in `UTF-8` with one row of headings. A spreadsheet may show wrong letters when you open "
        "one by a double click: import it instead, as text in `UTF-8` parted by commas."
    ),
    N_("An empty cell means unknown, or that there is none. It never means 0."),
    N_("A cell with several values has them joined by `;`."),
    N_("Places, parties, sources and reports are written as ids, as in the addresses of their pages."),
    N_(
        "A number of people is a range from `low` to `high`, which are the same where a source gave one number. Where "
        "people were reported and nobody counted them, both are empty."
    ),
    N_(
        "Three columns say how to read a range. `open`: the true number may be higher than `high` (“at least 400”). "
        "`approximate`: it is not exact (“about 20”). `contested`: somebody denies a figure in it."
    ),
    N_(
        "A range is what was said, from the lowest to the highest; it is no margin of error. The number of independent "
        "origins beside it counts whoever said something first, once each, however many passed it on."
    ),
    N_(
        "Dates are written in EDTF (`ISO 8601-2`), as exactly as they are known: `2016-10` is a month, `2016-10-04~` "
        "about that day, `2016-09/2016-10` from one month to the other, and `..` an open end."
    ),
    N_("Drafts and redacted words are in no file."),
)

#: A message in pieces: each is plain words, or words as they stand in the files.
Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class ToldColumn:
    """A column in words. ``words`` are all that a cell can hold, each with its label where that says more.

    ``example`` is a value of this site: words of a language, or what has none as plain text; ``None`` where no row has
    one.
    """

    name: str
    means: Pieces
    kind: Pieces
    words: tuple[tuple[str, str], ...]
    example: Phrase | str | None


@dataclass(frozen=True, slots=True)
class ToldFile:
    """A file in words. ``href`` and ``size`` are empty for one of which each report has its own."""

    path: str
    anchor: str
    title: Pieces
    says: Pieces
    href: str
    size: str
    rows: int | None
    columns: tuple[ToldColumn, ...]


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """A report's own files: the name of each, and where it is."""

    slug: str
    files: tuple[tuple[str, str], ...]


def data(page: Page) -> Mapping[str, object]:
    """What the page of the data shows."""
    rows = page.site.once(DataFiles).rows
    as_many = {"events.geojson": len(rows["events"]), "casualties.hxl.csv": len(rows["casualties"])}
    licence = page.site.settings.get("DATA_LICENCE")
    return {
        "licence": (licence["title"][page.lang], licence["path"]) if licence else None,  # type: ignore[index]  # the settings have no types of their own
        "notes": [_pieces(page.voice, note) for note in NOTES],
        "tables": [_file(page, table, len(rows[table.name]), rows[table.name]) for table in TABLES],
        "others": [_file(page, file, as_many.get(file.path)) for file in OTHERS],
        "of_a_report": [_file(page, file) for file in OF_A_REPORT],
        "reports": [_files_of(page, slug) for slug in page.site.index.reports],
    }


def _file(page: Page, file: File, count: int | None = None, rows: Iterable[Row] = ()) -> ToldFile:
    content = page.site.once(DataFiles).files.get(file.path)
    return ToldFile(
        path=file.path,
        anchor="".join(char if char.isalnum() else "-" for char in file.path).strip("-"),
        title=_pieces(page.voice, file.title),
        says=_pieces(page.voice, file.says),
        href="" if content is None else page.href(f"data/{file.path}"),
        size="" if content is None else _size(page.voice, len(content)),
        rows=count,
        columns=tuple(_column(page.voice, column, rows) for column in file.columns),
    )


def _column(voice: Voice, column: Column, rows: Iterable[Row]) -> ToldColumn:
    return ToldColumn(
        name=column.name,
        means=_pieces(voice, column.means),
        kind=_pieces(voice, columns.KINDS[column.kind]),
        words=tuple(dict(reversed([_labelled(voice, *word) for word in column.words])).items())[::-1],
        example=_example(column.name, rows),
    )


def _labelled(voice: Voice, vocabulary: str, word: str) -> tuple[str, str]:
    """A word with its label, which is empty where it says no more than the word."""
    label = voice.word(vocabulary, word) if vocabulary else ""
    return word, "" if label.lower().replace(" ", "-") == word else label


def _example(column: str, rows: Iterable[Row]) -> Phrase | str | None:
    text = next((text for row in rows if (text := cell(row[column]))), None)
    if text is None:
        return None
    if len(text) > LONGEST:
        text = f"{text[:LONGEST].rstrip()}…"
    lang = column.rpartition("_")[2]
    return Phrase(text, lang) if lang in ("ar", "en") else text


def _pieces(voice: Voice, message: str) -> Pieces:
    """A message parted at its backticks."""
    parts = voice.gettext(message).split("`")
    return tuple((part, number % 2 == 1) for number, part in enumerate(parts) if part)


def _size(voice: Voice, count: int) -> str:
    """The size of a file: in bytes, or in thousands or millions of them."""
    if count < 1000:
        return voice.ngettext("%(num)s byte", "%(num)s bytes", count)
    if count < 1_000_000:
        return voice.gettext("%(num)s kB", num=round(count / 1000))
    return voice.gettext("%(num)s MB", num=round(count / 1_000_000))


def _files_of(page: Page, slug: str) -> ReportFiles:
    """A report's files: its data, its annotations, its plain text in each language, its original where there is one."""
    paths = [f"reports/{slug}.json", annotations_file(slug)]
    report = page.site.index.reports[slug]
    paths += [text_file(slug, lang) for lang in report.texts]
    paths += [original_file(slug)] if report.original is not None else []
    return ReportFiles(slug, tuple((path.partition(slug + ".")[2], page.href(f"data/{path}")) for path in paths))


#: What the files of the data are, by the end of their names.
FORMATS = {
    ".csv": "text/csv", ".json": "application/json", ".geojson": "application/geo+json",
    ".jsonld": "application/ld+json",
}  # fmt: skip


def _cited(page: Page) -> Cited:
    return Cited("dataset")


def _linked(planned: Planned, things: Things) -> list[Node]:
    """The data files, each a download; those of single reports are told on the reports' own pages."""
    page, findings = planned.page, planned.page.site.findings
    licence = page.site.settings.get("DATA_LICENCE")
    dataset = {
        "@type": "Dataset",
        "@id": things.address("data/datapackage.json"),
        "name": page.voice.gettext("Data of %(site)s", site=page.site_name),
        "description": page.tagline,
        "url": things.address(page.path),
        "inLanguage": list(addresses.LANGUAGES),
        "creator": {"@id": things.publisher},
        "isAccessibleForFree": True,
        "license": _licence(page, licence) if licence else None,
        "temporalCoverage": days(findings),
        "spatialCoverage": things.entry(findings.place) if findings.place else None,
        "dateModified": modified(planned),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": things.address(f"data/{name}"),
                "encodingFormat": FORMATS.get(PurePosixPath(name).suffix),
            }
            for name in sorted(page.site.once(DataFiles).files)
            if "/" not in name
        ],
    }
    return [web_page(planned, things, main=dataset)]


def _licence(page: Page, licence: object) -> Node:
    return {
        "@type": "CreativeWork",
        "identifier": licence.get("name"),  # type: ignore[attr-defined]
        "name": (licence.get("title") or {}).get(page.lang),  # type: ignore[attr-defined]
        "url": licence.get("path"),  # type: ignore[attr-defined]
    }


KIND = Kind(
    name="data",
    order=110,
    template="data.html",
    path=addresses.section("data"),
    context=data,
    label=N_("Data"),
    scope=whole_site,
    above=HOME,
    cited=_cited,
    linked=_linked,
    documents=page_document,
    results=(PAGE,),
)
