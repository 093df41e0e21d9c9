"""A text in units, each with its translation, as gettext's PO: for translators and the programs that they work with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from babel.messages.pofile import PoFileError, denormalize, escape, read_po

#: What is said of the message before which it stands: the source of which its translation was made.
_PREVIOUS = re.compile(r'^#\|[ \t]*msgid[ \t]+((?:".*")(?:\n#\|[ \t]*".*")*)', re.M)
_HEADER = re.compile(r'^msgid[ \t]+""\nmsgstr[ \t]+("".*(?:\n".*")*)', re.M)
_CONTEXT = re.compile(r'^msgctxt[ \t]+(".*"(?:\n".*")*)', re.M)


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a text: ``context`` names it, ``target`` is its translation, empty where there is none yet.

    A translation is ``fuzzy`` where it waits for somebody to look at it; ``previous`` is then the source that it was
    made of. ``notes`` are for the translator, ``line`` is where it stands in the file of the source, and
    ``told_at`` in that of the translation.
    """

    context: str
    source: str
    target: str = ""
    fuzzy: bool = False
    previous: str | None = None
    notes: tuple[str, ...] = ()
    line: int = 1
    told_at: int = 1


class PoError(ValueError):
    """The file is no PO; ``line`` is where that was seen."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def po_text(units: Iterable[Unit], source: str, header: Mapping[str, str]) -> str:
    """The units as a PO, each message in a line. ``source`` is the file that they were taken from.

    Babel breaks the lines of a previous source where no program reads them, so this is written here.
    """
    top = "".join(escape(f"{name}: {value}\n") + "\n" for name, value in header.items())
    return "\n".join([f'msgid ""\nmsgstr ""\n{top}', *(_entry(unit, source) for unit in units)])


def _entry(unit: Unit, source: str) -> str:
    lines = [f"#. {note}" for note in unit.notes]
    lines.append(f"#: {source}:{unit.line}")
    lines += ["#, fuzzy"] if unit.fuzzy else []
    lines += [f"#| msgid {escape(unit.previous)}"] if unit.fuzzy and unit.previous else []
    lines += [f"msgctxt {escape(unit.context)}", f"msgid {escape(unit.source)}", f"msgstr {escape(unit.target)}", ""]
    return "\n".join(lines)


def read_units(text: str) -> tuple[dict[str, str], list[Unit]]:
    """The header of a PO, and its units. Raises ``PoError`` where it is none."""
    try:
        catalogue = read_po(BytesIO(text.encode()), abort_invalid=True, ignore_obsolete=True)
    except PoFileError as error:
        raise PoError(error.lineno + 1) from None
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        raise PoError(1) from None
    before = _previous(text)
    lines = {denormalize(match[1]): text.count("\n", 0, match.start()) + 1 for match in _CONTEXT.finditer(text)}
    found = []
    for message in catalogue:
        if message.id and isinstance(message.id, str):
            target = message.string if isinstance(message.string, str) else ""
            context = message.context or ""
            at = lines.get(context, message.lineno or 1)
            notes, previous = tuple(message.auto_comments), before.get(context)
            found.append(Unit(context, message.id, target, message.fuzzy, previous, notes, told_at=at))
    return _header(text), found


def _header(text: str) -> dict[str, str]:
    """The fields of a PO's header, as they stand in it."""
    match = _HEADER.search(text)
    lines = denormalize(match[1]).split("\n") if match else []
    return {name.strip(): value.strip() for name, sign, value in (line.partition(":") for line in lines) if sign}


def _previous(text: str) -> dict[str, str]:
    """By the context of each message, the source that is noted before it."""
    found = {}
    for match in _PREVIOUS.finditer(text):
        context = _CONTEXT.search(text, match.end())
        if context and not text[match.end() : context.start()].strip("\n").count("\nmsgid"):
            found[denormalize(context[1])] = denormalize(match[1].replace("#|", ""))
    return found
