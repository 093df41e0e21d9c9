"""Rows of places, actors and sources: entries of the registry, as a sheet gives them whole."""

from __future__ import annotations

import re

from reports import Problem, messages, model
from reports.registry import ID, side_word
from reports.web import is_web_address

from ..latin_ids import new_id
from .cells import coordinates, latitude, longitude, word_of
from .columns import Sheet
from .entries import ACTORS, PLACES, SOURCES, Entries, New
from .event_words import registry_words
from .mapping import Mapped
from .rows import SEVERAL, RowReader

_KINDS = {PLACES: model.PLACE_KINDS, ACTORS: model.ACTOR_KINDS, SOURCES: model.SOURCE_KINDS}
_LINKS = {"within": PLACES, "part-of": "", "speaks-for": ACTORS}


def read_entries(sheet: Sheet, mapped: Mapped, entries: Entries) -> list[Problem]:
    """Take the rows of a sheet into the entries that the registry has not yet; returns what is wrong with others."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for row in sheet.rows:
        reader = RowReader(sheet, row, mapped)
        id, new = _entry(reader, entries)
        if id in seen:
            reader.missing("id", messages.ID_TWICE_IN_SHEET(id=id, row=seen[id]))
        seen.setdefault(id, row.number)
        problems += reader.problems
        if not reader.problems and id not in entries.old:
            entries.add(new.file, id, new)
    return problems


def check_links(sheet: Sheet, mapped: Mapped, entries: Entries) -> list[Problem]:
    """What rows say to be a part of what is nowhere; said when all sheets are read."""
    problems: list[Problem] = []
    for row in sheet.rows:
        reader = RowReader(sheet, row, mapped)
        for key, file in _LINKS.items():
            for at, _, text in reader.cells(key):
                if entries.files.get(text) != (file or sheet.kind):
                    reader.wrong(at, messages.UNKNOWN_IN_REGISTRY(id=text, file=file or sheet.kind))
                    problems += reader.problems
    return problems


def _entry(row: RowReader, entries: Entries) -> tuple[str, New]:
    file = row.sheet.kind
    name = row.name("name")
    for lang in ("ar", "en"):
        if not getattr(name, lang):
            row.missing("name", messages.NAME_IN_BOTH(lang=lang))
    kinds = registry_words(_KINDS[file])
    kind = word_of(row.text("kind"), kinds) or ""
    if not kind:
        row.missing("kind", messages.UNKNOWN_CELL_WORD(what=messages.KIND(), text=row.text("kind"), words=_KINDS[file]))
    id = row.text("id")
    if id and (not ID.fullmatch(id) or id in model.PARTS):
        row.missing("id", messages.NO_ID(value=id))
    elif entries.old.get(id, file) != file:
        row.missing("id", messages.ID_OF_OTHER_FILE(id=id, file=entries.old[id]))
    if not id and name:
        id = entries.called(file, name) or new_id(name.en or name.ar, entries.files, kind or "entry")
    fields = {key: row.text(key) for key in ("within", "part-of", "speaks-for") if row.text(key)}
    fields |= _own_fields(row, entries)
    aliases = {
        column.lang or ("ar" if re.search(r"[\u0620-\u064a]", text) else "en"): SEVERAL.split(text)
        for _, column, text in row.cells("aliases")
    }
    return id, New(file, name, kind, fields, aliases, given=True)


def _own_fields(row: RowReader, entries: Entries) -> dict[str, str]:
    found: dict[str, str] = {}
    if row.sheet.kind == PLACES:
        point = [row.read("latitude", latitude), row.read("longitude", longitude)]
        if row.text("point"):
            point = list(row.read("point", coordinates) or ())
        if len(point) == 2 and all(point):
            found["point"] = f"[{point[0]}, {point[1]}]"
        elif any(point):
            row.missing("latitude", messages.HALF_A_POINT())
        ids = {key: row.text(key) for key in ("geonames", "wikidata", "pcode") if row.text(key)}
        if wrong := next((key for key, id in ids.items() if not re.fullmatch(r"[\w-]+", id)), None):
            row.missing(wrong, messages.BAD_CELL(text=ids[wrong]))
        elif ids:
            found["ids"] = "{" + ", ".join(f'{key}: "{id}"' for key, id in ids.items()) + "}"
    if row.sheet.kind == ACTORS and (side := row.read("side", side_word)):
        if side not in entries.sides:
            row.missing("side", messages.SIDE_WITHOUT_NAME(side=side))
        found["side"] = side
    if row.sheet.kind == SOURCES:
        if (said := row.text("identified")) and said not in model.IDENTIFIED:
            what = messages.IDENTIFIED()
            row.missing("identified", messages.UNKNOWN_CELL_WORD(what=what, text=said, words=model.IDENTIFIED))
        elif said:
            found["identified"] = said
        if (url := row.text("url")) and not is_web_address(url):
            row.missing("url", messages.NO_ADDRESS_IN_CELL(text=url))
        elif url:
            found["url"] = f'"{url}"'
    return found
