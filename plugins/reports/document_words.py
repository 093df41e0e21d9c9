"""Does a document say what a report redacts? Of a document we know what programs find in it, which is not what is seen.

They find Arabic lines from their end, the letters of a ligature in the other order, letters parted (``Z u m r u d``),
words broken at a line's end or run together. All this is looked for, in time that grows with the document alone.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from words.letters import KUNYA

from .folding import JOINING, POSSESSIVE, WITHIN
from .searching import END_OF_NUMBER

#: So many letters a word has at least that is found parted in some other way than letter by letter.
PARTED, PARTED_ARABIC = 5, 4
#: Words of up to so many letters are only found whole.
SHORT = 3
#: No word has so many letters: what has is words run together.
RUN_TOGETHER = 25
#: Two words with so many letters, or one with so many in what is run together, are found wherever they stand.
ANYWHERE, ANYWHERE_ALONE = 9, 5
#: Arabic words of so many letters in all are also found with these in any order: few words have the same.
SHAPED = 6
#: So many letters are compared before anything else is.
HEAD = 3

_SAME = str.maketrans({"ٱ": "ا", "ة": "ه", "ء": None, "ی": "ي", "ک": "ك", "ـ": None})
_WORD = re.compile(r"[^\W\d_]+|\d+")
#: Digits in a row, with what parts them in the numbers of telephones.
_ROW = re.compile(r"\d[\d\s()+./-]*\d")
_PIECE = re.compile(r"[\u0600-\u07ff\u08a0-\u08ff]+|[^\W\d_\u0600-\u07ff\u08a0-\u08ff]+|\d+")
#: Joined letters before an Arabic word.
_JOINED = re.compile("[وف]?[بلكس]?(?:ال|ل)?")
_ARABIC = re.compile("[\u0620-\u074a]")
_CASES = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BROKEN = re.compile("[-\u00ad\u2010\u2011\ufffe\x02][ \t]*(?:\r\n?|\n)\\s*|\u00ad|[\ufffe\x02]")


def says(document: str, secrets: Iterable[tuple[str, ...]]) -> bool:
    """Whether a document says one of these: each a word, or words in a row, as ``sought`` has them.

    ``document`` is what a program finds in it.
    """
    sought = _Sought(secrets := list(secrets))
    if not sought.by_head:
        return False
    plain = _plain(document)
    if _says_number(plain, {"".join(words) for words in secrets}):
        return True
    joined = WITHIN.sub("", POSSESSIVE.sub(" ", plain))
    return _found(sought, plain) or (joined != plain and _found(sought, joined))


def _says_number(plain: str, secrets: Iterable[str]) -> bool:
    """Whether the end of a number stands there, behind whatever code of a country, in one piece or in several."""
    ends = {one[-END_OF_NUMBER:] for one in secrets if one.isdecimal() and len(one) > END_OF_NUMBER}
    rows = ("".join(str(unicodedata.decimal(char)) for char in row if char.isdecimal()) for row in _ROW.findall(plain))
    return any(row[at : at + END_OF_NUMBER] in ends for row in rows if ends for at in range(len(row)))


def _found(sought: _Sought, plain: str) -> bool:
    lines = [_PIECE.findall(line) for line in plain.split("\n")]
    if sought.found_in(_Letters(plain, lines)):
        return True
    if not _ARABIC.search(plain):
        return False
    return sought.found_in(_Letters("", [line[::-1] for line in lines]))


def _plain(text: str) -> str:
    """A text with its letters taken apart and its cases kept, a sign of hyphenation where a word is broken."""
    text = _BROKEN.sub("\x1f", text).replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
    return "".join(char for char in text if unicodedata.category(char) not in ("Mn", "Cf")).translate(_SAME)


def _folded(text: str) -> str:
    """The same without cases, with the digits of every script in ASCII."""
    text = _plain(text).replace("\x1f", "").casefold()
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)


class _Letters:
    """All letters of a document in a row, and where the pieces begin in which they were found.

    ``broken`` are the pieces that go on a word that a hyphen broke.
    """

    def __init__(self, plain: str, lines: Iterable[list[str]]) -> None:
        pieces: list[str] = []
        self.broken: set[int] = set()
        starts: list[int] = []
        at = 0
        for line in lines:
            for word in line:
                for piece in _CASES.split(word):
                    folded = _folded(piece)
                    if folded:
                        starts.append(at)
                        pieces.append(folded)
                        at += len(folded)
        self.text, self.starts, self.pieces = "".join(pieces), starts, pieces
        if "\x1f" in plain:
            self._note_breaks(plain)

    def _note_breaks(self, plain: str) -> None:
        at = 0
        for part in plain.split("\x1f")[:-1]:
            at += sum(len(_folded(word)) for word in _PIECE.findall(part))
            self.broken.add(at)

    def piece(self, at: int) -> tuple[int, int]:
        """Where the piece begins and ends in which a letter stands."""
        number = bisect_right(self.starts, at)
        return self.starts[number - 1], self.starts[number] if number < len(self.starts) else len(self.text)

    def inside(self, start: int, end: int) -> list[int]:
        """Where pieces begin between two letters, behind the first."""
        return self.starts[bisect_right(self.starts, start) : bisect_left(self.starts, end)]


@dataclass(frozen=True, slots=True)
class _Form:
    """Words in a form in which a document may have them; ``back`` where their letters are from the end."""

    words: tuple[str, ...]
    back: bool

    @property
    def letters(self) -> str:
        return "".join(self.words)


class _Sought:
    """All forms of all that is looked for, by their first letters."""

    def __init__(self, secrets: Iterable[tuple[str, ...]]) -> None:
        self.by_head: dict[str, list[_Form]] = defaultdict(list)
        self.by_shape: dict[str, list[list[str]]] = defaultdict(list)
        for words in (secrets := list(secrets)):
            if _ARABIC.match("".join(words)) and len("".join(words)) >= SHAPED:
                self.by_shape[_shape(words[0])].append([_shape(word) for word in words])
        for form in {form for words in secrets for form in _forms(words)}:
            if len(form.letters) >= 2:
                self.by_head[form.letters[:HEAD]].append(form)
        self.lengths = sorted({len(head) for head in self.by_head})

    def found_in(self, letters: _Letters) -> bool:
        text, by_head = letters.text, self.by_head
        for length in self.lengths:
            for at in range(len(text) - length + 1):
                if text[at : at + length] in by_head:
                    for form in by_head[text[at : at + length]]:
                        if text.startswith(form.letters, at) and _stands(form, at, letters):
                            return True
        return self._shaped_in(letters)

    def _shaped_in(self, letters: _Letters) -> bool:
        """Whether words of the same letters in any order stand there."""
        said = [_shape(piece) for piece in letters.pieces] if self.by_shape else ()
        for at, shape in enumerate(said):
            for shapes in self.by_shape.get(shape, ()):
                if said[at : at + len(shapes)] == shapes:
                    return True
        return False


def _shape(word: str) -> str:
    return "".join(sorted(word.replace("ى", "ي")))


def _forms(words: tuple[str, ...]) -> Iterator[_Form]:
    """Words as programs find them: also without the article, with the letters of ligatures in the other order, and with
    all letters from the end."""
    bare = [_ways(word) for word in words[:4]]
    for some in product(*bare):
        kept = (*some, *words[4:])
        for turned in (_as_is, _lam_alef_turned, _ligatures_turned):
            yield _Form(tuple(map(turned, kept)), back=False)
        if all(_ARABIC.match(word) or len(word) >= PARTED for word in kept):
            yield _Form(tuple(word[::-1] for word in kept), back=True)
            yield _Form(tuple(_lam_alef_turned(word)[::-1] for word in kept), back=True)


def _ways(word: str) -> tuple[str, ...]:
    """A word as it may be written, beginning with what it is."""
    if word == KUNYA[0]:
        return KUNYA
    ways = (word, word[2:]) if word.startswith("ال") and len(word) > 4 else (word,)
    other = [f"{way[:-1]}ى" for way in ways if way[-1] == "ي"]
    return (*ways, *(way for way in other if way not in JOINING))


def _as_is(word: str) -> str:
    return word


def _lam_alef_turned(word: str) -> str:
    return word.replace("لا", "ال")


def _ligatures_turned(word: str) -> str:
    return _ligatures().sub(lambda found: found[0][::-1], word)


@cache
def _ligatures() -> re.Pattern[str]:
    """The pairs of Arabic letters that Unicode knows as one sign: of others no font makes one."""
    signs = (_folded(chr(code)) for code in (*range(0xFBEA, 0xFD40), *range(0xFEF5, 0xFEFD)))
    return re.compile("|".join(sorted({sign for sign in signs if len(sign) == 2 and _ARABIC.match(sign)})))


def _stands(form: _Form, start: int, letters: _Letters) -> bool:
    """Whether letters that were found are words that stand there, and no parts of other words."""
    length = len(form.letters)
    end = start + length
    first, first_end = letters.piece(start)
    last, last_end = letters.piece(end - 1)
    parted = letters.inside(start, end)
    if not _is_whole(form, letters.text[first:start], letters.text[end:last_end]):
        together = first_end - first >= RUN_TOGETHER and last == first and length >= ANYWHERE_ALONE
        if not together and not (len(form.words) > 1 and length >= ANYWHERE and not parted):
            return False
    at = start
    for word in form.words:
        inside = [place for place in parted if at < place < at + len(word)]
        if inside and not _is_parted(word, at, inside, letters):
            return False
        at += len(word)
    return length > SHORT or not parted


def _is_whole(form: _Form, before: str, behind: str) -> bool:
    """Whether nothing but letters that are joined to words stands ``before`` and ``behind`` them in their pieces."""
    if not before and not behind:
        return True
    joined, other = (behind[::-1], before) if form.back else (before, behind)
    word = form.words[-1] if form.back else form.words[0]
    if other or not _ARABIC.match(word) or not _JOINED.fullmatch(joined):
        return False
    return len(form.letters) > SHORT or len(joined) == 1


def _is_parted(word: str, at: int, inside: list[int], letters: _Letters) -> bool:
    """Whether the pieces in which a word was found, which begin ``inside`` it, are one word that was parted."""
    if word.isdecimal():
        return True
    if len(inside) == 1 and inside[0] in letters.broken:
        return True
    edges = [at, *inside, at + len(word)]
    pieces = [letters.text[one:other] for one, other in pairwise(edges)]
    if len(pieces) == len(word):
        return len(word) > SHORT
    least = PARTED_ARABIC if _ARABIC.match(word) else PARTED
    return len(word) >= least and len(pieces) <= 3 and not set(pieces) & JOINING
