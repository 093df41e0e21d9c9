"""A folder of content → the checked, public site, or all that is wrong with it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from os.path import lexists
from pathlib import Path
from time import process_time
from typing import NamedTuple

from . import messages, pixels
from .acknowledged import Acknowledged, read_acknowledged
from .checks import check_marks
from .crossing import check_across
from .dossiers import DossierFile, DossierReader
from .evidence import check_copies, check_evidence, is_compared, keyed_hash, public_record, read_key, wanted_originals
from .folders import check_layout, folders_in, hash_of, refuse_links, time_for
from .model import LANGUAGES, Dossier, PublicReport, Registry, Report, Site, Text, Unfinished
from .naming import marked_in, named_by, with_those_above
from .nearest import guess_anew
from .openly import Published, Remembered, check_openly, says_redacted
from .pairs import Pair, published, read_pair, warn_of_drafts
from .problems import MOST, ContentErrors, Problem, Problems
from .record import RecordFile, read_record
from .redacting import Folder
from .registry import read_entries
from .report_images import warn_of_unshown
from .settings import read_settings
from .timeout import AGAIN, WHOLE, TimedOut, in_digits, time_limit
from .tree import Renderer
from .version import check_version
from .warnings import RegistryNames, warn_across, warn_of_report

Progress = Callable[[str, int, int], None]


def read_site(content: Path, progress: Progress | None = None, key: Path | None = None, *, most: int = MOST) -> Site:
    """Read and check a content folder: its settings, its registry, every report, and every dossier.

    ``key`` is a file with the key of keyed hashes of originals; of each file ``most`` problems are told. Returns what
    may be published, drafts and redacted words left out, with the warnings. Raises ``ContentErrors`` with every error
    of every file, drafts among them.
    """
    site = Reader(content, most=most).read(progress, key)
    if site.unfinished.problems:
        raise ContentErrors([*site.unfinished.problems, *site.warnings])
    return site


@dataclass(slots=True)
class _Kept:
    """A report as it was read, with what was told of it, and when it was published first, that.

    ``holds`` is the hash of what its folder held. ``problems`` can go ``back`` to what was told when it was read.
    """

    holds: bytes | None
    file: RecordFile
    pair: Pair
    folder: Folder
    report: Report | None
    problems: Problems
    public: PublicReport | None = None
    of_publishing: Problems = field(default_factory=Problems)

    @property
    def can_stay_at_home(self) -> bool:
        """Whether it is a draft of which all texts can be read, so that it is known what they redact, and the record,
        so that it is known what leads into it."""
        there = {lang for lang in LANGUAGES if lexists(self.folder.path / f"{lang}.md")}
        return self.pair.draft and self.file.readable and there == self.pair.texts.keys()

    @property
    def named(self) -> set[str]:
        """The ids of the registry that it names, and others."""
        record = self.file.record
        return {*(named_by(record) if record else ()), *marked_in(self.pair.texts.values())}


class _AtHome(NamedTuple):
    """What has errors and stops nothing: drafts, by their slugs, and entries of the registry that only they name."""

    reports: Set[str]
    entries: Set[str]


_NOTHING = _AtHome(frozenset(), frozenset())


@contextmanager
def _garbage_looked_for_seldom() -> Iterator[None]:
    """What is read stays, and there is very much of it: to look through it for garbage at every 700 objects takes
    longer than the reading."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Reader:
    """Reads a content, again and again: a report that did not change is not read a second time.

    With ``drafts`` they are in the site, as nothing but a preview may have them. A draft with errors is in none, and
    stops nothing; nor does an entry of the registry with errors that nothing but such drafts names. Of each file
    ``most`` problems are told.
    """

    def __init__(self, content: Path, *, drafts: bool = False, most: int = MOST) -> None:
        self.content, self.drafts, self.most = content, drafts, most
        self._registry = Registry()
        self._names = RegistryNames(self._registry)
        self._attachments: frozenset[str] = frozenset()
        self._key: bytes | None = None
        self._kept: dict[str, _Kept] = {}
        self._of_entries: dict[str, Problems] = {}
        self._remembered = Remembered()
        #: So many seconds of those that a content may take to read are left for its counts and its plain pages.
        self.left = WHOLE

    def read(self, progress: Progress | None = None, key: Path | None = None) -> Site:
        """The site as ``read_site`` returns it, with what is wrong with drafts. Raises ``ContentErrors`` with every
        error of every file, where one of them is of something else."""
        problems, content = Problems(self.most), self.content
        if not content.is_dir():
            problems.error(content, 1, 1, messages.NO_CONTENT())
            problems.raise_if_any()
        refuse_links(content, self.most)
        seconds, started = time_for(content), process_time()
        try:
            pixels.begin()
            guess_anew()
            with _garbage_looked_for_seldom(), time_limit(seconds):
                return self._read(progress, key, problems)
        except TimedOut as reason:
            problems.error(content, 1, 1, messages.UNREADABLE_CONTENT(reason=reason.message))
            raise ContentErrors(self._all_told(problems)) from None
        finally:
            self.left = max(seconds - (process_time() - started), AGAIN)

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Within it, what was read is counted, in the time that reading has left. Raises ``ContentErrors`` where that
        is not enough."""
        seconds, started = max(self.left, WHOLE / 2), process_time()
        try:
            with time_limit(seconds):
                yield
                self.left = max(self.left - (process_time() - started), AGAIN)
        except TimedOut:
            what = messages.UNCOUNTABLE_CONTENT(seconds=in_digits(seconds))
            raise ContentErrors([Problem(self.content, 1, 1, what)]) from None

    def _read(self, progress: Progress | None, key_file: Path | None, problems: Problems) -> Site:
        content = self.content
        check_layout(content, problems)
        check_version(content, problems)
        key = read_key(key_file, content, problems)
        site = read_settings(content, problems)
        registry, self._of_entries = read_entries(content / "registry", problems, site.check_side)
        all_read_by = (registry, site.settings.attachments, key)
        if all_read_by != (self._registry, self._attachments, self._key):
            self._registry, self._attachments, self._key = all_read_by
            self._names = RegistryNames(registry)
            self._kept.clear()
        registry = self._registry  # the same for as long as it says the same: what was made with it holds
        acknowledged = read_acknowledged(content, problems)
        renderer = Renderer()
        folders = folders_in(content / "reports", "report", problems)
        for gone in self._kept.keys() - {folder.name for folder in folders}:
            del self._kept[gone]
        for done, folder in enumerate(folders, 1):
            if progress:
                progress("reading", done, len(folders))
            self._keep(folder, renderer)
        kept = {folder.name: self._kept[folder.name] for folder in folders}
        reports = {slug: one.report for slug, one in kept.items() if one.report}
        records = {slug: one.file for slug, one in kept.items()}
        pairs = {slug: one.pair for slug, one in kept.items()}
        check_copies(pairs.values(), problems)
        originals = wanted_originals(content / "reports", site.originals, pairs, problems)
        check_across(reports, records, registry)
        warn_across(reports, records, registry)
        reader = DossierReader(reports, records, registry, renderer, problems)
        dossiers = [reader.read(folder) for folder in folders_in(content / "dossiers", "dossier", problems)]
        at_home = self._at_home(dossiers)
        self._raise_if_any(problems, at_home)
        public = [
            replace(self._published(report, renderer), original=originals.get(slug))
            for slug, report in reports.items()
            if slug not in at_home.reports and (self.drafts or not report.draft)
        ]
        brought_together = [
            reader.publish(dossier, drafts=self.drafts)
            for dossier in dossiers
            if not dossier.draft or (self.drafts and not dossier.selection.empty)
        ]
        self._raise_if_any(problems, at_home)
        read = [one.folder for slug, one in kept.items() if slug in reports or slug in at_home.reports]
        self._check_openly(read, reports, dossiers, public, brought_together, originals, acknowledged, problems)
        acknowledged.tell_needless()
        told = self._raise_if_any(problems, at_home)
        told.tell_needless()
        public.sort(key=lambda report: (report.record.published.sort_key, report.slug), reverse=True)
        out = _AtHome(kept.keys() - at_home.reports, self._of_entries.keys() - at_home.entries)
        unfinished = Unfinished(
            tuple(sorted(at_home.reports)),
            tuple(sorted(at_home.entries)),
            tuple(sorted(self._all_told(Problems(self.most), out))) if any(at_home) else (),
        )
        return Site(registry, tuple(public), site.settings, tuple(told.warnings), tuple(brought_together), unfinished)

    def _at_home(self, dossiers: Iterable[DossierFile]) -> _AtHome:
        """What has errors and can stay at home."""
        registry, goes_out = self._registry, {slug for slug, one in self._kept.items() if not one.can_stay_at_home}
        drafts = {slug: one for slug, one in self._kept.items() if slug not in goes_out}
        wrong = {id for id, own in self._of_entries.items() if own.errors_told}
        if wrong:
            named = [id for slug in goes_out for id in self._kept[slug].named]
            for one in dossiers:
                named += [*one.selection.places, *one.selection.actors, *marked_in(one.pair.texts.values())]
            wrong -= with_those_above(registry, named)
        unfinished = {
            slug
            for slug, one in drafts.items()
            if one.problems.errors_told or (wrong and not wrong.isdisjoint(with_those_above(registry, one.named)))
        }
        return _AtHome(unfinished, wrong)

    def _raise_if_any(self, problems: Problems, at_home: _AtHome) -> Problems:
        """Raise all that was told, if there is an error that cannot stay at home; else return what is not there."""
        told = self._all_told(problems, at_home)
        if told.errors_told:
            self._all_told(problems).raise_if_any()
        return told

    def _all_told(self, problems: Problems, but: _AtHome = _NOTHING) -> Problems:
        """All that was told, of the content and of each report and entry but some; nothing of it quotes what is
        redacted."""
        entries = (own for id, own in self._of_entries.items() if id not in but.entries)
        some = (kept for slug, kept in self._kept.items() if slug not in but.reports)
        told = (part for kept in some for part in (kept.problems, kept.of_publishing))
        whole = Problems.together([problems, *entries, *told])
        if whole.told_any:
            folders = (one.folder for one in self._kept.values())
            whole.hide_words(says_redacted(folders, self._registry, self._remembered))
        return whole

    def _keep(self, folder: Path, renderer: Renderer) -> None:
        """Read a report, unless what was read of it still holds."""
        holds, kept = hash_of(folder), self._kept.get(folder.name)
        if kept and holds is not None and kept.holds == holds:
            kept.problems.back()
            return
        kept = self._kept[folder.name] = self._report(folder, renderer)
        kept.problems.keep()
        # What was saved in the meantime may have been read, or not.
        kept.holds = holds if holds == hash_of(folder) else None

    def _report(self, folder: Path, renderer: Renderer) -> _Kept:
        """Read and check one report, as far as that needs no other."""
        slug, registry, problems = folder.name, self._registry, Problems(self.most)
        file = read_record(folder / "record.yaml", slug, registry, problems)
        pair = read_pair(folder, renderer, problems, attachments=self._attachments)
        file.draft = pair.draft
        for lang, written in pair.written.items():
            check_marks(written, file, registry, problems, original=lang == "ar")
        warn_of_unshown(folder, pair.image_names, problems)
        check_evidence(folder, file, pair.texts, pair.written, problems)
        report = None
        if "ar" in pair.texts and file.record:
            report = Report(slug, folder, file.record, pair.texts["ar"], pair.texts.get("en"))
            warn_of_report(report, file, pair.written, self._names, problems)
            warn_of_drafts(pair, messages.REPORT(), problems)
        return _Kept(None, file, pair, Folder(folder, pair, file.path), report, problems)

    def _published(self, report: Report, renderer: Renderer) -> PublicReport:
        """A report without what must not be published. What it then lacks is told."""
        kept = self._kept[report.slug]
        if kept.public is None:
            path = report.path
            record = public_record(report.record, kept.pair.written)
            problems = kept.of_publishing = Problems(self.most)
            texts = published(kept.pair, record, self._registry, renderer, problems, drafts=self.drafts)
            sealed = keyed_hash(path, self._key)
            kept.public = PublicReport(report.slug, record, texts, is_compared(path), None, sealed)
        return kept.public

    def _check_openly(
        self,
        read: Iterable[Folder],
        reports: Mapping[str, Report],
        dossiers: Iterable[DossierFile],
        public: Iterable[PublicReport],
        brought_together: Iterable[Dossier],
        originals: Mapping[str, bytes],
        acknowledged: Acknowledged,
        problems: Problems,
    ) -> None:
        """Tell of redacted words that are said openly in what a build publishes: no drafts, whoever may see them."""
        content, folders = self.content, [*read]
        for one in dossiers:
            path = content / "dossiers" / one.slug
            folders.append(Folder(path, one.pair, path / "dossier.yaml"))
        stays = {report.path for report in reports.values() if report.draft}
        stays |= {content / "dossiers" / one.slug for one in dossiers if one.draft}
        out: dict[Path, Published] = {
            content / "dossiers" / one.slug: (_finished(one.texts), None) for one in brought_together
        }
        out |= {content / "reports" / one.slug: (_finished(one.texts), one.record) for one in public}
        goes_out = {path: what for path, what in out.items() if path not in stays}
        check_openly(content, folders, goes_out, self._registry, originals, acknowledged, problems, self._remembered)


def _finished(texts: Mapping[str, Text]) -> dict[str, Text]:
    return {lang: text for lang, text in texts.items() if not text.draft}


__all__ = ["Reader", "Registry", "Site", "read_site"]
