"""What a page tells machines: one graph of JSON-LD in the words of schema.org, made of the same findings as the page.

``@id`` is the same for a thing on all pages of both languages; ``url`` leads to its page in the page's language.
Addresses are absolute where the site's own is known, else relative to the page.
"""

from __future__ import annotations

from bilingual import LANGUAGES
from reports.model import Words

from . import addresses
from .kind import Planned
from .linked_things import Node, Things, clean, language


def linked_data(planned: Planned) -> Node | None:
    """The graph of a page; ``None`` for a page of which machines are told nothing."""
    if not planned.kind.indexed:
        return None
    things = Things(planned.page)
    graph = [_website(things), *planned.kind.linked(planned, things)]
    if trail := _trail(planned, things):
        graph.append(trail)
    return {"@context": "https://schema.org", "@graph": [clean(node) for node in [*graph, *things.nodes()]]}


def _website(things: Things) -> Node:
    def names(words: Words) -> list[Node]:
        return [language(lang, words[lang] or "") for lang in LANGUAGES]

    settings = things.site.settings
    publisher = names(settings.publisher or settings.name)
    return {
        "@type": "WebSite",
        "@id": things.website,
        "url": things.address(addresses.FRONT),
        "name": names(settings.name),
        "inLanguage": list(LANGUAGES),
        "publisher": {"@type": "Organization", "@id": things.publisher, "name": publisher},
    }


def _trail(planned: Planned, things: Things) -> Node | None:
    """The way to the page from the list of briefings."""
    steps: list[tuple[object, str]] = [(things.words(planned.heading), planned.path)]
    here = planned
    while above := here.above:
        steps.insert(0, (things.words(above.label), above.path))
        here = above
    if len(steps) == 1:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": {"@id": things.address(path)}}
            for number, (name, path) in enumerate(steps, 1)
        ],
    }
