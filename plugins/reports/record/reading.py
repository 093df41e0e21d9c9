"""The whole of a ``record.yaml``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from .. import fields, messages, model
from ..acknowledged import acknowledge
from ..model import Claim, Correction, Document, Event, Record, Registry, Words
from ..nodes import Node, compose
from ..problems import Area, Problems
from ..registry import known_id, valid_id
from .claims import read_claim
from .documents import read_document
from .events import read_event
from .file import Context, RecordFile, sha256, words

KEYS = fields.keys(fields.RECORD)

T = TypeVar("T")


def read_record(path: Path, slug: str, registry: Registry, problems: Problems) -> RecordFile:
    """Read one ``record.yaml``. Its ``record`` is ``None`` when it has no publisher or date that can be used."""
    file = RecordFile(path)
    root = compose(path, problems)
    if root is None:
        if not any(problem.path == path for problem in problems):
            problems.error(path, 1, 1, messages.EMPTY_RECORD())
        file.readable = False
        return file
    context = Context(file, slug, registry)
    values = root.fields(messages.THE_RECORD(), KEYS, fields.required(fields.RECORD))
    acknowledge(values, Area(path.parent))
    published = values["published"].date("`published`") if "published" in values else None
    publisher = None
    if "publisher" in values:
        publisher = known_id(values["publisher"], messages.SOURCE_ENTRY(), registry.sources, context.kind)
    documents, events, claims = _parts(values, context)
    main = known_id(values["main"], messages.EVENT_OF_RECORD(), file.events, context.kind) if "main" in values else None
    limits = words(values, "limits")
    corrections = values["corrections"].items("`corrections`") if "corrections" in values else []
    read = [_correction(node) for node in corrections]
    url, archive = (values[key].url(f"`{key}`") if key in values else None for key in ("url", "archive"))
    file.addresses = {key: values[key] for key in ("url", "archive") if key in values}
    retrieved = values["retrieved"].date("`retrieved`") if "retrieved" in values else None
    file.sha256 = values.get("sha256")
    digest = file.sha256.parsed("`sha256`", sha256) if file.sha256 else None
    file.hashes += [file.sha256] if file.sha256 else []
    if published and publisher:
        file.record = Record(
            published,
            publisher,
            url=url,
            archive=archive,
            retrieved=retrieved,
            sha256=digest,
            main=main,
            limits=limits,
            documents=documents,
            events=events,
            claims=claims,
            corrections=tuple(correction for correction in read if correction),
        )
    return file


def _parts(
    values: Mapping[str, Node], context: Context
) -> tuple[dict[str, Document], dict[str, Event], dict[str, Claim]]:
    """The documents, events and claims, by id. The ids are gone through first: each part may name any of the others."""
    file = context.file
    nodes: dict[str, dict[str, Node]] = {}
    for kind, known in (("documents", file.documents), ("events", file.events), ("claims", file.claims)):
        nodes[kind] = {}
        for key, node in values[kind].entries(f"`{kind}`") if kind in values else ():
            id = valid_id(key, messages.THE_ID())
            if id is None:
                continue
            _check_id(id, key, context)
            known[id], nodes[kind][id] = key, node

    def each(kind: str, read: Callable[[str, Node], T | None]) -> dict[str, T]:
        return {id: part for id, node in nodes[kind].items() if (part := read(id, node)) is not None}

    return (
        each("documents", lambda id, node: read_document(id, node, context)),
        each("events", lambda id, node: read_event(id, node, context, file.events)),
        each("claims", lambda id, node: read_claim(id, node, context, file.events, file.documents)),
    )


def _check_id(id: str, key: Node, context: Context) -> None:
    """An id of the record is no other's: not of the registry, not of another part, no word of the format."""
    file = context.file
    if id in context.registry:
        key.error(messages.ID_OF_REGISTRY(id=id))
    if id in model.PARTS:
        key.error(messages.ID_OF_WORD(id=id))
    if id in file.events:
        key.error(messages.ID_OF_EVENT(id=id))
    if id in file.documents:
        key.error(messages.ID_OF_DOCUMENT(id=id))


def _correction(node: Node) -> Correction | None:
    values = node.fields(messages.A_CORRECTION(), fields.keys(fields.CORRECTION), fields.required(fields.CORRECTION))
    on = values["on"].date("`on`") if "on" in values else None
    text = Words(
        *(values[lang].text(messages.THE_CORRECTION(lang=lang)) if lang in values else None for lang in model.LANGUAGES)
    )
    if text.ar is None and text.en is None:
        node.error(messages.EMPTY_CORRECTION_OF_RECORD())
        return None
    return Correction(on, text) if on else None
