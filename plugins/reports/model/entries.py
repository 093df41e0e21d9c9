"""What the registry has: places, actors and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Arabic and in English; a language that is missing is ``None``."""

    ar: str | None
    en: str | None

    def __getitem__(self, lang: str) -> str | None:
        return {"ar": self.ar, "en": self.en}[lang]


#: A text in neither language.
NO_WORDS = Words(None, None)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the registry. ``point`` is latitude and longitude in degrees (WGS 84)."""

    id: str
    name: Words
    kind: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: str | None = None
    point: tuple[float, float] | None = None
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party of the registry: forces, a group, a government, an organisation."""

    id: str
    name: Words
    kind: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    part_of: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, institution or person that says something. ``part_of`` is the source whose voice it is."""

    id: str
    name: Words
    kind: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    role: Words | None = None
    part_of: str | None = None
    speaks_for: str | None = None
    identified: str | None = None
    url: str | None = None


Entry = Place | Actor | Source


def _up(entries: Mapping[str, Entry], id: str, key: str) -> list[str]:
    chain: list[str] = []
    while id in entries and id not in chain:
        chain.append(id)
        id = getattr(entries[id], key) or ""
    return chain


@dataclass(frozen=True, slots=True)
class Registry:
    """Every place, actor and source, by id; ids are unique across the three."""

    places: Mapping[str, Place] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    def get(self, id: str) -> Entry | None:
        """The entry of that id in any of the three files, or ``None``."""
        return self.places.get(id) or self.actors.get(id) or self.sources.get(id)

    def __getitem__(self, id: str) -> Entry:
        entry = self.get(id)
        if entry is None:
            raise KeyError(id)
        return entry

    def __contains__(self, id: object) -> bool:
        return id in self.places or id in self.actors or id in self.sources

    def __iter__(self) -> Iterator[str]:
        for group in (self.places, self.actors, self.sources):
            yield from group

    def around(self, place: str) -> list[str]:
        """The ids of a place and of all that contain it, from the inside out."""
        return _up(self.places, place, "within")

    def above(self, actor: str) -> list[str]:
        """The ids of an actor and of all that it is part of, from the bottom up."""
        return _up(self.actors, actor, "part_of")

    def voices_above(self, source: str) -> list[str]:
        """The ids of a source and of all that it is part of, from the bottom up."""
        return _up(self.sources, source, "part_of")
