"""What a report was made from and is kept beside it: ``original.txt``, the source's text, and a capture of the source.

Neither is published, but for a text that the settings name. The record's ``sha256`` is that of the capture, or of the
text where there is no capture, and is held against the file each time; the report's text is held against
``original.txt``.

Of a report that redacts words no hash is published or told, whatever it is of: a name is guessed from it in six tries.
A keyed one, whose key only the editors have, can be (RFC 2104).
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from . import invisible, messages
from .comparison import compare
from .file_text import MAX_BYTES, MAX_FAULTS
from .messages import Message
from .model import Record, Text
from .nearest import did_you_mean
from .nodes import Node
from .problems import Problems
from .record import RecordFile
from .report_images import ORIGINAL as STEM
from .report_images import is_secret
from .written import Written

if TYPE_CHECKING:
    from .pairs import Pair

TEXT = f"{STEM}.txt"
#: So many bytes a key has at least: one that can be guessed is none.
SHORTEST_KEY = 32


def check_evidence(
    folder: Path, file: RecordFile, texts: Mapping[str, Text], written: Mapping[str, Written], problems: Problems
) -> None:
    """Hold a report's record and its Arabic text, redacted words included, against the originals in its folder.

    What is wrong is in ``problems``: a hash that is another file's, a text that is not the original's, an original
    that cannot be read. That the record has no hash, or one that would tell redacted words, is a warning.
    """
    hides = _hides(written)
    for node in file.hashes if hides else ():
        node.warning(messages.HASH_OF_REDACTED())
    kept = _kept(folder, problems)
    if not kept:
        return
    _check_hash(kept[-1], file, hides, problems)
    if kept[0].name == TEXT and "ar" in texts:
        data = _bytes(kept[0], problems)
        says = _text(kept[0], data, problems) if data is not None else None
        if says is not None:
            compare(texts["ar"], written["ar"], kept[0], says, problems)


def public_record(record: Record, written: Mapping[str, Written]) -> Record:
    """The record, without its hash and those of its documents where words of the report are redacted."""
    if not _hides(written):
        return record
    documents = {id: replace(document, sha256=None) for id, document in record.documents.items()}
    return replace(record, sha256=None, documents=documents)


def read_key(path: Path | None, content: Path, problems: Problems) -> bytes | None:
    """The key of keyed hashes, from a file that does not lie in the content; what is wrong is in ``problems``."""
    if path is None:
        return None
    path = path.expanduser().resolve()
    if content.resolve() in path.parents:
        problems.error(path, 1, 1, messages.KEY_IN_CONTENT())
        return None
    try:
        key = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        problems.error(path, 1, 1, messages.UNREADABLE_KEY(reason=error.strerror or str(error)))
        return None
    if len(key) < SHORTEST_KEY:
        problems.error(path, 1, 1, messages.SHORT_KEY(least=SHORTEST_KEY))
        return None
    return key


def keyed_hash(folder: Path, key: bytes | None) -> str | None:
    """The HMAC-SHA-256, in hexadecimal digits, of the capture beside a report, or of its original's text, with a key;
    ``None`` without a key or an original."""
    kept = [*_captures(folder), folder / TEXT]
    if not key or not kept[0].is_file():
        return None
    with kept[0].open("rb") as file:
        found = hmac.new(key, digestmod=hashlib.sha256)
        while piece := file.read(MAX_BYTES):
            found.update(piece)
    return found.hexdigest()


def wanted_originals(
    reports: Path, wanted: Mapping[str, Node], pairs: Mapping[str, Pair], problems: Problems
) -> dict[str, bytes]:
    """The texts of the originals that the settings publish, by slug, to the byte: their hashes are those of the files.

    ``wanted`` has the place in the settings that names each. It must be there, be plain to read, and be of a report
    that redacts nothing; what is not is in ``problems``.
    """
    found: dict[str, bytes] = {}
    for slug, node in sorted(wanted.items()):
        path = reports / slug / TEXT
        if slug not in pairs:
            node.error(messages.UNKNOWN_REPORT(did_you_mean(slug, pairs) or messages.WRITE_FOLDER(), slug=slug))
        elif not path.is_file() or path.is_symlink():
            problems.error(path, 1, 1, messages.NO_ORIGINAL_TO_PUBLISH(slug=slug))
        elif _hides(pairs[slug].written):
            problems.error(path, 1, 1, messages.REDACTED_IN_ORIGINAL(slug=slug))
        elif (data := _bytes(path, problems)) is not None and (says := _text(path, data, problems)) is not None:
            _check_open(path, says, slug, problems)
            found[slug] = data
    return found


def _check_open(path: Path, says: str, slug: str, problems: Problems) -> None:
    """No character of an original that is published hides another, or does what no letter does."""
    no_letters = chain(invisible.NO_TEXT.finditer(says), invisible.PRIVATE.finditer(says))
    found = [(match.start(), messages.ODD_CHARACTER()) for match in no_letters]
    found += invisible.faults(says)
    for offset, message in sorted(found, key=itemgetter(0))[:MAX_FAULTS]:
        line = says.count("\n", 0, offset) + 1
        column = offset - says.rfind("\n", 0, offset)
        problems.error(path, line, column, messages.ODD_IN_ORIGINAL(what=message, slug=slug))


def check_copies(pairs: Iterable[Pair], problems: Problems) -> None:
    """No report shows what another, or itself, keeps back, under whatever name the same file stands there: an image in
    redacted words, the original of a report that redacts words.

    Only the file itself is known again, and no other picture of the same.
    """
    pairs = list(pairs)
    shown = [(text.path, image) for pair in pairs for text in pair for image in text.images]
    sizes = {image.picture.path.stat().st_size for _, image in shown}
    hidden: dict[str, tuple[Path, Message]] = {}
    for path, what in (one for pair in pairs for one in _kept_back(pair)) if sizes else ():
        # A name that is secret is none of what the system says of it.
        if os.path.isfile(path) and not os.path.islink(path) and os.path.getsize(path) in sizes:
            with path.open("rb") as file:
                hidden.setdefault(hashlib.file_digest(file, "sha256").hexdigest(), (path, what))
    for text, image in shown:
        path, what = hidden.get(image.picture.sha256, (image.picture.path, messages.ORIGINAL_SHOWN()))
        if path != image.picture.path:
            problems.error(text, image.line, image.column, what)


def _kept_back(pair: Pair) -> Iterator[tuple[Path, Message]]:
    """The files of a report that no page may show, each with what is told where one does."""
    for written in pair.written.values():
        for image in written.images:
            if is_secret(image, written) and "/" not in image.name:
                line, _ = written.position(image.start)
                place = messages.PLACE(file=Path(written.path.parent.name, written.path.name), line=line)
                yield written.path.parent / image.name, messages.COPY_SHOWN(place=place)
    if _hides(pair.written):
        folder = next(iter(pair.written.values())).path.parent
        yield from ((path, messages.ORIGINAL_SHOWN()) for path in originals_in(folder))


def originals_in(folder: Path) -> list[Path]:
    """The originals in the folder of a report: a text, captures."""
    return [path for path in (folder / TEXT, *_captures(folder)) if path.is_file() and not path.is_symlink()]


def is_compared(folder: Path) -> bool:
    """Whether a report has an original's text beside it, which ``check_evidence`` held its own against."""
    return (folder / TEXT).exists()


