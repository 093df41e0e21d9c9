"""The plain pages: about the site, and its method."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from bilingual import N_
from reports.prose import Prose

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
    """What a plain page shows."""
    return {"body": Markup(_prose(name, page).html)}


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
