"""What tells of somebody within longer redacted words: names beside other words, and long numbers."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

from .folded import Word, words
from .ordinary_words import can_be_a_name


def _letters(said: str) -> frozenset[str]:
    return frozenset(word.letters for word in words(said))


#: Of a longer mark no two Arabic words are looked for; a longer row of names is not looked for whole.
MOST_WORDS, MOST_NAMES = 12, 6
#: Two words have so many letters at least, and a number so many digits.
BOTH, LONG_NUMBER = 5, 5

#: Everyday words of English that people are called by too: where a text writes one small, it is nobody by itself.
ENGLISH_TOO = _letters(
    "said may will mark bill hope grace faith joy rose dawn eve dean frank grant jack rich drew rob sue art ray summer "
    "amber pearl sham rim ram sail hub noun sad had dad ban hum fair main male bad many more mine are ever even"
)
#: Where others may stand between the first name and the last.
OTHERS = " "
#: So many letters such a name has.
PART = 3

_GOES_WITH_NEXT = _letters("عبد أبو أبا أبي أم ابن بن بنت abd abdul abdel abu abou abi umm um bin ben ibn bint")
_ENDS = _letters("الدين din deen")
_PARTICLES = _letters("al el ul ad an ar as at ash az de der den di da du la le van von")
_KUNYA = _letters("أبو أم abu abou abi umm um")
#: Words that end a name, since they only join others.
_BETWEEN = _letters(
    "a an and any are as at be been but by did do for from had has have he her him his i if in is it its me my no not "
    "of on or our out s so than that the their them then there they this to too up us was we were who will with you "
    "also all am can just more nor "
    "أن إن إنه أنه أو أي أما إلا إلى الذي التي إذا بعد بين به بها بل تم ثم حتى حين ذلك عن عند على غير في فيه قبل قد "
    "كان كانت كل كما لا لكن لم لن له لها ليس ما مع من منذ منه هذا هذه هم هو هي و يا أكثر نحن"
)
#: How people are addressed.
TITLES = _letters("Dr Mr Mrs Ms Sheikh Shaykh Hajj Haji Sayyid السيد السيدة الشيخ الدكتور الحاج")
#: How people are addressed, what they are, and what offices, places and days are called: two of these are no name.
_COMMON = _PARTICLES | _letters(
    "Dr Mr Mrs Ms Sheikh Shaykh Hajj Haji Sayyid General Colonel Captain Mayor President Prime Minister Ministry "
    "Deputy Chief Director Governor Judge Activist Journalist Doctor Engineer Teacher Lawyer Officer Commander Member "
    "Head Local City Council Party Committee Hospital School Mosque Street Village Town Syrian Syria Arab Free "
    "National Republic Army Military Police Security Civil Defence Defense Air Force Forces North South East West "
    "Northern Southern Eastern Western Red Crescent Cross January February March April May June July August "
    "September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today "
    "Yesterday Tomorrow pm "
    "السيد السيدة الشيخ الدكتور الحاج رئيس مدير نائب وزير وزارة محافظ قائد عضو مجلس محلي بلدية مدينة قرية حي شارع "
    "ناشط ناشطة صحفي صحفية إعلامي طبيب طبيبة مهندس معلم محامي قاضي ضابط عقيد رائد نقيب عميد لواء مدعو مدعوة ملقب معروف "
    "والده والدته شقيقه شقيقته أخوه أخته أخيه ابنه ابنته زوجته زوجها عمه خاله سوري سورية عربي عربية حر وطني وطنية "
    "جمهورية جيش شرطة أمن قوات دفاع مدني هلال أحمر صليب شرعي عام عامة مشفى مستشفى مدرسة مسجد جامع لجنة حزب شمالي جنوبي "
    "شرقي غربي كانون تشرين الثاني الأول شباط آذار نيسان أيار حزيران تموز آب أيلول يناير فبراير مارس أبريل مايو يونيو "
    "يونيه يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر محرم صفر ربيع جمادى رجب شعبان رمضان شوال الأحد الاثنين الثلاثاء "
    "الأربعاء الخميس الجمعة السبت يوم أمس اليوم غدا"
)
#: Of these, what people are called as well.
_CALLED_TOO = _letters("رائد هلال عميد لواء قائد قاضي معلم وزير محامي طبيب جامع")
_DIGITS = re.compile(rf"\d{{{LONG_NUMBER},}}")
_BEFORE_FIRST = re.compile("^[وفبلك](?=...)")

Unit = list[str]


def numbers(said: Iterable[Word]) -> Iterator[str]:
    """The long numbers among words, whatever stands beside or is joined to them."""
    for word in said:
        yield from _DIGITS.findall(word.letters)


def names(
    said: tuple[Word, ...], name: bool, nobody: bool = False, usual: Container[str] = (), small: Container[str] = ()
) -> Iterator[tuple[list[str], bool]]:
    """Words that may be a name within others, each with whether they are a part of one.

    ``name`` says that all are, ``nobody`` that the English of Arabic words names nobody; ``usual`` are words that are
    nobody's name by themselves, ``small`` those that are written small too.
    """
    for run, latin in _runs(said):
        if nobody and not latin:
            continue
        near = pairwise(run)
        rows = [[*one, *other] for one, other in near if latin or name or _can_be(one, other)]
        # A given name with the father's is that of many people, and not looked for in other reports.
        long = name and sum(not _all_common(unit[-1:]) for unit in run) > 2
        many = [[*one, *other] for one, other in pairwise(run[:-1]) if long and not _of_family(other)]
        together = [word for unit in run for word in unit]
        rows += [unit for unit in run if unit[0] in _KUNYA and len(unit) > 1]
        if latin and 1 < len(together) <= MOST_NAMES:
            rows.append(together)
        if (latin or name) and 2 < len(run) <= MOST_NAMES:
            rows.append([*run[0], *run[-1]])
        if (latin or name) and 1 < len(run) <= MOST_NAMES and not TITLES.issuperset(run[0]):
            rows.append([*run[-1], *run[0]])  # the family's name first
            ends = [run[0][-1], run[-1][-1]]
            apart = all(len(word) >= PART and word not in _ENDS and not _all_common([word]) for word in ends)
            if apart and not _GOES_WITH_NEXT.intersection(run[0]):
                yield [f"{ends[0]}{OTHERS}{ends[1]}"], False
        for row in rows:
            if not _all_common(row):
                without = [word for word in row if word not in _PARTICLES]
                for form in (row, without, [_BEFORE_FIRST.sub("", row[0]), *row[1:]]):
                    if len(form) > 1 and len("".join(form)) >= BOTH:
                        yield form, row in many
        if latin and len(run) <= MOST_NAMES:
            alone = len(run) == 1
            for unit in run:
                everyday = unit[-1] in small and (alone or unit[-1] in ENGLISH_TOO)
                if not (_all_common(unit) or everyday or (alone and unit[-1] in usual)):
                    yield unit, True


def _of_family(unit: Unit) -> bool:
    return unit[-1].startswith("ال") or not _PARTICLES.isdisjoint(unit)


def is_common(word: Word) -> bool:
    """Whether a word only joins others, or says what somebody or something is."""
    return word.letters in _BETWEEN or _all_common([word.letters])


def tells_alone(part: Unit, name: list[str]) -> bool:
    """Whether a part of a name is more than what somebody or something is. Some are called so as well, but what begins
    a name with an article says what its bearer is."""
    if not _all_common(part):
        return True
    bare = part[0].removeprefix("ال")
    return bare in _CALLED_TOO and (bare == part[0] or part[0] != name[0]) and not _all_common(name)


def names_nobody(said: Iterable[Word]) -> bool:
    """Whether English words name nobody: none that begins with a capital letter is more than a role or a day."""
    return all(_all_common([word.letters]) for word in said if word.letters and word.capital)


def _can_be(one: Unit, other: Unit) -> bool:
    """Whether Arabic words can be a name; what goes together in one, as أبو عمر, is no everyday word."""
    return len(one) > 1 or len(other) > 1 or can_be_a_name(one[0], other[0])


def _runs(said: tuple[Word, ...]) -> Iterator[tuple[list[Unit], bool]]:
    """Words in a row that may be names, those that go together in one, and whether they are of Latin letters."""
    run: list[Unit] = []
    waiting: Unit = []
    latin = False
    listed = [word for word in said if word.letters]
    for word in listed:
        letters = word.letters
        if letters in _ENDS and run and all(one in _PARTICLES for one in waiting):
            run[-1] += [*waiting, letters]
            waiting = []
        elif letters in _GOES_WITH_NEXT or (letters in _PARTICLES and (run or letters not in _BETWEEN)):
            waiting.append(letters)
        elif _may_be(word, len(listed)):
            run.append([*waiting, letters])
            waiting, latin = [], word.latin
        else:
            if run:
                yield run, latin
            run, waiting = [], []
    if run:
        yield run, latin


def _may_be(word: Word, many: int) -> bool:
    letters = word.letters
    if letters in _BETWEEN or letters.isdigit():
        return False
    if not "\u0620" <= letters[0] <= "\u074a":
        return word.capital
    return many <= MOST_WORDS and not (letters[0] in "وف" and letters[1:] in _BETWEEN)


def _all_common(row: Iterable[str]) -> bool:
    return all(
        word in _COMMON or word in _BETWEEN or word.isdigit() or word.removeprefix("ال") in _COMMON for word in row
    )
