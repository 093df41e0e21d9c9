"""What is looked for of redacted words: the rules are those of decision 9."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from . import messages
from .everyday_words import may_be_a_name
from .folding import CALENDAR, JOINING, stems, words
from .messages import Message
from .model import Entry, Mark, Registry
from .month_names import NAMES, SIGN
from .within import AFTER, ARTICLES, BEFORE, ENGLISH_TOO, TITLES, is_common, names_nobody, tells_alone, within

#: No single letter is looked for.
SHORTEST = 2
#: One word has so many letters at least that is looked for in every file, and so many each part of a name.
WIDELY, PART = 4, 3
#: Of more words each three in a row are looked for that have so many letters.
ROW, ROW_LETTERS = 3, 12
#: A number has so many digits at least.
DIGITS = 5
#: Of a mark of more words none is looked for as other sentences turn it.
LONGEST = 12
#: A name of the registry has so many words at most, where it is looked for among others.
LONGEST_NAME = 6
#: Of a hash so many letters and digits in a row are found, and so many of its beginning: with them a guess can be tried
#: as well as with all.
PART_OF_HASH, BEGINNING_OF_HASH = 12, 8
#: So many times an address is decoded.
CODED_AGAIN = 4
#: Before a hash that is looked for by its beginning only.
BEGINS = "^"
#: What programs hash files and names with: all that Python has everywhere, but those of any length.
HASHES = tuple(sorted(name for name in hashlib.algorithms_guaranteed if not name.startswith("shake")))
#: Those of them that are looked for of each mark, of which there may be very many.
USUAL = ("md5", "sha1", "sha256", "sha512")
#: Before what begins a hash as programs write it in letters, where other letters may stand before it: in an address of
#: IPFS, in that of a package.
CODED = "="
#: How programs write hashes in letters: so many bits are a letter, and so many bytes a group.
CODES = ((base64.b64encode, 6, 3), (base64.urlsafe_b64encode, 6, 3), (base64.b32encode, 5, 5))

_IN_ASCII = re.compile(r"(?<![a-z0-9])xn--([a-z0-9-]{1,59})(?![a-z0-9-])", re.I)
_LETTERS = re.compile(r"[^\W\d_]+")
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_PIECE = re.compile(r"[^\W\d_]+(?:['‘’ʻʼʾʿ`][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Secret:
    """Folded words; the place of the mark that redacts them; and whether they are looked for beyond their report."""

    words: tuple[str, ...]
    path: Path
    line: int
    column: int
    widely: bool
    #: How messages call it.
    said: Message = field(default_factory=messages.REDACTED_WORDS)


#: What is looked for of the words of a mark, by these and their translation: each with whether it is looked for widely.
Known = dict[tuple[str, str | None], list[tuple[tuple[str, ...], bool]]]


def secrets_of(
    marks: Mapping[str, Sequence[Mark]],
    paths: Mapping[str, Path],
    registry: Registry,
    named: Container[str],
    small: Iterable[str] = (),
    known: Known | None = None,
) -> list[Secret]:
    """What is looked for of the redacted ``marks`` of a report or dossier, by language, each in its order.

    ``named`` are the entries of the registry that its record names: what they are called is told all the same.
    ``small`` are the words that its English text also writes with small letters, and so are no names. ``known`` takes
    what is looked for of each mark, and gives it to who asks again with the same registry and the same ``small``.
    """
    known = {} if known is None else known
    paired = len(marks.get("ar", ())) == len(marks.get("en", ()))
    small = frozenset(small)
    others = _others(registry)
    names = _names(registry, named)
    beginnings = {words(name)[0] for some in names.values() for name in some if words(name)}
    found: dict[Secret, None] = {}
    said_before: set[tuple[str, str | None]] = set()
    for lang, of_lang in marks.items():
        for number, mark in enumerate(of_lang):
            other = marks["en"][number].words if lang == "ar" and paired else None
            if (mark.words, other) in said_before:
                continue
            said_before.add((mark.words, other))
            small_ones = lang == "en" and paired and mark.words.islower() and not any(map(is_common, words(mark.words)))
            if small_ones and is_name(marks["ar"][number].words):
                mark = replace(mark, words=mark.words.title())  # a name, typed in haste
            place = (paths[lang], mark.line, mark.column)
            if (mark.words, other) not in known:
                known[mark.words, other] = list(_forms_of(mark.words, other, others, small))
            for form, widely in known[mark.words, other]:
                found[Secret(form, *place, widely)] = None
            for name in _otherwise(mark.words, names, beginnings):
                if said := tuple(words(name)):
                    found[Secret(said, *place, False)] = None
    return list(found)


def _forms_of(
    said: str, translated: str | None, others: Container[str], small: Iterable[str]
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What is looked for of the words of a mark, each with whether it is looked for widely."""
    short = said.count(" ") < LONGEST
    if short:
        yield from (((BEGINS, digest), True) for digest in _hex_digests(said.encode(), USUAL))
    for sought, widely in _sought(said, translated, others, small):
        for form, also_widely in _turned(sought) if short else ((sought, True),):
            yield form, widely and also_widely


