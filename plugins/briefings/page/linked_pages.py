"""What a page tells machines of itself, for the kinds of page to put together: nodes in the words of schema.org."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from findings import Scope
from reports.model import Text

from .event_lines import MOST, NEWEST, EventLine, Lines, newest_first
from .kind import Planned
from .linked_things import Node, Things, iso


def web_page(planned: Planned, things: Things, type: str = "WebPage", main: object = None) -> Node:
    """A page, and what it is about."""
    here = things.address(planned.path)
    return {
        "@type": type,
        "@id": here,
        "url": here,
        "name": things.words(planned.heading),
        "description": things.words(planned.summary),
        "inLanguage": planned.page.lang,
        "isPartOf": {"@id": things.website},
        "dateModified": modified(planned),
        "mainEntity": main,
    }


def list_page(planned: Planned, things: Things, items: Sequence[Node] = (), of: int | None = None) -> list[Node]:
    """A page that lists things, in its order; ``of`` is how many there are, where these are the first of them."""
    main = {
        "@type": "ItemList",
        "numberOfItems": len(items) if of is None else of,
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": item} for number, item in enumerate(items, 1)
        ],
    }
    return [web_page(planned, things, "CollectionPage", main if items else None)]


def events_page(planned: Planned, things: Things, keys: Collection[str] | None = None) -> list[Node]:
    """A page that lists the events of its scope, or some of them: of many, the newest."""
    entries = newest_first(planned.scope.timeline if planned.scope else ())
    listed = [entry.event.key for entry in entries if keys is None or entry.event.key in keys]
    shown = listed if len(listed) <= MOST else listed[:NEWEST]
    return list_page(planned, things, [things.listed_event(key) for key in shown], len(listed))


def lines_page(planned: Planned, things: Things, lines: Lines[EventLine]) -> list[Node]:
    """A page of a list that goes on on others: the events of its lines."""
    return list_page(planned, things, [things.listed_event(line.key) for line in lines.all])


def text_page(planned: Planned, things: Things, text: Text, texts: Iterable[str]) -> Node:
    """What every article has: its words, its language, and which page is whose translation.

    The Arabic is the original, where there is a translation; else both pages have the one Arabic text.
    """
    page = planned.page
    here, twin = things.address(page.path), things.address(page.links.twin_path)
    relation = {"ar": "workTranslation", "en": "translationOfWork"}[page.lang]
    return {
        "@id": here,
        "url": here,
        "inLanguage": text.lang,
        "sameAs": {"@id": twin} if text.lang != page.lang else None,
        "headline": things.words(planned.heading),
        "description": things.words(planned.summary),
        "isPartOf": {"@id": things.website},
        relation: {"@type": "Article", "@id": twin, "inLanguage": page.voice.other.lang} if "en" in texts else None,
        "translator": {"name": text.translator} if text.translator else None,
    }


def events(things: Things, scope: Scope) -> list[Node]:
    """The events of a scope: of many, the newest."""
    return [things.listed_event(entry.event.key) for entry in newest_first(scope.timeline)[:MOST]]


def places(things: Things, scope: Scope) -> list[Node]:
    """The places of the events in a scope, each once."""
    return [things.entry(id) for id in dict.fromkeys(id for entry in scope.timeline for id in entry.event.event.where)]


def days(scope: Scope) -> str | None:
    """The days that the events of a scope cover."""
    return "/".join(day.isoformat() for day in scope.days) if scope.days else None


def modified(planned: Planned) -> str | None:
    """The day on which a report behind the page was last corrected."""
    corrected = planned.last_corrected
    return iso(corrected) if corrected else None
