"""Names of a sheet as entries of the registry: those that it has, by any of their names, and new ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from reports.model import Registry
from words.letters import fold

from ..latin_ids import new_id

PLACES, ACTORS, SOURCES = FILES = ("places", "actors", "sources")
#: Places that contain others by their rank; all other kinds are places in them.
_RANKS = ("country", "governorate", "district")
AREA = "area"
#: What is left out of the names of these, where they are compared: «محافظة حلب», "Aleppo Governorate".
_RANK_WORDS = re.compile(
    r"\b(?:governorate|province|state|region|district|county|of|محافظه|ولايه|اقليم|قضاء|ناحيه|منطقه)\b"
)
_ARABIC = re.compile(r"[\u0620-\u064a]")
#: How kinds are told by words of a name, in folded letters.
_PLACE_KINDS = {
    "camp": "camp|مخيم",
    "facility": "hospital|market|school|mosque|prison|airport|base|university|"
    "مستشفي|مشفي|سوق|مدرسه|مسجد|سجن|مطار|جامعه",
    "road": "road|highway|bridge|crossing|طريق|جسر|معبر",
    "neighbourhood": "neighbou?rhood|quarter|حي",
    "village": "village|قريه",
}
_SOURCE_KINDS = {
    "witness": "(?:eye)?witness(?:es)?|شهود|شاهد",
    "social-media": "facebook|twitter|telegram|youtube|instagram|tiktok|فيسبوك|تويتر|تلغرام",
    "news-agency": "agency|reuters|afp|associated press|وكاله|رويترز",
    "broadcaster": "tv|television|radio|تلفزيون|راديو|قناه",
    "civil-defence": "helmets|civil defen[cs]e|الدفاع المدني|الخوذ",
    "activists": "activists?|coordination|emergency room|ناشطون|تنسيقيه|غرفه طوارئ",
    "medical": "hospital|doctors?|medical|اطباء|مستشفي|طبي",
    "un": "un|united nations|ocha|ohchr|الامم المتحده",
    "monitor": "observatory|network|monitor|sohr|snhr|documentation|مرصد|شبكه|توثيق",
    "newspaper": "newspaper|times|post|صحيفه|جريده",
    "military": "army|ministry of defen[cs]e|الجيش|وزاره الدفاع",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one language or both."""

    ar: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.ar or self.en)

    @property
    def both(self) -> dict[str, str]:
        """The name in each language: where it has none there, that of the other stands in for it."""
        return {"ar": self.ar or self.en, "en": self.en or self.ar}


def name_of(text: str) -> Name:
    """A name whose language its letters say."""
    return Name(ar=text) if _ARABIC.search(text) else Name(en=text)


NAMELESS = Name()


@dataclass(slots=True)
class New:
    """An entry that the registry has not yet: its file, name, kind and other fields.

    ``guessed``: the sheet does not say of which kind it is. ``given``: a row gives it whole.
    """

    file: str
    name: Name
    kind: str
    fields: dict[str, str] = field(default_factory=dict)
    aliases: Mapping[str, list[str]] = field(default_factory=dict)
    guessed: bool = False
    given: bool = False


