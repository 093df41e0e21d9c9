"""``make translate FROM=``: a translation comes back as ``en.md``; ``make draft-en`` writes one to be overwritten."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bilingual.plain_english import english_date
from bilingual.po_files import Unit
from reports import ContentErrors, Problem, marks, messages
from reports.checks import check_translation
from reports.edtf import DateError, parse_date
from reports.messages import Message
from reports.problems import Problems
from reports.redaction_bars import is_drawn
from reports.report_texts import build_text, read_written
from reports.spans import Span
from reports.tree import Renderer

from ..bounded import in_time, read_bytes, refused
from ..plain_text import escaped
from .codes import (
    Code,
    CodesError,
    barred,
    check_written,
    cut,
    outermost,
    plain,
    with_marks,
)
from .handed import SUMMARY, TITLE, Handed, read_handed
from .handing_out import PO, XLIFF, Said, differs, files_of, filled, of_english, openly, read_po, write
from .pieces import swapped
from .xliff import read_xliff


def take_back(content: Path, slug: str, source: Path) -> Said:
    """Write ``en.md`` from a translation, with every block and mark in its place, and say what is left to do. What was
    handed out says then what came back.

    Raises ``ContentErrors`` with every unit whose marks are not those of the Arabic; then nothing is written.
    """
    handed = read_handed(content, slug)
    with in_time(source):
        if source.suffix.lower() == ".po":
            header, units = read_po(source)
        elif source.suffix.lower() in (".xlf", ".xliff"):
            header, units = {}, read_xliff(source, read_bytes(source))
        else:
            raise refused(source, messages.NO_TRANSLATION())
    given = {unit.context: unit for unit in units}
    words: dict[str, str] = {}
    told: list[Problem] = []
    wrong: list[Problem] = []
    for unit in handed.units:
        theirs = given.pop(unit.context, None)
        if theirs is None or not theirs.target:
            told.append(_warning(source, theirs, messages.UNIT_NOT_TRANSLATED(unit=unit.context)))
            continue
        if theirs.fuzzy or plain(theirs.source) != plain(unit.source):
            told.append(_warning(source, theirs, messages.ARABIC_CHANGED(unit=unit.context)))
            if not _fits(theirs.target, handed.codes[unit.context]):
                continue
        try:
            check_written(unit.source, theirs.target)
            words[unit.context] = with_marks(theirs.target, handed.codes[unit.context])
            if handed.says(_shown(words[unit.context])):
                told.append(_warning(source, theirs, messages.TRANSLATION_SAYS_REDACTED(unit=unit.context)))
        except CodesError as error:
            what = messages.IN_UNIT(unit=unit.context, what=error.what)
            wrong.append(Problem(source, theirs.told_at, 1, what))
    told += [_warning(source, unit, messages.UNIT_GONE(unit=unit.context)) for unit in given.values() if unit.target]
    if wrong:
        raise ContentErrors(wrong)
    text, lines = _english(handed, words, draft=bool(told), translator=_translator(handed, header))
    text = _with_redacted_words(handed, text)
    _check(handed, text, source, {lines[piece.block]: piece.block for piece in handed.pieces}, units)
    before = _handed_before(handed, source)
    there: list[Unit] = []
    for some in before.values():
        there = filled(there, some)
    again = files_of(handed, openly(handed, filled(units, there), {}), header)
    files = {path: again[path] for path in before}
    told += _replaced(handed, source, {unit.context: unit for unit in units}, there)
    write({**files, handed.folder / "en.md": text})
    return [messages.TAKEN_BACK(slug=slug, units=len(words), left=len(handed.units) - len(words)), *told]


def _handed_before(handed: Handed, source: Path) -> dict[Path, list[Unit]]:
    """The units of the files that were handed out and lie there, but for the one that comes back."""
    found: dict[Path, list[Unit]] = {}
    for path in (handed.folder / PO, handed.folder / XLIFF):
        if path.is_file() and not path.samefile(source):
            found[path] = read_po(path)[1] if path.name == PO else read_xliff(path, read_bytes(path))
    return found


def _replaced(handed: Handed, source: Path, given: Mapping[str, Unit], before: list[Unit]) -> list[Problem]:
    """What somebody had written into ``en.md`` since a translation was last taken back, and no longer stands there."""
    english, told = of_english(handed), []
    for context, target in {unit.context: unit.target for unit in before if unit.target}.items():
        unit = given.get(context)
        if context in english and unit and unit.target and differs(unit, english):
            was = plain(english[context])
            if was.split() != plain(target).split():
                told.append(_warning(source, unit, messages.ENGLISH_REPLACED(unit=context, words=was)))
    return told


def _fits(target: str, codes: list[Code]) -> bool:
    try:
        with_marks(target, codes)
        return True
    except CodesError:
        return False


def _warning(path: Path, unit: Unit | None, what: Message) -> Problem:
    return Problem(path, unit.told_at if unit else 1, 1, what, "warning")


def _translator(handed: Handed, header: Mapping[str, str]) -> str:
    """Who translated: as ``en.md`` has it, else as the PO does, without an address."""
    there = handed.english.written.get("en") if handed.english else None
    if there and there.header.get("Translator", ("",))[0]:
        return there.header["Translator"][0]
    named = header.get("Last-Translator", "").partition("<")[0].strip()
    return "" if named.upper() in ("FULL NAME", "AUTOMATICALLY GENERATED") else named


def _english(handed: Handed, words: Mapping[str, str], *, draft: bool, translator: str) -> tuple[str, dict[int, int]]:
    """The text of ``en.md``, and the line of each block. What has no translation stays as it is."""
    header = handed.written.header
    said = {
        "Title": words.get(TITLE, header.get("Title", ("",))[0]),
        "Summary": words.get(SUMMARY, header.get("Summary", ("",))[0]),
        "Status": "draft" if draft else "",
        "Translator": translator,
    }
    top = "".join(f"{key}: {' '.join(value.split())}\n" for key, value in said.items() if value) + "\n"
    instead = {
        int(unit.context[1:]): words.get(unit.context) or with_marks(unit.source, handed.codes[unit.context])
        for unit in handed.units
        if unit.context not in (TITLE, SUMMARY)
    }
    text, lines = swapped(handed.written.text, handed.pieces, instead)
    body = text[handed.written.body_at :].lstrip("\n")
    lost = text[: len(text) - len(body)].count("\n") - top.count("\n")
    return top + body, {block: line - lost for block, line in lines.items()}


def _shown(text: str) -> str:
    """The words of a text that are not redacted."""
    return plain(barred(text, marks.scan(text, 0, lambda offset, what: None)))


def _with_redacted_words(handed: Handed, text: str) -> str:
    """A text with the words that ``en.md`` redacts behind its bars: what says them openly, there and in all other
    files, is found by them. Raises ``ContentErrors`` where the text has no bar for some of them."""
    there = handed.english.written.get("en") if handed.english else None
    if there is None:
        return text
    kept: dict[str, list[Span]] = {}
    for span in outermost(there.spans):
        kept.setdefault(_attributes(span), []).append(span)
    cuts = []
    for span in outermost(marks.scan(text, 0, lambda offset, what: None)):
        same = kept.get(_attributes(span))
        if same and _says_something(there.text, was := same.pop(0)):
            cuts.append((span.start, span.end, there.text[was.start : was.end]))
    lost = [span for some in kept.values() for span in some if _says_something(there.text, span)]
    if lost:
        what = messages.REDACTED_WORDS_LOST()
        raise ContentErrors([Problem(there.path, *there.position(span.start), what) for span in lost])
    return cut(text, cuts)


def _says_something(text: str, span: Span) -> bool:
    return not is_drawn(text[span.start + 1 : span.close])


def _attributes(span: Span) -> str:
    """What a mark carries besides its words, whatever the order."""
    return " ".join([*sorted(id for id, _ in span.ids), *([f"when={span.when[0]}"] if span.when else [])])


def _check(handed: Handed, text: str, source: Path, blocks: Mapping[int, int], units: list[Unit]) -> None:
    """The text that would be ``en.md`` can be read, and has the blocks and marks of the Arabic. What is wrong is told
    at the unit where it stands. Raises ``ContentErrors``."""
    problems = Problems()
    lines = {unit.context: unit.told_at for unit in units}
    with tempfile.TemporaryDirectory(dir=handed.folder, prefix=".") as folder:
        path = Path(folder) / "en.md"
        path.write_text(text, "utf-8", newline="")
        written = read_written(path, problems)
        if written:
            written.attachments = handed.written.attachments
            written.path = handed.folder / "en.md"
        english = build_text(written, "en", Renderer(), problems) if written and written.sound else None
    if english:
        check_translation(handed.text, english, problems)
    told = []
    for problem in problems:
        if problem.severity == "error" or english:
            block = max((line for line in blocks if line <= problem.line), default=0)
            unit = f"p{blocks[block]}" if block else TITLE
            what = messages.IN_UNIT(unit=unit, what=problem.what)
            told.append(Problem(source, lines.get(unit, 1), 1, what, problem.severity))
    errors = [problem for problem in told if problem.severity == "error"]
    if errors or english is None:
        raise ContentErrors(errors or [Problem(source, 1, 1, messages.NO_TRANSLATION())])


def draft_english(content: Path, slug: str) -> Said:
    """Write an ``en.md`` to be overwritten: all blocks and marks, with names and dates in English where a mark is no
    more than that. Raises ``ContentErrors`` where there is one."""
    handed = read_handed(content, slug)
    path = handed.folder / "en.md"
    if os.path.lexists(path):
        raise refused(path, messages.ALREADY_THERE())
    words = {}
    for unit in handed.units:
        source, codes = unit.source, handed.codes[unit.context]
        for code in codes:
            whole = f"<{code.name}>{code.words}</{code.name}>"
            if whole in source and (english := _said_in_english(code, handed)):
                source = source.replace(whole, f"<{code.name}>{escaped(english)}</{code.name}>")
        words[unit.context] = with_marks(source, codes)
    text, _ = _english(handed, words, draft=True, translator="")
    write({path: text})
    return [messages.ENGLISH_DRAFTED(slug=slug)]


def _said_in_english(code: Code, handed: Handed) -> str | None:
    """What words are called in English that are a name or a date and no more."""
    if code.bars:
        return None
    if len(code.ids) == 1 and not code.when and (entry := handed.registry.get(code.ids[0])):
        return entry.name.en
    if code.when and not code.ids:
        try:
            return english_date(parse_date(code.when))
        except DateError:
            return None
    return None
