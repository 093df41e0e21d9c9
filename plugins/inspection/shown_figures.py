"""Does every figure and total that a reader sees say what the tables come to, and lead to the words it is from?"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import product

from .answer_check import answers
from .counted_again import OUTCOMES, ROWS, UNITS, Range, Recount, Total
from .counted_tables import are_counted_rightly, bounds, named, told
from .counts import WORDS, read
from .faults import Fault
from .filter_files import years
from .handed_out import HandedOut
from .listed import lists
from .page_reading import Page, Shown
from .repeated import repeated
from .same_data import say_the_same
from .site import Row, Site
from .table_check import FLAGS, are_sound, do_not_contradict_themselves
from .words import Meant, agrees, meaning, meanings, meant, numbers, word_for

_SCOPED = re.compile(r"(?:ar|en)/(casualties|(briefings|dossiers|places|actors|months)/([^/]+))/index\.html")
_EVENT = re.compile(r"(?:ar|en)/events/([^/]+/[^/]+)/index\.html")
#: The rows of totals by their names on pages.
_ROWS = {named(*row): row for row in product(OUTCOMES, UNITS, ROWS)}
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
    yield from do_not_contradict_themselves(facts)
    yield from are_counted_rightly(site, facts, recount)
    yield from say_the_same(site, recount)
    says = defaultdict(set)
    for row in facts.figures:
        says[f"{row['report']}/{row['claim']}"].add(meaning(read(row["written"])))
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
        yield from _complete(site, name, page, facts, recount)
        yield from _ledger(site, name, page, facts, recount)
    yield from answers(site, recount)
    yield from lists(site, facts, recount)
    yield from _filed(site, facts, recount)
    yield from repeated(site, recount)


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


def _complete(site: Site, name: str, page: Page, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """A page with totals of its own shows all of them, a briefing and the page of an event show all of their figures,
    and the ledger, with the months that it leads to, all those that are of no event."""
    event, scope = _EVENT.fullmatch(name), _scope(name)
    if event and not page.moved:
        yield from _figures_of(name, [page], (row for row in facts.figures if row["event"] == event[1]))
    if not scope:
        return
    shown = {
        one.given["data-total"] for one in page.shown if one.kind == "total" and one.given.get("data-scope") == scope
    }
    for name_of_row, quantity in _ROWS.items():
        total = recount.total(scope, *quantity)
        if total and name_of_row not in shown:
            yield Fault(name, f"does not show the total {name_of_row}, {told(total)}")
    if scope == "site":
        many = {shown.given["data-many"].partition(":")[2] for shown in page.shown if shown.kind == "many"}
        months = _months(site, name[:2], many)
        of_time = (row for row in facts.figures if row["scope"] == "cumulative")
        yield from _figures_of(name, [page, *months], of_time)
    elif "/briefings/" in name:
        yield from _figures_of(name, [page], facts.figures_of.get(scope, ()))


def _months(site: Site, lang: str, months: Collection[str]) -> list[Page]:
    """The pages of some months, with those on which their lists go on."""
    match = re.compile(rf"{lang}/months/([^/]+)(?:/\d+)?/index\.html").fullmatch
    return [page for name, page in site.pages.items() if (found := match(name)) and found[1] in months]


def _figures_of(name: str, pages: Iterable[Page], rows: Iterable[Row]) -> Iterator[Fault]:
    """The figures that a page does not show, with those that it leads to, of some that it must."""
    found = defaultdict(list)
    for one in (one for page in pages for one in page.shown):
        if one.kind == "claim":
            found[one.given["data-claim"]].append(one)
    if any(meant(one.words, one.lang) is None for some in found.values() for one in some):
        return  # a theme with other words: ``_of_claim`` has compared the numbers
    for row in rows:
        claim, said = f"{row['report']}/{row['claim']}", meaning(read(row["written"]))
        if not any(agrees(one.words, one.lang, said) for one in found[claim]):
            yield Fault(name, f"does not show {row['written']} {row['outcome']} of {claim}")


# Totals, ranges and what stands beside them


def _of_total(shown: Shown, recount: Recount) -> str:
    scope, row = shown.given.get("data-scope", ""), shown.given["data-total"]
    if row not in _ROWS:
        return f"has a total of {row}, which is counted nowhere"
    total = recount.total(scope, *_ROWS[row])
    if total is None:
        return f"shows the total {row} of {scope}, and nobody was reported there"
    right = bounds(total)
    given = {end: shown.given.get(f"data-{end}", "") for end in ("low", "high")}
    given |= {flag: "true" if f"data-{flag}" in shown.given else "false" for flag in FLAGS}
    if given != right:
        return f"says otherwise than the claims to programs what the total {row} of {scope} is; it is {told(total)}"
    if not _says_total(shown, total):
        return f"shows “{shown.words}” as the total {row} of {scope}; counted again it is {told(total)}"
    return ""


def _says_total(shown: Shown, total: Total) -> bool:
    """Whether words say a total; where only words are known of its events, that word, or that there were such."""
    if total.count or not total.word_events:
        return agrees(shown.words, shown.lang, meaning(total.count))
    counts = {one.count for one in total.word_events.values()}
    word = meaning(next(iter(counts)))
    if len(counts) == 1 and word.word:
        return agrees(shown.words, shown.lang, word)
    return meant(shown.words, shown.lang) is None and not numbers(shown.words)


def _of_range(shown: Shown, recount: Recount) -> str:
    """A range says in words what it says to programs; that of an event in a total's contents is counted again."""
    low, high = shown.given.get("data-low", ""), shown.given.get("data-high", "")
    said = meanings(shown.words, shown.lang)
    if not (low + high).isdecimal() and (low or high):
        return f"has a range from {low!r} to {high!r}"
    ends = (int(low), int(high)) if low and high else (-1, -1)
    if said and ends not in [(one.low, one.high) for one in said]:
        return f"shows the range “{shown.words}”, and says {low}…{high} to programs"
    if not said and not {*numbers(shown.words)} <= {*ends}:
        return f"shows the range “{shown.words}”, and says {low}…{high} to programs"
    if not (shown.directly and shown.row in _ROWS and shown.scope):
        return ""
    one = recount.adds(shown.scope, shown.event, *_ROWS[shown.row])
    count = one.count if one else None
    if ends != ((count.low, count.high) if count else (-1, -1)) or not agrees(shown.words, shown.lang, meaning(count)):
        # What a total leaves out of an event is shown with that event all the same.
        told_there = recount.counts(shown.scope, shown.event, *_ROWS[shown.row][:2])
        if any(agrees(shown.words, shown.lang, meaning(one)) for one in told_there):
            return ""
        again = f"{count.low}…{count.high}" if count else "uncounted"
        return f"shows “{shown.words}” of {shown.event} in {shown.row} of {shown.scope}; counted again it is {again}"
    return ""


