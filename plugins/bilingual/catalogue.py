"""Reads the catalogues, holds them against the messages of the site, and compiles them in memory.

The messages are English. The Arabic catalogue has every one of them; the English one only those for which
English says something else than the message itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser

from .catalogue_problems import CatalogueError, Problem, UnknownMessage
from .extracting import Key, Wanted, find_author_messages, find_messages
from .language import LANGUAGES

__all__ = ["CatalogueError", "Problem", "Translations", "UnknownMessage", "load_catalogues"]

Translations = NullTranslations

UPDATE = "run `python -m bilingual update`"

_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*')
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_TAG = re.compile(r"</?\w+")


class PoCatalogue(Catalog):
    """Babel's catalogue, which also remembers messages that the file has twice."""

    def __init__(self) -> None:
        super().__init__()
        self.doubled: list[Message] = []

    def __setitem__(self, id: Any, message: Message) -> None:
        if message.id and self.get(message.id, message.context):
            self.doubled.append(message)
        super().__setitem__(id, message)


#: The messages to authors are a domain of their own: pages never say them.
AUTHORS = "authors"
#: Where their catalogues stand.
OWN_TRANSLATIONS = Path(__file__).with_name("translations")


def catalogue_path(translations: Path, lang: str, domain: str = "messages") -> Path:
    return translations / lang / "LC_MESSAGES" / f"{domain}.po"


def load_catalogues(translations: Path, templates: Path, code: Iterable[Path] = ()) -> dict[str, Translations]:
    """The translations by language. Raises ``CatalogueError`` with everything that is wrong."""
    wanted = find_messages(templates, code)
    return _loaded({lang: catalogue_path(translations, lang) for lang in LANGUAGES}, wanted)


def load_author_messages(lang: str, *tables: Path, translations: Path = OWN_TRANSLATIONS) -> Translations:
    """The messages to authors of ``tables`` (files or folders of Python) in a language other than English.

    Raises ``CatalogueError`` with everything that is wrong.
    """
    return _loaded({lang: catalogue_path(translations, lang, AUTHORS)}, find_author_messages(*tables))[lang]


def _loaded(paths: Mapping[str, Path], wanted: Mapping[Key, Wanted]) -> dict[str, Translations]:
    problems: list[Problem] = []
    loaded: dict[str, Translations] = {}
    for lang, path in paths.items():
        try:
            catalogue = read_catalogue(path, lang)
            problems += check(path, catalogue, lang, wanted)
            loaded[lang] = _translations(catalogue, wanted)
        except CatalogueError as error:
            problems += error.problems
    if problems:
        raise CatalogueError(problems)
    return loaded


def read_catalogue(path: Path, lang: str) -> PoCatalogue:
    """The catalogue of a ``.po`` file. Raises ``CatalogueError`` if it is none or its plurals are wrong."""
    if not path.is_file():
        raise CatalogueError([Problem(path, 1, 1, "there is no such catalogue", UPDATE)])
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise CatalogueError([Problem(path, 1, 1, "the file is not UTF-8", "save it as UTF-8")]) from None
    hint = "write a keyword (msgctxt, msgid, msgid_plural or msgstr) and its text in quotes"
    broken = [
        Problem(path, number, 1, f"this is no line of a catalogue: {line.strip()[:40]}", hint)
        for number, line in enumerate(lines, 1)
        if not _LINE.fullmatch(line)
    ]
    if broken:
        raise CatalogueError(broken)
    catalogue, failure = PoCatalogue(), None
    try:
        PoFileParser(catalogue, abort_invalid=True).parse(lines)
    except PoFileError as error:
        failure = Problem(path, error.lineno + 1, 1, str(error.args[0]), "mend the entry")
    except (ValueError, IndexError) as error:
        failure = Problem(path, 1, 1, f"the catalogue cannot be read: {error}", "mend the entry")
    count, expression = LANGUAGES[lang].plural
    forms = f"nplurals={count}; plural={expression};"
    if catalogue.plural_forms != forms:
        header = next((number for number, line in enumerate(lines, 1) if "Plural-Forms" in line), 1)
        raise CatalogueError([Problem(path, header, 1, "the header has other plural forms", f"write {forms}")])
    if failure:
        raise CatalogueError([failure])
    return catalogue


