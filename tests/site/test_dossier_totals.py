"""Totals of the project's dossiers, worked out by hand in ``dossier_totals.yaml``, against what the built site shows.

The rules stand here once more, in a few plain lines: the derivations must keep them, and a reader who has only the page
of a dossier must come to the same total by them, from the figures that it lists.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from tests.site.built_site import LANGUAGES, BuiltSite, Page, classes, text_of
from tests.site.spoken import Meant, meant

PAPER = yaml.load(Path(__file__).with_name("dossier_totals.yaml").read_text("utf-8"), yaml.BaseLoader)
pytestmark = pytest.mark.parametrize("paper", PAPER, ids=[f"{it['dossier']} {it['total']}" for it in PAPER])


@dataclass(frozen=True)
class Span:
    """From ``low`` to ``high`` people, with the three flags."""

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    contested: bool = False


# The rules, for totals of which nobody tells the fighters, nor civilians apart in a larger number: there all figures of a
# claim are one count of everybody.


def added(spans: Iterable[Span]) -> Span:
    """The sum of the figures of a claim (rule 3) or of the events of a total (rule 9)."""
    spans = list(spans)
    flags = (any(getattr(span, flag) for span in spans) for flag in ("open", "approximate", "contested"))
    return Span(sum(span.low for span in spans), sum(span.high for span in spans), *flags)


def of_event(figures: Iterable[tuple[str, Span]], contested: bool) -> Span:
    """The range of an event (rule 4): the low of the surest counts, the high of all. A word, which stands here for
    twelve or more, is vaguer than "at least"."""
    claims = defaultdict(list)
    for claim, span in figures:
        claims[claim].append(span)
    counts = [added(spans) for spans in claims.values()]
    sure = min(vagueness(count) for count in counts)
    low = min(count.low for count in counts if vagueness(count) == sure)
    high = max(count.high for count in counts)
    gives_high = [count for count in counts if count.high == high]
    gives = [*gives_high, *(count for count in counts if vagueness(count) == sure and count.low == low)]
    return Span(
        low, high, any(count.open for count in gives_high), any(count.approximate for count in gives), contested
    )


def vagueness(count: Span) -> int:
    """0 for a number, 1 for "at least", 2 for a word."""
    return 0 if not count.open else 2 if count.approximate and count.low == 12 else 1


# The paper, as it is written.


def span_of(written: str) -> Span:
    """What a figure or a range on paper means."""
    if written == "dozens":
        return Span(12, 12, True, True)
    about, low, high, more, contested = re.fullmatch(r"(~?)(\d+)(?:-(\d+))?(\+?)( contested)?", written).groups()
    return Span(int(low), int(high or low), bool(more), bool(about), bool(contested))


@dataclass(frozen=True)
class Figure:
    """A figure on paper: its event, its group, as written, its origin and its claim (``slug/id``)."""

    event: str
    who: str
    written: str
    origin: str
    claim: str


def full(claim: str, event: str) -> str:
    return claim if "/" in claim else f"{event.partition('/')[0]}/{claim}"


def groups_of(event: dict) -> dict[str, dict]:
    return {who: group for who, group in event.items() if who not in ("range", "contested")}


def figures_of(key: str, event: dict) -> Iterator[Figure]:
    for who, group in groups_of(event).items():
        for line in group["figures"]:
            written, origin, claim = line.split()
            yield Figure(key, who, written, origin, full(claim, key))


def all_figures(paper: dict) -> list[Figure]:
    return [figure for key, event in paper["events"].items() for figure in figures_of(key, event)]


def test_the_paper_keeps_the_rules(paper: dict) -> None:
    for key, event in paper["events"].items():
        figures = [(it.claim, span_of(it.written)) for it in figures_of(key, event)]
        assert of_event(figures, "contested" in event) == span_of(event["range"]), key
    assert added(span_of(event["range"]) for event in paper["events"].values()) == span_of(paper["sum"])
    origins = {figure.claim if figure.origin == "nobody" else figure.origin for figure in all_figures(paper)}
    assert len(origins) == int(paper["origins"])


def test_the_paper_has_every_figure_of_the_records(paper: dict, built: Callable[[str], BuiltSite]) -> None:
    site, (outcome, wanted) = built("project"), paper["total"].split("/")
    counted, left_out = Counter(), set()
    for slug in slugs_of(site, paper["dossier"]):
        record = site.record(slug)
        for id, claim in record["claims"].items():
            for entry in claim.get("casualties", []):
                who = entry.get("who", "unknown")
                if outcome not in entry or wanted not in ("all", who):
                    continue
                if entry.get("scope") == "cumulative" or entry[outcome] == "some":
                    left_out.add(f"{slug}/{id}")
                else:
                    event = record["events"][claim["about"]].get("same-as", f"{slug}/{claim['about']}")
                    origin = claim.get("by", "nobody")
                    counted[Figure(event, who, entry[outcome], origin, f"{slug}/{id}")] += 1
    words = [figure for key, event in paper.get("words", {}).items() for figure in figures_of(key, event)]
    figures = Counter([*all_figures(paper), *words])
    if wanted == "all":  # combatants would be a group of their own, which these totals have none of
        assert not [figure for figure in counted if figure.who == "combatants"]
    assert figures == counted
    assert left_out == {*paper["left-out"]}


def slugs_of(site: BuiltSite, dossier: str) -> list[str]:
    """The reports that the project's dossiers are meant to hold: those listed, or else every one."""
    return site.source(f"dossiers/{dossier}/dossier.yaml").get("reports") or site.slugs