class Entries:
    """The registry, and what a sheet adds to it."""

    def __init__(self, registry: Registry, sides: Container[str] = ()) -> None:
        self.sides = sides
        self.new: dict[str, New] = {}
        self._kinds: dict[str, str] = {}
        self._parents: dict[str, str | None] = {}
        self._by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.files: dict[str, str] = {}
        for file, entries in (
            (PLACES, registry.places),
            (ACTORS, registry.actors),
            (SOURCES, registry.sources),
        ):
            for id, entry in entries.items():
                names = [entry.name.ar, entry.name.en, *(alias for some in entry.aliases.values() for alias in some)]
                parent = getattr(entry, "within", None)
                self._know(file, id, entry.kind, parent, [id, *filter(None, names)])
        self.old = dict(self.files)
        self.names: dict[str, Name] = {
            entry.id: Name(entry.name.ar or "", entry.name.en or "")
            for entries in (registry.places, registry.actors, registry.sources)
            for entry in entries.values()
        }

    def kind(self, id: str) -> str:
        """The kind of an entry."""
        return self._kinds.get(id, "")

    def add(self, file: str, id: str, new: New) -> None:
        """Take in an entry that a sheet gives whole."""
        self.new[id] = new
        self.names[id] = new.name
        others = (alias for some in new.aliases.values() for alias in some)
        self._know(file, id, new.kind, new.fields.get("within"), [id, new.name.ar, new.name.en, *others])

    def place(self, name: Name, within: str | None, rank: str = "") -> str:
        """The place of this name in another; ``rank`` is its kind where the sheet says it: one that contains others, or
        an area around the place that is called so."""
        candidates = [
            id for id in self._called(PLACES, name, rank) if self._is_of_rank(id, rank) and self._may_lie(id, within)
        ]
        if candidates:
            return candidates[0]
        kind = rank or _kind_in(name, _PLACE_KINDS) or "town"
        fields = {"within": within} if within else {}
        return self._begin(PLACES, New(PLACES, name, kind, fields, guessed=not rank))

    def actor(self, name: Name, kind: str = "") -> str:
        """The actor of this name."""
        known = self._called(ACTORS, name)
        return known[0] if known else self._begin(ACTORS, New(ACTORS, name, kind or "other", guessed=not kind))

    def source(self, name: Name, kind: str = "") -> str:
        """The source of this name, or the actor: a party can speak too."""
        known = self._called(SOURCES, name) or ([] if kind else self._called(ACTORS, name))
        if known:
            return known[0]
        found = kind or _kind_in(name, _SOURCE_KINDS) or "news-site"
        fields = {"identified": "unnamed"} if found == "witness" else {}
        return self._begin(SOURCES, New(SOURCES, name, found, fields, guessed=not kind))

    def publisher(self, name: Name) -> str:
        """The source of this name, which publishes something: an actor cannot."""
        known = self._called(SOURCES, name)
        return known[0] if known else self.source(name, _kind_in(name, _SOURCE_KINDS) or "news-site")

    def called(self, file: str, name: Name) -> str:
        """The entry of a file that is called this in every language of the name; empty where there is none."""
        lists = [self._by_name.get((file, _folded(one)), []) for one in (name.ar, name.en) if one]
        return next((id for id in lists[0] if all(id in some for some in lists)), "") if lists else ""

    def _begin(self, file: str, new: New) -> str:
        id = new_id(new.name.en or new.name.ar, self.files, new.kind)
        self.add(file, id, new)
        return id

    def _know(self, file: str, id: str, kind: str, parent: str | None, names: Iterable[str]) -> None:
        self.files[id], self._kinds[id], self._parents[id] = file, kind, parent
        for name in names:
            for key in {_folded(name), _folded(name, _RANKS[1] if file == PLACES else "")}:
                if key and id not in self._by_name[file, key]:
                    self._by_name[file, key].append(id)

    def _called(self, file: str, name: Name, rank: str = "") -> list[str]:
        """The entries of a name, those first that have it in both languages."""
        lists = [self._by_name.get((file, _folded(one, rank)), []) for one in (name.ar, name.en) if one]
        both = [id for id in lists[0] if all(id in some for some in lists)] if lists else []
        return list(dict.fromkeys([*both, *(id for some in lists for id in some)]))

    def _is_of_rank(self, id: str, rank: str) -> bool:
        kind = self.kind(id)
        return kind == rank if rank else kind not in _RANKS and not (kind == AREA and id in self.new)

    def _may_lie(self, id: str, within: str | None) -> bool:
        """Whether a place can be one of those in another: it is said to, or nothing is said of where it lies."""
        around = [*self._around(id)]
        return within is None or not around or within in around or bool({*around} & {*self._around(within)})

    def _around(self, id: str) -> list[str]:
        chain: list[str] = []
        parent = self._parents.get(id)
        while parent and parent not in chain:
            chain.append(parent)
            parent = self._parents.get(parent)
        return chain


def _folded(name: str, rank: str = "") -> str:
    folded = fold(name)
    if rank in _RANKS[1:]:
        folded = _RANK_WORDS.sub(" ", folded)
    return " ".join(re.findall(r"[^\W_]+", folded)) or folded.strip()


def _kind_in(name: Name, words: Mapping[str, str]) -> str:
    folded = fold(f"{name.en} {name.ar}")
    return next((kind for kind, pattern in words.items() if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", folded)), "")
