"""Checks across the files of a folder: marks against the record and the registry, one language against the other.

Each check says everything that it finds; none stops at the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from functools import reduce
from itertools import chain
from pathlib import Path

from . import messages
from .crossing import is_draft
from .edtf import DateError, parse_date
from .messages import Message
from .model import Mark, Registry, Report, Text
from .nearest import did_you_mean
from .problems import Problems
from .record import RecordFile
from .written import Written

_BLOCKS = {
    "heading": messages.HEADING(),
    "paragraph": messages.PARAGRAPH(),
    "list item": messages.LIST_ITEM(),
    "quotation": messages.QUOTATION(),
    "table cell": messages.TABLE_CELL(),
    "code": messages.CODE(),
    "term": messages.TERM(),
    "definition": messages.DEFINITION(),
    "image": messages.IMAGE(),
}


def check_marks(
    written: Written, record: RecordFile, registry: Registry, problems: Problems, *, original: bool
) -> None:
    """Every id in a mark is known, every date is one, and (in the original) every event and claim is marked."""
    own = {**record.events, **record.claims}
    marked: set[str] = set()
    for span in written.spans:
        for id, offset in span.ids:
            marked.add(id)
            if record.readable and id != "redacted" and id not in own and id not in registry:
                hint = messages.DOCUMENT_IN_TEXT() if id in record.documents else did_you_mean(id, chain(own, registry))
                problems.error(written.path, *written.position(offset), messages.UNKNOWN_ID(hint, id=id))
    _check_dates(written, problems)
    if not original:
        return
    if not written.sound:  # What a broken mark says counts, so that one fault is not told as two.
        marked.update(re.findall(r"\.([a-z][a-z0-9-]*)", written.text))
    for kind, nodes in ((messages.EVENT(), record.events), (messages.CLAIM(), record.claims)):
        for id, node in nodes.items():
            if id not in marked:
                where = Path(written.path.name)
                node.error(messages.UNMARKED(kind=kind, id=id, file=where))


def _check_dates(written: Written, problems: Problems) -> None:
    for span in written.spans:
        if span.when:
            try:
                parse_date(span.when[0])
            except DateError as error:
                problems.error(
                    written.path, *written.position(span.when[1]),
                    messages.NAMED(error.message.hint or messages.WRITE_DATE(), what="`when`", error=error.message)
                )  # fmt: skip


def check_dossier_marks(
    written: Written,
    reports: Mapping[str, Report],
    records: Mapping[str, RecordFile],
    registry: Registry,
    problems: Problems,
    *,
    draft: bool,
) -> None:
    """Every id in a mark of a dossier's text is one of the registry, or leads to an event or claim of a report; to one
    of a draft only where the text is itself a ``draft``. Every date is one."""
    for span in written.spans:
        for id, offset in span.ids:
            slug, slash, inner = id.partition("/")
            where = (written.path, *written.position(offset))
            if not slash:
                if id != "redacted" and id not in registry:
                    near = _owners(records, id) or did_you_mean(id, registry)
                    problems.error(*where, messages.UNKNOWN_ID(near or messages.ADD_TO_REGISTRY(), id=id))
            elif slug not in records:
                problems.error(*where, messages.UNKNOWN_REPORT(did_you_mean(slug, records), slug=slug))
            elif records[slug].readable:
                own = [*records[slug].events, *records[slug].claims]
                if inner not in own:
                    hint = messages.OF_REGISTRY(id=inner) if inner in registry else did_you_mean(inner, own)
                    problems.error(*where, messages.UNKNOWN_IN_REPORT(hint, slug=slug, id=inner))
                elif is_draft(records, slug) and not draft:
                    problems.error(*where, messages.MARK_INTO_DRAFT(slug=slug))
    _check_dates(written, problems)


def _owners(records: Mapping[str, RecordFile], id: str) -> Message | None:
    """A hint that names the reports, three at most, that have an event or claim of this id."""
    slugs = [slug for slug, file in records.items() if id in file.events or id in file.claims]
    written = [messages.EXTERNAL_ID(slug=slug, id=id) for slug in slugs[:3]]
    if not written:
        return None
    return messages.WITH_ITS_REPORT(ids=reduce(lambda first, second: messages.OR(first=first, second=second), written))


def check_translation(ar: Text, en: Text, problems: Problems) -> None:
    """The two languages have the same blocks in the same order, and in each block the same marks.

    While one of them is a draft this is a warning: it will not be published as it is.
    """
    tell = problems.warning if ar.draft or en.draft else problems.error
    kinds = [[block.kind for block in text.blocks] for text in (ar, en)]
    if kinds[0] != kinds[1]:
        _different_blocks(ar, en, kinds, tell)
        return
    counts = [_by_block(text) for text in (ar, en)]
    for number in range(1, len(ar.blocks) + 1):
        first, second = (count.get(number, {}) for count in counts)
        for text, other, mine, theirs in ((ar, en, first, second), (en, ar, second, first)):
            for what, marks in mine.items():
                missing = len(marks) - len(theirs.get(what, ()))
                if missing > 0:
                    mark = marks[-1]
                    often = messages.THE_MARK_OFTEN(mark=what, times=missing)
                    lacks = messages.MARK_NOT_IN_TRANSLATION(
                        file=Path(other.path.name), what=messages.THE_MARK(mark=what) if missing == 1 else often,
                        kind=_BLOCKS[ar.blocks[number - 1].kind], line=other.blocks[number - 1].line,
                    )  # fmt: skip
                    tell(text.path, mark.line, mark.column, lacks)


def _different_blocks(ar: Text, en: Text, kinds: list[list[str]], tell: Callable[..., None]) -> None:
    matcher = SequenceMatcher(None, kinds[0], kinds[1], autojunk=False)
    for change, first, last, other_first, other_last in matcher.get_opcodes():
        if change == "equal":
            continue
        here, there = ar.blocks[first:last], en.blocks[other_first:other_last]
        text, block = (ar, here[0]) if here else (en, there[0])
        other = en if here else ar
        kind, more, count = _BLOCKS[block.kind], len(here or there) - 1, {"ar": len(ar.blocks), "en": len(en.blocks)}
        if here and there:
            message = messages.OTHER_BLOCK(kind=kind, other=_BLOCKS[there[0].kind], **count)
        else:
            kind = messages.BLOCK_AND_MORE(kind=kind, more=more) if more else kind
            message = messages.UNMATCHED_BLOCK(kind=kind, file=Path(other.path.name), **count)
        tell(text.path, block.line, 1, message)


def _by_block(text: Text) -> Mapping[int, Mapping[str, list[Mark]]]:
    """For each block, the marks of each id and each date. ``sic`` is not compared."""
    found: dict[int, dict[str, list[Mark]]] = {}
    for mark in text.marks:
        keys = [f".{id}" for id in mark.ids]
        keys += [f"when={mark.when}"] if mark.when else []
        keys += [".redacted"] if mark.redacted else []
        for key in keys:
            found.setdefault(mark.block, {}).setdefault(key, []).append(mark)
    return found
