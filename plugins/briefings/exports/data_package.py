"""The data package (Frictionless Data Package, version 2) that describes the data files to programs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from .columns import Column
from .files import OTHERS, TABLES, File

#: The types of Table Schema for the kinds of columns; all others are strings.
TYPES = {
    "number": "integer", "code": "integer", "truth": "boolean", "degrees": "number", "day": "date", "list": "list",
}  # fmt: skip

#: What is said of the files that are no plain table: their format, their media type, and how rows begin.
FORMS: dict[str, dict] = {
    "events.geojson": {"format": "geojson", "mediatype": "application/geo+json"},
    "casualties.hxl.csv": {
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"headerRows": [1], "commentRows": [2]},
    },
}


def package(settings: Mapping[str, object], files: Mapping[str, bytes]) -> dict:
    """The description of the files, which are given by their path below ``data/``."""
    found: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "conflict-briefings",
        "title": f"Data of {settings['SITE_NAME']['en']}",  # type: ignore[index]  # the settings have no types of their own
    }
    if siteurl := str(settings.get("SITEURL") or "").rstrip("/"):
        found["homepage"] = f"{siteurl}/en/data/index.html"
    if licence := settings.get("DATA_LICENCE"):
        name, path, titles = (licence[key] for key in ("name", "path", "title"))  # type: ignore[index]  # the settings have no types of their own
        found["licenses"] = [{"name": name, "path": path, "title": titles["en"]}]
    tables = [_table(table, files[table.path]) for table in TABLES]
    others = [_other(file, files[file.path]) for file in OTHERS if file.path in FORMS]
    return {**found, "resources": [*tables, *others]}


def _table(table: File, content: bytes) -> dict:
    form = {"format": "csv", "mediatype": "text/csv"}
    return {"name": table.name, "type": "table", **_described(table, content), **form, "schema": _schema(table)}


def _other(file: File, content: bytes) -> dict:
    name = file.path.removesuffix(".csv").replace(".", "-")
    found = {"name": name, **_described(file, content), **FORMS[file.path]}
    plain = next((table for table in TABLES if file.path == f"{table.name}.hxl.csv"), None)
    return found | {"type": "table", "schema": _schema(plain)} if plain else found


def _described(file: File, content: bytes) -> dict:
    return {
        "path": file.path,
        "title": file.title,
        "description": file.says,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _schema(table: File) -> dict:
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.leads:
        schema["foreignKeys"] = [
            {"fields": list(here), "reference": {"resource": there, "fields": list(fields)}}
            for here, there, fields in table.leads
        ]
    return schema


def _field(column: Column) -> dict:
    field: dict[str, object] = {
        "name": column.name,
        "type": TYPES.get(column.kind, "string"),
        "title": column.name.replace("_", " ").capitalize(),
        "description": column.means,
    }
    if column.kind == "list":
        field |= {"delimiter": ";", "itemType": "string"}
    constraints: dict[str, object] = {"required": True} if column.full else {}
    if column.words:
        constraints["enum"] = [int(word) if column.kind == "code" else word for word in column.choices]
    elif column.kind == "number":
        constraints["minimum"] = 0
    return field | ({"constraints": constraints} if constraints else {})
