"""Bars, as a reader sees them: the program's own, and those that an author typed."""

from __future__ import annotations

import re

from .folding import fold
from .within import ARTICLES, TITLES

_SIGNS = "\u2580-\u25a0\u25ac-\u25af\u25cf\u25fc\u220e\u2b1b"
#: What is seen as a bar.
BARS = re.compile(f"[{_SIGNS}]")
#: A bar with what is joined to it: letters, hyphens and apostrophes.
_JOINED = re.compile(rf"(?<![\w'’‘ʼ‐‑-])[\w'’‘ʼ‐‑-]*[{_SIGNS}][\w'’‘ʼ‐‑{_SIGNS}-]*")
#: Between a name and a bar that goes on with it stand blanks, hyphens, brackets and quotation marks only.
_NEXT_TO = "\"'’‘ʼ‐‑-()[]«»“”/:.ـ"
#: What is no word beside a bar: letters that Arabic joins before a word, or behind one, and a single letter.
_PARTICLE = re.compile("[وف]?(?:لل|[بلكس]?(?:ال)?)|[\u0620-\u064a]{1,2}|هما|كما|هن|[a-z]")
#: What people draw or type for words that they leave out.
_DRAWN = re.compile(
    r"_{2,}|ـ{2,}|…|\.{3,}|\b(?:X{2,}|x{3,})\b|(?<![\d:.,])0{3,}(?![\d:.,])"
    # any other signs in a row than those that end a sentence or a quotation
    r"|(?:[^\w\s.,،;؛:!'’‘\"«»“”()\[\]%](?:\s?[^\w\s.,،;؛:!'’‘\"«»“”()\[\]%])+)"
)
#: What a word has: a letter or a digit that is no tatweel.
_SAID = re.compile(r"[^\W_ـ]")
_WORD = re.compile(r"[^\W_]+")
#: So far from words a bar is looked for, with what is joined to it.
NEAR = 40


def open_words(words: str) -> list[str]:
    """The words that can be read beside bars, those that are joined to one left out."""
    return [word for word in _WORD.findall(_JOINED.sub(" ", fold(words))) if not _PARTICLE.fullmatch(word)]


def is_drawn(words: str) -> bool:
    """Whether words are signs alone, ``____`` or ``…``, or signs with what is joined to a name or said before it: they
    say nothing, and may have been drawn for a bar. What has neither letter nor digit says nothing either."""
    if not _SAID.search(words):
        return bool(words.strip())
    left = [word for word in open_words(_DRAWN.sub(" ", words)) if word not in TITLES | ARTICLES | {"د"}]
    return bool(_DRAWN.search(words)) and not left


def is_by_a_bar(text: str, start: int, end: int) -> bool:
    """Whether a bar stands right before or behind the words of a text from ``start`` to ``end``."""
    while start > 0 and _parts_little(text[start - 1]):
        start -= 1
    while end < len(text) and _parts_little(text[end]):
        end += 1
    return any(BARS.match(text, at) for at in (start - 1, end) if 0 <= at < len(text))


def is_all_bar(text: str, start: int, end: int) -> bool:
    """Whether a bar, or what is joined to one, stands in these words of a text or right at them, and no open word."""
    if open_words(text[start:end]):
        return False
    bars = _JOINED.finditer(text, max(0, start - NEAR), end + NEAR)
    return any(all(map(_parts_little, text[bar.end() : start] + text[end : bar.start()])) for bar in bars)


def _parts_little(char: str) -> bool:
    return char.isspace() or char in _NEXT_TO
