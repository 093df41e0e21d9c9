"""Characters that are not seen: they can hide words, turn a figure round, or make two names look like one.

None may stand where nobody would see that it does (*Trojan Source*, CVE-2021-42574; Unicode Technical Standard 39,
section 3): all that Unicode lets programs pass over (the property Default_Ignorable_Code_Point, those among it that
no character has yet) and all that turns, hides or ends a line. Allowed are those that a script needs: joiners between
Arabic letters, selectors of a sign's form, the directional marks, and isolates that end in the paragraph in which they
began.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from . import messages
from .html_codes import uncoded
from .messages import Message

#: Control characters and codes of no character: no page, feed or data file can hold them.
NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
#: Private-use characters: in texts some of them stand for marks.
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
#: Characters that have no place in any text, and what each kind of them is.
_REFUSED = {
    "\u202a-\u202e": messages.TURNING,
    "\u206a-\u206f\ufff9-\ufffb": messages.FORMATTING,
    "\ufffc": messages.STANDING_FOR_OTHERS,
    "\U0001d159\U00016fe4": messages.FILLER,
    "\u2065\ufff0-\ufff8": messages.KEPT,
    "\u200b\u2060-\u2064\ufeff\u180e\u034f": messages.WIDTHLESS,
    "\u00ad": messages.SOFT_HYPHEN,
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0": messages.LIKE_A_BLANK,
    "\u2028\u2029\x85": messages.LINE_END,
    "\u180b-\u180d\u180f\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a": messages.RARE_CONTROL,
    "\U000e0000-\U000e007f": messages.TAG,
    "\U000e0100-\U000e01ef": messages.RARE_SELECTOR,
    "\U000e0080-\U000e00ff\U000e01f0-\U000e0fff": messages.KEPT,
}
_JOINERS, _SELECTORS, _ISOLATES, _END = "\u200c\u200d", "\ufe00-\ufe0f", "\u2066-\u2068", "\u2069"
_ANY = re.compile(f"[{''.join(_REFUSED)}{_JOINERS}{_SELECTORS}{_ISOLATES}{_END}]")
_KINDS = tuple((re.compile(f"[{characters}]"), what) for characters, what in _REFUSED.items())
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\Z")
_ENTITY = re.compile(r"&(?:#(?P<number>[0-9]+)|#[xX](?P<hex>[0-9a-fA-F]+)|[A-Za-z][A-Za-z0-9]{1,31});?")
#: Codes that follow each other, with whatever marks stand between them, are one piece of text.
_CODES_IN_A_ROW = re.compile(r"(?:&#?[A-Za-z0-9]+;?[^\w\s&;]{0,9})+")
#: More marks above and below a letter than any script has: they cover the lines around.
_HEAP = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9,}"
)

#: Marks of direction in a number: 12, a mark, 34 is shown as 3412. What parts its groups, or hours from minutes, may
#: stand beside the mark.
_PARTS = ".,٫٬،:'\u2019\u00a0\u2009\u202f"
_TURNED = re.compile(rf"\d[{_PARTS}]?([\u200e\u200f\u061c\u2066-\u2069]+)[{_PARTS}]?(?=\d)")
LONG_HEAP = 30

Fault = tuple[int, Message]


def faults(text: str) -> Iterator[Fault]:
    """What is wrong with the characters of a text that are not seen: offset, and what it is.

    A character is told by its number, since it cannot be shown.
    """
    open_isolates: list[int] = []
    end = 0
    for match in _ANY.finditer(text):
        at, char = match.start(), match[0]
        if at >= end:
            yield from _unended(open_isolates, text)
            paragraph = _PARAGRAPH.search(text, at)
            end = paragraph.end() if paragraph else len(text)
        if char in _JOINERS:
            if not _joins(text, at):
                yield at, messages.ODD_JOINER(char=_name(char))
        elif "\ufe00" <= char <= "\ufe0f":
            if not at or unicodedata.category(text[at - 1]) not in ("So", "Sm", "Po", "Nd", "Sk"):
                yield at, messages.ODD_SELECTOR(char=_name(char))
        elif char == _END:
            if not open_isolates:
                yield at, messages.ODD_END(char=_name(char))
            else:
                open_isolates.pop()
        elif "\u2066" <= char <= "\u2068":
            open_isolates.append(at)
        else:
            what = next(what for pattern, what in _KINDS if pattern.match(char))
            yield at, messages.UNSEEN_CHARACTER(char=_name(char), what=what())
    yield from _unended(open_isolates, text)
    for match in _TURNED.finditer(text):
        yield match.start() + 1, messages.TURNED_NUMBER(char=_name(match[1][0]))
    for match in _HEAP.finditer(text):
        yield match.start(), messages.HEAP()


def long_heap(text: str) -> int | None:
    """Where more than 30 marks of any script stand on one letter: such are refused before anything puts them in
    order, which takes time without end. ``None`` where there is no such place."""
    if text.isascii():
        return None
    combining = "".join("1" if unicodedata.combining(char) else "0" for char in text)
    at = combining.find("1" * (LONG_HEAP + 1))
    return at if at >= 0 else None


def isolates_are_whole(text: str) -> bool:
    """Whether every isolate in a piece of text ends in it: what is shown alone must not turn what follows it."""
    depth = 0
    for char in text:
        depth += ("\u2066" <= char <= "\u2068") - (char == _END)
        if depth < 0:
            return False
    return depth == 0


def _unended(open_isolates: list[int], text: str) -> Iterator[Fault]:
    for at in open_isolates:
        yield at, messages.UNENDED_ISOLATE(char=_name(text[at]))
    open_isolates.clear()


def faults_of_codes(text: str) -> Iterator[Fault]:
    """The same of characters that are written as codes, ``&#8238;`` or ``&rlm;``: of these none is allowed at all,
    but for blanks and what is seen."""
    for match in _ENTITY.finditer(text):
        if len(match["number"] or match["hex"] or "") > 7:
            yield match.start(), messages.CODE_OF_NOTHING()
            continue
        for char in uncoded(match[0]):
            if _ANY.match(char):
                yield match.start(), messages.UNSEEN_CODE(code=match[0], char=_name(char))
                break
    for match in _CODES_IN_A_ROW.finditer(text):
        if long_heap(uncoded(match[0])) is not None:
            yield match.start(), messages.HEAP()


def unseen(text: str) -> Message | None:
    """The first that is wrong with words that are shown alone."""
    for what, pattern in ((messages.CONTROL_OR_CODE, NO_TEXT), (messages.PRIVATE_OR_CODE, PRIVATE)):
        if pattern.search(text) or ("&" in text and pattern.search(uncoded(text))):
            return what()
    for _, message in (*islice(faults(text), 1), *islice(faults_of_codes(text), 1)):
        return message
    return None if isolates_are_whole(text) else messages.PARTED_ISOLATE()


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands where a script needs it: after an Arabic letter, or between two parts of one sign."""
    before = _base(text[max(0, at - 8) : at])
    after = text[at + 1 : at + 2]
    if before and _is_arabic(before):
        # At the end of a word ZWJ gives a letter the form that it has in a word: the ه of a Hijri year.
        return text[at] == "\u200d" or bool(after and _is_arabic(after))
    return text[at] == "\u200d" and _is_sign(before) and _is_sign(after)


def _base(text: str) -> str:
    """The last character of a text that is no mark above or below another, and no selector of a form."""
    for char in reversed(text):
        if unicodedata.category(char) not in ("Mn", "Sk") and not "\ufe00" <= char <= "\ufe0f":
            return char
    return ""


def _is_arabic(char: str) -> bool:
    return unicodedata.bidirectional(char) == "AL"


def _is_sign(char: str) -> bool:
    return bool(char) and unicodedata.category(char) in ("So", "Sm", "Sk")
