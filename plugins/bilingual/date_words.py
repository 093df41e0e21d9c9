"""EDTF dates in words, without loss: ``2016-09~/..`` is "since about September 2016".

Arabic spells an interval with من … إلى, so that no reordering of digits can turn it round. English sets an en
dash between dates that are certain, and words between others.
"""

from __future__ import annotations

from datetime import date, timedelta

from .direction import LRI, isolate
from .marking import P_
from .shapes import Edtf, Moment, Speaker

_SEASONS = {
    21: P_("season", "spring %(year)s"),
    22: P_("season", "summer %(year)s"),
    23: P_("season", "autumn %(year)s"),
    24: P_("season", "winter %(year)s–%(next_year)s"),
}


def day(voice: Speaker, when: date) -> str:
    """``4 October 2016``"""
    return f"{voice.digits(when.day)} {voice.month(when.month)} {voice.digits(when.year)}"


def short_day(voice: Speaker, when: date) -> str:
    """``4 Oct 2016``, ``4 تشرين الأول 2016``: a month has one name."""
    return f"{day_of_month(voice, when)} {voice.digits(when.year)}"


def day_of_month(voice: Speaker, when: date) -> str:
    """``4 Oct``, ``4 تشرين الأول``. Arabic has no shorter names."""
    month = voice.short_month(when.month)
    return f"{voice.digits(when.day)} {month if voice.lang == 'ar' else month[:3]}"


def spell(voice: Speaker, when: Edtf) -> str:
    """A date or an interval in words. Never empty."""
    if not when.interval:
        assert when.start is not None
        return _moment(voice, when.start, when.text)
    first, last = when.text.split("/")
    if when.start and when.end:
        return _between(voice, (when.start, first), (when.end, last))
    if when.start:
        start = _moment(voice, when.start, first)
        if when.open_end:
            return voice.pgettext("dates", "since %(date)s", date=start)
        return voice.pgettext("dates", "from %(date)s to an unknown date", date=start)
    assert when.end is not None
    end = _moment(voice, when.end, last)
    if when.open_start:
        return voice.pgettext("dates", "until %(date)s", date=end)
    return voice.pgettext("dates", "from an unknown date to %(date)s", date=end)


def _between(voice: Speaker, start: tuple[Moment, str], end: tuple[Moment, str]) -> str:
    (first, _), (last, _) = start, end
    words = _moment(voice, *start), _moment(voice, *end)
    if words[0] == words[1]:
        return words[0]
    if _is_month(*start, last):
        return voice.pgettext("dates", "during %(month)s", month=_bare(voice, *start))
    if not (_plain(*start) and _plain(*end)):
        return voice.pgettext("dates", "from %(start)s to %(end)s", start=words[0], end=words[1])
    kinds = {first.precision, last.precision}
    same_year = first.year == last.year
    if kinds == {"day"}:
        return _days(voice, first.earliest, last.earliest, words)
    if kinds == {"month"} and same_year:
        return _tight(voice, voice.month(first.earliest.month), words[1])
    if kinds == {"year"}:
        return _tight(voice, *words)
    return _wide(voice, *words)


def _is_month(first: Moment, text: str, last: Moment) -> bool:
    """Whether an interval goes from a month, exactly or about, to the last day of it, exactly or about."""
    if (first.precision, last.precision) != ("month", "day") or first.uncertain or last.uncertain or "XX" in text:
        return False
    same = (first.year, first.month) == (last.year, last.month)
    return same and (last.earliest + timedelta(days=1)).day == 1


def _days(voice: Speaker, first: date, last: date, words: tuple[str, str]) -> str:
    """From a day to another. Of two that follow each other Arabic names both: 29 و30 تشرين الثاني 2016."""
    following = (last - first).days == 1
    if (first.year, first.month) == (last.year, last.month):
        ends = {"start": voice.digits(first.day), "end": words[1]}
        return voice.pgettext("a day and the next", "%(start)s–%(end)s", **ends) if following else _tight(voice, **ends)
    begin = f"{voice.digits(first.day)} {voice.month(first.month)}" if first.year == last.year else words[0]
    if following:
        return voice.pgettext("a day and the next", "%(start)s – %(end)s", start=begin, end=words[1])
    return _wide(voice, begin, words[1])


def _tight(voice: Speaker, start: str, end: str) -> str:
    return voice.pgettext("dates", "%(start)s–%(end)s", start=start, end=end)


def _wide(voice: Speaker, start: str, end: str) -> str:
    return voice.pgettext("dates", "%(start)s – %(end)s", start=start, end=end)


def _plain(moment: Moment, text: str) -> bool:
    return not (moment.uncertain or moment.approximate or "XX" in text)


def _moment(voice: Speaker, moment: Moment, text: str) -> str:
    """One date and how certain it is; ``text`` is its EDTF, which alone shows unspecified parts."""
    words = _bare(voice, moment, text)
    if moment.uncertain and moment.approximate:
        return voice.pgettext("dates", "possibly about %(date)s", date=words)
    if moment.uncertain:
        return voice.pgettext("dates", "possibly %(date)s", date=words)
    if moment.approximate:
        return voice.pgettext("dates", "about %(date)s", date=words)
    return words


def _bare(voice: Speaker, moment: Moment, text: str) -> str:
    first = moment.earliest
    year = voice.digits(first.year)
    match moment.precision:
        case "day":
            words = day(voice, first)
            return _at(voice, words, moment.time) if moment.time else words
        case "month":
            words = f"{voice.month(first.month)} {year}"
            return voice.pgettext("dates", "a day in %(month)s", month=words) if "XX" in text else words
        case "season":
            return voice.pgettext(
                *_SEASONS[moment.season or 0], year=year, next_year=voice.digits(int(moment.year) + 1)
            )
        case "decade":
            return voice.pgettext("dates", "%(decade)ss", decade=voice.digits(int(moment.year[:3]) * 10))
        case "century":
            return _century(voice, int(moment.year[:2]) + 1)
    words = voice.pgettext("dates", "%(year)s", year=year)
    if text.count("-XX") == 2:
        return voice.pgettext("dates", "a day in %(year)s", year=words)
    return voice.pgettext("dates", "a month in %(year)s", year=words) if "-XX" in text else words


def _century(voice: Speaker, number: int) -> str:
    century = voice.digits(number)
    if voice.lang == "en":
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        century += ending
    return voice.pgettext("dates", "%(century)s century", century=century)


def _at(voice: Speaker, words: str, time: str) -> str:
    """A day with its time: ``14:30Z`` and ``14:30:00Z`` are 14:30 UTC; seconds are told where there are any."""
    clock = time[:8] if time[5:6] == ":" else time[:5]
    zone = time.removeprefix(clock)
    clock = voice.digits(clock[:5] if clock[5:] == ":00" else clock)
    if zone == "":
        return voice.pgettext("dates", "%(date)s, %(time)s", date=words, time=clock)
    hours, _, minutes = zone[1:].partition(":")
    if zone == "Z" or not int(hours) + int(minutes or 0):
        return voice.pgettext("dates", "%(date)s, %(time)s UTC", date=words, time=clock)
    sign = "+" if zone[0] == "+" else "−"
    offset = sign + str(int(hours)) + (f":{minutes}" if int(minutes or 0) else "")
    offset = voice.digits(offset)
    if voice.lang == "ar":
        offset = isolate(offset, LRI)
    return voice.pgettext("dates", "%(date)s, %(time)s (UTC%(offset)s)", date=words, time=clock, offset=offset)
