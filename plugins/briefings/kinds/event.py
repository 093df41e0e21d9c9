"""The page of an event: its answer, what each report tells of it, and what it is part of. Every event has one page, at
an address that stays; the other names that it has or had lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bilingual import P_
from findings import Answer, EventAnswer, Findings, PlacedClaim, Told, history
from reports.model import Correction

from ..assets.preview_image import Card
from ..exports.event import FORMAT as DATA
from ..page import addresses
from ..page.cards import event_card
from ..page.kind import Context, Kind, Planned
from ..page.linked_pages import web_page
from ..page.linked_things import Node, Things
from ..page.maps import Shown, scope_map
from ..page.page import Page
from ..page.search_documents import Document, Result, document
from ..page.site_view import Phrase
from .timeline import KIND as TIMELINE

RESULT = Result("event", P_("result", "Event"), 30)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of an event: under which ids, and its claims, in the order of its text."""

    slug: str
    ids: tuple[str, ...]
    claims: tuple[PlacedClaim, ...]


def event(page: Page) -> Context:
    """What the page of an event shows."""
    told = page.answers.of(page.subject)
    index = page.site.index
    return {
        "told": told,
        "event": told.entry.event.event,
        "map": _map(page, told),
        "histories": list(_histories(page, told)),
        "tellings": _tellings(page, told),
        "whole": index.parents.get(page.subject),
        "parts": index.parts.get(page.subject, ()),
        "documents": _documents_read(page, told),
        "corrections": list(_corrections(page, told)),
        "data": DATA.path_of(page.subject),
    }


def _map(page: Page, told: EventAnswer) -> Shown | None:
    """A map where it is known better than by its places: the dot of its one place stands at its own point."""
    event = told.entry.event.event
    if event.point is None or len(event.where) != 1:
        return None
    return scope_map(page, [told.entry], points={event.where[0]: event.point})


def _histories(page: Page, told: EventAnswer) -> Iterator[tuple[Answer, tuple[Told, ...]]]:
    for answer in told.answers:
        if counts := history(page.site.index, answer):
            yield answer, counts


def _tellings(page: Page, told: EventAnswer) -> list[Telling]:
    ids: dict[str, list[str]] = {}
    for slug, id in told.entry.event.tellings:
        ids.setdefault(slug, []).append(id)
    claims = {claim.key: claim for claim in (*told.entry.claims, *told.denials)}
    for slug in dict.fromkeys(claim.report for claim in claims.values()):
        ids.setdefault(slug, [])
    return [
        Telling(slug, tuple(named), tuple(page.figures.in_order(one for one in claims.values() if one.report == slug)))
        for slug, named in ids.items()
    ]


def _documents_read(page: Page, told: EventAnswer) -> list[tuple[str, str]]:
    """The documents in which its claims were read, as report and id."""
    claims = (*told.entry.claims, *told.denials)
    return list(dict.fromkeys((claim.report, id) for claim in claims for id in claim.claim.documents))


def _corrections(page: Page, told: EventAnswer) -> Iterator[tuple[str, Correction]]:
    """The corrections of the reports that tell it, each with its report."""
    for slug in dict.fromkeys(slug for slug, _ in told.entry.event.tellings):
        for correction in page.site.index.reports[slug].record.corrections:
            yield slug, correction


def _keys(findings: Findings) -> Iterable[str]:
    return findings.index.events


def _heading(page: Page) -> Phrase:
    return page.texts.event_title(page.subject)


def _summary(page: Page) -> Phrase:
    return Phrase(page.answers.said(page.answers.of(page.subject)), page.lang)


def _reports(findings: Findings, key: str) -> Iterable[str]:
    return dict.fromkeys(slug for slug, _ in findings.index.events[key].tellings)


def _linked(planned: Planned, things: Things) -> list[Node]:
    """The event, and that the claims about it were looked at: no verdict is given on any. A claim is described whole
    in its briefing.
    """
    page = planned.page
    claims = page.answers.of(page.subject).entry.claims
    return [
        web_page(planned, things, main=things.event(page.subject)),
        *({"@type": "ClaimReview", "url": things.address(planned.path), **things.review(claim)} for claim in claims),
    ]


def _documents(pages: Mapping[str, Planned]) -> Iterable[Document]:
    both = {lang: planned.page for lang, planned in pages.items()}
    page = both["en"]
    event = page.site.index.events[page.subject]
    told, details, titles = event.event, {}, {}
    for lang, one in both.items():
        titles[lang] = one.texts.event_title(event.key)
        answer = one.answers.of(event.key)
        words = [
            one.voice.date(told.when) if told.when else "",
            *(one.voice.word("event-type", type) for type in told.types),
            *(one.names.entry(place) for place in told.where),
            one.answers.short(answer),
        ]
        details[lang] = one.voice.pgettext("list", ", ").join(filter(None, words))
    own = {lang: phrase.text for lang, phrase in titles.items() if phrase.lang == lang}
    elsewhere = {one.texts.event_title(event.key, slug).text for slug, _ in event.tellings for one in both.values()}
    names = [*sorted(elsewhere - {*own.values()}), *filter(None, (told.code, *told.former))]
    yield document(RESULT, page.path, own, details, names)


def _card(planned: Planned) -> Card:
    page = planned.page
    return event_card(page, page.answers.of(page.subject))


def _moved(page: Page) -> Context:
    return {"home": page.site.index.moved[page.subject]}


def _names(findings: Findings) -> Iterable[str]:
    return findings.index.moved


def _moved_heading(page: Page) -> Phrase:
    return page.texts.event_title(page.site.index.moved[page.subject])


def _nothing(planned: Planned, things: Things) -> list[Node]:
    return []


EVENT = Kind(
    name="event",
    order=155,
    template="event.html",
    path=addresses.event,
    subjects=_keys,
    context=event,
    heading=_heading,
    summary=_summary,
    reports=_reports,
    above=TIMELINE,
    linked=_linked,
    card=_card,
    documents=_documents,
    results=(RESULT,),
)

MOVED = Kind(
    name="moved",
    order=156,
    template="moved.html",
    path=addresses.event,
    subjects=_names,
    context=_moved,
    heading=_moved_heading,
    above=TIMELINE,
    cited=None,
    linked=_nothing,
    indexed=False,
)

KINDS = (EVENT, MOVED)
