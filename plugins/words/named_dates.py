"""Dates that are named: by day, month and year, in words and in digits, of either calendar."""

from __future__ import annotations

import re
from datetime import date

from . import months
from .date_tokens import DateTokens
from .dates import Date, Day
from .letters import fold

_WORDS_BEFORE = frozenset(
    map(
        fold,
        "في منذ خلال شهر شهري أشهر عام سنة يوم أوائل أواخر منتصف مطلع نهاية بداية أول آخر حتى من إلى قبل بعد "
        "وفي لشهر بشهر "
        "in since until till during by of early late mid last next this from to through before after between end start "
        "beginning and".split(),
    )
)
_TO = re.compile(r"\s*(?:-|–|—|الي|الى|حتي|حتى|وحتي|وحتى|to|until|till|through)\s*(?:يوم\s*)?")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_BETWEEN = re.compile("[-/.]")
_EN_DAY_SUFFIX = frozenset(("st", "nd", "rd", "th"))
_YEAR_BEFORE = frozenset(
    map(
        fold,
        "عام سنة العام لعام بعام وعام سنوات عامي أوائل أواخر مطلع منتصف نهاية بداية خريف صيف شتاء "
        "year years early late mid spring summer autumn winter".split(),
    )
)
_IN = frozenset(map(fold, "في منذ حتى in since until by before after during of from to".split()))
_OF_MONTH = frozenset(map(fold, "من شهر of the".split()))
_OF_YEAR = frozenset(map(fold, "عام سنة من لعام of".split()))
_JOINS = frozenset(map(fold, "إلى حتى وحتى و to until till through and".split()))


