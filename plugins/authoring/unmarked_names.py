"""Names of the registry that stand in a text without a mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.messages import suggestions as messages
from reports.model import Source
from reports.naming import named_by
from words import Name, Names, Reading

from .new_marks import NewMark
from .own_report import OwnReport

#: Kinds of sources that are one person.
PEOPLE = ("person", "witness", "expert")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text that has no mark: the mark that it could have, and the entries that are called so."""

    mark: NewMark
    ids: tuple[str, ...]


def names_in(own: OwnReport, lang: str) -> Iterator[Named]:
    """The names of a text without a mark.

    As ``make check`` tells of them: not where a mark of an entry has a part of them, nor in the words of a link. A name
    within a longer one is told as well: that of a party in "a fighter of the party".
    """
    looked, registry = own.looked[lang], own.registry
    known = _known(own)
    names = own.names.of(lang)
    short = _short_names(own, lang)
    for block, reading in looked.readings:
        found = list(names.find(reading))
        found += [inner for name in found if _is_person(own, name) for inner in _within(name, block.text, names, lang)]
        found += [name for name in short.find(reading) if not any(_overlap(name, other) for other in found)]
        for name in sorted(found, key=lambda name: (name.start, -name.end)):
            marks = looked.touching(block.number, name.start, name.end)
            if any(id in registry for mark in marks for id in mark.ids) or any(mark.redacted for mark in marks):
                continue
            if looked.is_linked(block.number, name.start):
                continue
            ids = _meant(name, known)
            called = registry[ids[0]].name[lang] or ids[0]
            why = messages.NAME_OF_ENTRY(id=ids[0], name=called)
            yield Named(NewMark(block.number, name.start, name.end, ids[:1], why), ids)


def _known(own: OwnReport) -> set[str]:
    """The entries of which a report speaks: its record names them, its texts have marks of them, or their names."""
    found = {*named_by(own.record)} | {id for text in own.texts.values() for mark in text.marks for id in mark.ids}
    for lang, looked in own.looked.items():
        for _, reading in looked.readings:
            found |= {name.ids[0] for name in own.names.of(lang).find(reading) if len(name.ids) == 1}
    return found


def _is_person(own: OwnReport, name: Name) -> bool:
    """Whether a name is that of a person: in it, another name says of where, or of whom."""
    return any(id in own.registry.sources and own.registry.sources[id].kind in PEOPLE for id in name.ids)


def _within(name: Name, text: str, names: Names, lang: str) -> Iterator[Name]:
    """The names within a longer one, behind its first word."""
    words = text[name.start : name.end]
    first = words.find(" ") + 1
    if not first:
        return
    for inner in names.find(Reading(words[first:], lang)):
        if set(inner.ids).isdisjoint(name.ids):
            yield Name(name.start + first + inner.start, name.start + first + inner.end, inner.ids)


def _short_names(own: OwnReport, lang: str) -> Names:
    """The last names of the people whom the text names in full."""
    text = " \n".join(block.text for block, _ in own.looked[lang].readings)
    in_full = {id for name in own.names.of(lang).find(Reading(text, lang)) for id in name.ids}
    last: dict[str, list[str]] = {}
    for id in in_full:
        source = own.registry.sources.get(id)
        name = source.name[lang] if source and source.kind in PEOPLE and _is_called(source) else None
        if name and " " in name:
            last.setdefault(name.split()[-1], []).append(id)
    return Names(((ids[0], [name]) for name, ids in last.items() if len(ids) == 1 and len(name) > 3), lang)


def _is_called(source: Source) -> bool:
    """Whether a person has a name, and is none of "a fighter of the party"."""
    words = (source.name.en or "a").replace("-", " ").split()
    return all(word[0].isupper() or word in ("al", "bin", "ibn", "el", "ould") for word in words)


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def _meant(name: Name, known: set[str]) -> tuple[str, ...]:
    """The entries that a name can mean: where one of several stands in the report already, that one."""
    named = tuple(id for id in name.ids if id in known)
    return named if len(named) == 1 else name.ids
