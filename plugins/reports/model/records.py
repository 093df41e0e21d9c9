"""What a record says: events, claims, casualties and corrections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..edtf import EdtfDate
from ..figure_notation import Figure
from .entries import NO_WORDS, Words
from .vocabularies import UNATTRIBUTED

#: Where a report names an event or a claim, of its own or another's: the slug of that report, and the id there.
Reference = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a figure's people: ``children: 3``. ``group`` is a word of ``vocabularies.PARTS``, or an actor's id."""

    group: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Casualties:
    """One entry of a claim's casualties: a figure for each outcome, and what holds of all of them.

    ``of`` are the actors whose people they were; ``part`` is a name for the people of whom the entry speaks, where it
    does not speak of everybody harmed.
    """

    figures: tuple[tuple[str, Figure], ...]
    unit: str = "people"
    who: str = "unknown"
    of: tuple[str, ...] = ()
    part: str | None = None
    including: tuple[Part, ...] = ()
    blames: tuple[str, ...] = ()
    scope: str = "incident"
    period: EdtfDate | None = None
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that somebody says.

    ``by`` are its originators: none where the report says it itself or names nobody. ``via`` are the steps on its way
    to the publisher, nearest to the originators first; a step of several is one that each of them relayed.
    ``documents`` are those in which it was read (``in``), none where that is the report itself; ``words`` what stands
    there, by language.
    """

    id: str
    by: tuple[str, ...] = ()
    via: tuple[tuple[str, ...], ...] = ()
    documents: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    as_of: EdtfDate | None = None
    updates: tuple[Reference, ...] = ()
    first_count: bool = False
    identified: str | None = None
    stance: str = "asserts"
    denies: tuple[Reference, ...] = ()
    denies_what: str = "number"
    quote: str = "indirect"
    reliability: str | None = None
    credibility: str | None = None
    about: tuple[str, ...] = ()
    casualties: tuple[Casualties, ...] = ()

    @property
    def unattributed(self) -> bool:
        """Whether the text says that somebody said it, and names nobody."""
        return self.identified == UNATTRIBUTED

    @property
    def relays(self) -> tuple[str, ...]:
        """Everybody who relayed it, each once, in order."""
        return tuple(dict.fromkeys(id for step in self.via for id in step))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    ``same_as`` is an event that another report declares, and stands instead of all but ``title``, ``background`` and
    ``part_of``. ``part_of`` is an event of the same record. ``point`` is latitude and longitude in degrees (WGS 84),
    known as exactly as ``accuracy`` says. ``attacks`` is how many strikes, shells or raids are told as one event;
    ``former`` are ids and codes that it once had.
    """

    id: str
    types: tuple[str, ...] = ()
    when: EdtfDate | None = None
    where: tuple[str, ...] = ()
    point: tuple[float, float] | None = None
    accuracy: str | None = None
    actors: tuple[str, ...] = ()
    weapon: Words = NO_WORDS
    target: tuple[str, ...] = ()
    attacks: Figure | None = None
    grade: str | None = None
    provisional: bool = False
    background: bool = False
    part_of: str | None = None
    same_as: Reference | None = None
    code: str | None = None
    former: tuple[str, ...] = ()
    note: Words = NO_WORDS
    title: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Document:
    """What was read besides the report itself: a page, a post, a video or a file. ``lang`` is its language (BCP 47).

    ``sha256`` is that of its archived copy.
    """

    id: str
    publisher: str
    title: str | None = None
    lang: str = "ar"
    url: str | None = None
    archive: str | None = None
    published: EdtfDate | None = None
    retrieved: EdtfDate | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to a published report, told to its readers."""

    on: EdtfDate
    text: Words


@dataclass(frozen=True, slots=True)
class Record:
    """The events and claims of a report, and where it was published.

    ``main`` is the event that it is about, as the record has it; ``limits`` what it could not see, in a sentence.
    """

    published: EdtfDate
    publisher: str
    url: str | None = None
    archive: str | None = None
    retrieved: EdtfDate | None = None
    sha256: str | None = None
    main: str | None = None
    limits: Words | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
