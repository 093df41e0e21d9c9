"""Dates that stand in a text without a mark, as a mark has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reports.edtf import DateError, EdtfDate, parse_date
from reports.messages import Message
from reports.messages import suggestions as messages
from words import Date

from .new_marks import NewMark
from .own_report import OwnReport

#: So many days after what it tells of, a report is one that looks back: its "Sunday" is none of last week.
_LOOKS_BACK = timedelta(32)


def dates_in(own: OwnReport, lang: str) -> Iterator[NewMark]:
    """The dates of a text without a mark."""
    days = Days(own)
    before: NewMark | None = None
    for mark in _each(own, lang, days):
        both = before and _both(before, mark, own.texts[lang].blocks[mark.block - 1].text)
        if before and not both:
            yield before
        before = both or mark
    if before:
        yield before


def _each(own: OwnReport, lang: str, days: Days) -> Iterator[NewMark]:
    looked = own.looked[lang]
    for block, reading in looked.readings:
        for found in reading.dates:
            marks = looked.touching(block.number, found.start, found.end)
            marked = next((mark.when for mark in marks if mark.when), None)
            when, why = (marked, None) if marked else days.of(found)
            days.named(when)
            if when is None or why is None or any(mark.redacted for mark in marks):
                continue
            if not looked.is_linked(block.number, found.start):
                yield NewMark(block.number, found.start, found.end, (), why, when)


def _both(one: NewMark, two: NewMark, text: str) -> NewMark | None:
    """Two days in a row that are told together, as one stretch of time: Sunday and Monday."""
    first, last = (mark.when.exact_day if mark.when else None for mark in (one, two))
    if one.block != two.block or first is None or last is None or last - first != timedelta(1):
        return None
    if text[one.end : two.start] not in (" و", " and "):
        return None
    return replace(one, end=two.end, when=parse_date(f"{first}/{last}"))


class Days:
    """From which day the dates of a text are told: that of publication, or in a report that looks back, the one that is
    named before them, and at first that of its events."""

    def __init__(self, own: OwnReport) -> None:
        record = own.record
        self._published = record.published.earliest
        told = [event.when for id, event in record.events.items() if id not in own.unconfirmed]
        told += [document.published for document in record.documents.values()]
        days = sorted(when.earliest for when in told if when and when.earliest)
        self._last: date | None = None
        if self._published and days and days[-1] + _LOOKS_BACK < self._published:
            self._last = days[len(days) // 2]

    def named(self, when: EdtfDate | None) -> None:
        """Remember a date that stands in the text."""
        if self._last and when and when.earliest and when.latest and when.latest - when.earliest < _LOOKS_BACK:
            self._last = when.earliest

    def of(self, found: Date) -> tuple[EdtfDate | None, Message]:
        """A date as a mark has it, and by what it is known; ``None`` where the words do not say one, a time of day for
        example."""
        if found.time:
            return None, messages.DATE_NAMED()
        named_year = found.first.year or found.last.year
        if self._last and not named_year and not found.islamic:
            return self._looking_back(found, self._last)
        return _parsed(found, found.span(self._published)), self._why(found, bool(named_year))

    def _looking_back(self, found: Date, last: date) -> tuple[EdtfDate | None, Message]:
        why = messages.DATE_NEAREST(day=str(last))
        if found.first.month:
            spans = (found.span(date(last.year + years, 12, 31)) for years in (-1, 0, 1))
            near = [span for span in spans if span]
            best = min(near, key=lambda span: abs(span[0] - last), default=None)
            return _parsed(found, best), why
        if found.weekday is not None and not found.side and not found.distance:
            away = (found.weekday - last.weekday() + 3) % 7 - 3
            day = last + timedelta(away)
            return (_parsed(found, (day, day)) if found.first.day in (None, day.day) else None), why
        if found.other and found.distance:
            return _parsed(found, found.told_from(last)), why
        return None, why

    def _why(self, found: Date, named_year: bool) -> Message:
        if found.islamic:
            return messages.DATE_ISLAMIC()
        if named_year:
            return messages.DATE_NAMED()
        day = str(self._published)
        if found.first.month:
            return messages.DATE_WITHOUT_YEAR(day=day)
        return messages.DATE_WEEKDAY(day=day) if found.weekday is not None else messages.DATE_TOLD(day=day)


def _parsed(found: Date, span: tuple[date, date] | None) -> EdtfDate | None:
    try:
        return parse_date(_edtf(found, *span)) if span else None
    except DateError:
        return None


def _edtf(found: Date, first: date, last: date) -> str:
    """From one day to another as a date is written: as exactly as the words say it."""
    if first == last:
        return first.isoformat() + "~" * (found.islamic is not None)
    if (found.distance and last - first > timedelta(1)) or found.islamic:  # a night lies in two days, and is told
        return f"{first.isoformat()}~/{last.isoformat()}~"
    begins, ends = first.day == 1, (last + timedelta(1)).day == 1
    if begins and ends and (first.month, last.month) == (1, 12):
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    if begins and ends:
        same = (first.year, first.month) == (last.year, last.month)
        return f"{first:%Y-%m}" if same else f"{first:%Y-%m}/{last:%Y-%m}"
    return f"{first.isoformat()}/{last.isoformat()}"
