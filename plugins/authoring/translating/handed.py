"""A report as it is handed to a translator: a unit for its title, its summary and each block, without a redacted word.

Notes say what the marks of a unit are about: what an entry is called in English, which day is meant, who says a claim
and what it counts. A block in which something is redacted has none, since a name beside a bar says what it hides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bilingual.plain_english import english_date
from bilingual.po_files import Unit
from reports import ContentErrors, Problem, messages
from reports.acknowledged import read_acknowledged
from reports.edtf import DateError, parse_date
from reports.model import Actor, Place, Record, Registry, Text
from reports.openly import Remembered, says_redacted
from reports.pairs import Pair, published, read_pair
from reports.problems import Problems, Says
from reports.record import read_record
from reports.redacting import Folder
from reports.redaction_bars import BARS
from reports.registry import read_registry
from reports.report_texts import build_text, scanned
from reports.settings import read_settings
from reports.tree import Renderer
from reports.written import Written

from .codes import Code, barred, with_codes
from .pieces import Piece, pieces_of

TITLE, SUMMARY = "title", "summary"
_HEADER = {TITLE: "Title", SUMMARY: "Summary"}


@dataclass(slots=True)
class Handed:
    """A report that is handed out: its text as it stands without comments and redacted words, its pieces, its units,
    and the codes of each unit.

    ``left`` are blocks that are handed to nobody: footnotes to which only redacted words lead. ``says`` tells whether a
    text says what the report redacts.
    """

    folder: Path
    registry: Registry
    written: Written
    text: Text
    pieces: list[Piece]
    units: list[Unit] = field(default_factory=list)
    codes: dict[str, list[Code]] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    english: Pair | None = None
    says: Says = field(default=lambda text: False)


def read_handed(content: Path, slug: str) -> Handed:
    """Read a report, whether it is a draft or not. Raises ``ContentErrors`` where it cannot be handed out."""
    folder = content / "reports" / slug
    problems = Problems()
    if not (folder / "ar.md").is_file():
        raise ContentErrors([Problem(folder, 1, 1, messages.NO_SUCH_REPORT())])
    registry = read_registry(content / "registry", problems)
    settings, renderer = read_settings(content, problems).settings, Renderer()
    file = read_record(folder / "record.yaml", slug, registry, problems)
    pair = read_pair(folder, renderer, problems, attachments=settings.attachments)
    if "ar" not in pair.texts:
        problems.raise_if_any()
    hides = any(span.redacted for written in pair.written.values() for span in written.spans)
    if hides and not published(pair, file.record, registry, renderer, problems, drafts=True):
        problems.raise_if_any()
    written = shown_to_others(pair.written["ar"], problems)
    text = build_text(written, "ar", renderer, problems)
    if text is None:
        problems.raise_if_any()
    assert text
    handed = Handed(folder, registry, written, text, pieces_of(written, text, renderer), english=pair)
    unpublished = pair.written["ar"].unpublished
    handed.left = {block for block, label in written.notes.items() if label in unpublished}
    _fill(handed, content, file.record, pair.texts["ar"])
    if hides:
        _hold_back(handed, content, Folder(folder, pair, file.path), problems)
    return handed


def shown_to_others(written: Written, problems: Problems) -> Written:
    """The file without its comments, which are nobody's but its editors', and with bars for its redacted words. A
    comment that fills its lines goes with them."""
    text, parts, at = written.text, list[str](), 0
    for begin, end in written.comments:
        first, last = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
        last = len(text) if last < 0 else last + 1
        if not (text[first:begin] + text[end:last]).strip():
            begin, end = first, last
        if begin >= at:
            parts.append(text[at:begin])
            at = end
    kept = _again(written, "".join([*parts, text[at:]]), problems)
    return _again(kept, barred(kept.text, kept.spans), problems) if any(span.redacted for span in kept.spans) else kept


def _again(written: Written, text: str, problems: Problems) -> Written:
    kept = Written(written.path, text, header=written.header)
    kept.body_at, kept.attachments = written.body_at, written.attachments
    return scanned(kept, problems)


def _fill(handed: Handed, content: Path, record: Record | None, original: Text) -> None:
    for context, key in _HEADER.items():
        value, line = handed.written.header.get(key, ("", 1))
        if value:
            handed.units.append(Unit(context, value, notes=(f"{context} of the report",), line=line))
            handed.codes[context] = []
    for piece in handed.pieces:
        if piece.block in handed.left:
            continue
        source, codes = with_codes(piece.source)
        context = f"p{piece.block}"
        notes = [piece.kind]
        if not BARS.search(source):
            notes += [f"<{code.name}> {said}" for code in codes for said in _notes(code, handed.registry, record)]
        elif codes:
            notes.append("keep every code; a bar stays a bar")
        line = original.blocks[piece.block - 1].line
        handed.units.append(Unit(context, source, notes=tuple(notes), line=line))
        handed.codes[context] = codes


def _notes(code: Code, registry: Registry, record: Record | None) -> Iterator[str]:
    """What a mark is about, a line for each."""
    for id in code.ids:
        if entry := registry.get(id):
            kind = "place" if isinstance(entry, Place) else "party" if isinstance(entry, Actor) else "source"
            yield f"“{code.words}” is {entry.name.en or id} ({kind}, {entry.kind or id})"
        elif record and (event := record.events.get(id)):
            types = " and ".join(event.types) or "event"
            yield f"“{code.words}” tells the event {id}: {types}{f', {english_date(event.when)}' if event.when else ''}"
        elif record and (claim := record.claims.get(id)):
            by = ", ".join(_called(one, registry) for one in claim.by)
            said = [f"“{code.words}” is the claim {id}", *([f"by {by}"] if by else []), claim.stance]
            said += [f"about {', '.join(claim.about)}"] if claim.about else []
            said += [f"{outcome} {figure.written}" for entry in claim.casualties for outcome, figure in entry.figures]
            yield "; ".join(said)
    if code.when:
        try:
            yield f"“{code.words}” is {english_date(parse_date(code.when))}"
        except DateError:
            yield f"“{code.words}” is a date"


def _called(id: str, registry: Registry) -> str:
    entry = registry.get(id)
    return (entry.name.en if entry else None) or id


def _hold_back(handed: Handed, content: Path, folder: Folder, problems: Problems) -> None:
    """No unit and no note says what the report redacts, or how many lines it has: such a note is left out, such a unit
    is an error, and lines are counted in the text as it is handed out."""
    says = handed.says = says_redacted([folder], handed.registry, Remembered())
    acknowledged = read_acknowledged(content, Problems())
    name = handed.written.path.relative_to(content).as_posix()
    told = []
    for number, unit in enumerate(handed.units):
        if says(unit.source) and (name, unit.line) not in acknowledged:
            told.append(Problem(handed.written.path, unit.line, 1, messages.UNIT_SAYS_REDACTED()))
        notes = tuple(note for note in unit.notes if not says(note))
        block = unit.context not in _HEADER and handed.text.blocks[int(unit.context[1:]) - 1]
        line = block.line if block else unit.line
        handed.units[number] = Unit(unit.context, unit.source, notes=notes, line=line)
    if told:
        raise ContentErrors(told)
