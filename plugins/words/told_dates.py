"""Dates that are told from another day: weekdays, yesterday, last month, four days ago."""

from __future__ import annotations

from . import months
from .date_tokens import DateTokens
from .dates import Date, Day
from .letters import fold

_NOT_TODAY = frozenset(
    map(
        fold,
        "السابق التالي الأول الثاني الثالث الرابع الخامس الموالي الذي نفسه ذاته الواحد الأخير الدراسي الوطني "
        "العالمي".split(),
    )
)
#: What can stand behind "the day before", where that is told from a day named already.
_GOES_ON = frozenset("and but or when while as in at on by from with had was were it he she they there to".split())
#: What can stand between a weekday and its day of the month, and behind the number of that.
_CORRESPONDING = frozenset(map(fold, "الموافق الموافقة المصادف في".split()))
_DAY_SUFFIX = frozenset("st nd rd th".split())


class ToldDates(DateTokens):
    """Reads the date at a token that is a weekday, a day told from today, or a unit of time."""

    def _weekday(self, at: int) -> tuple[Date | None, int]:
        stem = self._stem(at)
        if self.lang == "en":
            short = stem in months.SHORT_DAYS
            near = self.folded[self.tokens[at].end : self.tokens[at].end + 2]
            if short and not (
                self._is_capital(at)
                and (near[:1] in ".," or self._day_number(at + 1) or self._text(at - 1) in ("on", "last"))
            ):
                return None, at + 1
        first = last = at
        if numbered := self._day_of_month(at + 1):
            day, last, side, other = numbered
            named = Day(day=day)
            found = self._make(at, last, first=named, last=named, weekday=months.WEEKDAYS[stem], side=side, other=other)
            return found, last + 1
        side, last = self._side(first, last)
        if side and self.lang == "en":
            first -= 1
        return self._make(first, last, weekday=months.WEEKDAYS[stem], side=side), last + 1

    def _day_of_month(self, at: int) -> tuple[int, int, int, bool] | None:
        """The day behind a weekday whose month is not named there: الأربعاء 16 منه, Wednesday the 16th. With it its
        last token, whether the month is the last one, and whether it is the one that was named before."""
        if not self._beside(at, " \t\n,،("):
            return None
        if self._text(at) in (_CORRESPONDING if self.lang == "ar" else ("the",)):
            at += 1
        day = self._day_number(at) if self._beside(at, " \t\n,،(") else None
        if day is None:
            return None
        return (self._of_that_month if self.lang == "ar" else self._ordinal)(day, at)

    def _of_that_month(self, day: int, at: int) -> tuple[int, int, int, bool] | None:
        if self._text(at + 1) == "عشر" and day < 10 and self._beside(at + 1):
            day, at = day + 10, at + 1
        behind = at + 1
        if self._text(behind) == "منه" and self._beside(behind):
            return day, behind, 0, True
        if self._text(behind) == "من":
            behind += 1
        if self._text(behind).removeprefix("ال") == "شهر":
            behind += 1
        said = self._text(behind)
        if not self._beside(behind) or (behind == at + 1 and said not in months.THIS):
            return None
        if said in months.THIS or said in months.LAST:
            return day, behind, -1 if said in months.LAST else 0, False
        return (day, behind, 0, True) if months.AWAY.get(said) == 0 else None

    def _ordinal(self, day: int, at: int) -> tuple[int, int, int, bool] | None:
        if self.tokens[at].kind == "number":
            at += 1
            if self._text(at) not in _DAY_SUFFIX or self.tokens[at - 1].end != self.tokens[at].start:
                return None
        return (day, at, 0, False) if not self._is_told_of(at + 1) else None

    def _told_from_another(self, at: int) -> tuple[Date, int] | None:
        """A day or night that is told from one named before: the same day, that day, the night before; and its last
        token."""
        night = months.UNITS.get(self._stem(at)) == 0
        if not night and (self._text(at) == "days" or months.UNITS.get(self._stem(at)) != 1):
            return None
        before = self._text(at - 1) if self._beside(at, " \t\n") else ""
        after = self._text(at + 1) if self._beside(at + 1, " \t\n") else ""
        first = last = at
        if self.lang == "ar":
            away = months.AWAY.get(after)
            if away is not None and self.tokens[at].facts.stem.startswith("ال"):
                last = at + 1
            elif before.removeprefix("و") in months.SAME:
                away, first = 0, at - 1
            else:
                return None
        else:
            away = months.AWAY.get(before)
            if away is not None and not (before == "next" and self._text(at - 2) != "the"):
                first = at - (2 if self._text(at - 2) == "the" else 1)
            elif before == "the" and after in ("before", "after") and not self._is_told_of(at + 2):
                away, first, last = (-1 if after == "before" else 1), at - 1, at + 1
            else:
                return None
        distance = (away, away + 1) if night else (away, away)
        return self._make(first, last, distance=distance, other=True), last + 1

    def _is_told_of(self, at: int) -> bool:
        """Whether something stands at a token from which time is told: the day before the strike."""
        return self._beside(at, " \t\n") and self._text(at) not in _GOES_ON

    def _relative(self, at: int) -> tuple[Date | None, int]:
        told = self._told_from_another(at)
        if told:
            return told
        token = self.tokens[at]
        distance = months.RELATIVE[token.facts.stem]
        after = self._text(at + 1) if self._beside(at + 1, " \t\n") else ""
        if distance == 0 and self.lang == "ar":
            before = self._stem(at - 1) if self._beside(at, " \t\n") else ""
            if after in _NOT_TODAY or before in ("ذلك", "نفس") or token.facts.joined in ("ك", "لل"):
                return None, at + 1
        first = at
        before = self._text(at - 1) if self._beside(at, " \t\n") else ""
        two_before = self._text(at - 2)
        if distance == -1 and self.lang == "ar" and after == "الاول":  # أمس الأول
            return self._make(at, at + 1, distance=(-2, -2)), at + 2
        if distance == -1 and (before in ("اول", "قبل") or (before == "من" and two_before == "اول")):
            distance, first = -2, at - (2 if before == "من" else 1)
        elif distance == -1 and before == "before" and two_before == "day":
            distance, first = -2, at - (3 if self._text(at - 3) == "the" else 2)
        elif distance == 1 and before == "after" and two_before == "day":
            distance, first = 2, at - (3 if self._text(at - 3) == "the" else 2)
        elif distance == 1 and before == "بعد":
            distance, first = 2, at - 1
        return self._make(first, at, distance=(distance, distance)), at + 1

    def _unit(self, at: int) -> tuple[Date | None, int]:
        """Last month, this morning, four days ago, the past three days, in the year 2011."""
        told = self._told_from_another(at)
        if told:
            return told
        stem, text = self._stem(at), self._text(at)
        days = months.UNITS[stem]
        after = self._text(at + 1) if self._beside(at + 1, " \t\n") else ""
        before = self._text(at - 1) if self._beside(at, " \t\n") else ""
        year = self._year_number(at + 1) if days == 366 and (self.lang == "ar" or before == "the") else None
        if year and self._beside(at + 1, " \t\n"):
            return self._make(at, at + 1, first=Day(year), last=Day(year)), at + 2
        if self.lang == "ar":
            side = -1 if after in months.LAST else 1 if after in months.NEXT else None
            side = 0 if after in months.THIS or before in ("هذا", "هذه") else side
            if side is not None:
                counted, begin = self._counted_before(at)
                last = at if side == 0 and before in ("هذا", "هذه") else at + 1
                if counted:
                    return self._past(begin, last, counted, days), last + 1
                if self.tokens[at].facts.article or text.startswith("ال"):
                    return self._this(at, last, days, side), last + 1
            number, begin = self._counted_ago(at)
            if number:
                return self._ago(begin, at, number, days), at + 1
            return None, at + 1
        side = {"last": -1, "past": -1, "previous": None, "next": 1, "this": 0}.get(before)
        if side is not None and (stem.endswith("s") is False or days == 0):
            if side < 0 and days == 1:
                return None, at + 1
            return self._this(at - 1, at, days, side), at + 1
        if days == 0 and after == "before" and self._text(at + 2) == "last":
            return self._make(at - (before == "the"), at + 2, distance=(-2, -1)), at + 3
        counted, begin = self._counted_before(at)
        if counted and days == 1 and after in ("earlier", "later"):
            away = counted if after == "later" else -counted
            return self._make(begin, at + 1, distance=(away, away), other=True), at + 2
        if counted and after == "ago":
            return self._ago(begin, at + 1, counted, days), at + 2
        if counted and self._text(begin - 1) in ("past", "last", "previous") and self._beside(begin):
            return self._past(begin - 1, at, counted, days), at + 1
        return None, at + 1

    def _this(self, first: int, last: int, days: int, side: int) -> Date | None:
        if days == 0:
            night = (-1, 0) if side < 0 else (0, 0)
            return self._make(first, last, distance=night)
        if days in (31, 366):
            return self._make(first, last, period="month" if days == 31 else "year", side=side)
        if days == 7:
            span = {-1: (-13, -1), 0: (-6, 6), 1: (1, 13)}[side]
            return self._make(first, last, distance=span)
        if days == 1 and side:
            return self._make(first, last, distance=(side, side))
        return None

    def _counted_before(self, at: int) -> tuple[int | None, int]:
        """The number that stands before a unit, and where it begins."""
        for begin in (at - 3, at - 2, at - 1):
            if begin < 0 or not self._beside(at, " \t\n"):
                continue
            token = self.tokens[begin]
            if token.kind == "number" or token.facts.numeral:
                found = self.cardinals.whole(begin)
                if found and found.end == at and found.low == found.high and not found.word and found.low < 1000:
                    return found.low, begin
        if self._text(at - 1) in ("a", "an") and self._beside(at, " \t\n"):
            return 1, at - 1
        return None, at

    def _counted_ago(self, at: int) -> tuple[int | None, int]:
        noun = self.tokens[at].facts.noun
        number, begin = self._counted_before(at)
        if number is None and noun and noun.number and not self.tokens[at].facts.joined:
            number = noun.number
        before = self._text(begin - 1) if self._beside(begin, " \t\n") else ""
        bare = before.removeprefix("و")
        if bare == "قبل" and number:
            return number, begin - 1
        return None, at

    def _ago(self, first: int, last: int, number: int, days: int) -> Date | None:
        if days == 1 or days < 0:
            whole = number if days == 1 else number // 24
            near = (-whole, -whole) if days == 1 else (-whole - 1, -whole)
            return self._make(first, last, distance=near)
        if days == 0:
            return self._make(first, last, distance=(-number, -number))
        slack = {7: 3, 31: 16, 366: 183}[days]
        middle = {7: 7, 31: 30, 366: 365}[days] * number
        return self._make(first, last, distance=(-middle - slack, -middle + slack))

    def _past(self, first: int, last: int, number: int, days: int) -> Date | None:
        whole = number if days == 1 else (number + 23) // 24 if days < 0 else max(days, 1) * number
        return self._make(first, last, distance=(-whole, 0))
