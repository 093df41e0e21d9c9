"""An incident in sentences, made of the fields of a sheet: what happened, where and when, who was harmed, who says so.

All of them are built so that nothing has to agree with a name: what is named stands behind a colon, or in brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .marking import P_
from .shapes import Figure

if TYPE_CHECKING:
    from .voice import Voice

_STATUS = {
    "civilians": P_("incident", "civilians: %(people)s"),
    "combatants": P_("incident", "combatants: %(people)s"),
}


def happened(voice: Voice, event: str, place: str) -> str:
    """What happened and where, as its name: ``Shelling in Abu Shouk camp``."""
    return voice.pgettext("incident", "%(event)s in %(place)s", event=event, place=place) if place else event


def titled(voice: Voice, event: str, date: str) -> str:
    """The title of a text about it: ``Shelling in Abu Shouk camp, 4 August 2025``."""
    return voice.pgettext("incident", "%(event)s, %(date)s", event=event, date=date)


def told(voice: Voice, event: str, date: str) -> str:
    """The sentence that tells it: ``Shelling in Abu Shouk camp (4 August 2025).``"""
    return voice.pgettext("incident", "%(event)s (%(date)s).", event=event, date=date)


def named(voice: Voice, parties: Iterable[str]) -> str:
    """The sentence that names the parties."""
    return voice.pgettext("incident", "Parties named: %(names)s.", names=voice.list(parties))


def sourced(voice: Voice, sources: Iterable[str]) -> str:
    """The sentence that names the sources."""
    return voice.pgettext("incident", "Sources: %(names)s.", names=voice.list(sources))


def attacked(voice: Voice, figure: Figure) -> str:
    """How many strikes, shells or raids it was."""
    return voice.pgettext("incident", "Number of attacks: %(number)s", number=voice.figure(figure))


def according(voice: Voice, name: str, counts: str) -> str:
    """The sentence that says whose counts these are."""
    return voice.pgettext("incident", "According to %(name)s: %(counts)s.", name=name, counts=counts)


def estimated(voice: Voice, name: str, counts: str) -> str:
    """The sentence that says whose lowest and highest estimates these are, besides their best one."""
    return voice.pgettext("incident", "Lowest and highest estimates of %(name)s: %(counts)s.", name=name, counts=counts)


def quoted(voice: Voice, name: str, words: str, relays: Sequence[str] = ()) -> str:
    """Somebody's words, and through whom they came."""
    words = voice.list([words])
    if not relays:
        return voice.pgettext("incident", "%(name)s: “%(words)s”", name=name, words=words)
    relay = voice.list(relays)
    return voice.pgettext("incident", "%(name)s, through %(relay)s: “%(words)s”", name=name, relay=relay, words=words)


def counted(voice: Voice, outcome: str, who: str, figure: Figure, parts: Sequence[tuple[str, str, Figure]] = ()) -> str:
    """A figure with its people: ``civilians: 31 people killed, among them 7 children``.

    ``parts`` are some of them: the word of the format or the name of whose combatants they were, of which the other is
    empty, and how many.
    """
    people = _people(voice, outcome, figure)
    some = [_part(voice, word, name, figure) for word, name, figure in parts if figure.high != 0]
    none = [_group(voice, word, name) for word, name, figure in parts if figure.high == 0]
    if some:
        people = voice.pgettext("incident", "%(people)s, among them %(parts)s", people=people, parts=voice.list(some))
    if none:
        groups = voice.list(none, "or")
        people = voice.pgettext("incident", "%(people)s, and none of them %(groups)s", people=people, groups=groups)
    return voice.pgettext(*_STATUS[who], people=people) if who in _STATUS else people


def together(voice: Voice, counts: Iterable[str]) -> str:
    """Several of these in one sentence."""
    return voice.pgettext("incident", "; ").join(counts)


def _people(voice: Voice, group: str, figure: Figure) -> str:
    if figure.word and figure.low is not None:
        return voice.word_phrase(group, figure.word)
    return voice.count_phrase(group, figure.low, figure.high, figure.open, figure.approximate, up_to=figure.up_to)


def _part(voice: Voice, word: str, name: str, figure: Figure) -> str:
    if figure.word and figure.low is not None:
        group = _group(voice, word, name)
        return voice.pgettext("incident", "%(word)s of %(group)s", word=voice.figure(figure), group=group)
    people = _people(voice, word or "combatants", figure)
    return voice.pgettext("incident", "%(people)s of %(party)s", people=people, party=name) if name else people


def _group(voice: Voice, word: str, name: str) -> str:
    group = voice.word("including", word or "combatants")
    return voice.pgettext("incident", "%(people)s of %(party)s", people=group, party=name) if name else group
