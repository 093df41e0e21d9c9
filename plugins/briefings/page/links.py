"""Where the links of a page lead: to pages, to places on them, and to words in the text of a report."""

from __future__ import annotations

from urllib.parse import urlsplit

from findings import PlacedClaim

from . import addresses
from .site_view import Phrase, SiteView


class Links:
    """The links of a page that stands at ``path`` and is in ``lang``. Addresses are relative, where nothing is said."""

    def __init__(self, site: SiteView, path: str, lang: str) -> None:
        self.site, self.path, self.lang = site, path, lang

    def href(self, there: str, fragment: str = "") -> str:
        """The address of a file of the site."""
        return addresses.relative(self.path, there + (f"#{fragment}" if fragment else ""))

    def asset(self, name: str) -> str:
        return self.href(f"{addresses.ASSETS}/{name}")

    def home(self, lang: str | None = None) -> str:
        """The address of the first page of a language."""
        return self.href(addresses.home(lang or self.lang))

    def section(self, name: str) -> str:
        """The address of a page that each language has once."""
        return self.href(addresses.section(name)(self.lang))

    def briefing(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.briefing(self.lang, slug), fragment)

    def dossier(self, slug: str, fragment: str = "") -> str:
        return self.href(addresses.dossier(self.lang, slug), fragment)

    def entry(self, id: str) -> str:
        """The address of the page of a place, actor or source."""
        return self.href(addresses.entry(self.lang, self.site.registry[id]))

    def month(self, month: str, fragment: str = "") -> str:
        return self.href(addresses.month(self.lang, month), fragment)

    def claim(self, claim: PlacedClaim) -> str:
        """The address of a claim's entry in its briefing."""
        return self.briefing(claim.report, f"claim-{claim.claim.id}")

    def event(self, key: str, slug: str | None = None) -> str:
        """The address of an event's page; in the briefing ``slug``, where that tells it, of its entry there."""
        tellings = [id for report, id in self.site.index.events[key].tellings if report == slug]
        return self.briefing(slug, f"event-{tellings[0]}") if slug and tellings else self.event_page(key)

    def event_page(self, key: str, fragment: str = "") -> str:
        """The address of the one page of an event."""
        return self.href(addresses.event(self.lang, key), fragment)

    def in_text(self, slug: str, id: str) -> str:
        """The address of the first marked words of an id, in the page's language where the report has it."""
        return self.places_in_text(slug, id)[0]

    def places_in_text(self, slug: str, id: str) -> list[str]:
        """The addresses of all its marked words; of a claim's that are redacted, that of the claim."""
        marks = self.site.marks_of(slug, id, self.lang)
        return [self.briefing(slug, mark.anchor) for mark in marks] or [self.briefing(slug, f"claim-{id}")]

    def marked_in(self, slug: str, id: str, lang: str) -> list[tuple[Phrase, str]]:
        """The marked words of an id in a language, each with its address; none in one that the report does not have."""
        marks = self.site.index.marks(slug, lang).get(id, ())
        return [(Phrase(mark.words, lang), self.briefing(slug, mark.anchor)) for mark in marks]

    @property
    def twin(self) -> str | None:
        """The address of the same page in the other language."""
        other = addresses.twin(self.path)
        return self.href(other) if other else None

    @property
    def twin_path(self) -> str:
        """The file of the same page in the other language; the page's own where it serves both."""
        return addresses.twin(self.path) or self.path

    def rooted(self, path: str) -> str:
        """The address of a file from the root of the server, where the site's address is known; else relative."""
        return f"{urlsplit(self.site.address).path}/{path}" if self.site.address else self.href(path)

    def absolute(self, path: str) -> str | None:
        """The public address of a file of the site, where the site's own address is known."""
        return f"{self.site.address}/{path}" if self.site.address else None
