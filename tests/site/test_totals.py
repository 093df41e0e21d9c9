"""Totals: the table counted again by other code, the pages held against the table, and what each total is made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product
from xml.etree.ElementTree import Element

import pytest

from tests.site.built_site import LANGUAGES, BuiltSite, Page, classes, text_of
from tests.site.recount import OUTCOMES, ROWS, UNITS, Range, Recount, Total, named
from tests.site.spoken import Meant, meant

QUANTITIES = {named(*row): row for row in product(OUTCOMES, UNITS, ROWS)}
WORDS = (10, 12, 100, 1000)


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
def recounted() -> Callable[[BuiltSite], Recount]:
    """The casualties of a site counted again from its content, each once."""
    return cache(Recount)


def test_the_table_of_totals_is_what_the_rules_give(site: BuiltSite, recounted: Callable) -> None:
    rows = {(scope_of(row), row["outcome"], row["unit"], row["who"]): row for row in site.table("totals")}
    assert len(rows) == len(site.table("totals"))
    for scope in scopes(site):
        if scope == "site" or scope in site.slugs or scope.startswith("dossier:"):
            for row in QUANTITIES.values():
                total = recounted(site).total(scope, *row)
                assert ((scope, *row) in rows) == (total is not None), (scope, row)
                if total:
                    columns = ("uncounted_events", "word_events", "events", "origins")
                    beside = (total.uncounted_events, total.word_events, total.ranges, total.origins)
                    tabled = rows.pop((scope, *row))
                    assert _bounds_of(tabled) == _bounds(total), (scope, row)
                    assert [tabled[column] for column in columns] == [str(len(some)) for some in beside], (scope, row)
    assert rows == {}


def test_the_table_of_ranges_is_what_the_rules_give(site: BuiltSite, recounted: Callable) -> None:
    rows = {(row["event"], row["outcome"], row["unit"], row["who"]): row for row in site.table("ranges")}
    assert len(rows) == len(site.table("ranges"))
    again = {
        (event["event"], outcome, unit, row): found
        for event, outcome, unit in product(site.table("events"), OUTCOMES, UNITS)
        for row, found in recounted(site).rows("site", event["event"], outcome, unit).items()
    }
    assert {key: _bounds_of(row) for key, row in rows.items()} == {key: _bounds(one) for key, one in again.items()}
    for key, row in rows.items():
        numbers = (str(len(again[key].origins)), str(len(again[key].accounts)))
        assert (row["origins"], row["accounts"]) == numbers, key


def test_the_table_of_casualties_says_what_the_rules_make_of_each_figure(site: BuiltSite, recounted: Callable) -> None:
    recount, states = recounted(site), {}
    for key, claim in recount.facts.claims.items():
        states[key] = sorted((entry.outcome, entry.written, recount.state(key, entry)) for entry in claim.entries)
    tabled: dict[str, list] = {key: [] for key in states}
    for row in site.table("casualties"):
        tabled[f"{row['report']}/{row['claim']}"].append((row["outcome"], row["written"], row["state"]))
    assert {key: sorted(rows) for key, rows in tabled.items()} == states


def _bounds_of(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in ("low", "high", "open", "approximate", "contested"))


def _bounds(one: Range | Total) -> tuple[str, ...]:
    """A range or a total in the words of the tables."""
    count = one.count
    ends = (str(count.low), str(count.high)) if count else ("", "")
    flags = (bool(count and count.open), bool(count and count.approximate), one.contested)
    return (*ends, *(str(flag).lower() for flag in flags))


def test_totals_on_pages_are_those_that_the_rules_give(site: BuiltSite, recounted: Callable) -> None:
    """Wherever a total stands: in words, and for programs."""
    for page in site.pages.values():
        for element in page.having("data-total"):
            scope, row = element.get("data-scope"), element.get("data-total")
            total = recounted(site).total(scope, *QUANTITIES[row])
            flags = [str(f"data-{flag}" in element.attrib).lower() for flag in ("open", "approximate", "contested")]
            assert (element.get("data-low", ""), element.get("data-high", ""), *flags) == _bounds(total), (
                page,
                scope,
                row,
            )
            assert _says(text_of(element), page.language_of(element), total), (page, scope, row)


def _says(text: str, lang: str, total: Total) -> bool:
    """Whether words say a total: a range; of nothing but words, the one word that all have, or that there are such."""
    if total.count or not total.word_events:
        count = total.count
        up_to = bool(count and count.low == 0 < count.high and count.vagueness == 2 and not count.open)
        said = Meant(count.low, count.high, count.open, count.approximate, up_to=up_to) if count else Meant()
        return meant(text, lang) == said
    lows = {one.count.low for one in total.word_events.values() if one.count.low == one.count.high}
    if len({one.count for one in total.word_events.values()}) == 1 and lows <= {*WORDS}:
        return meant(text, lang).word
    return not any(letter.isdigit() for letter in text)


def test_every_total_is_on_its_page_in_both_languages(site: BuiltSite, recounted: Callable) -> None:
    for lang in LANGUAGES:
        for scope, name in scopes(site).items():
            page = site.page(lang, name)
            shown = {e.get("data-total") for e in page.having("data-total") if e.get("data-scope") == scope}
            assert shown == {name for name, row in QUANTITIES.items() if recounted(site).total(scope, *row)}, page


def disclosures(page: Page, scope: str) -> dict[str, Element]:
    """By ``outcome/who``, what discloses the total's contents in the row where it stands."""
    found = {}
    for element in page.having("data-total"):
        row = next((step for step in page.around(element) if step.tag == "tr"), None)
        inside = [e for e in row.iter() if e.tag == "details"] if row is not None else []
        if inside and element.get("data-scope") == scope:
            (found[element.get("data-total", "")],) = inside
    return found


