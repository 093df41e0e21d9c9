"""What a sheet would become, before anything is written: which column is read as what, and all that is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bilingual import Voices
from reports import Problem, messages
from reports.messages import Message
from reports.model import PARTS, Settings
from reports.problems import Problems
from reports.registry import read_registry
from reports.settings import read_settings

from .columns import Sheet, sheet_of
from .documents import Archived, incident_of, read_documents, with_documents
from .documents_there import filled_records
from .entries import ACTORS, PLACES, SOURCES, Entries, Name
from .incidents import Incident, read_incidents
from .mapping import Mapped
from .registry_rows import check_links, read_entries
from .registry_text import registry_text
from .tables import Table, letters
from .texts import ReportWriter

#: Who publishes the data sets that are known.
_PUBLISHERS = {
    "UCDP GED": Name("برنامج أوبسالا لبيانات النزاعات", "Uppsala Conflict Data Program"),
    "ACLED": Name("مشروع بيانات مواقع النزاعات المسلحة وأحداثها", "Armed Conflict Location and Event Data"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written into ``content``: reports by slug, each by the names of its files, and what is put below
    the files of the registry; ``records`` are those that are there, with lines added. ``said`` is to be shown first;
    ``problems`` are the cells that are wrong."""

    content: Path
    said: tuple[Message, ...]
    problems: tuple[Problem, ...]
    reports: Mapping[str, Mapping[str, str]]
    registry: Mapping[str, str]
    records: Mapping[Path, str]


def plan_import(
    tables: Sequence[Table], content: Path, voices: Voices, mapped: Mapped | None = None, today: date | None = None
) -> Plan:
    """Plan what these tables become in a content. ``today`` is when they are published, where nothing says it.

    Raises ``ContentErrors`` where the registry or the settings of the content cannot be read.
    """
    found = Problems()
    settings = read_settings(content, found).settings
    registry = read_registry(content / "registry", found)
    found.raise_if_any()
    planning = _Planning(content, settings, mapped or Mapped(), Entries(registry, settings.sides))
    planning.read(tables)
    return planning.plan(voices, (today or date.today()).isoformat())


