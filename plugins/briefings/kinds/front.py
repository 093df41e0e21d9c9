"""The front page of the site, in both languages, and the page for what is not there."""

from __future__ import annotations

from collections.abc import Mapping

from ..page import addresses
from ..page.page import Page
from ..page.site_view import SiteView

#: How many briefings a front page shows.
LATEST = 12


def front(site: SiteView) -> Mapping[str, object]:
    """The front page of both languages: a page in each, and the latest briefings."""
    both = [Page(site, addresses.FRONT, lang, "front") for lang in addresses.LANGUAGES]
    return {"both": both, "slugs": list(site.index.reports)[:LATEST]}
