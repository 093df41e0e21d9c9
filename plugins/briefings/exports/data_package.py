"""The data package (Frictionless Data Package, version 2) that describes the data files to programs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from bilingual import N_
from reports.model import Settings

from .columns import Column
from .format import Data, Format, json_text

#: The types of Table Schema for the kinds of columns; all others are strings.
TYPES = {
    "number": "integer", "code": "integer", "truth": "boolean", "degrees": "number", "day": "date", "list": "list",
}  # fmt: skip


def package(settings: Settings, address: str, resources: Iterable[tuple[Format, bytes]]) -> dict:
    """The description of some files, each with its format and content; ``address`` is that of the site."""
    found: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "conflict-briefings",
        "title": f"Data of {settings.name.en}",
    }
    if address:
        found["homepage"] = f"{address}/en/data/index.html"
    if licence := settings.licence:
        found["licenses"] = [{"name": licence.id, "path": licence.url, "title": licence.title.en}]
    return {**found, "resources": [_resource(format, content) for format, content in resources]}


def _resource(format: Format, content: bytes) -> dict:
    form: dict[str, object] = {"format": format.path.rpartition(".")[2], "mediatype": format.media_type}
    described = _described(format, content)
    if format.is_table:
        return {"name": format.name, "type": "table", **described, **form, "schema": _schema(format)}
    if format.dialect:
        form["dialect"] = format.dialect
    table = {"type": "table", "schema": _schema(format.rows_as)} if format.rows_as else {}
    return {"name": format.name, **described, **form, **table}


def _described(format: Format, content: bytes) -> dict:
    return {
        "path": format.path,
        "title": format.title,
        "description": format.description,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _schema(table: Format) -> dict:
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.schema.primary_key:
        schema["primaryKey"] = list(table.schema.primary_key)
    if table.schema.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": list(key.fields), "reference": {"resource": key.table.name, "fields": list(key.there)}}
            for key in table.schema.foreign_keys
        ]
    return schema


def _field(column: Column) -> dict:
    field: dict[str, object] = {
        "name": column.name,
        "type": TYPES.get(column.kind, "string"),
        "title": column.name.replace("_", " ").capitalize(),
        "description": column.description,
    }
    if column.kind == "list":
        field |= {"delimiter": ";", "itemType": "string"}
    constraints: dict[str, object] = {"required": True} if column.required else {}
    if column.words and column.kind != "list":
        constraints["enum"] = [int(word) if column.kind == "code" else word for word in column.choices]
    elif column.kind == "number":
        constraints["minimum"] = 0
    return field | ({"constraints": constraints} if constraints else {})


def _make(data: Data) -> bytes:
    """Everything that has rows is described."""
    described = [format for format in data.formats if format.rows]
    files = [(format, data.content(format.path)) for format in described]
    return json_text(package(data.site.settings, data.site.address, files))


FORMAT = Format(
    order=90,
    path="datapackage.json",
    title=N_("Data package"),
    description=N_(
        "Describes the tables to programs (Data Package, version 2): their columns, types, keys, sizes and SHA-256 "
        "sums. The `frictionless` program checks the tables by it."
    ),
    media_type="application/json",
    make=_make,
)
