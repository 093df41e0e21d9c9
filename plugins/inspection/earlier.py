"""Which claims replace earlier ones (rule 6), and records of claims and events that contradict themselves there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .facts import Claim, Event


class Earlier:
    """The claims by their keys, and which of them were said earlier than others."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims = claims
        self._updates: dict[str, frozenset[str]] = {}

    def replacing(self, new: str, old: str) -> str:
        """Whether a claim ``updates`` another, directly or through others, or is a ``later`` one of its origins."""
        if old in self.updates(new):
            return "updates"
        return "later" if self.is_later(new, old) else ""

    def is_later(self, new: str, old: str) -> bool:
        """Whether a claim of exactly the same origins says that it was said after the other."""
        one, two = self._claims[new], self._claims[old]
        if one.as_of is None or one.origins != two.origins:
            return False
        begins, ends = one.as_of[0], two.said[1]
        return bool(begins and ends and begins >= ends)

    def updates(self, claim: str) -> frozenset[str]:
        """The claims that a claim replaces, directly or through others."""
        if claim not in self._updates:
            found: set[str] = set()
            todo = [claim]
            while todo:
                one = self._claims.get(todo.pop())
                more = set(one.updates) - found if one else set()
                found |= more
                todo += more
            self._updates[claim] = frozenset(found)
        return self._updates[claim]


def contradictions(claims: Mapping[str, Claim], events: Mapping[str, Event]) -> Iterator[tuple[str, str]]:
    """Claims and events of which nobody can say what replaces what, or what is a part of what; and why."""
    earlier = Earlier(claims)
    for key, claim in claims.items():
        if key in earlier.updates(key):
            yield key, "updates runs in a circle"
        for other in claim.updates:
            if other in claims and earlier.is_later(other, key):
                yield key, f"updates {other}, a later claim of the same origins"
    above = {key: event.part_of for key, event in events.items()}
    for key in events:
        if key in chain(above, key):
            yield key, "is part of itself"


def chain(above: Mapping[str, str], key: str) -> list[str]:
    """What contains something, from the nearest up; a circle ends where it begins."""
    found: list[str] = []
    while (key := above.get(key, "")) and key not in found:
        found.append(key)
    return found
