"""The front page of the site, in both languages, and the page for what is not there."""

from __future__ import annotations

from bilingual import LANGUAGES

from ..page import addresses
from ..page.kind import Context, Kind, Planned
from ..page.linked_things import Node, Things
from ..page.page import Page
from ..page.site_view import Phrase
from .home import KIND as HOME

#: How many briefings a front page shows.
LATEST = 12


def front(page: Page) -> Context:
    """The front page of both languages: a page in each with its feed, and the latest briefings."""
    both = [Page(page.site, page.path, lang) for lang in LANGUAGES]
    feeds = {lang: page.links.href(HOME.feed_of(lang, "") or "") for lang in LANGUAGES}
    return {"both": both, "feeds": feeds, "slugs": list(page.site.index.reports)[:LATEST]}


def _heading(page: Page) -> Phrase:
    return Phrase(page.texts.site_name, page.lang)


def _nothing(planned: Planned, things: Things) -> list[Node]:
    """The site itself, and no page of it."""
    return []


KINDS = (
    Kind(
        name="front",
        order=10,
        template="front.html",
        path=addresses.front,
        languages=("ar",),
        context=front,
        heading=_heading,
        cited=None,
        linked=_nothing,
    ),
    Kind(
        name="404",
        order=20,
        template="404.html",
        path=addresses.not_found,
        languages=("ar",),
        context=front,
        heading=_heading,
        cited=None,
        linked=_nothing,
        indexed=False,
    ),
)
