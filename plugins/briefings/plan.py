"""Which pages the site has: each with its template, and with what that is given when its turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from findings import Findings

from .kinds import briefing, casualties, corrections, data, dossier, entry, front, home, month, prose, search, timeline
from .page import addresses
from .page.markup import json_data
from .page.page import Page
from .page.site_view import SiteView

Context = Mapping[str, object]


def _search(page: Page) -> Context:
    shown = search.search(page)
    return {**shown, "words": json_data(shown["words"])}


#: The template of each section's page, and what it shows.
SECTIONS: dict[str, tuple[str, Callable[[Page], Context]]] = {
    "home": ("index", home.home),
    "dossiers": ("dossiers", dossier.index),
    "timeline": ("timeline", timeline.timeline),
    "casualties": ("casualties", casualties.casualties),
    "places": ("places", entry.places),
    "actors": ("actors", entry.actors),
    "sources": ("sources", entry.sources),
    "corrections": ("corrections", corrections.page),
    "data": ("data", data.data),
    "about": ("prose", prose.prose),
    "method": ("prose", prose.prose),
    "search": ("search", _search),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is to be written. ``context`` makes what the template is given, besides ``page``."""

    page: Page
    template: str
    context: Callable[[], Context]


def plan(site: SiteView) -> Iterator[Planned]:
    """Every page of the site, those of both languages first."""
    yield Planned(Page(site, addresses.FRONT, "ar", "front"), "front.html", lambda: front.front(site))
    yield Planned(Page(site, addresses.NOT_FOUND, "ar", "404"), "404.html", lambda: front.front(site))
    for lang in addresses.LANGUAGES:
        for name, (template, context) in SECTIONS.items():
            yield _planned(site, addresses.section(lang, name), lang, name, "", f"{template}.html", context)
        for slug in site.index.reports:
            path = addresses.briefing(lang, slug)
            yield _planned(site, path, lang, "briefing", slug, "briefing.html", briefing.briefing)
        for slug in site.findings.dossiers:
            path = addresses.dossier(lang, slug)
            yield _planned(site, path, lang, "dossier", slug, "dossier.html", dossier.dossier)
        for id in site.findings.entries_spoken_of:
            section = site.section_of(id)
            path = addresses.entry(lang, section, id)
            yield _planned(site, path, lang, site.kind_of(id), id, "entry.html", entry.entry)
        for named in site.findings.months:
            path = addresses.month(lang, named)
            yield _planned(site, path, lang, "month", named, "month.html", month.month)


def names(findings: Findings) -> set[str]:
    """The files of all pages of a site, before anything is made of it."""
    found = {addresses.FRONT, addresses.NOT_FOUND}
    registry = findings.index.registry
    for lang in addresses.LANGUAGES:
        found |= {addresses.section(lang, name) for name in SECTIONS}
        found |= {addresses.briefing(lang, slug) for slug in findings.index.reports}
        found |= {addresses.dossier(lang, slug) for slug in findings.dossiers}
        found |= {addresses.month(lang, month) for month in findings.months}
        for section in addresses.REGISTRY:
            ids = (id for id in findings.entries_spoken_of if id in getattr(registry, section))
            found |= {addresses.entry(lang, section, id) for id in ids}
    return found


def _planned(
    site: SiteView, path: str, lang: str, name: str, subject: str, template: str, context: Callable[[Page], Context]
) -> Planned:
    page = Page(site, path, lang, name, subject)
    return Planned(page, template, lambda: context(page))
