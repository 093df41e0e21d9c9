"""What things are called on a page: registry entries, sides, groups, events and titles, in the page's language."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from bilingual import N_, Voice
from findings import Comparison, FigureUse, Group, SourceAccount
from findings.index import Origin, side_of
from reports.edtf import EdtfDate
from reports.model import Source, Text, Words
from reports.web import hides

from .markup import tagged
from .site_view import Phrase, SiteView

#: How what one origin counted stands to what others did.
STANDINGS = {
    "alone": N_("nobody else counted"),
    "same": N_("the same as the others"),
    "lower": N_("lower than all others"),
    "higher": N_("higher than all others"),
    "within": N_("within the range of the others"),
    "around": N_("takes in the range of the others, and more"),
    "overlapping": N_("partly in the range of the others"),
}


class Names:
    """The part of a page that knows names. ``site``, ``lang`` and ``voice`` are the page's."""

    site: SiteView
    lang: str
    voice: Voice

    @property
    def site_name(self) -> str:
        return self.site.settings["SITE_NAME"][self.lang]  # type: ignore[index,no-any-return]  # the settings have no types of their own

    @property
    def other_site_name(self) -> str:
        return self.site.settings["SITE_NAME"][self.voice.other.lang]  # type: ignore[index,no-any-return]  # the settings have no types of their own

    @property
    def tagline(self) -> str:
        return self.site.settings["SITE_TAGLINE"][self.lang]  # type: ignore[index,no-any-return]  # the settings have no types of their own

    def entry_name(self, id: str) -> str:
        return self.site.registry[id].name[self.lang] or ""

    def entry_kind(self, id: str) -> str:
        """What a registry entry is, in words: its kind, or for a person the role."""
        entry, registry = self.site.registry[id], self.site.registry
        if isinstance(entry, Source):
            return (entry.role[self.lang] if entry.role else None) or self.voice.word("source-kind", entry.kind)
        return self.voice.word("place-kind" if id in registry.places else "actor-kind", entry.kind)

    def about_entry(self, id: str) -> str:
        """An entry in one sentence: its name, what it is, and what it is in, part of or speaks for."""
        name, kind, parent = self.entry_name(id), self.entry_kind(id), self.entry_parent(id)
        if parent is None:
            return self.voice.gettext("%(name)s: %(kind)s.", name=name, kind=kind)
        parent = self.entry_name(parent)
        return self.voice.gettext("%(name)s: %(kind)s (%(parent)s).", name=name, kind=kind, parent=parent)

    def kind_beside_role(self, id: str) -> str | None:
        """The kind of a source that is told by its role."""
        entry = self.site.registry[id]
        has_role = isinstance(entry, Source) and entry.role and entry.role[self.lang]
        return self.voice.word("source-kind", entry.kind) if has_role else None

    def aliases(self, id: str) -> list[tuple[str, list[str]]]:
        """The other ways to write a name, by language, the page's own first."""
        entry = self.site.registry[id]
        langs = (self.lang, self.voice.other.lang)
        return [(lang, list(entry.aliases[lang])) for lang in langs if entry.aliases.get(lang)]

    def side(self, actor: str) -> str | None:
        """The side that a party belongs to."""
        return side_of(self.site.registry, actor)

    def outside_name(self, what: str, url: str) -> str:
        """What an address of an entry elsewhere is called."""
        named = {"geonames": "GeoNames", "wikidata": "Wikidata"}
        return named.get(what) or self.host(url)

    def last_corrected(self, slug: str) -> EdtfDate:
        """The day of a report's newest correction."""
        return max((item.on for item in self.site.index.reports[slug].record.corrections), key=lambda on: on.sort_key)

    def by_name(self, ids: Iterable[str]) -> list[str]:
        """Entries in the order of their names in the page's language."""
        return sorted(ids, key=lambda id: (self.voice.sort_key(self.entry_name(id)), id))

    def names(self, ids: Iterable[str]) -> str:
        return self.voice.list([self.entry_name(id) for id in ids])

    def side_name(self, side: str | None) -> Phrase:
        """A side in words. A word of the site's own that the settings do not name is shown as it is."""
        if side is None:
            return Phrase(self.voice.gettext("No side"), self.lang)
        names = self.site.settings.get("SIDE_NAMES") or {}
        if side in names:  # type: ignore[operator]  # the settings have no types of their own
            return Phrase(names[side][self.lang], self.lang)  # type: ignore[index]  # the settings have no types of their own
        if side in self.site.registry.actors:
            return Phrase(self.entry_name(side), self.lang)
        return Phrase(side.replace("-", " "), "en")

    def group_name(self, group: Group) -> str:
        """Whose casualties: civilians, combatants of a side, combatants of no known side, or status unknown."""
        if group.who != "combatants":
            return self.voice.word("who", group.who)
        if group.side is None:
            return self.voice.gettext("Combatants, side unknown")
        return self.voice.gettext("Combatants: %(side)s", side=self.told(self.side_name(group.side)))

    def in_its_language(self, text: str) -> Phrase:
        """Words of which nobody said the language, by the script that they begin in."""
        return Phrase(text, "ar" if self.voice.direction_of(text) == "rtl" else "en")

    def told(self, phrase: Phrase) -> str:
        """A phrase as it stands in a sentence of the page: marked with its language where that is another."""
        return phrase.text if phrase.lang == self.lang else tagged(phrase.text, phrase.lang, phrase.dir)

    def standing(self, comparison: Comparison) -> str:
        return self.voice.gettext(STANDINGS[comparison.standing])

    def origin_name(self, origin: Origin) -> str:
        return self.entry_name(origin.id) if origin.id else self.voice.gettext("somebody not named")

    def phrase(self, words: Words | None) -> Phrase | None:
        """Words in the page's language, or in the other where there are none."""
        if words is None:
            return None
        for lang in (self.lang, self.voice.other.lang):
            if words[lang]:
                return Phrase(words[lang], lang)  # type: ignore[arg-type]  # looked at in the line above
        return None

    def title(self, slug: str) -> Phrase:
        text = self.text(slug)
        return Phrase(text.title, text.lang)

    def summary(self, slug: str) -> Phrase:
        text = self.text(slug)
        return Phrase(text.summary, text.lang)

    def dossier_title(self, slug: str) -> Phrase:
        text = self.site.findings.dossiers[slug].text(self.lang)
        return Phrase(text.title, text.lang)

    def dossier_summary(self, slug: str) -> Phrase:
        text = self.site.findings.dossiers[slug].text(self.lang)
        return Phrase(text.summary, text.lang)

    def text(self, slug: str) -> Text:
        return self.site.index.reports[slug].text(self.lang)

    def translated(self, slug: str) -> bool:
        return self.lang in self.site.index.reports[slug].texts

    def event_title(self, key: str, slug: str | None = None) -> Phrase:
        """An event's title: the telling report's own where ``slug`` names one, else the declaring report's."""
        event = self.site.index.events[key]
        tellings = [telling for telling in event.tellings if telling[0] == slug] or list(event.tellings)
        for lang in (self.lang, self.voice.other.lang):
            for telling in tellings:
                title = self.site.index.title(*telling, lang)
                if title:
                    return Phrase(title, lang)
        return Phrase(key, "en")

    def whose(self, use: FigureUse) -> str:
        """Whose casualties a figure counts, in words."""
        status = self.voice.word("who", use.casualties.who)
        if use.casualties.of is None:
            return status
        return self.voice.gettext("%(status)s (%(actor)s)", status=status, actor=self.entry_name(use.casualties.of))

    def as_read(self, use: FigureUse) -> str:
        """A figure as it enters the count: its low and high, and what is known of them."""
        figure = use.figure
        return self.voice.bounds(figure.low, figure.high, figure.open, figure.approximate)

    def told_plain(self, phrase: Phrase) -> str:
        """A phrase as it stands in plain text of the page's language: isolated where it is of another."""
        return phrase.text if phrase.lang == self.lang else self.voice.isolate(phrase.text)

    def origin_names(self, origins: Iterable[Origin]) -> list[str]:
        return [self.origin_name(origin) for origin in origins]

    def does(self, account: SourceAccount) -> list[str]:
        """What a source does, as short phrases."""
        voice, done = self.voice, []
        if account.says:
            done.append(voice.ngettext("makes %(num)s claim", "makes %(num)s claims", len(account.says)))
        if account.relays:
            done.append(voice.ngettext("relays %(num)s claim", "relays %(num)s claims", len(account.relays)))
        if account.publishes:
            done.append(voice.ngettext("publishes %(num)s report", "publishes %(num)s reports", len(account.publishes)))
        return done

    def other_name(self, id: str) -> str:
        return self.site.registry[id].name[self.voice.other.lang] or ""

    def entry_parent(self, id: str) -> str | None:
        """The place that contains a place, the actor that an actor is part of, or whom a source speaks for."""
        entry = self.site.registry[id]
        return getattr(entry, "within", None) or getattr(entry, "part_of", None) or getattr(entry, "speaks_for", None)

    def source_url(self, id: str) -> str | None:
        source = self.site.registry.sources.get(id)
        return source.url if source else None

    @staticmethod
    def host(url: str) -> str:
        return url.split("://", 1)[1].split("/")[0].removeprefix("www.")

    @staticmethod
    def readable(url: str) -> str:
        """An address for reading: its escapes as the letters they stand for."""
        shown = unquote(url)
        return url if hides(shown) or len(url) >= 400 else shown

    def speaks_for(self, id: str) -> str | None:
        """The actor that a source speaks for, by id; ``None`` where that has the source's own names."""
        source = self.site.registry.sources.get(id)
        actor = source.speaks_for if source else None
        registry = self.site.registry
        return actor if actor and registry[actor].name != registry[id].name else None
