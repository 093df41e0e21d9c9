"""The page of the data: what each file and column holds, with an example of this site, and where to get it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from bilingual import LANGUAGES, N_, Voice
from reports.model import Licence

from ..exports import EVENT_FORMATS, FORMATS, REPORT_FORMATS, data_of, files_of
from ..exports.columns import KINDS as COLUMN_KINDS
from ..exports.columns import Column
from ..exports.csv_text import cell
from ..exports.data_package import FORMAT as DATA_PACKAGE
from ..exports.format import Data, EventFormat, Format, ReportFormat, Row
from ..page import addresses
from ..page.bibliography import Cited
from ..page.event_lines import FEW, MOST
from ..page.kind import PAGE, Kind, Planned, page_document, whole_site
from ..page.linked_pages import days, modified, web_page
from ..page.linked_things import Node, Things
from ..page.page import Page
from ..page.site_view import Phrase
from .home import KIND as HOME
from .home import newest_published, published_in

#: How much of a long value an example shows.
LONGEST = 60

#: How all files are to be read.
NOTES = (
    N_(
        "The tables are CSV in `UTF-8` with one row of headings. A spreadsheet may show wrong letters when you open "
        "one by a double click: import it instead, as comma-separated text in `UTF-8`."
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
        "A range is what was said, from the lowest to the highest; it is no margin of error. The number of separate "
        "sources beside it counts whoever said something first, once each, however many passed it on."
    ),
    N_(
        "Dates are written in EDTF (`ISO 8601-2`), as exactly as they are known: `2016-10` is a month, `2016-10-04~` "
        "about that day, `2016-09/2016-10` from one month to the other, and `..` an open end."
    ),
    N_("Drafts and redacted words are in no file."),
)

#: A message in pieces: each is plain words, or words as they stand in the files.
Pieces = tuple[tuple[str, bool], ...]

#: The formats of single reports and events.
OF_ONE: tuple[ReportFormat | EventFormat, ...] = (*REPORT_FORMATS, *EVENT_FORMATS)


@dataclass(frozen=True, slots=True)
class DescribedColumn:
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
class DescribedFile:
    """A file in words. ``href`` and ``size`` are empty for one of which each report has its own."""

    path: str
    anchor: str
    title: Pieces
    says: Pieces
    columns: tuple[DescribedColumn, ...]
    href: str = ""
    size: str = ""
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """A report's own files: the name of each, and where it is."""

    slug: str
    files: tuple[tuple[str, str], ...]


def data(page: Page) -> Mapping[str, object]:
    """What the page of the data shows."""
    made = page.site.once(data_of)
    licence = page.site.settings.licence
    slugs = list(page.site.index.reports)
    shown = slugs if len(slugs) <= MOST else newest_published(page.site.findings)[:FEW]
    return {
        "licence": (licence.title[page.lang], licence.url) if licence else None,
        "notes": [_pieces(page.voice, note) for note in NOTES],
        "tables": [_file(page, made, format) for format in FORMATS if format.is_table],
        "others": [_file(page, made, format) for format in FORMATS if not format.is_table],
        "of_a_report": [_told(page, format) for format in OF_ONE],
        "reports": [ReportFiles(slug, files_of_report(page, slug)) for slug in shown],
        "all_reports": len(slugs),
        "periods": [(period, *told) for period, told in published_in(page).items()],
    }


def _file(page: Page, made: Data, format: Format) -> DescribedFile:
    """A file in words, with what it holds on this site."""
    rows = made.rows(format)
    return replace(
        _told(page, format, rows if format.is_table else ()),
        href=page.links.href(f"data/{format.path}"),
        size=_size(page.voice, len(made.content(format.path))),
        rows=len(rows) if format.rows else None,
    )


def _told(page: Page, format: Format | ReportFormat | EventFormat, rows: Iterable[Row] = ()) -> DescribedFile:
    return DescribedFile(
        path=format.path,
        anchor="".join(char if char.isalnum() else "-" for char in format.path).strip("-"),
        title=_pieces(page.voice, format.title),
        says=_pieces(page.voice, format.description),
        columns=tuple(_column(page.voice, column, rows) for column in format.columns),
    )


def _column(voice: Voice, column: Column, rows: Iterable[Row]) -> DescribedColumn:
    return DescribedColumn(
        name=column.name,
        means=_pieces(voice, column.description),
        kind=_pieces(voice, COLUMN_KINDS[column.kind]),
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


def files_of_report(page: Page, slug: str) -> tuple[tuple[str, str], ...]:
    """A report's files: its data, its annotations, its plain text in each language, its original where there is one."""
    paths = files_of(page.site.index.reports[slug])
    return tuple((path.partition(f"{slug}.")[2], page.links.href(f"data/{path}")) for path in paths)


def _cited(page: Page) -> Cited:
    return Cited("dataset")


def _linked(planned: Planned, things: Things) -> list[Node]:
    """The data files, each a download; those of single reports are told on the reports' own pages."""
    page, findings = planned.page, planned.page.site.findings
    licence = page.site.settings.licence
    dataset = {
        "@type": "Dataset",
        "@id": things.address(f"data/{DATA_PACKAGE.path}"),
        "name": page.voice.gettext("Data of %(site)s", site=page.texts.site_name),
        "description": page.texts.tagline or None,
        "url": things.address(page.path),
        "inLanguage": list(LANGUAGES),
        "creator": {"@id": things.publisher},
        "isAccessibleForFree": True,
        "license": _licence(page, licence) if licence else None,
        "temporalCoverage": days(findings),
        "spatialCoverage": things.entry(findings.place) if findings.place else None,
        "dateModified": modified(planned),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": format.path,
                "contentUrl": things.address(f"data/{format.path}"),
                "encodingFormat": format.media_type,
            }
            for format in sorted(FORMATS, key=attrgetter("path"))
        ],
    }
    return [web_page(planned, things, main=dataset)]


def _licence(page: Page, licence: Licence) -> Node:
    return {
        "@type": "CreativeWork",
        "identifier": licence.id,
        "name": licence.title[page.lang],
        "url": licence.url,
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