def test_every_total_discloses_exactly_what_is_in_it(site: BuiltSite, recounted: Callable) -> None:
    """Its events: those that add to it, each with its range, those of which a word is known and those without a number.
    Each leads to its page, which has the accounts.
    """
    for lang in LANGUAGES:
        for scope, name in scopes(site).items():
            page = site.page(lang, name)
            found = disclosures(page, scope)
            assert {*found} == {name for name, row in QUANTITIES.items() if recounted(site).total(scope, *row)}, page
            for row, details in found.items():
                total = recounted(site).total(scope, *QUANTITIES[row])
                events = total.ranges | total.word_events | total.uncounted_events
                lists = {event.get("data-event"): event for event in _events(details)}
                assert {*lists} == {*events}, (page, row)
                for key, event in lists.items():
                    link = next(page.link_of[inner] for inner in event.iter() if inner in page.link_of)
                    assert link.path == f"{lang}/events/{key}/index.html", (page, row, key)
                    told = site.page(lang, f"events/{key}")
                    of_parts = {claim for claim, of in events[key].accounts if of != key}
                    shown = {e.get("data-claim") for e in told.having("data-claim")}
                    assert {claim for claim, _ in events[key].accounts} - of_parts <= shown, (page, row, key)
                for key, one in total.ranges.items():
                    (ends,) = [
                        (e.get("data-low"), e.get("data-high")) for e in lists[key].iter() if "data-low" in e.attrib
                    ]
                    assert ends == (str(one.count.low), str(one.count.high)), (page, row, key)


def _events(details: Element) -> list[Element]:
    """The events of a total, in the lists directly in its disclosure that are not of what is left out."""
    lists = [child for child in details if child.tag == "ul" and "left-out" not in classes(child)]
    return [item for child in lists for item in child if "data-event" in item.attrib]


def test_an_event_of_two_reports_counts_once_wherever_it_is_shown(site: BuiltSite, recounted: Callable) -> None:
    """On pages, once in each list; in the tables, in one row; in a total, with one range."""
    twice = [row for row in site.table("events") if ";" in row["reports"]]
    assert twice, "the content has an event that two reports tell"
    for row in twice:
        assert sum(other["event"] == row["event"] for other in site.table("events")) == 1
        slugs = row["reports"].split(";")
        for name in scopes(site):
            for outcome in OUTCOMES:
                total = recounted(site).total(name, outcome, "people", "all")
                assert total is None or [*total.ranges].count(row["event"]) <= 1, (name, outcome)
        for lang in LANGUAGES:
            timeline = site.page(lang, "timeline")
            (entry,) = [
                e for e in timeline.having("data-event") if (e.tag, e.get("data-event")) == ("li", row["event"])
            ]
            home = f"{lang}/events/{row['event']}/index.html"
            assert {timeline.link_of[inner].target for inner in entry.iter() if inner in timeline.link_of} == {home}
            told = site.page(lang, f"events/{row['event']}")
            briefings = {link.path for link in told.link_of.values()}
            assert {f"{lang}/briefings/{slug}/index.html" for slug in slugs} <= briefings
