"""A made-up content folder with one long report: 100 blocks, 60 events and 80 claims in both languages.

    write_big_report(tmp_path / "content")

Its sentences come from a small grammar, always the same ones. A phrase is made in both languages at once, so both texts
hold the same marks in the same blocks. The country, its parties and its figures are those of nobody: its places lie in
the open sea.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import yaml

from tests.helpers.big_words import Phrase, became, in_month, mark, on_day, say, told
from tests.helpers.big_world import ACTORS, EVENT_WORDS, HARM, HARMLESS, HERE, PLACES, REMARKS, SOURCES, Name

SLUG = "2031-07-01-long-spring"
BLOCKS, EVENTS, CLAIMS = 100, 60, 80

#: Figures as a record writes them, of every kind, and of a whole spring.
FIGURES = "12 ~20 5-7 3 40+ tens 28 0-100 2 ~17+ some 1 9-14 dozens 6 hundreds".split()
CUMULATIVE = "400+ ~1200 300-500 ~2000+".split()
PARTS = ({"children": "3"}, {"women": "some", "children": "1-2"}, {"medics": "1"}, {"elderly": "~2", "men": "4"})
GRADES = ("confirmed", "fair", "contested", "weak", "discounted")


@dataclass
class _Book:
    """What is written so far: the record's events and claims, and the blocks of both texts. Events are numbered from
    ``first`` on."""

    first: int = 0
    events: dict[str, dict] = field(default_factory=dict)
    claims: dict[str, dict] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=lambda: {"ar": [], "en": []})
    blocks: int = 0
    remarks: int = 0

    @property
    def number(self) -> int:
        """The number of the next event."""
        return self.first + len(self.events)

    def put(self, phrase: Phrase, before: str = "") -> None:
        """Write a block: a paragraph, or what ``before`` makes of it."""
        for lang, text in self.texts.items():
            text.append(f"{before}{phrase.begun().get(lang)}\n")
        self.blocks += 1

    def put_table(self, rows: Iterable[tuple[Phrase, Phrase]]) -> None:
        """Write a table of two columns; each of its cells is a block."""
        rows = list(rows)
        for lang, text in self.texts.items():
            lines = [f"| {left.begun().get(lang)} | {right.begun().get(lang)} |" for left, right in rows]
            text.append("\n".join([lines[0], "| --- | --- |", *lines[1:]]) + "\n")
        self.blocks += 2 * len(rows)

    def put_remark(self) -> None:
        """Write a paragraph that tells of no event."""
        place, actor, source = (list(part)[self.remarks * 3 % len(part)] for part in (PLACES, ACTORS, SOURCES))
        arabic, english = REMARKS[self.remarks % len(REMARKS)]
        self.put(say(arabic, english, place=named(place), actor=named(actor), source=named(source)))
        self.remarks += 1


def named(id: str) -> Phrase:
    """The marked name of an entry of the registry, as it stands within a sentence."""
    name = {**PLACES, **ACTORS, **SOURCES}[id]
    return say("{name}", "the {name}" if name.the else "{name}", name=mark(name.words, id))


# Events


def _add_event(book: _Book) -> tuple[str, Phrase, Phrase]:
    """Add an event to the record: its id, its words, and the words of its date."""
    number = book.number
    type, pattern = EVENT_WORDS[number % len(EVENT_WORDS)]
    place = list(PLACES)[2 + number * 7 % (len(PLACES) - 2)]
    when, dated = _dated(number)
    id = f"{type}-{number + 1}"
    event: dict = {"type": type, "when": when, "where": place}
    if number % 3 != 1:
        event["actors"] = [list(ACTORS)[(number + step * 5) % len(ACTORS)] for step in range(1 + number % 2)]
    if number % 4 == 0:
        event["grade"] = GRADES[number // 4 % len(GRADES)]
    book.events[id] = event
    where = named(place)
    if place == "tannery-quarter" and number < 20:
        where = mark(Phrase("حي الدباقين", "Tanery Quarter"), place, sic=Phrase("حي الدباغين", "Tannery Quarter"))
    return id, mark(say(pattern.ar, pattern.en, place=where), id), dated


def _dated(number: int) -> tuple[str, Phrase]:
    """When an event was, in EDTF and in marked words: most on a day, others over days, about, perhaps or in a month."""
    day = date(2031, 2, 2) + timedelta(days=number * 7 // 3)
    match number % 12:
        case 3:
            end = day + timedelta(days=3 + number % 9)
            when, words = f"{day}/{end}", say("بين {a} و{b}", "between {a} and {b}", a=on_day(day), b=on_day(end))
        case 5:
            when, words = f"{day}~", say("نحو {day}", "about {day}", day=on_day(day))
        case 7:
            when, words = f"{day}?", say("لعله في {day}", "perhaps on {day}", day=on_day(day))
        case 9:
            when, words = f"{day:%Y-%m}", say("في {month}", "in {month}", month=in_month(day))
        case 11:
            when, words = f"{day:%Y-%m}/..", say("منذ {month}", "since {month}", month=in_month(day))
        case 8 if number == 20:
            when, words = "2031-21", Phrase("في الربيع", "in spring")
        case _:
            when, words = str(day), say("في {day}", "on {day}", day=on_day(day))
    return when, mark(words, when=when)


def _happened(words: Phrase, dated: Phrase, number: int) -> Phrase:
    arabic, english = (
        ("سُجّل {words} {dated}.", "the record has {words} {dated}."),
        ("{dated} وقع {words}.", "what happened {dated} was {words}."),
        ("تتحدث الرواية الأولى عن {words} {dated}.", "the first account tells of {words} {dated}."),
    )[number % 3]
    return say(arabic, english, words=words, dated=dated)


# Claims


def _add_claim(book: _Book, id: str, event: str | None, denied: str | None = None) -> Phrase:
    """Add a claim to the record, about an event or the whole spring, and tell it in a sentence."""
    number = book.first + len(book.claims)
    by = list(SOURCES)[1 + number * 4 % (len(SOURCES) - 1)]
    relays = [name for name in SOURCES if SOURCES[name].relays and name != by]
    via = [relays[(number + step) % len(relays)] for step in range((0, 1, 2, 0, 3, 1, 4)[number % 7])]
    claim: dict = {"by": by} | ({"via": via} if via else {}) | ({"about": event} if event else {})
    book.claims[id] = claim

    def tell(how: str, words: Phrase) -> Phrase:
        return told(how, named(by), SOURCES[by].she, [named(relay) for relay in via], mark(words, id))

    if denied:
        claim |= {"stance": "denies", "denies": denied}
        return tell("denies", Phrase("ما قيل لم يحدث كما رُوي", "this did not happen as it was told"))
    type = book.events[event]["type"] if event else "siege"
    if type in HARMLESS:
        return tell("asserts", HARMLESS[type])
    claim["casualties"], clause = _casualties(number, type, event)
    if event and number % 17 == 8:
        blamed = list(ACTORS)[number % len(ACTORS)]
        book.claims[id] = {"identified": "unattributed", "stance": "accuses", "about": event}
        book.claims[id]["casualties"] = [entry | {"blames": blamed} for entry in claim["casualties"]]
        words = say("{by} في أن {clause}", "{by} of acts in which {clause}", by=named(blamed), clause=clause)
        return say("وُجّه الاتهام إلى {words}.", "accusations were made against {words}.", words=mark(words, id))
    if number % 7 == 3:
        claim["quote"] = "direct"
        return tell("quotes", say("«إن {clause}»", '"We know that {clause}"', clause=clause))
    if number % 11 == 5:
        claim["stance"] = "concedes"
        return tell("concedes", clause)
    if number % 9 == 4:
        claim |= {"reliability": "ABCDEF"[number % 6], "credibility": 1 + number % 6}
    return tell("asserts", clause)


def _casualties(number: int, type: str, event: str | None) -> tuple[list[dict], Phrase]:
    """The casualties of a claim, one entry or two, and its clause. Without an event they are of the whole spring."""
    who = ("civilians", "combatants", "civilians", "unknown")[number % 4]
    of = list(ACTORS)[number // 4 * 3 % len(ACTORS)] if who == "combatants" else None
    outcome = HARM.get(type, "injured" if number % 5 == 0 else "killed")
    written = FIGURES[number % len(FIGURES)] if event else CUMULATIVE[number % len(CUMULATIVE)]
    entry: dict = {outcome: written, "who": who} | ({"of": of} if of else {})
    clause = became(outcome, written, who, named(of) if of else None)
    if not event:
        return [entry | {"scope": "cumulative", "period": "2031-02/2031-06", "where": HERE}], clause
    if who == "civilians" and written in ("12", "~20", "28", "40+", "tens", "9-14"):
        entry["including"] = PARTS[number % len(PARTS)]
    if number % 3 or outcome != "killed":
        return [entry], clause
    hurt = FIGURES[(number + 5) % len(FIGURES)]
    more = became("injured", hurt, "unknown", None)
    both = say("{clause}، وإن {more}", "{clause} and {more}", clause=clause, more=more)
    return [entry, {"injured": hurt, "who": "unknown"}], both


def _add_plea(book: _Book, id: str, event: str, by: str) -> Phrase:
    """Add a claim that counts nobody and asks for something."""
    book.claims[id] = {"by": by, "stance": "urges", "quote": "direct", "about": event}
    plea = say(
        "«أوقفوا ما يجري في {place} وافتحوا الطريق للطحين»",
        '"Stop what is going on in {place} and open the road to flour"',
        place=named(HERE),
    )
    return told("urges", named(by), SOURCES[by].she, [], mark(plea, id))


# The report


def _chapter(book: _Book, chapter: int) -> None:
    """Nine or eleven events: paragraphs with up to three claims each, a list, a quotation and at times a table."""
    place = list(PLACES)[2 + chapter]
    book.put(say("أخبار {place}", "News from {place}", place=mark(PLACES[place].words, place)), "## ")
    book.put_remark()
    for claims in (1, 2, 2, 3, 1, 1):
        number = book.number
        id, words, dated = _add_event(book)
        text = _happened(words, dated, number)
        for turn in range(1, claims + 1):
            denied = f"{id}-count-1" if turn == 3 else None
            sentence = _add_claim(book, f"{id}-count-{turn}", id, denied)
            text = say("{text} {more}", "{text} {more}", text=text, more=sentence.going_on())
        book.put(text)
    for item in (1, 2):
        id, words, dated = _add_event(book)
        sentence = _add_claim(book, f"{id}-count-1", id)
        text = say("{words}، {dated}: {told}", "{words}, {dated}: {told}", words=words, dated=dated, told=sentence)
        book.put(text, "- " if chapter % 2 else f"{item}. ")
    id, words, dated = _add_event(book)
    text = say("{words}، {dated}.", "{words}, {dated}.", words=words, dated=dated)
    if chapter < 4:
        plea = _add_plea(book, f"{id}-plea", id, list(SOURCES)[3 + chapter * 2])
        book.put(say("{text} {plea}", "{text} {plea}", text=text, plea=plea.going_on()), "> ")
        book.put(_add_claim(book, f"spring-toll-{chapter + 1}", None))
    else:
        book.put(text, "> ")
        book.put_remark()
    if chapter % 2:
        rows = [_add_event(book)[1:] for _ in range(2)]
        book.put_table([(Phrase("ما حدث", "What"), Phrase("متى", "When")), *rows])


HEADERS = {
    "ar": "Title: ربيع طويل في سرنديا: مئة خبر من مدن النهر والتلال\n"
    "Summary: ستون حدثاً وثمانون قولاً، بأرقام لا تتفق وأخبار يناقض بعضها بعضاً.\n",
    "en": "Title: A long spring in Sarandia: a hundred pieces of news from the river and the hills\n"
    "Summary: Sixty events and eighty claims, with figures that do not agree and accounts that contradict each other.\n"
    "Translator: Translation desk\n",
}


def write_big_report(content: Path) -> Path:
    """Write a new content folder with the report and its registry, and say where the report lies."""
    book = _Book()
    book.put_remark()
    for chapter in range(6):
        _chapter(book, chapter)
    while book.blocks < BLOCKS:
        book.put_remark()
    correction = {"on": "2031-07-04", "ar": "صُحح تاريخ في الفصل الثاني.", "en": "A date in chapter two was corrected."}
    _write_registry(content)
    return _write(content / "reports" / SLUG, book, "2031-07-01", HEADERS, {"corrections": [correction]})


def write_many_reports(content: Path, count: int) -> list[Path]:
    """Write a new content folder with ``count`` reports of some ten events each, and say where they lie.

    Their events are of one spring. Every tenth report redacts a name.
    """
    _write_registry(content)
    folders = []
    for number in range(1, count + 1):
        book = _Book(first=number * 11 % 60)
        _chapter(book, number % 6)
        if number % 10 == 0:
            book.put(say("قالها {name}.", "it was said by {name}.", name=mark(_made_up_name(number), "redacted")))
        headers = {lang: header.replace("\n", f" ({number})\n", 1) for lang, header in HEADERS.items()}
        published = date(2031, 7, 1) + timedelta(days=number)
        folder = content / "reports" / f"{published}-report-{number}"
        more = {"sha256": hashlib.sha256(folder.name.encode()).hexdigest()}
        folders.append(_write(folder, book, f"{published}", headers, more))
    return folders


def _made_up_name(number: int) -> Phrase:
    """A name of two words that nothing else has."""
    letters = f"{number * 7919:06d}{number * 104729:06d}"[:12]
    arabic = "".join("بدرزسطكلمن"[int(letter)] for letter in letters)
    english = "".join(("ba", "do", "ri", "zu", "sa", "to", "ki", "lu", "ma", "no")[int(letter)] for letter in letters)
    return Phrase(f"{arabic[:6]} {arabic[6:]}", f"{english[:12]} {english[12:]}".title())


def _write(folder: Path, book: _Book, published: str, headers: Mapping[str, str], more: Mapping[str, object]) -> Path:
    """Write a report and say where it lies."""
    record = {
        "published": published,
        "publisher": next(iter(SOURCES)),
        "url": f"https://herald.example/{folder.name}",
        "archive": f"https://archive.example/{folder.name}",
        "retrieved": published,
        "sha256": "ab" * 32,
        "events": book.events,
        "claims": book.claims,
        **more,
    }
    folder.mkdir(parents=True)
    (folder / "record.yaml").write_text(_yaml(record), "utf-8")
    for lang, text in book.texts.items():
        (folder / f"{lang}.md").write_text("\n".join([headers[lang], *text]), "utf-8")
    return folder


#: What the site is called, and the sides of its registry.
SITE = """name: {ar: كبير, en: Big}
licence: CC0-1.0
sides:
  government: {ar: الحكومة, en: Government}
  opposition: {ar: المعارضة, en: Opposition}
  river-folk: {ar: أهل النهر, en: River folk}
"""


def _write_registry(content: Path) -> None:
    registry = content / "registry"
    registry.mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, "utf-8")
    for kind, entries in (("places", PLACES), ("actors", ACTORS), ("sources", SOURCES)):
        (registry / f"{kind}.yaml").write_text(_yaml({id: _entry(name) for id, name in entries.items()}), "utf-8")


def _entry(name: Name) -> dict:
    return {"name": {"ar": name.words.ar, "en": name.words.en}, "kind": name.kind, **name.more}


class _Plain(yaml.SafeDumper):
    """YAML without aliases, which a record may not have."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(value: object) -> str:
    return yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)
