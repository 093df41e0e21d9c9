"""Does every figure and total that a reader sees say what the tables come to, and lead to the words it is from?"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from .counting import CLASSES, OUTCOMES, Recount, Row, Span, Total
from .faults import Fault
from .handed_out import HandedOut
from .page_reading import Page, Shown
from .repeated import repeated
from .site import Site
from .table_check import FLAGS, are_counted_rightly, are_sound, bounds, say_the_same, told
from .words import Meant, agrees, meant, numbers

_SCOPED = re.compile(r"(?:ar|en)/(casualties|(briefings|dossiers|places|actors|months)/([^/]+))/index\.html")
_KINDS = {"briefings": "", "dossiers": "dossier:", "places": "place:", "actors": "actor:", "months": "month:"}


def figures(site: Site) -> Iterator[Fault]:
    """Everything about numbers of people that is not as it should be, in tables and on pages."""
    unsound = list(are_sound(site))
    if unsound:
        yield from unsound
        return  # nothing can be counted with these
    facts = HandedOut(site)
    recount = Recount(facts)
    yield from facts.faults()
    yield from are_counted_rightly(site, facts, recount)
    yield from say_the_same(site, facts, recount)
    says = defaultdict(set)
    for row in facts.figures:
        says[f"{row['report']}/{row['claim']}"].add(_tabled(row))
    for name, page in site.pages.items():
        if page.broken:
            continue
        for shown in page.shown:
            if shown.kind == "claim":
                yield from _of_claim(site, name, page, shown, says)
                continue
            why = _CHECKS[shown.kind](shown, recount) if shown.kind in _CHECKS else ""
            if shown.kind == "range":
                why = why or _of_group(site, page, shown, recount)
            if why:
                yield Fault(name, why)
        yield from _complete(name, page, facts, recount)
        yield from _ledger(site, name, page, recount)
    yield from repeated(site, recount)


def _tabled(row: Row) -> Meant:
    """What a row says in its columns low, high, open and approximate."""
    if not row["low"]:
        return Meant()
    return Meant(int(row["low"]), int(row["high"]), row["open"] == "true", row["approximate"] == "true")


def _spanned(span: Span | None) -> Meant:
    return Meant(span.low, span.high, span.open, span.approximate) if span else Meant()


# Figures of claims


def _of_claim(site: Site, name: str, page: Page, shown: Shown, says: dict[str, set[Meant]]) -> Iterator[Fault]:
    claim = shown.given["data-claim"]
    if claim not in says:
        yield Fault(name, f"shows the figure “{shown.words}” of {claim}, which data/casualties.csv does not have")
    elif not any(agrees(shown.words, shown.lang, one) for one in says[claim]):
        yield Fault(name, f"shows “{shown.words}” of {claim}, which no row of data/casualties.csv says")
    slug, _, id = claim.partition("/")
    target = site.leads(shown.link, name) if shown.link else None
    if target is None:
        yield Fault(name, f"shows “{shown.words}” of {claim} without a link to its words")
        return
    lang = page.name.partition("/")[0] if page.name[:3] in ("ar/", "en/") else shown.lang
    goal = site.pages.get(target.file)
    ids, spoken = goal.marks.get(target.fragment, ((), "")) if goal else ((), "")
    if target.file != f"{lang}/briefings/{slug}/index.html" or id not in ids:
        if goal is None or not goal.broken:
            yield Fault(
                name,
                f"leads from “{shown.words}” of {claim} to {target.file}#{target.fragment}, where its words are not",
            )
    elif spoken != (lang if site.reports.get(slug, {}).get("title", {}).get(lang) else "ar"):
        yield Fault(name, f"leads from “{shown.words}” of {claim} to words in the other language")


def _complete(name: str, page: Page, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """A page with totals of its own shows all of them, and a briefing and the ledger all of their figures."""
    scope = _scope(name)
    if not scope:
        return
    shown = {
        one.given["data-total"] for one in page.shown if one.kind == "total" and one.given.get("data-scope") == scope
    }
    for outcome in OUTCOMES:
        for who in CLASSES:
            total = recount.total(scope, outcome, who)
            if total and f"{outcome}/{who}" not in shown:
                yield Fault(name, f"does not show the total {outcome}/{who}, {told(total)}")
    if scope != "site" and "/briefings/" not in name:
        return
    found = {(one.given["data-claim"], meant(one.words, one.lang)) for one in page.shown if one.kind == "claim"}
    if any(words is None for _, words in found):
        return  # a theme with other words: ``_of_claim`` has compared the numbers
    for row in facts.figures if scope == "site" else facts.figures_of.get(scope, ()):
        claim = f"{row['report']}/{row['claim']}"
        if (claim, _tabled(row)) not in found:
            yield Fault(name, f"does not show {row['written']} {row['outcome']} of {claim}")


# Totals, ranges and what stands beside them


def _of_total(shown: Shown, recount: Recount) -> str:
    scope, (outcome, _, who) = shown.given.get("data-scope", ""), shown.given["data-total"].partition("/")
    if outcome not in OUTCOMES or who not in CLASSES:
        return f"has a total of {outcome}/{who}, which is counted nowhere"
    total = recount.total(scope, outcome, who)
    named = f"the total {outcome}/{who} of {scope}"
    if total is None:
        return f"shows {named}, and nobody was reported there"
    right = bounds(total.span)
    given = {end: shown.given.get(f"data-{end}", "") for end in ("low", "high")}
    given |= {flag: "true" if f"data-{flag}" in shown.given else "false" for flag in FLAGS}
    if given != right:
        return f"says otherwise than the claims to programs what {named} is; counted again it is {told(total)}"
    if not agrees(shown.words, shown.lang, _spanned(total.span)):
        return f"shows “{shown.words}” as {named}; counted again it is {told(total)}"
    return ""


def _of_range(shown: Shown, recount: Recount) -> str:
    """A range says in words what it says to programs; that of an event in a total's contents is counted again."""
    low, high = shown.given.get("data-low", ""), shown.given.get("data-high", "")
    said = meant(shown.words, shown.lang)
    if not (low + high).isdecimal() and (low or high):
        return f"has a range from {low!r} to {high!r}"
    ends = (int(low), int(high)) if low and high else (-1, -1)
    if said is not None and (said.low, said.high) != ends:
        return f"shows the range “{shown.words}”, and says {low}…{high} to programs"
    if said is None and not {*numbers(shown.words)} <= {*ends}:
        return f"shows the range “{shown.words}”, and says {low}…{high} to programs"
    if not (shown.directly and shown.row and shown.scope):
        return ""
    outcome, _, who = shown.row.partition("/")
    total = recount.total(shown.scope, outcome, who)
    span = total.spans.get(shown.event) if total else None
    if ends != ((span.low, span.high) if span else (-1, -1)) or not agrees(shown.words, shown.lang, _spanned(span)):
        again = f"{span.low}…{span.high}" if span else "uncounted"
        return f"shows “{shown.words}” of {shown.event} in {shown.row} of {shown.scope}; counted again it is {again}"
    return ""


