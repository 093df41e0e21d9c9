"""Which entry of the registry the words of an annotation name: by the id that the tool gives, else by their name.

What the registry does not have yet becomes a stub: what is known of it, and empty what an author must fill in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from reports.model import Actor, Place, Registry, Source
from reports.registry import ID, RESERVED
from reports.warnings.names import RegistryNames
from words import Reading
from words.letters import fold

from ..latin_ids import new_id
from .annotated import Annotation
from .labels import ACTOR, PLACE, SOURCE

_OF = {PLACE: Place, ACTOR: Actor, SOURCE: Source}
#: So many letters can be joined before a name.
_JOINED = 3
_WIKIDATA, _GEONAMES = re.compile(r"\bwikidata\.org/\S*?(Q[0-9]+)$|\AQ[0-9]+$"), re.compile(r"\bgeonames\.org/([0-9]+)")


@dataclass(slots=True)
class Stub:
    """An entry that the registry lacks: its id, in which file, and what is known of it."""

    id: str
    meaning: str
    ar: str
    en: str | None = None
    kind: str | None = None


class Entries:
    """The entries that annotations name: those of a registry, and stubs."""

    def __init__(self, registry: Registry, taken: Collection[str]) -> None:
        self.registry, self.taken = registry, set(taken)
        self.stubs: dict[str, Stub] = {}
        self._names = RegistryNames(registry).of("ar")
        self._called: dict[str, list[str]] = defaultdict(list)
        for id in registry:
            for name in (registry[id].name.ar, *registry[id].aliases.get("ar", ())):
                if name and id not in self._called[fold(name)]:
                    self._called[fold(name)].append(id)
        self._by_words: dict[tuple[str, str], str] = {}
        self._outside = {
            (scheme, said): place.id for place in registry.places.values() for scheme, said in place.ids.items()
        }

    def meaning(self, id: str) -> str | None:
        """Whether an id is that of a place, an actor or a source."""
        if id in self.stubs:
            return self.stubs[id].meaning
        entry = self.registry.get(id)
        return next((meaning for meaning, kind in _OF.items() if isinstance(entry, kind)), None)

    def named(self, annotation: Annotation, words: str, meaning: str, kind: str | None) -> tuple[str, tuple[str, ...]]:
        """The id of what the words of an annotation name, and others of that name that they could mean."""
        if (found := self.there(annotation, words, meaning)) is not None:
            return found[0], found[1:]
        given = self._given(annotation)
        key = meaning, fold(words)
        if not given and key in self._by_words:
            return self._by_words[key], ()
        free = next((id for id in given if id not in self.taken), None)
        id = free or self.new_id(annotation.name or words, meaning)
        self.taken.add(id)
        self.stubs[id] = Stub(id, meaning, words, annotation.name, kind)
        self._by_words.setdefault(key, id)
        return id, ()

    def there(self, annotation: Annotation, words: str, meaning: str) -> tuple[str, ...] | None:
        """The entry that the words of an annotation name and that is there already, and others that they could mean."""
        given = self._given(annotation)
        by_id = next((id for id in given if id in self.registry or id in self.stubs), None)
        return ((by_id,) if by_id else None) if given else self._by_name(words, meaning) or None

    def _given(self, annotation: Annotation) -> list[str]:
        return [id for one in (*annotation.ids, *annotation.notes) for id in self._ids(one)]

    def known(self, id: str, meaning: str, words: str) -> str:
        """The same id, with a stub where the registry lacks it."""
        if id not in self.registry:
            self.stubs.setdefault(id, Stub(id, meaning, words))
        return id

    def _ids(self, given: str) -> list[str]:
        """The ids that an address, or a word like ``kb:el-fasher``, can mean."""
        for pattern, scheme in ((_WIKIDATA, "wikidata"), (_GEONAMES, "geonames")):
            if match := pattern.search(given):
                found = self._outside.get((scheme, match[1] or match[0]))
                return [found] if found else []
        parts = re.split(r"[/#:]", unquote(given.strip()).removesuffix("/index.html").rstrip("/"))
        return [id for id in parts[-1:] if ID.fullmatch(id) and id != RESERVED]

    def _by_name(self, words: str, meaning: str) -> tuple[str, ...]:
        """The entries of which all of these words are the name, those that are of what is meant first."""
        ids: Iterable[str] = self._called.get(fold(words), ())
        if not ids:
            read = self._names.find(Reading(words, "ar"))
            ids = next((name.ids for name in read if name.start <= _JOINED and name.end == len(words)), ())
        wanted = (SOURCE, ACTOR) if meaning == SOURCE else (meaning,)
        of_kind = (id for id in ids if self.meaning(id) in wanted)
        return tuple(sorted(of_kind, key=lambda id: self.meaning(id) != meaning))

    def new_id(self, words: str, meaning: str) -> str:
        """An id that nothing has, from words in either script."""
        id = new_id(words, self.taken, meaning)
        self.taken.add(id)
        return id
