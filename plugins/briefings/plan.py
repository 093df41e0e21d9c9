"""Which pages the site has, and which page stands in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bilingual import LANGUAGES
from findings import Findings

from .kinds import KINDS
from .page.kind import Kind, Planned
from .page.site_view import SiteView


def plan(site: SiteView) -> Iterator[Planned]:
    """Every page of the site, those of both languages first."""
    for kind, lang, subject in _pages(site.findings):
        yield Planned.of(site, kind, lang, subject)


def page_at(site: SiteView, path: str) -> Planned | None:
    """The page that stands in a file of the site; ``None`` where none does."""
    for kind in KINDS:
        if (found := kind.find(path)) and found[1] in kind.subjects(site.findings):
            return Planned.of(site, kind, *found)
    return None


def names(findings: Findings) -> set[str]:
    """The files of all pages of a site, before anything is made of it."""
    return {kind.path(lang, subject) for kind, lang, subject in _pages(findings)}


def pdf_of(path: str) -> str | None:
    """The file of the PDF that goes with the page in a file; ``None`` for a page that has none."""
    return next((kind.pdf_of(*found) for kind in KINDS if kind.pdf and (found := kind.find(path))), None)


def results() -> Mapping[str, tuple[str, str]]:
    """What the results of the search are called, by the names that the documents have."""
    found = {result for kind in KINDS for result in kind.results}
    return {result.name: result.label for result in sorted(found, key=lambda result: result.order)}


def _pages(findings: Findings) -> Iterator[tuple[Kind, str, str]]:
    """The kind, language and subject of every page."""
    for lang in LANGUAGES:
        for kind in KINDS:
            if lang in kind.languages:
                for subject in kind.subjects(findings):
                    yield kind, lang, subject
