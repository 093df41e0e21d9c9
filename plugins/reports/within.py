"""What tells of somebody within longer redacted words: a name beside a role, a long number, a handle."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import groupby, pairwise

from .everyday_words import is_of_people, may_be_a_name
from .folding import CALENDAR, JOINING, fold, without_article, words

#: What begins names and is no part of its own, and what ends them.
BEFORE = frozenset("عبد ابو ابا ابي ام ابن بن بنت abd abdul abdel abu abou umm um bin ibn ben bint".split())
AFTER = frozenset("الدين din deen".split())
ARTICLES = frozenset("al el ul ad an ar as at ash az abi de der den di da du la le van von".split())
#: How people are addressed: no part of a name.
TITLES = frozenset(
    "dr mr mrs ms sheikh shaykh hajj haji sayyid general colonel captain السيد السيده الشيخ الدكتور الحاج".split()
)
#: What people are, and what offices and places are called: two of these are no name.
ROLES = frozenset(
    without_article(word)
    for word in words(
        "mayor president prime minister ministry deputy chief director governor judge activist journalist doctor "
        "engineer teacher lawyer officer commander member head local city council party committee hospital school "
        "mosque street village town syrian syria arab free national republic army military police security civil "
        "defence defense air force forces north south east west northern southern eastern western red crescent cross "
        "رئيس مدير نائب وزير وزارة محافظ قائد عضو مجلس محلي بلدية مدينة قرية حي شارع الناشط الناشطة ناشط الصحفي "
        "الصحفية الإعلامي الطبيب الطبيبة المهندس المعلم المحامي القاضي الضابط العقيد الرائد النقيب العميد اللواء "
        "المدعو المدعوة الملقب المعروف والده والدته شقيقه شقيقته أخوه أخته أخيه ابنه ابنته زوجته زوجها عمه خاله "
        "السوري السورية العربي العربية الحر الوطني الوطنية الجمهورية الجيش الشرطة الأمن القوات الدفاع المدني الهلال "
        "الأحمر الصليب الشرعي العام العامة مشفى مستشفى مدرسة مسجد جامع لجنة حزب الشمالي الجنوبي الشرقي الغربي"
    )
)
#: Of these, what people are called as well.
CALLED_TOO = frozenset(words("رائد هلال عميد لواء قائد قاضي معلم وزير محامي طبيب جامع"))
#: Of a longer mark no two Arabic words are looked for; a longer row of names is not looked for whole.
LONGEST, NAME = 12, 6
#: Two words have so many letters at least, and so has a handle; a part of a name; a number so many digits.
PAIR, PART, DIGITS = 5, 3, 5
#: A number in pieces has so many digits.
IN_PIECES = 7

#: Names that are everyday words of English too: where a text writes them small, they are not looked for alone.
ENGLISH_TOO = frozenset(
    "said may will mark bill hope grace faith joy rose dawn eve dean frank grant jack rich drew rob sue art ray summer "
    "amber pearl sham rim ram sail hub noun sad had dad ban hum fair main male bad many more mine are ever even".split()
)
#: What stands in a name for any other names between its first and its last.
OTHERS = "…"

_KUNYA = frozenset("ابو ام abu abou umm um".split())
_ARABIC = re.compile("[\u0620-\u074a]")
_PIECE = re.compile(r"[^\W_]+(?:['‘’ʻʼʾʿ`][^\W\d_]+)*[\u064b-\u065f\u0670\u0640]*(?:[^\W_]|[\u064b-\u065f\u0670])*")
_HANDLE = re.compile(r"[\w.@]+")
#: A number with signs in it, and no blank: a coordinate, a plate.
_PIECED, _DIGITS = re.compile(r"(?<!\d)\d++(?:[.,/:·_-]\d++)++"), re.compile(r"\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_NUMBER = re.compile(rf"\d{{{DIGITS},}}")
_JOINED = re.compile("[وفبلك](?=...)")

#: Words of a name, those that go together in one.
Run = list[tuple[str, ...]]


def within(
    said: str, name: bool, *, nobody: bool = False, others: Container[str] = (), small: Iterable[str] = ()
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What is looked for of single words and pairs, each with whether widely.

    ``name`` tells that all is a name, and ``nobody`` that the translation names nobody; ``others`` are words that are
    capital and no name of somebody, ``small`` those that are written small too.
    """
    for word in words(said):
        yield from (((number,), True) for number in _NUMBER.findall(word))
    for match in _PIECED.finditer(fold(said)):
        if is_pieced(match[0]):
            yield tuple(_DIGITS.findall(match[0])), True
    for digits, row in groupby(words(said), str.isdecimal):
        if digits and _is_in_pieces(pieces := tuple(row)):
            yield pieces, True
    for handle in _HANDLE.findall(said):
        if is_handle(handle := handle.strip("._@")):
            yield tuple(words(handle)), True
    for run in _runs(said):
        if not (nobody and _ARABIC.match(run[-1][-1])):
            yield from _of_run(run, name, others, frozenset(small))


