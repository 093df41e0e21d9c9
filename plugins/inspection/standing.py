"""Where do words stand in a text, as people write them there?

All that is looked for is put into one lookup, and each text goes through it once: its words are asked whether anything
begins with them, and only where something does the words after them are read. So the time that it takes does not grow
with the number of words that are looked for times the number of files.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, product

from .folded import fold, words

#: Letters that Arabic joins to the word after them, in all chains in which they stand.
_CHAINS = {
    first + second + article
    for first, second in product(("", "و", "ف"), ("", "ب", "ل", "ك", "س"))
    for article in ("", "ال", *(["ل"] if second == "ل" else []))
} - {""}
CHAINS = sorted(_CHAINS, key=len)
_JOINED = frozenset(joined[0] for joined in CHAINS)
#: The Arabic article, without which a word is found too; and those that stand apart in Latin letters.
ARTICLE, LATIN_ARTICLES = "ال", ("al", "el")
#: So many letters of what is looked for are enough to tell it.
ENOUGH = 64
#: So many digits at the end of a number tell it.
END_OF_NUMBER = 8
#: Between the first name and the last so many words may stand; names end at words that only join others.
OTHERS_BETWEEN = 3
STOPS = frozenset(
    word.letters
    for word in words(
        "a an and are as at be been but by for from had has have he her his in is it its not of on or she that the "
        "their them they this to was we were who will with you "
        "في من على إلى عن مع أو ثم حتى منذ أن إن قد لا ما هو هي هذا هذه التي الذي بين عند قبل بعد كان كانت لم لن ليس"
    )
)
#: In an address a letter or two may stand beside a name of so many, and any beside one of more.
GLUED, LONG_PART = 2, 5
HELD = LONG_PART + 1
#: So many letters of a word in Latin letters are left at least without its article, or the ending of many.
LATIN_LEFT = 4
#: An address, a handle, an id or the name of a file: what has such a sign, or is of small letters with a dot or hyphen.
_ADDRESS = re.compile(r"[^\s<>()\[\]{}\"',;|]*+")
_SIGN, _SMALL_SIGN = re.compile(r"[/_#=@%]"), re.compile(r"[^\W_][-.][^\W_]")
_NUMBERS = re.compile(r"\d[\d\s()+./-]{6,}\d")
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


def _bare(word: str) -> str:
    """A word without its article."""
    return word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 2 else word


def _is_long_number(letters: str) -> bool:
    return letters.isdecimal() and len(letters) > END_OF_NUMBER


def _addresses(piece: str) -> Iterator[list[str]]:
    """The words of what may be an address, an id, or the name of a file, in what stands between blanks."""
    for part in _ADDRESS.findall(piece):
        if _SIGN.search(part) or (part == part.lower() and _SMALL_SIGN.search(part)):
            yield fold(part).split()


def _glued(token: str) -> Iterator[str]:
    """What a word of an address holds with a letter or two, or digits, before it and behind."""
    bare = token.strip("0123456789")
    for begin, end in product(range(GLUED + 1), repeat=2):
        if len(bare) - begin - end == LONG_PART:
            yield bare[begin : len(bare) - end]


def _in_latin(token: str) -> Iterator[str]:
    """What a word in Latin letters is without an article that is written with it, and without the ending of many."""
    bare = token[2:] if token.startswith(LATIN_ARTICLES) and len(token) - 2 >= LATIN_LEFT else ""
    yield from (one for one in (bare, _singular(token), _singular(bare)) if one)


def _singular(token: str) -> str:
    return token[:-1] if token.endswith("s") and token.isascii() and len(token) > LATIN_LEFT + 1 else ""


class Lookup:
    """Words that are looked for, each by the ``key`` of its letters written together.

    ``alone`` has those that may be a single word of a text: all but a few letters that stand apart, as "S. A." does.
    Two words with a blank between are found with other names between them.
    """

    def __init__(self, wanted: Iterable[str], alone: Iterable[str]) -> None:
        self._wanted = {*wanted}
        self._last: dict[str, set[str]] = {}
        for letters in {letters for letters in self._wanted if " " in letters}:
            self._last.setdefault(_bare(letters.partition(" ")[0]), set()).add(letters)
            self._wanted.remove(letters)
        self._numbers = {letters[-END_OF_NUMBER:]: letters for letters in self._wanted if _is_long_number(letters)}
        self._alone = {*alone}
        self._sorted = sorted(self._wanted)
        #: How those begin that an address holds wherever they stand in it.
        self._held = {letters[:HELD] for letters in self._alone if len(letters) >= HELD}
        self._clean: set[str] = set()
        self._within: dict[str, set[str]] = {}
        self._starts: dict[str, list[str]] = {}
        self._begun: dict[str, bool] = {}

    def found(self, text: str) -> set[str]:
        """The keys of all that is looked for and stands in a text."""
        pieces = text.split()
        fresh = {*pieces} - self._clean - self._starts.keys()
        if len(self._clean) + len(self._starts) + len(fresh) > _MANY:
            self._clean, self._starts, self._within = set(), {}, {}
            fresh = {*pieces}
        for piece in fresh:
            tokens = fold(piece).split()
            if within := {letters for address in _addresses(piece) for letters in self._held_by(address)}:
                self._within[piece] = within
            if any(True for token in tokens for _ in self._beginnings(token)):
                self._starts[piece] = tokens
            else:
                self._clean.add(piece)
        told = {*self._long_numbers(text)} if self._numbers else set()
        told.update(*(self._within[piece] for piece in self._within.keys() & {*pieces}))
        if self._starts.keys().isdisjoint(pieces):
            return told
        for at, piece in enumerate(pieces):
            if begun := self._starts.get(piece):
                for index, token in enumerate(begun):
                    for rest in self._beginnings(token):
                        told.update(self._go_on(rest, begun, index + 1, pieces, at + 1))
                        if wanted := self._last.get(_bare(rest)):
                            told.update(self._named(wanted, begun, index + 1, pieces, at + 1))
        return told

    def _held_by(self, address: list[str]) -> Iterator[str]:
        """What the words of an address hold, with whatever is written with it."""
        yield from self._alone.intersection(chain.from_iterable(map(_glued, address)))
        letters = "".join(char for token in address for char in token if not char.isdecimal())
        for at in range(len(letters) - HELD + 1):
            if letters[at : at + HELD] in self._held:
                for end in range(at + HELD, min(len(letters), at + ENOUGH) + 1):
                    if (held := letters[at:end]) in self._alone:
                        yield held
                    if not self._begins(held):
                        break

    def _long_numbers(self, text: str) -> Iterator[str]:
        """The numbers of which the end stands there, behind whatever code, in one piece or in several."""
        for row in _NUMBERS.findall(text):
            digits = "".join(str(unicodedata.decimal(char)) for char in row if char.isdecimal())
            for begin in range(len(digits) - END_OF_NUMBER + 1):
                if (end := digits[begin : begin + END_OF_NUMBER]) in self._numbers:
                    yield self._numbers[end]

    def _named(self, wanted: set[str], tokens: list[str], index: int, pieces: list[str], at: int) -> Iterator[str]:
        """The names whose last one follows soon, with other names and nothing else before it."""
        following = tokens[index:]
        while len(following) <= OTHERS_BETWEEN and at < len(pieces):
            following, at = following + self._tokens(pieces[at]), at + 1
        for token in following[: OTHERS_BETWEEN + 1]:
            yield from (letters for letters in wanted if _bare(letters.split(" ")[1]) == _bare(token))
            if token in STOPS or not token.isalpha():
                return

    def _beginnings(self, token: str) -> Iterator[str]:
        """What of a word begins something that is looked for: all of it, or what stands behind joined letters."""
        if self._begins(token):
            yield token
        if token[0] in _JOINED:
            for joined in CHAINS:
                if token.startswith(joined) and len(token) > len(joined) and self._begins(rest := token[len(joined) :]):
                    yield rest
        if "a" <= token[0] <= "z":
            yield from filter(self._begins, _in_latin(token))

    def _begins(self, letters: str) -> bool:
        """Whether something that is looked for begins with these letters, or is their beginning and enough."""
        if _bare(letters) in self._last:
            return True
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
            if (single := _singular(tokens[index])) and letters + single in self._wanted:
                yield letters + single
            letters += tokens[index]
            index += 1
            if not self._begins(letters):
                return
            if letters in self._wanted:
                yield letters
        yield letters[:ENOUGH]

    def _tokens(self, piece: str) -> list[str]:
        return self._starts[piece] if piece in self._starts else fold(piece).split()
