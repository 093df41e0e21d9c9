"""The pages of dossiers: reports brought together, with the editors' text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from bilingual import N_, P_
from findings import Findings, Scope
from findings.calendar import month_begun

from ..assets.preview_image import Card
from ..exports.plain_text import plain_text
from ..page import addresses, sheets
from ..page.bibliography import Cited
from ..page.cards import scope_card
from ..page.entry_lists import lines_apart, month_page, months_of_lists, of_month, ways_to_months
from ..page.event_lines import (
    FEW,
    MOST,
    Lines,
    event_lines,
    figure_lines,
    month_ended,
    month_published,
    report_lines,
    short_picture,
)
from ..page.kind import PAGE, Feed, Kind, Planned, page_document, whole_site
from ..page.linked_pages import days, events, lines_page, list_page, modified, places, text_page
from ..page.linked_things import Node, Things
from ..page.maps import scope_map
from ..page.markup import Reference, rows, wording
from ..page.page import Page
from ..page.search_documents import Document, Result, document
from ..page.site_view import Phrase, SiteView
from .home import KIND as HOME

RESULT = Result("dossier", P_("result", "Dossier"), 20)


def index(page: Page) -> Mapping[str, object]:
    """What the list of dossiers shows."""
    return {"dossiers": list(page.site.findings.dossiers)}


def dossier(page: Page) -> Mapping[str, object]:
    """What a dossier's page shows."""
    scope = page.site.findings.dossier(page.subject)
    text = scope.dossier.text(page.lang)
    ids = dict.fromkeys(id for mark in text.marks for id in mark.ids)
    lists = _lists(page.site, page.subject)
    return {
        "dossier": scope.dossier,
        "scope": scope,
        "text": text,
        "rows": rows(text, _references(page, page.speaking(text.lang), ids), wording(page.site.voices[text.lang])),
        "map": scope_map(page, scope),
        "lists": lists,
        "picture": short_picture(page.site, scope),
        "at": ways_to_months(page, addresses.dossier_part, lists),
        "figures": page.links.href(addresses.dossier_figures(page.lang, page.subject))
        if _many_figures(scope)
        else None,
    }


def _lists(site: SiteView, slug: str) -> Mapping[str, Lines]:
    """The lists of a dossier: its events, and of many reports and many figures of a time of their own those too."""
    return site.once(_all_lists)(slug)


def _all_lists(site: SiteView) -> Callable[[str], Mapping[str, Lines]]:
    def lists(slug: str) -> Mapping[str, Lines]:
        scope = site.findings.dossier(slug)
        return {
            "events": event_lines(site.findings, scope, numbered=True),
            "cumulative": figure_lines(scope.cumulative, FEW),
            "reports": report_lines(site.findings, scope.slugs, FEW),
        }

    return lru_cache(maxsize=None)(lists)


# The page of one's figures, where they are too many to stand between other things and few enough to be compared


def _many_figures(scope: Scope) -> bool:
    return scope.scale is not None and FEW < len(scope.cumulative) <= MOST


def _figures(page: Page) -> Mapping[str, object]:
    """What the page of a dossier's figures shows."""
    return {"slug": page.subject, "figured": page.site.findings.dossier(page.subject)}


def _with_figures(findings: Findings) -> Iterable[str]:
    return [slug for slug in findings.dossiers if _many_figures(findings.dossier(slug))]


def _figures_heading(page: Page) -> Phrase:
    return Phrase(page.texts.figures_of(page.texts.plain(page.texts.dossier_title(page.subject))), page.lang)


# The pages of months of one with long lists


def _month(page: Page) -> Mapping[str, object]:
    """What a page of a month of a dossier shows: what its own page does not of that month."""
    slug, _, _ = page.subject.partition("/")
    return {"slug": slug, "scope": None, **month_page(page, addresses.dossier_part, _lists(page.site, slug))}


def _months(findings: Findings) -> Iterator[str]:
    for slug in findings.dossiers:
        scope = findings.dossier(slug)
        lists = (
            lines_apart(map(month_begun, scope.timeline), None),
            lines_apart(map(month_ended, scope.cumulative)),
            lines_apart(month_published(findings, one) for one in scope.slugs),
        )
        yield from months_of_lists(slug, lists)


def _month_heading(page: Page) -> Phrase:
    subject, number = sheets.parted(page.subject)
    slug, _, month = subject.partition("/")
    return Phrase(page.texts.month_of(page.texts.plain(page.texts.dossier_title(slug)), month, number), page.lang)


def _month_reports(findings: Findings, subject: str) -> Iterable[str]:
    return findings.dossier(subject.partition("/")[0]).slugs


