"""Where do words stand in a text, as people write them there?

All that is looked for is put into one lookup, and each text goes through it once: its words are asked whether anything
begins with them, and only where something does the words after them are read. So the time that it takes does not grow
with the number of words that are looked for times the number of files.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import product

from .letters import fold

#: Letters that Arabic joins to the word after them, in all chains in which they stand.
_CHAINS = {
    first + second + article
    for first, second in product(("", "و", "ف"), ("", "ب", "ل", "ك", "س"))
    for article in ("", "ال", *(["ل"] if second == "ل" else []))
} - {""}
CHAINS = sorted(_CHAINS, key=len)
_JOINED = frozenset(chain[0] for chain in CHAINS)
#: The Arabic article, without which a word is found too; and those that stand apart in Latin letters.
ARTICLE, LATIN_ARTICLES = "ال", ("al", "el")
#: So many letters of what is looked for are enough to tell it.
ENOUGH = 64
#: So many different pieces of texts are remembered.
_MANY = 400_000


def ways(letters: Iterable[str]) -> set[str]:
    """All ways in which words in a row may be written together: each with its article and without it.

    An article that would be all of them stays.
    """
    choices: list[tuple[str, ...]] = []
    for word in letters:
        if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1:
            choices.append((word, word[len(ARTICLE) :]))
        elif word in LATIN_ARTICLES:
            choices.append((word, ""))
        else:
            choices.append((word,))
    if sum(len(choice) > 1 for choice in choices) > 6:
        return {"".join(choice[0] for choice in choices)}
    return {"".join(chosen) for chosen in product(*choices)} - {""}


def key(letters: str) -> str:
    """By what letters are looked for: so many that they are enough."""
    return letters[:ENOUGH]


class Lookup:
    """Words that are looked for, each by the ``key`` of its letters written together.

    ``alone`` has those that may be a single word of a text: all but a few letters that stand apart, as "S. A." does.
    """

    def __init__(self, wanted: Iterable[str], alone: Iterable[str]) -> None:
        self._wanted = {*wanted}
        self._alone = {*alone}
        self._sorted = sorted(self._wanted)
        self._clean: set[str] = set()
        self._starts: dict[str, list[str]] = {}
        self._begun: dict[str, bool] = {}

    def found(self, text: str) -> set[str]:
        """The keys of all that is looked for and stands in a text."""
        pieces = text.split()
        fresh = {*pieces} - self._clean - self._starts.keys()
        if len(self._clean) + len(self._starts) + len(fresh) > _MANY:
            self._clean, self._starts = set(), {}
            fresh = {*pieces}
        for piece in fresh:
            tokens = fold(piece).split()
            if any(True for token in tokens for _ in self._beginnings(token)):
                self._starts[piece] = tokens
            else:
                self._clean.add(piece)
        told: set[str] = set()
        if self._starts.keys().isdisjoint(pieces):
            return told
        for at, piece in enumerate(pieces):
            if begun := self._starts.get(piece):
                for index, token in enumerate(begun):
                    for rest in self._beginnings(token):
                        told.update(self._go_on(rest, begun, index + 1, pieces, at + 1))
        return told

    def _beginnings(self, token: str) -> Iterator[str]:
        """What of a word begins something that is looked for: all of it, or what stands behind joined letters."""
        if self._begins(token):
            yield token
        if token[0] in _JOINED:
            for chain in CHAINS:
                if token.startswith(chain) and len(token) > len(chain) and self._begins(rest := token[len(chain) :]):
                    yield rest

    def _begins(self, letters: str) -> bool:
        """Whether something that is looked for begins with these letters, or is their beginning and enough."""
        if len(letters) >= ENOUGH:
            return letters[:ENOUGH] in self._wanted
        known = self._begun.get(letters)
        if known is None:
            at = bisect_left(self._sorted, letters)
            known = at < len(self._sorted) and self._sorted[at].startswith(letters)
            if len(self._begun) < _MANY:
                self._begun[letters] = known
        return known

    def _go_on(self, letters: str, tokens: list[str], index: int, pieces: list[str], at: int) -> Iterator[str]:
        """What is found from a word on, with the words after it as far as they are needed."""
        if letters in self._alone:
            yield letters
        while len(letters) < ENOUGH:
            while index >= len(tokens):
                if at >= len(pieces):
                    return
                tokens, index, at = self._tokens(pieces[at]), 0, at + 1
            letters += tokens[index]
            index += 1
            if not self._begins(letters):
                return
            if letters in self._wanted:
                yield letters
        yield letters[:ENOUGH]

    def _tokens(self, piece: str) -> list[str]:
        return self._starts[piece] if piece in self._starts else fold(piece).split()
