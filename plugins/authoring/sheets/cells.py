"""What stands in a cell: words that can stand in a text, dates, figures, coordinates. What is wrong is ``Refused``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from reports import messages
from reports.edtf import parse_date
from reports.figure_notation import UNCOUNTED, FigureError, parse_figure
from reports.invisible import NO_TEXT, PRIVATE, long_heap, unseen
from reports.messages import Refused
from reports.nodes import LONGEST
from reports.slips import slips
from words import Number, Reading
from words.dates import Date
from words.letters import fold

from .mapping import DAY_FIRST, MONTH_FIRST

#: What people write where they know nothing.
_UNKNOWN = set(map(fold, (
    "unknown", "n/a", "na", "none given", "not known", "null", "nan", "?", "-", "–", "—",
    "غير معروف", "غير معروفة", "مجهول", "لا يوجد", "غير محدد",
)))  # fmt: skip
#: What people write where some were harmed and nobody counted them.
_SOME = set(map(fold, ("بعض", "عدد", "عدة", "بضعة", "several", "a number")))
_DATE_AND_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?")
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?")
_NUMBERED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[,٬ ]\d{3})+(?!\d)")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
#: The code of a character, of which titles have what a text must not.
_CODE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,5})|([0-9]{1,6}))(?![0-9a-fA-F])")
_MEANT_AS_MARK = re.compile(r"\]\s{0,20}\{|\{\s{0,20}\.\w")


def plain(text: str) -> str:
    """The words of a cell in one line, in Unicode's form NFC, without characters that nobody sees but for those that a
    script needs. Raises ``Refused`` where they could not stand in a text."""
    if text.isascii() and text.isprintable() and "&" not in text and len(text) < 60 and not _DOUBTFUL.search(text):
        return " ".join(text.split())
    if long_heap(text) is not None:
        raise Refused(messages.HEAP())
    text = _BLANK.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if unseen(text):
        text = "".join(char for char in text if not _is_hidden(char))
    text = " ".join(text.split(" ")).strip()
    if wrong := unseen(text):
        raise Refused(wrong)
    if any(_is_hidden(chr(int(hexed, 16) if hexed else int(number))) for hexed, number in _CODE.findall(text)):
        raise Refused(messages.CODED_CONTROL())
    if _MEANT_AS_MARK.search(text) or any(True for _ in slips(text)):
        raise Refused(messages.CELL_WITH_MARK())
    if len(text) > LONGEST:
        raise Refused(messages.LONG_CELL(size=len(text), most=LONGEST))
    return text


_DOUBTFUL = re.compile(r"[\[\]{}<>\\`]|redacted", re.I)


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or bool(NO_TEXT.match(char) or PRIVATE.match(char))


def is_unknown(text: str) -> bool:
    """Whether a cell says that something is not known, in words or by being empty."""
    return not text or fold(text) in _UNKNOWN


def _in_latin_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


@lru_cache(maxsize=10_000)
def edtf_of(text: str, order: str = "") -> str:
    """A date in EDTF: of EDTF itself, numbers, or words in either language. Of numbers that could be either, ``order``
    says whether day or month stands first."""
    text = _in_latin_digits(text)
    if match := _DATE_AND_TIME.fullmatch(text):
        text = match[1] if match[2] == "00:00" else f"{match[1]}T{match[2]}"
    elif match := _YEAR_FIRST.fullmatch(text):
        text = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    elif match := _NUMBERED.fullmatch(text):
        text = _numbered(text, int(match[1]), int(match[2]), match[3], order)
    try:
        return parse_date(text).text
    except Refused as refused:
        if (read := _read_date(text)) is not None:
            return read
        raise Refused(messages.NAMED(messages.WRITE_DATE(), what=messages.THE_DATE(), error=refused.message)) from None


def time_of(text: str) -> str:
    """A time of day to the minute, as people and spreadsheets write it, or nothing: 9:05, 14:30:00, ١٤:٣٠."""
    match = _TIME.fullmatch(_in_latin_digits(text))
    return f"{match[1]:0>2}:{match[2]}" if match else ""


def _numbered(text: str, first: int, second: int, year: str, order: str) -> str:
    if not order and first <= 12 and second <= 12 and first != second:
        raise Refused(messages.DAY_OR_MONTH(text=text))
    day, month = (second, first) if order == MONTH_FIRST or (order != DAY_FIRST and second > 12) else (first, second)
    return f"{year}-{month:02}-{day:02}"


def _read_date(text: str) -> str | None:
    """A date in words, if that is all that a text says."""
    for lang in ("en", "ar"):
        found = Reading(text, lang).dates
        if len(found) == 1 and not text[: found[0].start].strip() and not text[found[0].end :].strip(" ."):
            return _written_date(found[0])
    return None


def _written_date(found: Date) -> str | None:
    if found.islamic or found.distance or found.side or found.period or not found.first.year or not found.last.year:
        return None
    ends = ["-".join(f"{part:02}" for part in day if part) for day in (found.first, found.last)]
    try:
        return parse_date(ends[0] if ends[0] == ends[1] else "/".join(ends)).text
    except Refused:
        return None


@lru_cache(maxsize=10_000)
def figure_of_cell(text: str) -> str:
    """A figure in the notation of records: of that itself, or of words such as «5 على الأقل» and "between 5 and 7"."""
    if fold(text) in _SOME:
        return UNCOUNTED
    short = _GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), _in_latin_digits(text))
    short = re.sub(r"(?<=\d)\.0+(?!\d)", "", short)
    short = re.sub(r"\s*[-‐-―−]\s*(?=\d)", "-", short) if re.match(r"\d", short) else short
    short = re.sub(r"(?<![\d.])0+(?=\d)", "", short)
    try:
        return parse_figure(short).written
    except FigureError as error:
        if (read := _read_figure(short)) is not None:
            return read
        raise Refused(messages.NO_FIGURE_IN_CELL(text=text)) from error


def _read_figure(text: str) -> str | None:
    for lang in ("en", "ar"):
        reading = Reading(text, lang)
        if len(reading.numbers) == 1 and (whole := reading.numbers[0]).said and not _around(text, whole):
            return _written_figure(whole)
    return None


def _around(text: str, number: Number) -> str:
    start, end = number.said
    return (text[:start] + text[end:]).strip(" .")


def _written_figure(number: Number) -> str | None:
    if number.word:
        written = number.word
    elif number.low != number.high:
        written = f"{number.low}-{number.high}"
    elif number.up_to:
        written = f"..{number.high}"
    else:
        written = "~" * number.approximate + str(number.low) + "+" * number.open
    try:
        return parse_figure(written).written
    except FigureError:
        return None


def whole_number(text: str) -> int:
    """A whole number of people."""
    figure = parse_figure(figure_of_cell(text))
    if figure.low is None or figure.low != figure.high or figure.open or figure.approximate:
        raise Refused(messages.NO_NUMBER_IN_CELL(text=text))
    return figure.low


def coordinate(text: str, most: int) -> str:
    """A latitude or longitude in degrees, as a record writes it; ``most`` is 90 or 180."""
    text = _in_latin_digits(text).replace("−", "-").replace("٫", ".")
    if re.fullmatch(r"-?\d{1,3},\d+", text):
        text = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,3}(?:\.\d+)?", text) or abs(float(text)) > most:
        raise Refused(messages.NO_COORDINATE(text=text, most=most))
    return text.removeprefix("+")


def latitude(text: str) -> str:
    """A latitude in degrees."""
    return coordinate(text, 90)


def longitude(text: str) -> str:
    """A longitude in degrees."""
    return coordinate(text, 180)


def coordinates(text: str) -> tuple[str, str]:
    """Both in one cell, the latitude first."""
    ends = [part for part in re.split(r"[\s,;،]+", text) if part]
    if len(ends) != 2:
        raise Refused(messages.NO_COORDINATES(text=text))
    return latitude(ends[0]), longitude(ends[1])


def word_of(text: str, words: Mapping[str, str]) -> str | None:
    """What a cell means by a table of folded words; ``None`` where it is not there."""
    return words.get(" ".join(re.findall(r"[^\W_]+", fold(text))))


def is_day(text: str) -> date | None:
    """The day, where an EDTF date is one."""
    try:
        return parse_date(text).exact_day
    except Refused:
        return None