def test_the_table_has_the_total(paper: dict, built: Callable[[str], BuiltSite]) -> None:
    site, (outcome, who) = built("project"), paper["total"].split("/")
    key = {"scope_kind": "dossier", "scope_id": paper["dossier"], "outcome": outcome, "unit": "people", "who": who}
    (row,) = [row for row in site.table("totals") if key.items() <= row.items()]
    flags = (row[flag] == "true" for flag in ("open", "approximate", "contested"))
    assert Span(int(row["low"]), int(row["high"]), *flags) == span_of(paper["sum"])
    assert [row["events"], row["word_events"], row["uncounted_events"], row["origins"]] == [
        str(len(paper["events"])),
        str(len(paper.get("words", {}))),
        paper["uncounted"],
        paper["origins"],
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_the_total_and_what_is_in_it(lang: str, paper: dict, built: Callable[[str], BuiltSite]) -> None:
    page = built("project").page(lang, f"dossiers/{paper['dossier']}")
    element, details = total_on(page, paper)
    sum_ = span_of(paper["sum"])
    flags = (f"data-{flag}" in element.attrib for flag in ("open", "approximate", "contested"))
    assert Span(int(element.get("data-low", "")), int(element.get("data-high", "")), *flags) == sum_
    assert meant(text_of(element), lang) == meaning(sum_)
    on_paper = Counter((figure.claim, figure_meaning(figure.written)) for figure in all_figures(paper))
    shown = [figure for event in counted_events(details) for figure in event_figures(page, event)]
    assert Counter(shown) == on_paper
    listed = {figure.get("data-claim") for figure in details.iter() if "data-claim" in figure.attrib}
    words = {figure.claim for key, event in paper.get("words", {}).items() for figure in figures_of(key, event)}
    assert listed == {claim for claim, _ in on_paper} | words | {*paper["left-out"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_alone_gives_the_total(lang: str, paper: dict, built: Callable[[str], BuiltSite]) -> None:
    page = built("project").page(lang, f"dossiers/{paper['dossier']}")
    element, details = total_on(page, paper)
    ranges = []
    for event in counted_events(details):
        figures = [(claim, spanning(figure)) for claim, figure in event_figures(page, event)]
        denied = any("denial" in classes(note) for note in event.iter("span"))
        ranges.append(of_event(figures, denied))
    assert sorted(map(str, ranges)) == sorted(str(span_of(event["range"])) for event in paper["events"].values())
    assert meaning(added(ranges)) == meant(text_of(element), lang)
    assert added(ranges).contested == ("data-contested" in element.attrib)


def total_on(page: Page, paper: dict) -> tuple[Element, Element]:
    """The total on a dossier's page, and what discloses its contents in the row where it stands."""
    wanted = {"data-total": paper["total"], "data-scope": f"dossier:{paper['dossier']}"}
    for element in page.having("data-total"):
        if wanted.items() <= element.attrib.items():
            row = next((step for step in page.around(element) if step.tag == "tr"), None)
            if row is not None:
                (details,) = row.iter("details")
                return element, details
    raise AssertionError(f"{page} has no row for {wanted}")


def counted_events(details: Element) -> list[Element]:
    """The lines of the events that a total is made of: those of its first list."""
    return next([line for line in child if line.tag == "li"] for child in details if child.tag == "ul")


def event_figures(page: Page, within: Element) -> list[tuple[str, Meant]]:
    """The figures listed in an element, each with its claim."""
    figures = [element for element in within.iter() if "data-claim" in element.attrib]
    return [(figure.get("data-claim", ""), meant(text_of(figure), page.lang)) for figure in figures]


def meaning(span: Span) -> Meant:
    return Meant(span.low, span.high, span.open, span.approximate)


def figure_meaning(written: str) -> Meant:
    """What the words of a page say of a figure; Arabic has one word for tens and dozens."""
    return Meant(10, 10, True, True, word=True) if written == "dozens" else meaning(span_of(written))


def spanning(figure: Meant) -> Span:
    low, high = (12, 12) if figure.word else (figure.low, figure.high)
    return Span(low, high, figure.open, figure.approximate)
