"""What registry entries, sides, groups and origins are called on a page, in its language, and as links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from bilingual import Voice
from findings import FigureUse, PlacedClaim, Quantity
from findings.index import Origin, side_of
from reports.model import WORDS, Source
from reports.web import hides

from .links import Links
from .markup import linked
from .site_view import Phrase, SiteView
from .texts import Texts

#: What appears under a title of its own. Agencies, offices and people have names.
_TITLED = ("newspaper", "broadcaster", "news-site")


class Names:
    """The names on a page that speaks with ``voice``; ``subject`` is the entry that the page is about, if it is one."""

    def __init__(self, site: SiteView, voice: Voice, texts: Texts, links: Links, subject: str) -> None:
        self.site, self.voice, self.texts, self.links, self.subject = site, voice, texts, links, subject
        self.lang = voice.lang

    # Entries of the registry

    def entry(self, id: str) -> str:
        return self.site.registry[id].name[self.lang] or ""

    def other(self, id: str) -> str:
        """The name of an entry in the other language."""
        return self.site.registry[id].name[self.voice.other.lang] or ""

    def kind(self, id: str) -> str:
        """What a registry entry is, in words: its kind, or for a person the role."""
        entry, registry = self.site.registry[id], self.site.registry
        if isinstance(entry, Source):
            return (entry.role[self.lang] if entry.role else None) or self.voice.word("source-kind", entry.kind)
        return self.voice.word("place-kind" if id in registry.places else "actor-kind", entry.kind)

    def kind_beside_role(self, id: str) -> str | None:
        """The kind of a source that is told by its role."""
        entry = self.site.registry[id]
        has_role = isinstance(entry, Source) and entry.role and entry.role[self.lang]
        return self.voice.word("source-kind", entry.kind) if has_role else None

    def about(self, id: str) -> str:
        """An entry in one sentence: its name, what it is, and what it is in, part of or speaks for."""
        name, kind, parent = self.entry(id), self.kind(id), self.parent(id)
        if parent is None:
            return self.voice.gettext("%(name)s: %(kind)s.", name=name, kind=kind)
        return self.voice.gettext("%(name)s: %(kind)s (%(parent)s).", name=name, kind=kind, parent=self.entry(parent))

    def aliases(self, id: str) -> list[tuple[str, list[str]]]:
        """The other ways to write a name, by language, the page's own first."""
        entry = self.site.registry[id]
        langs = (self.lang, self.voice.other.lang)
        return [(lang, list(entry.aliases[lang])) for lang in langs if entry.aliases.get(lang)]

    def parent(self, id: str) -> str | None:
        """The place that contains a place, the actor that an actor is part of, or whom a source speaks for."""
        entry = self.site.registry[id]
        return getattr(entry, "within", None) or getattr(entry, "part_of", None) or getattr(entry, "speaks_for", None)

    def speaks_for(self, id: str) -> str | None:
        """The actor that a source speaks for, by id; ``None`` where that has the source's own names."""
        source = self.site.registry.sources.get(id)
        actor = source.speaks_for if source else None
        registry = self.site.registry
        return actor if actor and registry[actor].name != registry[id].name else None

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Entries in the order of their names in the page's language."""
        return sorted(ids, key=lambda id: (self.voice.sort_key(self.entry(id)), id))

    def listed(self, ids: Iterable[str]) -> str:
        """Names as a list in words."""
        return self.in_list([(id, self.entry(id)) for id in ids])

    def in_list(self, said: Sequence[tuple[str | None, str]], *others: str) -> str:
        """Names as they are said of entries, and what else is in the list, in words.

        Among others, Arabic sets the title of an outlet in quotation marks: many are everyday words (الأخبار، المصدر).
        """
        names = [name for _, name in said] + list(others)
        if len(names) > 1:
            names[: len(said)] = [self._titled(id, name) for id, name in said]
        return self.voice.list(names)

    def _titled(self, id: str | None, name: str) -> str:
        source = self.site.registry.sources.get(id or "")
        if not source or source.kind not in _TITLED or source.identified in ("role", "unnamed"):
            return name
        if self.voice.direction_of(source.name[self.lang] or "") != self.voice.dir:
            return name  # its letters set it apart
        return self.voice.pgettext("title of an outlet in a list", "%(name)s", name=name)

    def linked(self, id: str) -> str:
        """The name of a place, party or source as a link to its page; on that page itself the name alone."""
        name = self.entry(id)
        return name if self.subject == id else linked(name, self.links.entry(id))

    def all_linked(self, ids: Iterable[str]) -> str:
        """Names as a list in words, each a link."""
        return self.in_list([(id, self.linked(id)) for id in ids])

    # Origins, sides and groups

    def origin(self, origin: Origin) -> str:
        return self.entry(origin.id) if origin.id else self.voice.gettext("a source not named")

    def all_origins(self, origins: Iterable[Origin]) -> str:
        """Origins as a list in words, those that have a name as links."""
        return self.in_list([(one.id, self.linked(one.id) if one.id else self.origin(one)) for one in origins])

    def origins(self, origins: Iterable[Origin]) -> str:
        """Origins as a list in words, each name once."""
        return self.in_list([(id, name) for name, id in {self.origin(one): one.id for one in origins}.items()])

    def every_origin(self, origins: Iterable[Origin]) -> str:
        """Origins as a list in words, where the page has enough that leads somewhere."""
        return self.voice.list([self.origin(origin) for origin in origins])

    def side_of(self, actor: str) -> str | None:
        """The side that a party belongs to."""
        return side_of(self.site.registry, actor)

    def side(self, side: str | None) -> Phrase:
        """A side in words. A word of the site's own that the settings do not name is shown as it is."""
        if side is None:
            return Phrase(self.voice.gettext("No side"), self.lang)
        if name := self.site.settings.sides.get(side):
            return Phrase(name[self.lang] or "", self.lang)
        if side in self.site.registry.actors:
            return Phrase(self.entry(side), self.lang)
        return Phrase(side.replace("-", " "), "en")

    def row(self, row: str) -> str:
        """Whose row of a table it is: all people, civilians, fighters of a side, children."""
        who, _, side = row.partition(":")
        if side:
            return self.voice.gettext("Combatants: %(side)s", side=self.texts.html(self.side(side)))
        return self.voice.word("including" if who in WORDS else "who", who)

    def part(self, row: str) -> str:
        """Whom a row counts, within a sentence about all people: ``civilians``, ``combatants of the Coast Guard``."""
        who, _, side = row.partition(":")
        words = self.voice.word("including", who)
        if not side:
            return words
        return self.voice.gettext("%(status)s (%(actor)s)", status=words, actor=self.texts.html(self.side(side)))

    def quantity(self, quantity: Quantity) -> str:
        """What was counted: whom it befell, and the unit where that is not people."""
        outcome = self.voice.word("outcome", quantity.outcome)
        if quantity.unit == "people":
            return outcome
        unit = self.voice.word("unit", quantity.unit)
        return self.voice.gettext("%(outcome)s (%(unit)s)", outcome=outcome, unit=unit)

    def outcome(self, use: FigureUse) -> str:
        """What befell the people of a figure."""
        return self.quantity(Quantity(use.outcome, use.casualties.unit))

    def speakers(self, claim: PlacedClaim) -> str:
        """Who says a claim, as a list in words."""
        return self.listed(claim.speakers) if claim.speakers else self.voice.gettext("a source not named")

    def all_speakers(self, speakers: Iterable[str], unnamed: bool = False) -> str:
        """Speakers as a list in words, each a link; ``unnamed``: there is also somebody whom nobody names."""
        others = [self.voice.gettext("a source not named")] if unnamed else []
        return self.in_list([(id, self.linked(id)) for id in speakers], *others)

    def source_url(self, id: str) -> str | None:
        source = self.site.registry.sources.get(id)
        return source.url if source else None

    def outside(self, what: str, url: str) -> str:
        """What an address of an entry elsewhere is called."""
        named = {"geonames": "GeoNames", "wikidata": "Wikidata"}
        return named.get(what) or self.host(url)

    @staticmethod
    def host(url: str) -> str:
        return url.split("://", 1)[1].split("/")[0].removeprefix("www.")

    @staticmethod
    def readable(url: str) -> str:
        """An address for reading: its escapes as the letters they stand for."""
        shown = unquote(url)
        return url if hides(shown) or len(url) >= 400 else shown
