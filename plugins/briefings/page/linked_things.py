"""The things that pages tell of, as nodes of a graph: places, parties, sources, events, claims and briefings.

Each thing that a page refers to is described once in its graph, however often it is referred to.
"""

from __future__ import annotations

from collections.abc import Iterable

from bilingual import LANGUAGES
from findings import PlacedClaim, SourceAccount
from findings.attributions import attribution
from reports.edtf import EdtfDate, Moment
from reports.model import BAR, Actor, Event, Place

from . import addresses
from .outside import links_out
from .page import Page
from .site_view import Phrase

Node = dict[str, object]

#: Sources that are people, and those that bring news; all others are organisations.
PEOPLE = ("person", "witness", "expert")
NEWS = ("news-agency", "newspaper", "broadcaster", "news-site", "state-media")

#: Parties that schema.org has a closer word for. Civilians are no organisation.
PARTIES = {"government": "GovernmentOrganization", "ngo": "NGO", "civilians": "Thing"}


def clean(value: object) -> object:
    """A node without what is not known: no empty lists, no ``None``."""
    if isinstance(value, dict):
        cleaned = ((name, clean(inner)) for name, inner in value.items())
        return {name: inner for name, inner in cleaned if inner not in (None, [], "", {})}
    if isinstance(value, list):
        return [inner for inner in map(clean, value) if inner not in (None, [], "", {})]
    return value


def language(lang: str, text: str) -> Node:
    """Words of another language than the graph's own."""
    return {"@value": text, "@language": lang}


def iso(when: EdtfDate) -> str | None:
    """A single certain date as ISO 8601 has it, as exact as it was written; ``None`` for every other."""
    return None if when.interval else _iso(when.start)


def _iso(moment: Moment | None) -> str | None:
    if moment is None or moment.approximate or moment.uncertain or moment.season or "X" in moment.year:
        return None
    parts = [moment.year, *(f"{part:02}" for part in (moment.month, moment.day) if part is not None)]
    return "-".join(parts)


