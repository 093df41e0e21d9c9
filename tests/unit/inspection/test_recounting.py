"""What a scope comes to, where the worked examples say nothing of it: choices of events, states, records at fault."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from inspection.counted_again import Recount
from inspection.earlier import contradictions
from inspection.facts import Claim, Entry, Event
from inspection.times import time


class Made:
    """Facts of one report ``r``; ``choices`` are the events of other scopes."""

    def __init__(
        self, events: list[Event], claims: list[Claim], choices: Mapping[str, list[str]] | None = None
    ) -> None:
        self.events = {event.key: event for event in events}
        self.claims = {claim.key: claim for claim in claims}
        self._choices = choices or {}

    def side(self, actor: str) -> str:
        return actor

    def reports(self, scope: str) -> Collection[str]:
        return {"r"}

    def chosen(self, scope: str) -> Collection[str] | None:
        return self._choices.get(scope)


def event(id: str, part_of: str = "", **fields) -> Event:
    return Event(f"r/{id}", part_of and f"r/{part_of}", told={"r": False}, **fields)


def claim(id: str, about: str, *figures: str | Entry, by: str = "s", **fields) -> Claim:
    """A claim of people killed in an event."""
    entries = [Entry(n, f"r/{about}", "killed", one) if isinstance(one, str) else one for n, one in enumerate(figures)]
    return Claim(f"r/{id}", "r", frozenset({by}), time("2031-01-02"), entries=tuple(entries), **fields)


def killed(recount: Recount, scope: str) -> tuple[int, list[str]]:
    """How many people killed a scope comes to, and in which events."""
    total = recount.total(scope, "killed", "people", "all")
    return (total.count.high, sorted(total.ranges)) if total else (-1, [])


WHOLE_AND_PARTS = [event("war"), event("raid", "war"), event("night", "raid"), event("else")]
TOLD = [claim("a", "war", "20"), claim("b", "raid", "8"), claim("c", "night", "3"), claim("d", "else", "1")]


@pytest.mark.parametrize(
    ("chosen", "comes_to"),
    [
        (["r/war", "r/raid", "r/night", "r/else"], (21, ["r/else", "r/war"])),
        (["r/raid", "r/else"], (9, ["r/else", "r/raid"])),
        (["r/war", "r/night"], (20, ["r/war"])),
        (["r/night"], (3, ["r/night"])),
        ([], (-1, [])),
    ],
)
def test_a_choice_adds_up_whole_events_and_none_beside_one_that_it_is_part_of(chosen, comes_to) -> None:
    recount = Recount(Made(WHOLE_AND_PARTS, TOLD, {"place:p": chosen}))
    assert killed(recount, "place:p") == comes_to


def test_a_whole_without_figures_of_its_own_is_chosen_with_what_its_parts_have() -> None:
    recount = Recount(Made(WHOLE_AND_PARTS, TOLD[2:], {"place:p": ["r/war"]}))
    assert killed(recount, "place:p") == (3, ["r/war"])


def test_a_discounted_event_between_two_hides_nobody_and_is_no_whole() -> None:
    events = [event("war"), event("raid", "war", discounted=True), event("night", "raid")]
    assert killed(Recount(Made(events, TOLD[:3])), "site") == (20, ["r/war"])
    assert killed(Recount(Made(events, TOLD[1:3])), "site") == (3, ["r/war"])
    assert killed(Recount(Made([replaced(events[0], discounted=True), *events[1:]], TOLD[:3])), "site") == (
        3,
        ["r/night"],
    )


def replaced(one: Event, **fields) -> Event:
    return Event(one.key, one.part_of, told=one.told, **fields)


def test_a_figure_is_what_first_holds_of_it() -> None:
    cumulative = Entry(0, "", "killed", "300", cumulative=True)
    events = [event("raid"), event("rumour", discounted=True)]
    claims = [
        claim("early", "raid", "10"),
        claim("late", "raid", "12", updates=("r/early",)),
        claim("some", "raid", "some", by="t"),
        claim("told", "rumour", "some"),
        claim("long", "raid", cumulative),
    ]
    recount = Recount(Made(events, claims))
    states = {one.key: recount.state(one.key, one.entries[0]) for one in claims}
    assert states == {
        "r/early": "superseded",
        "r/late": "counted",
        "r/some": "uncounted",
        "r/told": "discounted",
        "r/long": "cumulative",
    }


def test_of_a_sum_that_stands_every_figure_is_counted() -> None:
    """Who counts a part of it again later replaces that part where it is counted by itself."""
    civilians, fighters = (
        Entry(n, "r/raid", "killed", "5", who=who) for n, who in enumerate(("civilians", "combatants"))
    )
    again = Entry(0, "r/raid", "killed", "7", who="civilians")
    first = claim("first", "raid", civilians, fighters)
    recount = Recount(Made([event("raid")], [first, claim("again", "raid", again, updates=("r/first",))]))
    assert [recount.state("r/first", entry) for entry in first.entries] == ["counted", "counted"]
    row = recount.range("site", "r/raid", "killed", "people", "all")
    assert (row.count.low, row.count.high) == (10, 12)
    row = recount.range("site", "r/raid", "killed", "people", "civilians")
    assert (row.count.low, row.count.high) == (7, 7)


def test_events_that_are_part_of_each_other_are_told_and_still_counted() -> None:
    events = [event("war", "raid"), event("raid", "war")]
    claims = [claim("a", "war", "20"), claim("b", "raid", "8")]
    told = list(contradictions({one.key: one for one in claims}, {one.key: one for one in events}))
    assert told == [("r/war", "is part of itself"), ("r/raid", "is part of itself")]
    assert killed(Recount(Made(events, claims)), "site") == (28, ["r/raid", "r/war"])
