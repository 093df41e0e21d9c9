"""The words of the calendar: months by each custom, weekdays, and what is told from the day of publication."""

from __future__ import annotations

from .letters import fold

#: Months of one word by their numbers, in all customs; those of two words end in one of ``SECOND``.
_AR = (
    "يناير جانفي", "فبراير فيفري شباط", "مارس آذار", "أبريل إبريل أفريل نيسان", "مايو ماي أيار",
    "يونيو يونيه جوان حزيران", "يوليو يوليوز يوليه جويلية تموز", "أغسطس غشت أوت آب", "سبتمبر شتنبر أيلول", "أكتوبر",
    "نوفمبر نونبر", "ديسمبر دجنبر",
)  # fmt: skip
_EN = (
    "january february march april may june july august september october november december"
).split()  # fmt: skip
_HIJRI = (
    "محرم المحرم", "صفر", "", "", "", "", "رجب", "شعبان", "رمضان", "شوال", "", "",
)  # fmt: skip
_EN_HIJRI = (
    "muharram", "safar", "", "", "", "", "rajab", "shaban sha'ban shaaban", "ramadan ramadhan", "shawwal", "", "",
)  # fmt: skip
#: The first word of a month of two, with what can follow and the month that it is then. Hijri months are negative.
TWO_WORDS = {
    fold(first): {fold(second): number for second, number in ends.items()}
    for first, ends in {
        "تشرين": {"الأول": 10, "أول": 10, "الثاني": 11, "ثاني": 11, "ثان": 11, "1": 10, "2": 11},
        "كانون": {"الأول": 12, "أول": 12, "الثاني": 1, "ثاني": 1, "ثان": 1, "1": 12, "2": 1},
        "ربيع": {"الأول": -3, "أول": -3, "الثاني": -4, "ثاني": -4, "الآخر": -4, "الثان": -4},
        "جمادى": {"الأولى": -5, "الأول": -5, "الثانية": -6, "الآخرة": -6, "الثاني": -6, "الآخر": -6},
        "ذو": {"القعدة": -11, "الحجة": -12},
        "ذي": {"القعدة": -11, "الحجة": -12},
        "dhu": {"al-qadah": -11, "al-qa'dah": -11, "al-hijjah": -12, "al-hijja": -12},
        "rabi": {"al-awwal": -3, "al-thani": -4},
        "jumada": {"al-awwal": -5, "al-ula": -5, "al-thani": -6, "al-akhira": -6},
    }.items()
}
MONTHS = {fold(word): number for number, words in enumerate(_AR, 1) for word in words.split()}
MONTHS |= {word: number for number, word in enumerate(_EN, 1)}
MONTHS |= {word[:3]: number for number, word in enumerate(_EN, 1)} | {"sept": 9}
MONTHS |= {fold(word): -number for number, words in enumerate(_HIJRI, 1) for word in words.split()}
MONTHS |= {word: -number for number, words in enumerate(_EN_HIJRI, 1) for word in words.split()}
#: Months that are everyday words or names as well: they are months only beside a day, a year or what speaks of time.
DOUBTFUL = frozenset(
    map(fold, "ماي أوت آب مارس صفر رجب شعبان محرم may mar march jan jun dec apr august april june".split())
)

_AR_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_EN_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {fold(word): day for day, word in enumerate(_AR_DAYS)}
WEEKDAYS |= {fold("الإتنين"): 0, fold("الثلثاء"): 1, fold("التلات"): 1, fold("الاربع"): 2}
WEEKDAYS |= {word[:size]: day for day, word in enumerate(_EN_DAYS) for size in (3, len(word))}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
#: Short English weekdays that are words as well: only with a capital and beside a date.
SHORT_DAYS = frozenset("mon tue wed thu fri sat sun".split())
#: Arabic weekdays that are numbers without their article: اثنين, أحد, خميس.
BARE_DAYS = {word.removeprefix("ال"): day for word, day in WEEKDAYS.items() if word.startswith("ال")}

#: Words that say a day by its distance from the day of publication.
RELATIVE: dict[str, int] = {fold(word): -1 for word in "أمس البارحة مبارح الأمس".split()} | {"yesterday": -1}
RELATIVE |= {fold(word): 0 for word in "اليوم".split()} | {"today": 0, "tonight": 0}
RELATIVE |= {fold(word): 1 for word in "غدا الغد".split()} | {"tomorrow": 1}
#: What says of a weekday, month or year that it is the last one, or the next.
LAST = frozenset(map(fold, "الماضي الماضية الفائت الفائتة المنصرم المنصرمة مضت مضى خلت ماضية last past".split()))
NEXT = frozenset(map(fold, "المقبل المقبلة القادم القادمة next".split()))
THIS = frozenset(map(fold, "الجاري الجارية الحالي الحالية this".split()))
#: What tells a day from one that was named before, by the days between them; and what says that it is that day.
AWAY = {fold(word): days for days, words in {
    -1: "السابق السابقة previous preceding",
    0: "نفسه نفسها ذاته ذاتها same that",
    1: "التالي التالية الموالي الموالية اللاحق اللاحقة next following",
}.items() for word in words.split()}  # fmt: skip
SAME = frozenset(map(fold, "نفس ذات ذلك تلك".split()))
YEAR_WORDS = frozenset(map(fold, "عام سنة لعام العام السنة year".split()))
MONTH_WORDS = frozenset(map(fold, "شهر الشهر month".split()))
DAY_WORDS = frozenset(map(fold, "يوم اليوم ليلة ليل مساء صباح فجر ظهر عصر منتصف day night".split()))
#: Days of the month that are spelled as ordinals.
AR_DAYS = {fold(word): day for day, word in enumerate(
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(), 1
)}  # fmt: skip
EN_DAYS = {word: day for day, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1
)} | {"thirtieth": 30}  # fmt: skip
#: Units in which time is told from the day of publication, by how many days they have at the most; 0 is a night.
UNITS = {fold(word): days for days, words in {
    0: "الليلة ليلة night evening morning afternoon",
    1: "يوم اليوم أيام يومين day days yesterday",
    7: "أسبوع الأسبوع أسابيع أسبوعين week weeks",
    31: "شهر الشهر أشهر شهرين شهور month months",
    366: "عام العام سنة السنة أعوام سنوات عامين سنتين year years",
    -24: "ساعة ساعات hour hours",
}.items() for word in words.split()}  # fmt: skip
