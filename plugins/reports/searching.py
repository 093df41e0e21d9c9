"""Where what is sought of redacted words stands in other texts: the rules are those of decision 9."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby, product

from .folding import JOINING, singular, stems, without_article, words
from .sought import BEGINNING_OF_HASH, BEGINS, CODED, PART, PART_OF_HASH, Secret, decoded
from .within import ARTICLES, OTHERS

#: Between the parts of a name others may stand, so many words at most: the father's, the grandfather's.
OTHERS_BETWEEN = 3
#: So many digits at the end of a number tell it, whatever code of a country stands before.
END_OF_NUMBER = 8
#: So many letters of what is looked for are enough to tell it, and so many of its words are left without articles.
ENOUGH, BARE = 64, 6
#: An address holds a name of so many letters wherever it stands in it; one of so many, with no more beside it.
HELD, GLUED_TO, GLUED = 6, 5, 2

_HASH, _OF_HASH = re.compile(r"[0-9a-f]{32,128}"), re.compile(r"(?:0x)?([0-9a-f]+)")
_OF_NUMBER = re.compile(r"[^\W\d_]*([0-9]+)[^\W\d_]*")


class Search:
    """Finds secrets in texts, in time that grows with the texts alone.

    Of words with ``OTHERS`` between the first and the last are found with other words between them.

    ``of_words`` are the secrets by their words; ``looks_for`` is the same for searches that look for the same words.
    """

    def __init__(self, secrets: Iterable[Secret]) -> None:
        #: Whether a text says something of it, or holds it if it is an address or an id.
        self.says = lru_cache(maxsize=100_000)(self._says)
        self._whole: dict[str, list[Secret]] = {}
        self._begin: set[str] = set()
        self._of_hashes: dict[str, list[Secret]] = {}
        self._coded: dict[str, list[Secret]] = {}
        self._hashes_begin: dict[str, list[Secret]] = {}
        self._numbers_end: dict[str, list[Secret]] = {}
        self._parted: dict[str, list[tuple[str, Secret]]] = {}
        self.of_words: dict[tuple[str, ...], list[Secret]] = {}
        for secret in secrets:
            same = self.of_words.setdefault(secret.words, [])
            same.append(secret)
            if len(same) > 1:  # looked for once
                continue
            if OTHERS in secret.words:
                first, _, last = secret.words
                self._parted.setdefault(without_article(first), []).append((without_article(last), secret))
                continue
            if secret.words[0] == BEGINS:
                self._hashes_begin.setdefault(secret.words[1][:BEGINNING_OF_HASH], []).append(secret)
                continue
            if secret.words[0] == CODED:
                self._coded.setdefault(secret.words[1], []).append(secret)
                continue
            if _HASH.fullmatch(digits := "".join(secret.words)):
                self._hashes_begin.setdefault(digits[:BEGINNING_OF_HASH], []).append(secret)
                for at in range(len(digits) - PART_OF_HASH + 1):
                    self._of_hashes.setdefault(digits[at : at + PART_OF_HASH], []).append(secret)
            if digits.isdecimal() and len(digits) > END_OF_NUMBER:
                self._numbers_end.setdefault(digits[-END_OF_NUMBER:], []).append(secret)
            for letters in {"".join(form)[:ENOUGH] for form in _forms(secret.words)}:
                self._whole.setdefault(letters, []).append(secret)
                self._begin.update(letters[:end] for end in range(1, len(letters) + 1))

    @cached_property
    def looks_for(self) -> bytes:
        return hashlib.blake2b(ascii(sorted(self.of_words)).encode()).digest()

    def __bool__(self) -> bool:
        return bool(self.of_words)

    def _says(self, text: str) -> bool:
        if any(True for _ in self.find(words(text))):
            return True
        return not re.search(r"\s", text) and any(True for _ in self.held_by(words(decoded(text))))

    def find(self, said: Sequence[str]) -> Iterator[tuple[int, Secret]]:
        """The secrets that stand in these folded words, each with the number of the word at which it begins."""
        for at, word in enumerate(said):
            for stem in stems(word):
                if (begun := stem[:ENOUGH]) in self._begin:
                    yield from ((at, secret) for secret in self._from(begun, at + 1, said))
                for last, secret in self._parted.get(without_article(stem), ()):
                    if _follows(last, said, at + 1):
                        yield at, secret
            for secret in self._hashes_begin.get((digits := word.removeprefix("0x"))[:BEGINNING_OF_HASH], ()):
                if secret.words[-1].startswith(digits):
                    yield at, secret
        if self._coded:
            for at, word in enumerate(said):
                for begin in range(len(word) - PART_OF_HASH + 1) if word.isascii() else ():
                    yield from ((at, secret) for secret in self._coded.get(word[begin : begin + PART_OF_HASH], ()))
        if self._of_hashes:
            yield from _digits_of(said, _OF_HASH, PART_OF_HASH, self._of_hashes)
        if self._numbers_end:
            yield from _digits_of(said, _OF_NUMBER, END_OF_NUMBER, self._numbers_end)

    def held_by(self, address: Sequence[str]) -> Iterator[Secret]:
        """The secrets that the words of an address, an id or the name of a file hold, with whatever letters and digits
        are written with them: ``szakwan``, ``freezakwan``, ``abu-maysoun99``."""
        for word in address:
            bare = word.strip("0123456789")
            for begin, end in product(range(GLUED + 1), repeat=2):
                if len(piece := bare[begin : len(bare) - end]) == GLUED_TO and piece.isalpha():
                    yield from self._whole.get(piece, ())
        letters = "".join(char for word in address for char in word if not char.isdecimal())
        for begin in range(len(letters) - HELD + 1):
            end = begin + HELD
            while end <= len(letters) and (piece := letters[begin:end]) in self._begin:
                yield from self._whole.get(piece, ())
                end += 1

    def _from(self, letters: str, following: int, said: Sequence[str]) -> Iterator[Secret]:
        """What begins with these letters, and goes on in the words that follow, however they are parted."""
        # A word of three letters or fewer stands as one word only.
        if letters in self._whole and (len(letters) > PART or letters in stems(said[following - 1])):
            yield from self._whole[letters]
        if following < len(said) and len(letters) < ENOUGH:
            word = said[following]
            pieces = filter(None, (word, without_article(word), singular(word)))
            for longer in {(letters + piece)[:ENOUGH] for piece in pieces}:
                if longer in self._begin:
                    yield from self._from(longer, following + 1, said)


def _follows(last: str, said: Sequence[str], at: int) -> bool:
    """Whether a word follows from there on, with no more before it than other names."""
    for word in said[at : at + OTHERS_BETWEEN + 1]:
        if without_article(word) == last:
            return True
        if word not in ARTICLES and (word in JOINING or not word.isalpha()):
            return False
    return False


def _digits_of(
    said: Sequence[str], of: re.Pattern[str], length: int, wanted: Mapping[str, list[Secret]]
) -> Iterator[tuple[int, Secret]]:
    """The hashes or numbers of which a part of that length stands there, in one piece or in several."""
    found = (of.fullmatch(word) for word in said)
    for in_a_row, row in groupby(enumerate(found), lambda one: one[1] is not None):
        if in_a_row:
            digits = [(digit, at) for at, match in row if match for digit in match[1]]
            together = "".join(digit for digit, _ in digits)
            for begin in range(len(together) - length + 1):
                for secret in wanted.get(together[begin : begin + length], ()):
                    yield digits[begin][1], secret


def _forms(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Words also without their articles; of many words without any."""
    bare = tuple(without_article(word) for word in said)
    if sum(one != other for one, other in zip(said, bare, strict=True)) > BARE:
        yield from (said, bare)
        return
    yield from product(*({word, without_article(word)} for word in said))