class _Planning:
    """Reads all sheets against one registry."""

    def __init__(self, content: Path, settings: Settings, mapped: Mapped, entries: Entries) -> None:
        self.content, self.settings, self.mapped, self.entries = content, settings, mapped, entries
        self.said: list[Message] = []
        self.problems: list[Problem] = []
        self.incidents: list[tuple[Sheet, list[Incident]]] = []
        self.archived: list[tuple[Sheet, list[Archived]]] = []
        self.records: dict[Path, str] = {}

    def read(self, tables: Sequence[Table]) -> None:
        """Read the entries of the registry first, since the others name them."""
        sheets = []
        for table in tables:
            sheet = sheet_of(table, self.mapped)
            if isinstance(sheet, Problem):
                self.problems.append(sheet)
            else:
                sheets.append(sheet)
                self.said += _columns(sheet)
        lists = [sheet for sheet in sheets if sheet.kind in (PLACES, ACTORS, SOURCES)]
        for sheet in lists:
            self.problems += read_entries(sheet, self.mapped, self.entries)
        for sheet in (sheet for sheet in sheets if sheet.kind == "incidents"):
            incidents, problems = read_incidents(sheet, self.mapped, self.entries)
            self.incidents.append((sheet, incidents))
            self.problems += problems
        for sheet in (sheet for sheet in sheets if sheet.kind == "documents"):
            archived, problems = read_documents(sheet, self.mapped, self.entries)
            self.archived.append((sheet, archived))
            self.problems += problems
        for sheet in lists:
            self.problems += check_links(sheet, self.mapped, self.entries)

    def plan(self, voices: Voices, today: str) -> Plan:
        reports: dict[str, Mapping[str, str]] = {}
        used: list[str] = [id for id, new in self.entries.new.items() if new.given]
        there = quoted = 0
        for sheet, incidents in self._with_documents():
            publisher = self._publisher(sheet) if incidents else None
            if publisher is None:
                continue
            writer = ReportWriter(self.entries, voices, publisher, self.mapped.published or today, sheet.table.label)
            new = [one for one in incidents if not (self.content / "reports" / one.slug).exists()]
            there += len(incidents) - len(new)
            self._place_points(sheet, new)
            for incident in new:
                if incident.slug in reports:
                    what = messages.ID_TWICE_IN_SHEET(id=incident.slug, row=incident.row)
                    self.problems.append(sheet.table.problem(incident.row, sheet.at("id"), what))
                    continue
                reports[incident.slug] = writer.files(incident)
                quoted += sum(bool(told.words) for told in incident.sources)
                used += [publisher, *_named(incident)]
        written = self._with_parents(used)
        self._summary(reports, there, written)
        if quoted:
            self.said.append(messages.WORDS_UNCOUNTED(count=quoted))
        registry = registry_text(self.entries, written)
        return Plan(self.content, tuple(self.said), tuple(self.problems), reports, registry, self.records)

    def _publisher(self, sheet: Sheet) -> str | None:
        said = self.mapped.publisher
        if said:
            if self.entries.files.get(said) == SOURCES:
                return said
            what: Message = messages.UNKNOWN_IN_REGISTRY(id=said, file=SOURCES)
        elif name := _PUBLISHERS.get(sheet.known_as):
            return self.entries.source(name, "monitor")
        elif self.settings.publisher:
            own = self.settings.publisher
            return self.entries.source(Name(own.ar or "", own.en or ""), "monitor")
        else:
            what = messages.UNKNOWN_PUBLISHER()
        self.problems.append(sheet.table.problem(sheet.heading_row, 0, what))
        return None

    def _with_documents(self) -> Iterator[tuple[Sheet, list[Incident]]]:
        """The incidents of each sheet, with what the sheets of documents say of theirs."""
        by_address: dict[str, list[Archived]] = defaultdict(list)
        by_incident: dict[str, list[Archived]] = defaultdict(list)
        for _, archived in self.archived:
            for one in archived:
                by_address[one.document.url].append(one)
                if one.incident:
                    by_incident[incident_of(one.incident)].append(one)
        of_use: set[int] = set()
        for sheet, incidents in self.incidents:
            found, used = with_documents(incidents, by_address, by_incident)
            of_use |= used
            yield sheet, found
        for path, text, used in filled_records(self.content, by_address) if by_address else ():
            self.records[path] = text
            of_use |= used
        if of_use:
            self.said.append(messages.DOCUMENTS_FILLED(count=len(of_use)))
        for sheet, archived in self.archived:
            if unused := [one.row for one in archived if one.row not in of_use]:
                rows = ", ".join(map(str, unused[:20])) + (" …" if len(unused) > 20 else "")
                self.said.append(messages.DOCUMENTS_UNUSED(count=len(unused), path=sheet.table.label, rows=rows))

    def _place_points(self, sheet: Sheet, incidents: Iterable[Incident]) -> None:
        """Give a new place the point of its rows, if they have one and do not say how exact it is."""
        spots: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for incident in incidents:
            if incident.spot:
                spots[incident.where].add(incident.spot)
        unread = False
        for place, points in spots.items():
            new = self.entries.new.get(place)
            if new and len(points) == 1:
                latitude, longitude = next(iter(points))
                new.fields.setdefault("point", f"[{latitude}, {longitude}]")
            else:
                unread = True
        if unread:
            self.said.append(messages.POINTS_NOT_READ())

    def _with_parents(self, ids: Iterable[str]) -> list[str]:
        """The new entries among these, and those that they name in turn; what others name stands first."""
        found: dict[str, None] = {}
        waiting = [*dict.fromkeys(ids)]
        for id in waiting:
            new = self.entries.new.get(id)
            if new and id not in found:
                found[id] = None
                waiting += [new.fields[key] for key in ("within", "part-of", "speaks-for") if key in new.fields]
        return list(found)

    def _summary(self, reports: Mapping[str, object], there: int, written: Sequence[str]) -> None:
        new = [self.entries.new[id] for id in written]
        counts = {file: sum(one.file == file for one in new) for file in (PLACES, ACTORS, SOURCES)}
        if self.incidents:
            self.said.append(messages.REPORTS_PLANNED(new=len(reports), there=there))
        self.said.append(messages.ENTRIES_PLANNED(**counts))
        if halves := sum(not (one.name.ar and one.name.en) for one in new):
            self.said.append(messages.NAMES_MISSING(count=halves))
        if guessed := sum(one.guessed for one in new):
            self.said.append(messages.KINDS_GUESSED(count=guessed))


def _columns(sheet: Sheet) -> Iterator[Message]:
    """What a sheet was taken for, and each of its columns."""
    path, rows, kind = sheet.table.label, len(sheet.rows), sheet.kind
    if sheet.known_as:
        yield messages.SHEET_KNOWN(path=path, rows=rows, kind=kind, name=sheet.known_as)
    else:
        yield messages.SHEET_READ(path=path, rows=rows, kind=kind)
    for at, heading in enumerate(sheet.headings):
        if at in sheet.columns:
            yield messages.COLUMN_READ(letters=letters(at), heading=heading, field=str(sheet.columns[at]))
        elif heading:
            yield messages.COLUMN_NOT_READ(letters=letters(at), heading=heading)
    yield from sheet.table.notes
    if sheet.has("fatalities"):
        at = sheet.at("fatalities")
        if zeros := sum(row[at].strip() == "0" for row in sheet.rows):
            yield messages.ZEROS_NOT_READ(count=zeros)


def _named(incident: Incident) -> Iterator[str]:
    """The entries of the registry that an incident names."""
    yield from filter(None, (incident.where, *incident.actors))
    for count in incident.counts:
        yield from (group for group in count.parts if group not in PARTS)
    for told in incident.sources:
        yield from filter(None, (told.by, told.via, told.document.publisher if told.document else ""))
