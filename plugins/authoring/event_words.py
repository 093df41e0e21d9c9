"""Words that say what happened, by the type of event that a record has for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from words import Reading
from words.letters import fold

_AR = {
    "air-strike": "قصف جوي, القصف الجوي, غارة جوية, الغارة الجوية, غارات جوية, الغارات الجوية, ضربة جوية, "
    "الضربة الجوية, ضربات جوية, الضربات الجوية, غارة, الغارة, غارات, الغارات, براميل متفجرة, البراميل المتفجرة, "
    "برميل متفجر",
    "drone-strike": "طائرة مسيرة, الطائرة المسيرة, طائرات مسيرة, الطائرات المسيرة, مسيرة انتحارية",
    "missile-strike": "قصف صاروخي, القصف الصاروخي, هجوم صاروخي, صاروخ, الصاروخ, صواريخ, الصواريخ",
    "shelling": "قصف مدفعي, القصف المدفعي, قصف, القصف, قذائف, القذائف, قذيفة, القذيفة",
    "bombing": "تفجير, التفجير, تفجيرات, التفجيرات, انفجار, الانفجار, انفجارات, عبوة ناسفة, سيارة مفخخة, هجوم انتحاري",
    "mine": "لغم, اللغم, ألغام, الألغام, لغم أرضي, انفجار لغم, انفجار اللغم, انفجار ألغام",
    "chemical-weapon": "غاز الكلور, الكلور, غازات سامة, الغازات السامة, غاز السارين, قصف بالكلور",
    "armed-clash": "اشتباكات, الاشتباكات, اشتباك, معارك, المعارك, معركة, مواجهات, المواجهات, هجوم, الهجوم",
    "shooting": "إطلاق نار, إطلاق النار, إطلاق الرصاص, رصاص قناص, قنص",
    "execution": "إعدام ميداني, إعدامات, الإعدامات, تصفية ميدانية",
    "attack-on-civilians": "مجزرة, المجزرة, مذبحة, المذبحة",
    "arrest": "حملة اعتقالات, اعتقالات, مداهمات",
}
_EN = {
    "air-strike": "air strikes, air strike, airstrikes, airstrike, air raids, air raid, barrel bombs, barrel bomb",
    "drone-strike": "drone strikes, drone strike, drone attack, drone",
    "missile-strike": "missile strikes, missile strike, missile attack, missiles, missile, rocket attack, rockets, "
    "rocket",
    "shelling": "artillery shelling, artillery fire, mortar fire, shelling, shells, shell, bombardment",
    "bombing": "car bomb, suicide bombing, suicide attack, bombings, bombing, explosions, explosion, blast",
    "mine": "landmines, landmine, mines, mine",
    "chemical-weapon": "chlorine gas, chlorine, poison gas, chemical attack, sarin",
    "armed-clash": "clashes, clash, fighting, battles, battle, attack, assault",
    "shooting": "shooting, gunfire, sniper fire",
    "execution": "executions, field execution",
    "attack-on-civilians": "massacre",
    "arrest": "arrest campaign, arrests, raids",
}
#: What happened where nothing is said but what befell people.
OF_OUTCOME = {"died": "other", "displaced": "displacement", "detained": "arrest", "abducted": "abduction"}


class Happening(NamedTuple):
    """Words that say what happened, from ``start`` up to ``end`` in their text, and of which type it is; ``definite``
    where they speak of what was told before."""

    type: str
    start: int
    end: int
    definite: bool


def _pattern(table: dict[str, str], joined: str) -> re.Pattern[str]:
    known = {fold(word.strip()): type for type, line in table.items() for word in line.split(",")}
    words = sorted(known, key=len, reverse=True)
    named = "|".join(map(re.escape, words))
    ending = "ا?" if joined else ""  # grammar writes قصفا
    return re.compile(rf"(?<![^\W_]){joined}(?P<words>(?:{named}){ending})(?![^\W_])")


def _types(table: dict[str, str]) -> dict[str, str]:
    return {fold(word.strip()): type for type, line in table.items() for word in line.split(",")}


_PATTERNS = {"ar": _pattern(_AR, "[وف]?[بلك]?"), "en": _pattern(_EN, "")}
_TYPES = {"ar": _types(_AR), "en": _types(_EN)}


def happenings(reading: Reading) -> Iterator[Happening]:
    """What a text says that happened, in order."""
    folded = reading.letters.folded
    for match in _PATTERNS[reading.lang].finditer(folded):
        start, end = reading.letters.stretch(*match.span("words"))
        words = match["words"]
        definite = words.startswith("ال") or folded[: match.start()].endswith("the ")
        yield Happening(_TYPES[reading.lang].get(words) or _TYPES[reading.lang][words[:-1]], start, end, definite)
