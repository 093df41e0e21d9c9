"""The dates of a text, in order; those that say one day together are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dates import NOTHING, Date
from .letters import fold
from .named_dates import NamedDates
from .told_dates import ToldDates

_TO = re.compile(r"\s*(?:-|–|—|الي|الى|حتي|حتى|وحتي|وحتى|to|until|till|through)\s*(?:يوم\s*)?")
#: Between a weekday and the next one, whose night it is: ليل الثلاثاء الأربعاء, overnight Monday to Tuesday.
_TO_NEXT = frozenset(map(fold, "إلى to into".split())) | {""}
_JOINED_DAY = frozenset(map(fold, "يوم مساء صباح فجر ليل ظهر الموافق ل and on of the".split())) | {""}


class DateReader(NamedDates, ToldDates):
    """Reads the dates of one text from its tokens."""

    def read(self) -> Iterator[Date]:
        """The dates, in order; what belongs together is one: ``yesterday, Monday``, ``Tuesday, 4 October``."""
        held: Date | None = None
        before: Date | None = None
        at = 0
        self.until = 0
        for place in self.known:
            token = self.tokens[place]
            if place < at or (token.kind == "word" and not token.facts.calendar):
                continue
            found, after = self._at(place)
            if found is None:
                at = max(after, place + 1)
                continue
            at, self.until = after, found.ends
            if held is not None:
                one = self._together(held, found)
                if one is not None:
                    held = one
                    continue
                before = held if not held.time else before
                yield self._placed(held)
            held = found.behind(before) if found.other else found
        if held is not None:
            yield self._placed(held)

    def _placed(self, found: Date) -> Date:
        ends = found.ends
        if self.folded.count("(", found.begins, ends) > self.folded.count(")", found.begins, ends):
            ends += self.folded[ends : ends + 1] == ")"
        start, end = self.letters.stretch(found.begins, ends)
        return found._replace(start=start, end=end)

    def _at(self, at: int) -> tuple[Date | None, int]:
        token = self.tokens[at]
        if token.kind == "date":
            return self._in_digits(at), at + 1
        kind = token.facts.calendar
        if kind == "month":
            return self._month(at)
        if kind == "weekday":
            return self._weekday(at)
        if kind == "relative":
            return self._relative(at)
        if kind == "unit":
            return self._unit(at)
        return self._year(at)

    def _together(self, one: Date, two: Date) -> Date | None:
        """Two dates that say one day, or the ends of a range."""
        gap = self.folded[one.ends : two.begins]
        if len(gap) > 24 or one.time or two.time or one.other or two.other:
            return None
        if _is_night(one, two) and gap.strip(" -–/") in _TO_NEXT:
            return one._replace(ends=two.ends, night=True)
        near = not gap.strip(" ,،()«»\n-/") or gap.strip(" ,،()") in _JOINED_DAY
        if near and one.islamic is None and two.islamic is None:
            mixed = _mixed(one, two)
            if mixed is not None:
                return mixed._replace(begins=one.begins, ends=two.ends)
        if _TO.fullmatch(gap) and not one.weekday and not two.weekday and not one.distance and not two.distance:
            if one.islamic or two.islamic or one.first == NOTHING or two.first == NOTHING:
                return None
            return two._replace(begins=one.begins, first=one.first, last=two.last)
        return None


def _is_night(one: Date, two: Date) -> bool:
    """Whether two dates are no more than a weekday and the next."""
    if one.weekday is None or two.weekday is None or one.night or (two.weekday - one.weekday) % 7 != 1:
        return False
    return all(found.first == NOTHING and found.distance is None and not found.side for found in (one, two))


def _mixed(one: Date, two: Date) -> Date | None:
    """What two dates beside each other say together, where they say different things of one day."""
    days = [found for found in (one, two) if found.first != NOTHING]
    weekdays = [found.weekday for found in (one, two) if found.weekday is not None]
    distances = [found.distance for found in (one, two) if found.distance is not None]
    if len(days) > 1 or len(weekdays) > 1 or len(distances) > 1 or len(days) + len(weekdays) + len(distances) != 2:
        return None
    day = days[0] if days else two
    if days and day.last.day is None:
        return None
    return day._replace(weekday=weekdays[0] if weekdays else None, distance=distances[0] if distances else None,
        side=one.side or two.side, night=one.night or two.night,
    )  # fmt: skip
