"""``make import FROM=``: annotated texts become folders of reports, drafts that are written over nothing."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from reports import Problem, messages
from reports.evidence import TEXT
from reports.messages import Message
from reports.model import LANGUAGES
from reports.problems import Problems
from reports.registry import ID, RESERVED, SLUG, read_registry

from ..bounded import in_time, refused
from ..written_files import check_entries, write_folders
from .annotated import Annotated
from .drafting import Draft, draft, taken_ids
from .entries import Entries, Stub
from .labels import ACTOR, PLACE, SOURCE, Labels, read_labels
from .marked_text import blocks_of, markdown
from .nesting import Mark
from .own import draft_own
from .tools import read_annotated
from .yaml_text import block

#: What is said of what was done: sentences, and lines with a place.
Said: TypeAlias = "list[Message | Problem]"

_FILES = {PLACE: "places.yaml", ACTOR: "actors.yaml", SOURCE: "sources.yaml"}
_EVENT_KEYS = ("type", "when", "where", "actors")
_CLAIM_KEYS = ("by", "via", "about", "stance", "denies", "updates", "quote", "casualties")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=-|\Z)")
LONGEST_TITLE = 100


def bring_in(content: Path, source: Path, slug: str, text: Path | None = None, labels: Path | None = None) -> Said:
    """Write the report that the annotations of a tool make, or one for each text, and say what was done.

    Told besides is what could not be carried over, with its place. Raises ``ContentErrors`` where a file cannot be
    read, or something would be written over; then nothing was written.
    """
    known = read_labels(labels)
    with in_time(source):
        texts = [one for one in read_annotated(source, text) if one.text.strip()]
    if not texts:
        raise refused(source, messages.NO_TEXT_THERE())
    slugs = [slug] if len(texts) == 1 else [f"{slug}-{number}" for number in range(1, len(texts) + 1)]
    folders = {one: content / "reports" / one for one in slugs}
    for one, folder in folders.items():
        if not SLUG.fullmatch(one):
            raise refused(folder, messages.NO_NEW_SLUG(name=one))
        if os.path.lexists(folder):
            raise refused(folder, messages.ALREADY_THERE())
    problems = Problems()
    registry = read_registry(content / "registry", problems)
    entries = Entries(registry, taken_ids(registry))
    said: Said = []
    made: dict[Path, Mapping[str, bytes]] = {}
    for one, found in zip(slugs, texts, strict=True):
        with in_time(source):
            files, came = _files(found, one, known, entries)
        made[folders[one]] = files
        said += [messages.BROUGHT_IN(slug=one, marks=came.carried, relations=came.related), *_told(found)]
    added = _with_stubs(content / "registry", entries.stubs.values())
    write_folders(made, added)
    if entries.stubs:
        said.append(messages.STUBS_ADDED(ids=tuple(entries.stubs)))
    return [*said, messages.CHECK_NEXT(slug=slugs[0])]


def _told(found: Annotated) -> list[Problem]:
    translated = found.translation.told if found.translation else []
    return [replace(one, what=one.what.unquoted(found.says)) for one in (*found.told, *translated)]


def _files(found: Annotated, slug: str, labels: Labels, entries: Entries) -> tuple[dict[str, bytes], Draft]:
    """The files of a report's folder, and what came in."""
    own = found.record is not None
    day = _DAY.match(slug)
    found.published = found.published or (day[0] if day else None)
    entries.taken -= _reusable(entries)
    texts = {"ar": found, **({"en": found.translation} if found.translation else {})}
    files: dict[str, bytes] = {}
    came = Draft()
    for lang in LANGUAGES:
        if lang not in texts:
            continue
        one = texts[lang]
        blocks = blocks_of(one.text, by_lines=one.by_lines)
        drafted = draft_own(one, blocks, entries) if own or one.by_lines else draft(one, blocks, labels, entries)
        came.carried += drafted.carried
        came.related += drafted.related
        if lang == "ar":
            came.events, came.claims, came.marks = drafted.events, drafted.claims, drafted.marks
        files[f"{lang}.md"] = (
            _header(one, blocks, lang, drafted.marks) + markdown(one.text, blocks, drafted.marks)
        ).encode()
    if found.record is not None:
        files["record.yaml"] = block(found.record).encode()
    else:
        if not found.by_lines:
            files[TEXT] = found.text.encode()
        files["record.yaml"] = _record(found, came, files.get(TEXT), entries).encode()
    return files, came


def _reusable(entries: Entries) -> set[str]:
    """Ids of events and claims belong to their report: those of another are free again."""
    return entries.taken - taken_ids(entries.registry) - entries.stubs.keys()


def _header(one: Annotated, blocks: list[tuple[int, int]], lang: str, marks: Iterable[Mark]) -> str:
    """The lines above a text. A title that is not given is the text's first words, but for those that are redacted."""
    start, end = blocks[0]
    letters = list(one.text[:end])
    for mark in marks:
        if RESERVED in mark.ids and mark.start < end:
            letters[mark.start : mark.end] = ["…"] + [""] * (min(mark.end, end) - mark.start - 1)
    words = " ".join("".join(letters[start:]).split())
    if len(words) > LONGEST_TITLE:
        words = words[:LONGEST_TITLE].rpartition(" ")[0] + "…"
    said = {"Title": words, **one.header}
    lines = [f"{key}: {' '.join(re.sub(r'[][{}]', '', value).split())}" for key, value in said.items()]
    return "\n".join([*lines, *(["Status: draft"] if lang == "ar" else [])]) + "\n\n"


def _record(found: Annotated, came: Draft, original: bytes | None, entries: Entries) -> str:
    publisher = found.publisher
    if publisher is not None and ID.fullmatch(publisher):
        entries.known(publisher, SOURCE, publisher)
    elif publisher is not None:
        found.tell(messages.VALUE_NOT_CARRIED(item=found.name, name="publisher", value=publisher))
        publisher = None
    said: dict[str, Any] = {"published": found.published, "publisher": publisher}
    if original is not None and not any(RESERVED in mark.ids for mark in came.marks):
        said["sha256"] = hashlib.sha256(original).hexdigest()
    parts = [block(said)]
    for name, own, keys in (("events", came.events, _EVENT_KEYS), ("claims", came.claims, _CLAIM_KEYS)):
        if own:
            parts.append(block({name: {id: _ordered(one, keys) for id, one in own.items()}}))
    return "\n".join(parts)


def _ordered(value: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """The values in the order in which people write them, a list of one as that one."""
    alone = {key: value[key] for key in keys if key in value}
    return {
        key: one[0] if isinstance(one, list) and len(one) == 1 and key != "casualties" else one
        for key, one in alone.items()
    }


def _with_stubs(folder: Path, stubs: Iterable[Stub]) -> dict[Path, str]:
    """The files of the registry that get stubs, with these at their ends."""
    found: dict[Path, str] = {}
    for meaning, name in _FILES.items():
        new = [stub for stub in stubs if stub.meaning == meaning]
        if not new:
            continue
        path = folder / name
        before = path.read_text("utf-8") if path.exists() else ""
        kept = before if not before or before.endswith("\n") else before + "\n"
        text = kept + "\n" * bool(kept) + "\n".join(map(_stub, new))
        found[path] = text
        check_entries(path, text)
    return found


def _stub(stub: Stub) -> str:
    return block({stub.id: {"name": {"ar": stub.ar, "en": stub.en}, "kind": stub.kind}}, flat=2)