class NamedDates(DateTokens):
    """Reads the date at a token that is a month, a year, or all of it."""

    def _in_digits(self, at: int) -> Date | None:
        text = self.tokens[at].text
        if ":" in text:
            hour, minute = (int(part) for part in text.split(":")[:2])
            return self._make(at, at, time=text) if hour < 25 and minute < 60 else None
        parts = [int(part) for part in _BETWEEN.split(text)]
        if parts[0] > 31:
            year, month, day = parts
        else:
            day, month, year = parts
            if month > 12 >= day:
                day, month = month, day
        try:
            date(year, month, day)
        except ValueError:
            return None
        named = Day(year, month, day)
        return self._make(at, at, first=named, last=named)

    def _month(self, at: int) -> tuple[Date | None, int]:
        named = self._month_at(at)
        if named is None:
            return None, at + 1
        month, last, double = named
        first = at
        day, day_at = self._day_before(at)
        begin: int | None = None
        if day_at is not None:
            first = day_at
            earlier = self._range_before(day_at)
            if earlier:
                begin, first = earlier
        elif (
            self.lang == "en"
            and (number := self._day_number(last + 1))
            and self._beside(last + 1, " \t\n\u2013-." if len(self._text(last)) < 5 else " \t\n\u2013-")
        ):
            day, last = number, last + 1
            last += self._text(last + 1) in _EN_DAY_SUFFIX
            if _TO.fullmatch(self._gap(last + 1)) and (number := self._day_number(last + 1)):
                begin, day, last = day, number, last + 1
        year, last = self._year_after(last)
        side, last = self._side(first, last)
        bare = day is None and year is None and not side and not double
        stem = self.tokens[at].facts.stem
        if bare and (stem in months.DOUBTFUL or month < 0) and not self._is_of_time(at):
            return None, at + 1
        if bare and self.lang == "en" and len(stem) == 3 and stem != "may":
            return None, at + 1
        if self.lang == "en" and stem in ("march", "may", "mar") and not self._is_capital(at):
            return None, at + 1
        if month < 0:
            return self._islamic(first, last, month, begin, day, year, stem)
        if year is not None and year < 1500 and side == 0:
            year = None
        named_last = Day(year, month, day)
        named_first = Day(year, month, begin) if begin else named_last
        found = self._make(first, last, first=named_first, last=named_last, side=side)
        return self._of_same_month(found, last)

    def _islamic(
        self, first: int, last: int, month: int, begin: int | None, day: int | None, year: int | None, stem: str
    ) -> tuple[Date | None, int]:
        if self._text(last + 1) in ("ه", "هجري", "هجريه", "ah", "للهجره") and self._beside(last + 1):
            last += 1
        if day is None and year is None:
            return None, last + 1
        return self._make(first, last, islamic=Day(year, -month, begin or day)), last + 1

    def _of_same_month(self, found: Date, last: int) -> tuple[Date, int]:
        """``17 July until the 19th of it``: حتى 19 منه."""
        number = self._day_number(last + 1)
        if number and _TO.fullmatch(self._gap(last + 1)) and self._text(last + 2) == "منه":
            return self._until(found, number, last + 2)
        joining = self._text(last + 1) in ("حتي", "حتى", "الي", "الى", "وحتي", "وحتى")
        number = self._day_number(last + 2)
        if joining and number and self._text(last + 3) == "منه":
            return self._until(found, number, last + 3)
        return found, last + 1

    def _until(self, found: Date, day: int, last: int) -> tuple[Date, int]:
        """The date with the day on which it ends, and the year that can stand behind that."""
        year, last = self._year_after(last)
        first = found.first._replace(year=found.first.year or year)
        return found._replace(first=first, last=first._replace(day=day), ends=self.tokens[last].end), last + 1

    def _month_at(self, at: int) -> tuple[int, int, bool] | None:
        """The month that is named at a token, where its name ends, and whether it is named twice."""
        stem = self._stem(at)
        last = at
        ends = months.TWO_WORDS.get(stem)
        if ends is not None:
            second = self._text(at + 1)
            if second not in ends or not self._beside(at + 1):
                return None
            month, last = ends[second], at + 1
        else:
            month = months.MONTHS[stem]
        again = self._calendar(last + 1) == "month" and self._gap(last + 1).strip() in ("/", "(", "-", "|", "أو", "")
        if again and (self._gap(last + 1).strip() or month > 0) and not self.tokens[last + 1].facts.joined:
            second_name = self._month_at(last + 1)
            if second_name and (second_name[0] == month):
                return month, second_name[1], True
        return month, last, False

    def _day_before(self, at: int) -> tuple[int | None, int | None]:
        """The day that stands before a month, and where it begins."""
        if self.tokens[at].facts.joined not in ("", "ل", "ال"):
            return None, None
        behind = at - 1
        while behind >= 0 and self._text(behind) in _OF_MONTH and self._beside(behind + 1):
            behind -= 1
        if (
            behind >= 0
            and self._text(behind) in _EN_DAY_SUFFIX
            and self.tokens[behind - 1].end == self.tokens[behind].start
        ):
            behind -= 1
        if behind < 0 or not self._beside(behind + 1, " \t\n-.,"):
            return None, None
        if self.tokens[behind].start < self.until:
            return None, None
        day = self._day_number(behind)
        if self.lang == "ar" and day is None:
            day, behind = self._spelled_day(behind)
        if self.lang == "en" and day and day < 10 and self._text(behind - 1) in ("twenty", "thirty"):
            day, behind = day + (20 if self._text(behind - 1) == "twenty" else 30), behind - 1
        return (day, behind) if day else (None, None)

    def _spelled_day(self, at: int) -> tuple[int | None, int]:
        """الخامس عشر, الحادي والعشرين, العشرين: and where it begins."""
        stem, before = self._stem(at), self._stem(at - 1)
        units = {word.removeprefix("ال"): day for word, day in months.AR_DAYS.items()} | {"حادي": 1, "حاديه": 1}
        unit = units.get(before.removeprefix("ال"))
        if stem == "عشر" and unit:
            return unit + 10, at - 1
        numeral = self.tokens[at].facts.numeral
        if numeral and numeral.kind == "tens" and numeral.value <= 30 and self.tokens[at].facts.article:
            if unit and self.tokens[at].facts.has_and:
                return numeral.value + unit, at - 1
            return numeral.value, at
        return None, at

    def _range_before(self, day_at: int) -> tuple[int, int] | None:
        """The first day of a range that ends at a day: 17-19 July, from 17 to 19 July, 17 و18 آذار."""
        before = day_at - 1
        joins = _TO.fullmatch(self._gap(day_at)) if self._gap(day_at).strip() else None
        if self.tokens[day_at].facts.has_and and self._beside(day_at):  # الخامس والسادس
            joins = re.match("", "")
        if not joins and self._text(before) in _JOINS and self._beside(day_at):
            before -= 1
            joins = re.match("", "")
        number = self._day_number(before)
        if joins and number and self.tokens[before].start >= self.until:
            return number, before
        return None

    def _year_after(self, last: int) -> tuple[int | None, int]:
        behind = last + 1
        if self._text(behind) in _OF_YEAR and self._beside(behind, " ,\n"):
            behind += 1
        token = self.tokens[behind] if behind < len(self.tokens) else None
        if token is None or token.kind != "number" or not _YEAR.fullmatch(token.text):
            return None, last
        if self._gap(behind).strip(" ,،\n()-/"):
            return None, last
        return int(token.text), behind + (self._text(behind + 1) == "م" and self._beside(behind + 1))

    def _is_of_time(self, at: int) -> bool:
        return self._beside(at, " \t\n") and self._text(at - 1) in _WORDS_BEFORE

    def _year(self, at: int) -> tuple[Date | None, int]:
        """A year behind في, عام, in, since."""
        year = self._year_number(at)
        before = self._text(at - 1).removeprefix("و")
        if year is None or not self._beside(at, " \t\n-" if before == "mid" else " \t\n"):
            return None, at + 1
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) and self._beside(at + 1, " ") else None
        if after is not None and after.facts.noun and self.lang == "en":
            return None, at + 1
        if before in _YEAR_BEFORE or (
            before in _IN and not (after is not None and (after.facts.noun or after.text == "من"))
        ):
            last, to = self._year_to(at) if before in _YEAR_BEFORE else (year, at)
            return self._make(at, to, first=Day(year), last=Day(last)), to + 1
        return None, at + 1

    def _year_to(self, at: int) -> tuple[int, int]:
        """The year that ends what a year begins, and where it stands: عامي 2027 و2029, years 2027-2029."""
        year, to = self._year_number(at) or 0, at + 1
        if self._text(to) in ("و", "and") and self._beside(to):
            to += 1
        elif not _TO.fullmatch(self._gap(to)):
            return year, at
        last = self._year_number(to)
        return (last, to) if last and last > year else (year, at)
