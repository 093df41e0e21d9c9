"""A report's text in one language: ``ar.md`` or ``en.md`` → header, rows of safe HTML, blocks and marks.

Each top-level piece of a text is a *row*; each heading, paragraph, list item, quotation or table cell in it is a
*block* (see ``tree``). What is said here of a mark's words is what the block says, Markdown taken away.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Container
from itertools import islice
from pathlib import Path

from . import marks as syntax
from . import messages
from .edtf import DateError, EdtfDate, parse_date
from .file_text import MAX_FAULTS, read_text
from .finished import check_rows, check_unseen
from .footnotes import footnotes_in, places_of_footnotes
from .header import read_header
from .invisible import NO_TEXT, PRIVATE, faults_of_codes, isolates_are_whole, unseen
from .messages import Message
from .model import Block, Mark, Text
from .problems import Problems
from .report_images import images_of
from .rows import Rows
from .slips import is_meant, is_near, slips
from .timeout import TimedOut, time_limit
from .tree import Rendered, Renderer
from .vanished import vanished
from .written import Written

#: How many characters of its block stand before and after a mark's words in a quotation of it.
CONTEXT = 32
#: So many characters of signs and addresses can stand in a file between the words of a block.
_BETWEEN_WORDS = 2000
#: By so many words it is known where a block begins, of so many places where the first of them stands.
_OPENING, _TRIES = 5, 20
_BREAK = re.compile(r"\n[ \t]*\n")
_CODE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]))")


def read_written(path: Path, problems: Problems, *, long_ids: bool = False) -> Written | None:
    """Read a text file's header and marks; ``None`` where it cannot be read at all."""
    text = read_text(path, problems)
    if text is None:
        return None
    written = Written(path, text, long_ids)
    for what, coded, pattern in (
        (messages.PRIVATE_CHARACTER, messages.CODED_PRIVATE, PRIVATE),
        (messages.CONTROL_CHARACTER, messages.CODED_CONTROL, NO_TEXT),
    ):
        if match := pattern.search(text):
            problems.error(path, *written.position(match.start()), what())
            return None
        for match in _CODE.finditer(text):
            code = int(match[1], 16) if match[1] else int(match[2])
            if code <= sys.maxunicode and pattern.search(chr(code)):
                written.sound = False
                problems.error(path, *written.position(match.start()), coded())
    for offset, message in islice(faults_of_codes(text), MAX_FAULTS):
        written.sound = False
        problems.error(path, *written.position(offset), message)
    read_header(written, problems)
    return scanned(written, problems)


def scanned(written: Written, problems: Problems) -> Written:
    """Find the marks, images and comments of a text, and what was meant as a redaction and is none."""
    told: list[int] = []

    def report(offset: int, what: Message) -> None:
        written.sound = False
        told.append(offset)
        problems.error(written.path, *written.position(offset), what)

    try:
        with time_limit():
            found = syntax.look(written.text, written.body_at, report, long_ids=written.long_ids)
            written.spans, written.images = found.spans, found.images
            written.comments, written.unshown = found.comments, found.unshown
            _hide(written, found, told, report, problems)
    except TimedOut as reason:
        report(written.body_at, reason.told)
    if written.long_ids:
        for image in written.images:
            report(image.start, messages.IMAGE_IN_DOSSIER())
    return written


def _hide(written: Written, found: syntax.Found, told: list[int], report: syntax.Report, problems: Problems) -> None:
    """Tell slips in redactions, unless something was told of them, and let no message quote what is redacted or was
    meant to be.

    Of a slip nobody knows where that begins and ends, so it is the whole text. Else it is each paragraph in which
    something is redacted, with addresses and footnotes, of which only redacted words may be in need.
    """
    known = {offset for span in found.spans for _, offset in span.ids}
    sorted_told = sorted(told)
    ends = {end for _, end in found.syntax}
    hidden = [(span.start, span.end) for span in found.spans if span.redacted]
    for begin, end, dotted in slips(written.text, known, found.syntax):
        written.slipped = True
        if begin < written.body_at:
            continue  # told with the header
        index = bisect_left(sorted_told, begin - 1)
        if not (index < len(sorted_told) and sorted_told[index] <= end):
            report(begin, messages.REDACTED_IN_PLAIN_TEXT() if dotted else messages.WORD_FOR_REDACTION())
    for span in found.spans:
        if span.redacted and written.text[span.start - 1] == "]" and span.start not in ends:
            written.slipped = True
            report(span.start, messages.REDACTION_BEHIND_WORDS())
        if span.sic is not None and is_meant(span.sic, written.text[span.start + 1 : span.close]):
            written.slipped = True
            report(span.start, messages.WORD_FOR_REDACTION())
    if any(is_near(id) for span in found.spans for id, _ in span.ids):
        written.slipped = True
    if written.slipped:
        hidden.append((0, len(written.text)))
    if hidden:
        hidden += [*found.unshown, *(place for _, place in places_of_footnotes(written))]
    breaks = [0, *(match.end() for match in _BREAK.finditer(written.text)), len(written.text) + 1]
    for begin, end in hidden:
        first = breaks[bisect_right(breaks, begin) - 1]
        last = breaks[bisect_left(breaks, end)]
        problems.hide(written.path, written.position(first), written.position(last))


