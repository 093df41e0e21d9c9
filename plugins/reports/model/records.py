"""What a record says: events, claims, casualties and corrections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..edtf import EdtfDate
from ..figures import Figure
from .entries import NO_WORDS, Words
from .vocabularies import UNATTRIBUTED


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
    title: Words = NO_WORDS
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
