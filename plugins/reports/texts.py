"""A report's text in one language: ``ar.md`` or ``en.md`` → header, rows of safe HTML, blocks and marks.

Each top-level piece of a text is a *row*; each heading, paragraph, list item, quotation or table cell in it is a
*block* (see ``tree``). What is said here of a mark's words is what the block says, Markdown taken away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from . import marks as syntax
from .dates import HINT as DATE_HINT
from .dates import DateError, EdtfDate, parse_date
from .errors import Problems, did_you_mean, one_of
from .model import STATUSES, Block, Mark, Text
from .nodes import is_web_address, read_text
from .redaction import without_secrets
from .tree import STASH, Renderer, Rows

HEADER_KEYS = ("Title", "Summary", "Status", "Translator")
#: How many characters of its block stand before and after a mark's words in a quotation of it.
CONTEXT = 32


@dataclass(slots=True)
class Written:
    """A text file as it stands: header fields with their lines, the body and where it begins."""

    path: Path
    text: str
    header: dict[str, tuple[str, int]]
    body_at: int
    spans: list[syntax.Span]
    lines: list[int]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset in the file."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


def read_written(path: Path, problems: Problems) -> Written | None:
    """Read a text file's header and marks; ``None`` where it cannot be read at all."""
    text = read_text(path, problems)
    if text is None:
        return None
    starts = [0] + [match.end() for match in re.finditer("\n", text)]
    written = Written(path, text, {}, 0, [], starts)
    if match := syntax.PRIVATE.search(text):
        problems.error(path, *written.position(match.start()), "a private-use character stands here", "remove it")
        return None
    _read_header(written, problems)

    def report(offset: int, message: str, hint: str) -> None:
        problems.error(path, *written.position(offset), message, hint)

    before = len(problems.errors)
    written.spans = syntax.scan(text, written.body_at, report)
    return written if len(problems.errors) == before else None


def _read_header(written: Written, problems: Problems) -> None:
    lines = written.text.split("\n")
    key = None
    number = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
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
            break
    written.body_at = sum(len(line) + 1 for line in lines[: number - (1 if lines[number - 1].strip() else 0)])
    written.body_at = min(written.body_at, len(written.text))
    if not written.header.get("Title", ("",))[0]:
        problems.error(written.path, 1, 1, "the header has no title", "begin the file with `Title: …`")
    for key, (value, line) in written.header.items():
        if re.search(r"\]\{|\{\s*\.", value):
            problems.error(
                written.path, line, 1, f"`{key}` holds a mark", "the header has none; mark the words in the text"
            )
    status, line = written.header.get("Status", ("published", 1))
    if status.lower() not in STATUSES:
        hint = did_you_mean(status, STATUSES) or one_of(STATUSES)
        problems.error(written.path, line, 1, f"`{status}` is no status", hint)


def build_text(
    written: Written, lang: str, renderer: Renderer, problems: Problems, *, redact: bool = False
) -> Text | None:
    """Make the text of a file that ``read_written`` read.

    With ``redact``, the words of redacted marks are taken out before anything else sees them. Returns ``None``
    where a mark does not stand where a mark can; ``problems`` then says which.
    """
    spans = without_secrets(written.spans) if redact else written.spans
    found, rows = renderer.render(syntax.encode(written.text, spans, written.body_at), lang)
    before = len(problems.errors)
    _check_tree(written, spans, found, problems)
    if len(problems.errors) > before:
        return None
    starts = _block_lines(written, spans, found)
    blocks = tuple(Block(i, kind, row, _plain(text), starts[i]) for i, (kind, row, text) in enumerate(found.blocks, 1))
    marks = _marks(written, spans, found, lang, problems)
    header = {key: value for key, (value, _) in written.header.items()}
    draft = header.get("Status", "").lower() == "draft"
    title, summary = header.get("Title", ""), header.get("Summary", "")
    return Text(lang, written.path, title, summary, header.get("Translator"), draft, tuple(rows), blocks, marks)


def _check_tree(written: Written, spans: list[syntax.Span], found: Rows, problems: Problems) -> None:
    def error(offset: int, message: str, hint: str) -> None:
        problems.error(written.path, *written.position(offset), message, hint)

    for span in spans:
        if span.number in found.broken:
            error(
                span.start,
                "the mark does not stay within one block, or overlaps half with emphasis or a link",
                "close it where what it stands in closes; a mark cannot stand in code",
            )
        elif span.number not in found.found:
            error(span.start, "the mark stands where no mark can stand", "take it out of raw HTML or a definition")
    if found.images:
        error(written.body_at, "the text has an image", "images cannot be shown yet; link to it instead")
    for address in found.addresses:
        if not (address.startswith(("#", "mailto:")) or is_web_address(address)):
            where = written.text.find(address, written.body_at)
            error(
                max(where, written.body_at),
                f"the link to `{address}` cannot be followed",
                "write a whole https:// address",
            )
    for kind, _, text in found.blocks:
        if kind != "code" and re.search(r"\{\s*\.redacted", text):
            where = re.search(r"\{\s*\.redacted", written.text)
            error(
                where.start() if where else written.body_at,
                "`.redacted` stands in plain text",
                "write `[words]{.redacted}`",
            )


def _plain(text: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", STASH.sub("", text)).strip()


def _block_lines(written: Written, spans: list[syntax.Span], found: Rows) -> dict[int, int]:
    """The line to name for each block: that of its first mark, else of its first words in the file."""
    lines: dict[int, int] = {}
    for span in spans:
        block = found.found[span.number][0]
        lines.setdefault(block, written.position(span.start)[0])
    at = written.body_at
    for number, (_, _, text) in enumerate(found.blocks, 1):
        opening = _plain(text)[:24].split("\n")[0]
        where = written.text.find(opening, at) if opening else -1
        if where >= 0:
            at = where
        if number not in lines:
            lines[number] = written.position(where if where >= 0 else at)[0]
    return lines


def _marks(written: Written, spans: list[syntax.Span], found: Rows, lang: str, problems: Problems) -> tuple[Mark, ...]:
    counts: dict[str, int] = {}
    marks = []
    for span in spans:
        number, start, end = found.found[span.number]
        text = found.blocks[number - 1][2]
        ids = tuple(id for id, _ in span.ids if id != "redacted")
        what = ids[0] if ids else "_when" if span.when else "_sic" if span.sic is not None else "_redacted"
        counts[what] = counts.get(what, 0) + 1
        anchor = f"{lang}_{what}" + (f"_{counts[what]}" if counts[what] > 1 or not ids else "")
        when = _date(written, span, problems)
        prefix, words, suffix = (_quote(part) for part in (text[:start], text[start:end], text[end:]))
        position = written.position(span.start)
        marks.append(
            Mark(
                span.number, lang, number, ids, when, span.sic, span.redacted, words.strip(), prefix[-CONTEXT:],
                suffix[:CONTEXT], len(prefix), anchor, span.inside, *position,
            )
        )  # fmt: skip
    return tuple(marks)


def _quote(text: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", STASH.sub("", text))


def _date(written: Written, span: syntax.Span, problems: Problems) -> EdtfDate | None:
    if span.when is None:
        return None
    text, offset = span.when
    try:
        return parse_date(text)
    except DateError as error:
        problems.error(written.path, *written.position(offset), f"`when`: {error}", DATE_HINT)
        return None