def _hides(written: Mapping[str, Written]) -> bool:
    return any(span.redacted for one in written.values() for span in one.spans)


def _captures(folder: Path) -> list[Path]:
    """The captures of a source in a folder; what editors of texts leave beside an original is none."""
    found = folder.iterdir() if folder.is_dir() else ()
    named = (path for path in found if path.name.startswith(f"{STEM}.") and path.name != TEXT)
    return sorted(path for path in named if not path.name.lower().endswith(_NO_CAPTURE))


_NO_CAPTURE = ("~", ".bak", ".orig", ".old", ".save", ".swp", ".tmp", ".md", ".yaml", ".yml", ".part")


def _kept(folder: Path, problems: Problems) -> list[Path]:
    """The originals of a report that can be read: the text first, the capture last."""
    text, captures = folder / TEXT, _captures(folder)
    for path in captures[1:]:
        problems.error(path, 1, 1, messages.TWO_CAPTURES(name=captures[0].name))
    there = ([text] if text.exists() or text.is_symlink() else []) + captures[:1]
    good = [path for path in there if path.is_file() and not path.is_symlink()]
    for path in there:
        if path not in good:
            problems.error(path, 1, 1, messages.ORIGINAL_NO_FILE())
    return good if len(good) == len(there) and len(captures) < 2 else []


#: A capture may be a film, and has an end.
MAX_CAPTURE = 2 * 2**30


def _check_hash(path: Path, file: RecordFile, hides: bool, problems: Problems) -> None:
    try:
        if path.stat().st_size > (MAX_BYTES if path.name == TEXT else MAX_CAPTURE):
            problems.error(path, 1, 1, messages.LARGE_ORIGINAL())
            return
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        problems.error(path, 1, 1, messages.UNREADABLE_ORIGINAL(reason=error.strerror or str(error)))
        return
    if file.sha256 is None:
        if file.readable and not hides:
            problems.warning(file.path, 1, 1, messages.MISSING_HASH(name=path.name, digest=digest))
    elif file.record and file.record.sha256 and file.record.sha256 != digest:
        file.sha256.error(
            messages.OTHER_HASH(None if hides else messages.BRING_BACK_OR_WRITE(digest=digest), name=path.name)
        )


def _bytes(path: Path, problems: Problems) -> bytes | None:
    """What a file holds, or more than ``MAX_BYTES`` of it: no more than that is a text."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.error(path, 1, 1, messages.UNREADABLE_ORIGINAL(reason=error.strerror or str(error)))
        return None


def _text(path: Path, data: bytes, problems: Problems) -> str | None:
    """The text of an original; a mark at its beginning that says that it is UTF-8 left out."""
    if len(data) > MAX_BYTES:
        problems.error(path, 1, 1, messages.LARGE_FILE(messages.SPLIT_REPORT(), most=MAX_BYTES // 1024 // 1024))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "ignore")
        line, column = good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1
        problems.error(path, line, column, messages.NOT_UTF8())
        return None
