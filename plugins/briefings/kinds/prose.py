"""The plain pages: about the site, and its method."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from bilingual import N_
from pictures import explained
from reports.plain_pages import Drawn, Prose

from ..page import addresses
from ..page.kind import PAGE, Kind, Planned, always, page_document
from ..page.linked_pages import web_page
from ..page.linked_things import Node, Things
from ..page.page import Page
from ..page.site_view import Phrase
from .home import KIND as HOME


def _prose(name: str, page: Page) -> Prose:
    return page.site.prose[(name, page.lang)]


def _heading(name: str, page: Page) -> Phrase:
    return Phrase(_prose(name, page).title, page.lang)


def _summary(name: str, page: Page) -> Phrase:
    return Phrase(_prose(name, page).summary, page.lang)


def _body(name: str, page: Page) -> Mapping[str, object]:
    """What a plain page shows: its pieces, each HTML or a drawing with the words that say the same."""
    return {
        "pieces": [piece if isinstance(piece, Drawn) else Markup(piece) for piece in _prose(name, page).pieces],
        "drawings": explained.DRAWINGS,
        "facts": _facts(page) if name == "about" else [],
    }


def _facts(page: Page) -> list[tuple[str, Phrase]]:
    """What ``site.yaml`` says of the site, each with its label."""
    site = page.site.settings
    said = (
        (N_("Publisher"), site.publisher),
        (N_("Territory"), site.scope.territory),
        (N_("Period"), site.scope.period),
        (N_("Parties"), site.scope.parties),
        (N_("Which harm"), site.scope.which_harm),
        (N_("What it could not see"), site.limits),
        (N_("Funding"), site.funding),
    )
    return [(page.voice.gettext(label), phrase) for label, words in said if (phrase := page.texts.phrase(words))]


def _linked(type: str, planned: Planned, things: Things) -> list[Node]:
    return [web_page(planned, things, type)]


def _plain_page(name: str, label: str, order: int, type: str) -> Kind:
    """A page with the text of that name; ``type`` is what it is in the words of schema.org."""
    return Kind(
        name=name,
        order=order,
        template="prose.html",
        path=addresses.section(name),
        context=partial(_body, name),
        label=label,
        in_navigation=always,
        heading=partial(_heading, name),
        summary=partial(_summary, name),
        above=HOME,
        linked=partial(_linked, type),
        documents=page_document,
        results=(PAGE,),
    )


KINDS = (
    _plain_page("method", N_("Method"), 120, "WebPage"),
    _plain_page("about", N_("About"), 130, "AboutPage"),
)
