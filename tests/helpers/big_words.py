"""The small grammar of the made-up long report: phrases in Arabic and English, with their marks, made at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in Arabic and the same in English."""

    ar: str
    en: str

    def get(self, lang: str) -> str:
        return self.ar if lang == "ar" else self.en

    def begun(self) -> Phrase:
        """As it begins a sentence: with a capital in English."""
        start = next(index for index, char in enumerate(self.en) if char.isalnum())
        return Phrase(self.ar, self.en[:start] + self.en[start].upper() + self.en[start + 1 :])

    def going_on(self) -> Phrase:
        """As it begins a sentence after another: in Arabic also with و."""
        return Phrase(self.ar if self.ar.startswith("و") else f"و{self.ar}", self.begun().en)


def say(ar: str, en: str, **parts: Phrase) -> Phrase:
    """A sentence in both languages from the same parts."""
    return Phrase(
        ar.format(**{name: part.ar for name, part in parts.items()}),
        en.format(**{name: part.en for name, part in parts.items()}),
    )


def mark(phrase: Phrase, *ids: str, when: str = "", sic: Phrase | None = None) -> Phrase:
    """A phrase as a mark: about these ids, saying this date, or a misprint with its correction."""
    found = []
    for lang in ("ar", "en"):
        attributes = [f".{id}" for id in ids]
        if when:
            attributes.append(f"when={when}")
        if sic:
            attributes.append(f'sic="{sic.get(lang)}"')
        found.append(f"[{phrase.get(lang)}]{{{' '.join(attributes)}}}")
    return Phrase(*found)


# Dates

MONTHS = {
    2: Phrase("شباط", "February"), 3: Phrase("آذار", "March"), 4: Phrase("نيسان", "April"),
    5: Phrase("أيار", "May"), 6: Phrase("حزيران", "June"), 7: Phrase("تموز", "July"),
}  # fmt: skip


def on_day(day: date) -> Phrase:
    """``4 March``."""
    return say(f"{day.day} {{month}}", f"{day.day} {{month}}", month=MONTHS[day.month])


def in_month(day: date) -> Phrase:
    """``March``."""
    return MONTHS[day.month]


# People and what became of them

#: One, two, a few, many and all of a kind of people, as they stand after إنّ; one and many in English.
PEOPLE = {
    "civilians": (("مدنياً واحداً", "مدنيَّين", "مدنيين", "مدنياً", "المدنيين"), ("civilian", "civilians")),
    "combatants": (("مقاتلاً واحداً", "مقاتلَين", "مقاتلين", "مقاتلاً", "المقاتلين"), ("fighter", "fighters")),
    "unknown": (("شخصاً واحداً", "شخصين", "أشخاص", "شخصاً", "الأشخاص"), ("person", "people")),
}
#: What became of one, of two and of more.
OUTCOMES = {
    "killed": (("قُتل", "قُتلا", "قُتلوا"), "killed"),
    "injured": (("جُرح", "جُرحا", "جُرحوا"), "injured"),
    "missing": (("فُقد", "فُقدا", "فُقدوا"), "lost from sight"),
    "detained": (("اعتُقل", "اعتُقلا", "اعتُقلوا"), "detained"),
    "displaced": (("هُجّر", "هُجّرا", "هُجّروا"), "driven from their homes"),
}
_WORDS = {"tens": "عشرات", "dozens": "عشرات", "hundreds": "مئات"}


def _people(written: str, who: str) -> tuple[Phrase, int]:
    """A figure as the record writes it and whom it counts, in words; and whether they are 1, 2 or (3) more."""
    (one, two, few, many, whole), (person, people) = PEOPLE[who]
    if written in _WORDS:
        return Phrase(f"{_WORDS[written]} {whole}", f"{written} of {people}"), 3
    if written == "some":
        return Phrase("أشخاصاً" if who == "unknown" else few, f"some {people}"), 3
    low, _, high = written.strip("~+").partition("-")
    top = int(high or low)
    if written in ("1", "2"):
        return (Phrase(one, f"one {person}"), 1) if top == 1 else (Phrase(two, f"two {people}"), 2)
    noun = few if 3 <= top % 100 <= 10 else many if top % 100 > 10 else many.removesuffix("اً")
    if high:
        arabic, english = ("ما لا يزيد على ", "up to ") if low == "0" else (f"من {low} إلى ", f"{low} to ")
    else:
        arabic = "ما لا يقل عن " * written.endswith("+") + "نحو " * written.startswith("~")
        english = "at least " * written.endswith("+") + "about " * written.startswith("~")
    return Phrase(f"{arabic}{top} {noun}", f"{english}{top} {people}"), 3


def became(outcome: str, written: str, who: str, of: Phrase | None) -> Phrase:
    """That so many (of a party) were killed, as it stands after إنّ and after *that*."""
    subject, count = _people(written, who)
    forms, done = OUTCOMES[outcome]
    if of:
        subject = say("{subject} من {of}", "{subject} of {of}", subject=subject, of=of)
    was = "was" if count == 1 else "were"
    return say(f"{{subject}} {forms[count - 1]}", f"{{subject}} {was} {done}", subject=subject)


# Saying

#: How it is said: with a masculine and a feminine verb in Arabic, and in English.
_TELLING = {
    "asserts": ("قال {by} إن {words}.", "قالت {by} إن {words}.", "{by} said that {words}."),
    "concedes": ("أقرّ {by} بأن {words}.", "أقرّت {by} بأن {words}.", "{by} conceded that {words}."),
    "quotes": ("قال {by}: {words}.", "قالت {by}: {words}.", "{by} said: {words}."),
    "denies": (
        "نفى {by} ذلك، وقال إن {words}.", "نفت {by} ذلك، وقالت إن {words}.", "{by} denied it and said that {words}.",
    ),
    "urges": ("دعا {by}: {words}.", "دعت {by}: {words}.", "{by} urged: {words}."),
}  # fmt: skip


def told(how: str, by: Phrase, she: bool, via: list[Phrase], words: Phrase) -> Phrase:
    """That somebody says these words, through whom."""
    male, female, english = _TELLING[how]
    if via:
        passed = via[0]
        for relay in via[1:]:
            passed = say("{a} ثم {b}", "{a}, then {b}", a=passed, b=relay)
        about = "عنها" if she else "عنه"
        by = say(f"{{by}}، كما نُقل {about} عبر {{passed}}،", "{by}, as passed on by {passed},", by=by, passed=passed)
    return say(female if she else male, english, by=by, words=words)