def _of_group(site: Site, page: Page, shown: Shown, recount: Recount) -> str:
    """A range under the name of an event is that of one of its groups, counted again."""
    event, scope = shown.event, shown.scope or _scope(page.name)
    if not event and shown.heading:
        target = site.leads(shown.heading, page.name)
        page_of = _EVENT.fullmatch(target.file)
        event = page_of[1] if page_of else ""
        if not event and target.file in site.pages:
            event = site.pages[target.file].events.get(target.fragment, "")
    if not event or not scope:
        return ""  # of no event, such as how a source compares with others
    quantities = {_ROWS[shown.row][:2]} if shown.row in _ROWS else {row[:2] for row in _ROWS.values()}
    counts = {count for quantity in quantities for count in recount.counts(scope, event, *quantity)}
    if any(agrees(shown.words, shown.lang, meaning(count)) for count in counts):
        return ""
    return f"shows the range “{shown.words}” of {event}, in which no group comes to that when it is counted again"


def _scope(name: str) -> str:
    """Of what the totals of a page are, as pages name it; an empty text for a page with none of its own."""
    match = _SCOPED.fullmatch(name)
    return "" if not match else _KINDS[match[2]] + match[3] if match[2] else "site"


def _of_part(shown: Shown, recount: Recount) -> str:
    """The numbers of origins and events beside a total, and whether it is contested."""
    kind, row = shown.given["data-part"], shown.given.get("data-of", "")
    total = recount.total(shown.scope, *_ROWS[row]) if shown.scope and row in _ROWS else None
    if total is None:
        return ""  # the total itself is a fault, or the part stands beside none
    if kind == "contested":
        events = sum(one.disputed for one in total.ranges.values())
        if bool(shown.words) == bool(events) and numbers(shown.words) in ([events], []):
            return ""
        return f"shows “{shown.words}” beside {row} of {shown.scope}; counted again {events} of its events are disputed"
    if kind == "uncounted":
        return _of_left_out(shown, row, total)
    counts = {"origins": total.origins, "behind": total.origins, "events": total.ranges, "covers": total.ranges}
    if kind not in counts:
        return ""
    right, said = len(counts[kind]), numbers(shown.words)
    silent = kind in ("behind", "covers") and not total.count  # the total itself says that nobody counted
    if said == [right] or (not said and (right <= 2 or silent)):
        return ""  # one and two are words in Arabic
    return f"shows “{shown.words}” beside {row} of {shown.scope}; counted again it is {right}"


