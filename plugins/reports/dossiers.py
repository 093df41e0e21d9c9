"""Dossiers: ``dossier.yaml``, which selects reports, and the editors' text beside it.

What is selected is decided in ``findings``; here the list of reports and the criteria are held against what there is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from . import fields, messages
from .acknowledged import acknowledge
from .checks import check_dossier_marks
from .crossing import is_draft
from .edtf import EdtfDate, parse_date
from .messages import Refused
from .model import Claim, Dossier, Registry, Report
from .nearest import did_you_mean
from .nodes import Node, compose
from .pairs import Pair, published, read_pair, warn_of_drafts
from .problems import Area, Problems
from .record import RecordFile
from .registry import each_once, known_ids
from .tree import Renderer
from .warnings import warn_of_dossier

#: So many reports a dossier can list.
MAX_REPORTS = 10_000
KEYS = fields.keys(fields.DOSSIER)


@dataclass(frozen=True, slots=True)
class Selection:
    """What ``dossier.yaml`` says; ``reports`` are those of the list that are no drafts.

    It is ``empty`` where nothing but reports is given and all of them are drafts.
    """

    reports: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    first: EdtfDate | None = None
    last: EdtfDate | None = None

    @property
    def empty(self) -> bool:
        return not (self.reports or self.places or self.actors or self.first or self.last)


@dataclass(frozen=True, slots=True)
class DossierFile:
    """A dossier as written, redacted words included: never leaves the room."""

    slug: str
    selection: Selection
    pair: Pair

    @property
    def draft(self) -> bool:
        """Whether it stays at home, for itself or for the reports that it lists."""
        return self.pair.draft or self.selection.empty


class DossierReader:
    """Reads dossiers of a registry and reports that have been read, drafts included."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        records: Mapping[str, RecordFile],
        registry: Registry,
        renderer: Renderer,
        problems: Problems,
    ) -> None:
        self.reports, self.records, self.registry = reports, records, registry
        self.renderer, self.problems = renderer, problems

    def read(self, folder: Path) -> DossierFile:
        """Read and check one dossier; what is wrong is in ``problems``, and then it is not to be published."""
        pair = read_pair(folder, self.renderer, self.problems, long_ids=True)
        for written in pair.written.values():
            draft = pair.draft or written.draft
            check_dossier_marks(written, self.reports, self.records, self.registry, self.problems, draft=draft)
        selection = self._selection(folder / "dossier.yaml", draft=pair.draft)
        warn_of_drafts(pair, messages.DOSSIER(), self.problems)
        warn_of_dossier(pair.texts, pair.written, self._claims(pair), self.problems)
        return DossierFile(folder.name, selection, pair)

    def publish(self, file: DossierFile, *, drafts: bool = False) -> Dossier:
        """The dossier without its redacted words: nothing in their place says what they were about."""
        chosen = file.selection
        texts = published(file.pair, None, self.registry, self.renderer, self.problems, drafts=drafts)
        return Dossier(file.slug, texts, chosen.reports, chosen.places, chosen.actors, chosen.first, chosen.last)

    def _selection(self, path: Path, *, draft: bool) -> Selection:
        before = self.problems.errors_told
        root = compose(path, self.problems)
        if root is None:
            if self.problems.errors_told == before:
                self.problems.error(path, 1, 1, messages.EMPTY_DOSSIER())
            return Selection()
        values = root.fields(messages.THE_DOSSIER(), KEYS)
        acknowledge(values, Area(path.parent))
        listed = self._listed(values["reports"], draft=draft) if "reports" in values else ()
        first, last = (
            values[key].parsed(f"`{key}`", _bound, messages.WRITE_BOUND()) if key in values else None
            for key in ("from", "to")
        )
        if first and last and (first.earliest or date.min) > (last.latest or date.max):
            values["from"].error(messages.BACKWARD_TIME())
        chosen = Selection(
            tuple(slug for slug in listed if not self._is_draft(slug)),
            known_ids(values, "places", messages.PLACE_ENTRY(), self.registry.places),
            known_ids(values, "actors", messages.ACTOR_ENTRY(), self.registry.actors),
            first,
            last,
        )
        if chosen.empty and self.problems.errors_told == before:
            if not listed:
                root.error(messages.EMPTY_DOSSIER())
            elif not draft:
                values["reports"].warning(messages.DOSSIER_OF_DRAFTS())
        return chosen

    def _listed(self, node: Node, *, draft: bool) -> tuple[str, ...]:
        """The reports of the list, drafts included; of these it is told that the dossier leaves them out."""
        slugs = [(item, item.text(messages.A_REPORT())) for item in node.several("`reports`", MAX_REPORTS)]
        for item, slug in slugs:
            if slug is not None and slug not in self.records:
                item.error(
                    messages.UNKNOWN_REPORT(did_you_mean(slug, self.records) or messages.WRITE_FOLDER(), slug=slug)
                )
            elif slug is not None and self._is_draft(slug) and not draft:
                item.warning(messages.DRAFT_IN_DOSSIER(slug=slug))
        return each_once("reports", slugs)

    def _is_draft(self, slug: str) -> bool:
        return is_draft(self.records, slug)

    def _claims(self, pair: Pair) -> dict[str, Claim]:
        """The claims that the texts lead to, by ``slug/id``."""
        marked = {id for text in pair for mark in text.marks for id in mark.ids}
        found = {}
        for written in marked:
            slug, _, id = written.partition("/")
            if slug in self.reports and id in self.reports[slug].record.claims:
                found[written] = self.reports[slug].record.claims[id]
        return found


def _bound(text: str) -> EdtfDate:
    """A date that bounds a time: a day, a month or a year. Raises ``Refused`` where it is anything else."""
    when = parse_date(text)
    whole = re.fullmatch(r"\d{4}(-\d\d){0,2}", text) and when.start and when.start.precision != "season"
    if not whole:
        raise Refused(messages.NO_BOUND(text=repr(text)))
    return when
