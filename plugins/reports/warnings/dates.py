"""The date that a mark has against the day, month, year and weekday that its words name, and against "yesterday"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from words import Date
from words.hijri import SLACK, to_gregorian

from .. import messages
from ..edtf import EdtfDate, Moment
from ..model import Claim, Mark
from ..problems import Problems
from .looked_at import LookedAt

_NAMES = (
    messages.MONDAY, messages.TUESDAY, messages.WEDNESDAY, messages.THURSDAY, messages.FRIDAY, messages.SATURDAY,
    messages.SUNDAY,
)  # fmt: skip


def warn_of_dates(looked: LookedAt, claims: Mapping[str, Claim], days: Iterable[date], problems: Problems) -> None:
    """What the words of a date's mark name, and its date is not. ``days`` are those on which the text was published;
    in a claim's words what is told from a day can also be told from that of the claim."""
    days = list(days)
    for number in dict.fromkeys(mark.block for mark in looked.text.marks if mark.when):
        reading = looked.by_block.get(number)
        for found in reading.dates if reading else ():
            for mark in looked.touching(number, found.start, found.end):
                if mark.when and not mark.redacted and mark.sic is None:
                    _compare(looked, mark, found, [*days, *_said_on(looked, mark, claims)], problems)


def _said_on(looked: LookedAt, mark: Mark, claims: Mapping[str, Claim]) -> Iterable[date]:
    for outer in looked.around(mark):
        for id in outer.ids:
            if id in claims and (said := claims[id].as_of):
                yield from (day for day in (said.earliest, said.latest) if day)


def _compare(looked: LookedAt, mark: Mark, found: Date, days: list[date], problems: Problems) -> None:
    when = mark.when
    assert when is not None
    word = looked.text.blocks[mark.block - 1].text[
        max(found.start, mark.start) : min(found.end, mark.start + len(mark.words))
    ]
    at = max(found.start, mark.start)
    day = when.exact_day
    if day and found.weekday is not None and (day.weekday() - found.weekday) % 7 > found.night:
        looked.warn(problems, mark.block, at, messages.WEEKDAY(word=word, date=str(when), day=_NAMES[day.weekday()]()))
    elif found.other:
        named = [other.when for other in looked.text.marks if other.when and other.number < mark.number]
        before = [day for other in named for day in (other.earliest, other.latest) if day]
        if before and not _lies(found, when, [*before, *days]):
            looked.warn(problems, mark.block, at, messages.OTHER_DATE(word=word, date=str(when)))
    elif not (
        _is_named(found, when, whole=found.end - found.start <= len(word))
        and _is_islamic(found, when)
        and _is_told_from(found, when, days)
    ):
        looked.warn(problems, mark.block, at, messages.OTHER_DATE(word=word, date=str(when)))


def _is_named(found: Date, when: EdtfDate, *, whole: bool) -> bool:
    """Whether the days, months and years that are named are those of the date, or one of them is, where only a part of
    the words is marked."""
    ends = [moment for moment in (when.start, when.end) if moment]
    if not when.interval and not whole:
        return any(_is_of(named, ends[0]) for named in (found.first, found.last))
    if not when.interval:
        return all(_is_of(named, ends[0]) for named in {found.first, found.last})
    if found.first != found.last:
        pairs = zip((found.first, found.last), (when.start, when.end), strict=True)
        return all(moment is None or _is_of(named, moment) for named, moment in pairs)
    if any(_is_of(found.first, moment) for moment in ends):
        return True
    # a day, a month or a year within what the date covers
    span = found.span(when.latest)
    low, high = when.earliest or date.min, when.latest or date.max
    return span is None or (span[0] <= high and low <= span[1])


def _is_of(named: tuple[int | None, int | None, int | None], moment: Moment) -> bool:
    """Whether what is named of a day does not contradict a date that may be less exact, or approximate."""
    year, month, day = named
    if moment.approximate or moment.uncertain:
        return year is None or abs(moment.earliest.year - year) <= 1
    if year is not None and not moment.earliest.year <= year <= moment.latest.year:
        return False
    if month is not None and moment.month is not None and month != moment.month:
        return False
    if month is not None and moment.season is not None:
        months = {(moment.earliest.month - 1 + more) % 12 + 1 for more in range(3)}
        return month in months
    return day is None or moment.day is None or day == moment.day


def _is_islamic(found: Date, when: EdtfDate) -> bool:
    """Whether a day of the Hijri calendar can be that of the date."""
    if found.islamic is None or found.islamic.month is None:
        return True
    low, high = when.earliest, when.latest
    if low is None or high is None:
        return True
    year, month, day = found.islamic.year, found.islamic.month, found.islamic.day
    about = int((low.year - 622) * 1.0307) + 1
    for one in (year,) if year else range(about - 1, about + 2):
        first = to_gregorian(one, month, day or 1)
        last = to_gregorian(one, month, day or 30)
        if first and last and first - timedelta(SLACK) <= high and low <= last + timedelta(SLACK):
            return True
    return False


def _is_told_from(found: Date, when: EdtfDate, days: list[date]) -> bool:
    """Whether "yesterday", "last month" and their like lead to the date from one of the days."""
    if (found.distance is None and not found.period) or not days or found.first.day:
        return True
    return _lies(found, when, days)


def _lies(found: Date, when: EdtfDate, days: Iterable[date]) -> bool:
    """Whether a date can be so far from one of the days as the words say."""
    low, high = when.earliest or date.min, when.latest or date.max
    if when.approximate or when.uncertain:
        return True
    spans = (found.told_from(day) if found.distance else found.span(day) for day in days)
    return any(span is not None and span[0] <= high and low <= span[1] for span in spans)
