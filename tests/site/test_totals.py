"""Totals: the table counted again by other code, the pages held against the table, and what each total is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from xml.etree.ElementTree import Element

import pytest

from tests.site.built_site import LANGUAGES, BuiltSite, Page, text_of
from tests.site.recount import CLASSES, OUTCOMES, Recount, Total
from tests.site.spoken import Meant, meant, tabled


def scope_of(row: dict[str, str]) -> str:
    """How pages name the scope of a row: a report's slug, ``dossier:slug`` or ``site``."""
    return f"dossier:{row['scope_id']}" if row["scope_kind"] == "dossier" else row["scope_id"] or row["scope_kind"]


def scopes(site: BuiltSite) -> dict[str, str]:
    """Every scope that has totals on a page of its own, and the name of that page."""
    found = {"site": "casualties"} | {slug: f"briefings/{slug}" for slug in site.slugs}
    for page in site.paired:
        _, section, name, *_ = [*page.path.split("/"), ""]
        kind = {"dossiers": "dossier", "places": "place", "actors": "actor", "months": "month"}.get(section)
        if kind and name != "index.html":
            found[f"{kind}:{name}"] = f"{section}/{name}"
    return found


@pytest.fixture(scope="session")
def recounted() -> Callable[[BuiltSite], Callable[[str, str, str], Total | None]]:
    """The totals of a site counted again: ``recounted(site)(scope, outcome, who)``, each once."""
    return cache(lambda site: cache(Recount(site).total))


def test_the_table_of_totals_is_what_the_rules_give(site: BuiltSite, recounted: Callable) -> None:
    rows = {(scope_of(row), row["outcome"], row["who"]): row for row in site.table("totals")}
    assert len(rows) == len(site.table("totals"))
    for scope in scopes(site):
        if scope == "site" or scope in site.slugs or scope.startswith("dossier:"):
            for outcome in OUTCOMES:
                for who in CLASSES:
                    total = recounted(site)(scope, outcome, who)
                    assert ((scope, outcome, who) in rows) == (total is not None), (scope, outcome, who)
                    if total:
                        assert _numbers(rows.pop((scope, outcome, who))) == _counted(total), (scope, outcome, who)
    assert rows == {}


def _numbers(row: dict[str, str]) -> tuple:
    flags = (row[name] == "true" for name in ("open", "approximate", "contested"))
    bounds = (int(row[name]) if row[name] else None for name in ("low", "high"))
    return (*bounds, *flags, *(int(row[name]) for name in ("uncounted_events", "events", "origins")))


def _counted(total: Total) -> tuple:
    return (*_bounds(total), len(total.uncounted_events), len(total.events), len(total.origins))


def _bounds(total: Total) -> tuple:
    span = total.span
    return (span.low, span.high, span.open, span.approximate, span.contested) if span else (None, None, *[False] * 3)


def test_totals_on_pages_are_those_that_the_rules_give(site: BuiltSite, recounted: Callable) -> None:
    """Wherever a total stands: in words, and for programs."""
    for page in site.pages.values():
        for element in page.having("data-total"):
            key = (element.get("data-scope"), *element.get("data-total", "").split("/"))
            low, high, *flags = _bounds(recounted(site)(*key))
            named = dict(zip(("open", "approximate", "contested"), flags, strict=True))
            row = {"low": "" if low is None else str(low), "high": "" if high is None else str(high)}
            row |= {name: "true" if flag else "false" for name, flag in named.items()}
            assert meant(text_of(element), page.language_of(element)) == tabled(row), (page, key)
            assert (element.get("data-low", ""), element.get("data-high", "")) == (row["low"], row["high"]), (page, key)
            for flag, holds in named.items():
                assert (f"data-{flag}" in element.attrib) == holds, (page, key, flag)


