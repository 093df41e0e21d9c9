"""The registry: places, actors and sources, each named once in both languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from words.letters import fold

from . import fields, messages, model
from .acknowledged import acknowledge
from .circles import check_circles
from .distances import misplaced
from .lookalikes import lookalike
from .messages import Message, Refused
from .model import Actor, Entry, Place, Registry, Source
from .nearest import did_you_mean
from .nodes import Node, What, compose, words_by_language
from .problems import Problems

E = TypeVar("E", bound=Entry)

#: Names of devices, which no file can have on some systems.
_DEVICES = r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)"
#: Ids and slugs become names of files and folders: their length is bounded.
ID = re.compile(_DEVICES + r"[a-z][a-z0-9-]{0,99}")
SLUG = re.compile(_DEVICES + r"[a-z0-9][a-z0-9-]{0,99}")
RESERVED = "redacted"


class _File(Generic[E]):
    """One registry file while it is read: entries by id, with what is wrong with each, the nodes of their ids, names
    and points, the nodes that name other entries, by key, and sides."""

    def __init__(self) -> None:
        self.entries: dict[str, E] = {}
        self.problems: dict[str, Problems] = {}
        self.keys: dict[str, Node] = {}
        self.names: dict[str, Node] = {}
        self.points: dict[str, Node] = {}
        self.links: dict[str, list[tuple[Node, str]]] = defaultdict(list)
        self.sides: list[tuple[Node, str]] = []
        self.readable = True


def read_registry(
    folder: Path, problems: Problems, check_side: Callable[[Node, str], None] = lambda node, side: None
) -> Registry:
    """Read ``places.yaml``, ``actors.yaml`` and ``sources.yaml`` of ``folder``.

    A file that is not there is an empty one. ``check_side`` is called with each side. Returns what could be read; what
    is wrong is in ``problems``. Raises ``ContentErrors`` where a file cannot be read at all: every id that a report
    names would seem unknown.
    """
    registry, of_entries = read_entries(folder, problems, check_side)
    for own in of_entries.values():
        problems.take(own)
    return registry


def read_entries(
    folder: Path, problems: Problems, check_side: Callable[[Node, str], None] = lambda node, side: None
) -> tuple[Registry, dict[str, Problems]]:
    """The registry as ``read_registry`` reads it, and apart from all else what is wrong with each entry, by its id."""
    places = _read_file(folder / "places.yaml", problems, _place)
    actors = _read_file(folder / "actors.yaml", problems, _actor)
    sources = _read_file(folder / "sources.yaml", problems, _source)
    if not (places.readable and actors.readable and sources.readable):
        problems.raise_if_any()
    seen: dict[str, Node] = {}
    for id, key in chain(places.keys.items(), actors.keys.items(), sources.keys.items()):
        if id in seen:
            first = seen[id]
            key.error(messages.ID_IN_TWO_FILES(id=id, path=first.path, line=first.line))
        seen.setdefault(id, key)
    _check_links(places, "within", places, messages.PLACE_ENTRY())
    _check_links(actors, "part-of", actors, messages.ACTOR_ENTRY())
    _check_links(sources, "part-of", sources, messages.SOURCE_ENTRY())
    _check_links(sources, "speaks-for", actors, messages.ACTOR_ENTRY())
    check_circles("within", {id: _parent(places.keys[id], place.within) for id, place in places.entries.items()})
    for file in (actors, sources):
        check_circles("part-of", {id: _parent(file.keys[id], entry.part_of) for id, entry in file.entries.items()})
    for node, side in actors.sides:
        check_side(node, side)
    registry = Registry(places.entries, actors.entries, sources.entries)
    _warn_of_places(registry, places)
    for group in (places, actors, sources):
        _warn_of_same_names(group)
    return registry, {**places.problems, **actors.problems, **sources.problems}


def _warn_of_places(registry: Registry, places: _File[Place]) -> None:
    """Tell of places that are far from the one that contains them."""
    for id, node in places.points.items():
        place = places.entries[id]
        told = misplaced(place.point, place.within, registry) if place.point and place.within else None
        if told:
            node.warning(told(id=id, place=place.within or ""))


def _warn_of_same_names(file: _File[Any]) -> None:
    """Tell of two entries of a file that are called the same in a language, and are of one kind and in one place."""
    first: dict[tuple[object, ...], str] = {}
    for id, entry in file.entries.items():
        for name in (entry.name.ar, entry.name.en):
            key = (name and fold(name), entry.kind, getattr(entry, "within", None))
            if name and first.setdefault(key, id) != id and id in file.names:
                file.names[id].warning(messages.SAME_NAME(id=id, other=first[key], name=name))
                break


def valid_id(node: Node, what: What) -> str | None:
    """The id that a key or value gives, if it has the form of one."""
    value = node.text(what)
    if value is None:
        return None
    if not ID.fullmatch(value):
        node.error(messages.NO_ID(value=value))
        return None
    if value == RESERVED:
        node.error(messages.RESERVED_ID(id=RESERVED))
        return None
    return value


#: What an id is that was meant to be another, or ``None`` where nothing has it.
Kinds = Callable[[str], Message | None]


def kind_of(registry: Registry, id: str) -> Message | None:
    """What an entry of the registry is that was meant to be something else; ``None`` where there is none."""
    if id in registry.places:
        return messages.IS_PLACE()
    if id in registry.actors:
        return messages.IS_ACTOR()
    return messages.IS_SOURCE() if id in registry.sources else None


def known_id(node: Node, what: What, ids: Collection[str], kinds: Kinds = lambda id: None) -> str | None:
    """The id that a value gives, if it is one of ``ids``; of one that is not, ``kinds`` may say what it is."""
    id = valid_id(node, what)
    if id is not None and id not in ids:
        node.error(messages.UNKNOWN_ENTRY(kinds(id) or did_you_mean(id, ids), what=what, id=id))
        return None
    return id


def known_ids(
    values: Mapping[str, Node], key: str, what: What, ids: Collection[str], kinds: Kinds = lambda id: None
) -> tuple[str, ...]:
    """The ids of the list ``key``, or of the one bare value that stands for it, each of them known and named once."""
    items = values[key].several(f"`{key}`") if key in values else ()
    return each_once(key, ((item, known_id(item, what, ids, kinds)) for item in items))


def each_once(key: str, values: Iterable[tuple[Node, str | None]]) -> tuple[str, ...]:
    """The values of the list ``key``, without those that are ``None``; one that stands twice is an error."""
    found: list[str] = []
    for node, value in values:
        if value in found:
            node.error(messages.TWICE_IN_LIST(value=value, key=key))
        elif value:
            found.append(value)
    return tuple(found)


def _read_file(path: Path, problems: Problems, read: Callable[[str, Node, _File[E]], E]) -> _File[E]:
    file = _File[E]()
    root = compose(path, problems) if path.exists() else None
    file.readable = root is not None or not any(problem.path == path for problem in problems)
    for key, value in root.entries(messages.THE_REGISTRY_FILE()) if root else ():
        id = valid_id(key, messages.THE_ID())
        if id is None:
            continue
        file.keys[id] = key
        file.problems[id] = Problems()
        file.entries[id] = read(id, value.telling(file.problems[id]), file)
    return file


def _common(id: str, node: Node, values: Mapping[str, Node], kinds: tuple[str, ...], file: _File[Any]) -> dict:
    """The parts that all entries have: name, kind and aliases."""
    acknowledge(values, node.area)
    # What is wrong has been told: an entry without a name or kind is still one that others can name.
    name = model.Words(None, None)
    if "name" in values:
        name = values["name"].in_languages(messages.THE_NAME(), both=True) or name
        file.names[id] = values["name"]
    for word in (name.ar, name.en):
        _warn_of_lookalikes(values.get("name"), word)
    kind = (values["kind"].word(messages.KIND(), kinds) if "kind" in values else None) or ""
    aliases: dict[str, list[str]] = {}
    if "aliases" in values:
        for lang, node in values["aliases"].fields(messages.ALIASES(), model.LANGUAGES).items():
            items = list(node.several(messages.ALIASES()))
            words = [item.text(messages.AN_ALIAS()) for item in items]
            aliases[lang] = [word for word in words if word]
            for item, word in zip(items, words, strict=True):
                _warn_of_lookalikes(item, word)
    return {"name": name, "kind": kind, "aliases": words_by_language(aliases)}


def _warn_of_lookalikes(node: Node | None, name: str | None) -> None:
    if node and name and (found := lookalike(name)):
        node.warning(found)


def _link(values: Mapping[str, Node], key: str, file: _File[Any]) -> str | None:
    if key not in values:
        return None
    id = valid_id(values[key], f"`{key}`")
    if id:
        file.links[key].append((values[key], id))
    return id


def _place(id: str, node: Node, file: _File[Any]) -> Place:
    values = node.fields(messages.THE_PLACE(id=id), fields.keys(fields.PLACE), fields.required(fields.PLACE))
    common = _common(id, node, values, model.PLACE_KINDS, file)
    within = _link(values, "within", file)
    exactly = point(values["point"]) if "point" in values else None
    if exactly:
        file.points[id] = values["point"]
    ids: dict[str, str] = {}
    if "ids" in values:
        for key, value in values["ids"].fields("ids", fields.keys(fields.IDS)).items():
            ids[key] = value.text(messages.ID_OF(scheme=key)) or ""
    return Place(id, within=within, point=exactly, ids=ids, **common)


def point(node: Node) -> tuple[float, float] | None:
    """Latitude and longitude, or ``None`` where that is not what stands there, which is told."""
    try:
        numbers = [item.text(messages.A_COORDINATE()) or "?" for item in node.several(messages.A_POINT())]
        latitude, longitude = map(_coordinate, numbers)
    except ValueError:
        node.error(messages.NO_POINT())
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        swapped = -90 <= longitude <= 90 and -180 <= latitude <= 180
        node.error(messages.POINT_OUTSIDE(messages.SWAP_NUMBERS() if swapped else None))
        return None
    return latitude, longitude


def _coordinate(text: str) -> float:
    if not re.fullmatch(r"[+-]?[0-9]{1,3}(?:\.[0-9]+)?", text):
        raise ValueError(text)
    return float(text)


def _actor(id: str, node: Node, file: _File[Any]) -> Actor:
    values = node.fields(messages.THE_ACTOR(id=id), fields.keys(fields.ACTOR), fields.required(fields.ACTOR))
    common = _common(id, node, values, model.ACTOR_KINDS, file)
    part_of = _link(values, "part-of", file)
    side = values["side"].parsed(messages.THE_SIDE(), side_word) if "side" in values else None
    if side:
        file.sides.append((values["side"], side))
    return Actor(id, part_of=part_of, side=side, **common)


def side_word(text: str) -> str:
    """A side is a word of the site's own: letters and digits of any script, and hyphens. Raises ``Refused``."""
    if not re.fullmatch(r"[^\W_][\w-]*", text):
        raise Refused(messages.NO_SIDE(value=text))
    return text


def _source(id: str, node: Node, file: _File[Any]) -> Source:
    values = node.fields(messages.THE_SOURCE(id=id), fields.keys(fields.SOURCE), fields.required(fields.SOURCE))
    common = _common(id, node, values, model.SOURCE_KINDS, file)
    part_of, speaks_for = _link(values, "part-of", file), _link(values, "speaks-for", file)
    role = values["role"].in_languages(messages.THE_ROLE(), both=True) if "role" in values else None
    identified = values["identified"].word(messages.IDENTIFIED(), model.IDENTIFIED) if "identified" in values else None
    url = values["url"].url(messages.THE_ADDRESS()) if "url" in values else None
    return Source(id, role=role, part_of=part_of, speaks_for=speaks_for, identified=identified, url=url, **common)


def _parent(key: Node, id: str | None) -> list[tuple[str, Node]]:
    return [(id, key)] if id else []


def _check_links(file: _File[Any], key: str, target: _File[Any], what: Message) -> None:
    for node, id in file.links[key]:
        if id not in target.keys:
            node.error(
                messages.UNKNOWN_ENTRY(did_you_mean(id, target.keys) or messages.ADD_TO_REGISTRY(), what=what, id=id)
            )
