"""What is read of a content: reports, dossiers, settings, and the site of all these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..edtf import EdtfDate
from .entries import Registry, Words
from .records import Record
from .vocabularies import DIGITS, MONTHS
from .written import Text


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
class Unfinished:
    """What has errors and stays at home for it: drafts, by their slugs, and entries of the registry that nothing but
    such drafts names, by their ids. ``problems`` says what is wrong."""

    reports: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    problems: tuple = ()


@dataclass(frozen=True, slots=True)
class Site:
    """All that may be published, checked: registry, reports, newest first, settings, and dossiers, by slug."""

    registry: Registry
    reports: tuple[PublicReport, ...]
    settings: Settings
    warnings: tuple = ()
    dossiers: tuple[Dossier, ...] = ()
    unfinished: Unfinished = Unfinished()
