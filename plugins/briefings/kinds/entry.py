"""The pages of places, parties and sources, and the lists of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from bilingual import N_, P_
from findings import Findings, Scope

from ..page import addresses, sheets
from ..page.entry_lists import entry_lists, entry_months, month_page, of_month, scope_of, ways_to_months
from ..page.event_lines import short_picture
from ..page.kind import PAGE, Context, Kind, Planned, always, page_document, whole_site
from ..page.linked_pages import lines_page, list_page, web_page
from ..page.linked_things import Node, Things
from ..page.maps import scope_map
from ..page.outside import links_out
from ..page.page import Page
from ..page.search_documents import Document, Result, document
from ..page.site_view import Phrase
from .home import KIND as HOME

#: Which entries of a registry a kind is about.
Group = Callable[[object], Mapping[str, object]]
_places, _actors, _sources = attrgetter("places"), attrgetter("actors"), attrgetter("sources")


@dataclass(frozen=True, slots=True)
class Branch:
    """An entry in a tree, with what is directly in it."""

    id: str
    events: int
    claims: int
    branches: tuple[Branch, ...]


def _ids(group: Group, findings: Findings) -> list[str]:
    """The entries of a group that the published site speaks of."""
    return [id for id in findings.entries_spoken_of if id in group(findings.index.registry)]


# The lists


def places(page: Page) -> Context:
    """What the list of places shows: a tree by what contains what."""
    return {"branches": _tree(page, _places, page.site.findings.at_place)}


def actors(page: Page) -> Context:
    """What the list of parties shows: a tree by what is part of what."""
    return {"branches": _tree(page, _actors, page.site.findings.of_party)}


def sources(page: Page) -> Context:
    """What the list of sources shows: those with most claims first."""
    findings = page.site.findings
    unheard = [id for id in _ids(_sources, findings) if id not in findings.account_of]
    return {"accounts": findings.accounts, "unheard": page.names.in_order(unheard)}


def _tree(page: Page, group: Group, scope: Callable[[str], Scope]) -> tuple[Branch, ...]:
    findings = page.site.findings
    ids = _ids(group, findings)
    inner = {part for id in ids for part in findings.parts_of.get(id, ())}

    def branch(id: str) -> Branch:
        parts = page.names.in_order(findings.parts_of.get(id, ()))
        claims = {claim.key for claim in (*scope(id).claims, *findings.counted_at.get(id, ()))}
        return Branch(id, len(scope(id).timeline), len(claims), tuple(branch(part) for part in parts))

    return tuple(branch(id) for id in page.names.in_order(id for id in ids if id not in inner))


def _linked_list(group: Group, planned: Planned, things: Things) -> list[Node]:
    page = planned.page
    return list_page(planned, things, [things.entry(id) for id in page.names.in_order(_ids(group, page.site.findings))])


def _linked_accounts(planned: Planned, things: Things) -> list[Node]:
    return list_page(planned, things, [things.entry(account.id) for account in planned.page.site.findings.accounts])


def _list_kind(
    name: str,
    order: int,
    label: str,
    context: Callable[[Page], Context],
    linked: Callable[[Planned, Things], list[Node]],
) -> Kind:
    return Kind(
        name=name,
        order=order,
        template=f"{name}.html",
        path=addresses.section(name),
        context=context,
        label=label,
        in_navigation=always,
        scope=whole_site,
        above=HOME,
        linked=linked,
        documents=page_document,
        results=(PAGE,),
    )


PLACES = _list_kind("places", 70, N_("Places"), places, partial(_linked_list, _places))
ACTORS = _list_kind("actors", 80, N_("Parties"), actors, partial(_linked_list, _actors))
SOURCES = _list_kind("sources", 90, N_("Sources"), sources, _linked_accounts)


# The pages of single entries


def place(page: Page) -> Context:
    """What the page of a place shows."""
    id, findings = page.subject, page.site.findings
    return {
        **_entry(page, page.site.registry.around(id), addresses.place_part),
        "map": scope_map(page, findings.at_place(id), findings.parts_of.get(id, ()), id),
    }


def actor(page: Page) -> Context:
    """What the page of a party shows."""
    return _entry(page, page.site.registry.above(page.subject), addresses.actor_part)


def source(page: Page) -> Context:
    """What the page of a source shows."""
    return _entry(page, page.site.registry.voices_above(page.subject), addresses.source_part)


def _entry(page: Page, upwards: list[str], part: addresses.Address) -> Context:
    """What all these pages show; ``upwards`` leads from the entry to what contains it or is above it.

    ``part`` is where older months of its lists stand.
    """
    id, findings = page.subject, page.site.findings
    scope = scope_of(findings, id)
    parts = findings.parts_of.get(id, ()) if scope else ()
    lists = entry_lists(page.site, id)
    return {
        "entry": page.site.registry[id],
        "map": None,
        "scope": scope,
        "picture": short_picture(page.site, scope) if scope else None,
        "lists": lists,
        "at": ways_to_months(page, part, lists),
        "above": upwards[:0:-1],
        "parts": [(one, scope_of(findings, one)) for one in page.names.in_order(parts)],
        "speakers": page.names.in_order(findings.speaking_for.get(id, ())),
        "account": findings.account_of.get(id),
        "links": links_out(page.site.registry[id]),
    }


def _heading(page: Page) -> Phrase:
    return Phrase(page.names.entry(page.subject), page.lang)


def _summary(page: Page) -> Phrase:
    return Phrase(page.names.about(page.subject), page.lang)


def _at_place(findings: Findings, id: str) -> Scope:
    return findings.at_place(id)


def _of_party(findings: Findings, id: str) -> Scope:
    return findings.of_party(id)


def _no_scope(findings: Findings, id: str) -> None:
    """What a source says is of many events, and amounts to nothing by itself."""


def _reports(findings: Findings, id: str) -> tuple[str, ...]:
    return findings.reports_behind(id)


def _linked(planned: Planned, things: Things) -> list[Node]:
    return [web_page(planned, things, main=things.entry(planned.page.subject, whole=True))]


def _documents(result: Result, pages: Mapping[str, Planned]) -> Iterable[Document]:
    page = pages["en"].page
    names = [name for _, aliases in page.names.aliases(page.subject) for name in aliases]
    titles = {lang: planned.heading.text for lang, planned in pages.items()}
    texts = {lang: planned.page.names.about(page.subject) for lang, planned in pages.items()}
    yield document(result, page.path, titles, texts, names)


def _entry_kind(
    name: str,
    order: int,
    group: Group,
    path: addresses.Address,
    above: Kind,
    context: Callable[[Page], Context],
    scope: Callable[[Findings, str], Scope | None],
    result: Result,
) -> Kind:
    return Kind(
        name=name,
        order=order,
        template=f"{name}.html",
        path=path,
        subjects=partial(_ids, group),
        context=context,
        heading=_heading,
        summary=_summary,
        scope=scope,
        reports=_reports,
        above=above,
        titled_by_above=True,
        linked=_linked,
        documents=partial(_documents, result),
        results=(result,),
    )


# The pages of months of those with long lists


def _month(page: Page, part: addresses.Address) -> Context:
    """What a page of a month of an entry shows: what its own page does not of that month."""
    id, _, _ = page.subject.partition("/")
    return {
        "entry": page.site.registry[id],
        "scope": _month_scope(page.site.findings, page.subject),
        **month_page(page, part, entry_lists(page.site, id)),
    }


def _month_heading(page: Page) -> Phrase:
    subject, number = sheets.parted(page.subject)
    id, _, month = subject.partition("/")
    return Phrase(page.texts.month_of(page.names.entry(id), month, number), page.lang)


def _month_scope(findings: Findings, subject: str) -> Scope | None:
    id, _, month = sheets.parted(subject)[0].partition("/")
    found = scope_of(findings, id)
    return findings.part(found, month) if found else None


def _month_linked(planned: Planned, things: Things) -> list[Node]:
    id, _, _ = planned.page.subject.partition("/")
    lists, _ = of_month(entry_lists(planned.page.site, id), planned.page.subject)
    return lines_page(planned, things, lists["events"])


def _month_reports(findings: Findings, subject: str) -> tuple[str, ...]:
    return findings.reports_behind(subject.partition("/")[0])


def _month_kind(name: str, order: int, group: Group, path: addresses.Address, above: Kind) -> Kind:
    return Kind(
        name=name,
        order=order,
        template="part.html",
        path=path,
        subjects=lambda findings: entry_months(findings, _ids(group, findings)),
        context=partial(_month, part=path),
        heading=_month_heading,
        scope=_month_scope,
        reports=_month_reports,
        above=above,
        titled_by_above=True,
        linked=_month_linked,
    )


PLACE = _entry_kind(
    "place", 170, _places, addresses.place, PLACES, place, _at_place, Result("place", P_("result", "Place"), 50)
)
ACTOR = _entry_kind(
    "actor", 180, _actors, addresses.actor, ACTORS, actor, _of_party, Result("actor", P_("result", "Party"), 60)
)
SOURCE = _entry_kind(
    "source", 190, _sources, addresses.source, SOURCES, source, _no_scope, Result("source", P_("result", "Source"), 70)
)
PLACE_MONTH = _month_kind("place-month", 175, _places, addresses.place_part, PLACES)
ACTOR_MONTH = _month_kind("actor-month", 185, _actors, addresses.actor_part, ACTORS)
SOURCE_MONTH = _month_kind("source-month", 195, _sources, addresses.source_part, SOURCES)

KINDS = (PLACES, ACTORS, SOURCES, PLACE, PLACE_MONTH, ACTOR, ACTOR_MONTH, SOURCE, SOURCE_MONTH)
