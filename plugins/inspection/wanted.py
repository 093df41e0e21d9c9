"""What is looked for of redacted words: all, or three in a row; the parts of a name; what else somebody is called.

The rules are those of the decision "One text, a bar that says nothing, and words that are said in another place".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from .folded import Word, words
from .leaves import leaves
from .longer_redactions import ENGLISH_TOO, MOST_NAMES, TITLES, is_common, names_nobody, numbers, tells_alone
from .longer_redactions import names as names_within
from .ordinary_words import can_be_a_name
from .redacted_words import Redacted
from .standing import CHAINS, ENOUGH, key, ways

#: The letter that the accusative adds to a word.
ALIF = "\u0627"
#: So many words are looked for together.
TOGETHER = 3
#: So many letters three words in a row have at least, a part of a name, and one word that is looked for everywhere.
ROW, PART, EVERYWHERE = 12, 3, 4
#: Digits that are written apart and are so many in all are one number, if they are no date.
ONE_NUMBER = 7

#: Words that pages say of dates.
CALENDAR = frozenset(
    word.letters
    for word in words(
        "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
        "Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun "
        "كانون تشرين الثاني الأول شباط آذار نيسان أيار حزيران تموز آب أيلول يناير فبراير مارس أبريل إبريل مايو يونيو "
        "يونيه يوليو يوليه يوليوز أغسطس غشت سبتمبر شتنبر أكتوبر نوفمبر نونبر ديسمبر دجنبر جانفي فيفري أفريل ماي جوان "
        "جويلية أوت "
        "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم شهر عام سنة"
    )
)
#: Months that people are called by: two of them in a row are no date.
MONTHS = frozenset(word.letters for word in words("March April May June July August"))
#: Words that only join others.
JOINING = frozenset(
    word.letters
    for word in words(
        "في من على إلى عن مع أو ثم حتى منذ أن إن قد لا ما هو هي هذا هذه التي الذي بين عند قبل بعد "
        "the a an of in on at to and or by from for with as"
    )
)
#: Parts of names that are none of their own: what they go with stands behind them, or before.
_WITH_NEXT = frozenset("عبد ابو ابا ابي ام ابن بن بنت abd abu abou abi umm um bin ben ibn bint".split())
_WITH_LAST = frozenset("الدين دين eddin eddine uddin aldin din deen".split())
#: English words of a name that begin with small letters.
_SMALL = frozenset(
    "al el ul ad ar as ash an at az bin ben ibn bint abu abou abi umm um abd de der den di da du la le van von".split()
) | (_WITH_LAST - {"الدين", "دين"})


class Secret(NamedTuple):
    """Words that are looked for by the ``key`` of their letters, and the place of the content that redacts them.

    Where ``within`` names a slug they are looked for in the files of that report or dossier only. ``alone`` says that
    they may be one word of a text.
    """

    letters: str
    place: str
    within: str
    alone: bool


class Source(NamedTuple):
    """What is redacted in a text: its file, its slug, and each mark."""

    file: str
    slug: str
    redacted: list[Redacted]


def secrets_of(
    texts: dict[str, Source],
    others: dict[str, frozenset[str]],
    own: frozenset[str],
    usual: frozenset[str],
    small: frozenset[str],
) -> Iterator[Secret]:
    """All that is looked for of what a report or a dossier redacts; ``texts`` are its languages.

    ``others`` has the names of each entry of the registry, ``own`` the ids that the record names, ``usual`` the words
    that are nobody's name by themselves, and ``small`` those that the text also writes small.
    """
    if "ar" in texts and "en" in texts and len(_marks(texts["ar"])) == len(_marks(texts["en"])):
        texts = {**texts, "en": _as_names(texts["en"], texts["ar"])}
    names = {lang: [_is_name(one) for one in _marks(source)] for lang, source in texts.items()}
    english = names.get("en", [])
    silent: list[bool] = []
    if "ar" in names and english and len(english) == len(names["ar"]):
        names["ar"] = english
        silent = [names_nobody(one.words) for one in _marks(texts["en"])]
    called = _Called(others, own)
    for lang, source in texts.items():
        is_name, nobody = iter(names[lang]), iter(silent if lang == "ar" else ())
        for one in source.redacted:
            begins = frozenset(word.letters for word in one.words) - {""}
            name = next(is_name) if one.kind == "mark" else one.kind == "title" and _is_name(one)
            unnamed = one.kind == "mark" and next(nobody, False)
            for letters, near, alone in _looked_for(one, name, unnamed, usual, small):
                yield Secret(letters, f"{source.file}:{one.line}", source.slug if near else "", alone)
                for turned in _turned(letters, begins):
                    close = near or len(turned) < EVERYWHERE
                    yield Secret(turned, f"{source.file}:{one.line}", source.slug if close else "", alone)
            for letters in called.otherwise(one.words):
                yield Secret(letters, f"{source.file}:{one.line}", source.slug, True)


def _as_names(english: Source, arabic: Source) -> Source:
    """The English marks, with capital letters where the Arabic is a name and the English was typed in small ones."""
    also = iter(_is_name(one) for one in _marks(arabic))
    redacted = []
    for one in english.redacted:
        typed_small = not any(word.capital or is_common(word) for word in one.words)
        if one.kind == "mark" and next(also) and typed_small:
            one = one._replace(words=tuple(word._replace(capital=word.latin) for word in one.words))
        redacted.append(one)
    return english._replace(redacted=redacted)


def _turned(letters: str, said: frozenset[str]) -> Iterator[str]:
    """The same as other sentences turn it: without letters that Arabic joins before, and with or without the alif of
    the accusative behind. ``said`` are the words of the mark: only their beginnings and ends are turned."""
    begins = any(letters[:end] in said for end in range(1, len(letters) + 1))
    bare = [letters, *(letters[len(chain) :] for chain in CHAINS if begins and letters.startswith(chain))]
    for one in bare:
        if len(one) < PART or one in JOINING or one in CALENDAR or not "\u0620" <= one[0] <= "\u074a":
            continue
        if one != letters:
            yield one
        if PART < len(one) < ENOUGH:
            yield one[:-1] if one[-1] == ALIF else one + ALIF


def _marks(source: Source) -> list[Redacted]:
    return [one for one in source.redacted if one.kind == "mark"]


def _looked_for(
    one: Redacted, name: bool, nobody: bool, usual: frozenset[str], small: frozenset[str]
) -> Iterator[tuple[str, bool, bool]]:
    """The letters of what tells of a mark, each with whether it is looked for near it only, and may be one word."""
    together = [word.letters for word in one.words if word.letters]
    if one.kind == "number":
        yield key("".join(together)), False, True
        return
    if one.kind == "address":
        if len(together) > 1:
            yield key("".join(together)), False, True
        return
    yield from ((key(number), False, True) for number in numbers(one.words))
    for number in filter(None, map(_number, _in_pieces(one.words))):
        yield number, False, True
    for said, near in names_within(one.words, name, nobody, usual, small):
        yield from ((key(way), near, True) for way in ways(said) if len(way) >= PART)
    if name and len(together) > 1 and MONTHS.issuperset(together):
        yield key("".join(together)), False, True
    if all(_is_nothing(word) for word in one.words):
        if any(word.latin for word in one.words if word.letters not in CALENDAR | JOINING):
            # One or two common words of English stand in places by chance, and three in a row do not.
            rows = (row for row in _rows(together) if not JOINING.intersection(row))
            yield from ((key(way), False, True) for row in rows for way in ways(row))
        return
    if len(together) <= TOGETHER:
        for way in ways(together):
            if len(way) > 1:
                single, short = len(together) == 1, len(way) < EVERYWHERE
                yield key(way), single and short, single or not short
    else:
        yield from ((key(way), False, True) for row in _rows(together) for way in ways(row))
    if name:
        for part in _parts(one.words):
            if (small & ENGLISH_TOO).issuperset(part) or not tells_alone(part, together):
                continue
            yield from ((key(way), True, True) for way in ways(part) if len(way) >= PART)


def _rows(words: list[str]) -> Iterator[list[str]]:
    """Each three words in a row that have letters enough."""
    for at in range(len(words) - TOGETHER + 1):
        if len("".join(row := words[at : at + TOGETHER])) >= ROW:
            yield row


def _in_pieces(said: Iterable[Word]) -> Iterator[list[str]]:
    """Numbers that stand in a row, which may be one in pieces, whatever stands beside them."""
    for digits, row in groupby((word.letters for word in said if word.letters), str.isdigit):
        if digits:
            yield list(row)


def _number(pieces: list[str]) -> str:
    """The one number that is written in pieces and is no date; an empty text for others."""
    if len(pieces) < 2:
        return ""
    years = [piece for piece in pieces if len(piece) == 4 and piece[:2] in ("18", "19", "20", "21")]
    rest = [piece for piece in pieces if piece not in years]
    dated = years and all(len(piece) <= 2 for piece in rest) and len(rest) <= 4
    digits = "".join(pieces)
    return "" if dated or len(digits) < ONE_NUMBER else key(digits)


def _is_nothing(word: Word) -> bool:
    """Whether a word stands in places by chance: of the calendar, a short number, an English one that is no name."""
    if not word.letters or word.letters in CALENDAR or word.letters in JOINING:
        return True
    return len(word.letters) < 5 if word.letters.isdigit() else word.latin and not word.capital


def _is_name(one: Redacted) -> bool:
    """Whether words are a name, as far as they show it."""
    counted = [word for word in one.words if word.letters and word.letters not in _SMALL | _WITH_NEXT]
    most = 6 if all(word.latin for word in counted) else 4
    if not counted or len(counted) > most or len([word for word in one.words if word.letters]) < 2:
        return False
    arabic = [word.letters for word in counted if not word.latin and word.letters not in TITLES]
    if not all(can_be_a_name(*pair) for pair in pairwise(arabic)):
        return False
    for word in one.words:
        if word.latin and not word.capital and word.letters not in _SMALL:
            return False
        if not word.latin and word.letters in JOINING:
            return False
    return True


def _parts(said: Iterable[Word]) -> Iterator[list[str]]:
    """The parts of a name that tell who it is: each alone, but for those that go with their neighbour."""
    parts: list[list[str]] = []
    waiting: list[str] = []
    for word in said:
        if not word.letters:
            continue
        if word.letters in _WITH_NEXT or (word.latin and word.letters in _SMALL - _WITH_LAST):
            waiting.append(word.letters)
        elif word.letters in _WITH_LAST and parts and not waiting:
            parts[-1].append(word.letters)
        elif _is_nothing(word) and not waiting:
            parts.append([])
        else:
            parts.append([*waiting, word.letters])
            waiting = []
    if waiting:
        parts = [*parts[:-1], [*parts[-1], *waiting]] if parts else [waiting]
    yield from (part for part in parts if part)


class _Called:
    """What else somebody is called whose name is redacted: the other names of an entry of the registry."""

    def __init__(self, others: dict[str, frozenset[str]], own: frozenset[str]) -> None:
        self._names: dict[str, list[frozenset[str]]] = {}
        for id, names in others.items():
            if id not in own:
                for name in names:
                    for way in ways(word.letters for word in words(name)):
                        self._names.setdefault(way, []).append(names)

    def otherwise(self, said: tuple[Word, ...]) -> Iterator[str]:
        """The letters of the other names; none where the words are no name of an entry."""
        names = {names for row in self._rows([word.letters for word in said]) for names in self._names.get(row, ())}
        for name in {name for some in names for name in some}:
            found = words(name)
            if not all(_is_nothing(word) for word in found):
                yield from (key(other) for other in ways(word.letters for word in found) if len(other) >= PART)

    @staticmethod
    def _rows(said: list[str]) -> Iterator[str]:
        """Words of a mark that may be a name of an entry: all of them, or some in a row, also behind joined letters."""
        for begin in range(len(said) if said else 0):
            for end in range(begin + 1, min(len(said), begin + MOST_NAMES) + 1):
                whole = begin == 0 and end == len(said)
                if whole or end - begin > 1 or all(word in TITLES for word in said[:begin]):
                    first = said[begin]
                    bare = (first[len(chain) :] for chain in CHAINS if first.startswith(chain))
                    for one in filter(None, (first, *bare)):
                        yield from ways([one, *said[begin + 1 : end]])


def names_of(registry: Iterable[str]) -> dict[str, frozenset[str]]:
    """The names of each entry by its id, of the files of a registry."""
    found: dict[str, set[str]] = {}
    for text in registry:
        for path, said in leaves(text):
            if len(path) > 2 and path[1] in ("name", "aliases"):
                found.setdefault(path[0], set()).add(said)
    return {id: frozenset(names) for id, names in found.items()}


def ids_of(record: str) -> frozenset[str]:
    """The words that a record names somebody or something by: each value and key of it."""
    return frozenset(word for path, said in leaves(record) for word in (*path, *said.split(";")))