def test_every_total_is_on_its_page_in_both_languages(site: BuiltSite, recounted: Callable) -> None:
    for lang in LANGUAGES:
        for scope, name in scopes(site).items():
            page = site.page(lang, name)
            shown = {e.get("data-total") for e in page.having("data-total") if e.get("data-scope") == scope}
            expected = {f"{o}/{who}" for o in OUTCOMES for who in CLASSES if recounted(site)(scope, o, who)}
            assert shown == expected, page


def disclosures(page: Page, scope: str) -> dict[str, Element]:
    """By ``outcome/who``, what discloses the total's contents in the row where it stands."""
    found = {}
    for element in page.having("data-total"):
        row = next((step for step in page.around(element) if step.tag == "tr"), None)
        inside = [e for e in row.iter() if e.tag == "details"] if row is not None else []
        if inside and element.get("data-scope") == scope:
            (found[element.get("data-total", "")],) = inside
    return found


def sections(details: Element) -> list[Element]:
    """The lists directly in a disclosure: each stands under a heading of its own."""
    lists = [child for child in details if child.tag == "ul"]
    headings = [child for child in details if child.get("class") == "inside"]
    assert len(lists) == len(headings)
    return lists


def test_every_total_discloses_exactly_what_is_in_it_and_what_is_not(site: BuiltSite, recounted: Callable) -> None:
    for lang in LANGUAGES:
        for scope, name in scopes(site).items():
            page = site.page(lang, name)
            found = disclosures(page, scope)
            for outcome in OUTCOMES:
                for who in CLASSES:
                    total = recounted(site)(scope, outcome, who)
                    assert (total is not None) == (f"{outcome}/{who}" in found), (page, outcome, who)
                    if total:
                        _hold(page, f"{outcome}/{who}", found[f"{outcome}/{who}"], total)


def test_an_event_of_two_reports_counts_once_wherever_it_is_shown(site: BuiltSite, recounted: Callable) -> None:
    """On pages, once in each list; in the tables, in one row; in a total, with one range."""
    twice = [row for row in site.table("events") if ";" in row["reports"]]
    assert twice, "the content has an event that two reports tell"
    for row in twice:
        assert sum(other["event"] == row["event"] for other in site.table("events")) == 1
        slugs = row["reports"].split(";")
        for name in scopes(site):
            for outcome in OUTCOMES:
                total = recounted(site)(name, outcome, "all")
                assert total is None or total.events.count(row["event"]) <= 1, (name, outcome)
        for lang in LANGUAGES:
            timeline = site.page(lang, "timeline")
            entries = [e for e in timeline.named("li") if "event" in (e.get("class") or "").split()]
            own = f"{lang}/briefings/{slugs[0]}/index.html#event-{row['event'].partition('/')[2]}"
            assert sum(own in {timeline.link_of[inner].target for inner in e.iter() if inner in timeline.link_of} for e in entries) == 1


def _hold(page: Page, name: str, details: Element, total: Total) -> None:
    lists = sections(details)
    expected = [bool(total.counted), bool(total.uncounted_events), bool(total.left_out)]
    assert len(lists) == sum(expected), (page, name)
    remaining = iter(lists)
    counted, uncounted, left_out = (next(remaining) if there else None for there in expected)
    assert _shown(page, counted) == _told(total.counted), (page, name)
    assert _shown(page, left_out) == _told(total.left_out), (page, name)
    assert len(uncounted if uncounted is not None else ()) == len(total.uncounted_events), (page, name)
    assert len(counted if counted is not None else ()) == len(total.events), (page, name)


def _shown(page: Page, part: Element | None) -> Counter[tuple[str, Meant]]:
    figures = [e for e in part.iter() if "data-claim" in e.attrib] if part is not None else []
    return Counter((e.get("data-claim", ""), meant(text_of(e), page.lang)) for e in figures)


def _told(rows: list[dict[str, str]]) -> Counter[tuple[str, Meant]]:
    return Counter((f"{row['report']}/{row['claim']}", tabled(row)) for row in rows)