def names_nobody(said: str) -> bool:
    """Whether English words name nobody: none of them begins with a capital letter, but those that only join others."""
    return not any(map(_is_capital, _PIECE.findall(said)))


def _is_capital(piece: str) -> bool:
    return piece[0].isupper() and not all(map(is_common, words(piece)))


def _is_in_pieces(numbers: tuple[str, ...]) -> bool:
    """Whether numbers in a row are one that is written in pieces, like that of a telephone, and no date."""
    rest = [number for number in numbers if not (len(number) == 4 and number[:2] in ("18", "19", "20", "21"))]
    dated = len(rest) < len(numbers) and len(rest) <= 4 and all(len(number) <= 2 for number in rest)
    return len(numbers) > 1 and not dated and len("".join(numbers)) >= IN_PIECES


def is_pieced(number: str) -> bool:
    """Whether a number with signs in it is one that tells, and no date, no time of day, and none of thousands."""
    pieces = _DIGITS.findall(number)
    if _THOUSANDS.fullmatch(number):
        return False
    days = [piece for piece in pieces if len(piece) <= 2 and int(piece) < 60]
    years = [piece for piece in pieces if len(piece) == 4 and piece[:2] in ("18", "19", "20", "21")]
    dated = len(pieces) <= 3 and len(days) + len(years[:1]) == len(pieces)
    decimal = len(pieces) == 2 and "." in number
    return len("".join(pieces)) >= DIGITS and (decimal or not dated)


def is_handle(token: str) -> bool:
    """Whether what stands between blanks is a handle or an address, and no ordinal, unit or number."""
    letters = sum(char.isalpha() for char in token)
    return letters >= PART and len("".join(words(token))) >= PAIR and bool(re.search(r"(?!^\d+\D{1,3}$)[\d_.@]", token))