def check(path: Path, catalogue: PoCatalogue, lang: str, wanted: Mapping[Key, Wanted]) -> list[Problem]:
    """What is wrong with a catalogue, given the messages that the site speaks."""
    problems = []

    def report(message: Message, what: str, hint: str) -> None:
        text = message.id if isinstance(message.id, str) else message.id[0]
        problems.append(Problem(path, message.lineno or 1, 1, f"{text!r} {what}", hint))

    for message in catalogue.doubled:
        report(message, "is here twice", "keep one of the two")
    for message in catalogue.obsolete.values():
        report(message, "is obsolete", "delete the entry")
    for message in catalogue:
        if not message.id:
            continue
        entry = wanted.get(_key(message))
        if entry is None:
            report(message, "is spoken nowhere on the site", UPDATE)
        elif entry.id != message.id:
            report(message, "has another plural on the site", UPDATE)
        else:
            for what, hint in _mistakes(message, lang):
                report(message, what, hint)
    if not LANGUAGES[lang].written:
        hint = f"{UPDATE} and translate it in {path.parent.parent.name}/{path.parent.name}/{path.name}"
        for entry in wanted.values():
            if catalogue.get(entry.singular, entry.context) is None:
                what = f"{entry.singular!r} is missing in the catalogue of {lang!r}"
                problems.append(Problem(entry.path, entry.line, entry.column, what, hint))
    return problems


def _key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _mistakes(message: Message, lang: str) -> Iterable[tuple[str, str]]:
    """What is wrong with one translation, as pairs of what and what to do."""
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if message.fuzzy:
        yield "is marked fuzzy", "see that the translation is right and delete the mark"
    if not any(strings):
        yield "is not translated", "write its translation"
        return
    if len(sources) == 2 and not all(strings):
        missing = ", ".join(f"msgstr[{index}]" for index, string in enumerate(strings) if not string)
        yield f"has not all of its {LANGUAGES[lang].plural[0]} plural forms", f"write {missing}"
    needed = set(_PLACEHOLDER.findall(sources[-1]))
    may_miss = {"num"} | (needed - set(_PLACEHOLDER.findall(sources[0])))
    for index, string in enumerate(strings):
        if not string:
            continue
        given = set(_PLACEHOLDER.findall(string))
        missing_names = needed - given
        if len(sources) == 2 and index in LANGUAGES[lang].single:
            missing_names -= may_miss
        if missing_names or given - needed:
            names = " ".join(f"%({name})s" for name in sorted(needed)) or "none"
            yield f"has other placeholders in its translation {string!r}", f"the placeholders are: {names}"
        elif "%" in _PLACEHOLDER.sub("", string).replace("%%", ""):
            yield f"has a percent sign by itself in its translation {string!r}", "write %% for a percent sign"
        if sorted(_TAG.findall(string)) != sorted(_TAG.findall(sources[-1])):
            yield f"has other HTML tags in its translation {string!r}", "use the tags of the message"


class _Messages(NullTranslations):
    """What stands behind a catalogue: the messages themselves, in English; anything else raises."""

    def __init__(self, known: Mapping[Key, Wanted]) -> None:
        super().__init__()
        self._known = known

    def gettext(self, message: str) -> str:
        return self._of(None, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._of(None, msgid1) if n == 1 else self._of(None, msgid1) and msgid2

    def pgettext(self, context: str, message: str) -> str:
        return self._of(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self._of(context, msgid1) if n == 1 else self._of(context, msgid1) and msgid2

    def _of(self, context: str | None, message: str) -> str:
        if (context, message) not in self._known:
            raise UnknownMessage(message)
        return message


def _translations(catalogue: Catalog, wanted: Mapping[Key, Wanted]) -> Translations:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    translations = GNUTranslations(compiled)
    translations.add_fallback(_Messages(wanted))
    return translations
