"""Plain names in Arabic and English text: with joined letters, turned by grammar, the longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from . import everyday_names
from .letters import fold
from .read_text import Reading
from .tokens import Token, texts_of, ways

#: What can stand between the words of a name: blanks, hyphens, quotation marks.
_BETWEEN = re.compile(r"\.?|[\s\-‐‑–«»\"“”'’ʼ‘`]+")
#: Grammar writes a plural as -ūn or -īn.
_PLURAL = re.compile(r"(?<=...)ون$")
_SHORTEST = 3
#: So many letters has a word at the least to which others are joined.
_LEAST = 2
_TEXT = itemgetter(Token._fields.index("text"))


class Name(NamedTuple):
    """A name in a text, from ``start`` up to ``end``, without the letters that are joined to it; ``ids`` have it."""

    start: int
    end: int
    ids: tuple[str, ...]


class _Known(NamedTuple):
    words: tuple[str, ...]
    ids: tuple[str, ...]
    #: How its letters begin in English: ``any``, ``capital`` or ``all``.
    case: str
    #: Whether only its neighbours can say that an everyday word is a name.
    common: bool
    #: Whether it only says that somebody speaks: ``media sources``.
    speaker: bool


#: Letters that Arabic joins to a name; and those that hide the article of one, with how many of them are no part of it.
_JOINED = ("", *"وفبلك", *(also + letter for also in "وف" for letter in "بلك"))
_HIDING = (("لل", 0), ("ولل", 1), ("فلل", 1))


class Names:
    """Names to be looked for, of one language: gone through once, looked for in any number of texts."""

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]], lang: str) -> None:
        self.lang = lang
        owners: dict[tuple[str, ...], tuple[str, list[str]]] = {}
        for id, names in entries:
            for name in names:
                words = self._words(name)
                if words and (len(name) >= _SHORTEST or (name.isupper() and len(name) > 1)):
                    ids = owners.setdefault(words, (name, []))[1]
                    if id not in ids:
                        ids.append(id)
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, list[str]]]] = defaultdict(list)
        for words, (name, ids) in owners.items():
            self._by_first[words[0]].append((words, name, ids))
        #: The words at which names can begin, each with the first words of these, as names are compared, and how many
        #: letters are joined before: the least first.
        self._beginning: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for first in self._by_first:
            for word, joined in self._forms(first):
                self._beginning[word].append((joined, first))
        for several in self._beginning.values():
            several.sort()
        self._names: dict[str, tuple[dict[str, list[_Known]], list[_Known]]] = {}

    def _words(self, name: str) -> tuple[str, ...]:
        words = [_turned(word) for word in texts_of(fold(name))]
        return tuple(words[1:] if self.lang == "en" and words[:1] == ["the"] and len(words) > 1 else words)

    def _known(self, words: tuple[str, ...], name: str, ids: tuple[str, ...]) -> _Known:
        case = "any"
        if self.lang == "en":
            bare = name.removeprefix("the ").removeprefix("The ")
            letters = [char for char in bare if char.isalpha()] if bare.isupper() else ()
            upper = len(letters) > 1 and all(char.isupper() for char in letters)
            case = "all" if upper else "capital" if bare[:1].isupper() else "any"
        speaks = everyday_names.SPEAKERS.issuperset(words)
        common = len(words) == 1 and words[0] in everyday_names.COMMON
        common = common or " ".join(words) in everyday_names.COMMON_PHRASES
        return _Known(words, ids, case, common, speaks)

    def find(self, reading: Reading) -> Iterator[Name]:
        """The names in a text, from the left and the longest first."""
        tokens, beginning = reading.tokens, self._beginning
        until = 0
        for at in compress(range(len(tokens)), map(beginning.__contains__, map(_TEXT, tokens))):
            token = tokens[at]
            if token.start < until:
                continue
            best: tuple[int, int, _Known] | None = None
            for skipped, first in beginning[token.text]:
                longer, alone = self._names.get(first) or self._apart(first)
                some = alone
                if longer and at + 1 < len(tokens):
                    some = [*longer.get(_turned(tokens[at + 1].text), ()), *alone]
                for known in some:
                    if best and len(known.words) <= len(best[2].words):
                        break
                    last = self._matches(known, tokens, at, reading) if len(known.words) > 1 else at
                    if last is not None and self._stands(known, at, last, reading, token.start + skipped):
                        best = token.start + skipped, last, known
                        break
            if best:
                begins, last, known = best
                until = tokens[last].start + len(_bare(tokens[last].text))
                yield Name(*reading.letters.stretch(begins, until), known.ids)

    def _forms(self, first: str) -> Iterator[tuple[str, int]]:
        """Each word in which the first of a name can stand, with how many letters are joined before it."""
        yield first, 0
        if first.isascii():
            yield first + "'s", 0
            yield first + "’s", 0
        if self.lang != "ar" or len(first) < _LEAST:
            return
        turned = (first[:-2] + "ون",) if first.endswith("ين") and len(first) > _SHORTEST + 1 else ()
        for form in (first, *turned):
            for joined in _JOINED:
                if joined or form != first:
                    yield joined + form, len(joined)
            if form.startswith("ال") and len(form) > _LEAST + 1:
                for hiding, joined in _HIDING:
                    yield hiding + form[2:], joined

    def _apart(self, first: str) -> tuple[dict[str, list[_Known]], list[_Known]]:
        """The names that begin with a word, sorted out when it is first met: by their second, and those of one word."""
        longer: dict[str, list[_Known]] = defaultdict(list)
        alone: list[_Known] = []
        for words, name, ids in sorted(self._by_first[first], key=lambda entry: (-len(entry[0]), entry[0])):
            (longer[words[1]] if len(words) > 1 else alone).append(self._known(words, name, tuple(ids)))
        self._names[first] = longer, alone
        return longer, alone

    @staticmethod
    def _matches(known: _Known, tokens: list[Token], at: int, reading: Reading) -> int | None:
        """The last token of a name of several words that begins at one."""
        last = at + len(known.words) - 1
        if last >= len(tokens):
            return None
        for index in range(1, len(known.words)):
            token = tokens[at + index]
            if token.text != known.words[index] and _turned(token.text) != known.words[index]:
                return None
            gap = reading.letters.folded[tokens[at + index - 1].end : token.start]
            if gap != " " and not _BETWEEN.fullmatch(gap):
                return None
        return last

    def _stands(self, known: _Known, at: int, last: int, reading: Reading, begins: int) -> bool:
        """Whether the words are meant as a name."""
        tokens = reading.tokens
        if known.case != "any":
            start, end = reading.letters.stretch(begins, tokens[last].end)
            written = reading.text[start:end]
            if known.case == "all":
                if not written.isupper():
                    return False
            elif written.islower():
                return False
        if _is_of_a_clock(tokens, at, last, reading.lang):
            return False
        if not (known.common or known.speaker):
            return True
        folded = reading.letters.folded
        before = tokens[at - 1].text if at and not re.search(r"[.!?؟\n]", folded[tokens[at - 1].end : begins]) else ""
        after = tokens[last + 1].text if last + 1 < len(tokens) else ""
        quoted = folded[max(0, begins - 2) : begins].strip()[-1:] in everyday_names.QUOTES and (
            folded[tokens[last].end : tokens[last].end + 2].strip()[:1] in everyday_names.QUOTES
        )
        stems = {stem for _, stem in ways(before)} if self.lang == "ar" else {before}
        if known.speaker:
            return bool(stems & everyday_names.SAYING or after in everyday_names.SAYING)
        if quoted and begins > 0:
            return True
        if stems & everyday_names.OUTLETS or (self.lang == "en" and after in everyday_names.OUTLETS):
            return True
        if known.words[0] not in everyday_names.OF_EVERY_TEXT and (stems | {after}) & everyday_names.SAYING:
            return True
        if self.lang == "en":
            return False
        if known.words[0].startswith("ال"):
            return bool(stems & everyday_names.PLACES)
        return bool(stems & everyday_names.OF_PLACES)


def _is_of_a_clock(tokens: list[Token], at: int, last: int, lang: str) -> bool:
    """Whether a name says by which clock a time is told: 8 o'clock Damascus time."""
    if lang != "en":
        return any(token.text in ("بتوقيت", "توقيت") for token in tokens[max(0, at - 2) : at])
    behind = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if behind in ("eastern", "standard", "summer"):
        return last + 2 < len(tokens) and tokens[last + 2].text == "time"
    return behind == "time"


def _turned(word: str) -> str:
    """A word in the form in which names are compared: plurals are in the genitive."""
    last = word[-1:]
    if last == "s":
        return _bare(word)
    return _PLURAL.sub("ين", word) if last == "ن" else word


def _bare(word: str) -> str:
    """An English word without the ending of what is somebody's."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word
