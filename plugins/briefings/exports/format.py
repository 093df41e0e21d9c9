"""A data format, as a record: what its files are called, what they hold, and what makes them.

Each module of this folder that is a format exports its ``FORMAT``. Titles and descriptions are messages; words between
backticks are written as they stand in the files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from reports.model import PublicReport

from ..page.site_view import SiteView
from .columns import Column
from .csv_text import csv_lines

#: A row of a table, by column: text, whole number, ``bool``, a tuple of words, or ``None`` (unknown).
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values stand in columns of another table."""

    fields: tuple[str, ...]
    table: Format
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """The keys of a table: the columns that no two rows have in common, and those that lead to other tables."""

    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    """What there is to say of every format; ``order`` is its place among all, ``path`` stands below ``data/``."""

    order: int
    path: str
    title: str
    description: str
    media_type: str
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(_Described):
    """A format of one file.

    One with ``rows`` and nothing that ``make``s it is a table in CSV. Another that has rows is no table by itself, or
    that of ``rows_as`` in a ``dialect`` (of Data Package) of its own.
    """

    rows: Callable[[SiteView], Iterable[Row]] | None = None
    schema: Schema = field(default=Schema())
    rows_as: Format | None = None
    dialect: Mapping[str, object] | None = None
    make: Callable[[Data], bytes] | None = None

    @property
    def name(self) -> str:
        """What the data package calls it: ``claims``, ``events-geojson``."""
        return self.path.removesuffix(".csv").replace(".", "-")

    @property
    def is_table(self) -> bool:
        return self.make is None

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def every_report(report: PublicReport) -> bool:
    """A format of which each report has a file."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFormat(_Described):
    """A format of which reports have files of their own: ``<slug>`` in its path is the report's, ``<lang>`` a language.

    ``make`` is given the language of the file, or the empty word where the path has none.
    """

    make: Callable[[Data, PublicReport, str], bytes]
    made_for: Callable[[PublicReport], bool] = every_report

    def path_of(self, report: PublicReport, lang: str = "") -> str:
        """The file of a report, below ``data/``."""
        return self.path.replace("<slug>", report.slug).replace("<lang>", lang)

    def paths(self, report: PublicReport) -> dict[str, str]:
        """The files of a report, below ``data/``, with their languages."""
        if not self.made_for(report):
            return {}
        return {self.path_of(report, lang): lang for lang in (report.texts if "<lang>" in self.path else ("",))}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFormat(_Described):
    """A format of which each event has a file: ``<event>`` in its path is the event's key, so that it has a folder for
    each report that declares one."""

    make: Callable[[Data, str], bytes]

    def path_of(self, event: str) -> str:
        """The file of an event, below ``data/``."""
        return self.path.replace("<event>", event)


class Data:
    """The data of a site: the rows of its tables, and every file below ``data/``, each made when it is asked for."""

    def __init__(
        self,
        site: SiteView,
        formats: Sequence[Format],
        report_formats: Sequence[ReportFormat],
        event_formats: Sequence[EventFormat] = (),
    ) -> None:
        self.site, self.formats = site, formats
        self.report_formats, self.event_formats = report_formats, event_formats
        self._rows: dict[object, list[Row]] = {}
        self._contents: dict[str, bytes] = {}

    def rows(self, format: Format) -> list[Row]:
        """The rows of a format; none for one that has no rows."""
        if format.rows is None:
            return []
        if format.rows not in self._rows:
            self._rows[format.rows] = list(format.rows(self.site))
        return self._rows[format.rows]

    def lines(self, table: Format) -> list[str]:
        """The lines of a table as CSV, its heading first."""
        return csv_lines(table.column_names, self.rows(table))

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file below ``data/``."""
        return path in self._makers

    def content(self, path: str) -> bytes:
        """A file, by its path below ``data/``."""
        if path not in self._contents:
            self._contents[path] = self._makers[path]()
        return self._contents[path]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file, by its path below ``data/``."""
        return ((path, self.content(path)) for path in self._makers)

    @cached_property
    def _makers(self) -> dict[str, Callable[[], bytes]]:
        """What makes each file."""
        makers: dict[str, Callable[[], bytes]] = {format.path: partial(self._make, format) for format in self.formats}
        for report in self.site.index.reports.values():
            for format in self.report_formats:
                for path, lang in format.paths(report).items():
                    makers[path] = partial(format.make, self, report, lang)
        for event in self.site.index.events:
            for one in self.event_formats:
                makers[one.path_of(event)] = partial(one.make, self, event)
        return makers

    def _make(self, format: Format) -> bytes:
        return format.make(self) if format.make else "".join(self.lines(format)).encode()


def json_text(value: Mapping[str, object]) -> bytes:
    """An object as JSON for a file of its own: a line for each of its values, and for each item of one that is a list.

    So what changed is seen line by line, and no file is mostly blanks.
    """
    return ("{\n" + ",\n".join(f"{_json(name)}: {_lines(one)}" for name, one in value.items()) + "\n}\n").encode()


def _lines(value: object) -> str:
    return "[\n" + ",\n".join(map(_json, value)) + "\n]" if isinstance(value, list) and value else _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
