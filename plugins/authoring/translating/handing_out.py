"""``make translate``: a report goes out to a translator as PO and XLIFF.

What is there already of a translation goes along: that of the files that were handed out before, and that of
``en.md``. Where the Arabic changed since, it waits to be looked at, with the Arabic of which it was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from rapidfuzz import fuzz

from bilingual.po_files import PoError, Unit, po_text, read_units
from reports import Problem, messages
from reports.messages import Message
from reports.problems import Problems
from reports.redaction_bars import BARS
from reports.report_texts import build_text
from reports.tree import Renderer

from ..bounded import read_bytes, refused
from ..importing.limited import text_of
from ..written_files import write_all
from .codes import (
    numbered_as,
    plain,
    without_names,
)
from .handed import SUMMARY, TITLE, Handed, read_handed, shown_to_others
from .pieces import pieces_of
from .xliff import read_xliff, xliff_text

Said: TypeAlias = "list[Message | Problem]"

PO, XLIFF = "en.po", "en.xlf"
#: So alike, of 100, two sources are of which one is the other, changed.
ALIKE = 60


def hand_out(content: Path, slug: str) -> Said:
    """Write the units of a report beside it, as PO and as XLIFF, and say what was done."""
    handed = read_handed(content, slug)
    path = handed.folder / PO
    header, before = read_po(path) if path.is_file() else ({}, [])
    if (other := handed.folder / XLIFF).is_file():
        before = filled(before, read_xliff(other, read_bytes(other)))
    english = of_english(handed)
    units = openly(handed, before, english)
    write(files_of(handed, units, header))
    done = sum(bool(unit.target) and not unit.fuzzy for unit in units)
    changed = sum(unit.fuzzy for unit in units)
    said: Said = [messages.HANDED_OUT(files=(PO, XLIFF), units=len(units), done=done, changed=changed)]
    said += [messages.BLOCKS_LEFT(count=len(handed.left))] if handed.left else []
    others = tuple(unit.context for unit in units if unit.target and not unit.fuzzy and differs(unit, english))
    said += [messages.ENGLISH_DIFFERS(units=others)] if others else []
    return said


def files_of(handed: Handed, units: list[Unit], header: Mapping[str, str]) -> dict[Path, str]:
    """What is handed out, by the files that it stands in."""
    original = f"reports/{handed.folder.name}/ar.md"
    header = {
        **header,
        "Project-Id-Version": handed.folder.name,
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    po, xliff = po_text(units, original, header), xliff_text(units, handed.codes, original)
    return {handed.folder / PO: po, handed.folder / XLIFF: xliff}


def filled(units: list[Unit], others: list[Unit]) -> list[Unit]:
    """The units of a file, with the translations that only another one has."""
    theirs = {unit.context: unit for unit in others}
    return [_newer(unit, theirs.pop(unit.context, None)) for unit in units] + list(theirs.values())


def differs(unit: Unit, english: Mapping[str, str]) -> bool:
    """Whether ``en.md`` has other words for a unit than its translation."""
    return unit.context in english and plain(english[unit.context]).split() != plain(unit.target).split()


def openly(handed: Handed, before: list[Unit], english: Mapping[str, str]) -> list[Unit]:
    """The units with the translations that were there, but for those that say what is redacted."""
    units = _merged(handed.units, [unit for unit in before if not _tells(unit, handed)], english)
    units = [replace(unit, target=without_names(unit.target, handed.codes[unit.context])) for unit in units]
    return [replace(unit, target="") if handed.says(unit.target) else unit for unit in units]


def _tells(unit: Unit, handed: Handed) -> bool:
    """Whether what was handed out before says what has been redacted since, or may say it in English."""
    if any(map(handed.says, (unit.source, unit.previous or "", unit.target))):
        return True
    barred = {one.source for one in handed.units if BARS.search(one.source)}
    return bool(barred) and unit.source not in barred and any(fuzz.ratio(unit.source, one) >= ALIKE for one in barred)


def _newer(unit: Unit, other: Unit | None) -> Unit:
    """Of the same unit in two files the one that is translated."""
    return other if other and other.target and not unit.target and plain(other.source) == plain(unit.source) else unit


def read_po(path: Path) -> tuple[dict[str, str], list[Unit]]:
    try:
        return read_units(text_of(path, read_bytes(path)))
    except PoError as error:
        raise refused(path, messages.NO_PO(), error.line) from None


def _merged(units: list[Unit], before: list[Unit], english: Mapping[str, str]) -> list[Unit]:
    """The units with the translations that were there: of the same source, else of one that is much like it."""
    by_source: dict[str, list[Unit]] = {}
    for unit in before:
        by_source.setdefault(unit.source, []).append(unit)
    found: list[Unit] = []
    for unit in units:
        same = by_source.get(unit.source, [])
        old = next((one for one in same if one.context == unit.context), same[0] if same else None)
        if old is not None:
            same.remove(old)
            unit = replace(unit, target=old.target, fuzzy=old.fuzzy, previous=old.previous if old.fuzzy else None)
        found.append(unit)
    left = [unit for same in by_source.values() for unit in same if unit.target]
    for number, unit in enumerate(found):
        if not unit.target:
            alike = [(fuzz.ratio(unit.source, old.source), -at, old) for at, old in enumerate(left)]
            score, at, old = max(alike, default=(0, 0, unit), key=lambda one: one[:2])
            if score >= ALIKE:
                del left[-at]
                found[number] = replace(unit, target=old.target, fuzzy=True, previous=old.previous or old.source)
            elif unit.context in english and not before:
                found[number] = replace(unit, target=english[unit.context])
    return found


def of_english(handed: Handed) -> dict[str, str]:
    """The translations that ``en.md`` has, where it has the blocks and the marks of the Arabic."""
    pair = handed.english
    if pair is None or "en" not in pair.texts or pair.texts["en"].draft:
        return {}
    problems, renderer = Problems(), Renderer()
    written = shown_to_others(pair.written["en"], problems)
    text = build_text(written, "en", renderer, problems)
    if text is None or [block.kind for block in text.blocks] != [block.kind for block in handed.text.blocks]:
        return {}
    found = {TITLE: text.title, SUMMARY: text.summary}
    for piece in pieces_of(written, text, renderer):
        context = f"p{piece.block}"
        if context in handed.codes and (target := numbered_as(handed.codes[context], piece.source)) is not None:
            found[context] = target
    return {context: target for context, target in found.items() if target}


def write(files: Mapping[Path, str]) -> None:
    """Write files whole, all or none."""
    try:
        write_all(files)
    except OSError as error:
        raise refused(next(iter(files)), messages.CANNOT_WRITE(reason=error.strerror or str(error))) from None
