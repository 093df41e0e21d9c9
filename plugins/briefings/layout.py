"""What every page is given besides what its kind gives it: for ``layout.html``, and for pages that do without it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .assets.policy import POLICY
from .kinds import KINDS
from .page.bibliography import Citation
from .page.kind import Planned
from .page.linked_data import linked_data
from .page.markup import json_data
from .previews import LOCALES, Preview


class Link(NamedTuple):
    """A page in the navigation; ``here`` where that is the page itself."""

    label: str
    href: str
    here: bool


class FeedLink(NamedTuple):
    """The feed that goes with a page: what it is called, what leads to it, and where it is."""

    title: str
    label: str
    href: str


def shown(planned: Planned, citation: Citation | None, preview: Preview | None = None) -> Mapping[str, object]:
    """What a page's template is given, whatever its kind."""
    page, kind = planned.page, planned.kind
    parts = [planned, *([planned.above] if planned.above and kind.titled_by_above else [])]
    scope, pdf = planned.scope, kind.pdf_of(page.lang, page.subject)
    return {
        "page": page,
        "kind": kind.name,
        "heading": planned.heading,
        "summary": planned.summary,
        "titles": [page.texts.plain(part.heading) for part in parts],
        "parent": planned.above and Link(planned.above.label.text, page.links.href(planned.above.path), False),
        "navigation": navigation(planned),
        "feed": feed_link(planned),
        "scope_name": scope.name if scope else "",
        "pdf": page.links.href(pdf) if pdf and page.site.pdf else None,
        "policy": POLICY,
        "preview": preview,
        "locales": LOCALES,
        "citation": citation,
        "linked_data": json_data(linked_data(planned)),
    }


def navigation(planned: Planned) -> list[Link]:
    """The pages in the navigation; those that list something are in it where there is any of it."""
    page = planned.page
    found = []
    for kind in KINDS:
        if kind.in_navigation(page.site.findings):
            there = Planned.of(page.site, kind, page.lang)
            found.append(Link(there.label.text, page.links.href(there.path), kind is planned.kind))
    return found


def feed_link(planned: Planned) -> FeedLink | None:
    """The feed that goes with a page; ``None`` for a page that stands above all that have one."""
    page, fed = planned.page, planned.with_feed
    if fed is None or fed.kind.feed is None:
        return None
    path = fed.kind.feed_of(page.lang, fed.page.subject)
    return FeedLink(page.texts.plain(fed.heading), page.voice.gettext(fed.kind.feed.label), page.links.href(path or ""))
