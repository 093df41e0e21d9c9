"""What the script of the ledger says, in the page's language: patterns that the page's own voice has spoken.

A pattern holds ``{number}``, ``{low}``, ``{high}`` … where the script puts numbers. The voice speaks each pattern with
numbers of its own, which are then replaced, so that the script says a range exactly as the page does.
"""

from __future__ import annotations

from bilingual import Voice
from reports.edtf import parse_date
from reports.figure_notation import WORDS

#: The shapes of a range, each with a low and a high of that shape.
_SHAPES = {"none": (0, 0), "exact": (8888, 8888), "up-to": (0, 8888), "from-none": (0, 8888), "between": (7777, 8888)}


def words(voice: Voice) -> dict[str, object]:
    """Every word, pattern and plural form that the script needs."""
    forms = {category: _counted(voice, n) for category, n in voice.language.categories.items()}
    return {
        "digits": [voice.digits(digit) for digit in range(10)],
        "group": voice.number(1000)[1],
        "ranges": {name: _flagged(voice, *bounds, up_to=name == "up-to") for name, bounds in _SHAPES.items()},
        "words": {word: voice.range(None, None, word=word) for word in WORDS},
        "days": [_day(voice, month) for month in range(1, 13)],
        **{name: {category: forms[category][name] for category in forms} for name in forms["other"]},
        **_messages(voice),
    }


def _counted(voice: Voice, n: int) -> dict[str, str]:
    """The phrases that count something, in the form that goes with ``n``."""
    num = "{number}"
    return {
        "origins": voice.ngettext("%(num)s separate source", "%(num)s separate sources", n, num=num),
        "uncounted_events": voice.ngettext(
            "and in %(num)s event a number was not given",
            "and in %(num)s events a number was not given",
            n,
            num=num,
        ),
        "word_events": voice.ngettext(
            "and %(word)s in %(num)s event", "and %(word)s in each of %(num)s events", n, num=num, word="{word}"
        ),
        "wordy_events": voice.ngettext(
            "and in %(num)s event only words were said", "and in %(num)s events only words were said", n, num=num
        ),
        "disputed": voice.ngettext("includes %(num)s disputed event", "includes %(num)s disputed events", n, num=num),
        "apart": voice.ngettext(
            "%(num)s figure covers a whole day or longer, and is in no total",
            "%(num)s figures cover a whole day or longer, and are in no total",
            n,
            num=num,
        ),
        "covers": voice.ngettext("in %(num)s event", "in %(num)s events", n, num=num),
        "figured": voice.ngettext("%(num)s event with figures", "%(num)s events with figures", n, num=num),
        "everything": voice.ngettext("%(num)s event in all", "%(num)s events in all", n, num=num),
        "chosen": voice.ngettext("%(num)s of %(all)s events", "%(num)s of %(all)s events", n, num=num, all="{all}"),
    }


def _messages(voice: Voice) -> dict[str, str]:
    return {
        "uncounted": voice.range(None, None),
        "nobody": voice.gettext("reported, number not given"),
        "worded": voice.gettext("said in words only"),
        "in_words": voice.pgettext("number", "said in words only"),
        "no_event": voice.gettext("No events match."),
        "unknown": voice.gettext(
            "We do not have what the address asks for (%(what)s), so nothing is shown.",
            what="{what}",
        ),
        "only": voice.gettext("Filtered by %(what)s", what="{what}"),
        "wait": voice.gettext("The events are loading."),
        "failed": voice.gettext("The events could not be loaded. The pages of months have them."),
        "take_off": voice.gettext("Take off the filter %(what)s", what="{what}"),
        "is": voice.gettext("%(label)s: %(value)s", label="{label}", value="{value}"),
        "and": voice.pgettext("list", "; "),
    }


def _flagged(voice: Voice, low: int, high: int, *, up_to: bool) -> list[str]:
    """The patterns of a shape: plain, approximate, open, open and approximate."""
    return [
        _opened(
            voice.range(low, high, open, approximate, up_to=up_to),
            (voice.number(high), "{high}"),
            *([(voice.number(low), "{low}")] if low else []),
        )
        for open in (False, True)
        for approximate in (False, True)
    ]


def _day(voice: Voice, month: int) -> str:
    """The pattern of a day of a month: ``{day} October {year}``."""
    spoken = voice.date(parse_date(f"1999-{month:02}-28"))
    return _opened(spoken, (voice.digits(1999), "{year}"), (voice.digits(28), "{day}"))


def _opened(spoken: str, *places: tuple[str, str]) -> str:
    """What was spoken with a placeholder instead of each number."""
    for number, placeholder in places:
        spoken = spoken.replace(number, placeholder)
    return spoken
