"""Totals: the table counted again by other code, the pages held against the table, and what each total is made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from xml.etree.ElementTree import Element

from tests.site.built_site import LANGUAGES, BuiltSite, Page, text_of
from tests.site.recount import CLASSES, OUTCOMES, Recount, Total
from tests.site.spoken import Meant, meant, tabled


def scope_of(row: dict[str, str]) -> str:
    """How pages name the scope of a row: a report's slug, or ``site``."""
    return row["scope_id"] or row["scope_kind"]


def test_the_table_of_totals_is_what_the_rules_give(site: BuiltSite) -> None:
    recount = Recount(site)
    rows = {(scope_of(row), row["outcome"], row["who"]): row for row in site.table("totals")}
    assert len(rows) == len(site.table("totals"))
    for slug in ["", *site.slugs]:
        for outcome in OUTCOMES:
            for who in CLASSES:
                key = (slug or "site", outcome, who)
                total = recount.total(slug, outcome, who)
                assert (key in rows) == (total is not None), key
                if total:
                    assert _numbers(rows.pop(key)) == _counted(total), key
    assert rows == {}


def _numbers(row: dict[str, str]) -> tuple:
    flags = (row[name] == "true" for name in ("open", "approximate", "contested"))
    bounds = (int(row[name]) if row[name] else None for name in ("low", "high"))
    return (*bounds, *flags, *(int(row[name]) for name in ("uncounted_events", "events", "origins")))


def _counted(total: Total) -> tuple:
    span = total.span
    bounds = (span.low, span.high, span.open, span.approximate, span.contested) if span else (None, None, *[False] * 3)
    return (*bounds, len(total.uncounted_events), len(total.events), len(total.origins))


def test_totals_on_pages_are_those_of_the_table(site: BuiltSite) -> None:
    rows = {(scope_of(row), row["outcome"], row["who"]): row for row in site.table("totals")}
    for page in site.pages.values():
        for element in page.having("data-total"):
            key = (element.get("data-scope"), *element.get("data-total", "").split("/"))
            row = rows[key]
            assert meant(text_of(element), page.language_of(element)) == tabled(row), (page, key)
            assert (element.get("data-low", ""), element.get("data-high", "")) == (row["low"], row["high"]), (page, key)
            for flag in ("open", "approximate", "contested"):
                assert (f"data-{flag}" in element.attrib) == (row[flag] == "true"), (page, key, flag)


def test_every_total_is_on_its_page_in_both_languages(site: BuiltSite) -> None:
    expected = defaultdict(set)
    for row in site.table("totals"):
        expected[scope_of(row)].add(f"{row['outcome']}/{row['who']}")
    for lang in LANGUAGES:
        for scope in ["site", *site.slugs]:
            page = site.page(lang, "casualties") if scope == "site" else site.briefing(lang, scope)
            shown = {e.get("data-total") for e in page.having("data-total") if e.get("data-scope") == scope}
            assert shown == expected[scope], page


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
    headings = [child for child in details if child.tag in ("h4", "h5", "h6")]
    assert len(lists) == len(headings)
    return lists


def test_every_total_discloses_exactly_what_is_in_it_and_what_is_not(site: BuiltSite) -> None:
    recount = Recount(site)
    for lang in LANGUAGES:
        for scope in ["site", *site.slugs]:
            page = site.page(lang, "casualties") if scope == "site" else site.briefing(lang, scope)
            found = disclosures(page, scope)
            for outcome in OUTCOMES:
                for who in CLASSES:
                    total = recount.total("" if scope == "site" else scope, outcome, who)
                    assert (total is not None) == (f"{outcome}/{who}" in found), (page, outcome, who)
                    if total:
                        _hold(page, f"{outcome}/{who}", found[f"{outcome}/{who}"], total)


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