def _of_run(
    run: Run, name: bool, others: Container[str], small: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], bool]]:
    together = tuple(word for unit in run for word in unit)
    latin = not _ARABIC.match(together[-1])
    pairs = [(*one, *other) for one, other in pairwise(run) if latin or name or _is_a_name(one, other)]
    # A given name and the father's are those of many: of a longer name they are its bearer's in one report only.
    long = name and sum(not is_common(unit[-1]) for unit in run) > 2
    shared = {(*one, *other) for one, other in pairwise(run[:-1]) if long and not _has_article(other)}
    rows = [*pairs]
    rows += [unit for unit in run if unit[0] in _KUNYA and len(unit) > 1]
    if latin and 2 <= len(together) <= NAME:
        rows.append(together)
    if (latin or name) and 2 < len(run) <= NAME:
        rows.append((*run[0], *run[-1]))
    if (latin or name) and 1 < len(run) <= NAME and run[0][-1] not in TITLES:
        rows.append((*run[-1], *run[0]))  # as lists write it, the family's name first
        first, last = run[0][-1], run[-1][-1]
        ends = [word for word in (first, last) if len(word) >= PART and word not in AFTER and not is_common(word)]
        if len(ends) == 2 and not BEFORE.intersection(run[0]):
            yield (first, OTHERS, last), True
    for row in rows:
        if not all(map(is_common, row)):
            for form in {row, tuple(word for word in row if word not in ARTICLES), _unjoined(row)}:
                if len(form) > 1 and len("".join(form)) >= PAIR:
                    yield form, row not in shared
    if latin and len(run) <= NAME:
        for unit in run:
            part = tuple(word for word in unit if word not in ARTICLES)
            alone = len(run) == 1 and all(word in others or word in small for word in part)
            known = alone or all(map(is_common, part)) or (small & ENGLISH_TOO).issuperset(part)
            if len("".join(part)) >= PART and not known:
                yield part, False
    else:
        yield from ((part, False) for part in _behind_role(run, others))


def _has_article(unit: tuple[str, ...]) -> bool:
    """Whether a name is one of a family or a place: al-Halabi."""
    return without_article(unit[-1]) != unit[-1] or not ARTICLES.isdisjoint(unit)


def _behind_role(run: Run, others: Container[str]) -> Iterator[tuple[str, ...]]:
    """The Arabic words behind what somebody is, which may be a name alone: شقيق خالد."""
    for one, other in pairwise(run):
        role = is_of_people(one[-1]) or without_article(one[-1]) in ROLES
        said = all(word in others or is_common(word) for word in other)
        if role and not said and _is_a_name(one, other) and len("".join(other)) >= PART:
            yield other


def _is_a_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether Arabic words can be a name: begin with a given name or with who somebody is, and go on with a name."""
    if len(one) > 1 or len(other) > 1:  # عبد, أبو and the like are in no other words
        return True
    (first,), (second,) = one, other
    return may_be_a_name(first, second)


def _runs(said: str) -> Iterator[Run]:
    """Words in a row that may be names: English ones with capitals, Arabic ones that do not only join others."""
    pieces = [(piece, word) for piece in _PIECE.findall(said) for word in words(piece)]
    run: Run = []
    waiting: tuple[str, ...] = ()
    for piece, word in [*pieces, ("", "")]:
        if word in AFTER and run and all(one in ARTICLES for one in waiting):
            run[-1] += (*waiting, word)
            waiting = ()
        elif word in BEFORE or (word in ARTICLES and (run or word not in JOINING)):
            waiting += (word,)
        elif _may_name(piece, word, len(pieces)):
            run.append((*waiting, word))
            waiting = ()
        else:
            if run:
                yield run
            run, waiting = [], ()


def _may_name(piece: str, word: str, many: int) -> bool:
    if _ARABIC.match(word):
        return many <= LONGEST and word not in JOINING and not (word[0] in "وف" and word[1:] in JOINING)
    return piece[:1].isupper() and word not in JOINING


def is_common(word: str) -> bool:
    """Whether a folded word is no part of a name: it only joins, is of the calendar, or says what somebody is."""
    bare = without_article(word)
    return word.isdecimal() or word in JOINING | CALENDAR | TITLES | ARTICLES or bare in ROLES


def tells_alone(part: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a part of a name is more than what somebody or something is. People are called so too, رائد or المعلم,
    but with an article before a name it says what they are."""
    if not all(map(is_common, part)):
        return True
    bare = without_article(part[0])
    return bare in CALLED_TOO and (part[0] == bare or part[0] != name[0]) and not all(map(is_common, name))


def _unjoined(row: tuple[str, ...]) -> tuple[str, ...]:
    """Words without a letter that is joined to the first."""
    return (_JOINED.sub("", row[0], count=1) if _JOINED.match(row[0]) else row[0], *row[1:])