class Things:
    """The things that one page refers to. What refers to one is its ``@id``; ``nodes`` describes all of them."""

    def __init__(self, page: Page) -> None:
        self.page, self.site, self.index = page, page.site, page.site.index
        self._nodes: dict[str, Node] = {}
        self.website = self.address(f"{addresses.FRONT}#website")
        self.publisher = self.address(f"{addresses.FRONT}#publisher")

    def nodes(self) -> list[Node]:
        """Every thing that was referred to, described."""
        return list(self._nodes.values())

    def address(self, path: str) -> str:
        """A file of the site, fragment and all: absolute, or relative to the page."""
        return self.page.links.absolute(path) or self.page.links.href(path)

    def words(self, phrase: Phrase | None) -> object:
        """A phrase; with its language where that is not the page's."""
        if phrase is None or phrase.lang == self.page.lang:
            return phrase.text if phrase else None
        return language(phrase.lang, phrase.text)

    def _told(self, id: str, node: Node) -> Node:
        """A reference to a thing, which is described once."""
        self._nodes.setdefault(id, node)
        return {"@id": id}

    # The registry

    def entry(self, id: str, whole: bool = False) -> Node:
        """A place, party or source. ``whole`` describes it in full, for its own page."""
        entry = self.site.registry[id]
        identity = self.address(addresses.entry("ar", entry) + "#it")
        if identity in self._nodes and not whole:
            return {"@id": identity}
        node: Node = {
            "@type": self._kind(id),
            "@id": identity,
            "url": self.address(addresses.entry(self.page.lang, entry)),
            "name": self.page.names.entry(id),
        }
        self._nodes[identity] = node
        if isinstance(entry, Place):
            node["geo"] = _coordinates(entry.point)
            node["containedInPlace"] = self.entry(entry.within) if entry.within else None
        elif isinstance(entry, Actor):
            is_party = node["@type"] != "Thing"
            node["parentOrganization"] = self.entry(entry.part_of) if entry.part_of and is_party else None
        elif entry.part_of:
            node["affiliation" if node["@type"] == "Person" else "parentOrganization"] = self.entry(entry.part_of)
        if whole:
            node |= self._more(id)
        return {"@id": identity}

    def _kind(self, id: str) -> str:
        entry = self.site.registry[id]
        if isinstance(entry, Place):
            return "Place"
        if isinstance(entry, Actor):
            return PARTIES.get(entry.kind, "Organization")
        return "Person" if entry.kind in PEOPLE else "NewsMediaOrganization" if entry.kind in NEWS else "Organization"

    def _more(self, id: str) -> Node:
        """What an entry's own page says of it besides."""
        entry, page = self.site.registry[id], self.page
        other = page.voice.other.lang
        aliases = [language(lang, alias) for lang in LANGUAGES for alias in entry.aliases.get(lang, ())]
        parts = [self.entry(part) for part in self.site.findings.parts_of.get(id, ())]
        pcode = entry.ids.get("pcode") if isinstance(entry, Place) else None
        return {
            "description": page.names.kind(id),
            "alternateName": [language(other, page.names.other(id)), *aliases],
            "sameAs": [url for _, url in links_out(entry)],
            "identifier": {"@type": "PropertyValue", "propertyID": "pcode", "value": pcode} if pcode else None,
            "containsPlace": parts if isinstance(entry, Place) else None,
            "subOrganization": parts if isinstance(entry, Actor) else None,
        }

    # Briefings, dossiers and what they rest on

    def briefing(self, slug: str) -> Node:
        """A briefing, by its page in the page's language."""
        return self._article(addresses.briefing(self.page.lang, slug), self.page.texts.title(slug))

    def dossier(self, slug: str) -> Node:
        return self._article(addresses.dossier(self.page.lang, slug), self.page.texts.dossier_title(slug))

    def _article(self, path: str, title: Phrase) -> Node:
        id = self.address(path)
        if path == self.page.path:
            return {"@id": id}
        return self._told(id, {"@type": "Article", "@id": id, "url": id, "headline": self.words(title)})

    def original(self, slug: str) -> Node | None:
        """What a publisher published, where its address is known."""
        record = self.index.reports[slug].record
        if not record.url:
            return None
        return self._told(
            record.url,
            {
                "@type": "CreativeWork",
                "@id": record.url,
                "url": record.url,
                "publisher": self.entry(record.publisher),
                "archivedAt": {"@id": record.archive} if record.archive else None,
            },
        )

    def archive(self, slug: str) -> Node | None:
        """The archived copy of it."""
        archive = self.index.reports[slug].record.archive
        return self._told(archive, {"@type": "WebPage", "@id": archive, "url": archive}) if archive else None

    def cited(self, account: SourceAccount) -> Node:
        """What a source says in a report, or, where it says nothing itself, what it passes on."""
        return {
            "@type": "CreativeWork",
            "name": self.page.names.entry(account.id),
            "author" if account.says else "publisher": self.entry(account.id),
        }

    def document(self, slug: str, id: str) -> Node:
        """A document that a report read: known by its address, its archived copy's, or its place in the briefing."""
        document = self.index.reports[slug].record.documents[id]
        identity = document.url or document.archive
        identity = identity or self.address(addresses.briefing("ar", slug) + f"#document-{id}")
        return self._told(
            identity,
            {
                "@type": "CreativeWork",
                "@id": identity,
                "url": document.url,
                "name": language(document.lang, document.title) if document.title else None,
                "inLanguage": document.lang,
                "publisher": self.entry(document.publisher),
                "datePublished": iso(document.published) if document.published else None,
                "archivedAt": {"@id": document.archive} if document.archive else None,
            },
        )

    # Events and claims

    def event(self, key: str) -> Node:
        """An event: one thing, however many reports tell it, in the words of the report that declares it."""
        told = self.index.events[key]
        identity = self._event(key)
        if identity in self._nodes:
            return {"@id": identity}
        node = self._nodes[identity] = {}  # before the events around it and in it, which refer back to it
        event, voice, whole = told.event, self.page.voice, self.index.parents.get(key)
        kind, date = voice.list([voice.word("event-type", type) for type in event.types]), voice.date(event.when)  # type: ignore[arg-type]  # a checked record has it
        exact = all(_iso(moment) for moment in (event.when.start, event.when.end) if moment)  # type: ignore[union-attr]  # a checked record has it
        node |= {
            "@type": "Event",
            "@id": identity,
            "url": self.address(addresses.event(self.page.lang, key)),
            "identifier": [
                {"@type": "PropertyValue", "propertyID": name, "value": value}
                for name, values in (("code", [event.code]), ("former", event.former))
                for value in values
                if value
            ],
            "name": self.words(self.page.texts.event_title(key)),
            "description": voice.pgettext("event", "%(type)s, %(date)s", type=kind, date=date),
            "startDate": _iso(event.when.start) if exact else None,  # type: ignore[union-attr]  # a checked record has it
            "endDate": _iso(event.when.end) if exact else None,  # type: ignore[union-attr]  # a checked record has it
            "location": [*(self.entry(place) for place in event.where), _spot(event)],
            "superEvent": self.event(whole) if whole else None,
            "subEvent": [self.event(part) for part in self.index.parts.get(key, ())],
            "subjectOf": [self.briefing(slug) for slug, _ in told.tellings],
        }
        return {"@id": identity}

    def _event(self, key: str) -> str:
        return self.address(addresses.event("ar", key) + "#it")

    def listed_event(self, key: str) -> Node:
        """An event in a list: what it is called, when it was, and its page, which tells the rest."""
        when = self.index.events[key].event.when
        return {
            "@type": "Event",
            "@id": self._event(key),
            "url": self.address(addresses.event(self.page.lang, key)),
            "name": self.words(self.page.texts.event_title(key)),
            "startDate": iso(when) if when else None,
        }

    def claims(self, claims: Iterable[PlacedClaim]) -> list[Node]:
        """Each claim: its words, who says it, where it stands here, and where it stood first."""
        return [self._claim(claim) for claim in claims]

    def review(self, placed: PlacedClaim) -> Node:
        """What a review of a claim says of it: its words, and whose they are."""
        marks = self.site.marks_of(placed.report, placed.claim.id, self.page.lang)
        lang = marks[0].lang if marks else self.page.lang
        return {
            "claimReviewed": self.words(Phrase(self.index.words(placed.report, placed.claim.id, lang) or BAR, lang)),
            "author": {"@id": self.publisher},
            "itemReviewed": {
                "@type": "Claim",
                "@id": self.address(addresses.briefing("ar", placed.report) + f"#claim-{placed.claim.id}"),
                "author": [self.entry(speaker) for speaker in placed.speakers],
            },
        }

    def _claim(self, placed: PlacedClaim) -> Node:
        slug, id, page, claim = placed.report, placed.claim.id, self.page, placed.claim
        article = addresses.briefing(page.lang, slug)
        marks = self.site.marks_of(slug, id, page.lang)
        lang = marks[0].lang if marks else page.lang
        chain = attribution(self.index, placed)
        return {
            "@type": "Claim",
            "@id": self.address(addresses.briefing("ar", slug) + f"#claim-{id}"),
            "url": self.address(article + f"#claim-{id}"),
            "text": self.words(Phrase(self.index.words(slug, id, lang) or BAR, lang)),
            "inLanguage": lang,
            "author": [self.entry(speaker) for speaker in chain.originators],
            "dateCreated": iso(claim.as_of) if claim.as_of else None,
            "publisher": self.entry(chain.publisher),
            "publication": [
                {"@type": "PublicationEvent", "publishedBy": [self.entry(relay) for relay in step]}
                for step in chain.relays
            ],
            "appearance": [
                {
                    "@type": "WebPageElement",
                    "@id": self.address(f"{article}#{mark.anchor}"),
                    "isPartOf": {"@id": self.address(article)},
                }
                for mark in marks
            ],
            "firstAppearance": [self.document(slug, document) for document in claim.documents] or self.original(slug),
            "isBasedOn": [{"@type": "Quotation", "text": language(*words)} for words in claim.words.items()],
            "about": [{"@id": self._event(key)} for key in placed.about],
        }


def _spot(event: Event) -> Node | None:
    """Where exactly an event was, and how exactly that is known."""
    if event.point is None:
        return None
    known = {"@type": "PropertyValue", "propertyID": "accuracy", "value": event.accuracy}
    return {"@type": "Place", "geo": _coordinates(event.point), "additionalProperty": known}


def _coordinates(point: tuple[float, float] | None) -> Node | None:
    return {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]} if point else None
