"""A report's text in one language: ``ar.md`` or ``en.md`` → header, rows of safe HTML, blocks and marks.

Each top-level piece of a text is a *row*; each heading, paragraph, list item, quotation or table cell in it is a
*block* (see ``tree``). What is said here of a mark's words is what the block says, Markdown taken away.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from . import marks as syntax
from .dates import DateError, EdtfDate, parse_date
from .errors import Problems, did_you_mean, one_of
from .footnotes import calls_in, footnotes_in
from .image_marks import WRITTEN, ImageMark
from .images import images_of
from .invisible import NO_TEXT, PRIVATE, faults_of_codes, isolates_are_whole
from .model import STATUSES, Block, Mark, Text
from .nodes import MAX_FAULTS, read_text
from .patience import OutOfPatience, patience
from .redaction import without_secrets
from .tree import STASH, Renderer, Rows
from .web import is_web_address

HEADER_KEYS = ("Title", "Summary", "Status", "Translator")
#: How many characters of its block stand before and after a mark's words in a quotation of it.
CONTEXT = 32
_CODE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]))")
_REDACTED = re.compile(r"\{\s*\.redacted")
_BLANKS = re.compile(rf"(?:\s|{STASH.pattern})*")
_LAST_BLANK = re.compile(rf"(?:\s|{STASH.pattern})\Z")


@dataclass(slots=True)
class Written:
    """A text file as it stands: header fields with their lines, the body and where it begins.

    It is ``sound`` where every bracket and brace of its marks is in order, and nothing in it could be taken for a
    mark's own characters; else ``spans`` are those that are in order. With ``long_ids`` its marks can name events and
    claims of reports; ``attachments`` are kinds of files, besides images, that it can show.
    """

    path: Path
    text: str
    long_ids: bool = False
    header: dict[str, tuple[str, int]] = field(default_factory=dict)
    body_at: int = 0
    attachments: frozenset[str] = frozenset()
    spans: list[syntax.Span] = field(default_factory=list)
    images: list[ImageMark] = field(default_factory=list)
    sound: bool = True
    lines: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = [0, *(match.end() for match in re.finditer("\n", self.text))]

    @property
    def draft(self) -> bool:
        return self.header.get("Status", ("", 0))[0].lower() == "draft"

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset in the file."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


def read_written(path: Path, problems: Problems, *, long_ids: bool = False) -> Written | None:
    """Read a text file's header and marks; ``None`` where it cannot be read at all."""
    text = read_text(path, problems)
    if text is None:
        return None
    written = Written(path, text, long_ids)
    for what, pattern in (("private-use", PRIVATE), ("control", NO_TEXT)):
        if match := pattern.search(text):
            problems.error(path, *written.position(match.start()), f"a {what} character stands here", "remove it")
            return None
        for match in _CODE.finditer(text):
            code = int(match[1], 16) if match[1] else int(match[2])
            if code <= sys.maxunicode and pattern.search(chr(code)):
                written.sound = False
                where = written.position(match.start())
                problems.error(path, *where, f"the code of a {what} character stands here", "remove it")
    for offset, message, hint in islice(faults_of_codes(text), MAX_FAULTS):
        written.sound = False
        problems.error(path, *written.position(offset), message, hint)
    _read_header(written, problems)
    return _scanned(written, problems)


def redacted(written: Written, own: Container[str], problems: Problems) -> Written:
    """The file as if its redacted words had never been in it; positions in it are its own.

    ``own`` are the ids of the report's events and claims, none for a dossier. A footnote that only redacted words lead
    to is an error.
    """
    secret = [(span.start, span.end) for span in written.spans if span.redacted]
    for label, definition in footnotes_in(written).items():
        calls = [call for call, name in calls_in(written) if name == label]
        if calls and all(any(start < call < end for start, end in secret) for call in calls):
            line, column = written.position(definition)
            problems.error(
                written.path, line, column, f"only redacted words lead to the footnote `{label}`", "take it out too"
            )
    text = without_secrets(written.text, written.spans, own)
    kept = Written(written.path, text, written.long_ids, written.header, written.body_at, written.attachments)
    return _scanned(kept, problems)


def _scanned(written: Written, problems: Problems) -> Written:
    def report(offset: int, message: str, hint: str) -> None:
        written.sound = False
        problems.error(written.path, *written.position(offset), message, hint)

    try:
        with patience():
            written.spans = syntax.scan(
                written.text, written.body_at, report, long_ids=written.long_ids, images=written.images
            )
    except OutOfPatience as reason:
        report(written.body_at, *reason.told)
    if written.long_ids:
        for image in written.images:
            report(image.start, "the text has an image", "only reports show images; link to it instead")
    return written


