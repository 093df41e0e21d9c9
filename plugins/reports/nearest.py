"""What an author may have meant: the known word nearest to one that is not known, or all that there are."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import messages
from .messages import Message

#: What parts a word, in one way or another.
_PARTING = {ord(char): None for char in "-_ "}
#: In a word of fewer letters none may be another; in one of so many, two may.
SHORT, LONG = 4, 8
#: A word of more letters is no slip of the pen.
LONGEST = 200


class _Guessing:
    """How many words may still be compared to suggest one: thousands of unknown words are not mended one by one."""

    MOST = 2_000_000
    left = MOST


def guess_anew() -> None:
    """A content is read: from here on there is time for suggestions anew."""
    _Guessing.left = _Guessing.MOST


def did_you_mean(word: str, known: Iterable[str]) -> Message | None:
    """A hint that names the known word nearest to ``word``, or ``None`` when none is near, or enough was guessed in
    this reading."""
    best = process.extractOne(word, choices, score_cutoff=65) if (choices := _choices(word, known)) else None
    return messages.DID_YOU_MEAN(word=best[0]) if best else None


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """The known word of which ``word`` is a slip of the pen, or ``None``: a letter or two are others, or its
    hyphens and capitals.

    What is no more than near has often another meaning: ``dead`` is not ``died``, nor ``uninjured`` ``injured``.
    """
    bare = word.lower().translate(_PARTING)
    found: list[tuple[int, str]] = []
    for one in _choices(word, known):
        other = one.lower().translate(_PARTING)
        letters = min(len(bare), len(other))
        most = 0 if letters < SHORT else 1 if letters < LONG else 2
        slips = OSA.distance(bare, other, score_cutoff=most)
        if slips <= most and not _is_prefixed(bare, other):
            found.append((slips, one))
    return min(found)[1] if found else None


def _is_prefixed(word: str, known: str) -> bool:
    """Whether one word is the other with two letters or more before it, as in ``unnamed``."""
    return abs(len(word) - len(known)) > 1 and (word.endswith(known) or known.endswith(word))


def _choices(word: str, known: Iterable[str]) -> list[str]:
    """The words to which one may be compared: none where enough was guessed in this reading."""
    if _Guessing.left <= 0 or len(word) > LONGEST:
        return []
    choices = list(known)
    _Guessing.left -= len(choices)
    return choices


def one_of(words: Iterable[str]) -> Message:
    """A hint that lists a vocabulary."""
    return messages.ONE_OF(words=tuple(words))
