"""The languages of a site: what is known of each, said once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    ``lang`` is its tag (BCP 47), ``dir`` its direction, ``rtl`` or ``ltr``; ``locales`` are the locales of CLDR that
    have its names of months, by the custom that each follows, the usual one first; a custom of several says all their
    names, and the first's where there is little room. ``english`` is what programs for
    bibliographies call it. ``plural`` counts its forms and chooses one, as catalogues of messages write it, and
    ``categories`` has a number of each form by CLDR's name for it, in the order of the forms; ``single`` are forms of
    one number only, which may leave it out (قتيل واحد، قتيلان). Where messages are ``written`` in it, its catalogue has
    only what differs from them. ``letter`` is how wide a letter of it is on a map, on average, in CSS pixels.
    """

    lang: str
    dir: str
    english: str
    locales: Mapping[str, tuple[str, ...]]
    plural: tuple[int, str]
    categories: Mapping[str, int]
    single: tuple[int, ...]
    letter: float
    written: bool = False

    @property
    def is_rtl(self) -> bool:
        return self.dir == "rtl"


ARABIC = Language(
    lang="ar",
    dir="rtl",
    english="arabic",
    locales=MappingProxyType(
        {
            "levantine": ("ar_SY",),
            "iraqi": ("ar_IQ",),
            "maghrebi": ("ar_MA",),
            "egyptian": ("ar_EG",),
            "levantine-egyptian": ("ar_SY", "ar_EG"),
        }
    ),
    plural=(6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
    categories=MappingProxyType({"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}),
    single=(0, 1, 2),
    letter=6.6,
)
ENGLISH = Language(
    lang="en",
    dir="ltr",
    english="english",
    locales=MappingProxyType({"usual": ("en_GB",)}),
    plural=(2, "(n != 1)"),
    categories=MappingProxyType({"one": 1, "other": 2}),
    single=(0,),
    letter=7.2,
    written=True,
)

#: The languages by their tags. Reports are written in the first.
LANGUAGES: Mapping[str, Language] = MappingProxyType({one.lang: one for one in (ARABIC, ENGLISH)})
