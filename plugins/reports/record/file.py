"""A record while it is read: what it says so far with its places in the file, and how it names things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .. import messages
from ..messages import Message, Refused
from ..model import Record, Reference, Registry, Words
from ..nodes import Node
from ..registry import ID, SLUG, kind_of, known_ids
from ..remembering import Remembering

#: Where a record names an event or a claim, and which; ``None`` where what stands there is no name of one.
Link = tuple[Node, Reference | None]


@dataclass
class RecordFile(Remembering):
    """A record with the nodes of its documents, events and claims, so that later checks can point at them.

    It is ``readable`` where the file is YAML; ``record`` is ``None`` where it lacks what every record has. ``same_as``,
    ``part_of``, ``denies`` and ``updates`` are the links of its events and claims, ``codes`` and ``former`` the codes
    of its events and what they were called before, each with its node. It is a ``draft`` where its text is one.
    ``sha256`` is the node of the original's hash, ``hashes`` are those of its own and its documents', ``addresses``
    those of the original and of its copy.
    """

    path: Path
    readable: bool = True
    draft: bool = False
    record: Record | None = None
    documents: dict[str, Node] = field(default_factory=dict)
    events: dict[str, Node] = field(default_factory=dict)
    claims: dict[str, Node] = field(default_factory=dict)
    same_as: dict[str, Link] = field(default_factory=dict)
    part_of: dict[str, tuple[Node, str]] = field(default_factory=dict)
    denies: dict[str, list[Link]] = field(default_factory=dict)
    updates: dict[str, list[Link]] = field(default_factory=dict)
    codes: dict[str, tuple[Node, str]] = field(default_factory=dict)
    former: dict[str, list[tuple[Node, str]]] = field(default_factory=dict)
    sha256: Node | None = None
    hashes: list[Node] = field(default_factory=list)
    addresses: dict[str, Node] = field(default_factory=dict)


class Context:
    """What the parts of one record are read against: the registry, and the ids that the record has."""

    def __init__(self, file: RecordFile, slug: str, registry: Registry) -> None:
        self.file, self.slug, self.registry = file, slug, registry
        self.speakers: Mapping[str, object] = {**registry.sources, **registry.actors}

    def places(self, values: Mapping[str, Node], key: str) -> tuple[str, ...]:
        """The places that a list names."""
        return known_ids(values, key, messages.PLACE_ENTRY(), self.registry.places, self.kind)

    def actors(self, values: Mapping[str, Node], key: str) -> tuple[str, ...]:
        """The actors that a list names."""
        return known_ids(values, key, messages.ACTOR_ENTRY(), self.registry.actors, self._no_party)

    def kind(self, id: str) -> Message | None:
        """What an id is that was meant to be another: an entry of the registry, or a part of the record."""
        kinds = (
            (self.file.events, messages.IS_EVENT),
            (self.file.claims, messages.IS_CLAIM),
            (self.file.documents, messages.IS_DOCUMENT),
        )
        return kind_of(self.registry, id) or next((message() for ids, message in kinds if id in ids), None)

    def _no_party(self, id: str) -> Message | None:
        """The same where an actor was wanted."""
        if source := self.registry.sources.get(id):
            actor = source.speaks_for
            return messages.IS_VOICE(actor=actor) if actor else messages.IS_NO_PARTY()
        return self.kind(id)

    def links(self, values: Mapping[str, Node], key: str, what: Message) -> list[Link]:
        """The events or claims that a list names, each once."""
        found: list[Link] = []
        for node in values[key].several(f"`{key}`") if key in values else ():
            target = self.reference(node, what)
            if target and any(target == other for _, other in found):
                node.error(messages.TWICE_IN_LIST(value="/".join(target), key=key))
            else:
                found.append((node, target))
        return found

    def reference(self, node: Node, what: Message) -> Reference | None:
        """``id`` of this report, or ``slug/id`` of another."""
        value = node.text(what)
        if value is None:
            return None
        slug, slash, id = value.rpartition("/")
        slug = slug if slash else self.slug
        if not SLUG.fullmatch(slug) or not ID.fullmatch(id):
            node.error(messages.NO_REFERENCE(value=value, what=what))
            return None
        return slug, id


def word(
    values: Mapping[str, Node],
    key: str,
    what: Message,
    vocabulary: Iterable[str],
    hint: Callable[[str], Message | None] = lambda value: None,
) -> str | None:
    """The word of a vocabulary that a key has; ``hint`` may say of another what its author meant."""
    return values[key].word(what, vocabulary, hint) if key in values else None


def words(values: Mapping[str, Node], key: str, what: Message | None = None) -> Words | None:
    """The text in one language or both that a key has; messages call it by its key, or as ``what`` says."""
    return values[key].in_languages(what or f"`{key}`", both=False) if key in values else None


def has_key(node: Node, key: str) -> bool:
    """Whether a mapping has a key, whatever its value."""
    return node.is_mapping and any(name.value == key for name, _ in node.node.value)


def sha256(text: str) -> str:
    """A hash, in small letters. Raises ``Refused``."""
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text):
        raise Refused(messages.NO_HASH())
    return text.lower()
