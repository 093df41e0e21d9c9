"""Totals of the project's dossiers, worked out by hand in ``dossier_totals.yaml``, against what the built site shows.

The rules stand here once more, in a few plain lines: the derivations must keep them, and a reader who has only the page
of a dossier must come to the same total from the events that it lists, each of which leads to its figures.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
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
    """From ``low`` to ``high`` people, with the three flags; ``word`` where nothing but a word was said."""

    low: int
    high: int
    open: bool = False
    approximate: bool = False
    contested: bool = False
    word: bool = field(default=False, compare=False)


# The rules, for totals of which nobody tells the fighters, nor civilians apart in a larger number: there all figures of a
# claim about an event are one count of everybody. What counts only some of them is a part.


def added(spans: Iterable[Span]) -> Span:
    """The sum of the figures of a claim (rule 3), of parts (rule 5) or of the events of a total (rule 9)."""
    spans = list(spans)
    flags = (any(getattr(span, flag) for span in spans) for flag in ("open", "approximate", "contested"))
    return Span(sum(span.low for span in spans), sum(span.high for span in spans), *flags)


def of_event(figures: Iterable[tuple[str, Span]], parts: Span | None, contested: bool) -> Span:
    """The range of an event: of its counts (rule 4) the low of the surest and the high of all, which ``parts``, the sum
    of its parts, can raise (rule 5); where nobody counts everybody, that sum."""
    claims = defaultdict(list)
    for claim, span in figures:
        claims[claim].append(span)
    counts = [added(spans) if len(spans) > 1 else spans[0] for spans in claims.values()]
    if not counts:
        assert parts
        return replace(parts, contested=contested)
    sure = min(vagueness(count) for count in counts)
    assert sure == 0 or not parts, "the paper has no event of which only parts are counted firmly"
    low = min(count.low for count in counts if vagueness(count) == sure)
    lowest = [count for count in counts if vagueness(count) == sure and count.low == low]
    if parts and parts.high > max(count.high for count in counts):
        counts.append(parts)
    high = max(count.high for count in counts)
    highest = [count for count in counts if count.high == high]
    approximate = any(count.approximate for count in [*lowest, *highest])
    return Span(low, high, any(count.open for count in highest), approximate, contested)


def vagueness(count: Span) -> int:
    """0 for a number, 1 for "at least", 2 for a word."""
    return 2 if count.word else int(count.open)


# The paper, as it is written.

WORDS = {"tens": 10, "dozens": 12}


def span_of(written: str) -> Span:
    """What a figure or a range on paper means."""
    if written in WORDS:
        return Span(WORDS[written], WORDS[written], True, True, word=True)
    about, low, high, more, contested = re.fullmatch(r"(~?)(\d+)(?:-(\d+))?(\+?)( contested)?", written).groups()
    return Span(int(low), int(high or low), bool(more), bool(about), bool(contested))


@dataclass(frozen=True)
class Figure:
    """A figure on paper: its event, its group, as written, its origins and its claim (``slug/id``)."""

    event: str
    who: str
    written: str
    origin: str
    claim: str


def full(claim: str, event: str) -> str:
    return claim if "/" in claim else f"{event.partition('/')[0]}/{claim}"


def figures_of(key: str, event: dict, of: str = "figures") -> Iterator[Figure]:
    """The figures that an event has itself, or with ``of="superseded"`` those that were replaced."""
    for who in ("civilians", "unknown"):
        for line in event.get(who, {}).get(of, ()):
            written, origin, claim = line.split()
            yield Figure(key, who, written, origin, full(claim, key))


def parts_of(key: str, event: dict) -> list[tuple[str, dict]]:
    """The parts of an event, with the event that their figures are about: events of their own, or some of its people."""
    return [*event.get("parts", {}).items(), *((key, people) for people in event.get("people", {}).values())]


def with_parts(key: str, event: dict, of: str = "figures") -> Iterator[Figure]:
    yield from figures_of(key, event, of)
    for part_key, part in parts_of(key, event):
        yield from with_parts(part_key, part, of)


def all_figures(paper: dict, of: str = "figures") -> list[Figure]:
    return [figure for key, event in paper["events"].items() for figure in with_parts(key, event, of)]


def words_of(paper: dict) -> list[Figure]:
    return [figure for key, event in paper.get("words", {}).items() for figure in with_parts(key, event)]


def range_by_the_rules(key: str, event: dict) -> Span:
    """The range of an event, from its figures and the ranges that the paper gives its parts, which are held as well."""
    for part_key, part in parts_of(key, event):
        assert range_by_the_rules(part_key, part) == span_of(part["range"]), (part_key, part)
    spans = [span_of(part["range"]) for _, part in parts_of(key, event)]
    parts = added(spans) if spans else None
    if parts and "people" in event:  # there may be others besides those who are named
        parts = replace(parts, open=True)
    return of_event([(it.claim, span_of(it.written)) for it in figures_of(key, event)], parts, "contested" in event)


def test_the_paper_keeps_the_rules(paper: dict) -> None:
    for key, event in paper["events"].items():
        assert range_by_the_rules(key, event) == span_of(event["range"]), key
    assert added(span_of(event["range"]) for event in paper["events"].values()) == span_of(paper["sum"])
    figures = all_figures(paper)
    origins = {one for it in figures for one in ([it.claim] if it.origin == "nobody" else it.origin.split(","))}
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
                    counted[Figure(event, who, entry[outcome], origin_of(site, record, claim), f"{slug}/{id}")] += 1
    superseded = all_figures(paper, "superseded")
    if wanted == "all":  # combatants would be a group of their own, which these totals have none of
        assert not [figure for figure in counted if figure.who == "combatants"]
    assert Counter([*all_figures(paper), *words_of(paper), *superseded]) == counted
    assert left_out | {figure.claim for figure in superseded} == {*paper["left-out"]}


def origin_of(site: BuiltSite, record: dict, claim: dict) -> str:
    """Who says a claim, each taken to the source whose voice it is."""
    if claim.get("identified") == "unattributed":
        return "nobody"
    by, read_in = (several(claim.get(key)) for key in ("by", "in"))
    return ",".join(voice_of(site, one) for one in by or [record["documents"][id]["publisher"] for id in read_in])


def several(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def voice_of(site: BuiltSite, speaker: str) -> str:
    above = site.source("registry/sources.yaml").get(speaker, {}).get("part-of")
    return voice_of(site, above) if above else speaker


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


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_the_total_and_what_is_in_it(lang: str, paper: dict, built: Callable[[str], BuiltSite]) -> None:
    page = built("project").page(lang, f"dossiers/{paper['dossier']}")
    element, details = total_on(page, paper)
    sum_ = span_of(paper["sum"])
    flags = (f"data-{flag}" in element.attrib for flag in ("open", "approximate", "contested"))
    assert Span(int(element.get("data-low", "")), int(element.get("data-high", "")), *flags) == sum_
    assert meant(text_of(element), lang) == meaning(sum_)
    shown = {line.get("data-event"): range_on(page, line) for line in counted_events(details)}
    assert shown == {key: span_of(event["range"]) for key, event in paper["events"].items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_of_the_total_stands_on_the_page_of_its_event(
    lang: str, paper: dict, built: Callable[[str], BuiltSite]
) -> None:
    site = built("project")
    for figure in [*all_figures(paper), *words_of(paper)]:
        home = site.page(lang, f"events/{figure.event}")
        shown = [
            meant(text_of(one), lang) for one in home.having("data-claim") if one.get("data-claim") == figure.claim
        ]
        assert figure_meaning(figure.written) in shown, figure


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_total_leaves_out_is_one_step_away(lang: str, paper: dict, built: Callable[[str], BuiltSite]) -> None:
    """On the page of an event that the total or the list of what is left out names, or, where it covers a time of its own,
    on the dossier's page or, of many, that of its figures."""
    site = built("project")
    page = site.page(lang, f"dossiers/{paper['dossier']}")
    _, details = total_on(page, paper)
    lists = [details, *(one for one in page.elements if "left-out" in classes(one))]
    events = {line.get("data-event") for one in lists for line in one.iter("li")}
    pages = [page, *(site.page(lang, f"events/{event}") for event in events)]
    pages += [site.pages[way.target] for way in page.links if way.target.endswith("/figures/index.html")]
    shown = {figure.get("data-claim") for one in pages for figure in one.having("data-claim")}
    assert {*paper["left-out"]} <= shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_alone_gives_the_total(lang: str, paper: dict, built: Callable[[str], BuiltSite]) -> None:
    page = built("project").page(lang, f"dossiers/{paper['dossier']}")
    element, details = total_on(page, paper)
    ranges = [range_on(page, event) for event in counted_events(details)]
    assert meaning(added(ranges)) == meant(text_of(element), lang)
    assert added(ranges).contested == ("data-contested" in element.attrib)


def range_on(page: Page, event: Element) -> Span:
    """The range of an event in the line that it has in what a total is made of."""
    (shown,) = (element for element in event.iter("span") if "range" in classes(element))
    denied = any("badge-contested" in classes(note) for note in event.iter("span"))
    return replace(spanning(meant(text_of(shown), page.lang)), contested=denied)


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


def meaning(span: Span) -> Meant:
    return Meant(span.low, span.high, span.open, span.approximate)


def figure_meaning(written: str) -> Meant:
    """What the words of a page say of a figure; Arabic has one word for tens and dozens."""
    return Meant(10, 10, True, True, word=True) if written in WORDS else meaning(span_of(written))


def spanning(figure: Meant) -> Span:
    return Span(figure.low, figure.high, figure.open, figure.approximate, word=figure.word)
