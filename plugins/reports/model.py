"""What a report is: frozen, typed records, with the vocabularies of the report format.

They hold what was written and checked; what it amounts to is decided in ``findings``. Words in the two
languages are ``Words``; ids are plain strings, as in the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .edtf import EdtfDate
from .figures import Figure

LANGUAGES = ("ar", "en")

PLACE_KINDS = tuple("country governorate district city town village camp neighbourhood facility road area".split())
ACTOR_KINDS = tuple(
    "government state-forces rebel-group political-militia identity-militia external-forces un igo ngo "
    "civil-defence civilians other".split()
)
SOURCE_KINDS = tuple(
    "news-agency newspaper broadcaster news-site state-media government un igo ngo monitor civil-defence "
    "medical activists party-to-conflict witness expert social-media person".split()
)
EVENT_TYPES = tuple(
    "armed-clash air-strike drone-strike shelling missile-strike bombing chemical-weapon "
    "attack-on-civilians abduction sexual-violence siege territory-changes-hands ceasefire agreement "
    "agreement-ends evacuation displacement aid arrest looting destruction protest diplomacy statement "
    "other".split()
)
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
OUTCOMES = ("killed", "injured", "missing", "detained", "displaced")
WHO = ("civilians", "combatants", "unknown")
PARTS = ("children", "women", "men", "elderly", "medics", "journalists")
SCOPES = ("incident", "cumulative")
STANCES = ("asserts", "denies", "concedes", "accuses", "urges")
QUOTES = ("direct", "indirect")
#: How an originator is identified; the last goes with a claim that names nobody and is no word of the registry.
IDENTIFIED = ("named", "role", "unnamed", "institution")
UNATTRIBUTED = "unattributed"
RELIABILITY = tuple("ABCDEF")
CREDIBILITY = tuple("123456")
STATUSES = ("draft", "published")
#: How Arabic pages name the months, and which digits they write; see ``bilingual.cldr``.
MONTHS = ("levantine", "iraqi", "egyptian", "maghrebi")
DIGITS = ("latn", "arab")
#: What stands in place of redacted words, whatever their length.
BAR = "\u2588\u2588\u2588\u2588"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Arabic and in English; a language that is missing is ``None``."""

    ar: str | None
    en: str | None

    def __getitem__(self, lang: str) -> str | None:
        return {"ar": self.ar, "en": self.en}[lang]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the registry. ``point`` is latitude and longitude in degrees (WGS 84)."""

    id: str
    name: Words
    kind: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: str | None = None
    point: tuple[float, float] | None = None
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party of the registry: forces, a group, a government, an organisation."""

    id: str
    name: Words
    kind: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    part_of: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, institution or person that says something."""

    id: str
    name: Words
    kind: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    role: Words | None = None
    speaks_for: str | None = None
    identified: str | None = None
    url: str | None = None


Entry = Place | Actor | Source


def _up(entries: Mapping[str, Entry], id: str, key: str) -> list[str]:
    chain: list[str] = []
    while id and id not in chain:
        chain.append(id)
        id = getattr(entries[id], key) or ""
    return chain


@dataclass(frozen=True, slots=True)
class Registry:
    """Every place, actor and source, by id; ids are unique across the three."""

    places: Mapping[str, Place] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    def get(self, id: str) -> Entry | None:
        """The entry of that id in any of the three files, or ``None``."""
        return self.places.get(id) or self.actors.get(id) or self.sources.get(id)

    def __getitem__(self, id: str) -> Entry:
        entry = self.get(id)
        if entry is None:
            raise KeyError(id)
        return entry

    def __contains__(self, id: object) -> bool:
        return id in self.places or id in self.actors or id in self.sources

    def __iter__(self) -> Iterator[str]:
        for group in (self.places, self.actors, self.sources):
            yield from group

    def around(self, place: str) -> list[str]:
        """The ids of a place and of all that contain it, from the inside out."""
        return _up(self.places, place, "within")

    def above(self, actor: str) -> list[str]:
        """The ids of an actor and of all that it is part of, from the bottom up."""
        return _up(self.actors, actor, "part_of")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a figure's people: ``children: 3``."""

    group: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Casualties:
    """One entry of a claim's casualties: a figure for each outcome, and what holds of all of them."""

    figures: tuple[tuple[str, Figure], ...]
    who: str = "unknown"
    of: str | None = None
    including: tuple[Part, ...] = ()
    blames: tuple[str, ...] = ()
    scope: str = "incident"
    period: EdtfDate | None = None
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that somebody says. ``by`` is ``None`` where the report says it itself or names nobody.

    ``denies`` is ``(report slug, claim id)``.
    """

    id: str
    by: str | None = None
    via: tuple[str, ...] = ()
    identified: str | None = None
    stance: str = "asserts"
    denies: tuple[str, str] | None = None
    quote: str = "indirect"
    reliability: str | None = None
    credibility: str | None = None
    about: tuple[str, ...] = ()
    casualties: tuple[Casualties, ...] = ()

    @property
    def unattributed(self) -> bool:
        """Whether the text says that somebody said it, and names nobody."""
        return self.identified == UNATTRIBUTED


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. ``same_as`` is ``(report slug, event id)`` and stands instead of all but ``title``."""

    id: str
    type: str | None = None
    when: EdtfDate | None = None
    where: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    grade: str | None = None
    title: Words = Words(None, None)
    same_as: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to a published report, told to its readers."""

    on: EdtfDate
    text: Words


@dataclass(frozen=True, slots=True)
class Record:
    """The events and claims of a report, and where it was published."""

    published: EdtfDate
    publisher: str
    url: str | None = None
    archive: str | None = None
    retrieved: EdtfDate | None = None
    sha256: str | None = None
    events: Mapping[str, Event] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words of a text.

    ``number`` counts the marks of the text from 0 in the order of their opening brackets; ``block`` is the number
    of the block that holds it, from 1; ``words`` is the exact text, ``prefix`` and ``suffix`` what stands around it
    in the block (W3C Web Annotation, TextQuoteSelector) and ``start`` the place of its first character in the
    block's text; ``anchor`` is its id in a page. ``inside`` are the numbers of the marks around it.
    """

    number: int
    lang: str
    block: int
    ids: tuple[str, ...]
    when: EdtfDate | None
    sic: str | None
    redacted: bool
    words: str
    prefix: str
    suffix: str
    start: int
    anchor: str
    inside: tuple[int, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece of a text that lines up with its translation. ``row`` is the index of its row; the text of an
    image is what it shows, and its caption."""

    number: int
    kind: str
    row: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A file that can be shown, its SHA-256 when it was read, and the width and height of each of its pages in pixels.

    It is not published: what is made of it is. ``kind`` is that of a drawing or document, and empty for an image.
    """

    path: Path
    sha256: str
    pages: tuple[tuple[int, int], ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image in a text. ``number`` counts those of the text from 0; ``block`` is the number of its block."""

    number: int
    block: int
    alt: str
    caption: str
    graphic: bool
    picture: Picture
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text in one language.

    ``rows`` are the top-level pieces as safe HTML in which the marks stand as private-use characters (see
    ``marks``), and images (see ``image_marks``); ``blocks`` are the finer pieces that line up with the translation.
    """

    lang: str
    path: Path
    title: str
    summary: str
    translator: str | None
    draft: bool
    rows: tuple[str, ...]
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report as written, redacted words included: never leaves the room."""

    slug: str
    path: Path
    record: Record
    ar: Text
    en: Text | None

    @property
    def draft(self) -> bool:
        return self.ar.draft


@dataclass(frozen=True, slots=True)
class PublicReport:
    """A report as it may be published: no redacted word is in it.

    ``texts`` holds ``ar`` and, where there is a finished translation, ``en``. It is ``compared`` where its Arabic text
    was found to be that of an original kept beside it; ``original`` is that text, where it is published;
    ``keyed_hash`` the HMAC of what is kept, where the editors have a key.
    """

    slug: str
    record: Record
    texts: Mapping[str, Text]
    compared: bool = False
    original: bytes | None = None
    keyed_hash: str | None = None

    def text(self, lang: str) -> Text:
        """The text in that language, or in Arabic where it has no translation yet."""
        return self.texts.get(lang) or self.texts["ar"]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Reports brought together, with the editors' text. Drafts, and redacted words, are in none.

    ``reports`` are the slugs that it lists; ``places``, ``actors``, ``first`` and ``last`` (its ``from`` and ``to``)
    select more (``findings`` decides which). Marks of its texts hold registry ids, and events and claims of reports as
    ``slug/id``. ``texts`` holds ``ar`` and, where there is a finished translation, ``en``.
    """

    slug: str
    texts: Mapping[str, Text]
    reports: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    first: EdtfDate | None = None
    last: EdtfDate | None = None

    def text(self, lang: str) -> Text:
        """The text in that language, or in Arabic where it has no translation yet."""
        return self.texts.get(lang) or self.texts["ar"]


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence under which the data is given away: its SPDX id, its address, and what it is called."""

    id: str
    url: str
    title: Words


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a site looks at, in words: where, when, whom, and which harm is in and which is out."""

    territory: Words | None = None
    period: Words | None = None
    parties: Words | None = None
    which_harm: Words | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``site.yaml`` says of a site. What it does not say is ``None`` or empty.

    ``contact`` is a web address, or one of mail without ``mailto:``; ``url`` the public address of the site, without a
    slash at its end; ``attachments`` are kinds of files besides photographs that texts can show, of
    ``attachments.KINDS``; ``originals`` the slugs of reports whose ``original.txt`` is published.
    """

    name: Words
    tagline: Words | None = None
    limits: Words | None = None
    publisher: Words | None = None
    contact: str | None = None
    scope: Coverage = Coverage()
    funding: Words | None = None
    url: str = ""
    months: str = MONTHS[0]
    digits: str = DIGITS[0]
    sides: Mapping[str, Words] = field(default_factory=dict)
    licence: Licence | None = None
    attachments: frozenset[str] = frozenset()
    originals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Site:
    """All that may be published, checked: registry, reports, newest first, settings, and dossiers, by slug."""

    registry: Registry
    reports: tuple[PublicReport, ...]
    settings: Settings
    warnings: tuple = ()
    dossiers: tuple[Dossier, ...] = ()