def _of_group(site: Site, page: Page, shown: Shown, recount: Recount) -> str:
    """A range under the name of an event is that of one of its groups, counted again."""
    event, scope = shown.event, shown.scope or _scope(page.name)
    if not event and shown.heading:
        target = site.leads(shown.heading, page.name)
        event = site.pages[target.file].events.get(target.fragment, "") if target.file in site.pages else ""
    if not event or not scope:
        return ""  # of no event, such as how a source compares with others
    outcomes = [shown.row.partition("/")[0]] if shown.row else OUTCOMES
    spans = [span for outcome in outcomes for span in recount.spans(scope, event, outcome)]
    if any(agrees(shown.words, shown.lang, _spanned(span)) for span in spans):
        return ""
    return f"shows the range “{shown.words}” of {event}, in which no group comes to that when it is counted again"


def _scope(name: str) -> str:
    """Of what the totals of a page are, as pages name it; an empty text for a page with none of its own."""
    match = _SCOPED.fullmatch(name)
    return "" if not match else _KINDS[match[2]] + match[3] if match[2] else "site"


def _of_part(shown: Shown, recount: Recount) -> str:
    """The numbers of origins and events beside a total, and whether it is contested."""
    kind, (outcome, _, who) = shown.given["data-part"], shown.given.get("data-of", "").partition("/")
    total = recount.total(shown.scope, outcome, who) if shown.scope else None
    if total is None:
        return ""  # the total itself is a fault, or the part stands beside none
    if kind == "contested":
        contested, shown_so = bool(total.span and total.span.contested), bool(shown.words)
        if contested == shown_so:
            return ""
        return f"says that {outcome}/{who} of {shown.scope} is {'' if shown_so else 'not '}contested"
    counts = {
        "origins": total.origins,
        "behind": total.origins,
        "events": total.events,
        "covers": total.events,
        "uncounted": total.uncounted_events,
    }
    if kind not in counts:
        return ""
    right, said = len(counts[kind]), numbers(shown.words)
    silent = kind in ("behind", "covers", "uncounted") and not total.span  # the total itself says that nobody counted
    if said == [right] or (not said and (right <= 2 or silent)):
        return ""  # one and two are words in Arabic
    return f"shows “{shown.words}” beside {outcome}/{who} of {shown.scope}; counted again it is {right}"


_CHECKS = {"total": _of_total, "range": _of_range, "part": _of_part}


# What the script of the filters adds up


def _ledger(site: Site, name: str, page: Page, recount: Recount) -> Iterator[Fault]:
    for kind, id, text in page.data:
        if kind != "application/json" or id != "ledger-data":
            continue
        try:
            data = json.loads(text)
        except ValueError:
            continue  # ``links`` tells
        if "rows" not in data:
            continue  # of the timeline, which counts nothing
        for event in data["events"]:
            for outcome in OUTCOMES:
                for who in CLASSES:
                    total = recount.total("site", outcome, who)
                    if not _counts_so(event["counts"].get(outcome, {}), who, total, event["key"]):
                        yield Fault(
                            name, f"gives its filters another {outcome}/{who} of {event['key']} than its claims come to"
                        )
        given = Counter(tuple(next(csv.reader([row["line"]]))) for row in data["rows"])
        if given != Counter(tuple(row.values()) for row in site.table("casualties")):
            yield Fault(name, "gives its filters other rows than data/casualties.csv")


def _counts_so(given: dict[str, dict | None], who: str, total: Total | None, key: str) -> bool:
    span = total.spans.get(key) if total else None
    if span is None:
        return given.get(who) is None and (who in given) == bool(total and key in total.uncounted_events)
    one = given.get(who) or {}
    flags = all(bool(one.get(flag)) == getattr(span, flag) for flag in FLAGS)
    return (one.get("low"), one.get("high")) == (span.low, span.high) and flags
