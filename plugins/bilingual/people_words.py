"""Numbers with the people they count: ``at least 400 people killed``, ``5 to 7 children``.

Arabic bends the noun with the number (قتيل، قتيلان، 3 قتلى، 11 قتيلاً، 100 قتيل) and drops the digits for 1
and 2. The catalogue therefore has each noun twice: with a plain number, and with a number in words ("about
20", "5 to 7"), where the digits have to stay. Whole phrases are in the nominative or take a preposition that
does not show.
"""

from __future__ import annotations

from .figure_words import spell_range
from .marking import NP_, P_
from .shapes import Speaker

#: By outcome and by group of people: with a plain number, with a number in words, and reported without a number.
_PEOPLE = {
    "killed": (
        NP_("people", "%(num)s person killed", "%(num)s people killed"),
        NP_("people, number in words", "%(num)s person killed", "%(num)s people killed"),
        P_("people", "people killed, number not given"),
    ),
    "injured": (
        NP_("people", "%(num)s person injured", "%(num)s people injured"),
        NP_("people, number in words", "%(num)s person injured", "%(num)s people injured"),
        P_("people", "people injured, number not given"),
    ),
    "killed-or-injured": (
        NP_("people", "%(num)s person killed or injured", "%(num)s people killed or injured"),
        NP_("people, number in words", "%(num)s person killed or injured", "%(num)s people killed or injured"),
        P_("people", "people killed or injured, number not given"),
    ),
    "died": (
        NP_("people", "%(num)s person who died", "%(num)s people who died"),
        NP_("people, number in words", "%(num)s person who died", "%(num)s people who died"),
        P_("people", "people who died, number not given"),
    ),
    "missing": (
        NP_("people", "%(num)s person missing", "%(num)s people missing"),
        NP_("people, number in words", "%(num)s person missing", "%(num)s people missing"),
        P_("people", "people missing, number not given"),
    ),
    "abducted": (
        NP_("people", "%(num)s person abducted", "%(num)s people abducted"),
        NP_("people, number in words", "%(num)s person abducted", "%(num)s people abducted"),
        P_("people", "people abducted, number not given"),
    ),
    "detained": (
        NP_("people", "%(num)s person detained", "%(num)s people detained"),
        NP_("people, number in words", "%(num)s person detained", "%(num)s people detained"),
        P_("people", "people detained, number not given"),
    ),
    "displaced": (
        NP_("people", "%(num)s person displaced", "%(num)s people displaced"),
        NP_("people, number in words", "%(num)s person displaced", "%(num)s people displaced"),
        P_("people", "people displaced, number not given"),
    ),
    "families": (
        NP_("people", "%(num)s family", "%(num)s families"),
        NP_("people, number in words", "%(num)s family", "%(num)s families"),
        P_("people", "families, number not given"),
    ),
    "civilians": (
        NP_("people", "%(num)s civilian", "%(num)s civilians"),
        NP_("people, number in words", "%(num)s civilian", "%(num)s civilians"),
        P_("people", "civilians, number not given"),
    ),
    "combatants": (
        NP_("people", "%(num)s combatant", "%(num)s combatants"),
        NP_("people, number in words", "%(num)s combatant", "%(num)s combatants"),
        P_("people", "combatants, number not given"),
    ),
    "children": (
        NP_("people", "%(num)s child", "%(num)s children"),
        NP_("people, number in words", "%(num)s child", "%(num)s children"),
        P_("people", "children, number not given"),
    ),
    "women": (
        NP_("people", "%(num)s woman", "%(num)s women"),
        NP_("people, number in words", "%(num)s woman", "%(num)s women"),
        P_("people", "women, number not given"),
    ),
    "men": (
        NP_("people", "%(num)s man", "%(num)s men"),
        NP_("people, number in words", "%(num)s man", "%(num)s men"),
        P_("people", "men, number not given"),
    ),
    "girls": (
        NP_("people", "%(num)s girl", "%(num)s girls"),
        NP_("people, number in words", "%(num)s girl", "%(num)s girls"),
        P_("people", "girls, number not given"),
    ),
    "boys": (
        NP_("people", "%(num)s boy", "%(num)s boys"),
        NP_("people, number in words", "%(num)s boy", "%(num)s boys"),
        P_("people", "boys, number not given"),
    ),
    "elderly": (
        NP_("people", "%(num)s elderly person", "%(num)s elderly people"),
        NP_("people, number in words", "%(num)s elderly person", "%(num)s elderly people"),
        P_("people", "elderly people, number not given"),
    ),
    "medics": (
        NP_("people", "%(num)s medical worker", "%(num)s medical workers"),
        NP_("people, number in words", "%(num)s medical worker", "%(num)s medical workers"),
        P_("people", "medical workers, number not given"),
    ),
    "journalists": (
        NP_("people", "%(num)s journalist", "%(num)s journalists"),
        NP_("people, number in words", "%(num)s journalist", "%(num)s journalists"),
        P_("people", "journalists, number not given"),
    ),
    "aid-workers": (
        NP_("people", "%(num)s aid worker", "%(num)s aid workers"),
        NP_("people, number in words", "%(num)s aid worker", "%(num)s aid workers"),
        P_("people", "aid workers, number not given"),
    ),
    "rescuers": (
        NP_("people", "%(num)s rescuer", "%(num)s rescuers"),
        NP_("people, number in words", "%(num)s rescuer", "%(num)s rescuers"),
        P_("people", "rescuers, number not given"),
    ),
    "teachers": (
        NP_("people", "%(num)s teacher", "%(num)s teachers"),
        NP_("people, number in words", "%(num)s teacher", "%(num)s teachers"),
        P_("people", "teachers, number not given"),
    ),
    "students": (
        NP_("people", "%(num)s student", "%(num)s students"),
        NP_("people, number in words", "%(num)s student", "%(num)s students"),
        P_("people", "students, number not given"),
    ),
}


