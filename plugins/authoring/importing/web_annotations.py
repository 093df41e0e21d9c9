"""Annotations in the W3C's Web Annotation Data Model: our own, and Recogito's.

The text lies in files of its own. They are looked for beside the annotations, by the last part of the address that is
given, and never fetched. The standard counts characters, and pages that count the units of UTF-16 are known by their
quotations.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from reports import messages

from ..bounded import read_bytes, refused
from .annotated import Annotated, Annotation, Relation
from .limited import json_of, text_of
from .offsets import CODE_POINTS, UTF_16, Quoted, placed

#: Our own: a page of annotations of both languages, with the report whole beside it.
_OWN = re.compile(r"(?P<slug>.+)\.annotations\.jsonld")
_EDTF = "datetime"
#: What bodies are for, in which a label stands, an id or an address, and words.
_LABELS, _NAMES = ("tagging", "classifying", None), ("identifying", "linking", "geotagging")


def read_web_annotations(path: Path, data: Any, text_file: Path | None) -> list[Annotated]:
    """The texts that annotations are of, each with its own. Raises ``ContentErrors`` where a text is not there."""
    items = _items(data)
    if items is None or not all(isinstance(one, dict) for one in items):
        raise refused(path, messages.NO_TOOL_ITEM_NAMED(tool="Web Annotation", item="items"))
    by_source: dict[str, list[dict[str, Any]]] = defaultdict(list)
    links = []
    for one in items:
        if "linking" in _list(one.get("motivation")) and len(_list(one.get("target"))) == 2:
            links.append(one)
        else:
            by_source[_source(path, one)].append(one)
    found = {name: _read(path, name, ones, text_file) for name, ones in by_source.items()}
    for link in links:
        _link(link, found)
    if own := _OWN.fullmatch(path.name):
        return _own(path, own["slug"], found)
    return list(found.values())


def _items(data: Any) -> list[Any] | None:
    """The annotations of a list, a page, a collection with its first page, or of one alone."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return None
    for inside in (data.get("items"), data.get("@graph"), data.get("annotations")):
        if isinstance(inside, list):
            return inside
    if isinstance(data.get("first"), dict):
        return _items(data["first"])
    return [data] if data.get("type") == "Annotation" else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _address(value: Any) -> str:
    """The address of what is named, straight or by ``id`` or ``source``."""
    if isinstance(value, dict):
        value = value.get("source", value.get("id"))
        return _address(value) if isinstance(value, dict) else _address(str(value or ""))
    return value if isinstance(value, str) else ""


def _item(one: dict[str, Any]) -> str:
    return str(one.get("id") or "?").rpartition("#")[2] or "?"


def _source(path: Path, one: dict[str, Any]) -> str:
    targets = _list(one.get("target"))
    if len(targets) != 1:
        raise refused(path, messages.NO_TOOL_ITEM_NAMED(tool="Web Annotation", item=_item(one)))
    try:
        return unquote(urlsplit(_address(targets[0])).path).rpartition("/")[2]
    except ValueError:
        return ""


def _read(path: Path, name: str, ones: list[dict[str, Any]], text_file: Path | None) -> Annotated:
    beside = text_file or path.parent / (Path(name).name or "?")
    if not beside.is_file():
        raise refused(path, messages.NO_TEXT_BESIDE(name=beside.name))
    found = Annotated(path, text_of(beside, read_bytes(beside)), name=name)
    quoted = [_quoted(one) for one in ones]
    for one, place in zip(ones, placed(found.text, quoted, (CODE_POINTS, UTF_16)), strict=True):
        labels, ids, values, notes = _bodies(one, found)
        there = (place,) if place else ()
        found.annotations.append(Annotation(_item(one), there, labels, ids=ids, values=values, notes=notes))
    return found


def _quoted(one: dict[str, Any]) -> Quoted:
    target = _list(one.get("target"))[0]
    selectors = _list(target.get("selector")) if isinstance(target, dict) else []
    position: dict[str, Any] = next((s for s in selectors if _is(s, "TextPositionSelector")), {})
    quotation: dict[str, Any] = next((s for s in selectors if _is(s, "TextQuoteSelector")), {})
    start, end = (value if isinstance(value := position.get(key), int) else -1 for key in ("start", "end"))
    words, prefix, suffix = (
        value if isinstance(value := quotation.get(key), str) else None for key in ("exact", "prefix", "suffix")
    )
    return Quoted(start, end, words, prefix or "", suffix or "")


def _is(selector: Any, kind: str) -> bool:
    return isinstance(selector, dict) and selector.get("type") == kind


def _bodies(
    one: dict[str, Any], found: Annotated
) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, str], tuple[str, ...]]:
    """The labels, ids, values and notes of an annotation."""
    labels: list[str] = []
    ids: list[str] = []
    values: dict[str, str] = {}
    notes: list[str] = []
    for body in _list(one.get("body")):
        purpose, value = (body.get("purpose"), body.get("value")) if isinstance(body, dict) else (None, body)
        address = _address(body) if isinstance(body, dict) and not isinstance(value, str) else ""
        if address and purpose in (*_NAMES, *_LABELS):
            ids.append(address)
        elif not isinstance(value, str):
            found.tell(messages.VALUE_NOT_CARRIED(item=_item(one), name=str(purpose), value="…"))
        elif isinstance(body, dict) and str(body.get("conformsTo", "")).rstrip("/").endswith(_EDTF):
            values["when"] = value
        elif purpose == "editing":
            values["sic"] = value
        elif purpose in _LABELS:
            labels.append(value)
        elif purpose in _NAMES:
            ids.append(value)
        else:
            notes.append(value)
    return tuple(labels), tuple(ids), values, tuple(notes)


def _link(one: dict[str, Any], found: dict[str, Annotated]) -> None:
    first, second = (_address(target).rpartition("#")[2] for target in _list(one["target"]))
    bodies = [body.get("value") for body in _list(one.get("body")) if isinstance(body, dict)]
    label = next((value for value in bodies if isinstance(value, str)), "?")
    for text in found.values():
        if any(annotation.item == first for annotation in text.annotations):
            text.relations.append(Relation(_item(one), label, first, second))
            return
    for text in list(found.values())[:1]:
        text.tell(messages.RELATION_NOT_CARRIED(item=_item(one), label=label))


def _own(path: Path, slug: str, found: dict[str, Annotated]) -> list[Annotated]:
    """What a site of ours handed out of a report: the Arabic text, with its translation and its record."""
    arabic = found.get(f"{slug}.ar.txt")
    if arabic is None:
        return list(found.values())
    whole = path.with_name(f"{slug}.json")
    data = json_of(whole, text_of(whole, read_bytes(whole))) if whole.is_file() else {}
    arabic.translation = found.get(f"{slug}.en.txt")
    for lang, text in (("ar", arabic), ("en", arabic.translation)):
        if text:
            text.by_lines = True
            text.header = {
                key.capitalize(): said
                for key in ("title", "summary", "translator")
                if isinstance(data, dict) and (said := _in_language(data.get(key), lang))
            }
    record = data.get("record") if isinstance(data, dict) else None
    if isinstance(record, dict):
        arabic.record = record
    return [arabic]


def _in_language(value: Any, lang: str) -> str | None:
    said = value.get(lang) if isinstance(value, dict) else None
    return said if isinstance(said, str) and said.strip() else None
