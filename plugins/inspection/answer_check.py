"""Does the answer of every event say what its claims come to: its number, whose word that is, and each of its lines?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from .counted_again import OUTCOMES, UNITS, Range, Recount
from .counted_tables import bounds, named, told
from .counts import range_of
from .faults import Fault
from .page_reading import Page, Shown
from .site import FRAMED, Site
from .table_check import FLAGS
from .words import agrees, meaning, numbers, word_for

_FRAMED = re.compile(rf"{FRAMED}(ar|en)/([^/]+/[^/]+)/index\.html")
_PAGE = re.compile(r"(?:ar|en)/events/([^/]+/[^/]+)/index\.html")
_ROWS = {named(outcome, unit, "all"): (outcome, unit) for outcome, unit in product(OUTCOMES, UNITS)}

#: How a phrase says that there may be more, or fewer, or about so many.
_OPEN = {"en": ("at least", "or more"), "ar": ("على الأقل", "أو أكثر")}
_ABOUT = {"en": ("about",), "ar": ("نحو", "تقريباً")}
#: How a sentence says that there is one source, or two.
_ONE, _TWO = {"en": "one source", "ar": "مصدر واحد"}, {"en": "2 ", "ar": "مصدرين"}

#: How it says that they agree, or do not.
_AGREE, _DIFFER = {"en": ("which agree",), "ar": ("متفق",)}, {"en": ("do not agree",), "ar": ("لا تتفق", "لا يتفقان")}


def answers(site: Site, recount: Recount) -> Iterator[Fault]:
    """Every answer that is wrong, on the pages of events and wherever else one stands; and those that are not there."""
    for name, page in site.pages.items():
        if page.broken:
            continue
        lines: dict[tuple[str, str], list[Shown]] = defaultdict(list)
        for shown in page.shown:
            if shown.kind not in _CHECKS:
                continue
            if shown.row not in _ROWS or not shown.event:
                yield Fault(
                    name, f"has an answer “{shown.words}” of {shown.row or 'nothing'}, which is counted nowhere"
                )
            elif why := _CHECKS[shown.kind](shown, recount):
                yield Fault(name, f"{why} ({shown.row} of {shown.event})")
            if shown.kind == "line":
                lines[shown.event, shown.row].append(shown)
        for (event, row), found in lines.items():
            yield from _each_once(name, event, row, found, recount)
        yield from _complete(name, page, recount)
        yield from _framed(site, name, page)


def _framed(site: Site, name: str, page: Page) -> Iterator[Fault]:
    """What other sites show of an event in a frame says first what its page says first."""
    match = _FRAMED.fullmatch(name)
    home = site.pages.get(f"{match[1]}/events/{match[2]}/index.html") if match else None
    if match and home and not home.broken:
        first, there = (
            [one.words for one in of.shown if one.kind in ("answer", "cumulative") and one.event == match[2]]
            for of in (home, page)
        )
        if first[:1] != there:
            said, right = ", ".join(there) or "no number", ", ".join(first[:1]) or "none"
            yield Fault(name, f"says {said}, and {home.name} {right}")


def _complete(name: str, page: Page, recount: Recount) -> Iterator[Fault]:
    """The page of an event answers for every outcome of which anybody speaks."""
    match = _PAGE.fullmatch(name)
    if not match or page.moved:
        return
    there = {(shown.kind, shown.row) for shown in page.shown if shown.event == match[1]}
    for row, quantity in _ROWS.items():
        if one := recount.range("site", match[1], *quantity, "all"):
            for kind in ("answer", "sources"):
                if (kind, row) not in there:
                    yield Fault(name, f"does not answer how many {row} there were, {told(one)}")
                    break


def _each_once(name: str, event: str, row: str, shown: list[Shown], recount: Recount) -> Iterator[Fault]:
    said = [claim for line in shown for claim in line.given["data-counts"].split()]
    for claim in recount.lines(event, *_ROWS[row]):
        if said.count(claim) != 1:
            yield Fault(name, f"has {claim} in {said.count(claim)} lines of {row} of {event}, and not in one")


def _of_number(shown: Shown, recount: Recount) -> str:
    one = recount.range(shown.given.get("data-scope", "site"), shown.event, *_ROWS[shown.row], "all")
    if one is None:
        return f"answers “{shown.words}”, and nobody was reported there"
    right = bounds(one)
    given = {end: shown.given.get(f"data-{end}", "") for end in ("low", "high")}
    given |= {flag: "true" if f"data-{flag}" in shown.given else "false" for flag in FLAGS}
    if given != right:
        return f"answers programs otherwise than the claims do, which come to {told(one)}"
    if "data-scope" in shown.given:  # in a list, where it stands alone; an answer has its people beside it
        says_so = agrees(shown.words, shown.lang, meaning(one.count))
    else:
        says_so = _phrase_says(shown.words, shown.lang, one)
    if not says_so:
        return f"answers “{shown.words}”; counted again it is {told(one)}"
    return ""


def _phrase_says(text: str, lang: str, one: Range) -> bool:
    """Whether a number with its people is that number. In Arabic one and two are words, and none is too."""
    said, count = {*numbers(text)}, one.count
    if count is None:
        return not said
    means = meaning(count)
    if means.word:
        return not said and word_for(count.low, text, lang)
    ends = {count.high} if means.up_to else {count.low, count.high}
    spoken = said == ends or (lang == "ar" and not said and len(ends) == 1 and count.high <= 2)
    is_open = any(word in text for word in _OPEN[lang])
    return spoken and is_open == count.open and any(word in text for word in _ABOUT[lang]) == count.approximate


def _of_sources(shown: Shown, recount: Recount) -> str:
    one = recount.range("site", shown.event, *_ROWS[shown.row], "all")
    if one is None or one.count is None:
        return ""  # there is no number that anybody could be behind
    n, text = len(one.origins), shown.words
    if n == 1:
        right = _ONE[shown.lang] in text
    elif n == 2:
        right = _TWO[shown.lang] in text
    else:
        right = numbers(text)[:1] == [n] and _ONE[shown.lang] not in text
    if not right:
        return f"says “{text}”; counted again there are {n} separate sources"
    lines = recount.lines(shown.event, *_ROWS[shown.row]).values()
    wholes = {meaning(count) for kind, count in lines if kind == "whole"}
    if any(word in text for word in _AGREE[shown.lang]) and (len(wholes) != 1 or "part" in {kind for kind, _ in lines}):
        return f"says “{text}”; counted again they give {len(wholes)} numbers of everybody"
    if any(word in text for word in _DIFFER[shown.lang]) and one.count.low == one.count.high and len(wholes) <= 1:
        return f"says “{text}”; counted again nobody gives another number"
    return ""


def _of_line(shown: Shown, recount: Recount) -> str:
    claims, known = shown.given["data-counts"].split(), recount.lines(shown.event, *_ROWS[shown.row])
    if not claims or any(claim not in known for claim in claims):
        return f"has a line of {' '.join(claims) or 'nobody'}, who says nothing of it"
    kinds = {known[claim][0] for claim in claims}
    if kinds != {shown.given.get("data-kind")}:
        return (
            f"has {' '.join(claims)} as {shown.given.get('data-kind')}; counted again it is {' '.join(sorted(kinds))}"
        )
    if len({recount.facts.claims[claim].origins for claim in claims}) > 1:
        return f"has a line of {' '.join(claims)}, which have different origins"
    count = range_of([count for claim in claims if (count := known[claim][1])])
    ends = {"data-low": str(count.low), "data-high": str(count.high)} if count else {}
    given = {end: shown.given[end] for end in ("data-low", "data-high") if end in shown.given}
    if given != ends or not agrees(shown.words, shown.lang, meaning(count)):
        again = f"{count.low}…{count.high}" if count else "uncounted"
        return f"shows “{shown.words}” of {' '.join(claims)}; counted again it is {again}"
    return ""


_CHECKS = {"answer": _of_number, "sources": _of_sources, "line": _of_line}