#: The same where a word is the number, by outcome. Arabic has the people in the plural after it.
_WORDS_OF_PEOPLE = {
    "killed": P_("people", "%(word)s of people killed"),
    "injured": P_("people", "%(word)s of people injured"),
    "killed-or-injured": P_("people", "%(word)s of people killed or injured"),
    "died": P_("people", "%(word)s of people who died"),
    "missing": P_("people", "%(word)s of people missing"),
    "abducted": P_("people", "%(word)s of people abducted"),
    "detained": P_("people", "%(word)s of people detained"),
    "displaced": P_("people", "%(word)s of people displaced"),
    "families": P_("people", "%(word)s of families"),
}


def words_of_people(voice: Speaker, who: str, word: str) -> str:
    """A word that is the number, with its people: ``dozens of people killed``. ``who`` is an outcome or ``families``.

    Raises ``KeyError`` for another.
    """
    return voice.pgettext(*_WORDS_OF_PEOPLE[who], word=spell_range(voice, None, None, False, False, word=word))


def count_people(
    voice: Speaker,
    who: str,
    low: int | None,
    high: int | None,
    open: bool,
    approximate: bool,
    *,
    up_to: bool = False,
) -> str:
    """A range with the people in it. ``who`` is an outcome or a group; another word raises ``KeyError``."""
    plain, in_words, uncounted = _PEOPLE[who]
    if low is None or high is None:
        return voice.pgettext(*uncounted)
    if low == high and not approximate and (high or not open):
        people = voice.npgettext(*plain, high)
        return voice.pgettext("people", "at least %(people)s", people=people) if open else people
    if up_to and not open:
        most = count_people(voice, who, high, high, open, approximate)
        return voice.pgettext("people", "up to %(people)s", people=most)
    people = voice.npgettext(*in_words, high, num=spell_range(voice, low, high, open and not high, approximate))
    return voice.pgettext("people", "%(people)s, or more", people=people) if open and high else people
