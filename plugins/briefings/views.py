"""What a page's template asks: names, titles, links and labels in the page's language. No fact is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from bilingual import N_, Voice, Voices
from findings import FigureUse, Findings, Group, PlacedClaim, ReportFindings, SourceAccount
from findings.casualties import reason_left_out
from findings.index import Origin
from reports.dates import parse_date
from reports.model import Mark, PublicReport, Source, Text, Words

from . import addresses

SECTION_NAMES = {
    "home": N_("Briefings"),
    "timeline": N_("Timeline"),
    "casualties": N_("Casualties"),
    "sources": N_("Sources"),
    "method": N_("Method"),
    "about": N_("About"),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with the language that they are in."""

    text: str
    lang: str

    @property
    def dir(self) -> str:
        return "rtl" if self.lang == "ar" else "ltr"

    def __str__(self) -> str:
        return self.text


class SiteView:
    """What all pages share: findings, voices, settings, and where each mark stands."""

    def __init__(self, findings: Findings, voices: Voices, settings: Mapping[str, object]) -> None:
        self.findings, self.voices, self.settings = findings, voices, settings
        self.index, self.registry = findings.index, findings.site.registry

    @cached_property
    def marks(self) -> dict[tuple[str, str, str], list[Mark]]:
        """The marks of each id in each text, by report, language and id."""
        found: dict[tuple[str, str, str], list[Mark]] = {}
        for report in self.index.reports.values():
            for lang, text in report.texts.items():
                for mark in text.marks:
                    for id in mark.ids:
                        found.setdefault((report.slug, lang, id), []).append(mark)
        return found

    def marks_of(self, slug: str, id: str, lang: str) -> list[Mark]:
        """The marks of an id in a language, or in Arabic where the report has no translation."""
        return self.marks.get((slug, lang, id)) or self.marks.get((slug, "ar", id), [])

    @cached_property
    def claim_numbers(self) -> dict[str, int]:
        """The number of each claim in its report, in the order of the Arabic text."""
        return self._numbers({key: (claim.report, claim.claim.id) for key, claim in self.index.claims.items()})

    @cached_property
    def uses_by_claim(self) -> dict[str, list[FigureUse]]:
        found: dict[str, list[FigureUse]] = {}
        for use in self.findings.figures:
            found.setdefault(use.claim.key, []).append(use)
        return found

    def _numbers(self, keys: Mapping[str, tuple[str, str]]) -> dict[str, int]:
        placed: dict[str, list[tuple[int, str]]] = {}
        for key, (slug, id) in keys.items():
            first = min(mark.number for mark in self.marks[(slug, "ar", id)])
            placed.setdefault(slug, []).append((first, key))
        return {key: number for found in placed.values() for number, (_, key) in enumerate(sorted(found), 1)}

    @cached_property
    def event_numbers(self) -> dict[tuple[str, str], int]:
        """The number of each event in a report's timeline, by report and event key."""
        return {
            (slug, entry.event.key): number
            for slug in self.index.reports
            for number, entry in enumerate(self.findings.report(slug).timeline, 1)
        }


