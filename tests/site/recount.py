"""The totals, counted again from the tables that the site hands out and from the content: section *How casualties are
counted* of the report format, by ``inspection.counting``, which shares nothing with ``plugins/findings``.

The inspection itself has only the site. Here the registry says on which side a party is, the records who published a
report and what a claim denies, and the dossiers' own files which reports they bring together.
"""

from __future__ import annotations

from functools import cache, cached_property

from inspection import counting
from inspection.counting import CLASSES, OUTCOMES, Kept, Total
from tests.site.built_site import BuiltSite
from tests.site.scopes import Scopes

__all__ = ["CLASSES", "OUTCOMES", "Recount", "Total"]


class Content:
    """What the counting needs to know of a site: its tables, and the content that it was built from."""

    def __init__(self, site: BuiltSite) -> None:
        self.site = site
        self.claims = {(row["report"], row["claim"]): row for row in site.table("claims")}
        self.discounted = frozenset(row["event"] for row in site.table("events") if row["grade"] == "discounted")
        self.actors = site.source("registry/actors.yaml")
        self._kept = cache(Scopes(site).kept)

    def kept(self, scope: str) -> Kept:
        found = self._kept(scope)
        return Kept(found.rows, found.reports)

    def side(self, actor: str) -> str:
        while actor:
            entry = self.actors[actor]
            if "side" in entry or "part-of" not in entry:
                return entry.get("side", actor)
            actor = entry["part-of"]
        return ""

    def publisher(self, report: str) -> str:
        return self.site.record(report)["publisher"]

    @cached_property
    def denials(self) -> dict[str, str]:
        """Each claim that denies another, and which."""
        found = {}
        for slug, id in self.claims:
            claim = self.site.record(slug)["claims"][id]
            if claim.get("stance") == "denies" and "denies" in claim:
                denied = claim["denies"]
                found[f"{slug}/{id}"] = denied if "/" in denied else f"{slug}/{denied}"
        return found


class Recount(counting.Recount):
    """Counts what a site's tables and its content hold."""

    def __init__(self, site: BuiltSite) -> None:
        super().__init__(Content(site))
