"""A report's record: its events and claims, read from ``record.yaml``.

What the record says of itself and of the registry is checked here; what it says of other reports and of the
marks in the texts is checked in ``checks``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from . import messages, model
from .acknowledged import acknowledge
from .figures import parse_figure
from .messages import Message, Refused
from .model import Casualties, Claim, Correction, Event, Part, Record, Registry, Words
from .nodes import Node, compose
from .problems import Area, Problems
from .registry import ID, SLUG, known_id, known_ids, valid_id

RECORD_KEYS = "published publisher url archive retrieved sha256 events claims corrections acknowledged".split()
EVENT_KEYS = "type when where actors grade title same-as".split()
CLAIM_KEYS = "by via identified stance denies quote reliability credibility about casualties".split()
CASUALTY_KEYS = (*model.OUTCOMES, "who", "of", "including", "blames", "scope", "period", "where")


#: Where a record names another report's event or claim, and what it names: slug and id, ``None`` for neither.
Link = tuple[Node, tuple[str, str] | None]


@dataclass
class RecordFile:
    """A record with the nodes of its events and claims, so that later checks can point at them.

    It is ``readable`` where the file is YAML; ``record`` is ``None`` where it lacks what every record has.
    ``sha256`` is the node of the original's hash.
    """

    path: Path
    readable: bool = True
    record: Record | None = None
    events: dict[str, Node] = field(default_factory=dict)
    claims: dict[str, Node] = field(default_factory=dict)
    same_as: dict[str, Link] = field(default_factory=dict)
    denies: dict[str, Link] = field(default_factory=dict)
    sha256: Node | None = None


class _Reader:
    """Reads the parts of one record against the registry."""

    def __init__(self, file: RecordFile, slug: str, registry: Registry) -> None:
        self.file, self.slug, self.registry = file, slug, registry

    def places(self, values: dict[str, Node], key: str) -> tuple[str, ...]:
        return known_ids(values, key, messages.PLACE_ENTRY(), self.registry.places)

    def actors(self, values: dict[str, Node], key: str) -> tuple[str, ...]:
        return known_ids(values, key, messages.ACTOR_ENTRY(), self.registry.actors)

    @property
    def speakers(self) -> dict[str, object]:
        return {**self.registry.sources, **self.registry.actors}

    def reference(self, node: Node, what: Message) -> tuple[str, str] | None:
        """``id`` of this report, or ``slug/id`` of another, as ``(slug, id)``."""
        value = node.text(what)
        if value is None:
            return None
        slug, slash, id = value.rpartition("/")
        slug = slug if slash else self.slug
        if not SLUG.fullmatch(slug) or not ID.fullmatch(id):
            node.error(messages.NO_REFERENCE(value=value, what=what))
            return None
        return slug, id

    def event(self, id: str, node: Node) -> Event | None:
        values = node.fields(messages.THE_EVENT(id=id), EVENT_KEYS)
        title = values["title"].in_languages(messages.THE_TITLE(), both=False) if "title" in values else None
        if "same-as" in values:
            for key, value in values.items():
                if key not in ("same-as", "title"):
                    value.error(
                        messages.KEY_BESIDE_SAME_AS(id=id, key=key),
                    )
            target = self.reference(values["same-as"], messages.AN_EVENT())
            self.file.same_as[id] = (values["same-as"], target)
            return Event(id, title=title or Words(None, None), same_as=target) if target else None
        for key in ("type", "when"):
            if node.is_mapping and not _has_key(node, key):
                node.error(messages.EVENT_LACKS(id=id, key=key))
        type = values["type"].word(messages.EVENT_TYPE(), model.EVENT_TYPES) if "type" in values else None
        when = values["when"].date("`when`") if "when" in values else None
        grade = values["grade"].word(messages.GRADE(), model.GRADES) if "grade" in values else None
        places, actors = self.places(values, "where"), self.actors(values, "actors")
        if type is None or when is None:
            return None
        return Event(id, type, when, places, actors, grade, title or Words(None, None))

    def claim(self, id: str, node: Node, events: Collection[str]) -> Claim | None:
        values = node.fields(messages.THE_CLAIM(id=id), CLAIM_KEYS)
        speakers = self.speakers
        by = known_id(values["by"], messages.SOURCE_OR_ACTOR(), speakers) if "by" in values else None
        via = known_ids(values, "via", messages.SOURCE_OR_ACTOR(), speakers)
        identified = self._word(values, "identified", messages.IDENTIFIED(), (*model.IDENTIFIED, model.UNATTRIBUTED))
        if identified == model.UNATTRIBUTED and "by" in values:
            values["identified"].error(messages.UNATTRIBUTED_WITH_BY(id=id))
        stance = self._word(values, "stance", messages.STANCE(), model.STANCES) or "asserts"
        denies = None
        if "denies" in values:
            denies = self.reference(values["denies"], messages.A_CLAIM())
            self.file.denies[id] = (values["denies"], denies)
            if stance != "denies":
                values["denies"].error(messages.DENIES_WITHOUT_STANCE(id=id))
        about = known_ids(values, "about", messages.EVENT_OF_RECORD(), events)
        casualties = values["casualties"].items("`casualties`") if "casualties" in values else []
        entries = [self.casualties(id, entry) for entry in casualties]
        incident = any(entry and entry.scope == "incident" for entry in entries)
        named = values["about"].node.value if "about" in values else []
        if incident and isinstance(named, list) and len(named) != 1:
            what = messages.EVENTS(count=len(named)) if named else messages.NO_EVENT()
            values["casualties"].error(
                messages.CASUALTIES_ABOUT(id=id, what=what),
            )
        return Claim(
            id,
            by,
            via,
            identified,
            stance,
            denies,
            self._word(values, "quote", messages.QUOTE(), model.QUOTES) or "indirect",
            self._word(values, "reliability", messages.RELIABILITY(), model.RELIABILITY),
            self._word(values, "credibility", messages.CREDIBILITY(), model.CREDIBILITY),
            about,
            tuple(entry for entry in entries if entry),
        )

    def casualties(self, claim: str, node: Node) -> Casualties | None:
        values = node.fields(messages.CASUALTIES_OF(id=claim), CASUALTY_KEYS)
        figures = []
        for outcome in model.OUTCOMES:
            figure = values[outcome].parsed(f"`{outcome}`", parse_figure) if outcome in values else None
            if figure:
                figures.append((outcome, figure))
        if not node.is_mapping:
            return None
        if not any(_has_key(node, outcome) for outcome in model.OUTCOMES):
            node.error(messages.ENTRY_WITHOUT_FIGURE(claim=claim))
        # A scope that is no word of the vocabulary is one error, not one of each of its rules.
        scope = self._word(values, "scope", messages.SCOPE(), model.SCOPES) if _has_key(node, "scope") else "incident"
        period = values["period"].date("`period`") if "period" in values else None
        if scope == "cumulative" and not _has_key(node, "period"):
            node.error(messages.CUMULATIVE_WITHOUT_PERIOD(claim=claim))
        if scope == "incident" and "period" in values:
            values["period"].error(messages.PERIOD_WITHOUT_CUMULATIVE(claim=claim))
        parts = []
        if "including" in values:
            if len(figures) > 1:
                values["including"].error(messages.INCLUDING_OF_OUTCOMES())
            for group, value in values["including"].fields("`including`", model.PARTS).items():
                part = value.parsed(f"`{group}`", parse_figure)
                if part:
                    parts.append(Part(group, part))
                whole = figures[0][1] if figures else None
                if part and part.low and whole and whole.high is not None and not whole.open and part.low > whole.high:
                    value.warning(messages.LARGE_PART(group=group))
        of = known_id(values["of"], messages.ACTOR_ENTRY(), self.registry.actors) if "of" in values else None
        who = self._word(values, "who", messages.STATUS(), model.WHO) or "unknown"
        blames, where = self.actors(values, "blames"), self.places(values, "where")
        return Casualties(tuple(figures), who, of, tuple(parts), blames, scope or "", period, where)

    @staticmethod
    def _word(values: dict[str, Node], key: str, what: Message, vocabulary: Iterable[str]) -> str | None:
        return values[key].word(what, vocabulary) if key in values else None


def _has_key(node: Node, key: str) -> bool:
    return node.is_mapping and any(name.value == key for name, _ in node.node.value)


def read_record(path: Path, slug: str, registry: Registry, problems: Problems) -> RecordFile:
    """Read one ``record.yaml``. Its ``record`` is ``None`` when it has no publisher or date that can be used."""
    file = RecordFile(path)
    root = compose(path, problems)
    if root is None:
        if not any(problem.path == path for problem in problems):
            problems.error(path, 1, 1, messages.EMPTY_RECORD())
        file.readable = False
        return file
    reader = _Reader(file, slug, registry)
    values = root.fields(messages.THE_RECORD(), RECORD_KEYS, ("published", "publisher"))
    acknowledge(values, Area(path.parent))
    published = values["published"].date("`published`") if "published" in values else None
    publisher = None
    if "publisher" in values:
        publisher = known_id(values["publisher"], messages.SOURCE_ENTRY(), registry.sources)
    events, claims = {}, {}
    for kind, target in (("events", file.events), ("claims", file.claims)):
        for key, node in values[kind].entries(f"`{kind}`") if kind in values else ():
            id = valid_id(key, messages.THE_ID())
            if id is None:
                continue
            if id in registry:
                key.error(messages.ID_OF_REGISTRY(id=id))
            if id in file.events and kind == "claims":
                key.error(messages.ID_OF_EVENT(id=id))
            target[id] = key
            if kind == "events":
                event = reader.event(id, node)
                if event:
                    events[id] = event
            else:
                claim = reader.claim(id, node, file.events)
                if claim:
                    claims[id] = claim
    corrections = (
        [_correction(node) for node in values["corrections"].items("`corrections`")] if "corrections" in values else []
    )
    addresses = {key: values[key].url(f"`{key}`") if key in values else None for key in ("url", "archive")}
    retrieved = values["retrieved"].date("`retrieved`") if "retrieved" in values else None
    file.sha256 = values.get("sha256")
    sha256 = file.sha256.parsed("`sha256`", _sha256) if file.sha256 else None
    if published and publisher:
        file.record = Record(
            published,
            publisher,
            addresses["url"],
            addresses["archive"],
            retrieved,
            sha256,
            events,
            claims,
            tuple(correction for correction in corrections if correction),
        )
    return file


def _correction(node: Node) -> Correction | None:
    values = node.fields(messages.A_CORRECTION(), ("on", "ar", "en"), ("on",))
    on = values["on"].date("`on`") if "on" in values else None
    text = Words(
        *(values[lang].text(messages.THE_CORRECTION(lang=lang)) if lang in values else None for lang in model.LANGUAGES)
    )
    if text.ar is None and text.en is None:
        node.error(messages.EMPTY_CORRECTION_OF_RECORD())
        return None
    return Correction(on, text) if on else None


def _sha256(text: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text):
        raise Refused(messages.NO_HASH())
    return text.lower()
