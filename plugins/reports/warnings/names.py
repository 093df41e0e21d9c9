"""Names of the registry that stand in a text without a mark."""

from __future__ import annotations

from collections import defaultdict

from words import Names

from .. import messages
from ..model import Registry
from ..problems import Problems
from .looked_at import LookedAt


class RegistryNames:
    """The names of a registry, to be looked for in texts: it is gone through once for each language."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        #: The ids of its entries.
        self.ids = frozenset(registry)
        self._of: dict[str, Names] = {}

    def of(self, lang: str) -> Names:
        """The names in a language."""
        if lang not in self._of:
            names = ((id, self._called(id, lang)) for id in self.registry)
            self._of[lang] = Names(names, lang)
        return self._of[lang]

    def _called(self, id: str, lang: str) -> list[str]:
        entry = self.registry[id]
        return [name for name in (entry.name[lang], *entry.aliases.get(lang, ())) if name]


def warn_of_unmarked_names(looked: LookedAt, names: RegistryNames, problems: Problems) -> None:
    """A name outside of every mark of an entry; one warning an entry, at its first place.

    Told is not a name that a mark has in part, as where only the second word of "Old Harbour district" is marked, nor
    one in the words of a link.
    """
    of_language = names.of(looked.text.lang)
    found: dict[str, list[tuple[int, int]]] = {}
    spelled: dict[str, str] = {}
    of_entries: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mark in looked.text.marks:
        if not names.ids.isdisjoint(mark.ids):
            of_entries[mark.block].append((mark.start, mark.start + len(mark.words)))
    for block, reading in looked.readings:
        marked = of_entries.get(block.number, ())
        at = until = 0
        for name in of_language.find(reading):
            while at < len(marked) and marked[at][0] < name.end:
                until = max(until, marked[at][1])
                at += 1
            if name.start < until:
                continue
            if looked.is_linked(block.number, name.start):
                continue
            found.setdefault(name.ids[0], []).append((block.number, name.start))
            spelled.setdefault(name.ids[0], block.text[name.start : name.end])
    for id, places in found.items():
        often = messages.HERE_AND_OFTEN(more=len(places) - 1)
        where = {1: messages.HERE(), 2: messages.HERE_AND_ONCE()}.get(len(places), often)
        looked.warn(problems, *places[0], messages.UNMARKED_NAME(name=spelled[id], id=id, where=where))