def decoded(address: str) -> str:
    """An address without its percent signs, also where they were coded again, and with the letters of its host."""
    for _ in range(CODED_AGAIN):
        address = unquote(address)
    return _IN_ASCII.sub(_letters_of_label, address)


def _letters_of_label(label: re.Match[str]) -> str:
    """A part of a host that is written in ASCII (RFC 3492) in its own letters; as it is where it is no such code."""
    try:
        return label[1].lower().encode("ascii").decode("punycode")
    except UnicodeError:
        return label[0]


def digests(data: bytes) -> Iterator[tuple[str, ...]]:
    """The hashes of what holds redacted words, as words: in hexadecimal digits, and in base64 and base32."""
    for digest in _hex_digests(data, HASHES):
        yield from of_digest(digest)


def of_digest(digest: str) -> Iterator[tuple[str, ...]]:
    """What is looked for of a hash in hexadecimal digits: these, and how it begins as programs write it in letters,
    whatever number of bytes stands before it."""
    yield (digest,)
    for code, bits, group in CODES if _HEX.fullmatch(digest) else ():
        for before in range(group):
            written = code(bytes(before) + bytes.fromhex(digest)).decode().rstrip("=")
            own = written[-(-8 * before // bits) : -1]  # without letters that have bits of something else
            yield from ((CODED, piece[:PART_OF_HASH]) for piece in words(own) if len(piece) >= PART_OF_HASH)


def _hex_digests(data: bytes, names: Iterable[str]) -> Iterator[str]:
    return (hashlib.new(name, data, usedforsecurity=False).hexdigest() for name in names)


def _turned(said: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Words as other sentences turn them, each with whether they are still long enough to be looked for widely: without
    letters that are joined to the first, and with or without the alif of the accusative at the end of the last."""
    for first in {*stems(said[0])}:
        turned = (first, *said[1:])
        if first == said[0] or (len(first) >= PART and not _says_nothing(first, turned)):
            for last in _with_accusative(turned[-1]):
                yield (*turned[:-1], last), first == said[0] or len("".join(turned)) >= WIDELY


def _with_accusative(word: str) -> tuple[str, ...]:
    """A word, and the same with or without that alif; of three letters many would be other words then: علي, عليا."""
    if not re.fullmatch("[\u0620-\u064a]{4,}", word) or word in JOINING:
        return (word,)
    return (word, word[:-1]) if word[-1] == "ا" else (word, f"{word}ا")


def _otherwise(said: str, names: Mapping[str, list[str]], beginnings: Container[str]) -> Iterator[str]:
    """The names of the entries of the registry that redacted words name, also among other words. ``beginnings`` are
    the first words of all names."""
    folded = words(said)
    for begin, word in enumerate(folded):
        for first in [stem for stem in dict.fromkeys(stems(word)) if stem in beginnings]:
            for end in range(begin + 1, min(len(folded), begin + LONGEST_NAME) + 1):
                whole = begin == 0 and end == len(folded)
                if whole or end - begin > 1 or all(word in TITLES for word in folded[:begin]):
                    yield from names.get("".join((first, *folded[begin + 1 : end])), ())


def of_link(address: str, title: str, place: tuple[Path, int, int]) -> Iterator[Secret]:
    """What is looked for of a link within redacted words: where it leads, and its title."""
    _, _, leads = address.partition("://")
    if len("".join(led := tuple(words(decoded(leads or address))))) >= WIDELY:
        yield Secret(led, *place, True)
    for said, widely in _sought(title, None):
        yield Secret(said, *place, widely)


def _names(registry: Registry, without: Container[str]) -> dict[str, list[str]]:
    """All names of each entry, in both languages, by each of its names."""
    found: dict[str, list[str]] = {}
    for id in registry:
        called = names_of(registry[id]) if id not in without else []
        for name in called:
            found.setdefault("".join(words(name)), []).extend(called)
    found.pop("", None)
    return found


def names_of(entry: Entry) -> list[str]:
    """The names of an entry and its aliases, in both languages."""
    aliases = (alias for some in entry.aliases.values() for alias in some)
    return [name for name in (entry.name.ar, entry.name.en, *aliases) if name]


def _others(registry: Registry) -> set[str]:
    """The words of the names of places and parties, which name nobody by themselves."""
    entries: list[Entry] = [*registry.places.values(), *registry.actors.values()]
    return {word for entry in entries for name in names_of(entry) for word in words(name)}


def _sought(
    said: str, translated: str | None, others: Container[str] = (), small: Iterable[str] = ()
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The words that are looked for of redacted ones, each with whether they are looked for widely. ``others`` are the
    words of places and parties, and ``small`` those that the text also writes with small letters."""
    folded = tuple(words(said))
    name = 2 <= len(folded) <= 6 and is_name(said if translated is None else translated)
    if name or len(folded) == 1:
        yield from (((SIGN + word,), False) for word in folded if word in NAMES)
    if name and all(word in NAMES for word in folded):  # two months in a row are no date
        yield folded, True
    if _says_nothing(said, folded):
        return
    common = _is_common(said)
    if len(folded) <= ROW and not common:
        yield folded, len(folded) > 1 or len(folded[0]) >= WIDELY
        if len(bare := tuple(word for word in folded if word not in TITLES)) in range(1, len(folded)):
            yield bare, len(bare) > 1
    for at in range(len(folded) - ROW + 1 if len(folded) > ROW or common else 0):
        row = folded[at : at + ROW]
        joins = JOINING.intersection(row)
        if len("".join(row)) >= ROW_LETTERS and not (joins if common else joins.issuperset(row)):
            yield row, True
    nobody = translated is not None and names_nobody(translated)
    yield from within(said, name, nobody=nobody, others=others, small=small)
    if name:
        short = SHORTEST if re.match("[a-z]", folded[0]) else PART
        common_too = ENGLISH_TOO.intersection(small)
        parts = (part for part in _parts(folded) if part != folded and tells_alone(part, folded))
        parts = (part for part in parts if not common_too.issuperset(part))
        yield from ((part, False) for part in parts if len("".join(part)) >= short)


def _says_nothing(said: str, folded: tuple[str, ...]) -> bool:
    """Whether words stand in too many places by chance: of dates, small numbers, joining, one letter."""
    together = "".join(folded)
    if len(together) < SHORTEST:
        return True
    if all(word.isdecimal() for word in folded):
        return len(together) < DIGITS
    return all(word in JOINING or word in CALENDAR or (word.isdecimal() and len(word) < DIGITS) for word in folded)


def _is_common(said: str) -> bool:
    """Whether words are English and no name: one or two of them stand in too many places, three in a row do not."""
    letters = _LETTERS.findall(said)
    return bool(letters) and all(piece.isascii() and piece.islower() for piece in letters)


def is_name(said: str) -> bool:
    """Whether words are a name: two to four, English ones with capitals to six, Arabic ones none that only joins; a
    number beside them is none of them."""
    pieces = [piece for piece in _PIECE.findall(said) if not {*words(piece)} & (ARTICLES | TITLES)]
    arabic = bool(re.search("[\u0620-\u074a]", said))
    most = 4 if arabic else 6
    counted = [word for word in words(said) if word not in BEFORE | TITLES and not word.isdecimal()]
    if arabic and not all(may_be_a_name(*pair) for pair in pairwise(counted)):
        return False
    if not 1 <= len(pieces) <= most or len(words(said)) < 2:
        return False
    for piece in pieces:
        folded = "".join(words(piece))
        if folded in JOINING and folded not in BEFORE:
            return False
        if piece[0].islower() and folded not in BEFORE:
            return False
    return True


def _parts(folded: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The parts of a name: each word, but those that go with a neighbour."""
    part: list[str] = []
    for number, word in enumerate(folded):
        if (word in ARTICLES and number + 1 < len(folded)) or word in TITLES:
            continue
        part.append(word)
        if word not in BEFORE and folded[number + 1 : number + 2] not in [(one,) for one in AFTER]:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)
