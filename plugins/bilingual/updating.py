"""Brings a catalogue up to date with the messages of the site, changing the file no more than it has to.

Messages stand in the order of their English text, each on a line of its own, without line numbers and dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from .catalogue import catalogue_path, read_catalogue
from .extracting import Key, Wanted
from .language import LANGUAGES

_HEADER = """\
# {title}
# The words to use are in plugins/bilingual/GLOSSARY.md. New messages: `python -m bilingual update`.
msgid ""
msgstr ""
"Language: {lang}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals={count}; plural={expression};\\n"

"""
_TITLES = {
    "ar": "Isnad in Arabic. Plural forms: zero, one, two, few (3-10), many (11-99), other (100).",
    "en": "Isnad in English: only what differs from the messages, which are English themselves.",
}


def update(translations: Path, lang: str, wanted: Mapping[Key, Wanted], domain: str = "messages") -> str:
    """Put new messages into the catalogue of ``lang``, empty, and take out those no longer spoken.

    Returns a report that names what was taken out, with its translation. A catalogue that does not exist is
    made; one that cannot be read raises ``CatalogueError`` and stays as it is.
    """
    path = catalogue_path(translations, lang, domain)
    count, expression = LANGUAGES[lang].plural
    header = _HEADER.format(title=_TITLES[lang], lang=lang, count=count, expression=expression)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(header, encoding="utf-8")
    catalogue = read_catalogue(path, lang)
    before = {(message.context, message.id): message for message in catalogue if message.id}
    template = Catalog()
    for entry in wanted.values():
        if not LANGUAGES[lang].written or catalogue.get(entry.singular, entry.context):
            template.add(entry.id, context=entry.context)
    catalogue.update(template, no_fuzzy_matching=True)
    after = {(message.context, message.id) for message in catalogue if message.id}
    text = BytesIO()
    write_po(text, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    path.write_text(header + text.getvalue().decode("utf-8").strip() + "\n" * bool(after), encoding="utf-8")
    return _report(path, before, after)


def _report(path: Path, before: Mapping[Any, Message], after: set) -> str:
    gone = [before[key] for key in before if key not in after]
    lines = [f"{path}: {len(after)} messages, {len(after - set(before))} new, {len(gone)} taken out"]
    lines += [f"  taken out: {message.id!r} = {message.string!r}" for message in gone]
    return "\n".join(lines)
