"""The files of a content as JSON Schema (2020-12), made of the tables of ``fields``: editors complete by it.

It says what one file can say by itself. Whether an id is known, and what files say of one another, `make check` tells.
Values are those of YAML 1.2 (core schema): ``2016`` is a number, ``2016-10`` a text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from . import fields, model
from .acknowledged import MOST
from .fields import Field, Table
from .figure_notation import UNCOUNTED, WORDS
from .nodes import LONGEST, MAX_SEVERAL

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A schema: which files of a content it is of, and their keys; of a file with ``entries``, the keys of each."""

    name: str
    title: str
    of: str
    table: Table
    entries: bool = False

    @property
    def file_name(self) -> str:
        return f"{self.name}.schema.json"


FILES = (
    SchemaFile("site", "site.yaml", "What a site is called, whose it is, and its settings", fields.SITE),
    SchemaFile("places", "registry/places.yaml", "Every place, once, in both languages", fields.PLACE, True),
    SchemaFile("actors", "registry/actors.yaml", "Every party, once, in both languages", fields.ACTOR, True),
    SchemaFile("sources", "registry/sources.yaml", "Everybody who says something, once", fields.SOURCE, True),
    SchemaFile("record", "record.yaml", "The documents, events and claims of a report", fields.RECORD),
    SchemaFile("dossier", "dossier.yaml", "Which reports a dossier brings together", fields.DOSSIER),
)

_DEVICES = r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)"
_ID = rf"{_DEVICES}[a-z][a-z0-9-]{{0,99}}"
_SLUG = rf"{_DEVICES}[a-z0-9][a-z0-9-]{{0,99}}"
_YEAR = r"(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
_MONTH = r"(?:0[1-9]|1[0-2]|2[1-4]|XX)"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01]|XX)"
_MOMENT = rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?[?~%]?"
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}(?::[0-5][0-9])?)?"
_NUMBER = r"(?:0|[1-9][0-9]{0,8})"
_FIGURE = rf"~?{_NUMBER}\+?|{_NUMBER}-{_NUMBER}|\.\.{_NUMBER}|{'|'.join((*WORDS, UNCOUNTED))}"

_YEAR_ALONE: Schema = {"type": "integer", "minimum": 1, "maximum": 9999}
_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": LONGEST}


def _matching(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _mapping(values: Mapping[str, Schema], required: list[str] | None = None) -> Schema:
    schema: Schema = {"type": "object", "properties": dict(values), "additionalProperties": False}
    return schema | ({"required": required} if required else {})


def _entries(key: Schema, value: Schema) -> Schema:
    return {"type": "object", "propertyNames": key, "additionalProperties": value}


def _several(item: Schema, most: int = MAX_SEVERAL) -> Schema:
    """A list, or the one bare value that stands for a list of one."""
    return {"anyOf": [item, {"type": "array", "items": item, "maxItems": most}]}


_LANGUAGES = dict.fromkeys(model.LANGUAGES, _TEXT)
_WORDS = _mapping(_LANGUAGES) | {"minProperties": 1}
_NAMES = _mapping(_LANGUAGES, list(model.LANGUAGES))
_A_FIGURE: Schema = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 999_999_999}, _matching(_FIGURE)]}

