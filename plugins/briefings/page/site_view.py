"""What all pages share: findings, voices and settings, and the place and number of every mark, claim and event."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from bilingual import LANGUAGES, Voices
from findings import FigureUse, Findings
from reports.model import Mark, Picture, Settings
from reports.prose import Prose

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with the language that they are in."""

    text: str
    lang: str

    @property
    def dir(self) -> str:
        return LANGUAGES[self.lang].dir

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Version:
    """A file that was made of an image: where it stands in the site, and its size in pixels."""

    path: str
    width: int
    height: int


class SiteView:
    """What all pages share: findings, voices, settings, plain pages, and where each mark stands.

    ``address`` is the public address of the site, or an empty text; ``pdf`` says whether
    pages lead to PDFs of them.
    """

    def __init__(
        self,
        findings: Findings,
        voices: Voices,
        prose: Mapping[tuple[str, str], Prose],
        address: str = "",
        pdf: bool = False,
        results: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        self.findings, self.voices, self.prose, self.pdf = findings, voices, prose, pdf
        self.address = address.rstrip("/")
        self.settings: Settings = findings.site.settings
        #: What the results of the search are called, by name: messages with their contexts.
        self.results = results or {}
        self.index, self.registry = findings.index, findings.site.registry
        #: The files that were made of each page of each image; ``images.image_files`` fills it.
        self.images: dict[Picture, tuple[tuple[Version, ...], ...]] = {}
        self._made: dict[object, object] = {}

    def once(self, make: Callable[[SiteView], T]) -> T:
        """What ``make`` makes of the site, made when it is first asked for: ``site.once(data_of)``."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[return-value]

    @cached_property
    def marks(self) -> dict[tuple[str, str, str], list[Mark]]:
        """The marks of each id in each text, by report, language and id."""
        found: dict[tuple[str, str, str], list[Mark]] = {}
        for report in self.index.reports.values():
            for lang, text in report.texts.items():
                for mark in text.marks:
                    for id in mark.ids:
                        found.setdefault((report.slug, lang, id), []).append(mark)
        return found

    def kind_of(self, id: str) -> str:
        """What an entry of the registry is: ``place``, ``actor`` or ``source``."""
        return "place" if id in self.registry.places else "actor" if id in self.registry.actors else "source"

    def marks_of(self, slug: str, id: str, lang: str) -> list[Mark]:
        """The marks of an id in a language, or in Arabic where the report has no translation."""
        return self.marks.get((slug, lang, id)) or self.marks.get((slug, "ar", id), [])

    @cached_property
    def claim_numbers(self) -> dict[str, int]:
        """The number of each claim in its report, in the order of the Arabic text; claims without words come last."""
        return self._numbers({key: (claim.report, claim.claim.id) for key, claim in self.index.claims.items()})

    @cached_property
    def uses_by_claim(self) -> dict[str, list[FigureUse]]:
        found: dict[str, list[FigureUse]] = {}
        for use in self.findings.figures:
            found.setdefault(use.claim.key, []).append(use)
        return found

    def _numbers(self, keys: Mapping[str, tuple[str, str]]) -> dict[str, int]:
        placed: dict[str, list[tuple[int, str]]] = {}
        for key, (slug, id) in keys.items():
            marks = self.marks.get((slug, "ar", id))
            placed.setdefault(slug, []).append((min(mark.number for mark in marks) if marks else sys.maxsize, key))
        return {key: number for found in placed.values() for number, (_, key) in enumerate(sorted(found), 1)}

    @cached_property
    def event_numbers(self) -> dict[tuple[str, str], int]:
        """The number of each event in a report's timeline, by report and event key."""
        return {
            (slug, entry.event.key): number
            for slug in self.index.reports
            for number, entry in enumerate(self.findings.report(slug).timeline, 1)
        }
