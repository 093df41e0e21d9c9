"""Rows of incidents: what each says happened, where, who was harmed, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reports import Problem, messages
from reports.edtf import parse_date
from reports.messages import Refused
from reports.record.events import code

from ..latin_ids import slug_of
from .cells import coordinates, edtf_of, figure_of_cell, is_day, is_unknown, latitude, longitude, time_of, word_of
from .columns import Sheet
from .counts import Count, counts_of, counts_of_ucdp
from .entries import AREA, NAMELESS, Entries, Name, name_of
from .event_words import ACCURACIES, GEO_PRECISION, GRADES, INTER, PLACE_PRECISION, TARGETS, TYPES, VIOLENCE
from .mapping import Mapped
from .rows import SEVERAL, RowReader
from .told_sources import Told, by_language, read_sources


@dataclass(frozen=True, slots=True)
class Incident:
    """What a row says. Ids are those of the registry. ``spot`` is a point of which nobody knows how exact it is."""

    row: int
    slug: str
    code: str
    types: tuple[str, ...]
    when: str
    where: str = ""
    point: tuple[str, str] | None = None
    accuracy: str = ""
    spot: tuple[str, str] | None = None
    actors: tuple[str, ...] = ()
    weapon: Name = NAMELESS
    targets: tuple[str, ...] = ()
    attacks: str = ""
    grade: str = ""
    title: Name = NAMELESS
    note: Name = NAMELESS
    account: Mapping[str, str] = field(default_factory=dict)
    counts: tuple[Count, ...] = ()
    sources: tuple[Told, ...] = ()
    published: str = ""


def read_incidents(sheet: Sheet, mapped: Mapped, entries: Entries) -> tuple[list[Incident], list[Problem]]:
    """The incidents of a sheet that can be read, and what is wrong with the others."""
    if not sheet.has("id") or not sheet.has("date"):
        what = messages.NO_ID_COLUMN() if not sheet.has("id") else messages.NO_DATE_COLUMN()
        return [], [sheet.table.problem(sheet.heading_row, 0, what)]
    incidents: list[Incident] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for row in sheet.rows:
        reader = _IncidentReader(RowReader(sheet, row, mapped), entries)
        incident = reader.read()
        if incident.slug and incident.slug in first:
            reader.row.missing("id", messages.ID_TWICE_IN_SHEET(id=reader.row.text("id"), row=first[incident.slug]))
        elif incident.slug:
            first[incident.slug] = row.number
        problems += reader.row.problems
        if not reader.row.problems:
            incidents.append(incident)
    return incidents, problems


class _IncidentReader:
    """Reads the cells of one row."""

    def __init__(self, row: RowReader, entries: Entries) -> None:
        self.row, self.entries = row, entries
        self._is_ucdp = row.sheet.known_as == "UCDP GED"
        self._is_acled = row.sheet.known_as == "ACLED"

    def read(self) -> Incident:
        row = self.row
        id = row.text("id")
        if not id:
            row.missing("id", messages.ROW_WITHOUT_ID())
        slug = self._slug(id)
        when = self._when()
        where, point, accuracy = self._place()
        exact = bool(accuracy)
        actors = self._actors()
        counts = counts_of_ucdp(row, *self._sides()) if self._is_ucdp else counts_of(row)
        return Incident(
            row.row.number,
            slug,
            _code(id, slug),
            self._types(),
            when,
            where,
            point if exact else None,
            accuracy if point else "",
            None if exact or self._is_ucdp else point,
            actors,
            weapon=row.name("weapon"),
            targets=self._words("target", TARGETS, messages.THE_TARGET()),
            attacks=row.read("attacks", figure_of_cell) or "",
            grade=next(iter(self._words("grade", GRADES, messages.THE_GRADE())), ""),
            title=row.name("title"),
            note=row.name("note"),
            account=by_language(row.name("text")),
            counts=tuple(counts),
            sources=tuple(read_sources(row, self.entries, self._date)),
            published=row.read("published", self._date) or "",
        )

    def _slug(self, id: str) -> str:
        slug = slug_of(id)
        if id and not slug:
            self.row.missing("id", messages.BAD_CELL(text=id))
        return f"{'ged' if self._is_ucdp else 'incident'}-{slug}" if slug.isdecimal() else slug

    # When

    def _date(self, text: str) -> str:
        return edtf_of(text, self.row.mapped.dates)

    def _when(self) -> str:
        row = self.row
        start, end = row.read("date", self._date) or "", row.read("end-date", self._date) or ""
        if not start:
            row.missing("date", messages.ROW_WITHOUT_DATE())
            return ""
        if self._is_ucdp:
            return self._checked(_ucdp_date(start, end or start, row.text("date-precision")))
        if self._is_acled:
            return _acled_date(start, row.text("time-precision"))
        if time := row.text("time"):
            if is_day(start) and not end and (at := time_of(time)):
                return self._checked(f"{start}T{at}", "time")
            row.missing("time", messages.BAD_CELL(text=time))
        return self._checked(f"{start}/{end}" if end and end != start else start)

    def _checked(self, text: str, field: str = "end-date") -> str:
        try:
            return parse_date(text).text
        except Refused as refused:
            self.row.missing(field, refused.message)
            return ""

    # Where

    def _place(self) -> tuple[str, tuple[str, str] | None, str]:
        row, precision = self.row, self.row.text("place-precision")
        within = None
        # Where only a unit is known, that is the place: the data set names the middle of it besides.
        levels = {"6": 1, "4": 2}.get(precision, 3)
        for rank, key in (("country", "country"), ("governorate", "admin1"), ("district", "admin2"))[:levels]:
            if name := row.name(key):
                within = self.entries.place(name, within, rank)
        name = NAMELESS if precision in ("3", "4", "6") else row.name("place")
        rank = AREA if precision in ("5", "7") else ""
        where = self.entries.place(name, within, rank) if name else within or ""
        point = self._point()
        accuracy = row.mapped.accuracy
        if self._is_ucdp:
            accuracy = self._by_code("place-precision", PLACE_PRECISION)
        elif self._is_acled:
            accuracy = self._by_code("geo-precision", GEO_PRECISION)
        elif said := self._words("accuracy", ACCURACIES, messages.THE_ACCURACY()):
            accuracy = said[0]
        return where, point, accuracy

    def _point(self) -> tuple[str, str] | None:
        row = self.row
        if row.text("point"):
            return row.read("point", coordinates)
        north, east = row.read("latitude", latitude) or "", row.read("longitude", longitude) or ""
        if bool(north) != bool(east) and not row.problems:
            row.missing("longitude" if north else "latitude", messages.HALF_A_POINT())
        return (north, east) if north and east else None

    def _by_code(self, field: str, codes: Mapping[str, str]) -> str:
        code = self.row.text(field)
        if code and code not in codes:
            self.row.missing(field, messages.UNKNOWN_CODE(code=code, codes=tuple(codes)))
        return codes.get(code, "")

    # What, and who

    def _types(self) -> tuple[str, ...]:
        if self._is_ucdp:
            found = self._by_code("violence", VIOLENCE)
            return (found,) if found else ("other",)
        types = self._words("type", TYPES, messages.THE_TYPE())
        return types or ("other",)

    def _words(self, field: str, table: Mapping[str, str], what: messages.Message) -> tuple[str, ...]:
        found: list[str] = []
        for at, _, text in self.row.cells(field):
            for one in [text] if word_of(text, table) else SEVERAL.split(text):
                word = word_of(self.row.mapped.word(one), table)
                if word is None:
                    known = tuple(dict.fromkeys(table.values()))
                    self.row.wrong(at, messages.UNKNOWN_CELL_WORD(what=what, text=one, words=known))
                elif word not in found:
                    found.append(word)
        return tuple(found)

    def _actors(self) -> tuple[str, ...]:
        if self._is_ucdp:
            return tuple(dict.fromkeys(filter(None, self._sides())))
        found: dict[str, None] = {}
        if self._is_acled:
            for number in ("1", "2"):
                name, kind = self.row.name(f"actor{number}"), word_of(self.row.text(f"inter{number}"), INTER) or ""
                if name and kind != "civilians" and not name.en.startswith("Civilians"):
                    found[self._actor(name, kind)] = None
            return tuple(found)
        both = self.row.name("actors")
        if both.ar and both.en:
            ar, en = SEVERAL.split(both.ar), SEVERAL.split(both.en)
            names = [Name(*pair) for pair in zip(ar, en, strict=True)] if len(ar) == len(en) else [both]
        else:
            names = [name_of(one) for one in SEVERAL.split(both.ar or both.en) if not is_unknown(one)]
        return tuple(dict.fromkeys(self._actor(name) for name in names))

    def _actor(self, name: Name, kind: str = "") -> str:
        said = self.row.mapped.word(name.en or name.ar)
        return self.entries.actor(name if said in (name.en, name.ar) else name_of(said), kind)

    def _sides(self) -> tuple[str, str]:
        """The two sides of UCDP GED; civilians, on whom one-sided violence is, are none."""
        row, ids = self.row, []
        kinds = ("", "rebel-group" if row.text("violence") == "1" else "")
        for side, kind in zip(("side-a", "side-b"), kinds, strict=True):
            name = row.name(side)
            is_state = name.en.startswith("Government of")
            found = self._actor(name, "state-forces" if is_state else kind) if name and name.en != "Civilians" else ""
            ids.append(found)
        return ids[0], ids[1]


def _code(id: str, slug: str) -> str:
    """The id as a code of the site, which no other event has: a bare number would soon be that of another too."""
    try:
        return slug if id.isdecimal() else code(id)
    except Refused:
        return ""


def _ucdp_date(start: str, end: str, precision: str) -> str:
    """The days between which an event lies, as exactly as ``date_prec`` says that they are known."""
    first, last = is_day(start), is_day(end)
    if first is None or last is None or first > last:
        return f"{start}/{end}"
    if first == last:
        return start if precision in ("1", "") else f"{start}~"
    for length, whole in ((7, start[:7]), (4, start[:4])):
        span = parse_date(whole)
        if start[:length] == end[:length] and (span.earliest, span.latest) == (first, last):
            return whole
    return f"{start}/{end}"


def _acled_date(day: str, precision: str) -> str:
    """The day; where only the week is known about it, and where only the month is, that."""
    if is_day(day) is None:
        return day
    return {"2": f"{day}~", "3": day[:7]}.get(precision, day)
