"""Words as they are compared where people may write them otherwise: the rules are those of decision 9.

What two people write differently in the same word is taken away: marks above and below letters, capitals, forms of
letters, the stroke that lengthens Arabic words, digits of another script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from words import letters

_WORD = re.compile(r"[^\W_]+")
#: Letters that Arabic joins to the beginning of a word, and the article.
_JOINED = re.compile("[وف]?(?:لل|[بلكس]?(?:ال)?)")
_ARABIC = re.compile("[\u0620-\u074a]")
#: So many letters of a word are left at least without a Latin article.
_LATIN_LEFT = 4

#: Words that only join others.
JOINING = frozenset(
    (
        "a an and any are as at be been but by did do for from had has have he her him his i if in is it its me "
        "my no not of on or our out s so than that the their them then there they this to too up us was we were "
        "who will with you ا ان انه او اي اما الا الى الذي التي اذا بعد بين به بها بل تم ثم حتى حين "
        "ذلك عن عند على غير في فيه قبل قد كان كانت كل كما لا لكن لم لن له لها ليس ما مع من منذ منه هذا هذه هم هو "
        "هي و يا all al also am can just more nor ام اكثر ب س ف ك ل نحن"
    ).split()
)
#: Words that pages say of dates.
CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december monday "
        "tuesday wednesday thursday friday saturday sunday today yesterday tomorrow am pm كانون تشرين الثاني "
        "الاول شباط اذار نيسان ايار حزيران تموز اب ايلول يناير فبراير مارس ابريل مايو يونيو يونيه يوليو "
        "يوليوز اغسطس غشت سبتمبر شتنبر اكتوبر نوفمبر نونبر ديسمبر دجنبر محرم صفر ربيع جمادي رجب شعبان رمضان "
        "شوال الاحد الاثنين الثلاثا الاربعا الخميس الجمعه السبت يوم امس اليوم غدا"
    ).split()
)


#: The ending of "Ali's" is no word, and a sign within a word parts none: Ja'far, Sa‘d; nor does one of transliteration
#: before it: ʿAlī.
POSSESSIVE = re.compile("(?<=[A-Za-z])['’ʼ]s(?![A-Za-z])", re.I)
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
WITHIN = re.compile(f"(?<=[{_LATIN}])['‘’`](?=[{_LATIN}])|[\u02b9-\u02bf]")


def fold(text: str) -> str:
    """A text in the letters in which it is compared; its words may stand in other places than before."""
    return letters.fold(WITHIN.sub("", POSSESSIVE.sub(" ", text)))


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))


def stems(word: str) -> Iterator[str]:
    """A folded word, and what is left of it without joined letters and article, each way of taking them off; of one in
    Latin letters without an article that is written with it, and without the ending of a family's members."""
    yield word
    if not _ARABIC.match(word):
        bare = word[2:] if word.startswith(("al", "el")) and len(word) - 2 >= _LATIN_LEFT else ""
        yield from (one for one in (bare, singular(word), singular(bare)) if one)
        return
    match = _JOINED.match(word)
    for end in range(1, match.end() + 1 if match else 0):
        if len(word) - end >= 2 and _JOINED.fullmatch(word, 0, end):
            yield word[end:]


def singular(word: str) -> str:
    """A folded word in Latin letters without the ending of many; empty where it has none: the Tarabishis."""
    return word[:-1] if word.endswith("s") and len(word) > _LATIN_LEFT + 1 and word.isascii() else ""


def without_article(word: str) -> str:
    """A folded word without the Arabic article, where something of it is left."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
