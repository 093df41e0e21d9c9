"""Totals of the project's dossiers, worked out by hand in ``dossier_totals.yaml``, against what the built site shows.

The rules stand here once more, in a few plain lines: the derivations must keep them, and a reader who has only the page
of a dossier must come to the same total by them, from the figures that it lists.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from tests.site.built_site import LANGUAGES, BuiltSite, Page, classes, text_of
from tests.site.spoken import Meant, meant

PAPER = yaml.load(Path(__file__).with_name("dossier_totals.yaml").read_text("utf-8"), yaml.BaseLoader)
NAMES = {
    "en": {"Civilians": "civilians", "Status unknown": "unknown"},
    "ar": {"مدنيون": "civilians", "مجهولو الصفة": "unknown"},
}

pytestmark = pytest.mark.parametrize("paper", PAPER, ids=[f"{it['dossier']} {it['total']}" for it in PAPER])


@dataclass(frozen=True)
class Span:
    """From ``low`` to ``high`` people, with the three flags."""

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    contested: bool = False


# The rules, for totals without combatants.


def added(spans: Iterable[Span]) -> Span:
    """The sum of the parts of a claim (rule 2) or of the events of a total (rule 6)."""
    spans = list(spans)
    flags = (any(getattr(span, flag) for span in spans) for flag in ("open", "approximate", "contested"))
    return Span(sum(span.low for span in spans), sum(span.high for span in spans), *flags)


def spread(spans: Iterable[Span]) -> Span:
    """From the lowest low to the highest high; open by what gives the high, approximate by what gives either."""
    spans = list(spans)
    low, high = min(span.low for span in spans), max(span.high for span in spans)
    gives_high = [span for span in spans if span.high == high]
    gives = [*gives_high, *(span for span in spans if span.low == low)]
    flags = any(span.open for span in gives_high), any(span.approximate for span in gives)
    return Span(low, high, *flags, any(span.contested for span in gives))


def of_group(figures: Iterable[tuple[str, Span]], denials: list[str]) -> Span:
    """The range of a group (rules 2 to 4) from its figures, each with its claim, and the claims that deny one."""
    parts = defaultdict(list)
    for claim, span in figures:
        parts[claim].append(span)
    span = spread(added(spans) for spans in parts.values())
    low = 0 if any(denial not in parts for denial in denials) else span.low
    return replace(span, low=low, contested=bool(denials))


def of_event(groups: dict[str, Span]) -> Span:
    """The range of an event (rule 5): unknown status is another count of civilians and of no known side."""
    assert {*groups} <= {"civilians", "unknown"}
    return spread(groups.values())


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
    return {who: group for who, group in event.items() if who != "range"}


def figures_of(key: str, event: dict) -> Iterator[Figure]:
    for who, group in groups_of(event).items():
        for line in group["figures"]:
            written, origin, claim = line.split()
            yield Figure(key, who, written, origin, full(claim, key))


def all_figures(paper: dict) -> list[Figure]:
    return [figure for key, event in paper["events"].items() for figure in figures_of(key, event)]


def test_the_paper_keeps_the_rules(paper: dict) -> None:
    for key, event in paper["events"].items():
        groups = {}
        for who, group in groups_of(event).items():
            figures = [(it.claim, span_of(it.written)) for it in figures_of(key, event) if it.who == who]
            groups[who] = of_group(figures, [full(claim, key) for claim in group.get("denials", [])])
            assert groups[who] == span_of(group["range"]), (key, who)
        assert of_event(groups) == span_of(event["range"]), key
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
    figures = Counter(all_figures(paper))
    if wanted == "all":  # combatants would be a group of their own, which these totals have none of
        assert not [figure for figure in counted if figure.who == "combatants"]
    assert figures == counted
    assert left_out == {*paper["left-out"]}


def slugs_of(site: BuiltSite, dossier: str) -> list[str]:
    """The reports that the project's dossiers are meant to hold: those listed, or else every one."""
    return site.source(f"dossiers/{dossier}/dossier.yaml").get("reports") or site.slugs


def test_the_table_has_the_total(paper: dict, built: Callable[[str], BuiltSite]) -> None:
    site, (outcome, who) = built("project"), paper["total"].split("/")
    key = {"scope_kind": "dossier", "scope_id": paper["dossier"], "outcome": outcome, "who": who}
    (row,) = [row for row in site.table("totals") if key.items() <= row.items()]
    flags = (row[flag] == "true" for flag in ("open", "approximate", "contested"))
    assert Span(int(row["low"]), int(row["high"]), *flags) == span_of(paper["sum"])
    assert [row["events"], row["uncounted_events"], row["origins"]] == [
        str(len(paper["events"])),
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
    on_paper = Counter((figure.claim, meaning(span_of(figure.written))) for figure in all_figures(paper))
    shown = [figure for event in counted_events(details) for figure in event_figures(page, event)]
    assert Counter(shown) == on_paper
    listed = {figure.get("data-claim") for figure in details.iter() if "data-claim" in figure.attrib}
    assert listed == {claim for claim, _ in on_paper} | {*paper["left-out"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_alone_gives_the_total(lang: str, paper: dict, built: Callable[[str], BuiltSite]) -> None:
    page = built("project").page(lang, f"dossiers/{paper['dossier']}")
    element, details = total_on(page, paper)
    ranges = []
    for event in counted_events(details):
        groups = {}
        for group in lines(event):
            name = next(name for name in NAMES[lang] if (group.text or "").strip().startswith(name))
            figures = [(claim, spanning(figure)) for claim, figure in event_figures(page, group)]
            groups[NAMES[lang][name]] = of_group(figures, list(denials_in(page, group)))
        ranges.append(of_event(groups))
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


def lines(line: Element) -> list[Element]:
    """The lines of the list within a line."""
    return [inner for child in line if child.tag == "ul" for inner in child if inner.tag == "li"]


def event_figures(page: Page, within: Element) -> list[tuple[str, Meant]]:
    """The figures listed in an element, each with its claim."""
    figures = [element for element in within.iter() if "data-claim" in element.attrib]
    return [(figure.get("data-claim", ""), meant(text_of(figure), page.lang)) for figure in figures]


def denials_in(page: Page, group: Element) -> Iterator[str]:
    """The claims that deny a figure of a group, by where their links lead. Each stands beside what it denies."""
    for note in group.iter("span"):
        if "denial" in classes(note):
            (link,) = [page.link_of[element] for element in note.iter() if element in page.link_of]
            slug = link.path.split("/")[-2]
            yield f"{slug}/{link.fragment.removeprefix('claim-')}"


def meaning(span: Span) -> Meant:
    return Meant(span.low, span.high, span.open, span.approximate)


def spanning(figure: Meant) -> Span:
    return Span(figure.low, figure.high, figure.open, figure.approximate)
