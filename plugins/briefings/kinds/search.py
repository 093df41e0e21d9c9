"""The page of the search; its files are made in ``search_files``."""

from __future__ import annotations

from bilingual import N_

from ..page import addresses
from ..page.kind import Context, Kind
from ..page.linked_pages import list_page
from ..page.markup import json_data
from ..page.page import Page
from .dossier import DOSSIERS
from .entry import ACTORS, PLACES, SOURCES
from .home import KIND as HOME
from .timeline import KIND as TIMELINE

#: Below the assets, so that the page loads them as plain scripts: also from a folder, which allows nothing else.
PIECES = "search/"
INDEX, LIBRARY = f"{PIECES}index.js", f"{PIECES}minisearch.js"


def search(page: Page) -> Context:
    """What the page of the search is given, and the lists that lead to everything without it."""
    words = {
        "kinds": {name: page.voice.pgettext(*label) for name, label in page.site.results.items()},
        "none": page.voice.gettext("Nothing found. Try another spelling, or fewer words."),
        "some": page.voice.gettext("No page has all of these words. These have some of them."),
        "near": page.voice.gettext("Nothing matches exactly. These have words of a similar spelling."),
        "wait": page.voice.gettext("The search is loading."),
        "failed": page.voice.gettext("A part of the search could not be loaded. Check the connection, and try again."),
        "found": _plurals(page),
        "digits": [page.voice.number(n) for n in range(10)],
    }
    lists = (HOME, DOSSIERS, TIMELINE, PLACES, ACTORS, SOURCES)
    return {
        "words": json_data(words),
        "index": page.links.asset(INDEX),
        "pieces": page.links.asset(PIECES),
        "library": page.links.asset(LIBRARY),
        "lists": [(page.voice.gettext(kind.label), page.links.href(kind.path(page.lang))) for kind in lists],
    }


def _plurals(page: Page) -> dict[str, str]:
    """``{number} results``, by the plural forms of CLDR that browsers know by name."""
    samples = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
    return {
        form: page.voice.ngettext("%(num)s result", "%(num)s results", n).replace(page.voice.number(n), "{number}")
        for form, n in samples.items()
    }


KIND = Kind(
    name="search",
    order=140,
    template="search.html",
    path=addresses.section("search"),
    context=search,
    label=N_("Search"),
    above=HOME,
    linked=list_page,
)
