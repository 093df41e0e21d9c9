"""What the ledger and the timeline give to the script that filters them (``ledger.js``), as one object for JSON.

A filter chooses whole events. For each event Python has decided what it can be chosen by and from how many to how
many people each outcome befell; the script chooses by the one and adds up the other. It speaks with the words that
``ledger_words`` takes from the page's own voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bilingual import N_
from findings import UNGRADED, EventCount, FigureUse, Findings, GroupCount, Quantity, Traits
from findings.calendar import month_begun
from findings.group_counts import ROWS
from reports.figure_notation import VAGUE
from reports.model import GRADES, OUTCOMES

from . import event_lines, ledger_words
from .page import Page

#: The folder of the files that the scripts work with where there are many events.
LISTS = "lists/"

#: What a place deeper in the tree begins with, once for each level.
INDENT = "\N{EM SPACE}"

#: The choices of the form and what is said while nothing is chosen, by the name that each has in the address.
_FIELDS = {
    "place": (N_("Place"), N_("All places")),
    "party": (N_("Party"), N_("All parties")),
    "type": (N_("Type of event"), N_("All types")),
    "outcome": (N_("Outcome"), N_("All outcomes")),
    "grade": (N_("Grade"), N_("All grades")),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A choice of the form: its name in the address, its label, what stands for no choice, and the values.

    ``options`` are pairs of a value and its words, those of places and parties indented by what contains them.
    """

    name: str
    label: str
    everything: str
    options: tuple[tuple[str, str], ...]


def fields(page: Page) -> list[Field]:
    """The choices of the form, with the values that an event or a cumulative figure of the site has.

    They are the same in the ledger and in the timeline, so that an address with a filter means the same in both.
    """
    findings, voice = page.site.findings, page.voice
    registry = findings.index.registry
    traits = [*findings.traits.values(), *findings.figure_traits.values()]
    types = frozenset().union(*(one.types for one in traits))
    outcomes = frozenset().union(*(one.outcomes for one in traits))
    grades = frozenset().union(*(one.grades for one in traits))
    within = {id: place.within for id, place in registry.places.items()}
    part_of = {id: actor.part_of for id, actor in registry.actors.items()}
    options = {
        "place": _tree(page, frozenset().union(*(one.places for one in traits)), within),
        "party": _tree(page, frozenset().union(*(one.parties for one in traits)), part_of),
        "type": sorted(
            ((type, voice.word("event-type", type)) for type in types),
            key=lambda option: voice.sort_key(option[1]),
        ),
        "outcome": [(outcome, voice.word("outcome", outcome)) for outcome in OUTCOMES if outcome in outcomes],
        "grade": [(grade, voice.word("grade", grade)) for grade in GRADES if grade in grades],
    }
    if UNGRADED in grades:
        options["grade"].append((UNGRADED, voice.gettext("Not graded")))
    return [
        Field(name, voice.gettext(label), voice.gettext(everything), tuple(options[name]))
        for name, (label, everything) in _FIELDS.items()
    ]


def timeline_data(page: Page) -> Mapping[str, object]:
    """What the timeline's script needs: what each event can be chosen and sorted by, and words."""
    findings = page.site.findings
    given = {"words": ledger_words.words(page.voice), "known": len(findings.timeline)}
    if in_files(findings):
        return {**given, **_where(page)}
    traits = findings.traits.items()
    return {**given, "events": [{"key": key, **_traits(one), **_sorted_by(findings, key)} for key, one in traits]}


def ledger_data(page: Page, casualties: Sequence[str], totals: str) -> Mapping[str, object]:
    """What the ledger's script needs of each event with figures, of each cumulative figure, and of each CSV row.

    ``casualties`` are the lines of the table of that name, its heading first; ``totals`` is the heading of the other.
    """
    findings = page.site.findings
    given = {
        "words": ledger_words.words(page.voice),
        "header": casualties[0],
        "totals": [row_name(total.quantity, total.who) for total in findings.totals],
        "totals_header": totals,
    }
    if in_files(findings):
        known = {*findings.figures_by_event, *(key for key, _ in findings.total_counts)}
        return {**given, "known": len(known), "ledger": True, **_where(page)}
    events = [event for event in all_events(findings) if event["figured"]]
    return {
        **given,
        "known": len(events),
        "events": events,
        "figures": all_figures(findings),
        "rows": list(all_rows(findings, casualties[1:])),
        "ledger": True,
    }


def in_files(findings: Findings) -> bool:
    """Whether a site has so many events or figures that what the scripts work with stands in files (``list_files``)."""
    return max(len(findings.timeline), len(findings.cumulative)) > event_lines.MOST


def years(findings: Findings) -> list[str]:
    """The years by which these files are parted, the newest first; what has no date is among them as a year."""
    months = {month_begun(entry) for entry in findings.timeline} | {*map(event_lines.month_ended, findings.cumulative)}
    return sorted({month.partition("-")[0] for month in months}, reverse=True)


