"""What the search can find, held against the tables that the site hands out."""

from __future__ import annotations

from collections import Counter

from tests.helpers.search import documents_of
from tests.site.built_site import BuiltSite


def test_every_event_and_claim_is_found_once(site: BuiltSite) -> None:
    """Also an event that several briefings tell: at its page, under each of the names that they give it."""
    documents = documents_of(site.root)
    kinds = Counter(document["kind"] for document in documents)
    events = site.table("events")
    assert kinds["event"] == len(events) > 10
    assert kinds["claim"] == len(site.table("claims"))
    assert max(Counter(document["at"] for document in documents).values()) == 1
    several = [row for row in events if ";" in row["reports"]]
    assert several
    for row in several:
        (found,) = [one for one in documents if one["at"] == f"events/{row['event']}/index.html"]
        assert row["title_en"] in (found.get("title_en"), *found.get("names", "").split(" · "))