class Page:
    """One page in one language, as its template sees it."""

    def __init__(self, site: SiteView, path: str, lang: str, name: str, report: PublicReport | None = None) -> None:
        self.site, self.path, self.lang, self.name, self.report = site, path, lang, name, report
        self.voice: Voice = site.voices[lang]
        self.dir = self.voice.dir

    # Links

    def href(self, there: str) -> str:
        return addresses.relative(self.path, there)

    def asset(self, name: str) -> str:
        return self.href(f"{addresses.ASSETS}/{name}")

    def section(self, name: str, lang: str | None = None) -> str:
        return self.href(addresses.section(lang or self.lang, name))

    def briefing(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.briefing(self.lang, slug) + (f"#{fragment}" if fragment else ""))

    def in_text(self, slug: str, id: str) -> str:
        """The address of the first marked words of an id, in the page's language where the report has it."""
        return self.briefing(slug, self.site.marks_of(slug, id, self.lang)[0].anchor)

    def words_of(self, slug: str, id: str) -> list[Phrase]:
        """The marked words of an id, each time they stand in the text."""
        return [Phrase(mark.words, mark.lang) for mark in self.site.marks_of(slug, id, self.lang)]

    def places_in_text(self, slug: str, id: str) -> list[str]:
        return [self.briefing(slug, mark.anchor) for mark in self.site.marks_of(slug, id, self.lang)]

    @property
    def twin(self) -> str | None:
        """The same page in the other language."""
        other = addresses.twin(self.path)
        return self.href(other) if other else None

    @property
    def sections(self) -> list[tuple[str, str, str]]:
        """The navigation: name, label and address of each section."""
        return [(name, self.voice.gettext(label), self.section(name)) for name, label in SECTION_NAMES.items()]

    @property
    def twin_path(self) -> str:
        """The file of the same page in the other language; the page's own where it serves both."""
        return addresses.twin(self.path) or self.path

    def rooted(self, path: str) -> str:
        """The address of a file from the root of the server, where the site's address is known; else relative."""
        base = self.absolute("")
        return urlsplit(base).path + path if base else self.href(path)

    def absolute(self, path: str) -> str | None:
        """The public address of a file of the site, where the site's own address is known."""
        base = str(self.site.settings.get("SITEURL") or "").rstrip("/")
        return f"{base}/{path}" if base else None

    # Names and words

    @property
    def site_name(self) -> str:
        return self.site.settings["SITE_NAME"][self.lang]  # type: ignore[index]

    @property
    def other_site_name(self) -> str:
        return self.site.settings["SITE_NAME"][self.voice.other.lang]  # type: ignore[index]

    @property
    def tagline(self) -> str:
        return self.site.settings["SITE_TAGLINE"][self.lang]  # type: ignore[index]

    def entry_name(self, id: str) -> str:
        return self.site.registry[id].name[self.lang] or ""

    def entry_kind(self, id: str) -> str:
        """What a registry entry is, in words: its kind, or for a person the role."""
        entry, registry = self.site.registry[id], self.site.registry
        if isinstance(entry, Source):
            return (entry.role[self.lang] if entry.role else None) or self.voice.word("source-kind", entry.kind)
        return self.voice.word("place-kind" if id in registry.places else "actor-kind", entry.kind)

    def names(self, ids: Iterable[str]) -> str:
        return self.voice.list([self.entry_name(id) for id in ids])

    def side_name(self, side: str | None) -> Phrase:
        """A side in words. A word of the site's own that the settings do not name is shown as it is."""
        if side is None:
            return Phrase(self.voice.gettext("No side"), self.lang)
        names = self.site.settings.get("SIDE_NAMES") or {}
        if side in names:  # type: ignore[operator]
            return Phrase(names[side][self.lang], self.lang)  # type: ignore[index]
        if side in self.site.registry.actors:
            return Phrase(self.entry_name(side), self.lang)
        return Phrase(side.replace("-", " "), "en")

    def group_name(self, group: Group) -> str:
        """Whose casualties: civilians, combatants of a side, combatants of no known side, or status unknown."""
        if group.who != "combatants":
            return self.voice.word("who", group.who)
        if group.side is None:
            return self.voice.gettext("Combatants, side unknown")
        return self.voice.gettext("Combatants: %(side)s", side=str(self.side_name(group.side)))

    def origin_name(self, origin: Origin) -> str:
        return self.entry_name(origin.id) if origin.id else self.voice.gettext("Somebody not named")

    def phrase(self, words: Words | None) -> Phrase | None:
        """Words in the page's language, or in the other where there are none."""
        if words is None:
            return None
        for lang in (self.lang, self.voice.other.lang):
            if words[lang]:
                return Phrase(words[lang], lang)  # type: ignore[arg-type]
        return None

    def title(self, slug: str) -> Phrase:
        text = self.text(slug)
        return Phrase(text.title, text.lang)

    def summary(self, slug: str) -> Phrase:
        text = self.text(slug)
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

    # Claims and figures

    def claim_number(self, claim: PlacedClaim) -> str:
        return self.voice.number(self.site.claim_numbers[claim.key])

    def event_number(self, slug: str, key: str) -> str:
        return self.voice.number(self.site.event_numbers[(slug, key)])

    def event_here(self, key: str, slug: str | None = None) -> str:
        """The address of an event's entry in a briefing that tells it: ``slug``'s own, else the declaring report's."""
        event = self.site.index.events[key]
        tellings = [telling for telling in event.tellings if telling[0] == slug] or list(event.tellings)
        return self.briefing(tellings[0][0], f"event-{tellings[0][1]}")

    def claim_here(self, claim: PlacedClaim) -> str:
        return self.briefing(claim.report, f"claim-{claim.claim.id}")

    def where_of(self, use: FigureUse) -> tuple[str, ...]:
        """The places that a figure is about: its own, else those of its claim's events."""
        if use.casualties.where:
            return use.casualties.where
        events = self.site.index.events
        return tuple(dict.fromkeys(place for key in use.claim.about for place in events[key].event.where))

    def uses(self, claim: PlacedClaim) -> list[FigureUse]:
        """The figures of a claim."""
        return self.site.uses_by_claim.get(claim.key, [])

    def whose(self, use: FigureUse) -> str:
        """Whose casualties a figure counts, in words."""
        status = self.voice.word("who", use.casualties.who)
        if use.casualties.of is None:
            return status
        return self.voice.gettext("%(status)s of %(actor)s", status=status, actor=self.entry_name(use.casualties.of))

    def as_read(self, use: FigureUse) -> str:
        """A figure as it enters the count: its low and high, and what is known of them."""
        figure = use.figure
        return self.voice.compact(figure.low, figure.high, figure.open, figure.approximate)

    def blamed(self, claim: PlacedClaim) -> list[str]:
        return list(dict.fromkeys(actor for entry in claim.claim.casualties for actor in entry.blames))

    def discounted(self, use: FigureUse) -> bool:
        return reason_left_out(self.site.index, use) == "discounted"

    def in_time(self, figures: Iterable[FigureUse]) -> list[FigureUse]:
        """Figures in order of the time that they speak of."""
        events = self.site.index.events

        def key(use: FigureUse) -> tuple:
            when = use.casualties.period or events[use.event or ""].event.when
            return (*when.sort_key, use.key)  # type: ignore[union-attr]

        return sorted(figures, key=key)

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

    # Briefings

    def span(self, findings: ReportFindings) -> str:
        """The days that a report's bounded events cover, in words."""
        bounded = [entry.event.event.when for entry in findings.timeline]
        first = min((when.earliest for when in bounded if when and when.earliest), default=None)
        last = max((when.latest for when in bounded if when and when.latest), default=None)
        if first is None or last is None:
            return self.voice.date(findings.report.record.published)
        return self.voice.date(parse_date(first.isoformat() if first == last else f"{first}/{last}"))

    def where_list(self, findings: ReportFindings) -> list[str]:
        """The smallest places of the registry that hold everything the report tells of, at most three."""
        registry = self.site.registry
        chains = [registry.around(place) for entry in findings.timeline for place in entry.event.event.where]
        if not chains:
            return []
        common = [place for place in chains[0] if all(place in chain for chain in chains)]
        return common[:1]

    # The registry

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
        return unquote(url) if len(url) < 400 else url

    def speaks_for(self, id: str) -> str | None:
        """The actor that a source speaks for, by id."""
        source = self.site.registry.sources.get(id)
        return source.speaks_for if source else None


__all__ = ["Page", "Phrase", "SiteView"]
