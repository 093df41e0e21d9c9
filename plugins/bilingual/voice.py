"""The two voices: everything that a page says in words, dates, numbers and lists goes through one of them.

    voices = load_voices(Path("themes/briefing/translations"), Path("themes/briefing/templates"))
    voices["ar"].date(event.when)           # من 29 أيلول إلى 4 تشرين الأول 2016
    voices["en"].count_phrase("killed", 400, 400, True, False)      # at least 400 people killed
    page = voices["ar"].install(env).get_template("briefing.html")

What a voice returns is plain text in its own language and direction, without HTML, unless HTML went in. Put
it into a page of its language, or into an element with its ``lang`` and ``dir``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from . import cldr, date_words, figure_words, jinja, people_words, sorting, vocabulary
from .catalogue import Translations, load_catalogues
from .direction import first_strong, isolate
from .language import ARABIC, ENGLISH, LANGUAGES, Language
from .shapes import Edtf, Figure, Pair


class Voice:
    """One ``language``: ``lang`` is ``ar`` or ``en``, ``dir`` ``rtl`` or ``ltr``, ``other`` the other voice."""

    other: Voice

    def __init__(self, language: Language, translations: Translations, locale: cldr.Locale, digits: str) -> None:
        self.language = language
        self.lang, self.dir = language.lang, language.dir
        self._translations = translations
        self._locale = locale
        self._digits = digits

    # Messages. Whole numbers among the values are spoken by `number`; with HTML among them the result is HTML

    def gettext(self, msgid: str, /, **values: object) -> str:
        """The message, its ``%(name)s`` filled in. Raises ``UnknownMessage`` if no catalogue has it."""
        return self._filled(self._translations.gettext(msgid), values)

    def ngettext(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """The message in the plural form for ``n``, which is also ``%(num)s``."""
        return self._filled(self._translations.ngettext(singular, plural, n), {"num": n, **values})

    def pgettext(self, context: str, msgid: str, /, **values: object) -> str:
        """``gettext`` of a message that means something else elsewhere."""
        return self._filled(self._translations.pgettext(context, msgid), values)

    def npgettext(self, context: str, singular: str, plural: str, n: int, /, **values: object) -> str:
        """``ngettext`` of a message that means something else elsewhere."""
        return self._filled(self._translations.npgettext(context, singular, plural, n), {"num": n, **values})

    def _filled(self, message: str, values: Mapping[str, object]) -> str:
        spoken = {name: self.number(value) if type(value) is int else value for name, value in values.items()}
        if any(hasattr(value, "__html__") for value in spoken.values()):
            message = Markup(message)
        return message % spoken

    def install(self, env: Environment) -> Environment:
        """An overlay of ``env`` whose templates speak this language; ``env`` stays as it is.

        Templates have ``_``, ``gettext``, ``ngettext``, ``pgettext``, ``npgettext``, ``{% trans %}`` and
        ``voice``.
        """
        return jinja.speaking(env, self)

    # Numbers and figures

    def number(self, n: int, /) -> str:
        """A whole number in groups of three: ``1,234`` or ``١٬٢٣٤``."""
        return cldr.grouped(n, self._digits)

    def digits(self, text: object, /) -> str:
        """The text with its digits as this voice writes them, ungrouped: years, times, page numbers."""
        return cldr.with_digits(str(text), self._digits)

    def figure(self, figure: Figure) -> str:
        """A claim's figure: ``about 20``, ``at least 400``, ``dozens``, ``some, number not given``."""
        return figure_words.spell_figure(self, figure)

    def range(
        self,
        low: int | None,
        high: int | None,
        open: bool = False,
        approximate: bool = False,
        *,
        up_to: bool = False,
        word: str | None = None,
    ) -> str:
        """A group's range or a total: ``15``, ``5 to 7 or more``, ``dozens``, ``some, number not given``.

        ``word`` is said in its place; with ``up_to`` its low is not said: ``up to 100``.
        """
        return figure_words.spell_range(self, low, high, open, approximate, up_to=up_to, word=word)

    def count_phrase(
        self,
        who: str,
        low: int | None,
        high: int | None,
        open: bool = False,
        approximate: bool = False,
        *,
        up_to: bool = False,
    ) -> str:
        """A range with its people: ``at least 400 people killed``. ``who`` is an outcome, ``families``, or whom
        ``including`` names: ``children`` …"""
        return people_words.count_people(self, who, low, high, open, approximate, up_to=up_to)

    def word_phrase(self, who: str, word: str) -> str:
        """A word that is the number, with its people: ``dozens of people killed``. ``who`` is an outcome, or
        ``families``."""
        return people_words.words_of_people(self, who, word)

    # Dates

    def date(self, when: Edtf) -> str:
        """An EDTF date or interval in words: ``about 4 October 2016``, ``since September 2016``."""
        return date_words.spell(self, when)

    def date_in_one_name(self, when: Edtf) -> str:
        """The same with one name for a month, as most texts say it."""
        spoken = self.date(when)
        for name, one in zip(self._locale.calendar.months, self._locale.calendar.short_months, strict=True):
            spoken = spoken.replace(name, one)
        return spoken

    def day(self, when: datetime.date) -> str:
        """A day with its weekday: ``Tuesday 4 October 2016``."""
        return f"{self._locale.calendar.weekdays[when.weekday()]} {date_words.day(self, when)}"

    def day_short(self, when: datetime.date) -> str:
        """A day for a narrow cell: ``4 Oct 2016``, ``4 تشرين الأول 2016``."""
        return date_words.short_day(self, when)

    def day_on_scale(self, when: datetime.date) -> str:
        """A day on a scale of days or weeks: ``4 Oct``, ``4 تشرين الأول``."""
        return date_words.day_of_month(self, when)

    def month(self, number: int, /) -> str:
        """The name of a month, from 1; with the other one that the site's readers know it by: تشرين الثاني/نوفمبر."""
        return self._locale.calendar.months[number - 1]

    def short_month(self, number: int, /) -> str:
        """The one name of a month where there is little room."""
        return self._locale.calendar.short_months[number - 1]

    # Words

    def word(self, vocabulary_name: str, word: str) -> str:
        """The label of a word of the report format. Raises ``KeyError`` for a word that it has not."""
        return self.pgettext(*vocabulary.LABELS[vocabulary_name][str(word)])

    def definition(self, vocabulary_name: str, word: str) -> str:
        """One sentence that defines a word of the report format. Raises ``KeyError`` where there is none."""
        return self.pgettext(*vocabulary.DEFINITIONS[vocabulary_name][str(word)])

    def name(self, pair: Pair) -> str | None:
        """What ``pair`` holds in this language."""
        return pair[self.lang]

    def list(self, items: Iterable[str], kind: str = "and") -> str:
        """The items as a list in words, joined by ``and`` or ``or``; HTML where one of them is.

        Plain items of the other direction are isolated, so that two of them side by side keep their order.
        """
        return cldr.joined([self._kept_apart(item) for item in items], self._locale.lists[kind])

    def _kept_apart(self, item: str) -> str:
        foreign = not hasattr(item, "__html__") and first_strong(item) not in (None, self.dir)
        return isolate(item) if foreign else item

    def sort_key(self, name: str) -> str:
        """What to sort names by in a list of this language: see ``sorting``."""
        return sorting.sort_key(name)

    # Direction

    def isolate(self, text: str) -> str:
        """Plain text between invisible controls that keep its direction to itself (FSI…PDI), balanced."""
        return isolate(text)

    def direction_of(self, text: str) -> str:
        """``rtl`` or ``ltr`` by the first letter with a direction; without one, this voice's own."""
        return first_strong(text) or self.dir

    def __repr__(self) -> str:
        return f"<Voice {self.lang}>"