def _read_header(written: Written, problems: Problems) -> None:
    lines = written.text.split("\n")
    key = None
    written.body_at = len(written.text)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            written.body_at = min(written.lines[number - 1] + len(line) + 1, len(written.text))
            break
        match = re.match(r"[ ]{0,3}([A-Za-z][A-Za-z0-9_-]*):[ \t]*(.*)", line)
        if match:
            key = match[1].capitalize()
            if key not in HEADER_KEYS:
                hint = did_you_mean(key, HEADER_KEYS) or one_of(HEADER_KEYS)
                problems.error(written.path, number, 1, f"the header has no key `{match[1]}`", hint)
            elif key in written.header:
                problems.error(written.path, number, 1, f"`{key}` stands twice in the header", "keep one")
            else:
                written.header[key] = (match[2].strip(), number)
        elif line.startswith("    ") and key:
            if key in written.header:
                value, first = written.header[key]
                written.header[key] = (f"{value} {line.strip()}".strip(), first)
        else:
            problems.error(
                written.path,
                number,
                1,
                "this line is no header line",
                "begin with `Title: …`; an empty line ends the header",
            )
            written.body_at = written.lines[number - 1]
            break
    if not written.header.get("Title", ("",))[0]:
        problems.error(written.path, 1, 1, "the header has no title", "begin the file with `Title: …`")
    for match in re.finditer(r"(?:\[[^\[\]\n]*)?\]\{|\{\s*\.", written.text[: written.body_at]):
        where = written.position(match.start())
        problems.error(written.path, *where, "the header holds a mark", "it has none; mark the words in the text")
    for value, number in written.header.values():
        if not isolates_are_whole(value):
            problems.error(written.path, number, 1, *_PARTED)
    status, line = written.header.get("Status", ("published", 1))
    if status.lower() not in STATUSES:
        hint = did_you_mean(status, STATUSES) or one_of(STATUSES)
        problems.error(written.path, line, 1, f"`{status}` is no status", hint)


_PARTED = (
    "an isolate begins in one piece of text and ends in another, or not at all",
    "begin and end it (U+2066 to U+2069) within the same heading, item, cell or mark",
)


def _check_isolates(written: Written, found: Rows, starts: list[int], lang: str, problems: Problems) -> None:
    """What is shown alone, a block or a mark's words, has isolates that end in it."""
    for (_, _, text), line in zip(found.blocks, starts, strict=True):
        if not isolates_are_whole(text):
            problems.error(written.path, line, 1, *_PARTED)
    for mark in _marks(written, found, lang):
        if not isolates_are_whole(mark.words) or not isolates_are_whole(mark.sic or ""):
            problems.error(written.path, mark.line, mark.column, *_PARTED)


def build_text(written: Written, lang: str, renderer: Renderer, problems: Problems) -> Text | None:
    """Make the text of a file that is sound.

    Returns ``None`` where a mark does not stand where a mark can; ``problems`` then says which.
    """
    source = syntax.encode(written.text, written.spans, written.body_at, written.images)
    try:
        found, rows = renderer.render(source, lang)
        with patience():
            return _built(written, lang, found, rows, problems)
    except OutOfPatience as reason:
        problems.error(written.path, *written.position(written.body_at), *reason.told)
        return None


def _built(written: Written, lang: str, found: Rows, rows: list[str], problems: Problems) -> Text | None:
    """The text of what Markdown made of it."""
    before = len(problems.errors)
    _check_tree(written, found, rows, problems)
    images = images_of(written, found, problems)
    if len(problems.errors) > before:
        return None
    starts = _block_lines(written, found)
    _check_isolates(written, found, starts, lang, problems)
    if len(problems.errors) > before:
        return None
    alts = {image.block: image.alt for image in images}
    blocks = tuple(
        Block(i, kind, row, alts.get(i, _quote(text).strip()), starts[i])
        for i, (kind, row, text) in enumerate(found.blocks, 1)
    )
    marks = _marks(written, found, lang)
    header = {key: value for key, (value, _) in written.header.items()}
    title, summary, translator = header.get("Title", ""), header.get("Summary", ""), header.get("Translator")
    return Text(lang, written.path, title, summary, translator, written.draft, tuple(rows), blocks, marks, images)


