"""The units of a report as XLIFF 2.0: marks are its inline codes, and what they are about its notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from bilingual.po_files import Unit
from reports import messages

from ..bounded import refused
from ..importing.limited import plain_xml
from .codes import Code

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
#: What the state of a unit says more: its source changed since it was translated.
CHANGED = "isnad:changed"
_TAG = re.compile(r"(?<!\\)<(/?)(m[1-9][0-9]{0,5})>")
_PREVIOUS = "previous-source"


def xliff_text(units: Iterable[Unit], codes: Mapping[str, list[Code]], original: str) -> str:
    """The units as an XLIFF of one file, ``original``."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="ar" trgLang="en">',
        f' <file id="report" original={quoteattr(original)}>',
    ]
    for unit in units:
        parts += _unit(unit, codes.get(unit.context, []))
    return "\n".join([*parts, " </file>", "</xliff>", ""])


def _unit(unit: Unit, codes: list[Code]) -> Iterable[str]:
    yield f'  <unit id="{unit.context}">'
    notes = [("", note) for note in unit.notes] + ([(_PREVIOUS, unit.previous)] if unit.previous else [])
    if notes:
        yield "   <notes>"
        for category, note in notes:
            kind = f'category="{category}"' if category else 'appliesTo="source"'
            yield f"    <note {kind}>{escape(note)}</note>"
        yield "   </notes>"
    state = "initial" if unit.fuzzy or not unit.target else "translated"
    yield f'   <segment state="{state}"' + (f' subState="{CHANGED}">' if unit.fuzzy else ">")
    yield f'    <source xml:space="preserve">{_inline(unit.source, codes)}</source>'
    if unit.target:
        yield f'    <target xml:space="preserve">{_inline(unit.target, codes)}</target>'
    yield "   </segment>"
    yield "  </unit>"


def _inline(text: str, codes: list[Code]) -> str:
    """A text with its codes as elements. One whose codes do not nest has them as words, for its translator to see."""
    known = {code.name for code in codes}
    pieces, at = [], 0
    opened: list[str] = []
    for match in _TAG.finditer(text):
        name = match[2]
        pieces.append(escape(text[at : match.start()]))
        at = match.end()
        if name not in known or (match[1] and opened[-1:] != [name]) or (not match[1] and name in opened):
            return escape(text)
        if match[1]:
            opened.pop()
            pieces.append("</pc>")
        else:
            opened.append(name)
            pieces.append(f'<pc id="{name}" dispStart="&lt;{name}&gt;" dispEnd="&lt;/{name}&gt;">')
    return escape(text) if opened else "".join([*pieces, escape(text[at:])])


def read_xliff(path: Path, data: bytes) -> list[Unit]:
    """The units of an XLIFF 2. Raises ``ContentErrors`` where it is none."""
    root = ElementTree.fromstring(plain_xml(path, data))
    if not re.fullmatch(r"\{urn:oasis:names:tc:xliff:document:2\.\d\}xliff", root.tag):
        raise refused(path, messages.NO_XLIFF())
    space = root.tag.partition("}")[0] + "}"
    document = plain_xml(path, data).decode()
    return [_read(unit, space, document) for unit in root.iter(f"{space}unit")]


def _read(unit: Any, space: str, document: str) -> Unit:
    sources, targets, fuzzy = [], [], False
    for segment in (one for one in unit if one.tag in (f"{space}segment", f"{space}ignorable")):
        source, target = segment.find(f"{space}source"), segment.find(f"{space}target")
        sources.append(_written(source, space) if source is not None else "")
        if target is not None:
            targets.append(_written(target, space))
        elif segment.tag == f"{space}ignorable":
            targets.append(sources[-1])
        fuzzy = fuzzy or (segment.get("subState") == CHANGED and segment.get("state", "initial") == "initial")
    previous = next((note.text for note in unit.iter(f"{space}note") if note.get("category") == _PREVIOUS), None)
    context = unit.get("id", "")
    at = re.search(rf"<(?:\w+:)?unit\b[^>]*\bid=[\"']{re.escape(context)}[\"']", document)
    line = document.count("\n", 0, at.start()) + 1 if at else 1
    target = "".join(targets)
    return Unit(context, "".join(sources), target if target.strip() else "", fuzzy, previous, told_at=line)


def _written(element: Any, space: str) -> str:
    """A source or target as text with codes: those that nest, and those of which the two ends stand apart."""
    parts = [element.text or ""]
    for inner in element:
        name = inner.tag.removeprefix(space)
        code = inner.get("id", "")
        if name == "pc":
            parts.append(f"<{code}>{_written(inner, space)}</{code}>")
        elif name == "sc":
            parts.append(f"<{code}>")
        elif name == "ec":
            parts.append(f"</{inner.get('startRef', code)}>")
        elif name in ("mrk", "sm", "em"):
            parts.append(_written(inner, space))
        elif name == "cp":
            parts.append("\ufffd")
        parts.append(inner.tail or "")
    return "".join(parts)