def _of_left_out(shown: Shown, row: str, total: Total) -> str:
    """The events beside a total that add nothing to it: so many for each word and for several, so many uncounted.

    Where nothing else is known, the total itself says that no number was given.
    """
    if not (total.ranges or total.word_events) and not shown.words:
        return ""
    meanings = [meaning(one.count) for one in total.word_events.values()] if total.count else []
    words = Counter(meaning.low if meaning.word else 0 for meaning in meanings)
    right, said = Counter([*words.values(), len(total.uncounted_events)]), Counter(numbers(shown.words))
    unsaid = right - said
    silent = [number for number in words if number and not word_for(number, shown.words, shown.lang)]
    if said <= right and all(number <= 2 for number in unsaid) and not silent:
        return ""  # one and two are words in Arabic
    again = [f"{number}: {events}" for number, events in sorted(words.items())]
    left_out = ", ".join([*again, f"uncounted: {len(total.uncounted_events)}"])
    return f"shows “{shown.words}” beside {row} of {shown.scope}; counted again it leaves out {left_out}"


_CHECKS = {"total": _of_total, "range": _of_range, "part": _of_part}


# What the script of the filters adds up


def _ledger(site: Site, name: str, page: Page, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    for kind, id, text in page.data:
        if kind != "application/json" or id != "ledger-data":
            continue
        try:
            data = json.loads(text)
        except ValueError:
            continue  # ``links`` tells
        if "rows" in data:  # else it is the timeline, which counts nothing, or it is in files
            yield from _added(name, data["events"], facts, recount)
            given = Counter(tuple(next(csv.reader([row["line"]]))) for row in data["rows"])
            if given != Counter(tuple(row.values()) for row in site.table("casualties")):
                yield Fault(name, "gives its filters other rows than data/casualties.csv")


def _added(name: str, events: list[dict], facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """What the filters are given of each event, and events that they are not given."""
    for event in events:
        if why := _counts_otherwise(event, recount):
            yield Fault(name, f"gives its filters another {why} of {event['key']} than its claims come to")
    known = {event["key"] for event in events if event.get("figured", True)}
    for key in facts.events:
        if key not in known and any(recount.adds("site", key, *row) for row in _ROWS.values()):
            yield Fault(name, f"does not give its filters {key}")


def _filed(site: Site, facts: HandedOut, recount: Recount) -> Iterator[Fault]:
    """The same of a ledger whose filters work with files."""
    parts = [told for year in years(site) if isinstance(told := site.script(f"lists/{year}.js"), dict)]
    if parts:
        yield from _added("lists", [event for told in parts for event in told["events"]], facts, recount)


def _counts_otherwise(event: dict, recount: Recount) -> str:
    """The first row in which an event adds something else to a total than its claims come to, or what else is wrong."""
    key, given = event["key"], event["counts"]
    if event.get("within", []) != recount.wholes_that_add(key):
        return "whole"
    for row, quantity in _ROWS.items():
        one = recount.adds("site", key, *quantity)
        if (row in given) != (one is not None) or (one and not _counts_so(given[row], one)):
            return row
    return next((row for row in given if row not in _ROWS), "")


def _counts_so(given: dict | None, one: Range) -> bool:
    count = one.count
    if count is None or given is None:
        return given is None and count is None
    if count.words or "word" in given:
        word = next((word for word, low in WORDS.items() if meaning(count).word and low == count.low), "")
        return count.words and given.get("word") == word
    right = {"open": count.open, "approximate": count.approximate}
    right |= {"contested": one.contested, "disputed": one.disputed}
    flags = all(bool(given.get(flag)) == holds for flag, holds in right.items())
    return flags and (given["low"], given["high"], len(given["origins"])) == (count.low, count.high, len(one.origins))