def _month_linked(planned: Planned, things: Things) -> list[Node]:
    slug, _, _ = planned.page.subject.partition("/")
    lists, _ = of_month(_lists(planned.page.site, slug), planned.page.subject)
    return lines_page(planned, things, lists["events"])


def _references(page: Page, speaking: Page, ids: Iterable[str]) -> dict[str, Reference]:
    """Where each id in the marks of the editors' text leads: into a briefing, or to the page of an entry.

    ``speaking`` has the language of the text, which says what is there.
    """
    site, found = page.site, {}
    for id in ids:
        slug, slash, inner = id.partition("/")
        if not slash:
            found[id] = Reference(page.links.entry(id), site.kind_of(id), "", speaking.names.entry(id))
        elif inner in site.index.reports[slug].record.claims:
            label = speaking.figures.claim_label(site.index.claims[id])
            found[id] = Reference(page.links.in_text(slug, inner), "quoted", "", label)
        else:
            label = speaking.texts.plain(speaking.texts.event_title(site.index.event_key(slug, inner), slug))
            found[id] = Reference(page.links.event(site.index.event_key(slug, inner)), "told", "", label)
    return found


def _any(findings: Findings) -> bool:
    return bool(findings.dossiers)


def _slugs(findings: Findings) -> Iterable[str]:
    return findings.dossiers


def _heading(page: Page) -> Phrase:
    return page.texts.dossier_title(page.subject)


def _summary(page: Page) -> Phrase:
    return page.texts.dossier_summary(page.subject)


def _scope(findings: Findings, slug: str) -> Scope:
    return findings.dossier(slug)


def _cited(page: Page) -> Cited:
    dossier = page.site.findings.dossiers[page.subject]
    original = Phrase(dossier.texts["ar"].title, "ar")
    return Cited(text=dossier.text(page.lang), original=original, files=True)


def _linked_list(planned: Planned, things: Things) -> list[Node]:
    return list_page(planned, things, [things.dossier(slug) for slug in planned.page.site.findings.dossiers])


def _linked(planned: Planned, things: Things) -> list[Node]:
    """The editors' text, and the briefings that it brings together."""
    page = planned.page
    scope = page.site.findings.dossier(page.subject)
    article = {
        **text_page(planned, things, scope.dossier.text(page.lang), scope.dossier.texts),
        "@type": ["Article", "Collection"],
        "dateModified": modified(planned),
        "author": {"@id": things.publisher},
        "publisher": {"@id": things.publisher},
        "hasPart": [things.briefing(slug) for slug in scope.slugs],
        "collectionSize": len(scope.slugs),
        "about": events(things, scope),
        "contentLocation": places(things, scope),
        "temporalCoverage": days(scope),
    }
    return [article]


def _card(planned: Planned) -> Card:
    page = planned.page
    return scope_card(page, planned.heading, page.site.findings.dossier(page.subject))


def _documents(pages: Mapping[str, Planned]) -> Iterable[Document]:
    page = pages["en"].page
    dossier = page.site.findings.dossiers[page.subject]
    texts = {lang: f"{text.summary}\n{plain_text(text)}" for lang, text in dossier.texts.items()}
    yield document(RESULT, page.path, {lang: text.title for lang, text in dossier.texts.items()}, texts)


DOSSIERS = Kind(
    name="dossiers",
    order=40,
    template="dossiers.html",
    path=addresses.section("dossiers"),
    context=index,
    label=N_("Dossiers"),
    in_navigation=_any,
    scope=whole_site,
    above=HOME,
    linked=_linked_list,
    documents=page_document,
    results=(PAGE,),
)

DOSSIER = Kind(
    name="dossier",
    order=160,
    template="dossier.html",
    path=addresses.dossier,
    subjects=_slugs,
    context=dossier,
    heading=_heading,
    summary=_summary,
    scope=_scope,
    above=DOSSIERS,
    cited=_cited,
    linked=_linked,
    card=_card,
    pdf=True,
    feed=Feed(
        label=N_("Feed of this dossier (Atom)"), totals=N_("Casualties by the claims of all its reports: %(totals)s.")
    ),
    documents=_documents,
    results=(RESULT,),
)

MONTH = Kind(
    name="dossier-month",
    order=165,
    template="dossier_part.html",
    path=addresses.dossier_part,
    subjects=_months,
    context=_month,
    heading=_month_heading,
    reports=_month_reports,
    above=DOSSIERS,
    titled_by_above=True,
    linked=_month_linked,
)

FIGURES = Kind(
    name="dossier-figures",
    order=163,
    template="dossier_figures.html",
    path=addresses.dossier_figures,
    subjects=_with_figures,
    context=_figures,
    heading=_figures_heading,
    reports=_month_reports,
    above=DOSSIERS,
    titled_by_above=True,
    linked=list_page,
)

KINDS = (DOSSIERS, DOSSIER, FIGURES, MONTH)