#: What can stand where a field is of a kind that has neither a vocabulary nor keys of its own.
_KINDS: dict[str, Schema] = {
    "text": _TEXT,
    "words": _WORDS,
    "names": _NAMES,
    "words-of-document": _entries({"pattern": "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$"}, _TEXT) | {"minProperties": 1},
    "aliases": _mapping({lang: _several(_TEXT) for lang in model.LANGUAGES}),
    "date": {"anyOf": [_YEAR_ALONE, _matching(rf"{_TIME}|(?:{_MOMENT}|\.\.)?/(?:{_MOMENT}|\.\.)?|{_MOMENT}")]},
    "bound": {"anyOf": [_YEAR_ALONE, _matching(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")]},
    "url": {"type": "string", "format": "uri", "pattern": "^https?://[^\\s]+$"},
    "contact": {"type": "string", "pattern": "^(?:https?://[^\\s]+|[^\\s@]+@[^\\s@]+)$"},
    "flag": {"type": "boolean"},
    "figure": _A_FIGURE,
    "including": {
        "type": "object",
        "properties": dict.fromkeys(model.PARTS, _A_FIGURE),
        "propertyNames": _matching(_ID),
        "additionalProperties": _A_FIGURE,
    },
    "id": _matching(_ID),
    "slug": {"anyOf": [_matching(_SLUG), {"type": "integer", "minimum": 0}]},
    "reference": _matching(rf"(?:{_SLUG}/)?{_ID}"),
    "steps": _several(_several(_matching(_ID))),
    "sha256": _matching("[0-9a-fA-F]{64}"),
    "language": {"type": "string", "pattern": "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$"},
    "point": {
        "type": "array",
        "prefixItems": [
            {"type": "number", "minimum": -90, "maximum": 90, "description": "Latitude"},
            {"type": "number", "minimum": -180, "maximum": 180, "description": "Longitude"},
        ],
        "items": False,
        "minItems": 2,
    },
    "part": {"anyOf": [_matching("[a-z0-9-]{1,100}"), {"type": "integer", "minimum": 0}]},
    "code": {"type": ["string", "integer"], "minLength": 1, "maxLength": 100, "pattern": "^[^\\s]+$"},
    "side": _matching(r"[^\s-][^\s]*"),
    "sides": _entries(_matching(r"[^\s-][^\s]*"), _NAMES),
    "acknowledgement": _TEXT,
}

#: What keys of one mapping say of one another, which no table of them can.
_RULES: dict[Table, Schema] = {
    fields.DOCUMENT: {"anyOf": [{"required": [key]} for key in ("url", "archive", "title")]},
    fields.EVENT: {
        "if": {"required": ["same-as"]},
        "then": {"propertyNames": {"enum": ["same-as", "title", "background", "part-of"]}},
        "else": {"required": ["type", "when"]},
        "dependentRequired": {"point": ["accuracy"], "accuracy": ["point"]},
    },
    fields.CLAIM: {
        "dependentRequired": {"denies-what": ["denies"]},
        "dependentSchemas": {
            "denies": {"properties": {"stance": {"const": "denies"}}, "required": ["stance"]},
            "identified": {
                "if": {"properties": {"identified": {"const": model.UNATTRIBUTED}}},
                "then": {"not": {"required": ["by"]}},
            },
        },
    },
    fields.CASUALTIES: {
        "anyOf": [{"required": [outcome]} for outcome in model.OUTCOMES],
        "if": {"properties": {"scope": {"const": "cumulative"}}, "required": ["scope"]},
        "then": {"required": ["period"]},
        "else": {"not": {"required": ["period"]}},
    },
    fields.CORRECTION: {"anyOf": [{"required": [lang]} for lang in model.LANGUAGES]},
    fields.DOSSIER: {"anyOf": [{"required": [key]} for key in ("reports", "places", "actors", "from", "to")]},
}


def schema_of(file: SchemaFile) -> Schema:
    """The schema of a file of a content."""
    whole = _table(file.table)
    if file.entries:
        whole = _entries(_matching(_ID), whole)
    return {"$schema": DIALECT, "title": file.title, "description": file.of, **whole}


def schema_text(file: SchemaFile) -> str:
    """The same as the text of a JSON file."""
    return json.dumps(schema_of(file), ensure_ascii=False, indent=1) + "\n"


def _table(table: Table) -> Schema:
    values = {field.key: {"description": field.what, **_value(field)} for field in table}
    return _mapping(values, fields.required(table)) | _RULES.get(table, {})


def _value(field: Field) -> Schema:
    most = MOST if field.kind == "acknowledgement" else 10_000 if field.kind == "slug" else MAX_SEVERAL
    one = _one(field)
    return _several(one, most) if field.several else one


def _one(field: Field) -> Schema:
    if field.kind == "word":
        numbers = [int(word) for word in field.words if word.isdecimal()]
        return {"enum": [*field.words, *numbers]}
    if field.kind == "entries":
        return _entries(_matching(_ID), _table(field.of))
    if field.kind == "items":
        return {"type": "array", "items": _table(field.of)}
    return _table(field.of) if field.kind == "table" else _KINDS[field.kind]