def _check_tree(written: Written, found: Rows, rows: list[str], problems: Problems) -> None:
    def error(offset: int, message: str, hint: str) -> None:
        problems.error(written.path, *written.position(offset), message, hint)

    for span in written.spans:
        if span.number in found.broken:
            error(
                span.start,
                "the mark does not stay within one block, or overlaps half with emphasis or a link",
                "close it where what it stands in closes; a mark cannot stand in code",
            )
        elif span.number not in found.found:
            error(span.start, "the mark stands where no mark can stand", "take it out of raw HTML or a definition")
        elif span.number in found.linked and any(id != "redacted" for id, _ in span.ids):
            hint = "put the link inside the mark instead: `[[words](https://…)]{.id}`"
            error(span.start, "the mark leads somewhere and stands inside a link", hint)
        elif span.number in found.linked and span.redacted:
            hint = "take the link out, or redact it whole: `[[words](https://…)]{.redacted}`"
            error(span.start, "redacted words stand in a link, whose address would be published", hint)
    secret = {outer for span in written.spans if span.redacted for outer in span.inside}
    for span in written.spans:
        if span.number in secret and span.sic is not None and not _is_redacted(span, written.spans):
            hint = "redact the whole mark, or take `sic` out"
            error(span.start, "a correction stands around redacted words and would be published", hint)
    for offset in _places(written, r"(?<!\\)!(?=\[)") if found.foreign_images else ():
        if offset not in [image.start for image in written.images]:
            error(offset, "the image is not written with its file", WRITTEN)
    for address in dict.fromkeys(found.addresses):
        if not (address.startswith(("#", "mailto:")) or is_web_address(address)):
            for offset in _places(written, rf"(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: )|(?<=<)){re.escape(address)}"):
                error(offset, f"the link to `{address}` cannot be followed", "write a whole https:// address")
    if any(NO_TEXT.search(row) for row in rows):  # Markdown's own, which it leaves in an address of mail
        for offset in _places(written, r"<[^<>\s]*\\[^<>\s]*@[^<>\s]*>"):
            error(offset, *ESCAPED)
    if any(_REDACTED.search(row) for row in rows):
        for offset in _places(written, _REDACTED.pattern):
            if not any(span.close < offset < span.end for span in written.spans):
                error(offset, "`.redacted` stands in plain text", "write `[words]{.redacted}`")


#: What is said where an address like ``<a\\+b@c.org>`` stands.
ESCAPED = ("a character of an address is escaped", "take the backslash out")


def _is_redacted(span: syntax.Span, spans: list[syntax.Span]) -> bool:
    """Whether a mark is redacted, or stands in one that is."""
    return span.redacted or any(spans[outer].redacted for outer in span.inside)


def _places(written: Written, pattern: str) -> list[int]:
    """Where a pattern stands in the body; where it does not (Markdown can change an address), the body's beginning."""
    found = re.compile(pattern).finditer(written.text, written.body_at)
    return [match.start() for match in found] or [written.body_at]


def _block_lines(written: Written, found: Rows) -> dict[int, int]:
    """The line to name for each block: that of its first mark, else of its first words in the file."""
    lines: dict[int, int] = {}
    for span in written.spans:
        block = found.found[span.number][0]
        lines.setdefault(block, written.position(span.start)[0])
    for image in written.images:
        if image.number in found.images:
            lines[found.images[image.number]] = written.position(image.start)[0]
    at = written.body_at
    for number, (_, _, text) in enumerate(found.blocks, 1):
        opening = STASH.sub("", text).strip()[:24].split("\n")[0]
        # Emphasis and links stand between a block's words in the file: then its first word must do.
        found_at = [written.text.find(words, at) for words in (opening, *opening.split()[:1])]
        where = next((offset for offset in found_at if opening and offset >= 0), at)
        at = where + len(opening) if where == found_at[0] else where
        lines.setdefault(number, written.position(where)[0])
    return lines


def _marks(written: Written, found: Rows, lang: str) -> tuple[Mark, ...]:
    counts: dict[str, int] = {}
    marks = []
    for span in written.spans:
        number, start, end = found.found[span.number]
        ids = tuple(id for id, _ in span.ids if id != "redacted")
        what = "_when" if span.when else "_sic" if span.sic is not None else "_redacted"
        what = ids[0].replace("/", "_") if ids else what
        counts[what] = counts.get(what, 0) + 1
        anchor = f"{lang}_{what}" + (f"_{counts[what]}" if counts[what] > 1 or not ids else "")
        prefix, words, suffix = _quotation(found.blocks[number - 1][2], start, end)
        position = written.position(span.start)
        marks.append(
            Mark(
                span.number, lang, number, ids, _date(span), span.sic, span.redacted, words, prefix[-CONTEXT:],
                suffix[:CONTEXT], len(prefix), anchor, span.inside, *position,
            )
        )  # fmt: skip
    return tuple(marks)


def _quotation(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words from ``start`` to ``end`` without blanks around them, with what stands before and after them."""
    start = _BLANKS.match(text, start, end).end()  # type: ignore[union-attr]
    while start < end and (blank := _LAST_BLANK.search(text, start, end)):
        end = blank.start()
    return _quote(text[:start]).lstrip(), _quote(text[start:end]), _quote(text[end:]).rstrip()


def _quote(text: str) -> str:
    """What a reader sees of a block's text: each line break a blank, and no placeholders of Markdown's."""
    if "\n" not in text and "\x02" not in text:
        return text
    return re.sub(r"(?<![ \t])[ \t]*\n[ \t\n]*", " ", STASH.sub("", text))


def _date(span: syntax.Span) -> EdtfDate | None:
    """The date of a mark, ``None`` also where it is wrong: ``checks`` reports that."""
    try:
        return parse_date(span.when[0]) if span.when else None
    except DateError:
        return None
