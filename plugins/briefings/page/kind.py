"""A kind of page, as a record: all that the rest of the room asks of one. Each module of ``kinds`` exports its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bilingual import LANGUAGES, P_
from findings import Findings, Scope
from findings.changes import last_changed, last_corrected
from reports.edtf import EdtfDate

from ..assets.preview_image import Card
from .addresses import Address, beside
from .bibliography import Cited
from .linked_things import Node, Things
from .page import Page
from .search_documents import Document, Result, document
from .site_view import Phrase, SiteView

Context = Mapping[str, object]


def one_page(findings: Findings) -> Iterable[str]:
    """A page that each language has once is about nothing in particular."""
    return ("",)


def never(findings: Findings) -> bool:
    """A page that is not in the navigation."""
    return False


def always(findings: Findings) -> bool:
    """A page that is in the navigation of every site."""
    return True


def no_scope(findings: Findings, subject: str) -> Scope | None:
    """A page of plain words rests on no findings."""
    return None


def whole_site(findings: Findings, subject: str) -> Scope | None:
    """A page about all reports."""
    return findings


def no_summary(page: Page) -> Phrase | None:
    """A page whose name says it all."""
    return None


def own_words(page: Page) -> Cited:
    """A page that is cited as the site's own."""
    return Cited()


def no_documents(pages: Mapping[str, Planned]) -> Iterable[Document]:
    """A page that is not found by its words."""
    return ()


#: What a page is in the search that is no more than a page.
PAGE = Result("page", P_("result", "Page"), 90)


def page_document(pages: Mapping[str, Planned]) -> Iterable[Document]:
    """A page that is found by its name and its summary."""
    titles = {lang: planned.heading.text for lang, planned in pages.items()}
    texts = {lang: planned.summary.text for lang, planned in pages.items() if planned.summary}
    yield document(PAGE, pages["en"].path, titles, texts)


@dataclass(frozen=True, slots=True)
class Feed:
    """An Atom feed beside each page of a kind: what leads to it, and what it says of the totals, as messages."""

    label: str
    totals: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of page.

    ``order`` is the place of the kind among all, in the navigation too. ``subjects`` are what its pages are about:
    slugs, ids or months; the empty word for a page that each language has once. ``label`` is a message: what the
    navigation calls it, where it is ``in_navigation``, and its heading where it has no other. ``context`` is what its
    template is given of its own.

    ``scope`` is what its figures are those of; ``reports`` are the slugs of the reports that it rests on, those of the
    scope if nothing else is said. ``above`` is the kind that it stands below, the last of them the list of briefings;
    its name stands in the title too if ``titled_by_above``. ``cited`` says how it is cited, ``None`` for a page that is
    not. ``linked`` is what it tells machines. ``card`` is what the image says that stands for it where its address is
    shared. ``pdf`` and ``feed`` are files beside it. ``documents`` are what the
    search holds of a page, which it is given by language, and ``results`` what these are called. Machines are told of
    it, and crawlers led to it, if ``indexed``.
    """

    name: str
    order: int
    template: str
    path: Address
    context: Callable[[Page], Context]
    label: str = ""
    in_navigation: Callable[[Findings], bool] = never
    languages: tuple[str, ...] = tuple(LANGUAGES)
    subjects: Callable[[Findings], Iterable[str]] = one_page
    heading: Callable[[Page], Phrase] | None = None
    summary: Callable[[Page], Phrase | None] = no_summary
    scope: Callable[[Findings, str], Scope | None] = no_scope
    reports: Callable[[Findings, str], Iterable[str]] | None = None
    above: Kind | None = None
    titled_by_above: bool = False
    cited: Callable[[Page], Cited] | None = own_words
    linked: Callable[[Planned, Things], Iterable[Node]]
    card: Callable[[Planned], Card] | None = None
    pdf: bool = False
    feed: Feed | None = None
    documents: Callable[[Mapping[str, Planned]], Iterable[Document]] = no_documents
    results: tuple[Result, ...] = ()
    indexed: bool = True

    def find(self, path: str) -> tuple[str, str] | None:
        """The language and subject of the page of this kind that would stand in a file."""
        found = self.path.match(path)
        return (found[0] or self.languages[0], found[1]) if found else None

    def pdf_of(self, lang: str, subject: str) -> str | None:
        """The PDF that goes with a page: ``en/briefings/aleppo/aleppo.en.pdf``."""
        return beside(self.path(lang, subject), f"{subject}.{lang}.pdf") if self.pdf else None

    def feed_of(self, lang: str, subject: str) -> str | None:
        """The feed that goes with a page: ``en/dossiers/aleppo/feed.xml``."""
        return beside(self.path(lang, subject), "feed.xml") if self.feed else None


@dataclass(frozen=True, slots=True)
class Planned:
    """A page of a kind: what it is called, and what it rests on."""

    kind: Kind
    page: Page

    @classmethod
    def of(cls, site: SiteView, kind: Kind, lang: str, subject: str = "") -> Planned:
        """The page of a kind about a subject, in a language."""
        return cls(kind, Page(site, kind.path(lang, subject), lang, subject))

    @property
    def path(self) -> str:
        return self.page.path

    @property
    def heading(self) -> Phrase:
        """What the page is called: at its head, in its title, and where it is cited."""
        return self.kind.heading(self.page) if self.kind.heading else self.label

    @property
    def label(self) -> Phrase:
        """What the navigation calls the page."""
        return Phrase(self.page.voice.gettext(self.kind.label), self.page.lang)

    @property
    def summary(self) -> Phrase | None:
        """One or two sentences on what the page holds; ``None`` where its name says it all."""
        return self.kind.summary(self.page)

    @property
    def scope(self) -> Scope | None:
        """What the figures of the page are those of."""
        return self.kind.scope(self.page.site.findings, self.page.subject)

    @property
    def reports(self) -> tuple[str, ...]:
        """The slugs of the reports that the page rests on, in the site's order."""
        findings = self.page.site.findings
        if self.kind.reports:
            return tuple(self.kind.reports(findings, self.page.subject))
        return self.scope.slugs if self.scope else ()

    @property
    def last_corrected(self) -> EdtfDate | None:
        """When one of these reports was last corrected; ``None`` where none was."""
        return last_corrected(self.page.site.index, self.reports)

    @property
    def last_changed(self) -> EdtfDate | None:
        """When one of these reports was last published or corrected; ``None`` for plain pages."""
        return last_changed(self.page.site.index, self.reports)

    @property
    def above(self) -> Planned | None:
        """The page that this one stands below."""
        return Planned.of(self.page.site, self.kind.above, self.page.lang) if self.kind.above else None

    @property
    def with_feed(self) -> Planned | None:
        """The page itself where it has a feed, else the nearest above it that has one."""
        return self if self.kind.feed else self.above and self.above.with_feed

    def in_language(self, lang: str) -> Planned:
        """The same page in a language, at its own address there."""
        return self if lang == self.page.lang else Planned.of(self.page.site, self.kind, lang, self.page.subject)
