"""The page of an event that other sites may show in a frame: its number, whose word that is, and the way to its page.

It loads a style sheet and nothing else, runs nothing, and its links open beside the page that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable

from findings import Findings

from ..assets.policy import FRAMED
from ..page import addresses
from ..page.kind import Context, Kind, Planned
from ..page.linked_things import Node, Things
from ..page.page import Page
from ..page.site_view import Phrase
from .timeline import KIND as TIMELINE


def embed(page: Page) -> Context:
    """What such a page shows, and all that it may do."""
    return {"told": page.answers.of(page.subject), "policy": FRAMED}


def _keys(findings: Findings) -> Iterable[str]:
    return findings.index.events


def _heading(page: Page) -> Phrase:
    return page.texts.event_title(page.subject)


def _nothing(planned: Planned, things: Things) -> Iterable[Node]:
    return ()


KIND = Kind(
    name="embed",
    order=157,
    template="embed.html",
    path=addresses.embed,
    subjects=_keys,
    context=embed,
    heading=_heading,
    above=TIMELINE,
    cited=None,
    linked=_nothing,
    indexed=False,
)