def _where(page: Page) -> Mapping[str, object]:
    return {"at": page.links.href(LISTS), "years": years(page.site.findings)}


def all_events(findings: Findings) -> list[dict[str, object]]:
    """Each event: what it can be chosen and sorted by, and what it adds to totals; ``figured`` where it has figures."""
    numbers: dict[str, int] = {}
    totalled: dict[str, list[EventCount]] = {}
    for (key, _), counted in findings.total_counts.items():
        totalled.setdefault(key, []).append(counted)
    return [
        {
            "key": key,
            **_traits(traits),
            **_sorted_by(findings, key),
            "within": _within(findings, key),
            "counts": _counts(totalled.get(key, ()), numbers),
            "figured": key in findings.figures_by_event or key in totalled,
        }
        for key, traits in findings.traits.items()
    ]


def all_figures(findings: Findings) -> list[dict[str, object]]:
    """Each cumulative figure: what it can be chosen by."""
    return [{"key": figure_key(use), **_traits(findings.figure_traits[use.key])} for use in findings.cumulative]


def _sorted_by(findings: Findings, key: str) -> dict[str, object]:
    """What an event can be sorted by besides its days: its highest numbers, the first outcome of tables first; its
    place; and how many separate sources its line names."""
    line = event_lines.event_line(findings, findings, findings.entries[key])
    sizes = {
        row_name(count.quantity, "all"): count.all.range.high
        for count in line.counts
        if count.all.range and not count.all.range.word_only
    }
    where = line.entry.event.event.where
    return {"sizes": sizes, "where": where[0] if where else None, "sources": len(line.origins)}


def figure_key(use: FigureUse) -> str:
    """The name of a figure in the page: that of its claim, the number of its entry there, and its outcome."""
    return "/".join(map(str, use.key))


def _traits(traits: Traits) -> dict[str, object]:
    return {
        "place": sorted(traits.places),
        "party": sorted(traits.parties),
        "type": sorted(traits.types),
        "outcome": sorted(traits.outcomes),
        "grade": sorted(traits.grades),
        "first": traits.first.isoformat() if traits.first else None,
        "last": traits.last.isoformat() if traits.last else None,
    }


def row_name(quantity: Quantity, row: str) -> str:
    """The name of a row of a table for programs: ``killed/all``, ``displaced/families/civilians``."""
    unit = [] if quantity.unit == "people" else [quantity.unit]
    return "/".join([quantity.outcome, *unit, row])


def _within(findings: Findings, key: str) -> list[str]:
    """The events that an event is a part of, directly or through others: beside one of them it adds nothing.

    A discounted one is none of them, since it adds nothing itself.
    """
    found: list[str] = []
    while key in findings.index.parents:
        key = findings.index.parents[key]
        found += [key] if findings.index.events[key].event.grade != "discounted" else []
    return found


def _counts(counts: Iterable[EventCount], numbers: dict[str, int]) -> dict[str, dict[str, object] | None]:
    """By row, what an event adds to a total; ``None`` where no number was given.

    ``numbers`` has a small number for each origin, the same in all events; those that are new here are put in.
    """
    return {
        row_name(counted.quantity, row): _count(counted.rows[row], numbers)
        for counted in counts
        for row in ROWS
        if row in counted.rows
    }


def _count(row: GroupCount, numbers: dict[str, int]) -> dict[str, object] | None:
    range = row.range
    if range is None:
        return None
    if range.word_only:
        return {"word": range.word or ""}
    flags = {
        "open": range.open,
        "approximate": range.approximate,
        "contested": range.contested,
        "vague": range.certainty == VAGUE,
        "disputed": bool(row.denials or row.disputes),
    }
    return {
        "low": range.low,
        "high": range.high,
        **{name: True for name, holds in flags.items() if holds},
        "origins": [numbers.setdefault(origin.key, len(numbers)) for origin in row.origins],
    }


def all_rows(findings: Findings, lines: Sequence[str]) -> Iterable[dict[str, object]]:
    """The rows of ``casualties.csv`` in their order, each with its outcome and the event or figure it belongs to."""
    for use, line in zip(findings.figures, lines, strict=True):
        if use.casualties.scope == "cumulative":
            yield {"figure": figure_key(use), "outcome": use.outcome, "line": line}
        else:
            yield {"event": use.event, "outcome": use.outcome, "line": line}


def _tree(page: Page, ids: frozenset[str], above: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """Entries with their names, each after what contains it and indented by its depth there, by name on each level."""
    inside: dict[str | None, list[str]] = {}
    for id in ids:
        inside.setdefault(above[id] if above[id] in ids else None, []).append(id)

    def grown(parent: str | None, depth: int) -> Iterable[tuple[str, str]]:
        for id in page.names.in_order(inside.get(parent, ())):
            yield id, INDENT * depth + page.names.entry(id)
            yield from grown(id, depth + 1)

    return list(grown(None, 0))
