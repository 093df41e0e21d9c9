"""Names that are months as well: رجب, أيار, May. Such a word is somebody's name where it stands in no date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .folding import CALENDAR, stems, words

#: Words of the calendar that people are called by.
NAMES = frozenset(
    words("محرم صفر ربيع رجب شعبان رمضان شوال نيسان آذار أيار تموز أيلول march april may june july august")
)
#: A quick look into a folded text: without this there is none in it.
MAY_BE = re.compile("|".join(sorted(NAMES)))
#: Stands before such a word where it is a name.
SIGN = "\u2020"
#: What stands before a month, and behind one.
_BEFORE = frozenset(
    words(
        "في منذ خلال شهر شهري أشهر عام سنة يوم أوائل أواخر منتصف مطلع نهاية بداية أول آخر غرة هلال عيد "
        "in since until till during by of early late mid last next this month every"
    )
)
_AFTER = frozenset(words("الماضي المقبل القادم الجاري الحالي نفسه ذاته المبارك"))
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def as_names(text: str) -> Iterator[str]:
    """The words of a text that are months in other places and names here, folded, behind the sign."""
    tokens = [(token, folded[0]) for token in _TOKEN.findall(text) if (folded := words(token))]
    for at, (token, word) in enumerate(tokens):
        for stem in stems(word):
            if stem in NAMES and not token[0].islower():
                before = tokens[at - 1][1] if at else ""
                after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
                if not (_is_of_date(before, _BEFORE) or _is_of_date(after, _AFTER)):
                    yield SIGN + stem


def _is_of_date(word: str, some: frozenset[str]) -> bool:
    return word.isdecimal() or word in some or any(stem in CALENDAR for stem in stems(word))
