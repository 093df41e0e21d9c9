"""What no page, table or feed of ours may hold, whatever a report says: found by readers of others, as browsers read."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import html5lib

#: Elements that our templates and the allow-list make; every other one is a fault.
ELEMENTS = frozenset(
    """html head body meta title link script header nav main footer section article aside div p a span ul ol li dl dt dd
    h1 h2 h3 h4 h5 h6 table thead tbody tr th td caption col colgroup form input button select option optgroup label
    fieldset legend output details summary figure figcaption img blockquote q cite abbr dfn kbd code pre em strong b i
    small sub sup del ins s br hr bdi time data address mark template noscript svg g path rect circle ellipse line
    polyline polygon text tspan use defs clipPath marker pattern""".split()
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufdd0-\ufdef\ufffe\uffff]")
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.\s-]*):")


def faults(site: Path) -> Iterator[str]:
    """Everything in a site's files that is not as it must be, each with the name of its file."""
    for path in sorted(site.rglob("*")):
        if not path.is_file() or (path.parent.name in ("js", "fonts", "css")) or path.suffix in (".webp", ".woff2"):
            continue
        name, text = path.relative_to(site).as_posix(), path.read_text("utf-8")
        if found := _CONTROL.search(text):
            yield f"{name}: holds U+{ord(found[0]):04X}"
        told = {".html": _page, ".csv": _table, ".xml": _xml, ".svg": _xml, ".json": _json, ".jsonld": _json}
        for fault in told.get(path.suffix, lambda _: ())(text):
            yield f"{name}: {fault}"


def _page(text: str) -> Iterator[str]:
    root = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    ids: Counter[str] = Counter()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2]
        if tag not in ELEMENTS:
            yield f"has <{tag}>"
        if tag == "script" and not element.get("src"):
            if element.get("type") not in ("application/json", "application/ld+json"):
                yield f"has a script: {(element.text or '')[:60]}"
            else:
                yield from _json(element.text or "")
        ids.update([element.get("id")] if element.get("id") is not None else [])
        for attribute, value in element.attrib.items():
            attribute = str(attribute).rpartition("}")[2].lower()
            if attribute.startswith("on") or attribute in ("style", "srcdoc", "formaction", "ping", "background"):
                yield f"<{tag}> has {attribute}={value[:60]}"
            if attribute in ("href", "src", "action", "poster", "data", "cite", "longdesc"):
                scheme = _SCHEME.match(value)
                if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
                    yield f"<{tag}> leads to {value[:60]}"
                if value.startswith("//") or "\\" in value:
                    yield f"<{tag}> leads to {value[:60]}"
                if tag in ("img", "script", "link", "input") and scheme and element.get("rel") not in ("canonical", "alternate"):
                    yield f"<{tag}> loads {value[:60]}"
    yield from (f"the id {id} stands {count} times" for id, count in ids.items() if count > 1)


def _table(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text)):
        yield from (f"a cell begins a formula: {cell[:60]}" for cell in row if begins_a_formula(cell))


def begins_a_formula(cell: str) -> bool:
    """Whether a spreadsheet would calculate what a cell holds; a number, also one with a sign, is only shown."""
    if re.fullmatch(r"[+-]?[0-9][0-9.,]*", cell):
        return False
    return cell[:1] in tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20") and cell != ""


def _xml(text: str) -> Iterator[str]:
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        yield f"is no XML: {error}"
        return
    for element in root.iter():
        for attribute, value in element.attrib.items():
            if attribute.rpartition("}")[2].lower().startswith("on"):
                yield f"has {attribute}={value[:60]}"


def _json(text: str) -> Iterator[str]:
    try:
        json.loads(text)
    except ValueError as error:
        yield f"is no JSON: {error}"
