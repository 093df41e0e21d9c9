"""Dates in English, for who needs no page."""

from __future__ import annotations

from gettext import NullTranslations

from . import cldr
from .language import ENGLISH
from .shapes import Edtf
from .voice import Voice


def english_date(when: Edtf) -> str:
    """An EDTF date in words: ``about 4 October 2016``. The messages are English themselves."""
    return Voice(ENGLISH, NullTranslations(), cldr.LOCALES[ENGLISH.lang]["usual"], "latn").date(when)