class Voices(Mapping[str, Voice]):
    """The voices by language: ``voices["ar"]``, ``voices["en"]``; ``voices.values()`` in that order."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self._voices = {voice.lang: voice for voice in voices}
        for voice in voices:
            voice.other = next(other for other in voices if other is not voice)

    def __getitem__(self, lang: str) -> Voice:
        return self._voices[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._voices)

    def __len__(self) -> int:
        return len(self._voices)


def load_voices(
    translations: Path,
    templates: Path,
    *,
    code: Iterable[Path] = (),
    months: str = "levantine",
    digits: str = "latn",
) -> Voices:
    """Check the catalogues against every message of the templates and the code, and hand out the voices.

    ``translations`` holds ``<lang>/LC_MESSAGES/messages.po``; ``code`` are folders or files of Python beside
    this room's own. ``months`` (one of ``ARABIC.locales``) and ``digits`` (one of ``cldr.DIGITS``) are those of
    Arabic. Raises ``CatalogueError`` with every problem, ``ValueError`` for a setting that does not exist.
    """
    _known("months", months, ARABIC.locales)
    _known("digits", digits, cldr.DIGITS)
    catalogues: dict[str, Any] = load_catalogues(translations, templates, code)
    custom, written = {ARABIC.lang: months, ENGLISH.lang: "usual"}, {ARABIC.lang: digits, ENGLISH.lang: "latn"}
    return Voices(
        [
            Voice(language, catalogues[lang], cldr.LOCALES[lang][custom[lang]], written[lang])
            for lang, language in LANGUAGES.items()
        ]
    )


def _known(setting: str, value: str, choices: Iterable[str]) -> None:
    if value not in choices:
        raise ValueError(f"{setting} is {value!r}; write one of: {', '.join(choices)}")