def build_text(
    written: Written, lang: str, renderer: Renderer, problems: Problems, *, without: Container[str] = ()
) -> Text | None:
    """Make the text of a file that is sound, leaving out the footnotes of the labels ``without``.

    Returns ``None`` where a mark does not stand where a mark can; ``problems`` then says which.
    """
    source = syntax.encode(written.text, written.spans, written.body_at, written.images, written.comments)
    try:
        made = renderer.render(source, lang, without)
        with time_limit():
            return _built(written, lang, made, problems, whole=not without)
    except TimedOut as reason:
        problems.error(written.path, *written.position(written.body_at), reason.told)
        return None


def _built(written: Written, lang: str, made: Rendered, problems: Problems, *, whole: bool) -> Text | None:
    """The text of what Markdown made of it; of a ``whole`` one all that was written is there."""
    before, found = problems.errors_told, made.rows
    check_rows(written, made, problems)
    images = images_of(written, found, problems)
    if problems.errors_told > before:
        return None
    if whole and (lost := vanished(written, [*(text for _, _, text in found.blocks), *made.numbers])) is not None:
        problems.error(written.path, *written.position(lost), messages.VANISHED_WORDS())
        return None
    written.uncalled = frozenset(made.labels) - made.called
    written.notes = {block: made.labels[number - 1] for block, number in found.notes.items()}
    lines = _block_lines(written, found)
    check_unseen(written, made, lines, problems)
    if problems.errors_told > before:
        return None
    shown = {image.block: f"{image.alt} {image.caption}".rstrip() for image in images}
    blocks = tuple(
        Block(number, kind, row, shown.get(number, text), lines[number])
        for number, (kind, row, text) in enumerate(found.blocks, 1)
    )
    marks = _marks(written, found, lang)
    for mark in marks:
        told = unseen(mark.sic or "") or (None if isolates_are_whole(mark.words) else messages.PARTED_ISOLATE())
        if not mark.words and not written.is_secret(written.spans[mark.number]):
            told = messages.WORDLESS_MARK()
        if told:
            problems.error(written.path, mark.line, mark.column, told)
    if problems.errors_told > before:
        return None
    header = {key: value for key, (value, _) in written.header.items()}
    title, summary, translator = header.get("Title", ""), header.get("Summary", ""), header.get("Translator")
    return Text(lang, written.path, title, summary, translator, written.draft, tuple(made.html), blocks, marks, images)


def _block_lines(written: Written, found: Rows) -> dict[int, int]:
    """The line to name for each block: that of its first mark, else of its first words in the file."""
    lines: dict[int, int] = {}
    ends: dict[int, int] = {}
    for span in written.spans:
        block = found.found[span.number][0]
        lines.setdefault(block, written.position(span.start)[0])
        ends[block] = span.end
    for image in written.images:
        if image.number in found.images:
            lines[found.images[image.number]] = written.position(image.start)[0]
    at = written.body_at
    notes = footnotes_in(written)
    for number, (_, _, text) in enumerate(found.blocks, 1):
        at = max(at, notes.get(written.notes.get(number, ""), at))
        words = text.split()
        where = _beginning(words[:_OPENING], written.text, at)
        lines.setdefault(number, written.position(where)[0])
        at = max(_walked(words, written.text, where)[1], ends.get(number, 0))
    return lines


def _beginning(words: list[str], text: str, at: int) -> int:
    """Where in a file a block begins, from a place on: where all of its first words stand in one paragraph, whatever
    signs of Markdown are between them, else where the first of them does."""
    found = text.find(words[0], at) if words else -1
    first = found if found >= 0 else at
    for _ in range(_TRIES):
        if found < 0:
            break
        if _walked(words, text, found)[0] == len(words):
            return found
        found = text.find(words[0], found + 1)
    return first


def _walked(words: list[str], text: str, at: int) -> tuple[int, int]:
    """How many words stand one behind another in one paragraph of a file from a place on, and where the last ends."""
    reach = at + 2 * sum(map(len, words)) + _BETWEEN_WORDS
    blank = _BREAK.search(text, at, reach)
    last, count = blank.start() if blank else reach, 0
    for word in words:
        if (found := text.find(word, at, last)) >= 0:
            at, count = found + len(word), count + 1
    return count, at


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
        block = found.blocks[number - 1][2]
        words = block[start:end].lstrip()
        start = end - len(words)
        words = words.rstrip()
        end = start + len(words)
        before, after = block[max(0, start - CONTEXT) : start], block[end : end + CONTEXT]
        position = written.position(span.start)
        marks.append(
            Mark(
                span.number, lang, number, ids, _date(span), span.sic, span.redacted, words, before, after, start,
                anchor, span.inside, *position,
            )
        )  # fmt: skip
    return tuple(marks)


def _date(span: syntax.Span) -> EdtfDate | None:
    """The date of a mark, ``None`` also where it is wrong: ``checks`` reports that."""
    try:
        return parse_date(span.when[0]) if span.when else None
    except DateError:
        return None
