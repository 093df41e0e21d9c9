"""The words that CLDR gives, taken from Babel: months, weekdays and lists; and digits and their grouping.

Babel writes resolved aliases back into data that locales share: after any use of ``ar``, the abbreviated and
stand-alone months of ``ar_SY`` come out as those of ``ar`` (its bug #1234). So each locale is loaded when
this module is imported, what we need of it is copied at once, and only names in the *format, wide* form are
taken, which every locale of ours spells out itself and no alias reaches.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import localedata
from markupsafe import Markup

from .language import LANGUAGES

#: The digits that Arabic may be written with.
DIGITS = ("latn", "arab")

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_GROUPING = {"latn": ",", "arab": "٬"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names: ``months`` from January, as they are read, and as they stand where there is little room; ``weekdays``
    from Monday."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Locale:
    """What of a locale is used: its names and its list patterns by kind (``and``, ``or``)."""

    calendar: Calendar
    lists: Mapping[str, Mapping[str, str]]


def _load(names: tuple[str, ...]) -> Locale:
    """The first of some locales, with the names that all of them have for a month: تشرين الثاني/نوفمبر."""
    loaded = [copy.deepcopy(localedata.load(name)) for name in names]
    weekdays, patterns = loaded[0]["days"]["format"]["wide"], loaded[0]["list_patterns"]
    months = [[data["months"]["format"]["wide"][n] for data in loaded] for n in range(1, 13)]
    lists = {"and": dict(patterns["standard"]), "or": dict(patterns["or"])}
    calendar = Calendar(
        months=tuple("/".join(dict.fromkeys(month)) for month in months),
        short_months=tuple(first for first, *_ in months),
        weekdays=tuple(weekdays[n] for n in range(7)),
    )
    return Locale(calendar, lists)


#: The locales of each language, by the custom of naming months that each follows.
LOCALES = {
    language.lang: {custom: _load(names) for custom, names in language.locales.items()}
    for language in LANGUAGES.values()
}


def with_digits(text: str, digits: str) -> str:
    """``text`` with its digits in the script asked for (``latn`` or ``arab``); nothing else changes."""
    return text.translate(_ARABIC_DIGITS) if digits == "arab" else text


def grouped(number: int, digits: str) -> str:
    """A whole number in groups of three: ``1,234``, ``١٬٢٣٤``.

    Babel's ``format_decimal(…, numbering_system="arab")`` changes the separators and leaves Western digits.
    """
    return with_digits(f"{number:,}".replace(",", _GROUPING[digits]), digits)


def joined(items: Sequence[str], patterns: Mapping[str, str]) -> str:
    """The items as a list in words, by CLDR's patterns. Safe HTML where one of the items is ``Markup``."""
    markup = any(hasattr(item, "__html__") for item in items)
    pattern = {name: Markup(text) if markup else text for name, text in patterns.items()}
    if not items:
        return ""
    if len(items) == 1:
        return items[0]
    if len(items) == 2:
        return pattern["2"].format(items[0], items[1])
    text = pattern["end"].format(items[-2], items[-1])
    for index in range(len(items) - 3, 0, -1):
        text = pattern["middle"].format(items[index], text)
    return pattern["start"].format(items[0], text)
