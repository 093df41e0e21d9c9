"""The lists on the page of a place, party or source: what each holds, and which of their months are pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any
from weakref import WeakKeyDictionary

from findings import Findings, PlacedClaim, Scope, SourceAccount
from findings.calendar import month_begun

from . import event_lines, sheets
from .addresses import Address
from .event_lines import FEW, Lines
from .page import Page
from .sheets import Sheet
from .site_view import SiteView

#: Of each list of an entry, the month of what is in it.
_MONTHS: Mapping[str, Callable[[Findings, Any], str]] = {
    "says": event_lines.month_said,
    "compared": event_lines.month_compared,
    "relays": event_lines.month_said,
    "publishes": event_lines.month_published,
    "spoken": event_lines.month_said,
    "events": lambda findings, entry: month_begun(entry),
    "cumulative": lambda findings, use: event_lines.month_ended(use),
    "counted": event_lines.month_said,
    "concerning": event_lines.month_said,
    "named": event_lines.month_published,
}
_apart: WeakKeyDictionary[Findings, dict[str, list[str]]] = WeakKeyDictionary()


def scope_of(findings: Findings, id: str) -> Scope | None:
    """The events of a place or party; ``None`` for a source, whose claims are of many."""
    registry = findings.index.registry
    if id in registry.places:
        return findings.at_place(id)
    return findings.of_party(id) if id in registry.actors else None


def entry_lists(site: SiteView, id: str) -> Mapping[str, Lines]:
    """The lists of an entry by name, which is the place of each on the page too."""
    return site.once(_lists)(id)


def entry_months(findings: Findings, ids: Iterable[str]) -> list[str]:
    """The pages of the months of these entries that stand apart, as ``aleppo/2016-10`` and ``aleppo/2016-10/2``."""
    known = _apart.setdefault(findings, {})
    for id in ids:
        if id not in known:
            known[id] = months_of_lists(id, (_months(findings, *named) for named in _held(findings, id).items()))
    return [subject for id in ids for subject in known[id]]


def months_of_lists(subject: str, lists: Iterable[Mapping[str, int]]) -> list[str]:
    """The pages of the months of some lists that stand apart: of each list its months, and how many lines they have."""
    lines: Counter[str] = Counter()
    for months in lists:
        lines.update(months)
    return [page for month in sorted(lines) for page in sheets.subjects(f"{subject}/{month}", lines[month])]


def lines_apart(months: Iterable[str], few: int | None = FEW) -> dict[str, int]:
    """The months of a list that are not shown where it stands, with how many lines they have; ``months`` are those of
    its lines."""
    lines = Counter(months)
    return {month: lines[month] for month in event_lines.months_apart(lines.elements(), few)}


def _months(findings: Findings, name: str, held: Iterable[object]) -> dict[str, int]:
    """The months of a list that are not shown where it stands, with how many lines they have."""
    return lines_apart((_MONTHS[name](findings, one) for one in held), None if name == "events" else FEW)


def of_month(lists: Mapping[str, Lines], subject: str) -> tuple[dict[str, Lines], Sheet]:
    """What a page of a month of some lists shows: what does not stand where the lists do."""
    found, number = sheets.parted(subject)
    return sheets.lists_on(_in_month(lists, found.rpartition("/")[2]), number)


def month_page(page: Page, part: Address, lists: Mapping[str, Lines]) -> dict[str, object]:
    """What the template of a page of a month of some lists is given: its lists, and where the other pages are.

    ``part`` is where these pages stand.
    """
    subject, _ = sheets.parted(page.subject)
    there, sheet = of_month(lists, page.subject)
    return {
        "lists": there,
        "sheet": sheet,
        "at_sheet": lambda number: page.links.href(part(page.lang, sheets.numbered(subject, number))),
    }


def ways_to_months(page: Page, part: Address, lists: Mapping[str, Lines]) -> Callable[[str], Callable[[str], str]]:
    """By the name of a list and a month, the address of the page on which the lines of that list begin."""

    def to(name: str, month: str) -> str:
        number = sheets.begins_on(_in_month(lists, month), name)
        return page.links.href(part(page.lang, sheets.numbered(f"{page.subject}/{month}", number)), name)

    return lambda name: partial(to, name)


def _in_month(lists: Mapping[str, Lines], month: str) -> dict[str, Lines]:
    return {name: lines.of(month) for name, lines in lists.items()}


def _held(findings: Findings, id: str) -> Mapping[str, Iterable[Any]]:
    """What is in each list of an entry, in the order in which they stand on its page."""
    account, scope = findings.account_of.get(id), scope_of(findings, id)
    return {
        "says": account.says if account else (),
        "compared": findings.comparisons(id),
        "relays": account.relays if account else (),
        "publishes": account.publishes if account else (),
        "spoken": _spoken_for(findings, id),
        "events": scope.timeline if scope else (),
        "cumulative": scope.cumulative if scope else (),
        "counted": findings.counted_at.get(id, ()),
        "concerning": _apart_from(findings.concerning.get(id, ()), account),
        "named": findings.index.mentions.get(id, ()),
    }


def _lists(site: SiteView) -> Callable[[str], Mapping[str, Lines]]:
    findings = site.findings
    claims = partial(event_lines.claim_lines, site, few=FEW)
    reports = partial(event_lines.report_lines, findings, few=FEW)
    of_claims = dict.fromkeys(("says", "relays", "spoken", "counted", "concerning"), claims)
    made: Mapping[str, Callable[[Any], Lines]] = {
        **of_claims,
        "compared": partial(event_lines.comparison_lines, findings, few=FEW),
        "publishes": reports,
        "cumulative": partial(event_lines.figure_lines, few=FEW),
        "named": reports,
    }

    def lists(id: str) -> Mapping[str, Lines]:
        held, scope = _held(findings, id), scope_of(findings, id)
        events = event_lines.event_lines(findings, scope, numbered=True) if scope else Lines((), ())
        return {name: events if name == "events" else made[name](one) for name, one in held.items()}

    return lru_cache(maxsize=None)(lists)


def _apart_from(claims: Iterable[PlacedClaim], account: SourceAccount | None) -> list[PlacedClaim]:
    """Claims about a party that it does not make itself."""
    own = {claim.key for claim in account.says} if account else set()
    return [claim for claim in claims if claim.key not in own]


def _spoken_for(findings: Findings, id: str) -> list[PlacedClaim]:
    """The claims of those who speak for a party."""
    found = [findings.account_of.get(speaker) for speaker in findings.speaking_for.get(id, ())]
    return [claim for account in found if account for claim in account.says]
